"""
Rules that compare two numbers, each under its own name.

Offices use different rules at the same time, and they give different numbers.
So a rule is always named, never inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import frozen
from iku._checks import choice
from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.scoring.rules.kinds import Refusing, TargetNol
from iku.scoring.rules.parts import HUNDRED, LIMIT, REALISASI, TARGET, TWO, check_limits
from iku.tree import Divide, Multiply, Subtract

if TYPE_CHECKING:
    from fractions import Fraction

    from iku.formula.evaluation.alasan import Alasan
    from iku.tree import Expression


@frozen(kw_only=True)
class RealisasiPerTarget:
    """
    Realisasi per target (actual over target): the higher, the better.

    `realisasi / target × 100%`, the "kondisi normal" of PermenPANRB 8/2021
    (Lampiran, Bab VI.A.1); LKjIP Kabupaten Maluku Tengah 2021, p. 94, prints it
    as "Realisasi / Rencana x 100%". Offices cap it differently or not at all:
    DJPb Sulawesi Utara at 120, Kabupaten Polewali Mandar prints 166,67.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Angka("95.56"), Angka("93"), rule=RealisasiPerTarget()).trace
    '93 / 95,56 × 100% = 97,32%'
    >>> rule = RealisasiPerTarget(maksimum=Angka("120"))
    >>> compute_capaian(Angka("3.25"), 4, rule=rule).trace
    '4 / 3,25 × 100% = 123,08%, dibatasi menjadi 120%'

    Raises:
        ScoringError: `bad-aturan` when the limits leave out 100.
    """

    tipe: ClassVar[str] = "realisasi_per_target"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    polaritas: ClassVar[Polaritas] = Polaritas.POSITIF
    """Which side of the target it takes to be better."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""

    minimum: Angka | None = field(default=None, metadata=LIMIT)
    """Floor: no capaian is below it; None for no floor."""
    maksimum: Angka | None = field(default=None, metadata=LIMIT)
    """Cap: no capaian is above it; None for no cap."""
    target_nol: TargetNol = field(default=TargetNol.TAK_TERDEFINISI, metadata=choice(TargetNol))
    """What it answers where the target is zero."""

    def __attrs_post_init__(self) -> None:
        """Refuse limits that leave out 100."""
        check_limits(self.minimum, self.maksimum, reaches=HUNDRED.value)

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        return Multiply((Divide(numerator=REALISASI, denominator=TARGET), HUNDRED))


@frozen(kw_only=True)
class DuaTargetMinusRealisasi:
    """
    Dua target minus realisasi (twice the target less actual): the lower, the better.

    `(2 × target − realisasi) / target × 100%`. PermenPANRB 8/2021 (Lampiran,
    "kondisi khusus") writes it as `(1 + (1 − realisasi / target)) × 100%`, and
    LKjIP Kabupaten Maluku Tengah 2021, p. 94, as "Rencana − (Realisasi −
    Rencana) / Rencana x 100%": one formula in three spellings. It is 200 at a
    realisasi of zero and negative beyond twice the target, where no floor is set.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Angka("49"), Angka("56.23"), rule=DuaTargetMinusRealisasi()).trace
    '(2 × 49 − 56,23) / 49 × 100% = 85,24%'

    Raises:
        ScoringError: `bad-aturan` when the limits leave out 100.
    """

    tipe: ClassVar[str] = "dua_target_minus_realisasi"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    polaritas: ClassVar[Polaritas] = Polaritas.NEGATIF
    """Which side of the target it takes to be better."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""

    minimum: Angka | None = field(default=None, metadata=LIMIT)
    """Floor: no capaian is below it; None for no floor."""
    maksimum: Angka | None = field(default=None, metadata=LIMIT)
    """Cap: no capaian is above it; None for no cap."""
    target_nol: TargetNol = field(default=TargetNol.TAK_TERDEFINISI, metadata=choice(TargetNol))
    """What it answers where the target is zero."""

    def __attrs_post_init__(self) -> None:
        """Refuse limits that leave out 100."""
        check_limits(self.minimum, self.maksimum, reaches=HUNDRED.value)

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        distance = Subtract(left=Multiply((TWO, TARGET)), right=REALISASI)
        return Multiply((Divide(numerator=distance, denominator=TARGET), HUNDRED))


@frozen(kw_only=True)
class TargetPerRealisasi(Refusing):
    """
    Target per realisasi (target over actual): the lower, the better.

    `target / realisasi × 100%`, as programs of regional governments compute an
    "indikator tren negatif" (WP-SIPD: "Rumus capaian target: Target/Realisasi *
    100"). It agrees with `DuaTargetMinusRealisasi` only where the target is met
    exactly. It grows without end towards a realisasi of zero, where it has no
    value; the capaian of a negative realisasi would be lower than that of any
    positive one, so it has none either.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Angka("49"), Angka("56.23"), rule=TargetPerRealisasi()).trace
    '49 / 56,23 × 100% = 87,14%'
    >>> compute_capaian(12, 0, rule=TargetPerRealisasi()).trace
    '12 / 0 × 100% tidak dapat dihitung: realisasi bernilai nol'

    Raises:
        ScoringError: `bad-aturan` when the limits leave out 100.
    """

    tipe: ClassVar[str] = "target_per_realisasi"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    polaritas: ClassVar[Polaritas] = Polaritas.NEGATIF
    """Which side of the target it takes to be better."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""

    minimum: Angka | None = field(default=None, metadata=LIMIT)
    """Floor: no capaian is below it; None for no floor."""
    maksimum: Angka | None = field(default=None, metadata=LIMIT)
    """Cap: no capaian is above it; None for no cap."""
    target_nol: TargetNol = field(default=TargetNol.TAK_TERDEFINISI, metadata=choice(TargetNol))
    """What it answers where the target is zero."""

    def __attrs_post_init__(self) -> None:
        """Refuse limits that leave out 100."""
        check_limits(self.minimum, self.maksimum, reaches=HUNDRED.value)

    def refuse(self, realisasi: Fraction) -> Alasan | None:
        """Refuse a realisasi that is not above zero."""
        if realisasi > 0:
            return None
        unfit = KodeAlasan.REALISASI_NEGATIF if realisasi else KodeAlasan.REALISASI_NOL
        return blame(unfit, "realisasi")

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        return Multiply((Divide(numerator=TARGET, denominator=REALISASI), HUNDRED))
