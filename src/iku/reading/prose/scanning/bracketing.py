"""Parentheses: around a part of the formula, around a remark, or around a part of a name."""

from __future__ import annotations

import re
from typing import Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.collecting import Collecting
from iku.reading.prose.scanning.numerals import read_numeral
from iku.reading.prose.scanning.signs import find_glued_factor, find_operation, is_counted, is_times
from iku.reading.prose.scanning.tokens import (
    LIMIT,
    Token,
    is_factor,
    is_function,
    is_operand_end,
    is_operated,
    is_percent_note,
)
from iku.reading.prose.words import COUNTING, INTRODUCING, RATIO_NAMES

MAXIMUM_NESTING: Final = 30
"""Parentheses inside each other; a tree is not deeper either."""
_INTRODUCED: Final = re.compile(rf"(?<!yang ){INTRODUCING.pattern}\s*$", re.IGNORECASE)
_FIGURES: Final = re.compile(r"=[\d.,:/×÷xX%()= ]*+")
_FACTOR_BEHIND: Final = re.compile(r"(?:[xX×]1[\d.]*+%?)?\.?")
_SURE: Final = frozenset("×÷+=^")


class Bracketing(Collecting):
    """The steps that a parenthesis asks for."""

    def _open(self) -> None:
        partner = self.partners.get(self.position)
        if self.pending is None:
            self._open_operand(partner)
        elif partner is not None and (self._is_introduced(partner) or self._is_named(partner)):
            self._push("=")
            self._begin_group(partner)
        elif partner is None or not self._open_behind(self._short_text(), partner):
            # A remark inside a name goes with the name, whatever it holds.
            last = self.position if partner is None else partner
            self._extend(last)
            self.position = last

    def _is_introduced(self, partner: int) -> bool:
        """Tell whether words like "dihitung dengan" stand before a computing parenthesis."""
        behind = self.atoms[partner + 1 : partner + 2]
        divided = any(atom.text in {"/", ":", "÷", "×"} for atom in behind)
        return (divided or self._operates_inside(partner)) and _INTRODUCED.search(
            self._pending_text()
        ) is not None

    def _is_named(self, partner: int) -> bool:
        """Tell whether nothing but the name of a value stands before the only parenthesis."""
        behind = "".join(atom.text for atom in self.atoms[partner + 1 :])
        around = self.tokens or self.groups or _FACTOR_BEHIND.fullmatch(behind) is None
        if around or not self.multiplied or not self._divides_inside(partner):
            return False
        name = " ".join(self._pending_text().lower().split())
        return name == self.indikator or name.split(" ", 1)[0] in RATIO_NAMES

    def _open_behind(self, text: str, partner: int) -> bool:
        """Open what stands behind a function, Σ, "jumlah" or a factor; nothing else opens."""
        before = self._last()
        if is_function(text, spaced=self.atoms[self.position].spaced[0]):
            self.pending = None
            name = " ".join(text.lower().split())
            self.evidence.append(f"“{name}” di depan kurung adalah fungsi")
            self.tokens.append(Token("function", name))
            self._begin_group(partner)
        elif text == "Σ":
            self._open_sum(partner)
        elif text.lower() in COUNTING and self._operates_inside(partner):
            if self._multiplies_inside(partner):
                raise Doubt("penjumlahan hasil kali atas daftar yang tidak disebutkan")
            self.pending = None
            self._begin_group(partner)
        elif not is_factor(text):
            return False
        elif before is not None and before.kind == "*":
            self._flush()
            self._skip_remark(partner)
        elif read_numeral([atom.lower for atom in self.atoms[self.position + 1 : partner]]):
            self._flush()
            self.position = partner
        elif self._explains(partner):
            raise Doubt("kurung di belakang bilangan hanya berisi kata-kata")
        else:
            self.evidence.append("bilangan di depan kurung mengalikan isinya")
            self._push("*")
            self._begin_group(partner)
        return True

    def _open_operand(self, partner: int | None) -> None:
        if partner is None:
            return
        lined = bool(self.tokens) and self.tokens[-1].kind == "break"
        begins = lined and self._operates_inside(partner)
        if is_operand_end(self._last()) and not begins:
            self._skip_remark(partner)
        elif self._goes_on(partner):
            self._extend(partner)
            self.position = partner
        else:
            self._begin_group(partner)

    def _skip_remark(self, partner: int) -> None:
        """Leave out a remark behind a complete operand, like "(dalam %)"."""
        inside = self.text[self.atoms[self.position].end : self.atoms[partner].start]
        if self._operates_inside(partner) and not _FIGURES.fullmatch(inside):
            raise Doubt("dua bagian rumus bersebelahan tanpa tanda hitung di antaranya")
        if LIMIT.search(inside):
            raise Doubt(f"di belakang rumus ada batas nilai: {inside}")
        self.percent = self.percent or is_percent_note(inside)
        self.position = partner

    def _operates_inside(self, partner: int) -> bool:
        """Tell whether something is computed between a parenthesis and its partner."""
        return any(
            self.atoms[index].text in _SURE
            or is_times(self.atoms, index)
            or find_operation(self.atoms, index)
            or (self.atoms[index].text == "/" and any(self.atoms[index].spaced))
            for index in range(self.position + 1, partner)
        )

    def _divides_inside(self, partner: int) -> bool:
        """Tell whether what stands in a parenthesis is a quotient, not two things in a list."""
        inside = range(self.position + 1, partner)
        scaled = any(is_times(self.atoms, index) for index in inside)
        return self.divided and any(
            find_operation(self.atoms, index) == "/"
            or (
                self.atoms[index].text in {"/", ":", "÷"}
                and (scaled or is_counted(self.atoms, index))
            )
            for index in inside
        )

    def _multiplies_inside(self, partner: int) -> bool:
        """Tell whether two names are multiplied between a parenthesis and its partner."""
        return any(
            (self.atoms[index].text == "×" or is_times(self.atoms, index))
            and not self.atoms[index + 1].text[0].isdigit()
            for index in range(self.position + 1, partner)
        )

    def _explains(self, partner: int) -> bool:
        """Tell whether nothing but several words stands in parentheses."""
        inside = self.atoms[self.position + 1 : partner]
        return len(inside) > 1 and all(
            atom.kind == "word" and index not in self.partners and atom.lower != "x"
            for index, atom in enumerate(inside, start=self.position + 1)
        )

    def _goes_on(self, partner: int) -> bool:
        """Tell whether a name goes on behind a parenthesis that it begins with."""
        behind = self.atoms[partner + 1 : partner + 2]
        if not behind or behind[0].kind in {"sign", "line", "bar"} or behind[0].text == ".":
            return False
        if self._operates_inside(partner):
            return False
        index = partner + 1
        operates = is_times(self.atoms, index) or find_operation(self.atoms, index)
        return not operates and find_glued_factor(behind[0].text.rstrip(".,")) is None

    def _open_sum(self, partner: int) -> None:
        if self._operates_inside(partner):
            raise Doubt("penjumlahan Σ atas daftar yang tidak disebutkan satu per satu")
        self.pending = (self.position + 1, partner - 1)
        self.breaks = [self.position]
        self.position = partner

    def _begin_group(self, partner: int) -> None:
        self.groups.append(partner)
        if len(self.groups) > MAXIMUM_NESTING:
            raise Doubt("tanda kurung bersarang terlalu dalam")
        self.tokens.append(Token("("))

    def _close(self) -> None:
        self._flush()
        if self.groups and self.groups[-1] == self.position:
            self.groups.pop()
            self.tokens.append(Token(")"))
        elif self.position == self.unopened and is_operated(self.tokens):
            self._open_before()

    def _open_before(self) -> None:
        """Close a parenthesis that nobody opened: it opens where the formula begins."""
        begin = max(
            (i + 1 for i, token in enumerate(self.tokens) if token.kind in {"=", "stop"}), default=0
        )
        self.tokens.insert(begin, Token("("))
        self.tokens.append(Token(")"))
        self.evidence.append("kurung tutup tanpa kurung buka: kurung buka dianggap di awal rumus")
