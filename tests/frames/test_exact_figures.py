"""With `digits`, every cell is the figure of the scalar path, in every engine."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import copysign, floor, inf, isfinite, isnan
from random import Random
from typing import TYPE_CHECKING, Final

import duckdb
import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku import evaluate as evaluate_one
from iku import parse_formula
from iku.angka import round_half_up
from iku.errors import FrameError
from iku.formula import Persentase
from iku.frames import evaluate
from iku.frames.exact import asking, resolving
from iku.frames.exact.asking import _FEW
from iku.frames.exact.batches import FinishRows
from iku.frames.exact.rounding import FIGURE, MAXIMUM_DIGITS, _find_nearest
from iku.frames.exact.tasks import WHY, Tugas
from iku.frames.inputs import find_columns
from iku.frames.reasons import write_alasan
from iku.tree import collect_inputs
from tests.frames.engines import ENGINES, Cell, count_examples, make_table, read_rows
from tests.frames.trees import NAMES, Row, Tree, numbers, rows, to_columns, trees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.tree import Expression
    from iku.typing import Formula

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TREE: Final = PERSENTASE.lower()


def expect(formula: Formula, values: Mapping[str, Decimal | int | None], digits: int) -> Cell:
    """What the scalar path prints, or says, for a row."""
    hasil = evaluate_one(formula, values)
    if hasil.alasan is not None:
        return None, write_alasan(hasil.alasan)
    figure = hasil.round(digits)
    assert figure is not None
    shown = float(figure)
    # A column of doubles has no place for digits that no double is printed with.
    if not isfinite(shown) or Decimal(repr(shown)) != figure:
        return None, "terlalu_besar"
    return shown, None


def alike(found: Cell, wanted: Cell) -> bool:
    """Compare cells, signs of zero included; which digits are too many has no names."""
    if wanted[1] == "terlalu_besar":
        return found[0] is None and (found[1] or "").startswith("terlalu_besar")
    return found == wanted and (found[0] != 0 or copysign(1, found[0]) == 1)


def find_wrong(
    engine: str, formula: Formula, table: pa.Table, digits: int
) -> list[tuple[Mapping[str, object], Cell, Cell]]:
    """Compare all rows of an engine with the scalar path."""
    done = evaluate(ENGINES[engine](table), formula, digits=digits, reason="sebab")
    found = read_rows(done, "nilai", "sebab")
    given_rows = table.to_pylist()
    wanted = [
        expect(formula, {name: _take(row[name]) for name in row}, digits) for row in given_rows
    ]
    return [
        (row, cell, other)
        for row, cell, other in zip(given_rows, found, wanted, strict=True)
        if not alike(cell, other)
    ]


def _take(value: object) -> Decimal | int | None:
    # A double means the shortest decimal that it is printed as.
    return Decimal(repr(value)) if isinstance(value, float) else value  # type: ignore[return-value]  # of a table of numbers


def without_nan(engine: str, drawn: list[Row]) -> list[Row]:
    """Pandas has one mark for what is missing and what is no number."""
    if engine != "pandas":
        return drawn
    return [
        {name: None if value is None or isnan(value) else value for name, value in row.items()}
        for row in drawn
    ]


class TestEveryCell:
    """Values and reasons are those of the scalar path, cell by cell."""

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(60))
    @given(pohon=trees(), drawn=rows(numbers()), digits=st.integers(0, 4))
    def test_doubles(self, engine: str, pohon: Expression, drawn: list[Row], digits: int) -> None:
        """Trees of every kind over short decimals, extremes, nulls and what is no number."""
        table = make_table(to_columns(without_nan(engine, drawn)))

        assert find_wrong(engine, Tree(pohon=pohon), table, digits) == []

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(20))
    @given(
        pohon=trees(),
        drawn=rows(st.integers(-(2**63), 2**63 - 1) | st.integers(-200, 200) | st.none()),
        digits=st.integers(0, 4),
    )
    def test_whole_numbers(
        self, engine: str, pohon: Expression, drawn: list[dict[str, int | None]], digits: int
    ) -> None:
        """Integers keep all their digits, also those that no double holds."""
        types = dict.fromkeys(NAMES, pa.int64())
        if engine == "pandas":
            # Its integers have no mark for what is missing.
            drawn = [{name: value or 0 for name, value in row.items()} for row in drawn]
        table = make_table(to_columns(drawn), **types)

        assert find_wrong(engine, Tree(pohon=pohon), table, digits) == []

    @pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas"])
    @settings(max_examples=count_examples(20))
    @given(
        pohon=trees(),
        drawn=rows(
            st.decimals(-(10**20), 10**20, places=4) | st.decimals(-9, 9, places=4) | st.none()
        ),
        digits=st.integers(0, 4),
    )
    def test_decimals(self, engine: str, pohon: Expression, drawn: list[Row], digits: int) -> None:
        """Decimals keep all their digits."""
        table = make_table(to_columns(drawn), **dict.fromkeys(NAMES, pa.decimal128(38, 4)))

        assert find_wrong(engine, Tree(pohon=pohon), table, digits) == []

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(
        ("text", "digits"),
        [
            ("A + B", 2),
            ("A - B * 3", 15),
            ("minimum(A, B) - maksimum(B, 7)", 2),
            ("A + B * 0.5", 2),
            ("A + 12 / 4 - B", 2),
        ],
    )
    def test_sums_larger_than_what_has_decimals(self, engine: str, text: str, digits: int) -> None:
        """Rupiah of a whole country, in doubles that have no place for decimals."""
        large = [9e14, 9e15, 2.0**53, -4.5e15, 3e15 + 0.5, 1e300]
        table = make_table({"A": large, "B": [5.0, 3e15, 1.0, 4.5e15, 0.25, 1e300]})

        assert find_wrong(engine, parse_formula(text), table, digits) == []

    @pytest.mark.parametrize("engine", ENGINES)
    def test_zero_has_no_sign(self, engine: str) -> None:
        """Also where doubles have no place for decimals, and what is added to it is left out."""
        table = make_table({"A": [4003199668772.0, 4003199668769.0]})

        assert find_wrong(engine, parse_formula("-(A - A)"), table, 4) == []

    @pytest.mark.parametrize("engine", [name for name in ENGINES if name != "pandas"])
    @pytest.mark.parametrize("kind", [pa.int64(), pa.float64(), pa.decimal128(9, 2)])
    def test_the_least_of_what_is_missing(self, engine: str, kind: pa.DataType) -> None:
        """Is missing, though engines leave out what is."""
        table = make_table({"A": [0, 7], "B": [None, 3]}, A=kind, B=kind)

        for text in ("minimum(A, B)", "maksimum(A, B, 5)"):
            assert find_wrong(engine, parse_formula(text), table, 0) == []

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [1, 2, 3])
    def test_a_figure_is_the_double_that_is_printed_so(self, engine: str, digits: int) -> None:
        """Divided by a power of ten, and not multiplied with its inverse."""
        figures = [place / 10.0**digits for place in range(-3000, 3000)]
        done = evaluate(
            ENGINES[engine](make_table({"A": figures})), parse_formula("A * 1"), digits=digits
        )

        assert [cell for (cell,) in read_rows(done, "nilai")] == figures

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_part_that_never_computes(self, engine: str) -> None:
        """The reason is that of the first operation without a value, as for one row."""
        table = make_table({"A": [1.0, 0.0, None], "B": [2.0, 0.0, 1.0]})

        assert find_wrong(engine, parse_formula("A / B + 1 / (3 - 3)"), table, 2) == []

    @pytest.mark.parametrize("engine", ENGINES)
    def test_the_first_operation_without_a_value(self, engine: str) -> None:
        """Doubles do not know that a difference is zero, so they do not say which was first."""
        table = make_table({"A": [1.0], "B": [0.1], "C": [0.2], "D": [0.3], "E": [0.0]})

        for text in ("A / (B + C - D) + A / E", "ln(B + C - D) + A / E"):
            assert find_wrong(engine, parse_formula(text), table, 2) == []

    @pytest.mark.parametrize("engine", ["pandas", "pyarrow"])
    def test_pieces(self, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Frames in memory are computed piece by piece."""
        monkeypatch.setattr(resolving, "_PIECE", 2)
        table = make_table({"A": [1.0, 2.0, 0.0, 1.0, 5.0], "B": [3.0, 1600.0, 0.0, None, 8.0]})

        assert find_wrong(engine, PERSENTASE, table, 2) == []

    @pytest.mark.parametrize("engine", ENGINES)
    def test_constants(self, engine: str) -> None:
        """A formula without variables has one value in all rows."""
        table = make_table({"A": [1.0, None]})

        assert find_wrong(engine, parse_formula("1 / 8"), table, 2) == []
        assert find_wrong(engine, parse_formula("1 / (1 - 1)"), table, 2) == []

    @pytest.mark.parametrize("engine", ENGINES)
    def test_no_rows(self, engine: str) -> None:
        """A frame without rows gives one with the new columns and without rows."""
        table = make_table({"A": [1.0], "B": [2.0]}).slice(0, 0)
        done = evaluate(ENGINES[engine](table), PERSENTASE, digits=2, reason="sebab")

        assert read_rows(done, "A", "B", "nilai", "sebab") == []

    @pytest.mark.parametrize("digits", range(MAXIMUM_DIGITS + 1))
    def test_every_count_of_decimals(self, digits: int) -> None:
        """From none to as many as a double can show."""
        table = make_table({"A": [2.0, 1.0, 1e-9, 5e14], "B": [3.0, 8.0, 7.0, 9.0]})

        assert find_wrong("polars", PERSENTASE, table, digits) == []

    @pytest.mark.parametrize("digits", [-1, 16, 2.0, True, "2"])
    def test_other_counts_are_refused(self, digits: object) -> None:
        """A double has no more than fifteen decimals to show."""
        with pytest.raises(FrameError) as caught:
            evaluate(pl.DataFrame({"A": [1], "B": [1]}), PERSENTASE, digits=digits)  # type: ignore[arg-type]  # on purpose

        assert caught.value.code == "bad-digits"
        assert caught.value.location == ("digits",)


