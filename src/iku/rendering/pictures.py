"""What is drawn of each kind of value: the blocks of its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.angka import format_angka
from iku.rendering.columns import (
    Key,
    format_key,
    make_iku_columns,
    make_matrix_columns,
    make_part_columns,
    make_sort_key,
)
from iku.rendering.grid import Block, Cell, Facts, Grid, Heading, Note
from iku.rendering.labels import find_label
from iku.rendering.lines import Line, collect_indikator_lines, collect_lines
from iku.rendering.tables import build_grid, build_head
from iku.rendering.words import (
    DASH,
    format_kondisi,
    format_nilai,
    format_nip,
    format_periode,
    write_formula,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iku.domain import Asal, Dokumen, Indikator, Penandatangan, Temuan
    from iku.reading import Bacaan
    from iku.rendering.grid import Row
    from iku.typing import Formula, Language


def build_dokumen(
    dokumen: Dokumen, language: Language, *, most: int | None = None
) -> Iterator[Block]:
    """
    Build the picture of a document: heading, tables, signature.

    The matrix is drawn when the document holds a Tujuan or a link to IKU Kota.
    The IKU table is drawn when there is no matrix, or beside it when some
    Penjelasan says what the matrix has no column for. `most` bounds the rows.
    """
    every = collect_lines(dokumen)
    lines = every[:most]
    yield Heading(text=dokumen.judul)
    yield from _build_facts(_describe_dokumen(dokumen, language))
    grids = _build_tables(dokumen, lines, language)
    for key, grid in grids:
        if len(grids) > 1:
            yield Heading(text=find_label(key, language), level=2)
        yield grid
    if any(cell.text == DASH for _, grid in grids for row in grid.body for cell in row):
        yield Note(text=f"{DASH} : {find_label('tidak_dicantumkan', language)}")
    if len(lines) < len(every):
        yield Note(text=find_label("sisanya", language).format(len(every) - len(lines)))
    if dokumen.penandatangan is not None:
        yield from _build_facts(_describe_signatory(dokumen.penandatangan, language))


def _build_tables(
    dokumen: Dokumen, lines: Sequence[Line], language: Language
) -> list[tuple[str, Grid]]:
    is_matrix = bool(dokumen.tujuan) or any(
        line.indikator is not None and line.indikator.iku_kota is not None for line in lines
    )
    explained = any(_says_more(line) for line in lines)
    tables: list[tuple[str, Grid]] = []
    if is_matrix:
        tables.append(("matriks", build_grid(lines, make_matrix_columns(lines, language))))
    if not is_matrix or explained:
        tables.append(
            (
                "tabel_iku",
                build_grid(lines, make_iku_columns(lines, language, extra=not is_matrix)),
            )
        )
    return tables


def _says_more(line: Line) -> bool:
    one = line.penjelasan
    return one is not None and bool(
        one.alasan or one.dasar_hukum or one.penanggung_jawab or one.sumber_data
    )


def _build_facts(facts: Iterator[tuple[str, str | None]]) -> Iterator[Facts]:
    pairs = tuple((label, text) for label, text in facts if text)
    if pairs:
        yield Facts(pairs=pairs)


def _describe_dokumen(dokumen: Dokumen, language: Language) -> Iterator[tuple[str, str | None]]:
    agency = dokumen.perangkat_daerah
    if agency is not None:
        yield find_label("perangkat_daerah", language), agency.nama
        if agency.pemda is not None:
            yield find_label("pemda", language), agency.pemda.nama
    if dokumen.periode is not None:
        yield find_label("periode", language), format_periode(dokumen.periode, language=language)
    if dokumen.versi is not None:
        yield find_label("versi", language), dokumen.versi.label
    if dokumen.visi is not None:
        yield find_label("visi", language), dokumen.visi.uraian
    yield find_label("misi", language), "\n".join(misi.uraian for misi in dokumen.misi)


def _describe_signatory(
    signatory: Penandatangan, language: Language
) -> Iterator[tuple[str, str | None]]:
    yield find_label("penandatangan", language), signatory.nama
    yield find_label("jabatan", language), signatory.jabatan
    yield find_label("pangkat", language), signatory.pangkat
    yield find_label("nip", language), signatory.nip and format_nip(signatory.nip)


def build_indikator(indikator: Indikator, language: Language) -> Iterator[Block]:
    """Build the picture of an indicator: what it is, how it is measured, its values."""
    yield Heading(text=indikator.nama, level=2)
    yield from _build_facts(_describe_indikator(indikator, language))
    if indikator.penjelasan:
        lines = collect_indikator_lines(indikator)
        yield build_grid(lines, make_part_columns(lines, language))
    yield from _build_values(indikator, language)


def _describe_indikator(one: Indikator, language: Language) -> Iterator[tuple[str, str | None]]:
    def fact(key: str, text: str | None) -> tuple[str, str | None]:
        return find_label(key, language), text

    def word(key: str, value: str | None) -> tuple[str, str | None]:
        return fact(key, value and find_label(value, language))

    yield fact("kode", one.kode)
    yield fact("satuan", one.satuan.nama if one.satuan else None)
    yield word("polaritas", one.polaritas and one.polaritas.value)
    yield word("konsolidasi", one.konsolidasi and one.konsolidasi.value)
    yield fact("tipe_penghitungan", one.tipe_penghitungan)
    yield fact("definisi_operasional", one.definisi_operasional)
    yield fact("penggabungan", _write_formula(one.penggabungan))
    yield fact("frekuensi", one.frekuensi)
    yield fact("produsen_data", one.produsen_data)
    yield fact("kode_referensi", one.kode_referensi)
    yield word("jenis_cascading", one.jenis_cascading and one.jenis_cascading.value)
    yield fact("iku_kota", one.iku_kota.uraian if one.iku_kota else None)
    yield fact("keterangan", one.keterangan)
    yield fact("baseline", format_kondisi(one.baseline, language=language))
    yield fact("kondisi_akhir", format_kondisi(one.kondisi_akhir, language=language))


def _write_formula(formula: Formula | None) -> str | None:
    return write_formula(formula) if formula else None


def _build_values(one: Indikator, language: Language) -> Iterator[Grid]:
    held = {
        "target": _collect(
            ((each.periode, each.sumber), format_nilai(each.nilai, language=language))
            for each in one.target
        ),
        "realisasi": _collect(
            ((each.periode, each.sumber), format_nilai(each.nilai, language=language))
            for each in one.realisasi
        ),
        "pagu": _collect(((each.periode, None), format_angka(each.nilai)) for each in one.pagu),
    }
    columns = {key: values for key, values in held.items() if values}
    if not columns:
        return
    keys = sorted({key for values in columns.values() for key in values}, key=make_sort_key)
    yield Grid(
        head=build_head([(find_label(key, language),) for key in ("periode", *columns)]),
        body=tuple(
            (
                Cell(text=format_key(key, language)),
                *(Cell(text=values.get(key, ""), right=True) for values in columns.values()),
            )
            for key in keys
        ),
    )


def _collect(pairs: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Gather texts by period; several for one stand below each other."""
    gathered: dict[Key, str] = {}
    for key, text in pairs:
        gathered[key] = f"{gathered[key]}\n{text}" if key in gathered else text
    return gathered


