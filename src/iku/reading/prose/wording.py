"""
Operands whose words do not say enough to compute with them.

"baik + sedang" adds two quantities of which one is only half named, and
"/ 20 JP" divides by a number with its unit; the words are kept, with what
they could mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.assembly import build_expression
from iku.reading.prose.scanning.statements import CLOSE, OPEN, TIMES
from iku.reading.prose.scanning.tokens import Token, read_number
from iku.reading.prose.words import LEVEL_NAMES, QUANTITY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names

_OPEN_LIST: Final = re.compile(r"\b(?:masing-masing|setiap|tiap|bobot)\b", re.IGNORECASE)
_PERIOD: Final = re.compile(r"hari|minggu|bulan|triwulan|semester|tahun|jam|menit", re.IGNORECASE)
_BARE: Final = re.compile(r"[a-z]{4,}(?:-[a-z]+)?(?: yang .+)?")
_SCALE: Final = re.compile(r"1(?:000)+|10(?:000)+|100(?:000)+")
_CHAIN: Final = ["name", "/", "name", "/", "name"]
_MEASURED: Final = QUANTITY | LEVEL_NAMES | {"angka"}
_LONG: Final = 3


def check_wording(side: Sequence[Token], names: Names) -> None:
    """
    Refuse operands that are half named, sums over a list in words, and chains of slashes.

    Raises:
        Doubt: The words can be meant in several ways.
    """
    _check_halves(side, names)
    _check_products(side)
    _check_units(side, names)
    _check_chains(side, names)


def _check_halves(side: Sequence[Token], names: Names) -> None:
    """Refuse "Jumlah jembatan kondisi baik + sedang": the second part is half a name."""
    for at, token in enumerate(side):
        words = token.text.split(" ")
        if token.kind != "name" or len(words) < _LONG or token.first not in _MEASURED:
            continue
        end = at + 1
        while len(side) > end + 1 and _is_half(side[end], side[end + 1], names):
            end += 2
        if end > at + 1:
            printed = side[at:end]
            full = [
                each._replace(text=" ".join((*words[:-1], each.text)))
                if each.kind == "name" and each != token
                else each
                for each in printed
            ]
            raise Doubt(
                f"“{side[at + 2].text}” hanya menyebut sebagian dari nama besaran",
                *(
                    build_expression([*side[:at], OPEN, *part, CLOSE, *side[end:]], names)
                    for part in (full, printed)
                ),
            )


def _is_half(sign: Token, name: Token, names: Names) -> bool:
    """Tell whether a single word that names no quantity is added or subtracted."""
    bare = name.kind == "name" and not name.quoted and _BARE.fullmatch(name.text) is not None
    known = name.first in QUANTITY or name.text in names.legend
    return sign.kind in {"+", "-"} and bare and not known


def _check_products(side: Sequence[Token]) -> None:
    """Refuse one product of a weight, or of something for each: a sum over an open list."""
    products = [
        side[at : at + 3]
        for at in range(len(side) - 2)
        if [token.kind for token in side[at : at + 3]] == ["name", "*", "name"]
        and (at == 0 or side[at - 1].kind != "/")
    ]
    if len(products) != 1:
        return
    for token in products[0]:
        if not token.quoted and _OPEN_LIST.search(token.text):
            raise Doubt("penjumlahan atas daftar yang tidak disebutkan satu per satu")


def _check_units(side: Sequence[Token], names: Names) -> None:
    """Refuse numbers with their unit as names, and periods that nothing is counted of."""
    for at, token in enumerate(side):
        divisor = at > 0 and side[at - 1].kind == "/"
        if token.kind != "name" or token.quoted:
            continue
        if divisor and _PERIOD.fullmatch(token.text) and token.text not in names.legend:
            raise Doubt(f"“/ {token.text}” dapat menyebut satuan, bukan pembagi")
        found = read_number(token.text)
        if found is not None and found[1] and not found[0].percent:
            number = [*side[:at], found[0], *side[at + 1 :]]
            raise Doubt(
                f"“{token.text}” adalah bilangan dengan satuannya, bukan besaran",
                *([build_expression(number, names)] if divisor else []),
            )


def _check_chains(side: Sequence[Token], names: Names) -> None:
    """Refuse two divisions in a row without parentheses."""
    for at in range(len(side) - 4):
        links = side[at : at + 5]
        quoted = any(token.quoted for token in links)
        if [token.kind for token in links] == _CHAIN and not quoted:
            grouped = [*side[: at + 2], OPEN, *links[2:], CLOSE, *side[at + 5 :]]
            raise Doubt(
                "dua pembagian berturut-turut tanpa kurung",
                build_expression(side, names),
                build_expression(grouped, names),
            )


def take_scaled_divisors(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """
    Read "A / 10.000 penduduk" as A per 10.000 penduduk.

    >>> tokens = [Token("name", "kasus"), Token("/"), Token("name", "1.000 penduduk")]
    >>> [token.text or token.kind for token in take_scaled_divisors(tokens, [])]
    ['kasus', '/', 'penduduk', '*', '1.000']
    """
    if any(token.kind == "number" for token in side):
        return list(side)
    taken: list[Token] = []
    for token in side:
        divisor = bool(taken) and taken[-1].kind == "/"
        named = divisor and token.kind == "name" and not token.quoted
        found = read_number(token.text) if named else None
        value = found[0].value if found else None
        if found and found[1] and value is not None and _SCALE.fullmatch(value.teks):
            taken.extend(
                (Token("name", found[1]), TIMES, found[0]._replace(text=found[0].text.strip()))
            )
            evidence.append(f"bilangan di dalam “{token.text}” menyebut pengalinya")
        else:
            taken.append(token)
    return taken
