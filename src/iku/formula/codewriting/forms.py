"""Parts of a tree while they are brought together: a constant times a name over a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iku.formula.codewriting.tools import Surprise

if TYPE_CHECKING:
    from fractions import Fraction

_LONGEST: Final = 1300
"""Bits of the longest constant; what is longer would not fit the context anyway."""


class Form(NamedTuple):
    """A value as factor × above / below, where no name stands for one."""

    factor: Fraction
    """The constant in it."""
    above: str | None = None
    """Name of what stands above the line."""
    below: str | None = None
    """Name of what stands below it."""

    @property
    def is_constant(self) -> bool:
        """Tell whether it is its factor alone."""
        return self.above is None and self.below is None

    def times(self, factor: Fraction | int) -> Form:
        """
        Multiply with a constant.

        Raises:
            Surprise: as for `check`.
        """
        return check(self._replace(factor=self.factor * factor))


def check(form: Form) -> Form:
    """
    Take a form that can be computed with.

    Raises:
        Surprise: It is a zero that would hide what it is multiplied with, or its
            constant is huge.
    """
    hidden = not form.factor and not form.is_constant
    size = max(form.factor.numerator.bit_length(), form.factor.denominator.bit_length())
    if hidden or size > _LONGEST:
        raise Surprise
    return form


def find_odd(factor: Fraction) -> int:
    """Give what is left of a denominator without its factors 2 and 5."""
    odd = factor.denominator
    for divisor in (2, 5):
        while not odd % divisor:
            odd //= divisor
    return odd
