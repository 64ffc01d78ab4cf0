"""How large a tree may be, and the checks that need no node."""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.errors import FormulaError, quote

MAXIMUM_NODES: Final = 512
"""No tree has more nodes, each occurrence counted."""

MAXIMUM_DEPTH: Final = 32
"""No path from the root to a leaf has more nodes, both ends counted."""

MAXIMUM_EXPONENT: Final = 64
"""No power has an exponent further from zero."""

MAXIMUM_STEPS: Final = 120
"""Nothing looks further back, in periods: ten years of months."""


def check_angka(value: object) -> Angka:
    """
    Take the number of a constant.

    Raises:
        FormulaError: `wrong-type`.
    """
    if not isinstance(value, Angka):
        raise FormulaError.wrong_type(
            value, "an Angka", repair='wrap the digits: Constant(Angka("100"))'
        )
    return value


def check_exponent(value: object) -> int:
    """
    Take the exponent of a power.

    Raises:
        FormulaError: `bad-exponent`.
    """
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MAXIMUM_EXPONENT:
        raise FormulaError(
            "bad-exponent",
            found=quote(value),
            expected=f"a whole number from -{MAXIMUM_EXPONENT} to {MAXIMUM_EXPONENT}",
            repair="write a small constant exponent, or another formula",
        )
    return value


def check_steps(value: object) -> int:
    """
    Take the number of periods to look back.

    Raises:
        FormulaError: `bad-steps`.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MAXIMUM_STEPS:
        raise FormulaError(
            "bad-steps",
            found=quote(value),
            expected=f"a whole number from 1 to {MAXIMUM_STEPS}",
            repair="count back the periods: 1 is the one before, 4 the same quarter last year",
        )
    return value


def refuse_beyond(code: str, found: str, limit: int) -> FormulaError:
    """Make the error for a tree beyond a limit."""
    return FormulaError(
        code,
        found=f"a formula {found}",
        expected=f"at most {limit}",
        repair="compute a part of it as a variable of its own",
    )
