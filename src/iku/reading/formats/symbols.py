"""Characters of the font Symbol, from which officials take their signs, by its own numbers."""

from __future__ import annotations

from typing import Final

SYMBOLS: Final = dict(
    zip(
        b"\x2d\x44\x53\xa3\xa5\xac\xad\xae\xaf\xb0\xb1\xb3\xb4\xb7\xb8\xb9\xba\xbb\xd6\xd7\xe5",
        "−ΔΣ≤∞←↑→↓°±≥×•÷≠≡≈√⋅∑",
        strict=True,
    )
)
"""What the codes of the font show."""


def replace_symbol(character: str) -> str:
    """Replace a character that has no meaning but in the font Symbol."""
    return SYMBOLS.get(ord(character) & 0xFF, character) if character >= "\uf000" else character


def is_symbol(font: str) -> bool:
    """
    Say whether a font is Symbol, whole or in part.

    >>> is_symbol("ABCDEF+SymbolMT"), is_symbol("Segoe UI Symbol")
    (True, False)
    """
    return font.rpartition("+")[2] in ("Symbol", "SymbolMT")
