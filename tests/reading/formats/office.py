"""Layouts as Excel workbooks and PDF files, as offices write them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.reading.layouts import Layout, Sel


def to_xlsx(layout: Layout) -> bytes:
    """Write a layout as a workbook of one sheet, merged cells merged."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "IKU"
    for number, line in enumerate(layout.title, 1):
        if line:
            sheet.cell(number, 1, line)
    first = len(layout.title) + 2
    fill_sheet(sheet, layout.placed, first=first)
    for number, line in enumerate(layout.below, first + len(layout.placed) + 1):
        sheet.cell(number, 1, line)
    return save_xlsx(book)


def fill_sheet(sheet: Worksheet, placed: list[list[Sel | None]], *, first: int) -> None:
    """Write rows of cells into a sheet, from the row `first` downward."""
    for row, line in enumerate(placed, first):
        for column, sel in enumerate(line, 1):
            if sel is None:
                continue
            sheet.cell(row, column, sel.text or None)
            if (sel.rows, sel.columns) != (1, 1):
                sheet.merge_cells(
                    start_row=row,
                    start_column=column,
                    end_row=row + sel.rows - 1,
                    end_column=column + sel.columns - 1,
                )


def save_xlsx(book: openpyxl.Workbook) -> bytes:
    """Give the bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def to_pdf(layout: Layout, *, pages: int = 1, ruled: bool = True) -> bytes:
    """Write a layout as a PDF, on several pages with the header repeated on each."""
    style = getSampleStyleSheet()["Normal"]
    flow: list[Flowable] = [
        Paragraph(line, style) if line else Spacer(1, 24) for line in layout.title
    ]
    flow.append(Spacer(1, 24))
    header, body = layout.placed[: len(layout.header)], layout.placed[len(layout.header) :]
    size = -(-len(body) // pages)
    for first in range(0, len(body), size):
        if first:
            flow.append(PageBreak())
        flow.append(make_table([*header, *body[first : first + size]], ruled=ruled))
    flow.append(Spacer(1, 24))
    flow += [Paragraph(line, style) for line in layout.below]
    return save_pdf(flow)


def make_table(placed: list[list[Sel | None]], *, ruled: bool = True) -> Table:
    """Make a table for a PDF, its merged cells merged."""
    style = getSampleStyleSheet()["Normal"]
    commands = TableStyle()
    commands.add("VALIGN", (0, 0), (-1, -1), "TOP")
    if ruled:
        commands.add("GRID", (0, 0), (-1, -1), 0.5, "black")
    for row, line in enumerate(placed):
        for column, sel in enumerate(line):
            if sel is not None and (sel.rows, sel.columns) != (1, 1):
                # On the next page, a cell that goes on there is blank.
                last = (column + sel.columns - 1, min(row + sel.rows, len(placed)) - 1)
                commands.add("SPAN", (column, row), last)
    cells = [
        [Paragraph(sel.text.replace("\n", "<br/>"), style) if sel else "" for sel in line]
        for line in placed
    ]
    return Table(cells, style=commands, colWidths=[1100 / len(placed[0])] * len(placed[0]))


def save_pdf(flow: Sequence[Flowable]) -> bytes:
    """Give the bytes of a PDF."""
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=landscape(A3), leftMargin=36, rightMargin=36).build(list(flow))
    return file.getvalue()
