"""
Hypothesis strategies for every value of the model, the whole legal range by default.

Arguments are keyword-only and narrow what is generated.

>>> from hypothesis import given
>>> @given(target())
... def check(made):
...     assert made.asal is None or made.asal.baris != 0
>>> check()
"""

from __future__ import annotations

from iku.testing._formula import ekspresi, formula
from iku.testing._nilai import angka, kosong, nilai, periode, satuan, skala
from iku.testing._noun import data, realisasi, target
from iku.testing._rujukan import (
    asal,
    dasar_hukum,
    penandatangan,
    perangkat_daerah,
    rujukan,
    sumber_data,
    tautan,
    temuan,
)
from iku.testing._rules import aturan_capaian
from iku.testing._text import bilangan_json, kode, tambahan, teks
from iku.testing._whole import dokumen, indikator, penjelasan, sasaran, tujuan, variabel

__all__ = [
    "angka",
    "asal",
    "aturan_capaian",
    "bilangan_json",
    "dasar_hukum",
    "data",
    "dokumen",
    "ekspresi",
    "formula",
    "indikator",
    "kode",
    "kosong",
    "nilai",
    "penandatangan",
    "penjelasan",
    "perangkat_daerah",
    "periode",
    "realisasi",
    "rujukan",
    "sasaran",
    "satuan",
    "skala",
    "sumber_data",
    "tambahan",
    "target",
    "tautan",
    "teks",
    "temuan",
    "tujuan",
    "variabel",
]
