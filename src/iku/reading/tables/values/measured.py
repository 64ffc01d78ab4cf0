"""What an indicator is measured in: by its column, or by what stands behind its values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Satuan
from iku.domain.parsing import find_satuan
from iku.reading.grid import Cell
from iku.reading.tables.values.evidence import is_dated
from iku.reading.tables.values.units import is_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.reading.tables.headers import Row
    from iku.reading.tables.values.evidence import Numbers

_NAMED: Final = 4
"""Units at most that a finding about several names."""
_VALUES: Final = ("target", "realisasi", "baseline", "kondisi_akhir")
"""Nouns of the values that may have the unit behind them."""
_FOOTNOTE: Final = re.compile(r" ?(?:\*{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})\)?$")
_REMARK: Final = re.compile(r"(?P<nilai>[^()]*[^() ]) ?\((?P<isi>[^()]*)\)(?P<sisa>[^()]*)")
# In brackets behind a number, these words say something else than a remark.
CHANGING: Final = re.compile(
    r"(?ias)[^a-z].*|.*\b(?:min|maks|minimal|minimum|maksimal|maksimum|paling|kurang|lebih|bawah|atas|"
    r"(?:ribu|juta|mil[iy]ar|triliun|trilyun)(?:an)?|rb|jt|ratus|atau|minus|negatif|turun|naik|"
    r"bukan|tidak|belum|per)\b.*"
)


@frozen(kw_only=True)
class Measured:
    """The unit of an indicator, and those that its cells may be in."""

    satuan: Satuan | None = None
    """The one unit, where there is one."""
    units: tuple[Satuan, ...] = ()
    """The units that the table prints for it; those of its values where they differ."""
    mixed: bool = False
    """Whether its values differ in their units, and no column decides on one."""
    behind: Cell | None = None
    """The cell behind whose value the unit stands, where no column has it."""


def find_measured(rows: Sequence[Row], numbers: Numbers) -> Measured:
    """
    Find the unit of an indicator: the one that all its rows print.

    Where the table has no column for it, it is the one that stands behind its values.
    """
    if any(column.noun == "satuan" for row in rows for column in row.columns):
        printed = dict.fromkeys(cell.text for row in rows if (cell := row.get("satuan")))
        units = tuple(map(Satuan, printed))
        return Measured(satuan=units[0] if len(units) == 1 else None, units=units)
    behind: list[tuple[Satuan, Cell]] = []
    for cell in _list_values(rows):
        unit = _read_unit(cell.text, numbers)
        if unit is not None and not (behind and _agree(behind[0][0], unit)):
            behind.append((unit, cell))
    units = tuple(dict.fromkeys(unit for unit, _ in behind))
    if len(units) != 1:
        return Measured(units=units[:_NAMED], mixed=bool(units))
    satuan, first = behind[0]
    return Measured(satuan=satuan, units=units, behind=first)


def _agree(one: Satuan, other: Satuan) -> bool:
    """Say whether two units are the same, whichever of them says more."""
    return is_same(one, other) or is_same(other, one)


def _list_values(rows: Sequence[Row]) -> Iterator[Cell]:
    """Give the cells of values that may have their unit behind them."""
    for row in rows:
        for noun in _VALUES:
            yield from (cell for _, cell in row.walk(noun) if not is_dated(cell))


def _read_unit(text: str, numbers: Numbers) -> Satuan | None:
    """
    Find the unit of a cell that states one value, remarks left out.

    Raises:
        DomainError: The text is too long or carries characters no text should.
    """
    plain = text if numbers.look(text).error is None else replace_remark(text, numbers)
    if plain is None or numbers.look(plain).error is not None:
        return None
    return find_satuan(plain)


def replace_remark(text: str, numbers: Numbers) -> str | None:
    """Leave out a footnote mark, or a remark in brackets; None where nothing is such."""
    plain = _FOOTNOTE.sub("", text)
    remark = _REMARK.fullmatch(plain)
    if remark is not None and not CHANGING.fullmatch(remark["isi"]):
        if numbers.look(remark["isi"]).error is None:
            return None
        plain = f"{remark['nilai']}{remark['sisa']}"
    return plain if plain != text else None
