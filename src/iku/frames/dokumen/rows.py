"""
A document as rows of plain values, which every frame library takes.

Every value stands twice: as a number that engines compute with, and as text that
keeps the digits, which is what is read on the way back.
"""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from iku.angka import Angka
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator
from iku.domain.nilai import Ambang, Kategori, Nilai, Rentang
from iku.domain.periode import JenisPeriode, Periode
from iku.domain.target import Data, Kondisi, Pagu, Realisasi, Target, Variabel
from iku.frames.lowering import to_float
from iku.scoring.consolidation.choosing import check_kind

if TYPE_CHECKING:
    from iku.domain.satuan import Satuan

Sel: TypeAlias = str | int | float | None
"""A cell: text, a whole number, a double, or nothing."""

Baris: TypeAlias = dict[str, Sel]
"""A row, by the names of its columns."""

Butir: TypeAlias = Target | Realisasi | Kondisi | Pagu | Data
"""What a row is about."""

FIELDS: Final = {
    "kondisi_awal": "baseline",
    "target": "target",
    "realisasi": "realisasi",
    "kondisi_akhir": "kondisi_akhir",
    "pagu": "pagu",
}
"""The word in `jenis` for each field of an indicator."""

DATA: Final = "data"
"""The word in `jenis` for the figures of variables."""

_PARTS: Final = {
    JenisPeriode.TAHUN: 1,
    JenisPeriode.SEMESTER: 2,
    JenisPeriode.TRIWULAN: 4,
    JenisPeriode.BULAN: 12,
}


def from_dokumen(dokumen: Dokumen) -> list[Baris]:
    """
    Give all figures of a document as rows that every frame library takes.

    There is a row for each target, realisasi, baseline, kondisi akhir and pagu of each
    indicator, and for each figure of `dokumen.data`. In `nilai` (a range has `bawah` and
    `atas`, a threshold `pembanding` too) the numbers are doubles; `teks` has the digits
    as they are written. `nomor_periode` counts the periods of one `jenis_periode`.

    >>> from iku.domain import Dokumen, JenisDokumen
    >>> koperasi = Indikator(kode="S1.1", nama="Koperasi baik", target=(
    ...     Target(periode=Periode.triwulan_ke(2023, 2), nilai=Angka("98.60")),))
    >>> rows = from_dokumen(Dokumen(jenis=JenisDokumen.IKU, judul="IKU", indikator=(koperasi,)))
    >>> [(row["kode"], row["jenis"], row["periode"], row["nilai"], row["teks"]) for row in rows]
    [('S1.1', 'target', '2023-TW2', 98.6, '98.60')]

    A frame is made of them as of any rows: `polars.DataFrame(rows)`,
    `pandas.DataFrame(rows)`, `pyarrow.Table.from_pylist(rows)`.

    Raises:
        DomainError: `wrong-type`, for what is no document.
    """
    check_kind(dokumen, Dokumen, "dokumen")
    rows: list[Baris] = []
    for indikator in dokumen.walk(Indikator):
        for jenis, field in FIELDS.items():
            items = take_items(indikator, field)
            rows.extend(_write_row(indikator, indikator.satuan, jenis, item) for item in items)
    known = {variabel.kode: variabel for variabel in dokumen.walk(Variabel)}
    for item in dokumen.data:
        variabel = known[item.variabel]
        rows.append(_write_row(variabel, variabel.satuan, DATA, item))
    return rows


def take_items(indikator: Indikator, field: str) -> tuple[Butir, ...]:
    """Give what stands in a field of an indicator, one or many."""
    held = cast("tuple[Butir, ...] | Kondisi | None", getattr(indikator, field))
    if isinstance(held, tuple):
        return held
    return () if held is None else (held,)


def _write_row(noun: Indikator | Variabel, satuan: Satuan | None, jenis: str, item: Butir) -> Baris:
    periode = item.periode
    return {
        "kode": noun.kode,
        "nama": noun.nama,
        "jenis": jenis,
        "periode": None if periode is None else str(periode),
        "jenis_periode": None if periode is None else _name_kind(periode),
        "nomor_periode": None if periode is None else _count_periode(periode),
        **_write_nilai(item.nilai),
        "satuan": None if satuan is None else satuan.nama,
        "sumber": item.sumber if isinstance(item, Target | Realisasi | Data) else None,
    }


def _name_kind(periode: Periode) -> str:
    if periode.jenis is JenisPeriode.RENTANG:
        return f"{periode.jenis}_{_measure_span(periode)}"
    return f"sd_{periode.jenis}" if periode.sampai_dengan else str(periode.jenis)


def _measure_span(periode: Periode) -> int:
    return periode.akhir.year - periode.awal.year + 1


def _count_periode(periode: Periode) -> int:
    """Number a period among those of its kind, so that the one before has the number before."""
    match periode.jenis:
        case JenisPeriode.TAHUN_KE:
            return periode.ke or 0
        case JenisPeriode.RENTANG:
            # A span moves by its own length.
            return periode.awal.year // _measure_span(periode)
        case _:
            return periode.awal.year * _PARTS[periode.jenis] + (periode.ke or 1) - 1


def _write_nilai(nilai: Nilai) -> Baris:
    cells: Baris = dict.fromkeys(("bentuk", "nilai", "bawah", "atas", "pembanding"))
    cells |= {"bentuk": "angka", "teks": None, "catatan": None}
    match nilai:
        case Angka():
            return cells | {"nilai": _to_double(nilai), "teks": nilai.teks}
        case Rentang():
            return cells | {
                "bentuk": nilai.tipe,
                "bawah": _to_double(nilai.bawah),
                "atas": _to_double(nilai.atas),
                "teks": f"{nilai.bawah}/{nilai.atas}",
            }
        case Ambang():
            return cells | {
                "bentuk": nilai.tipe,
                "nilai": _to_double(nilai.batas),
                "pembanding": nilai.pembanding.value,
                "teks": f"{nilai.pembanding}{nilai.batas}",
            }
        case Kategori():
            return cells | {"bentuk": nilai.tipe, "teks": nilai.label, "catatan": nilai.skala}
        case _:
            told = {"teks": nilai.sebab.value, "catatan": nilai.keterangan}
            return cells | {"bentuk": nilai.tipe} | told


def _to_double(angka: Angka) -> float | None:
    """Give the nearest double; beyond the largest there is none."""
    double = to_float(Fraction(angka.nilai))
    return double if isfinite(double) else None
