"""Rows below the first of a header: finer headers, and the rest of words broken off above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku.glossary import fold_kolom
from iku.reading.grid import make_cell
from iku.reading.tables.columns.headings import TIMED, Heading, read_heading, read_number
from iku.reading.tables.columns.short import read_short

if TYPE_CHECKING:
    from iku.reading.grid import Cell

GROUPS: Final = frozenset(
    {
        "penjelasan", "target", "realisasi", "capaian", "pagu", "indikator", "sasaran", "baseline",
        "kondisi_akhir",
    }
)  # fmt: skip
"""Nouns whose header may stand over several columns."""
_OVER_ROWS: Final = frozenset({"visi", "misi"})
"""Nouns that stand over rows, never over columns."""
Level: TypeAlias = tuple[Heading | None, ...]
"""A row of a header, a blank for each cell that is merged with another."""


def read_below(row: tuple[Cell, ...], upper: Level) -> list[Level] | None:
    """
    Read a row below a row of a header; None where it is no part of the header.

    What it gives takes the place of the row above: the same words where they go
    on below, and behind it a row of finer headers, where there are any. Words that say
    nothing known are finer headers too, where nothing stands below the names of owners.
    """
    above: list[Heading | None] = [*upper, *([None] * (len(row) - len(upper)))]
    finer: list[Heading | None] = [None] * len(above)
    unknown = 0
    for index, cell in enumerate(row):
        over = above[index]
        if not cell.text or _repeats(cell, over):
            continue
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
        else:
            finer[index] = heading
            if not (heading.known and _may_cover(over)) and not (
                over is None and _may_stand(cell, group)
            ):
                unknown += 1
    below = [heading for heading in finer if heading is not None]
    if not any(cell.text for cell in row) or _repeats_all(row, upper):
        return None
    known = 2 * sum(heading.known for heading in below) >= len(below) and not unknown
    if not known and not _stands_below_values(finer, above):
        return None
    return [tuple(above), tuple(finer)] if below else [tuple(above)]


def _repeats(cell: Cell, over: Heading | None) -> bool:
    """Say whether a cell repeats the one above it, as an export fills a merged cell."""
    return over is not None and fold_kolom(cell.text) == fold_kolom(over.cell.text)


def _repeats_all(row: tuple[Cell, ...], upper: Level) -> bool:
    """Say whether a row is the row above once more, as at the top of a page."""
    above = [fold_kolom(heading.cell.text) for heading in upper if heading is not None]
    return [fold_kolom(cell.text) for cell in row if cell.text] == above


def _stands_below_values(finer: list[Heading | None], above: list[Heading | None]) -> bool:
    """
    Say whether words stand only below headings of values that cover several columns.

    The first row of a table names whose values it has, so that this one is a header.
    """
    places = [index for index, heading in enumerate(finer) if heading is not None]
    named = [one is not None and one.noun not in (*TIMED, None) for one in above]
    covering = sum(above[index] is None for index in places)
    return (
        covering > 0
        and not any(named[index] for index in places)
        and all(_covers_values(_find_group(above, index)) for index in places)
        and any(_has_letters(heading) for heading in finer)
    )


def _covers_values(group: Heading | None) -> bool:
    return group is not None and (group.noun in TIMED or not group.known or _is_period(group))


def _has_letters(heading: Heading | None) -> bool:
    return heading is not None and any(map(str.isalpha, heading.cell.text))


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
