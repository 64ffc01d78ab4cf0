"""
What written lines call: steps in fixed contexts, which raise instead of losing a digit.

None of it looks at the ambient context. The flags of these contexts are never
read, so all functions of all threads may share them.
"""

from __future__ import annotations

from decimal import Clamped, Decimal, Inexact, Rounded, Subnormal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iku.angka import MAXIMUM_DIGITS, Angka, make_context, make_plain_context, to_decimal34
from iku.formula.evaluation.irrational import compute_log, compute_root

if TYPE_CHECKING:
    from decimal import Context


class Surprise(Exception):  # noqa: N818 - it says no more than that
    """Something that the lines do not compute."""


def _make_exact() -> Context:
    """
    Make the context of the steps.

    It is far narrower than `Angka` and the bounds of evaluation, so nothing that
    passes through it is refused or too large there. It is also narrow enough that
    a number that `Angka` refuses, of more than 1,000 digits, cannot pass: a
    product with a number that is not zero has as many digits, a sum with one that
    has passed keeps its highest or its lowest, and both raise.
    """
    context = make_context()
    context.prec, context.Emin, context.Emax = 400, -50, 440
    for signal in (Inexact, Rounded, Subnormal, Clamped):
        context.traps[signal] = True
    return context


def _make_rounding() -> Context:
    """Make the context of the one division; over infinity it raises and gives no zero."""
    context = make_context()
    context.traps[Clamped] = True
    return context


EXACT: Final = _make_exact()
"""Takes a step if it is exact."""

_ROUNDING: Final = _make_rounding()
_PLAIN: Final = make_plain_context()


def _take(value: object) -> Decimal:
    """Take a value that is no plain Decimal, if it is a number of reasonable length."""
    if isinstance(value, Angka):
        return Decimal(value.teks)
    if type(value) is int and value.bit_length() < MAXIMUM_DIGITS:
        return Decimal(value)
    raise Surprise


def take_log(value: Fraction) -> Fraction:
    """
    Take the logarithm of an exact number.

    Raises:
        Surprise: There is none.
    """
    logarithm = compute_log(value) if value > 0 else None
    if logarithm is None:
        raise Surprise
    return logarithm


def _take_log(above: Decimal, below: Decimal) -> Decimal:
    return EXACT.plus(to_decimal34(take_log(Fraction(above) / Fraction(below))))


def _take_root(above: Decimal, below: Decimal, degree: int) -> tuple[Decimal, Decimal]:
    root = compute_root(Fraction(above) / Fraction(below), degree)
    return EXACT.plus(Decimal(root.numerator)), EXACT.plus(Decimal(root.denominator))


TOOLS: Final[dict[str, object]] = {
    "Decimal": Decimal,
    "ZERO": Decimal(0),
    "add": EXACT.add,
    "divide": _ROUNDING.divide,
    "finite": Decimal.is_finite,
    "fuse": EXACT.fma,
    "log": _take_log,
    "minus": EXACT.minus,
    "multiply": EXACT.multiply,
    "normal": _ROUNDING.is_normal,
    "plus": EXACT.plus,
    "root": _take_root,
    "subtract": EXACT.subtract,
    "surprises": (ArithmeticError, KeyError, Surprise),
    "take": _take,
    "tidy": _PLAIN.normalize,
    "zero": Decimal.is_zero,
}
"""Each by the name that it has in the lines."""
