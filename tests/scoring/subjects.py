"""Indicators, documents and scales that the stored texts are about."""

from __future__ import annotations

from typing import Final

from iku.angka import Angka
from iku.domain import (
    Ambang,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kategori,
    Kondisi,
    Konsolidasi,
    Kosong,
    Pembanding,
    Periode,
    Predikat,
    Rentang,
    Rujukan,
    Sasaran,
    Satuan,
    SebabKosong,
    Skala,
    StatusRujukan,
    Target,
    Tautan,
    Tujuan,
)
from iku.domain.target import Realisasi
from iku.formula import Hasil, Persentase, Rasio, evaluate
from iku.scoring import NilaiBerjenjang, RealisasiPerTarget, Ruas

NORMAL: Final = RealisasiPerTarget()
YEAR: Final = Periode.tahunan(2023)
UNTIL: Final = Periode.triwulan_ke(2023, 2, sampai_dengan=True)
PERSEN: Final = Satuan("%")
ABSENT: Final = Kosong(sebab=SebabKosong.TIDAK_DICANTUMKAN)
RANGE: Final = Rentang(bawah=Angka("7"), atas=Angka("8"))


def quarter(ke: int) -> Periode:
    """A quarter of 2023."""
    return Periode.triwulan_ke(2023, ke)


def target(periode: Periode, nilai: str, sumber: str | None = None) -> Target:
    """A target."""
    return Target(periode=periode, nilai=Angka(nilai), sumber=sumber)


def reached(periode: Periode, nilai: str, sumber: str | None = None) -> Realisasi:
    """A reported result."""
    return Realisasi(periode=periode, nilai=Angka(nilai), sumber=sumber)


def quarters(*nilai: str) -> tuple[Realisasi, ...]:
    """The quarters of 2023, one after the other."""
    return tuple(reached(quarter(ke), each) for ke, each in enumerate(nilai, start=1))


def totals(*nilai: str) -> tuple[Realisasi, ...]:
    """The running totals of 2023."""
    return tuple(
        reached(Periode.triwulan_ke(2023, ke, sampai_dengan=True), each)
        for ke, each in enumerate(nilai, start=1)
    )


def threshold(pembanding: Pembanding, batas: str) -> Ambang:
    """A threshold."""
    return Ambang(pembanding=pembanding, batas=Angka(batas))


def label(text: str, skala: str | None = None) -> Kategori:
    """A label."""
    return Kategori(label=text, skala=skala)


def percentage(above: int | None, below: int | None) -> Hasil:
    """A percentage with its two sides."""
    return evaluate(Persentase(pembilang="BAIK", penyebut="SEMUA"), {"BAIK": above, "SEMUA": below})


def ratio(above: int, below: int) -> Hasil:
    """A ratio with its two sides."""
    return evaluate(Rasio(pembilang="BAIK", penyebut="SEMUA"), {"BAIK": above, "SEMUA": below})


ROWS: Final = Skala(
    kode="baris",
    nama="Skala dengan celah",
    predikat=(
        Predikat(label="C", batas_atas=Angka("50")),
        Predikat(label="B", uraian="Baik", batas_bawah=Angka("51"), batas_atas=Angka("75")),
        Predikat(label="A", batas_bawah=Angka("76"), batas_atas=Angka("100")),
    ),
    langkah=Angka("1"),
)
"""A scale whose printed rows leave gaps, in steps of one."""
LABELS: Final = Skala(
    kode="label",
    nama="Skala tanpa batas",
    predikat=(
        Predikat(label="CC", skor=Angka("1")),
        Predikat(label="BB", skor=Angka("2")),
        Predikat(label="A"),
    ),
)
"""A scale of labels alone, the last of which has no score."""
UNREAD: Final = Skala(
    kode="tak-dibaca",
    nama="Skala yang tidak dibaca",
    predikat=ROWS.predikat,
    rujukan=Rujukan(uraian="Aplikasi", status=StatusRujukan.BELUM_TERVERIFIKASI),
)
"""A scale of which no text was read."""
GRADED: Final = NilaiBerjenjang(
    aturan=NORMAL,
    ruas=(
        Ruas(atas=threshold(Pembanding.KURANG_DARI, "80"), ekspresi="capaian / 2"),
        Ruas(
            bawah=threshold(Pembanding.PALING_SEDIKIT, "90"),
            atas=threshold(Pembanding.PALING_BANYAK, "100"),
            ekspresi="100",
        ),
    ),
    pembulatan=0,
)
"""A nilai by segments, between which nothing is known."""

KOPERASI: Final = Indikator(
    kode="S1.1",
    nama="Koperasi baik",
    satuan=Satuan("unit"),
    konsolidasi=Konsolidasi.JUMLAH,
    target=(target(YEAR, "10"), target(quarter(1), "2"), target(quarter(2), "3")),
    realisasi=quarters("1", "2"),
)
"""Quarters of a sum, and a target of the year."""
KONTRIBUSI: Final = Indikator(
    kode="S1.2",
    nama="Kontribusi koperasi",
    satuan=PERSEN,
    kondisi_akhir=Kondisi(nilai=Angka("16"), periode=Periode.tahunan(2026)),
    target=(target(YEAR, "11"), target(Periode.tahunan(2026), "15")),
    realisasi=(reached(Periode.tahunan(2022), "8"), reached(YEAR, "10")),
    iku_kota=Tautan(uraian="Pertumbuhan ekonomi", dokumen="RPJMD", kode="K1"),
)
"""Two years of a percentage, and an end of the plan that its target disagrees with."""
DOKUMEN: Final = Dokumen(
    jenis=JenisDokumen.LKJIP,
    judul="LKjIP",
    kode="LKJIP",
    tujuan=(
        Tujuan(
            kode="T1",
            uraian="Menguatnya koperasi",
            sasaran=(
                Sasaran(kode="S1", uraian="Tumbuhnya koperasi", indikator=(KOPERASI, KONTRIBUSI)),
            ),
        ),
    ),
    aturan_capaian=NORMAL,
)
"""Both below one Sasaran, under one rule."""
KOTA: Final = Dokumen(
    jenis=JenisDokumen.RPJMD,
    judul="RPJMD",
    kode="RPJMD",
    indikator=(Indikator(kode="K1", nama="Pertumbuhan ekonomi"),),
)
"""What the second contributes to."""
