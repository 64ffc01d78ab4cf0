"""Steps written inside the step that follows: to store a value and load it again takes time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME: Final = re.compile(r"[a-z]+[0-9]*")
_STEP: Final = re.compile(r"([tv][0-9]+) = ([a-z]+\(.*\))")
_DEEPEST: Final = 40
"""Parentheses in each other; Python reads twice as many and some more."""


def wrap_steps(lines: Sequence[str]) -> list[str]:
    """
    Write a step inside the next line where nothing else needs what it gives.

    Steps may change places by it, which makes no difference: each gives the same or
    raises, whatever the others do. Lines with a condition take no step in, because it
    would only be taken where that holds.

    >>> wrap_steps(["t0 = multiply(v0, c0)", "v1 = plus(v1)", "r = divide(t0, v1)"])
    ['r = divide(multiply(v0, c0), plus(v1))']
    """
    backwards: list[str] = []
    uses: Counter[str] = Counter()
    for line in reversed(lines):
        step = _STEP.fullmatch(line)
        if step is not None and uses[step[1]] == 1 and _takes(backwards[-1], step[1]):
            backwards[-1] = re.sub(rf"\b{step[1]}\b", step[2], backwards[-1])
            uses[step[1]] = 0
            uses.update(_NAME.findall(step[2]))
        else:
            backwards.append(line)
            uses.update(_NAME.findall(line))
    return backwards[::-1]


def _takes(line: str, name: str) -> bool:
    """Tell whether the step behind a name can stand in a line in its place."""
    fits = not line.startswith("if ") and line.count("(") < _DEEPEST
    return fits and name in _NAME.findall(line)
