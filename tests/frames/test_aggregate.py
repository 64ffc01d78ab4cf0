"""Aggregates of groups: what `iku.aggregate` makes of the same values, in every engine."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku.angka import round_half_up
from iku.errors import AngkaError, DomainError, FrameError
from iku.formula import Persentase, evaluate
from iku.frames import aggregate
from iku.frames.reasons import write_alasan
from iku.scoring import aggregate as aggregate_values
from tests.frames.engines import ENGINES, count_examples
from tests.frames.shorts import shorts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.scoring import Agregat

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")

SHORT: Final = shorts(-3000, 30_000, 6)
NUMBERS: Final = st.one_of(SHORT, SHORT, st.none(), st.sampled_from([0.0, 1e12, 123456789.25]))
WEIGHTS: Final = shorts(0, 3000, 4)
Row = tuple[str | None, float | None, float | None]


def make(drawn: Sequence[Row]) -> pa.Table:
    """Make a table of groups and two columns of numbers."""
    groups, first, second = zip(*drawn, strict=True)
    kinds: list[pa.DataType] = [pa.string(), pa.float64(), pa.float64()]
    fields = list(zip("gab", kinds, strict=True))
    return pa.table({"g": groups, "a": first, "b": second}, schema=pa.schema(fields))


def read_all(frame: object) -> list[tuple[Any, ...]]:
    """Give all rows."""
    rows = nw.from_native(cast("Any", frame)).lazy().collect().rows()
    # pandas has marks of its own for what is missing, and none of them equals itself.
    return [tuple(cell if cell == cell else None for cell in row) for row in rows]  # noqa: PLR0124


def read(frame: object) -> dict[str | None, tuple[Any, ...]]:
    """Give what each group came to."""
    return {row[0]: row[1:] for row in read_all(frame)}


def expect(agregat: Agregat, digits: int) -> tuple[float | None, int, str | None]:
    """What the scalar path prints, how much it skips, and why there is nothing."""
    skipped = len(agregat.dilewati)
    if agregat.alasan is not None:
        return None, skipped, write_alasan(agregat.alasan)
    assert agregat.eksak is not None
    figure = round_half_up(agregat.eksak, digits)
    shown = float(figure)
    if not isfinite(shown) or Decimal(repr(shown)) != figure:
        return None, skipped, "terlalu_besar: butir"
    return shown, skipped, None


def take(value: float | None) -> Decimal | None:
    """A double means the shortest decimal that it is printed as."""
    return None if value is None else Decimal(repr(value))


GROUPS: Final = st.sampled_from(["x", "y", None])


class TestEveryGroup:
    """Figures, counts and reasons are those of the scalar path."""

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(15))
    @given(
        drawn=st.lists(st.tuples(GROUPS, NUMBERS, NUMBERS), min_size=1, max_size=8),
        digits=st.integers(0, 4),
    )
    def test_ratios(self, engine: str, drawn: list[Row], digits: int) -> None:
        """Numerators over denominators, each added up first."""
        done = aggregate(
            ENGINES[engine](make(drawn)),
            by="g",
            pembilang="a",
            penyebut="b",
            digits=digits,
            reason="sebab",
        )
        wanted = {
            group: expect(
                aggregate_values(
                    [
                        evaluate(PERSENTASE, {"A": take(a), "B": take(b)})
                        for g, a, b in drawn
                        if g == group
                    ],
                    cara="rasio",
                ),
                digits,
            )
            for group in {row[0] for row in drawn}
        }

        assert read(done) == wanted

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(15))
    @given(
        drawn=st.lists(st.tuples(GROUPS, NUMBERS, WEIGHTS), min_size=1, max_size=8),
        digits=st.integers(0, 4),
        cara=st.sampled_from(["rata_rata", "tertimbang", "rata_rata_persen"]),
    )
    def test_means(self, engine: str, drawn: list[Row], digits: int, cara: str) -> None:
        """Means, plain and weighted."""
        weighted = cara == "tertimbang"
        done = aggregate(
            ENGINES[engine](make(drawn)),
            by=["g"],
            cara=cara,
            nilai="a",
            bobot="b" if weighted else None,
            digits=digits,
            reason="sebab",
        )
        wanted = {}
        for group in {row[0] for row in drawn}:
            rows = [row for row in drawn if row[0] == group]
            wanted[group] = expect(
                aggregate_values(
                    [take(a) for _, a, _ in rows],
                    cara=cara,
                    bobot=[Decimal(repr(b)) for *_, b in rows] if weighted else None,
                ),
                digits,
            )

        assert read(done) == wanted


FRAME: Final = pl.DataFrame(
    {"g": ["x", "x", "y"], "a": [1.0, 2.0, 3.0], "b": [4.0, 5.0, 6.0], "n": [1, 2, 3]}
)


class TestPlainly:
    """Without `digits`, sums in the engine's own double precision."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_values_and_reasons(self, engine: str) -> None:
        """The same as for few values."""
        drawn: list[Row] = [("x", 1.0, 4.0), ("x", 2.0, 5.0), ("y", 3.0, 0.0), ("z", None, 1.0)]
        done = aggregate(
            ENGINES[engine](make(drawn)), by="g", pembilang="a", penyebut="b", pengali=9, reason="s"
        )

        assert read(done) == {
            "x": (3.0, 0, None),
            "y": (None, 0, "pembagi_nol: penyebut"),
            "z": (None, 1, "tanpa_nilai"),
        }

    @pytest.mark.parametrize("engine", ENGINES)
    def test_everything_is_one_group(self, engine: str) -> None:
        """Without `by` there is one row."""
        drawn: list[Row] = [("x", 1.0, 4.0), ("x", 2.0, 0.0)]
        done = aggregate(ENGINES[engine](make(drawn)), cara="tertimbang", nilai="a", bobot="b")

        assert read_all(done) == [(1.0, 0)]


