"""Mathematics in LaTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.formula.mathematics.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.tree import Expression, Unlowered

_ESCAPES: Final[Mapping[int, str]] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{character: f"\\{character}" for character in "{}$&#_%"},
    }
)
_LIGATURE: Final = re.compile("(?<=[-`'!?,])(?=[-`'])")
"""Two of these become one sign: `--` a dash, `` `` `` a quotation mark."""
_OPERATORS: Final = {"+": "+", "−": "-", "×": r"\times"}


def write_latex(pohon: Expression | Unlowered, *, percent: bool = False) -> str:
    r"""
    Write a tree in LaTeX, for the inside of a formula; it needs `amsmath`.

    >>> from iku.tree import Divide, Variable
    >>> print(write_latex(Divide(numerator=Variable("A"), denominator=Variable("PDRB"))))
    \frac{A}{\text{PDRB}}
    """
    return lay_out(pohon, _Latex(), percent=percent)


def escape_latex(text: str) -> str:
    r"""
    Write text so that LaTeX shows just that text.

    >>> print(escape_latex(r"\input{x} 5%"))
    \textbackslash{}input\{x\} 5\%
    """
    return _LIGATURE.sub("{}", " ".join(text.split()).translate(_ESCAPES))


class _Latex:
    def write_number(self, digits: str) -> str:
        # A bare comma would be followed by a space, as between operands.
        return digits.replace(",", "{,}")

    def write_percent(self, digits: str) -> str:
        return rf"{digits}\%"

    def write_name(self, kode: str) -> str:
        letter = len(kode) == 1 and kode.isascii() and kode.isalpha()
        return kode if letter else self.write_words(kode)

    def write_period(self, name: str, steps: int) -> str:
        return f"{name}_{{t-{steps}}}" if steps else f"{name}_{{t}}"

    def write_negative(self, operand: str) -> str:
        return f"-{operand}"

    def write_row(self, operator: str, operands: Sequence[str]) -> str:
        return f" {_OPERATORS[operator]} ".join(operands)

    def write_fraction(self, above: str, below: str) -> str:
        return rf"\frac{{{above}}}{{{below}}}"

    def write_power(self, base: str, exponent: str) -> str:
        return f"{base}^{{{exponent.replace('−', '-')}}}"

    def write_root(self, inside: str, degree: int) -> str:
        shown = "" if degree == 2 else f"[{degree}]"
        return rf"\sqrt{shown}{{{inside}}}"

    def write_call(self, name: str, operands: Sequence[str]) -> str:
        return rf"\{name}" + self.write_parentheses("; ".join(operands))

    def write_parentheses(self, inside: str) -> str:
        return rf"\left({inside}\right)"

    def write_words(self, text: str) -> str:
        return rf"\text{{{escape_latex(text)}}}"

    def finish(self, whole: str) -> str:
        return whole
