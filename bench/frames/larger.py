"""
Compute formulas in DuckDB over Parquet files that are larger than the memory it may use.

Run as `python -m bench.frames.larger` from the root of the project. One file has one
year, so a growth brings rows of two files together; what has no place in memory goes to
temporary files, which are counted while the query runs. A sample of the answers is
compared with the scalar path.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Self

import duckdb
import numpy as np
import polars as pl

import iku
from iku.frames import evaluate
from iku.frames.reasons import write_alasan

from .memory import forget_peak, read_peak
from .tables import ABSENT, FIRST_YEAR, ORDER, TASKS, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS: Final = 2
SAMPLE: Final = 60
"""Cities whose answers are looked at, ten years each."""
KEYS: Final = ("kota", "tahun")


class Watch:
    """Looks at the temporary files of a database while something runs."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take the database; nothing runs yet."""
        self.most = 0
        self._cursor = connection.cursor()
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        query = "select coalesce(sum(size), 0) from duckdb_temporary_files()"
        while not self._done.wait(0.05):
            (row,) = self._cursor.execute(query).fetchall()
            self.most = max(self.most, row[0])


def write_files(folder: Path, rows: int, seed: int = 1) -> int:
    """Write one Parquet file a year; give their size."""
    cities = rows // YEARS
    for year in range(YEARS):
        random = np.random.default_rng([seed, year])
        made = {name: random.integers(100, 10**8, cities) / 100 for name in "AB"}
        made["B"][random.integers(0, cities, cities // ABSENT)] = 0.0
        made["A"][random.integers(0, cities, cities // ABSENT)] = np.nan
        keys = {
            "kota": random.permutation(cities).astype(np.int32),
            "tahun": np.full(cities, FIRST_YEAR + year, dtype=np.int32),
        }
        frame = pl.DataFrame({**keys, **made}, nan_to_null=True)
        frame.write_parquet(folder / f"{FIRST_YEAR + year}.parquet", row_group_size=100_000)
    return sum(file.stat().st_size for file in folder.glob("*.parquet"))


def run(folder: Path, limit: str, rows: int) -> dict[str, dict[str, Any]]:
    """Compute a ratio, its exact figures and a growth, and look at what they took."""
    connection = duckdb.connect()
    connection.execute(f"set memory_limit = '{limit}'")
    connection.execute(f"set temp_directory = '{folder / 'temp'}'")
    connection.execute("set preserve_insertion_order = false")
    ways: dict[str, tuple[str, dict[str, Any]]] = {
        "ratio": ("ratio", {}),
        f"ratio, {DIGITS} digits": ("ratio", {"digits": DIGITS}),
        "growth, looked up": ("growth, looked up", ORDER),
        f"growth, looked up, {DIGITS} digits": ("growth, looked up", {**ORDER, "digits": DIGITS}),
    }
    found: dict[str, dict[str, Any]] = {}
    for name, (task, options) in ways.items():
        print(f"{name} ...", file=sys.stderr)
        files = connection.read_parquet(str(folder / "*.parquet"))
        output = folder / "out" / f"{len(found)}.parquet"
        output.parent.mkdir(exist_ok=True)
        forget_peak()
        begin = perf_counter()
        with Watch(connection) as watch:
            done = evaluate(files, TASKS[task].formula, reason="alasan", **options)
            done.select("kota, tahun, nilai, alasan").write_parquet(str(output))
        found[name] = {"seconds": perf_counter() - begin, "spilled": watch.most}
        checked = _require_answers(folder, output, task, options.get("digits"), rows)
        found[name] |= {"checked": checked, "peak": read_peak()}
    return found


def _require_answers(folder: Path, output: Path, task: str, digits: int | None, rows: int) -> int:
    """Stop where an answer of the sample is another than that of the scalar path."""
    cities = sorted(Random(rows).sample(range(rows // YEARS), min(SAMPLE, rows // YEARS)))  # noqa: S311 - it guards nothing
    inputs = _pick(folder.glob("*.parquet"), cities)
    answers = _pick([output], cities)
    if len(answers) != YEARS * len(cities):
        raise SystemExit(f"{task}: {len(answers)} answers for {len(cities)} cities")
    expected = _compute(task, inputs)
    for row in answers:
        hasil = expected[row["kota"], row["tahun"]]
        why = None if hasil.alasan is None else write_alasan(hasil.alasan)
        if not _is_same(row["nilai"], hasil, digits) or row["alasan"] != why:
            raise SystemExit(f"{task}: {row} where the scalar path has {hasil.eksak} {why}")
    return len(answers)


def _pick(files: Iterable[Path], cities: list[int]) -> list[dict[str, Any]]:
    rows = pl.scan_parquet(list(files)).filter(pl.col("kota").is_in(cities))
    return rows.collect(engine="streaming").to_dicts()


def _compute(task: str, rows: list[dict[str, Any]]) -> dict[tuple[int, int], iku.Hasil]:
    """Compute the rows one by one, with the numbers that their doubles are printed as."""
    formula = TASKS[task].formula
    tables: dict[int, dict[str, dict[int, Decimal]]] = {}
    for row in rows:
        table = tables.setdefault(row["kota"], {"A": {}, "B": {}})
        for name in "AB":
            if row[name] is not None:
                table[name][row["tahun"]] = Decimal(repr(row[name]))
    return {
        (kota, tahun): iku.evaluate(
            formula, iku.Seri.from_mapping(table), periode=iku.Periode.tahunan(tahun)
        )
        for kota, table in tables.items()
        for tahun in range(FIRST_YEAR, FIRST_YEAR + YEARS)
    }


def _is_same(found: float | None, hasil: iku.Hasil, digits: int | None) -> bool:
    if found is None or hasil.eksak is None:
        return found is None and hasil.eksak is None
    if digits is not None:
        return Decimal(repr(found)) == hasil.round(digits)
    exact = float(hasil.eksak)
    return abs(found - exact) <= 1e-12 * max(1.0, abs(exact))


def main() -> None:
    """Measure it and print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.frames.larger", description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000_000, help="of all files together")
    parser.add_argument("--memory", default="500MB", help="that DuckDB may use")
    parser.add_argument("--folder", type=Path, help="where to write, else among temporary files")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    options = parser.parse_args()
    with TemporaryDirectory(dir=options.folder) as folder:
        size = write_files(Path(folder), options.rows)
        found = run(Path(folder), options.memory, options.rows)
    print(
        f"{options.rows:,} rows, {size / 1e6:,.0f} MB of Parquet, memory_limit {options.memory}, "
        f"load average {os.getloadavg()[0]:.1f}"
    )
    for name, one in found.items():
        print(
            f"  {name:28}{one['seconds']:8.1f} s   temporary files {one['spilled'] / 1e6:8,.0f} MB"
            f"   peak of the process {one['peak']:6,.0f} MiB   {one['checked']} answers as scalar"
        )
    if options.json:
        kept = {"rows": options.rows, "bytes": size, "memory": options.memory, **found}
        options.json.write_text(json.dumps(kept, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
