"""What every outcome of a computation can say about itself."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iku._attrs import render_html
from iku._checks import many, one
from iku.angka import Angka, round_half_up, to_decimal34
from iku.formula.evaluation.alasan import Alasan, check_language
from iku.formula.evaluation.arithmetic import compute
from iku.formula.evaluation.masukan import Masukan
from iku.formula.notation import write_number, write_official
from iku.tree import Add, Constant, GeometricMean, Mean, Multiply, Unlowered, Variable

if TYPE_CHECKING:
    from decimal import Decimal

    from iku.domain.satuan import Satuan
    from iku.formula.evaluation.arithmetic import Jawaban
    from iku.tree import Expression
    from iku.typing import Language

MASUKAN: Final = many(Masukan)
"""The inputs of an outcome."""
JAWABAN: Final = one(Fraction, Alasan)
"""The answer of an outcome."""

_BETWEEN: Final = 4
"""Decimals shown beyond those of the result where another formula gave an input, or an index."""
_INDEX: Final = Variable("indeks")
"""Stands for the index that comes of its parts."""

_UNCOMPUTED: Final[dict[Language, str]] = {
    "id": "tidak dapat dihitung",
    "en": "cannot be computed",
}


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

    def _repr_html_(self) -> str:
        return render_html(self)

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

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the computation with its numbers, as a sentence.

        Inputs are printed in full; those that another formula gave, with four
        decimals more than the result at most. So is a sum or a mean that is only
        multiplied at the end: it stands between, `= 3,491111 × 25 = 87,28`, as the
        index of a survey does in its report. A result that needs no more than
        `digits` decimals is exact and has no zeros behind them; any other is
        rounded half-up and shows all of its `digits` decimals. Numbers are
        written as officials write them in both languages.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        left = _write_left(self, digits, language)
        if isinstance(self.jawaban, Alasan):
            reason = self.jawaban.explain(language)
            return f"{left} {_UNCOMPUTED[language]}: {reason}" if left else reason
        result = _write_result(self.jawaban, digits) + _write_satuan(self.satuan)
        between = _write_between(self, digits, language)
        return " = ".join(filter(None, (left, between, result)))


def _write_left(outcome: Computed, digits: int, language: Language) -> str:
    """Write the tree with numbers in it; a lone number or a missing tree gives nothing."""
    if isinstance(outcome.pohon, Unlowered) or not outcome.pohon.children:
        return ""
    values = {
        each.simpul: _write_input(each.nilai, digits)
        for each in outcome.masukan
        if not isinstance(each.nilai, Alasan)
    }
    percent = _is_percent(outcome.satuan)
    return write_official(outcome.pohon, values=values, percent=percent, language=language)


def _write_between(outcome: Computed, digits: int, language: Language) -> str:
    """Write the index in the place of its parts, where all that follows is a last factor."""
    match outcome.pohon:
        case Multiply(factors=(Add() | Mean() | GeometricMean() as parts, Constant() as factor)):
            index = compute(parts, outcome.masukan)
        case _:
            return ""
    # An outcome that somebody put together may have a value and no inputs that give it.
    if isinstance(index, Alasan):
        return ""
    return write_official(
        Multiply((_INDEX, factor)),
        values={_INDEX: _write_result(index, digits + _BETWEEN)},
        percent=_is_percent(outcome.satuan),
        language=language,
    )


def _write_input(value: Angka | Fraction, digits: int) -> str:
    if isinstance(value, Angka):
        return write_number(value)
    return _write_result(value, digits + _BETWEEN)


def _write_result(value: Fraction, digits: int) -> str:
    rounded = round_half_up(value, digits)
    text = write_number(Angka(rounded))
    exact = Fraction(rounded) == value and "," in text
    return text.rstrip("0").rstrip(",") if exact else text


def _is_percent(satuan: Satuan | None) -> bool:
    return satuan is not None and satuan.baku == "%"


def _write_satuan(satuan: Satuan | None) -> str:
    if satuan is None:
        return ""
    return "%" if _is_percent(satuan) else f" {satuan.nama}"
