"""
Indeks Reformasi Birokrasi: the letters of the index.

Pemerintah Aceh publishes them beside its index of 2022: the letters and edges
of the AKIP score, but for the lowest class, which it prints as `>0-30`; so 0
itself is in no class. The regulation behind the table was not read.
"""

from __future__ import annotations

from typing import Final

import attrs

from iku.domain.rujukan import Rujukan, StatusRujukan
from iku.domain.skala import Skala, Tepi
from iku.regulations.ketentuan import make_ketentuan
from iku.regulations.permenpanrb_88_2021 import HURUF

SKALA_INDEKS_RB: Final = make_ketentuan(
    Skala(
        kode="indeks-rb",
        nama="Predikat Indeks Reformasi Birokrasi",
        predikat=(attrs.evolve(HURUF[0], tepi_bawah=Tepi.TERBUKA), *HURUF[1:]),
        rujukan=Rujukan(
            uraian="Pemerintah Aceh, Indeks Reformasi Birokrasi Aceh 2022",
            tautan="https://pintu.acehprov.go.id/infographics/indeks-reformasi-birokrasi-irb-aceh-2022",
            status=StatusRujukan.SEKUNDER,
        ),
    )
)
"""
The letters of the index.

>>> from iku.angka import Angka
>>> from iku.scoring import grade
>>> [grade(Angka(index), SKALA_INDEKS_RB.isi).label for index in ("0", "0.01", "90", "90.01")]
[None, 'D', 'A', 'AA']
"""
