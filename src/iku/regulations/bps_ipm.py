"""
BPS: the reference bounds and the classes of the IPM.

No text of BPS that prints the bounds was read in full. Programs that compute
the IPM agree on them, and with them four figures that BPS published come out
to the last digit, so their status is `sekunder`. The bounds of the three
other dimensions are those of UNDP; the lowest expenditure is that of Tolikara
in 2010, the highest the one projected for Jakarta Selatan in 2025.

The classes were said by a Deputi of BPS at the press conference of 5 November
2025, edges included; the paper that lays them down was not read. A page of Kota
Metro that names BPS as its source closes the middle classes at both ends
(`70 ≤ IPM ≤ 80`), which puts 80 into two.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain.nilai import Rentang
from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.domain.skala import Predikat, Skala
from iku.formula import AcuanIPM
from iku.regulations.ketentuan import Ketentuan, make_ketentuan

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

SKALA_IPM: Final = make_ketentuan(
    Skala(
        kode="ipm-status-bps",
        nama="Status pembangunan manusia menurut IPM",
        predikat=(
            Predikat(label="Rendah"),
            Predikat(label="Sedang", batas_bawah=Angka("60")),
            Predikat(label="Tinggi", batas_bawah=Angka("70")),
            Predikat(label="Sangat Tinggi", batas_bawah=Angka("80")),
        ),
        rujukan=Rujukan(
            uraian="Deputi BPS dalam konferensi pers 5 November 2025",
            tautan=(
                "https://jombangnews.co.id/"
                "bps-indeks-pembangunan-manusia-di-papua-pegunungan-terendah-67018.html"
            ),
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The four classes of the index; each begins at its bound.

>>> from iku.scoring import grade
>>> [grade(Angka(ipm), SKALA_IPM.isi).label for ipm in ("54.91", "60.62", "70", "85.05")]
['Rendah', 'Sedang', 'Tinggi', 'Sangat Tinggi']
"""
