"""A section as a Dokumen."""

from __future__ import annotations

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
from iku.reading.tables.build import Builder
from iku.reading.tables.fields import Context
from iku.reading.tables.kode import GENERATED, KodePool
from iku.reading.tables.matrix import read_matrix
from iku.reading.tables.numbers import find_convention
from iku.reading.tables.rows import read_drafts, take_rows
from iku.reading.tables.signature import Signature, read_signature
from iku.reading.tables.titles import Title, read_title
from iku.reading.tables.years import find_gaps, read_loose, resolve_loose

if TYPE_CHECKING:
    from iku.angka import Locale
    from iku.reading.findings import Findings
    from iku.reading.sections import Section
    from iku.reading.tables.drafts import Draft
    from iku.reading.tables.labels import Label

_NO_TITLE: Final = "(tanpa judul)"
_MADE_TITLE: Final = "judul tidak tercantum; diisi oleh pembaca"
_BY_NUMBER: Final = "kode dibuat dari nomor misi"


def build_dokumen(section: Section, *, locale: Locale, found: Findings) -> Dokumen:
    """Build the document of a section that has a table or a matrix."""
    title = read_title(section.heading)
    draft, tail = _read_body(section, locale, found)
    labels = _Labels(title.labels, found)
    pool = KodePool()
    misi = labels.build_misi(pool)
    tahun = title.periode
    context = Context(
        found=found,
        pool=pool,
        numbers=find_convention(section.rows, locale),
        tahun=tahun if tahun and tahun.jenis is JenisPeriode.TAHUN else None,
        misi=misi[0].kode if len(misi) == 1 else None,
    )
    nouns = Builder(draft, context).build()
    judul, jenis, asal = _read_judul(title, found)
    for cell in (*title.unread, *tail.unread):
        found.add("IKU-B022", cell, teks=cell.text)
    return Dokumen(
        jenis=jenis,
        judul=judul,
        perangkat_daerah=title.agency,
        periode=tahun,
        versi=labels.build_versi(),
        visi=labels.build_visi(),
        misi=misi,
        penandatangan=tail.penandatangan,
        asal=asal,
        tambahan=labels.build_tambahan(),
        **nouns,
    )


def _read_body(section: Section, locale: Locale, found: Findings) -> tuple[Draft, Signature]:
    tail = tuple(section.tail)
    if section.table is not None:
        section.rows = take_rows(section.table, section.rows, found)
    if section.stacks or section.table is None:
        draft = read_matrix(section, found)
        loose = read_loose(tail, locale)
        draft.loose = resolve_loose(loose, found)
        tail = loose.rest
    else:
        draft = read_drafts(section.table, section.rows, found)
    if draft.table is not None:
        draft.loose.extend(find_gaps(draft.table, draft.loose, found))
    return draft, read_signature(tail, found)


def _read_judul(title: Title, found: Findings) -> tuple[str, JenisDokumen, Asal]:
    """Give title and kind; where no line looks like a title, the first unknown one is it."""
    if title.judul is not None and title.jenis is not None:
        return title.judul.text, title.jenis, found.locate(title.judul)
    if title.unread:
        cell = title.unread.pop(0)
        found.add("IKU-B003", cell, teks=cell.text)
        return cell.text, JenisDokumen.LAINNYA, found.locate(cell)
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
            self._kept.setdefault(label.name, []).append(label.value)

    def build_misi(self, pool: KodePool) -> tuple[Misi, ...]:
        """Build the missions; one that is only numbered has its number as kode."""
        return tuple(
            Misi(
                kode=pool.make(f"M{label.nomor or order}"),
                uraian=label.value,
                asal=self._found.locate(
                    label.cell, catatan=_BY_NUMBER if label.nomor else GENERATED
                ),
            )
            for order, label in enumerate(self._misi, 1)
        )

    def build_visi(self) -> Visi | None:
        """Build the vision."""
        label = self._first.get("visi")
        if label is None:
            return None
        return Visi(uraian=label.value, asal=self._found.locate(label.cell))

    def build_versi(self) -> Versi | None:
        """Build the edition, called as it is printed."""
        label = self._first.get("versi")
        return Versi(label=label.value or label.name) if label else None

    def build_tambahan(self) -> Tambahan:
        """Give the labels that have no place, by their names."""
        return Tambahan.from_mapping({"x-label": self._kept} if self._kept else {})
