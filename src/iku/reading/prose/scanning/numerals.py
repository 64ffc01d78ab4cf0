"""Numbers that are written in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.angka import Angka

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS: Final = {
    word: number
    for number, word in enumerate(
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"], start=1
    )
}
_ALONE: Final = {**_DIGITS, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES: Final = {"puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1_000_000}


def read_numeral(words: Sequence[str]) -> Angka | None:
    """
    Read words in lower case that are a number and nothing else.

    >>> read_numeral(["dua", "puluh", "lima"]), read_numeral(["seratus", "ribu"])
    (Angka(teks='25'), Angka(teks='100000'))
    >>> read_numeral(["dua", "desa"])
    """
    total = part = 0
    for word in words:
        if word in _ALONE:
            part += _ALONE[word]
        elif word == "belas":
            part += 10
        elif word in {"ribu", "juta"}:
            total, part = total + part * _SCALES[word], 0
        elif word in _SCALES:
            part = part - part % 10 + part % 10 * _SCALES[word]
        else:
            return None
    return Angka(str(total + part)) if total + part else None
