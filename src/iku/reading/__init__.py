"""
Files that officials write, read into documents: `read` and `read_text`.

Their sentences are read into formulas by `parse_formulasi`.

A front end for a kind of file makes a grid of cells with their places
(`iku.reading.grid`); everything behind it works on the grid.
"""

from __future__ import annotations

from iku.reading.bacaan import Bacaan, FormulasiTerbaca, SelTerbaca
from iku.reading.files import read, read_text
from iku.reading.limits import Limits
from iku.reading.prose import Pembacaan, parse_formulasi

__all__ = [
    "Bacaan",
    "FormulasiTerbaca",
    "Limits",
    "Pembacaan",
    "SelTerbaca",
    "parse_formulasi",
    "read",
    "read_text",
]
