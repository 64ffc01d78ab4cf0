"""The phrases of a text as names of variables."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from iku.domain import Variabel
from iku.reading.prose.words import (
    ANNOUNCING,
    COMPARED,
    COUNTING,
    EQUAL,
    INTRODUCING,
    RATIO_NAMES,
)
from iku.tree import Previous, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iku.tree import Input

_SHORTEST_WORD: Final = 4
_SHOWING: Final = frozenset({"menggambarkan", "menunjukkan", "mencerminkan", "menyatakan"})
_DEFINED: Final = 12
"""Words before "adalah" at most."""
LONGEST: Final = 128
"""Characters of a kode; the model takes no more."""

_EARLIER: Final = re.compile(
    r"[ ,]*[-(_]*(?:"
    r"(?:(?<![A-Za-z])(?:pada|di|untuk) )?"
    r"(?:(?<![A-Za-z])(?:tahun|thn?\.?|periode|bulan|triwulan|semester))? ?(?:ke ?-? ?)?\(?"
    r"(?<![A-Za-z])[nt] ?- ?(?P<steps>\d{1,2})\)?"
    r"|(?:(?<![A-Za-z])(?:pada|di|untuk) )?"
    r"(?<![A-Za-z])(?:tahun|thn?\.?|periode|bulan|triwulan|semester) (?:yang )?"
    r"(?:lalu|sebelumnya|kemarin|\(?[nt] ?- ?(?P<more>\d{1,2})\)?)"
    r"|(?P<ago>\d{1,3}) periode lalu|(?<![A-Za-z])lalu)(?: ?\((?:tahun )?[nt] ?- ?\d{1,2}\))?[)]*$",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"[ ,]*[(_]*(?:(?:(?<![A-Za-z])(?:pada|di|untuk) )?"
    r"(?<![A-Za-z])(?:tahun|thn?\.?|periode|bulan|triwulan|semester) ?"
    r"(?:ini|berjalan|sekarang|(?:ke ?-? ?)?\(?[nt]\)?)"
    r"(?: ?\((?:tahun )?[nt]\))?|\([nt]\)|[-_ ][nt]|(?: saat| hari)? ini)[)]*$",
    re.IGNORECASE,
)


class Names:
    """
    The names given so far.

    One phrase is one variable, however its letters are cased; symbols of one
    word keep their case, because n and N are two.
    """

    def __init__(self, legend: Mapping[str, str] | None = None) -> None:
        self.legend = legend or {}
        self.known: dict[str, str] = {}
        self.phrases: dict[str, str] = {}
        self.earlier: dict[str, tuple[str, int]] = {}

    def make_variable(self, phrase: str) -> Input:
        """Give the variable of a phrase, or what it was in an earlier period."""
        stem, steps = self.earlier.get(phrase, (phrase, 0))
        kode = self.make_kode(stem)
        return Previous(kode=kode, steps=steps) if steps else Variable(kode)

    def make_kode(self, phrase: str) -> str:
        """Give the kode of a phrase: the phrase itself, cut where it is too long."""
        plain = unicodedata.normalize("NFC", phrase)
        # A name in capitals beside one that is not is another, and so are n and N.
        cased = plain.isupper() or len(plain) < _SHORTEST_WORD
        key = plain if cased else plain.lower()
        if key not in self.known:
            kode = _shorten(plain)
            number = 2
            while kode in self.phrases:
                kode = _shorten(plain, f" ({number})")
                number += 1
            self.known[key] = kode
            self.phrases[kode] = plain
        return self.known[key]

    def pair_periods(self, phrases: Iterable[str]) -> list[str]:
        """
        Find phrases that are one quantity in two periods.

        >>> names = Names()
        >>> names.pair_periods(["PAD tahun n", "PAD tahun n-1"])
        ['PAD']
        >>> names.make_variable("PAD tahun n-1")
        Previous(kode='PAD')
        """
        listed = list(dict.fromkeys(phrases))
        paired = self._pair_symbols(listed)
        listed = [phrase for phrase in listed if phrase not in self.earlier]
        before = {phrase: found for phrase in listed if (found := _cut_earlier(phrase))}
        now = {
            phrase: _PRESENT.sub("", phrase).strip() for phrase in listed if phrase not in before
        }
        for phrase, (stem, steps) in before.items():
            same = [
                other for other, plain in now.items() if plain and plain.lower() == stem.lower()
            ]
            if same:
                chosen = now[same[0]]
                self.earlier[phrase] = (chosen, steps)
                self.earlier.update(dict.fromkeys(same, (chosen, 0)))
                paired.append(chosen)
            elif (
                phrase.lower().endswith(" lalu")
                and stem.split()
                and not _PERIOD_WORD.search(phrase)
            ):
                self.earlier[phrase] = (stem, steps)
        return list(dict.fromkeys(paired))

    def _pair_symbols(self, listed: list[str]) -> list[str]:
        """Pair a symbol with the same symbol and a step behind it: Pt and Pt-1."""
        paired: list[str] = []
        for phrase in listed:
            found = _SYMBOL_EARLIER.fullmatch(phrase)
            if found and found["symbol"] in listed:
                self.earlier[phrase] = (found["symbol"], int(found["steps"]))
                paired.append(found["symbol"])
        return paired

    def list_variabel(self, used: Iterable[str]) -> tuple[Variabel, ...]:
        """Describe the variables that are used, with what the legend says of them."""
        return tuple(
            Variabel(
                kode=kode,
                nama=self.phrases.get(kode, kode),
                definisi=self.legend.get(self.phrases.get(kode, kode)),
            )
            for kode in used
        )


_INTRODUCED: Final = re.compile(rf"(?<!yang) (?={INTRODUCING.pattern} (?!\())", re.IGNORECASE)
_SYMBOL_EARLIER: Final = re.compile(r"(?P<symbol>[^ ]{0,39}[nt])-(?P<steps>[1-9])", re.IGNORECASE)
_PERIOD_WORD: Final = re.compile(
    r"\b(?:tahun|thn?\.?|periode|bulan|triwulan|semester|yang) lalu$", re.IGNORECASE
)


def _cut_earlier(phrase: str) -> tuple[str, int] | None:
    found = _EARLIER.search(phrase[-60:])
    if found is None:
        return None
    stem = phrase[: len(phrase) - len(found[0])].strip(" ,(_-")
    steps = int(found["steps"] or found["more"] or found["ago"] or 1)
    return (stem, steps) if stem and 0 < steps <= 120 else None


def is_earlier(phrase: str) -> bool:
    """Tell whether a phrase speaks of an earlier period."""
    return _cut_earlier(phrase) is not None


def find_quantity(phrase: str) -> str:
    """
    Give the quantity that a phrase names in a period; empty where it names no period.

    >>> find_quantity("PAD tahun n-1"), find_quantity("PAD tahun ini"), find_quantity("PAD")
    ('PAD', 'PAD', '')
    """
    if earlier := _cut_earlier(phrase):
        return earlier[0]
    present = _PRESENT.search(phrase)
    return phrase[: present.start()].strip() if present else ""


def is_period(phrase: str) -> bool:
    """
    Tell whether a phrase names a period and nothing in it.

    >>> is_period("tahun n-1"), is_period("PAD tahun n-1")
    (True, False)
    """
    return any(pattern.fullmatch(phrase) for pattern in (_EARLIER, _PRESENT))


def write_period(left: str, right: str) -> str:
    """
    Write a second period with what it is one of: "PAD tahun ini" and "tahun lalu".

    >>> write_period("PAD tahun ini", "tahun lalu"), write_period("PAD", "belanja")
    ('PAD tahun lalu', 'belanja')
    """
    if _EARLIER.fullmatch(right):
        return _PRESENT.sub(f" {right}", left) if _PRESENT.search(left) else right
    earlier = _EARLIER.search(left[-60:])
    if earlier and _PRESENT.fullmatch(right):
        return f"{left.removesuffix(earlier[0])} {right}"
    return right


def _shorten(phrase: str, ending: str = "") -> str:
    room = LONGEST - len(ending)
    if len(phrase) <= room:
        return phrase + ending
    cut = phrase[: room - 1].rsplit(" ", 1)[0].rstrip(" ,(")
    return cut + "…" + ending


def normalise_phrase(phrase: str) -> str:
    """
    Take away what introduces a quantity: "X adalah", "dihitung dari", "menunjukkan".

    >>> normalise_phrase("Proporsi merokok adalah jumlah penduduk yang merokok")
    'jumlah penduduk yang merokok'
    >>> normalise_phrase("Jumlah desa yang merupakan desa mandiri")
    'Jumlah desa yang merupakan desa mandiri'
    """
    words = phrase.split(" ")
    places = [
        index
        for index, word in enumerate(words[:-1])
        if (word.lower().strip(",:") in EQUAL or _shows_ratio(word, words[index + 1]))
        and (not index or words[index - 1].lower() != "yang")
    ]
    said = [index for index in places if _find_next(words, index) in COMPARED]
    # What is defined has few words; a paragraph in front is no name.
    named = [at for at in places if at <= _DEFINED and words[0].lower() not in COUNTING]
    at = next(iter(said or named), None)
    plain = phrase if at is None else " ".join(words[at + 1 :])
    if words[0].lower() not in COUNTING and (inside := _INTRODUCED.search(plain)):
        plain = plain[inside.end() :]
    for pattern in (INTRODUCING, ANNOUNCING):
        if found := pattern.match(plain):
            plain = plain[found.end() :].strip(" :,") or plain
    return plain


def _find_next(words: Sequence[str], index: int) -> str:
    """Give the word behind "adalah", also over a colon."""
    behind = index + 2 if words[index + 1] == ":" else index + 1
    return "".join(words[behind : behind + 1]).lower()


def _shows_ratio(word: str, behind: str) -> bool:
    """Tell whether "menggambarkan perbandingan" says how something is computed."""
    return word.lower() in _SHOWING and behind.lower() in RATIO_NAMES
