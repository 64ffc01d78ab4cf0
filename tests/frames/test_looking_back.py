"""Earlier periods are found by their number, as a Seri finds them, in every engine."""

from __future__ import annotations

from decimal import Decimal
from math import copysign
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku import Periode, Pertumbuhan, Seri, parse_formula
from iku import evaluate as evaluate_one
from iku.errors import FrameError
from iku.frames import evaluate
from iku.frames.reasons import write_alasan
from iku.tree import MAXIMUM_STEPS
from tests.frames.engines import ENGINES, Cell, count_examples, make_table, read_rows

if TYPE_CHECKING:
    from iku.typing import Formula

TUMBUH: Final = Pertumbuhan(variabel="A", basis="lalu")  # type: ignore[arg-type]  # the word for it
FORMULAS: Final = (
    TUMBUH,
    parse_formula("A - lalu(A)"),
    parse_formula("lalu(A, 2) / lalu(B)"),
    parse_formula("(A + lalu(A, 3)) / (B - lalu(B, 4))"),
)

PANEL: Final = st.dictionaries(
    st.tuples(st.sampled_from(["a", "b", None]), st.integers(2018, 2026)),
    st.tuples(*[st.none() | st.integers(-50, 50).map(lambda tenths: tenths / 10)] * 2),
    min_size=1,
    max_size=15,
).flatmap(lambda panel: st.permutations([*panel.items()]))
"""Rows of three entities with gaps between the years, in any order; one has no name."""


def make_panel(
    rows: list[tuple[tuple[str | None, int], tuple[float | None, float | None]]],
) -> pa.Table:
    """Make a table of a panel."""
    keys, values = zip(*rows, strict=True)
    kota, tahun = zip(*keys, strict=True)
    first, second = zip(*values, strict=True)
    return make_table(
        {"kota": kota, "tahun": tahun, "A": first, "B": second}, kota=pa.string(), tahun=pa.int64()
    )


def expect(formula: Formula, table: pa.Table, *, over: bool) -> list[Cell]:
    """What the scalar path says of each row, from a series of its entity."""
    rows = table.to_pylist()
    cells: list[Cell] = []
    for row in rows:
        seri = Seri.from_rows(
            (name, other["tahun"], Decimal(repr(other[name])))
            for other in rows
            for name in "AB"
            if other[name] is not None and (not over or other["kota"] == row["kota"])
        )
        hasil = evaluate_one(formula, seri, periode=Periode.tahunan(row["tahun"]))
        figure = hasil.round(2)
        reason = None if hasil.alasan is None else write_alasan(hasil.alasan)
        cells.append((None if figure is None else float(figure), reason))
    return cells


class TestSeri:
    """The rows of an entity are its series."""

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(30))
    @given(rows=PANEL, formula=st.sampled_from(FORMULAS))
    def test_entities(self, engine: str, rows: list[Any], formula: Formula) -> None:
        """Gaps are gaps: a row is never the year before only because it stands before."""
        table = make_panel(rows)
        done = evaluate(
            ENGINES[engine](table),
            formula,
            over="kota",
            order_by="tahun",
            digits=2,
            reason="sebab",
        )
        found = read_rows(done, "nilai", "sebab")

        assert found == expect(formula, table, over=True)
        assert all(value != 0 or copysign(1, value) == 1 for value, _ in found)

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(10))
    @given(
        rows=st.permutations(range(2018, 2027)).map(
            lambda years: [(("a", year), (year / 8, None)) for year in years[:6]]
        )
    )
    def test_one_series(self, engine: str, rows: list[Any]) -> None:
        """Without `over` all rows are one series."""
        table = make_panel(rows)
        done = evaluate(ENGINES[engine](table), TUMBUH, order_by="tahun", digits=2, reason="sebab")

        assert read_rows(done, "nilai", "sebab") == expect(TUMBUH, table, over=False)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_without_digits(self, engine: str) -> None:
        """The doubles of the engine, from the same rows."""
        table = make_panel(
            [(("a", 2020), (8.0, None)), (("b", 2021), (1.0, None)), (("a", 2021), (10.0, None))]
        )
        done = evaluate(
            ENGINES[engine](table), TUMBUH, over=["kota"], order_by="tahun", reason="sebab"
        )

        assert read_rows(done, "nilai", "sebab", "kota", "tahun") == [
            (None, "tanpa_periode_lalu: A", "a", 2020),
            (None, "tanpa_periode_lalu: A", "b", 2021),
            (25.0, None, "a", 2021),
        ]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_as_far_back_as_formulas_look(self, engine: str) -> None:
        """Ten years of months, with most of them missing."""
        months = [1, 2, 60, 120, 121, 122]
        table = make_panel([(("a", month), (float(month), None)) for month in months])
        formula = parse_formula(f"A - lalu(A, {MAXIMUM_STEPS})")
        done = evaluate(ENGINES[engine](table), formula, over="kota", order_by="tahun", digits=0)

        assert [cell for (cell,) in read_rows(done, "nilai")] == [*[None] * 4, 120.0, 120.0]


