"""
KEP/25/M.PAN/2/2004: the older survey of public satisfaction, of 14 unsur.

PermenPANRB 16/2014 took its place, and PermenPANRB 14/2017 the place of that;
days on which one gave way to the next were not read. The table is known from a
document that quotes it.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import Predikat, Skala
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.regulations.ketentuan import make_ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.KEPMEN,
    nomor="KEP/25/M.PAN/2/2004",
    tahun=2004,
    lembaga="PAN",
    tentang=(
        "Pedoman Umum Penyusunan Indeks Kepuasan Masyarakat Unit Pelayanan Instansi Pemerintah"
    ),
)
"""The decision."""

_RUJUKAN: Final = Rujukan(
    dasar_hukum=DASAR_HUKUM,
    uraian="Dokumen yang mengutip tabelnya",
    tautan="https://123dok.com/document/yjvon25y",
    status=StatusRujukan.SEKUNDER,
)


def _classes(*rows: tuple[str, str]) -> tuple[Predikat, ...]:
    return tuple(
        Predikat(label=label, batas_bawah=Angka(first), batas_atas=Angka(last))
        for label, (first, last) in zip("DCBA", rows, strict=True)
    )


SKALA_SKM_2004: Final = make_ketentuan(
    Skala(
        kode="skm-25-2004",
        nama="Mutu pelayanan menurut Nilai Interval Konversi IKM, KEP/25/M.PAN/2/2004",
        predikat=_classes(
            ("25", "43.75"), ("43.76", "62.50"), ("62.51", "81.25"), ("81.26", "100")
        ),
        langkah=Angka("0.01"),
        rujukan=_RUJUKAN,
    )
)
"""
The classes of the converted index, from 25 to 100.

>>> from iku.scoring import grade
>>> [grade(Angka(ikm), SKALA_SKM_2004.isi).label for ikm in ("62.5", "75.56", "81.26")]
['C', 'B', 'A']
"""

SKALA_SKM_2004_NI: Final = make_ketentuan(
    Skala(
        kode="skm-25-2004-ni",
        nama="Mutu pelayanan menurut Nilai Interval IKM, KEP/25/M.PAN/2/2004",
        predikat=_classes(("1.00", "1.75"), ("1.76", "2.50"), ("2.51", "3.25"), ("3.26", "4.00")),
        langkah=Angka("0.01"),
        rujukan=_RUJUKAN,
    )
)
"""
The classes of the index from 1 to 4.

>>> from iku.scoring import grade
>>> grade(Angka("3.25"), SKALA_SKM_2004_NI.isi).label
'B'
"""
