"""The cells of one sheet, as they stand in its XML: what it declares is not believed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from attrs import Factory, define
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from iku._attrs import frozen
from iku.reading.characters import normalise_cell
from iku.reading.formats.xlsx.figures import (
    NumberFormat,
    format_date,
    format_number,
    format_rounded,
    parse_format,
    parse_stored,
)
from iku.reading.formats.xlsx.workbook import GENERAL, refuse_broken, wrap_errors, write_text
from iku.reading.grid import Display
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from typing import Any

    from openpyxl.xml.functions import Element

    from iku.angka import Locale
    from iku.reading.formats.xlsx.workbook import Sheet, Workbook
    from iku.reading.limits import Limits

_ROW, _CELL, _COLUMN, _MERGED, _VALUE, _FORMULA, _INLINE, _TEXT = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "c", "col", "mergeCell", "v", "f", "is", "t")
)
_DEPTH: Final = 100
_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
_TRUTH: Final = {"0": "FALSE", "1": "TRUE"}


@frozen(kw_only=True)
class Stored:
    """What a cell holds."""

    text: str
    """What it shows."""
    raw: str
    """What the file stores, with the number format that shows it otherwise."""
    display: Display | None = None
    """How it is shown, where that is not what the text says."""


@frozen(kw_only=True)
class Span:
    """Cells that are merged into one."""

    row: int
    """The first row."""
    column: int
    """The first column."""
    last_row: int
    """The last row."""
    last_column: int
    """The last column."""


@define(kw_only=True)
class Cells:
    """The filled cells of a sheet, by row and column, and what is said of them."""

    rows: dict[int, dict[int, Stored]] = Factory(dict[int, dict[int, Stored]])
    """The cells."""
    spans: list[Span] = Factory(list[Span])
    """The merged ones."""
    merged: set[tuple[int, int]] = Factory(set[tuple[int, int]])
    """Rows and columns that merged cells of rows above cover."""
    hidden_rows: set[int] = Factory(set[int])
    """Rows that Excel does not show."""
    hidden_columns: list[range] = Factory(list[range])
    """Columns that Excel does not show."""
    uncomputed: list[tuple[int, int, str]] = Factory(list[tuple[int, int, str]])
    """Formulas without a stored result: row, column, formula."""


def read_cells(sheet: Sheet, workbook: Workbook, *, locale: Locale, limits: Limits) -> Cells:
    """
    Read the filled cells of a sheet.

    Raises:
        ReadingError: `bad-file`, or a limit: `too-many-cells`, `text-too-long`, or
            one of the archive.
    """
    data = workbook.archive.read(sheet.path)
    reading = _Reading(workbook, locale, limits)
    with wrap_errors():
        for event, element in iterparse(BytesIO(data), events=("start", "end")):
            if event == "start":
                reading.open(element)
            else:
                reading.close(element)
    return reading.cells


class _Style(NamedTuple):
    """A number format, understood."""

    code: str
    dress: NumberFormat
    is_date: bool


class _Reading:
    """The place in the XML, counted where cells do not name theirs."""

    def __init__(self, workbook: Workbook, locale: Locale, limits: Limits) -> None:
        self.cells = Cells()
        self._workbook = workbook
        self._locale: Locale = locale
        self._limits = limits
        self._styles: dict[int, _Style] = {}
        self._in_cell = False
        self._depth = self._row = self._column = self._count = 0

    def open(self, element: Element) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise refuse_broken("a sheet of elements nested deeper than any")
        if element.tag == _CELL:
            self._in_cell = True
        elif element.tag == _ROW:
            self._row = int(element.get("r") or self._row + 1)
            self._column = 0
            if element.get("hidden") in ("1", "true"):
                self.cells.hidden_rows.add(self._row)

    def close(self, element: Element) -> None:
        self._depth -= 1
        if element.tag == _CELL:
            self._in_cell = False
            self._add(element)
        elif element.tag == _MERGED:
            self._add_span(element.get("ref", ""))
        elif element.tag == _COLUMN and element.get("hidden") in ("1", "true"):
            hidden = range(int(element.get("min", "1")), int(element.get("max", "1")) + 1)
            if len(self.cells.hidden_columns) < self._limits.columns:
                self.cells.hidden_columns.append(hidden)
        # What a cell holds is needed until the cell ends.
        if not self._in_cell:
            element.clear()

    def _add(self, element: Element) -> None:
        self._column += 1
        place = element.get("r")
        if place is not None:
            self._row, self._column = coordinate_to_tuple(place)
        if not len(element):
            return
        stored = self._read(element)
        if stored is None or not normalise_cell(stored.raw):
            return
        self._check(stored)
        self.cells.rows.setdefault(self._row, {})[self._column] = stored

    def _check(self, stored: Stored) -> None:
        if not (1 <= self._row <= _ROWS and 1 <= self._column <= _COLUMNS):
            raise refuse_broken("a cell outside of its sheet")
        self._count += 1
        if self._count > self._limits.cells:
            raise refuse(
                "too-many-cells",
                "cells",
                found=f"a sheet with more than {self._limits.cells} filled cells",
                most=f"{self._limits.cells} cells",
            )
        size = max(len(stored.raw), len(stored.text))
        if size > self._limits.cell:
            raise refuse(
                "text-too-long",
                "cell",
                found=f"{size} characters in row {self._row}, column {self._column}",
                most=f"{self._limits.cell} characters in a cell",
            )

    def _add_span(self, reference: str) -> None:
        bounds = range_boundaries(reference)
        if None not in bounds:
            column, row, last_column, last_row = (int(bound or 0) for bound in bounds)
            self.cells.spans.append(
                Span(row=row, column=column, last_row=last_row, last_column=last_column)
            )

    def _read(self, element: Element) -> Stored | None:
        kind = element.get("t", "n")
        if kind == "inlineStr":
            text = _join_inline(element.find(_INLINE))
            return Stored(text=text, raw=text)
        value = element.findtext(_VALUE) or ""
        formula = element.find(_FORMULA)
        if formula is not None and not value and kind != "str":
            self.cells.uncomputed.append((self._row, self._column, f"={formula.text or ''}"))
            return None
        if kind == "s":
            text = self._workbook.strings[int(value)] if value else ""
            return Stored(text=text, raw=text)
        if kind == "n":
            return self._read_number(value, int(element.get("s") or 0))
        text = _TRUTH.get(value, value) if kind == "b" else unescape(value)
        return Stored(text=text, raw=text)

    def _read_number(self, value: str, number: int) -> Stored:
        stored = parse_stored(value)
        if stored is None:
            return Stored(text=value, raw=value)
        style = self._styles.get(number)
        if style is None:
            style = self._styles[number] = _make_style(self._workbook.formats, number)
        raw = value if style.code == GENERAL else f"{value} [{style.code}]"
        if style.is_date:
            date = format_date(stored, style.code, epoch=self._workbook.epoch)
            if date is not None:
                return Stored(text=date, raw=raw, display=Display(dated=True))
        text = format_number(stored, style.dress, locale=self._locale)
        shown = format_rounded(stored, style.dress, locale=self._locale)
        scaled = style.dress.scaled if stored else 0
        display = Display(scaled=scaled, shown=shown) if scaled or shown else None
        return Stored(text=text, raw=raw, display=display)


def _make_style(formats: tuple[str, ...], number: int) -> _Style:
    code = formats[number] if 0 <= number < len(formats) else GENERAL
    return _Style(code, parse_format(code), code != GENERAL and is_date_format(code))


def _join_inline(inline: Element | None) -> str:
    """Give the text that stands in the cell itself."""
    if inline is None:
        return ""
    # A text in one piece, by far the most frequent, needs no machinery.
    if len(inline) == 1 and inline[0].tag == _TEXT:
        return unescape(inline[0].text or "")
    pieces: CellRichText = CellRichText.from_tree(cast("Any", inline))
    return write_text(pieces)
