"""Excel: XLSX files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.angka import Locale
    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits


def read_parts(data: bytes, *, locale: Locale, limits: Limits) -> Iterable[Part | Note]:
    """
    Read a workbook: tables and lines of text between blank rows, sheet by sheet.

    Numbers are written as `locale` writes them, with all their digits; a
    formula counts with the result that Excel stored. Hidden sheets are left
    out and noted, hidden rows and columns are read and noted.

    Raises:
        ReadingError: `missing-extra`, `bad-file`, `encrypted-file`, or a limit.
    """
    try:
        from iku.reading.formats.xlsx.blocks import split_workbook  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ReadingError.missing_extra("openpyxl", "xlsx") from error
    return split_workbook(data, locale=locale, limits=limits)
