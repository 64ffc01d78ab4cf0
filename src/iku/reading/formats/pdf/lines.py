"""Lines of text out of letters that stand anywhere on a page, turned ones included."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.formats.blocks import write_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iku.reading.formats.pdf.pages import Glyph

_GAP: Final = 0.2
"""Part of the height of a letter that a gap between words has."""
_APART: Final = 2.5
"""Parts of the height of a line that a gap between columns has."""
_SAME_LINE: Final = 0.5
"""Part of the height of a letter that shares its line."""
_SMALL: Final = 0.92
"""Part of the height of the letters of a line that raised and lowered ones stay below."""
_RAISED: Final = 0.14
"""Part of that height by which the foot of a raised letter stands higher."""
_LOWERED: Final = 0.04
"""Part of that height by which the foot of a lowered letter stands lower."""
_TWICE: Final = 0.3
"""Part of the height of a letter within which the same letter again only makes it bold."""


BAR: Final = "_____"
"""A fraction bar, as officials type it."""
_FEET: Final = 0.03
"""Part of the height of letters at their feet that a fraction bar may touch."""


class Word(NamedTuple):
    """A word on a line."""

    text: str
    """The word."""
    start: float
    """Where it begins, along the line."""
    end: float
    """Where it ends."""


class Line(NamedTuple):
    """A line of text; seen along it, whichever way the page turns it."""

    words: tuple[Word, ...]
    """Its words, at least one."""
    top: float
    """Its upper side."""
    bottom: float
    """Its lower side."""

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    @property
    def start(self) -> float:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.words[-1].end

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top

    def covers(self, start: float, end: float) -> bool:
        """Say whether a word stands between two places along the line."""
        return any(word.start < end and start < word.end for word in self.words)


def split_line(line: Line) -> list[Line]:
    """Divide a line at its wide gaps, as stand between two columns."""
    pieces = [[line.words[0]]]
    for word in line.words[1:]:
        if word.start - pieces[-1][-1].end > _APART * line.size:
            pieces.append([])
        pieces[-1].append(word)
    return [line._replace(words=tuple(words)) for words in pieces]


class _Mark(NamedTuple):
    """A letter along and across its line."""

    text: str
    start: float
    end: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        return self.bottom - self.top


def make_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Make lines of letters, in reading order; upright text comes before turned text."""
    by_turn: dict[int, list[_Mark]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(_turn(glyph))
    return [line for turn in sorted(by_turn) for line in _make_lines(by_turn[turn])]


def write_bar(lines: list[Line], start: float, end: float, middle: float) -> list[Line]:
    """
    Put a drawn fraction bar among lines, as if it were typed; what underlines words is none.

    It has a line above and one below; it joins what stands beside it: `_____ x 100%`.
    """
    bar = Word(BAR, start, end)
    for number, line in enumerate(lines):
        inside = line.top < middle < line.bottom - _FEET * line.size
        if inside and line.covers(start, end):
            if middle > line.top + line.size / 3:
                return lines
        elif inside:
            words = tuple(sorted((*line.words, bar), key=lambda word: word.start))
            return [*lines[:number], line._replace(words=words), *lines[number + 1 :]]
    above = sum(line.bottom <= middle + _FEET * line.size for line in lines)
    if above in (0, len(lines)):
        return lines
    return [*lines[:above], Line((bar,), middle, middle), *lines[above:]]


def _turn(glyph: Glyph) -> _Mark:
    text, x0, top, x1, bottom, turn = glyph
    if turn == 90:
        return _Mark(text, -bottom, -top, x0, x1)
    if turn == 270:
        return _Mark(text, top, bottom, -x1, -x0)
    return _Mark(text, x0, x1, top, bottom)


def _make_lines(marks: list[_Mark]) -> Iterator[Line]:
    for row in _split_rows(marks):
        words = tuple(_split_words(row))
        if words:
            visible = [mark for mark in row if mark.text.strip()]
            yield Line(
                words, min(mark.top for mark in visible), max(mark.bottom for mark in visible)
            )


def _split_rows(marks: list[_Mark]) -> Iterator[list[_Mark]]:
    """Put letters of about the same height on the page onto one line."""
    # By the middle: a raised figure begins above the letters of its line, a lowered one below.
    rows: list[list[_Mark]] = []
    low = 0.0
    for mark in sorted(marks, key=lambda mark: (mark.top + mark.bottom, mark.start)):
        if rows and low - mark.top > _SAME_LINE * min(mark.size, rows[-1][0].size):
            rows[-1].append(mark)
            low = max(low, mark.bottom) if mark.size <= 1.3 * rows[-1][0].size else mark.bottom
        else:
            rows.append([mark])
            low = mark.bottom
    for row in rows:
        yield sorted(row, key=lambda mark: mark.start)


def _split_words(row: Sequence[_Mark]) -> Iterator[Word]:
    """Divide a line at its spaces and gaps."""
    sizes = Counter(round(mark.size, 1) for mark in row if mark.text.strip())
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    held: list[_Mark] = []
    for mark in row:
        if held and _is_again(mark, held[-1]):
            continue
        if held and (mark.text.isspace() or mark.start - held[-1].end > _GAP * size):
            yield _join(held, size)
            held = []
        if not mark.text.isspace():
            held.append(mark)
    if held:
        yield _join(held, size)


def _is_again(mark: _Mark, before: _Mark) -> bool:
    near = _TWICE * mark.size
    return (
        mark.text == before.text
        and abs(mark.start - before.start) < near / 2
        and abs(mark.top - before.top) < near
    )


def _join(marks: list[_Mark], size: float) -> Word:
    feet = Counter(round(mark.bottom, 1) for mark in marks if mark.size >= _SMALL * size)
    foot = feet.most_common(1)[0][0] if feet else None
    pieces = ((mark.text, _find_height(mark, size, foot)) for mark in marks)
    return Word(write_pieces(pieces), marks[0].start, marks[-1].end)


def _find_height(mark: _Mark, size: float, foot: float | None) -> str:
    """Say whether a letter is raised or lowered beside larger ones, whose foot is known."""
    if foot is None or mark.size >= _SMALL * size:
        return ""
    if foot - mark.bottom > _RAISED * size:
        return "super"
    return "sub" if mark.bottom - foot > _LOWERED * size else ""
