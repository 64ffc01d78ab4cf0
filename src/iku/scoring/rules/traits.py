"""
Traits: what a rule may say about itself besides its tree.

They are read by name, so a plug-in has them by declaring a field or a class
attribute of that name and type; what it does not declare has the default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from iku._attrs import frozen
from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.domain.rujukan import StatusRujukan
from iku.errors import PluginError, ScoringError, quote
from iku.scoring.rules.kinds import TargetNol
from iku.scoring.rules.parts import walk_rules

if TYPE_CHECKING:
    from iku.typing import CapaianRule

T = TypeVar("T")


@frozen(kw_only=True)
class Traits:
    """What a rule that compares two numbers says about itself."""

    minimum: Angka | None
    """The floor."""
    maksimum: Angka | None
    """The cap."""
    target_nol: TargetNol
    """What it answers where the target is zero."""
    target_bertanda: bool
    """Whether it says what a negative target means."""
    seratus_bila_sama: bool
    """Whether a target that is met exactly gives exactly 100."""
    polaritas: Polaritas | None
    """Which side of the target it takes to be better."""


_KINDS: Final[dict[str, tuple[type, object]]] = {
    "minimum": (Angka, None),
    "maksimum": (Angka, None),
    "target_nol": (TargetNol, TargetNol.TAK_TERDEFINISI),
    "target_bertanda": (bool, False),
    "seratus_bila_sama": (bool, False),
    "polaritas": (Polaritas, None),
    "status": (StatusRujukan, StatusRujukan.TERVERIFIKASI),
}
"""The type of each, and what holds where a rule does not say."""


def read_traits(rule: CapaianRule) -> Traits:
    """
    Read what a rule says about itself.

    Raises:
        PluginError: `plugin-failed`, when a plug-in gives something of another type.
    """
    return Traits(**{name: _read(rule, name) for name in _KINDS if name != "status"})  # type: ignore[arg-type]  # each was looked at


def _read(rule: CapaianRule, name: str) -> object:
    kind, default = _KINDS[name]
    try:
        value: object = getattr(rule, name, default)
    except Exception as error:
        raise _failed(rule, name, f"raised {type(error).__name__}") from error
    if isinstance(value, kind) or value is default:
        return value
    raise _failed(rule, name, f"gave {quote(value)}")


def _failed(rule: CapaianRule, name: str, what: str) -> PluginError:
    kind, default = _KINDS[name]
    return PluginError(
        "plugin-failed",
        found=f"asking for the {name} of {quote(rule.tipe)} {what}",
        expected=f"a value of {kind.__name__}{' or None' if default is None else ''}",
        repair=f"correct {type(rule).__name__}.{name}",
    )


def check_verified(rule: CapaianRule) -> None:
    """
    Refuse a rule that is unverified, or that holds one that is.

    Raises:
        ScoringError: `unverified-rule`.
        PluginError: `plugin-failed`.
    """
    for each in walk_rules(rule):
        if _read(each, "status") is StatusRujukan.BELUM_TERVERIFIKASI:
            raise ScoringError(
                "unverified-rule",
                found=f"{each.tipe}, of which no official text was read",
                expected="a rule with a source",
                repair="write allow_unverified=True if your office uses it",
                location=("rule",),
            )
