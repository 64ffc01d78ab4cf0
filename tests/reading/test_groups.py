"""Rows that group others, notes around a table, signatures in tables."""

from __future__ import annotations

import pytest

from iku.domain import Dokumen, Indikator, Tambahan
from iku.reading import Bacaan, read_text

HEADER = "No\tIndikator\tSatuan\tTarget 2024"
THREE = "No\tSasaran\tIndikator\tSatuan"


def _read(*rows: str, title: str = "INDIKATOR KINERJA UTAMA") -> Bacaan:
    return read_text(f"{title}\n\n" + "\n".join(rows) + "\n")


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _codes(bacaan: Bacaan) -> list[str]:
    return [one.kode.removeprefix("IKU-") for one in bacaan.temuan if one.kode != "IKU-B009"]


class TestVisiMisi:
    """A row that says Visi or Misi stands over the rows below."""

    def test_indicators_below_missions(self) -> None:
        """Where no Tujuan is printed, a mission owns its indicators."""
        dokumen = _one(
            _read(
                HEADER,
                "VISI : Maju bersama\t\t\t",
                "MISI 1 : Warga sehat\t\t\t",
                "1\tUmur\ttahun\t70",
                "2\tGizi\t%\t5",
                "Misi Kedua: Jalan baik\t\t\t",
                "3\tJalan\tkm\t9",
            )
        )

        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "Maju bersama"
        assert [(one.kode, one.uraian) for one in dokumen.misi] == [
            ("M1", "Warga sehat"),
            ("M2", "Jalan baik"),
        ]
        assert [[item.kode for item in one.indikator] for one in dokumen.misi] == [
            ["M1.1", "M1.2"],
            ["M2.1"],
        ]
        assert dokumen.indikator == ()

    def test_tujuan_and_sasaran_below_missions(self) -> None:
        """A Tujuan names its mission; a Sasaran without Tujuan keeps it beside."""
        dokumen = _one(
            _read(
                "Tujuan\tSasaran\tIndikator",
                "MISI 2: Satu\t\t",
                "T\tS\tB",
                "MISI: Dua\t\t",
                "\tU\tC",
            )
        )

        assert [(one.uraian, one.misi) for one in dokumen.tujuan] == [("T", "M2")]
        assert [(one.uraian, one.tambahan) for one in dokumen.sasaran] == [
            ("U", Tambahan.from_mapping({"x-misi": "M2-2"}))
        ]

    def test_copied_into_all_cells(self) -> None:
        """An export fills the cells that a merged one covers; a second Visi is not lost."""
        row = "\t".join(["MISI 1: Warga sehat"] * 4)
        dokumen = _one(_read(HEADER, "Visi: A\t", row, "1\tB\t%\t5"))

        assert [one.uraian for one in dokumen.misi] == ["Warga sehat"]
        assert [one.nama for one in dokumen.walk(Indikator)] == ["B"]

    def test_beside_the_labels_above(self) -> None:
        """What stands above the table comes first."""
        dokumen = _one(
            _read(
                HEADER, "VISI: Lain\t", "MISI 2: Dua\t", "1\tB\t%\t5",
                title="INDIKATOR KINERJA UTAMA\n\nVISI: Maju\nMISI 1: Satu",
            )
        )  # fmt: skip

        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "Maju"
        assert [one.uraian for one in dokumen.misi] == ["Satu", "Dua"]
        assert dokumen.tambahan == Tambahan.from_mapping({"x-catatan": ["VISI: Lain"]})

    @pytest.mark.parametrize("title", ["IKU\n\nVISI: Maju", "IKU"])
    def test_the_same_visi_again(self, title: str) -> None:
        """It is one; another one is kept as a note."""
        rows = ("VISI: Maju\t", "Visi : Maju\t", "VISI: Lain\t", "1\tB\t%\t5")
        dokumen = _one(_read(HEADER, *rows, title=title))

        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "Maju"
        assert dokumen.tambahan == Tambahan.from_mapping({"x-catatan": ["VISI: Lain"]})

    @pytest.mark.parametrize(
        "text",
        [
            "Misi dagang", "Sasaran penerima bantuan", "Visi", "Misi :", "Misi 1:",
            "Tujuan wisata: jumlah",
        ],
    )  # fmt: skip
    def test_words_that_only_begin_so(self, text: str) -> None:
        """They name no mission."""
        dokumen = _one(_read(HEADER, f"\t{text}\t\t", "1\tB\t%\t5"))

        assert dokumen.misi == ()
        assert [one.nama for one in dokumen.indikator] == [text, "B"]


