"""Rules that hand over to another one, so that one rule can serve a whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from attrs import field

from iku._attrs import frozen
from iku._checks import optional
from iku.domain.nilai import Ambang, Kategori, Rentang
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.scoring.rules.kinds import WITHOUT_TREE, Choosing
from iku.scoring.rules.parts import RULE, refuse_aturan
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from iku.scoring.rules.kinds import Keadaan
    from iku.tree import Unlowered

_PART: Final = optional(RULE)


def _check_parts(*parts: CapaianRule | None) -> None:
    if parts.count(None) == len(parts):
        raise refuse_aturan("no rule", "at least one rule to hand over to", "name one")


@frozen(kw_only=True)
class AturanMenurutPolaritas(Choosing):
    """
    Aturan menurut polaritas (rule by polarity): a rule for each direction.

    An indicator whose polarity is not stated has no capaian under it, and
    neither has one of a polarity without a rule. A target that is a threshold
    states a direction itself: "kurang dari 49" is `negatif`. It is taken where
    the indicator states none, and an indicator that states another has no
    capaian, because one of the two is wrong.

    >>> from iku.domain.indikator import Polaritas
    >>> from iku.scoring import DuaTargetMinusRealisasi, RealisasiPerTarget, compute_capaian
    >>> rule = AturanMenurutPolaritas(
    ...     positif=RealisasiPerTarget(), negatif=DuaTargetMinusRealisasi()
    ... )
    >>> compute_capaian(10, 12, rule=rule, polaritas=Polaritas.NEGATIF).eksak
    Fraction(80, 1)
    >>> str(compute_capaian(10, 12, rule=rule).alasan)
    'polaritas tidak disebutkan'

    Raises:
        ScoringError: `bad-aturan` when it names no rule at all.
    """

    tipe: ClassVar[str] = "aturan_menurut_polaritas"
    """The tag on the wire."""

    positif: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule where higher is better."""
    negatif: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule where lower is better."""
    stabil: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule where it is best to be near the target."""

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that hands over to none."""
        _check_parts(self.positif, self.negatif, self.stabil)

    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Take the rule of the polarity, which a threshold states as well."""
        polaritas = keadaan.polaritas or keadaan.arah_target
        if polaritas is None:
            return blame(KodeAlasan.TANPA_POLARITAS)
        stated = f"polaritas {polaritas}"
        if keadaan.arah_target not in (None, polaritas):
            return blame(KodeAlasan.ARAH_BERTENTANGAN, "target", keterangan=stated)
        rule = cast("CapaianRule | None", getattr(self, polaritas.value))
        if rule is None:
            return blame(KodeAlasan.TANPA_ATURAN, keterangan=stated)
        return rule, keadaan

    def lower(self) -> Unlowered:
        """Say that there is no tree for every polarity."""
        return WITHOUT_TREE


_KINDS: Final[dict[type, str]] = {Rentang: "rentang", Ambang: "ambang", Kategori: "kategori"}


@frozen(kw_only=True)
class AturanMenurutTarget(Choosing):
    """
    Aturan menurut target (rule by target): a rule for each kind of target.

    >>> from iku.angka import Angka
    >>> from iku.scoring import RealisasiPerTarget, RentangTarget, compute_capaian
    >>> normal = RealisasiPerTarget()
    >>> rule = AturanMenurutTarget(angka=normal, rentang=RentangTarget(aturan=normal))
    >>> target = Rentang(bawah=Angka("80"), atas=Angka("90"))
    >>> compute_capaian(target, 70, rule=rule).dipakai
    RealisasiPerTarget()
    >>> str(compute_capaian(Kategori(label="BB"), Kategori(label="A"), rule=rule).alasan)
    'aturan capaian tidak disebutkan (target kategori)'

    Raises:
        ScoringError: `bad-aturan` when it names no rule at all.
    """

    tipe: ClassVar[str] = "aturan_menurut_target"
    """The tag on the wire."""

    angka: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule for a number."""
    rentang: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule for a range."""
    ambang: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule for a threshold."""
    kategori: CapaianRule | None = field(default=None, metadata=_PART)
    """The rule for a label."""

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that hands over to none."""
        _check_parts(self.angka, self.rentang, self.ambang, self.kategori)

    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Take the rule of the kind of target."""
        kind = _KINDS.get(type(keadaan.target), "angka")
        rule = cast("CapaianRule | None", getattr(self, kind))
        if rule is None:
            return blame(KodeAlasan.TANPA_ATURAN, keterangan=f"target {kind}")
        return rule, keadaan

    def lower(self) -> Unlowered:
        """Say that there is no tree for every kind of target."""
        return WITHOUT_TREE
