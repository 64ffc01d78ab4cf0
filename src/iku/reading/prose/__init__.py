"""
The sentences by which officials say how an indicator is measured, read into formulas.

A reading proposes; it never guesses. What can be read in two ways stays prose,
with both readings beside it.
"""

from __future__ import annotations

from iku.reading.prose.formulasi import MAXIMUM_FORMULA, parse_formulasi
from iku.reading.prose.pembacaan import Pembacaan
from iku.reading.prose.text.normalising import MAXIMUM_PROSE

__all__ = ["MAXIMUM_FORMULA", "MAXIMUM_PROSE", "Pembacaan", "parse_formulasi"]
