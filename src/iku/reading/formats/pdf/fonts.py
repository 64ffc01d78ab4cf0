"""Fonts of a PDF: only what says which letter a code is, and that only as far as it is small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from pdfminer.pdffont import PDFType1Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from iku.reading.formats.symbols import SYMBOLS, is_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdfminer.pdffont import PDFFont

_CODES: Final = 70_000
"""Letters of a font: each code of two bytes, and some more."""
_MAP: Final = 262_144
"""Bytes of the map from codes to letters."""
_RANGES: Final = re.compile(
    rb"begin(?:bf|cid|notdef)range\b(?P<inside>[^(%]*?)end(?:bf|cid|notdef)range\b", re.DOTALL
)
_KEYWORD: Final = re.compile(rb"(?:bf|cid|notdef)range")
_ENTRY: Final = re.compile(rb"<(?:[0-9A-Fa-f]{2}|\s)*+>|\[[^\]]*+\]|[0-9]++")
"""A code between angle brackets, whole bytes only; a list; a number."""


class Fonts(PDFResourceManager):
    """
    Makes the fonts of a document out of what is safe in them.

    Font programs are left out: they say how letters look. Maps and widths that
    claim more codes than there are would never come to an end.
    """

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Make a font."""
        font = super().get_font(objid, dict(_clean(spec)))
        named = isinstance(resolve1(spec.get("Encoding")), dict)
        if isinstance(font, PDFType1Font) and is_symbol(font.basefont) and not named:
            # Where a file does not name its letters, codes would be those of any font.
            font.cid2unicode = {**font.cid2unicode, **SYMBOLS}
        return font


def _clean(spec: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in spec.items():
        found = resolve1(value)
        if name == "FontDescriptor" and isinstance(found, dict):
            described = cast("dict[str, object]", found)
            yield name, {key: one for key, one in described.items() if key[:8] != "FontFile"}
        elif name in ("W", "W2"):
            widths = cast("list[object]", found) if isinstance(found, list) else []
            if _count_widths(widths, 3 if name == "W" else 5) <= _CODES:
                yield name, widths
        elif name in ("ToUnicode", "Encoding") and isinstance(found, PDFStream):
            if _is_small(found.get_data()):
                yield name, found
        else:
            yield name, value


def _count_widths(widths: list[object], group: int) -> int:
    """Count the codes that a list of widths speaks of: single ones, and ranges in groups."""
    count = 0
    numbers: list[int] = []
    for value in widths:
        one = resolve1(value)
        if isinstance(one, list):
            count += len(cast("list[object]", one))
            numbers = []
        else:
            numbers.append(one if isinstance(one, int) else 0)
        if len(numbers) == group:
            count += max(0, numbers[1] - numbers[0]) + 1
            numbers = []
    return count


def _is_small(data: bytes) -> bool:
    """Say whether a map of codes is plain, and claims no more codes than a font has."""
    sections = [match["inside"] for match in _RANGES.finditer(data)]
    if len(data) > _MAP or len(_KEYWORD.findall(data)) != 2 * len(sections):
        return False
    return all(not _ENTRY.sub(b"", one).strip() for one in sections) and (
        sum(map(_count_codes, sections)) <= _CODES
    )


def _count_codes(section: bytes) -> int:
    """Count the codes of a section: groups of first, last, and a letter or a list of letters."""
    entries = [match[0] for match in _ENTRY.finditer(section)]
    count = 0
    for first, last, letters in zip(entries[::3], entries[1::3], entries[2::3], strict=False):
        if letters[:1] == b"[":
            count += letters.count(b"<")
        else:
            count += max(0, _to_code(last) - _to_code(first)) + 1
    return count


def _to_code(entry: bytes) -> int:
    return int(b"".join(entry.strip(b"<>").split()) or b"0", 16)
