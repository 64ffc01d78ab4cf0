"""Gatherer: makes the parts of a file, whatever its kind, and counts what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.reading.characters import normalise_cell
from iku.reading.grid import Cell, Grid, Note, Paragraph
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from iku.reading.grid import Part
    from iku.reading.limits import Limits

_PROSE: Final = 120
"""Characters of a line that is running prose and no line of a title."""

Row = tuple[Cell, ...]


class Gatherer:
    """
    The parts of a file, in its order, as they come.

    Lines with tabs are rows of a table, those without are running text. Blank
    cells at the end of a row are left out, and so are blank rows.

    Raises:
        ReadingError: from what it is given: `too-many-lines`, `too-many-cells` or
            `text-too-long`.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[Part | Note] = []
        self._held: list[Row] = []
        self._in_grid = False
        self._lines = 0
        self._cells = 0
        self._tables = 0

    def add_line(self, raw: str) -> Cell:
        """Add a line; a blank one ends the paragraph. Gives its first cell."""
        number = self._lines + 1
        self._lines = number + raw.count("\n")
        if self._lines > self._limits.lines:
            raise refuse(
                "too-many-lines",
                "lines",
                found=f"more than {self._limits.lines} lines",
                most=f"{self._limits.lines} lines",
            )
        pieces = raw.rstrip().split("\t") if raw.strip() else []
        row = self._make_row(pieces, line=number, table=None)
        tabbed = "\t" in raw
        if self._held and tabbed != self._in_grid:
            self.end_lines()
        self._in_grid = tabbed
        # Empty cells between tabs are a blank row of a table, not its end.
        if row:
            self._held.append(row)
        elif not tabbed:
            self.end_lines()
        return row[0] if row else Cell(text="", raw="", line=number, column=1)

    def add_paragraph(self, raw: str, *, heading: bool = False) -> Cell:
        """Add a paragraph of a file that knows them: short ones make a title together."""
        prose = len(raw) > _PROSE or raw.rstrip().endswith(".")
        if heading or prose:
            self.end_lines()
        first, *_ = [self.add_line(line) for line in raw.split("\n")]
        if prose:
            self.end_lines()
        return first

    def end_lines(self) -> None:
        """End the paragraph, or the table between lines of text."""
        if self._held and self._in_grid:
            self._parts.append(Grid(rows=tuple(self._held)))
        elif self._held:
            self._parts.append(Paragraph(lines=tuple(row[0] for row in self._held)))
        self._held = []

    def begin_table(self) -> int:
        """Begin a table, and give its number in the file."""
        self.end_lines()
        self._tables += 1
        return self._tables

    def add_rows(
        self, rows: Iterable[Sequence[str]], *, table: int, merged: Container[tuple[int, int]]
    ) -> None:
        """
        Add the rows of a table that a file shows as one.

        `merged` holds the rows and columns, from 1, that merged cells of rows above cover.
        """
        made = (self._make_row(row, line=line, table=table) for line, row in enumerate(rows, 1))
        filled = tuple(_mark_merged(row, merged) for row in made if row)
        if filled:
            self._parts.append(Grid(rows=filled))

    def add_records(self, records: Sequence[Sequence[str]], *, first: int) -> None:
        """Add rows of a sheet between blank ones; with one filled cell each they are text."""
        rows = [
            self._make_row(record, line=line, table=None)
            for line, record in enumerate(records, first)
        ]
        filled = [[cell for cell in row if cell.text] for row in rows]
        if any(len(row) > 1 for row in filled):
            self._parts.append(Grid(rows=tuple(row for row in rows if row)))
        elif any(filled):
            self._parts.append(Paragraph(lines=tuple(row[0] for row in filled if row)))

    def make_cell(self, raw: str, *, line: int, column: int, table: int | None) -> Cell:
        """Make a cell of its text."""
        if len(raw) > self._limits.cell:
            raise refuse(
                "text-too-long",
                "cell",
                found=f"{len(raw)} characters on line {line}",
                most=f"{self._limits.cell} characters in a cell",
            )
        return Cell(text=normalise_cell(raw), raw=raw, line=line, column=column, table=table)

    def add_note(self, kode: str, cell: Cell, words: Iterable[tuple[str, str | int]] = ()) -> None:
        """Note something odd about a cell."""
        self._parts.append(Note(kode=kode, cell=cell, words=tuple(words)))

    def freeze(self) -> tuple[Part | Note, ...]:
        """Give the parts."""
        self.end_lines()
        return tuple(self._parts)

    def count_cells(self, count: int) -> None:
        """Count cells of a table; those of lines and records are counted as they are added."""
        self._cells += count
        if self._cells > self._limits.cells:
            raise refuse(
                "too-many-cells",
                "cells",
                found=f"more than {self._limits.cells} cells",
                most=f"{self._limits.cells} cells",
            )

    def _make_row(self, texts: Sequence[str], *, line: int, table: int | None) -> Row:
        """Make the cells of a row up to the last filled one; none when all are blank."""
        end = len(texts)
        while end and not texts[end - 1].strip():
            end -= 1
        if end > self._limits.columns:
            raise refuse(
                "too-many-cells",
                "columns",
                found=f"line {line} with {end} columns",
                most=f"{self._limits.columns} columns",
            )
        if table is None:
            self.count_cells(end)
        cells = tuple(
            self.make_cell(raw, line=line, column=column, table=table)
            for column, raw in enumerate(texts[:end], 1)
        )
        return cells if any(cell.text for cell in cells) else ()


def _mark_merged(row: Row, merged: Container[tuple[int, int]]) -> Row:
    return tuple(
        evolve(cell, merged=True) if (cell.line, cell.column) in merged else cell for cell in row
    )
