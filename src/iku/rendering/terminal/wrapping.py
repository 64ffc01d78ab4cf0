"""Text in columns of a terminal: how wide it shows, and where it may break."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WIDE: Final = frozenset({"W", "F"})
_PIECES: Final = re.compile(r"[^/\-–]*+[/\-–]*+")
LONGEST_WORD: Final = 16
"""Words up to here stay whole if a table can be as wide as it was asked to be."""
_LINE_BREAK: Final = re.compile("[\n\u2028\u2029]")


def measure(text: str) -> int:
    """
    Count the columns that text takes: marks none, East Asian wide characters two.

    >>> measure("Dinas"), measure("e\u0301"), measure("\u65e5\u672c")
    (5, 1, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_measure_character(character) for character in text)


def _measure_character(character: str) -> int:
    if unicodedata.category(character)[0] == "M":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def write_padded(text: str, width: int, *, right: bool = False) -> str:
    """Pad text with spaces to `width` columns."""
    spaces = " " * (width - measure(text))
    return spaces + text if right else text + spaces


def measure_lines(text: str) -> int:
    """Measure the longest line of a text."""
    return max(map(measure, _LINE_BREAK.split(text)))


def find_longest_word(text: str, *, longest: int = LONGEST_WORD) -> int:
    """
    Measure the longest part of text that is not broken without need.

    A word longer than `longest` is taken by its parts between slashes and
    hyphens.
    """
    return max((_measure_word(word, longest) for word in text.split()), default=0)


def _measure_word(word: str, longest: int) -> int:
    width = measure(word)
    return width if width <= longest else max(map(measure, _PIECES.findall(word)))


def wrap(text: str, width: int) -> list[str]:
    """
    Break text into lines of at most `width` columns.

    Words stay whole where they fit on a line. Longer ones break behind a slash
    or hyphen; if that is not enough, anywhere, and then a hyphen says so.

    >>> wrap("Formulasi/Cara Pengukuran", 9)
    ['Formulas-', 'i/Cara', 'Pengukur-', 'an']
    """
    return [line for part in _LINE_BREAK.split(text) for line in _wrap_part(part, width)]


def _wrap_part(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, width)
        lines.extend(full)
    return [*lines, line] if line or not lines else lines


def _break_word(word: str, width: int) -> list[str]:
    lines = [""]
    for piece in _PIECES.findall(word):
        if measure(lines[-1] + piece) <= width:
            lines[-1] += piece
        elif measure(piece) <= width:
            lines.append(piece)
        else:
            lines.extend(_cut(piece, width))
    return [line for line in lines if line]


def _cut(word: str, width: int) -> list[str]:
    """Cut a word that has no place to break, leaving room for the hyphens."""
    lines = [""]
    for character in word:
        if lines[-1] and measure(lines[-1] + character) >= width:
            lines[-1] += "-"
            lines.append("")
        lines[-1] += character
    return lines
