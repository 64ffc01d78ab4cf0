"""
Fuzz the reading of tables, guided by coverage.

A grid of cells and lines, made of words that headers and rows are made of, is
read: what comes out is documents that survive their JSON, and findings with
known codes and places; or it is refused with a code. Each formulasi keeps its
sentence, and each cell that is said to be read stands in a field of its noun.

    .venv/bin/pip install -q -e . --group fuzz
    .venv/bin/python fuzz/fuzz_tables.py -runs=1000000 -max_len=96

Whatever follows goes to libFuzzer; a finding is written to a file that can be
given back in the place of the options.
"""

from __future__ import annotations

import sys
from typing import Final

import atheris

with atheris.instrument_imports(include=["iku.reading"]):
    from iku.codec import dumps, loads
    from iku.errors import CODES, IkuError
    from iku.reading import read_text
    from iku.reading.rules import RULES
    from iku.rendering import render_review

WORDS: Final = (
    "\t", "\t", "\t", "\t", "\n", "\n", "\n\n", "No", "Tujuan", "Sasaran", "Strategis",
    "Indikator", "Indikator Tujuan", "Kinerja Utama", "Kode", "Satuan", "Penjelasan", "Alasan",
    "Formulasi", "Penanggung", "Jawab", "Sumber Data", "Polaritas", "Target", "Target Triwulan",
    "Target Renstra 2025", "Target PK 2025", "TAHUN KE-", "2024", "2025", "TW I", "Q2", "Y", "I",
    "II", "1", "2", "Realisasi", "Capaian", "Pagu", "Baseline 2023", "Kondisi Akhir", "IKU Kota",
    "Perangkat Daerah", "VISI: Maju", "MISI 1: Satu", "MISI 2: Dua", "Tujuan 1: T", "Sasaran: S",
    "Perspektif: P", "Catatan: x", "*)", "INDIKATOR KINERJA UTAMA", "PERJANJIAN KINERJA TAHUN 2024",
    "LAPORAN KINERJA", "OPD: Dinas", "SASARAN", "INDIKATOR SASARAN", "Persentase desa sehat",
    "desa sehat / jumlah desa x 100%", "A / B x 100%", "Hasil survei", "jumlah sekolah dan guru",
    "%", "orang", "Max", "5", "95.56", "1.007", "97,8 6%", "80 - 90", "90 - 80", "BB", "A (80)",
    "N/A", "-", "Rp1.000", "12 dari 20", "18*", "KEPALA DINAS", "PIHAK PERTAMA", "NAMA",
    "NIP. 197001011995011001", "UU No. 25 Tahun 1992", "S1", "S1.1", "x", "\u00ad", "\x00", "(1)",
)  # fmt: skip
"""A byte stands for one of these."""

HEADERS: Final = (
    "",
    "PK TAHUN 2024\n\nNo\tSasaran\tIndikator\tSatuan\tFormulasi\tTarget\tRealisasi\n",
    "Tujuan\tSasaran\tIndikator\tTarget Triwulan\t\tCapaian\n\t\t\tI\tII\t\n",
    "INDIKATOR KINERJA UTAMA\n\nSasaran\tIndikator\t2023\t2024\t2025\tPagu 2024\tBaseline\n",
    "SASARAN\n\nINDIKATOR SASARAN\n\n",
    "Perangkat Daerah\tKode\tIndikator\tTarget Renstra 2025\tTarget PK 2025\tTW I\n",
)
"""The first byte chooses one, so that most texts are tables."""


def check(data: bytes) -> None:
    """Read a text made of these words."""
    header = HEADERS[data[0] % len(HEADERS)] if data else ""
    text = header + "".join(WORDS[byte % len(WORDS)] for byte in data[1:])
    try:
        bacaan = read_text(text, berkas="x.txt")
    except IkuError as error:
        assert error.code in CODES, error.code
        return
    for dokumen in bacaan.dokumen:
        assert loads(dumps(dokumen)) == dokumen, text
    for temuan in bacaan.temuan:
        assert temuan.kode in RULES, temuan.kode
        assert temuan.asal is not None, text
    for read in bacaan.formulasi:
        assert read.pembacaan.bukti, text
    assert render_review(bacaan, format="markdown"), text


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
