"""Documents to draw, and the drawings they are compared with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from iku import Angka
from iku.domain import (
    Dokumen,
    Indikator,
    JenisDokumen,
    Kondisi,
    Kosong,
    Misi,
    Pemda,
    Penandatangan,
    Penjelasan,
    PerangkatDaerah,
    Periode,
    Polaritas,
    Realisasi,
    Rentang,
    Sasaran,
    Satuan,
    SebabKosong,
    SumberData,
    Target,
    Tautan,
    Tujuan,
    Versi,
    Visi,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.domain import Nilai

SNAPSHOTS: Final = Path(__file__).parents[1] / "snapshots"


@pytest.fixture(name="matches_snapshot")
def _matches_snapshot() -> Callable[[str, str], bool]:
    """Compare with a file; `IKU_WRITE_SNAPSHOTS=1` writes the file instead."""

    def matches(name: str, drawn: str) -> bool:
        path = SNAPSHOTS / name
        if os.environ.get("IKU_WRITE_SNAPSHOTS"):
            path.write_text(drawn, encoding="utf-8", newline="\n")
        return path.read_text(encoding="utf-8") == drawn

    return matches


def make_target(tahun: int, nilai: Nilai) -> Target:
    """Make the target of a year."""
    return Target(periode=Periode.tahunan(tahun), nilai=nilai)


def make_penjelasan(kode: str, satuan: str, formulasi: str, bidang: str) -> Penjelasan:
    """Make a row of the official table."""
    return Penjelasan(
        kode=kode,
        satuan=Satuan(satuan),
        alasan="Berdasarkan UU No. 25 Tahun 1992 tentang Perkoperasian",
        formulasi=formulasi,
        penanggung_jawab=(bidang,),
        sumber_data=(SumberData(uraian="Hasil Perhitungan"),),
    )


@pytest.fixture(name="tabel_iku")
def _tabel_iku() -> Dokumen:
    """Give a document in the layout of the IKU table, with an indicator of two parts."""
    kontribusi = Indikator(
        kode="S1.1",
        nama="Persentase kontribusi koperasi dan UMKM",
        penjelasan=(
            make_penjelasan("S1.1.a", "%", "NTB Koperasi / PDRB X 100%", "Bidang Koperasi"),
            make_penjelasan("S1.1.b", "%", "NTB UMKM / PDRB X 100%", "Bidang UMKM"),
        ),
    )
    kesehatan = Indikator(
        kode="S1.2",
        nama="Jumlah koperasi sehat",
        penjelasan=(make_penjelasan("S1.2.a", "unit", "Dijumlahkan", "Bidang Koperasi"),),
    )
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="INDIKATOR KINERJA UTAMA",
        perangkat_daerah=PerangkatDaerah(nama="DINAS CONTOH", pemda=Pemda(nama="Kota Contoh")),
        sasaran=(
            Sasaran(kode="S1", uraian="Tumbuhnya koperasi", indikator=(kontribusi, kesehatan)),
            Sasaran(
                kode="S2",
                uraian="Meningkatnya pelayanan",
                indikator=(
                    Indikator(
                        kode="S2.1", nama="Indeks Kepuasan Masyarakat", satuan=Satuan("indeks")
                    ),
                ),
            ),
        ),
        penandatangan=Penandatangan(
            nama="NAMA PEJABAT", jabatan="KEPALA DINAS", nip="19700101 199501 1 001"
        ),
    )


@pytest.fixture(name="matriks")
def _matriks() -> Dokumen:
    """Give a document in the layout of the matrix, with absent targets."""
    unread = Kosong(sebab=SebabKosong.TIDAK_TERBACA)
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="MATRIK INDIKATOR KINERJA UTAMA",
        versi=Versi(label="IKU VERSI TAPEM"),
        visi=Visi(uraian="Kota yang maju"),
        misi=(Misi(kode="M1", uraian="PERTAMA"), Misi(kode="M2", uraian="KEDUA")),
        tujuan=(
            Tujuan(
                kode="T1",
                uraian="Menguatnya koperasi",
                indikator=(Indikator(kode="T1.1", nama="Pertumbuhan nilai tambah"),),
            ),
        ),
        sasaran=(
            Sasaran(
                kode="S1",
                uraian="Tumbuhnya koperasi",
                indikator=(
                    Indikator(
                        kode="S1.1",
                        nama="Kontribusi koperasi",
                        iku_kota=Tautan(uraian="Laju pertumbuhan PDRB"),
                        target=(
                            make_target(2021, Angka("15")),
                            make_target(2019, Angka("5")),
                            make_target(2022, Kosong()),
                            make_target(2023, unread),
                        ),
                    ),
                    Indikator(
                        kode="S1.2",
                        nama="Koperasi yang sehat",
                        penjelasan=(Penjelasan(formulasi="Jumlah koperasi yang dinilai"),),
                    ),
                ),
            ),
        ),
    )


@pytest.fixture(name="penuh")
def _penuh() -> Indikator:
    """Give an indicator in which everything that a picture shows is filled in."""
    return Indikator(
        kode="I1",
        nama="Angka Harapan Hidup",
        satuan=Satuan("tahun"),
        polaritas=Polaritas.POSITIF,
        tipe_penghitungan="Non Kumulatif",
        definisi_operasional="Rata-rata lama hidup",
        keterangan="Target",
        baseline=Kondisi(nilai=Angka("76.5"), periode=Periode.tahunan(2018)),
        kondisi_akhir=Kondisi(nilai=Angka("77.43")),
        target=(
            make_target(2019, Rentang(bawah=Angka("77"), atas=Angka("77.29"))),
            Target(periode=Periode.tahun_ke(2), nilai=Angka("78"), sumber="Renstra"),
        ),
        realisasi=(Realisasi(periode=Periode.tahunan(2019), nilai=Angka("77.12")),),
        frekuensi="Tahunan",
        produsen_data="BPS",
    )
