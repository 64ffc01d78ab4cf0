"""
What a document says: one module for each noun, nothing that needs a regulation.

Every class is an immutable value; see `iku.domain.dokumen.Dokumen` for the
whole and `iku.domain.nilai` for what a target can be.
"""

from __future__ import annotations

from iku.domain.asal import Asal, Temuan, TingkatTemuan
from iku.domain.dokumen import FORMAT, Dokumen, JenisDokumen, Simpul, Versi
from iku.domain.indikator import Indikator, JenisCascading, Konsolidasi, Polaritas, Tautan
from iku.domain.nilai import (
    Ambang,
    Kategori,
    Kosong,
    Nilai,
    Pembanding,
    Rentang,
    SebabKosong,
)
from iku.domain.parsing import find_satuan, parse_nilai
from iku.domain.penjelasan import Penjelasan
from iku.domain.perangkat_daerah import Pemda, Penandatangan, PerangkatDaerah
from iku.domain.periode import JenisPeriode, Periode
from iku.domain.periode_text import parse_periode
from iku.domain.rujukan import (
    DasarHukum,
    JenisPeraturan,
    Rujukan,
    StatusRujukan,
    SumberData,
)
from iku.domain.rujukan_text import find_dasar_hukum, parse_dasar_hukum
from iku.domain.satuan import JenisSatuan, Satuan
from iku.domain.skala import Predikat, Skala, Tepi
from iku.domain.tambahan import BilanganJson, Tambahan
from iku.domain.target import Data, Kondisi, Pagu, Realisasi, Target, Variabel
from iku.domain.tujuan import Misi, Sasaran, Tujuan, Visi

__all__ = [
    "FORMAT",
    "Ambang",
    "Asal",
    "BilanganJson",
    "DasarHukum",
    "Data",
    "Dokumen",
    "Indikator",
    "JenisCascading",
    "JenisDokumen",
    "JenisPeraturan",
    "JenisPeriode",
    "JenisSatuan",
    "Kategori",
    "Kondisi",
    "Konsolidasi",
    "Kosong",
    "Misi",
    "Nilai",
    "Pagu",
    "Pembanding",
    "Pemda",
    "Penandatangan",
    "Penjelasan",
    "PerangkatDaerah",
    "Periode",
    "Polaritas",
    "Predikat",
    "Realisasi",
    "Rentang",
    "Rujukan",
    "Sasaran",
    "Satuan",
    "SebabKosong",
    "Simpul",
    "Skala",
    "StatusRujukan",
    "SumberData",
    "Tambahan",
    "Target",
    "Tautan",
    "Temuan",
    "Tepi",
    "TingkatTemuan",
    "Tujuan",
    "Variabel",
    "Versi",
    "Visi",
    "find_dasar_hukum",
    "find_satuan",
    "parse_dasar_hukum",
    "parse_nilai",
    "parse_periode",
]
