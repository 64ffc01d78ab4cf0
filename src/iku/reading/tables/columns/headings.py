"""What one header cell says: a noun, a period or part of a year, the plan a target is from."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Periode, parse_periode
from iku.errors import DomainError
from iku.glossary import fold_kolom, load_istilah, match_kolom
from iku.reading.grid import Cell
from iku.reading.tables.columns.words import SUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST_CUT: Final = 8
_YEAR: Final = re.compile(r"(?:19|2[01])[0-9]{2}")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-[ \t]*+\n\s*+(?=[a-z])", re.IGNORECASE)
_SATUAN: Final = re.compile(r" ?\((?:%|persen|rp\.?|rupiah)\)$", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r" ?(?:\*{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})\)?$")
_OUTER: Final = " ():;,.-–—"
_LONGEST: Final = 120
_LONGEST_CELL: Final = 400
"""Characters with the spaces and line breaks between the words."""
_KINDS: Final = frozenset(
    {"triwulan", "tw", "trw", "kuartal", "semester", "smt", "bulan", "bln", "tahun ke"}
)
_COUNTING: Final = re.compile(r"tahun(?: ke)?$")
"""Words behind which the years of a plan are counted."""
_TARGETS: Final = re.compile(
    r"target(?:[ /,]+(?:capaian|kinerja|tujuan|sasaran|strategis|program|kegiatan|indikator|utama|"
    r"renstra|rpjmd|perangkat|daerah|opd|dan|kerangka|pendanaan))*+(?: pada)? tahun(?: ke)?"
)
"""Headers over the years of a plan, whatever they name besides."""
_ANY_YEAR: Final = 2000
TIMED: Final = frozenset({"target", "realisasi", "capaian", "pagu", "baseline", "kondisi_akhir"})
"""Nouns whose cells hold the values of a period."""


@frozen(kw_only=True)
class Words:
    """What the words of a header say."""

    noun: str | None = None
    """The noun they name."""
    periode: Periode | None = None
    """The period they name, alone or beside the noun."""
    bagian: str | None = None
    """The part of a year that they name without the year ("TW I")."""
    sumber: str | None = None
    """The document that a target is from, as printed ("Renstra")."""
    jenis: str | None = None
    """The kind of period whose numbers stand below ("Triwulan" over I, II, III, IV)."""

    @property
    def known(self) -> bool:
        """Whether they say anything that a header says."""
        return bool(self.noun or self.periode or self.bagian or self.sumber or self.jenis)


@frozen(kw_only=True)
class Heading:
    """What one header cell says."""

    cell: Cell
    """The cell."""
    words: Words
    """What its words say."""
    cut: bool = False
    """Whether it breaks off inside a word."""
    joined: bool = False
    """Whether it goes on in a row below."""

    @property
    def noun(self) -> str | None:
        """The noun it names."""
        return self.words.noun

    @property
    def known(self) -> bool:
        """Whether it says anything that a header says."""
        return self.words.known


def read_number(cell: Cell, over: Heading) -> Heading | None:
    """Say what a bare number means below a kind of period: I below Triwulan."""
    if over.words.jenis is None or not cell.text.strip(_OUTER).isalnum():
        return None
    words = _read_period(f"{over.words.jenis} {cell.text.strip(_OUTER)}", None, None)
    return Heading(cell=cell, words=words) if words else None


def read_heading(cell: Cell, *, joined: bool = False) -> Heading:
    """Say what a header cell means."""
    if len(cell.text) > _LONGEST_CELL:
        return Heading(cell=cell, words=Words(), joined=joined)
    words, cut = _read_words(cell.text)
    return Heading(cell=cell, words=words, cut=cut, joined=joined)


@lru_cache(maxsize=1024)
def _read_words(text: str) -> tuple[Words, bool]:
    """Read the words of a header, and say whether they break off inside one."""
    words = parse_heading(text)
    if words.known:
        return words, False
    noun = _match_cut(fold_kolom(text))
    return Words(noun=noun), noun is not None


def parse_heading(text: str) -> Words:
    r"""
    Read the words of a header.

    >>> words = parse_heading("Target Renstra 2025")
    >>> words.noun, str(words.periode), words.sumber
    ('target', '2025', 'Renstra')
    >>> parse_heading("Realisasi s.d. TW III").bagian, parse_heading("Sa tuan").noun
    ('s.d. TW III', 'satuan')
    """
    plain = _FOOTNOTE.sub("", " ".join(_HYPHEN.sub("", text).split()))
    return Words() if len(plain) > _LONGEST else _parse_plain(plain)


@lru_cache(maxsize=1024)
def _parse_plain(plain: str) -> Words:
    noun = match_kolom(plain)
    if noun is not None:
        years = _YEAR.findall(plain)
        return Words(
            noun=noun,
            periode=Periode.tahunan(int(years[-1])) if years else None,
            jenis="tahun ke" if _COUNTING.search(fold_kolom(plain)) else None,
        )
    if _TARGETS.fullmatch(fold_kolom(plain)):
        return Words(noun="target", jenis="tahun ke")
    for words in _list_readings(plain):
        if words is not None:
            return words
    return Words(noun=_spaceless_headers().get(fold_kolom(plain).replace(" ", "")))


def _list_readings(plain: str) -> Iterator[Words | None]:
    yield _read_rest(plain, None)
    # A satuan in brackets that multiplies nothing changes nothing.
    short = _SATUAN.sub("", plain)
    words = short.split(" ")
    for count in range(len(words) - 1, 0, -1):
        for named, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            noun = match_kolom(" ".join(named))
            if noun in TIMED and not _YEAR.search(" ".join(named)):
                yield _read_rest(" ".join(rest), noun)
    noun = match_kolom(short)
    yield Words(noun=noun) if noun in TIMED else None


def _read_rest(text: str, noun: str | None) -> Words | None:
    """Read what stands beside a noun: the source of a target and a period, in either order."""
    words = text.split(" ")
    for count in range(min(len(words), 3), 0, -1):
        for named, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            sumber = " ".join(named).strip(_OUTER)
            if fold_kolom(sumber) in SUMBER:
                if not rest:
                    return Words(noun=noun, sumber=sumber)
                read = _read_period(" ".join(rest), noun, sumber)
                if read is not None:
                    return read
    return _read_period(text, noun, None)


def _read_period(rest: str, noun: str | None, sumber: str | None) -> Words | None:
    text = rest.strip(_OUTER).removeprefix("pada ")
    if fold_kolom(text) in _KINDS:
        return Words(noun=noun, sumber=sumber, jenis=fold_kolom(text))
    if text == "y":
        # The whole year is written in capitals.
        return None
    try:
        return Words(noun=noun, sumber=sumber, periode=parse_periode(text))
    except DomainError:
        pass
    try:
        parse_periode(text, tahun=_ANY_YEAR)
    except DomainError:
        return None
    return Words(noun=noun, sumber=sumber, bagian=text)


def _match_cut(folded: str) -> str | None:
    """Name the noun whose header words this text begins, broken off inside a word."""
    if len(folded) < _SHORTEST_CUT:
        return None
    nouns = {
        noun
        for known, noun in _known_headers()
        if known.startswith(folded) and known[len(folded) :][:1].isalpha()
    }
    return nouns.pop() if len(nouns) == 1 else None


@cache
def _known_headers() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold_kolom(header), term.istilah) for term in load_istilah() for header in term.kolom
    )


@cache
def _spaceless_headers() -> dict[str, str]:
    """Give the nouns by their header words without gaps: narrow columns break words anywhere."""
    return {known.replace(" ", ""): noun for known, noun in _known_headers()}
