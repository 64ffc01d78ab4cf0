"""
Trees written as text: the canonical grammar, and the notation officials read.

Parentheses stand only where the text would otherwise mean another tree, or, in
the official notation, where two signs would meet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from iku.angka import Angka, format_angka
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    Multiply,
    Negate,
    Power,
    Subtract,
    Variable,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_Operation: TypeAlias = Add | Subtract | Multiply | Divide | Power | Negate
_SUM, _PRODUCT, _SIGN, _POWER, _OPERAND = range(5)
_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+")
_HUNDRED: Final = Constant(Angka("100"))


class _Piece(NamedTuple):
    text: str
    level: int


def write_canonical(expression: Expression) -> str:
    """
    Write a tree in the canonical grammar; reading it gives the same tree.

    >>> write_canonical(Divide(numerator=Variable("A"), denominator=Variable("B adhb")))
    'A / `B adhb`'
    """
    return fold(expression, _write_canonical).text


def write_official(
    expression: Expression, *, values: Mapping[str, str] | None = None, percent: bool = False
) -> str:
    """
    Write a tree as officials do, with `values` in the place of variables that have one.

    With `percent`, a last factor 100 is written `100%`, as in "A / B × 100%".

    >>> write_official(Divide(numerator=Variable("A"), denominator=Variable("B")))
    'A / B'
    """
    known = values or {}

    def write(node: Expression, parts: tuple[_Piece, ...]) -> _Piece:
        if isinstance(node, Constant):
            return _read_sign(write_number(node.value))
        if isinstance(node, Variable):
            return _read_sign(known.get(node.kode, node.kode))
        return _write_official(node, parts)

    if percent and isinstance(expression, Multiply) and expression.factors[-1] == _HUNDRED:
        factors = expression.factors[:-1]
        head = factors[0] if len(factors) == 1 else Multiply(factors)
        return _wrap(fold(head, write), _PRODUCT) + " × 100%"
    return fold(expression, write).text


def write_number(value: Angka) -> str:
    """
    Write a number as Indonesian text with a true minus sign.

    >>> write_number(Angka("-1234.50"))
    '−1.234,50'
    """
    return format_angka(value).replace("-", "−")


def _read_sign(text: str) -> _Piece:
    return _Piece(text, _SIGN if text.startswith("−") else _OPERAND)


def _write_canonical(node: Expression, parts: tuple[_Piece, ...]) -> _Piece:
    if isinstance(node, Constant):
        return _Piece(node.value.teks, _SIGN if node.value.teks[0] == "-" else _OPERAND)
    if isinstance(node, Variable):
        plain = _PLAIN_NAME.fullmatch(node.kode) is not None
        return _Piece(node.kode if plain else f"`{node.kode.replace('`', '``')}`", _OPERAND)
    return _write_operation(node, parts)


def _write_operation(node: _Operation, parts: tuple[_Piece, ...]) -> _Piece:
    match node:
        case Negate():
            # `-5` is a number; the negation of five must not read as it.
            literal = isinstance(node.operand, Constant) and parts[0].level == _OPERAND
            return _Piece("-" + _wrap(parts[0], _OPERAND + 1 if literal else _SIGN), _SIGN)
        case Add():
            rest = [_wrap(part, _PRODUCT) for part in parts[1:]]
            return _Piece(" + ".join([parts[0].text, *rest]), _SUM)
        case Subtract():
            return _Piece(f"{parts[0].text} - {_wrap(parts[1], _PRODUCT)}", _SUM)
        case Multiply():
            rest = [_wrap(part, _SIGN) for part in parts[1:]]
            return _Piece(" * ".join([_wrap(parts[0], _PRODUCT), *rest]), _PRODUCT)
        case Divide():
            text = f"{_wrap(parts[0], _PRODUCT)} / {_wrap(parts[1], _SIGN)}"
            return _Piece(text, _PRODUCT)
        case _:
            return _Piece(f"{_wrap(parts[0], _OPERAND)}^{node.exponent}", _POWER)


def _write_official(node: _Operation, parts: tuple[_Piece, ...]) -> _Piece:
    match node:
        case Negate():
            return _Piece("−" + _wrap_signed(parts[0], _SIGN), _SIGN)
        case Add():
            rest = [_wrap_signed(part, _PRODUCT) for part in parts[1:]]
            return _Piece(" + ".join([parts[0].text, *rest]), _SUM)
        case Subtract():
            return _Piece(f"{parts[0].text} − {_wrap_signed(parts[1], _PRODUCT)}", _SUM)
        case Multiply():
            rest = [_wrap_signed(part, _SIGN) for part in parts[1:]]
            return _Piece(" × ".join([_wrap(parts[0], _PRODUCT), *rest]), _PRODUCT)
        case Divide():
            text = f"{_wrap(parts[0], _PRODUCT)} / {_wrap_signed(parts[1], _SIGN)}"
            return _Piece(text, _PRODUCT)
        case _:
            exponent = str(node.exponent).replace("-", "−")
            return _Piece(f"{_wrap(parts[0], _OPERAND)}^{exponent}", _POWER)


def _wrap(part: _Piece, least: int) -> str:
    return part.text if part.level >= least else f"({part.text})"


def _wrap_signed(part: _Piece, least: int) -> str:
    return f"({part.text})" if part.text.startswith("−") else _wrap(part, least)
