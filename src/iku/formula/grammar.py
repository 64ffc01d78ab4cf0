"""
The canonical grammar of formulas, read into trees.

```text
formula   = term { ("+" | "-") term }
term      = signed { ("*" | "/") signed }
signed    = { "-" } power
power     = operand [ "^" [ "-" ] digits ]
operand   = number | name | "(" formula ")"
number    = digits [ "." digits ]            no superfluous zeros in front
name      = letter-or-underscore { letter-or-underscore-or-digit } | "`" any text "`"
```

Spaces, tabs and line breaks may stand between tokens. Letters and digits are
ASCII; every other name stands in backticks, a backtick inside it twice. A minus
directly before a number is part of the number unless a power follows:
`-2 * A` multiplies by minus two, `-2^2` is minus four.

The parser is a loop over two stacks: time grows with the length of the text and
nothing recurses, so nesting is limited by the tree alone.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from iku.angka import Angka
from iku.errors import FormulaError, FormulaSyntaxError, IkuError, quote
from iku.tree import (
    MAXIMUM_EXPONENT,
    Add,
    Constant,
    Divide,
    Expression,
    Multiply,
    Negate,
    Power,
    Subtract,
    Variable,
)

MAXIMUM_TEXT: Final = 65_536
"""No formula text is longer, in characters."""

# Possessive throughout: no text makes it try twice.
_TOKEN: Final = re.compile(
    r"(?P<space>[ \t\r\n]++)"
    r"|(?P<number>[0-9]++(?:\.[0-9]++)?+)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*+)"
    r"|(?P<quoted>`(?:[^`]++|``)*+`)"
    r"|(?P<sign>[-+*/^()])"
)
_NEGATION: Final = "negation"
_PRECEDENCE: Final = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2, _NEGATION: 3}
_HINTS: Final = {
    "×": "write * to multiply",
    "÷": "write / to divide",
    "−": "write - (hyphen) to subtract",
    "–": "write - (hyphen) to subtract",
    ",": "write decimals with a point and thousands without separator",
    "%": "write * 100 for a percentage",
    "`": "close the name with a second backtick",
}


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


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
    _check_text(text)
    return _Parser(text).parse()


def _check_text(text: object) -> None:
    if not isinstance(text, str):
        raise FormulaError(
            "wrong-type", found=quote(text), expected="text", repair='write it as text: "A / B"'
        )
    if len(text) > MAXIMUM_TEXT:
        raise FormulaError(
            "text-too-long",
            found=f"a formula of {len(text)} characters",
            expected=f"at most {MAXIMUM_TEXT}",
            repair="compute a part of it as a variable of its own",
        )


def _tokenize(source: str) -> list[_Token]:
    tokens: list[_Token] = []
    offset = 0
    while offset < len(source):
        match = _TOKEN.match(source, offset)
        if match is None:
            character = source[offset]
            raise FormulaSyntaxError.at(
                source,
                offset,
                found=f"{quote(character)} at character {offset + 1}",
                expected="a number, a name, an operator or a parenthesis",
                repair=_HINTS.get(character, "put names with other characters in `backticks`"),
            )
        if match.lastgroup != "space":
            kind = match[0] if match.lastgroup == "sign" else str(match.lastgroup)
            tokens.append(_Token(kind, match[0], offset))
        offset = match.end()
    tokens.append(_Token("end", "", offset))
    return tokens


class _Parser:
    """Two stacks: operands that are trees already, operators that wait for their right side."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = _tokenize(source)
        self.position = 0
        self.operands: list[Expression] = []
        self.operators: list[_Token] = []

    def parse(self) -> Expression:
        self._read_operand()
        while (token := self._next()).kind != "end":
            if token.kind == "^":
                self._read_exponent()
            elif token.kind == ")":
                self._close(token)
            elif token.kind in _PRECEDENCE and token.kind != "(":
                self._push(token)
                self._read_operand()
            else:
                raise self._fail(
                    token,
                    "an operator or the end",
                    "put an operator between the two; names of several words go in `backticks`",
                )
        self._reduce(1)
        if self.operators:
            raise self._fail(self.operators[-1], "a matching )", "close the parenthesis")
        return self.operands[0]

    def _next(self) -> _Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def _read_operand(self) -> None:
        """Read signs and opening parentheses up to the operand behind them."""
        while (token := self._next()).kind in {"-", "("}:
            if token.kind == "-" and self._starts_number():
                self._add_number(self._next(), "-")
                return
            self.operators.append(token._replace(kind="(" if token.kind == "(" else _NEGATION))
        if token.kind == "number":
            self._add_number(token, "")
        elif token.kind == "name":
            self.operands.append(Variable(token.text))
        elif token.kind == "quoted":
            self._add_quoted(token)
        else:
            raise self._fail(
                token, "a number, a name or (", "write what the operator is to work on"
            )

    def _starts_number(self) -> bool:
        """Tell whether a number follows that no power takes from its sign."""
        return (
            self.tokens[self.position].kind == "number"
            and self.tokens[self.position + 1].kind != "^"
        )

    def _add_number(self, token: _Token, sign: str) -> None:
        try:
            self.operands.append(Constant(Angka(sign + token.text)))
        except IkuError as error:
            raise self._fail(token, error.expected, "leave out zeros in front") from None

    def _add_quoted(self, token: _Token) -> None:
        try:
            self.operands.append(Variable(token.text[1:-1].replace("``", "`")))
        except IkuError as error:
            raise self._fail(token, error.expected, error.repair) from None

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

    def _push(self, token: _Token) -> None:
        """Let operators that bind as tightly finish; equal sums and products stay one chain."""
        precedence = _PRECEDENCE[token.kind]
        self._reduce(precedence + 1)
        chain = token.kind in "+*" and self.operators and self.operators[-1].kind == token.kind
        if not chain:
            self._reduce(precedence)
        self.operators.append(token)

    def _close(self, token: _Token) -> None:
        self._reduce(1)
        if not self.operators:
            raise self._fail(token, "an operator or the end", "remove it, or open it before")
        self.operators.pop()

    def _reduce(self, least: int) -> None:
        """Apply the waiting operators that bind at least so tightly."""
        while self.operators and _PRECEDENCE[self.operators[-1].kind] >= least:
            kind = self.operators.pop().kind
            count = 1 if kind == _NEGATION else 2
            while kind in "+*" and self.operators and self.operators[-1].kind == kind:
                self.operators.pop()
                count += 1
            taken = tuple(self.operands[-count:])
            self.operands[-count:] = [_apply(kind, taken)]

    def _fail(self, token: _Token, expected: str, repair: str) -> FormulaSyntaxError:
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
