"""Operands and operations, put together to an expression tree by their precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.tokens import OPERANDS, make_fraction
from iku.reading.prose.words import FUNCTIONS
from iku.tree import (
    Add,
    Constant,
    Divide,
    GeometricMean,
    Log,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Subtract,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scanning.tokens import Token
    from iku.tree import Expression

_PRECEDENCE: Final = {"(": 0, ";": 0, "+": 1, "-": 1, "*": 2, "/": 2, "negation": 3, "^": 4}
_INFIX: Final = frozenset("+-*/^;")
_HIGHEST: Final = 64
"""The largest power that a formula of an office may have."""
_BROKEN: Final = "susunan tanda hitung tidak lengkap"


def build_expression(tokens: Sequence[Token], names: Names) -> Expression:
    """
    Put one side of a statement together.

    Raises:
        Doubt: Operands or operations are missing.
        FormulaError: The tree is beyond a limit.
    """
    return _Assembly(names).run(tokens)


def is_grouped(side: Sequence[Token]) -> bool:
    """
    Tell whether each term stands in parentheses: "(A / B) + (A × C)".

    >>> from iku.reading.prose.scanning.tokens import Token
    >>> is_grouped([Token(kind) for kind in ["(", "name", "/", "name", ")", "+", "name"]])
    False
    """
    depth, joined = 0, False
    for token in side:
        depth -= token.kind == ")"
        adds = token.kind in {"+", "-"}
        if (depth == 0 and not adds and token.kind not in {"(", ")"}) or (depth == 1 and adds):
            return False
        joined = joined or (depth == 0 and adds)
        depth += token.kind == "("
    return joined


class _Assembly:
    """Two stacks, as in the canonical grammar: operands, and operations that wait."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.operands: list[Expression] = []
        self.waiting: list[tuple[str, str | None]] = []

    def run(self, tokens: Sequence[Token]) -> Expression:
        wanted = True
        function: str | None = None
        for token in tokens:
            kind = token.kind
            if wanted and kind == "(":
                self.waiting.append(("(", function))
                function = None
            elif wanted and kind == "function":
                function = token.text
            elif wanted and kind == "negation":
                self.waiting.append((kind, None))
            elif wanted and kind in OPERANDS:
                self.operands.append(self._make_leaf(token))
                wanted = False
            elif not wanted and kind == ")":
                self._close()
            elif not wanted and kind in _INFIX:
                self._reduce(max(_PRECEDENCE[kind], 1))
                self.waiting.append((kind, None))
                wanted = True
            else:
                raise Doubt(_BROKEN)
        if wanted:
            raise Doubt(_BROKEN)
        self._reduce(1)
        if self.waiting:
            raise Doubt("kurung buka tanpa kurung tutup")
        return self.operands[0]

    def _make_leaf(self, token: Token) -> Expression:
        if token.kind == "name":
            return self.names.make_variable(token.text)
        return Constant(make_fraction(token))

    def _reduce(self, least: int) -> None:
        """Apply the operations that bind at least so tightly."""
        while self.waiting and _PRECEDENCE[self.waiting[-1][0]] >= least:
            self._apply(self.waiting.pop()[0])

    def _apply(self, kind: str) -> None:
        right = self.operands.pop()
        if kind == "negation":
            self.operands.append(Negate(right))
            return
        left = self.operands.pop()
        self.operands.append(_join(kind, left, right))

    def _close(self) -> None:
        self._reduce(1)
        count = 1
        while self.waiting and self.waiting[-1][0] == ";":
            self.waiting.pop()
            count += 1
        if not self.waiting:
            raise Doubt("kurung tutup tanpa kurung buka")
        function = self.waiting.pop()[1]
        if function is not None:
            operands = tuple(self.operands[-count:])
            del self.operands[-count:]
            self.operands.append(_call(FUNCTIONS[function], operands))
        elif count > 1:
            raise Doubt(_BROKEN)


def _call(function: str, operands: tuple[Expression, ...]) -> Expression:
    if function == "ln":
        if len(operands) != 1:
            raise Doubt(_BROKEN)
        return Log(operands[0])
    if function == "rata_rata":
        return Mean(operands)
    if function == "rata_rata_geometrik":
        return GeometricMean(operands)
    return Minimum(operands) if function == "minimum" else Maximum(operands)


def _join(sign: str, left: Expression, right: Expression) -> Expression:
    match sign:
        case "+":
            return Add((left, right))
        case "-":
            return Subtract(left=left, right=right)
        case "*":
            return Multiply((left, right))
        case "/":
            return Divide(numerator=left, denominator=right)
        case _:
            return _raise(left, right)


def _raise(base: Expression, exponent: Expression) -> Expression:
    match base, exponent:
        case Multiply(factors=factors), Divide(
            numerator=Constant(value=one), denominator=Constant(value=count)
        ) if one.nilai == 1 and count.nilai == len(factors):
            return GeometricMean(factors)
        case _:
            pass
    if isinstance(exponent, Constant):
        value = exponent.value.nilai
        # Size first: a remainder of a number with many digits is beyond the decimal context.
        if -_HIGHEST <= value <= _HIGHEST and value == int(value):
            return Power(base=base, exponent=int(value))
    raise Doubt("pangkat yang bukan bilangan bulat kecil")
