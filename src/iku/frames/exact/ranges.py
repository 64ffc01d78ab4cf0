"""
Which inputs doubles compute with as the bounds say, and which leave no value for certain.

What is too small for a double loses digits, and may become large again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import narwhals as nw

from iku.tree import (
    Add,
    Divide,
    Expression,
    GeometricMean,
    Log,
    Mean,
    Multiply,
    Negate,
    Power,
    Previous,
    Subtract,
    Variable,
    collect_inputs,
    fold,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.frames.inputs import Columns
    from iku.tree import Input

_SMALL: Final = 1e-250
"""Divided by it, half of the smallest double is still nothing that a figure shows."""

_LARGE: Final = 1.7e308
"""Nearly the largest double, so that what is not above it is finite."""

_DIGITS_OF_RANGE: Final = 290
"""Decimal exponents between one and the smallest double that has all of its bits."""

_LOST_BY_DIFFERENCE: Final = 17
"""Decimal digits by which a difference may be smaller than what it is taken of."""


def list_divisors(pohon: Expression) -> tuple[Input, ...]:
    """
    List the inputs below a line that leave no value where they are zero, for a known reason.

    There is none where another operation may have no value either: which of them is the
    first that has none, doubles do not always know.
    """
    found: dict[Input, None] = {}
    for node in _walk_columns(pohon):
        if isinstance(node, Divide) and isinstance(node.denominator, Variable | Previous):
            found[node.denominator] = None
        elif isinstance(node, Divide) and not collect_inputs(node.denominator):
            continue
        elif isinstance(node, Divide | Power | Log | GeometricMean):
            return ()
    return tuple(found)


def is_arithmetic(pohon: Expression) -> bool:
    """Tell whether a value is missing in every engine where one of its inputs is."""
    plain = Variable | Previous | Add | Subtract | Multiply | Divide | Negate | Mean
    return all(isinstance(node, plain) for node in _walk_columns(pohon))


def _walk_columns(pohon: Expression) -> Iterable[Expression]:
    """Walk what is not the same in all rows."""
    return (node for node in walk(pohon) if collect_inputs(node))


def require_ranges(pohon: Expression, columns: Columns) -> dict[Input, nw.Expr]:
    """Require of inputs that nothing that a double lost becomes visible."""
    return (_require_range if _is_fragile(pohon) else _require_size)(pohon, columns)


def _is_fragile(pohon: Expression) -> bool:
    """
    Tell whether what is too small for a double may become large again.

    So it is with a product or quotient that is multiplied or divided once more,
    and with powers, roots and logarithms. Below a single division it is enough
    that the denominator is not small itself.
    """
    return any(
        bool(collect_inputs(node))
        if isinstance(node, Power | GeometricMean | Log)
        else _is_scaling(node)
        and any(_is_scaling(below) for child in node.children for below in walk(child))
        for node in walk(pohon)
    )


def _require_size(pohon: Expression, columns: Columns) -> dict[Input, nw.Expr]:
    """Require denominators by which nothing that a double lost becomes visible."""
    below = [node.denominator for node in walk(pohon) if isinstance(node, Divide)]
    return {
        node: columns[node].angka.abs().is_between(_SMALL, _LARGE)
        for node in below
        if isinstance(node, Variable | Previous) and not columns[node].bulat
    }


def _is_scaling(node: Expression) -> bool:
    """Tell whether a node multiplies columns with each other, or divides by one."""
    match node:
        case Multiply():
            return sum(bool(collect_inputs(child)) for child in node.children) > 1
        case Divide():
            return bool(collect_inputs(node.denominator))
        case Power() | GeometricMean():
            return bool(collect_inputs(node))
        case _:
            return False


def _require_range(pohon: Expression, columns: Columns) -> dict[Input, nw.Expr]:
    """Require inputs whose products all have full precision, or that are zero."""
    exponent = _DIGITS_OF_RANGE // _measure_degree(pohon) - _LOST_BY_DIFFERENCE
    if exponent < 1:
        return dict.fromkeys(columns, nw.lit(value=False))
    low, high = 10.0**-exponent, 10.0**exponent
    return {
        node: column.angka.abs().is_between(low, high) | (column.angka == 0)
        for node, column in columns.items()
    }


def _measure_degree(pohon: Expression) -> int:
    """Count how many inputs are multiplied or divided at most, one after the other."""

    def step(node: Expression, parts: tuple[int, ...]) -> int:
        match node:
            case Multiply() | Divide() | GeometricMean():
                return sum(parts)
            case Power():
                return parts[0] * max(1, abs(node.exponent))
            case _:
                return max(parts, default=1)

    return fold(pohon, step)
