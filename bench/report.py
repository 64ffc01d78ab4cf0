"""The tables that people read, and the bars."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from .engines import FLOORS, NAMES, PYDANTIC
from .faults import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .speed import Times

LOAD_SPEED = 0.6
"""Least speed of loading, in that of the quicker pydantic engine."""
PEAK_MEMORY = 1.0
"""Most peak memory of loading, in that of the leaner pydantic engine."""
IMPORT = 0.2
"""Most CPU time of `import iku`, in that of `import attrs`."""
FIRST_USE = 2.5
"""Most CPU time of `import iku; iku.Dokumen`, in that of `import attrs`."""


@dataclass(frozen=True)
class Results:
    """All that one run measured."""

    size: int
    """Bytes of the document."""
    speed: dict[str, Times]
    """CPU seconds, by engine."""
    memory: dict[str, dict[str, float]]
    """Peaks in MiB, by engine."""
    let_pass: dict[str, list[str]]
    """Single faults that an engine takes for a document."""
    imports: dict[str, list[float]]
    """CPU milliseconds, by statement."""


def write_report(results: Results) -> str:
    """Write all tables."""
    parts = (_show_speed, _show_memory, _show_faults, _show_imports, _show_bars)
    return "\n\n".join("\n".join(part(results)) for part in parts)


def list_bars(results: Results) -> list[tuple[str, float, float, bool]]:
    """Give each bar: what it bounds, what was measured, where it lies, and whether it is met."""
    load = {name: median(times.load) for name, times in results.speed.items()}
    speed = min(load[name] for name in PYDANTIC) / load["iku"]
    peak = {name: found["load"] for name, found in results.memory.items()}
    memory = peak["iku"] / min(peak[name] for name in PYDANTIC)
    costs = _costs(results)
    shell, first = (costs[name] / costs["attrs"] for name in ("iku", "iku.Dokumen"))
    return [
        ("load, speed in that of pydantic", speed, LOAD_SPEED, speed >= LOAD_SPEED),
        ("load, peak memory in that of pydantic", memory, PEAK_MEMORY, memory <= PEAK_MEMORY),
        ("import iku in import attrs", shell, IMPORT, shell <= IMPORT),
        ("first iku.Dokumen in import attrs", first, FIRST_USE, first <= FIRST_USE),
    ]


def _show_speed(results: Results) -> Iterator[str]:
    megabytes = results.size / 1e6
    yield f"Speed: CPU time, median of {len(results.speed['iku'].load)}, {megabytes:.1f} MB"
    yield (
        f"{'':22}{'load':>7}{'MB/s':>7}{'spread':>9}{'x json':>8}{'x orjson':>10}"
        f"{'dump':>9}{'x json':>8}{'set-up':>9}"
    )
    floors = {name: median(results.speed[name].load) for name in FLOORS}
    floor_dump = median(results.speed["json"].dump)
    for name in NAMES:
        times = results.speed[name]
        load, dump = median(times.load), median(times.dump)
        low, _, high = quantiles(times.load, n=4)
        yield (
            f"{name:22}{load:6.2f}s{megabytes / load:7.1f}{(high - low) / load:8.0%} "
            f"{load / floors['json']:8.2f}{load / floors['orjson']:10.2f}"
            f"{dump:8.2f}s{dump / floor_dump:8.2f}{times.set_up:8.2f}s"
        )


def _show_memory(results: Results) -> Iterator[str]:
    yield "Memory: peak above the process that has the library and the bytes, MiB"
    yield f"{'':22}{'load':>7}{'load, dump':>12}"
    for name in NAMES:
        found = results.memory[name]
        yield f"{name:22}{found['load']:7.0f}{found['load_and_dump']:12.0f}"


def _show_faults(results: Results) -> Iterator[str]:
    yield f"Strictness: of {len(FAULTS)} documents with one fault"
    for name, passed in results.let_pass.items():
        listed = f"; lets pass: {', '.join(passed)}" if passed else ""
        yield f"{name:22}refuses {len(FAULTS) - len(passed)}{listed}"


def _show_imports(results: Results) -> Iterator[str]:
    bare = results.imports["bare"]
    yield f"Imports: CPU above bare Python ({median(bare):.1f} ms), median of {len(bare)}"
    costs = _costs(results)
    for name, cost in costs.items():
        yield f"{name:22}{cost:7.1f} ms{cost / costs['attrs']:7.2f} x attrs"


def _costs(results: Results) -> dict[str, float]:
    bare = median(results.imports["bare"])
    return {name: median(times) - bare for name, times in results.imports.items() if name != "bare"}


def _show_bars(results: Results) -> Iterator[str]:
    yield "Bars"
    for what, found, bar, met in list_bars(results):
        yield f"{'pass' if met else 'FAIL'}  {what}: {found:.2f} (bar {bar})"
