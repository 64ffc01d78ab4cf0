"""Text of several lines as one text: where a line was broken only because it was full."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iku.glossary import load_istilah
from iku.reading.formats.pdf.lines import BAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iku.reading.formats.pdf.lines import Line

_PADDING: Final = 8.0
"""Points that a cell keeps free at its side, at most."""
_SPACE: Final = 0.3
"""Part of the height of a letter that a space takes."""
_GROUPED: Final = re.compile(r"(?=.*[.,])[0-9.,]*+")
_DIGITS: Final = re.compile(r"[0-9][0-9.,]*+%?")
_EDGES: Final = ".,;:()[]\"'“”/%"


def collect_words(texts: Iterable[Sequence[Line]]) -> frozenset[str]:
    """
    Collect the words that surely are whole: not those where a line breaks.

    The words of column headers are known beforehand.
    """
    return _known_words() | {word for lines in texts for word in _list_whole(lines)}


@cache
def _known_words() -> frozenset[str]:
    headers = (header for term in load_istilah() for header in term.kolom)
    return frozenset(_fold(word) for header in headers for word in header.split())


def _list_whole(lines: Sequence[Line]) -> Iterator[str]:
    for number, line in enumerate(lines):
        first = 0 if number == 0 else 1
        end = len(line.words) - (0 if number == len(lines) - 1 else 1)
        yield from (_fold(word.text) for word in line.words[first:end])


def _fold(text: str) -> str:
    return text.strip(_EDGES).casefold()


def write_lines(lines: Sequence[Line], *, start: float, width: float, words: frozenset[str]) -> str:
    """
    Write lines as one text: a word that was broken is whole again, a line that ended early ends.

    The cell begins at `start` and has that `width`, 0 where it is not known;
    `words` are known to be whole.
    """
    if not lines:
        return ""
    written = lines[0].text
    room = _measure_room(lines, start, width)
    for above, line in pairwise(lines):
        written = _go_on(written, above, line, room=room, words=words)
    return written


def is_full(lines: Sequence[Line], line: Line, *, start: float, width: float) -> bool:
    """Say whether the last line of a cell had no room for what the next line begins with."""
    return not _is_ended(lines[-1], line, _measure_room(lines, start, width))


def _measure_room(lines: Sequence[Line], start: float, width: float) -> float:
    """Measure how long the lines of a cell may be: it keeps its sides free."""
    return width - 2 * min(_PADDING, max(0.0, min(line.start for line in lines) - start))


def _is_ended(above: Line, line: Line, room: float) -> bool:
    first = line.words[0]
    return room - (above.end - above.start) > first.end - first.start + _SPACE * line.size


def _go_on(written: str, above: Line, line: Line, *, room: float, words: frozenset[str]) -> str:
    first = line.words[0]
    beside_bar = any(word.text == BAR for word in (*above.words, *line.words))
    if beside_bar or _is_ended(above, line, room):
        return f"{written}\n{line.text}"
    last = above.words[-1].text
    if _is_broken(last, first.text, words) or _is_broken_number(above, first.text, room):
        return written + line.text
    if last[-1] == "-" and last[:-1].isalpha() and first.text[0].isalpha():
        whole = _fold(last[:-1] + first.text) in words
        return (written[:-1] if whole else written) + line.text
    return f"{written} {line.text}"


def _is_broken(last: str, first: str, words: frozenset[str]) -> bool:
    """Say whether two pieces make a word of the document, and are not both words themselves."""
    return (
        last[-1].isalpha()
        and first[0].isalpha()
        and _fold(last + first) in words
        and not (_fold(last) in words and _fold(first) in words)
    )


def _is_broken_number(above: Line, first: str, room: float) -> bool:
    """Say whether a number or code was too long for its cell: it has filled its line alone."""
    text = above.words[0].text
    letter = (above.end - above.start) / len(text)
    return (
        len(above.words) == 1
        and len(first) < len(text)
        and room - (above.end - above.start) < letter
        and _GROUPED.fullmatch(text) is not None
        and _DIGITS.fullmatch(first) is not None
    )
