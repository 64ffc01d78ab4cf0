"""Text: lines with tabs are rows of tables, others are running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.formats.gathering import Gatherer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_OPEN: Final = re.compile(r"(?:^|\t)\"(?:[^\"\t]|\"\")*+$")
"""A cell between quotation marks that goes on on the next line."""
_CLOSE: Final = re.compile(r"(?:[^\"\t]|\"\")*+\"(?=\t|$)")
"""The end of such a cell."""
_LOOK_AHEAD: Final = 40
"""Lines in which a cell must end."""


def split_parts(text: str, *, limits: Limits) -> tuple[Part | Note, ...]:
    r"""
    Split text into tables (lines with tabs) and paragraphs (lines without).

    >>> from iku.reading.limits import DEFAULT
    >>> parts = split_parts("Judul\n\nNo\tSasaran\n1\tA\n", limits=DEFAULT)
    >>> [type(part).__name__ for part in parts]
    ['Paragraph', 'Grid']

    Raises:
        ReadingError: `too-many-lines`, `too-many-cells` or `text-too-long`.
    """
    gatherer = Gatherer(limits)
    for line in _join_quoted(_BREAK.split(text)):
        gatherer.add_line(line)
    return gatherer.freeze()


def _join_quoted(lines: list[str]) -> Iterator[str]:
    """Join the lines of cells that Excel put between quotation marks to copy them."""
    taken = 0
    while taken < len(lines):
        line = lines[taken]
        taken += 1
        if '"' in line:
            while _OPEN.search(line) and (end := _find_close(lines, taken)):
                line = "\n".join([line, *lines[taken:end]])
                taken = end
            if "\n" in line:
                line = "\t".join(map(_unquote, line.split("\t")))
        yield line


def _find_close(lines: list[str], start: int) -> int:
    """Find behind which line an open cell ends; 0 where none ends it."""
    for number, line in enumerate(lines[start : start + _LOOK_AHEAD], start + 1):
        if _CLOSE.match(line):
            return number
        if "\t" in line:
            break
    return 0


def _unquote(piece: str) -> str:
    quoted = len(piece) > 1 and piece[0] == piece[-1] == '"'
    return piece[1:-1].replace('""', '"') if quoted else piece
