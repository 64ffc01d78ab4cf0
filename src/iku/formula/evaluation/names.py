"""What the sentence of a reason names: variables, or expressions over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.formula.notation import write_official
from iku.tree import Add, Divide, Multiply, Negate, Power, Subtract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.tree import Expression
    from iku.typing import Language

_OPERATIONS: Final = (Add, Subtract, Multiply, Divide, Power, Negate)
"""What stands in parentheses inside a sentence."""

_LONGEST: Final = 160
"""Characters of expressions that still read well inside a sentence."""


def write_names(
    variabel: tuple[str, ...], ekspresi: tuple[Expression, ...], language: Language
) -> str:
    """
    Name variables, or in their place the expressions over them that are at fault.

    Expressions that are too long to be read in a sentence are only said to be
    computed from the variables.

    >>> write_names(("PDRB", "NTB"), (), "id"), write_names((), (), "en")
    ('PDRB dan NTB', 'a constant')
    >>> from iku.tree import Variable
    >>> write_names(("A",), (Negate(Variable("A")),), "id")
    '(−A)'
    """
    named = _list_names(variabel, language)
    if not ekspresi:
        return named
    written = _list_names([_write_operand(each, language) for each in ekspresi], language)
    if len(written) <= _LONGEST:
        return written
    return f"hasil hitungan dari {named}" if language == "id" else f"what is computed from {named}"


def _list_names(names: Sequence[str], language: Language) -> str:
    constant, conjunction = ("tetapan", "dan") if language == "id" else ("a constant", "and")
    *first, last = names or (constant,)
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def _write_operand(operand: Expression, language: Language) -> str:
    text = write_official(operand, language=language)
    return f"({text})" if isinstance(operand, _OPERATIONS) else text
