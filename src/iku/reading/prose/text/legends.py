"""
Legends inside a line: "A/B x 100%, A = jumlah desa aktif, B = jumlah desa".

Nothing announces them; a symbol that the formula before has used, with a sign
of equality and words behind it, is an entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

COMPUTING: Final = re.compile(
    r"[/×÷+=]|\b[xX] |\bdi(?:bagi|kali|tambah|kurangi)|100 ?%", re.IGNORECASE
)
"""What tells a line that computes."""
_ENTRY: Final = re.compile(
    r"(?P<before>[ ,;.(]|^)(?P<symbol>[A-Za-z]\w{0,11}) ?(?P<sign>[=:]) ?(?=[A-Za-zΣ])"
)
_AGAIN: Final = re.compile(r"100 ?%|[x×] ?1\.?00|\bdibagi\b", re.IGNORECASE)
_RATIO: Final = re.compile(r"(?:persentase|prosentase|presentase|rasio)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_JOINED: Final = re.compile(r"(?:[\d%);,.]|\b(?:dengan|di ?mana|ket|yaitu|dan))[ (,;.]*$")
_EDGES: Final = " ,;."


def find_legend(line: str) -> int:
    """
    Find where a line begins to explain the symbols of the formula in it; 0 where it does not.

    >>> line = "JS/JP x 100% JS = jumlah siswa"
    >>> line[find_legend(line) :]
    'JS = jumlah siswa'
    >>> find_legend("Y = A / B = C / D")
    0
    """
    computing = COMPUTING.search(line)
    if computing is None:
        return 0
    words = _WORD.finditer(line)
    used: set[str] = set()
    seen = next(words, None)
    first = 0
    for entry in _ENTRY.finditer(line, computing.start()):
        while seen and seen.end() <= entry.start("symbol"):
            used.add(seen[0])
            seen = next(words, None)
        head = line[max(0, entry.start("symbol") - 12) : entry.start("symbol")]
        joined = _JOINED.search(head) is not None
        if entry["symbol"] in used and (joined or first):
            begin = first or entry.start("symbol")
            return 0 if _AGAIN.search(line, begin) else begin
        # "KSP = A / B x 100% KTA = ... A = ...": what the result is called, another time.
        if joined and not first and _RATIO.match(line, entry.end()):
            first = entry.start("symbol")
    return 0


def split_legend(text: str, symbols: Collection[str]) -> Iterator[str]:
    """
    Split the entries of a legend at the symbols that a formula uses.

    >>> list(split_legend("A : jumlah desa aktif dan B : jumlah desa", {"A", "B"}))
    ['A : jumlah desa aktif', 'B : jumlah desa']
    """
    begin = 0
    for entry in _ENTRY.finditer(text):
        if entry["symbol"] in symbols and entry.start("symbol") > begin:
            yield _clean(text[begin : entry.start("symbol")])
            begin = entry.start("symbol")
    yield _clean(text[begin:])


def _clean(entry: str) -> str:
    plain = entry.strip(_EDGES).removesuffix(" dan").strip(_EDGES)
    return plain.removesuffix(")") if plain.count(")") > plain.count("(") else plain


def collect_words(lines: Collection[str]) -> frozenset[str]:
    """List the words of a formula, among them its symbols."""
    return frozenset(word for line in lines for word in _WORD.findall(line))
