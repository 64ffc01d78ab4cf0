"""Headers of a letter or a sign, which say something only beside or below others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.tables.columns.headings import TIMED, Heading, Words, read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.grid import Cell

_LETTERS: Final = {"t": "target", "r": "realisasi", "c": "capaian"}
"""What T, R and C are where T and R stand in one row."""
_KINERJA: Final = frozenset({"k", "kinerja"})
"""Beside Rp, the value itself and not its budget."""
_MONEY: Final = "pagu"
_OUTER: Final = " ()."


def read_short(row: tuple[Cell, ...], index: int, group: Heading | None) -> Heading | None:
    """
    Say what a letter or a percent sign means; None for any other words.

    `%` behind a Realisasi is its capaian. K beside Rp is what the words above both name.
    """
    cell = row[index]
    text = cell.text.strip(_OUTER).lower()
    noun: str | None = None
    if text == "%":
        noun = "capaian" if _name(_before(row, index)) == "realisasi" else None
    elif text in _LETTERS and {"t", "r"} <= set(_fold(row)):
        noun = _LETTERS[text]
    elif text in _KINERJA and _may_have(group) and _has_money(row):
        noun = (group.noun if group else None) or "target"
    return Heading(cell=cell, words=Words(noun=noun)) if noun else None


def _may_have(group: Heading | None) -> bool:
    """Say whether values and their budget may stand below: values, or the years of targets."""
    return group is not None and group.known and group.noun in (*TIMED, None)


def _before(row: tuple[Cell, ...], index: int) -> Cell:
    """Give the cell before another one, a filled one wherever there is any."""
    return next((cell for cell in reversed(row[:index]) if cell.text), row[index])


def _name(cell: Cell) -> str | None:
    text = cell.text.strip(_OUTER).lower()
    return _LETTERS.get(text) or read_heading(cell).noun


def _fold(row: Iterable[Cell]) -> list[str]:
    return [cell.text.strip(_OUTER).lower() for cell in row]


def _has_money(row: Iterable[Cell]) -> bool:
    return any(read_heading(cell).noun == _MONEY for cell in row if cell.text)
