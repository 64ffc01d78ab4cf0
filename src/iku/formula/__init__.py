"""
What can be computed: formulas as values, their grammar, and exact evaluation.

A formula lowers to one small tree (`iku.tree`); evaluation, the trace and the
written forms are functions over that tree.
"""

from __future__ import annotations

from iku.formula.alasan import Alasan, KodeAlasan
from iku.formula.builtin import registry
from iku.formula.ekspresi import Ekspresi, parse_formula, render_formula
from iku.formula.evaluator import evaluate
from iku.formula.hasil import Hasil
from iku.formula.masukan import Masukan
from iku.formula.named import Jumlah, Persentase, Rasio
from iku.formula.plugins import Registry
from iku.formula.uncomputed import FormulaTakDikenal, Langsung, Narasi

__all__ = [
    "Alasan",
    "Ekspresi",
    "FormulaTakDikenal",
    "Hasil",
    "Jumlah",
    "KodeAlasan",
    "Langsung",
    "Masukan",
    "Narasi",
    "Persentase",
    "Rasio",
    "Registry",
    "evaluate",
    "parse_formula",
    "registry",
    "render_formula",
]
