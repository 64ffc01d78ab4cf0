"""How wide each column of a table in a terminal is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iku.rendering.terminal.wrapping import LONGEST_WORD, find_longest_word, measure_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.rendering.grid import Slot

_NARROWEST: Final = 9
"""How narrow columns of words may become when words must be broken."""


def find_least_widths(
    places: Sequence[Sequence[Slot]], *, longest: int = LONGEST_WORD
) -> list[int]:
    """
    Measure for each column the longest word that should stay whole; numbers always do.

    Words longer than `longest` may be parted at slashes and hyphens.
    """
    widths: list[int] = []
    for texts, right in zip(_collect(places), _find_right(places), strict=True):
        word = max(find_longest_word(text, longest=longest) for text in texts)
        widths.append(min(word, 1_000 if right else LONGEST_WORD) or 1)
    return widths


def _collect(places: Sequence[Sequence[Slot]]) -> list[list[str]]:
    """Gather the texts of each column; a heading over several columns fits any width."""
    return [
        [row[index].cell.text if row[index].cell.colspan == 1 else "" for row in places]
        for index in range(len(places[0]))
    ]


def _find_right(places: Sequence[Sequence[Slot]]) -> list[bool]:
    return [any(row[index].cell.right for row in places) for index in range(len(places[0]))]


def find_widths(places: Sequence[Sequence[Slot]], room: int) -> list[int]:
    """
    Divide `room` among the columns so that the table becomes low.

    A column gets its longest word at least and its longest line at most. What
    is left goes, one by one, to the column whose fullest cell needs most lines.
    """
    widths = find_least_widths(places)
    if sum(widths) > room:
        parted = find_least_widths(places, longest=_NARROWEST)
        widths = _squeeze(parted, _find_right(places), room)
    longest = [max(map(measure_lines, texts)) for texts in _collect(places)]
    for _ in range(room - sum(widths)):
        needs = [Fraction(length, width) for length, width in zip(longest, widths, strict=True)]
        hungriest = needs.index(max(needs))
        if needs[hungriest] <= 1:
            break
        widths[hungriest] += 1
    return widths


def find_narrow_widths(places: Sequence[Sequence[Slot]]) -> list[int]:
    """Measure for each column how narrow it may become when words are broken."""
    return [
        width if is_right else min(width, _NARROWEST)
        for width, is_right in zip(find_least_widths(places), _find_right(places), strict=True)
    ]


def _squeeze(widths: list[int], right: list[bool], room: int) -> list[int]:
    """Take from the widest columns of words until the table fits, so that few words break."""
    squeezed = widths.copy()
    words = [index for index, is_right in enumerate(right) if not is_right]
    while sum(squeezed) > room and any(squeezed[index] > _NARROWEST for index in words):
        squeezed[max(words, key=squeezed.__getitem__)] -= 1
    return squeezed