@cache
def draw_ties() -> tuple[pa.Table, list[float], int]:
    """Draw 200,000 rows with many ties; give their figures, and how many doubles round wrong."""
    rng = Random(7)  # noqa: S311 - no secret
    above = [rng.randrange(1, 20_000) for _ in range(200_000)]
    below = [rng.choice((8, 16, 32, 40, 80, 160, 320, 400, 800, 1600)) for _ in above]
    pairs = [*zip(above, below, strict=True)]
    known = {pair: float(round_half_up(Fraction(10 * pair[0], pair[1]), 2)) for pair in set(pairs)}
    figures = [known[pair] for pair in pairs]
    table = make_table({"A": [n / 100 for n in above], "B": [n / 10 for n in below]})
    plain = [floor(n / 100 / (m / 10) * 100 * 100 + 0.5) / 100 for n, m in pairs]
    return table, figures, sum(one != other for one, other in zip(plain, figures, strict=True))


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_near_a_tie(engine: str) -> None:
    """Rounding doubles gets every twentieth of these rows wrong, and this none."""
    table, figures, wrong = draw_ties()
    done = evaluate(ENGINES[engine](table), PERSENTASE, digits=2)

    assert wrong > 5_000
    assert [cell for (cell,) in read_rows(done, "nilai")] == figures


