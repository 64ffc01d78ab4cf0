"""The error for rules that only know row by row what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.errors import FrameError, quote

if TYPE_CHECKING:
    from iku.typing import CapaianRule


def refuse_rule(rule: CapaianRule, what: str) -> FrameError:
    """Make the error that names the rule."""
    return FrameError(
        "unsupported-rule",
        found=f"{quote(rule.tipe)}, {what}",
        expected="a rule that is a tree, or one of the library's own",
        repair="compute its rows with iku.compute_capaian",
        location=("rule",),
    )
