"""Means in words: "rata-rata dari" a list, and lists whose items have weights."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import Angka, parse_angka
from iku.formula import KomponenTertimbang, RataRata, RataTertimbang
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.words import FALLING, HANDLED, LEVEL_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names

_INTRODUCTION: Final = re.compile(
    r"\b(?:rata ?-? ?rata|rerata|pembobotan)\b.{0,120}(?:[:]|dari|terdiri|berikut)", re.IGNORECASE
)
_PAIR: Final = re.compile(
    r"(?:nilai )?(?:rata ?-? ?rata|rerata) (?:dari|antara) "
    r"(?P<items>(?P<first>[\w-]+) .{1,600}?)\.?",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    r"\b(?:setiap|tiap|masing-masing|seluruh|semua|per|bobot|yang dibagi)\b|[;:\d]", re.IGNORECASE
)
_MARKER: Final = re.compile(r"\(?(?P<number>\d{1,2})(?:[.)] ?|\s)(?=[^\d\s])|[a-h][.)] |[•●▪-] ?")
_INLINE: Final = re.compile(r"(?:^|(?<=[\s:;,]))(?:dan )?\(?(\d{1,2})[.)] ")
_WEIGHT: Final = re.compile(
    r"(?P<item>.*?)[ ,]*(?:\(|(?:dengan )?bobot(?: sebesar)? ?[:=]? ?|[:=] ?)*+"
    r"(?P<weight>\d{1,3}(?:[.,]\d{1,3})?) ?%\)?$",
    re.IGNORECASE,
)
_ANDS: Final = re.compile(r"^dan |[;,]? dan$", re.IGNORECASE)
_EQUAL: Final = re.compile(r"\bbobot (?:yang )?sama\b", re.IGNORECASE)
_COMPUTED: Final = re.compile(
    r" (?:dibagi|dikali|dikurangi|ditambah)\b|[×÷=]|\d{3}%", re.IGNORECASE
)


class ListReading(NamedTuple):
    """A mean over a list."""

    formula: RataRata | RataTertimbang
    """The mean."""
    evidence: tuple[str, ...]
    """What it rests on."""


def read_list(lines: Sequence[str], names: Names) -> ListReading | None:
    """
    Read a mean over listed quantities.

    >>> from iku.reading.prose.names import Names
    >>> lines = ("Rata-rata dari:", "1. Indeks literasi", "2. Indeks numerasi")
    >>> read_list(lines, Names()).formula.suku
    ('Indeks literasi', 'Indeks numerasi')

    Raises:
        Doubt: The weights do not add up, or the items do not go in one direction.
    """
    filled = [line for line in lines if line]
    if pair := _split_pair(" ".join(filled)):
        return _average(pair, names, equal=False)
    at = next((i for i, line in enumerate(filled) if _INTRODUCTION.search(line)), None)
    begin, first = (0, "") if at is None else _cut_introduction(filled, at)
    rest = ([first] if first else []) + filled[begin:]
    equal = any(_EQUAL.search(line) for line in rest)
    items = split_items([line for line in rest if not _EQUAL.search(line)])
    if len(items) < 2:
        return None
    if at is None and any(_COMPUTED.search(item) for item in items):
        return None
    weighted = [_WEIGHT.fullmatch(item) for item in items]
    if all(weighted):
        return _weigh(weighted, names)
    if at is None and not equal:
        return None
    if any(weighted):
        raise Doubt("hanya sebagian unsur yang berbobot")
    return _average(items, names, equal=equal)


def _split_pair(sentence: str) -> list[str]:
    """
    Split "rata-rata dari nilai A dan nilai B" where each quantity is called as the first is.

    >>> _split_pair("Rerata dari skor A, skor B dan skor C")
    ['skor A', 'skor B', 'skor C']
    >>> _split_pair("Rerata dari skor A dan B")
    []
    """
    found = _PAIR.fullmatch(sentence)
    if found is None or found["first"].lower() not in LEVEL_NAMES or _EVERY.search(sentence):
        return []
    again = rf"(?={re.escape(found['first'])} )"
    items = re.split(rf", dan {again}| dan {again}|, {again}", found["items"], flags=re.IGNORECASE)
    whole = len(items) > 1 and all(" " in item for item in items)
    computed = any(_COMPUTED.search(item) or " dan " in item.lower() for item in items)
    return [] if computed or not whole else [_clean(item) for item in items]


def _cut_introduction(lines: Sequence[str], at: int) -> tuple[int, str]:
    """Give the line behind the introduction, and what of the list stands beside it."""
    head, colon, beside = lines[at].partition(":")
    del head
    return at + 1, beside.strip() if colon else ""


def split_items(lines: Sequence[str]) -> list[str]:
    """
    Split lines at the numbers, bullets or semicolons of a list.

    >>> split_items(("1. Indeks A;", "2. Indeks B, dan", "yang lain"))
    ['Indeks A', 'Indeks B, dan yang lain']
    """
    if len(lines) == 1:
        return _split_line(lines[0])
    items: list[str] = []
    for line in lines:
        marker = _MARKER.match(line)
        plain = line[marker.end() :] if marker else line
        alike = bool(items) and plain.split(" ")[0].lower() == items[0].split(" ")[0].lower()
        if marker or alike:
            items.append(plain)
        elif items and not line.endswith(":"):
            items[-1] += f" {line}"
        elif items or not line.endswith(":"):
            break
    return [_clean(item) for item in items]


def _split_line(line: str) -> list[str]:
    numbers = list(_INLINE.finditer(line))
    if [int(found[1]) for found in numbers] == list(range(1, len(numbers) + 1)) and numbers:
        ends = [found.start() for found in numbers[1:]] + [len(line)]
        return [_clean(line[a.end() : b]) for a, b in zip(numbers, ends, strict=True)]
    return [_clean(item) for item in line.split(";") if _clean(item)]


def _clean(item: str) -> str:
    return _ANDS.sub("", item.strip(" ;,.")).strip(" ;,.")


def _weigh(weighted: Sequence[re.Match[str] | None], names: Names) -> ListReading:
    pairs = [(found["item"], found["weight"]) for found in weighted if found]
    weights = [parse_angka(weight.replace(".", ",")) for _, weight in pairs]
    total = sum((weight.nilai for weight in weights), Decimal(0))
    if total != 100:
        raise Doubt(f"bobot berjumlah {total}%, bukan 100%")
    komponen = tuple(
        KomponenTertimbang(
            variabel=names.make_kode(_clean(item)), bobot=Angka(weight.nilai.scaleb(-2))
        )
        for (item, _), weight in zip(pairs, weights, strict=True)
    )
    return ListReading(
        RataTertimbang(komponen=komponen), ("setiap unsur berbobot, dan bobot berjumlah 100%",)
    )


def _average(items: Sequence[str], names: Names, *, equal: bool) -> ListReading:
    if any(_COMPUTED.search(item) for item in items):
        raise Doubt("unsur rata-rata masing-masing dihitung dengan rumus sendiri")
    formula = RataRata(suku=tuple(names.make_kode(item) for item in items))
    falling = [
        bool(FALLING.search(item.lower())) and not HANDLED.search(item.lower()) for item in items
    ]
    if any(falling) and not all(falling):
        item = items[falling.index(True)]
        raise Doubt(
            f"rata-rata mencampur unsur yang diharapkan naik dan yang diharapkan turun ({item})",
            formula.lower(),
        )
    why = "bobot setiap unsur sama" if equal else "kata “rata-rata” di depan daftar"
    return ListReading(formula, (why, f"daftar berisi {len(items)} unsur"))
