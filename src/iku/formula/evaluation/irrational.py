"""
The steps that leave the fractions: logarithm and root.

Each rounds once, to 34 significant digits, and correctly: to the decimal that
is nearest to the true value. A root that is a fraction is given exactly.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from iku.angka import PRECISION, make_context, to_decimal34

_WORKING_DIGITS: Final = (60, 120, 240, 480)
"""Digits to compute a logarithm with, until two bounds around it round alike."""

_NEAR_ONE: Final = 10**10
"""Nearer to one than one part of this, a logarithm would lose its digits; a series does not."""


def compute_log(value: Fraction) -> Fraction | None:
    """
    Take the natural logarithm of a number above zero.

    None where 480 digits do not show to which side it has to be rounded. No
    measured number is like that; it takes hundreds of digits made for it.

    >>> to_decimal34(compute_log(Fraction(2)))
    Decimal('0.6931471805599453094172321214581766')
    """
    if value == 1:
        return Fraction(0)
    rounding = make_context()
    for digits in _WORKING_DIGITS:
        context = make_context()
        context.prec = digits
        near, error = _approximate_log(value, context)
        low = rounding.plus(context.subtract(near, error))
        if low == rounding.plus(context.add(near, error)):
            return Fraction(low)
    return None


def _approximate_log(value: Fraction, context: Context) -> tuple[Decimal, Decimal]:
    """
    Give the logarithm and a bound for its error, rounding of the bounds included.

    No number of a computation has a logarithm beyond 12,000, so one unit in the
    last of the digits is below 10**(5 - digits).
    """
    above, below = value.numerator, value.denominator
    if abs(above - below) * _NEAR_ONE < above + below:
        ratio = context.divide(Decimal(above - below), Decimal(above + below))
        near = _sum_series(ratio, context)
        return near, context.scaleb(context.abs(near), 3 - context.prec)
    near = context.ln(context.divide(Decimal(above), Decimal(below)))
    return near, context.scaleb(Decimal(1), 6 - context.prec)


def _sum_series(ratio: Decimal, context: Context) -> Decimal:
    """Sum 2 (z + z**3 / 3 + z**5 / 5 + ...), the logarithm of (1 + z) / (1 - z)."""
    square = context.multiply(ratio, ratio)
    total, power, odd = ratio, ratio, 1
    while True:
        power = context.multiply(power, square)
        odd += 2
        longer = context.add(total, context.divide(power, Decimal(odd)))
        if longer == total:
            return context.multiply(total, Decimal(2))
        total = longer


def compute_root(value: Fraction, degree: int) -> Fraction:
    """
    Take the root of a number that is not negative.

    >>> compute_root(Fraction(8, 27), 3)
    Fraction(2, 3)
    >>> to_decimal34(compute_root(Fraction(2), 2))
    Decimal('1.414213562373095048801688724209698')
    """
    if not value:
        return value
    above = _find_whole_root(value.numerator, degree)
    below = _find_whole_root(value.denominator, degree)
    if above**degree == value.numerator and below**degree == value.denominator:
        return Fraction(above, below)
    # Two digits more than are kept: what lies between two whole numbers there
    # rounds to the same side wherever it lies.
    places = PRECISION + 2 + _estimate_digits(value) // degree
    scaled = value * Fraction(10) ** (places * degree)
    whole = _find_whole_root(scaled.numerator // scaled.denominator, degree)
    return Fraction(to_decimal34((whole + Fraction(1, 2)) / Fraction(10) ** places))


def _estimate_digits(value: Fraction) -> int:
    """Tell how many digits longer the denominator is; at most three too many, never too few."""
    bits = value.denominator.bit_length() - value.numerator.bit_length() + 1
    return bits * 30_103 // 100_000 + 1


def _find_whole_root(value: int, degree: int) -> int:
    """Find the largest whole number whose power is not above `value`, by Newton from above."""
    root = 1 << -(-value.bit_length() // degree)
    while (smaller := ((degree - 1) * root + value // root ** (degree - 1)) // degree) < root:
        root = smaller
    return root
