"""
BPS: the reference bounds of the IPM.

No text of BPS that prints the bounds was read in full. Programs that compute
the IPM agree on them, and with them four figures that BPS published come out
to the last digit, so their status is `sekunder`. The bounds of the three
other dimensions are those of UNDP; the lowest expenditure is that of Tolikara
in 2010, the highest the one projected for Jakarta Selatan in 2025.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain.nilai import Rentang
from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.formula import AcuanIPM
from iku.regulations.ketentuan import Ketentuan

ACUAN_IPM: Final = Ketentuan(
    kode="acuan-ipm-bps",
    nama="Nilai minimum dan maksimum IPM metode baru",
    isi=AcuanIPM(
        umur_harapan_hidup=Rentang(bawah=Angka("20"), atas=Angka("85")),
        harapan_lama_sekolah=Rentang(bawah=Angka("0"), atas=Angka("18")),
        rata_rata_lama_sekolah=Rentang(bawah=Angka("0"), atas=Angka("15")),
        pengeluaran_per_kapita=Rentang(bawah=Angka("1007436"), atas=Angka("26572352")),
    ),
    rujukan=Rujukan(
        uraian="Badan Pusat Statistik, Indeks Pembangunan Manusia, metode baru",
        status=StatusRujukan.SEKUNDER,
    ),
)
"""
The bounds, in years and in rupiah a year.

>>> str(ACUAN_IPM.isi.umur_harapan_hidup.atas)
'85'
"""
