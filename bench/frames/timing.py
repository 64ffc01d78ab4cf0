"""
Seconds of ways to do one thing, in pairs, and what the memory of the machine allows.

Each round takes the pairs in another order, and the two of a pair one after the other
in another order, so that what the machine does meanwhile strikes both alike.
"""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from numpy.typing import NDArray

Way: TypeAlias = "Callable[[], object]"


@dataclass
class Times:
    """What one way took, in seconds, round by round."""

    wall: list[float] = field(default_factory=list)
    """On the clock."""
    cpu: list[float] = field(default_factory=list)
    """Of all cores together."""


def measure(groups: Sequence[dict[str, Way]], rounds: int, random: Random) -> dict[str, Times]:
    """Measure all ways; those of one group run next to each other."""
    found = {name: Times() for group in groups for name in group}
    for group in groups:
        for way in group.values():
            way()
    for _ in range(rounds):
        for group in random.sample(groups, len(groups)):
            for name in random.sample(list(group), len(group)):
                gc.collect()
                wall, cpu = perf_counter(), process_time()
                answer = group[name]()
                found[name].cpu.append(process_time() - cpu)
                found[name].wall.append(perf_counter() - wall)
                # What it made is given back outside of the time.
                del answer
    return found


def compare(times: Times, base: Times, what: str) -> tuple[float, float, float]:
    """Give the median, and the quartiles, of a way in another, round by round."""
    pairs = zip(getattr(times, what), getattr(base, what), strict=True)
    low, middle, high = quantiles([one / other for one, other in pairs], n=4)
    return middle, low, high


def make_floor(rows: int) -> Way:
    """
    Make a sum of two columns in place, on two threads: the least that a ratio costs.

    It reads two columns and writes one that is there already, in pieces that stay in
    the cache of a core.
    """
    one, other, out = (np.ones(rows) for _ in range(3))
    return lambda: _share_out(rows, lambda part: np.add(one[part], other[part], out=out[part]))


def measure_bandwidth(rows: int, rounds: int = 9) -> dict[str, float]:
    """Give GB/s, read and written together: the median of some rounds."""
    source, target = np.ones(rows), np.ones(rows)
    floor = make_floor(rows)
    ways: dict[str, tuple[int, Way]] = {
        "copy, one thread": (2, lambda: np.copyto(target, source)),
        "copy, two threads": (
            2,
            lambda: _share_out(rows, lambda part: np.copyto(target[part], source[part])),
        ),
        "add, two threads": (3, floor),
        "copy to new memory": (2, source.copy),
    }
    found: dict[str, float] = {}
    for name, (columns, way) in ways.items():
        taken: list[float] = []
        for _ in range(rounds):
            begin = perf_counter()
            way()
            taken.append(perf_counter() - begin)
        found[name] = columns * source.nbytes / median(taken) / 1e9
    return found


def _share_out(rows: int, work: Callable[[slice], NDArray[np.float64] | None]) -> None:
    piece, half = 1 << 14, (rows + 1) // 2

    def run(begin: int) -> None:
        for at in range(begin, min(begin + half, rows), piece):
            work(slice(at, min(at + piece, begin + half, rows)))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, (0, half)))
