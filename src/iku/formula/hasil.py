"""
Hasil: the outcome of a computation, with everything needed to check it.

It keeps the tree, the inputs and the exact value, so that it can be recomputed
and explained later, by somebody else.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field

from iku._attrs import frozen
from iku._checks import one, optional
from iku.angka import Angka, round_half_up, to_decimal34
from iku.domain.periode import Periode
from iku.domain.satuan import Satuan
from iku.formula.alasan import Alasan
from iku.formula.arithmetic import Jawaban, compute
from iku.formula.lowering import lower_formula
from iku.formula.masukan import Masukan
from iku.formula.notation import write_number, write_official
from iku.tree import Expression, Unlowered
from iku.typing import Formula

if TYPE_CHECKING:
    from decimal import Decimal


class Computed:
    """
    What every outcome of a computation can say, whether of a formula or of a capaian rule.

    An outcome has either an exact value or a reason, never both and never
    neither.
    """

    __slots__ = ()

    pohon: Expression | Unlowered
    masukan: tuple[Masukan, ...]
    jawaban: Jawaban
    satuan: Satuan | None

    @property
    def eksak(self) -> Fraction | None:
        """The exact value, None where there is none."""
        return self.jawaban if isinstance(self.jawaban, Fraction) else None

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no value, None where there is one."""
        return self.jawaban if isinstance(self.jawaban, Alasan) else None

    @property
    def nilai(self) -> Decimal | None:
        """The value, correctly rounded to 34 significant digits."""
        return None if self.eksak is None else to_decimal34(self.eksak)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def round(self, digits: int) -> Decimal | None:
        """
        Round the exact value half-up, once, to exactly `digits` decimals.

        Raises:
            AngkaError: `bad-digits`.
        """
        return None if self.eksak is None else round_half_up(self.eksak, digits)

    def explain(self, *, digits: int = 2) -> str:
        """
        Print the computation with its numbers, as an Indonesian sentence.

        Inputs are printed in full. A result that needs no more than `digits`
        decimals is exact and has no zeros behind them; any other is rounded
        half-up and shows all of its `digits` decimals.

        Raises:
            AngkaError: `bad-digits`.
        """
        sentence = _write_left(self)
        if isinstance(self.jawaban, Alasan):
            return (
                f"{sentence} tidak dapat dihitung: {self.jawaban}" if sentence else str(self.alasan)
            )
        result = _write_result(self.jawaban, digits) + _write_satuan(self.satuan)
        return f"{sentence} = {result}" if sentence else result


@frozen(kw_only=True)
class Hasil(Computed):
    """
    Hasil (result): what a formula gave, as a value or as the reason why there is none.

    >>> from iku.formula import Persentase, evaluate
    >>> hasil = evaluate(
    ...     Persentase(pembilang="NTB", penyebut="PDRB"), {"NTB": 1200, "PDRB": 80000}
    ... )
    >>> hasil.trace
    '1.200 / 80.000 × 100% = 1,5%'
    >>> hasil.round(2), hasil.verify()
    (Decimal('1.50'), True)
    """

    formula: Formula
    """The formula that was evaluated."""
    pohon: Expression | Unlowered
    """The tree it lowered to, or why it has none."""
    masukan: tuple[Masukan, ...]
    """The inputs that were used, in order of appearance in the formula."""
    jawaban: Jawaban
    """The exact value, or the reason why there is none."""
    satuan: Satuan | None = None
    """The unit of the value, where the formula itself decides it."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period the inputs belong to, where the caller said so."""

    def verify(self) -> bool:
        """Recompute from the recorded inputs and tell whether everything still agrees."""
        return (
            self.pohon == lower_formula(self.formula)
            and compute(self.pohon, self.masukan) == self.jawaban
        )


def _write_left(outcome: Computed) -> str:
    """Write the tree with numbers in it; a lone number or a missing tree gives nothing."""
    if isinstance(outcome.pohon, Unlowered) or not outcome.pohon.children:
        return ""
    values = {
        each.variabel: write_number(each.nilai)
        for each in outcome.masukan
        if isinstance(each.nilai, Angka)
    }
    percent = outcome.satuan is not None and outcome.satuan.baku == "%"
    return write_official(outcome.pohon, values=values, percent=percent)


def _write_result(value: Fraction, digits: int) -> str:
    rounded = round_half_up(value, digits)
    text = write_number(Angka(rounded))
    exact = Fraction(rounded) == value and "," in text
    return text.rstrip("0").rstrip(",") if exact else text


def _write_satuan(satuan: Satuan | None) -> str:
    if satuan is None:
        return ""
    return "%" if satuan.baku == "%" else f" {satuan.nama}"
