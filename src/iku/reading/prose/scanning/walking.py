"""The walk over the pieces of a text that makes operands and operations of them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.prose.scanning.signing import NAMED_SIGNS, Signing
from iku.reading.prose.scanning.signs import (
    find_glued_factor,
    find_operation,
    is_counted,
    is_times,
    split_difference,
)
from iku.reading.prose.scanning.tokens import (
    OPERATIONS,
    Token,
    is_factor,
    is_operand_end,
    read_number,
)
from iku.reading.prose.words import ABBREVIATED, FILLING, LEANING, PERIODS, PREFIXES, QUANTITY

if TYPE_CHECKING:
    from iku.reading.prose.scanning.atoms import Atom

_REACH: Final = 60
"""Pieces within which another formula divides."""
_LONG: Final = 2
"""Words of a phrase besides its last one; "PAD lalu" is shorter."""


class Scan(NamedTuple):
    """What a text was cut into, and what was noticed on the way."""

    tokens: list[Token]
    """Operands, operations and breaks, in order."""
    evidence: list[str]
    """Sentences about the decisions that were taken."""
    percent: bool
    """Whether a remark in parentheses says that the value is in per cent."""


def split_prose(text: str, *, symbols: frozenset[str], indikator: str = "") -> Scan:
    """
    Cut a text into operands and operations.

    `symbols` are what a legend explains, `indikator` is the name of the
    indicator in lower case.

    >>> scan = split_prose("Jumlah A dibagi B dikali 100%", symbols=frozenset())
    >>> [token.kind for token in scan.tokens]
    ['name', '/', 'name', '*', 'number']

    Raises:
        Doubt: A sign that may or may not operate decides the reading.
    """
    walk = _Walk(text, symbols, indikator)
    walk.run()
    return Scan(walk.tokens, list(dict.fromkeys(walk.evidence)), walk.percent)


class _Walk(Signing):
    """The steps that words and lines ask for."""

    def run(self) -> None:
        """Walk from the first piece to the last."""
        while self.position < len(self.atoms):
            atom = self.atoms[self.position]
            match atom.kind:
                case "line":
                    self._take_line(atom)
                case "bar":
                    self._push("bar")
                case "sign":
                    self._take_sign(atom)
                case _:
                    self._take_word(atom)
            self.position += 1
        self._flush()

    def _take_line(self, atom: Atom) -> None:
        leaning = self.pending is not None and self.atoms[self.position - 1].lower in LEANING
        goes_on = leaning and not is_counted(self.atoms, self.position)
        blank = atom.text.count("\n") > 1 and not goes_on
        finished = read_number(" ".join(self._pending_text().split()))
        complete = blank or (finished and not finished[1]) or self._is_count_below()
        if self.pending is not None and not complete:
            self.breaks.append(self.position)
            return
        self._push("break", "blank" if blank else "line")

    def _is_count_below(self) -> bool:
        """Tell whether nothing but a small number stands on the last line, below this one."""
        behind = self.atoms[self.position + 1 :][:2]
        return len(behind) == 1 and behind[0].text.isdigit() and len(behind[0].text) <= 2

    def _take_word(self, atom: Atom) -> None:
        if atom.kind == "quoted":
            self._extend(self.position)
        elif is_times(self.atoms, self.position):
            self._operate("*", atom.text)
        elif find_glued_factor(atom.text.rstrip(".,")):
            # What stands behind the x is looked at again, as a word of its own.
            self._operate("*", "x")
            rest = atom._replace(text=atom.text[1:], start=atom.start + 1)
            self.atoms[self.position] = rest
            self.position -= 1
        elif sign := find_operation(self.atoms, self.position):
            self._operate_in_words(atom, sign)
        elif atom.lower == "atau" and self._is_factor_complete():
            self._push("stop")
        elif difference := self._find_difference(atom):
            self._push("name", difference[0])
            self._operate("-", "-")
            self._push("name", difference[1])
        elif dash := self._find_glued_dash(atom):
            # What stands behind the dash is looked at again, as a word of its own.
            cut = atom.start + dash
            self.atoms[self.position] = atom._replace(text=atom.text[:dash], end=cut)
            self._extend(self.position)
            self._operate("-", "-")
            rest = atom._replace(text=atom.text[dash + 1 :], start=cut + 1)
            self.atoms[self.position] = rest
            self.position -= 1
        else:
            self._extend(self.position)
            if self._ends_sentence(atom):
                self._push("stop")

    def _find_glued_dash(self, atom: Atom) -> int:
        """Find the dash in "akhir-Nilai" where the name that it ends begins with "Nilai"."""
        left, _, right = atom.lower.rpartition("-")
        if self.pending is None or left in PREFIXES or left == right or not left[-1:].isalnum():
            return 0
        first = self.atoms[self.pending[0]].lower
        computed = self.divided or self.multiplied or right in QUANTITY
        return len(left) if computed and right == first and right.isalpha() else 0

    def _find_difference(self, atom: Atom) -> tuple[str, str] | None:
        behind = self._behind()
        last = behind is None or behind.kind in {"sign", "line"}
        alone = self.pending is None and (last or is_times(self.atoms, self.position + 1))
        return split_difference(atom.text, self.symbols) if alone else None

    def _operate_in_words(self, atom: Atom, sign: str) -> None:
        if not self.pending and not is_operand_end(self._last()):
            # A sentence that begins with the verb names no first operand.
            self._extend(self.position)
            return
        self.evidence.append(f"kata “{atom.lower}” dibaca sebagai {NAMED_SIGNS[sign]}")
        self._drop_then()
        self._push(sign, atom.lower)
        behind = self.position + 1
        while behind < len(self.atoms) and self.atoms[behind].kind == "line":
            behind += 1
        if behind < len(self.atoms) and self.atoms[behind].lower in FILLING:
            self.position = behind

    def _drop_then(self) -> None:
        """Take "lalu" off a phrase before a verb, as in "jumlah desa lalu dikalikan"."""
        first, last = self.pending or (0, 0)
        before = self.atoms[last - 1].lower
        if last - first >= _LONG and self.atoms[last].lower == "lalu" and before not in PERIODS:
            self.pending = (first, last - 1)

    def _is_factor_complete(self) -> bool:
        """Tell whether nothing but a number is collected, as a factor or a result."""
        before = self._last()
        if before is None or before.kind not in {"*", "="} or not is_factor(self._short_text()):
            return False
        end = min(len(self.atoms), self.position + _REACH)
        behind = range(self.position + 1, end)
        line = takewhile(lambda index: self.atoms[index].kind != "line", behind)
        return any(
            self.atoms[at].text in {"/", ":", "÷"} or find_operation(self.atoms, at) for at in line
        )

    def _ends_sentence(self, atom: Atom) -> bool:
        if not atom.text.endswith(".") or atom.lower in ABBREVIATED:
            return False
        if atom.text == ".":
            return True
        behind = self._behind()
        last = behind is None or behind.kind == "line"
        if atom.text[:1].isdigit() and self.pending == (self.position, self.position):
            before = self._last()
            return before is not None and before.kind in OPERATIONS
        return last or len(atom.text) > 4