@pytest.mark.parametrize(
    "text",
    [
        "A ^ 20 * B ^ 20",
        "A / (10 ^ 64 * 10 ^ 64 * 10 ^ 64 * 10 ^ 64 * 10 ^ 64)",
        "A * (0 - 10 ^ 64 * 10 ^ 64 * 10 ^ 64 * 10 ^ 64 * 10 ^ 64)",
    ],
)
def test_numbers_that_no_double_holds(text: str) -> None:
    """They are computed with fractions, also where they come to a figure again."""
    table = make_table({"A": [2.5, 1e-15, 0.0, 1e-310], "B": [0.4, 1e15, 1.0, 1.0]})

    assert find_wrong("polars", parse_formula(text), table, 2) == []


def test_nearest_whole_number_in_spark() -> None:
    """Its floor is an integer of 64 bits; what is larger is looked at again."""
    nearest = _find_nearest(nw.col("A"), nw.Implementation.PYSPARK)
    frame = nw.from_native(pl.DataFrame({"A": [0.5, -0.5, 1e15, 1e300, float("nan")]}))

    assert frame.select(nearest)["A"].to_list() == [1.0, 0.0, 1e15, None, None]


class TestDuckdb:
    """Rows that are asked for before the query runs."""

    @pytest.mark.parametrize("count", [_FEW, _FEW + 1])
    @pytest.mark.parametrize("reason", [None, "sebab"])
    def test_few_and_many(self, count: int, reason: str | None) -> None:
        """Answers are written into the query, or joined; reasons as well."""
        above = [n / 100 for n in range(1, 2 * count, 2)]
        table = make_table({"A": [*above, 2.0, 0.0], "B": [0.2] * count + [0.0, -0.0]})
        formula = parse_formula("A / (B * 100)")
        done = evaluate(ENGINES["DuckDB"](table), formula, digits=3, reason=reason)
        wanted = [float(round_half_up(Fraction(n, 2000), 3)) for n in range(1, 2 * count, 2)]

        assert [cell for (cell,) in read_rows(done, "nilai")] == [*wanted, None, None]
        if reason is not None:
            said = [cell for (cell,) in read_rows(done, reason)]
            assert said == [*([None] * count), "pembagi_nol: B", "pembagi_nol: B"]

    def test_names_of_the_database(self) -> None:
        """A table of any name stands beside what is joined, and nothing is left behind."""
        connection = duckdb.connect()
        for name in ("__iku_answers", "__iku_rows", "r", "a"):
            connection.execute(f'create table "{name}" as select 1 as x')
        above = [n / 100 for n in range(1, 2 * _FEW + 3, 2)]
        table = make_table({"A": above, "B": [0.2] * len(above)})
        before = set(vars(asking))
        done = evaluate(connection.from_arrow(table), PERSENTASE, digits=0)

        assert set(vars(asking)) == before
        assert [cell for (cell,) in read_rows(done, "nilai")] == [
            *range(5, 5 + 10 * len(above), 10)
        ]


