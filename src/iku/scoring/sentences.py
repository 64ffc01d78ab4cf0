"""Exact values and the values of a document, written inside the sentences of scoring."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from iku.angka import Angka, round_half_up
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Rentang
from iku.formula.evaluation.alasan import Alasan
from iku.formula.notation import write_number

if TYPE_CHECKING:
    from iku.domain.satuan import Satuan

NilaiDipakai: TypeAlias = Nilai | Fraction | Alasan
"""What a capaian rule takes: a value of a document, an exact number, or the reason of absence."""

NILAI_DIPAKAI: tuple[type, ...] = (Angka, Rentang, Ambang, Kategori, Kosong, Fraction, Alasan)
"""The classes of `NilaiDipakai`."""


def write_nilai(nilai: NilaiDipakai, digits: int, satuan: Satuan | None = None) -> str:
    """
    Write a value as officials do; a fraction rounded half-up, without zeros where it is exact.

    >>> write_nilai(Fraction(37, 3), 2), write_nilai(Fraction(5, 2), 2)
    ('12,33', '2,5')

    Raises:
        AngkaError: `bad-digits`.
    """
    match nilai:
        case Fraction():
            text = _write_fraction(nilai, digits)
        case Angka():
            text = write_number(nilai)
        case Rentang():
            text = f"{write_number(nilai.bawah)} – {write_number(nilai.atas)}"
        case Ambang():
            text = f"{nilai.pembanding} {write_number(nilai.batas)}"
        case Kategori():
            return nilai.label
        case Kosong():
            return "–"
        case _:
            return str(nilai)
    return text + _write_satuan(satuan)


def _write_fraction(value: Fraction, digits: int) -> str:
    rounded = round_half_up(value, digits)
    text = write_number(Angka(rounded))
    return text.rstrip("0").rstrip(",") if Fraction(rounded) == value and "," in text else text


def _write_satuan(satuan: Satuan | None) -> str:
    if satuan is None:
        return ""
    return "%" if satuan.baku == "%" else f" {satuan.nama}"
