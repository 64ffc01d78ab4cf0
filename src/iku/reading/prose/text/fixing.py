"""
Slips of the hand in words that compute: "dobagi", "dikailkan 100", "siswax100%".

No Indonesian word is one letter away from these verbs but those that are left
out here; names in backticks are not looked into.
"""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Final

_VERBS: Final = ("dibagi", "dikali", "dikalikan", "ditambah", "dikurangi", "dibandingkan")
_WORDS: Final = frozenset(
    {"dikala", "dikail", "diali", "diakali", "dirambah", "ditambal", "ditambat", "ditambak"}
    | {"ditambahi", "dikarangi", "dikurungi", "dikurang", "disandingkan", "ditandingkan"}
)
"""Words of their own that are so near."""
_SHORT: Final = 6
"""Letters of a verb beside which there are too many words to change a consonant."""
_VOWELS: Final = "aeiou"


def _misspell(verb: str) -> set[str]:
    """Make what one letter more, less, other or in another place makes of a verb."""
    cuts = [(verb[:at], verb[at:]) for at in range(1, len(verb))]
    less = {head + tail[1:] for head, tail in cuts}
    turned = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    if len(verb) > _SHORT:
        other = {head + letter + tail[1:] for head, tail in cuts for letter in ascii_lowercase}
        more = {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    else:
        vowels = [(head, tail) for head, tail in cuts if tail[0] in _VOWELS]
        other = {head + letter + tail[1:] for head, tail in vowels for letter in _VOWELS}
        more = {head + head[-1] + tail for head, tail in cuts}
    return less | turned | other | more


_SLIPS: Final = {
    slip: verb for verb in _VERBS for slip in _misspell(verb) if slip not in _WORDS | {*_VERBS}
}
_PIECE: Final = re.compile(
    r"(?P<quoted>`[^`\n]++`)"
    r"|\b(?P<verb>dikali(?:kan)?)(?P<digits>1[\d.]*)"
    r"|(?<=[A-Za-z]{2})(?<!de)(?<!ri)(?<!le)(?<!ma)(?<!ta)[xX](?P<factor>100(?![\d.,\w]))"
    r"|(?<![\w-])(?P<word>d\w{3,12})(?=\s++[^\s)])",
    re.IGNORECASE,
)


_BAR: Final = re.compile(
    r" (?P<bar>[-_]{5,}+ ?[xX×] ?100 ?%?) (?=(?:jumlah|jml|total|banyaknya)\b)", re.IGNORECASE
)
_BELOW: Final = re.compile(
    r"(?P<above>\b(?:jumlah|jml) (?P<noun>\w{3,})\b[^\n÷×/:=+(`]{0,300}? [xX×] ?100 ?%?) "
    r"(?=(?:jumlah|jml)(?: seluruh| total)? (?P=noun)\b[^\n÷×/:=+(`]*$)",
    re.IGNORECASE | re.MULTILINE,
)


def split_fraction(text: str) -> str:
    r"""
    Give numerator, bar and denominator their lines back where they ran into one.

    >>> split_fraction("Jumlah A ------ x 100 % Jumlah B").split("\n")
    ['Jumlah A', '------ x 100 %', 'Jumlah B']
    >>> split_fraction("Jumlah desa aktif X 100 Jumlah desa").split("\n")
    ['Jumlah desa aktif X 100', 'Jumlah desa']
    """
    return _BELOW.sub(r"\g<above>\n", _BAR.sub(r"\n\g<bar>\n", text))


_CONSTANT: Final = re.compile(
    r"(?P<verb>\b(?:membagi|dibagi)\b[^\n×=]{3,300}?),? (?:dengan|menggunakan|memakai) "
    r"(?:bilangan )?konstanta ?(?:=|sebesar)? ?\(?(?P<number>1(?:00+|(?:\.000)+)) ?%?\)?\.?$",
    re.IGNORECASE,
)


def write_constant(text: str) -> str:
    """
    Write a round constant behind a division as its factor.

    >>> write_constant("Membagi A dengan B dengan konstanta (100)")
    'Membagi A dengan B × 100'
    >>> write_constant("A dibagi B dengan konstanta 5")
    'A dibagi B dengan konstanta 5'
    """
    return _CONSTANT.sub(r"\g<verb> × \g<number>", text)


def fix_operations(text: str) -> tuple[str, list[str]]:
    """
    Write misspelt verbs and glued factors as they are meant, and say which.

    >>> fix_operations("A dobagi sawahx100")[0]
    'A dibagi sawah x 100'
    >>> fix_operations("A dobagi B dikali100")
    ('A dibagi B dikali 100', ['“dobagi” dibaca sebagai “dibagi”'])
    >>> fix_operations("Jalan yang ditambal dibagi `panjangx100`")
    ('Jalan yang ditambal dibagi `panjangx100`', [])
    """
    evidence: list[str] = []

    def mend(found: re.Match[str]) -> str:
        if found["factor"]:
            evidence.append(f"“{found[0]}” dibaca sebagai perkalian")
            return f" x {found['factor']}"
        if found["verb"]:
            return f"{found['verb']} {found['digits']}"
        verb = _SLIPS.get((found["word"] or "").lower())
        if verb is None:
            return found[0]
        evidence.append(f"“{found[0]}” dibaca sebagai “{verb}”")
        return verb

    return _PIECE.sub(mend, text), evidence
