"""What a table or matrix was understood to say, before kode are given and values are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from iku.reading.grid import Cell
from iku.reading.tables.headers import Row, Table

if TYPE_CHECKING:
    from iku.domain import Periode, SebabKosong
    from iku.reading.tables.groups import Group


@define(kw_only=True)
class IndikatorDraft:
    """An indicator and the rows that speak of it."""

    cell: Cell
    """Where its name stands."""
    nama: str
    """Its name; less than the cell where two names share one."""
    rows: list[Row] = Factory(list[Row])
    """Its row, and those below whose name cell is merged with it."""
    catatan: str | None = None
    """What was done to find it."""
    pairing: str | None = None
    """What was done to find its rows."""


@define(kw_only=True)
class MisiDraft:
    """A mission that groups the rows below it, with indicators that have no other owner."""

    cell: Cell
    """Where it stands."""
    uraian: str
    """Its words."""
    nomor: int | None = None
    """Its number, where one is printed."""
    indikator: list[IndikatorDraft] = Factory(list[IndikatorDraft])
    """Its indicators."""


@define(kw_only=True)
class SasaranDraft:
    """A Sasaran and its indicators."""

    cell: Cell
    """Where it stands."""
    uraian: str
    """Its words."""
    perspektif: str | None = None
    """Perspective printed beside it, or above the rows that it groups."""
    misi: MisiDraft | None = None
    """The mission above it, where no Tujuan stands between."""
    kode: Cell | None = None
    """Its kode, where the table prints one."""
    above: dict[str, str] = Factory(dict[str, str])
    """The Sasaran above it, by the headers of their columns."""
    indikator: list[IndikatorDraft] = Factory(list[IndikatorDraft])
    """Its indicators."""


@define(kw_only=True)
class TujuanDraft:
    """A Tujuan with its own indicators and the Sasaran printed beside it."""

    cell: Cell
    """Where it stands."""
    uraian: str
    """Its words."""
    misi: MisiDraft | None = None
    """The mission above it."""
    indikator: list[IndikatorDraft] = Factory(list[IndikatorDraft])
    """Indicators of the Tujuan itself."""
    sasaran: list[SasaranDraft] = Factory(list[SasaranDraft])
    """Sasaran printed beside it."""


@define(kw_only=True)
class LooseValue:
    """A year whose column fell out of the table."""

    periode: Periode
    """The year."""
    cell: Cell
    """Where the year stands; the first header of a target where it stands nowhere."""
    sebab: SebabKosong
    """Why it has no value."""
    keterangan: str
    """What is known, in Indonesian."""
    catatan: str | None = None
    """The loose values that may be its value, none of which is decided on."""


@define(kw_only=True)
class Draft:
    """The nouns of one document."""

    table: Table | None = None
    """The table with the columns of its indicators."""
    visi: Group | None = None
    """The vision, where a row of the table states it."""
    misi: list[MisiDraft] = Factory(list[MisiDraft])
    """Missions that rows of the table state."""
    tujuan: list[TujuanDraft] = Factory(list[TujuanDraft])
    """Goals."""
    sasaran: list[SasaranDraft] = Factory(list[SasaranDraft])
    """Objectives whose Tujuan is not printed."""
    indikator: list[IndikatorDraft] = Factory(list[IndikatorDraft])
    """Indicators whose Sasaran is not printed."""
    loose: list[LooseValue] = Factory(list[LooseValue])
    """Values that fell out of the table."""
    notes: list[Cell] = Factory(list[Cell])
    """Notes among its rows."""
