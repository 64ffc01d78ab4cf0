"""Without `digits`: what the engine itself computes, and nothing where there is no value."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import inf, isnan, nan, ulp
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

import narwhals as nw
import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku import Langsung, Narasi, Pertumbuhan, parse_formula
from iku import evaluate as evaluate_one
from iku.angka import Angka
from iku.formula import Persentase
from iku.frames import evaluate
from iku.frames.lowering import lower_value
from iku.frames.reasons import lower_reason, write_alasan
from iku.tree import (
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Log,
    Mean,
    Power,
    Unlowered,
)
from tests.frames.engines import ENGINES, count_examples, make_table, read_rows
from tests.frames.trees import Row, Tree, constants, numbers, ring, rows, to_columns, variables

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.typing import Formula

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TERTIMBANG: Final = parse_formula(
    "(1 * A + 2 * B + 3 * C + 4 * A + 5 * B + 6 * C + 7 * A + 8 * B + 9 * C) / 45"
)
CAPAIAN: Final = parse_formula("minimum(A / B * 100, 120)")
"""Realisasi A of target B, at most 120."""

Doubles: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float64]]"

_SUM: Final = sum(
    (pl.col(name) * (1.0 * weight) for weight, name in enumerate("BCABCABC", start=2)),
    pl.col("A") * 1.0,
)


def guard(value: pl.Expr, *conditions: pl.Expr) -> pl.Expr:
    """Give a value where conditions hold."""
    return pl.when(reduce(lambda first, other: first & other, conditions)).then(value)


_SHARE: Final = pl.col("A") / pl.col("B") * 100.0
POLARS: Final[list[tuple[Formula, pl.Expr]]] = [
    (PERSENTASE, guard(_SHARE, pl.col("B").is_finite(), _SHARE.is_finite())),
    (TERTIMBANG, guard(_SUM / 45.0, (_SUM / 45.0).is_finite())),
    (
        CAPAIAN,
        guard(
            pl.min_horizontal(_SHARE, 120.0),
            pl.col("B").is_finite(),
            _SHARE.is_finite(),
        ),
    ),
]
"""Formulas with what one writes by hand in polars, for the same rows."""


def _guard_sql(value: str, *conditions: str) -> str:
    return f"case when {' and '.join(conditions)} then {value} end"


_SUM_SQL: Final = "(A*1 + B*2 + C*3 + A*4 + B*5 + C*6 + A*7 + B*8 + C*9)"
SQL: Final[list[tuple[Formula, str]]] = [
    (PERSENTASE, _guard_sql("A / B * 100", "isfinite(B)", "isfinite(A / B * 100)")),
    (TERTIMBANG, _guard_sql(f"{_SUM_SQL} / 45", f"isfinite({_SUM_SQL} / 45)")),
    (CAPAIAN, _guard_sql("least(A / B * 100, 120)", "isfinite(B)", "isfinite(A / B * 100)")),
]
"""The same in SQL."""


def _compute_share(values: dict[str, Doubles]) -> Doubles:
    share = values["A"] / values["B"] * 100
    return np.where(np.isfinite(values["B"]) & np.isfinite(share), share, nan)


def _compute_capped(values: dict[str, Doubles]) -> Doubles:
    return np.minimum(_compute_share(values), 120)


def _compute_weighted(values: dict[str, Doubles]) -> Doubles:
    total = values["A"] * 1
    for weight, name in enumerate("BCABCABC", start=2):
        total = total + weight * values[name]
    mean = total / 45
    return np.where(np.isfinite(mean), mean, nan)


NUMPY: Final[list[tuple[Formula, Callable[[dict[str, Doubles]], Doubles]]]] = [
    (PERSENTASE, _compute_share),
    (TERTIMBANG, _compute_weighted),
    (CAPAIAN, _compute_capped),
]
"""The same in numpy, which pandas and pyarrow compute as."""


def read_values(frame: object) -> list[float | None]:
    """Give the column of values."""
    return [value for (value,) in read_rows(frame, "nilai")]


class TestHandwritten:
    """Bit by bit what one would write by hand, with the same guards."""

    @pytest.mark.parametrize("engine", ["polars", "polars, lazy"])
    @pytest.mark.parametrize(("formula", "written"), POLARS)
    @settings(max_examples=count_examples(40))
    @given(drawn=rows(numbers()))
    def test_polars(
        self, engine: str, formula: Formula, written: pl.Expr, drawn: list[Row]
    ) -> None:
        """In polars, where one writes a query; its eager methods round some quotients otherwise."""
        frame = ENGINES[engine](make_table(to_columns(drawn)))

        assert read_values(evaluate(frame, formula)) == read_values(
            frame.lazy().with_columns(nilai=written)
        )

    @pytest.mark.parametrize(("formula", "written"), SQL)
    @settings(max_examples=count_examples(20))
    @given(drawn=rows(numbers()))
    def test_duckdb(self, formula: Formula, written: str, drawn: list[Row]) -> None:
        """In DuckDB."""
        frame = ENGINES["DuckDB"](make_table(to_columns(drawn)))

        assert read_values(evaluate(frame, formula)) == read_values(
            frame.project(f"*, {written} as nilai")
        )

    @pytest.mark.parametrize("engine", ["pandas", "pyarrow"])
    @pytest.mark.parametrize(("formula", "written"), NUMPY)
    @settings(max_examples=count_examples(40))
    @given(drawn=rows(numbers()))
    def test_numpy(
        self,
        engine: str,
        formula: Formula,
        written: Callable[[dict[str, Doubles]], Doubles],
        drawn: list[Row],
    ) -> None:
        """In pandas and pyarrow, whose arithmetic is that of numpy."""
        table = make_table(to_columns(drawn))
        values = {name: np.array(column, float) for name, column in to_columns(drawn).items()}
        with np.errstate(all="ignore"):
            wanted = [None if isnan(value) else value for value in written(values).tolist()]

        assert read_values(evaluate(ENGINES[engine](table), formula)) == wanted

    def test_growth_in_polars(self) -> None:
        """The year before is looked up once, and the growth written as by hand."""
        frame = pl.DataFrame(
            {
                "kota": ["a", "b"] * 50,
                "tahun": [*range(100)],
                "A": [1 / (n + 3) for n in range(100)],
            }
        ).with_columns(tahun=pl.col("tahun") // 2)
        window: dict[str, Any] = {"partition_by": "kota", "order_by": "tahun"}
        before = pl.when(pl.col("tahun").shift(1).over(**window) == pl.col("tahun") - 1).then(
            pl.col("A").shift(1).over(**window)
        )
        growth = (pl.col("A") - before) / before * 100.0
        formula = Pertumbuhan(variabel="A", basis="lalu")  # type: ignore[arg-type]  # the word for it

        assert evaluate(frame, formula, over="kota", order_by="tahun").equals(
            frame.with_columns(nilai=guard(growth, before.is_finite(), growth.is_finite()))
        )


class TestNearTheExactValue:
    """Products and quotients are within two units in the last place of the exact value."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(
        "text",
        ["A / B", "A / B * 100", "A * B / C", "A / (B * C)", "A / B / C", "A * B * C", "A / 7"],
    )
    @settings(max_examples=count_examples(15))
    @given(drawn=rows(st.floats(1e-9, 1e9) | st.floats(-1e9, -1e-9)))
    def test_products(self, engine: str, text: str, drawn: list[dict[str, float]]) -> None:
        """Of what the doubles are, two operations."""
        formula = parse_formula(text)
        found = read_values(evaluate(ENGINES[engine](make_table(to_columns(drawn))), formula))
        for row, value in zip(drawn, found, strict=True):
            exact = evaluate_one(formula, {name: Fraction(row[name]) for name in row}).eksak
            assert exact is not None
            assert value is not None
            assert abs(Fraction(value) - exact) <= 2 * Fraction(ulp(value))


