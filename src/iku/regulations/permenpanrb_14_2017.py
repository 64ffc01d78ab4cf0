"""
PermenPANRB 14/2017: the survey of public satisfaction (SKM).

Its body was read, Pasal 1 of which asks for a survey at least once a year. The
weights stand in the annex, which was read only where official pages quote it,
with 0,111 for nine unsur. The figures that the same pages publish come from
1/9, so that is `IKM`; `IKM_TERCETAK` computes with the weight as printed.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Variabel
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.formula import IndeksKepuasanMasyarakat
from iku.formula.named import UNSUR
from iku.regulations.ketentuan import Ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERMEN,
    nomor="14",
    tahun=2017,
    lembaga="PANRB",
    tentang=("Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik"),
)
"""The regulation."""

_RUJUKAN: Final = Rujukan(
    dasar_hukum=DASAR_HUKUM,
    uraian="Metadata indikator IKM Kabupaten Penajam Paser Utara, yang mengutip lampirannya",
    bagian="Lampiran",
    tautan="https://data.penajamkab.go.id/metadata/indikator/57",
    status=StatusRujukan.SEKUNDER,
)

VARIABEL: Final = tuple(
    Variabel(kode=kode, nama=nama)
    for kode, nama in zip(
        UNSUR,
        (
            "Persyaratan",
            "Sistem, Mekanisme, dan Prosedur",
            "Waktu Penyelesaian",
            "Biaya/Tarif",
            "Produk Spesifikasi Jenis Pelayanan",
            "Kompetensi Pelaksana",
            "Perilaku Pelaksana",
            "Penanganan Pengaduan, Saran, dan Masukan",
            "Sarana dan Prasarana",
        ),
        strict=True,
    )
)
"""
The nine unsur as variables of a document.

Offices number the last two either way; the index does not depend on it.
"""

IKM: Final = Ketentuan(
    kode="ikm-14-2017",
    nama="Indeks Kepuasan Masyarakat, bobot tepat 1/9",
    isi=IndeksKepuasanMasyarakat(),
    rujukan=_RUJUKAN,
)
"""
The index with exact weights, which reproduces published figures.

>>> from iku.formula import evaluate
>>> evaluate(IKM.isi, dict.fromkeys(UNSUR, 4)).round(2)
Decimal('100.00')
"""

IKM_TERCETAK: Final = Ketentuan(
    kode="ikm-14-2017-tercetak",
    nama="Indeks Kepuasan Masyarakat, bobot tercetak 0,111",
    isi=IndeksKepuasanMasyarakat(bobot=Angka("0.111")),
    rujukan=_RUJUKAN,
)
"""
The index with the weight as printed, which cannot reach 100.

>>> from iku.formula import evaluate
>>> evaluate(IKM_TERCETAK.isi, dict.fromkeys(UNSUR, 4)).round(2)
Decimal('99.90')
"""
