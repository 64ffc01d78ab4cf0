"""The pages of a PDF as tables and paragraphs, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.reading.characters import normalise_cell
from iku.reading.formats.pdf.continuing import Running, find_continued
from iku.reading.formats.pdf.layout import lay_page
from iku.reading.formats.pdf.lines import split_line
from iku.reading.formats.pdf.pages import load_pages
from iku.reading.formats.pdf.ruled import refuse_cells
from iku.reading.formats.pdf.wrapping import collect_words, write_lines
from iku.reading.grid import Cell, Grid, Note, Paragraph
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.reading.formats.pdf.layout import Field, Sheet, Table
    from iku.reading.formats.pdf.lines import Line
    from iku.reading.formats.pdf.pages import Page
    from iku.reading.grid import Part
    from iku.reading.limits import Limits

_PARAGRAPH: Final = 0.9
"""Heights of a line without text that divide paragraphs."""
_READABLE: Final = 0.5
"""Part of the letters of a page that must be known."""


def split_pages(data: bytes, *, limits: Limits) -> Iterator[Part | Note]:
    """
    Read a PDF: tables between ruling lines, columns of text where there are none.

    Words that a narrow cell breaks are whole again where the document has them
    elsewhere. A page without text is noted: pictures of text are not read.

    Raises:
        ReadingError: `bad-file`, `encrypted-file`, or a limit.
    """
    notes: list[Note] = []
    sheets: list[Sheet] = []
    for page in load_pages(data, limits):
        note = _check_page(page)
        if note is not None:
            notes.append(note)
        else:
            sheets.append(lay_page(page, limits))
    yield from notes
    yield from _Writer(sheets, limits).write()


def _check_page(page: Page) -> Note | None:
    """Note a page whose text cannot be read."""
    visible = sum(not glyph.text.isspace() for glyph in page.glyphs)
    if page.too_large:
        kode = "IKU-B056"
    elif page.unknown > _READABLE * (visible + page.unknown):
        kode = "IKU-B054"
    elif not visible and page.drawn:
        kode = "IKU-B053"
    else:
        return None
    where = Cell(text="", raw="", line=1, column=1, page=page.number)
    return Note(kode=kode, cell=where, words=(("nomor", page.number),))


class _Writer:
    """Writes lines as the text of cells, once all pages are known."""

    def __init__(self, sheets: Sequence[Sheet], limits: Limits) -> None:
        self._sheets = sheets
        self._limits = limits
        self._running = Running(sheets)
        self._continued = tuple(find_continued(sheets, self._running))
        self._words = collect_words(
            [
                field.lines
                for sheet in sheets
                for table in sheet.tables
                for row in table.rows
                for field in row
            ]
            + [[line] for sheet in sheets for line in sheet.lines]
        )
        self._tables = self._cells = self._lines = 0

    def write(self) -> Iterator[Part | Note]:
        """Write the parts, and notes on how pages were read."""
        for row in self._continued:
            where = Cell(text="", raw="", line=row.row, column=1, page=row.page, table=row.table)
            yield Note(kode="IKU-B057", cell=where, words=(("nomor", row.page),))
        for sheet in self._sheets:
            if sheet.loose:
                where = Cell(text="", raw="", line=1, column=1, page=sheet.number)
                yield Note(kode="IKU-B055", cell=where, words=(("nomor", sheet.number),))
            yield from self._write_sheet(sheet)

    def _write_sheet(self, sheet: Sheet) -> Iterator[Part]:
        tables = list(sheet.tables)
        held: list[Cell] = []
        above: Line | None = None
        # One line with pieces makes the others pieces, too: what stands below which one.
        divided = any(len(split_line(line)) > 1 for line in sheet.lines)
        for number, line in enumerate(sheet.lines, 1):
            while tables and tables[0].top < line.top:
                yield from _make_paragraph(held)
                held = []
                yield from self._write_table(tables.pop(0), sheet.number)
            if above is not None and line.top - above.bottom > _PARAGRAPH * line.size:
                yield from _make_paragraph(held)
                held = []
            if not self._running.is_repeated(line, sheet):
                cell = self._write_line(line, number, sheet.number)
                held.append(_divide(cell, line) if divided else cell)
            above = line
        yield from _make_paragraph(held)
        for table in tables:
            yield from self._write_table(table, sheet.number)

    def _write_line(self, line: Line, number: int, page: int) -> Cell:
        self._lines += 1
        if self._lines > self._limits.lines:
            raise refuse(
                "too-many-lines",
                "lines",
                found=f"more than {self._limits.lines} lines",
                most=f"{self._limits.lines} lines",
            )
        return self._make_cell(line.text, number, 1, page, None)

    def _write_table(self, table: Table, page: int) -> Iterator[Grid]:
        """Write a table; nothing is left of one whose only row belongs to the page above."""
        self._tables += 1
        self._cells += sum(len(row) for row in table.rows)
        if self._cells > self._limits.cells:
            raise refuse_cells(f"more than {self._limits.cells} cells", self._limits.cells)
        if table.rows:
            yield Grid(
                rows=tuple(
                    self._write_row(row, line, page) for line, row in enumerate(table.rows, 1)
                )
            )

    def _write_row(self, row: Sequence[Field], line: int, page: int) -> tuple[Cell, ...]:
        return tuple(
            self._write_cell(field, line, column, page) for column, field in enumerate(row, 1)
        )

    def _write_cell(self, field: Field, line: int, column: int, page: int) -> Cell:
        cell = self._make_cell(self._write_field(field), line, column, page, self._tables)
        return evolve(cell, merged=True) if field.merged else cell

    def _write_field(self, field: Field) -> str:
        return write_lines(field.lines, start=field.start, width=field.width, words=self._words)

    def _make_cell(self, raw: str, line: int, column: int, page: int, table: int | None) -> Cell:
        if len(raw) > self._limits.cell:
            raise refuse(
                "text-too-long",
                "cell",
                found=f"{len(raw)} characters on page {page}",
                most=f"{self._limits.cell} characters in a cell",
            )
        return Cell(
            text=normalise_cell(raw), raw=raw, line=line, column=column, table=table, page=page
        )


def _divide(cell: Cell, line: Line) -> Cell:
    """Say of a line what stands side by side on it, and where."""
    pieces = (
        evolve(cell, text=normalise_cell(piece.text), raw=piece.text, column=round(piece.start))
        for piece in split_line(line)
    )
    return evolve(cell, pieces=tuple(piece for piece in pieces if piece.text))


def _make_paragraph(cells: list[Cell]) -> Iterator[Paragraph]:
    filled = tuple(cell for cell in cells if cell.text)
    if filled:
        yield Paragraph(lines=filled)
