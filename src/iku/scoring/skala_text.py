"""How numbers and the bounds of classes are written beside each other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

from iku.angka import PRECISION, Angka, round_half_up
from iku.domain.skala import Tepi, find_letak
from iku.formula.notation import write_number

if TYPE_CHECKING:
    from iku.domain.skala import Skala

_INCLUDING: Final = {Tepi.TERTUTUP: "≤", Tepi.TERBUKA: "<"}
"""Signs between a bound and the numbers of its class."""
_EXCLUDING: Final = {Tepi.TERTUTUP: "<", Tepi.TERBUKA: "≤"}
"""Signs between a bound and the numbers beyond its class."""
_MIRROR: Final = {"≤": "≥", "<": ">"}
_DIGITS: Final = 2
"""Decimals of a number that is in no class."""


def write_nilai(nilai: Fraction, skala: Skala, digits: int) -> str:
    """
    Write a number with as many decimals as show where on a scale it stands.

    At least `digits`, unless the number needs fewer.

    Raises:
        AngkaError: `bad-digits`.
    """
    shortest = round_half_up(nilai, digits)
    letak = find_letak(skala, nilai)
    tried = (round_half_up(nilai, count) for count in range(digits, PRECISION + 1))
    shown = (each for each in tried if find_letak(skala, Fraction(each)) == letak)
    rounded = next(shown, shortest)
    text = write_number(Angka(rounded))
    exact = Fraction(rounded) == nilai and "," in text
    return text.rstrip("0").rstrip(",") if exact else text


def write_interval(skala: Skala, index: int, noun: str) -> str:
    """Write between which bounds the numbers of a class lie, `76 ≤ nilai ≤ 90`."""
    predikat = skala.predikat[index]
    upper = _write_upper(skala, index)
    if predikat.batas_bawah is None:
        return f"{noun}{upper}"
    bound, sign = write_number(predikat.batas_bawah), _INCLUDING[predikat.tepi_bawah]
    return f"{bound} {sign} {noun}{upper}" if upper else f"{noun} {_MIRROR[sign]} {bound}"


def _write_upper(skala: Skala, index: int) -> str:
    predikat = skala.predikat[index]
    bound, sign = predikat.batas_atas, _INCLUDING[predikat.tepi_atas]
    if bound is None:
        for above in skala.predikat[index + 1 : index + 2]:
            bound, sign = above.batas_bawah, _EXCLUDING[above.tepi_bawah]
    return "" if bound is None else f" {sign} {write_number(bound)}"


def write_beyond(nilai: Fraction, skala: Skala, index: int) -> str:
    """
    Write which bounds a number lies beyond that is in no class.

    `index` is the class behind whose end it lies, -1 below the first class:
    `-1 < 0`, `90 < 90,5 < 91`, `100 < 101`.
    """
    text = write_nilai(nilai, skala, _DIGITS)
    if index >= 0:
        behind = skala.predikat[index]
        bound = write_number(cast("Angka", behind.batas_atas))
        text = f"{bound} {_EXCLUDING[behind.tepi_atas]} {text}"
    for ahead in skala.predikat[index + 1 : index + 2]:
        bound = write_number(cast("Angka", ahead.batas_bawah))
        text = f"{text} {_EXCLUDING[ahead.tepi_bawah]} {bound}"
    return text
