"""
What can be computed: formulas as values, their grammar, and exact evaluation.

A formula lowers to one small tree (`iku.tree`); evaluation, the trace and the
written forms are functions over that tree.
"""

from __future__ import annotations

from iku.formula.builtin import registry
from iku.formula.compiling import compile
from iku.formula.ekspresi import Ekspresi, parse_formula, render_formula
from iku.formula.evaluation.alasan import Alasan, KodeAlasan
from iku.formula.evaluation.dokumen import evaluate_dokumen
from iku.formula.evaluation.evaluator import evaluate
from iku.formula.evaluation.hasil import Hasil
from iku.formula.evaluation.masukan import Masukan
from iku.formula.evaluation.seri import Seri
from iku.formula.evaluation.together import KumpulanHasil, evaluate_formulas
from iku.formula.named import (
    IPM,
    AcuanIPM,
    BasisPertumbuhan,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    Jumlah,
    KomponenIndeks,
    KomponenTertimbang,
    Laju,
    MetodeIndeks,
    NilaiAKIP,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    RataRata,
    RataTertimbang,
    Selisih,
)
from iku.formula.plugins import Registry
from iku.formula.satuan_check import check_satuan
from iku.formula.uncomputed import FormulaTakDikenal, Langsung, Narasi

__all__ = [
    "IPM",
    "AcuanIPM",
    "Alasan",
    "BasisPertumbuhan",
    "Ekspresi",
    "FormulaTakDikenal",
    "Hasil",
    "IndeksKepuasanMasyarakat",
    "IndeksKomposit",
    "Jumlah",
    "KodeAlasan",
    "KomponenIndeks",
    "KomponenTertimbang",
    "KumpulanHasil",
    "Laju",
    "Langsung",
    "Masukan",
    "MetodeIndeks",
    "Narasi",
    "NilaiAKIP",
    "Persentase",
    "PersentasePenurunan",
    "Pertumbuhan",
    "Rasio",
    "RataRata",
    "RataTertimbang",
    "Registry",
    "Selisih",
    "Seri",
    "check_satuan",
    "compile",
    "evaluate",
    "evaluate_dokumen",
    "evaluate_formulas",
    "parse_formula",
    "registry",
    "render_formula",
]
