"""
The parser: a loop over two stacks.

Time grows with the length of the text and nothing recurses, so nesting is
limited by the tree alone.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.errors import FormulaSyntaxError, IkuError, quote
from iku.formula.grammar.functions import EARLIER, FUNCTIONS, LOG, find_function
from iku.formula.grammar.tokens import COMMA, Token, check_text, split_tokens
from iku.tree import (
    MAXIMUM_EXPONENT,
    MAXIMUM_STEPS,
    Add,
    Constant,
    Divide,
    Expression,
    Log,
    Multiply,
    Negate,
    Power,
    Previous,
    Subtract,
    Variable,
)

_NEGATION: Final = "negation"
_CALL: Final = "call"
_PRECEDENCE: Final = {"(": 0, _CALL: 0, ",": 0, "+": 1, "-": 1, "*": 2, "/": 2, _NEGATION: 3}
_INFIX: Final = frozenset("+-*/")
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
    """Two stacks: operands that are trees already, operators that wait for their right side."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = split_tokens(source)
        self.position = 0
        self.operands: list[Expression] = []
        self.operators: list[Token] = []

    def parse(self) -> Expression:
        self._read_operand()
        while (token := self._next()).kind != "end":
            if token.kind in _INFIX:
                self._push(token)
                self._read_operand()
            elif token.kind == ")":
                self._close(token)
            elif token.kind == "^":
                self._read_exponent()
            elif token.kind == ",":
                self._separate(token)
                self._read_operand()
            else:
                raise self._fail(
                    token,
                    "an operator or the end",
                    "put an operator between the two; names of several words go in `backticks`",
                )
        self._reduce(1)
        unclosed = next((one for one in reversed(self.operators) if one.kind != ","), None)
        if unclosed:
            raise self._fail(unclosed, "a matching )", "close the parenthesis")
        return self.operands[0]

    def _next(self) -> Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def _follows(self, kind: str) -> bool:
        return self.tokens[self.position].kind == kind

    def _read_operand(self) -> None:
        """Read signs, functions and opening parentheses up to the operand behind them."""
        token = self._next()
        while not self._read_leaf(token):
            if token.kind == "name":
                self._open_call(token)
            elif token.kind == "(":
                self.operators.append(token)
            elif token.kind == "-":
                self.operators.append(token._replace(kind=_NEGATION))
            else:
                raise self._fail(
                    token, "a number, a name or (", "write what the operator is to work on"
                )
            token = self._next()

    def _read_leaf(self, token: Token) -> bool:
        """Read an operand without operands of its own, if there is one."""
        if token.kind == "name" and self._follows("("):
            if token.text != EARLIER:
                return False
            self.operands.append(self._read_earlier())
        elif token.kind in _NAMES:
            self.operands.append(self._name(token))
        elif token.kind == "number":
            self._add_number(token, "")
        elif token.kind == "-" and self._starts_number():
            self._add_number(self._next(), "-")
        else:
            return False
        return True

    def _open_call(self, token: Token) -> None:
        if token.text not in FUNCTIONS and token.text != LOG:
            near = find_function(token.text)
            raise self._fail(
                token,
                f"a function before (: {', '.join(FUNCTIONS)}, {LOG} or {EARLIER}",
                f"did you mean {near}?" if near else "put an operator between the name and (",
            )
        self._next()
        self.operators.append(token._replace(kind=_CALL))

    def _starts_number(self) -> bool:
        """Tell whether a number follows that no power takes from its sign."""
        return self._follows("number") and self.tokens[self.position + 1].kind != "^"

    def _add_number(self, token: Token, sign: str) -> None:
        try:
            self.operands.append(Constant(Angka(sign + token.text)))
        except IkuError as error:
            raise self._fail(token, error.expected, "leave out zeros in front") from None

    def _name(self, token: Token) -> Variable:
        quoted = token.kind == "quoted"
        try:
            return Variable(token.text[1:-1].replace("``", "`") if quoted else token.text)
        except IkuError as error:
            raise self._fail(token, error.expected, error.repair) from None

    def _read_earlier(self) -> Previous:
        """Read what stands in the parentheses of an earlier value."""
        self._next()
        token = self._next()
        if token.kind not in _NAMES:
            raise self._fail(token, "the name of a variable", f"write {EARLIER}(PDRB)")
        kode = self._name(token).kode
        steps = 1
        token = self._next()
        if token.kind == ",":
            steps = self._read_steps()
            token = self._next()
        if token.kind != ")":
            raise self._fail(
                token,
                ") or the number of periods",
                f"look back for each variable by itself: {EARLIER}(A) + {EARLIER}(B)",
            )
        return Previous(kode=kode, steps=steps)

    def _read_steps(self) -> int:
        token = self._next()
        whole = token.kind == "number" and token.text.isdigit() and len(token.text) <= 3
        if not whole or token.text[0] == "0" or int(token.text) > MAXIMUM_STEPS:
            raise self._fail(
                token,
                f"a whole number of periods from 1 to {MAXIMUM_STEPS}",
                f"count back: {EARLIER}(A, 4) is the same quarter last year",
            )
        return int(token.text)

    def _read_exponent(self) -> None:
        token = self._next()
        sign = -1 if token.kind == "-" else 1
        if token.kind == "-":
            token = self._next()
        # The length first: text of a thousand digits never becomes an int.
        whole = token.kind == "number" and token.text.isdigit() and len(token.text) <= 2
        if not whole or int(token.text) > MAXIMUM_EXPONENT:
            raise self._fail(
                token,
                f"a whole exponent from -{MAXIMUM_EXPONENT} to {MAXIMUM_EXPONENT}",
                "write a plain number behind ^",
            )
        self.operands.append(Power(base=self.operands.pop(), exponent=sign * int(token.text)))
        if self.tokens[self.position].kind == "^":
            raise self._fail(
                self.tokens[self.position],
                "one power at a time",
                "say with parentheses which power comes first: (A^2)^3",
            )

    def _push(self, token: Token) -> None:
        """Let operators that bind as tightly finish; equal sums and products stay one chain."""
        operators = self.operators
        if operators:
            precedence = _PRECEDENCE[token.kind]
            self._reduce(precedence + 1)
            chain = token.kind in "+*" and operators and operators[-1].kind == token.kind
            if not chain:
                self._reduce(precedence)
        operators.append(token)

    def _separate(self, token: Token) -> None:
        self._reduce(1)
        if not self.operators or self.operators[-1].kind not in {_CALL, ","}:
            raise self._fail(token, "an operator or the end", COMMA)
        self.operators.append(token)

    def _close(self, token: Token) -> None:
        self._reduce(1)
        count = 1
        while self.operators and self.operators[-1].kind == ",":
            self.operators.pop()
            count += 1
        if not self.operators:
            raise self._fail(token, "an operator or the end", "remove it, or open it before")
        opened = self.operators.pop()
        if opened.kind == _CALL:
            self.operands[-count:] = [self._call(opened, tuple(self.operands[-count:]))]

    def _call(self, opened: Token, operands: tuple[Expression, ...]) -> Expression:
        if opened.text != LOG:
            return FUNCTIONS[opened.text](operands)
        if len(operands) != 1:
            raise self._fail(opened, f"one operand for {LOG}", f"write {LOG}(A)")
        return Log(operands[0])

    def _reduce(self, least: int) -> None:
        """Apply the waiting operators that bind at least so tightly."""
        operators, operands = self.operators, self.operands
        while operators and _PRECEDENCE[operators[-1].kind] >= least:
            kind = operators.pop().kind
            count = 1 if kind == _NEGATION else 2
            while kind in "+*" and operators and operators[-1].kind == kind:
                operators.pop()
                count += 1
            operands[-count:] = [_apply(kind, tuple(operands[-count:]))]

    def _fail(self, token: Token, expected: str, repair: str) -> FormulaSyntaxError:
        found = "the end of the text" if token.kind == "end" else quote(token.text, length=40)
        return FormulaSyntaxError.at(
            self.source,
            token.offset,
            found=f"{found} at character {token.offset + 1}",
            expected=expected,
            repair=repair,
        )


def _apply(kind: str, operands: tuple[Expression, ...]) -> Expression:
    match kind:
        case "+":
            return Add(operands)
        case "*":
            return Multiply(operands)
        case "-":
            return Subtract(left=operands[0], right=operands[1])
        case "/":
            return Divide(numerator=operands[0], denominator=operands[1])
        case _:
            return Negate(operands[0])
