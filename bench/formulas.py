"""
Measure compiled formulas against handwritten code, and the parser against peers.

Run as `python -m bench.formulas` from the root of the project; see `bench/README.md`.
"""

from __future__ import annotations

import argparse
import ast
import json
import platform
import sys
from dataclasses import asdict, dataclass
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import geometric_mean, median
from time import process_time
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import iku
from iku.angka import make_context
from iku.formula.grammar import parse_expression

from .peer_lark import make_bare_parser, make_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

Row: TypeAlias = dict[str, Decimal]
Figures: TypeAlias = dict[str, dict[str, float]]

COMPILED = 1.3
"""Most time of a compiled formula, in that of code written by hand, in either way."""
PARSED = 3.0
"""Least speed of the parser, and of all that `parse_formula` does, in that of lark."""

CONTEXT: Final = make_context()
HUNDRED: Final = Decimal(100)
CAP: Final = Decimal(120)
UNSUR: Final = tuple(f"U{number}" for number in range(1, 10))
BOBOT: Final = tuple(Decimal(five) * Decimal("0.05") for five in (1, 2, 3, 1, 4, 2, 1, 4, 2))

TEXTS: Final = {
    "ratio": "A / B * 100",
    "growth": "(A - B) / B * 100",
    "weighted": " + ".join(f"{kode} * {bobot}" for kode, bobot in zip(UNSUR, BOBOT, strict=True)),
    "capped": "minimum(A / B * 100, 120)",
}
"""The formulas that are measured, by name."""


def ratio(row: Row) -> Decimal:
    """A share, in per cent."""
    return CONTEXT.multiply(CONTEXT.divide(row["A"], row["B"]), HUNDRED)


def growth(row: Row) -> Decimal:
    """A change, in per cent of what was before."""
    change = CONTEXT.subtract(row["A"], row["B"])
    return CONTEXT.multiply(CONTEXT.divide(change, row["B"]), HUNDRED)


def weighted(row: Row) -> Decimal:
    """Nine figures with their weights, added up."""
    total = CONTEXT.multiply(row["U1"], BOBOT[0])
    total = CONTEXT.add(total, CONTEXT.multiply(row["U2"], BOBOT[1]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U3"], BOBOT[2]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U4"], BOBOT[3]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U5"], BOBOT[4]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U6"], BOBOT[5]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U7"], BOBOT[6]))
    total = CONTEXT.add(total, CONTEXT.multiply(row["U8"], BOBOT[7]))
    return CONTEXT.add(total, CONTEXT.multiply(row["U9"], BOBOT[8]))


def capped(row: Row) -> Decimal:
    """A share that is at most 120."""
    return CONTEXT.min(CONTEXT.multiply(CONTEXT.divide(row["A"], row["B"]), HUNDRED), CAP)


HAND: Final = {"ratio": ratio, "growth": growth, "weighted": weighted, "capped": capped}


def _bind() -> dict[str, Callable[[Row], Decimal]]:
    """Write the same with every method of the context looked up once, ahead."""
    add, subtract, multiply = CONTEXT.add, CONTEXT.subtract, CONTEXT.multiply
    divide, least = CONTEXT.divide, CONTEXT.min
    b1, b2, b3, b4, b5, b6, b7, b8, b9 = BOBOT

    def bound_weighted(row: Row) -> Decimal:
        total = add(multiply(row["U1"], b1), multiply(row["U2"], b2))
        total = add(add(total, multiply(row["U3"], b3)), multiply(row["U4"], b4))
        total = add(add(total, multiply(row["U5"], b5)), multiply(row["U6"], b6))
        total = add(add(total, multiply(row["U7"], b7)), multiply(row["U8"], b8))
        return add(total, multiply(row["U9"], b9))

    return {
        "ratio": lambda row: multiply(divide(row["A"], row["B"]), HUNDRED),
        "growth": lambda row: multiply(divide(subtract(row["A"], row["B"]), row["B"]), HUNDRED),
        "weighted": bound_weighted,
        "capped": lambda row: least(multiply(divide(row["A"], row["B"]), HUNDRED), CAP),
    }


@dataclass(frozen=True)
class Results:
    """All that one run measured: microseconds, by formula and way."""

    computed: Figures
    """One value."""
    parsed: Figures
    """One text."""


