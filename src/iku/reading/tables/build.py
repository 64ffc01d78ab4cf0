"""Drafts into nouns: kode by order, fields from rows, findings about what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from attrs import evolve

from iku.domain import (
    Indikator,
    JenisDokumen,
    Kosong,
    Misi,
    Penjelasan,
    Sasaran,
    Tambahan,
    Target,
    Tujuan,
    Visi,
)
from iku.reading.tables.fields import Context, Fields, make_note, to_order
from iku.reading.tables.kode import BY_NUMBER, GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.reading.grid import Cell
    from iku.reading.tables.drafts import (
        Draft,
        IndikatorDraft,
        LooseValue,
        MisiDraft,
        SasaranDraft,
        TujuanDraft,
    )

_WANTED: Final = ("satuan", "formulasi", "target")
_EXPLAINING: Final = frozenset({JenisDokumen.IKU, JenisDokumen.MANUAL_IKU, JenisDokumen.LAINNYA})
"""Kinds of documents that say how indicators are measured."""


class Nouns(TypedDict):
    """The nouns of a document, by field."""

    visi: Visi | None
    misi: tuple[Misi, ...]
    tujuan: tuple[Tujuan, ...]
    sasaran: tuple[Sasaran, ...]
    indikator: tuple[Indikator, ...]


class Builder:
    """Builds the nouns of one document."""

    def __init__(self, draft: Draft, context: Context, jenis: JenisDokumen) -> None:
        self._draft = draft
        self._explains = jenis in _EXPLAINING
        self._context = context
        self._pool = context.pool
        self._found = context.found
        self._misi: dict[int, str] = {}

    def build(self) -> Nouns:
        """Build everything, in the order of the document."""
        self._note_absent_columns()
        draft = self._draft
        misi = tuple(self._build_misi(item, n) for n, item in enumerate(draft.misi, 1))
        tujuan = tuple(self._build_tujuan(item, n) for n, item in enumerate(draft.tujuan, 1))
        count = sum(len(item.sasaran) for item in tujuan)
        return Nouns(
            visi=self._build_visi(),
            misi=misi,
            tujuan=tujuan,
            sasaran=tuple(
                self._build_sasaran(item, count + n) for n, item in enumerate(draft.sasaran, 1)
            ),
            indikator=self._build_indikator(draft.indikator, "I"),
        )

    def _note_absent_columns(self) -> None:
        table = self._draft.table
        if table is not None:
            for noun in _WANTED:
                if not table.has(noun) and (noun != "formulasi" or self._explains):
                    self._found.add("IKU-B009", table.headings[0].cell, kolom=noun)

    def _build_visi(self) -> Visi | None:
        visi = self._draft.visi
        if visi is None:
            return None
        self._found.show(visi.cell, "visi", None)
        return Visi(uraian=visi.uraian, asal=self._found.locate(visi.cell))

    def _build_misi(self, draft: MisiDraft, number: int) -> Misi:
        kode = self._misi[id(draft)] = self._pool.make(f"M{draft.nomor or number}")
        self._found.show(draft.cell, "uraian", kode)
        return Misi(
            kode=kode,
            uraian=draft.uraian,
            indikator=self._build_indikator(draft.indikator, f"{kode}."),
            asal=self._found.locate(draft.cell, catatan=BY_NUMBER if draft.nomor else GENERATED),
        )

    def _find_misi(self, draft: MisiDraft | None) -> str | None:
        return self._misi[id(draft)] if draft is not None else None

    def _build_tujuan(self, draft: TujuanDraft, number: int) -> Tujuan:
        kode, catatan = self._choose_kode(draft.cell.kode, f"T{number}")
        self._found.remember(draft.uraian, draft.cell, kode)
        self._found.show(draft.cell, "uraian", kode)
        indikator = self._build_indikator(draft.indikator, f"{kode}.")
        # Sasaran are numbered through the document, as officials number them.
        before = sum(len(item.sasaran) for item in self._draft.tujuan[: number - 1])
        return Tujuan(
            kode=kode,
            uraian=draft.uraian,
            misi=self._find_misi(draft.misi) or self._context.misi,
            indikator=indikator,
            sasaran=tuple(
                self._build_sasaran(item, before + n) for n, item in enumerate(draft.sasaran, 1)
            ),
            asal=self._found.locate(draft.cell, catatan=catatan),
        )

    def _build_sasaran(self, draft: SasaranDraft, number: int) -> Sasaran:
        kode, catatan = self._choose_kode(draft.kode or draft.cell.kode, f"S{number}")
        self._found.remember(draft.uraian, draft.cell, kode)
        self._found.show(draft.cell, "uraian", kode)
        if not draft.indikator:
            self._found.add("IKU-B011", draft.cell, kode, noun="Sasaran", kode=kode)
        return Sasaran(
            kode=kode,
            uraian=draft.uraian,
            perspektif=draft.perspektif,
            indikator=self._build_indikator(draft.indikator, f"{kode}."),
            asal=self._found.locate(draft.cell, catatan=catatan),
            tambahan=_keep_above(self._find_misi(draft.misi), draft.above),
        )

    def _build_indikator(
        self, drafts: Iterable[IndikatorDraft], prefix: str
    ) -> tuple[Indikator, ...]:
        return tuple(
            self._build_one(draft, f"{prefix}{number}") for number, draft in enumerate(drafts, 1)
        )

    def _build_one(self, draft: IndikatorDraft, wanted: str) -> Indikator:
        printed = next((cell for row in draft.rows if (cell := row.get("kode"))), None)
        kode, catatan = self._choose_kode(printed or draft.cell.kode, wanted)
        notes = (catatan, draft.catatan, draft.pairing)
        self._found.remember(draft.nama, draft.cell, kode)
        self._found.show(draft.cell, "nama", kode)
        fields = Fields(draft, kode, self._context)
        indikator = Indikator(
            kode=kode,
            nama=draft.nama,
            satuan=fields.read_satuan(),
            polaritas=fields.read_polaritas(),
            konsolidasi=fields.read_konsolidasi(),
            tipe_penghitungan=fields.read_text("tipe_penghitungan"),
            definisi_operasional=fields.read_text("definisi_operasional"),
            keterangan=fields.read_text("keterangan"),
            penjelasan=fields.read_penjelasan(),
            baseline=fields.read_kondisi("baseline"),
            kondisi_akhir=fields.read_kondisi("kondisi_akhir"),
            target=self._complete(fields.read_target()),
            realisasi=fields.read_realisasi(),
            pagu=fields.read_pagu(),
            frekuensi=fields.read_text("frekuensi"),
            jenis_cascading=fields.read_cascading(),
            produsen_data=fields.read_text("produsen_data"),
            kode_referensi=fields.read_kode("kode_referensi"),
            iku_kota=fields.read_tautan(),
            asal=self._found.locate(draft.cell, catatan=make_note(notes)),
            tambahan=fields.read_tambahan(),
        )
        if draft.rows:
            self._note_missing(indikator, draft.cell)
        return indikator

    def _choose_kode(self, printed: Cell | None, wanted: str) -> tuple[str, str | None]:
        if printed is not None:
            if self._pool.take(printed.text):
                self._found.show(printed, "kode", printed.text)
                return printed.text, None
            self._found.add("IKU-B025", printed, teks=printed.text)
        return self._pool.make(wanted), GENERATED

    def _complete(self, target: tuple[Target, ...]) -> tuple[Target, ...]:
        """Add the years that the table left out, to an indicator that has targets."""
        if not target:
            return ()
        if not self._draft.loose:
            return target
        present = {item.periode for item in target}
        added = [
            self._make_loose(loose) for loose in self._draft.loose if loose.periode not in present
        ]
        return tuple(sorted((*target, *added), key=lambda item: to_order(item.periode)))

    def _make_loose(self, loose: LooseValue) -> Target:
        place = self._found.locate(loose.cell, catatan=loose.catatan)
        return Target(
            periode=loose.periode,
            nilai=Kosong(sebab=loose.sebab, keterangan=loose.keterangan),
            # The cell says the year; no text is known to be the value.
            asal=evolve(place, teks=None),
        )

    def _note_missing(self, indikator: Indikator, cell: Cell) -> None:
        if not any(map(str.isalnum, indikator.nama)):
            self._found.add("IKU-B010", cell, indikator.kode, kode=indikator.kode, kolom="nama")
        penjelasan = indikator.penjelasan
        has = {
            "satuan": indikator.satuan is not None or _any(penjelasan, "satuan"),
            "formulasi": _any(penjelasan, "formulasi"),
            "target": bool(indikator.target),
        }
        for noun, present in has.items():
            table = self._draft.table
            if not present and table is not None and table.has(noun):
                self._found.add("IKU-B010", cell, indikator.kode, kode=indikator.kode, kolom=noun)


def _keep_above(misi: str | None, sasaran: dict[str, str]) -> Tambahan:
    """Keep the mission and the Sasaran that a Sasaran stands below; it has no field for them."""
    kept: dict[str, object] = {"x-misi": misi} if misi else {}
    if sasaran:
        kept["x-kolom"] = {header: [uraian] for header, uraian in sasaran.items()}
    return Tambahan.from_mapping(kept)


def _any(penjelasan: tuple[Penjelasan, ...], field: str) -> bool:
    return any(getattr(item, field) is not None for item in penjelasan)
