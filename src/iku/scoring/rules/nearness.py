"""
Rules that no official text was found for: nearness to a target, and signed targets.

Both are used by programs of regional governments. They are kept apart and
asked for by name, with `allow_unverified=True`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import choice
from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.domain.rujukan import StatusRujukan
from iku.scoring.rules.kinds import TargetNol
from iku.scoring.rules.parts import HUNDRED, LIMIT, ONE, REALISASI, TARGET, check_limits
from iku.tree import Add, Divide, Maximum, Multiply, Negate, Subtract

if TYPE_CHECKING:
    from iku.tree import Expression

_ABOVE: Final = Subtract(left=REALISASI, right=TARGET)
_DISTANCE: Final = Maximum((_ABOVE, Subtract(left=TARGET, right=REALISASI)))


@frozen(kw_only=True)
class KedekatanTarget:
    """
    Kedekatan target (nearness to the target): the nearer, the better ("stabilize").

    `(1 − |realisasi − target| / target) × 100%`. Manual IKU of Kementerian
    Keuangan knows the polarity, best near the target; no official text with a
    formula was found, and this is the one that programs use. So it is
    unverified, and computing with it has to be allowed.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(80, 84, rule=KedekatanTarget(), allow_unverified=True).trace
    '(1 − maksimum(84 − 80; 80 − 84) / 80) × 100% = 95%'

    Raises:
        ScoringError: `bad-aturan` when the limits leave out 100.
    """

    tipe: ClassVar[str] = "kedekatan_target"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    polaritas: ClassVar[Polaritas] = Polaritas.STABIL
    """Which side of the target it takes to be better: neither."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""
    status: ClassVar[StatusRujukan] = StatusRujukan.BELUM_TERVERIFIKASI
    """How far its source was read."""

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
        share = Divide(numerator=_DISTANCE, denominator=TARGET)
        return Multiply((Subtract(left=ONE, right=share), HUNDRED))


@frozen(kw_only=True)
class SelisihBertanda:
    """
    Selisih bertanda (signed difference): for targets that may be negative.

    `(1 + (realisasi − target) / |target|) × 100%` where higher is better, with
    minus for plus where lower is, and with the size of the difference subtracted
    where neither is. Over positive targets they are `RealisasiPerTarget`,
    `DuaTargetMinusRealisasi` and `KedekatanTarget`. A growth of −4% against a
    target of −5% is better than the target, which no rule that divides by a
    negative target would say. No official text was found on negative targets,
    so it is unverified, and computing with it has to be allowed.

    >>> from iku.scoring import compute_capaian
    >>> rule = SelisihBertanda(polaritas=Polaritas.POSITIF)
    >>> compute_capaian(-5, -4, rule=rule, allow_unverified=True).eksak
    Fraction(120, 1)

    Raises:
        ScoringError: `bad-aturan` when the limits leave out 100.
    """

    tipe: ClassVar[str] = "selisih_bertanda"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""
    target_bertanda: ClassVar[bool] = True
    """Whether it says what a negative target means."""
    status: ClassVar[StatusRujukan] = StatusRujukan.BELUM_TERVERIFIKASI
    """How far its source was read."""

    polaritas: Polaritas = field(metadata=choice(Polaritas))
    """Which side of the target is better."""
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
        size = Maximum((TARGET, Negate(TARGET)))
        distance = _DISTANCE if self.polaritas is Polaritas.STABIL else _ABOVE
        share = Divide(numerator=distance, denominator=size)
        if self.polaritas is Polaritas.POSITIF:
            return Multiply((Add((ONE, share)), HUNDRED))
        return Multiply((Subtract(left=ONE, right=share), HUNDRED))
