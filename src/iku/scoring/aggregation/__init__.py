"""Many values, one value: capaian of a Sasaran, of a Tujuan, of a document."""

from __future__ import annotations

from iku.scoring.aggregation.aggregating import aggregate
from iku.scoring.aggregation.agregat import Agregat
from iku.scoring.aggregation.butir import Butir, CaraAgregasi, SaatBatas
from iku.scoring.aggregation.dokumen import AgregatDokumen, DasarAgregasi, aggregate_dokumen

__all__ = [
    "Agregat",
    "AgregatDokumen",
    "Butir",
    "CaraAgregasi",
    "DasarAgregasi",
    "SaatBatas",
    "aggregate",
    "aggregate_dokumen",
]
