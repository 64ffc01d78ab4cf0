"""The rules of the readers: what each code of a Temuan means."""

from __future__ import annotations

from typing import Final

from iku.reading.rules.doubts import DOUBTS
from iku.reading.rules.files import FILES
from iku.reading.rules.rule import MORE, Rule
from iku.reading.rules.tables import TABLES

__all__ = ["MORE", "RULES", "Rule"]

RULES: Final[dict[str, Rule]] = dict(sorted((TABLES | DOUBTS | FILES).items()))
"""Every code of the readers. The wording is not API, the codes are."""
