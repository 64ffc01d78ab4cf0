"""
Numerator and denominator under labels of their own, as hospitals and banks print them.

"NUMERATOR : ..." above "DENOMINATOR : ..." says which is which, in either order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL: Final = re.compile(
    r"(?:^|(?<=[\n;.]))[ ]?(?:(?P<above>numerator|num|pembilang)"
    r"|(?P<below>denominator|denumerator|denum|denom|penyebut))(?: ?\([^()\n]{0,30}\))?"
    r" ?(?P<sign>[:=]|\n|(?<=[\w)] )(?=[a-z])(?!(?:adalah|ialah|yaitu|merupakan|dan|dari|yang"
    r"|dengan|di\w+|per|x|untuk|atau|pada|tidak|sama)\b))",
    re.IGNORECASE,
)
_FACTOR: Final = re.compile(
    r"[ ,;]*[x×*] ?(?P<factor>1(?:00+|(?:\.000)+)) ?(?P<sign>%?)$", re.IGNORECASE
)
_TITLE: Final = re.compile(r"[A-Za-z][\w /]{1,40} ?:|\d{1,2}[.)] |[-•] ")
_COMPUTING: Final = re.compile(
    r"[×÷=]|[x*] ?1|\w ?/ ?\w.{0,40}\d{3}|\bdi(?:bagi|kali)", re.IGNORECASE
)
_EDGES: Final = " ,;.\n"


def build_labelled(lines: Sequence[str]) -> str:
    """
    Write what stands under the labels of numerator and denominator as a fraction.

    It is empty where a text does not consist of the two.

    >>> build_labelled(["Penyebut: jumlah pasien", "Pembilang: jumlah pasien jatuh x 100%"])
    '(jumlah pasien jatuh) ÷ (jumlah pasien) × 100%'
    >>> build_labelled(["Pembilang: jumlah pasien jatuh"])
    ''
    """
    text = "\n".join(lines).strip()
    labels = list(_LABEL.finditer(text))
    kinds = [found["above"] is not None for found in labels]
    if sorted(kinds) != [False, True] or labels[0].start():
        return ""
    ends = [labels[1].start(), len(text)]
    taken = [_take_part(text[label.end() : end]) for label, end in zip(labels, ends, strict=True)]
    if any(_COMPUTING.search(rest) for _, rest in taken):
        return ""
    parts = [part for part, _ in taken]
    factor = ""
    for at, part in enumerate(parts):
        if found := _FACTOR.search(part):
            parts[at], factor = part[: found.start()], f" × {found['factor']}{found['sign']}"
    above, below = parts if kinds[0] else parts[::-1]
    plain = all(parts) and not any("\n\n" in part for part in parts)
    return f"({above}) ÷ ({below}){factor}" if plain else ""


def _take_part(text: str) -> tuple[str, str]:
    """Cut a part at the line that has a label of its own, like "Sumber data:", or a number."""
    lines = text.strip(_EDGES).split("\n")
    titled = (at for at, line in enumerate(lines) if at and _TITLE.match(line))
    end = next(titled, len(lines))
    return "\n".join(lines[:end]).strip(_EDGES), "\n".join(lines[end:])