def main() -> None:
    """Measure everything in one run and print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.formulas", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="of everything")
    parser.add_argument("--rows", type=int, default=2000, help="values in a round")
    parser.add_argument("--seed", type=int, default=1, help="of the figures")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    options = parser.parse_args()
    random = Random(options.seed)  # noqa: S311 - it guards nothing
    results = Results(
        computed={name: _compute(name, options, random) for name in TEXTS},
        parsed={name: _parse(text, options, random) for name, text in TEXTS.items()},
    )
    print("\n".join(write_report(results)))
    if options.json:
        found = {
            "python": sys.version,
            "machine": platform.platform(),
            "packages": {name: version(name) for name in ("iku", "attrs", "lark")},
            "options": {**vars(options), "json": str(options.json)},
            **asdict(results),
            "bars": list_bars(results),
        }
        options.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


def _compute(name: str, options: argparse.Namespace, random: Random) -> dict[str, float]:
    formula = iku.parse_formula(TEXTS[name])
    compiled = iku.compile(formula)
    rows = [_make_row(name, random) for _ in range(options.rows)]
    _require_agreement(formula, rows[:200], HAND[name])
    ways: dict[str, Callable[[Row], object]] = {
        "hand": HAND[name],
        "hand, bound": _bind()[name],
        "compiled": compiled,
    }
    found = _measure(ways, rows, options.rounds, random)
    slow: dict[str, Callable[[Row], object]] = {
        "evaluate": lambda row: iku.evaluate(formula, row).nilai,
        "with trace": lambda row: iku.evaluate(formula, row).trace,
    }
    return found | _measure(slow, rows[: options.rows // 10], max(3, options.rounds // 5), random)


def _make_row(name: str, random: Random) -> Row:
    if name == "weighted":
        return {kode: Decimal(random.randint(100, 400)).scaleb(-2) for kode in UNSUR}
    return {kode: Decimal(random.randint(1, 10**7)).scaleb(-2) for kode in "AB"}


def _require_agreement(
    formula: iku.Ekspresi, rows: list[Row], hand: Callable[[Row], Decimal]
) -> None:
    """Stop where the ways do not compute the same; by hand the last digits differ."""
    compiled = iku.compile(formula)
    for row in rows:
        value = compiled(row)
        if value is None or str(value) != str(iku.evaluate(formula, row).nilai):
            raise SystemExit(f"compiled and evaluated differ: {formula} {row}")
        if abs(value - hand(row)) > Decimal("1e-20"):
            raise SystemExit(f"compiled and handwritten differ: {formula} {row}")


def _parse(text: str, options: argparse.Namespace, random: Random) -> dict[str, float]:
    ways: dict[str, Callable[[str], object]] = {
        "iku": parse_expression,
        "lark": make_parser(),
        "lark, own tree": make_bare_parser(),
        "ast.parse": lambda source: ast.parse(source, mode="eval"),
        "parse_formula": iku.parse_formula,
    }
    if ways["iku"](text) != ways["lark"](text):
        raise SystemExit(f"the parsers read {text} differently")
    return _measure(ways, [text] * (options.rows // 10), options.rounds, random)


def _measure(
    ways: dict[str, Callable[[T], object]], items: list[T], rounds: int, random: Random
) -> dict[str, float]:
    """Give the median microseconds of each way, in each round in another order."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name in random.sample(list(ways), len(ways)):
            way = ways[name]
            begin = process_time()
            for item in items:
                way(item)
            found[name].append(1e6 * (process_time() - begin) / len(items))
    return {name: median(times) for name, times in found.items()}


def list_bars(results: Results) -> list[tuple[str, float, float, bool]]:
    """Give each bar: what it bounds, what was measured, where it lies, and whether it is met."""
    bars: list[tuple[str, float, float, bool]] = []
    for base, said in (("hand", "handwritten"), ("hand, bound", "handwritten, methods bound")):
        for name, times in results.computed.items():
            share = times["compiled"] / times[base]
            bars.append((f"compiled {name} in {said}", share, COMPILED, share <= COMPILED))
    for way, said in (("iku", "parsing"), ("parse_formula", "parse_formula")):
        speed = geometric_mean(times["lark"] / times[way] for times in results.parsed.values())
        bars.append((f"{said}, speed in that of lark", speed, PARSED, speed >= PARSED))
    return bars


def write_report(results: Results) -> Iterator[str]:
    """Write the tables."""
    yield "One value: CPU time in microseconds, median, and in that of handwritten code"
    yield from _tabulate(results.computed, "hand")
    yield ""
    yield "One text: CPU time in microseconds, median, and in that of iku"
    yield from _tabulate(results.parsed, "iku")
    yield ""
    yield "Bars"
    for what, found, bar, met in list_bars(results):
        yield f"{'pass' if met else 'FAIL'}  {what}: {found:.2f} (bar {bar})"


def _tabulate(figures: Figures, base: str) -> Iterator[str]:
    ways = list(next(iter(figures.values())))
    yield f"{'':12}" + "".join(f"{way:>20}" for way in ways)
    for name, times in figures.items():
        cells = (f"{times[way]:12.2f}{times[way] / times[base]:8.2f}" for way in ways)
        yield f"{name:12}" + "".join(cells)


if __name__ == "__main__":
    main()
