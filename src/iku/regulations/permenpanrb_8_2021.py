"""
PermenPANRB 8/2021: capaian and nilai of an individual performance indicator (IKI).

Lampiran, Bab VI: two formulas, the "kondisi normal" and the "kondisi khusus",
a rule for targets that are ranges, and the conversion of a capaian into a
nilai. PermenPANRB 6/2022 replaced it and no longer scores with numbers.

The page with the segments from 100 to 110% could not be read. What is known of
them is one example, 100% giving 109; between 100 and 110% there is no nilai
here. The segments are printed in whole per cents, with gaps from 59 to 60, 79
to 80 and 99 to 100. The printed example shows 97,89% as 98% and gives 88, which
comes out either way, so it does not prove that capaian is rounded first; each
reading has a name of its own.

On p. 100 the annex prints 92% against a target of 80–90% as "92%/90% x 100% =
113%"; the quotient is 102,22%. The figure is not reproduced.
"""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain.nilai import Ambang, Pembanding
from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.domain.skala import Predikat, Skala, Tepi
from iku.regulations.ketentuan import Ketentuan, make_ketentuan
from iku.scoring import (
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    Ruas,
)

DASAR_HUKUM: Final = DasarHukum(
    jenis=JenisPeraturan.PERMEN,
    nomor="8",
    tahun=2021,
    lembaga="PANRB",
    tentang="Sistem Manajemen Kinerja Pegawai Negeri Sipil",
)
"""The regulation."""

_HALAMAN: Final = "https://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page{}.html"
_ARAH: Final = AturanMenurutPolaritas(
    positif=RealisasiPerTarget(), negatif=DuaTargetMinusRealisasi()
)

CAPAIAN_IKI: Final = Ketentuan(
    kode="capaian-iki-8-2021",
    nama="Capaian IKI",
    isi=AturanMenurutTarget(angka=_ARAH, rentang=RentangTarget(aturan=_ARAH)),
    rujukan=Rujukan(
        dasar_hukum=DASAR_HUKUM,
        bagian="Lampiran Bab VI.A.1",
        tautan=_HALAMAN.format(99),
        status=StatusRujukan.TERVERIFIKASI,
    ),
)
"""
The capaian: kondisi normal and kondisi khusus, for numbers and for ranges.

>>> from iku.domain import Polaritas, Rentang
>>> from iku.scoring import compute_capaian
>>> compute_capaian(
...     Rentang(bawah=Angka("7"), atas=Angka("8")),
...     Angka("6.5"),
...     rule=CAPAIAN_IKI.isi,
...     polaritas=Polaritas.NEGATIF,
... ).explain(digits=0)
'target 7 – 8 dipakai sebagai 7: (2 × 7 − 6,5) / 7 × 100% = 107%'
"""


def _edge(pembanding: Pembanding, batas: str) -> Ambang:
    return Ambang(pembanding=pembanding, batas=Angka(batas))


def _between(low: str, high: str, ekspresi: str) -> Ruas:
    return Ruas(
        bawah=_edge(Pembanding.PALING_SEDIKIT, low),
        atas=_edge(Pembanding.PALING_BANYAK, high),
        ekspresi=ekspresi,
    )


def _segments(hundred: str) -> tuple[Ruas, ...]:
    return (
        Ruas(atas=_edge(Pembanding.PALING_BANYAK, "59"), ekspresi="capaian / 59 * 49"),
        _between("60", "79", "50 + (69 - 50) / (79 - 60) * (capaian - 60)"),
        _between("80", "99", "70 + (89 - 70) / (99 - 80) * (capaian - 80)"),
        _between("100", "100", hundred),
        Ruas(bawah=_edge(Pembanding.LEBIH_DARI, "110"), ekspresi="120"),
    )


