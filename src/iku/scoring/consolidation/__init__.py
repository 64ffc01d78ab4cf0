"""From the parts of a period to the whole, and what speaks of a period at all."""

from __future__ import annotations

from iku.scoring.consolidation.cumulative import convert_to_bagian, convert_to_kumulatif
from iku.scoring.consolidation.disagreement import Perbedaan
from iku.scoring.consolidation.joining import HasilKonsolidasi, compute_konsolidasi
from iku.scoring.consolidation.whole import NilaiPeriode

__all__ = [
    "HasilKonsolidasi",
    "NilaiPeriode",
    "Perbedaan",
    "compute_konsolidasi",
    "convert_to_bagian",
    "convert_to_kumulatif",
]
