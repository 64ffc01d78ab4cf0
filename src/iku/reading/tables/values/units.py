"""The unit that a cell prints beside that of its indicator: the same, scaled, or another one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iku.angka import Angka
from iku.domain import Ambang, JenisSatuan, Rentang, Satuan

if TYPE_CHECKING:
    from iku.domain import Nilai

_POWERS: Final = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12,
}  # fmt: skip
_POWER: Final = re.compile(rf"(?i)(?<![a-z])(?P<power>{'|'.join(_POWERS)})(?:an)?+(?![a-z])[ .]*+")
_PIECES: Final = re.compile(r"(?i)[/(),;]|\b(?:atau|dan)\b")
_PER: Final = re.compile(r"(?i)\bper\b.*", re.DOTALL)
_RATIO: Final = "1:n"
_SHORT: Final = range(3, 5)
"""Letters of a unit that is cut short."""
_EXACT: Final = frozenset({JenisSatuan.PERSEN, JenisSatuan.MATA_UANG, JenisSatuan.WAKTU})
"""Kinds of which a further word makes another unit: percent points, working days."""


def find_power(text: str) -> int:
    """
    Find the power of ten that a unit or a header speaks of; 0 where it names none or several.

    >>> find_power("Rp juta"), find_power("Target (ribuan orang)"), find_power("orang")
    (6, 3, 0)
    """
    powers = {_POWERS[match["power"].lower()] for match in _POWER.finditer(text)}
    return powers.pop() if len(powers) == 1 else 0


def is_same(printed: Satuan, satuan: Satuan) -> bool:
    """
    Say whether the unit that a cell prints is the one of its indicator, powers of ten aside.

    They are where one is a synonym of the other, one of several that it names, or
    the word that it makes more precise.

    >>> is_same(Satuan("persen"), Satuan("%")), is_same(Satuan("minggu"), Satuan("Hari"))
    (True, False)
    """
    if printed.nama == _RATIO:
        return "1:" in satuan.nama.replace(" ", "")
    plain = _POWER.sub("", satuan.nama)
    first, *others = [name for piece in _PIECES.split(plain) if (name := _fold(piece))] or [""]
    own = _fold(printed.nama)
    if not first or own == _fold(plain) or _measures_alike(printed, Satuan(first)):
        return True
    # A time behind another unit is what that one is counted in: kali/tahun.
    names = [first, *(name for name in others if not _is_time(name))]
    return any(
        _is_part(own, name) or _begins(own, name) or _abbreviates(printed, name) for name in names
    )


def _fold(text: str) -> str:
    """Bring the words of a unit to their standard spelling."""
    plain = " ".join(text.split()).strip(" .")
    return " ".join(_standard(word) for word in plain.split()) if plain else ""


def _standard(word: str) -> str:
    return Satuan(word.rstrip(".") or word).baku.casefold()


def _measures_alike(printed: Satuan, satuan: Satuan) -> bool:
    """Say whether both are names of a score."""
    return printed.jenis is satuan.jenis is JenisSatuan.INDEKS


def _is_part(own: str, name: str) -> bool:
    """Say whether a name holds the printed unit as words of its own, before any `per`."""
    return f" {own} " in f" {_PER.sub('', name)} "


def _begins(own: str, name: str) -> bool:
    """Say whether the printed unit only says more of the one that its column names."""
    return Satuan(name).jenis not in _EXACT and own.startswith(f"{name} ")


def _abbreviates(printed: Satuan, name: str) -> bool:
    """Say whether the printed unit is the beginning of a longer word: `lap.` of laporan."""
    short = printed.nama.casefold().rstrip(".")
    unknown = printed.jenis is JenisSatuan.LAINNYA and short.isalpha()
    return unknown and len(short) in _SHORT and name.startswith(short)


def _is_time(name: str) -> bool:
    return Satuan(name).jenis is JenisSatuan.WAKTU


def shift_power(nilai: Nilai, power: int) -> Nilai:
    """Say a value in a unit that is ten to that power times as large, exactly."""
    match nilai:
        case Angka():
            return _divide(nilai, power)
        case Rentang():
            return Rentang(bawah=_divide(nilai.bawah, power), atas=_divide(nilai.atas, power))
        case Ambang():
            return Ambang(pembanding=nilai.pembanding, batas=_divide(nilai.batas, power))
        case _:
            return nilai


def _divide(number: Angka, power: int) -> Angka:
    sign, digits, exponent = number.nilai.as_tuple()
    text = f"{Decimal((sign, digits, int(exponent) - power)):f}"
    return Angka(text.rstrip("0").rstrip(".") if "." in text else text)
