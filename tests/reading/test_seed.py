"""The document this library began with: what its two tables say, and what is broken in them."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest

from iku.angka import Angka
from iku.codec import dumps, loads
from iku.domain import (
    Dokumen,
    Indikator,
    JenisDokumen,
    Kosong,
    Penjelasan,
    Periode,
    Satuan,
    SebabKosong,
    Tautan,
    Temuan,
    Variabel,
)
from iku.formula import Langsung, Narasi, Persentase
from iku.reading import Bacaan, read

SEED: Final = Path(str(files("iku").joinpath("data", "contoh", "iku-diskopukm-bekasi.txt")))
GOLDEN: Final = Path(__file__).parent / "golden"


def _show(temuan: Temuan) -> dict[str, object]:
    asal = temuan.asal
    assert asal is not None
    return {
        "kode": temuan.kode,
        "tingkat": temuan.tingkat.value,
        "pesan": temuan.pesan,
        "saran": temuan.saran,
        "subjek": temuan.subjek,
        "tabel": asal.tabel,
        "baris": asal.baris,
        "kolom": asal.kolom,
        "teks": asal.teks,
    }


@pytest.fixture(name="bacaan", scope="module")
def _bacaan() -> Bacaan:
    return read(SEED)


@pytest.fixture(name="tabel")
def _tabel(bacaan: Bacaan) -> Dokumen:
    return bacaan.dokumen[0]


@pytest.fixture(name="matriks")
def _matriks(bacaan: Bacaan) -> Dokumen:
    return bacaan.dokumen[1]


def _compare(name: str, text: str) -> bool:
    """Compare with a stored file; `IKU_WRITE_SNAPSHOTS=1` writes the file instead."""
    path = GOLDEN / name
    if os.environ.get("IKU_WRITE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") == text


class TestGolden:
    """What is read from the seed is kept as data, byte for byte."""

    def test_two_documents(self, bacaan: Bacaan) -> None:
        """Each table is a document; they are never merged."""
        assert len(bacaan.dokumen) == 2
        assert bacaan.berkas == "iku-diskopukm-bekasi.txt"

    @pytest.mark.parametrize("number", [1, 2])
    def test_json(self, bacaan: Bacaan, number: int) -> None:
        """The JSON of each document is the stored one, and it reads back equal."""
        dokumen = bacaan.dokumen[number - 1]

        assert _compare(f"iku-diskopukm-bekasi-{number}.json", dumps(dokumen))
        assert loads(dumps(dokumen)) == dokumen

    def test_temuan(self, bacaan: Bacaan) -> None:
        """The findings, with their places and the raw text, are the stored ones."""
        shown = [_show(item) for item in bacaan.temuan]

        assert _compare("temuan.json", json.dumps(shown, indent=2, ensure_ascii=False) + "\n")


class TestTabel:
    """The table with Alasan, Formulasi and Penanggung jawab."""

    def test_heading(self, tabel: Dokumen) -> None:
        """Title, agency and city."""
        agency = tabel.perangkat_daerah

        assert tabel.jenis is JenisDokumen.IKU
        assert tabel.judul == "INDIKATOR KINERJA UTAMA"
        assert agency is not None
        assert agency.nama == "DINAS KOPERASI, USAHA KECIL DAN MENENGAH"
        assert agency.pemda is not None
        assert agency.pemda.nama == "KOTA BEKASI"

    def test_nouns(self, tabel: Dokumen) -> None:
        """Two Sasaran, three indicators; the first has two Penjelasan."""
        kode = [noun.kode for noun in tabel.walk() if not isinstance(noun, Variabel)]

        assert kode == ["S1", "S1.1", "S1.1.a", "S1.1.b", "S1.2", None, "S2", "S2.1", None]

    def test_two_penjelasan(self, tabel: Dokumen) -> None:
        """One indicator, computed apart for Koperasi and UMKM; both print the same satuan."""
        indikator = tabel.find_indikator("S1.1")
        koperasi, umkm = indikator.penjelasan

        assert indikator.satuan == koperasi.satuan == umkm.satuan == Satuan("%")
        assert koperasi.formulasi == "Nilai Tambah Bruto Koperasi /PDRB X 100%"
        assert umkm.penanggung_jawab == ("Bidang UMKM",)
        assert [str(item) for item in umkm.dasar_hukum] == [
            "UU Nomor 20 Tahun 2008 tentang Usaha Mikro Kecil dan Menengah"
        ]
        assert koperasi.formula == Persentase(
            pembilang="Nilai Tambah Bruto Koperasi", penyebut="PDRB"
        )
        assert umkm.formula == Persentase(pembilang="Nilai Tambah Bruto UMKM", penyebut="PDRB")
        assert indikator.formula is None

    def test_signature(self, tabel: Dokumen) -> None:
        """Position over three lines, name with titles, NIP without spaces."""
        signed = tabel.penandatangan

        assert signed is not None
        assert signed.nama == "Drs. H. NAMA PEJABAT, M.Si"
        assert signed.jabatan == "KEPALA DINAS KOPERASI, USAHA KECIL DAN MENENGAH KOTA BEKASI"
        assert signed.nip == "197001011995011001"

    def test_asal(self, tabel: Dokumen) -> None:
        """A generated kode says so, and every noun knows its line and column."""
        asal = tabel.find_indikator("S1.2").asal

        assert asal is not None
        assert (asal.baris, asal.kolom) == (10, 3)
        assert asal.teks == "Jumlah Tingkat Kesehatan Koperasi"
        assert asal.catatan == "kode dibuat menurut urutan"


class TestMatriks:
    """The matrix whose cells fell out one by one."""

    def test_heading(self, matriks: Dokumen) -> None:
        """Edition and mission are printed; vision and IKU are labels without content."""
        assert matriks.versi is not None
        assert matriks.versi.label == "IKU VERSI TAPPEM"
        assert [(item.kode, item.uraian) for item in matriks.misi] == [("M3", "KETIGA")]
        assert matriks.visi is None

    def test_sasaran_have_no_tujuan(self, matriks: Dokumen) -> None:
        """Which Tujuan a Sasaran belongs to is not printed, so it is not said."""
        assert [item.sasaran for item in matriks.tujuan] == [(), ()]
        assert [item.kode for item in matriks.sasaran] == ["S1", "S2"]

    def test_texts_are_kept_as_printed(self, matriks: Dokumen) -> None:
        """Cut-off words are not completed."""
        (penjelasan,) = matriks.find_indikator("S1.2").penjelasan

        assert matriks.sasaran[1].uraian == "Meningkatkan kinerja pelayanan pub"
        assert penjelasan.formulasi == "Jumlah Koperasi yang telah dinilai kese"
        assert matriks.find_indikator("S1.1").iku_kota == Tautan(
            uraian="Persentase Laju Pertumbuha"
        )

    def test_targets(self, matriks: Dokumen) -> None:
        """Printed numbers are read; 2022 is not printed; 2023 and 2024 cannot be told."""
        target = matriks.find_indikator("S1.1").target
        absent = {
            str(item.periode): (item.nilai.sebab, item.asal.baris, item.asal.catatan)
            for item in target
            if isinstance(item.nilai, Kosong) and item.asal and item.asal.teks is None
        }
        loose = 'nilai lepas yang mungkin miliknya: "15" (baris 74), "10" (baris 76)'

        assert [item.periode for item in target] == [
            Periode.tahunan(year) for year in range(2019, 2025)
        ]
        assert [item.nilai for item in target[:3]] == [Angka("5"), Angka("15"), Angka("15")]
        assert absent == {
            "2022": (SebabKosong.TIDAK_DICANTUMKAN, 64, None),
            "2023": (SebabKosong.TIDAK_TERBACA, 70, loose),
            "2024": (SebabKosong.TIDAK_TERBACA, 72, loose),
        }

    def test_other_indicators_get_no_targets(self, matriks: Dokumen) -> None:
        """What stands in one row is not copied to the rows below."""
        with_target = [item.kode for item in matriks.walk(Indikator) if item.target]

        assert with_target == ["S1.1"]


class TestFormulasi:
    """Each sentence is read; the document is given what has one meaning."""

    def test_one_variable_serves_two_penjelasan(self, tabel: Dokumen) -> None:
        """PDRB is declared once; the survey is reported and names none."""
        assert [one.kode for one in tabel.variabel] == [
            "Nilai Tambah Bruto Koperasi",
            "PDRB",
            "Nilai Tambah Bruto UMKM",
            "Koperasi yang telah dinilai kesehatannya",
        ]
        assert tabel.find_indikator("S2.1").formula == Langsung()

    def test_a_sentence_that_is_cut_off(self, bacaan: Bacaan, matriks: Dokumen) -> None:
        """What is left of it counts, and its indicator is a percentage: it stays prose."""
        (read,) = [one for one in bacaan.formulasi if one.dokumen == 2]

        assert isinstance(read.pembacaan.formula, Narasi)
        assert not read.dipasang
        assert {one.formula for one in matriks.walk(Penjelasan)} == {None}

    def test_every_sentence_is_there(self, bacaan: Bacaan) -> None:
        """With its place and its evidence."""
        assert [(one.dokumen, one.subjek, one.dipasang) for one in bacaan.formulasi] == [
            (1, "S1.1.a", True),
            (1, "S1.1.b", True),
            (1, "S1.2", True),
            (1, "S2.1", True),
            (2, "S1.2", False),
        ]
        assert all(one.pembacaan.bukti for one in bacaan.formulasi)
        assert bacaan.formulasi[0].asal.teks == "Nilai Tambah Bruto Koperasi /PDRB X 100%"
