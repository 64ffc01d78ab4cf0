"""Every way to compute a formula over the rows, ours and theirs, engine by engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import duckdb
import numpy as np
import polars as pl

from iku.frames import evaluate

from .peers import DUCKDB, NUMPY, POLARS
from .tables import TASKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .timing import Way

ENGINES: Final = ("polars lazy", "polars eager", "duckdb")
"""The engines for which the same is written by hand."""


def make_pairs(rows: pl.DataFrame, name: str, *, check: bool = True) -> list[dict[str, Way]]:
    """Give for each engine our way and the handwritten one, and numpy alone."""
    task = TASKS[name]
    connection = connect(rows)
    pairs = [
        {f"iku, {engine}": run, engine: hand}
        for engine, run, hand in (
            (
                "polars lazy",
                lambda: take(evaluate(rows.lazy(), task.formula, **task.order)),
                lambda: take(rows.lazy().with_columns(nilai=POLARS[name]())),
            ),
            (
                "polars eager",
                lambda: evaluate(rows, task.formula, **task.order),
                lambda: rows.with_columns(nilai=POLARS[name]()),
            ),
            (
                "duckdb",
                lambda: add_up(evaluate(connection.table("table"), task.formula, **task.order)),
                lambda: add_up(connection.sql(DUCKDB[name])),
            ),
        )
    ]
    if name in NUMPY:
        pairs.append({"numpy": _make_numpy(rows, name)})
    if check:
        _require_agreement(rows, name, connection)
    return pairs


def make_digits(rows: pl.DataFrame, digits: int) -> list[dict[str, Way]]:
    """Give for each engine the ratio in plain doubles and with exact figures."""
    formula = TASKS["ratio"].formula
    connection = connect(rows)
    pandas, arrow = rows.to_pandas(), rows.to_arrow()
    makers: dict[str, tuple[Callable[[], Any], Callable[[Any], object]]] = {
        "polars lazy": (rows.lazy, take),
        "polars streaming": (rows.lazy, lambda frame: take(frame, engine="streaming")),
        "polars eager": (lambda: rows, lambda frame: frame),
        "pandas": (lambda: pandas, lambda frame: frame),
        "pyarrow": (lambda: arrow, lambda frame: frame),
        "duckdb": (lambda: connection.table("table"), add_up),
    }

    def compute(name: str, places: int | None) -> object:
        make, finish = makers[name]
        return finish(evaluate(make(), formula, digits=places))

    return [
        {
            f"{name}, {digits} digits": lambda name=name: compute(name, digits),
            name: lambda name=name: compute(name, None),
        }
        for name in makers
    ]


def take(frame: pl.LazyFrame, engine: Any = "auto") -> pl.DataFrame:  # noqa: ANN401 - a literal
    """Run a query of polars for the values alone."""
    return frame.select("nilai").collect(engine=engine)


def add_up(relation: duckdb.DuckDBPyRelation) -> list[tuple[Any, ...]]:
    """Run a query of DuckDB for the values alone, which are not kept."""
    return relation.aggregate("sum(nilai), count(nilai)").fetchall()


def connect(rows: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    """Give a database in memory with the rows as its table."""
    connection = duckdb.connect()
    connection.register("rows_of_polars", rows)
    connection.execute('create table "table" as select * from rows_of_polars')
    return connection


def _make_numpy(rows: pl.DataFrame, name: str) -> Way:
    columns = {
        each: rows[each].cast(pl.Float64).fill_null(np.nan).to_numpy()
        for each in TASKS[name].inputs
    }

    def run() -> object:
        with np.errstate(all="ignore"):
            return NUMPY[name](columns)

    return run


def _require_agreement(
    rows: pl.DataFrame, name: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """Stop where ours is not bit for bit what was written by hand."""
    task = TASKS[name]
    expected = rows.select(nilai=POLARS[name]())["nilai"]
    ours = {
        "polars lazy": take(evaluate(rows.lazy(), task.formula, **task.order)),
        "polars eager": evaluate(rows, task.formula, **task.order),
    }
    for engine, frame in ours.items():
        if not frame["nilai"].equals(expected, null_equal=True):
            raise SystemExit(f"{name}: ours and handwritten differ in {engine}")
    relation = evaluate(connection.table("table"), task.formula, **task.order)
    connection.register("ours", relation)
    connection.register("theirs", connection.sql(DUCKDB[name]))
    for one, other in (("ours", "theirs"), ("theirs", "ours")):
        query = f"select nilai from {one} except all select nilai from {other} limit 1"  # noqa: S608
        if connection.sql(query).fetchall():
            raise SystemExit(f"{name}: ours and handwritten differ in duckdb")
    if name in NUMPY:
        found = pl.Series("nilai", _make_numpy(rows, name)(), nan_to_null=True)
        if not found.equals(expected, null_equal=True):
            raise SystemExit(f"{name}: polars and numpy differ")
