"""Named formulas: the shapes that documents use again and again."""

from __future__ import annotations

from iku.formula.named._terms import MAXIMUM_KOMPONEN, MAXIMUM_SUKU
from iku.formula.named.changes import BasisPertumbuhan, PersentasePenurunan, Pertumbuhan
from iku.formula.named.ikm import UNSUR, IndeksKepuasanMasyarakat
from iku.formula.named.indices import IndeksKomposit, KomponenIndeks, MetodeIndeks
from iku.formula.named.ipm import IPM, AcuanIPM
from iku.formula.named.ratios import Laju, Persentase, Rasio
from iku.formula.named.sums import Jumlah, RataRata, Selisih
from iku.formula.named.weighted import KomponenTertimbang, NilaiAKIP, RataTertimbang

__all__ = [
    "IPM",
    "MAXIMUM_KOMPONEN",
    "MAXIMUM_SUKU",
    "UNSUR",
    "AcuanIPM",
    "BasisPertumbuhan",
    "IndeksKepuasanMasyarakat",
    "IndeksKomposit",
    "Jumlah",
    "KomponenIndeks",
    "KomponenTertimbang",
    "Laju",
    "MetodeIndeks",
    "NilaiAKIP",
    "Persentase",
    "PersentasePenurunan",
    "Pertumbuhan",
    "Rasio",
    "RataRata",
    "RataTertimbang",
    "Selisih",
]
