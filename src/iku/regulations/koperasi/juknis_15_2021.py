"""
Juknis Deputi 15/2021: the items of the examination of cooperatives.

The pages on ratios were read. Their table and their words disagree: the table
prints `76 < X ≤ 100` and `51 < X ≤ 75`, which leaves out 75,5 and 76 itself,
while the words say "100 and less and above 75", and then steps of 25, which
leaves out nothing. So there are two scales. The classes of the total score and
the weights of two components were not read, and are not here.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala, Tepi
from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.regulations.ketentuan import make_ketentuan

_RUJUKAN: Final = Rujukan(
    uraian="Petunjuk Teknis Deputi Nomor 15 Tahun 2021, Pemeriksaan Kesehatan Koperasi",
    bagian="Penilaian rasio",
    halaman="56-57",
    tautan="https://online.flipbuilder.com/cesyn/nybz/",
    status=StatusRujukan.TERVERIFIKASI,
)


def _classes(*rows: tuple[str, str]) -> tuple[Predikat, ...]:
    labels = ("Tidak Sehat", "Kurang Sehat", "Cukup Sehat", "Sehat")
    return tuple(
        Predikat(
            label=label,
            batas_bawah=Angka(first),
            tepi_bawah=Tepi.TERBUKA,
            batas_atas=Angka(last),
            skor=Angka(skor),
        )
        for skor, (label, (first, last)) in enumerate(zip(labels, rows, strict=True), start=1)
    )


SKALA_KOPERASI_2021: Final = make_ketentuan(
    Skala(
        kode="koperasi-15-2021",
        nama="Skor rasio pemeriksaan kesehatan koperasi, menurut tabel",
        predikat=_classes(("0", "25"), ("26", "50"), ("51", "75"), ("76", "100")),
        langkah=Angka("1"),
        rujukan=_RUJUKAN,
    )
)
"""
The classes of a ratio as the table prints them, with its gaps.

>>> from iku.scoring import grade
>>> [grade(Angka(ratio), SKALA_KOPERASI_2021.isi).label for ratio in ("75", "75.5", "76.1")]
['Cukup Sehat', None, 'Sehat']
"""

SKALA_KOPERASI_2021_URAIAN: Final = make_ketentuan(
    Skala(
        kode="koperasi-15-2021-uraian",
        nama="Skor rasio pemeriksaan kesehatan koperasi, menurut uraian",
        predikat=_classes(("0", "25"), ("25", "50"), ("50", "75"), ("75", "100")),
        rujukan=_RUJUKAN,
    )
)
"""
The classes of a ratio as the words beside the table describe them, without gaps.

>>> from iku.scoring import grade
>>> [grade(Angka(ratio), SKALA_KOPERASI_2021_URAIAN.isi).label for ratio in ("75", "75.5")]
['Cukup Sehat', 'Sehat']
"""
