"""
From the tree to columns: what a row's value is computed from, and when there is one.

The arithmetic is the engine's own, in double precision; parts of a formula
without a variable are computed exactly, once. What the scalar evaluator answers
with a reason is null here, and `iku.frames.reasons` says why.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import inf
from operator import add, mul
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

import narwhals as nw

from iku._attrs import frozen
from iku.formula.evaluation.alasan import Alasan
from iku.formula.evaluation.arithmetic import compute
from iku.tree import (
    Add,
    Divide,
    Expression,
    GeometricMean,
    Log,
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
    from collections.abc import Callable, Iterable, Sequence

    from iku.frames.inputs import Columns

T = TypeVar("T")

_RUN: Final = 32
"""A chain is written from left to right as far as this."""

Number: TypeAlias = nw.Expr | Fraction
"""A column, or a constant of the formula, which is kept exact until it meets a column."""


class NeverComputes(Exception):  # noqa: N818 - it is an answer and never leaves the package
    """A part without variables has no value, so no row has one."""

    def __init__(self, alasan: Alasan) -> None:
        """Keep the reason."""
        super().__init__(alasan.kode)
        self.alasan = alasan


@frozen(kw_only=True)
class Part:
    """A node written as a column, with what must hold for its value to be one."""

    value: Number
    """The column or constant."""
    guards: tuple[nw.Expr, ...] = ()
    """What finiteness of the value does not show."""
    settled: bool = False
    """Whether the guards alone decide, so that nobody need look at the value."""

    @property
    def column(self) -> nw.Expr:
        """The value as a column."""
        return to_column(self.value)

    @property
    def conditions(self) -> tuple[nw.Expr, ...]:
        """All that must hold."""
        if self.settled or isinstance(self.value, Fraction):
            return self.guards
        return (*self.guards, self.value.is_finite())


def lower_value(pohon: Expression, columns: Columns) -> nw.Expr:
    """Write a tree as one expression of the engine, null where there is no value."""
    try:
        part = fold(pohon, make_step(columns))
    except NeverComputes:
        return nw.lit(None).cast(nw.Float64())
    if not part.conditions:
        return part.column
    return nw.when(require_all(part.conditions)).then(part.column)


def require_all(conditions: Iterable[nw.Expr]) -> nw.Expr:
    """Write one condition that holds where all of some do."""
    return fold_chain(lambda first, other: first & other, [*conditions])


def require_any(conditions: Iterable[nw.Expr]) -> nw.Expr:
    """Write one condition that holds where any of some does."""
    return fold_chain(lambda first, other: first | other, [*conditions])


def fold_chain(operation: Callable[[Any, Any], Any], parts: Sequence[T]) -> T:
    """Write a chain from left to right; a long one in runs, since no engine nests deep."""
    while len(parts) > _RUN:
        runs = [parts[start : start + _RUN] for start in range(0, len(parts), _RUN)]
        parts = [reduce(operation, run) for run in runs]
    return reduce(operation, parts)


def to_column(value: Number) -> nw.Expr:
    """Write a constant as a column."""
    return nw.lit(to_float(value)) if isinstance(value, Fraction) else value


def to_float(value: Fraction) -> float:
    """Give the nearest double; beyond the largest it is infinite, and no value comes of it."""
    try:
        return value.numerator / value.denominator
    except OverflowError:
        return inf if value > 0 else -inf


def make_step(columns: Columns) -> Callable[[Expression, tuple[Part, ...]], Part]:
    """Make the step that writes one node from what its parts are written as."""

    def step(node: Expression, parts: tuple[Part, ...]) -> Part:
        if isinstance(node, Variable | Previous):
            return Part(value=columns[node].angka)
        if not collect_inputs(node):
            return Part(value=compute_constant(node))
        guards = tuple(guard for part in parts for guard in part.guards)
        match node:
            case Divide():
                guards += _guard_denominator(node.denominator, parts[1], columns)
            case Minimum() | Maximum():
                # They would choose another operand, and the missing one would vanish.
                guards = tuple(each for part in parts for each in part.conditions)
            case Power() | Log() | GeometricMean():
                guards += _guard_domain(node, parts, columns)
            case _:
                pass
        value = operate(node, [part.value for part in parts])
        return Part(value=value, guards=guards, settled=isinstance(node, Minimum | Maximum))

    return step


def compute_constant(node: Expression) -> Fraction:
    """Compute a part without variables."""
    answer = compute(node, ())
    if isinstance(answer, Alasan):
        raise NeverComputes(answer)
    return answer


def operate(node: Expression, parts: Sequence[Number]) -> nw.Expr:
    """Write one operation, of which at least one part is a column."""
    match node:
        case Add():
            return _chain(add, parts)
        case Multiply():
            return _chain(mul, parts)
        case Subtract():
            return cast("nw.Expr", _pair(parts[0]) - _pair(parts[1]))
        case Divide():
            return cast("nw.Expr", _pair(parts[0]) / _pair(parts[1]))
        case Negate():
            return to_column(parts[0]) * -1.0
        case _:
            return _operate_by_name(node, parts)


def _operate_by_name(node: Expression, parts: Sequence[Number]) -> nw.Expr:
    match node:
        case Power():
            return to_column(parts[0]) ** node.exponent
        case Mean():
            return _chain(add, parts) / (1.0 * len(parts))
        case GeometricMean():
            # No library is asked where it has no answer: some raise, some warn.
            product = _chain(mul, parts)
            return nw.when(product >= 0).then(product) ** (1 / len(parts))
        case Log():
            operand = to_column(parts[0])
            return nw.when(operand > 0).then(operand).log()
        case Minimum():
            return _choose(parts, nw.min_horizontal, min)
        case _:
            return _choose(parts, nw.max_horizontal, max)


def _pair(value: Number) -> nw.Expr | float:
    return to_float(value) if isinstance(value, Fraction) else value


def _chain(operation: Callable[[Any, Any], Any], parts: Sequence[Number]) -> nw.Expr:
    """Write a chain of numbers; constants before the first column are one."""

    def join(total: Number, part: Number) -> Number:
        if isinstance(total, Fraction) and isinstance(part, Fraction):
            return cast("Fraction", operation(total, part))
        return cast("nw.Expr", operation(_pair(total), _pair(part)))

    return to_column(fold_chain(join, parts))


def _choose(
    parts: Sequence[Number],
    across: Callable[..., nw.Expr],
    among: Callable[[list[Fraction]], Fraction],
) -> nw.Expr:
    """Choose the least or the greatest, of all constants together and each column."""
    chosen = [part for part in parts if not isinstance(part, Fraction)]
    constants = [part for part in parts if isinstance(part, Fraction)]
    if constants:
        chosen.append(to_column(among(constants)))
    return across(*chosen) if len(chosen) > 1 else chosen[0]


def _guard_denominator(
    denominator: Expression, part: Part, columns: Columns
) -> tuple[nw.Expr, ...]:
    """Look for an infinity below a division, which would make the quotient zero."""
    if isinstance(part.value, Fraction) or part.settled:
        return ()
    if isinstance(denominator, Variable | Previous) and columns[denominator].bulat:
        return ()
    return (part.value.is_finite(),)


def _guard_domain(
    node: Power | Log | GeometricMean, parts: Sequence[Part], columns: Columns
) -> tuple[nw.Expr, ...]:
    """Say where an operation has a value, as far as the value itself does not show it."""
    if isinstance(node, GeometricMean):
        return tuple(part.column >= 0 for part in parts)
    if isinstance(node, Log) or node.exponent > 0:
        return ()
    finite = _guard_denominator(node.base, parts[0], columns)
    return finite if node.exponent else (*finite, parts[0].column != 0)
