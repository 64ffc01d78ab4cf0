"""How much a document may ask of whoever reads it."""

from __future__ import annotations

from typing import Final

from attrs import field

from iku._attrs import frozen
from iku._checks import within
from iku.angka import MAXIMUM_DIGITS, ORDINARY_DECIMALS, ORDINARY_DIGITS
from iku.domain.periode import FIRST_YEAR, LAST_YEAR, LONGEST_SPAN
from iku.errors import DomainError

MEBIBYTE: Final = 1024 * 1024


@frozen(kw_only=True)
class Limits:
    """
    The bounds within which a document is read.

    A document beyond one of them is refused before it costs much. Raising a
    limit never turns a readable document into an unreadable one.

    >>> Limits(depth=20).depth
    20

    Raises:
        DomainError: `bad-limit` for a limit that the library cannot keep.
    """

    bytes: int = field(default=32 * MEBIBYTE, metadata=within(1, 1024 * MEBIBYTE))
    """Bytes of UTF-8 text."""
    depth: int = field(default=64, metadata=within(1, 100))
    """Objects and arrays inside one another, the document itself counted."""
    nodes: int = field(default=500_000, metadata=within(1, 100_000_000))
    """Objects and arrays altogether."""
    text: int = field(default=65_536, metadata=within(1, 16 * MEBIBYTE))
    """Characters of one text or key, as they stand in the document."""
    digits: int = field(default=ORDINARY_DIGITS, metadata=within(1, MAXIMUM_DIGITS - 2))
    """Digits of a number, those after the decimal point counted."""
    decimals: int = field(default=ORDINARY_DECIMALS, metadata=within(0, MAXIMUM_DIGITS - 3))
    """Digits after the decimal point."""
    first_year: int = field(default=FIRST_YEAR, metadata=within(FIRST_YEAR, LAST_YEAR))
    """Earliest year of a Periode."""
    last_year: int = field(default=LAST_YEAR, metadata=within(FIRST_YEAR, LAST_YEAR))
    """Latest year of a Periode."""
    span: int = field(default=LONGEST_SPAN, metadata=within(1, LONGEST_SPAN))
    """Years of a span, the first and the last counted."""
    faults: int = field(default=100, metadata=within(1, 10_000))
    """Faults that are reported one by one; of the rest only the number is said."""

    def __attrs_post_init__(self) -> None:
        """Refuse limits that no document could keep."""
        if self.last_year < self.first_year:
            raise DomainError(
                "bad-limit",
                found=f"years from {self.first_year} to {self.last_year}",
                expected="a last year that is not before the first",
                repair="exchange the two years",
                location=("last_year",),
            )


DEFAULT: Final = Limits()
"""The limits that hold unless a caller gives others."""
