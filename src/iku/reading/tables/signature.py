"""Who signed: position, name, rank and NIP below a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Penandatangan
from iku.errors import DomainError
from iku.reading.grid import Cell, make_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.findings import Findings
    from iku.reading.grid import Paragraph

_NIP: Final = re.compile(r"nip\b[\s.:]*+(?P<nip>.*)", re.IGNORECASE)
_POSITION: Final = re.compile(
    r"(?:(?:plt|plh|pj|pjs|a\.?n|u\.?b)\b\.?\s*)*+(?:kepala|sekretaris|camat|lurah|direktur|"
    r"inspektur|ketua|wali\s*kota|bupati|gubernur|asisten|pimpinan)\b.*",
    re.IGNORECASE,
)
_RANK: Final = re.compile(
    r"(?:pembina|penata|pengatur|juru|gol(?:ongan)?)\b.*|[iv]{1,3}\s*/\s*[a-e]", re.IGNORECASE
)


@frozen(kw_only=True)
class Signature:
    """What the lines below a table say."""

    penandatangan: Penandatangan | None
    """Who signed."""
    unread: tuple[Cell, ...]
    """Lines that belong to no signature."""


def is_signature(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is part of a signature: a position, or a NIP."""
    return _POSITION.fullmatch(paragraph.lines[0].text) is not None or any(
        _NIP.fullmatch(cell.text) for cell in paragraph.lines
    )


def read_signature(paragraphs: Iterable[Paragraph], found: Findings) -> Signature:
    """
    Read the lines below a table.

    The name is the line above the NIP; without NIP, the last
    line, where it stands alone below a position.

    Raises:
        ReadingError: `text-too-long`.
    """
    held = tuple(paragraphs)
    lines = [cell for paragraph in held for cell in paragraph.lines]
    start = _find_position(held)
    nip = next((n for n, cell in enumerate(lines) if _NIP.fullmatch(cell.text)), None)
    end = len(lines) if nip is None and start is not None and _ends_in_name(held) else nip
    name = _find_name(lines, end)
    if end is None or name is None:
        return Signature(penandatangan=None, unread=tuple(lines))
    first = start if start is not None and start < name else name
    position = make_cell(lines[first:name]).text if first < name else ""
    return Signature(
        penandatangan=Penandatangan(
            nama=lines[name].text,
            jabatan=position.rstrip(" ,") or None,
            pangkat=make_cell(lines[name + 1 : end]).text if name + 1 < end else None,
            nip=_read_nip(lines[end], found) if end < len(lines) else None,
        ),
        unread=(*lines[:first], *lines[end + 1 :]),
    )


def _find_position(paragraphs: tuple[Paragraph, ...]) -> int | None:
    """Give the first line of the position, in the last paragraph that has one."""
    found: int | None = None
    count = 0
    for paragraph in paragraphs:
        places = (n for n, cell in enumerate(paragraph.lines) if _POSITION.fullmatch(cell.text))
        place = next(places, None)
        found = found if place is None else count + place
        count += len(paragraph.lines)
    return found


def _ends_in_name(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Say whether a position is followed by a last line that stands alone."""
    return (
        len(paragraphs) > 1
        and len(paragraphs[-1].lines) == 1
        and any(_POSITION.fullmatch(cell.text) for cell in paragraphs[-2].lines)
    )


def _find_name(lines: list[Cell], end: int | None) -> int | None:
    """Give the last line before the NIP that is no rank."""
    names = (n for n in range((end or 0) - 1, -1, -1) if not _RANK.fullmatch(lines[n].text))
    return next(names, None)


def _read_nip(cell: Cell, found: Findings) -> str | None:
    match = _NIP.fullmatch(cell.text)
    written = match["nip"].strip() if match else ""
    try:
        return Penandatangan(nama="-", nip=written).nip
    except DomainError:
        # The number is personal data: the finding gives its place, not its digits.
        found.add("IKU-B024", Cell(text="", raw="", line=cell.line, column=cell.column))
        return None
