"""Operands that speak of two periods: half named ones, and ones whose names differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.prose.names import find_quantity, is_earlier, is_period
from iku.reading.prose.words import COUNTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scanning.tokens import Token

_LONG: Final = 3


def write_periods(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """
    Give operands of a difference that only name a period the quantity of the one before them.

    >>> from iku.reading.prose.scanning.tokens import Token
    >>> signs = [Token("name", "Kasus tahun n-1"), Token("-"), Token("name", "tahun n")]
    >>> [token.text for token in write_periods(signs, []) if token.text]
    ['Kasus tahun n-1', 'Kasus tahun n']
    """
    if not any(token.kind == "-" for token in side):
        return list(side)
    quantity = ""
    taken: list[Token] = []
    for token in side:
        whole = token
        if token.kind == "name" and not token.quoted:
            stem = find_quantity(token.text)
            if quantity and (is_period(token.text) or _is_shortened(stem, quantity)):
                period = token.text[len(stem) :].strip()
                whole = token._replace(text=f"{quantity} {period}", lines=())
                evidence.append(f"“{token.text}” dilengkapi menjadi “{whole.text}”")
            quantity = quantity or stem
        taken.append(whole)
    return taken


def _is_shortened(stem: str, quantity: str) -> bool:
    """Tell whether a name is another one without "jumlah", or a long beginning of it."""
    begins = quantity.lower().startswith(f"{stem.lower()} ")
    first, _, counted = quantity.lower().partition(" ")
    # "Jumlah pelanggan tahun ini - pelanggan tahun lalu" counts both.
    uncounted = first in COUNTING and stem.lower() == counted
    return uncounted or (begins and stem.count(" ") >= _LONG)


def match_names(side: Sequence[Token], names: Names) -> list[Token]:
    """
    Give a side with one name for both periods of a difference; empty where that is so already.

    >>> from iku.reading.prose.names import Names
    >>> from iku.reading.prose.scanning.tokens import Token
    >>> signs = [Token("name", "Omzet UMKM tahun n"), Token("-"), Token("name", "omzet tahun n-1")]
    >>> [token.text for token in match_names(signs, Names()) if token.text]
    ['Omzet UMKM tahun n', 'Omzet UMKM tahun n-1']
    """
    for at in range(len(side) - 2):
        left, sign, right = side[at : at + 3]
        if (left.kind, sign.kind, right.kind) != ("name", "-", "name"):
            continue
        first, second = names.make_variable(left.text), names.make_variable(right.text)
        if first.kode != second.kode and is_earlier(left.text) != is_earlier(right.text):
            now = right.text if is_earlier(left.text) else left.text
            quantity = find_quantity(now) or now
            return [_rename(token, quantity) for token in side]
    return []


def _rename(token: Token, quantity: str) -> Token:
    stem = find_quantity(token.text) if token.kind == "name" else ""
    return token._replace(text=quantity + token.text[len(stem) :]) if stem else token
