"""Extras: libraries that only some kinds of files need."""

from __future__ import annotations

from iku.errors import ReadingError


def refuse_missing(extra: str, needed: str) -> ReadingError:
    """Make the error for a kind of file whose library is not installed."""
    return ReadingError(
        "missing-extra",
        found=f"no library {needed}",
        expected=f"the extra {extra}",
        repair=f"pip install 'iku[{extra}]'",
    )
