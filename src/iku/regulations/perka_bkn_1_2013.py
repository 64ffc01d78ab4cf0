"""
Perka BKN 1/2013: the nilai of an employee's target (SKP) for time and cost.

`(1,76 × target − realisasi) / target × 100`. It gives 76 where the target is
met exactly, so it is no capaian in per cent and claims no 100. PermenPANRB
8/2021 and 6/2022 came after it; it is kept for old reports.
"""

from __future__ import annotations

from typing import Final

from iku.domain.indikator import Polaritas
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.regulations.ketentuan import Ketentuan
from iku.scoring import EkspresiCapaian

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERATURAN_LEMBAGA,
    nomor="1",
    tahun=2013,
    lembaga="Kepala BKN",
    tentang="Penilaian Prestasi Kerja Pegawai Negeri Sipil",
)
"""The regulation."""

NILAI_WAKTU_BIAYA: Final = Ketentuan(
    kode="skp-waktu-biaya-1-2013",
    nama="Nilai SKP, aspek waktu dan biaya",
    isi=EkspresiCapaian(
        ekspresi="(1.76 * target - realisasi) / target * 100", polaritas=Polaritas.NEGATIF
    ),
    rujukan=Rujukan(
        dasar_hukum=DASAR_HUKUM,
        uraian="Contoh perhitungan aspek waktu",
        tautan="https://www.scribd.com/document/354032278",
        status=StatusRujukan.TERVERIFIKASI,
    ),
)
"""
The nilai of time and cost; 12 of 12 months give 76,00.

>>> from iku.scoring import compute_capaian
>>> compute_capaian(12, 12, rule=NILAI_WAKTU_BIAYA.isi).trace
'(1,76 × 12 − 12) / 12 × 100 = 76'
"""
