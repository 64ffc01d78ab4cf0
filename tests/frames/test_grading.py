"""Classes of a scale in columns: those of `iku.grade`, at every bound and beside it."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import Predikat, Skala
from iku.domain.skala import Tepi
from iku.errors import FrameError, ScoringError
from iku.frames import grade
from iku.frames.reasons import write_alasan
from iku.regulations import SKALA_PERMENDAGRI, daftar
from iku.scoring import GapPolicy
from iku.scoring import grade as grade_one
from iku.testing.strategies import skala as skala_of_any_kind
from tests.frames.engines import ENGINES, count_examples, make_table, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KINDS: Final[dict[str, pa.DataType]] = {
    "double": pa.float64(),
    "integer": pa.int64(),
    "decimal": pa.decimal128(38, 8),
}
GAPS: Final = (None, *GapPolicy)


def float_of(number: Decimal) -> Decimal:
    """Give the decimal that the nearest double means."""
    return Decimal(repr(float(number)))


TAKE: Final[dict[str, Callable[[Decimal], Decimal | int]]] = {
    "double": float_of,
    "integer": int,
    "decimal": lambda number: round(number, 8),
}
"""What a column of each kind makes of a number."""


def list_near(skala: Skala) -> list[Decimal]:
    """List all bounds of a scale, and numbers by which they are missed."""
    step = Decimal(1) if skala.langkah is None else skala.langkah.nilai
    bounds = {
        bound.nilai
        for predikat in skala.predikat
        for bound in (predikat.batas_bawah, predikat.batas_atas)
        if bound is not None
    }
    units = [*map(Decimal, ("0", "0.0001", "0.005", "0.01", "0.5", "1")), step / 2, step]
    numbers = (
        bound + sign * unit
        for bound in bounds or {Decimal(3)}
        for unit in units
        for sign in (-1, 1)
    )
    return sorted(set(numbers))


def find_wrong(
    engine: str, skala: Skala, numbers: Sequence[Decimal | None], kind: str, gap: GapPolicy | None
) -> list[tuple[object, ...]]:
    """Compare all numbers of an engine with the scalar path."""
    taken = [None if number is None else TAKE[kind](number) for number in numbers]
    cells = [float(each) if kind == "double" and each is not None else each for each in taken]
    table = make_table({"x": cells}, x=KINDS[kind])
    done = grade(
        ENGINES[engine](table), skala, nilai="x", gap=gap, reason="sebab", allow_unverified=True
    )
    found = read_rows(done, "predikat", "sebab")
    wanted: list[tuple[object, ...]] = []
    for number in taken:
        earned = grade_one(number, skala, gap=gap, allow_unverified=True)
        wanted.append(
            (earned.label, None if earned.alasan is None else write_alasan(earned.alasan))
        )
    return [row for row in zip(taken, found, wanted, strict=True) if row[1] != row[2]]


@pytest.mark.parametrize(
    ("engine", "kind"),
    # pandas has no decimals of its own.
    [pair for pair in product(ENGINES, KINDS) if pair != ("pandas", "decimal")],
)
class TestEveryBound:
    """On a bound, just below and just above it, in all gaps and beyond both ends."""

    @pytest.mark.parametrize("gap", GAPS)
    def test_scales_of_regulations(self, engine: str, kind: str, gap: GapPolicy | None) -> None:
        """All of them."""
        for ketentuan in daftar.SKALA:
            numbers = list_near(ketentuan.isi)

            assert find_wrong(engine, ketentuan.isi, [*numbers, None], kind, gap) == []

    @pytest.mark.parametrize("gap", GAPS)
    def test_gaps_of_every_kind(self, engine: str, kind: str, gap: GapPolicy | None) -> None:
        """Wide ones, open ones, and those below zero, where a half is rounded down."""
        for skala in (WIDE, OPEN):
            assert find_wrong(engine, skala, list_near(skala), kind, gap) == []


def _class(label: str, low: str | None, high: str | None, *, terbuka: str = "") -> Predikat:
    edges = dict.fromkeys(terbuka.split(), Tepi.TERBUKA)
    return Predikat(
        label=label,
        batas_bawah=None if low is None else Angka(low),
        batas_atas=None if high is None else Angka(high),
        tepi_bawah=edges.get("bawah", Tepi.TERTUTUP),
        tepi_atas=edges.get("atas", Tepi.TERTUTUP),
    )


WIDE: Final = Skala(
    kode="lebar",
    nama="Lebar",
    langkah=Angka("1"),
    predikat=(
        _class("D", None, "-5"),
        _class("C", "-4", "-2"),
        _class("B", "3", "5", terbuka="bawah atas"),
        _class("A", "6", "9", terbuka="atas"),
    ),
)
OPEN: Final = Skala(
    kode="terbuka",
    nama="Terbuka",
    predikat=(
        _class("C", "0.1", "0.3", terbuka="atas"),
        _class("B", "0.3", None, terbuka="bawah"),
        # Digits that no double has, so that its nearest double is below or above it.
        _class("A", "1.00000000000000000001", "1.09999999999999999999"),
        _class("AA", "1.2", None),
    ),
)


@settings(max_examples=count_examples(60))
@given(
    skala=skala_of_any_kind(),
    drawn=st.lists(st.floats() | st.integers(0, 4000).map(lambda value: value / 40), min_size=1),
    gap=st.sampled_from(GAPS),
)
def test_scales_of_every_kind(skala: Skala, drawn: list[float], gap: GapPolicy | None) -> None:
    """And doubles of every kind, what is no number too."""
    numbers = [*map(Decimal, map(repr, drawn)), *list_near(skala)]

    assert find_wrong("polars", skala, numbers, "double", gap) == []


class TestRefusing:
    """What cannot be meant is refused."""

    FRAME: Final = pl.DataFrame({"x": [1.0], "kelas": ["A"]})

    @pytest.mark.parametrize(
        ("arguments", "code", "location"),
        [
            ({"nilai": "y"}, "unknown-column", ("nilai",)),
            ({"nilai": "kelas"}, "wrong-column", ("nilai",)),
            ({"into": "z", "reason": "z"}, "duplicate-column", ("reason",)),
        ],
    )
    def test_columns(self, arguments: dict[str, Any], code: str, location: tuple[str, ...]) -> None:
        """With the argument that is wrong."""
        usual: dict[str, Any] = {"nilai": "x"}
        with pytest.raises(FrameError) as caught:
            grade(self.FRAME, SKALA_PERMENDAGRI.isi, **usual | arguments)

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_policies(self) -> None:
        """As for one number."""
        with pytest.raises(ScoringError) as caught:
            grade(self.FRAME, SKALA_PERMENDAGRI.isi, nilai="x", gap="up")

        assert (caught.value.code, caught.value.location) == ("bad-choice", ("gap",))
