"""
Kabupaten Maluku Tengah: the scale that its LKjIP of 2021 prints.

It is an example of a local scale, read on the page itself. The page prints
`>85 s.d. 100` and `>75 s.d. <85`, so 85 itself is in no class.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala, Tepi
from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.regulations.ketentuan import make_ketentuan

_OPEN: Final = Tepi.TERBUKA

SKALA_MALUKU_TENGAH: Final = make_ketentuan(
    Skala(
        kode="maluku-tengah-2021",
        nama="Skala capaian kinerja LKjIP Kabupaten Maluku Tengah 2021",
        predikat=(
            Predikat(label="Kurang", batas_bawah=Angka("0")),
            Predikat(label="Agak Kurang", batas_bawah=Angka("30"), tepi_bawah=_OPEN),
            Predikat(label="Cukup Baik", batas_bawah=Angka("50"), tepi_bawah=_OPEN),
            Predikat(label="Baik", batas_bawah=Angka("65"), tepi_bawah=_OPEN),
            Predikat(
                label="Sangat Baik",
                batas_bawah=Angka("75"),
                tepi_bawah=_OPEN,
                batas_atas=Angka("85"),
                tepi_atas=_OPEN,
            ),
            Predikat(
                label="Memuaskan",
                batas_bawah=Angka("85"),
                tepi_bawah=_OPEN,
                batas_atas=Angka("100"),
            ),
        ),
        rujukan=Rujukan(
            uraian="LKjIP Kabupaten Maluku Tengah Tahun 2021",
            halaman="94",
            tautan="https://fliphtml5.com/qdghn/orip/LKJIP_KAB._MALUKU_TENGAH_TAHUN_2021/94",
            status=StatusRujukan.TERVERIFIKASI,
        ),
    )
)
"""
The scale as printed, with the number that it forgets.

>>> from iku.scoring import grade
>>> grade(Angka("85"), SKALA_MALUKU_TENGAH.isi).trace
'nilai skor berada di antara dua kelas skala (85 ≤ 85 ≤ 85)'
"""
