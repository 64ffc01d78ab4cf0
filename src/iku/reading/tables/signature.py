"""Who signed: position, name, rank and NIP below a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Penandatangan
from iku.errors import DomainError
from iku.reading.grid import Cell, Paragraph, make_cell, make_line
from iku.reading.tables.groups import is_note
from iku.reading.tables.signers import NIP, POSITION, is_signature_opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.findings import Findings
    from iku.reading.grid import Grid
    from iku.reading.tables.headers import Row

_RANK: Final = re.compile(
    r"(?:pembina|penata|pengatur|juru|gol(?:ongan)?)\b.*|[iv]{1,3}\s*/\s*[a-e]", re.IGNORECASE
)
_FIRST: Final = re.compile(r"pihak\s++(?:kesatu|pertama)\b", re.IGNORECASE)


@frozen(kw_only=True)
class Signature:
    """What the lines below a table say."""

    penandatangan: Penandatangan | None
    """Who signed."""
    unread: tuple[Cell, ...]
    """Lines that belong to no signature."""


def is_signature(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is part of a signature: a position, or a NIP."""
    return POSITION.fullmatch(paragraph.lines[0].text) is not None or any(
        NIP.fullmatch(cell.text) for cell in paragraph.lines
    )


def is_signature_grid(grid: Grid) -> bool:
    """Say whether a table without header is a frame for signatures: its first row opens them."""
    return all(is_signature_opening(cell) for cell in grid.rows[0] if cell.text)


def take_signature(rows: list[Row]) -> tuple[list[Row], list[Paragraph]]:
    """
    Take the signature from the end of a table, where it stands in rows of its own.

    It begins with a position, a party, or place and date; each of its rows has fewer
    cells than columns.
    """
    signed = [n for n, row in enumerate(rows) if any(map(_is_nip, row.cells))]
    if not signed:
        return rows, []
    start = signed[-1]
    first = start
    while start > 0 and _is_sparse(rows[start - 1]):
        start -= 1
        if any(is_signature_opening(cell) for cell in rows[start].cells):
            first = start
    if first == signed[-1]:
        return rows, []
    lines = tuple(make_line(row.cells) for row in rows[first:] if any(c.text for c in row.cells))
    return rows[:first], [Paragraph(lines=lines)]


def _is_nip(cell: Cell) -> bool:
    return NIP.fullmatch(cell.text) is not None


def _is_sparse(row: Row) -> bool:
    return 2 * sum(1 for cell in row.cells if cell.text) < len(row.cells)


def take_notes(paragraphs: Iterable[Paragraph]) -> tuple[list[Cell], tuple[Paragraph, ...]]:
    """Take the notes from what follows a table: a line that begins one, and the lines below it."""
    notes: list[Cell] = []
    rest: list[Paragraph] = []
    for paragraph in paragraphs:
        lines = paragraph.lines
        start = next((n for n, cell in enumerate(lines) if is_note(cell.text)), len(lines))
        end = next((n for n in range(start, len(lines)) if _signs(lines[n])), len(lines))
        notes.extend(lines[start:end])
        kept = (*lines[:start], *lines[end:])
        if kept:
            rest.append(Paragraph(lines=kept))
    return notes, tuple(rest)


def _signs(cell: Cell) -> bool:
    return bool(POSITION.fullmatch(cell.text) or NIP.fullmatch(cell.text))


def read_signature(
    paragraphs: Iterable[Paragraph], found: Findings, *, doubtful: Cell | None = None
) -> Signature:
    """
    Read the lines below a table.

    The name is the line above the NIP; without NIP, the last
    line, where it stands alone below a position. Nothing is read where `doubtful`
    begins signatures that cannot be told apart.

    Raises:
        ReadingError: `text-too-long`.
    """
    every = tuple(paragraphs)
    if doubtful is not None:
        found.add("IKU-B075", doubtful, teks=doubtful.text)
        whole = tuple(cell for paragraph in every for cell in paragraph.lines)
        return Signature(penandatangan=None, unread=whole)
    held = _choose_signature(every)
    kept = set(map(id, held))
    beside = [cell for one in every if id(one) not in kept for cell in one.lines]
    lines = [cell for paragraph in held for cell in paragraph.lines]
    start = _find_position(held)
    nip = next((n for n, cell in enumerate(lines) if NIP.fullmatch(cell.text)), None)
    end = len(lines) if nip is None and start is not None and _ends_in_name(held) else nip
    name = _find_name(lines, end)
    if end is None or name is None:
        return Signature(penandatangan=None, unread=(*beside, *lines))
    first = start if start is not None and start < name else name
    position = make_cell(lines[first:name]).text if first < name else ""
    return Signature(
        penandatangan=Penandatangan(
            nama=lines[name].text,
            jabatan=position.rstrip(" ,") or None,
            pangkat=make_cell(lines[name + 1 : end]).text if name + 1 < end else None,
            nip=_read_nip(lines[end], found) if end < len(lines) else None,
        ),
        unread=(*beside, *lines[:first], *lines[end + 1 :]),
    )


def _choose_signature(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """
    Choose one of several signatures: that of the party that promises, or the last one.

    Each has its position in a paragraph of its own, as those of two columns do.
    """
    signing = [
        paragraph
        for paragraph in paragraphs
        if any(POSITION.fullmatch(cell.text) for cell in paragraph.lines)
        and len(paragraph.lines) > 1
    ]
    if len(signing) < 2:
        return paragraphs
    promising = [one for one in signing if any(_FIRST.match(cell.text) for cell in one.lines)]
    chosen = [*promising, *reversed(signing)][0]
    others = set(map(id, signing)) - {id(chosen)}
    return tuple(one for one in paragraphs if id(one) not in others)


def _find_position(paragraphs: tuple[Paragraph, ...]) -> int | None:
    """Give the first line of the position, in the last paragraph that has one."""
    found: int | None = None
    count = 0
    for paragraph in paragraphs:
        places = (n for n, cell in enumerate(paragraph.lines) if POSITION.fullmatch(cell.text))
        place = next(places, None)
        found = found if place is None else count + place
        count += len(paragraph.lines)
    return found


def _ends_in_name(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Say whether a position is followed by a last line that stands alone."""
    return (
        len(paragraphs) > 1
        and len(paragraphs[-1].lines) == 1
        and any(POSITION.fullmatch(cell.text) for cell in paragraphs[-2].lines)
    )


def _find_name(lines: list[Cell], end: int | None) -> int | None:
    """Give the last line before the NIP that is no rank."""
    names = (n for n in range((end or 0) - 1, -1, -1) if not _RANK.fullmatch(lines[n].text))
    return next(names, None)


def _read_nip(cell: Cell, found: Findings) -> str | None:
    match = NIP.fullmatch(cell.text)
    written = match["nip"].strip() if match else ""
    try:
        return Penandatangan(nama="-", nip=written).nip
    except DomainError:
        # The number is personal data: the finding gives its place, not its digits.
        found.add("IKU-B024", Cell(text="", raw="", line=cell.line, column=cell.column))
        return None
