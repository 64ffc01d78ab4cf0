"""
The rows and the formulas that are measured; all of it from a seed.

Run as `python -m bench.frames.tables ROWS FILE`, it writes the rows of the ratio
as an Arrow file.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

import iku

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.typing import Formula

YEARS: Final = 10
FIRST_YEAR: Final = 2015
UNSUR: Final = tuple(f"U{number}" for number in range(1, 10))
BOBOT: Final = (0.05, 0.1, 0.15, 0.05, 0.2, 0.1, 0.05, 0.2, 0.1)
ABSENT: Final = 1000
"""One value in so many is null; one denominator in so many is zero."""
ORDER: Final = {"over": "kota", "order_by": "tahun"}


@dataclass(frozen=True)
class Task:
    """A formula with what it takes."""

    formula: Formula
    """The formula."""
    inputs: tuple[str, ...]
    """The columns that it reads."""
    order: Mapping[str, str] = field(default_factory=dict)
    """Which rows are of one entity, where it looks back."""


TASKS: Final = {
    "ratio": Task(iku.parse_formula("A / B * 100"), ("A", "B")),
    "growth": Task(iku.parse_formula("(A - B) / B * 100"), ("A", "B")),
    "growth, looked up": Task(
        iku.Pertumbuhan(variabel="A", basis=iku.BasisPertumbuhan.LALU),
        ("A", "kota", "tahun"),
        ORDER,
    ),
    "weighted": Task(
        iku.parse_formula(
            " + ".join(f"{kode} * {bobot}" for kode, bobot in zip(UNSUR, BOBOT, strict=True))
        ),
        UNSUR,
    ),
    "capped": Task(iku.parse_formula("minimum(A / B * 100, 120)"), ("A", "B")),
}
"""What is measured, by name."""


def make_rows(rows: int, columns: tuple[str, ...], seed: int = 1) -> pl.DataFrame:
    """
    Make rows of cities and years, with figures of two decimals as people write them.

    One row in a thousand has no `A`, and one a zero for `B`.
    """
    random = np.random.default_rng(seed)
    made: dict[str, pl.Series] = {}
    for name in columns:
        if name == "kota":
            values = np.arange(rows, dtype=np.int32) // YEARS
        elif name == "tahun":
            values = FIRST_YEAR + np.arange(rows, dtype=np.int32) % YEARS
        else:
            values = random.integers(100, 10**8, rows) / 100
        if name == "B":
            values[random.integers(0, rows, rows // ABSENT)] = 0.0
        if name == "A":
            values[random.integers(0, rows, rows // ABSENT)] = np.nan
        made[name] = pl.Series(name, values, nan_to_null=name == "A")
    return pl.DataFrame(made).rechunk()


if __name__ == "__main__":
    make_rows(int(sys.argv[1]), TASKS["ratio"].inputs).write_ipc(sys.argv[2])
