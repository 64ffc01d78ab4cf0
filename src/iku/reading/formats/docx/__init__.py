"""Word: DOCX files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits


def read_parts(data: bytes, *, limits: Limits) -> Iterable[Part | Note]:
    """
    Read a Word file: its paragraphs and tables, in the order of the page.

    Headers, footers and comments are left aside. Tracked insertions are read,
    tracked deletions are not; both are noted, and so are hidden text, footnotes,
    text boxes, pictures and equations.

    Raises:
        ReadingError: `missing-extra`, `bad-file`, `encrypted-file`, `doctype`, or a
            limit, which it names.
    """
    try:
        from iku.reading.formats.docx.pages import split_pages  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ReadingError.missing_extra("lxml", "docx") from error
    return split_pages(data, limits)
