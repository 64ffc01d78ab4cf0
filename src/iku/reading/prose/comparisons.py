"""
Fractions in words: "perbandingan A dengan B", "proporsi A terhadap B", "selisih A dan B".

The word that joins the two may also stand inside one of them; the one that a
counted quantity follows is the one that joins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.statements import CLOSE, OPEN
from iku.reading.prose.scanning.tokens import Token
from iku.reading.prose.words import COUNTING, PERCENT_NAMES, RATIO_NAMES
from iku.tree import Divide, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names

_HEAD: Final = re.compile(
    r"(?P<head>membandingkan|perbandingan|rasio|proporsi|persentase|prosentase|presentase|selisih"
    r"|hasil bagi|membagi)(?: (?:jumlah )?(?P<antara>antara)| dari)? ",
    re.IGNORECASE,
)
_JOINING: Final = {
    "perbandingan": ("dengan", "terhadap"),
    "membandingkan": ("dengan", "terhadap"),
    "hasil bagi": ("dengan",),
    "membagi": ("dengan",),
    "selisih": ("dengan", "dan", "terhadap"),
}


class Comparison(NamedTuple):
    """Two quantities that are compared."""

    sign: str
    """`/` or `-`."""
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
    found = _HEAD.match(phrase)
    if found is None:
        return _find_bare(phrase) if related else None
    head = found["head"].lower()
    joining = _JOINING.get(head, ("terhadap",))
    if found["antara"]:
        joining = ("dengan", "terhadap", "dan")
    words = phrase[found.end() :].split(" ")
    places = _find_places(words, joining, counted="dari" if head in RATIO_NAMES else "")
    sign = "-" if head == "selisih" else "/"
    parts = [(" ".join(words[:at]), " ".join(words[at + 1 :])) for at in places]
    if not parts:
        return None
    if len(parts) > 1:
        raise Doubt(
            f"“{found['head'].lower()}” dapat dipisah pada lebih dari satu kata",
            *(_divide(left, right, names) for left, right in parts),
        )
    left, right = parts[0]
    if right.lower().startswith("yang "):
        raise Doubt(
            "bagian kedua adalah bagian dari yang pertama, sehingga arah pembagian tidak pasti",
            _divide(left, right, names),
            _divide(right, left, names),
        )
    return Comparison(sign, left, right)


def _find_places(words: Sequence[str], joining: Sequence[str], *, counted: str) -> list[int]:
    lower = [word.lower().strip(",") for word in words]
    inner = range(1, len(words) - 1)
    places = [at for at in inner if lower[at] in joining]
    strong = [at for at in inner if lower[at] in (*joining, counted) and lower[at + 1] in COUNTING]
    return strong or places


def _find_bare(phrase: str) -> Comparison | None:
    """Find "jumlah A terhadap jumlah B"."""
    words = phrase.split(" ")
    if words[0].lower() not in COUNTING:
        return None
    places = _find_places(words, (), counted="terhadap")
    if len(places) != 1:
        return None
    return Comparison("/", " ".join(words[: places[0]]), " ".join(words[places[0] + 1 :]))


def _divide(left: str, right: str, names: Names) -> Divide:
    return Divide(
        numerator=Variable(names.make_kode(left)), denominator=Variable(names.make_kode(right))
    )


def write_comparisons(
    tokens: Sequence[Token], names: Names, evidence: list[str], *, related: bool
) -> list[Token]:
    """Put each name that compares two quantities as the two of them."""
    expanded: list[Token] = []
    alone = sum(token.kind == "name" for token in tokens) == 1
    for token in tokens:
        found = None
        if token.kind == "name":
            found = find_comparison(token.text, names, related=related and alone)
        if found is None:
            expanded.append(token)
            continue
        kind = "pembagian" if found.sign == "/" else "pengurangan"
        evidence.append(f"kata-kata pembanding dibaca sebagai {kind}")
        parts = Token("name", found.left), Token(found.sign), Token("name", found.right)
        expanded.extend((OPEN, *parts, CLOSE))
    return expanded


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
        evidence.append("kata “persentase” di depan menyebut hasilnya")
    taken[0] = Token("name", rest)
    return taken
