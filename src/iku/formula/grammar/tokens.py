"""Text cut into tokens, in time that grows with its length."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from iku.errors import FormulaError, FormulaSyntaxError, quote

MAXIMUM_TEXT: Final = 65_536
"""No formula text is longer, in characters."""

# Possessive throughout: no text makes it try twice. It matches everywhere, so
# that tokens follow each other without a gap; the last choice is what begins none.
_TOKEN: Final = re.compile(
    r"[ \t\r\n]*+("
    r"[0-9]++(?:\.[0-9]++)?+"
    r"|[A-Za-z_][A-Za-z0-9_]*+"
    r"|[-+*/^()]|,(?![0-9])|(?<![0-9]),"
    r"|`(?:[^`]++|``)*+`"
    r"|\Z"
    r"|,[0-9]|."
    r")",
    re.DOTALL,
)
_KINDS: Final = {**{sign: sign for sign in "-+*/^(),"}, "": "end", "`": "other"}
_KINDS_BY_FIRST: Final = {
    **dict.fromkeys("0123456789", "number"),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_", "name"),
    "`": "quoted",
}
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


def check_text(text: object) -> None:
    """
    Refuse what is no text, or too long a one.

    Raises:
        FormulaError: `wrong-type` or `text-too-long`.
    """
    if not isinstance(text, str):
        raise FormulaError.wrong_type(text, "text", repair='write it as text: "A / B"')
    if len(text) > MAXIMUM_TEXT:
        raise FormulaError(
            "text-too-long",
            found=f"a formula of {len(text)} characters",
            expected=f"at most {MAXIMUM_TEXT}",
            repair="compute a part of it as a variable of its own",
        )


def split_tokens(source: str) -> tuple[list[str], list[str]]:
    """
    Cut a text into tokens, the last of which is the end; give their kinds and their texts.

    The kind is `number`, `name`, `quoted`, `end`, or the sign itself. Where a token
    stands only errors need to know; `find_offset` tells them.

    >>> split_tokens("2 * `a b`")
    (['number', '*', 'quoted', 'end'], ['2', '*', '`a b`', ''])

    Raises:
        FormulaSyntaxError: A character begins no token.
    """
    texts: list[str] = _TOKEN.findall(source)
    kinds = [_KINDS.get(text) or _KINDS_BY_FIRST.get(text[0], "other") for text in texts]
    if "other" in kinds:
        raise _refuse(source, kinds.index("other"))
    return kinds, texts


def find_offset(source: str, number: int) -> int:
    """Tell where the token of a number stands, in characters from the start."""
    return next(islice(_TOKEN.finditer(source), number, None)).start(1)


def _refuse(source: str, number: int) -> FormulaSyntaxError:
    offset = find_offset(source, number)
    character = source[offset]
    return FormulaSyntaxError.at(
        source,
        offset,
        found=f"{quote(character)} at character {offset + 1}",
        expected="a number, a name, an operator or a parenthesis",
        repair=_HINTS.get(character, "put names with other characters in `backticks`"),
    )
