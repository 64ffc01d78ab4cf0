"""What stands above and below a table: title, labels, agency, period, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.domain import (
    Asal,
    Dokumen,
    Indikator,
    JenisDokumen,
    Pemda,
    PerangkatDaerah,
    Periode,
    Tambahan,
)
from iku.errors import ReadingError
from iku.reading import Bacaan, read, read_text
from iku.reading.tables.agencies import parse_agency

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "Sasaran\tIndikator\tSatuan\tFormulasi\tTarget 2024\nA\tB\t%\tx\t1\n"


def _read(above: str = "INDIKATOR KINERJA UTAMA", below: str = "") -> Bacaan:
    return read_text(f"{above}\n\n{TABLE}\n{below}\n")


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


class TestKind:
    """The words of the title name the kind of document."""

    @pytest.mark.parametrize(
        ("judul", "jenis"),
        [
            ("INDIKATOR KINERJA UTAMA", JenisDokumen.IKU),
            ("Lampiran 2: Indikator Kinerja Utama (IKU) Tahun 2019-2024", JenisDokumen.IKU),
            ("PENETAPAN INDIKATOR KINERJA UTAMA", JenisDokumen.IKU),
            ("IKU", JenisDokumen.IKU),
            ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2024", JenisDokumen.PK),
            ("PENETAPAN KINERJA", JenisDokumen.PK),
            ("RENCANA STRATEGIS 2019 - 2024", JenisDokumen.RENSTRA),
            ("RENCANA AKSI PERJANJIAN KINERJA", JenisDokumen.RENCANA_AKSI),
            ("RENCANA KINERJA TAHUNAN", JenisDokumen.RKT),
            ("RENCANA KERJA", JenisDokumen.RENJA),
            ("RENCANA AKSI", JenisDokumen.RENCANA_AKSI),
            ("TABEL RPJMD", JenisDokumen.RPJMD),
            ("LKjIP", JenisDokumen.LKJIP),
            ("MANUAL IKU", JenisDokumen.MANUAL_IKU),
            ("TENTANG PENETAPAN INDIKATOR KINERJA UTAMA", JenisDokumen.IKU),
        ],
    )
    def test_kind(self, judul: str, jenis: JenisDokumen) -> None:
        """Each title is kept as printed."""
        dokumen = _one(_read(judul))

        assert (dokumen.judul, dokumen.jenis) == (judul, jenis)

    def test_unknown_title(self) -> None:
        """The first line that says nothing known is the title, of no known kind."""
        bacaan = _read("CASCADING 2024\nbaris lain")

        assert _one(bacaan).judul == "CASCADING 2024"
        assert _one(bacaan).jenis is JenisDokumen.LAINNYA
        assert _codes(bacaan) == ["B003", "B022"]

    @pytest.mark.parametrize(
        "above", ["Tabel T-C.25\nPENGUKURAN TAHUN 2024", "PENGUKURAN TAHUN 2024\nBAB III"]
    )
    def test_a_number_is_no_title(self, above: str) -> None:
        """The next line is it, whatever period it names besides."""
        bacaan = _read(above)

        assert _one(bacaan).judul == "PENGUKURAN TAHUN 2024"
        assert _one(bacaan).periode == Periode.tahunan(2024)
        assert _codes(bacaan).count("B022") == 1

    def test_only_a_number(self) -> None:
        """Where nothing else stands above, it is the title."""
        assert _one(_read("Tabel 3.1")).judul == "Tabel 3.1"

    def test_no_title(self) -> None:
        """None is invented."""
        bacaan = _read("VISI: x")
        (temuan,) = bacaan.temuan

        assert _one(bacaan).judul == "(tanpa judul)"
        assert _one(bacaan).asal == Asal(
            tabel=1, catatan="judul tidak tercantum; diisi oleh pembaca"
        )
        assert (temuan.kode, temuan.asal) == ("IKU-B002", Asal(tabel=1))


class TestCaption:
    """Of several titles above a table, the one nearest to it is its own."""

    CHAPTER = "LAPORAN KINERJA\nTAHUN 2024\nDINAS KESEHATAN\n\nBAB II\nPERENCANAAN"

    @pytest.mark.parametrize(
        ("above", "judul", "jenis"),
        [
            (f"{CHAPTER}\n\nPerjanjian Kinerja", "Perjanjian Kinerja", JenisDokumen.PK),
            (f"{CHAPTER}\nPerjanjian Kinerja", "Perjanjian Kinerja", JenisDokumen.PK),
            (f"{CHAPTER}\n\nTabel 2.1 Target", "Tabel 2.1 Target", JenisDokumen.LKJIP),
            (f"{CHAPTER}\n\nTabel II.1\nTarget", "Target", JenisDokumen.LKJIP),
            (f"{CHAPTER}\n\nTabel 2.1\n\nTarget", "Target", JenisDokumen.LKJIP),
            (f"{CHAPTER}\n\nTabel T-C.1. IKU 2021-2026", "Tabel T-C.1. IKU 2021-2026", "iku"),
            (f"{CHAPTER}\n\nTabel 1: IKU\nDINAS A", "Tabel 1: IKU", JenisDokumen.IKU),
            (f"Tabel 1 IKU\n\n{CHAPTER}\n\nTabel 2 RKT", "Tabel 2 RKT", JenisDokumen.RKT),
            ("RENCANA STRATEGIS\n\nIKU", "IKU", JenisDokumen.IKU),
            ("IKU\nRENSTRA 2019-2024", "IKU", JenisDokumen.IKU),
            ("IKU\nDINAS A\nTAHUN 2024\nRENSTRA", "IKU", JenisDokumen.IKU),
        ],
    )
    def test_nearest(self, above: str, judul: str, jenis: str) -> None:
        """A chapter says the kind where the caption does not; lines of one title are one."""
        dokumen = _one(_read(above))

        assert (dokumen.judul, dokumen.jenis) == (judul, jenis)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Indikator kinerja utama dinas ditetapkan oleh kepala dinas",
            "Perjanjian kinerja memuat target sebagai berikut:",
            "Tabel 2.1 menunjukkan target dinas",
            "Tabel berikut memuat target",
            "Tabel visi dan misi",
            "Tabel 2.1 Perjanjian Kinerja ............ 12",
            "Tabel 2.1 " + "kata " * 50,
        ],
    )
    def test_sentence(self, sentence: str) -> None:
        """Running text is no title where there is one."""
        assert _one(_read(f"IKU\n\n{sentence}")).judul == "IKU"

    def test_sentence_alone(self) -> None:
        """Better than none."""
        assert _one(_read("IKU dinas adalah:\n\nRENSTRA memuat:")).judul == "IKU dinas adalah:"

    def test_period_and_agency(self) -> None:
        """Those of the caption, or else the nearest above it."""
        above = f"{self.CHAPTER}\n\nTabel 1 IKU Tahun 2023\n\nsampai dengan tahun 2021"

        assert _one(_read(above)).periode == Periode.tahunan(2023)
        assert _one(_read(f"{self.CHAPTER}\n\nTabel 1 IKU")).periode == Periode.tahunan(2024)
        assert _one(_read(above)).perangkat_daerah == PerangkatDaerah(nama="DINAS KESEHATAN")

    def test_what_gave_something_is_read(self) -> None:
        """A chapter that gave the kind or the period is no unread line."""
        assert _codes(_read("RENSTRA 2021-2026\n\nTabel 1 Sasaran")) == []

    def test_second_table(self) -> None:
        """A caption begins a document, whatever it is called; one that goes on does not."""
        bacaan = read_text(
            f"Tabel 1 Satu\n\n{TABLE}\nTabel 1 (lanjutan)\n\n{TABLE.replace('B', 'C')}\n"
            f"Tabel 2 Dua\n\n{TABLE}\nTabel 3\nTiga\n\n{TABLE}"
        )

        assert [one.judul for one in bacaan.dokumen] == ["Tabel 1 Satu", "Tabel 2 Dua", "Tiga"]
        assert len(bacaan.dokumen[0].sasaran[0].indikator) == 2


class TestPeriode:
    """The period stands in the title, on a line of its own, or behind a label."""

    @pytest.mark.parametrize(
        ("above", "periode"),
        [
            ("IKU TAHUN 2024", Periode.tahunan(2024)),
            ("INDIKATOR KINERJA UTAMA\nPERIODE 2019 – 2024", Periode.rentang(2019, 2024)),
            ("INDIKATOR KINERJA UTAMA\nTahun: 2024", Periode.tahunan(2024)),
            ("INDIKATOR KINERJA UTAMA\nPeriode: Triwulan II 2024", Periode.triwulan_ke(2024, 2)),
            ("INDIKATOR KINERJA UTAMA\nTAHUN 2024-2019", None),
            ("INDIKATOR KINERJA UTAMA", None),
            ("INDIKATOR KINERJA UTAMA KOTA MAJU 2021-2026", Periode.rentang(2021, 2026)),
            ("INDIKATOR KINERJA UTAMA\nNOMOR 050/12/2022", None),
            ("INDIKATOR KINERJA UTAMA TAHUN 2024\nTAHUN 2025", Periode.tahunan(2024)),
            ("INDIKATOR KINERJA UTAMA " + "x" * 200 + " TAHUN 2024", None),
        ],
    )
    def test_periode(self, above: str, periode: Periode | None) -> None:
        """Nothing is concluded from the years of the columns."""
        assert _one(_read(above)).periode == periode

    def test_unreadable_label(self) -> None:
        """A label whose content is no period is kept."""
        bacaan = _read("INDIKATOR KINERJA UTAMA\nPeriode: lima tahunan")

        assert _one(bacaan).periode is None
        assert _one(bacaan).tambahan == Tambahan.from_mapping(
            {"x-label": {"Periode": ["lima tahunan"]}}
        )
        assert _codes(bacaan) == ["B029"]


class TestAgency:
    """An agency is known by the word that begins its name."""

    @pytest.mark.parametrize(
        ("lines", "nama", "pemda"),
        [
            ("DINAS KESEHATAN KOTA MAJU", "DINAS KESEHATAN", "KOTA MAJU"),
            ("PEMERINTAH KABUPATEN ANYAR\nBADAN KEUANGAN", "BADAN KEUANGAN", "KABUPATEN ANYAR"),
            ("DINAS TATA KOTA DAN TAMAN", "DINAS TATA KOTA DAN TAMAN", None),
            (
                "KOTA MAJU\nDINAS TATA KOTA KABUPATEN ANYAR",
                "DINAS TATA KOTA",
                "KABUPATEN ANYAR",
            ),
            ("OPD: DISKOPUKM", "DISKOPUKM", None),
            ("DINAS KESEHATAN KOTA MAJU TAHUN 2021 – 2026", "DINAS KESEHATAN", "KOTA MAJU"),
            ("KABUPATEN ANYAR, 2024\nBADAN KEUANGAN", "BADAN KEUANGAN", "KABUPATEN ANYAR"),
            ("SKPD : Kecamatan Timur Kota Maju", "Kecamatan Timur", "Kota Maju"),
        ],
    )
    def test_agency(self, lines: str, nama: str, pemda: str | None) -> None:
        """Its government is taken apart where the name ends in it."""
        expected = PerangkatDaerah(nama=nama, pemda=Pemda(nama=pemda) if pemda else None)

        assert _one(_read(f"INDIKATOR KINERJA UTAMA\n{lines}")).perangkat_daerah == expected

    def test_government_alone(self) -> None:
        """A document of the government itself names no agency."""
        bacaan = _read("INDIKATOR KINERJA UTAMA\nPEMERINTAH KOTA MAJU")

        assert _one(bacaan).perangkat_daerah is None
        assert _one(bacaan).tambahan == Tambahan.from_mapping({"x-pemda": "KOTA MAJU"})
        assert _codes(bacaan) == []

    def test_second_agency(self) -> None:
        """A further line is not read, and noted."""
        bacaan = _read("INDIKATOR KINERJA UTAMA\nDINAS A\nDINAS B\nKOTA C\nKOTA D")

        assert _codes(bacaan) == ["B022", "B022"]

    def test_name_alone(self) -> None:
        """Nothing to take apart."""
        assert parse_agency("DINAS") == PerangkatDaerah(nama="DINAS")


class TestTitleBelow:
    """The title of the next document, below the lines that end the one before."""

    @pytest.mark.parametrize("above", ["Sumber: Dinas A, 2024", "Mataram, 2 Januari 2024"])
    def test_without_blank_line(self, above: str) -> None:
        """It begins the next document, and is no note of the one before."""
        satu, dua = _read(below=f"{above}\nTabel 2.2 Realisasi Kinerja\n\n{TABLE}").dokumen

        assert satu.judul == "INDIKATOR KINERJA UTAMA"
        assert dua.judul == "Tabel 2.2 Realisasi Kinerja"
        assert "Tabel" not in str(satu.tambahan)

    def test_in_capitals(self) -> None:
        """A title in capitals begins it too; other lines that begin like one are notes."""
        below = f"NIP. 197001011995032001\nPERJANJIAN KINERJA TAHUN 2025\nDINAS A\n\n{TABLE}"
        _, dua = _read(below=below).dokumen
        (dokumen,) = _read(below="Catatan: x\nPerjanjian kinerja ini berlaku").dokumen

        assert (dua.judul, dua.perangkat_daerah) == (
            "PERJANJIAN KINERJA TAHUN 2025",
            PerangkatDaerah(nama="DINAS A"),
        )
        assert dokumen.judul == "INDIKATOR KINERJA UTAMA"

    def test_goes_on(self) -> None:
        """One that says so begins none."""
        (dokumen,) = _read(below="12\nTabel 2.1 Kinerja (lanjutan)\n\n" + TABLE).dokumen

        assert len(list(dokumen.walk(Indikator))) == 1


class TestLabels:
    """Lines with a label, their content behind a colon and on the lines below."""

    def test_content_over_lines(self) -> None:
        """Lines without label go on with the one above."""
        dokumen = _one(
            _read("INDIKATOR KINERJA UTAMA\nVISI : Maju\nbersama\nMISI 2: Sehat\nMISI: Adil")
        )

        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "Maju bersama"
        assert [(item.kode, item.uraian) for item in dokumen.misi] == [
            ("M2", "Sehat"),
            ("M2-2", "Adil"),
        ]

    @pytest.mark.parametrize(
        ("label", "kode"),
        [
            ("MISI: KETIGA", "M3"),
            ("Misi ke-4 : Adil", "M4"),
            ("MISI II: Adil", "M2"),
            ("MISI: A", "M1"),
        ],
    )
    def test_number_of_a_mission(self, label: str, kode: str) -> None:
        """A printed number becomes the kode; without one, order does."""
        assert _one(_read(f"INDIKATOR KINERJA UTAMA\n\n{label}")).misi[0].kode == kode

    @pytest.mark.parametrize(
        ("label", "versi"),
        [
            ("IKU VERSI TAPPEM", "IKU VERSI TAPPEM"),
            ("Iku  versi Bappeda", "Iku  versi Bappeda"),
            ("Versi: Perubahan", "Perubahan"),
            ("Versi:", "Versi"),
        ],
    )
    def test_versi(self, label: str, versi: str) -> None:
        """An edition is called as printed."""
        dokumen = _one(_read(f"INDIKATOR KINERJA UTAMA\n\n{label}"))

        assert dokumen.versi is not None
        assert dokumen.versi.label == versi

    def test_empty_and_repeated(self) -> None:
        """Empty ones are findings; a second vision, and the label IKU, have no field."""
        bacaan = _read(
            "INDIKATOR KINERJA UTAMA\nVISI:\nVISI\nOPD:\nIKU: a\nIKU: b\nVISI: c\nVISI: d"
        )
        dokumen = _one(bacaan)

        assert _codes(bacaan) == ["B004", "B004", "B004", "B029", "B029", "B029"]
        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "c"
        assert dokumen.tambahan == Tambahan.from_mapping(
            {"x-label": {"IKU": ["a", "b"], "VISI": ["d"]}}
        )

    def test_long_line_before_a_colon(self) -> None:
        """Prose is no label."""
        bacaan = _read("INDIKATOR KINERJA UTAMA\n" + "kata " * 20 + ": x")

        assert _codes(bacaan) == ["B022"]

    def test_giant_content(self) -> None:
        """More lines than a cell can have are refused."""
        with pytest.raises(ReadingError) as caught:
            _read("INDIKATOR KINERJA UTAMA\nVISI:\n" + "kata kata\n" * 1_200)

        assert caught.value.code == "text-too-long"


class TestSignature:
    """Position, name, rank and NIP below the table."""

    def test_whole(self) -> None:
        """Place and date are noted, the rank is told from the name."""
        bacaan = _read(
            below="Maju, 2 Januari 2024\nPlt. KEPALA DINAS,\n\n\nNAMA\nPembina Tk. I\nIV/b\n"
            "NIP. 19700101 199501 1 001\nTembusan"
        )
        signed = _one(bacaan).penandatangan

        assert signed is not None
        assert (signed.nama, signed.jabatan) == ("NAMA", "Plt. KEPALA DINAS")
        assert signed.pangkat == "Pembina Tk. I IV/b"
        assert _codes(bacaan) == ["B022", "B022"]

    def test_rank(self) -> None:
        """The line between name and NIP."""
        bacaan = _read(
            below="a.n. BUPATI ANYAR\nKEPALA DINAS\n\nNAMA\nPembina Utama Muda\n"
            "NIP 197001011995011001"
        )
        signed = _one(bacaan).penandatangan

        assert signed is not None
        assert (signed.nama, signed.pangkat) == ("NAMA", "Pembina Utama Muda")
        assert signed.jabatan == "a.n. BUPATI ANYAR KEPALA DINAS"
        assert signed.nip == "197001011995011001"

    def test_in_a_cell(self, tmp_path: Path) -> None:
        """Two parties sign beside each other, each in one cell of a frame."""
        path = tmp_path / "pk.html"
        path.write_text(
            "<p>PERJANJIAN KINERJA<table><tr><th>Sasaran<th>Indikator<tr><td>A<td>B</table><p>Maju"
            "<table><tr><td>PIHAK KEDUA<br>BUPATI ANYAR,<br><br>NAMA A"
            "<td>PIHAK PERTAMA<br>KEPALA DINAS,<br><br>NAMA B<br>NIP. 197001011995011001</table>",
            encoding="utf-8",
        )
        signed = _one(read(path)).penandatangan

        assert signed is not None
        assert (signed.nama, signed.jabatan) == ("NAMA B", "KEPALA DINAS")

    def test_without_position(self) -> None:
        """A name above a NIP is enough."""
        signed = _one(_read(below="NAMA\nNIP. 19700101 199501 1 001")).penandatangan

        assert signed is not None
        assert signed.jabatan is None

    def test_without_nip(self) -> None:
        """Heads of government have none: a last line alone below the position."""
        signed = _one(_read(below="BUPATI ANYAR,\n\n\nNAMA")).penandatangan

        assert signed is not None
        assert (signed.nama, signed.jabatan, signed.nip) == ("NAMA", "BUPATI ANYAR", None)

    @pytest.mark.parametrize(
        "below", ["BUPATI", "BUPATI\n\nNAMA\nlain", "catatan\n\nlain", "NIP. 1"]
    )
    def test_no_signature(self, below: str) -> None:
        """Less than that is not read, and noted."""
        bacaan = _read(below=below)

        assert _one(bacaan).penandatangan is None
        assert set(_codes(bacaan)) == {"B022"}

    def test_bad_nip(self) -> None:
        """It is left out, and the finding does not repeat it."""
        bacaan = _read(below="KEPALA DINAS\n\nNAMA\nNIP. 12345")
        signed = _one(bacaan).penandatangan

        assert signed is not None
        assert signed.nip is None
        assert _codes(bacaan) == ["B024"]
        assert "12345" not in str(bacaan.temuan)
        assert bacaan.temuan[0].asal is not None
        assert bacaan.temuan[0].asal.baris == 9
