"""The columns of the official tables and of the layouts related to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku.domain import Indikator, JenisPeriode, Kondisi, Penjelasan, Periode, Realisasi, Target
from iku.rendering.labels import find_label
from iku.rendering.lines import Level, Line
from iku.rendering.tables import Column
from iku.rendering.words import find_formulasi, format_kondisi, format_nilai, format_periode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iku.typing import Language

Key: TypeAlias = tuple[Periode, str | None]
"""A period and the source that speaks of it."""
_PARTS: Final = {JenisPeriode.SEMESTER: 2, JenisPeriode.TRIWULAN: 4, JenisPeriode.BULAN: 12}
"""How many of them a year has."""


def make_iku_columns(
    lines: Sequence[Line], language: Language, *, extra: bool
) -> tuple[Column, ...]:
    """Make the columns of the IKU table; `extra` adds what other layouts have."""
    return (
        Column(
            label=(find_label("nomor", language),),
            level=Level.SASARAN,
            write=lambda line: str(line.nomor),
            right=True,
            is_key=True,
        ),
        Column(
            label=(find_label("sasaran", language),),
            level=Level.SASARAN,
            write=lambda line: _write_head(line, language),
        ),
        Column(
            label=(find_label("indikator", language),),
            level=Level.INDIKATOR,
            write=lambda line: line.indikator.nama if line.indikator else "",
            is_key=True,
        ),
        *_make_penjelasan_columns((find_label("penjelasan", language),), language),
        *(make_extra_columns(lines, language) if extra else ()),
    )


def make_matrix_columns(lines: Sequence[Line], language: Language) -> tuple[Column, ...]:
    """Make the columns of the matrix: Tujuan, Sasaran, their indicators, Formulasi, IKU Kota."""
    return (
        Column(
            label=(find_label("tujuan", language),),
            level=Level.TUJUAN,
            write=lambda line: line.tujuan.uraian if line.tujuan else "",
        ),
        Column(
            label=(find_label("indikator_tujuan", language),),
            level=Level.INDIKATOR,
            empty_level=Level.TUJUAN,
            write=lambda line: _write_nama(line, of_tujuan=True),
            is_key=True,
        ),
        Column(
            label=(find_label("sasaran", language),),
            level=Level.SASARAN,
            write=lambda line: line.sasaran.uraian if line.sasaran else "",
        ),
        Column(
            label=(find_label("indikator_sasaran", language),),
            level=Level.INDIKATOR,
            empty_level=Level.SASARAN,
            write=lambda line: _write_nama(line, of_tujuan=False),
            is_key=True,
        ),
        Column(
            label=(find_label("formulasi", language),),
            level=Level.PENJELASAN,
            write=lambda line: find_formulasi(line.penjelasan) if line.penjelasan else "",
        ),
        _of_indikator(
            "iku_kota", language, lambda one: one.iku_kota.uraian if one.iku_kota else None
        ),
        *make_extra_columns(lines, language),
    )


def _write_nama(line: Line, *, of_tujuan: bool) -> str:
    stands_under_tujuan = line.tujuan is not None and line.sasaran is None
    return line.indikator.nama if line.indikator and stands_under_tujuan is of_tujuan else ""


def _write_head(line: Line, language: Language) -> str:
    if line.sasaran is not None:
        return line.sasaran.uraian
    for key, noun in (("tujuan", line.tujuan), ("misi", line.misi)):
        if noun is not None:
            return f"{find_label(key, language)}: {noun.uraian}"
    return ""


def make_part_columns(lines: Sequence[Line], language: Language) -> tuple[Column, ...]:
    """Make the columns for the Penjelasan of one indicator; their names where they have one."""
    names = (
        _of_penjelasan((find_label("kode", language),), lambda one: one.kode or ""),
        _of_penjelasan((find_label("penjelasan", language),), lambda one: one.nama or ""),
    )
    return (
        *(column for column in names if any(column.write(line) for line in lines)),
        *_make_penjelasan_columns((), language),
    )


def _make_penjelasan_columns(outer: tuple[str, ...], language: Language) -> tuple[Column, ...]:
    """Make the five columns that official tables head with Penjelasan."""
    return (
        Column(
            label=(*outer, find_label("satuan", language)),
            level=Level.PENJELASAN,
            write=_write_satuan,
        ),
        *(
            _of_penjelasan((*outer, find_label(key, language)), write)
            for key, write in _OF_PENJELASAN.items()
        ),
    )


def _of_penjelasan(label: tuple[str, ...], write: Callable[[Penjelasan], str]) -> Column:
    return Column(
        label=label,
        level=Level.PENJELASAN,
        write=lambda line: write(line.penjelasan) if line.penjelasan else "",
    )


def _write_satuan(line: Line) -> str:
    for noun in (line.penjelasan, line.indikator):
        if noun is not None and noun.satuan is not None:
            return noun.satuan.nama
    return ""


def _write_alasan(penjelasan: Penjelasan) -> str:
    return penjelasan.alasan or "\n".join(str(each) for each in penjelasan.dasar_hukum)


_OF_PENJELASAN: Final[dict[str, Callable[[Penjelasan], str]]] = {
    "alasan": _write_alasan,
    "formulasi": find_formulasi,
    "penanggung_jawab": lambda one: "\n".join(one.penanggung_jawab),
    "sumber_data": lambda one: "\n".join(each.uraian for each in one.sumber_data),
}
_OF_INDIKATOR: Final[dict[str, Callable[[Indikator], str | None]]] = {
    "tipe_penghitungan": lambda one: one.tipe_penghitungan,
    "definisi_operasional": lambda one: one.definisi_operasional,
    "keterangan": lambda one: one.keterangan,
    "frekuensi": lambda one: one.frekuensi,
    "produsen_data": lambda one: one.produsen_data,
}


def make_extra_columns(lines: Sequence[Line], language: Language) -> tuple[Column, ...]:
    """Make the columns that other layouts have, those that some indicator fills."""
    nouns = [line.indikator for line in lines if line.indikator]
    columns = (
        _of_indikator(
            "polaritas",
            language,
            lambda one: one.polaritas and find_label(one.polaritas.value, language),
        ),
        *(_of_indikator(key, language, write) for key, write in _OF_INDIKATOR.items()),
        _of_kondisi("baseline", language, lambda one: one.baseline),
        *_of_periode("target", language, nouns, lambda one: one.target),
        _of_kondisi("kondisi_akhir", language, lambda one: one.kondisi_akhir),
        *_of_periode("realisasi", language, nouns, lambda one: one.realisasi),
    )
    return tuple(column for column in columns if any(column.write(line) for line in lines))


def _of_indikator(key: str, language: Language, write: Callable[[Indikator], str | None]) -> Column:
    return Column(
        label=(find_label(key, language),),
        level=Level.INDIKATOR,
        write=lambda line: (write(line.indikator) or "") if line.indikator else "",
    )


def _of_kondisi(key: str, language: Language, get: Callable[[Indikator], Kondisi | None]) -> Column:
    return Column(
        label=(find_label(key, language),),
        level=Level.INDIKATOR,
        write=lambda line: (
            format_kondisi(get(line.indikator), language=language) if line.indikator else ""
        ),
        right=True,
    )


def _of_periode(
    key: str,
    language: Language,
    nouns: Iterable[Indikator],
    get: Callable[[Indikator], Sequence[Target | Realisasi]],
) -> list[Column]:
    """Make a column for each period and source of which some indicator has a value."""

    def make(wanted: Key) -> Column:
        return Column(
            label=(find_label(key, language), format_key(wanted, language)),
            level=Level.INDIKATOR,
            write=lambda line: (
                find_value(get(line.indikator), wanted, language) if line.indikator else ""
            ),
            right=True,
        )

    keys = {(one.periode, one.sumber) for noun in nouns for one in get(noun)}
    return [make(wanted) for wanted in sorted(keys, key=make_sort_key)]


def find_value(values: Iterable[Target | Realisasi], wanted: Key, language: Language) -> str:
    """Write the value of a period and source, or nothing where there is none."""
    for one in values:
        if (one.periode, one.sumber) == wanted:
            return format_nilai(one.nilai, language=language)
    return ""


def format_key(key: Key, language: Language) -> str:
    """Write a period with its source, if it has one."""
    periode, sumber = key
    text = format_periode(periode, language=language)
    return f"{text} ({sumber})" if sumber else text


def make_sort_key(key: Key) -> tuple[bool, int, int, int, bool, str, str]:
    """
    Order periods by time, then by source; years of a plan come after calendar years.

    A year stands before its parts, and what is counted since its start beside the part
    that it ends with.
    """
    periode, sumber = key
    if periode.tahun is None:
        return True, periode.ke or 0, 0, 0, False, "", sumber or ""
    months = 12 * (periode.akhir.year - periode.tahun + 1) // _PARTS.get(periode.jenis, 1)
    start = ((periode.ke or 1) - 1) * months
    until = periode.sampai_dengan
    return False, periode.tahun, start, -months, until, str(periode), sumber or ""