def _lay_down(
    kode: str, nama: str, hundred: str, pembulatan: int | None
) -> Ketentuan[NilaiBerjenjang]:
    return Ketentuan(
        kode=kode,
        nama=nama,
        isi=NilaiBerjenjang(aturan=CAPAIAN_IKI.isi, ruas=_segments(hundred), pembulatan=pembulatan),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            bagian="Lampiran Bab VI",
            tautan=_HALAMAN.format(101),
            status=StatusRujukan.TERVERIFIKASI,
        ),
    )


NILAI_IKI: Final = _lay_down("nilai-iki-8-2021", "Nilai IKI", "109", None)
"""
The nilai of a capaian that is not rounded; one inside a gap has none.

>>> from iku.domain import Polaritas
>>> from iku.scoring import compute_capaian
>>> compute_capaian(95, 93, rule=NILAI_IKI.isi, polaritas=Polaritas.POSITIF).round(0)
Decimal('88')
>>> compute_capaian(200, 199, rule=NILAI_IKI.isi, polaritas=Polaritas.POSITIF).trace
'199 / 200 × 100% = 99,5%; nilai tidak dapat dihitung: capaian di luar ruas nilai yang diketahui'
"""

NILAI_IKI_DIBULATKAN: Final = _lay_down(
    "nilai-iki-8-2021-dibulatkan", "Nilai IKI, capaian dibulatkan", "109", 0
)
"""
The nilai of a capaian that is rounded to whole per cents first, as the annex prints it.

>>> from iku.domain import Polaritas
>>> from iku.scoring import compute_capaian
>>> compute_capaian(95, 93, rule=NILAI_IKI_DIBULATKAN.isi, polaritas=Polaritas.POSITIF).eksak
Fraction(88, 1)
"""

NILAI_IKI_TARGET_MAKSIMAL: Final = _lay_down(
    "nilai-iki-8-2021-target-maksimal", "Nilai IKI, target setinggi mungkin", "120", None
)
"""
The nilai where the target is the highest that can be reached: 100% gives 120.

The annex gives "pengelolaan keuangan bebas temuan material", 100% of 100%, as
its example.

>>> from iku.domain import Polaritas
>>> from iku.scoring import compute_capaian
>>> compute_capaian(
...     100, 100, rule=NILAI_IKI_TARGET_MAKSIMAL.isi, polaritas=Polaritas.POSITIF
... ).eksak
Fraction(120, 1)
"""


def _class(label: str, low: str | None, high: str | None, tepi: Tepi = Tepi.TERTUTUP) -> Predikat:
    return Predikat(
        label=label,
        batas_bawah=None if low is None else Angka(low),
        tepi_bawah=tepi,
        batas_atas=None if high is None else Angka(high),
    )


SKALA_IKI: Final = make_ketentuan(
    Skala(
        kode="kategori-iki-8-2021",
        nama="Kategori capaian IKI",
        predikat=(
            _class("Sangat Kurang", None, "59"),
            _class("Kurang", "60", "79"),
            _class("Cukup", "80", "99"),
            _class("Baik", "100", "100"),
            _class("Sangat Baik", "110", None, Tepi.TERBUKA),
        ),
        langkah=Angka("1"),
        rujukan=Rujukan(
            dasar_hukum=DASAR_HUKUM,
            uraian="Batas menurut rumus nilai dan contoh; halaman tabel kategorinya tidak terbaca",
            bagian="Lampiran Bab VI",
            tautan=_HALAMAN.format(101),
            status=StatusRujukan.BELUM_TERVERIFIKASI,
        ),
    )
)
"""
The five categories by capaian, as far as formulas and examples show their bounds.

The page with the table could not be read, so the scale is unverified. Between
100 and 110% it has a gap that nothing read fills. The exception for a target
that is the highest possible is not in it.

>>> from iku.scoring import grade
>>> [
...     grade(Angka(capaian), SKALA_IKI.isi, gap="round_to_step", allow_unverified=True).label
...     for capaian in ("97.89", "99.5", "105", "110.01")
... ]
['Cukup', 'Baik', None, 'Sangat Baik']
"""
