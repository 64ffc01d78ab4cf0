"""Sections: which parts of a file make one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from iku.reading.grid import Grid, Paragraph, make_line
from iku.reading.tables.headers import (
    INDICATORS,
    Row,
    Table,
    read_rows,
    read_table,
    take_values,
)
from iku.reading.tables.labels import find_heads, is_label
from iku.reading.tables.signature import is_signature, is_signature_grid
from iku.reading.tables.titles import is_certain, is_continued, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.grid import Cell, Part


@define(kw_only=True)
class Stack:
    """Column heads that stand alone on their lines, and the cells that follow them."""

    nouns: tuple[str, ...]
    """The heads."""
    blocks: list[Paragraph] = Factory(list[Paragraph])
    """The cells, one paragraph each."""


@define(kw_only=True)
class Section:
    """The parts of one document."""

    heading: list[Paragraph] = Factory(list[Paragraph])
    """Title and labels above."""
    table: Table | None = None
    """The table; beside stacks, one that names no indicators."""
    rows: list[Row] = Factory(list[Row])
    """Its rows, those on further pages included."""
    stacks: list[Stack] = Factory(list[Stack])
    """The fallen-out cells of a matrix."""
    tail: list[Paragraph] = Factory(list[Paragraph])
    """What follows."""
    interrupted: bool = False
    """Whether something follows that is no page number: then the table has ended."""

    @property
    def filled(self) -> bool:
        """Whether it has anything that makes a document."""
        return self.table is not None or bool(self.stacks)

    @property
    def stacking(self) -> bool:
        """Whether the next paragraph can be a cell of the matrix."""
        return bool(self.stacks) and self.table is None and not self.tail


def split_sections(parts: Iterable[Part]) -> tuple[Section, ...]:
    """
    Divide a file into documents: one for each table or matrix, never merged.

    A document begins at a title, or at a table with another header.

    Raises:
        ReadingError: `too-many-cells`.
    """
    splitter = _Splitter()
    for part in parts:
        splitter.enter(_find_place(part))
        if isinstance(part, Grid):
            splitter.add_grid(part)
        else:
            splitter.add_paragraph(part)
    return tuple(splitter.sections)


class _Splitter:
    def __init__(self) -> None:
        self.sections = [Section()]
        self._place: str | None = None

    @property
    def _section(self) -> Section:
        return self.sections[-1]

    def _begin(self) -> Section:
        if self._section.filled:
            self.sections.append(Section())
        return self._section

    def enter(self, place: str | None) -> None:
        """Begin another document where another sheet begins: a table does not go on there."""
        if place != self._place:
            self._place = place
            self._begin()

    def add_paragraph(self, paragraph: Paragraph) -> None:
        # Notes, signatures and the title of what follows may stand line below line.
        for part in _split_title(paragraph) if self._section.table else (paragraph,):
            self._add_whole(part)

    def _add_whole(self, paragraph: Paragraph) -> None:
        section = self._section
        heads = find_heads(paragraph, after=self._last_head())
        if heads:
            self._add_heads(heads)
        elif section.table is not None and is_continued(paragraph):
            section.tail.append(paragraph)
        elif section.filled and is_title(paragraph) and self._may_end(paragraph):
            self._begin().heading.append(paragraph)
        elif is_label(paragraph):
            self._add_labels(paragraph)
        elif not section.filled:
            section.heading.append(paragraph)
        elif section.stacking and not is_signature(paragraph):
            section.stacks[-1].blocks.append(paragraph)
        else:
            section.tail.append(paragraph)
            if not all(cell.text.isdigit() for cell in paragraph.lines):
                section.interrupted = True

    def _may_end(self, title: Paragraph) -> bool:
        """Among the cells of a matrix, only capitals make a title."""
        return not self._section.stacking or title.lines[0].text.isupper()

    def _last_head(self) -> str | None:
        stacks = self._section.stacks
        return stacks[-1].nouns[-1] if stacks and not stacks[-1].blocks else None

    def _add_heads(self, heads: tuple[str, ...]) -> None:
        section = self._section if self._section.stacking else self._begin()
        if section.stacks and not section.stacks[-1].blocks:
            section.stacks[-1].nouns += heads
        else:
            section.stacks.append(Stack(nouns=heads))

    def _add_labels(self, paragraph: Paragraph) -> None:
        section = self._section if self._section.stacking else self._begin()
        section.heading.append(paragraph)

    def add_grid(self, grid: Grid) -> None:
        table = read_table(grid)
        if table is None or (self._is_next_page(table) and _begins_with_row(table)):
            self._add_headless(grid)
            return
        self._add_lines(table.before)
        section = self._section
        if self._is_next_page(table):
            section.rows.extend(table.rows)
        elif table.has(*INDICATORS):
            self._set_table(self._begin(), table)
        elif section.stacking and not table.has("tujuan", "sasaran"):
            self._set_table(section, table)
        elif section.filled:
            section.tail.append(_to_paragraph(grid.rows[len(table.before) :]))
            section.interrupted = True
        else:
            self._add_lines(grid.rows[len(table.before) :])

    def _is_next_page(self, table: Table) -> bool:
        """Say whether a table goes on with the one above under the same header."""
        section = self._section
        return (
            section.table is not None
            and table.title == section.table.title
            and not section.interrupted
        )

    def _set_table(self, section: Section, table: Table) -> None:
        section.table = table
        section.rows = list(table.rows)

    def _add_headless(self, grid: Grid) -> None:
        """Go on with the table above, or with running text that tabs indent."""
        section = self._section
        if section.table is not None and section.table.is_form:
            self._add_below_form(section, section.table, grid)
        elif section.filled and is_signature_grid(grid):
            section.tail.append(_to_paragraph(grid.rows))
            section.interrupted = True
        elif section.table is not None and not section.interrupted and _is_row(grid.rows[0]):
            section.rows.extend(read_rows(section.table.columns, grid.rows))
        elif section.stacking:
            for row in grid.rows:
                for cell in row:
                    if cell.text:
                        self.add_paragraph(Paragraph(lines=(cell,)))
        else:
            self._add_lines(grid.rows)

    def _add_below_form(self, section: Section, form: Table, grid: Grid) -> None:
        """Read the values of a form that stand in a table of their own; a form has no more rows."""
        table = take_values(form, section.rows, grid)
        if table is not None:
            section.table = table
        elif is_signature_grid(grid):
            section.tail.append(_to_paragraph(grid.rows))
            section.interrupted = True
        else:
            self._add_lines(grid.rows)

    def _add_lines(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        filled = tuple(row for row in rows if any(cell.text for cell in row))
        if filled:
            self.add_paragraph(_to_paragraph(filled))


def _split_title(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Divide a paragraph before the first certain title below its first line."""
    lines = paragraph.lines
    for number in range(1, len(lines)):
        if is_certain(lines[number]):
            return Paragraph(lines=lines[:number]), Paragraph(lines=lines[number:])
    return (paragraph,)


def _find_place(part: Part) -> str | None:
    first = part.rows[0][0] if isinstance(part, Grid) else part.lines[0]
    return first.place


def _is_row(cells: tuple[Cell, ...]) -> bool:
    """Say whether cells are a row of a table; one alone is a line that tabs indent."""
    return sum(1 for cell in cells if cell.text) > 1


def _begins_with_row(table: Table) -> bool:
    """Say whether rows of the page above stand before the header, not a title."""
    before = table.before[:1]
    return any(map(_is_row, before)) and not is_title(_to_paragraph(before))


def _to_paragraph(rows: tuple[tuple[Cell, ...], ...]) -> Paragraph:
    return Paragraph(lines=tuple(make_line(row) for row in rows))
