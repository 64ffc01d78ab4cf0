"""Pembacaan: what a sentence of a document was understood as, and why."""

from __future__ import annotations

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import TEXTS, many, to_tuple, wrong_type
from iku.domain import Variabel
from iku.typing import Formula


def _check_formula(value: object) -> Formula:
    if not isinstance(value, Formula):
        raise wrong_type(value, "a formula, like Persentase(...)")
    return value


def _check_formulas(value: object) -> tuple[Formula, ...]:
    return tuple(_check_formula(item) for item in to_tuple(value, "formulas"))


@frozen(kw_only=True)
class Pembacaan:
    """
    Pembacaan (reading): the formula that a formulasi is understood as, and the evidence.

    It is a proposal. Where the sentence can mean several formulas, or none that
    can be computed, `formula` is `Narasi`, and what it could mean stands in `calon`.
    """

    formula: Formula = field(metadata=checked(_check_formula))
    """The formula; `Narasi` or `Langsung` where nothing can be computed."""
    bukti: tuple[str, ...] = field(default=(), metadata=TEXTS)
    """Bukti (evidence): what the reading rests on, in Indonesian sentences."""
    calon: tuple[Formula, ...] = field(default=(), metadata=checked(_check_formulas))
    """Calon (candidates): what the sentence could mean, where that cannot be told."""
    variabel: tuple[Variabel, ...] = field(default=(), metadata=many(Variabel))
    """The variables of the formula, with their full phrase and what the legend says of them."""
