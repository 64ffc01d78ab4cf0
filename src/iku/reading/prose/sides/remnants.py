"""
Operands in which something of an operation is left, so that they name no quantity.

"koef(1-gaps)" is a function that nobody defines, and "Nilai A 2024 - 1" holds a
subtraction; a sum of an area and a length means nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.scanning.tokens import Token

_REMNANTS: Final = {
    re.compile(r"\bd[io]?k[a-z]{3,9} \(?1(?:00+|\.000)\b"): (
        "kata di depan bilangan dapat menyebut perkalian"
    ),
    re.compile(
        r"\w\( ?\d ?[-+] ?[^\W\d]"
    ): "salah satu bagian rumus adalah fungsi yang tidak jelas",
    re.compile(r"^\([^()]{0,200}[^\d ] [-+] [^\d ]"): "kurung di depan nama berisi hitungan",
    re.compile(r"\b(?:dengan|menggunakan|memakai) (?:bilangan )?konstanta\b"): (
        "“konstanta” menyebut pengali yang tidak jelas"
    ),
    re.compile(r"\b\d{1,2} x (?:jumlah|jml|total|nilai|skor|bobot|luas|harga)\b"): (
        "hasil kali di dalam nama besaran"
    ),
    re.compile(r"^(?:\w+ ){1,4}(?<!yang )(?:menggambarkan|menjelaskan) "): (
        "kalimat menyebut tujuan pengukuran, bukan cara menghitungnya"
    ),
    re.compile(r"\d - 1$"): "“- 1” di belakang bilangan dapat berarti pengurangan",
    re.compile(r"\batau (?:terhadap|dibagi|dibanding\w*|per|jumlah|total|jml)\b"): (
        "“atau” menyebut dua rumus"
    ),
    re.compile(r".\b(?:rasio|perbandingan|proporsi|selisih) antara\b"): (
        "salah satu bagian rumus masih membandingkan"
    ),
}
"""What tells it, and the reason."""
_LISTED: Final = re.compile(r", (?:dan )?\d{1,2} ?x ", re.IGNORECASE)
_KINDS: Final = {
    "luas": "luas",
    "luasan": "luas",
    "panjang": "panjang",
    "volume": "volume",
    "produktivitas": "produktivitas",
    "harga": "harga",
    "persentase": "persentase",
    "waktu": "waktu",
}


def check_remnants(side: Sequence[Token]) -> None:
    """
    Refuse names that hold something of an operation, and sums of quantities of two kinds.

    Raises:
        Doubt: The words compute, or what they add cannot be added.
    """
    for token in side:
        for pattern, reason in () if token.quoted else _REMNANTS.items():
            if token.kind == "name" and pattern.search(token.text.lower()):
                raise Doubt(reason)
    for first, sign, second in zip(side, side[1:], side[2:], strict=False):
        kinds = {_KINDS.get(token.first) for token in (first, second)} - {None}
        if sign.kind == "*" and second.text == "1" and second.kind == "number":
            raise Doubt("“× 1” tidak mengubah nilai, sehingga dapat menjadi bagian dari nama")
        if sign.kind == "*" and first.kind == "number" and _LISTED.search(second.text):
            raise Doubt("beberapa hasil kali dalam satu daftar tidak dijumlahkan")
        if sign.kind in {"+", "-"} and len(kinds) > 1:
            raise Doubt("besaran yang berbeda jenisnya tidak dapat dijumlahkan")
