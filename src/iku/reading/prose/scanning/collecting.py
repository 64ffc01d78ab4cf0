"""The position in a text, the name that is being collected, and the tokens so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.prose.scanning.atoms import match_parentheses, split_atoms
from iku.reading.prose.scanning.signs import (
    find_glued_factor,
    is_counted,
    is_paired,
    is_times,
    is_word_divided,
)
from iku.reading.prose.scanning.tokens import PERCENT_NOTE, Token, make_operand

if TYPE_CHECKING:
    from iku.reading.prose.scanning.atoms import Atom

_FEW: Final = 4


class Collecting:
    """What every step of the walk needs."""

    def __init__(self, text: str, symbols: frozenset[str], indikator: str) -> None:
        """Cut the text, and look at what stands in it anywhere."""
        self.text = text
        self.symbols = symbols
        self.indikator = indikator
        self.atoms = split_atoms(text)
        self.partners = match_parentheses(self.atoms)
        self.unopened = next(
            (i for i, atom in enumerate(self.atoms) if atom.text == ")" and i not in self.partners),
            None,
        )
        self.worded = is_word_divided(self.atoms)
        self.divided = self.worded or any(self._divides_surely(i) for i in range(len(self.atoms)))
        self.multiplied = any(self._multiplies_surely(i) for i in range(len(self.atoms)))
        self.added = any(atom.text == "+" for atom in self.atoms)
        # "a - b + c": whoever writes blanks around a plus means the dash with blanks, too.
        self.spaced = all(all(atom.spaced) for atom in self.atoms if atom.text == "+")
        self.last_colon = max(
            (i for i, atom in enumerate(self.atoms) if atom.text == ":"), default=0
        )
        self.tokens: list[Token] = []
        self.evidence: list[str] = []
        self.begin = 0
        self.percent = False
        self.position = 0
        self.pending: tuple[int, int] | None = None
        self.breaks: list[int] = []
        self.groups: list[int] = []

    def _divides_surely(self, index: int) -> bool:
        atom = self.atoms[index]
        if atom.kind == "bar" or atom.text == "÷":
            return True
        return atom.text == "/" and (
            all(atom.spaced) or is_counted(self.atoms, index) or is_paired(self.atoms, index)
        )

    def _multiplies_surely(self, index: int) -> bool:
        atom = self.atoms[index]
        times = atom.text == "×" or is_times(self.atoms, index)
        return times or find_glued_factor(atom.text) is not None

    def _behind(self) -> Atom | None:
        """Give the next piece."""
        return self.atoms[self.position + 1] if self.position + 1 < len(self.atoms) else None

    def _extend(self, last: int) -> None:
        first = self.pending[0] if self.pending else self.position
        self.pending = (first, last)

    def _pending_text(self) -> str:
        if self.pending is None:
            return ""
        first, last = self.pending
        return self.text[self.atoms[first].start : self.atoms[last].end]

    def _short_text(self) -> str:
        """Give the collected words if they are few: no function and no number has more."""
        if self.pending is None or self.pending[1] - self.pending[0] > _FEW:
            return ""
        return self._pending_text()

    def _flush(self) -> None:
        """Turn the collected words into an operand."""
        if self.pending is None:
            return
        text = self._pending_text()
        lines = text.split("\n") if self.breaks else ()
        self.pending, self.breaks = None, []
        if len(text) > 2 and text[0] == text[-1] == "`":
            self.tokens.append(Token("name", text.strip("`"), quoted=True))
        else:
            noted = PERCENT_NOTE.search(text)
            self.percent = self.percent or noted is not None
            plain = text[: noted.start()] if noted else text
            self.tokens.extend(make_operand(plain, lines, self._last()))

    def _last(self) -> Token | None:
        return next((token for token in reversed(self.tokens) if token.kind != "break"), None)

    def _push(self, kind: str, text: str = "") -> None:
        self._flush()
        self.tokens.append(Token(kind, text))
        if kind in {"stop", "break"}:
            self.begin = len(self.tokens)

    def _statement(self) -> list[Token]:
        """Give the tokens behind the last line or sentence that is complete."""
        return self.tokens[self.begin :]
