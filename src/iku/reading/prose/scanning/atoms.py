"""The smallest pieces of prose: words, signs, parentheses, line breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ATOM: Final = re.compile(
    r"(?P<quoted>`[^`\n]++`)"
    r"|(?P<bar>[-_]{3,}+|={3,}+|(?:[-_] ){3,}+[-_]?|[─—═‾¯━▬]{2,}+|[.…]{6,}+)"
    r"|(?P<line>\n[ \n]*+)"
    r"|(?P<sign>[()+×−÷=;^Σ/:]|-(?=[ \n]))"
    r"|(?P<word>[^ \n()+×−÷=;^Σ/:`]++|`)"
)


class Atom(NamedTuple):
    """One piece, and what stands around it."""

    kind: str
    """`quoted`, `bar`, `line`, `sign` or `word`."""
    text: str
    """The piece itself."""
    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""
    spaced: tuple[bool, bool]
    """Whether a space stands before it and behind it; a line break is none."""

    @property
    def lower(self) -> str:
        """The piece in lower case, without the comma behind a word."""
        return self.text.lower().rstrip(",")


def split_atoms(text: str) -> list[Atom]:
    """
    Cut a text into pieces.

    >>> [atom.text for atom in split_atoms("(n-1)/KK x 100%")]
    ['(', 'n-1', ')', '/', 'KK', 'x', '100%']
    """
    atoms: list[Atom] = []
    for match in _ATOM.finditer(text):
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        spaced = text[start - 1 : start] == " ", text[end : end + 1] == " "
        atoms.append(Atom(kind, match[0], start, end, spaced))
    return atoms


def match_parentheses(atoms: Sequence[Atom]) -> dict[int, int]:
    """
    Find for each parenthesis the position of its partner; one without is left out.

    >>> match_parentheses(split_atoms("(a (b) c))"))
    {2: 4, 4: 2, 0: 6, 6: 0}
    """
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, atom in enumerate(atoms):
        if atom.kind != "sign":
            continue
        if atom.text == "(":
            opened.append(index)
        elif atom.text == ")" and opened:
            begin = opened.pop()
            partners[begin] = index
            partners[index] = begin
    return partners
