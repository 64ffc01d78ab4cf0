"""A page of a PDF, laid out: its tables and the lines of text beside them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.formats.pdf.columns import find_loose
from iku.reading.formats.pdf.lines import make_lines, write_bar
from iku.reading.formats.pdf.ruled import find_ruled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.reading.formats.pdf.lines import Line
    from iku.reading.formats.pdf.pages import Glyph, Page, Rule
    from iku.reading.formats.pdf.ruled import Box, Ruled
    from iku.reading.limits import Limits

_BARS: Final = 200
"""Fraction bars of a page that are looked for."""


class Field(NamedTuple):
    """A cell of a table, as lines."""

    lines: Sequence[Line]
    """Its lines; none of a blank one."""
    start: float
    """Where it begins."""
    width: float
    """Its width; 0 where lines do not go along it."""
    merged: bool = False
    """Whether it is part of a cell that begins in a row above."""


class Table(NamedTuple):
    """A table of a page."""

    top: float
    """Where it begins."""
    rows: list[list[Field]]
    """Its rows, of as many cells each."""


class Sheet(NamedTuple):
    """A page, divided."""

    number: int
    """Its number, from 1."""
    height: float
    """Its height."""
    tables: Sequence[Table]
    """Its tables, from top to bottom."""
    lines: Sequence[Line]
    """The lines of text outside of them."""
    loose: bool
    """Whether its table has no ruling lines."""


def lay_page(page: Page, limits: Limits) -> Sheet:
    """
    Divide a page into tables and lines of text.

    Raises:
        ReadingError: `too-many-cells`.
    """
    tables: list[Table] = []
    glyphs = page.glyphs
    for ruled in find_ruled(page.rules, most=limits.cells):
        inside, outside = _split_glyphs(glyphs, ruled)
        rows = _make_rows(ruled, inside, page.rules)
        if rows:
            tables.append(Table(ruled.top, rows))
            glyphs = outside
    lines = make_lines(glyphs)
    loose = find_loose(lines) if not tables else None
    if loose is None:
        return Sheet(page.number, page.height, tables, lines, loose=False)
    table = [
        [
            Field(cell, start, end - start)
            for cell, (start, end) in zip(row, loose.columns, strict=True)
        ]
        for row in loose.rows
    ]
    rest = [*lines[: loose.first], *lines[loose.last + 1 :]]
    begin = lines[loose.first].top
    return Sheet(page.number, page.height, [Table(begin, table)], rest, loose=True)


def _split_glyphs(
    glyphs: Iterable[Glyph], ruled: Ruled
) -> tuple[dict[Box, list[Glyph]], list[Glyph]]:
    inside: dict[Box, list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        box = ruled.find_box(glyph)
        if box is None:
            outside.append(glyph)
        else:
            inside.setdefault(box, []).append(glyph)
    return inside, outside


def _make_rows(
    ruled: Ruled, inside: dict[Box, list[Glyph]], rules: Iterable[Rule]
) -> list[list[Field]]:
    """Make the rows of a table, blank ones left out; none of a mere frame."""
    turned = {box for box, glyphs in inside.items() if any(glyph.turn for glyph in glyphs)}
    fields = {box: lines for box, glyphs in inside.items() if (lines := make_lines(glyphs))}
    for box, rule in islice(ruled.find_bars(rules), _BARS):
        if box in fields and box not in turned:
            fields[box] = write_bar(fields[box], rule.x0, rule.x1, rule.top)
    columns = sorted({*ruled.list_columns(), *(box.column for box in fields)})
    if len(columns) < 2:
        return []
    blank = Field((), 0.0, 0.0)
    rows = [dict.fromkeys(columns, blank) for _ in range(ruled.rows)]
    for row, column in ruled.list_merged(columns):
        rows[row][column] = blank._replace(merged=True)
    for box, lines in fields.items():
        width = 0.0 if box in turned else box.end - box.start
        rows[box.row][box.column] = Field(lines, box.start, width)
    return [list(row.values()) for row in rows if any(field.lines for field in row.values())]
