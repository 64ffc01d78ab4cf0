"""
Divisions inside a name: "Siswa lulus : peserta UN x 100%".

Where a name is multiplied by a hundred per cent and nothing divides, the only
slash or colon in it is looked at again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.assembly import build_expression
from iku.reading.prose.scanning.statements import CLOSE, OPEN, OVER
from iku.reading.prose.scanning.tokens import Token
from iku.reading.prose.words import BASES, COUNTING, LEVEL_NAMES, OFFICES, PAIRS, RATIO_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names

_LABELS: Final = (
    LEVEL_NAMES | RATIO_NAMES | {"angka", "cakupan", "laju", "pertumbuhan", "kinerja"} | OFFICES
)
_SCALE: Final = re.compile(r"100+")


def take_lost_divisor(
    side: Sequence[Token], names: Names, indikator: str, evidence: list[str]
) -> list[Token]:
    """
    Divide at the sign in a name that alone can make "× 100%" a percentage.

    Before another round factor it is only said that the sign may divide.

    `indikator` is the name of the indicator in lower case.

    >>> from iku.angka import Angka
    >>> from iku.reading.prose.names import Names
    >>> hundred = Token("number", "100%", Angka("100"), percent=True)
    >>> side = [Token("name", "Siswa lulus : peserta UN"), Token("*"), hundred]
    >>> [token.text for token in take_lost_divisor(side, Names(), "", []) if token.text]
    ['Siswa lulus', 'peserta UN', '100%']

    Raises:
        Doubt: The sign may as well stand between two names.
    """
    kinds = [token.kind for token in side if token.kind not in {"(", ")"}]
    at = next((index for index, token in enumerate(side) if token.kind == "name"), 0)
    name = side[at]
    if kinds != ["name", "*", "number"] or name.quoted or not side[-1].value:
        return list(side)
    found = _split(name.text)
    if found is None or _SCALE.fullmatch(side[-1].value.teks) is None:
        return list(side)
    above, sign, below = found
    divided = [*side[:at], OPEN, Token("name", above), OVER, Token("name", below), CLOSE]
    divided.extend(side[at + 1 :])
    colon = sign == " : " and _is_colon(above, below, indikator)
    plain = colon or sign == "per" or (sign == "/" and _is_basis(above, below))
    if not plain or side[-1].value.nilai != 100:
        raise Doubt(
            f"tanda “{sign.strip()}” dapat berarti pembagian atau bagian dari nama",
            build_expression(divided, names),
        )
    evidence.append(f"tanda “{sign.strip()}” satu-satunya yang dapat membagi di depan “× 100%”")
    return divided


def _split(name: str) -> tuple[str, str, str] | None:
    """Split a name at its only slash, colon or "per", unless that belongs to a known pair."""
    above, per, below = name.partition(" per ")
    if per and " per " not in below and _is_part(above, below):
        return above, "per", below
    signs = [sign for sign in name if sign in "/:"]
    if len(signs) != 1 or "(" in name:
        return None
    above, sign, below = name.partition(signs[0])
    first, second = above.split(), below.split()
    if not first or not second or f"{first[-1]}/{second[0]}".lower() in PAIRS:
        return None
    spaced = above.endswith(" ") and below.startswith(" ")
    return above.strip(), f" {sign} " if spaced else sign, below.strip()


def _is_part(above: str, below: str) -> bool:
    """Tell whether the thing that a counted one is a part of is called as that is."""
    first, second = above.lower().split(), below.lower().split()
    return len(second) > 1 and first[0] in COUNTING and first[1:2] == second[:1]


def _is_basis(above: str, below: str) -> bool:
    """Tell whether the second phrase is a basis of the first: "potensi PBB" of "hasil PBB"."""
    first, second = above.lower().split(), below.lower().split()
    return second[0] in BASES and not set(first).isdisjoint(second[1:])


def _is_colon(above: str, below: str, indikator: str) -> bool:
    """Tell whether a colon stands between two phrases of which the first is no label."""
    first, second = above.lower().split(), below.lower().split()
    label = above.lower() == indikator or not _LABELS.isdisjoint((first[0], second[0]))
    return len(first) > 1 and len(second) > 1 and not label