class TestWeights:
    """Weights that are none are the reason, and never a value."""

    @pytest.mark.parametrize(
        ("weights", "reason"),
        [
            ([0.0, 0.0], "bobot_nol"),
            ([1.0, None], "tanpa_data: bobot"),
            ([-1.0, 3.0], "tidak_berlaku: bobot"),
            ([0.123456, 1.0], "terlalu_besar: butir"),
        ],
    )
    def test_reasons(self, weights: list[float | None], reason: str) -> None:
        """With `digits` weights have at most four decimals."""
        frame = pl.DataFrame({"a": [1.0, 2.0], "b": weights})
        done = aggregate(frame, cara="tertimbang", nilai="a", bobot="b", digits=2, reason="s")

        assert done.rows() == [(None, 0, reason)]

    def test_what_is_skipped_needs_none(self) -> None:
        """Only what counts is weighed."""
        frame = pl.DataFrame({"a": [1.0, None], "b": [2.0, None]})

        assert aggregate(frame, cara="tertimbang", nilai="a", bobot="b").rows() == [(1.0, 1)]


class TestDigits:
    """Sums of numbers that doubles cannot add."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_tenth_ten_thousand_times(self, engine: str) -> None:
        """In doubles the sum is 1000.0000000001588."""
        drawn: list[Row] = [("x", 0.1, 1000.0)] * 10_000
        done = aggregate(
            ENGINES[engine](make(drawn)), by="g", pembilang="a", penyebut="b", digits=9
        )

        assert read(done) == {"x": (0.01, 0)}

    @pytest.mark.parametrize("number", [0.1 + 0.2, 1e15, 1e-11, 123456789.1234567])
    def test_more_digits_than_can_be_added(self, number: float) -> None:
        """No figure is made of them; without `digits` there is a value."""
        frame = pl.DataFrame({"a": [number], "b": [1.0]})

        assert aggregate(frame, pembilang="a", penyebut="b", digits=1, reason="s").rows() == [
            (None, 0, "terlalu_besar: butir")
        ]
        assert aggregate(frame, pembilang="a", penyebut="b", pengali=1).rows() == [(number, 0)]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_sums_beyond_64_bits(self, engine: str) -> None:
        """They would begin again from below; there is no figure instead."""
        drawn = pa.table({"a": [2**62] * 3, "b": [1, 2, 3]})
        done = aggregate(ENGINES[engine](drawn), pembilang="a", penyebut="b", digits=1, reason="s")

        assert read_all(done) == [(None, 0, "terlalu_besar: butir")]

    @pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas"])
    def test_decimals(self, engine: str) -> None:
        """They are added as they are."""
        kind = pa.decimal128(20, 4)
        table = pa.table(
            {
                "a": pa.array([Decimal("0.1005"), None, Decimal("0.2")], kind),
                "b": pa.array([1, 2, 3], pa.int32()),
            }
        )
        done = aggregate(ENGINES[engine](table), cara="rata_rata", nilai="a", digits=3)
        ratio = aggregate(ENGINES[engine](table), pembilang="a", penyebut="b", digits=3)

        assert read_all(done) == [(0.15, 1)]
        assert read_all(ratio) == [(7.513, 1)]


class TestRefusing:
    """What cannot be meant is refused."""

    @pytest.mark.parametrize(
        ("arguments", "code", "location"),
        [
            ({"pembilang": "a"}, "wrong-type", ("penyebut",)),
            ({"pembilang": "a", "penyebut": "g"}, "wrong-column", ("penyebut",)),
            ({"pembilang": "a", "penyebut": "b", "nilai": "a"}, "wrong-type", ("nilai",)),
            ({"cara": "rata_rata", "nilai": "q"}, "unknown-column", ("nilai",)),
            ({"cara": "rata_rata", "nilai": "a", "by": ["q"]}, "unknown-column", ("by",)),
            (
                {"cara": "rata_rata", "nilai": "a", "by": "a", "into": "a"},
                "duplicate-column",
                ("into",),
            ),
            (
                {"cara": "rata_rata", "nilai": "a", "reason": "dilewati"},
                "duplicate-column",
                ("reason",),
            ),
            ({"cara": "rata_rata", "nilai": "a", "digits": -1}, "bad-digits", ("digits",)),
        ],
    )
    def test_columns(self, arguments: dict[str, Any], code: str, location: tuple[str, ...]) -> None:
        """With the argument that is wrong."""
        with pytest.raises(FrameError) as caught:
            aggregate(FRAME, **arguments)

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_weighted_decimals_with_digits(self) -> None:
        """Engines drop digits of their products."""
        frame = FRAME.with_columns(pl.col("a").cast(pl.Decimal(10, 2)))
        with pytest.raises(FrameError) as caught:
            aggregate(frame, cara="tertimbang", nilai="a", bobot="b", digits=2)

        assert (caught.value.code, caught.value.location) == ("wrong-column", ("nilai",))

    def test_other_arguments(self) -> None:
        """As for few values."""
        with pytest.raises(AngkaError) as caught:
            aggregate(FRAME, pembilang="a", penyebut="b", pengali=0.5)  # type: ignore[arg-type]  # on purpose
        assert caught.value.location == ("pengali",)

        with pytest.raises(DomainError) as chosen:
            aggregate(FRAME, cara="jumlah", nilai="a")
        assert chosen.value.location == ("cara",)
