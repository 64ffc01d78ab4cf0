"""A variable against its own past: Pertumbuhan, PersentasePenurunan."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, choice
from iku.formula.named._terms import HUNDRED
from iku.tree import Divide, Multiply, Previous, Subtract, Variable
from iku.tree.limits import check_steps

if TYPE_CHECKING:
    from iku.tree import Expression, Input


class BasisPertumbuhan(StrEnum):
    """Basis pertumbuhan (base of growth): which of the two values the change is measured by."""

    LALU = "lalu"
    """The earlier value, as in (PDRB(t) − PDRB(t−1)) / PDRB(t−1)."""
    KINI = "kini"
    """The present value, which some offices publish."""


@frozen(kw_only=True)
class Pertumbuhan:
    """
    Pertumbuhan (growth): the change since an earlier period, in per cent of its basis.

    The word alone defines no formula, so `basis` is always said. The earlier
    value is that of PP 6/2008, of the Kode Referensi of Bappenas and of BPS:
    IPM 72,29 after 71,94 is 0,49%. Kabupaten Blitar divides by the present
    value: 20.242 micro enterprises after 15.481 are published as 23,52%, where
    the other basis gives 30,75%.

    The earlier value is looked up in a `Seri`, `jarak` periods before. Where it
    is zero there is no growth, where it is negative the sign of the result
    turns, as it does in the printed formula.

    >>> from iku.domain import Periode
    >>> from iku.formula import Seri, evaluate
    >>> usaha = Seri.from_mapping({"UM": {2019: 15481, 2020: 20242}})
    >>> blitar = Pertumbuhan(variabel="UM", basis=BasisPertumbuhan.KINI)
    >>> evaluate(blitar, usaha, periode=Periode.tahunan(2020)).trace
    '(20.242 − 15.481) / 20.242 × 100% = 23,52%'

    Raises:
        FormulaError: `bad-steps`.
        DomainError: `bad-choice`.
    """

    tipe: ClassVar[str] = "pertumbuhan"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""

    variabel: str = field(metadata=KODE)
    """Kode of the variable that grows."""
    basis: BasisPertumbuhan = field(metadata=choice(BasisPertumbuhan))
    """Basis: what the change is divided by."""
    jarak: int = field(default=1, metadata=checked(check_steps))
    """Jarak (distance): how many periods back; 4 is the same quarter of the year before."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The variable."""
        return (self.variabel,)

    def lower(self) -> Expression:
        """Give the tree: present less earlier over the basis, times 100."""
        now, before = _look_back(self.variabel, self.jarak)
        basis = before if self.basis is BasisPertumbuhan.LALU else now
        change = Subtract(left=now, right=before)
        return Multiply((Divide(numerator=change, denominator=basis), HUNDRED))


@frozen(kw_only=True)
class PersentasePenurunan:
    """
    Persentase penurunan (percentage decrease): how much less than before, in per cent.

    (lalu − kini) / lalu × 100%: growth with its sign turned, for indicators
    whose fall is the aim. No regulation was found that prints it; the earlier
    value as its basis is that of growth. The figures here are made up.

    >>> from iku.domain import Periode
    >>> from iku.formula import Seri, evaluate
    >>> kasus = Seri.from_mapping({"KASUS": {2022: 250, 2023: 200}})
    >>> turun = PersentasePenurunan(variabel="KASUS")
    >>> evaluate(turun, kasus, periode=Periode.tahunan(2023)).trace
    '(250 − 200) / 250 × 100% = 20%'

    Raises:
        FormulaError: `bad-steps`.
    """

    tipe: ClassVar[str] = "persentase_penurunan"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""

    variabel: str = field(metadata=KODE)
    """Kode of the variable that is to fall."""
    jarak: int = field(default=1, metadata=checked(check_steps))
    """Jarak (distance): how many periods back; 4 is the same quarter of the year before."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The variable."""
        return (self.variabel,)

    def lower(self) -> Expression:
        """Give the tree: earlier less present over earlier, times 100."""
        now, before = _look_back(self.variabel, self.jarak)
        change = Subtract(left=before, right=now)
        return Multiply((Divide(numerator=change, denominator=before), HUNDRED))


def _look_back(variabel: str, jarak: int) -> tuple[Input, Input]:
    return Variable(variabel), Previous(kode=variabel, steps=jarak)
