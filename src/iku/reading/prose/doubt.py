"""What a reading answers with when the text cannot be read in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iku.tree import Expression


class Doubt(Exception):  # noqa: N818 - no fault of anybody: it never leaves this package
    """
    The text is a formula, but not one that can be told.

    It carries the reason as an Indonesian sentence, and what the text could mean.
    """

    def __init__(self, reason: str, *candidates: Expression) -> None:
        super().__init__(reason)
        self.reason = reason
        self.candidates = candidates
