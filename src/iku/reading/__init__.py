"""
Files that officials write, read into documents: `read` and `read_text`.

A front end for a kind of file makes a grid of cells with their places
(`iku.reading.grid`); everything behind it works on the grid.
"""

from __future__ import annotations

from iku.reading.bacaan import Bacaan
from iku.reading.files import read, read_text

__all__ = ["Bacaan", "read", "read_text"]
