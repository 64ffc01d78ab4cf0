"""
PermenPANRB 88/2021: the evaluation of performance accountability (AKIP).

It replaces PermenPANRB 12/2015, which had a fifth component, the performance
itself. The annex with the weights was not read; independent programs that
offices run agree on them, so their status is `sekunder`.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Variabel
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.formula import KomponenTertimbang, NilaiAKIP
from iku.regulations.ketentuan import Ketentuan

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
