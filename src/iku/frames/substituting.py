"""One tree put into another, in the place of its variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.tree import (
    Constant,
    Divide,
    Expression,
    Log,
    Negate,
    Operation,
    Power,
    Previous,
    Subtract,
    Variable,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.tree import Input


def replace_inputs(pohon: Expression, replace: Callable[[Input], Expression]) -> Expression:
    """
    Make a tree in which something else stands in the place of each input.

    >>> from iku.tree import Add
    >>> a, b = Variable("A"), Variable("B")
    >>> replace_inputs(Negate(a), lambda node: Add((node, b))) == Negate(Add((a, b)))
    True

    Raises:
        FormulaError: `formula-too-deep` or `formula-too-large`.
    """

    def step(node: Expression, parts: tuple[Expression, ...]) -> Expression:
        match node:
            case Variable() | Previous():
                return replace(node)
            case Constant():
                return node
            case _:
                return _make_again(node, parts)

    return fold(pohon, step)


def _make_again(node: Operation, parts: tuple[Expression, ...]) -> Operation:
    match node:
        case Subtract():
            return Subtract(left=parts[0], right=parts[1])
        case Divide():
            return Divide(numerator=parts[0], denominator=parts[1])
        case Power():
            return Power(base=parts[0], exponent=node.exponent)
        case Negate() | Log():
            return type(node)(parts[0])
        case _:
            return type(node)(parts)


def shift_inputs(pohon: Expression, steps: int) -> Expression:
    """
    Make the tree of the same value `steps` periods earlier.

    Raises:
        FormulaError: `bad-steps`.
    """
    if not steps:
        return pohon
    return replace_inputs(pohon, lambda node: Previous(kode=node.kode, steps=node.steps + steps))
