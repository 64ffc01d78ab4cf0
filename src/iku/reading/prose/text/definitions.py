"""
Definitions behind a formula: "... dikali 100% Sekolah adiwiyata adalah sekolah yang ...".

Such a sentence says what a term of the formula means. It computes nothing, and
it names what stands in the formula; anything else behind a factor is kept.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final

from iku.reading.prose.words import LEVEL_NAMES, RATIO_NAMES

_FACTOR: Final = re.compile(r"100 ?(?:%|persen\b)", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"[\s.,;]{1,4}(?P<term>[A-Z][^\s.,;:%=]*+(?:\s[^\s.,;:%=]++){1,7}?)"
    r"\s(?:adalah|merupakan|ialah)\s(?P<said>.{10,})",
    re.DOTALL,
)
_COMPUTED: Final = re.compile(
    r"\bdi(?:bagi|kali|tambah|kurang|banding)|[×÷=+%]|\b[xX*] ?\d|\bperbandingan\b", re.IGNORECASE
)


def find_definition(text: str) -> int:
    """
    Find where a sentence behind the last factor defines a term of the formula; 0 where none does.

    >>> text = "Desa aktif sekali dibagi desa dikali 100% Desa aktif adalah desa yang melapor"
    >>> text[find_definition(text) :].strip()
    'Desa aktif adalah desa yang melapor'
    >>> find_definition("Desa aktif dibagi desa dikali 100% Capaian desa adalah nilai tertinggi")
    0
    """
    factor = next(iter(deque(_FACTOR.finditer(text), maxlen=1)), None)
    found = _DEFINED.match(text, factor.end()) if factor else None
    if factor is None or found is None or _COMPUTED.search(found["said"]):
        return 0
    term, formula = (
        " ".join(part.lower().split()) for part in (found["term"], text[: factor.start()])
    )
    valued = term.split(" ", 1)[0] in LEVEL_NAMES | RATIO_NAMES
    return 0 if valued or f" {term} " not in f" {formula} " else found.start()
