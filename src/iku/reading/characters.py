"""Characters that no document should carry: taken out of cells, shown in raw text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_REFUSED: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_MARKS: Final = 30
"""Combining marks in a row that the model takes."""
_SPACES: Final[dict[int, str]] = dict.fromkeys((0xA0, 0x2007, 0x202F), " ")
"""Spaces at which no line breaks."""
SHOWN: Final = 200
"""Characters of foreign text that a finding repeats."""


def normalise_cell(raw: str) -> str:
    r"""
    Bring the text of a cell to what the model takes.

    Control characters become spaces; soft hyphens, zero-width, private and
    other invisible characters go; outer spaces go, and spaces that no line breaks at
    become plain ones. The words stay as they are.

    >>> normalise_cell(" Indeks\x07Kepuasan\u00ad Masyarakat\u200b ")
    'Indeks Kepuasan Masyarakat'
    """
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    text = unicodedata.normalize("NFC", _rewrite(raw, _drop))
    # Once more: normalising takes some marks apart into two.
    return _rewrite(text, _drop).translate(_SPACES).strip()


def quote_raw(raw: str) -> str:
    r"""
    Show raw text word for word, with escapes for what the model would refuse.

    >>> quote_raw("Peru\u00admahan\x00")
    'Peru\\u00admahan\\u0000'
    """
    if raw.isascii() and raw.isprintable():
        return raw
    return _rewrite(unicodedata.normalize("NFC", _rewrite(raw, _escape)), _escape)


def is_hiding(raw: str) -> bool:
    """Say whether raw text holds characters that no reader sees; a page break is none."""
    if raw.isascii() and raw.isprintable():
        return False
    seen = unicodedata.normalize("NFC", raw.replace("\f", ""))
    return quote_raw(seen) != seen


def quote_short(text: str) -> str:
    """Show foreign text in a message: one line, cut when it is long."""
    plain = " ".join(normalise_cell(text).split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"


def _rewrite(text: str, replace: Callable[[str], str]) -> str:
    written: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category[0] == "M" else 0
        refused = marks > _MARKS or (category in _REFUSED and character not in "\n\t")
        written.append(replace(character) if refused else character)
    return "".join(written)


def _drop(character: str) -> str:
    return " " if unicodedata.category(character) == "Cc" else ""


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}"
