"""
Seconds of the ratio over so many rows, in a process of its own.

Run as `python -m bench.frames.growth ROWS ROUNDS`; prints JSON, by way.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from random import Random
from typing import TYPE_CHECKING, Final

from iku.frames import evaluate

from .peers import POLARS
from .tables import TASKS, make_rows
from .timing import Times, measure
from .ways import add_up, connect, take

if TYPE_CHECKING:
    from .timing import Way

SIZES: Final = tuple(10**exponent for exponent in range(4, 9))
"""Counts of rows."""


def time_ways(rows: int, rounds: int) -> dict[str, Times]:
    """Measure our ways and the handwritten one."""
    made = make_rows(rows, TASKS["ratio"].inputs)
    formula = TASKS["ratio"].formula
    table = connect(made).table("table")
    ways: dict[str, Way] = {
        "polars lazy, by hand": lambda: take(made.lazy().with_columns(nilai=POLARS["ratio"]())),
        "iku, polars lazy": lambda: take(evaluate(made.lazy(), formula)),
        "iku, polars lazy, 2 digits": lambda: take(evaluate(made.lazy(), formula, digits=2)),
        "iku, duckdb": lambda: add_up(evaluate(table, formula)),
    }
    return measure([ways], rounds, Random(rows))  # noqa: S311 - it guards nothing


if __name__ == "__main__":
    found = time_ways(int(sys.argv[1]), int(sys.argv[2]))
    json.dump({name: asdict(times) for name, times in found.items()}, sys.stdout)
