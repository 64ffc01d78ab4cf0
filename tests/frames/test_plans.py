"""What the engine is asked to do is what one would have written by hand, and nothing beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest

from iku import Pertumbuhan
from iku.frames import evaluate
from tests.frames.engines import ENGINES, make_table
from tests.frames.test_values import POLARS, SQL

if TYPE_CHECKING:
    from iku.typing import Formula

TABLE: Final = make_table({"A": [1.0], "B": [2.0], "C": [3.0], "tahun": [2020.0]})
TUMBUH: Final = Pertumbuhan(variabel="A", basis="lalu")  # type: ignore[arg-type]  # the word for it


def explain(query: pl.LazyFrame) -> str:
    """Give the plan, without the numbers and names that parts have for the time being."""
    return re.sub(r'0x[0-9a-f]+|\.alias\("\w+"\)(?=\.is_finite)', "", query.explain())


class TestPolars:
    """In polars."""

    @pytest.mark.parametrize(("formula", "written"), POLARS)
    def test_handwritten(self, formula: Formula, written: pl.Expr) -> None:
        """The optimised plans are equal."""
        frame = ENGINES["polars, lazy"](TABLE)

        assert explain(evaluate(frame, formula)) == explain(frame.with_columns(nilai=written))

    def test_growth(self) -> None:
        """A window over the entity in the order of the periods, and one quotient."""
        frame = ENGINES["polars, lazy"](TABLE).cast({"tahun": pl.Int64})
        window: dict[str, Any] = {"partition_by": "C", "order_by": "tahun"}
        of_then = pl.col("tahun").shift(1).over(**window) == pl.col("tahun") - 1
        before = pl.when(of_then).then(pl.col("A").shift(1).over(**window))
        growth = (pl.col("A") - before) / before * 100.0
        written = pl.when(before.is_finite() & growth.is_finite()).then(growth)

        assert explain(evaluate(frame, TUMBUH, over="C", order_by="tahun")) == explain(
            frame.with_columns(nilai=written)
        )


class TestDuckdb:
    """In DuckDB."""

    @pytest.mark.parametrize(("formula", "written"), SQL)
    def test_handwritten(self, formula: Formula, written: str) -> None:
        """The physical plans are equal."""
        frame = ENGINES["DuckDB"](TABLE)

        assert evaluate(frame, formula).explain() == (
            frame.project(f"*, {written} as nilai").explain()
        )

    def test_growth(self) -> None:
        """One window, in which both columns are looked up."""
        frame = ENGINES["DuckDB"](TABLE).project("* replace (tahun::bigint as tahun)")
        plan = evaluate(frame, TUMBUH, over="C", order_by="tahun").explain()

        assert plan.count("─ Window ─") == 1
        assert plan.count("OVER (PARTITION BY") == 2
