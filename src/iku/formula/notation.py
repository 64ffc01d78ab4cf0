"""
Trees written as officials write them.

Parentheses stand only where the text would otherwise mean another tree, or
where two signs would meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar, cast

from iku.angka import Angka, format_angka
from iku.formula.grammar.canonical import OPERAND, POWER, PRODUCT, SIGN, SUM, Piece, wrap
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Input,
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
    from collections.abc import Mapping

    from iku.typing import Language

K = TypeVar("K", Variable, Previous, Input)
_Operation: TypeAlias = Add | Subtract | Multiply | Divide | Power | Negate

_HUNDRED: Final = Constant(Angka("100"))
_LEAST: Final[Mapping[type[_Operation], tuple[int, int]]] = {
    Add: (SUM, PRODUCT),
    Subtract: (SUM, PRODUCT),
    Multiply: (PRODUCT, SIGN),
    Divide: (PRODUCT, SIGN),
    Negate: (SIGN, SIGN),
    Power: (OPERAND, OPERAND),
}
"""How tightly the first operand must bind to stand without parentheses, and the others."""
_FUNCTIONS: Final[Mapping[Language, Mapping[type[Expression], str]]] = {
    "id": {
        Mean: "rata-rata",
        GeometricMean: "rata-rata geometrik",
        Minimum: "minimum",
        Maximum: "maksimum",
        Log: "ln",
    },
    "en": {
        Mean: "mean",
        GeometricMean: "geometric mean",
        Minimum: "minimum",
        Maximum: "maximum",
        Log: "ln",
    },
}


def write_official(
    expression: Expression,
    *,
    values: Mapping[K, str] | None = None,
    percent: bool = False,
    language: Language = "id",
) -> str:
    """
    Write a tree as officials do, with `values` in the place of inputs that have one.

    With `percent`, a last factor 100 is written `100%`, as in "A / B × 100%".

    >>> write_official(Divide(numerator=Variable("A"), denominator=Variable("B")))
    'A / B'
    >>> write_official(Mean((Variable("A"), Previous(kode="A"))))
    'rata-rata(A; A lalu)'
    """
    known = cast("Mapping[Input, str]", values or {})

    def write(node: Expression, parts: tuple[Piece, ...]) -> Piece:
        match node:
            case Constant():
                return _read_sign(_write_constant(node.value))
            case Variable() | Previous():
                return _read_sign(known.get(node) or _write_name(node, language))
            case Mean() | GeometricMean() | Minimum() | Maximum() | Log():
                operands = "; ".join(part.text for part in parts)
                return Piece(f"{_FUNCTIONS[language][type(node)]}({operands})", OPERAND)
            case _:
                return _write_operation(node, parts)

    head = split_percent(expression) if percent else None
    if head is not None:
        return wrap(fold(head, write), PRODUCT) + " × 100%"
    return fold(expression, write).text


def split_percent(expression: Expression) -> Expression | None:
    """
    Give what stands before a last factor 100, None where there is no such factor.

    >>> split_percent(Multiply((Variable("A"), Constant(Angka("100")))))
    Variable(kode='A')
    """
    if not isinstance(expression, Multiply) or expression.factors[-1] != _HUNDRED:
        return None
    factors = expression.factors[:-1]
    return factors[0] if len(factors) == 1 else Multiply(factors)


def is_wrapped(kind: type[_Operation], index: int, *, level: int, signed: bool = False) -> bool:
    """
    Tell whether an operand stands in parentheses: it binds too loosely, or two signs would meet.

    `level` says how tightly the operand binds, `signed` that it begins with a sign.

    >>> is_wrapped(Multiply, 1, level=SUM), is_wrapped(Add, 1, level=PRODUCT)
    (True, False)
    """
    first, rest = _LEAST[kind]
    meets_sign = signed and (index > 0 or kind is Negate)
    return meets_sign or level < (rest if index else first)


def _write_constant(value: Angka) -> str:
    """Write a constant, without noughts behind the comma that make a thousand of it."""
    return write_number(value).removesuffix(",000")


def write_number(value: Angka) -> str:
    """
    Write a number as Indonesian text with a true minus sign.

    >>> write_number(Angka("-1234.50"))
    '−1.234,50'
    """
    return format_angka(value).replace("-", "−")


def _write_name(node: Input, language: Language) -> str:
    match node.steps:
        case 0:
            return node.kode
        case 1:
            return f"{node.kode} lalu" if language == "id" else f"previous {node.kode}"
        case steps:
            ago = f"{steps} periode lalu" if language == "id" else f"{steps} periods ago"
            return f"{node.kode} {ago}"


def _read_sign(text: str) -> Piece:
    return Piece(text, SIGN if text.startswith("−") else OPERAND)


def _write_operation(node: _Operation, parts: tuple[Piece, ...]) -> Piece:
    texts = [_wrap(type(node), index, part) for index, part in enumerate(parts)]
    match node:
        case Negate():
            return Piece("−" + texts[0], SIGN)
        case Add():
            return Piece(" + ".join(texts), SUM)
        case Subtract():
            return Piece(" − ".join(texts), SUM)
        case Multiply():
            return Piece(" × ".join(texts), PRODUCT)
        case Divide():
            return Piece(" / ".join(texts), PRODUCT)
        case _:
            return Piece(f"{texts[0]}^{str(node.exponent).replace('-', '−')}", POWER)


def _wrap(kind: type[_Operation], index: int, part: Piece) -> str:
    signed = part.text.startswith("−")
    wrapped = is_wrapped(kind, index, level=part.level, signed=signed)
    return f"({part.text})" if wrapped else part.text
