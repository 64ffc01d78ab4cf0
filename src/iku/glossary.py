"""
The words of the model: what each noun means, where it comes from, how tables head it.

The glossary is data (`data/glosarium.json`). The documentation page is printed
from it, readers of tables recognise header words by it, and a test keeps the
names of the model inside it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, TypedDict

from iku._attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Status = Literal["verified", "secondary", "unverified", "library"]
"""
How well the source of a word is known.

`verified`: the text was read. `secondary`: read in a text that quotes it.
`unverified`: named from memory. `library`: an ordinary word, used here in the
sense that its gloss gives.
"""

_YEAR: Final = re.compile(r"(?:pada )?(?:tahun )?\(?[0-9]{4}\)?")
_SLASH: Final = re.compile(r" ?/ ?")
_PARTS: Final = re.compile(r" ?[/&(] ?| (?:dan|atau) ")
"""What stands between two words for the same in a header."""
_LONGEST: Final = 400
"""Characters of a header, spaces between its words included."""
_OUTER: Final = " \t\n:;.,*-–—_"


@frozen(kw_only=True)
class Istilah:
    """Istilah (term): one noun of the model, with its official phrase and English gloss."""

    istilah: str
    """The identifier in code and JSON: lower case, words joined by underscores."""
    frasa: str
    """The official Indonesian phrase."""
    arti: str
    """The English gloss."""
    sumber: str
    """The regulation or document that the word comes from; empty for our own use of a word."""
    status: Status
    """How well the source is known."""
    kolom: tuple[str, ...]
    """Texts that head a column or label a line in official tables; each names one noun only."""
    sinonim: tuple[str, ...]
    """Other words for it: older regulations, abbreviations, misspellings."""


class _Row(TypedDict):
    istilah: str
    frasa: str
    arti: str
    sumber: str
    status: Status
    kolom: list[str]
    sinonim: list[str]


@cache
def load_istilah() -> tuple[Istilah, ...]:
    """
    Load the glossary, in alphabetical order of the identifiers.

    >>> [term.frasa for term in load_istilah() if term.istilah == "penanggung_jawab"]
    ['Penanggung Jawab']
    """
    text = files("iku").joinpath("data", "glosarium.json").read_text(encoding="utf-8")
    rows: list[_Row] = json.loads(text)["istilah"]
    return tuple(
        Istilah(
            istilah=row["istilah"],
            frasa=row["frasa"],
            arti=row["arti"],
            sumber=row["sumber"],
            status=row["status"],
            kolom=tuple(row["kolom"]),
            sinonim=tuple(row["sinonim"]),
        )
        for row in rows
    )


def fold_kolom(teks: str) -> str:
    """
    Bring a header to the form in which headers are compared.

    >>> fold_kolom("FORMULASI / Cara  Pengukuran :"), fold_kolom("Penanggungjawab")
    ('formulasi/cara pengukuran', 'penanggung jawab')
    """
    folded = " ".join(unicodedata.normalize("NFKC", teks).casefold().split())
    # Officials write it as one word as often as two; a header may break off behind the j.
    folded = folded.replace("penanggungj", "penanggung j")
    return _SLASH.sub("/", folded).strip(_OUTER)


def match_kolom(teks: str) -> str | None:
    """
    Name the noun that a header stands for, or None when no header word matches.

    A year behind the words says for when a column holds and is left aside. A header
    that says the same in several words names what all of them name.

    >>> match_kolom("SKPD Penanggungjawab"), match_kolom("Baseline 2024"), match_kolom("2024")
    ('penanggung_jawab', 'baseline', None)
    >>> match_kolom("Rumus / Formulasi Perhitungan"), match_kolom("Rumus/Satuan")
    ('formulasi', None)
    """
    return _match(teks) if len(teks) <= _LONGEST else None


@lru_cache(maxsize=2048)
def _match(teks: str) -> str | None:
    folded = fold_kolom(teks)
    return _match_whole(folded) or _match_parts(folded)


def _match_parts(folded: str) -> str | None:
    """Name the noun that all parts of a header name, alone or with the words behind the last."""
    parts = [part.strip(f"{_OUTER})") for part in _PARTS.split(folded)]
    if len(parts) not in (2, 3):
        return None
    _, _, shared = parts[-1].partition(" ")
    first, *others = [{_match_whole(part), _match_whole(f"{part} {shared}")} for part in parts]
    nouns = first.intersection(*others) - {None}
    return nouns.pop() if len(nouns) == 1 else None


def _match_whole(folded: str) -> str | None:
    nouns = _nouns_by_kolom()
    words = folded.split(" ")
    # At most "pada tahun (2017)" follows the header word, so three cuts are enough.
    for count in range(len(words), max(0, len(words) - 4), -1):
        head, tail = " ".join(words[:count]), " ".join(words[count:])
        noun = nouns.get(head.strip(_OUTER))
        if noun is not None and (not tail or _YEAR.fullmatch(tail)):
            return noun
    return None


@cache
def _nouns_by_kolom() -> dict[str, str]:
    return {fold_kolom(header): term.istilah for term in load_istilah() for header in term.kolom}


def render_glossary() -> str:
    """Print the glossary as the Markdown page that the documentation shows."""
    return "\n".join([_HEAD, *map(_render_row, load_istilah()), ""])


_HEAD: Final = """\
# Glosarium

Every noun of the model, with the phrase that officials use and the English meaning.
A field and a JSON key are named by the identifier itself (`perangkat_daerah`),
a class by the identifier in capitals (`PerangkatDaerah`).

The last column says how well the source is known.
`verified`: the text was read. `secondary`: a text that quotes it was read.
`unverified`: it is named from memory; check it before you rely on it.
Where no source is named, the word is ordinary Indonesian, used in the sense of its gloss.

| Identifier | Phrase | Meaning | Also written | Source | Status |
|---|---|---|---|---|---|"""


def _render_row(term: Istilah) -> str:
    shown = "" if term.status == "library" else term.status
    cells = (f"`{term.istilah}`", term.frasa, term.arti, _also(term), term.sumber, shown)
    return f"| {' | '.join(cells)} |"


def _also(term: Istilah) -> str:
    return "; ".join(_others(term))


def _others(term: Istilah) -> Iterator[str]:
    seen = {fold_kolom(term.frasa)}
    for word in (*term.kolom, *term.sinonim):
        if fold_kolom(word) not in seen:
            seen.add(fold_kolom(word))
            yield word
