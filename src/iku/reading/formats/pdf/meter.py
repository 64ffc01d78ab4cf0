"""Meter: what reading a PDF has cost so far, against the limits."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from iku.reading.limits import Limits

_CONTENT: Final = 5
"""Words of what draws a page for each letter and line that it may draw."""
_RUN: Final = 250
"""Words that count for running a piece of what draws a page, however short it is."""
_LENGTH: Final = 25
"""Bytes of it for each letter and line."""
_WORD: Final = 3
"""Lines that cost as much as a word of the file."""
_LINES: Final = 2
"""Part of the nodes that lines and words of the file may have."""
_REPAIR: Final = "print the pages with the tables into a PDF of their own"


class PageTooLargeError(Exception):
    """A page draws more than the limit: it is left out, the others are read."""


class Meter:
    """
    Counts what a PDF asks for; the file cannot be trusted to say it beforehand.

    The clock is the last resort: what is counted is the same on every machine.
    The first refusal stands, though a library may swallow the error.

    Raises:
        ReadingError: from each count: `too-many-nodes`, `too-large`,
            `too-many-pages`, `too-many-objects` or `too-slow`.
        PageTooLargeError: from the counts of one page.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        """The limits."""
        self._end = monotonic() + limits.seconds
        self._refused: ReadingError | None = None
        self._lines = self._unpacked = self._objects = self._pages = 0
        self._page_objects = self._page_words = self._page_bytes = 0

    def check(self) -> None:
        """Refuse again what was refused once, and what takes too long."""
        if self._refused is None and monotonic() > self._end:
            most = f"{self.limits.seconds} seconds"
            self._refuse("too-slow", "seconds", "a PDF that takes longer to read", most)
        if self._refused is not None:
            raise self._refused

    def count_line(self) -> None:
        """Count a line of the file, or an object that is looked up."""
        self._count_lines(1)

    def count_word(self) -> None:
        """Count a word of the file."""
        self._count_lines(_WORD)

    def _count_lines(self, count: int) -> None:
        self.check()
        self._lines += count
        most = self.limits.nodes // _LINES
        if self._lines > most:
            self._refuse("too-many-nodes", "nodes", "a PDF of more lines and words", f"{most}")

    def count_unpacked(self, size: int) -> None:
        """Count bytes of streams that were unpacked."""
        self.check()
        self._unpacked += size
        if self._unpacked > self.limits.unpacked:
            most = f"{self.limits.unpacked} bytes"
            self._refuse("too-large", "unpacked", "streams that unpack to more", most)

    @property
    def room(self) -> int:
        """Bytes that may still be unpacked."""
        return self.limits.unpacked - self._unpacked

    def count_page(self) -> None:
        """Count a page."""
        self.check()
        self._pages += 1
        self._page_objects = self._page_words = self._page_bytes = 0
        if self._pages > self.limits.pages:
            most = f"{self.limits.pages} pages"
            self._refuse("too-many-pages", "pages", "a PDF with more pages", most)

    def count_content(self, data: bytes) -> None:
        """Count what draws a page, as often as it is run."""
        self.check()
        self._page_words += _RUN + len(data.split()) + data.count(b"[") + data.count(b"<")
        self._page_bytes += len(data)
        self.check_page()

    def count_object(self) -> None:
        """Count a letter or line that a page draws."""
        self.check()
        self._objects += 1
        self._page_objects += 1
        if self._objects > self.limits.objects:
            most = f"{self.limits.objects} of them"
            self._refuse("too-many-objects", "objects", "a PDF of more letters and lines", most)
        self.check_page()

    def check_page(self) -> None:
        """Say again that a page draws too much."""
        most = self.limits.page_objects
        if (
            self._page_objects > most
            or self._page_words > _CONTENT * most
            or self._page_bytes > _LENGTH * most
        ):
            raise PageTooLargeError

    def _refuse(self, code: str, limit: str, found: str, most: str) -> None:
        self._refused = refuse(code, limit, found=found, most=most, repair=_REPAIR)
        raise self._refused


def refuse_broken(found: str) -> ReadingError:
    """Make the error for a PDF that is damaged."""
    return ReadingError(
        "bad-file",
        found=found,
        expected="a PDF whose text can be copied",
        repair="open the file and print it into a new PDF",
    )
