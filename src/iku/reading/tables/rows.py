"""Rows of a table as drafts: which Tujuan, Sasaran and indicator each row belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.glossary import fold_kolom
from iku.reading.grid import make_line
from iku.reading.tables.drafts import Draft, IndikatorDraft, SasaranDraft, TujuanDraft
from iku.reading.tables.headers import COLUMNS, INDICATORS, Row, Table, read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.findings import Findings
    from iku.reading.grid import Cell

_MAIN: Final = ("indikator_sasaran", "indikator", "iku")
_STRUCTURE: Final = frozenset({"nomor", "tujuan", "sasaran", "perspektif", *INDICATORS})


def read_drafts(table: Table, rows: list[Row], found: Findings) -> Draft:
    """
    Read the rows of a table that has a column of indicators.

    A blank cell is merged with the one above; a text repeated from the row
    above is a merged cell that an export has filled.
    """
    check_columns(table, rows, found)
    reading = _Reading(table, found)
    for row in rows:
        reading.read(row)
    return reading.draft


def take_rows(table: Table, rows: list[Row], found: Findings) -> list[Row]:
    """
    Take the rows that say something: each page of a table repeats the rows of its header.

    In a repeated one, all filled cells say the same as there, in the same columns.
    """
    levels: dict[int, list[Cell]] = {}
    for heading in table.headings:
        levels.setdefault(heading.cell.line, []).append(heading.cell)
    printed = {_fold_cells(cells) for cells in levels.values()}
    kept: list[Row] = []
    for row in rows:
        if _fold_cells(row.cells) in printed:
            whole = make_line(row.cells)
            found.add("IKU-B033", whole, teks=whole.text)
        else:
            kept.append(row)
    return kept


def _fold_cells(cells: Iterable[Cell]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.column, fold_kolom(cell.text)) for cell in cells if cell.text)


def check_columns(table: Table, rows: list[Row], found: Findings) -> None:
    """Note headers that are cut off, unknown, repeated or missing."""
    for heading in table.headings:
        if heading.cut:
            found.add("IKU-B005", heading.cell, teks=heading.cell.text, kolom=str(heading.noun))
    for column in table.columns:
        if column.noun is None and column.cell is not None:
            repeated = read_heading(column.cell).noun in COLUMNS
            found.add("IKU-B007" if repeated else "IKU-B006", column.cell, teks=column.cell.text)
    headless: dict[int, Cell] = {}
    for row in rows:
        for column, cell in row.walk(None):
            if column.cell is None and cell.text:
                headless.setdefault(cell.column, cell)
    for number, cell in headless.items():
        found.add("IKU-B027", cell, nomor=number)


class _Reading:
    """The place in the hierarchy where the next row goes on."""

    def __init__(self, table: Table, found: Findings) -> None:
        self.draft = Draft(table=table)
        self._found = found
        self._main = _MAIN if table.has(*_MAIN) else ("indikator_tujuan",)
        self._has_sasaran = table.has("sasaran")
        self._tujuan: TujuanDraft | None = None
        self._sasaran: SasaranDraft | None = None
        self._indikator: IndikatorDraft | None = None
        self._nomor: str | None = None

    def read(self, row: Row) -> None:
        self._enter_tujuan(row.get("tujuan"))
        self._enter_sasaran(row.get("sasaran"), row.get("perspektif"))
        self._add_to_tujuan(row.get("indikator_tujuan"))
        named = row.get(*self._main)
        if named is not None and (self._indikator is None or named.text != self._indikator.nama):
            self._indikator = IndikatorDraft(cell=named, nama=named.text)
            self._siblings().append(self._indikator)
        says = {
            column.noun for column, cell in zip(row.columns, row.cells, strict=True) if cell.text
        }
        if says == {"nomor"}:
            self._add("IKU-B022", row)
            return
        self._follow_nomor(row)
        if self._indikator is not None:
            self._indikator.rows.append(row)
        elif says - _STRUCTURE:
            self._add("IKU-B012", row)

    def _follow_nomor(self, row: Row) -> None:
        """
        Note a row with a number of its own that names no owner.

        Its blank cell may be merged, or the text of a further Sasaran may be lost.
        """
        cell = row.get("nomor")
        nomor = cell.text.strip(" ().") if cell else None
        if row.get("tujuan", "sasaran") is not None:
            self._nomor = nomor
        elif cell and nomor and _is_next(nomor, self._nomor):
            self._nomor = nomor
            self._found.add(
                "IKU-B034", cell, teks=nomor, noun="sasaran" if self._sasaran else "tujuan"
            )

    def _add(self, kode: str, row: Row) -> None:
        whole = make_line(row.cells)
        self._found.add(kode, whole, teks=whole.text)

    def _enter_tujuan(self, cell: Cell | None) -> None:
        if cell is not None and (self._tujuan is None or cell.text != self._tujuan.uraian):
            self._tujuan = TujuanDraft(cell=cell, uraian=cell.text)
            self._sasaran = self._indikator = None
            self.draft.tujuan.append(self._tujuan)

    def _enter_sasaran(self, cell: Cell | None, perspektif: Cell | None) -> None:
        if cell is not None and (self._sasaran is None or cell.text != self._sasaran.uraian):
            self._sasaran = SasaranDraft(
                cell=cell, uraian=cell.text, perspektif=perspektif.text if perspektif else None
            )
            self._indikator = None
            owner = self._tujuan.sasaran if self._tujuan else self.draft.sasaran
            owner.append(self._sasaran)

    def _add_to_tujuan(self, cell: Cell | None) -> None:
        """Add an indicator of the Tujuan that stands beside those of its Sasaran."""
        if cell is not None and self._main is _MAIN:
            owner = self._tujuan.indikator if self._tujuan else self.draft.indikator
            if not owner or owner[-1].nama != cell.text:
                owner.append(IndikatorDraft(cell=cell, nama=cell.text))

    def _siblings(self) -> list[IndikatorDraft]:
        if self._sasaran is not None and self._main is _MAIN:
            return self._sasaran.indikator
        if self._tujuan is not None and not (self._has_sasaran and self._main is _MAIN):
            return self._tujuan.indikator
        return self.draft.indikator


def _is_next(nomor: str, above: str | None) -> bool:
    """Say whether a number goes on with the one above: 2 behind 1 does, 1.1 and a do not."""
    return above is not None and nomor != above and nomor.isdecimal() == above.isdecimal()
