"""Names with their number in front: `IKU 1.1 Persentase ...`, `a. Jumlah ...`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.reading.tables.headers import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.reading.findings import Findings
    from iku.reading.grid import Cell
    from iku.reading.tables.headers import Row

_NAMING: Final = ("tujuan", "sasaran", *INDICATORS)
"""Nouns whose cells are names."""
_MARK: Final = re.compile(
    r"(?:(?P<kode>(?P<prefix>[A-Z]{1,5}+[ .-]?+)?+[0-9]{1,3}+(?P<parts>(?:\.[0-9]{1,3}+)*+))[.):]?+"
    r"|\(?+(?P<sign>[a-z]|[0-9]{1,2}+)[.)])\s++(?=\S)"
)
_KNOWN: Final = re.compile(r"IK[USPKT]{0,3}|I?S[SPK]|IS|IT")
"""Letters that officials put before the number of a Sasaran or an indicator."""


def take_numbering(rows: Sequence[Row], found: Findings) -> list[Row]:
    """
    Take the numbering off the names of a column, where all of them have one.

    What names one noun of all (`1.1`, `SS1`) becomes its kode; what only counts
    (`a.`, `1.`) is left out.
    """
    taken: dict[int, re.Match[str]] = {}
    for noun in _NAMING:
        cells = [cell for row in rows for _, cell in row.walk(noun) if cell.text]
        printed = any(row.get("kode") for row in rows) and noun in INDICATORS
        marks = {} if printed else _read_marks(cells)
        if marks:
            first = next(iter(marks))
            are_kode = marks[first]["kode"] is not None and not _is_counting(marks[first])
            label = "menjadi kode" if are_kode else "tidak disimpan"
            found.add("IKU-B076", cells[0], kolom=noun, teks=cells[0].text, label=label)
            taken |= {id(cell): marks[cell.text] for cell in cells}
    if not taken:
        return [*rows]
    return [
        evolve(row, cells=tuple(_take(cell, taken.get(id(cell))) for cell in row.cells))
        for row in rows
    ]


def _take(cell: Cell, mark: re.Match[str] | None) -> Cell:
    if mark is None:
        return cell
    kode = None if _is_counting(mark) else evolve(cell, text=mark["kode"])
    return evolve(cell, text=cell.text[mark.end() :], kode=kode)


def _is_counting(mark: re.Match[str]) -> bool:
    """Say whether a mark only counts: a plain number, or a letter."""
    return mark["kode"] is None or not (mark["prefix"] or mark["parts"])


def _read_marks(cells: Iterable[Cell]) -> dict[str, re.Match[str]]:
    """Give the marks of all texts; none where one has none, or they are of several kinds."""
    texts = list(dict.fromkeys(cell.text for cell in cells))
    marks = {text: mark for text in texts if (mark := _MARK.match(text))}
    if not marks or len(marks) < len(texts):
        return {}
    kinds = {(_is_counting(mark), _fold_prefix(mark)) for mark in marks.values()}
    if len(kinds) > 1:
        return {}
    ((counting, prefix),) = kinds
    if counting:
        return marks if len(marks) > 1 and _are_marked(marks) else {}
    known = _KNOWN.fullmatch(prefix) is not None
    distinct = len({mark["kode"] for mark in marks.values()}) == len(marks)
    return marks if distinct and (known or len(marks) > 1) else {}


def _fold_prefix(mark: re.Match[str]) -> str:
    return (mark["prefix"] or "").strip(" .-")


def _are_marked(marks: dict[str, re.Match[str]]) -> bool:
    """Say whether each number is set off by a sign: `3 desa` begins with none."""
    return all(not mark[0].rstrip()[-1:].isalnum() for mark in marks.values())
