"""A section as a Dokumen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.domain import (
    Asal,
    Dokumen,
    JenisDokumen,
    JenisPeriode,
    Misi,
    Tambahan,
    Versi,
    Visi,
)
from iku.reading.tables.agencies import parse_agency
from iku.reading.tables.build import Builder
from iku.reading.tables.columns.periods import resolve_columns
from iku.reading.tables.fields import Context
from iku.reading.tables.kode import BY_NUMBER, GENERATED, KodePool
from iku.reading.tables.loose.matrix import read_matrix
from iku.reading.tables.loose.years import find_gaps, read_loose, resolve_loose
from iku.reading.tables.numbered import take_numbering
from iku.reading.tables.rows import read_drafts, take_rows
from iku.reading.tables.signature import read_signature, take_notes, take_signature
from iku.reading.tables.signers import split_signatures
from iku.reading.tables.titles import Title, read_title
from iku.reading.tables.values.evidence import SIGNS, Numbers
from iku.reading.tables.values.listed import split_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.angka import Locale
    from iku.reading.findings import Findings
    from iku.reading.grid import Cell, Paragraph
    from iku.reading.sections import Section
    from iku.reading.tables.drafts import Draft
    from iku.reading.tables.headers import Row, Table
    from iku.reading.tables.labels import Label

_NUMBER: Final = re.compile(r"(?:tabel|lampiran|bab|formulir)\s++\S{1,12}", re.IGNORECASE)
"""A line that only numbers what follows."""
_NO_TITLE: Final = "(tanpa judul)"
_MADE_TITLE: Final = "judul tidak tercantum; diisi oleh pembaca"


def build_dokumen(section: Section, *, locale: Locale, found: Findings) -> Dokumen:
    """Build the document of a section that has a table or a matrix."""
    title = read_title(section.heading)
    if section.table is not None:
        _settle_rows(section, section.table, title, found)
    below_table = split_signatures(section.tail)
    section.tail = below_table.paragraphs
    numbers = Numbers(section.rows, locale)
    draft, rest = _read_body(section, locale, found)
    below, rest = take_notes(rest)
    notes = [*draft.notes, *below]
    tail = read_signature(rest, found, doubtful=below_table.doubtful)
    labels = _Labels(title.labels, found)
    visi = labels.build_visi()
    notes += _take_visi(draft, visi)
    pool = KodePool()
    misi = labels.build_misi(pool)
    tahun = title.periode
    named = None if title.agency else _find_agency(section.rows)
    context = Context(
        found=found,
        pool=pool,
        numbers=numbers,
        tahun=tahun if tahun and tahun.jenis is JenisPeriode.TAHUN else None,
        misi=misi[0].kode if len(misi) == 1 else None,
        agency=parse_agency(named.text) if named else None,
    )
    judul, jenis, asal = _read_judul(title, found)
    _show_title(title, named, found)
    _note_convention(numbers, found)
    _note_rounded(numbers, found)
    nouns = Builder(draft, context, jenis).build()
    _note_rest(section, (*title.unread, *tail.unread), notes, found)
    return Dokumen(
        jenis=jenis,
        judul=judul,
        perangkat_daerah=title.agency or context.agency,
        periode=tahun,
        versi=labels.build_versi(),
        visi=visi or nouns["visi"],
        misi=(*misi, *nouns["misi"]),
        tujuan=nouns["tujuan"],
        sasaran=nouns["sasaran"],
        indikator=nouns["indikator"],
        penandatangan=tail.penandatangan,
        asal=asal,
        tambahan=labels.build_tambahan(title, notes),
    )


def _settle_rows(section: Section, table: Table, title: Title, found: Findings) -> None:
    """Leave the rows that say something of an indicator, under columns whose period is known."""
    rows, signed = take_signature(take_rows(table, section.rows, found))
    section.tail = [*signed, *section.tail]
    section.table, rows = resolve_columns(table, rows, title, found)
    section.rows = take_numbering(split_listed(rows, found), found)


def _take_visi(draft: Draft, visi: Visi | None) -> list[Cell]:
    """Take the vision out of a table below one that was read; another one becomes a note."""
    if visi is None:
        return []
    group, draft.visi = draft.visi, None
    return [group.cell] if group is not None and group.uraian != visi.uraian else []


def _show_title(title: Title, named: Cell | None, found: Findings) -> None:
    """Say where title, agency and period stand; `named` is the agency of all rows."""
    title.cells |= {"perangkat_daerah": named} if named else {}
    for bidang, cell in title.cells.items():
        found.show(cell, bidang, None)


def _note_rest(
    section: Section, unread: tuple[Cell, ...], notes: list[Cell], found: Findings
) -> None:
    """Note the lines around a table that are not read, and those that are kept."""
    for paragraphs in (section.heading, section.tail):
        found.add_between(_list_lines(paragraphs), unread)
    for cell in notes:
        found.add("IKU-B042", cell, teks=cell.text)


def _list_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Cell]:
    return (cell for paragraph in paragraphs for cell in paragraph.lines)


def _read_body(
    section: Section, locale: Locale, found: Findings
) -> tuple[Draft, tuple[Paragraph, ...]]:
    tail = tuple(section.tail)
    if section.stacks or section.table is None:
        draft = read_matrix(section, found)
        loose = read_loose(tail, locale)
        draft.loose = resolve_loose(loose, found)
        tail = loose.rest
    else:
        draft = read_drafts(section.table, section.rows, found)
    if draft.table is not None:
        draft.loose.extend(find_gaps(draft.table, draft.loose, found))
    return draft, tail


def _find_agency(rows: Iterable[Row]) -> Cell | None:
    """Give the first cell of the agency that all rows of a table name in a column of their own."""
    cells = [cell for row in rows for _, cell in row.walk("perangkat_daerah") if cell.text]
    return cells[0] if len({cell.text for cell in cells}) == 1 else None


def _note_convention(numbers: Numbers, found: Findings) -> None:
    if numbers.foreign:
        found.add(
            "IKU-B035",
            numbers.foreign[0],
            jumlah=len(numbers.foreign),
            tanda=SIGNS["id" if numbers.locale == "en" else "en"],
            teks=numbers.foreign[0].text,
        )


def _note_rounded(numbers: Numbers, found: Findings) -> None:
    """Note once that the file shows less of some values than was read."""
    for cell in numbers.rounded[:1]:
        shown = cell.display.shown if cell.display else None
        found.add(
            "IKU-B073",
            cell,
            jumlah=len(numbers.rounded),
            teks=cell.text,
            lanjutan=shown or "",
        )


def _read_judul(title: Title, found: Findings) -> tuple[str, JenisDokumen, Asal]:
    """Give title and kind; where no line looks like a title, the first unknown one is it."""
    cell = title.judul
    if cell is None and title.unread:
        named = (cell for cell in title.unread if not _NUMBER.fullmatch(cell.text))
        cell = next(named, title.unread[0])
        title.unread.remove(cell)
        title.cells["judul"] = cell
    if cell is not None:
        if title.jenis is None:
            found.add("IKU-B003", cell, teks=cell.text)
        return cell.text, title.jenis or JenisDokumen.LAINNYA, found.locate(cell)
    nowhere = Asal(berkas=found.berkas, tabel=found.tabel)
    found.add_at("IKU-B002", nowhere)
    return _NO_TITLE, JenisDokumen.LAINNYA, evolve(nowhere, catatan=_MADE_TITLE)


class _Labels:
    """The labels above a table, each noun once; what has no place is kept."""

    def __init__(self, labels: list[Label], found: Findings) -> None:
        self._found = found
        self._kept: dict[str, list[str]] = {}
        self._first: dict[str, Label] = {}
        self._misi: list[Label] = []
        for label in labels:
            self._sort(label)

    def _sort(self, label: Label) -> None:
        if not label.value and label.noun != "versi":
            self._found.add("IKU-B004", label.cell, label=label.name)
        elif label.noun == "misi":
            self._misi.append(label)
        elif label.noun in ("visi", "versi") and label.noun not in self._first:
            self._first[label.noun] = label
        else:
            self._found.add("IKU-B029", label.cell, label=label.name)
            self._found.show(label.cell, "tambahan", None)
            self._kept.setdefault(label.name, []).append(label.value)

    def build_misi(self, pool: KodePool) -> tuple[Misi, ...]:
        """Build the missions; one that is only numbered has its number as kode."""
        return tuple(
            self._build_one(label, pool.make(f"M{label.nomor or order}"))
            for order, label in enumerate(self._misi, 1)
        )

    def _build_one(self, label: Label, kode: str) -> Misi:
        self._found.show(label.cell, "uraian", kode)
        return Misi(
            kode=kode,
            uraian=label.value,
            asal=self._found.locate(label.cell, catatan=BY_NUMBER if label.nomor else GENERATED),
        )

    def build_visi(self) -> Visi | None:
        """Build the vision."""
        label = self._first.get("visi")
        if label is None:
            return None
        self._found.show(label.cell, "visi", None)
        return Visi(uraian=label.value, asal=self._found.locate(label.cell))

    def build_versi(self) -> Versi | None:
        """Build the edition, called as it is printed."""
        label = self._first.get("versi")
        if label is None:
            return None
        self._found.show(label.cell, "versi", None)
        return Versi(label=label.value or label.name)

    def build_tambahan(self, title: Title, notes: list[Cell]) -> Tambahan:
        """
        Give what has no place: labels, by their names, and the notes around the table.

        A government whose document it is, no agency's, has none either.
        """
        kept: dict[str, object] = {"x-label": self._kept} if self._kept else {}
        if title.pemda is not None and title.agency is None:
            kept["x-pemda"] = title.pemda.nama
        if notes:
            kept["x-catatan"] = [cell.text for cell in notes]
        return Tambahan.from_mapping(kept)
