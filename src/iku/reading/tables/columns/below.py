"""Rows below the first of a header: finer headers, and the rest of words broken off above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku.reading.grid import make_cell
from iku.reading.tables.columns.headings import TIMED, Heading, read_heading, read_number
from iku.reading.tables.columns.short import read_short

if TYPE_CHECKING:
    from iku.reading.grid import Cell

GROUPS: Final = frozenset(
    {"penjelasan", "target", "realisasi", "capaian", "pagu", "indikator", "sasaran"}
)
"""Nouns whose header may stand over several columns."""
_OVER_ROWS: Final = frozenset({"visi", "misi"})
"""Nouns that stand over rows, never over columns."""
Level: TypeAlias = tuple[Heading | None, ...]
"""A row of a header, a blank for each cell that is merged with another."""


def read_below(row: tuple[Cell, ...], upper: Level) -> list[Level] | None:
    """
    Read a row below a row of a header; None where it is no part of the header.

    What it gives takes the place of the row above: the same words where they go
    on below, and behind it a row of finer headers, where there are any.
    """
    above: list[Heading | None] = [*upper, *([None] * (len(row) - len(upper)))]
    finer: list[Heading | None] = [None] * len(above)
    for index, cell in enumerate(row):
        if not cell.text:
            continue
        over = above[index]
        group = _find_group(above, index)
        short = read_short(row, index, group)
        number = read_number(cell, group) if group else None
        heading = short or number or read_heading(cell)
        # What alone would be a period or a value stands for itself below any words.
        joined = None if heading.noun in TIMED or _is_period(heading) else _join(over, cell)
        if joined is not None:
            above[index] = joined
        elif heading.noun in _OVER_ROWS:
            return None
        elif (heading.known and _may_cover(over)) or (over is None and _may_stand(cell, group)):
            finer[index] = heading
        else:
            return None
    if not any(cell.text for cell in row):
        return None
    below = [heading for heading in finer if heading is not None]
    if 2 * sum(heading.known for heading in below) < len(below):
        return None
    return [tuple(above), tuple(finer)] if below else [tuple(above)]


def _may_cover(over: Heading | None) -> bool:
    """Say whether a heading may stand over several columns."""
    return over is None or over.noun is None or over.noun in GROUPS


def _may_stand(cell: Cell, group: Heading | None) -> bool:
    """Say whether words that say nothing known may head a column of a group of values."""
    return (
        group is not None
        and (group.noun in TIMED or _is_period(group))
        and any(letter.isalpha() for letter in cell.text)
    )


def _is_period(heading: Heading) -> bool:
    return heading.known and heading.noun is None


def _find_group(above: list[Heading | None], index: int) -> Heading | None:
    """Give the heading over a column: its own, or the one to the left that is merged over it."""
    return next((one for one in reversed(above[: index + 1]) if one is not None), None)


def _join(over: Heading | None, cell: Cell) -> Heading | None:
    """Join words that go on below; None where they say nothing together, or nothing more."""
    if over is None:
        return None
    whole = make_cell((over.cell, cell))
    joined = read_heading(whole, joined=True)
    return joined if joined.noun is not None and not joined.cut else None
