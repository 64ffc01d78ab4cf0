"""PDF files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits


def read_parts(data: bytes, *, limits: Limits) -> Iterable[Part | Note]:
    """
    Read a PDF: tables between ruling lines, columns of text where there are none.

    Words that a narrow cell breaks are whole again where the document has them
    elsewhere. A page without text is noted: pictures of text are not read.

    Raises:
        ReadingError: `missing-extra`, `bad-file`, `encrypted-file`, or a limit.
    """
    try:
        from iku.reading.formats.pdf.parts import split_pages  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ReadingError.missing_extra("pdfplumber", "pdf") from error
    return split_pages(data, limits=limits)
