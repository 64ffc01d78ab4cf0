"""
Capaian rules: how a realisasi is compared with its target, each under its own name.

Offices use different rules at the same time, and they give different numbers.
So a rule is always named, never inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from iku._attrs import frozen
from iku.angka import Angka
from iku.tree import Constant, Divide, Multiply, Subtract, Variable

if TYPE_CHECKING:
    from iku.tree import Expression

_HUNDRED: Final = Constant(Angka("100"))
_TWO: Final = Constant(Angka("2"))
_TARGET: Final = Variable("target")
_REALISASI: Final = Variable("realisasi")


@frozen(kw_only=True)
class RealisasiPerTarget:
    """
    Realisasi per target (actual over target): the higher, the better.

    `realisasi / target × 100%`, the "kondisi normal" of PermenPANRB 8/2021
    (Lampiran, Bab VI.A.1); LKjIP Kabupaten Maluku Tengah 2021, p. 94, prints it
    as "Realisasi / Rencana x 100%". The value is not capped.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Angka("95.56"), Angka("93"), rule=RealisasiPerTarget()).trace
    '93 / 95,56 × 100% = 97,32%'
    """

    tipe: ClassVar[str] = "realisasi_per_target"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        return Multiply((Divide(numerator=_REALISASI, denominator=_TARGET), _HUNDRED))


@frozen(kw_only=True)
class DuaTargetMinusRealisasi:
    """
    Dua target minus realisasi (twice the target less actual): the lower, the better.

    `(2 × target − realisasi) / target × 100%`. PermenPANRB 8/2021 (Lampiran,
    "kondisi khusus") writes it as `(1 + (1 − realisasi / target)) × 100%`, and
    LKjIP Kabupaten Maluku Tengah 2021, p. 94, as "Rencana − (Realisasi −
    Rencana) / Rencana x 100%": one formula in three spellings. It is 200 at a
    realisasi of zero and negative beyond twice the target.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Angka("49"), Angka("56.23"), rule=DuaTargetMinusRealisasi()).trace
    '(2 × 49 − 56,23) / 49 × 100% = 85,24%'
    """

    tipe: ClassVar[str] = "dua_target_minus_realisasi"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        distance = Subtract(left=Multiply((_TWO, _TARGET)), right=_REALISASI)
        return Multiply((Divide(numerator=distance, denominator=_TARGET), _HUNDRED))
