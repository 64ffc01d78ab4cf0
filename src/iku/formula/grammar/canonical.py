"""
Trees written in the canonical grammar.

Parentheses stand only where the text would otherwise mean another tree.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

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

SUM, PRODUCT, SIGN, POWER, OPERAND = range(5)
"""How tightly the outermost operation of a text binds."""

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+")


class Piece(NamedTuple):
    """A part of the text, and how tightly it holds together."""

    text: str
    """What is written."""
    level: int
    """The level of its outermost operation."""


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


def _write(node: Expression, parts: tuple[Piece, ...]) -> Piece:
    match node:
        case Constant():
            return Piece(node.value.teks, SIGN if node.value.teks[0] == "-" else OPERAND)
        case Variable():
            return Piece(_write_name(node.kode), OPERAND)
        case Previous():
            steps = f", {node.steps}" if node.steps > 1 else ""
            return Piece(f"{EARLIER}({_write_name(node.kode)}{steps})", OPERAND)
        case Mean() | GeometricMean() | Minimum() | Maximum():
            return Piece(f"{NAMES[type(node)]}({', '.join(part.text for part in parts)})", OPERAND)
        case Log():
            return Piece(f"{LOG}({parts[0].text})", OPERAND)
        case _:
            return _write_operation(node, parts)


def _write_name(kode: str) -> str:
    plain = _PLAIN_NAME.fullmatch(kode) is not None
    return kode if plain else f"`{kode.replace('`', '``')}`"


def _write_operation(
    node: Add | Subtract | Multiply | Divide | Power | Negate, parts: tuple[Piece, ...]
) -> Piece:
    match node:
        case Negate():
            # `-5` is a number; the negation of five must not read as it.
            literal = isinstance(node.operand, Constant) and parts[0].level == OPERAND
            return Piece("-" + wrap(parts[0], OPERAND + 1 if literal else SIGN), SIGN)
        case Add():
            rest = [wrap(part, PRODUCT) for part in parts[1:]]
            return Piece(" + ".join([parts[0].text, *rest]), SUM)
        case Subtract():
            return Piece(f"{parts[0].text} - {wrap(parts[1], PRODUCT)}", SUM)
        case Multiply():
            rest = [wrap(part, SIGN) for part in parts[1:]]
            return Piece(" * ".join([wrap(parts[0], PRODUCT), *rest]), PRODUCT)
        case Divide():
            return Piece(f"{wrap(parts[0], PRODUCT)} / {wrap(parts[1], SIGN)}", PRODUCT)
        case _:
            return Piece(f"{wrap(parts[0], OPERAND)}^{node.exponent}", POWER)
