"""Prose as it was typed, brought to one way of writing signs and spaces."""

from __future__ import annotations

import re
from typing import Final

from iku.errors import DomainError, FormulaError, quote
from iku.reading.characters import normalise_cell
from iku.reading.prose.text.latex import is_latex, write_plain

MAXIMUM_PROSE: Final = 65_536
"""Characters of the text of one cell; the canonical grammar has the same limit."""

_VARIANTS: Final = {
    "×": "*\u2715\u2716\u2a2f\u2217\u22c5\u2219\uff0a",
    "/": "\u2044\u2215\uff0f",
    "÷": "\u2797",
    ":": "\u2236\uff1a\ua789",
    "-": "–—\u2012\u2015\u2010\u2011\ufe63\uff0d",
    "+": "\uff0b",
    "=": "\uff1d",
    "%": "\uff05",
    ";": "\uff1b",
    ",": "\uff0c",
    "(": "\uff08\uff3b\uff5b[{",
    ")": "\uff09\uff3d\uff5d]}",
    "((": "\u27e6",
    "))": "\u27e7",
    "≥": "\u2267\u2a7e",
    "≤": "\u2266\u2a7d",
    "Σ": "\u2211\u01a9\u03c3\u03c2",
    '"': "\u201c\u201d",
    "'": "\u2018\u2019",
}
"""The sign that is read, and those that are typed for it; braces are parentheses."""
_SIGNS: Final = str.maketrans(
    {typed: sign for sign, variants in _VARIANTS.items() for typed in variants}
)
_PICTURE: Final = re.compile(r"\[\s*(?:pic|gambar|image)\s*\]", re.IGNORECASE)
_FRACTION: Final = re.compile(
    "\u27e6([^\u27e6\u27e7\uff0f]*+)\uff0f([^\u27e6\u27e7\uff0f]*+)\u27e7"
)
_SUBSCRIPT: Final = re.compile(r"_\{([^{}]*+)\}")
_LINES: Final = re.compile("[\u2028\u2029]")
_GAPS: Final = re.compile(r"[^\S\n]++")
_EARLIER: Final = re.compile(r"(?<![A-Za-z])([nt])−(?=\d)", re.IGNORECASE)
_HUNDRED: Final = re.compile(r"\bseratus\s++(?:persen|%)", re.IGNORECASE)
_REDOUBLED: Final = re.compile(
    r"\b(laki|rata|undang|masing|kanak|lain|tiap)(?: -|- | - )(?=\1\b)", re.IGNORECASE
)
_PARTED: Final = re.compile(
    r"\bdi (?=(?:bagi|kalikan|tambah(?:kan)?|kurang(?:i|kan)?|banding(?:kan)?)\b"
    r"|kali (?:dengan )?\(?(?:1|seratus|seribu))",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(r"(?:>=|=>)(?= ?\d)")
_AT_MOST: Final = re.compile(r"(?:<=|=<)(?= ?\d)")
_ROOT: Final = re.compile(r"(?P<sign>[∛√]) ?(?P<group>\([^()]*+\))")
_CODE: Final = re.compile(r"`([^`]*[/×+=][^`]*)`")

PICTURE: Final = "¤gambar¤"
"""What stands for a formula that is a picture in the document."""


def normalise_prose(text: str) -> tuple[str, ...]:
    r"""
    Bring a text to lines of plain signs; a blank line stays as an empty one.

    >>> normalise_prose("Rumus :  A \u2215 B \u2715 100\uff05")
    ('Rumus : A / B × 100%',)

    Raises:
        DomainError: `wrong-type` or `empty-text`.
        FormulaError: `text-too-long`.
    """
    cell = normalise_cell(_check_text(text)).replace("\r", "\n")
    if not cell:
        raise DomainError(
            "empty-text",
            found="empty text",
            expected="the formulasi of an indicator",
            repair="leave the formula out where the document says nothing",
        )
    plain = _GAPS.sub(" ", _LINES.sub("\n", _PICTURE.sub(f" {PICTURE} ", cell)))
    if is_latex(plain):
        plain = write_plain(plain)
    plain = _FRACTION.sub(r"((\1) / (\2))", plain)
    plain = _EARLIER.sub(r"\1-", plain)
    plain = _SUBSCRIPT.sub(r"_(\1)", plain)
    if whole := _CODE.fullmatch(plain):
        plain = whole[1]
    plain = _HUNDRED.sub("100%", plain.translate(_SIGNS))
    plain = _REDOUBLED.sub(r"\1-", plain)
    plain = _PARTED.sub("di", plain)
    plain = _AT_LEAST.sub("≥", _AT_MOST.sub("≤", plain))
    plain = _ROOT.sub(_write_root, plain)
    return tuple(_GAPS.sub(" ", line).strip() for line in plain.split("\n"))


def _write_root(found: re.Match[str]) -> str:
    return f"({found['group']}^(1/{2 if found['sign'] == '√' else 3}))"


def _check_text(text: object) -> str:
    if not isinstance(text, str):
        raise DomainError(
            "wrong-type",
            found=quote(text),
            expected="the text of a formulasi",
            repair="give the words of the document",
        )
    if len(text) > MAXIMUM_PROSE:
        raise FormulaError(
            "text-too-long",
            found=f"a text of {len(text)} characters",
            expected=f"at most {MAXIMUM_PROSE}",
            repair="give the cell of one indicator",
        )
    return text