class TestKindsOfPeriods:
    """Whole numbers of every kind count periods."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(
        "kind",
        [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(), pa.uint64()],
    )
    def test_narrow_numbers(self, engine: str, kind: pa.DataType) -> None:
        """There is no number before the first of a narrow type, and no engine stumbles over it."""
        table = make_table({"A": [1.0, 3.0, 5.0], "ke": [0, 1, 127]}, ke=kind)
        done = evaluate(ENGINES[engine](table), parse_formula("A - lalu(A)"), order_by="ke")

        assert [cell for (cell,) in read_rows(done, "nilai")] == [None, 2.0, None]

    @pytest.mark.parametrize("engine", ["polars, lazy", "DuckDB", "pyarrow"])
    def test_no_period(self, engine: str) -> None:
        """A row without a period has no earlier one, and is of none."""
        table = make_table({"A": [1.0, 3.0, 5.0], "ke": [1, None, 2]}, ke=pa.int64())
        done = evaluate(ENGINES[engine](table), parse_formula("A - lalu(A)"), order_by="ke")

        assert [cell for (cell,) in read_rows(done, "nilai")] == [None, None, 4.0]

    @pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
    def test_no_period_in_pandas(self, backend: Any) -> None:  # noqa: ANN401 - a word of pandas
        """Where its integers have a mark for what is missing."""
        frame = pd.DataFrame({"A": [1.0, 3.0, 5.0], "ke": [1, None, 2]})
        frame = frame.convert_dtypes(dtype_backend=backend)
        done = evaluate(frame, parse_formula("A - lalu(A)"), order_by="ke")

        assert done["nilai"].tolist()[2] == 4.0
        assert done["nilai"].isna().tolist() == [True, True, False]


class TestWideNumbers:
    """Whole numbers keep all digits on the way back."""

    FIRST: Final = 2**53 + 1
    FORMULA: Final = parse_formula("A - lalu(A)")

    @pytest.mark.parametrize("engine", ENGINES)
    def test_beyond_doubles(self, engine: str) -> None:
        """The domestic product in rupiah is one."""
        table = make_table(
            {"A": [self.FIRST, self.FIRST + 7], "ke": [1, 2]}, A=pa.int64(), ke=pa.int64()
        )
        done = evaluate(ENGINES[engine](table), self.FORMULA, order_by="ke", digits=2)

        assert [cell for (cell,) in read_rows(done, "nilai")] == [None, 7.0]

    @pytest.mark.parametrize(
        "types", [{"A": "Int64"}, {"A": "int64[pyarrow]", "ke": "int64[pyarrow]"}]
    )
    def test_kinds_of_pandas(self, types: dict[str, str]) -> None:
        """Those with a mark for what is missing as well."""
        frame = pd.DataFrame({"A": [self.FIRST, self.FIRST + 7], "ke": [1, 2]}).astype(types)
        done = evaluate(frame, self.FORMULA, order_by="ke", digits=2)

        assert done["nilai"].tolist()[1] == 7.0


class TestRefusals:
    """What is not said, or said twice, is not guessed."""

    @pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow"])
    @pytest.mark.parametrize("digits", [None, 2])
    def test_one_period_twice(self, engine: str, digits: int | None) -> None:
        """In memory it is seen, and the rows are named."""
        table = make_table(
            {"kota": ["a", "b", "a"], "tahun": [2020, 2021, 2020], "A": [1.0, 2.0, 3.0]},
            kota=pa.string(),
            tahun=pa.int64(),
        )
        with pytest.raises(FrameError) as caught:
            evaluate(ENGINES[engine](table), TUMBUH, over="kota", order_by="tahun", digits=digits)

        assert caught.value.code == "duplicate-periode"
        assert caught.value.location == ("over",)
        assert caught.value.found == "two rows of 'kota a, tahun 2020'"

    @pytest.mark.parametrize("engine", ENGINES)
    def test_nobody_looks_back(self, engine: str) -> None:
        """A formula that does not look back takes rows as they are."""
        table = make_table({"A": [1.0, 2.0], "tahun": [2020, 2020]}, tahun=pa.int64())
        done = evaluate(ENGINES[engine](table), parse_formula("A * 2"), order_by="tahun")

        assert [cell for (cell,) in read_rows(done, "nilai")] == [2.0, 4.0]

    @pytest.mark.parametrize(
        ("arguments", "code", "location"),
        [
            ({}, "no-order", ("order_by",)),
            ({"over": "kota"}, "no-order", ("order_by",)),
            ({"order_by": "tahn"}, "unknown-column", ("order_by",)),
            ({"order_by": "A"}, "wrong-column", ("order_by",)),
            ({"order_by": "kota"}, "wrong-column", ("order_by",)),
            ({"order_by": ["tahun"]}, "wrong-type", ("order_by",)),
            ({"order_by": "tahun", "over": "kot"}, "unknown-column", ("over",)),
            ({"order_by": "tahun", "over": ["kota", 3]}, "wrong-type", ("over",)),
        ],
    )
    def test_no_order(
        self, arguments: dict[str, Any], code: str, location: tuple[str, ...]
    ) -> None:
        """A formula that looks back needs to know how."""
        frame = pl.DataFrame({"kota": ["a"], "tahun": [2020], "A": [1.0]})
        with pytest.raises(FrameError) as caught:
            evaluate(frame, TUMBUH, **arguments)

        assert caught.value.code == code
        assert caught.value.location == location
