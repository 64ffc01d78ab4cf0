"""The functions of the grammar and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.tree import GeometricMean, Maximum, Mean, Minimum

if TYPE_CHECKING:
    from collections.abc import Mapping

FUNCTIONS: Final[Mapping[str, type[Mean | GeometricMean | Minimum | Maximum]]] = {
    "rata_rata": Mean,
    "rata_rata_geometrik": GeometricMean,
    "minimum": Minimum,
    "maksimum": Maximum,
}
"""Functions of any number of operands."""

NAMES: Final[Mapping[type[Mean | GeometricMean | Minimum | Maximum], str]] = {
    kind: name for name, kind in FUNCTIONS.items()
}
"""The same, the other way round."""

LOG: Final = "ln"
"""The function of one operand: the natural logarithm."""

EARLIER: Final = "lalu"
"""The function of a name, and of the number of periods back where it is not one."""

_ELSEWHERE: Final = {
    "average": "rata_rata",
    "avg": "rata_rata",
    "mean": "rata_rata",
    "rata": "rata_rata",
    "geomean": "rata_rata_geometrik",
    "min": "minimum",
    "max": "maksimum",
    "maks": "maksimum",
    "maximum": "maksimum",
    "log": LOG,
    "prev": EARLIER,
    "previous": EARLIER,
}
"""What functions are called elsewhere."""


def find_function(name: str) -> str | None:
    """
    Find the function that somebody may have meant.

    >>> find_function("AVERAGE"), find_function("rata_rat"), find_function("koperasi")
    ('rata_rata', 'rata_rata', None)
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only failures pay for it

    plain = name[:40].lower()
    known = (*FUNCTIONS, LOG, EARLIER)
    return _ELSEWHERE.get(plain) or next(iter(get_close_matches(plain, known, n=1)), None)
