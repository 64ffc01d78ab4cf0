"""The tables that people read, and the bars."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, TypeAlias

from .tables import TASKS
from .timing import Times, compare
from .ways import ENGINES

if TYPE_CHECKING:
    from collections.abc import Iterator

Measured: TypeAlias = "dict[str, Times]"

HANDWRITTEN: Final = 1.10
"""Most time of a formula, in that of the same written by hand for polars lazy and DuckDB."""
FLOOR: Final = 5.0
"""Most time of the ratio in polars, in that of adding two columns in place."""
DIGITS: Final = 4.0
"""Most time of exact figures, in that of plain doubles."""


@dataclass(frozen=True)
class Results:
    """All that one run measured."""

    rows: int
    """How many."""
    formulas: dict[str, Measured]
    """Seconds by formula and way."""
    digits: dict[str, Measured]
    """Seconds of exact figures and plain doubles, by what the rows are like."""
    bandwidth: dict[str, float]
    """GB/s."""
    memory: dict[str, dict[str, float]]
    """Peaks in MiB, by way."""
    growth: dict[int, Measured]
    """Seconds by rows and way."""


def list_bars(results: Results) -> list[tuple[str, float, float, bool]]:
    """Give each bar: what it bounds, what was measured, where it lies, and whether it is met."""
    bars: list[tuple[str, float, float, bool]] = []

    def add(what: str, times: Times, base: Times, bar: float, clock: str = "cpu") -> None:
        share = compare(times, base, clock)[0]
        bars.append((what, share, bar, share <= bar))

    for name, times in results.formulas.items():
        for engine in ENGINES:
            add(f"{name}, {engine}", times[f"iku, {engine}"], times[engine], HANDWRITTEN)
    if ratio := results.formulas.get("ratio"):
        add("ratio in the floor", ratio["iku, polars lazy"], ratio["floor"], FLOOR, "wall")
    for kind, times in results.digits.items():
        for name, plain in times.items():
            exact = next((other for other in times if other.startswith(f"{name}, ")), None)
            if exact is not None:
                add(f"{exact}, {kind}", times[exact], plain, DIGITS)
    return bars


def write_report(results: Results) -> str:
    """Write all tables."""
    parts = (_show_formulas, _show_digits, _show_memory, _show_growth, _show_bars)
    written = ("\n".join(part(results)) for part in parts)
    return "\n\n".join(filter(None, written))


def _show_formulas(results: Results) -> Iterator[str]:
    said = ", ".join(f"{name} {speed:.1f}" for name, speed in results.bandwidth.items())
    yield f"Memory, GB/s read and written: {said}"
    yield f"{results.rows:,} rows, milliseconds: median on the clock, and of all cores together"
    for name, times in results.formulas.items():
        yield f"{name}{', a tenth of the rows' if TASKS[name].order else ''}:"
        yield from _tabulate(times)
        for engine in ENGINES:
            for clock, what in (("cpu", "CPU"), ("wall", "clock")):
                middle, low, high = compare(times[f"iku, {engine}"], times[engine], clock)
                yield (
                    f"  iku in {engine} by hand, {what}: {middle:.2f} "
                    f"(quartiles {low:.2f} to {high:.2f})"
                )


def _show_digits(results: Results) -> Iterator[str]:
    if not results.digits:
        return
    yield f"Exact figures of the ratio, {results.rows:,} rows"
    for kind, times in results.digits.items():
        yield f"{kind}:"
        yield from _tabulate(times)


def _tabulate(times: Measured) -> Iterator[str]:
    for way, one in times.items():
        yield f"  {way:28}{1e3 * median(one.wall):10.1f}{1e3 * median(one.cpu):10.1f}"


def _show_memory(results: Results) -> Iterator[str]:
    if not results.memory:
        return
    yield f"Memory of the ratio, {results.rows:,} rows: peak above the rows, MiB"
    for name, found in results.memory.items():
        yield f"  {name:28}{found['peak']:10.0f}"


def _show_growth(results: Results) -> Iterator[str]:
    if not results.growth:
        return
    yield "Cost of the ratio by rows: nanoseconds of CPU for a row"
    sizes = list(results.growth)
    yield f"  {'':28}" + "".join(f"{rows:>14,}" for rows in sizes)
    for way in next(iter(results.growth.values())):
        cells = (1e9 * median(results.growth[rows][way].cpu) / rows for rows in sizes)
        yield f"  {way:28}" + "".join(f"{cell:14.2f}" for cell in cells)


def _show_bars(results: Results) -> Iterator[str]:
    yield "Bars"
    for what, found, bar, met in list_bars(results):
        yield f"{'pass' if met else 'FAIL'}  {what}: {found:.2f} (bar {bar})"
