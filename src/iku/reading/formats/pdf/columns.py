"""Tables without ruling lines: columns of text below a line of column headers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.glossary import match_kolom
from iku.reading.formats.pdf.lines import Line
from iku.reading.grid import Cell
from iku.reading.tables.columns.headings import read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    groups = _group_rows(lines[first : last + 1])
    heads = _count_heads(groups)
    # The upper rows of a header have words over several columns.
    columns = _find_columns(
        segment
        for group in groups[heads - 1 :]
        for line in group
        for segment in _split_segments(line)
    )
    rows = [_place(group, columns) for group in groups]
    return Loose(first, last, rows, columns)


def _is_end(above: Line, line: Line) -> bool:
    return line.top - above.bottom > _END * line.size


def _group_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """
    Put lines into rows: the next one stands off.

    Where none does, a row begins with its number, or fills most columns.
    """
    header = _split_segments(lines[0])
    numbered = match_kolom(header[0].text) == "nomor"
    steps = [line.top - above.top for above, line in pairwise(lines)]
    leading = min((step for step in steps if step >= lines[0].size), default=0.0)
    apart = [leading > _SINGLE * lines[0].size or step > _ROW * leading for step in steps]
    groups = [[lines[0]]]
    for line, stands_off in zip(lines[1:], apart, strict=True):
        filled = len(_split_segments(line))
        begins = line.start < header[0].end if numbered else 2 * filled >= len(header)
        if stands_off or (begins and not any(apart)):
            groups.append([])
        groups[-1].append(line)
    return groups


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


def _find_columns(segments: Iterable[Line]) -> list[Span]:
    """Find what stands below each other: pieces of lines that reach over each other."""
    columns: list[Span] = []
    for start, end in sorted((segment.start, segment.end) for segment in segments):
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
