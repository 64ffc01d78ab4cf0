"""IndeksKomposit: components on one scale, joined by a mean."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, choice, optional
from iku.angka import Angka
from iku.domain.nilai import Rentang
from iku.formula.named._terms import ACUAN, komponen, positive, scale_between
from iku.tree import Constant, GeometricMean, Mean, Multiply, Variable

if TYPE_CHECKING:
    from iku.tree import Expression


class MetodeIndeks(StrEnum):
    """Metode indeks (method of an index): by which mean the components become one."""

    ARITMETIK = "aritmetik"
    """The sum over the number."""
    GEOMETRIK = "geometrik"
    """The root of the product: a weak component is not made up for by a strong one."""


@frozen(kw_only=True)
class KomponenIndeks:
    """
    Komponen indeks (component of an index): a variable, and the bounds it is measured by.

    Raises:
        FormulaError: `bad-acuan` when the bounds are one number.
    """

    variabel: str = field(metadata=KODE)
    """Kode of the variable."""
    acuan: Rentang | None = field(default=None, metadata=optional(ACUAN))
    """Acuan (reference bounds): what counts as 0 and as 1; None takes the variable as it is."""


@frozen(kw_only=True)
class IndeksKomposit:
    """
    Indeks komposit (composite index): the mean of components, each between its bounds.

    A component with bounds becomes (nilai − minimum) / (maksimum − minimum);
    values beyond them are not cut. All components weigh the same. The
    education part of the IPM is one, here with the figures of Indonesia for
    2022.

    >>> from iku.formula import evaluate
    >>> pendidikan = IndeksKomposit(
    ...     metode=MetodeIndeks.ARITMETIK,
    ...     komponen=(
    ...         KomponenIndeks(variabel="HLS", acuan=Rentang(bawah=Angka("0"), atas=Angka("18"))),
    ...         KomponenIndeks(variabel="RLS", acuan=Rentang(bawah=Angka("0"), atas=Angka("15"))),
    ...     ),
    ... )
    >>> hasil = evaluate(pendidikan, {"HLS": Angka("13.10"), "RLS": Angka("8.69")})
    >>> hasil.explain(digits=4)
    'rata-rata((13,10 − 0) / (18 − 0); (8,69 − 0) / (15 − 0)) = 0,6536'

    Raises:
        FormulaError: `bad-pengali`, `duplicate-suku` or `bad-suku`.
        DomainError: `bad-choice`.
    """

    tipe: ClassVar[str] = "indeks_komposit"
    """The tag on the wire."""

    metode: MetodeIndeks = field(metadata=choice(MetodeIndeks))
    """Metode (method): which mean."""
    komponen: tuple[KomponenIndeks, ...] = field(metadata=komponen(KomponenIndeks))
    """The components, at least one."""
    pengali: Angka = field(
        default=Angka("1"), metadata=positive("bad-pengali", "leave it out for an index up to 1")
    )
    """Pengali (multiplier): 100 for an index that is printed from 0 to 100."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the components."""
        return tuple(each.variabel for each in self.komponen)

    def lower(self) -> Expression:
        """Give the tree: the mean of the components, times the multiplier if it is not 1."""
        kind = Mean if self.metode is MetodeIndeks.ARITMETIK else GeometricMean
        index = kind(tuple(_lower_komponen(each) for each in self.komponen))
        if self.pengali.nilai == 1:
            return index
        return Multiply((index, Constant(self.pengali)))


def _lower_komponen(each: KomponenIndeks) -> Expression:
    variable = Variable(each.variabel)
    if each.acuan is None:
        return variable
    return scale_between(variable, Constant(each.acuan.bawah), Constant(each.acuan.atas))
