"""What capaian rules are made of: limits, rules inside rules, and terms that many share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import attrs

from iku._attrs import checked
from iku._checks import one, optional, wrong_type
from iku.angka import Angka
from iku.errors import ScoringError
from iku.tree import Constant, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.typing import CapaianRule

HUNDRED: Final = Constant(Angka("100"))
"""The factor that makes a share a percentage."""
ONE: Final = Constant(Angka("1"))
"""One whole."""
TWO: Final = Constant(Angka("2"))
"""Twice."""
TARGET: Final = Variable("target")
"""What was to be reached."""
REALISASI: Final = Variable("realisasi")
"""What was reached."""

LIMIT: Final = optional(one(Angka))
"""Field metadata: a floor or a cap, or None for none."""

MAXIMUM_NESTING: Final = 8
"""Rules inside each other; a rule for everything needs four."""


def is_rule(value: object) -> bool:
    """Tell whether a value is a capaian rule, by what its class has; a formula has variables."""
    kind = type(value)
    return hasattr(kind, "tipe") and hasattr(kind, "lower") and not hasattr(kind, "variables")


def collect_parts(rule: object) -> tuple[CapaianRule, ...]:
    """Name the rules that stand directly inside a rule."""
    kind = type(rule)
    if not attrs.has(kind):
        return ()
    values = (getattr(rule, each.name) for each in attrs.fields(kind))
    return tuple(cast("CapaianRule", value) for value in values if is_rule(value))


def walk_rules(rule: CapaianRule) -> Iterator[CapaianRule]:
    """Walk a rule and all rules inside it."""
    yield rule
    for part in collect_parts(rule):
        yield from walk_rules(part)


def _measure_nesting(rule: CapaianRule) -> int:
    return 1 + max(map(_measure_nesting, collect_parts(rule)), default=0)


def check_rule(value: object) -> CapaianRule:
    """
    Take a capaian rule that is not nested too deep to stand inside another.

    Raises:
        DomainError: `wrong-type`.
        ScoringError: `bad-aturan`.
    """
    if not is_rule(value):
        raise wrong_type(value, "a capaian rule, like RealisasiPerTarget()")
    rule = cast("CapaianRule", value)
    if _measure_nesting(rule) >= MAXIMUM_NESTING:
        raise refuse_aturan(
            f"rules {MAXIMUM_NESTING + 1} deep",
            f"at most {MAXIMUM_NESTING} inside each other",
            "leave out the rules that only hand over to the next",
        )
    return rule


RULE: Final = checked(check_rule)
"""Field metadata: a capaian rule."""


def refuse_aturan(found: str, expected: str, repair: str) -> ScoringError:
    """Make the error for a rule whose parts do not fit together."""
    return ScoringError("bad-aturan", found=found, expected=expected, repair=repair)


def check_limits(minimum: Angka | None, maksimum: Angka | None, *, reaches: Angka | None) -> None:
    """
    Refuse a floor above the cap, and limits that cut off what meeting the target gives.

    Raises:
        ScoringError: `bad-aturan`.
    """
    if minimum is not None and maksimum is not None and minimum.nilai > maksimum.nilai:
        raise refuse_aturan(
            f"a floor of {minimum} above a cap of {maksimum}",
            "a floor that is not above the cap",
            "exchange the two",
        ).under("maksimum")
    if reaches is None:
        return
    if maksimum is not None and maksimum.nilai < reaches.nilai:
        raise refuse_aturan(
            f"a cap of {maksimum}",
            f"a cap of {reaches} or more, which is a target that is met",
            "raise the cap, or leave it out",
        ).under("maksimum")
    if minimum is not None and minimum.nilai > reaches.nilai:
        raise refuse_aturan(
            f"a floor of {minimum}",
            f"a floor of {reaches} or less, which is a target that is met",
            "lower the floor, or leave it out",
        ).under("minimum")
