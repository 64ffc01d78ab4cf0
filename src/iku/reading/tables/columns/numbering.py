"""Rows that number the columns of a table, some of them with what a column is computed from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.grid import Cell

_NUMBER: Final = re.compile(
    r"\(?\s*+(?P<number>[0-9]{1,2}|[a-z])\s*+\)?\s*+\.?(?:\s*+=(?P<rest>.*))?"
)
"""A number or letter, and behind an equals sign what the column is computed from."""
_COMPUTED: Final = re.compile(
    r"(?:[0-9]{1,3}|(?<![a-z])[a-wyz](?![a-z])|[()\s%.]|(?P<sign>[-+/:*x×÷=–]))++"
)
_LONGEST: Final = 40
_LEAST: Final = 3
"""Columns that such a row numbers at least."""


def is_numbering(row: Sequence[Cell]) -> bool:
    """
    Say whether a row only numbers the columns: (1) (2) (3), or 1 2 3=2/1.

    The numbers count from the first one; what is computed of others has a number
    itself, whether it is printed or not.
    """
    texts = [cell.text.strip().lower() for cell in row if cell.text]
    if len(texts) < _LEAST or max(map(len, texts)) > _LONGEST:
        return False
    numbers = 0
    for place, text in enumerate(texts, 1):
        match = _NUMBER.fullmatch(text)
        if match is not None and _is_computed(match["rest"]):
            numbers += 1
            if _count(match["number"]) != place:
                return False
        elif not _is_formula(text):
            return False
    return numbers >= _LEAST


def _is_computed(rest: str | None) -> bool:
    return rest is None or _is_formula(f"={rest}")


def _is_formula(text: str) -> bool:
    match = _COMPUTED.fullmatch(text)
    return match is not None and match["sign"] is not None


def _count(number: str) -> int:
    return int(number) if number.isdigit() else ord(number) - ord("a") + 1
