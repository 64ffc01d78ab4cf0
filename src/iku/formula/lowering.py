"""
From formula to tree, with plug-ins kept at arm's length.

Whatever a foreign class does wrong becomes one error that names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.domain.satuan import Satuan
from iku.errors import FormulaError, PluginError, quote
from iku.tree import Unlowered, is_expression
from iku.typing import FixedSatuan

if TYPE_CHECKING:
    from iku.tree import Expression
    from iku.typing import CapaianRule, Formula


def lower_formula(formula: Formula | CapaianRule) -> Expression | Unlowered:
    """
    Ask a formula or capaian rule for its tree, and check the answer.

    Raises:
        FormulaError: `wrong-type`, for a value that does not lower at all.
        PluginError: `plugin-failed`, when lowering raised or gave something else.
    """
    lower = getattr(formula, "lower", None)
    # Text has a method of that name as well, but no tag.
    if lower is None or not hasattr(formula, "tipe") or isinstance(formula, type):
        raise FormulaError(
            "wrong-type",
            found=quote(formula),
            expected="a formula or rule, like Persentase(...)",
            repair="read text with iku.parse_formula",
        )
    try:
        pohon: object = lower()
    except Exception as error:
        raise _failed(formula, f"raised {type(error).__name__}") from error
    if is_expression(pohon) or isinstance(pohon, Unlowered):
        return pohon
    raise _failed(formula, f"gave {quote(pohon)}")


def read_satuan(formula: Formula | CapaianRule) -> Satuan | None:
    """Take the unit that a formula gives its values whatever its variables are, if any."""
    return Satuan(formula.satuan) if isinstance(formula, FixedSatuan) else None


def _failed(formula: object, what: str) -> PluginError:
    tag = getattr(formula, "tipe", type(formula).__name__)
    return PluginError(
        "plugin-failed",
        found=f"lowering {quote(tag)} {what}",
        expected="an expression, or Unlowered with the reason",
        repair=f"correct {type(formula).__name__}.lower",
    )
