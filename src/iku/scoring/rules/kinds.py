"""
Kinds of capaian rules: what besides arithmetic a rule can do.

Most rules are a tree and nothing else. Those of the library that first look at
what kind of value they were given say so by what they inherit from.
"""

from __future__ import annotations

from abc import abstractmethod
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import choice, optional
from iku.domain.indikator import Polaritas
from iku.domain.nilai import Ambang, Kategori, Kosong, Pembanding, Rentang
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, explain_absence
from iku.scoring.sentences import NilaiDipakai
from iku.tree import Unlowered
from iku.typing import CapaianRule  # noqa: TC001 - codecs resolve what fields are annotated with

if TYPE_CHECKING:
    from iku.angka import Angka
    from iku.tree import Expression


class TargetNol(StrEnum):
    """Target nol (zero target): what a rule answers where the target is zero."""

    TAK_TERDEFINISI = "tak_terdefinisi"
    """Nothing can be compared with zero; only zero itself reaches it, which is 100."""
    TERCAPAI_ATAU_TIDAK = "tercapai_atau_tidak"
    """100 where the realisasi is on the better side of zero or on it, and 0 otherwise."""
    DIHITUNG = "dihitung"
    """What the formula itself gives; where it divides by zero, that is the reason."""


class Ketetapan(StrEnum):
    """Ketetapan: why a capaian was decided without arithmetic."""

    KEDUANYA_NOL = "keduanya_nol"
    """Target and realisasi are zero: met."""
    DI_DALAM_RENTANG = "di_dalam_rentang"
    """The realisasi lies inside the range that is the target: met."""
    TERCAPAI = "tercapai"
    """The target is met."""
    TIDAK_TERCAPAI = "tidak_tercapai"
    """The target is not met."""

    @property
    def nilai(self) -> Fraction:
        """The capaian it stands for: a hundred, or nothing."""
        return Fraction(0 if self is Ketetapan.TIDAK_TERCAPAI else 100)


_BETTER: Final = {
    Pembanding.KURANG_DARI: Polaritas.NEGATIF,
    Pembanding.PALING_BANYAK: Polaritas.NEGATIF,
    Pembanding.LEBIH_DARI: Polaritas.POSITIF,
    Pembanding.PALING_SEDIKIT: Polaritas.POSITIF,
}
"""On which side of its bound a threshold is met."""


@frozen(kw_only=True)
class Keadaan:
    """What a rule is applied to: both sides, and what is known of the indicator."""

    target: NilaiDipakai
    """What was to be reached; other rules may have put a number in its place."""
    realisasi: NilaiDipakai
    """What was reached."""
    polaritas: Polaritas | None = field(metadata=optional(choice(Polaritas)))
    """Which side is better; None where nobody says."""
    ketetapan: Ketetapan | None = None
    """Whether a rule around this one found the target met already."""
    arah: Polaritas | None = None
    """Which side the target itself says is better, where it does."""

    @property
    def arah_target(self) -> Polaritas | None:
        """Which side the target says is better: by its comparator, or by one that is unwrapped."""
        return _BETTER[self.target.pembanding] if isinstance(self.target, Ambang) else self.arah


class Choosing:
    """A rule that hands over to another one, perhaps with other numbers."""

    __slots__ = ()

    @abstractmethod
    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Name the rule to go on with and what it is applied to, or why there is none."""


class Wrapping(Choosing):
    """A rule that puts a number in the place of what it takes, and has the tree of another one."""

    __slots__ = ()

    aturan: CapaianRule

    def lower(self) -> Expression | Unlowered:
        """Give the tree of `aturan`."""
        return self.aturan.lower()


class Deciding:
    """A rule that says met or not met, and nothing between."""

    __slots__ = ()

    @abstractmethod
    def decide(self, keadaan: Keadaan) -> Ketetapan | Alasan:
        """Decide, or say why that is impossible."""

    def lower(self) -> Unlowered:
        """Say that there is no tree."""
        return WITHOUT_TREE


class Refusing:
    """A rule that cannot take every realisasi."""

    __slots__ = ()

    @abstractmethod
    def refuse(self, realisasi: Fraction) -> Alasan | None:
        """Say why nothing can be computed from this realisasi, if so."""


WITHOUT_TREE: Final = Unlowered(
    kode=KodeAlasan.TANPA_BENTUK,
    message="aturan capaian ini tidak memiliki satu bentuk matematika",
)
"""What a rule lowers to that decides or chooses."""


def find_absence(kode: str, sisi: NilaiDipakai) -> Alasan | None:
    """Give the reason why a side is absent, if it is."""
    if isinstance(sisi, Kosong):
        return explain_absence(sisi, kode)
    return sisi if isinstance(sisi, Alasan) else None


def take_number(kode: str, sisi: NilaiDipakai) -> Angka | Fraction | Alasan:
    """
    Take a side as the number it is, or say why it is none.

    A target of another kind needs another rule; a realisasi of another kind is
    simply no number.
    """
    match sisi:
        case Kosong():
            return explain_absence(sisi, kode)
        case Rentang() | Ambang() | Kategori():
            is_target = kode == "target"
            unfit = KodeAlasan.ATURAN_TIDAK_BERLAKU if is_target else KodeAlasan.BUKAN_BILANGAN
            return blame(unfit, kode)
        case _:
            return sisi
