"""Prose as it was typed, brought to one way of writing signs and spaces."""

from __future__ import annotations

import re
from html import unescape
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
_LINE_TAG: Final = re.compile(
    r"<(?:br|/?(?:p|div|li|tr))(?: [^<>\n=]{1,20}=[^<>\n]{1,60})? ?/?>", re.IGNORECASE
)
_RAISED: Final = re.compile(
    r"(?P<unit>\b[kcd]?m)?<sup>(?P<power>[^<>\n]{1,20})</sup>", re.IGNORECASE
)
_TAG: Final = re.compile(
    r"</?(?:pre|code|sub|b|i|u|em|strong|span|font|small|center|td|ul|ol)"
    r"(?: [^<>\n=]{1,20}=[^<>\n]{1,60})? ?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});", re.IGNORECASE)
_PICTURE: Final = re.compile(r"\[\s*(?:pic|gambar|image)\s*\]", re.IGNORECASE)
_FRACTION: Final = re.compile(
    "\u27e6([^\u27e6\u27e7\uff0f]*+)\uff0f([^\u27e6\u27e7\uff0f]*+)\u27e7"
)
_SUBSCRIPT: Final = re.compile(r"_\{([^{}]*+)\}")
_LINES: Final = re.compile("[\u2028\u2029]")
_GAPS: Final = re.compile(r"[^\S\n]++")
_EARLIER: Final = re.compile(r"(?<![A-Za-z])([nt])−(?=\d)", re.IGNORECASE)
_HUNDRED: Final = re.compile(r"\bseratus\s++(?:persen|%)", re.IGNORECASE)
_ALONE: Final = re.compile(r"100 ?(?:%|persen)", re.IGNORECASE)
_OPEN_ENDS: Final = frozenset("x×/:+-=_")
_REDOUBLED: Final = re.compile(
    r"\b(laki|rata|undang|masing|kanak|lain|tiap)(?: -|- | - )(?=\1\b)", re.IGNORECASE
)
_PARTED: Final = re.compile(
    r"\bdi (?=(?:bagi|kalikan|tambah(?:kan)?|kurang(?:i|kan)?|banding(?:kan)?)\b"
    r"|kali (?:dengan )?\(?(?:1|seratus|seribu))",
    re.IGNORECASE,
)
_EQUALS: Final = re.compile(r"\bsama dengan (?=\d|100%|seratus\b)", re.IGNORECASE)
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
    cell = normalise_cell(_drop_tags(_check_text(text))).replace("\r", "\n")
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
    plain = _EQUALS.sub("= ", _PARTED.sub("di", plain))
    plain = _AT_LEAST.sub("≥", _AT_MOST.sub("≤", plain))
    plain = _ROOT.sub(_write_root, plain)
    return _mark_factor([_GAPS.sub(" ", line).strip() for line in plain.split("\n")])


def _mark_factor(lines: list[str]) -> tuple[str, ...]:
    """Write the sign that was lost before a hundred per cent between two lines."""
    alone = [at for at, line in enumerate(lines) if _ALONE.fullmatch(line)]
    lost = -1
    if len(alone) == 1 and 0 < alone[0] < len(lines) - 1:
        begin, end = (lines[at].lower().split()[:2] for at in (alone[0] - 1, alone[0] + 1))
        ended = lines[alone[0] - 1][-1:].lower() in _OPEN_ENDS
        lost = alone[0] if begin == end and begin and not ended else -1
    return tuple(f"× {line}" if at == lost else line for at, line in enumerate(lines))


def _drop_tags(text: str) -> str:
    r"""
    Take away the tags of HTML; a power stays one, but that of a unit.

    >>> _drop_tags("<pre>P<sub>t</sub> &divide; (A<sup>2</sup>)<br/>m<sup>2</sup></pre>")
    'Pt ÷ (A^(2))\nm2'
    """
    if "<" in text:
        text = _RAISED.sub(_write_power, _LINE_TAG.sub("\n", text))
        text = _TAG.sub("", text)
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def _write_power(found: re.Match[str]) -> str:
    unit = found["unit"]
    return f"{unit}{found['power']}" if unit else f"^({found['power']})"


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
