"""
Permendagri 86/2017: the scale of performance of development plans.

It keeps the scale of Permendagri 54/2010. The annex was not read; two reports
print the intervals, each with labels of its own, so there are two scales.

The table has whole percentages and a gap between any two rows. It ends at 100%,
but the LKj of Provinsi Lampung for 2015 calls 198,58% "Sangat Tinggi", so the
highest class goes on here. Nothing that was read says what 90,5% is.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.regulations.ketentuan import make_ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERMEN,
    nomor="86",
    tahun=2017,
    lembaga="Dalam Negeri",
    tentang="Tata Cara Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah",
)
"""The regulation, with the beginning of its long title."""


def _classes(*labels: str) -> tuple[Predikat, ...]:
    rows = ((None, "50"), ("51", "65"), ("66", "75"), ("76", "90"), ("91", None))
    return tuple(
        Predikat(
            label=label,
            batas_bawah=None if first is None else Angka(first),
            batas_atas=None if last is None else Angka(last),
        )
        for label, (first, last) in zip(labels, rows, strict=True)
    )


SKALA_PERMENDAGRI: Final = make_ketentuan(
    Skala(
        kode="permendagri-86-2017",
        nama="Skala Nilai Peringkat Kinerja",
        predikat=_classes("Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi"),
        langkah=Angka("1"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="LKj Provinsi Lampung 2016, yang memakai peringkatnya",
            bagian="Skala Nilai Peringkat Kinerja",
            halaman="162",
            tautan="https://text-id.123dok.com/document/eqol5rk7q",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The scale with the labels Sangat Rendah to Sangat Tinggi.

>>> from iku.scoring import grade
>>> [grade(Angka(capaian), SKALA_PERMENDAGRI.isi).label for capaian in ("85.24", "198.58")]
['Tinggi', 'Sangat Tinggi']
"""

SKALA_PERMENDAGRI_BAIK: Final = make_ketentuan(
    Skala(
        kode="permendagri-86-2017-baik",
        nama="Skala Nilai Peringkat Kinerja, label Sangat Kurang sampai Sangat Baik",
        predikat=_classes("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"),
        langkah=Angka("1"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="LKjIP Inspektorat Kabupaten Sampang 2019, yang mencetak tabelnya",
            bagian="Skala Nilai Peringkat Kinerja",
            tautan="https://123dok.com/document/zx5dll94",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The same intervals with the labels Sangat Kurang to Sangat Baik.

>>> from iku.scoring import grade
>>> grade(Angka("85.24"), SKALA_PERMENDAGRI_BAIK.isi).label
'Baik'
"""
