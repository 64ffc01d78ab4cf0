"""Which columns a formula takes, which it gives, and what is refused before anything runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from iku import parse_formula
from iku.errors import FormulaError, FrameError
from iku.formula import Jumlah, Persentase
from iku.frames import evaluate
from iku.frames.names import check_spelling
from tests.frames.engines import ENGINES, make_table, read_rows

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TABLE: Final = make_table({"A": [1.0, 2.0], "B": [3.0, None], "C": [5.0, 6.0]})


class TestNames:
    """Where variables stand, and where values go."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_columns_of_other_names(self, engine: str, digits: int | None) -> None:
        """A column may have the name of the office, with spaces, dots and quotes."""
        odd = 'Jumlah "S1.1" (%)'
        table = make_table({odd: [1.0], "b": [8.0]})
        done = evaluate(
            ENGINES[engine](table), PERSENTASE, columns={"A": odd, "B": "b"}, digits=digits
        )

        assert read_rows(done, odd, "b", "nilai") == [(1.0, 8.0, 12.5)]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_what_is_there_is_replaced(self, engine: str, digits: int | None) -> None:
        """Also a column that the formula takes, which is read before."""
        done = evaluate(ENGINES[engine](TABLE), PERSENTASE, into="A", reason="B", digits=digits)
        found = read_rows(done, "A", "B", "C")

        assert [(round(value or 0, 2), *others) for value, *others in found] == [
            (33.33, None, 5.0),
            (0, "tanpa_data: B", 6.0),
        ]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_the_others_stay(self, engine: str, digits: int | None) -> None:
        """New columns stand behind, and nothing else is new."""
        done = evaluate(ENGINES[engine](TABLE), PERSENTASE, reason="sebab", digits=digits)
        names = done.collect_schema().names() if engine == "polars, lazy" else None
        names = names or getattr(done, "column_names", None) or list(done.columns)

        assert list(names) == ["A", "B", "C", "urut", "nilai", "sebab"]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("count", [1, 40, 500])
    def test_as_many_terms_as_a_sum_may_have(self, engine: str, count: int) -> None:
        """No engine stumbles over long expressions."""
        names = [f"V{place}" for place in range(count)]
        table = make_table({name: [0.125] for name in names})
        done = evaluate(ENGINES[engine](table), Jumlah(suku=tuple(names)))

        assert read_rows(done, "nilai") == [(count / 8,)]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_many_absent(self, engine: str) -> None:
        """A reason names all that are absent for one cause."""
        names = [f"V{place}" for place in range(40)]
        table = make_table({name: [None] for name in names})
        done = evaluate(ENGINES[engine](table), Jumlah(suku=tuple(names)), reason="sebab", digits=2)

        assert read_rows(done, "sebab") == [(f"tanpa_data: {', '.join(sorted(names))}",)]


