"""Tables without ruling lines: columns of text below a line of column headers."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.glossary import match_kolom
from iku.reading.formats.pdf.lines import Line
from iku.reading.grid import Cell
from iku.reading.tables.columns.headings import read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP: Final = 0.9
"""Part of the height of a letter that a gap between columns has at least."""
_ROW: Final = 1.25
"""How much farther than the lines of a row the next row stands."""
_SINGLE: Final = 1.6
"""Heights of a line from one to the next where each line is a row."""
_END: Final = 2.2
"""Heights of a line without text that end a table."""

Span = tuple[float, float]


class Loose(NamedTuple):
    """A table without lines."""

    first: int
    """Number of its first line among those that were searched, from 0."""
    last: int
    """Number of its last line."""
    rows: list[list[list[Line]]]
    """For each row and column, the lines."""
    columns: list[Span]
    """Where each column begins and ends."""


def find_loose(lines: Sequence[Line]) -> Loose | None:
    """Find the first table among lines of text: its header has at least two known words."""
    for number, line in enumerate(lines):
        segments = _split_segments(line)
        known = {match_kolom(segment.text) for segment in segments} - {None}
        if len(known) >= 2 and 2 * len(known) >= len(segments):
            return _read(lines, number)
    return None


def _split_segments(line: Line) -> list[Line]:
    """Divide a line at gaps that are no spaces."""
    held = [line.words[0]]
    segments: list[Line] = []
    for word in line.words[1:]:
        if word.start - held[-1].end > _GAP * line.size:
            segments.append(Line(tuple(held), line.top, line.bottom))
            held = []
        held.append(word)
    return [*segments, Line(tuple(held), line.top, line.bottom)]


def _read(lines: Sequence[Line], first: int) -> Loose:
    last = first
    while last + 1 < len(lines) and not _is_end(lines[last], lines[last + 1]):
        last += 1
    held = lines[first : last + 1]
    leading = _find_leading(held)
    head, *body = _group_rows(held, leading)
    width = len(_split_segments(held[0]))
    groups = _divide(head, leading, width=width, header=True)
    groups += [part for group in body for part in _divide(group, leading, width=width)]
    heads = _count_heads(groups)
    # The upper rows of a header have words over several columns.
    spans = [span for group in groups[heads - 1 :] for span in _list_spans(group)]
    for upper, lower in pairwise(groups[:heads]):
        spans += _list_single(upper, lower)
    columns = _find_columns(spans)
    rows = [_place(group, columns) for group in groups]
    return Loose(first, last, rows, columns)


def _is_end(above: Line, line: Line) -> bool:
    return line.top - above.bottom > _END * line.size


def _find_leading(lines: Sequence[Line]) -> float:
    """Find how far the lines of a cell stand from each other; 0 for a line alone."""
    steps = (line.top - above.top for above, line in pairwise(lines))
    return min((step for step in steps if step >= lines[0].size), default=0.0)


def _group_rows(lines: Sequence[Line], leading: float) -> list[list[Line]]:
    """
    Put lines into rows: the next one stands off.

    Where none does, a row begins with its number, or fills most columns.
    """
    header = _split_segments(lines[0])
    numbered = match_kolom(header[0].text) == "nomor"
    steps = [line.top - above.top for above, line in pairwise(lines)]
    apart = [leading > _SINGLE * lines[0].size or step > _ROW * leading for step in steps]
    groups = [[lines[0]]]
    for line, stands_off in zip(lines[1:], apart, strict=True):
        filled = len(_split_segments(line))
        begins = line.start < header[0].end if numbered else 2 * filled >= len(header)
        if stands_off or (begins and not any(apart)):
            groups.append([])
        groups[-1].append(line)
    return groups


def _divide(
    lines: list[Line], leading: float, *, width: int, header: bool = False
) -> list[list[Line]]:
    """
    Divide a group of lines whose columns are not in step: a cell beside goes on between two rows.

    A row begins where a piece stands off from the one above it in its own column,
    and at least half of the columns begin anew. The lower row of a header begins
    with any one, or with known words that have nothing above them.
    """
    least = 1 if header else -(-width // 2)
    placing = _Placing(_ROW * leading)
    rows: list[list[Line]] = [[]]
    for line in lines:
        segments = _split_segments(line)
        known = header and all(map(_is_known, segments))
        numbers = placing.place(segments, least, known=known)
        for number in sorted(set(numbers)):
            rows += [[] for _ in range(len(rows), number + 1)]
            own = [one for one, row in zip(segments, numbers, strict=True) if row == number]
            words = tuple(word for segment in own for word in segment.words)
            rows[number].append(Line(words, line.top, line.bottom))
    return rows


class _Placing:
    """The lowest piece so far at each place of a line, and the row that it belongs to."""

    def __init__(self, step: float) -> None:
        self._step = step
        self._last = 0
        self._starts: list[float] = []
        self._pieces: list[tuple[Line, int]] = []

    def place(self, segments: Sequence[Line], least: int, *, known: bool) -> list[int]:
        """Number the rows of the pieces of a line, and take them as the lowest."""
        above = [self._find_above(segment) for segment in segments]
        off = [
            one is not None and segment.top - one[0].top > self._step
            for segment, one in zip(segments, above, strict=True)
        ]
        free = above.count(None)
        if any(off) and sum(off) + free >= least:
            self._last += 1
        else:
            self._last += known and bool(self._pieces) and free == len(above)
            off = [False] * len(off)
        numbers = [
            self._last if stands_off or one is None else one[1]
            for stands_off, one in zip(off, above, strict=True)
        ]
        for segment, number in zip(segments, numbers, strict=True):
            self._take(segment, number)
        return numbers

    def _find_above(self, segment: Line) -> tuple[Line, int] | None:
        first, end = self._find(segment)
        return max(self._pieces[first:end], key=lambda piece: piece[0].top, default=None)

    def _find(self, segment: Line) -> tuple[int, int]:
        """Find which of the lowest pieces reach over a piece; none of them over another."""
        first = bisect_left(self._starts, segment.start)
        if first and self._pieces[first - 1][0].end > segment.start:
            first -= 1
        return first, bisect_left(self._starts, segment.end)

    def _take(self, segment: Line, number: int) -> None:
        first, end = self._find(segment)
        self._starts[first:end] = [segment.start]
        self._pieces[first:end] = [(segment, number)]


def _count_heads(groups: list[list[Line]]) -> int:
    """Count the rows of the header: the first, and those below of which half is known."""
    count = 1
    for group in groups[1:]:
        segments = [segment for line in group for segment in _split_segments(line)]
        if 2 * sum(map(_is_known, segments)) < len(segments):
            break
        count += 1
    return count


def _is_known(segment: Line) -> bool:
    return read_heading(Cell(text=segment.text, raw=segment.text, line=1, column=1)).known


def _list_spans(lines: Iterable[Line]) -> list[Span]:
    return [(piece.start, piece.end) for line in lines for piece in _split_segments(line)]


def _list_single(upper: Iterable[Line], lower: Iterable[Line]) -> Iterator[Span]:
    """List the pieces of a row of a header that are the nearest to no piece of the row below."""
    above = _find_columns(_list_spans(upper))
    # Half way between two of them.
    bounds = [(left[1] + right[0]) / 2 for left, right in pairwise(above)]
    covering = {bisect_left(bounds, (start + end) / 2) for start, end in _list_spans(lower)}
    return (span for number, span in enumerate(above) if number not in covering)


def _find_columns(spans: Iterable[Span]) -> list[Span]:
    """Find what stands below each other: pieces of lines that reach over each other."""
    columns: list[Span] = []
    for start, end in sorted(spans):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _place(lines: Sequence[Line], columns: list[Span]) -> list[list[Line]]:
    """Put the pieces of lines into columns; what reaches over several begins in the first."""
    placed: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        for segment in _split_segments(line):
            distances = [
                max(start - segment.end, segment.start - end, 0.0) for start, end in columns
            ]
            placed[distances.index(min(distances))].append(segment)
    return placed
