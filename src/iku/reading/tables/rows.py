"""Rows of a table as drafts: which Tujuan, Sasaran and indicator each row belongs to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.glossary import fold_kolom
from iku.reading.grid import make_line
from iku.reading.tables.columns.headings import read_heading
from iku.reading.tables.drafts import (
    Draft,
    IndikatorDraft,
    MisiDraft,
    SasaranDraft,
    TujuanDraft,
)
from iku.reading.tables.groups import (
    Group,
    find_single,
    is_ditto,
    is_note,
    is_nothing,
    is_summary,
    read_group,
)
from iku.reading.tables.headers import COLUMNS, INDICATORS, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.findings import Findings
    from iku.reading.grid import Cell
    from iku.reading.tables.headers import Column

_MAIN: Final = ("indikator_sasaran", "indikator", "iku")
_FIELDLESS: Final = frozenset({"walidata", "program", "kegiatan", "sub_kegiatan", "unit_kerja"})
"""Nouns whose columns are known, and which no indicator has a field for."""
_SIDES: Final = {"shared": "IKU-B063", "unclear": "IKU-B065"}
_TEXTS: Final = frozenset(
    {
        "satuan", "alasan", "formulasi", "penanggung_jawab", "sumber_data", "dasar_hukum",
        "keterangan", "definisi_operasional", "tipe_penghitungan", "frekuensi", "produsen_data",
        "polaritas", "konsolidasi", "capaian",
    }
)  # fmt: skip
"""Nouns of one row, for which a dash says what a blank cell does."""
_DASHES: Final = frozenset("-–—")
_STRUCTURE: Final = frozenset({"nomor", "tujuan", "sasaran", "perspektif", *INDICATORS})


def read_drafts(table: Table, rows: list[Row], found: Findings) -> Draft:
    """
    Read the rows of a table that has a column of indicators.

    A blank cell is merged with the one above; a text repeated from the row
    above is a merged cell that an export has filled.
    """
    check_columns(table, rows, found)
    reading = _Reading(table, found, coded=_has_coded_owners(table, rows))
    for row in rows:
        reading.read(row)
    return reading.draft


def take_rows(table: Table, rows: list[Row], found: Findings) -> list[Row]:
    """
    Take the rows that say something: each page of a table repeats the rows of its header.

    In a repeated one, all filled cells say the same as there, in the same columns.
    A dash in a column of text is a blank cell.
    """
    printed = {_fold_cells(cells) for cells in table.head}
    kept: list[Row] = []
    for row in rows:
        if _fold_cells(row.cells) in printed:
            whole = make_line(row.cells)
            found.add("IKU-B033", whole, teks=whole.text)
        else:
            kept.append(_blank_dashes(row))
    return kept


def _has_coded_owners(table: Table, rows: list[Row]) -> bool:
    """
    Say whether the column of kode, before that of Sasaran, has those of the Sasaran.

    It has where only rows that name a Sasaran have one, and further indicators have none.
    """
    nouns = [column.noun for column in table.columns]
    if ("kode", "sasaran") not in pairwise(nouns):
        return False
    named = [(row.get("kode"), row.get("sasaran"), row.get(*INDICATORS)) for row in rows]
    further = [kode for kode, sasaran, indikator in named if sasaran is None and indikator]
    return bool(further) and not any(further) and any(kode for kode, _, _ in named)


def _blank_dashes(row: Row) -> Row:
    """Blank the cells of a row that say with a dash that nothing stands there."""
    cells = tuple(
        evolve(cell, text="") if column.noun in _TEXTS and _DASHES.issuperset(cell.text) else cell
        for column, cell in zip(row.columns, row.cells, strict=True)
    )
    return evolve(row, cells=cells)


def _fold_cells(cells: Iterable[Cell]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.column, fold_kolom(cell.text)) for cell in cells if cell.text)


def check_columns(table: Table, rows: list[Row], found: Findings) -> None:
    """Note headers that are cut off, unknown, repeated or missing."""
    for heading in table.headings:
        if heading.cut:
            found.add("IKU-B005", heading.cell, teks=heading.cell.text, kolom=str(heading.noun))
        if heading.joined:
            found.add("IKU-B045", heading.cell, teks=heading.cell.text)
    for column in table.columns:
        # Those without a noun were left as they are, with a finding of their own, or not known.
        if column.noun is None and column.cell is not None and not column.bare:
            kode = _judge_column(column, read_heading(column.cell).noun, table)
            found.add(kode, column.cell, teks=column.cell.text, label=column.cell.text)
    headless: dict[int, Cell] = {}
    for row in rows:
        for column, cell in row.walk(None):
            if column.cell is None and cell.text:
                headless.setdefault(cell.column, cell)
    for number, cell in headless.items():
        found.add("IKU-B027", cell, nomor=number)


def _judge_column(column: Column, noun: str | None, table: Table) -> str:
    """Give the code of the finding about a column that is left as it is."""
    if noun in _FIELDLESS:
        return "IKU-B029"
    if column.money:
        return "IKU-B048"
    if column.side is not None:
        return _SIDES.get(column.side, "IKU-B059")
    return "IKU-B007" if noun in COLUMNS and table.has(str(noun)) else "IKU-B006"


class _Reading:
    """The place in the hierarchy where the next row goes on."""

    def __init__(self, table: Table, found: Findings, *, coded: bool) -> None:
        self.draft = Draft(table=table)
        # Whether the kode of a row is that of its Sasaran.
        self._coded = coded
        self._found = found
        self._main = _MAIN if table.has(*_MAIN) else ("indikator_tujuan",)
        self._has_sasaran = table.has("sasaran")
        # Whether one column has both, the Sasaran in rows of their own.
        self._both = not self._has_sasaran and any(map(_names_both, table.columns))
        self._misi: MisiDraft | None = None
        self._perspektif: str | None = None
        self._tujuan: TujuanDraft | None = None
        # Whether the Tujuan was named as one where others stand as well.
        self._apart = False
        # What the columns above the Sasaran say, by their headers.
        self._above: dict[str, str] = {}
        self._sasaran: SasaranDraft | None = None
        self._indikator: IndikatorDraft | None = None
        self._nomor: str | None = None
        # Whether a row that numbers itself below this owner is noted.
        self._blank = False

    def read(self, row: Row) -> None:
        single = find_single(row)
        if single is not None and self._take_single(single):
            return
        if self._both and single is not None and single is row.get(*_MAIN):
            self._enter_sasaran(single, single.text, None)
            return
        if is_summary(row):
            self._add("IKU-B049", row)
            return
        self._enter_cells(row)
        row = self._take_kode(row)
        self._add_to_tujuan(row.get("indikator_tujuan"))
        named = row.get(*self._main)
        if named is not None and (self._indikator is None or named.text != self._indikator.nama):
            self._indikator = IndikatorDraft(cell=named, nama=named.text)
            self._find_owner(row, named).append(self._indikator)
        says = {
            column.noun for column, cell in zip(row.columns, row.cells, strict=True) if cell.text
        }
        if says == {"nomor"}:
            self._found.add_unread([make_line(row.cells)])
            return
        self._follow_nomor(row)
        if self._indikator is not None:
            self._indikator.rows.append(row)
        elif says - _STRUCTURE - {"kode"}:
            self._add("IKU-B012", row)
        elif "kode" in says:
            self._found.add_unread([cell for _, cell in row.walk("kode")])

    def _take_kode(self, row: Row) -> Row:
        """Give the Sasaran of a row its kode, where it is the one that has it."""
        kode = row.get("kode")
        if not self._coded or kode is None or self._sasaran is None:
            return row
        self._sasaran.kode = kode
        return evolve(
            row, cells=tuple(evolve(one, text="") if one is kode else one for one in row.cells)
        )

    def _take_single(self, cell: Cell) -> bool:
        """Take a row with one text that groups the rows below, or is a note."""
        group = read_group(cell)
        if group is not None:
            self._enter_group(group)
        elif is_note(cell.text):
            self.draft.notes.append(cell)
        return group is not None or is_note(cell.text)

    def _enter_group(self, group: Group) -> None:
        match group.noun:
            case "visi":
                if self.draft.visi is None:
                    self.draft.visi = group
                elif group.uraian != self.draft.visi.uraian:
                    self.draft.notes.append(group.cell)
            case "misi":
                self._misi = MisiDraft(cell=group.cell, uraian=group.uraian, nomor=group.nomor)
                self._tujuan = self._sasaran = self._indikator = None
                self.draft.misi.append(self._misi)
            case "perspektif":
                self._perspektif = group.uraian
            case "tujuan":
                self._enter_tujuan(group.cell, group.uraian, apart=True)
            case _:
                self._enter_sasaran(group.cell, group.uraian, None)

    def _enter_cells(self, row: Row) -> None:
        """Enter the Tujuan and the Sasaran that a row names, in columns of their own or in one."""
        for column, upper in zip(row.columns, row.cells, strict=True):
            if column.side == "above" and column.cell is not None and upper.text:
                self._enter_above(column.cell.text, upper.text)
        for noun in ("tujuan", "sasaran"):
            cell = row.get(noun)
            if cell is None or is_ditto(cell.text):
                continue
            if is_nothing(cell.text):
                self._leave(noun, cell)
                continue
            group = read_group(cell)
            if group is not None and group.noun in ("tujuan", "sasaran"):
                self._enter_group(group)
            elif noun == "tujuan":
                self._enter_tujuan(cell, cell.text, apart=False)
            else:
                self._enter_sasaran(cell, cell.text, row.get("perspektif"))

    def _leave(self, noun: str, cell: Cell) -> None:
        """Leave the Tujuan or the Sasaran above: a sign says that the row has none."""
        self._found.add("IKU-B062", cell, teks=cell.text, noun=noun)
        self._sasaran = self._indikator = None
        if noun == "tujuan":
            self._tujuan = None

    def _enter_above(self, header: str, uraian: str) -> None:
        """Enter a Sasaran over the one that has the indicators, which is another one then."""
        if self._above.get(header) != uraian:
            headers = [*self._above]
            kept = headers[: headers.index(header)] if header in self._above else headers
            self._above = {name: self._above[name] for name in kept} | {header: uraian}
            self._sasaran = self._indikator = None

    def _follow_nomor(self, row: Row) -> None:
        """
        Note a row with a number of its own that names no owner.

        Its blank cell may be merged where the file does not show it, or the text of
        a further Sasaran may be lost.
        """
        noun = "sasaran" if self._sasaran else "tujuan"
        numbers = (one for column, one in row.walk("nomor") if column.side is None and one.text)
        cell = next(numbers, None)
        nomor = cell.text.strip(" ().") if cell else None
        if row.get("tujuan", "sasaran") is not None:
            self._nomor = nomor
            self._blank = False
        elif cell and nomor and _is_next(nomor, self._nomor):
            self._nomor = nomor
            if not self._blank and not any(blank.merged for _, blank in row.walk(noun)):
                # One for all rows below the same owner.
                self._blank = True
                self._found.add("IKU-B034", cell, teks=nomor, noun=noun)

    def _add(self, kode: str, row: Row) -> None:
        whole = make_line(row.cells)
        self._found.add(kode, whole, teks=whole.text)

    def _enter_tujuan(self, cell: Cell, uraian: str, *, apart: bool) -> None:
        if self._tujuan is None or uraian != self._tujuan.uraian:
            self._tujuan = TujuanDraft(cell=cell, uraian=uraian, misi=self._misi)
            self._sasaran = self._indikator = None
            self._apart = apart
            self.draft.tujuan.append(self._tujuan)

    def _enter_sasaran(self, cell: Cell, uraian: str, perspektif: Cell | None) -> None:
        if self._sasaran is None or uraian != self._sasaran.uraian:
            self._sasaran = SasaranDraft(
                cell=cell,
                uraian=uraian,
                perspektif=perspektif.text if perspektif else self._perspektif,
                misi=None if self._tujuan else self._misi,
                above=dict(self._above),
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

    def _find_owner(self, row: Row, named: Cell) -> list[IndikatorDraft]:
        """
        Find whose indicator a row names: of the Sasaran, or else of the Tujuan or the mission.

        One whose header calls it an indicator of a Sasaran is none of the Tujuan beside it.
        """
        if self._sasaran is not None and self._main is _MAIN:
            return self._sasaran.indikator
        apart = self._apart or not (self._has_sasaran and row.get("indikator_sasaran"))
        if self._tujuan is not None and apart:
            return self._tujuan.indikator
        if self._misi is not None:
            return self._misi.indikator
        if self._has_sasaran:
            self._found.add("IKU-B058", named, teks=named.text)
        return self.draft.indikator


def _names_both(column: Column) -> bool:
    """Say whether a header names Sasaran and indicators: "Sasaran / Indikator Kinerja"."""
    if column.cell is None or column.noun not in _MAIN:
        return False
    return column.cell.text.casefold().startswith("sasaran")


def _is_next(nomor: str, above: str | None) -> bool:
    """Say whether a number goes on with the one above: 2 behind 1 does, 1.1 and a do not."""
    return above is not None and nomor != above and nomor.isdecimal() == above.isdecimal()
