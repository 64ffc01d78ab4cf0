"""
Fuzz the reading of prose, guided by coverage.

One target: any text, with or without indicator and satuan beside it, is read
with evidence, or refused with a code. What is read lowers to the same tree
once more, its variables are described, and its official text is read back
without an exception.

Atheris has no wheels for every Python and platform, so it is a group of its own:

    .venv/bin/pip install -q -e . --group fuzz
    .venv/bin/python fuzz/fuzz_prose.py -runs=1000000 -max_len=40 -timeout=5

The options go to libFuzzer; a finding is written to a file that can be given
back in the place of the options.
"""

from __future__ import annotations

import sys
from typing import Final

import atheris

with atheris.instrument_imports(include=["iku.reading.prose"]):
    from iku.errors import CODES, IkuError
    from iku.formula import render_formula
    from iku.formula.lowering import lower_formula
    from iku.reading import parse_formulasi
    from iku.tree import Unlowered

PIECES: Final = (
    *"()/:+-×÷=;^ΣxX%`\n ,.|·",
    *(" / ", " : ", " - ", " x ", "x100%", " x 100%", "1.000", "30%", "0,5", "12", "−5", "(n-1)"),
    *("jumlah ", "total ", "rata-rata", "rata-rata(", "ln(", " tahun n", " tahun n-1", " lalu"),
    *(" dibagi ", " dikali ", " ditambah ", " dikurangi ", " terhadap ", " dengan ", " dan "),
    *("perbandingan antara ", "persentase ", "selisih ", "adalah ", " per 1.000 penduduk"),
    *("Rumus: ", "Keterangan: ", "\nA = b", "\n1. ", "\n- ", "\n----\n", "____", "\\frac{", "}"),
    *("{", "_{", " meliputi : ", " bobot yang sama", "oleh BPS", "A", "Pt", "Pt-1", "KSP/USP"),
    *("[pic]", "é", " nilai dasar 25", " hasil tersebut dikonversi", "(dalam %)", "yang "),
    *("kumuh", "\u2028", "\u0344", "rata-rata dari:\n", " (40%)", "% ", "konstanta (100)"),
)  # fmt: skip
"""A byte stands for one of these, so that the fuzzer gets to whole formulas."""

BESIDE: Final = (
    (None, None),
    ("Persentase x", "%"),
    ("Indeks x", "indeks"),
    ("Rasio x", "per 1.000 penduduk"),
    ("Jumlah x", "hari"),
    ("Rata-rata pertumbuhan x", "Persen (%)"),
)


def check_text(data: bytes) -> None:
    """Read a text, and look at what was read."""
    head, body = data[:1], data[1:]
    indikator, satuan = BESIDE[head[0] % len(BESIDE)] if head else BESIDE[0]
    if head < b"\xc0":
        text = "".join(PIECES[byte % len(PIECES)] for byte in body)
    else:
        text = body.decode("utf-8", errors="replace")
    try:
        bacaan = parse_formulasi(text, indikator=indikator, satuan=satuan)
    except IkuError as error:
        assert error.code in CODES, error.code
        return
    assert bacaan.bukti, text
    described = {one.kode for one in bacaan.variabel}
    for formula in (bacaan.formula, *bacaan.calon):
        assert described.issuperset(formula.variables), text
        tree = lower_formula(formula)
        if not isinstance(tree, Unlowered):
            assert lower_formula(formula) == tree, text
    if not isinstance(lower_formula(bacaan.formula), Unlowered):
        parse_formulasi(render_formula(bacaan.formula, "text"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, check_text)
    atheris.Fuzz()
