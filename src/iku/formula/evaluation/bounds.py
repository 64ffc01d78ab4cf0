"""How large the numbers of a computation may become, so that work is bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fractions import Fraction

MAXIMUM_BITS: Final = 14_000
"""
No numerator or denominator on the way has more bits.

They are about 4,200 digits, which Python still prints: it refuses integers of
more than 4,300.
"""

MAXIMUM_RESULT: Final = 10**900
"""No result is as large; it could not be printed as an `Angka`."""


def measure_bits(value: Fraction) -> int:
    """Count the bits of the longer of numerator and denominator."""
    return max(value.numerator.bit_length(), value.denominator.bit_length())
