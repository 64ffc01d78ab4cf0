"""
Forms: one indicator on a page of its own, its fields below each other.

A Manual IKU prints them so: the name of a field, a colon, its content. A form is
read as a table of one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from iku.domain import parse_periode
from iku.reading.grid import make_line
from iku.reading.tables.columns.headings import TIMED, Heading, read_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.domain import Periode
    from iku.reading.grid import Cell, Grid

_FIELDS: Final = 4
"""Fields that a form has at least."""
_LONGEST: Final = 100
"""Rows; a form stands on one page."""

_LABELS: Final = 2
"""Cells before the values of a row that may say what they are: a year, and Target or Realisasi."""

Field: TypeAlias = tuple[Heading, "Cell"]
"""The name of a field, and its content."""


def read_form(grid: Grid, nouns: frozenset[str]) -> tuple[int, tuple[Field, ...]] | None:
    """
    Read a form: the row that it begins in, and its fields; None where the grid is none.

    At least half of its rows begin with the name of a field, and none with a name
    that stands above.
    """
    if len(grid.rows) > _LONGEST:
        return None
    start = next((n for n, row in enumerate(grid.rows) if _name_field(row, nouns)), 0)
    names = [_name_field(row, nouns) for row in grid.rows[start:]]
    known = [noun for noun in names if noun is not None]
    single = [noun for noun in known if noun not in TIMED]
    if len(single) < _FIELDS or len(set(single)) < len(single) or 2 * len(known) < len(names):
        return None
    return start, tuple(_list_fields(grid.rows[start:]))


def _name_field(row: tuple[Cell, ...], nouns: frozenset[str]) -> str | None:
    """Name the field that a row begins with and gives the content of."""
    filled = _fill(row)
    noun = read_heading(filled[0]).noun if len(filled) > 1 else None
    # Names beside each other are those of columns.
    return noun if noun in nouns and read_heading(filled[1]).noun is None else None


def _fill(row: tuple[Cell, ...]) -> list[Cell]:
    return [cell for cell in row if cell.text.strip(" :")]


def read_values(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Field, ...]:
    """Read a table of values that stands below a form; none where it is something else."""
    first = next((row for row in rows if len(_fill(row)) > 1), ())
    return tuple(_list_fields(rows)) if _has_periods(first) else ()


def _list_filled(rows: tuple[tuple[Cell, ...], ...]) -> list[tuple[Cell, ...]]:
    return [row for row in rows if _fill(row)]


def _has_periods(row: tuple[Cell, ...]) -> bool:
    return sum(_is_period(read_heading(cell)) for cell in _fill(row)) > 1


def _list_fields(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[Field]:
    held = _list_filled(rows)
    while held:
        row = held.pop(0)
        filled = _fill(row)
        label = read_heading(filled[0])
        if _has_periods(row):
            count = _count_values(held)
            yield from _read_block(row, held[:count])
            del held[:count]
        elif len(filled) > 1:
            yield label, make_line(tuple(filled[1:]))
        elif not label.known:
            yield label, filled[0]


def _is_period(heading: Heading) -> bool:
    words = heading.words
    return bool(words.periode or words.bagian) and words.noun is None


def _count_values(rows: list[tuple[Cell, ...]]) -> int:
    """Count the rows of values below a row of periods: the first, and those that say of what."""
    for n, row in enumerate(rows):
        if _has_periods(row) or (n and _name_values(_fill(row)) is None):
            return n
    return len(rows)


def _name_values(cells: list[Cell]) -> str | None:
    """Name the noun of a row of values, by the words before them."""
    nouns = (read_heading(cell).noun for cell in cells[:_LABELS])
    return next((noun for noun in nouns if noun in TIMED), None)


def _read_block(head: tuple[Cell, ...], below: list[tuple[Cell, ...]]) -> Iterator[Field]:
    """Read the rows of values that stand below a row of periods, each as its label says."""
    corner, *rest = map(read_heading, _fill(head))
    year = corner.words.periode
    # A year before parts of a year is theirs.
    if year is None or not any(heading.words.bagian for heading in rest):
        rest.insert(0, corner)
    periods = [heading for heading in rest if _is_period(heading)]
    for row in below:
        left = [cell for cell in _fill(row) if cell.column < periods[0].cell.column]
        noun = _name_values(left) or corner.noun
        year = next((one for cell in left if (one := read_heading(cell).words.periode)), year)
        values = {cell.column: cell for cell in row}
        for heading in periods:
            value = values.get(heading.cell.column)
            if value is not None:
                yield _name_value(heading, noun if noun in TIMED else "target", year), value


def _name_value(heading: Heading, noun: str | None, year: Periode | None) -> Heading:
    """Say whose value a period heads, and of which year."""
    words = evolve(heading.words, noun=noun)
    if words.bagian is not None and year is not None and year.tahun is not None:
        periode = parse_periode(words.bagian, tahun=year.tahun)
        words = evolve(words, periode=periode, bagian=None)
    return evolve(heading, words=words)
