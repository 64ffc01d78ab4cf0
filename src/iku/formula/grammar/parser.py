"""
The parser: a loop over two stacks.

Time grows with the length of the text and nothing recurses, so nesting is
limited by the tree alone.
"""

from __future__ import annotations

from typing import Final

from iku._checks import MAXIMUM_KODE
from iku.angka import Angka
from iku.errors import FormulaSyntaxError, IkuError, quote
from iku.formula.grammar.functions import EARLIER, FUNCTIONS, LOG, find_function
from iku.formula.grammar.making import (
    make_chain,
    make_constant,
    make_negate,
    make_pair,
    make_variable,
)
from iku.formula.grammar.tokens import COMMA, check_text, find_offset, split_tokens
from iku.tree import (
    MAXIMUM_EXPONENT,
    MAXIMUM_STEPS,
    Add,
    Divide,
    Expression,
    Log,
    Multiply,
    Power,
    Previous,
    Subtract,
    Variable,
)

_NEGATION: Final = "negation"
_CALL: Final = "call"
_PRECEDENCE: Final = {"(": 0, _CALL: 0, ",": 0, "+": 1, "-": 1, "*": 2, "/": 2, _NEGATION: 3}
_INFIX: Final = frozenset("+-*/")
_PAIRS: Final[dict[str, type[Subtract | Divide]]] = {"-": Subtract, "/": Divide}
_CHAINS: Final[dict[str, type[Add | Multiply]]] = {"+": Add, "*": Multiply}
_NAMES: Final = frozenset({"name", "quoted"})


def parse_expression(text: str) -> Expression:
    """
    Read text in the canonical grammar into a tree.

    >>> parse_expression("NTB / PDRB * 100").size
    5

    Raises:
        FormulaSyntaxError: The text does not follow the grammar; `str()` of the
            error draws a caret under the place.
        FormulaError: `wrong-type`, `text-too-long`, or a limit of the tree:
            `formula-too-large` or `formula-too-deep`.
    """
    check_text(text)
    return _Parser(text).parse()


