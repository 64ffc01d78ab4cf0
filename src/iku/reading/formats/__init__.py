"""
Formats: one front end for each kind of file, chosen by what the file holds.

A front end makes parts of a file (`iku.reading.grid`); everything behind it
works on parts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError
from iku.reading.formats import csv, docx, html, pdf, xlsx
from iku.reading.formats.text import split_parts
from iku.reading.formats.zipped import Archive
from iku.reading.grid import Cell, Note
from iku.reading.source import parse_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.angka import Locale
    from iku.reading.grid import Part
    from iku.reading.limits import Limits

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1_024
"""Bytes within which a PDF says that it is one."""
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""What Word and Excel call their file inside one that is locked."""
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_BINARY_WITHIN: Final = 4_096
_HTML: Final = re.compile(r"<(?:!doctype\s++html|html|head|body|table|div|p)\b", re.IGNORECASE)
_HTML_WITHIN: Final = 65_536
_OTHER_TEXT: Final = ("{\\rtf", "<?xml", "MIME-Version:")
"""How texts begin that are no text: RTF, XML, and web archives."""
_LEAST: Final = 3
"""Nouns that a header names in a file that is not called a CSV."""


def split_file(
    data: bytes, *, ending: str, locale: Locale, limits: Limits
) -> Iterable[Part | Note]:
    """
    Make the parts of a file; its `ending` (".csv") only tells CSV from text.

    Raises:
        ReadingError: `unknown-file-kind`, `missing-extra`, `bad-file`,
            `encrypted-file`, `bad-encoding`, `doctype`, or a limit, which it names.
    """
    if data.startswith(_COMPOUND):
        raise _refuse_compound(data)
    if _PDF in data[:_PDF_WITHIN]:
        return pdf.read_parts(data, limits=limits)
    if data.startswith(_ZIP):
        return _split_archive(data, locale, limits)
    return _split_text(data, ending, limits)


def _split_archive(data: bytes, locale: Locale, limits: Limits) -> Iterable[Part | Note]:
    names = Archive(data, limits).names
    if any(name.startswith("word/") for name in names):
        return docx.read_parts(data, limits=limits)
    if any(name.startswith("xl/") for name in names) and "xl/workbook.bin" not in names:
        return xlsx.read_parts(data, locale=locale, limits=limits)
    raise _unknown("an archive that is no Word or Excel file")


def _split_text(data: bytes, ending: str, limits: Limits) -> Iterator[Part | Note]:
    if b"\0" in data[:_BINARY_WITHIN] and not data.startswith(_UTF16):
        raise _unknown("a file that is no text")
    text, guessed = parse_bytes(data, limits)
    if guessed is not None:
        cell = Cell(text="", raw="", line=1, column=1)
        yield Note(kode="IKU-B085", cell=cell, words=(("pengodean", guessed),))
    start = text.lstrip()
    if start.startswith("<") and _HTML.search(text, 0, _HTML_WITHIN):
        yield from html.read_parts(text, limits=limits)
    elif start.startswith(_OTHER_TEXT):
        raise _unknown("RTF, XML or a web archive")
    elif ending in (".csv", ".tsv") or (
        "\t" not in text and csv.find_delimiter(text, least=_LEAST)
    ):
        yield from csv.read_parts(text, limits=limits)
    else:
        yield from split_parts(text, limits=limits)


def _refuse_compound(data: bytes) -> ReadingError:
    if _ENCRYPTED in data:
        return ReadingError(
            "encrypted-file",
            found="a Word or Excel file that is locked with a password",
            expected="a file that opens without one",
            repair="save it without a password",
        )
    return _unknown("a Word or Excel file of the years before 2007")


def _unknown(found: str) -> ReadingError:
    return ReadingError(
        "unknown-file-kind",
        found=found,
        expected="a file of Word (.docx), Excel (.xlsx) or PDF, HTML, CSV or text",
        repair="open it and save it as .docx or .xlsx, or copy its tables as text into a .txt file",
    )
