"""The signs of a text: each operates, or belongs to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.bracketing import Bracketing
from iku.reading.prose.scanning.signs import (
    find_operation,
    is_counted,
    is_dividing_slash,
    is_list_head,
    is_often,
    is_paired,
    is_range,
    is_times,
)
from iku.reading.prose.scanning.tokens import OPERATIONS, is_factor, is_operand_end
from iku.reading.prose.words import AGES, COUNTING, MONEY, QUANTITY

if TYPE_CHECKING:
    from iku.reading.prose.scanning.atoms import Atom

_FEW_WORDS: Final = 4
NAMED_SIGNS: Final = {
    "/": "pembagian",
    "*": "perkalian",
    "+": "penjumlahan",
    "-": "pengurangan",
    "^": "pangkat",
}
"""What each operation is called."""


class Signing(Bracketing):
    """The steps that a sign asks for."""

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
            case "+" if self._is_age():
                self._extend(self.position)
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
        if sign == "×" and is_often(self.atoms, self.position):
            raise Doubt("bilangan di depan “×” dapat menyebut berapa kali sesuatu terjadi")
        if kind == "=":
            self._cut_label()
        if kind in NAMED_SIGNS:
            self.evidence.append(f"tanda “{sign}” dibaca sebagai {NAMED_SIGNS[kind]}")
        self._push(kind, sign)

    def _cut_label(self) -> None:
        """Cut a symbol on a line of its own off the name above it: "A / B" and below it "N = x"."""
        first, last = self.pending or (0, 0)
        alone = bool(self.breaks) and self.breaks[-1] == last - 1
        if alone and any(token.kind in OPERATIONS for token in self._statement()):
            self.pending = (first, self.breaks.pop() - 1)
            self._push("break", "line")
            self.pending = (last, last)

    def _is_age(self) -> bool:
        """Tell whether a plus is glued to a number and joins nothing, as in "usia 60+ dibagi"."""
        before, behind = self.atoms[self.position - 1], self._behind()
        glued = not self.atoms[self.position].spaced[0] and before.text[-1:].isdigit()
        if self.pending is None or self.pending[0] == self.pending[1] or not glued:
            return False
        aged = self.atoms[self.position - 2].lower in AGES
        return aged or behind is None or not self._is_operand(behind)

    def _is_operand(self, behind: Atom) -> bool:
        """Tell whether an operand may begin with the next piece."""
        operates = find_operation(self.atoms, self.position + 1)
        signed = behind.kind == "sign" and behind.text not in {"(", "Σ"}
        return not (operates or signed or is_times(self.atoms, self.position + 1))

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
            or self._pending_text() in {"100", "100%"}
            or any(token.kind in OPERATIONS or token.kind == "=" for token in self.tokens)
            or alike
            or (all(self.atoms[self.position].spaced) and self._is_plain(first, behind))
            or is_counted(self.atoms, self.position, QUANTITY)
            or behind.text in self.symbols
            or (first.lower == "total" and behind.lower in self._pending_text().lower().split())
        )

    def _is_plain(self, first: Atom, behind: Atom) -> bool:
        """Tell whether a sum stands around or behind a dash, or money on both sides of it."""
        inside = range(self.position + 2, self.partners.get(self.position + 1, 0))
        money = MONEY | QUANTITY
        return (
            any(self.atoms[at].text == "+" for at in inside)
            or (self.added and self.spaced)
            or (first.lower in money and behind.lower in MONEY)
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
        begins = not any(token.kind in OPERATIONS for token in self._statement())
        behind = self._behind()
        if behind is None or (not words and not is_operand_end(self._last())):
            return
        glued = bool(words) and not any(self.atoms[self.position].spaced)
        ratio = glued and behind.text[:1].isdigit()
        if self._is_sample(words, behind):
            self.evidence.append("titik dua dibaca sebagai pembagian")
            self._push("/")
        elif ratio or is_list_head(words) or (self.worded and not begins):
            self._extend(self.position)
        elif self._is_line_label():
            raise Doubt("kata di awal baris di depan titik dua adalah judul, bukan pembilang")
        elif self._is_inverse(words, behind):
            raise Doubt("“1 : …” menyebut perbandingan, bukan hasil bagi di belakangnya")
        elif begins and words and not self.groups and self._is_label(words, behind):
            self._check_ratio(words, behind)
            self._push("=")
        elif not begins and self._is_last_number(behind):
            self.evidence.append("titik dua dibaca sebagai pembagian")
            self._push("/")
        elif self.divided and not begins:
            raise Doubt("titik dua di tengah rumus tidak jelas artinya")
        elif self._divides(words):
            self.evidence.append("titik dua dibaca sebagai pembagian")
            self._push("/")
        else:
            self._extend(self.position)

    def _is_sample(self, words: list[str], behind: Atom) -> bool:
        """Tell whether a colon stands between two figures behind a sign of equality."""
        before = self._last()
        equated = before is not None and before.kind == "="
        return equated and is_factor(" ".join(words)) and is_factor(behind.text)

    def _is_line_label(self) -> bool:
        """Tell whether a line begins with a few words and a colon, as one above did."""
        titled = any(token.kind == "=" for token in self._statement())
        return titled and bool(self.breaks) and self.position - self.breaks[-1] <= _FEW_WORDS

    def _check_ratio(self, words: list[str], behind: Atom) -> None:
        """Refuse "Skor A : skor B : skor C", where the first is no label of the others."""
        named = " ".join(words) == self.indikator
        alike = len(words) > 1 and words[0] == behind.lower and words[0] in QUANTITY
        if alike and not named and not self.divided and self.position < self.last_colon:
            raise Doubt("beberapa titik dua di antara besaran yang sejenis")

    def _is_inverse(self, words: list[str], behind: Atom) -> bool:
        """Tell whether "1 :" stands before something that is computed."""
        spaced = all(self.atoms[self.position].spaced)
        return words == ["1"] and spaced and not behind.text[:1].isdigit()

    def _is_last_number(self, behind: Atom) -> bool:
        """Tell whether nothing but a number stands between a colon and the end of its line."""
        after = self.atoms[self.position + 2 : self.position + 3]
        return behind.lower.isdigit() and (not after or after[0].kind == "line")

    def _is_label(self, words: list[str], behind: Atom) -> bool:
        return (
            self.divided
            or self._is_group_below(behind)
            or self.position < self.last_colon
            or behind.text[:1].isdigit()
            or " ".join(words) == self.indikator
            or (self.added and not self.multiplied and words[0] not in COUNTING)
        )

    def _is_group_below(self, behind: Atom) -> bool:
        """Tell whether the next line begins with a parenthesis in which something is computed."""
        partner = self.partners.get(self.position + 2, 0)
        if behind.kind != "line" or partner < self.position:
            return False
        return any(
            self.atoms[at].text == "×" or is_times(self.atoms, at)
            for at in range(self.position + 2, partner)
        )

    def _divides(self, words: list[str]) -> bool:
        if not words:
            return True
        measured = words[0] in QUANTITY or words[0].startswith("\u03c3")
        if is_counted(self.atoms, self.position, QUANTITY):
            return measured or self.multiplied
        alike = len(words) == 1 or is_paired(self.atoms, self.position)
        return self.multiplied and alike
