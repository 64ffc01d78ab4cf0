"""
Whether a sign or a word between two words operates, or belongs to a name.

Each function decides about one kind of sign from what stands around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.prose.words import (
    COUNTING,
    DIVIDING,
    FILLING,
    LEANING,
    NOT_OPERATING,
    OPERATING,
    PAIRS,
    PLANNED,
    QUANTITY,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.scanning.atoms import Atom

_FACTOR: Final = re.compile(r"[xX](?P<number>\d[\d.,]*+%?)$")
_ROUND: Final = re.compile(r"10{2,}+%?|1(?:\.000)++|100(?:\.000)++|10(?:\.000)++|\d[\d.,]*+%")
_SYMBOL: Final = re.compile(r"[A-Za-z](?:\w?|[A-Za-z]*[_\d]\w*)")
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*+")
_LETTER: Final = re.compile(r"[A-Za-z]|[A-Za-z]+(?:\d|_\w)\w*")
_YEAR: Final = 1000
"""The largest number that a quantity is shared out by; beyond it, it is a year."""
_WORD: Final = 4
_FEW_TIMES: Final = re.compile(r"[1-9]\d?")
_AT_LEAST: Final = frozenset({"minimal", "maksimal", "sebanyak", "dapat", "sedikit", "setidaknya"})
_TIMES_OF_DAY: Final = frozenset({"hari", "sehari", "jam", "minggu", "bulan"})
_WITHIN: Final = frozenset({"sehari", "seminggu", "sebulan", "setahun", "lipat"})
_VERB: Final = re.compile(r"(?:me|ber|di|ter)[a-z]{3,}")
_COMPARING: Final = frozenset({"perbandingan", "membandingkan"})
_INTRODUCING: Final = frozenset(
    {"meliputi", "dari", "yaitu", "adalah", "berikut", "lain", "cara", "rumus", "yakni"}
)


def find_behind(atoms: Sequence[Atom], index: int) -> Atom | None:
    """Find the next word, over line breaks, opening parentheses and Σ."""
    for atom in atoms[index + 1 : index + 9]:
        if atom.kind in {"word", "quoted"}:
            return atom
        if atom.kind != "line" and atom.text not in {"(", "Σ"}:
            return None
    return None


def is_counted(atoms: Sequence[Atom], index: int, words: frozenset[str] = COUNTING) -> bool:
    """Tell whether a counted quantity begins behind a sign."""
    behind = index + 1
    while behind < len(atoms) and (atoms[behind].kind == "line" or atoms[behind].text == "("):
        behind += 1
    if behind == len(atoms):
        return False
    return atoms[behind].text == "Σ" or atoms[behind].lower in words


def is_times(atoms: Sequence[Atom], index: int) -> bool:
    """
    Tell whether a word x multiplies.

    >>> from iku.reading.prose.scanning.atoms import split_atoms
    >>> is_times(split_atoms("Ko x St"), 1), is_times(split_atoms("x = laju"), 0)
    (True, False)
    """
    atom = atoms[index]
    if atom.kind != "word" or atom.lower != "x":
        return False
    behind = atoms[index + 1] if index + 1 < len(atoms) else None
    if behind is None or behind.text in {"=", ":", "+", "/", ")", "-"}:
        return False
    if index == 0 or behind.lower in LEANING or behind.lower in OPERATING:
        return False
    if _ROUND.fullmatch(behind.text.rstrip(".,")):
        return True
    if is_often(atoms, index):
        return False
    before = atoms[index - 1]
    return before.lower not in LEANING and (before.kind != "sign" or before.text == ")")


def is_often(atoms: Sequence[Atom], index: int) -> bool:
    """
    Tell whether a small number before a sign says how often: "mendapat 3 x imunisasi".

    >>> from iku.reading.prose.scanning.atoms import split_atoms
    >>> is_often(split_atoms("yang mendapat 3 x imunisasi"), 3)
    True
    >>> is_often(split_atoms("skor 3 x bobot 3"), 2)
    False
    """
    if not 1 < index < len(atoms) - 1 or not _FEW_TIMES.fullmatch(atoms[index - 1].text):
        return False
    at = index - 3 if atoms[index - 2].kind == "line" else index - 2
    before = atoms[max(0, at)]
    computed = before.lower in FILLING and atoms[max(0, at - 1)].lower in OPERATING
    if before.kind != "word" or before.lower in OPERATING or computed:
        return False
    lasting = [atom.lower for atom in atoms[index + 1 : index + 3]]
    timed = lasting[0] in _WITHIN or (
        lasting[0].isdigit() and not _TIMES_OF_DAY.isdisjoint(lasting[1:])
    )
    leaning = before.lower in LEANING or before.lower in _AT_LEAST
    return timed or before.text.endswith(",") or leaning or bool(_VERB.fullmatch(before.lower))


def find_glued_factor(text: str) -> str | None:
    """
    Find the factor in a word like `x100%`; `x1` is a symbol.

    >>> find_glued_factor("X100%"), find_glued_factor("X1")
    ('100%', None)
    """
    found = _FACTOR.match(text)
    return found["number"] if found and _ROUND.fullmatch(found["number"]) else None


def find_operation(atoms: Sequence[Atom], index: int) -> str | None:
    """
    Find the operation that a word stands for.

    >>> from iku.reading.prose.scanning.atoms import split_atoms
    >>> find_operation(split_atoms("murid dibagi guru"), 1)
    '/'
    >>> find_operation(split_atoms("bantuan dibagi menjadi dua"), 1)
    """
    word = atoms[index].lower
    behind = find_behind(atoms, index)
    if sign := OPERATING.get(word):
        scattered = word in {"dibagi", "berbanding"} and (
            behind is None or behind.lower in NOT_OPERATING
        )
        passive = index > 0 and atoms[index - 1].lower == "yang"
        return None if scattered or passive else sign
    if word == "per" and index and is_counted(atoms, index):
        return "/"
    if word == "kali" and behind is not None and _ROUND.fullmatch(behind.text.rstrip(".,")):
        return "*"
    return None


def is_word_divided(atoms: Sequence[Atom]) -> bool:
    """Tell whether a text divides in words, so that its slashes belong to names."""
    return any(atom.lower in DIVIDING or atom.lower in _COMPARING for atom in atoms)


def is_dividing_slash(
    atoms: Sequence[Atom], index: int, symbols: frozenset[str], *, worded: bool
) -> bool | None:
    """
    Tell whether a slash divides; None where that cannot be told.

    `worded` says that the text divides in words, `symbols` what a legend explains.

    >>> from iku.reading.prose.scanning.atoms import split_atoms
    >>> is_dividing_slash(split_atoms("murid / guru"), 1, frozenset(), worded=False)
    True
    >>> is_dividing_slash(split_atoms("siswa SD/MI"), 2, frozenset(), worded=False)
    False
    """
    if is_counted(atoms, index) or (not worded and is_paired(atoms, index)):
        return True
    inside = 0 < index < len(atoms) - 1
    if not inside or _is_shared_out(atoms, index):
        return inside
    before, behind = atoms[index - 1], atoms[index + 1]
    alone = _is_alone(atoms, index)
    if worded:
        both = before.text + behind.text
        return alone and (both.isdigit() or (len(both) == 2 and both.isalpha()))
    planned = alone and before.lower == "realisasi" and behind.lower in PLANNED
    if planned or any(atoms[index].spaced) or before.text == ")" or behind.text == "(":
        return True
    if before.kind == "line" or behind.kind == "line":
        return is_counted(atoms, index, QUANTITY)
    return _divides_words(before, behind, symbols) if alone else False


def _is_shared_out(atoms: Sequence[Atom], index: int) -> bool:
    """Tell whether a number ends the part behind a sign, as in "terjual setahun/12)"."""
    before, behind = atoms[index - 1].text, atoms[index + 1].text
    after = atoms[index + 2] if index + 2 < len(atoms) else None
    numbered = behind.isdecimal() and 1 < int(behind[:4]) < _YEAR
    named = before.isalpha() and len(before) >= _WORD and not before.isupper()
    ends = after is None or after.kind == "line" or after.text in {")", "+", "×", "÷"}
    return numbered and named and (ends or is_times(atoms, index + 2))


def _divides_words(before: Atom, behind: Atom, symbols: frozenset[str]) -> bool | None:
    """Tell whether a slash divides two words that stand alone."""
    if f"{before.lower}/{behind.lower}" in PAIRS:
        return False
    numbers = _DIGITS.fullmatch(before.lower) and _DIGITS.fullmatch(behind.lower)
    both = _is_symbol(before.text, symbols) and _is_symbol(behind.text, symbols)
    return True if numbers or both else None


def is_paired(atoms: Sequence[Atom], index: int) -> bool:
    """
    Tell whether what stands behind a sign begins as what stands before it does.

    A realisasi is divided by its target, too.

    >>> from iku.reading.prose.scanning.atoms import split_atoms
    >>> is_paired(split_atoms("hari hadir/hari kerja"), 2)
    True
    """
    first = index
    while first and atoms[first - 1].kind in {"word", "line"}:
        first -= 1
    listed = first > 0 and atoms[first - 1].text == "/"
    if listed or index - first < 2 or index + 1 == len(atoms):
        return False
    begin, behind = atoms[first].lower, atoms[index + 1].lower
    return begin == behind or (begin == "realisasi" and behind in PLANNED)


def _is_alone(atoms: Sequence[Atom], index: int) -> bool:
    """Tell whether nothing but a single word stands on each side of a sign."""
    before = atoms[index - 2] if index >= 2 else None
    behind = atoms[index + 2] if index + 2 < len(atoms) else None
    begins = before is None or before.kind in {"sign", "line"} or before.lower == "atau"
    return begins and (
        behind is None
        or behind.kind in {"sign", "line"}
        or is_times(atoms, index + 2)
        or find_glued_factor(behind.text) is not None
    )


def _is_symbol(word: str, symbols: frozenset[str]) -> bool:
    return word in symbols or (_SYMBOL.fullmatch(word) is not None and len(word) <= 12)


def split_difference(word: str, symbols: frozenset[str]) -> tuple[str, str] | None:
    """
    Split a word that is one symbol less another.

    >>> split_difference("PDRB_1-PDRB_0", frozenset()), split_difference("Pt-Pt-1", frozenset())
    (('PDRB_1', 'PDRB_0'), ('Pt', 'Pt-1'))
    >>> split_difference("MP-ASI", frozenset())
    """
    left, dash, right = word.partition("-")
    if not dash or word in symbols or len(word) > 40:
        return None
    stem, _, steps = right.partition("-")
    earlier = stem == left and steps.isdigit()
    both = all(part in symbols or _LETTER.fullmatch(part) for part in (left, right))
    return (left, right) if earlier or both else None


def is_range(atoms: Sequence[Atom], index: int, *, pending: int) -> bool:
    """
    Tell whether a dash joins two numbers of a range, like "usia 10 - 18 tahun".

    `pending` says how many words of the name stand before the sign.
    """
    before, behind = atoms[index - 1], atoms[index + 1]
    numbers = before.text[:1].isdigit() and behind.text[:1].isdigit()
    # "(PAD 2025 : PAD 2024 - 1)" is no range.
    one = behind.text == "1" and any(atom.text == ")" for atom in atoms[index + 2 : index + 3])
    return numbers and pending > 1 and not one


def is_list_head(words: Sequence[str]) -> bool:
    """
    Tell whether the words before a colon announce a list.

    >>> is_list_head(["yang", "meliputi"]), is_list_head(["produksi", "padi"])
    (True, False)
    """
    return bool(words) and words[-1] in _INTRODUCING
