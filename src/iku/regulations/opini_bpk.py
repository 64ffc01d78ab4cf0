"""
Opini BPK: the four opinions of the auditor, as an order of labels.

UU 15/2004 knows four opinions. Pages of BPK list them from WTP down to TMP;
no text that was read says that one is worse than the other, nor gives any of
them a score. So the order is unverified, there are no scores, and it has to be
asked for with `allow_unverified=True`.
"""

from __future__ import annotations

from typing import Final

from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.domain.skala import Predikat, Skala
from iku.regulations.ketentuan import make_ketentuan

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.UU,
    nomor="15",
    tahun=2004,
    tentang="Pemeriksaan Pengelolaan dan Tanggung Jawab Keuangan Negara",
)
"""The law."""

SKALA_OPINI_BPK: Final = make_ketentuan(
    Skala(
        kode="opini-bpk",
        nama="Opini BPK atas laporan keuangan",
        predikat=(
            Predikat(label="TMP", uraian="Tidak Memberikan Pendapat"),
            Predikat(label="TW", uraian="Tidak Wajar"),
            Predikat(label="WDP", uraian="Wajar Dengan Pengecualian"),
            Predikat(label="WTP", uraian="Wajar Tanpa Pengecualian"),
        ),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Warta Pemeriksa BPK, yang menyebut keempat opini; urutannya tidak disebut",
            tautan="https://wartapemeriksa.bpk.go.id/?p=52481",
            status=StatusRujukan.BELUM_TERVERIFIKASI,
        ),
    )
)
"""
The opinions from the lowest to the highest, without scores.

>>> SKALA_OPINI_BPK.isi.find_position("WTP"), SKALA_OPINI_BPK.isi.find("WTP").skor
(4, None)
"""
