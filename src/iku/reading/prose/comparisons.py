"""
Fractions in words: "perbandingan A dengan B", "proporsi A terhadap B", "selisih A dan B".

The word that joins the two may also stand inside one of them; the one that a
counted quantity follows is the one that joins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.names import is_earlier, write_period
from iku.reading.prose.scanning.statements import CLOSE, OPEN
from iku.reading.prose.scanning.tokens import Token, is_hundred_percent
from iku.reading.prose.sides.shares import check_change, is_share, split_share
from iku.reading.prose.words import (
    AMOUNTS,
    BASES,
    COUNTING,
    GOVERNING,
    LEVEL_NAMES,
    PERCENT_NAMES,
    PLANNED,
    RATIO_NAMES,
)
from iku.tree import Divide, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scaling import Setting

_HEAD: Final = re.compile(
    r"(?P<head>membandingkan|perbandingan|rasio|proporsi|persentase|prosentase|presentase|selisih"
    r"|hasil bagi|membagi|(?:hasil )?perkalian|hasil kali)"
    r"(?: (?:jumlah )?(?P<antara>antara)| dari)? ",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:persentase|prosentase|presentase) (?=(?:perbandingan|rasio|proporsi) )", re.IGNORECASE
)
_RISING: Final = re.compile(r"pertumbuhan|peningkatan|kenaikan")
_FALLING: Final = re.compile(r"penurunan|pengurangan")
_JOINING: Final = {
    "perbandingan": ("dengan", "terhadap"),
    "membandingkan": ("dengan", "terhadap"),
    "hasil bagi": ("dengan",),
    "membagi": ("dengan",),
    "selisih": ("dengan", "dan", "terhadap"),
    **dict.fromkeys(("perkalian", "hasil perkalian", "hasil kali"), ("dengan", "dan")),
}
_SIGNS: Final = {"selisih": "-", "perkalian": "*", "hasil perkalian": "*", "hasil kali": "*"}
_NAMED_SIGNS: Final = {"/": "pembagian", "-": "pengurangan", "*": "perkalian"}


_EVERY: Final = COUNTING | {"semua"}
_ESTIMATED: Final = frozenset({"estimasi", "perkiraan", "sasaran"})
_SHORTEST_NOUN: Final = 4
_MOST: Final = 8
"""Candidates of one sentence."""
SAID: Final = "kata “persentase” di depan menyebut hasilnya"
"""The evidence of a sentence that begins with "Persentase"."""


class Comparison(NamedTuple):
    """Two quantities that are compared."""

    sign: str
    """`/`, `-` or `*`."""
    left: str
    """The first of them."""
    right: str
    """The other."""


def find_comparison(phrase: str, names: Names, *, related: bool = False) -> Comparison | None:
    """
    Find the two quantities that a phrase compares.

    `related` says that the indicator is known to be a ratio; then "A terhadap
    jumlah B" needs no word in front.

    >>> from iku.reading.prose.names import Names
    >>> find_comparison("Perbandingan jumlah murid dengan jumlah guru", Names())
    Comparison(sign='/', left='jumlah murid', right='jumlah guru')

    Raises:
        Doubt: The phrase can be divided in several places, or in both directions.
    """
    phrase = _NAMED.sub("", phrase, count=1)
    found = _HEAD.match(phrase)
    if share := split_share(phrase):
        return Comparison("/", *share)
    if found is None:
        return _find_bare(phrase, names) if related else None
    head = found["head"].lower()
    joining = _JOINING.get(head, ("terhadap",))
    if found["antara"]:
        joining = ("dengan", "terhadap", "dan")
    words = phrase[found.end() :].split(" ")
    places = _find_places(words, joining, counted="dari" if head in RATIO_NAMES else "")
    sign = _SIGNS.get(head, "/")
    parts = [(" ".join(words[:at]).rstrip(","), " ".join(words[at + 1 :])) for at in places]
    if not parts:
        return None
    if len(parts) > 1:
        raise Doubt(
            f"“{found['head'].lower()}” dapat dipisah pada lebih dari satu kata",
            *(_divide(left, right, names) for left, right in parts[:_MOST] if sign == "/"),
        )
    return _compare(head, *parts[0], names)


def _compare(head: str, left: str, right: str, names: Names) -> Comparison:
    """Join the two quantities as the word in front of them says."""
    sign = _SIGNS.get(head, "/")
    if sign == "-":
        return Comparison(sign, left, write_period(left, right))
    if sign == "*":
        return _multiply(left, right)
    if head in PERCENT_NAMES:
        check_change(left)
    _check_parts(left, right, names)
    return Comparison(sign, left.removesuffix(" relatif"), right)


def _multiply(left: str, right: str) -> Comparison:
    if "," in left or " dan " in f"{left} {right}".lower():
        raise Doubt("tidak jelas berapa besaran yang dikalikan")
    return Comparison("*", left, right)


def _check_parts(left: str, right: str, names: Names) -> None:
    """Refuse "jumlah warga dengan jumlah warga yang memilih": the second is part of the first."""
    whole, part = (
        " ".join(word for word in text.lower().split() if word not in COUNTING)
        for text in (left, right)
    )
    if part.startswith(("yang ", f"{whole} yang ")):
        raise Doubt(
            "bagian kedua adalah bagian dari yang pertama, sehingga arah pembagian tidak pasti",
            _divide(left, right, names),
            _divide(right, left, names),
        )


def _find_places(words: Sequence[str], joining: Sequence[str], *, counted: str) -> list[int]:
    lower = [word.lower().strip(",") for word in words]
    inner = range(1, len(words) - 1)
    # Only "perbandingan" and its like say that there are two.
    paired = len(joining) > 1
    places = [
        at for at in inner if lower[at] in joining and (paired or not _is_governed(lower, at))
    ]
    parted = [at for at in places if words[at - 1].endswith(",") and lower[at] != "dan"]
    if len(parted) == 1:
        return parted
    strong = [at for at in inner if lower[at] in (*joining, counted) and lower[at + 1] in COUNTING]
    return strong or places


def _is_governed(words: Sequence[str], at: int) -> bool:
    """Tell whether "terhadap" belongs to a noun, as in "kepuasan warga terhadap layanan"."""
    behind = words[at + 1]
    if words[at] != "terhadap" or behind in COUNTING | PLANNED:
        return False
    governed = not GOVERNING.isdisjoint(words[:at])
    shared = any(len(word) >= _SHORTEST_NOUN and word in words[at + 1 :] for word in words[:at])
    symbols = at == 1 and len(words[0]) < _SHORTEST_NOUN
    return governed or not (behind in BASES or shared or symbols)


def _find_bare(phrase: str, names: Names) -> Comparison | None:
    """Find "jumlah A terhadap jumlah B", and "jumlah desa mandiri dari seluruh desa"."""
    words = phrase.split(" ")
    lower = [word.lower().strip("(),") for word in words]
    places = [at for at in range(1, len(words) - 1) if _joins(lower, at)]
    if len(places) != 1:
        return None
    left, right = " ".join(words[: places[0]]), " ".join(words[places[0] + 1 :])
    left = left.removesuffix(" di").removesuffix(" relatif")
    check_change(left)
    _check_parts(left, right, names)
    return Comparison("/", left, right)


def _joins(words: Sequence[str], at: int) -> bool:
    """Tell whether a word stands between a part and what it is a part of."""
    first, behind = words[0], words[at + 1]
    if words[at] == "terhadap":
        planned = first == "realisasi" and behind in PLANNED
        counted = first in COUNTING and behind in COUNTING
        # "Beban operasional terhadap pendapatan operasional": two amounts of one thing.
        based = behind in AMOUNTS - COUNTING and words[at - 1] in words[at + 2 : at + 3]
        governed = not GOVERNING.isdisjoint(words[:at])
        alike = first == behind and first in AMOUNTS - LEVEL_NAMES
        return planned or counted or alike or (based and not governed)
    among = words[at] == "diantara" or words[at - 1 : at + 1] == ["di", "antara"]
    wholes = _EVERY | _ESTIMATED if among else _EVERY
    joined = among or words[at] == "dari"
    if not joined or behind not in wholes or not LEVEL_NAMES.isdisjoint(words[:at]):
        return False
    # A part is named as its whole is; "usulan dari seluruh kecamatan" names an origin.
    noun = next((word for word in words[:at] if word not in _EVERY), "")
    whole = [word for word in words[at + 1 :] if len(word) >= _SHORTEST_NOUN]
    rooted = len(noun) >= _SHORTEST_NOUN and any(word in noun or noun in word for word in whole)
    return rooted or (len(noun) > 1 and noun in words[at + 1 :])


def _divide(left: str, right: str, names: Names) -> Divide:
    return Divide(
        numerator=Variable(names.make_kode(left)), denominator=Variable(names.make_kode(right))
    )


def write_comparisons(
    tokens: Sequence[Token], names: Names, evidence: list[str], setting: Setting
) -> list[Token]:
    """
    Put each name that compares two quantities as the two of them.

    Raises:
        Doubt: As `find_comparison`, or a difference goes against the indicator.
    """
    expanded: list[Token] = []
    alone = sum(token.kind == "name" for token in tokens) == 1
    related = alone and (setting.related or any(map(is_hundred_percent, tokens)))
    for token in tokens:
        found = None
        if token.kind == "name" and not token.quoted:
            found = find_comparison(token.text, names, related=related)
        if found is None:
            expanded.append(token)
            continue
        if found.sign == "-":
            _check_direction(found, names, setting.indikator)
        shared = is_share(token.text)
        if shared and not alone:
            raise Doubt("“sebagai persentase dari” berdiri di tengah rumus")
        if found.sign == "/" and (shared or token.first in PERCENT_NAMES):
            evidence.append(SAID)
        evidence.append(f"kata-kata pembanding dibaca sebagai {_NAMED_SIGNS[found.sign]}")
        parts = Token("name", found.left), Token(found.sign), Token("name", found.right)
        expanded.extend((OPEN, *parts, CLOSE))
    return expanded


def _check_direction(found: Comparison, names: Names, indikator: str) -> None:
    """Refuse "selisih" of two periods where the indicator says the other direction."""
    before = is_earlier(found.left), is_earlier(found.right)
    against = {(True, False): _RISING, (False, True): _FALLING}.get(before)
    if against is not None and against.search(indikator):
        names.pair_periods((found.left, found.right))
        raise Doubt(
            "“selisih” tidak menyebut arah, dan urutan periodenya berlawanan dengan indikator",
            *(
                Subtract(left=names.make_variable(left), right=names.make_variable(right))
                for left, right in ((found.left, found.right), (found.right, found.left))
            ),
        )


def normalise_ratio(tokens: Sequence[Token], evidence: list[str]) -> list[Token]:
    """
    Take "Persentase" away from "Persentase A dibagi B": it names the result, not A.

    >>> tokens = [Token("name", "Persentase jumlah A"), Token("/"), Token("name", "jumlah B")]
    >>> normalise_ratio(tokens, [])[0].text
    'jumlah A'
    """
    taken = list(tokens)
    if len(taken) < 3 or taken[0].kind != "name" or taken[1].kind != "/":
        return taken
    word, _, rest = taken[0].text.partition(" ")
    below = next(token for token in [*taken[2:], taken[0]] if token.kind == "name")
    if word.lower() not in RATIO_NAMES or not rest or below.first in RATIO_NAMES:
        return taken
    if word.lower() in PERCENT_NAMES:
        evidence.append(SAID)
    taken[0] = Token("name", rest)
    return taken
