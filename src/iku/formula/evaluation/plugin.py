"""
Formulas that compute themselves, kept at arm's length.

What a plug-in answers is looked at once, here: an exact number, a reason, or one
error that names the plug-in.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from iku.errors import PluginError, quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, collect_alasan
from iku.formula.evaluation.arithmetic import Jawaban, to_fraction
from iku.formula.evaluation.bounds import MAXIMUM_BITS, MAXIMUM_RESULT, measure_bits
from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.formula.evaluation.masukan import Masukan
    from iku.typing import Evaluating


def evaluate_alone(formula: Evaluating, masukan: Sequence[Masukan]) -> Jawaban:
    """
    Ask a formula for its value, once every input has a number.

    Raises:
        PluginError: `plugin-failed`, when it raised or gave something else than
            an exact number or a reason.
    """
    absent = [each.nilai for each in masukan if isinstance(each.nilai, Alasan)]
    if absent:
        return collect_alasan(absent)
    numbers = {
        each.variabel: to_fraction(each.nilai)
        for each in masukan
        if not isinstance(each.nilai, Alasan)
    }
    try:
        answer: object = formula.evaluate(MappingProxyType(numbers))
    except Exception as error:
        raise _failed(formula, f"raised {type(error).__name__}") from error
    jawaban = _take_answer(answer, tuple(numbers))
    if jawaban is None:
        infinite = isinstance(answer, Decimal)
        raise _failed(
            formula, "gave a Decimal that is not finite" if infinite else f"gave {quote(answer)}"
        )
    return jawaban


def _take_answer(answer: object, variables: tuple[str, ...]) -> Jawaban | None:
    match answer:
        case Unlowered():
            return Alasan(
                kode=answer.kode,
                variabel=answer.variables,
                pesan=answer.message,
                keterangan=answer.detail,
            )
        case Fraction():
            return _bound(answer, variables)
        case Decimal() if answer.is_finite():
            return _take_decimal(answer, variables)
        case int() if not isinstance(answer, bool):
            return _bound(Fraction(answer), variables)
        case _:
            return None


def _take_decimal(answer: Decimal, variables: tuple[str, ...]) -> Jawaban:
    if not answer:
        # A zero may have any exponent.
        return Fraction(0)
    if abs(answer.adjusted()) > MAXIMUM_BITS:
        # Refused before `1e999999999` fills the memory; it has more bits than digits.
        return blame(KodeAlasan.TERLALU_BESAR, *variables)
    return _bound(Fraction(answer), variables)


def _bound(answer: Fraction, variables: tuple[str, ...]) -> Jawaban:
    # A child class of Fraction leaves as a plain one.
    value = Fraction(answer.numerator, answer.denominator)
    if measure_bits(value) > MAXIMUM_BITS or abs(value) >= MAXIMUM_RESULT:
        return blame(KodeAlasan.TERLALU_BESAR, *variables)
    return value


def _failed(formula: Evaluating, what: str) -> PluginError:
    return PluginError(
        "plugin-failed",
        found=f"evaluating {quote(formula.tipe)} {what}",
        expected="a Fraction, a finite Decimal or an int, or Unlowered with the reason",
        repair=f"compute exactly in {type(formula).__name__}.evaluate",
    )