class TestPolarsLazily:
    """What a lazy frame of polars may do with the query stays possible."""

    FRAME: Final = pl.LazyFrame({"A": [1.0, 2.0] * 50_000, "B": [3.0, 1600.0] * 50_000, "C": 1})

    def test_it_streams(self) -> None:
        """Batch by batch, with the same answers."""
        query = evaluate(self.FRAME, PERSENTASE, digits=2, reason="sebab")
        done = query.collect(engine="streaming")

        assert done.equals(query.collect())
        assert done["nilai"].unique().sort().to_list() == [0.13, 33.33]

    def test_columns_and_rows_that_nobody_asks_for_are_not_read(self) -> None:
        """Filters and choices of columns reach the source through the new columns."""
        query = evaluate(self.FRAME, PERSENTASE, digits=2)
        plan = query.filter(pl.col("A") > 1).select("nilai").explain()

        assert "2/3 COLUMNS" in plan
        assert query.filter(pl.col("nilai") > 1).select("C", "nilai").collect().height == 50_000
        assert query.select(pl.len()).collect().item() == 100_000

    @pytest.mark.parametrize("reason", [None, "sebab"])
    def test_a_batch(self, reason: str | None) -> None:
        """What polars does on threads of its own, where nobody measures it."""
        columns = find_columns(collect_inputs(TREE), dict.fromkeys("AB", nw.Float64()), {}, None)
        tugas = Tugas(pohon=TREE, columns=columns, into="nilai", reason=reason, digits=2)
        figures = {FIGURE: [inf, 33.33, None], "A": [1.0, 1.0, 1.0], "B": [800.0, 3.0, 0.0]}
        batch = pl.DataFrame(figures).with_columns(said=pl.Series([None, None, "tanpa_data: B"]))
        given = batch.select(FIGURE, pl.col("said").alias(WHY), "A", "B")
        done = FinishRows(tugas)(given.drop([] if reason else WHY).get_columns())

        finished = FinishRows(tugas)(given.drop([] if reason else WHY)[1:].get_columns())

        assert (finished if reason is None else finished.struct.field("nilai")).to_list() == [
            33.33,
            None,
        ]
        if reason is None:
            assert done.to_list() == [0.13, 33.33, None]
        else:
            assert done.struct.unnest().to_dict(as_series=False) == {
                "nilai": [0.13, 33.33, None],
                "sebab": [None, None, "tanpa_data: B"],
            }