SURE: Final = st.recursive(
    variables() | constants("0", "1", "2", "9", "-3", "100"), ring, max_leaves=3
)
"""Trees that doubles compute exactly, from small whole numbers."""


def _grow(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        ring(parts),
        st.builds(Divide, numerator=parts, denominator=SURE),
        st.builds(Power, base=SURE, exponent=st.integers(-3, 3)),
        some.map(Mean),
        st.lists(SURE, min_size=1, max_size=3).map(tuple).map(GeometricMean),
        SURE.map(Log),
    )


KNOWN: Final = st.recursive(variables() | SURE, _grow, max_leaves=5)
"""Trees that divide, and take roots and logarithms, only of what doubles compute exactly."""


class TestReasons:
    """Where a value is missing, and why, is what the scalar path says."""

    @pytest.mark.parametrize("engine", ENGINES)
    @settings(max_examples=count_examples(60))
    @given(
        pohon=KNOWN,
        drawn=rows(
            st.integers(-20, 20).map(lambda whole: whole / 1) | st.sampled_from([None, 0.0])
        ),
    )
    def test_same_as_scalar(self, engine: str, pohon: Expression, drawn: list[Row]) -> None:
        """Wherever doubles can know."""
        tree = Tree(pohon=pohon)
        table = make_table(to_columns(drawn))
        done = evaluate(ENGINES[engine](table), tree, reason="sebab")
        for row, (value, reason) in zip(drawn, read_rows(done, "nilai", "sebab"), strict=True):
            hasil = evaluate_one(
                tree, {name: None if row[name] is None else int(row[name] or 0) for name in row}
            )
            assert reason == (hasil.alasan and write_alasan(hasil.alasan))
            assert (value is None) == (reason is not None)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_what_is_no_number(self, engine: str) -> None:
        """Nothing comes of it, not even where an infinity would make a zero."""
        table = make_table({"A": [inf, 1.0, nan, nan], "B": [1.0, -inf, 2.0, None]})
        if engine == "pandas":
            # It has one mark for what is missing and what is no number.
            table = make_table({"A": [inf, 1.0], "B": [1.0, -inf]})
        done = evaluate(ENGINES[engine](table), PERSENTASE, reason="sebab")

        assert (
            read_rows(done, "nilai", "sebab")
            == [
                (None, "bukan_bilangan: A"),
                (None, "bukan_bilangan: B"),
                (None, "bukan_bilangan: A"),
                (None, "bukan_bilangan: A"),
            ][: table.num_rows]
        )

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("A * B", "terlalu_besar: A, B"),
            ("C / (A * B)", "terlalu_besar: A, B, C"),
            ("minimum(A * B, 1)", "terlalu_besar: A, B"),
            ("1 / (D * D)", "pembagi_nol: D"),
            ("1 / (A - (A + C))", "pembagi_nol: A, C"),
        ],
    )
    def test_what_doubles_do_not_know(self, engine: str, text: str, reason: str) -> None:
        """Beyond the range of doubles, and of differences that they lose: documented."""
        table = make_table({"A": [1e300], "B": [1e300], "C": [1.0], "D": [1e-300]})
        done = evaluate(ENGINES[engine](table), parse_formula(text), reason="sebab")

        assert read_rows(done, "nilai", "sebab") == [(None, reason)]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_no_tree(self, engine: str, digits: int | None) -> None:
        """What is reported, told in prose or computed by a plug-in is not computed in columns."""
        table = make_table({"A": [1.0, None]})
        for formula, reason in (
            (Langsung(), "langsung"),
            (Narasi(teks="Dihitung oleh tim"), "narasi"),
            (Alone(), "dihitung_plugin: A"),
            (Failing(), "plugin_gagal"),
        ):
            done = evaluate(ENGINES[engine](table), formula, reason="sebab", digits=digits)

            assert read_rows(done, "nilai", "sebab") == [(None, reason)] * 2

    def test_no_tree_and_nobody_asks_why(self) -> None:
        """Then there is only the column without values."""
        done = evaluate(ENGINES["polars"](make_table({"A": [1.0]})), Langsung())

        assert done.to_dicts() == [{"A": 1.0, "urut": 0, "nilai": None}]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_constants(self, engine: str) -> None:
        """A tree without variables has one value, or one reason."""
        table = make_table({"A": [1.0, None]})
        for text, cell in (("1 / 8", (0.125, None)), ("1 / (1 - 1)", (None, "pembagi_nol"))):
            done = evaluate(ENGINES[engine](table), parse_formula(text), reason="sebab")

            assert read_rows(done, "nilai", "sebab") == [cell] * 2

    def test_constants_as_columns(self) -> None:
        """A part of something larger may be one."""
        new = {"nilai": lower_value(Constant(Angka("0.125")), {})}
        new |= {"sebab": lower_reason(Constant(Angka("0.125")), {})}
        done = nw.from_native(pl.DataFrame({"A": [1]})).with_columns(**new)

        assert done.rows() == [(1, 0.125, None)]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_a_part_that_never_computes(self, engine: str) -> None:
        """The first operation without a value is the reason."""
        table = make_table({"A": [1.0, None]})
        done = evaluate(ENGINES[engine](table), parse_formula("A + 1 / (1 - 1)"), reason="sebab")

        assert read_rows(done, "nilai", "sebab") == [(None, "pembagi_nol"), (None, "tanpa_data: A")]


class Alone:
    """A plug-in that computes its value itself."""

    tipe: ClassVar[str] = "uji:sendiri/1"
    variables: tuple[str, ...] = ("A",)

    def lower(self) -> Unlowered:
        """Say that there is no tree."""
        return Unlowered(kode="dihitung_plugin", message="dihitung sendiri", variables=("A",))

    def evaluate(self, data: object) -> object:
        """Compute it."""
        return data


class Failing:
    """A plug-in that fails."""

    tipe: ClassVar[str] = "uji:gagal/1"
    variables: tuple[str, ...] = ("A",)

    def lower(self) -> Unlowered:
        """Fail."""
        raise RuntimeError
