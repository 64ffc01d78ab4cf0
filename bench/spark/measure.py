"""
Seconds of formulas in Spark, ours and the same written by hand with the same guards.

Run as `python -m bench.spark.measure MASTER FOLDER ROUNDS`, where the folder has the rows as
Parquet and what polars makes of them; prints JSON. Division is that of ANSI, which is an
error by zero and not null.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from bench.frames.tables import TASKS
from bench.frames.timing import Times, measure
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F  # noqa: N812 - as everybody writes it

from iku.frames import evaluate

from .cluster import HOST, MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.frames.timing import Way
    from pyspark.sql import Column, DataFrame

DIGITS: Final = 2


def _isfinite(value: Column) -> Column:
    return ~F.isnan(value) & (F.abs(value) != float("inf"))


def _divide(above: Column, below: Column) -> Column:
    # Under ANSI a zero below raises, also in a branch that another condition excludes.
    return above / F.when(below != 0, below)


def _ratio(rows: DataFrame) -> DataFrame:
    value = _divide(F.col("A"), F.col("B")) * 100.0
    return rows.withColumn("hand", F.when(_isfinite(F.col("B")) & _isfinite(value), value))


def _capped(rows: DataFrame) -> DataFrame:
    value = _divide(F.col("A"), F.col("B")) * 100.0
    capped = F.when(_isfinite(F.col("B")) & _isfinite(value), F.least(value, F.lit(120.0)))
    return rows.withColumn("hand", capped)


def _looked_up(rows: DataFrame) -> DataFrame:
    window = Window.partitionBy("kota").orderBy("tahun")
    is_before = F.lag("tahun").over(window) == F.col("tahun") - 1
    # A column of its own: Spark looks up anew what is written twice.
    looked = rows.withColumn("before", F.when(is_before, F.lag("A").over(window)))
    value = _divide(F.col("A") - F.col("before"), F.col("before")) * 100.0
    guarded = F.when(_isfinite(F.col("before")) & _isfinite(value), value)
    return looked.withColumn("hand", guarded).drop("before")


HAND: Final[dict[str, Callable[[DataFrame], DataFrame]]] = {
    "ratio": _ratio,
    "capped": _capped,
    "growth, looked up": _looked_up,
}
"""What is measured, by name."""


def start_session(master: str) -> SparkSession:
    """Start a session with nothing but what loopback needs."""
    options = {
        "spark.driver.host": HOST,
        "spark.driver.bindAddress": HOST,
        "spark.executor.memory": MEMORY,
        "spark.sql.ansi.enabled": "true",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master(master).appName("iku")
    for name, value in options.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def run(master: str, folder: Path, rounds: int) -> dict[str, Any]:
    """Measure every formula, after the answers were compared."""
    spark = start_session(master)
    try:
        rows = spark.read.parquet(str(folder / "rows.parquet")).repartition(4, "kota").cache()
        rows.count()
        random = Random(1)  # noqa: S311 - it guards nothing
        found: dict[str, dict[str, Times]] = {}
        for name in HAND:
            print(f"{name} ...", file=sys.stderr)
            _require_agreement(rows, name)
            found[name] = measure([_make_pair(rows, name)], rounds, random)
        print("exact figures ...", file=sys.stderr)
        _require_figures(rows, pl.read_parquet(folder / "figures.parquet"))
        found["ratio, exact"] = measure([_make_digits(rows)], max(3, rounds // 3), random)
        return {
            "master": spark.sparkContext.master,
            "executors": _count_executors(spark),
            "ansi": spark.conf.get("spark.sql.ansi.enabled"),
            "load": os.getloadavg()[0],
            "times": {
                name: {way: asdict(one) for way, one in times.items()}
                for name, times in found.items()
            },
        }
    finally:
        spark.stop()


def _make_pair(rows: DataFrame, name: str) -> dict[str, Way]:
    task = TASKS[name]
    return {
        "iku": lambda: add_up(evaluate(rows, task.formula, **task.order)),
        "spark": lambda: add_up(HAND[name](rows).withColumnRenamed("hand", "nilai")),
    }


def _make_digits(rows: DataFrame) -> dict[str, Way]:
    formula = TASKS["ratio"].formula
    return {
        f"{DIGITS} digits": lambda: add_up(evaluate(rows, formula, digits=DIGITS)),
        "plain": lambda: add_up(evaluate(rows, formula)),
    }


def add_up(frame: DataFrame) -> object:
    """Run a query for the values alone, which are not kept."""
    return frame.agg(F.sum("nilai"), F.count("nilai")).collect()


def _require_agreement(rows: DataFrame, name: str) -> None:
    """Stop where ours is not bit for bit what was written by hand."""
    task = TASKS[name]
    both = HAND[name](evaluate(rows, task.formula, into="ours", **task.order))
    different = both.filter(~F.col("ours").eqNullSafe(F.col("hand"))).count()
    absent = both.filter(F.col("ours").isNull()).count()
    if different or not absent:
        raise SystemExit(f"{name}: {different} rows differ, {absent} have no value")


def _require_figures(rows: DataFrame, expected: pl.DataFrame) -> None:
    """Stop where a figure or a reason is another than in polars."""
    done = evaluate(rows, TASKS["ratio"].formula, digits=DIGITS, reason="alasan")
    keys = ["kota", "tahun"]
    found = pl.from_arrow(done.select(*keys, "nilai", "alasan").toArrow())
    if not isinstance(found, pl.DataFrame) or not found.sort(keys).equals(expected.sort(keys)):
        raise SystemExit("figures of Spark and polars differ")


def _count_executors(spark: SparkSession) -> int:
    """Count the processes that compute, without the driver."""
    context: Any = spark.sparkContext
    return int(context._jsc.sc().getExecutorMemoryStatus().size()) - 1  # noqa: SLF001 - nothing public says it


if __name__ == "__main__":
    json.dump(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])), sys.stdout)