class TestNamedCells:
    """A cell that names its own noun is that noun, whatever its column."""

    def test_group_rows(self) -> None:
        """Tujuan, Sasaran and Perspektif over the rows that they group."""
        dokumen = _one(
            _read(
                HEADER,
                "Perspektif: Stakeholder\t\t\t",
                "Tujuan 1. Warga sehat\t\t\t",
                "1\tUmur\ttahun\t70",
                "Sasaran 1.1: Gizi baik\t\t\t",
                "2\tGizi\t%\t5",
            )
        )
        (tujuan,) = dokumen.tujuan

        assert tujuan.uraian == "Warga sehat"
        assert [one.nama for one in tujuan.indikator] == ["Umur"]
        assert [(one.uraian, one.perspektif) for one in tujuan.sasaran] == [
            ("Gizi baik", "Stakeholder")
        ]
        assert [one.nama for one in tujuan.sasaran[0].indikator] == ["Gizi"]

    def test_one_column_for_both(self) -> None:
        """Tujuan and Sasaran in one column, each under its own name."""
        dokumen = _one(
            _read(
                "Tujuan dan Sasaran Strategis\tIndikator\tSatuan",
                "Tujuan: Layanan baik\tIndeks\tnilai",
                "\tSkor\tnilai",
                "Sasaran 1: Cepat\tWaktu\thari",
                "Sasaran 2: Ramah\tKeluhan\torang",
            )
        )
        (tujuan,) = dokumen.tujuan

        assert [one.nama for one in tujuan.indikator] == ["Indeks", "Skor"]
        assert [one.uraian for one in tujuan.sasaran] == ["Cepat", "Ramah"]
        assert [one.kode for one in tujuan.sasaran[0].indikator] == ["S1.1"]

    def test_repeated(self) -> None:
        """A Tujuan that is named again is the same."""
        dokumen = _one(_read(HEADER, "Tujuan: T\t", "1\tB\t%\t5", "Tujuan: T\t", "2\tC\t%\t5"))

        assert [len(one.indikator) for one in dokumen.tujuan] == [2]

    def test_a_mission_in_the_column_of_sasaran(self) -> None:
        """Beside an indicator it is what its column says."""
        dokumen = _one(_read(THREE, "1\tMisi 1: x\tB\t%"))

        assert [one.uraian for one in dokumen.sasaran] == ["Misi 1: x"]


class TestNotes:
    """Notes below and among the rows are kept, and no rows."""

    @pytest.mark.parametrize(
        "note",
        [
            "Catatan: angka sementara",
            "Ket. : x",
            "Sumber: BPS, 2020",
            "*) sementara",
            "* x",
            "**)",
            "\u00b9 x",
        ],
    )
    def test_in_the_table(self, note: str) -> None:
        """In a merged row at its end."""
        bacaan = _read(HEADER, "1\tB\t%\t5", f"{note}\t\t\t")

        assert _one(bacaan).tambahan == Tambahan.from_mapping({"x-catatan": [note]})
        assert _codes(bacaan) == ["B042"]

    def test_below(self) -> None:
        """With the lines that go on with it, up to who signed."""
        bacaan = _read(
            HEADER, "1\tB\t%\t5", "", "Lihat lampiran", "Catatan:", "angka sementara",
            "KEPALA DINAS PERTANIAN", "", "NAMA", "NIP. 197001011995011001",
        )  # fmt: skip
        dokumen = _one(bacaan)

        assert dokumen.tambahan == Tambahan.from_mapping(
            {"x-catatan": ["Catatan:", "angka sementara"]}
        )
        assert dokumen.penandatangan is not None
        assert dokumen.penandatangan.jabatan == "KEPALA DINAS PERTANIAN"
        assert _codes(bacaan) == ["B022", "B042", "B042"]


