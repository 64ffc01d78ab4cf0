"""The rows of sheets as tables and paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from iku.reading.characters import normalise_cell, quote_short
from iku.reading.formats.xlsx.sheets import Cells, Stored, read_cells
from iku.reading.formats.xlsx.workbook import load_workbook
from iku.reading.grid import Cell, Grid, Note, Paragraph
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.angka import Locale
    from iku.errors import ReadingError
    from iku.reading.formats.xlsx.workbook import Sheet
    from iku.reading.grid import Part
    from iku.reading.limits import Limits


def split_workbook(data: bytes, *, locale: Locale, limits: Limits) -> Iterator[Part | Note]:
    """
    Read a workbook: tables and lines of text between blank rows, sheet by sheet.

    Numbers are written as `locale` writes them, with all their digits; a
    formula counts with the result that Excel stored. Hidden sheets are left
    out and noted, hidden rows and columns are read and noted.

    Raises:
        ReadingError: `bad-file`, `encrypted-file`, or a limit.
    """
    workbook = load_workbook(data, limits)
    count = 0
    for sheet in workbook.sheets:
        place = f'lembar "{quote_short(sheet.name)}"'
        if sheet.hidden:
            where = Cell(text="", raw="", line=1, column=1, place=place)
            yield Note(kode="IKU-B050", cell=where, words=(("teks", sheet.name),))
            continue
        cells = read_cells(sheet, workbook, locale=locale, limits=limits)
        _blank_covered(cells, limits)
        layout = _Layout(cells, place, limits)
        count += layout.size
        if count > limits.cells:
            raise _too_many(f"more than {limits.cells} cells", limits)
        yield from _make_notes(cells, layout, sheet)
        yield from layout.make_parts()


def _blank_covered(cells: Cells, limits: Limits) -> None:
    """Blank the cells that a merged cell hides, and mark those below it: its first one shows."""
    numbers = sorted(cells.rows)
    columns = sorted({column for row in cells.rows.values() for column in row})
    steps = 0
    for span in cells.spans:
        left, right = bisect_left(columns, span.column), bisect_right(columns, span.last_column)
        first, end = bisect_left(numbers, span.row), bisect_right(numbers, span.last_row)
        for number in numbers[first:end]:
            steps += 1 + right - left
            if steps > limits.cells:
                raise _too_many(f"merged cells that cover more than {limits.cells}", limits)
            for column in columns[left:right]:
                if (number, column) != (span.row, span.column):
                    cells.rows[number].pop(column, None)
                if number > span.row:
                    cells.merged.add((number, column))


class _Layout:
    """Where the cells of a sheet stand once its blank columns are taken out."""

    def __init__(self, cells: Cells, place: str, limits: Limits) -> None:
        self._place = place
        self._rows = {number: row for number, row in sorted(cells.rows.items()) if row}
        self._merged = cells.merged
        self._blocks = tuple(self._divide(_find_ends(cells)))
        filled = {
            column for _, table in self._blocks for row in table for column in self._rows[row]
        }
        if len(filled) > limits.columns:
            raise refuse(
                "too-many-cells",
                "columns",
                found=f"a sheet with {len(filled)} filled columns",
                most=f"{limits.columns} columns",
            )
        self._columns = sorted(filled)
        self.size = sum(bisect_right(self._columns, max(row)) or 1 for row in self._rows.values())

    def make_cell(self, number: int, column: int, stored: Stored) -> Cell:
        """Make a cell that says where it stands in the sheet."""
        return Cell(
            text=normalise_cell(stored.text),
            raw=stored.raw,
            line=number,
            column=column,
            place=self._place,
            merged=(number, column) in self._merged,
            display=stored.display,
        )

    def find_hidden(self, cells: Cells) -> Iterator[tuple[str, int, Cell]]:
        """Give, for rows and for columns, how many filled ones are hidden, and their first cell."""
        rows = [number for number in self._rows if number in cells.hidden_rows]
        if rows:
            column, stored = min(self._rows[rows[0]].items())
            yield "baris", len(rows), self.make_cell(rows[0], column, stored)
        columns = sorted(
            column for column in self._columns if any(column in one for one in cells.hidden_columns)
        )
        if columns:
            number = next(number for number, row in self._rows.items() if columns[0] in row)
            first = self.make_cell(number, columns[0], self._rows[number][columns[0]])
            yield "kolom", len(columns), first

    def make_parts(self) -> Iterator[Part]:
        """Make lines of text and tables, in their order."""
        for lines, table in self._blocks:
            if lines:
                yield Paragraph(lines=tuple(self._make_line(number) for number in lines))
            if table:
                yield Grid(rows=tuple(self._make_row(number) for number in table))

    def _divide(self, ends: dict[int, int]) -> Iterator[tuple[list[int], list[int]]]:
        """Divide each block of rows into lines of text, which have one cell, and a table."""
        in_table = False
        for block in self._split_blocks(ends):
            lines = self._count_lines(block)
            # Below the first table, a row with one cell can go on with the row above.
            if in_table and lines < len(block):
                lines = 0
            in_table = in_table or lines < len(block)
            yield block[:lines], block[lines:]

    def _split_blocks(self, ends: dict[int, int]) -> Iterator[list[int]]:
        """Divide the rows at blank ones; a row that merged cells from above go through is none."""
        block: list[int] = []
        reach = 0
        for number in self._rows:
            if block and number > reach + 1:
                yield block
                block = []
            block.append(number)
            reach = max(reach, number, ends.get(number, 0))
        if block:
            yield block

    def _make_line(self, number: int) -> Cell:
        ((column, stored),) = self._rows[number].items()
        return self.make_cell(number, column, stored)

    def _make_row(self, number: int) -> tuple[Cell, ...]:
        row = self._rows[number]
        blank = Stored(text="", raw="")
        return tuple(
            self.make_cell(number, column, row.get(column, blank))
            for column in self._columns[: bisect_right(self._columns, max(row))]
        )

    def _count_lines(self, block: list[int]) -> int:
        """Count the rows above the first that has several cells: a title and the like."""
        return next(
            (count for count, number in enumerate(block) if len(self._rows[number]) > 1), len(block)
        )


def _find_ends(cells: Cells) -> dict[int, int]:
    """Give the last row that the merged cells of a row reach down to."""
    ends: dict[int, int] = {}
    for span in cells.spans:
        if span.column in cells.rows.get(span.row, {}):
            ends[span.row] = max(ends.get(span.row, 0), span.last_row)
    return ends


def _make_notes(cells: Cells, layout: _Layout, sheet: Sheet) -> Iterator[Note]:
    for kind, count, cell in layout.find_hidden(cells):
        words = (("jumlah", count), ("jenis", kind), ("teks", sheet.name))
        yield Note(kode="IKU-B051", cell=cell, words=words)
    for number, column, formula in cells.uncomputed:
        cell = layout.make_cell(number, column, Stored(text=formula, raw=formula))
        yield Note(kode="IKU-B052", cell=cell, words=(("teks", formula),))


def _too_many(found: str, limits: Limits) -> ReadingError:
    return refuse("too-many-cells", "cells", found=found, most=f"{limits.cells} cells")
