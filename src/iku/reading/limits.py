"""How much a file may ask of whoever reads it."""

from __future__ import annotations

from typing import Final

from attrs import field

from iku._attrs import frozen
from iku._checks import within
from iku.errors import ReadingError
from iku.reading.grid import MAXIMUM_CELL, MAXIMUM_CELLS, MAXIMUM_COLUMNS, MAXIMUM_LINES

MEBIBYTE: Final = 1024 * 1024


@frozen(kw_only=True)
class Limits:
    """
    The bounds within which a file is read.

    A file beyond one of them is refused before it costs much, with an error
    that names the limit.

    >>> Limits(members=50).members
    50

    Raises:
        DomainError: `bad-limit` for a limit that the library cannot keep.
    """

    bytes: int = field(default=32 * MEBIBYTE, metadata=within(1, 256 * MEBIBYTE))
    """Bytes of a file."""
    text: int = field(default=MEBIBYTE, metadata=within(1, 16 * MEBIBYTE))
    """Characters of a text, and of a file that is text: plain, CSV or HTML."""
    lines: int = field(default=MAXIMUM_LINES, metadata=within(1, MAXIMUM_LINES))
    """Lines of a text, or paragraphs outside of tables."""
    cells: int = field(default=MAXIMUM_CELLS, metadata=within(1, MAXIMUM_CELLS))
    """Cells of all tables of a file, those behind the last filled one of a row not counted."""
    columns: int = field(default=MAXIMUM_COLUMNS, metadata=within(1, MAXIMUM_COLUMNS))
    """Columns of a table."""
    cell: int = field(default=MAXIMUM_CELL, metadata=within(1, MAXIMUM_CELL))
    """Characters of a cell or a line."""
    span: int = field(default=1_000, metadata=within(1, 100_000))
    """Rows or columns that one merged cell covers."""
    members: int = field(default=2_000, metadata=within(1, 65_535))
    """Members of a ZIP archive, which a Word or Excel file is."""
    unpacked: int = field(default=32 * MEBIBYTE, metadata=within(1, 1024 * MEBIBYTE))
    """Bytes that the members of an archive that are read unpack to, counted while unpacking."""
    ratio: int = field(default=100, metadata=within(1, 1_032))
    """How many times its packed size a member above one mebibyte may unpack to."""
    depth: int = field(default=20, metadata=within(1, 50))
    """Tables inside one another."""
    nodes: int = field(default=400_000, metadata=within(1, 10_000_000))
    """Tags and attributes of one member of a Word or Excel file."""
    tags: int = field(default=80_000, metadata=within(1, 10_000_000))
    """Tags and attributes of an HTML page."""
    pages: int = field(default=500, metadata=within(1, 10_000))
    """Pages of a PDF."""
    page_objects: int = field(default=20_000, metadata=within(1, 1_000_000))
    """Letters and lines of one page of a PDF."""
    objects: int = field(default=500_000, metadata=within(1, 50_000_000))
    """Letters and lines of a PDF."""
    seconds: int = field(default=60, metadata=within(1, 3_600))
    """Seconds that reading a PDF may take; whatever is counted is refused long before."""


DEFAULT: Final = Limits()
"""The limits that hold unless a caller gives others."""


def refuse(
    code: str, limit: str, *, found: str, most: str, repair: str = "split the file"
) -> ReadingError:
    """Make the error for a file beyond a limit, which it names."""
    return ReadingError(
        code,
        found=found,
        expected=f"at most {most} (limit: {limit})",
        repair=f"{repair}, and check that it is a document of this kind",
    )
