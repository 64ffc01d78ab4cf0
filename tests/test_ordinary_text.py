"""Text of ordinary characters is taken without a closer look, so each of them must pass one."""

from __future__ import annotations

import sys
import unicodedata

from iku import _checks

ORDINARY = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if _checks._ORDINARY.fullmatch(character)
]


def test_an_ordinary_character_passes_the_closer_look() -> None:
    """None is refused where it stands among others."""
    _checks._check_characters("".join(ORDINARY))


def test_an_ordinary_character_is_no_mark() -> None:
    """So no row of them can be a row of marks."""
    assert [c for c in ORDINARY if unicodedata.category(c)[0] == "M"] == []


def test_an_ordinary_character_is_in_nfc_whatever_stands_before_it() -> None:
    """So normalising a text of them changes nothing."""
    assert all(unicodedata.is_normalized("NFC", before + c) for before in "eKΩ" for c in ORDINARY)


def test_official_text_is_ordinary() -> None:
    """Signs that officials print take the short way and come out as they are."""
    text = "(Jumlah koperasi “sehat” / jumlah koperasi) × 100% – minimal ≥ 85\n∑ hasil…"
    assert _checks._ORDINARY.fullmatch(text)
    assert _checks.normalise_text(text) is text
