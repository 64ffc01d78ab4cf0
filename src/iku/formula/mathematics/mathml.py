"""
Mathematics in MathML, which browsers draw by themselves.

Only elements of MathML Core and no script, style or link; every name passes
`escape_xml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.formula.mathematics.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.tree import Expression, Unlowered

_ESCAPES: Final[Mapping[int, str]] = str.maketrans(
    {
        **{character: f"&#{ord(character)};" for character in "&<>\"'`"},
        # No XML may hold these two, not even as references.
        **dict.fromkeys("\ufffe\uffff", "\ufffd"),
    }
)
_APPLY: Final = "<mo>&#x2061;</mo>"


def write_mathml(pohon: Expression | Unlowered, *, percent: bool = False) -> str:
    """
    Write a tree as one MathML element, for a page as it is.

    >>> from iku.tree import Divide, Variable
    >>> text = write_mathml(Divide(numerator=Variable("A"), denominator=Variable("B")))
    >>> text.partition(">")[2]
    '<mfrac><mi>A</mi><mi>B</mi></mfrac></math>'
    """
    return lay_out(pohon, _MathML(), percent=percent)


def escape_xml(text: str) -> str:
    """
    Write text so that XML and HTML hold just that text.

    >>> escape_xml("</math><script>")
    '&#60;/math&#62;&#60;script&#62;'
    """
    return text.translate(_ESCAPES)


class _MathML:
    def write_number(self, digits: str) -> str:
        return f"<mn>{digits}</mn>"

    def write_percent(self, digits: str) -> str:
        return f"<mn>{digits}%</mn>"

    def write_name(self, kode: str) -> str:
        element = "mi" if len(kode.split()) == 1 else "mtext"
        return f"<{element}>{escape_xml(kode)}</{element}>"

    def write_period(self, name: str, steps: int) -> str:
        earlier = f"<mrow><mi>t</mi><mo>−</mo><mn>{steps}</mn></mrow>" if steps else "<mi>t</mi>"
        return f"<msub>{name}{earlier}</msub>"

    def write_negative(self, operand: str) -> str:
        return f"<mrow><mo>−</mo>{operand}</mrow>"

    def write_row(self, operator: str, operands: Sequence[str]) -> str:
        return f"<mrow>{f'<mo>{operator}</mo>'.join(operands)}</mrow>"

    def write_fraction(self, above: str, below: str) -> str:
        return f"<mfrac>{above}{below}</mfrac>"

    def write_power(self, base: str, exponent: str) -> str:
        number = f"<mn>{exponent.lstrip('−')}</mn>"
        raised = self.write_negative(number) if exponent.startswith("−") else number
        return f"<msup>{base}{raised}</msup>"

    def write_root(self, inside: str, degree: int) -> str:
        if degree == 2:
            return f"<msqrt>{inside}</msqrt>"
        return f"<mroot>{inside}<mn>{degree}</mn></mroot>"

    def write_call(self, name: str, operands: Sequence[str]) -> str:
        inside = "<mo>;</mo>".join(operands)
        return f"<mrow><mi>{name}</mi>{_APPLY}{self.write_parentheses(inside)}</mrow>"

    def write_parentheses(self, inside: str) -> str:
        return f"<mrow><mo>(</mo>{inside}<mo>)</mo></mrow>"

    def write_words(self, text: str) -> str:
        return f"<mtext>{escape_xml(text)}</mtext>"

    def finish(self, whole: str) -> str:
        namespace = "http://www.w3.org/1998/Math/MathML"
        return f'<math xmlns="{namespace}" display="block">{whole}</math>'
