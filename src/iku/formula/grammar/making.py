"""
Nodes made by the parser, which has checked their parts already.

A constructor looks at every operand and every character again. Here the slots are
filled directly; a tree beyond the limits is refused as it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku.tree import Add, Constant, Divide, Expression, Multiply, Negate, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.angka import Angka

_Node: TypeAlias = Constant | Variable | Add | Multiply | Subtract | Divide | Negate
_Fill: TypeAlias = "Callable[[_Node, object], None]"


def _slot(kind: type[_Node], name: str) -> _Fill:
    """Give the function that fills a slot of a frozen class."""
    fill: _Fill = getattr(kind, name).__set__
    return fill


_set_value: Final = _slot(Constant, "value")
_set_kode: Final = _slot(Variable, "kode")
_set_operand: Final = _slot(Negate, "operand")
_set_chain: Final[dict[type[Add | Multiply], _Fill]] = {
    Add: _slot(Add, "terms"),
    Multiply: _slot(Multiply, "factors"),
}
_set_pair: Final[dict[type[Subtract | Divide], tuple[_Fill, _Fill]]] = {
    Subtract: (_slot(Subtract, "left"), _slot(Subtract, "right")),
    Divide: (_slot(Divide, "numerator"), _slot(Divide, "denominator")),
}


def make_constant(value: Angka) -> Constant:
    """Make a constant."""
    made = object.__new__(Constant)
    _set_value(made, value)
    return made


def make_variable(kode: str) -> Variable:
    """Make a variable of a kode that is one."""
    made = object.__new__(Variable)
    _set_kode(made, kode)
    return made


def make_negate(operand: Expression) -> Negate:
    """
    Turn the sign of an expression.

    Raises:
        FormulaError: `formula-too-large` or `formula-too-deep`, here and below.
    """
    made = object.__new__(Negate)
    _set_operand(made, operand)
    made.__attrs_post_init__()
    return made


def make_pair(kind: type[Subtract | Divide], first: Expression, second: Expression) -> Expression:
    """Make a difference or a quotient."""
    made = object.__new__(kind)
    set_first, set_second = _set_pair[kind]
    set_first(made, first)
    set_second(made, second)
    made.__attrs_post_init__()
    return made


def make_chain(kind: type[Add | Multiply], operands: tuple[Expression, ...]) -> Expression:
    """Make a sum or a product of two operands or more; one inside it becomes part of it."""
    for operand in operands:
        if operand.__class__ is kind:
            return kind(operands)
    made = object.__new__(kind)
    _set_chain[kind](made, operands)
    made.__attrs_post_init__()
    return made
