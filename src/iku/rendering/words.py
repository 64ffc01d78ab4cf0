"""
Values as people read them: numbers, thresholds, absences and periods.

What is written here in Indonesian, `iku.parse_nilai` and `iku.parse_periode`
read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.angka import Angka, format_angka
from iku.domain import (
    Ambang,
    JenisPeriode,
    Kategori,
    Kondisi,
    Nilai,
    Pembanding,
    Penjelasan,
    Periode,
    Rentang,
    SebabKosong,
)
from iku.formula import render_formula
from iku.formula.lowering import lower_or_blame
from iku.rendering.labels import find_label, find_month
from iku.tree import Unlowered

if TYPE_CHECKING:
    from iku.typing import Formula, Language

DASH: Final = "–"
"""Stands for a value that the document does not state."""
_SIGNS: Final = {
    Pembanding.KURANG_DARI: "<",
    Pembanding.PALING_BANYAK: "≤",
    Pembanding.LEBIH_DARI: ">",
    Pembanding.PALING_SEDIKIT: "≥",
}
_ROMAN: Final = ("I", "II", "III", "IV")


def format_nilai(nilai: Nilai, *, language: Language = "id") -> str:
    """
    Write a value as tables print it; an absence says which of the four it is.

    >>> format_nilai(Rentang(bawah=Angka("80"), atas=Angka("92.5")))
    '80 – 92,5'
    >>> format_nilai(Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=Angka("85")))
    '≥ 85'
    """
    match nilai:
        case Angka():
            return format_angka(nilai)
        case Rentang():
            return f"{format_angka(nilai.bawah)} {DASH} {format_angka(nilai.atas)}"
        case Ambang():
            return f"{_SIGNS[nilai.pembanding]} {format_angka(nilai.batas)}"
        case Kategori():
            return nilai.label
        case _:
            if nilai.sebab is SebabKosong.TIDAK_DICANTUMKAN:
                return DASH
            return find_label(nilai.sebab.value, language)


def format_periode(periode: Periode, *, language: Language = "id") -> str:
    """
    Write a period as documents do.

    >>> format_periode(Periode.triwulan_ke(2023, 3, sampai_dengan=True))
    's.d. Triwulan III 2023'
    """
    ke = periode.ke or 0
    match periode.jenis:
        case JenisPeriode.TAHUN:
            return str(periode.tahun)
        case JenisPeriode.RENTANG:
            return f"{periode.tahun}{DASH}{periode.tahun_akhir}"
        case JenisPeriode.TAHUN_KE:
            return f"{find_label('tahun_ke', language)}{ke}"
        case JenisPeriode.BULAN:
            part = find_month(ke, language)
        case _:
            part = f"{find_label(periode.jenis.value, language)} {_ROMAN[ke - 1]}"
    until = f"{find_label('sampai_dengan', language)} " if periode.sampai_dengan else ""
    return f"{until}{part} {periode.tahun}"


def format_kondisi(kondisi: Kondisi | None, *, language: Language = "id") -> str:
    """Write the state at the start or end of a plan, with its period where there is one."""
    if kondisi is None:
        return ""
    nilai = format_nilai(kondisi.nilai, language=language)
    if kondisi.periode is None:
        return nilai
    return f"{nilai} ({format_periode(kondisi.periode, language=language)})"


def format_nip(nip: str) -> str:
    """
    Write a NIP in its four groups.

    >>> format_nip("197001011995011001")
    '19700101 199501 1 001'
    """
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def find_formulasi(penjelasan: Penjelasan) -> str:
    """Give the document's own sentence, or the formula in words where it has none."""
    if penjelasan.formulasi is not None:
        return penjelasan.formulasi
    if penjelasan.formula is None:
        return ""
    return write_formula(penjelasan.formula)


def write_formula(formula: Formula) -> str:
    """Write a formula in words; where a plug-in fails, that it did."""
    pohon = lower_or_blame(formula)
    if isinstance(pohon, Unlowered):
        return pohon.message
    return render_formula(formula, style="text")
