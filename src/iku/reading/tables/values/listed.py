"""Cells that list several indicators, with their values line by line in the cells beside them."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.reading.grid import MAXIMUM_CELLS
from iku.reading.tables.columns.headings import TIMED
from iku.reading.tables.headers import INDICATORS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.reading.findings import Findings
    from iku.reading.grid import Cell

_MARK: Final = re.compile(
    r"(?:(?P<sign>[-–—•*])|\(?(?P<number>[a-z]|[0-9]{1,2})[.)](?!\d))\s*+(?=\S)", re.IGNORECASE
)
_MOST: Final = 26
"""Indicators that one cell lists at most."""
_DIFFERING: Final = TIMED | {"formulasi"}
"""Nouns whose cell never says the same of several indicators."""
_OWNERS: Final = frozenset({"nomor", "tujuan", "sasaran", "perspektif", "kode"})
"""Nouns whose cells stand beside all indicators of a list at once."""


def split_listed(rows: Sequence[Row], found: Findings) -> list[Row]:
    """
    Divide rows whose indicator cell is a list, where other cells show which value is whose.

    They do with as many lines. Where no cell does, or one of values has another
    number of lines, the row stays one, and a finding says so.
    """
    divided: list[Row] = []
    left = MAXIMUM_CELLS
    for row, below in zip_longest(rows, rows[1:]):
        named = row.get(*INDICATORS)
        names = (_read_list(named.text) or _read_lines(row, named)) if named is not None else ()
        if named is None or not names:
            divided.append(row)
            continue
        left -= len(names) * len(row.cells)
        alone = below is None or below.get(*INDICATORS) is not None
        parts = _divide(row, named, names) if alone and left > 0 else None
        if parts is None:
            found.add("IKU-B061", named, teks=named.text, jumlah=len(names))
        else:
            found.add("IKU-B060", named, teks=named.text, jumlah=len(names))
        divided += parts or [row]
    return divided


def _read_list(text: str) -> tuple[str, ...]:
    """Give the items of a list, each line of which begins with its mark or goes on with an item."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marks = [_MARK.match(line) for line in lines]
    if sum(mark is not None for mark in marks) < 2 or marks[0] is None:
        return ()
    items: list[str] = []
    counted: list[str] = []
    for line, mark in zip(lines, marks, strict=True):
        if mark is None:
            items[-1] = f"{items[-1]} {line}"
        else:
            items.append(line[mark.end() :])
            counted.append((mark["number"] or mark["sign"]).lower())
    return tuple(items) if _counts(counted) and len(items) <= _MOST else ()


def _read_lines(row: Row, named: Cell) -> tuple[str, ...]:
    """
    Give the lines of a name without marks, where a value and another cell have as many.

    Lines are broken where there is no room, but not so in several cells at once.
    """
    lines = tuple(line.strip() for line in named.text.split("\n") if line.strip())
    if not 2 <= len(lines) <= _MOST or not all(line[0].isupper() for line in lines):
        return ()
    agreeing = {
        column.noun in TIMED
        for column, cell in zip(row.columns, row.cells, strict=True)
        if cell is not named and _read_items(cell.text, len(lines))
    }
    return lines if len(agreeing) == 2 else ()


def _counts(marks: list[str]) -> bool:
    """Say whether marks count from the first one, or are the same sign."""
    if not marks[0].isalnum():
        return len(set(marks)) == 1
    first = marks[0] in ("a", "1")
    return first and all(_is_next(one, other) for one, other in pairwise(marks))


def _is_next(mark: str, other: str) -> bool:
    if mark.isdigit() and other.isdigit():
        return int(other) == int(mark) + 1
    return not mark.isdigit() and not other.isdigit() and ord(other) == ord(mark) + 1


def _divide(row: Row, named: Cell, names: tuple[str, ...]) -> list[Row] | None:
    """Give a row for each indicator of a list; None where nothing shows which value is whose."""
    agreeing = False
    columns: list[list[Cell]] = []
    for column, cell in zip(row.columns, row.cells, strict=True):
        texts = names if cell is named else _read_items(cell.text, len(names))
        if texts:
            agreeing = agreeing or cell is not named
            columns.append([evolve(cell, text=text) for text in texts])
        elif cell.text and column.noun in _DIFFERING:
            return None
        else:
            first = column.noun in _OWNERS or column.noun is None
            columns.append(list(_repeat(cell, len(names), first=first)))
    if not agreeing:
        return None
    return [evolve(row, cells=cells) for cells in zip(*columns, strict=True)]


def _read_items(text: str, count: int) -> tuple[str, ...]:
    """Give the lines of a cell, if they are as many."""
    listed = _read_list(text)
    lines = listed or tuple(line.strip() for line in text.split("\n") if line.strip())
    return lines if len(lines) == count else ()


def _repeat(cell: Cell, count: int, *, first: bool) -> Iterator[Cell]:
    """Give a cell that stands beside all indicators; `first` says that it is read once."""
    blank = evolve(cell, text="", merged=True) if first else cell
    yield cell
    for _ in range(count - 1):
        yield blank
