"""Factors that are written into a name or behind it: shares, rates, roots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.angka import Angka, parse_angka
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.assembly import build_expression
from iku.reading.prose.scanning.statements import CLOSE, OPEN, TIMES
from iku.reading.prose.scanning.tokens import Token, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.reading.prose.names import Names

_RATE: Final = re.compile(
    r"(?P<name>.{3,}?)[ ,]+per (?P<per>10{2,}|10{0,2}(?:\.000)+)(?: \D.*)?$", re.IGNORECASE
)
_SHARE_BEHIND: Final = re.compile(r"(?P<name>.*?\S) ?\(?(?P<share>\d{1,3}(?:[.,]\d{1,3})? ?%)\)?$")


def take_percentages(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Give a factor named in per cent ("x % betina produktif") its hundredth."""
    taken: list[Token] = []
    for token in side:
        factor = bool(taken) and taken[-1].kind == "*"
        taken.append(token)
        if factor and token.kind == "name" and token.text.startswith("% "):
            taken.extend((Token("/"), Token("number", "100", Angka("100"))))
            evidence.append(f"“{token.text}” adalah faktor dalam persen")
    return taken


def take_roots(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Read "^1/3" as a root: nobody raises to the first power and divides then."""
    taken = list(side)
    for at in range(len(taken) - 4, -1, -1):
        kinds = [token.kind for token in taken[at : at + 4]]
        if kinds == ["^", "number", "/", "number"] and taken[at + 1].text == "1":
            taken[at + 1 : at + 4] = [OPEN, *taken[at + 1 : at + 4], CLOSE]
            evidence.append("pangkat pecahan dibaca sebagai akar")
    return taken


def take_rate(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Read "A / B per 1.000 penduduk" as a rate: the words behind the divisor are its factor."""
    end = len(side)
    while end and side[end - 1].kind == ")":
        end -= 1
    found = _RATE.fullmatch(side[end - 1].text)
    if found is None or not any(token.kind == "/" for token in side):
        return list(side)
    evidence.append(f"kata “per {found['per']}” di belakang penyebut menyebut pengalinya")
    number = Token("number", found["per"], parse_angka(found["per"]))
    return [*side[: end - 1], Token("name", found["name"]), *side[end:], TIMES, number]


def take_weights(side: Sequence[Token], known: Names, evidence: list[str]) -> list[Token]:
    """
    Read the terms of a sum that each have a share ("50% nilai A") as weighted.

    Raises:
        Doubt: Only some have one, or it stands behind and may be what the name counts at most.
    """
    names = [token for token in side if token.kind == "name"]
    shares = _find_glued(names) or {
        token: share for token in names if (share := _find_share(token.text))
    }
    summed = any(token.kind == "+" for token in side)
    if not shares or not summed or any(token.kind in {"*", "/", "-"} for token in side):
        return list(side)
    if len(shares) < len(names):
        raise Doubt("hanya sebagian suku yang berbobot")
    behind = any(name and token.text.startswith(name) for token, (_, name) in shares.items())
    if behind:
        raise Doubt(
            "persen di belakang nama dapat berarti bobot atau hanya bagian dari nilai tertinggi",
            *(
                build_expression(part, known)
                for part in (_weigh(side, shares), _bare(side, shares))
            ),
        )
    evidence.append("bilangan pada setiap suku dibaca sebagai bobotnya")
    return _weigh(side, shares)


def _weigh(side: Sequence[Token], shares: Mapping[Token, tuple[Token, str]]) -> list[Token]:
    """Multiply each name by its share."""
    taken: list[Token] = []
    for token in side:
        if token in shares:
            number, name = shares[token]
            taken.extend((OPEN, Token("name", name), TIMES, number, CLOSE))
        else:
            taken.append(token)
    return taken


def _bare(side: Sequence[Token], shares: Mapping[Token, tuple[Token, str]]) -> list[Token]:
    """Leave the shares out."""
    return [Token("name", shares[token][1]) if token in shares else token for token in side]


def _find_glued(names: Sequence[Token]) -> dict[Token, tuple[Token, str]]:
    """Find the decimals in front of names ("0,3 IKA") where they add up to 1."""
    found = {token: read_number(token.text) for token in names if not token.quoted}
    shares = {token: share for token, share in found.items() if share and share[1]}
    total = sum(
        share[0].value.nilai for share in shares.values() if share[0].value and not share[0].percent
    )
    return shares if len(shares) == len(names) and total == 1 else {}


def _find_share(name: str) -> tuple[Token, str] | None:
    """Find the share that a name begins or ends with."""
    front = read_number(name)
    if front and front[0].percent and front[1]:
        return front[0], front[1].removeprefix("dari ")
    if behind := _SHARE_BEHIND.fullmatch(name):
        number = read_number(behind["share"])
        return (number[0], behind["name"].strip(" :=(")) if number else None
    return None
