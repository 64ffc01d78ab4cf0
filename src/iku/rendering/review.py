"""
The review sheet: each source cell beside what was understood of it.

Whoever knows the document compares the two columns; what needs a decision is
marked, with the finding beside the cell that it speaks of.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final, cast

from iku.angka import format_angka
from iku.domain import Indikator, JenisDokumen, Penjelasan, Periode, TingkatTemuan
from iku.rendering.grid import Block, Cell, Facts, Grid, Heading, Note
from iku.rendering.labels import find_label
from iku.rendering.pictures import build_temuan, format_asal
from iku.rendering.tables import build_head
from iku.rendering.words import DASH, format_kondisi, format_nilai, format_periode, write_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iku.domain import Asal, Dokumen, Temuan
    from iku.reading import Bacaan, FormulasiTerbaca, SelTerbaca
    from iku.rendering.grid import Row
    from iku.typing import Language

_PERIODIC: Final = ("target", "realisasi")
_STATES: Final = ("baseline", "kondisi_akhir")
_CHOICES: Final = ("polaritas", "konsolidasi", "jenis_cascading")
_HEAD: Final = ("kode", "tempat", "sel_sumber", "bidang", "dipahami", "temuan")
_FORMULAS: Final = ("kode", "tertulis", "terbaca", "bukti", "status")

_Place = tuple[int | None, int | None, int | None, int | None]


def build_review(bacaan: Bacaan, language: Language) -> Iterator[Block]:
    """Build the sheet: a summary, then for each document its cells and its formulasi."""
    notes = _Notes(bacaan.temuan)
    yield Heading(text=find_label("lembar_periksa", language))
    yield _summarise(bacaan, language)
    for number, dokumen in enumerate(bacaan.dokumen, 1):
        yield Heading(text=f"{number}. {dokumen.judul}", level=2)
        sheet = _Sheet(dokumen, notes, language)
        cells = sorted((sel for sel in bacaan.sel if sel.dokumen == number), key=_to_order)
        yield Grid(head=_build_head(_HEAD, language), body=tuple(sheet.build_rows(cells)))
        read = [one for one in bacaan.formulasi if one.dokumen == number]
        if read:
            yield Heading(text=find_label("formulasi", language), level=2)
            rows = tuple(_build_formula(one, language) for one in read)
            yield Grid(head=_build_head(_FORMULAS, language), body=rows)
    rest = notes.list_rest()
    if rest:
        yield Heading(text=find_label("temuan_lain", language), level=2)
        yield from build_temuan(rest, language)
    yield Note(text=find_label("cara_periksa", language))


def _build_head(keys: Sequence[str], language: Language) -> tuple[Row, ...]:
    return build_head([(find_label(key, language),) for key in keys])


def _summarise(bacaan: Bacaan, language: Language) -> Facts:
    counted = Counter(one.tingkat for one in bacaan.temuan)
    temuan = ", ".join(
        f"{counted[tingkat]} {find_label(tingkat.value, language).lower()}"
        for tingkat in TingkatTemuan
    )
    placed = sum(1 for one in bacaan.formulasi if one.dipasang)
    facts = {
        "berkas": bacaan.berkas or DASH,
        "dokumen": str(len(bacaan.dokumen)),
        "sel_terbaca": str(len(bacaan.sel)),
        "rumus_terpasang": f"{placed} / {len(bacaan.formulasi)}",
        "temuan": temuan,
    }
    return Facts(pairs=tuple((find_label(key, language), text) for key, text in facts.items()))


class _Notes:
    """The findings by the cell that they speak of."""

    def __init__(self, temuan: Iterable[Temuan]) -> None:
        self._by_place: dict[_Place, list[Temuan]] = {}
        self._shown: set[int] = set()
        self._every = tuple(temuan)
        for one in self._every:
            if one.asal is not None:
                self._by_place.setdefault(_to_place(one.asal), []).append(one)

    def take(self, asal: Asal) -> list[Temuan]:
        """Give the findings about a cell; they are not listed again."""
        found = self._by_place.get(_to_place(asal), [])
        self._shown.update(map(id, found))
        return found

    def list_rest(self) -> list[Temuan]:
        """Give the findings about no cell that was shown."""
        return [one for one in self._every if id(one) not in self._shown]


def _to_order(sel: SelTerbaca) -> tuple[int, ...]:
    return tuple(number or 0 for number in _to_place(sel.asal))


def _to_place(asal: Asal) -> _Place:
    return asal.halaman, asal.tabel, asal.baris, asal.kolom


class _Sheet:
    """The cells of one document."""

    def __init__(self, dokumen: Dokumen, notes: _Notes, language: Language) -> None:
        self._dokumen = dokumen
        self._notes = notes
        self._language: Language = language
        self._nouns: dict[str, object] = {
            noun.kode: noun for noun in dokumen.walk() if noun.kode is not None
        }

    def build_rows(self, cells: Iterable[SelTerbaca]) -> Iterator[Row]:
        """Build a row for each cell; those of one noun stand together under its kode."""
        for subjek, group in groupby(cells, key=lambda sel: sel.subjek):
            held = tuple(group)
            kode = Cell(text=subjek or DASH, rowspan=len(held))
            for index, sel in enumerate(held):
                row = self._build_row(sel)
                yield row if index else (kode, *row)

    def _build_row(self, sel: SelTerbaca) -> Row:
        temuan = self._notes.take(sel.asal)
        source = sel.asal.teks or ""
        understood = self._describe(sel)
        same = " ".join(source.split()) == " ".join(understood.split())
        telling = any(one.tingkat is not TingkatTemuan.INFORMASI for one in temuan)
        return (
            Cell(text=format_asal(sel.asal, self._language)),
            Cell(text=source),
            Cell(text=self._name_field(sel)),
            Cell(
                text=find_label("sama", self._language) if same else understood,
                marked=telling,
            ),
            Cell(text="\n".join(f"{one.kode}: {one.pesan}" for one in temuan), marked=telling),
        )

    def _name_field(self, sel: SelTerbaca) -> str:
        label = find_label(self._find_key(sel), self._language)
        periode = (
            f" {format_periode(sel.periode, language=self._language)}"
            if sel.periode is not None
            else ""
        )
        return f"{label}{periode}{f' ({sel.sumber})' if sel.sumber else ''}"

    def _find_key(self, sel: SelTerbaca) -> str:
        """Give the label of a field: the words of a noun are called as the noun is."""
        if sel.bidang == "nama":
            return "indikator"
        if sel.bidang == "uraian":
            return type(self._nouns[sel.subjek or ""]).__name__.lower()
        return sel.bidang

    def _describe(self, sel: SelTerbaca) -> str:
        """Write what stands in the field that a cell was read into."""
        if sel.bidang == "tambahan":
            return find_label("disimpan", self._language)
        if sel.subjek is None:
            return self._describe_document(sel.bidang)
        noun = self._nouns[sel.subjek]
        if isinstance(noun, Indikator):
            if sel.bidang in (*_PERIODIC, *_STATES, "pagu"):
                return self._describe_value(noun, sel)
            if not hasattr(noun, sel.bidang):
                noun = noun.penjelasan[0]
        if isinstance(noun, Penjelasan) and sel.bidang == "formulasi":
            without = find_label("tanpa_rumus", self._language)
            return write_formula(noun.formula) if noun.formula else without
        value = getattr(noun, sel.bidang)
        if sel.bidang in _CHOICES:
            return find_label(value.value, self._language)
        return _write(value)

    def _describe_document(self, bidang: str) -> str:
        """Write a field of the document itself."""
        if bidang == "pemda":
            agency = self._dokumen.perangkat_daerah
            pemda = agency.pemda if agency else None
            return pemda.nama if pemda else find_label("disimpan", self._language)
        value = getattr(self._dokumen, bidang)
        if isinstance(value, Periode):
            return format_periode(value, language=self._language)
        if isinstance(value, JenisDokumen):
            return value.value.replace("_", " ").upper()
        return _write(value)

    def _describe_value(self, noun: Indikator, sel: SelTerbaca) -> str:
        if sel.bidang in _STATES:
            return format_kondisi(getattr(noun, sel.bidang), language=self._language)
        if sel.bidang == "pagu":
            return "; ".join(
                format_angka(one.nilai) for one in noun.pagu if one.periode == sel.periode
            )
        return "; ".join(
            format_nilai(one.nilai, language=self._language)
            for one in getattr(noun, sel.bidang)
            if (one.periode, one.sumber) == (sel.periode, sel.sumber)
        )


def _write(value: object) -> str:
    """Write a field of text: itself, the names of several, or what a value calls itself."""
    if isinstance(value, tuple):
        return "; ".join(map(_write, cast("tuple[object, ...]", value)))
    for name in ("nama", "uraian", "label"):
        text = getattr(value, name, None)
        if isinstance(text, str):
            return text
    return str(value)


def _build_formula(one: FormulasiTerbaca, language: Language) -> Row:
    read = one.pembacaan
    candidates = "\n".join(f"{DASH} {write_formula(formula)}" for formula in read.calon)
    status = find_label("dipasang" if one.dipasang else "tidak_dipasang", language)
    if candidates:
        status = f"{status}\n{find_label('calon', language)}:\n{candidates}"
    return (
        Cell(text=one.subjek),
        Cell(text=one.asal.teks or ""),
        Cell(text=write_formula(read.formula)),
        Cell(text="\n".join(read.bukti)),
        Cell(text=status, marked=not one.dipasang),
    )