class TestSignaturesInTables:
    """Who signed may stand in rows of the table, or in a frame of its own."""

    def test_rows_at_the_end(self) -> None:
        """They are no indicators."""
        bacaan = _read(
            THREE, "1\tA\tB\t%", "\t\t\tKEPALA DINAS PERTANIAN", "\t\t\tNAMA",
            "\t\t\tNIP. 197001011995011001",
        )  # fmt: skip
        dokumen = _one(bacaan)

        assert [one.nama for one in dokumen.walk(Indikator)] == ["B"]
        assert dokumen.penandatangan is not None
        assert (dokumen.penandatangan.nama, dokumen.penandatangan.jabatan) == (
            "NAMA",
            "KEPALA DINAS PERTANIAN",
        )

    def test_a_number_without_a_position(self) -> None:
        """Rows that only look like the end of a signature stay rows."""
        bacaan = _read(THREE, "1\tA\tB\t%", "\t\tC\tNIP. 1")

        assert [one.nama for one in _one(bacaan).walk(Indikator)] == ["B", "C"]

    def test_two_parties(self) -> None:
        """Of a Perjanjian Kinerja, the first party promises; the other is noted."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget", "A\tB\t5", "",
            "PIHAK KEDUA,\tPIHAK PERTAMA,", "WALI KOTA ANYAR\tKEPALA DINAS PERTANIAN",
            "SATU\tDUA", "\tNIP. 197001011995011001",
            title="PERJANJIAN KINERJA TAHUN 2024",
        )  # fmt: skip
        dokumen = _one(bacaan)

        assert dokumen.penandatangan is not None
        assert (dokumen.penandatangan.nama, dokumen.penandatangan.jabatan) == (
            "DUA",
            "KEPALA DINAS PERTANIAN",
        )
        assert [one.nama for one in dokumen.walk(Indikator)] == ["B"]
        assert "B022" in _codes(bacaan)

    def test_two_positions(self) -> None:
        """Without parties, the last signs for the document."""
        bacaan = _read(
            "Sasaran\tIndikator\tSatuan", "A\tB\t%", "",
            "SEKRETARIS DAERAH\tKEPALA DINAS", "SATU\tDUA",
            "NIP. 197001011995011001\tNIP. 190001011925011001",
        )  # fmt: skip
        signed = _one(bacaan).penandatangan

        assert signed is not None
        assert (signed.nama, signed.nip) == ("DUA", "190001011925011001")


class TestOwners:
    """Whose indicator a row names that leaves the cell of its Sasaran blank."""

    def test_tujuan(self) -> None:
        """Before the first Sasaran of a Tujuan stand the indicators of the Tujuan."""
        bacaan = _read(
            "Tujuan\tSasaran\tIndikator Tujuan/Sasaran\tSatuan",
            "Maju\t\tNilai tukar\tindeks",
            "\tPangan cukup\tProduksi\tton",
            "Bersih\t\tNilai RB\tnilai",
        )
        maju, bersih = _one(bacaan).tujuan

        assert [one.kode for one in maju.indikator] == ["T1.1"]
        assert [one.nama for one in maju.sasaran[0].indikator] == ["Produksi"]
        assert [one.nama for one in bersih.indikator] == ["Nilai RB"]
        assert _codes(bacaan) == []

    @pytest.mark.parametrize(
        ("header", "first"),
        [
            ("Tujuan\tSasaran\tIndikator Sasaran\tSatuan", "Maju\t\tUmur\ttahun"),
            ("No\tSasaran\tIndikator\tSatuan", "1\t\tUmur\ttahun"),
        ],
    )
    def test_nobody(self, header: str, first: str) -> None:
        """Without Sasaran, one that the header gives to a Sasaran belongs to none, and is noted."""
        bacaan = _read(header, first, "\tSehat\tGizi\t%")
        dokumen = _one(bacaan)

        assert [one.nama for one in dokumen.indikator] == ["Umur"]
        assert sorted(one.nama for one in dokumen.walk(Indikator)) == ["Gizi", "Umur"]
        assert _codes(bacaan) == ["B058"]


class TestDashes:
    """Cells that say with a dash that nothing stands there."""

    def test_text(self) -> None:
        """In a column of text it is a blank cell."""
        bacaan = _read(
            "Sasaran\tIndikator\tSatuan\tFormulasi\tPIC\tTarget 2024",
            "Sehat\tUmur\t-\t–\t—\t70",
        )
        (indikator,) = _one(bacaan).walk(Indikator)

        assert (indikator.satuan, indikator.penjelasan) == (None, ())
        assert _codes(bacaan) == ["B010", "B010"]

    def test_name(self) -> None:
        """An indicator that is called so is noted."""
        bacaan = _read(THREE, "1\tSehat\t-\t%")

        assert [one.nama for one in _one(bacaan).walk(Indikator)] == ["-"]
        assert _codes(bacaan) == ["B010"]

    @pytest.mark.parametrize("sign", ["-", "–", "...", "--"])
    def test_sasaran(self, sign: str) -> None:
        """None is called so, and the indicator is not one of the Sasaran above."""
        bacaan = _read(THREE, "1\tSehat\tUmur\t%", f"2\t{sign}\tGizi\t%")
        dokumen = _one(bacaan)

        assert [one.uraian for one in dokumen.sasaran] == ["Sehat"]
        assert [one.nama for one in dokumen.indikator] == ["Gizi"]
        assert _codes(bacaan) == ["B062", "B058"]

    def test_tujuan(self) -> None:
        """A Sasaran beside it belongs to no Tujuan."""
        bacaan = _read(
            "Tujuan\tSasaran\tIndikator\tSatuan", "M\tS\tI\t%", "-\tT\tJ\t%", "N\t-\tK\t%"
        )
        dokumen = _one(bacaan)

        assert [one.uraian for one in dokumen.sasaran] == ["T"]
        assert [[each.nama for each in one.indikator] for one in dokumen.tujuan] == [[], ["K"]]
        assert _codes(bacaan) == ["B062", "B062"]

    @pytest.mark.parametrize("sign", ["\u201d", "''", "sda", "s.d.a.", "Idem"])
    def test_ditto(self, sign: str) -> None:
        """It is the Sasaran above."""
        bacaan = _read(THREE, "1\tSehat\tUmur\t%", f"2\t{sign}\tGizi\t%")

        assert [len(one.indikator) for one in _one(bacaan).sasaran] == [2]
        assert "B062" not in _codes(bacaan)
