"""The registry of capaian rules, filled with those of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.formula import Registry
from iku.scoring.rules import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    KedekatanTarget,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    SelisihBertanda,
    SkorPredikat,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    Tonggak,
)

if TYPE_CHECKING:
    from iku.typing import CapaianRule

registry: Final[Registry[CapaianRule]] = Registry(
    what="capaian rule",
    group="iku.capaian",
    members=("lower",),
    builtin=(
        RealisasiPerTarget,
        DuaTargetMinusRealisasi,
        TargetPerRealisasi,
        KedekatanTarget,
        SelisihBertanda,
        RentangTarget,
        AmbangTarget,
        TercapaiAtauTidak,
        SkorPredikat,
        Tonggak,
        NilaiBerjenjang,
        EkspresiCapaian,
        AturanMenurutPolaritas,
        AturanMenurutTarget,
    ),
)
"""
The capaian rules of this process, by tag.

>>> registry.find("realisasi_per_target").__name__
'RealisasiPerTarget'
"""
