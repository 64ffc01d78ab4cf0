"""Capaian rules: how a realisasi is compared with its target, each under its own name."""

from __future__ import annotations

from iku.scoring.rules.composite import AturanMenurutPolaritas, AturanMenurutTarget
from iku.scoring.rules.deciding import TercapaiAtauTidak, Tonggak
from iku.scoring.rules.free import EkspresiCapaian
from iku.scoring.rules.graded import NilaiBerjenjang, Ruas
from iku.scoring.rules.kinds import Ketetapan, TargetNol
from iku.scoring.rules.nearness import KedekatanTarget, SelisihBertanda
from iku.scoring.rules.plain import (
    DuaTargetMinusRealisasi,
    RealisasiPerTarget,
    TargetPerRealisasi,
)
from iku.scoring.rules.shaped import AmbangTarget, RentangTarget, SkorPredikat
from iku.scoring.rules.unknown import AturanTakDikenal

__all__ = [
    "AmbangTarget",
    "AturanMenurutPolaritas",
    "AturanMenurutTarget",
    "AturanTakDikenal",
    "DuaTargetMinusRealisasi",
    "EkspresiCapaian",
    "KedekatanTarget",
    "Ketetapan",
    "NilaiBerjenjang",
    "RealisasiPerTarget",
    "RentangTarget",
    "Ruas",
    "SelisihBertanda",
    "SkorPredikat",
    "TargetNol",
    "TargetPerRealisasi",
    "TercapaiAtauTidak",
    "Tonggak",
]
