"""
From formula to tree, with plug-ins kept at arm's length.

Whatever a foreign class does wrong becomes one error that names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard, cast

from iku._checks import wrong_type
from iku.domain.satuan import Satuan
from iku.errors import FormulaError, PluginError, quote
from iku.formula.evaluation.alasan import KodeAlasan
from iku.tree import Unlowered, Variable, collect_inputs, is_expression

if TYPE_CHECKING:
    from iku.tree import Expression, Input
    from iku.typing import CapaianRule, Evaluating, Formula


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
        raise FormulaError.wrong_type(
            formula,
            "a formula or rule, like Persentase(...)",
            repair="read text with iku.parse_formula",
        )
    try:
        pohon: object = lower()
    except Exception as error:
        raise _failed(formula, f"raised {type(error).__name__}") from error
    if is_expression(pohon) or isinstance(pohon, Unlowered):
        return pohon
    raise _failed(formula, f"gave {quote(pohon)}")


def lower_or_blame(formula: Formula) -> Expression | Unlowered:
    """
    Ask a formula for its tree; a plug-in that fails gives the reason that it did.

    Raises:
        FormulaError: `wrong-type`, for a value that does not lower at all.
    """
    try:
        pohon = lower_formula(formula)
        find_inputs(formula, pohon)
        read_satuan(formula)
    except PluginError:
        return Unlowered(
            kode=KodeAlasan.PLUGIN_GAGAL,
            message=f"plug-in {quote(formula.tipe)} gagal menyusun rumusnya",
            detail=quote(formula.tipe),
        )
    return pohon


def is_evaluating(formula: Formula | None, pohon: Expression | Unlowered) -> TypeGuard[Evaluating]:
    """Tell whether a formula has no tree and computes its value itself."""
    return (
        isinstance(pohon, Unlowered)
        and pohon.kode != KodeAlasan.PLUGIN_GAGAL
        and callable(getattr(type(formula), "evaluate", None))
    )


def find_inputs(formula: Formula | None, pohon: Expression | Unlowered) -> tuple[Input, ...]:
    """
    Name what a formula takes from the data: what its tree holds, or else what it declares.

    Raises:
        PluginError: `plugin-failed`, when what a plug-in declares is no tuple of kode.
    """
    if not isinstance(pohon, Unlowered):
        return collect_inputs(pohon)
    if not is_evaluating(formula, pohon):
        return ()
    try:
        return _take_declared(formula.variables)
    except Exception as error:
        raise _failed(formula, f"raised {type(error).__name__}", "variables") from error


def _take_declared(declared: object) -> tuple[Input, ...]:
    if not isinstance(declared, tuple):
        raise wrong_type(declared, "a tuple of kode")
    return tuple(dict.fromkeys(Variable(kode) for kode in cast("tuple[str, ...]", declared)))


def read_satuan(formula: Formula | CapaianRule) -> Satuan | None:
    """
    Take the unit that a formula gives its values whatever its variables are, if any.

    Raises:
        PluginError: `plugin-failed`, when what a plug-in gives is no unit.
    """
    try:
        satuan: object = getattr(formula, "satuan", None)
        return satuan if isinstance(satuan, Satuan | None) else Satuan(cast("str", satuan))
    except Exception as error:
        raise _failed(formula, f"raised {type(error).__name__}", "satuan") from error


_EXPECTED: Final = {
    "lower": "an expression, or Unlowered with the reason",
    "variables": "a tuple of kode",
    "satuan": "a unit as it is printed",
}


def _failed(formula: object, what: str, member: str = "lower") -> PluginError:
    tag = getattr(formula, "tipe", type(formula).__name__)
    asked = "lowering" if member == "lower" else f"asking for the {member} of"
    return PluginError(
        "plugin-failed",
        found=f"{asked} {quote(tag)} {what}",
        expected=_EXPECTED[member],
        repair=f"correct {type(formula).__name__}.{member}",
    )
