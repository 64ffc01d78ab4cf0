"""
The tables that offices publish fit into the fields of the model.

One fragment of each of nine layouts, with the columns in their order and the
values that the sources print. Names of persons are left out. Where a source
gives only its columns, the value says so ("contoh").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.angka import Angka, parse_angka
from iku.codec import dumps, loads
from iku.domain import (
    Asal,
    Dokumen,
    Indikator,
    JenisCascading,
    JenisDokumen,
    JenisPeraturan,
    Kondisi,
    Konsolidasi,
    Kosong,
    Misi,
    Pagu,
    Pemda,
    Penandatangan,
    Penjelasan,
    PerangkatDaerah,
    Periode,
    Polaritas,
    Sasaran,
    Satuan,
    SebabKosong,
    SumberData,
    Target,
    Tautan,
    Tujuan,
    Variabel,
    Versi,
    Visi,
    find_dasar_hukum,
    parse_dasar_hukum,
    parse_periode,
)
from iku.formula import Jumlah, Langsung, Narasi, Persentase

if TYPE_CHECKING:
    from collections.abc import Callable

HASIL_PERHITUNGAN = (SumberData(uraian="Hasil Perhitungan"),)


def _targets(first_year: int, *written: str) -> tuple[Target, ...]:
    return tuple(
        Target(periode=Periode.tahunan(year), nilai=parse_angka(text))
        for year, text in enumerate(written, start=first_year)
    )


def _seed_part(kode: str, bidang: str, law: str, formulasi: str, variable: str) -> Penjelasan:
    return Penjelasan(
        kode=kode,
        nama=bidang,
        satuan=Satuan("%"),
        alasan=law,
        dasar_hukum=find_dasar_hukum(law),
        formulasi=formulasi,
        formula=Persentase(pembilang=variable, penyebut="PDRB"),
        penanggung_jawab=(f"Bidang {bidang}",),
        sumber_data=HASIL_PERHITUNGAN,
    )


def kota_bekasi() -> Dokumen:
    """Dinas Koperasi, Usaha Kecil dan Menengah Kota Bekasi: the table of two Penjelasan."""
    contribution = Indikator(
        kode="S1.1",
        nama="Persentase Kontribusi sektor koperasi dan UMKM terhadap pertumbuhan ekonomi",
        penjelasan=(
            _seed_part(
                "S1.1.a",
                "Koperasi",
                "Berdasarkan UU No. 25 Tahun 1992 tentang Perkoperasian, Koperasi sebagai Gerakan",
                "Nilai Tambah Bruto Koperasi /PDRB X 100%",
                "NTB_KOPERASI",
            ),
            _seed_part(
                "S1.1.b",
                "UMKM",
                "Berdasarkan UU No. 20 tahun 2008 tentang Usaha Mikro Kecil dan Menengah, UMKM",
                "Nilai Tambah Bruto UMKM / PDRB X 100%",
                "NTB_UMKM",
            ),
        ),
    )
    health = Indikator(
        kode="S1.2",
        nama="Jumlah Tingkat Kesehatan Koperasi",
        asal=Asal(tabel=1, baris=3, kolom=2, teks="", catatan="sel sasaran kosong (digabung)"),
        penjelasan=(
            Penjelasan(
                satuan=Satuan("unit"),
                formulasi="Koperasi yang telah dinilai kesehatannya dijumlahkan",
                formula=Jumlah(suku=("KOPERASI_DINILAI",)),
                penanggung_jawab=("Bidang Koperasi",),
                sumber_data=HASIL_PERHITUNGAN,
            ),
        ),
    )
    satisfaction = Indikator(
        kode="S2.1",
        nama="Indeks Kepuasan Masyarakat",
        penjelasan=(
            Penjelasan(
                satuan=Satuan("indeks"),
                formulasi="Berdasarkan hasil survey kepuasan masyarakat melalui kuesioner",
                formula=Narasi(teks="Berdasarkan hasil survey kepuasan masyarakat"),
                penanggung_jawab=("Sekretariat",),
                sumber_data=HASIL_PERHITUNGAN,
            ),
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="Indikator Kinerja Utama",
        perangkat_daerah=PerangkatDaerah(
            nama="Dinas Koperasi, Usaha Kecil dan Menengah Kota Bekasi",
            pemda=Pemda(nama="Kota Bekasi", kode_wilayah="32.75"),
        ),
        sasaran=(
            Sasaran(
                kode="S1",
                uraian="Meningkatnya Pertumbuhan ekonomi sektor koperasi dan UMKM",
                indikator=(contribution, health),
            ),
            Sasaran(
                kode="S2", uraian="Meningkatnya Kinerja Pelayanan Publik", indikator=(satisfaction,)
            ),
        ),
        variabel=(
            Variabel(kode="NTB_KOPERASI", nama="Nilai Tambah Bruto Koperasi"),
            Variabel(kode="NTB_UMKM", nama="Nilai Tambah Bruto UMKM"),
            Variabel(kode="PDRB", nama="PDRB"),
            Variabel(kode="KOPERASI_DINILAI", nama="Koperasi yang telah dinilai kesehatannya"),
        ),
        penandatangan=Penandatangan(
            nama="Drs. H. NAMA PEJABAT, M.Si",
            jabatan="Kepala Dinas Koperasi, Usaha Kecil dan Menengah Kota Bekasi",
            nip="19700101 199501 1 001",
        ),
    )


def kota_bekasi_matrik() -> Dokumen:
    """The matrix of the same office: Visi left empty, targets 2019 to 2024, 2022 not printed."""
    years = {2019: "5", 2020: "15", 2021: "15", 2022: None}
    target = tuple(
        Target(
            periode=Periode.tahunan(year),
            nilai=Angka(written) if written else Kosong(sebab=SebabKosong.TIDAK_DICANTUMKAN),
        )
        for year, written in years.items()
    )
    contribution = Indikator(
        kode="S1.1",
        nama="Persentase kontribusi sektor koperasi dan UMKM terhadap pertumbuhan ekonomi",
        target=target,
        iku_kota=Tautan(uraian="Persentase Laju Pertumbuha"),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="Matrik Indikator Kinerja Utama",
        perangkat_daerah=PerangkatDaerah(nama="DISKOPUKM", singkatan="DISKOPUKM"),
        periode=Periode.rentang(2019, 2024),
        versi=Versi(label="IKU VERSI TAPPEM"),
        misi=(Misi(kode="M3", uraian="KETIGA"),),
        tujuan=(
            Tujuan(
                kode="T1",
                uraian="Peningkatan peran koperasi dan UMKM dalam Perekonomian",
                misi="M3",
                indikator=(
                    Indikator(
                        kode="T1.1", nama="Persentase peningkatan Nilai tambah koperasi dan UMKM"
                    ),
                ),
                sasaran=(
                    Sasaran(
                        kode="S1",
                        uraian="Meningkatnya pertumbuhan ekonomi sektor koperasi dan UMKM",
                        indikator=(
                            contribution,
                            Indikator(kode="S1.2", nama="Persentase jumlah koperasi yang sehat"),
                        ),
                    ),
                ),
            ),
        ),
    )


def jawa_tengah() -> Dokumen:
    """Pergub Jawa Tengah 82/2014, Lampiran I: Tipe Penghitungan within the Penjelasan."""
    indikator = Indikator(
        kode="S1.1",
        nama="Indikator contoh",
        tipe_penghitungan="Komulatif",
        penjelasan=(
            Penjelasan(
                alasan="Alasan contoh",
                formulasi="Formulasi contoh",
                penanggung_jawab=("SKPD contoh",),
                sumber_data=(SumberData(uraian="Sumber contoh"),),
            ),
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="Indikator Kinerja Utama",
        versi=Versi(
            label="Pergub 82/2014", dasar=parse_dasar_hukum("Pergub Jawa Tengah No. 82 Tahun 2014")
        ),
        tujuan=(
            Tujuan(
                kode="T1",
                uraian="Tujuan contoh",
                sasaran=(Sasaran(kode="S1", uraian="Sasaran contoh", indikator=(indikator,)),),
            ),
        ),
    )


def kulon_progo() -> Dokumen:
    """Perbup Kulon Progo 53/2012: Satuan, Penanggung Jawab and Sumber Data, no reason."""
    indikator = Indikator(
        kode="S1.1",
        nama="Indikator contoh",
        penjelasan=(
            Penjelasan(
                satuan=Satuan("%"),
                penanggung_jawab=("Dinas contoh", "Badan contoh"),
                sumber_data=(SumberData(uraian="BPS"),),
            ),
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="Indikator Kinerja Utama",
        perangkat_daerah=PerangkatDaerah(
            nama="Kabupaten Kulon Progo", pemda=Pemda(nama="Kabupaten Kulon Progo")
        ),
        versi=Versi(
            label="Perbup 53/2012",
            dasar=parse_dasar_hukum("Perbup Kulon Progo Nomor 53 Tahun 2012"),
        ),
        sasaran=(Sasaran(kode="S1", uraian="Sasaran contoh", indikator=(indikator,)),),
    )


def surakarta() -> Dokumen:
    """E-SAKIP of Kota Surakarta: years of the plan, each with a target and its rupiah."""
    years = [Periode.tahun_ke(number) for number in range(1, 6)]
    life = Indikator(
        kode="S1.1",
        nama="Angka Harapan Hidup (tahun)",
        satuan=Satuan("tahun"),
        polaritas=Polaritas.POSITIF,
        tipe_penghitungan="Non Kumulatif",
        definisi_operasional="Definisi contoh",
        penjelasan=(
            Penjelasan(
                alasan="Alasan contoh",
                formulasi="Formulasi contoh",
                formula=Langsung(sumber="BPS"),
                penanggung_jawab=("Dinas Kesehatan",),
                sumber_data=(SumberData(uraian="BPS"),),
            ),
        ),
        target=tuple(
            Target(periode=year, nilai=parse_angka(text))
            for year, text in zip(years, ["77,29", "77,33", "77,36", "77,40", "77,43"], strict=True)
        ),
        pagu=tuple(
            Pagu(periode=year, nilai=parse_angka(text))
            for year, text in zip(
                years,
                [
                    "68.039.725.057",
                    "72.122.105.856",
                    "76.449.431.552",
                    "81.036.402.688",
                    "85.898.584.064",
                ],
                strict=True,
            )
        ),
    )
    inflation = Indikator(
        kode="S1.2",
        nama="Laju Inflasi",
        satuan=Satuan("%"),
        tipe_penghitungan="Non Kumulatif",
        target=tuple(
            Target(periode=year, nilai=parse_angka(text))
            for year, text in zip(years[:3], ["2,19", "1,94", "2,13"], strict=True)
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="Indikator Kinerja",
        perangkat_daerah=PerangkatDaerah(nama="Kota Surakarta", pemda=Pemda(nama="Kota Surakarta")),
        sasaran=(
            Sasaran(kode="S1", uraian="Sasaran strategis contoh", indikator=(life, inflation)),
        ),
    )


def banten() -> Dokumen:
    """Lumbung data Banten: agencies by kodefikasi, a baseline and six years, a data producer."""
    schooling = Indikator(
        kode="1",
        nama="Rata-rata Lama Sekolah Penduduk Usia di Atas 15 Tahun",
        satuan=Satuan("Tahun"),
        keterangan="Target",
        definisi_operasional="Definisi contoh",
        baseline=Kondisi(nilai=parse_angka("9,55"), periode=Periode.tahunan(2024)),
        target=_targets(2025, "9,66", "9,79", "9,91", "10,04", "10,16", "11,12"),
        frekuensi="Tahunan",
        produsen_data="Dinas contoh",
        penjelasan=(Penjelasan(sumber_data=(SumberData(uraian="BPS"),)),),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU Perangkat Daerah",
        perangkat_daerah=PerangkatDaerah(
            kode="1.01.2.22.0.00.02.0000",
            nama="Dinas contoh",
            pemda=Pemda(nama="Provinsi Banten", kode_wilayah="36"),
        ),
        indikator=(schooling,),
    )


def sukabumi() -> Dokumen:
    """RPJMD Sukabumi, Tabel 8.1: grouped by Misi, first and last state beside the targets."""
    prayer = Indikator(
        kode="M1.1",
        nama="Jumlah orang sholat berjamaah",
        satuan=Satuan("orang"),
        baseline=Kondisi(nilai=parse_angka("8.785,00"), periode=Periode.tahunan(2017)),
        target=_targets(2019, "10542", "12299", "14056", "15813", "1757"),
        kondisi_akhir=Kondisi(
            nilai=Angka("7028"),
            periode=Periode.tahunan(2023),
            asal=Asal(tabel=1, teks="7028", catatan="tampak sebagai jumlah kenaikan"),
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.RPJMD,
        judul="Indikator Kinerja Utama",
        periode=Periode.rentang(2019, 2023),
        visi=Visi(uraian="Visi contoh"),
        misi=(Misi(kode="M1", uraian="Misi contoh", indikator=(prayer,)),),
    )


def sidoarjo() -> Dokumen:
    """Sidoarjo: one column is definition and formula at once."""
    indikator = Indikator(
        kode="1",
        nama="Indikator contoh",
        satuan=Satuan("Indeks"),
        definisi_operasional="Definisi contoh",
        penjelasan=(Penjelasan(formulasi="Definisi/Rumus contoh"),),
    )
    return Dokumen(jenis=JenisDokumen.IKU, judul="Indikator Kinerja", indikator=(indikator,))


def kementerian_keuangan() -> Dokumen:
    """Manual IKU of the Ministry of Finance: polarisation, consolidation, seven periods."""
    columns = ["Q1", "Q2", "Smt 1", "Q3", "s.d. Q3", "Q4", "Y"]
    indikator = Indikator(
        kode="1a-CP",
        nama="Indikator contoh",
        satuan=Satuan("%"),
        polaritas=Polaritas.STABIL,
        konsolidasi=Konsolidasi.TERAKHIR,
        tipe_penghitungan="Take Last Known",
        definisi_operasional="Deskripsi contoh",
        penjelasan=(Penjelasan(formulasi="Formula contoh", penanggung_jawab=("Unit contoh",)),),
        target=tuple(
            Target(periode=parse_periode(column, tahun=2014), nilai=Angka("90"))
            for column in columns
        ),
    )
    return Dokumen(
        jenis=JenisDokumen.MANUAL_IKU,
        judul="Manual IKU",
        periode=Periode.tahunan(2014),
        sasaran=(
            Sasaran(
                kode="1",
                uraian="Sasaran strategis contoh",
                perspektif="Stakeholder",
                keterangan="Deskripsi sasaran contoh",
                indikator=(indikator,),
            ),
        ),
    )


def lampung() -> Dokumen:
    """Manual IKU of Lampung and Sumbar: a baseline, two years, how it was handed down."""
    indikator = Indikator(
        kode="SS1.1",
        nama="Indikator contoh",
        jenis_cascading=JenisCascading.NON_PETA,
        baseline=Kondisi(
            nilai=Kosong(sebab=SebabKosong.TIDAK_BERLAKU), periode=Periode.tahunan(2015)
        ),
        target=_targets(2016, "3,75", "60"),
        penjelasan=(Penjelasan(penanggung_jawab=("Unit in Charge contoh",)),),
    )
    return Dokumen(
        jenis=JenisDokumen.MANUAL_IKU,
        judul="Manual IKU",
        sasaran=(
            Sasaran(
                kode="SS1",
                uraian="Sasaran strategis contoh",
                perspektif="Customer",
                indikator=(indikator,),
            ),
        ),
    )


LAYOUTS = [
    kota_bekasi,
    kota_bekasi_matrik,
    jawa_tengah,
    kulon_progo,
    surakarta,
    banten,
    sukabumi,
    sidoarjo,
    kementerian_keuangan,
    lampung,
]


@pytest.mark.parametrize("make", LAYOUTS)
def test_every_layout_fits_and_survives_json(make: Callable[[], Dokumen]) -> None:
    """Nothing of it is lost on the way out and in."""
    made = make()
    assert list(made.walk(Indikator))
    assert loads(dumps(made)) == made


def test_one_indicator_may_have_two_explanations() -> None:
    """Koperasi and UMKM are parts of one, and each has its regulation."""
    contribution = kota_bekasi().find_indikator("S1.1")
    assert [part.nama for part in contribution.penjelasan] == ["Koperasi", "UMKM"]
    assert contribution.formula is None
    assert [str(part.dasar_hukum[0]) for part in contribution.penjelasan] == [
        "UU Nomor 25 Tahun 1992 tentang Perkoperasian",
        "UU Nomor 20 Tahun 2008 tentang Usaha Mikro Kecil dan Menengah",
    ]


def test_an_empty_cell_of_polarity_is_no_polarity() -> None:
    """The laju inflasi of Surakarta is neither positive nor negative there."""
    assert surakarta().find_indikator("S1.2").polaritas is None


def test_years_of_a_plan_become_calendar_years_when_it_is_known() -> None:
    """TAHUN-1 of 2021-2026 is 2021."""
    targets = surakarta().find_indikator("S1.1").target
    plan = Periode.rentang(2021, 2026)
    assert [str(target.periode.resolve(plan)) for target in targets] == [
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
    ]


def test_printed_precision_is_kept() -> None:
    """8.785,00 has two decimals, 77,40 keeps its zero."""
    baseline = sukabumi().find_indikator("M1.1").baseline
    assert baseline is not None
    assert baseline.nilai == Angka("8785.00")
    assert surakarta().find_indikator("S1.1").target[3].nilai == Angka("77.40")


def test_parts_of_a_year_stand_beside_the_year() -> None:
    """Seven columns, seven different periods."""
    targets = kementerian_keuangan().find_indikator("1a-CP").target
    assert [str(target.periode) for target in targets] == [
        "2014-TW1",
        "2014-TW2",
        "2014-S1",
        "2014-TW3",
        "2014-sd-TW3",
        "2014-TW4",
        "2014",
    ]


def test_regulations_name_the_edition() -> None:
    """A decree of the governor and one of the bupati."""
    kinds = [
        made.versi and made.versi.dasar and made.versi.dasar.jenis
        for made in (jawa_tengah(), kulon_progo())
    ]
    assert kinds == [JenisPeraturan.PERGUB, JenisPeraturan.PERBUP]
