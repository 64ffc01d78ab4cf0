"""
Trees written in the canonical grammar.

Parentheses stand only where the text would otherwise mean another tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from iku.formula.grammar.functions import EARLIER, LOG, NAMES
from iku.tree import (
    Add,
    Constant,
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
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SUM, PRODUCT, SIGN, POWER, OPERAND = range(5)
"""How tightly the outermost operation of a text binds."""

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+")


class Piece(NamedTuple):
    """A part of the text, and how tightly it holds together."""

    text: str
    """What is written."""
    level: int
    """The level of its outermost operation."""


_Parts: TypeAlias = tuple[Piece, ...]
_Written: TypeAlias = tuple[str, int]


def write_canonical(expression: Expression) -> str:
    """
    Write a tree in the canonical grammar; reading it gives the same tree.

    >>> write_canonical(Divide(numerator=Variable("A"), denominator=Variable("B adhb")))
    'A / `B adhb`'
    """
    return fold(expression, _write).text


def wrap(part: Piece, least: int) -> str:
    """Put parentheses around a part that binds less tightly than `least`."""
    return part.text if part.level >= least else f"({part.text})"


# The constructor of a named tuple runs Python code; that of a tuple does not.
_new_piece: Final = cast(
    "Callable[[type[Piece], tuple[str, int]], Piece]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType] - said by the cast
)


def _write(node: Expression, parts: tuple[Piece, ...]) -> Piece:
    # To look a class up is quicker than to ask for one after the other.
    return _new_piece(Piece, _WRITERS[node.__class__](node, parts))


def _write_constant(node: Constant, _: _Parts) -> _Written:
    teks = node.value.teks
    return teks, SIGN if teks[0] == "-" else OPERAND


def _write_variable(node: Variable, _: _Parts) -> _Written:
    return _write_name(node.kode), OPERAND


def _write_previous(node: Previous, _: _Parts) -> _Written:
    steps = f", {node.steps}" if node.steps > 1 else ""
    return f"{EARLIER}({_write_name(node.kode)}{steps})", OPERAND


def _write_name(kode: str) -> str:
    plain = _PLAIN_NAME.fullmatch(kode) is not None
    return kode if plain else f"`{kode.replace('`', '``')}`"


def _write_call(node: Mean | GeometricMean | Minimum | Maximum, parts: _Parts) -> _Written:
    return f"{NAMES[type(node)]}({', '.join([part.text for part in parts])})", OPERAND


def _write_log(_: Log, parts: _Parts) -> _Written:
    return f"{LOG}({parts[0].text})", OPERAND


def _write_negate(node: Negate, parts: _Parts) -> _Written:
    # `-5` is a number; the negation of five must not read as it.
    literal = isinstance(node.operand, Constant) and parts[0].level == OPERAND
    return "-" + wrap(parts[0], OPERAND + 1 if literal else SIGN), SIGN


def _write_add(_: Add, parts: _Parts) -> _Written:
    rest = [wrap(part, PRODUCT) for part in parts[1:]]
    return " + ".join([parts[0].text, *rest]), SUM


def _write_subtract(_: Subtract, parts: _Parts) -> _Written:
    return f"{parts[0].text} - {wrap(parts[1], PRODUCT)}", SUM


def _write_multiply(_: Multiply, parts: _Parts) -> _Written:
    rest = [wrap(part, SIGN) for part in parts[1:]]
    return " * ".join([wrap(parts[0], PRODUCT), *rest]), PRODUCT


def _write_divide(_: Divide, parts: _Parts) -> _Written:
    return f"{wrap(parts[0], PRODUCT)} / {wrap(parts[1], SIGN)}", PRODUCT


def _write_power(node: Power, parts: _Parts) -> _Written:
    return f"{wrap(parts[0], OPERAND)}^{node.exponent}", POWER


_WRITERS: Final = cast(
    "Mapping[type[Expression], Callable[[Expression, _Parts], _Written]]",
    {
        Constant: _write_constant,
        Variable: _write_variable,
        Previous: _write_previous,
        Mean: _write_call,
        GeometricMean: _write_call,
        Minimum: _write_call,
        Maximum: _write_call,
        Log: _write_log,
        Negate: _write_negate,
        Add: _write_add,
        Subtract: _write_subtract,
        Multiply: _write_multiply,
        Divide: _write_divide,
        Power: _write_power,
    },
)
"""How each class of nodes is written."""
