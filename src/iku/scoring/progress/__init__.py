"""On the way: quarters against the year, years against each other and against the end."""

from __future__ import annotations

from iku.scoring.progress.changes import Perubahan, compute_perubahan
from iku.scoring.progress.gap import Jarak, compute_jarak
from iku.scoring.progress.quarters import Kemajuan, compute_kemajuan
from iku.scoring.progress.years import Tren, compute_perubahan_indikator, compute_tren

__all__ = [
    "Jarak",
    "Kemajuan",
    "Perubahan",
    "Tren",
    "compute_jarak",
    "compute_kemajuan",
    "compute_perubahan",
    "compute_perubahan_indikator",
    "compute_tren",
]
