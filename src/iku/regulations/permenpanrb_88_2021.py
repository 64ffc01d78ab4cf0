"""
PermenPANRB 88/2021: the evaluation of performance accountability (AKIP).

It replaces PermenPANRB 12/2015, which had a fifth component, the performance
itself. The annex was not read. Independent programs that offices run agree on
the weights, and pages that quote the letters agree on their edges, so the
status of both is `sekunder`.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala, Tepi, Variabel
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.formula import KomponenTertimbang, NilaiAKIP
from iku.regulations.ketentuan import Ketentuan, make_ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERMEN,
    nomor="88",
    tahun=2021,
    lembaga="PANRB",
    tentang="Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
)
"""The regulation."""

_KOMPONEN: Final = (
    ("PERENCANAAN", "Perencanaan Kinerja", "30"),
    ("PENGUKURAN", "Pengukuran Kinerja", "30"),
    ("PELAPORAN", "Pelaporan Kinerja", "15"),
    ("EVALUASI_INTERNAL", "Evaluasi Akuntabilitas Kinerja Internal", "25"),
)

VARIABEL: Final = tuple(Variabel(kode=kode, nama=nama) for kode, nama, _ in _KOMPONEN)
"""The four components as variables of a document, each scored from 0 to 100."""

NILAI_AKIP: Final = Ketentuan(
    kode="akip-88-2021",
    nama="Nilai AKIP, empat komponen",
    isi=NilaiAKIP(
        komponen=tuple(
            KomponenTertimbang(variabel=kode, bobot=Angka(bobot)) for kode, _, bobot in _KOMPONEN
        )
    ),
    rujukan=Rujukan(
        dasar_hukum=DASAR_HUKUM,
        uraian="Bobot menurut aplikasi evaluasi beberapa pemerintah daerah",
        status=StatusRujukan.SEKUNDER,
    ),
)
"""
The score with the weights 30, 30, 15 and 25.

>>> [str(each.bobot) for each in NILAI_AKIP.isi.komponen]
['30', '30', '15', '25']
"""

HURUF: Final = (
    Predikat(label="D", uraian="Sangat Kurang", batas_bawah=Angka("0")),
    *(
        Predikat(
            label=label,
            uraian=uraian,
            batas_bawah=Angka(bound),
            tepi_bawah=Tepi.TERBUKA,
            batas_atas=Angka("100") if label == "AA" else None,
        )
        for label, uraian, bound in (
            ("C", "Kurang", "30"),
            ("CC", "Cukup", "50"),
            ("B", "Baik", "60"),
            ("BB", "Sangat Baik", "70"),
            ("A", "Memuaskan", "80"),
            ("AA", "Sangat Memuaskan", "90"),
        )
    ),
)
"""The seven letters with their edges; each begins above its bound."""

SKALA_AKIP: Final = make_ketentuan(
    Skala(
        kode="akip-88-2021-huruf",
        nama="Predikat Nilai AKIP",
        predikat=HURUF,
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Artikel yang mengutip tabel predikat; tepinya menurut tabel Indeks RB Aceh",
            tautan="https://detiknews86.com/?p=52516",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The letters of the AKIP score. A score of exactly 80 is BB; A begins above it.

>>> from iku.scoring import grade
>>> [grade(Angka(score), SKALA_AKIP.isi).label for score in ("72.17", "63.36", "80", "80.004")]
['BB', 'B', 'BB', 'A']
"""
