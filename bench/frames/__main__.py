"""
Measure formulas over many rows against the same written by hand, in one run.

Run as `python -m bench.frames` from the root of the project; see `bench/README.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import polars as pl

from .growth import SIZES
from .memory import WAYS
from .plot import draw
from .report import Results, list_bars, write_report
from .tables import TASKS, make_rows
from .timing import Times, make_floor, measure, measure_bandwidth
from .ways import make_digits, make_pairs

if TYPE_CHECKING:
    from .report import Measured

PARTS = ("memory", "sizes", "digits", *TASKS)
"""What can be measured alone; `sizes` is how the cost grows with the rows."""
ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("iku", "narwhals", "polars", "duckdb", "numpy", "pandas", "pyarrow")
SORTED = 10
"""Where all rows are sorted, one in so many of them is taken."""
GIVING = {
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "MIMALLOC_PURGE_DELAY": "0",
}
"""Lets what polars and Arrow use for memory give back at once what they need no more."""
LARGE = 10**7
"""From so many rows on, a size is measured three times and not more."""


def main() -> None:
    """Measure everything in one run and print it."""
    options = _read_options()
    loads = [os.getloadavg()[0]]
    results = _measure(options)
    loads.append(os.getloadavg()[0])
    print(write_report(results))
    print(f"\nLoad average before {loads[0]:.1f}, after {loads[1]:.1f}; {os.cpu_count()} cores")
    if options.plot and results.growth:
        options.plot.write_text(_draw(results), encoding="utf-8")
    if options.json:
        found = {
            "python": sys.version,
            "machine": platform.platform(),
            "cores": os.cpu_count(),
            "load": loads,
            "packages": {name: version(name) for name in PACKAGES},
            "options": {name: str(value) for name, value in vars(options).items()},
            **asdict(results),
            "bars": list_bars(results),
        }
        options.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.frames", description=__doc__)
    parser.add_argument("--rows", type=int, default=10**7, help="of everything but the growth")
    parser.add_argument("--rounds", type=int, default=9, help="of each formula")
    parser.add_argument("--most", type=int, default=10**8, help="rows of the largest size")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="of all parts")
    parser.add_argument("--seed", type=int, default=1, help="of the rows and of the order")
    parser.add_argument("--plot", type=Path, help="draw the growth into this SVG file")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    return parser.parse_args()


def _measure(options: argparse.Namespace) -> Results:
    # What is large happens in children, before this process holds any rows.
    memory: dict[str, dict[str, float]] = {}
    if "memory" in options.only:
        with TemporaryDirectory() as folder:
            file = Path(folder, "rows.arrow")
            _run("tables", options.rows, file)
            memory = {name: json.loads(_run("memory", name, file, **GIVING)) for name in WAYS}
    sizes = [rows for rows in SIZES if rows <= options.most] if "sizes" in options.only else []
    growth = {rows: _measure_growth(rows) for rows in sizes}
    random = Random(options.seed)  # noqa: S311 - it guards nothing
    return Results(
        rows=options.rows,
        memory=memory,
        growth=growth,
        bandwidth=measure_bandwidth(options.rows),
        formulas={
            name: _measure_formula(name, options, random) for name in TASKS if name in options.only
        },
        digits=_measure_digits(options, random) if "digits" in options.only else {},
    )


def _measure_formula(name: str, options: argparse.Namespace, random: Random) -> Measured:
    print(f"{name} ...", file=sys.stderr)
    task = TASKS[name]
    # Looking back sorts all rows, which takes a hundred times as long.
    count, rounds = options.rows, options.rounds
    if task.order:
        count, rounds = count // SORTED, max(3, rounds // 2)
    pairs = make_pairs(make_rows(count, task.inputs, options.seed), name)
    if name == "ratio":
        pairs.append({"floor": make_floor(count)})
    return measure(pairs, rounds, random)


def _measure_digits(options: argparse.Namespace, random: Random) -> dict[str, Measured]:
    gaps = make_rows(options.rows, TASKS["ratio"].inputs, options.seed)
    whole = gaps.with_columns(
        pl.col("A").fill_null(1.25), pl.when(pl.col("B") == 0).then(1.25).otherwise("B").alias("B")
    )
    kinds = {"every row has a value": whole, "one row in 500 has none": gaps}
    found: dict[str, Measured] = {}
    for kind, rows in kinds.items():
        print(f"digits, {kind} ...", file=sys.stderr)
        found[kind] = measure(make_digits(rows, 2), max(3, options.rounds // 2), random)
    return found


def _measure_growth(rows: int) -> Measured:
    rounds = 3 if rows >= LARGE else 21
    found = json.loads(_run("growth", rows, rounds))
    return {name: Times(**times) for name, times in found.items()}


def _run(module: str, *arguments: object, **more: str) -> str:
    print(f"{module}", *arguments, "...", file=sys.stderr)
    command = [sys.executable, "-m", f"bench.frames.{module}", *map(str, arguments)]
    done = subprocess.run(  # noqa: S603 - ours
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **more}
    )
    return done.stdout


def _draw(results: Results) -> str:
    ways = next(iter(results.growth.values()))
    lines = {
        way: {rows: median(times[way].cpu) for rows, times in results.growth.items()}
        for way in ways
    }
    return draw(lines, "CPU time of a ratio by number of rows")


if __name__ == "__main__":
    main()
