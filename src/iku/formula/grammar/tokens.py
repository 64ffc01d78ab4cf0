"""Text cut into tokens, in time that grows with its length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from iku.errors import FormulaError, FormulaSyntaxError, quote

if TYPE_CHECKING:
    from collections.abc import Callable

MAXIMUM_TEXT: Final = 65_536
"""No formula text is longer, in characters."""

# Possessive throughout: no text makes it try twice. It matches everywhere, so
# that tokens follow each other without a gap; `other` is what begins none.
_TOKEN: Final = re.compile(
    r"[ \t\r\n]*+(?:"
    r"(?P<number>[0-9]++(?:\.[0-9]++)?+)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*+)"
    r"|(?P<sign>[-+*/^()]|,(?![0-9])|(?<![0-9]),)"
    r"|(?P<quoted>`(?:[^`]++|``)*+`)"
    r"|(?P<end>\Z)"
    r"|(?P<other>.)"
    r")",
    re.DOTALL,
)
COMMA: Final = "write decimals with a point; put a space behind a comma between operands"
"""What to do about a comma that is out of place."""

_HINTS: Final = {
    "×": "write * to multiply",
    "÷": "write / to divide",
    "−": "write - (hyphen) to subtract",
    "–": "write - (hyphen) to subtract",
    ",": COMMA,
    ";": "write a comma between operands",
    "%": "write * 100 for a percentage",
    ".": "put a name with a point in `backticks`, and digits on both sides of a decimal point",
    "`": "close the name with a second backtick",
}


class Token(NamedTuple):
    """A piece of the text that has a meaning by itself."""

    kind: str
    """`number`, `name`, `quoted`, `end`, or the sign itself."""
    text: str
    """What stands there."""
    offset: int
    """Where, in characters from the start."""


# The constructor of a named tuple runs Python code; that of a tuple does not.
_make_token: Final = cast(
    "Callable[[type[Token], tuple[str, str, int]], Token]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType] - said by the cast
)


def check_text(text: object) -> None:
    """
    Refuse what is no text, or too long a one.

    Raises:
        FormulaError: `wrong-type` or `text-too-long`.
    """
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


def split_tokens(source: str) -> list[Token]:
    """
    Cut a text into tokens, the last of which is the end.

    Raises:
        FormulaSyntaxError: A character begins no token.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(source):
        kind = str(match.lastgroup)
        text = match[kind]
        offset = match.end() - len(text)
        if kind == "other":
            raise FormulaSyntaxError.at(
                source,
                offset,
                found=f"{quote(text)} at character {offset + 1}",
                expected="a number, a name, an operator or a parenthesis",
                repair=_HINTS.get(text, "put names with other characters in `backticks`"),
            )
        token = text if kind == "sign" else kind, text, offset
        tokens.append(_make_token(Token, token))
    return tokens