class TestKinds:
    """Numbers of every kind, and nothing but numbers."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (pa.int8(), pa.uint64()),
            (pa.uint16(), pa.int32()),
            (pa.float32(), pa.float64()),
            (pa.int64(), pa.float32()),
        ],
    )
    def test_numbers(
        self, engine: str, digits: int | None, first: pa.DataType, second: pa.DataType
    ) -> None:
        """They mix."""
        table = make_table({"A": [1], "B": [8]}, A=first, B=second)

        assert read_rows(evaluate(ENGINES[engine](table), PERSENTASE, digits=digits), "nilai") == [
            (12.5,)
        ]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("kind", [pa.int64(), pa.uint64()])
    def test_whole_numbers_beyond_doubles(self, engine: str, kind: pa.DataType) -> None:
        """Without digits they are the nearest doubles; no engine refuses them."""
        large = 2**63 - 1 if kind == pa.int64() else 2**64 - 1
        table = make_table({"A": [large], "B": [1]}, A=kind, B=kind)
        done = evaluate(ENGINES[engine](table), parse_formula("A * B"))

        assert read_rows(done, "nilai") == [(large * 1.0,)]

    @pytest.mark.parametrize("digits", [None, 2])
    @pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
    def test_kinds_of_pandas(self, backend: Any, digits: int | None) -> None:  # noqa: ANN401 - a word that pandas knows
        """Those with a mark for what is missing keep it."""
        frame = pd.DataFrame({"A": [1, None, 3], "B": [8, 1, 0]}, index=["x", "y", "x"])
        done = evaluate(
            frame.convert_dtypes(dtype_backend=backend), PERSENTASE, reason="sebab", digits=digits
        )

        assert done["nilai"].isna().tolist() == [False, True, True]
        assert done["nilai"].iloc[0] == 12.5
        assert done["sebab"].tolist()[1:] == ["tanpa_data: A", "pembagi_nol: B"]
        assert done.index.tolist() == ["x", "y", "x"]

    @pytest.mark.parametrize(
        "index", [pd.Index(["x", "y", "x"]), pd.date_range("2020", periods=3), pd.Index([9, 4, 7])]
    )
    def test_rows_of_pandas_have_names(self, index: pd.Index[Any]) -> None:
        """They are kept, and rows are never mixed up by them."""
        frame = pd.DataFrame({"A": [1.0, None, 3.0], "B": [800.0, 1.0, 0.0]}, index=index)
        done = evaluate(frame, PERSENTASE, reason="sebab", digits=2)

        assert done["nilai"].tolist()[0] == 0.13
        assert done["sebab"].tolist()[1:] == ["tanpa_data: A", "pembagi_nol: B"]
        assert done.index.equals(frame.index)

    @pytest.mark.parametrize(
        "column",
        [
            pl.Series(["1"]),
            pl.Series(["a"], dtype=pl.Categorical),
            pl.Series([True]),
            pl.Series([0], dtype=pl.Date),
            pl.Series([[1.0]]),
            pl.Series([None]),
            pl.Series([Decimal(1)], dtype=pl.Object),
        ],
    )
    def test_no_numbers(self, column: pl.Series) -> None:
        """Text, dates, true and false are no numbers, and nobody guesses."""
        with pytest.raises(FrameError) as caught:
            evaluate(pl.DataFrame({"A": column, "B": [1.0]}), PERSENTASE)

        assert caught.value.code == "wrong-column"
        assert caught.value.location == ("columns", "A")

    def test_decimals_as_objects_of_pandas(self) -> None:
        """Which it cannot compute with."""
        with pytest.raises(FrameError, match="column 'A' of Object"):
            evaluate(pd.DataFrame({"A": [Decimal(1)], "B": [1.0]}), PERSENTASE)


class TestRefusals:
    """Each with its code and place, before the engine sees anything."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(
        ("arguments", "code", "location", "words"),
        [
            ({"columns": {"A": "X"}}, "unknown-column", ("columns", "A"), "among A, B, C, urut"),
            ({"columns": {"A": "urutt"}}, "unknown-column", ("columns", "A"), "mean 'urut'"),
            ({"columns": {"A": 1}}, "wrong-type", ("columns", "A"), "the name of a column"),
            ({"columns": {"AA": "C"}}, "unknown-variabel", ("columns", "AA"), "mean 'A'"),
            ({"columns": {"PDRB": "C"}}, "unknown-variabel", ("columns", "PDRB"), "leave it out"),
            ({"into": ""}, "wrong-type", ("into",), "the name of a column"),
            ({"into": None}, "wrong-type", ("into",), "the name of a column"),
            ({"reason": 3}, "wrong-type", ("reason",), "the name of a column"),
            ({"into": "x", "reason": "x"}, "duplicate-column", ("reason",), "another name"),
        ],
    )
    def test_names(
        self,
        engine: str,
        arguments: dict[str, Any],
        code: str,
        location: tuple[str, ...],
        words: str,
    ) -> None:
        """Misspelt, missing and double names."""
        with pytest.raises(FrameError, match=words) as caught:
            evaluate(ENGINES[engine](TABLE), PERSENTASE, **arguments)

        assert caught.value.code == code
        assert caught.value.location == location

    @pytest.mark.parametrize("arguments", [{"into": "c"}, {"into": "x", "reason": "X"}])
    def test_capital_letters(self, arguments: dict[str, Any]) -> None:
        """DuckDB takes them for small ones, so two such columns would be one."""
        with pytest.raises(FrameError) as caught:
            evaluate(ENGINES["DuckDB"](TABLE), PERSENTASE, **arguments)
        done = evaluate(ENGINES["pyarrow"](TABLE), PERSENTASE, **arguments)

        assert caught.value.code == "duplicate-column"
        assert "c" in done.column_names or "X" in done.column_names

    @pytest.mark.parametrize(
        "frame",
        [
            pd.DataFrame([[1.0, 2.0]], columns=["A", "A"]),
            pa.Table.from_arrays([pa.array([1.0])] * 2, names=["A", "A"]),
        ],
    )
    def test_one_name_twice(self, frame: object) -> None:
        """Nobody knows which is meant."""
        with pytest.raises(FrameError) as caught:
            evaluate(frame, PERSENTASE)

        assert caught.value.code == "duplicate-column"
        assert caught.value.location == ("frame",)

    @pytest.mark.parametrize("frame", [None, {"A": [1]}, [1], "x", pl.Series([1.0]), pl.DataFrame])
    def test_no_frame(self, frame: object) -> None:
        """What is no frame at all."""
        with pytest.raises(FrameError) as caught:
            evaluate(frame, PERSENTASE)

        assert caught.value.code == "not-a-frame"
        assert caught.value.location == ("frame",)

    @pytest.mark.parametrize("frame", [pl.DataFrame(), pd.DataFrame(), pa.table({})])
    def test_no_columns(self, frame: Any) -> None:  # noqa: ANN401 - of three engines
        """There is nothing to compute from; what needs nothing gives no rows."""
        with pytest.raises(FrameError, match="among none"):
            evaluate(frame, PERSENTASE)

        assert len(evaluate(frame, parse_formula("1 / 3"), digits=2)) == 0

    def test_columns_named_by_numbers(self) -> None:
        """As pandas has them; they are listed as what they are."""
        with pytest.raises(FrameError, match="among 0, A"):
            evaluate(pd.DataFrame({0: [1.0], "A": [2.0]}), PERSENTASE)

    def test_names_in_spark(self) -> None:
        """Points and backticks mean parts of columns there, and nothing in other engines."""
        with pytest.raises(FrameError) as caught:
            check_spelling(nw.Implementation.PYSPARK, ["A", "S1.1"], "frame")
        check_spelling(nw.Implementation.POLARS, ["A", "S1.1"], "frame")

        assert caught.value.code == "bad-column-name"
        assert caught.value.location == ("frame",)

    def test_no_formula(self) -> None:
        """Text is no formula."""
        with pytest.raises(FormulaError) as caught:
            evaluate(pl.DataFrame({"A": [1.0]}), "A / B")  # type: ignore[arg-type]  # on purpose

        assert caught.value.code == "wrong-type"

    @pytest.mark.parametrize("engine", ENGINES)
    def test_names_that_are_kept(self, engine: str) -> None:
        """Columns for the time being have names of their own."""
        table = make_table({"A": [1.0], "B": [1.0], "__IKU_figure": [1.0]})
        with pytest.raises(FrameError) as caught:
            evaluate(ENGINES[engine](table), PERSENTASE)

        assert (caught.value.code, caught.value.path) == ("bad-column-name", "$.frame")
