"""
Kabupaten Maluku Tengah: the capaian and the scale that its LKjIP of 2021 prints.

They are an example of local rules, read on the page itself. The page prints
`>85 s.d. 100` and `>75 s.d. <85`, so 85 itself is in no class.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala, Tepi
from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.regulations.ketentuan import Ketentuan, make_ketentuan
from iku.scoring import AturanMenurutPolaritas, DuaTargetMinusRealisasi, RealisasiPerTarget

_RUJUKAN: Final = Rujukan(
    uraian="LKjIP Kabupaten Maluku Tengah Tahun 2021",
    halaman="94",
    tautan="https://fliphtml5.com/qdghn/orip/LKJIP_KAB._MALUKU_TENGAH_TAHUN_2021/94",
    status=StatusRujukan.TERVERIFIKASI,
)

CAPAIAN_MALUKU_TENGAH: Final = Ketentuan(
    kode="capaian-maluku-tengah-2021",
    nama="Capaian kinerja LKjIP Kabupaten Maluku Tengah 2021",
    isi=AturanMenurutPolaritas(positif=RealisasiPerTarget(), negatif=DuaTargetMinusRealisasi()),
    rujukan=_RUJUKAN,
)
"""
"Realisasi / Rencana x 100%" and "Rencana − (Realisasi − Rencana) / Rencana x 100%", without a cap.

>>> from iku.domain import Polaritas
>>> from iku.scoring import compute_capaian
>>> compute_capaian(
...     50, Angka("56.23"), rule=CAPAIAN_MALUKU_TENGAH.isi, polaritas=Polaritas.NEGATIF
... ).trace
'(2 × 50 − 56,23) / 50 × 100% = 87,54%'
"""

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
        rujukan=_RUJUKAN,
    )
)
"""
The scale as printed, with the number that it forgets.

>>> from iku.scoring import grade
>>> grade(Angka("85"), SKALA_MALUKU_TENGAH.isi).trace
'nilai skor berada di antara dua kelas skala (85 ≤ 85 ≤ 85)'
"""
