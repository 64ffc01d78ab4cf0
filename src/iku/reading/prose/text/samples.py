"""Sample figures below a formula: a fraction of numbers that repeats it with values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURE: Final = re.compile(r"=? ?\d(?:[\d.,]*\d)? ?%?(?: [^\W\d_]+)?")
_BAR: Final = re.compile(
    r"=? ?(?:[-_]{3,}+|={3,}+|[─—═‾¯━▬]{2,}+)(?: ?[x×X] ?1[\d.]*+ ?%?)?(?: ?= ?[\d.,]++ ?%?)?"
)
_RESULT: Final = re.compile(r"= ?[\d.,]++ ?%?")
_INDEX: Final = re.compile(r"[ ,]\(?(?:untuk |dengan )?[ijk] ?= ?1, ?2[\d., …]*(?:atau )?\d*\)?$")
"""What the index of a symbol runs over."""


def normalise_samples(lines: Sequence[str]) -> list[str]:
    """
    Leave out fractions over lines in which there are only numbers, and "i = 1, 2, ..., 7".

    >>> normalise_samples(["A", "----- x 100%", "B", "45", "---- x 100% = 90%", "50"])
    ['A', '----- x 100%', 'B']
    """
    lines = [_INDEX.sub("", line) for line in lines]
    kept: list[str] = []
    at = 0
    while at < len(lines):
        if len(lines) > at + 2 and _is_sample(lines[at : at + 3]):
            at += 3
            at += at < len(lines) and _RESULT.fullmatch(lines[at]) is not None
        else:
            kept.append(lines[at])
            at += 1
    return kept


def _is_sample(lines: Sequence[str]) -> bool:
    above, bar, below = lines
    numbers = _FIGURE.fullmatch(above) and _FIGURE.fullmatch(below)
    return numbers is not None and _BAR.fullmatch(bar) is not None
