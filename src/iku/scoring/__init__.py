"""How well it went: capaian under named rules."""

from __future__ import annotations

from iku.scoring.builtin import registry
from iku.scoring.capaian import Capaian, compute_capaian
from iku.scoring.rules import DuaTargetMinusRealisasi, RealisasiPerTarget

__all__ = [
    "Capaian",
    "DuaTargetMinusRealisasi",
    "RealisasiPerTarget",
    "compute_capaian",
    "registry",
]
