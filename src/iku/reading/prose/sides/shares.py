"""Parts that are stated in per cent of another quantity, and changes against one."""

from __future__ import annotations

import re
from typing import Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.words import AMOUNTS

_AS_SHARE: Final = re.compile(
    r"(?: (?:dinyatakan|dihitung))? sebagai persen(?:tase)? (?:dari|terhadap) ", re.IGNORECASE
)
_POINTING: Final = frozenset({"ini", "itu", "tersebut"})
_CHANGE: Final = re.compile(
    r"(?:perubahan|kenaikan|penurunan|peningkatan|pertumbuhan|selisih|beda|perbedaan)\b",
    re.IGNORECASE,
)


def is_share(phrase: str) -> bool:
    """
    Tell whether a phrase states something in per cent of something.

    >>> is_share("jumlah A sebagai persentase dari jumlah B")
    True
    """
    return _AS_SHARE.search(phrase) is not None


def split_share(phrase: str) -> list[str]:
    """
    Split "jumlah A sebagai persentase dari jumlah B"; what is no amount, or "ini", has no parts.

    >>> split_share("jumlah A sebagai persentase dari jumlah B")
    ['jumlah A', 'jumlah B']
    >>> split_share("Angka ini sebagai persentase dari jumlah B")
    []

    Raises:
        Doubt: The part is a change.
    """
    parts = _AS_SHARE.split(phrase)
    words = parts[0].lower().split()[:2]
    if len(parts) != 2 or not parts[1] or len(words) < 2:
        return []
    check_change(parts[0])
    return parts if words[0] in AMOUNTS and words[1] not in _POINTING else []


def check_change(left: str) -> None:
    """
    Refuse "persentase perubahan A terhadap B", which may be (A - B) / B.

    Raises:
        Doubt: It begins with a word for a change.
    """
    if _CHANGE.match(left):
        raise Doubt("perubahan terhadap suatu nilai dapat berarti selisih yang dibagi nilai itu")
