"""Which of several readings of a cell its neighbours speak for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain.parsing import find_satuan
from iku.reading.tables.values.evidence import Evidence, Numbers
from iku.reading.tables.values.measured import Measured

if TYPE_CHECKING:
    from collections.abc import Callable

Choice = tuple[str, str]
"""A reading, and what speaks for it, in Indonesian."""
ROW: Final = "nilai lain pada baris itu"
"""How a finding calls the other values of an indicator."""
COLUMN: Final = "nilai lain pada kolom itu"
"""How it calls those of other indicators in the same column."""


@frozen(kw_only=True)
class Around:
    """What stands around a cell."""

    numbers: Numbers
    """The table."""
    row: Evidence
    """The values of the same indicator."""
    column: Evidence
    """The values of the same column."""
    measured: Measured
    """What the indicator is measured in."""
    header: str = ""
    """The header of the column."""


def choose_reading(readings: tuple[str, ...], around: Around) -> Choice | None:
    """Choose by the satuan, by the kind of other values, by their decimals, in that order."""
    for rule in (_of_satuan, _of_kind, _of_decimals):
        found = rule(readings, around)
        if found is not None:
            return found
    return None


def _of_satuan(readings: tuple[str, ...], around: Around) -> Choice | None:
    """Choose the reading that names the satuan of the indicator, or one of several."""
    if around.measured.satuan is None:
        return None
    names = re.split(" ?/ ?| dan | atau ", around.measured.satuan.baku.casefold())
    found = [text for text in readings if _name_satuan(text) in names]
    return (found[0], f'satuan "{around.measured.satuan.nama}"') if len(found) == 1 else None


def _name_satuan(text: str) -> str:
    satuan = find_satuan(text)
    return satuan.baku.casefold() if satuan else ""


def _of_kind(readings: tuple[str, ...], around: Around) -> Choice | None:
    """Choose the only reading of the kind that the other values are: grades, or numbers."""

    def fits(text: str, found: Evidence) -> bool:
        values = around.numbers.look(text).values.values()
        return any(type(nilai) in found.kinds for nilai in values)

    return _choose_by(readings, around, fits, lambda found: len(found.kinds) == 1)


def _of_decimals(readings: tuple[str, ...], around: Around) -> Choice | None:
    """Choose the only reading with as many decimals as each of the other values."""

    def fits(text: str, found: Evidence) -> bool:
        own = Evidence()
        own.add(around.numbers.look(text))
        return own.decimals == found.decimals

    return _choose_by(readings, around, fits, lambda found: len(found.decimals) == 1)


def _choose_by(
    readings: tuple[str, ...],
    around: Around,
    fits: Callable[[str, Evidence], bool],
    speaks: Callable[[Evidence], bool],
) -> Choice | None:
    for found, where in ((around.row, ROW), (around.column, COLUMN)):
        # A column of several units says nothing about any of them.
        if speaks(found) and (found is around.row or len(found.units) < 2):
            fitting = [text for text in readings if fits(text, found)]
            return (fitting[0], where) if len(fitting) == 1 else None
    return None
