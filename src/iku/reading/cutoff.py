"""Texts that break off inside a word, found by what the rest of the file says."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iku.reading.findings import Findings

_WORD: Final = re.compile(r"\w++")
_Pair = tuple[str, str]


def check_cut_texts(found: Findings) -> None:
    """
    Note each text whose last word is the beginning of a longer word elsewhere.

    The two words before must be the same there, and the short word must stand
    nowhere inside a text: then it is a word of its own. Numbers and single letters
    are, too.
    """
    all_words = [["", *_WORD.findall(item.text.casefold())] for item in found.remembered]
    inner = {word for words in all_words for word in words[:-1]}
    following = _collect_following(all_words)
    for item, words in zip(found.remembered, all_words, strict=True):
        if len(words) > 2 and words[-1] not in inner and _is_word(words[-1]):
            longer = _find_longer(following[words[-3], words[-2]], words[-1])
            if longer is not None:
                found.tabel = item.tabel
                found.note_cut(item.cell)
                found.add("IKU-B008", item.cell, item.subjek, teks=item.text, lanjutan=longer)


def _is_word(text: str) -> bool:
    """Say whether a last word can be the beginning of one; a number or a letter names it whole."""
    return len(text) > 1 and text.isalpha()


def _collect_following(all_words: list[list[str]]) -> dict[_Pair, list[str]]:
    """For each pair of words, the words that follow it, sorted."""
    following: dict[_Pair, set[str]] = {}
    for words in all_words:
        for pair, word in zip(pairwise(words), words[2:], strict=False):
            following.setdefault(pair, set()).add(word)
    return {pair: sorted(words) for pair, words in following.items()}


def _find_longer(words: list[str], short: str) -> str | None:
    place = bisect_right(words, short)
    if place < len(words) and words[place].startswith(short):
        return words[place]
    return None
