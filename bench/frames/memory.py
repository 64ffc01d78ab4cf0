"""
Peak memory of one way to compute the ratio, in a process of its own.

The base is the process that has read the rows and used the way on a few of them. Run as
`python -m bench.frames.memory WAY FILE`; prints JSON, in MiB. Only on Linux.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from .tables import TASKS, make_rows
from .ways import make_digits, make_pairs

if TYPE_CHECKING:
    from .timing import Way

WAYS: Final = (
    *("polars lazy", "iku, polars lazy", "polars eager", "iku, polars eager"),
    *("duckdb", "iku, duckdb", "numpy"),
    *("polars lazy, 2 digits", "polars streaming, 2 digits", "polars eager, 2 digits"),
    "duckdb, 2 digits",
)
"""The ways that are measured."""


def measure(name: str, file: Path) -> dict[str, float]:
    """Compute the ratio once and tell how far the peak rose."""
    _find(make_rows(1000, TASKS["ratio"].inputs), name)()
    way = _find(_read_rows(file), name)
    gc.collect()
    base = forget_peak()
    answer = way()
    peak = read_peak() - base
    del answer
    return {"base": base, "peak": peak}


def _read_rows(file: Path) -> pl.DataFrame:
    rows = pl.read_ipc(file)
    rows.sum()  # a file that is mapped is in memory once it was looked at
    return rows


def _find(rows: pl.DataFrame, name: str) -> Way:
    groups = make_digits(rows, 2) if "digits" in name else make_pairs(rows, "ratio", check=False)
    return next(group[name] for group in groups if name in group)


def forget_peak() -> float:
    """Let the peak begin anew, and give it."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return read_peak()


def read_peak() -> float:
    """Give the most memory that this process had, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], Path(sys.argv[2])), sys.stdout)
