"""The walk over the pieces of a text that makes operands and operations of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.bracketing import Bracketing
from iku.reading.prose.scanning.signs import (
    find_glued_factor,
    find_operation,
    is_counted,
    is_dividing_slash,
    is_list_head,
    is_paired,
    is_range,
    is_times,
    split_difference,
)
from iku.reading.prose.scanning.tokens import (
    OPERATIONS,
    Token,
    is_operand_end,
    read_number,
)
from iku.reading.prose.words import ABBREVIATED, COUNTING, FILLING, QUANTITY

if TYPE_CHECKING:
    from iku.reading.prose.scanning.atoms import Atom

_NAMES: Final = {
    "/": "pembagian",
    "*": "perkalian",
    "+": "penjumlahan",
    "-": "pengurangan",
    "^": "pangkat",
}


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


class _Walk(Bracketing):
    """The steps that words, lines and the other signs ask for."""

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
        blank = atom.text.count("\n") > 1
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
        elif difference := self._find_difference(atom):
            self._push("name", difference[0])
            self._operate("-", "-")
            self._push("name", difference[1])
        else:
            self._extend(self.position)
            if self._ends_sentence(atom):
                self._push("stop")

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
        self.evidence.append(f"kata “{atom.lower}” dibaca sebagai {_NAMES[sign]}")
        self._push(sign)
        behind = self.position + 1
        while behind < len(self.atoms) and self.atoms[behind].kind == "line":
            behind += 1
        if behind < len(self.atoms) and self.atoms[behind].lower in FILLING:
            self.position = behind

    def _ends_sentence(self, atom: Atom) -> bool:
        if not atom.text.endswith(".") or atom.lower in ABBREVIATED:
            return False
        behind = self._behind()
        last = behind is None or behind.kind == "line"
        if atom.text[:1].isdigit() and self.pending == (self.position, self.position):
            before = self._last()
            return before is not None and before.kind in OPERATIONS
        return last or len(atom.text) > 4

    def _take_sign(self, atom: Atom) -> None:
        match atom.text:
            case "(":
                self._open()
            case ")":
                self._close()
            case "Σ":
                self._extend(self.position)
            case "/":
                self._take_slash()
            case ":":
                self._take_colon()
            case "-":
                self._take_dash()
            case "−":
                self._take_minus()
            case ";":
                self._push(";" if self.groups else "stop")
            case sign:
                self._operate({"×": "*", "÷": "/"}.get(sign, sign), sign)

    def _operate(self, kind: str, sign: str) -> None:
        """Take a sign that always operates."""
        if kind in _NAMES:
            self.evidence.append(f"tanda “{sign}” dibaca sebagai {_NAMES[kind]}")
        self._push(kind)

    def _take_slash(self) -> None:
        divides = is_dividing_slash(self.atoms, self.position, self.symbols, worded=self.worded)
        if divides is None and self.divided:
            divides = False
        if divides is None:
            raise Doubt("garis miring dapat berarti pembagian atau bagian dari nama")
        if divides:
            self.evidence.append("garis miring dibaca sebagai pembagian")
            self._push("/")
        elif self.pending is not None:
            self._extend(self.position)

    def _take_dash(self) -> None:
        if self.pending is None:
            if is_operand_end(self._last()):
                self._operate("-", "-")
            return
        words = self.pending[1] - self.pending[0] + 1
        if is_range(self.atoms, self.position, pending=words) or not self._subtracts():
            self._extend(self.position)
            return
        self._operate("-", "-")

    def _subtracts(self) -> bool:
        first = self.atoms[self.pending[0] if self.pending else 0]
        behind = self.atoms[self.position + 1]
        alike = first.lower == behind.lower
        return (
            self.divided
            or self.multiplied
            or any(token.kind in OPERATIONS or token.kind == "=" for token in self.tokens)
            or alike
            or is_counted(self.atoms, self.position, QUANTITY)
            or behind.text in self.symbols
        )

    def _take_minus(self) -> None:
        """Take the true minus sign: between operands it subtracts, before one it is its sign."""
        behind = self._behind()
        if self.pending is not None or is_operand_end(self._last()):
            self._operate("-", "−")
        elif behind is not None and behind.text[0].isdigit():
            self._extend(self.position)
        else:
            self._push("negation")

    def _take_colon(self) -> None:
        words = self._pending_text().lower().split()
        begins = not any(token.kind in OPERATIONS for token in self.tokens)
        behind = self._behind()
        if behind is None or (not words and not is_operand_end(self._last())):
            return
        ratio = not any(self.atoms[self.position].spaced) and behind.text[:1].isdigit()
        if ratio or is_list_head(words) or (self.worded and not begins):
            self._extend(self.position)
        elif begins and words and not self.groups and self._is_label(words, behind):
            self._push("=")
        elif self.divided and not begins:
            raise Doubt("titik dua di tengah rumus tidak jelas artinya")
        elif self._divides(words):
            self.evidence.append("titik dua dibaca sebagai pembagian")
            self._push("/")
        else:
            self._extend(self.position)

    def _is_label(self, words: list[str], behind: Atom) -> bool:
        return (
            self.divided
            or self.position < self.last_colon
            or behind.text[:1].isdigit()
            or " ".join(words) == self.indikator
            or (self.added and not self.multiplied and words[0] not in COUNTING)
        )

    def _divides(self, words: list[str]) -> bool:
        if not words:
            return True
        measured = words[0] in QUANTITY or words[0].startswith("\u03c3")
        if is_counted(self.atoms, self.position, QUANTITY):
            return measured or self.multiplied
        alike = len(words) == 1 or is_paired(self.atoms, self.position)
        return self.multiplied and alike
