"""
Measure formulas on a standalone cluster of Spark, and in its local mode.

Run as `python -m bench.spark` from the root of the project; it needs Java 17, starts
a master and two workers on loopback, and stops them; see `bench/README.md`.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bench.frames.tables import TASKS, make_rows
from bench.frames.timing import Times, compare

from iku.frames import evaluate

from .cluster import CORES, WORKERS, make_environment, start_cluster, stop_on_signal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = ("kota", "tahun", "A", "B")
NATIVE = 1.25
"""Most time of a formula on the cluster, in that of the same written by hand."""


def main() -> None:
    """Measure both and print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.spark", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000, help="of the table")
    parser.add_argument("--rounds", type=int, default=9, help="of each formula")
    parser.add_argument("--no-local", action="store_true", help="measure the cluster alone")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    options = parser.parse_args()
    stop_on_signal()
    with TemporaryDirectory() as folder:
        _write_rows(options.rows, Path(folder))
        with start_cluster() as url:
            found = {f"cluster of {WORKERS} workers": _run(url, folder, options.rounds)}
        if not options.no_local:
            found["local mode"] = _run(f"local[{WORKERS * CORES}]", folder, options.rounds)
    print("\n".join(write_report(found, options.rows)))
    if options.json:
        kept = {
            "python": sys.version,
            "machine": platform.platform(),
            "packages": {name: version(name) for name in ("iku", "narwhals", "pyspark")},
            "rows": options.rows,
            **found,
        }
        options.json.write_text(json.dumps(kept, indent=2), encoding="utf-8")


def _write_rows(count: int, folder: Path) -> None:
    rows = make_rows(count, COLUMNS)
    rows.write_parquet(folder / "rows.parquet")
    figures = evaluate(rows, TASKS["ratio"].formula, digits=2, reason="alasan")
    figures.select("kota", "tahun", "nilai", "alasan").write_parquet(folder / "figures.parquet")


def _run(master: str, folder: str, rounds: int) -> dict[str, Any]:
    print(f"{master} ...", file=sys.stderr)
    command = [sys.executable, "-m", "bench.spark.measure", master, folder, str(rounds)]
    done = subprocess.run(  # noqa: S603 - ours
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env=make_environment()
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def write_report(found: dict[str, dict[str, Any]], rows: int) -> Iterator[str]:
    """Write the tables and the bars."""
    bars: list[tuple[str, float]] = []
    for name, one in found.items():
        yield (
            f"{name}: {one['master']}, {one['executors']} executors, ANSI {one['ansi']}, "
            f"{rows:,} rows, load average {one['load']:.1f}; milliseconds on the clock"
        )
        for formula, ways in one["times"].items():
            (first, ours), (second, base) = ((way, Times(**times)) for way, times in ways.items())
            middle, low, high = compare(ours, base, "wall")
            yield (
                f"  {formula:20}{first:>10}{1e3 * median(ours.wall):8.0f}"
                f"{second:>8}{1e3 * median(base.wall):8.0f}"
                f"   {middle:.2f} (quartiles {low:.2f} to {high:.2f})"
            )
            if second == "spark" and one["executors"]:
                bars.append((f"{formula}, {name}", middle))
    yield ""
    yield "Answers: as by hand, bit for bit; exact figures and reasons: as in polars"
    yield ""
    yield "Bars"
    for what, share in bars:
        yield f"{'pass' if share <= NATIVE else 'FAIL'}  {what}: {share:.2f} (bar {NATIVE})"


if __name__ == "__main__":
    main()
