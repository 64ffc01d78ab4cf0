"""A formula that lowers to a tree; everything else follows from that."""

from __future__ import annotations

from typing import ClassVar

import attrs

from iku import Angka
from iku.tree import Add, Constant, Divide, Expression, Multiply, Variable


@attrs.frozen(kw_only=True)
class RasioKetergantungan:
    """
    Rasio ketergantungan (dependency ratio): how many depend on 100 people of working age.

    (penduduk 0-14 tahun + penduduk 65 tahun ke atas) / penduduk 15-64 tahun × 100
    """

    tipe: ClassVar[str] = "kota-contoh:rasio-ketergantungan/1"

    muda: str
    """Kode of the number of people below 15."""
    produktif: str
    """Kode of the number of people from 15 to 64."""
    tua: str
    """Kode of the number of people of 65 and more."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The three groups; a kode that stands for two of them is named once."""
        return tuple(dict.fromkeys((self.muda, self.tua, self.produktif)))

    def lower(self) -> Expression:
        """Give the tree."""
        dependent = Add((Variable(self.muda), Variable(self.tua)))
        ratio = Divide(numerator=dependent, denominator=Variable(self.produktif))
        return Multiply((ratio, Constant(Angka("100"))))
