"""The canonical grammar as a peer reads it: lark, LALR, making the same nodes as we do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lark import Lark, Transformer, v_args

from iku.angka import Angka
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Subtract,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_GRAMMAR: Final = r"""
?start: sum
?sum: product | sum "+" product -> add | sum "-" product -> subtract
?product: signed | product "*" signed -> multiply | product "/" signed -> divide
?signed: power | "-" signed -> negate
?power: operand | operand "^" NUMBER -> raised
?operand: NUMBER -> number
        | NAME -> name
        | QUOTED -> quoted
        | NAME "(" sum ("," sum)* ")" -> call
        | "(" sum ")"
NAME: /[A-Za-z_][A-Za-z0-9_]*/
QUOTED: /`[^`]+`/
NUMBER: /(0|[1-9][0-9]*)(\.[0-9]+)?/
%ignore /[ \t\n]+/
"""
_FUNCTIONS: Final[dict[str, type[Minimum | Maximum | Mean]]] = {
    "minimum": Minimum,
    "maksimum": Maximum,
    "rata_rata": Mean,
}


@v_args(inline=True)
class _Nodes(Transformer[object, Expression]):
    """Makes a node of each production while lark parses."""

    def add(self, left: Expression, right: Expression) -> Expression:
        return Add((left, right))

    def subtract(self, left: Expression, right: Expression) -> Expression:
        return Subtract(left=left, right=right)

    def multiply(self, left: Expression, right: Expression) -> Expression:
        return Multiply((left, right))

    def divide(self, left: Expression, right: Expression) -> Expression:
        return Divide(numerator=left, denominator=right)

    def negate(self, operand: Expression) -> Expression:
        return Negate(operand)

    def raised(self, base: Expression, exponent: str) -> Expression:
        return Power(base=base, exponent=int(exponent))

    def number(self, text: str) -> Expression:
        return Constant(Angka(str(text)))

    def name(self, text: str) -> Expression:
        return Variable(str(text))

    def quoted(self, text: str) -> Expression:
        return Variable(str(text)[1:-1])

    def call(self, name: str, *operands: Expression) -> Expression:
        made: Expression = _FUNCTIONS[str(name)](operands)
        return made


def make_parser() -> Callable[[str], object]:
    """Make the parser that gives our nodes."""
    return Lark(_GRAMMAR, parser="lalr", transformer=_Nodes()).parse


def make_bare_parser() -> Callable[[str], object]:
    """Make the parser that gives lark's own trees, which keep no limit and check no number."""
    return Lark(_GRAMMAR, parser="lalr").parse
