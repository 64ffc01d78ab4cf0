"""Signatures that stand side by side, taken apart by the columns or gaps between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku._attrs import frozen
from iku.domain._forms import MONTHS
from iku.reading.characters import normalise_cell
from iku.reading.grid import Cell, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

NIP: Final = re.compile(r"nip\b[\s.:]*+(?P<nip>.*)", re.IGNORECASE)
"""The line with the number of who signed."""
POSITION: Final = re.compile(
    r"(?:(?:plt|plh|pj|pjs|a\.?n|u\.?b)\b\.?\s*)*+(?:kepala|sekretaris|camat|lurah|direktur|"
    r"inspektur|ketua|wali\s*kota|bupati|gubernur|asisten|pimpinan)\b.*",
    re.IGNORECASE,
)
"""The line with the position of who signed."""
_PARTY: Final = re.compile(
    r"pihak\s++(?:ke)?(?:satu|pertama|dua)\b.*|(?:mengetahui|menyetujui)\s*+[,:/]?", re.IGNORECASE
)
_DATED: Final = re.compile(
    rf"[^\W\d][^\d,]{{1,40}}+,\s*+(?:[0-9]{{1,2}}|\.{{2,9}}+)?+\s*+(?:{MONTHS})\b.*", re.IGNORECASE
)
_RUN_ON: Final = re.compile(
    r"nip\b[\s.:]*+[0-9 ]++nip\b.*|(?:pihak\s++(?:ke)?(?:satu|pertama|dua)\s*+[,:]?\s*+){2}",
    re.IGNORECASE,
)
_OPENING: Final = 3
"""Lines of a cell among which a signature begins."""
_GAP: Final = re.compile(r"\t++| {4,}+")
_NEAR: Final = 0.4
"""Part of the way between two columns within which a line still belongs to one."""


def is_signature_opening(cell: Cell) -> bool:
    """Say whether a cell begins a signature: with a party, a position, or place and date."""
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
    return any(
        form.fullmatch(line) for line in lines[:_OPENING] for form in (_PARTY, POSITION, _DATED)
    )


@frozen(kw_only=True)
class Tail:
    """What follows a table, each signature in a paragraph of its own."""

    paragraphs: list[Paragraph]
    """The lines."""
    doubtful: Cell | None = None
    """The line from which on signatures stand side by side and cannot be told apart."""


def split_signatures(paragraphs: Sequence[Paragraph]) -> Tail:
    """
    Take signatures apart that stand side by side: a paragraph for each, from left to right.

    They begin on a line each piece of which opens one. What stands below belongs to
    the piece at the same place, or else to the nearest one, if it is near.
    """
    opened = next(
        (
            (number, place)
            for number, paragraph in enumerate(paragraphs)
            for place, line in enumerate(paragraph.lines)
            if _opens_several(line)
        ),
        None,
    )
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    if opened is None:
        run_on = next((line for line in lines if _holds_several(line)), None)
        return Tail(paragraphs=[*map(_unfold, paragraphs)], doubtful=run_on)
    number, place = opened
    above = paragraphs[number].lines[:place]
    first = paragraphs[number].lines[place]
    before = [*paragraphs[:number], *([Paragraph(lines=above)] if above else [])]
    below = [paragraphs[number].lines[place:], *(one.lines for one in paragraphs[number + 1 :])]
    places = [piece.column for piece in _list_pieces(first)]
    near = _NEAR * min(other - one for one, other in pairwise(places))
    columns: list[list[Cell]] = [[] for _ in places]
    for line in (line for block in below for line in block):
        pieces = _list_pieces(line)
        if len(pieces) > len(places):
            return Tail(paragraphs=[*paragraphs], doubtful=first)
        for index, piece in enumerate(pieces):
            order = index if len(pieces) == len(places) else _find(piece, places, near)
            if order is None:
                return Tail(paragraphs=[*paragraphs], doubtful=first)
            columns[order] += _split_lines(piece)
    signing = [Paragraph(lines=tuple(lines)) for lines in columns]
    return Tail(paragraphs=[*map(_unfold, before), *signing])


def _opens_several(line: Cell) -> bool:
    pieces = _list_pieces(line)
    return len(pieces) > 1 and all(map(is_signature_opening, pieces))


def _holds_several(line: Cell) -> bool:
    """Say whether one run of text holds two parties, or the numbers of two persons."""
    return any(_RUN_ON.fullmatch(text.strip()) for text in line.text.split("\n"))


def _list_pieces(line: Cell) -> Sequence[Cell]:
    """Give what stands side by side on a line: the cells of a row, or texts with wide gaps."""
    if line.pieces or not _GAP.search(line.raw):
        return line.pieces or (line,)
    pieces: list[Cell] = []
    begin = 0
    for gap in [*_GAP.finditer(line.raw), None]:
        end = gap.start() if gap else len(line.raw)
        text = normalise_cell(line.raw[begin:end])
        if text:
            pieces.append(evolve(line, text=text, raw=line.raw[begin:end], column=begin + 1))
        begin = gap.end() if gap else end
    return pieces


def _find(piece: Cell, places: list[int], near: float) -> int | None:
    """Find the column that a piece stands in, or near to; None where that is not plain."""
    right = bisect_left(places, piece.column)
    beside = [order for order in (right - 1, right) if 0 <= order < len(places)]
    order = min(beside, key=lambda order: abs(places[order] - piece.column))
    return order if abs(places[order] - piece.column) <= near else None


def _unfold(paragraph: Paragraph) -> Paragraph:
    """Divide the cells of a paragraph that hold a whole signature into its lines."""
    lines: list[Cell] = []
    for line in paragraph.lines:
        lines += _split_lines(line) if is_signature_opening(line) else [line]
    return Paragraph(lines=tuple(lines))


def _split_lines(cell: Cell) -> list[Cell]:
    texts = [line.strip() for line in cell.text.split("\n") if line.strip()]
    return [evolve(cell, text=text) for text in texts] if len(texts) > 1 else [cell]
