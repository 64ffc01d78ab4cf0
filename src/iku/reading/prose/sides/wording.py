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
from iku.reading.prose.words import AMOUNTS, COUNTING, LEANING, LEVEL_NAMES, QUANTITY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names

_OPEN_LIST: Final = re.compile(r"\b(?:masing-masing|setiap|tiap|bobot)\b", re.IGNORECASE)
_PERIOD: Final = re.compile(r"hari|minggu|bulan|triwulan|semester|tahun|jam|menit", re.IGNORECASE)
_UNIT_BEHIND: Final = re.compile(r" \([^()]{1,20}\)$")
_SUMMED: Final = re.compile(r"\([^()]{1,200}\+[^()]{1,200}\)$")
_CONDITION: Final = re.compile(r"(?:^|\()(?:bila|jika|apabila|kalau) ", re.IGNORECASE)
_GLUED: Final = re.compile(r"\d{1,3}[A-Za-z]")
_STATED: Final = re.compile(r"\bdinyatakan (?:dalam|dengan|sebagai)\b", re.IGNORECASE)
_BARE: Final = re.compile(r"[a-z]{4,}(?:-[a-z]+)?(?: yang .+)?")
_SCALE: Final = re.compile(r"1(?:000)+|10(?:000)+|100(?:000)+")
_SCALED_PRODUCT: Final = ["name", "/", "name", "*", "name", "*", "number"]
_WEIGHING: Final = re.compile(r"\b(?:bobot|penimbang|konstanta|faktor)\b", re.IGNORECASE)
_HALVED: Final = ["name", "/", "number", "*", "name"]
_CHAIN: Final = ["name", "/", "name", "/", "name"]
_MEASURED: Final = QUANTITY | LEVEL_NAMES | {"angka"}
_WHOLES: Final = AMOUNTS - LEVEL_NAMES - COUNTING
_PURPOSES: Final = frozenset(
    {"menilai", "mengetahui", "menggambarkan", "meningkatkan", "memastikan", "menjamin", "melihat"}
    | {"memantau", "mengevaluasi", "menjelaskan"}
)
_GRADES: Final = frozenset(
    {"cukup", "sangat", "kurang", "tidak", "belum", "lebih", "agak", "semi", "non", "setengah"}
)
_KINDS: Final = frozenset(
    {"kondisi", "kategori", "kelas", "tipe", "jenis", "usia", "umur", "status", "predikat"}
)
_GRADED: Final = 2
_KIND_AT: Final = 2
"""Where the kinds begin: "Jumlah Raperda usul DPRD"; before it stands what is counted."""
_SYMBOL: Final = re.compile(r"[A-Za-z]\w?|[A-Za-z]+[\d_]\w*")
_VERB: Final = re.compile(r"(?:me|ber|di|ter)[a-z]{3,}")
_SHORT: Final = 2
_MANY: Final = 12
_PARAGRAPH: Final = 24


def check_wording(side: Sequence[Token], names: Names) -> None:
    """
    Refuse operands that are half named, sums over a list in words, and chains of slashes.

    Raises:
        Doubt: The words can be meant in several ways.
    """
    _check_lengths(side)
    _check_halves(side, names)
    _check_products(side)
    _check_units(side, names)
    _check_chains(side, names)
    _check_factors(side, names)
    _check_remarks(side)


def _check_lengths(side: Sequence[Token]) -> None:
    """Refuse an operand that is a paragraph and does not begin with a quantity."""
    for token in side:
        if not token.quoted and _STATED.search(token.text):
            raise Doubt("salah satu bagian rumus masih menyebut bagaimana nilainya dinyatakan")
        if not token.quoted and _CONDITION.search(token.text):
            raise Doubt("salah satu bagian rumus menyebut syarat")
        if not token.quoted and token.first in _PURPOSES:
            raise Doubt("kalimat menyebut tujuan pengukuran, bukan cara menghitungnya")
        long = token.text.count(" ") >= _PARAGRAPH and not token.quoted
        if long and token.first not in _MEASURED:
            raise Doubt("salah satu bagian rumus adalah uraian, bukan nama besaran")


def _check_halves(side: Sequence[Token], names: Names) -> None:
    """Refuse "Jumlah jembatan kondisi baik + sedang": the second part is half a name."""
    for at, token in enumerate(side):
        words = token.text.split(" ")
        if token.kind != "name" or len(words) < _SHORT or token.first not in _MEASURED:
            continue
        full = [token]
        halves: list[str] = []
        for sign, name in zip(side[at + 1 :: 2], side[at + 2 :: 2], strict=False):
            if sign.kind not in {"+", "-"} or name.kind != "name" or name.first in _MEASURED:
                break
            whole = _complete(words, name, names)
            halves.extend([name.text] if whole else [])
            full.extend((sign, name._replace(text=whole or name.text)))
        end = at + len(full)
        if halves:
            raise Doubt(
                f"“{halves[0]}” hanya menyebut sebagian dari nama besaran",
                *(
                    build_expression([*side[:at], OPEN, *part, CLOSE, *side[end:]], names)
                    for part in (full, side[at:end])
                ),
            )


