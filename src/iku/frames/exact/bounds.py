"""
How far a column in double precision may be from the exact value, row by row.

Derived once for a tree: every operation rounds by at most half a unit in the
last place, and what it is given is already wrong by a known amount. A
difference of two large numbers may have lost everything, and then the bound
says so.
"""

from __future__ import annotations

from fractions import Fraction
from operator import add, mul
from typing import TYPE_CHECKING, Final, TypeAlias

import narwhals as nw
from attrs import evolve

from iku._attrs import frozen
from iku.frames.exact.ranges import require_ranges
from iku.frames.lowering import (
    Number,
    compute_constant,
    fold_chain,
    make_step,
    operate,
    to_column,
    to_float,
)
from iku.tree import (
    Add,
    Divide,
    Expression,
    GeometricMean,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Previous,
    Subtract,
    Variable,
    collect_inputs,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iku.frames.inputs import Columns

UNIT: Final = 2.0**-53
"""Largest relative error of one rounding."""

_QUOTIENT: Final = 2
"""Units that a quotient loses; polars multiplies with the inverse of a constant."""

_LIBRARY: Final = 16
"""Units that a power, a root or a logarithm of an engine may be wrong by; they are within 2."""

_DECIMAL: Final = 4
"""Units that a decimal may be wrong by as a double: it is divided by a power of ten."""

_SCALING: Final = 2
"""Units that a value loses by multiplying with a power of ten and looking for a half."""

_SLACK: Final = 1.125
"""What the bounds are enlarged by: for products of errors, and as they are doubles themselves."""


@frozen(kw_only=True)
class Bounded:
    """A node written as a column, with a bound for its error."""

    value: Number
    """The column or constant."""
    size: Number
    """What the error is measured by; never less than the size of the value."""
    units: float
    """The error is at most this many units of rounding times `size`."""
    relative: bool = False
    """Whether `size` is the size of the value itself."""
    certain: tuple[nw.Expr, ...] = ()
    """What must hold for the bound to hold."""

    def measure_error(self, scale: float, scaled: nw.Expr) -> nw.Expr:
        """Bound the error of the value times `scale`, whose size is `scaled`."""
        units = self.units + _SCALING if scale != 1.0 else self.units
        if self.relative:
            return scaled * (units * UNIT * _SLACK)
        return to_column(self.size) * (scale * units * UNIT * _SLACK)

    @property
    def error(self) -> nw.Expr:
        """The bound, row by row."""
        return to_column(self.size) * (self.units * UNIT * _SLACK)


_Step: TypeAlias = "Callable[[Expression, tuple[Bounded, ...]], Bounded]"


def bound_value(pohon: Expression, columns: Columns) -> Bounded:
    """
    Write a tree as one expression of the engine, with a bound for its error.

    Raises:
        NeverComputes: a part without variables has no value.
    """
    bounded = fold(pohon, make_bounding(columns))
    ranges = require_ranges(pohon, columns)
    # What is required to lie in a range is finite, as whole numbers are.
    finite = {**columns, **{node: evolve(columns[node], bulat=True) for node in ranges}}
    sound = fold(pohon, make_step(finite)).guards
    return evolve(bounded, certain=(*bounded.certain, *sound, *ranges.values()))


def make_bounding(columns: Columns) -> _Step:
    """Make the step that writes one node with its bound."""

    def step(node: Expression, parts: tuple[Bounded, ...]) -> Bounded:
        if isinstance(node, Variable | Previous):
            column = columns[node]
            return _make_relative(column.angka, 1 if column.desimal or column.bulat else _DECIMAL)
        if not collect_inputs(node):
            return _make_relative(compute_constant(node), 1)
        value = operate(node, [part.value for part in parts])
        certain = tuple(each for part in parts for each in part.certain)
        bounded = _bound(node, value, parts)
        return evolve(bounded, certain=(*certain, *bounded.certain))

    return step


def _make_relative(value: Number, units: float) -> Bounded:
    size = abs(value) if isinstance(value, Fraction) else value.abs()
    return Bounded(value=value, size=size, units=units, relative=True)


def _bound(node: Expression, value: nw.Expr, parts: Sequence[Bounded]) -> Bounded:
    """Bound the error of one operation; what its parts ask for is added by the caller."""
    match node:
        case Negate():
            return evolve(parts[0], value=value, certain=())
        case Add() | Subtract() | Mean():
            return _bound_sum(node, value, parts)
        case Multiply():
            return _bound_product(value, parts)
        case Divide():
            return _bound_quotient(value, *parts)
        case Minimum() | Maximum():
            return _bound_choice(value, parts)
        case _:
            return _bound_rounded(node, value, parts)


def _bound_sum(node: Expression, value: nw.Expr, parts: Sequence[Bounded]) -> Bounded:
    units = max(part.units for part in parts) + len(parts)
    size = _fold_sizes(add, parts)
    if isinstance(node, Mean):
        return Bounded(value=value, size=size / (1.0 * len(parts)), units=units + _QUOTIENT)
    return Bounded(value=value, size=size, units=units)


def _bound_product(value: nw.Expr, parts: Sequence[Bounded]) -> Bounded:
    units = sum(part.units for part in parts) + len(parts) - 1
    if all(part.relative for part in parts):
        return _make_relative(value, units)
    return Bounded(value=value, size=_fold_sizes(mul, parts), units=units)


def _bound_quotient(value: nw.Expr, above: Bounded, below: Bounded) -> Bounded:
    units = above.units + below.units + _QUOTIENT
    if above.relative and below.relative:
        return _make_relative(value, units)
    denominator = to_column(below.value).abs()
    if below.relative:
        return Bounded(value=value, size=to_column(above.size) / denominator, units=units)
    size = (to_column(above.size) + value.abs() * to_column(below.size)) / denominator
    # At half of the denominator the error is doubled; nearer to zero nothing is known.
    known = denominator > below.error * 2.0
    return Bounded(value=value, size=size, units=2 * units, certain=(known,))


def _bound_choice(value: nw.Expr, parts: Sequence[Bounded]) -> Bounded:
    units = max(part.units for part in parts)
    sizes = [to_column(part.size) for part in parts if not isinstance(part.size, Fraction)]
    size = nw.max_horizontal(*sizes) if len(sizes) > 1 else sizes[0]
    bounds = [part.size for part in parts if isinstance(part.size, Fraction)]
    # A bound that a double holds exactly adds nothing; any other is wrong by itself.
    inexact = [bound for bound in bounds if Fraction(to_float(bound)) != bound]
    return Bounded(
        value=value, size=size + to_float(max(inexact)) if inexact else size, units=units
    )


def _bound_rounded(node: Expression, value: nw.Expr, parts: Sequence[Bounded]) -> Bounded:
    """Bound what the library of the engine computes: powers, roots and logarithms."""
    # Near zero nothing is known of them, and it is rare: then every row is looked at.
    known = () if all(part.relative for part in parts) else (nw.lit(value=False),)
    if isinstance(node, Power):
        bounded = _make_relative(value, abs(node.exponent) * parts[0].units + _LIBRARY)
        return evolve(bounded, certain=known)
    units = sum(part.units for part in parts) + len(parts) + _LIBRARY
    if isinstance(node, GeometricMean):
        return evolve(_make_relative(value, units), certain=known)
    return Bounded(value=value, size=value.abs() + 1.0, units=units, certain=known)


def _fold_sizes(
    operation: Callable[[nw.Expr, nw.Expr], nw.Expr], parts: Sequence[Bounded]
) -> nw.Expr:
    return fold_chain(operation, [to_column(part.size) for part in parts])
