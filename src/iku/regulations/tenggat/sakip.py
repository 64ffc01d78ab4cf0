"""
The deadlines of SAKIP and of what stands around it.

PermenPANRB 53/2014, in force since 1 December 2014, was read where a regulation
of Kota Mojokerto quotes it; the deadlines of reports, where officials said them.
Left out is what was read nowhere: the two months that an office has to report to
its head of region, and the days of Renstra, Renja and RKPD.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from iku.domain.rujukan import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan
from iku.regulations.ketentuan import Ketentuan
from iku.regulations.tenggat.aturan import AcuanTenggat, AturanTenggat, PenggantiTenggat

_LAPORAN: Final = Rujukan(
    uraian="Deputi Kementerian PANRB, dikutip swarantt.net",
    tautan="https://swarantt.net",
    status=StatusRujukan.SEKUNDER,
)

TENGGAT_PK: Final = Ketentuan(
    kode="tenggat-pk",
    nama="Penyusunan Perjanjian Kinerja",
    isi=AturanTenggat(
        uraian="Perjanjian Kinerja disusun",
        pelaksana="instansi pemerintah",
        acuan=AcuanTenggat.PENGESAHAN_ANGGARAN,
        bulan=1,
    ),
    rujukan=Rujukan(
        dasar_hukum=DasarHukum(
            jenis=JenisPeraturan.PERMEN,
            nomor="53",
            tahun=2014,
            lembaga="PANRB",
            tentang=(
                "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu "
                "atas Laporan Kinerja Instansi Pemerintah"
            ),
        ),
        uraian="Perwali Mojokerto 11/2017, yang mengutipnya",
        tautan="https://peraturan.bpk.go.id/Details/86366",
        status=StatusRujukan.SEKUNDER,
    ),
    berlaku_mulai=date(2014, 12, 1),
)
"""Within a month of the approval of the budget document."""

TENGGAT_LKJ_KL: Final = Ketentuan(
    kode="tenggat-lkj-kl",
    nama="Penyampaian Laporan Kinerja kementerian/lembaga",
    isi=AturanTenggat(
        uraian="Laporan Kinerja disampaikan kepada Menteri Keuangan, Bappenas dan Menteri PANRB",
        pelaksana="kementerian/lembaga",
        acuan=AcuanTenggat.AKHIR_TAHUN,
        bulan=2,
    ),
    rujukan=_LAPORAN,
)
"""Two months after the fiscal year."""

TENGGAT_LKJ_PEMDA: Final = Ketentuan(
    kode="tenggat-lkj-pemda",
    nama="Penyampaian Laporan Kinerja pemerintah daerah",
    isi=AturanTenggat(
        uraian="Laporan Kinerja disampaikan kepada Menteri PANRB",
        pelaksana="pemerintah daerah",
        acuan=AcuanTenggat.AKHIR_TAHUN,
        bulan=3,
        pengganti=(
            PenggantiTenggat(
                kode="tenggat-lkj-pemda",
                tahun=2019,
                tanggal=date(2020, 4, 30),
                rujukan=Rujukan(
                    dasar_hukum=DasarHukum(
                        jenis=JenisPeraturan.SURAT_EDARAN,
                        nomor="46",
                        tahun=2020,
                        lembaga="Menteri PANRB",
                    ),
                    uraian="Kementerian PANRB, berita tentang perpanjangannya",
                    tautan=(
                        "https://menpan.go.id/site/berita-terkini/penyerahan-laporan-kinerja-"
                        "pemda-diperpanjang-hingga-30-april-2020"
                    ),
                    status=StatusRujukan.SEKUNDER,
                ),
            ),
        ),
    ),
    rujukan=_LAPORAN,
)
"""Three months after the fiscal year; the reports of 2019 had until 30 April 2020."""

TENGGAT_LPPD: Final = Ketentuan(
    kode="tenggat-lppd",
    nama="Penyampaian LPPD",
    isi=AturanTenggat(
        uraian="Laporan Penyelenggaraan Pemerintahan Daerah disampaikan",
        pelaksana="pemerintah daerah",
        acuan=AcuanTenggat.AKHIR_TAHUN,
        bulan=3,
    ),
    rujukan=Rujukan(
        uraian="Manual EKPPD 2016",
        tautan="https://www.scribd.com/document/390802291",
        status=StatusRujukan.SEKUNDER,
    ),
)
"""Three months after the fiscal year."""

TENGGAT_RPJMD: Final = Ketentuan(
    kode="tenggat-rpjmd",
    nama="Penetapan RPJMD",
    isi=AturanTenggat(
        uraian="Perda tentang RPJMD ditetapkan",
        pelaksana="kepala daerah",
        acuan=AcuanTenggat.PELANTIKAN,
        bulan=6,
        inklusif=True,
    ),
    rujukan=Rujukan(
        uraian="Inmendagri 2/2025: dilantik 20 Februari 2025, paling lambat 19 Agustus 2025",
        tautan="https://spiritsumbar.com",
        status=StatusRujukan.SEKUNDER,
    ),
)
"""Six months from the day of taking office, which the ministry counts as the first."""

TENGGAT: Final = (TENGGAT_PK, TENGGAT_LKJ_KL, TENGGAT_LKJ_PEMDA, TENGGAT_LPPD, TENGGAT_RPJMD)
"""The deadlines that are known."""