def _complete(words: Sequence[str], name: Token, names: Names) -> str:
    """
    Give the whole name of which the other one is the last words; empty where it is one itself.

    >>> from iku.reading.prose.names import Names
    >>> _complete(["Panjang", "jalan", "kondisi", "baik"], Token("name", "kondisi sedang"), Names())
    'Panjang jalan kondisi sedang'
    """
    if name.quoted or name.text in names.legend:
        return ""
    if _SYMBOL.fullmatch(name.text) and not _SYMBOL.fullmatch(words[-1]):
        return ""
    plain = _UNIT_BEHIND.sub("", name.text)
    words = _UNIT_BEHIND.sub("", " ".join(words)).split(" ")
    parts = plain.split(" ")
    capital = words[-1].isupper() and plain.isupper() and len(words) + len(plain) > _SHORT + 1
    alike = capital or (len(words) > _SHORT and _BARE.fullmatch(plain))
    alike = alike or parts[0].lower() in LEANING
    graded = parts[0] in _GRADES and parts[-1] == words[-1] and len(parts) == _GRADED
    if alike or graded:
        return " ".join((*words[:-1], name.text))
    if "yang" in words[1:] and _VERB.fullmatch(parts[0]):
        return " ".join((*words[: words.index("yang") + 1], name.text))
    if parts[0] in words[_KIND_AT:] or (parts[0] in _KINDS and parts[0] in words):
        return " ".join((*words[: words.index(parts[0])], name.text))
    shared = len(words) > _SHORT and words[0].lower() in _WHOLES
    return f"{words[0]} {name.text}" if shared and parts[0].lower() != words[1].lower() else ""


def _check_products(side: Sequence[Token]) -> None:
    """Refuse one product of a weight, or of something for each: a sum over an open list."""
    for first, sign, second in zip(side, side[1:], side[2:], strict=False):
        if first.text.startswith("Σ") and (sign.kind, second.kind) == ("*", "name"):
            raise Doubt("penjumlahan hasil kali atas daftar yang tidak disebutkan")
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
    """Refuse numbers with their unit or a symbol as names, and periods nothing is counted of."""
    for at, token in enumerate(side):
        divisor = at > 0 and side[at - 1].kind == "/"
        if token.kind != "name" or token.quoted:
            continue
        if divisor and _PERIOD.fullmatch(token.text) and token.text not in names.legend:
            raise Doubt(f"“/ {token.text}” dapat menyebut satuan, bukan pembagi")
        if _GLUED.fullmatch(token.text) and token.text not in names.legend:
            raise Doubt(f"“{token.text}” dapat menyebut hasil kali atau nama")
        found = read_number(token.text)
        if found is not None and found[1]:
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


def _check_factors(side: Sequence[Token], names: Names) -> None:
    """Refuse "A / B x C x 100%": the product may be what A is divided by."""
    for at in range(len(side) - 4):
        kinds = [token.kind for token in side[at : at + 5]]
        if kinds == _HALVED and side[at + 1].text:
            grouped = [*side[: at + 2], OPEN, *side[at + 2 : at + 5], CLOSE, *side[at + 5 :]]
            raise Doubt(
                "perkalian di belakang pembagian dapat menjadi bagian dari penyebut",
                build_expression(grouped, names),
                build_expression(side, names),
            )
    for at in range(len(side) - 6):
        links = side[at : at + 7]
        named = [token.kind for token in links] == _SCALED_PRODUCT and links[-1].percent
        if named and _WEIGHING.search(links[4].text) is None:
            grouped = [*side[: at + 2], OPEN, *links[2:5], CLOSE, *side[at + 5 :]]
            raise Doubt(
                "perkalian di belakang pembagian dapat menjadi bagian dari penyebut",
                build_expression(grouped, names),
                build_expression(side, names),
            )


def _check_remarks(side: Sequence[Token]) -> None:
    """Refuse "Nilai X (A + B) / 2" and "A dan B / 2": what is averaged may stand in the name."""
    for first, sign, second in zip(side, side[1:], side[2:], strict=False):
        summed = _SUMMED.search(first.text) if first.kind == "name" else None
        count = second.value.nilai if second.kind == "number" and second.value else 0
        if summed and sign.kind == "/" and count == summed[0].count("+") + 1:
            raise Doubt("kurung di belakang nama dapat menjelaskannya atau dihitung")
        joined = first.kind == "name" and not first.quoted and " dan " in first.text.lower()
        if joined and sign.kind == "/" and 1 < count < _MANY:
            raise Doubt("“dan” di dalam nama yang dibagi dapat berarti penjumlahan")


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
