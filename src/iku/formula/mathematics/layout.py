"""
How a tree is laid out as mathematics, whatever the language it is written in.

Fractions are stacked and roots have their sign, so parentheses stand where they
would in the text, less those that a line of a fraction or a root makes needless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from iku.angka import format_angka
from iku.formula.grammar.canonical import OPERAND, POWER, PRODUCT, SIGN, SUM
from iku.formula.notation import is_wrapped, split_percent
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
    Unlowered,
    Variable,
    collect_inputs,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.angka import Angka

_FUNCTIONS: Final[Mapping[type[Expression], str]] = {Minimum: "min", Maximum: "max", Log: "ln"}
_CENT: Final = "100"


class Script(Protocol):
    """A language that mathematics is written in; each method gives one unit of it."""

    def write_number(self, digits: str) -> str:
        """Write a number without sign, given as Indonesian text."""
        ...

    def write_percent(self, digits: str) -> str:
        """Write a number with a percent sign behind it."""
        ...

    def write_name(self, kode: str) -> str:
        """Write the name of a variable."""
        ...

    def write_period(self, name: str, steps: int) -> str:
        """Write a name with its period, `steps` before the one that everything is about."""
        ...

    def write_negative(self, operand: str) -> str:
        """Write a minus sign before something."""
        ...

    def write_row(self, operator: str, operands: Sequence[str]) -> str:
        """Write `+`, `−` or `×` between operands."""
        ...

    def write_fraction(self, above: str, below: str) -> str:
        """Write one thing over another."""
        ...

    def write_power(self, base: str, exponent: str) -> str:
        """Write something raised to a number, given with a true minus sign."""
        ...

    def write_root(self, inside: str, degree: int) -> str:
        """Write a root; one of degree 2 shows no degree."""
        ...

    def write_call(self, name: str, operands: Sequence[str]) -> str:
        """Write a function of operands."""
        ...

    def write_parentheses(self, inside: str) -> str:
        """Write parentheses that grow with what is inside."""
        ...

    def write_words(self, text: str) -> str:
        """Write a sentence."""
        ...

    def finish(self, whole: str) -> str:
        """Make the whole of it."""
        ...


class _Piece(NamedTuple):
    text: str
    level: int
    signed: bool = False


def lay_out(pohon: Expression | Unlowered, script: Script, *, percent: bool = False) -> str:
    """
    Lay a tree out as mathematics; where there is none, the reason stands in words.

    With `percent`, a last factor 100 is written `100%`.
    """
    if isinstance(pohon, Unlowered):
        return script.finish(script.write_words(pohon.message))
    layout = _Layout(pohon, script)
    head = split_percent(pohon) if percent else None
    if head is None:
        return script.finish(fold(pohon, layout.write).text)
    cent = _Piece(script.write_percent(_CENT), OPERAND)
    return script.finish(layout.write_row(Multiply, "×", (fold(head, layout.write), cent)).text)


class _Layout:
    """The pieces of one tree in one language."""

    def __init__(self, whole: Expression, script: Script) -> None:
        self._script = script
        # What stands beside its own earlier value shows which period it is of.
        self._in_time = {node.kode for node in collect_inputs(whole) if node.steps}

    def write(self, node: Expression, parts: tuple[_Piece, ...]) -> _Piece:
        """Write a node around its children."""
        match node:
            case Constant():
                return self._write_number(node.value)
            case Variable() | Previous():
                return self._write_input(node)
            case Mean():
                return self._write_mean(parts)
            case GeometricMean():
                return self._write_geometric_mean(parts)
            case Minimum() | Maximum() | Log():
                operands = [part.text for part in parts]
                return _Piece(self._script.write_call(_FUNCTIONS[type(node)], operands), POWER)
            case _:
                return self._write_operation(node, parts)

    def write_row(
        self, kind: type[Add | Subtract | Multiply], operator: str, parts: Sequence[_Piece]
    ) -> _Piece:
        """Write operands side by side, in the parentheses that they need there."""
        texts = [self._wrap(kind, index, part) for index, part in enumerate(parts)]
        signed = parts[0].signed and texts[0] == parts[0].text
        level = PRODUCT if kind is Multiply else SUM
        return _Piece(self._script.write_row(operator, texts), level, signed)

    def _write_number(self, value: Angka) -> _Piece:
        text = format_angka(value)
        if text.startswith("-"):
            number = self._script.write_number(text[1:])
            return _Piece(self._script.write_negative(number), SIGN, signed=True)
        return _Piece(self._script.write_number(text), OPERAND)

    def _write_input(self, node: Variable | Previous) -> _Piece:
        name = self._script.write_name(node.kode)
        if node.kode in self._in_time:
            name = self._script.write_period(name, node.steps)
        return _Piece(name, OPERAND)

    def _write_mean(self, parts: tuple[_Piece, ...]) -> _Piece:
        if len(parts) == 1:
            return parts[0]
        total = self.write_row(Add, "+", parts).text
        return _Piece(
            self._script.write_fraction(total, self._script.write_number(str(len(parts)))), POWER
        )

    def _write_geometric_mean(self, parts: tuple[_Piece, ...]) -> _Piece:
        if len(parts) == 1:
            return parts[0]
        product = self.write_row(Multiply, "×", parts).text
        return _Piece(self._script.write_root(product, len(parts)), OPERAND)

    def _write_operation(
        self,
        node: Add | Subtract | Multiply | Divide | Power | Negate,
        parts: tuple[_Piece, ...],
    ) -> _Piece:
        match node:
            case Add():
                return self.write_row(Add, "+", parts)
            case Subtract():
                return self.write_row(Subtract, "−", parts)
            case Multiply():
                return self.write_row(Multiply, "×", parts)
            case Divide():
                return _Piece(self._script.write_fraction(parts[0].text, parts[1].text), POWER)
            case Negate():
                operand = self._wrap(Negate, 0, parts[0])
                return _Piece(self._script.write_negative(operand), SIGN, signed=True)
            case _:
                base = self._wrap(Power, 0, parts[0])
                exponent = str(node.exponent).replace("-", "−")
                return _Piece(self._script.write_power(base, exponent), POWER)

    def _wrap(
        self, kind: type[Add | Subtract | Multiply | Power | Negate], index: int, part: _Piece
    ) -> str:
        if is_wrapped(kind, index, level=part.level, signed=part.signed):
            return self._script.write_parentheses(part.text)
        return part.text
