"""The registry of capaian rules, filled with those of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.formula import Registry
from iku.scoring.rules import DuaTargetMinusRealisasi, RealisasiPerTarget

if TYPE_CHECKING:
    from iku.typing import CapaianRule

registry: Final[Registry[CapaianRule]] = Registry(
    what="capaian rule",
    group="iku.capaian",
    members=("lower",),
    builtin=(RealisasiPerTarget, DuaTargetMinusRealisasi),
)
"""
The capaian rules of this process, by tag.

>>> registry.tags
('dua_target_minus_realisasi', 'realisasi_per_target')
"""
