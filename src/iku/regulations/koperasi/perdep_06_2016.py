"""
Perdep 06/Per/Dep.6/IV/2016: the health of savings and loan cooperatives.

An article of Universitas Islam Kadiri prints the classes. They are half-open
and leave no gap: 66 is Cukup Sehat, and 65,98 is Dalam Pengawasan.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.regulations.ketentuan import make_ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERATURAN_LEMBAGA,
    nomor="06/Per/Dep.6/IV/2016",
    tahun=2016,
    lembaga="Deputi Bidang Pengawasan Kementerian Koperasi dan UKM",
    tentang=("Pedoman Penilaian Kesehatan Koperasi Simpan Pinjam dan Unit Simpan Pinjam Koperasi"),
)
"""The regulation."""

SKALA_KOPERASI_2016: Final = make_ketentuan(
    Skala(
        kode="koperasi-06-2016",
        nama="Kesehatan KSP/USP Koperasi",
        predikat=(
            Predikat(label="Dalam Pengawasan Khusus"),
            Predikat(label="Dalam Pengawasan", batas_bawah=Angka("51")),
            Predikat(label="Cukup Sehat", batas_bawah=Angka("66")),
            Predikat(label="Sehat", batas_bawah=Angka("80"), batas_atas=Angka("100")),
        ),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Jurnal Universitas Islam Kadiri, artikel 1075",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The classes of the total score, from 0 to 100.

>>> from iku.scoring import grade
>>> [grade(Angka(score), SKALA_KOPERASI_2016.isi).label for score in ("69.95", "65.98", "51")]
['Cukup Sehat', 'Dalam Pengawasan', 'Dalam Pengawasan']
"""
