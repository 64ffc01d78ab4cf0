"""A part above its whole, without a bar: "Jumlah desa aktif" and below "Jumlah seluruh desa"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.formula import Persentase
from iku.reading.prose.words import COUNTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scaling import Setting

_LAYERS: Final = 2
_PART: Final = re.compile(r"(?:jumlah|jml|banyaknya) (?P<noun>\w{3,})\b", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"(?:(?:jumlah|jml) (?:seluruh|keseluruhan|total)|total seluruh|seluruh|total) "
    r"(?P<noun>\w{3,})\b",
    re.IGNORECASE,
)
_COMPUTED: Final = re.compile(r"[:;=×÷+/]| [-x] |\d ?%|\bdi(?:bagi|kali|kurangi|tambah)")


def read_layers(body: Sequence[str], names: Names, setting: Setting) -> Persentase | None:
    """
    Read a count above the count of all of them, parted by a blank line, as a percentage.

    The name of the indicator and its satuan have to say that it is one.

    >>> from iku.domain import Satuan
    >>> from iku.reading.prose.names import Names
    >>> from iku.reading.prose.scaling import Setting
    >>> setting = Setting(indikator="persentase desa aktif", satuan=Satuan("%"))
    >>> body = ("Jumlah desa yang", "aktif", "", "Jumlah seluruh desa")
    >>> read_layers(body, Names(), setting).penyebut
    'Jumlah seluruh desa'
    """
    parts = [" ".join(part.split()) for part in "\n".join(body).strip().split("\n\n")]
    if len(parts) != _LAYERS or not (setting.named_percent and setting.percent):
        return None
    above, below = _PART.match(parts[0]), _WHOLE.match(parts[1])
    if above is None or below is None or above["noun"].lower() != below["noun"].lower():
        return None
    several = sum(line.split(" ")[0].lower() in COUNTING for line in body) > len(parts)
    if several or any(map(_COMPUTED.search, parts)):
        return None
    return Persentase(
        pembilang=names.make_kode(parts[0].strip(" .,;")),
        penyebut=names.make_kode(parts[1].strip(" .,;")),
    )