def build_temuan(temuan: Sequence[Temuan], language: Language) -> Iterator[Block]:
    """Build the list of findings, in their order."""
    if not temuan:
        yield Note(text=find_label("tanpa_temuan", language))
        return
    labels = [(find_label(key, language),) for key in ("kode", "tingkat", "tempat", "temuan")]
    yield Grid(
        head=build_head(labels),
        body=tuple(_build_finding(one, language) for one in temuan),
    )


def _build_finding(one: Temuan, language: Language) -> Row:
    advice = f"\n{find_label('saran', language)}: {one.saran}" if one.saran else ""
    place = (one.subjek, format_asal(one.asal, language) if one.asal else None)
    return (
        Cell(text=one.kode),
        Cell(text=find_label(one.tingkat.value, language)),
        Cell(text="\n".join(text for text in place if text)),
        Cell(text=one.pesan + advice),
    )


def format_asal(asal: Asal, language: Language) -> str:
    """Write where something was read, as far as it is known, outermost first."""
    positions = (
        ("halaman", asal.halaman),
        ("tabel", asal.tabel),
        ("baris", asal.baris),
        ("kolom", asal.kolom),
    )
    return ", ".join(
        f"{find_label(key, language)} {number}" for key, number in positions if number is not None
    )


def build_bacaan(bacaan: Bacaan, language: Language) -> Iterator[Block]:
    """Build the picture of what was read from a file: its documents, then the findings."""
    for dokumen in bacaan.dokumen:
        yield from build_dokumen(dokumen, language)
    yield Heading(text=find_label("temuan", language))
    yield from build_temuan(bacaan.temuan, language)