class _Parser:
    """
    Two stacks: operands that are trees already, operators that wait for their right side.

    Tokens are known by their number; an operator is its kind and that number.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.kinds, self.texts = split_tokens(source)
        self.position = 0
        self.operands: list[Expression] = []
        self.operators: list[tuple[str, int]] = []

    def parse(self) -> Expression:
        self._read_operand()
        while (kind := self._next()) != "end":
            if kind in _INFIX:
                self._push(kind)
                self._read_operand()
            elif kind == ")":
                self._close()
            elif kind == "^":
                self._read_exponent()
            elif kind == ",":
                self._separate()
                self._read_operand()
            else:
                raise self._fail(
                    "an operator or the end",
                    "put an operator between the two; names of several words go in `backticks`",
                )
        self._reduce(1)
        unclosed = [number for kind, number in self.operators if kind != ","]
        if unclosed:
            raise self._fail("a matching )", "close the parenthesis", unclosed[-1])
        return self.operands[0]

    def _next(self) -> str:
        """Go on to the next token and give its kind."""
        kind = self.kinds[self.position]
        self.position += 1
        return kind

    @property
    def _text(self) -> str:
        """What stands at the token that was read last."""
        return self.texts[self.position - 1]

    def _read_operand(self) -> None:
        """Read signs, functions and opening parentheses up to the operand behind them."""
        while not self._read_leaf(kind := self._next()):
            if kind == "name":
                self._open_call()
            elif kind == "(":
                self.operators.append((kind, self.position - 1))
            elif kind == "-":
                self.operators.append((_NEGATION, self.position - 1))
            else:
                raise self._fail("a number, a name or (", "write what the operator is to work on")

    def _read_leaf(self, kind: str) -> bool:
        """Read an operand without operands of its own, if there is one."""
        if kind == "name" and self.kinds[self.position] == "(":
            if self._text != EARLIER:
                return False
            self.operands.append(self._read_earlier())
        elif kind in _NAMES:
            self.operands.append(self._read_name(kind))
        elif kind == "number":
            self._add_number("")
        elif kind == "-" and self._starts_number():
            self._next()
            self._add_number("-")
        else:
            return False
        return True

    def _open_call(self) -> None:
        name = self._text
        if name not in FUNCTIONS and name != LOG:
            near = find_function(name)
            raise self._fail(
                f"a function before (: {', '.join(FUNCTIONS)}, {LOG} or {EARLIER}",
                f"did you mean {near}?" if near else "put an operator between the name and (",
            )
        self.operators.append((_CALL, self.position - 1))
        self._next()

    def _starts_number(self) -> bool:
        """Tell whether a number follows that no power takes from its sign."""
        return self.kinds[self.position] == "number" and self.kinds[self.position + 1] != "^"

    def _add_number(self, sign: str) -> None:
        try:
            self.operands.append(make_constant(Angka(sign + self._text)))
        except IkuError as error:
            raise self._fail(error.expected, "leave out zeros in front") from None

    def _read_name(self, kind: str) -> Variable:
        text = self._text
        if kind == "name" and len(text) <= MAXIMUM_KODE:
            return make_variable(text)
        try:
            return Variable(text[1:-1].replace("``", "`") if kind == "quoted" else text)
        except IkuError as error:
            raise self._fail(error.expected, error.repair) from None

    def _read_earlier(self) -> Previous:
        """Read what stands in the parentheses of an earlier value."""
        self._next()
        kind = self._next()
        if kind not in _NAMES:
            raise self._fail("the name of a variable", f"write {EARLIER}(PDRB)")
        kode = self._read_name(kind).kode
        steps = 1
        kind = self._next()
        if kind == ",":
            steps = self._read_steps()
            kind = self._next()
        if kind != ")":
            raise self._fail(
                ") or the number of periods",
                f"look back for each variable by itself: {EARLIER}(A) + {EARLIER}(B)",
            )
        return Previous(kode=kode, steps=steps)

    def _read_steps(self) -> int:
        kind = self._next()
        text = self._text
        whole = kind == "number" and text.isdigit() and len(text) <= 3
        if not whole or text[0] == "0" or int(text) > MAXIMUM_STEPS:
            raise self._fail(
                f"a whole number of periods from 1 to {MAXIMUM_STEPS}",
                f"count back: {EARLIER}(A, 4) is the same quarter last year",
            )
        return int(text)

    def _read_exponent(self) -> None:
        kind = self._next()
        sign = 1
        if kind == "-":
            sign = -1
            kind = self._next()
        text = self._text
        # The length first: text of a thousand digits never becomes an int.
        whole = kind == "number" and text.isdigit() and len(text) <= 2
        if not whole or int(text) > MAXIMUM_EXPONENT:
            raise self._fail(
                f"a whole exponent from -{MAXIMUM_EXPONENT} to {MAXIMUM_EXPONENT}",
                "write a plain number behind ^",
            )
        self.operands.append(Power(base=self.operands.pop(), exponent=sign * int(text)))
        if self.kinds[self.position] == "^":
            raise self._fail(
                "one power at a time",
                "say with parentheses which power comes first: (A^2)^3",
                self.position,
            )

    def _push(self, kind: str) -> None:
        """Let operators that bind as tightly finish; equal sums and products stay one chain."""
        operators = self.operators
        if operators:
            precedence = _PRECEDENCE[kind]
            self._reduce(precedence + 1)
            chain = kind in "+*" and operators and operators[-1][0] == kind
            if not chain:
                self._reduce(precedence)
        operators.append((kind, self.position - 1))

    def _separate(self) -> None:
        self._reduce(1)
        if not self.operators or self.operators[-1][0] not in {_CALL, ","}:
            raise self._fail("an operator or the end", COMMA)
        self.operators.append((",", self.position - 1))

    def _close(self) -> None:
        self._reduce(1)
        count = 1
        while self.operators and self.operators[-1][0] == ",":
            self.operators.pop()
            count += 1
        if not self.operators:
            raise self._fail("an operator or the end", "remove it, or open it before")
        kind, number = self.operators.pop()
        if kind == _CALL:
            self.operands[-count:] = [self._call(number, tuple(self.operands[-count:]))]

    def _call(self, number: int, operands: tuple[Expression, ...]) -> Expression:
        name = self.texts[number]
        if name != LOG:
            return FUNCTIONS[name](operands)
        if len(operands) != 1:
            raise self._fail(f"one operand for {LOG}", f"write {LOG}(A)", number)
        return Log(operands[0])

    def _reduce(self, least: int) -> None:
        """Apply the waiting operators that bind at least so tightly."""
        operators, operands = self.operators, self.operands
        while operators and _PRECEDENCE[operators[-1][0]] >= least:
            kind, _ = operators.pop()
            if kind == _NEGATION:
                operands.append(make_negate(operands.pop()))
            elif kind in _PAIRS:
                second, first = operands.pop(), operands.pop()
                operands.append(make_pair(_PAIRS[kind], first, second))
            else:
                count = 2
                while operators and operators[-1][0] == kind:
                    operators.pop()
                    count += 1
                operands[-count:] = [make_chain(_CHAINS[kind], tuple(operands[-count:]))]

    def _fail(self, expected: str, repair: str, number: int | None = None) -> FormulaSyntaxError:
        """Refuse a token, by default the one that was read last."""
        at = self.position - 1 if number is None else number
        offset = find_offset(self.source, at)
        end = self.kinds[at] == "end"
        found = "the end of the text" if end else quote(self.texts[at], length=40)
        return FormulaSyntaxError.at(
            self.source,
            offset,
            found=f"{found} at character {offset + 1}",
            expected=expected,
            repair=repair,
        )
