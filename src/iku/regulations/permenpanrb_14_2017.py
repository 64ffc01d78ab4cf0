"""
PermenPANRB 14/2017: the survey of public satisfaction (SKM).

Its body was read, Pasal 1 of which asks for a survey at least once a year. The
weights stand in the annex, which was read only where official pages quote it,
with 0,111 for nine unsur. The figures that the same pages publish come from
1/9, so that is `IKM`; `IKM_TERCETAK` computes with the weight as printed.

The table of classes is quoted in three forms: the converted index (25 to 100),
and the index from 1 to 4 with two and with four decimals. They disagree near
the edges, so each has its own name, and the index one publishes decides which
is right: mostly the converted one. Its rows end a hundredth before the next
begins, so a number between two rows needs a policy.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala, Variabel
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.formula import IndeksKepuasanMasyarakat
from iku.formula.named import UNSUR
from iku.regulations.ketentuan import Ketentuan, make_ketentuan

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


def _classes(*rows: tuple[str, str]) -> tuple[Predikat, ...]:
    named = (
        ("D", "Tidak Baik"),
        ("C", "Kurang Baik"),
        ("B", "Baik"),
        ("A", "Sangat Baik"),
    )
    return tuple(
        Predikat(label=label, uraian=uraian, batas_bawah=Angka(first), batas_atas=Angka(last))
        for (label, uraian), (first, last) in zip(named, rows, strict=True)
    )


SKALA_SKM: Final = make_ketentuan(
    Skala(
        kode="skm-14-2017",
        nama="Mutu pelayanan menurut Nilai Interval Konversi IKM",
        predikat=_classes(
            ("25.00", "64.99"), ("65.00", "76.60"), ("76.61", "88.30"), ("88.31", "100.00")
        ),
        langkah=Angka("0.01"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Laporan SKM daring Kabupaten Tulang Bawang Barat",
            bagian="Lampiran",
            tautan="https://e-smile.tubaba.go.id/main/skm/laporan/online",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The classes of the converted index, from 25 to 100.

>>> from iku.scoring import grade
>>> [grade(Angka(ikm), SKALA_SKM.isi).label for ikm in ("75.56", "86.29", "94.61")]
['C', 'B', 'A']
"""

SKALA_SKM_NI: Final = make_ketentuan(
    Skala(
        kode="skm-14-2017-ni",
        nama="Mutu pelayanan menurut Nilai Interval IKM, dua desimal",
        predikat=_classes(("1.00", "2.59"), ("2.60", "3.06"), ("3.07", "3.53"), ("3.54", "4.00")),
        langkah=Angka("0.01"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Halaman survei kepuasan Direktorat Jenderal Mineral dan Batubara",
            bagian="Lampiran",
            tautan="https://www.minerba.esdm.go.id/page/101",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The classes of the index from 1 to 4, as quoted with two decimals.

>>> from iku.scoring import grade
>>> [grade(Angka(index), SKALA_SKM_NI.isi).label for index in ("3.61", "3.54")]
['A', 'A']
"""

SKALA_SKM_NI_4: Final = make_ketentuan(
    Skala(
        kode="skm-14-2017-ni-4",
        nama="Mutu pelayanan menurut Nilai Interval IKM, empat desimal",
        predikat=_classes(
            ("1.00", "2.5996"), ("2.60", "3.064"), ("3.0644", "3.532"), ("3.5324", "4.00")
        ),
        langkah=Angka("0.0004"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Tabel dalam aplikasi survei beberapa pemerintah daerah, yang sama isinya",
            bagian="Lampiran",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The classes of the index from 1 to 4, as programs of offices hold them.

They are the converted classes divided by 25, so they rise in steps of 0,0004,
and the gaps between them are four ten-thousandths wide.

>>> from iku.scoring import grade
>>> grade(Angka("3.0642"), SKALA_SKM_NI_4.isi, gap="round_to_step").label
'B'
"""
