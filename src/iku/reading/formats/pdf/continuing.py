"""What pages repeat, and rows of a table that go on behind the end of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.formats.pdf.wrapping import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.reading.formats.pdf.layout import Field, Sheet, Table
    from iku.reading.formats.pdf.lines import Line

_MARGIN: Final = 0.12
"""Part of the height of a page in which running titles stand."""
_STOPS: Final = ".;:"
_DIGITS: Final = re.compile(r"[0-9]++|\b[ivxlc]++\b")


class Running:
    """
    The lines at the top and bottom of pages that other pages show as well.

    At the top the first one is read, at the bottom the last: between the pages
    of a table nothing may stand.
    """

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._pages: dict[tuple[str, int], list[int]] = {}
        for sheet in sheets:
            edge = _MARGIN * sheet.height
            for line in sheet.lines:
                if line.bottom < edge or line.top > sheet.height - edge:
                    self._pages.setdefault(_to_key(line), []).append(sheet.number)

    def is_repeated(self, line: Line, sheet: Sheet) -> bool:
        """Say whether a line is to be left out of this page."""
        pages = self._pages.get(_to_key(line), [])
        if len(pages) < 2:
            return False
        shown = pages[0] if line.bottom < sheet.height / 2 else pages[-1]
        return sheet.number != shown

    def is_between(self, above: Sheet, below: Sheet) -> bool:
        """Say whether text stands between the last table of a page and the first of the next."""
        last, first = above.tables[-1].top, below.tables[0].top
        return any(
            line.top > last and not self.is_repeated(line, above) for line in above.lines
        ) or any(line.top < first and not self.is_repeated(line, below) for line in below.lines)


def _to_key(line: Line) -> tuple[str, int]:
    """Give what is the same of a running title on each page: its words and its height."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / 10)


class Continued(NamedTuple):
    """A row that goes on on the next page."""

    page: int
    """The page that it begins on."""
    table: int
    """Number of the table it begins in, in the file, from 1."""
    row: int
    """Number of the row, from 1."""


def find_continued(sheets: Sequence[Sheet], running: Running) -> Iterator[Continued]:
    """
    Find the rows that the end of a page divides, and put each together again.

    Such a row has no number on the next page, and its lines there go on with full
    ones: most of them not with a capital, or with several lines that end in no stop.
    """
    tables = 0
    for number, sheet in enumerate(sheets):
        above = sheets[number - 1] if number else None
        if (
            above is not None
            and above.number + 1 == sheet.number
            and above.tables
            and sheet.tables
            and not (above.loose or sheet.loose or running.is_between(above, sheet))
        ):
            last, first = above.tables[-1].rows, sheet.tables[0].rows
            heads = _count_heads(above.tables[-1], sheet.tables[0])
            if heads < len(first) and heads < len(last) and _goes_on(last[-1], first[heads]):
                yield Continued(above.number, tables, len(last))
                last[-1] = [
                    field._replace(lines=[*field.lines, *more.lines])
                    for field, more in zip(last[-1], first.pop(heads), strict=True)
                ]
        tables += len(sheet.tables)


def _count_heads(above: Table, below: Table) -> int:
    """Count the rows of a header that a page repeats."""
    count = 0
    for one, other in zip(above.rows, below.rows, strict=False):
        if [_read(field) for field in one] != [_read(field) for field in other]:
            break
        count += 1
    return count


def _read(field: Field) -> list[str]:
    return [line.text for line in field.lines]


def _goes_on(above: list[Field], below: list[Field]) -> bool:
    if len(above) != len(below) or below[0].lines:
        return False
    pairs = [(one, other) for one, other in zip(above, below, strict=True) if other.lines]
    small = sum(other.lines[0].text[0].islower() for _, other in pairs)
    return all(
        one.lines
        and (2 * small > len(pairs) or _is_open(one.lines))
        and is_full(one.lines, other.lines[0], start=one.start, width=one.width)
        for one, other in pairs
    )


def _is_open(lines: Sequence[Line]) -> bool:
    """Say whether a text of several lines has no end yet."""
    return len(lines) > 1 and lines[-1].text[-1] not in _STOPS
