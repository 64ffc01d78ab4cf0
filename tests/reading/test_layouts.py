"""Tables of other offices: other columns, other order, other years, other numbers of rows."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import (
    Dokumen,
    Indikator,
    JenisCascading,
    JenisDokumen,
    Konsolidasi,
    Kosong,
    Pagu,
    PerangkatDaerah,
    Periode,
    Polaritas,
    Rentang,
    Satuan,
    SebabKosong,
    SumberData,
    Tambahan,
    Target,
    Tautan,
    TingkatTemuan,
)
from iku.errors import ReadingError
from iku.reading import Bacaan, read_text


def _read(*rows: str, title: str = "INDIKATOR KINERJA UTAMA\n\n") -> Bacaan:
    return read_text(title + "\n".join(rows) + "\n")


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


def _values(target: tuple[Target, ...]) -> list[tuple[str, object]]:
    return [(str(item.periode), item.nilai) for item in target]


class TestColumns:
    """Columns are known by their header words, wherever they stand."""

    def test_kulon_progo(self) -> None:
        """No, Sasaran, IKU, Satuan, Penanggung Jawab, Sumber Data; two rows in one Sasaran."""
        bacaan = _read(
            "No\tSasaran\tIKU\tSatuan\tPenanggung Jawab\tSumber Data",
            "1\tPadi cukup\tProduksi padi\tton\tDinas Pertanian\tBPS",
            "\t\tProduksi jagung\tton\tDinas Pertanian\t",
        )
        (sasaran,) = _one(bacaan).sasaran
        padi, jagung = sasaran.indikator

        assert (padi.kode, padi.satuan) == ("S1.1", Satuan("ton"))
        assert padi.penjelasan[0].sumber_data == (SumberData(uraian="BPS"),)
        assert jagung.penjelasan[0].penanggung_jawab == ("Dinas Pertanian",)
        assert jagung.penjelasan[0].sumber_data == ()
        assert _codes(bacaan) == ["B009", "B009"]

    def test_surakarta(self) -> None:
        """Polarity, tipe penghitungan, and for each year of the plan a Target and Rupiah."""
        bacaan = _read(
            "Sumber Data\tIndikator\tTipe Penghitungan\tPositif/Negatif\tSatuan"
            "\tTAHUN-1\t\tTAHUN-2",
            "\t\t\t\t\tTarget\tRp\tTarget\tRp",
            "BPS\tAngka Harapan Hidup\tNon Kumulatif\tPositif\ttahun"
            "\t77,29\t68.039.725.057\t77,33\t-",
            "BPS\tLaju Inflasi\tNon Kumulatif\t\t%\t2,19\t1\t1,94\t",
        )
        harapan, inflasi = _one(bacaan).indikator

        assert (harapan.kode, inflasi.kode) == ("I1", "I2")
        assert harapan.polaritas is Polaritas.POSITIF
        assert inflasi.polaritas is None
        assert harapan.tipe_penghitungan == "Non Kumulatif"
        assert _values(harapan.target) == [("TAHUN-1", Angka("77.29")), ("TAHUN-2", Angka("77.33"))]
        assert harapan.pagu == (Pagu(periode=Periode.tahun_ke(1), nilai=Angka("68039725057")),)
        assert harapan.tambahan == Tambahan.from_mapping({"x-kolom": {"Rp": ["-"]}})
        assert _codes(bacaan) == ["B009"]

    def test_banten(self) -> None:
        """Baseline, bare years, definition, frequency, data producer, one agency of all rows."""
        bacaan = _read(
            "KODEFIKASI\tINDIKATOR\tSATUAN\tKETERANGAN\tBASELINE 2024\t2025\t2026"
            "\tDEFINISI\tSUMBER DATA\tFREKUENSI\tPRODUSEN DATA",
            "1.01 - Dinas\tRata-rata Lama Sekolah\tTahun\tTarget\t9,55\t9,66\t11,12"
            "\tRata-rata tahun\tBPS\tTahunan\tBPS Banten",
        )
        (indikator,) = _one(bacaan).indikator

        assert indikator.baseline is not None
        assert indikator.baseline.nilai == Angka("9.55")
        assert indikator.baseline.periode == Periode.tahunan(2024)
        assert _values(indikator.target) == [("2025", Angka("9.66")), ("2026", Angka("11.12"))]
        assert indikator.definisi_operasional == "Rata-rata tahun"
        assert (indikator.frekuensi, indikator.produsen_data) == ("Tahunan", "BPS Banten")
        assert indikator.keterangan == "Target"
        assert _one(bacaan).perangkat_daerah == PerangkatDaerah(nama="Dinas", kode="1.01")
        assert not indikator.tambahan
        assert _codes(bacaan) == ["B009"]

    def test_sukabumi(self) -> None:
        """State at the start and the end of the plan around the targets; satuan without more."""
        bacaan = _read(
            "No\tIndikator\tSatuan\tKondisi Kinerja Awal RPJMD (2017)\tTarget\t"
            "\tKondisi Akhir (2023)",
            "\t\t\t\t2019\t2020",
            "1\tJumlah jamaah\torang\t8.785,00\t10542\t12.299\t7028",
        )
        (indikator,) = _one(bacaan).indikator

        assert indikator.penjelasan == ()
        assert indikator.satuan == Satuan("orang")
        assert indikator.baseline is not None
        assert indikator.baseline.nilai == Angka("8785.00")
        assert indikator.kondisi_akhir is not None
        assert indikator.kondisi_akhir.periode == Periode.tahunan(2023)
        assert _values(indikator.target) == [("2019", Angka("10542")), ("2020", Angka("12299"))]

    def test_manual_iku(self) -> None:
        """Perspective, kode, consolidation, cascading, reference code."""
        bacaan = _read(
            "Perspektif\tSS\tKode\tNama IKU\tBaseline 2015\tTarget 2016\tUnit in Charge"
            "\tJenis Cascading\tKonsolidasi Periode\tPolarisasi\tKode Referensi",
            "Stakeholder\tLayanan baik\tSPb-1\tIndeks\t80\t85\tSekda\tCP\tAverage\tMinimize\tB-12",
            "\t\tSPb-2\tNilai\t\t90\t\tN\tTake Last Known\tStabilize\t",
        )
        (sasaran,) = _one(bacaan).sasaran
        indeks, nilai = sasaran.indikator

        assert sasaran.perspektif == "Stakeholder"
        assert (indeks.kode, nilai.kode) == ("SPb-1", "SPb-2")
        assert indeks.asal is not None
        assert indeks.asal.catatan is None
        assert indeks.jenis_cascading is JenisCascading.NON_PETA
        assert indeks.konsolidasi is Konsolidasi.RATA_RATA
        assert indeks.polaritas is Polaritas.NEGATIF
        assert indeks.kode_referensi == "B-12"
        assert nilai.kode_referensi is None
        assert nilai.baseline is None

    def test_jawa_tengah(self) -> None:
        """A group of columns under Penjelasan, columns numbered below, legal basis of its own."""
        bacaan = _read(
            "No\tTujuan dan Sasaran Strategis\tIndikator Kinerja\tPenjelasan",
            "\t\t\tAlasan Pemilihan Indikator\tDasar Hukum\tFormulasi Pengukuran"
            "\tTipe Penghitungan\tSKPD Penanggungjawab\tSumber Data",
            "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)",
            "1\tAman\tAngka kriminalitas\tMenurut PP 8/2006\tUU No. 2 Tahun 2002\tK / P\tKomulatif"
            "\tKesbangpol\tPolda",
        )
        (indikator,) = _one(bacaan).sasaran[0].indikator
        (penjelasan,) = indikator.penjelasan

        assert indikator.tipe_penghitungan == "Komulatif"
        assert penjelasan.alasan == "Menurut PP 8/2006"
        assert [item.nomor for item in penjelasan.dasar_hukum] == ["2", "8"]

    def test_full_matrix(self) -> None:
        """Tujuan and Sasaran beside each other: the Sasaran belongs to that Tujuan."""
        bacaan = _read(
            "Tujuan\tIndikator Tujuan\tSasaran\tIndikator Sasaran\tIKU Kota\tTarget 2025",
            "T satu\tIndeks A\tS satu\tPersentase B\tIndeks Kota\t1",
            "\tIndeks A\t\tJumlah C\t\t",
            "T dua\tIndeks D\tS dua\tNilai E\t\t80 - 90%",
            "\tIndeks F\t\t\t\t",
        )
        satu, dua = _one(bacaan).tujuan

        assert [item.kode for item in satu.indikator] == ["T1.1"]
        assert [item.kode for item in dua.indikator] == ["T2.1", "T2.2"]
        assert [item.kode for item in (*satu.sasaran, *dua.sasaran)] == ["S1", "S2"]
        assert [item.kode for item in satu.sasaran[0].indikator] == ["S1.1", "S1.2"]
        assert satu.sasaran[0].indikator[0].iku_kota == Tautan(uraian="Indeks Kota")
        assert dua.sasaran[0].indikator[0].target[0].nilai == Rentang(
            bawah=Angka("80"), atas=Angka("90")
        )

    def test_tujuan_alone(self) -> None:
        """A table of Tujuan with the values of their own indicators."""
        bacaan = _read(
            "Tujuan\tIndikator Tujuan\tSatuan",
            "Sejahtera\tIndeks\tpoin",
        )

        assert _one(bacaan).tujuan[0].indikator[0].satuan == Satuan("poin")

    def test_indicators_directly_below_tujuan(self) -> None:
        """Without a column of Sasaran, indicators are those of the Tujuan."""
        bacaan = _read("Tujuan\tIndikator\tSatuan", "Sejahtera\tIndeks\tpoin")

        assert _one(bacaan).tujuan[0].indikator[0].kode == "T1.1"

    def test_indicators_before_any_owner(self) -> None:
        """An owner that is not printed is not invented."""
        bacaan = _read(
            "Tujuan\tIndikator Tujuan\tSasaran\tIndikator Sasaran",
            "\tIndeks\t\tJumlah",
            "\t\t\tJumlah lain",
        )

        assert [item.nama for item in _one(bacaan).indikator] == ["Indeks", "Jumlah", "Jumlah lain"]

    def test_single_target_column_takes_the_year_of_the_title(self) -> None:
        """A Perjanjian Kinerja names its year once, above."""
        bacaan = _read(
            "Sasaran Strategis\tIndikator Kinerja\tTarget\tRealisasi",
            "A\tB\t30,5\t31",
            title="PERJANJIAN KINERJA TAHUN 2024\n\n",
        )
        dokumen = _one(bacaan)
        (indikator,) = dokumen.sasaran[0].indikator

        assert dokumen.jenis is JenisDokumen.PK
        assert dokumen.periode == Periode.tahunan(2024)
        assert _values(indikator.target) == [("2024", Angka("30.5"))]
        assert indikator.realisasi[0].nilai == Angka("31")


class TestNumbers:
    """What follows the other convention is read by it, and makes doubtful what both can read."""

    HEADER = "Sasaran\tIndikator\tTarget 2023\tTarget 2024"
    ROWS = ("A\tB\t95.56\t97.10", "\tC\t1.007\t15.481", "\tD\t1.234.567\t42")
    OPEN = Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan="dapat berarti 1.007 atau 1,007")

    def test_points_for_decimals(self) -> None:
        """They are read, and reported once for the table."""
        bacaan = _read(self.HEADER, "A\tB\t95.56\t97.10", "\tC\t98,1\t15")
        b, c = _one(bacaan).sasaran[0].indikator
        (temuan,) = [item for item in bacaan.temuan if item.kode == "IKU-B035"]

        assert _values(b.target) == [("2023", Angka("95.56")), ("2024", Angka("97.10"))]
        assert _values(c.target) == [("2023", Angka("98.1")), ("2024", Angka("15"))]
        assert temuan.pesan == (
            '2 nilai tabel memakai titik sebagai tanda desimal, antara lain "95.56"; '
            "nilai itu dibaca demikian."
        )

    def test_the_column_decides(self) -> None:
        """15.481 stands below 97.10; 1.007 stands between both conventions and is left open."""
        bacaan = _read(self.HEADER, *self.ROWS)
        _, c, d = _one(bacaan).sasaran[0].indikator
        chosen, opened = (
            [item for item in bacaan.temuan if item.kode == kode]
            for kode in ("IKU-B036", "IKU-B039")
        )

        assert _values(c.target) == [("2023", self.OPEN), ("2024", Angka("15.481"))]
        assert _values(d.target) == [("2023", Angka("1234567")), ("2024", Angka("42"))]
        assert [item.pesan for item in chosen] == [
            (
                'Nilai "15.481" pada kolom target 2024 dapat berarti 15.481 atau 15,481; '
                "dibaca 15,481 menurut nilai lain pada kolom itu, "
                "yang memakai titik sebagai tanda desimal."
            )
        ]
        assert [(item.subjek, item.asal and item.asal.teks) for item in opened] == [
            ("S1.2", "1.007")
        ]

    def test_its_own_row_decides_first(self) -> None:
        """Whoever wrote the other values of an indicator wrote this one."""
        bacaan = _read(self.HEADER, "A\tB\t1.007\t99,50", "\tC\t95.56\t1")

        assert _one(bacaan).find_indikator("S1.1").target[0].nilai == Angka("1007")
        assert "menurut nilai lain pada baris itu, yang memakai koma" in next(
            item.pesan for item in bacaan.temuan if item.kode == "IKU-B036"
        )

    def test_a_row_of_both_decides_nothing(self) -> None:
        """Nor does its column then."""
        header = f"{self.HEADER}\tTarget 2025"
        bacaan = _read(header, "A\tB\t1.007\t99,50\t98.25", "\tC\t95.56\t1\t1")

        assert _one(bacaan).find_indikator("S1.1").target[0].nilai == self.OPEN

    def test_the_order_of_the_rows_changes_nothing(self) -> None:
        """The doubtful number may stand before the one that makes it so."""
        bacaan = _read(self.HEADER, "A\tB\t1.007\t1", "\tC\t1\t95.56")

        assert _one(bacaan).find_indikator("S1.1").target[0].nilai == self.OPEN

    def test_commas_for_decimals(self) -> None:
        """The same when the caller says that points are."""
        text = f"INDIKATOR KINERJA UTAMA\n\n{self.HEADER}\nA\tB\t95,56\t1,007\n"
        bacaan = read_text(text, locale="en")
        (indikator,) = bacaan.dokumen[0].walk(Indikator)

        assert _values(indikator.target) == [("2023", Angka("95.56")), ("2024", Angka("1.007"))]
        assert "memakai koma" in next(
            item.pesan for item in bacaan.temuan if item.kode == "IKU-B035"
        )

    def test_either_convention(self) -> None:
        """Under auto each number shows which it follows, as its row does, or is left open."""
        text = f"INDIKATOR KINERJA UTAMA\n\n{self.HEADER}\nA\tB\t95.56\t1.007\nA\tC\t1.007\t1\n"
        b, c = read_text(text, locale="auto").dokumen[0].walk(Indikator)

        assert _values(b.target) == [("2023", Angka("95.56")), ("2024", Angka("1.007"))]
        assert c.target[0].nilai == Angka("1.007")
        assert read_text(f"{self.HEADER}\nA\tC\t1.007\t1\n", locale="auto").dokumen[
            0
        ].find_indikator("S1.1").target[0].nilai == Kosong(
            sebab=SebabKosong.TIDAK_TERBACA, keterangan="dapat berarti 1.007 atau 1,007"
        )

    @pytest.mark.parametrize("column", ["Baseline", "Kondisi Akhir", "Realisasi 2024", "Pagu 2024"])
    def test_every_column_of_values(self, column: str) -> None:
        """Wherever the number stands, it speaks of the whole table."""
        bacaan = _read(f"{self.HEADER}\t{column}", "A\tB\t1.007\t1", "\tC\t1\t1\t95.56")

        assert _one(bacaan).find_indikator("S1.1").target[0].nilai == self.OPEN

    def test_doubtful_pagu(self) -> None:
        """Money is judged by money alone; what can mean two amounts is kept as it is printed."""
        bacaan = _read(f"{self.HEADER}\tPagu 2024", "A\tB\t95.56\t1\t68.500", "\tC\t1\t1\t500")
        b, c = _one(bacaan).sasaran[0].indikator

        assert b.pagu == ()
        assert b.tambahan == Tambahan.from_mapping({"x-kolom": {"Pagu 2024": ["68.500"]}})
        assert c.pagu == (Pagu(periode=Periode.tahunan(2024), nilai=Angka("500")),)

    @pytest.mark.parametrize("cell", ["5.5.5", "kira-kira 5", "1.500", "98,63"])
    def test_what_says_nothing_about_the_convention(self, cell: str) -> None:
        """Cells that nobody can read, and columns of text, leave the numbers alone."""
        bacaan = _read(f"{self.HEADER}\tAlasan", f"A\tB\t1.007\t{cell}\t95.56")

        assert _one(bacaan).find_indikator("S1.1").target[0].nilai == Angka("1007")

    def test_tables_are_judged_apart(self) -> None:
        """Another table of the file may follow its own convention."""
        bacaan = _read(
            self.HEADER, "A\tB\t95.56\t1", "", "PERJANJIAN KINERJA", "", self.HEADER,
            "A\tB\t1.007\t1",
        )  # fmt: skip

        assert bacaan.dokumen[1].find_indikator("S1.1").target[0].nilai == Angka("1007")


class TestNomor:
    """A number of its own beside a blank Sasaran may be a Sasaran that was lost."""

    HEADER = "No\tSasaran\tIndikator\tSatuan"

    def test_a_further_number(self) -> None:
        """The row stays with the Sasaran above, and the finding says so."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%", "2.\t\tC\t%", "3\tD\tE\t%")
        (temuan,) = [item for item in bacaan.temuan if item.kode == "IKU-B034"]

        assert [len(item.indikator) for item in _one(bacaan).sasaran] == [2, 1]
        assert temuan.pesan == (
            'Baris bernomor "2" tidak mencantumkan sasaran; '
            "dibaca sebagai lanjutan sasaran di atasnya."
        )
        assert temuan.asal is not None
        assert (temuan.asal.baris, temuan.asal.kolom, temuan.asal.teks) == (5, 1, "2.")

    def test_without_sasaran(self) -> None:
        """In a table of Tujuan it speaks of the Tujuan."""
        bacaan = _read("No\tTujuan\tIndikator", "I\tA\tB", "\t\tC", "II\t\tD", "II\t\tE")
        (temuan,) = [item for item in bacaan.temuan if item.kode == "IKU-B034"]

        assert "tidak mencantumkan tujuan" in temuan.pesan

    @pytest.mark.parametrize(
        "rows",
        [
            ("1\tA\tB\t%", "1\t\tC\t%"),
            ("1\tA\tB\t%", "\t\tC\t%"),
            ("1\tA\tB\t%", "1.1\t\tC\t%", "a)\t\tD\t%"),
            ("1\tA\tB\t%", "2\tA\tC\t%"),
            ("1\tA\tB\t%", ".\t\tC\t%"),
            ("\tA\t\t", "1\t\tB\t%", "2\t\tC\t%"),
            ("1\t\tB\t%", "2\t\tC\t%"),
        ],
        ids=["same", "blank", "parts", "named", "no number", "owner alone", "no owner"],
    )
    def test_numbers_that_hide_nothing(self, rows: tuple[str, ...]) -> None:
        """The same number, parts of it, numbers of indicators below a Sasaran without one."""
        assert "B034" not in _codes(_read(self.HEADER, *rows))


class TestRepeatedHeader:
    """A table over several pages prints its header on each."""

    HEADER = "No\tSasaran\tIndikator Kinerja Utama\tSatuan"

    def test_between_two_rows(self) -> None:
        """It is no row, and no end of the Sasaran above it."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%", self.HEADER.upper(), "\t\tC\torang")
        (temuan,) = [item for item in bacaan.temuan if item.kode == "IKU-B033"]

        assert [item.nama for item in _one(bacaan).sasaran[0].indikator] == ["B", "C"]
        assert temuan.tingkat is TingkatTemuan.INFORMASI
        assert temuan.asal is not None
        assert temuan.asal.baris == 5
        assert temuan.asal.teks == self.HEADER.upper()

    def test_two_levels(self) -> None:
        """Each of its rows is left out."""
        header = ("No\tSasaran\tIndikator\tPenjelasan", "\t\t\tSatuan\tAlasan\tSumber Data")
        bacaan = _read(*header, "1\tA\tB\t%\tx\tBPS", *header, "2\tC\tD\t%\ty\tBPS")

        assert [item.nama for item in _one(bacaan).walk(Indikator)] == ["B", "D"]
        assert [len(item.penjelasan) for item in _one(bacaan).walk(Indikator)] == [1, 1]
        assert _codes(bacaan).count("B033") == 2

    def test_in_the_rest_of_a_table(self) -> None:
        """Behind a blank line, rows may come before it: they go on with the table above."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%", "", "2\tC\tD\t%", self.HEADER, "3\tE\tF\t%")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["A", "C", "E"]
        assert _codes(bacaan) == ["B009", "B009", "B033"]

    def test_below_the_title_of_another_document(self) -> None:
        """What stands before it may be a title that tabs indent."""
        for title in ("PERJANJIAN KINERJA\tTAHUN 2024", "\tPERJANJIAN KINERJA"):
            bacaan = _read(self.HEADER, "1\tA\tB\t%", "", title, self.HEADER, "1\tC\tD\t%")

            assert len(bacaan.dokumen) == 2
            assert bacaan.dokumen[1].judul.startswith("PERJANJIAN KINERJA")

    def test_some_of_its_words(self) -> None:
        """A row that says other things besides is a row."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%", "No\tSasaran\tIndikator lain\tSatuan")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["A", "Sasaran"]


class TestRows:
    """Merged cells are blank, or filled by an export; both mean the same."""

    HEADER = "No\tSasaran\tIndikator\tSatuan\tFormulasi\tTarget 2023\tTarget 2024"

    def test_filled_merges(self) -> None:
        """A text repeated from the row above is one noun."""
        blank = _read(self.HEADER, "1\tA\tB\t%\tx/y\t1\t2", "\t\t\t%\tz/y\t\t", "\t\tC\t%\tq\t3\t4")
        filled = _read(
            self.HEADER, "1\tA\tB\t%\tx/y\t1\t2", "1\tA\tB\t%\tz/y\t\t", "1\tA\tC\t%\tq\t3\t4"
        )

        assert _one(blank) == _one(filled)
        assert [item.kode for item in _one(blank).find_indikator("S1.1").penjelasan] == [
            "S1.1.a",
            "S1.1.b",
        ]

    def test_differing_units_leave_the_indicator_without(self) -> None:
        """Each Penjelasan keeps its own."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%\tx\t1\t2", "\t\t\torang\ty")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.satuan is None
        assert [item.satuan for item in indikator.penjelasan] == [Satuan("%"), Satuan("orang")]
        assert "B010" not in _codes(bacaan)

    def test_many_penjelasan(self) -> None:
        """Letters go on behind z."""
        rows = [f"\t\t\t%\tx{number}" for number in range(27)]
        bacaan = _read(self.HEADER, "1\tA\tB\t%\tx\t1\t2", *rows)
        kode = [item.kode for item in _one(bacaan).find_indikator("S1.1").penjelasan]

        assert kode[-3:] == ["S1.1.z", "S1.1.aa", "S1.1.ab"]

    def test_a_second_content_is_a_finding(self) -> None:
        """The first is kept, the other stays beside it."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%\tx\t1\t", "\t\t\t%\ty\t1\t7", "\t\t\t%\tz\t9\t")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert _values(indikator.target) == [("2023", Angka("1")), ("2024", Angka("7"))]
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({"Target 2023": ["9"]})
        assert _codes(bacaan) == ["B026"]
        assert bacaan.temuan[0].subjek == "S1.1"

    def test_blank_target_in_a_filled_row(self) -> None:
        """The place is there and empty; a row without any target has none."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%\tx\t\t2", "\t\tC\t%\ty\t\t", "\t\tD\torang")
        b, c, d = _one(bacaan).sasaran[0].indikator

        assert _values(b.target) == [("2023", Kosong()), ("2024", Angka("2"))]
        assert c.target == d.target == ()
        assert [(item.kode[4:], item.subjek) for item in bacaan.temuan] == [
            ("B010", "S1.2"),
            ("B010", "S1.3"),
            ("B010", "S1.3"),
        ]

    def test_row_without_indicator(self) -> None:
        """It cannot be placed; its raw text is in the finding."""
        bacaan = _read(self.HEADER, "1\tA\t\t%\tx", "2\tC\tD\t%\ty\t1\t2")

        assert _codes(bacaan) == ["B012", "B011"]
        assert bacaan.temuan[0].asal is not None
        assert bacaan.temuan[0].asal.teks == "1\tA\t\t%\tx"

    def test_row_with_a_number_only(self) -> None:
        """Not lost without a word."""
        bacaan = _read(self.HEADER, "1\tA\tB\t%\tx\t1\t2", "2\t")

        assert _codes(bacaan) == ["B022"]

    def test_cells_outside_the_columns(self) -> None:
        """They are kept by their number."""
        bacaan = _read("Sasaran\tIndikator\tSatuan", "A\tB\t%\t\tlihat 1", "\tC\t%\t\tlihat 2")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({"kolom 5": ["lihat 1"]})
        assert _codes(bacaan).count("B027") == 1

    def test_rows_go_on_behind_a_blank_line_and_a_page_number(self) -> None:
        """A page break is not the end of a table, and its repeated header no new one."""
        header = "Sasaran\tIndikator\tSatuan"
        bacaan = _read(header, "A\tB\t%", "", "C\tD\t%\tluar", "", "2", "", header, "E\tF\t%")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["A", "C", "E"]
        assert [item for item in _codes(bacaan) if item != "B009"] == ["B027", "B022"]

    def test_blank_rows_inside(self) -> None:
        """Tabs with nothing between them are a blank row."""
        bacaan = _read("Sasaran\tIndikator\tSatuan", "A\tB\t%", "\t\t", "C\tD\t%")

        assert len(_one(bacaan).sasaran) == 2

    def test_one_cell_left_of_tabs_is_a_row(self) -> None:
        """A Sasaran alone in its row is no running text."""
        bacaan = _read("Sasaran\tIndikator\tSatuan", "A\t\t", "C\tD\t%")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["A", "C"]
        assert "B011" in _codes(bacaan)


class TestKode:
    """A printed kode is kept if it can be one; others are made by order."""

    HEADER = "Sasaran\tKode\tIndikator"

    def test_repeated_and_broken(self) -> None:
        """The second of two equal ones, and one too long, are replaced."""
        bacaan = _read(self.HEADER, "A\tX\tB", "\tX\tC", f"\t{'k' * 129}\tD", "\tS1.5\tE", "\t\tF")

        assert [item.kode for item in _one(bacaan).walk(Indikator)] == [
            "X",
            "S1.2",
            "S1.3",
            "S1.5",
            "S1.5-2",
        ]
        assert _codes(bacaan).count("B025") == 2

    def test_long_printed_kode_with_parts(self) -> None:
        """The kode of its Penjelasan stay within the limit and apart."""
        bacaan = _read(
            "Sasaran\tKode\tIndikator\tFormulasi", f"A\t{'k' * 128}\tB\tx", "\t\t\ty", "\t\t\tz"
        )
        (indikator,) = _one(bacaan).walk(Indikator)

        assert [item.kode for item in indikator.penjelasan] == [
            "k" * 120,
            "k" * 120 + "-2",
            "k" * 120 + "-3",
        ]


class TestOddCells:
    """Cells whose content has no place are findings, and stay in the document."""

    @pytest.mark.parametrize(
        ("header", "cell"),
        [
            ("Polaritas", "Semakin baik"),
            ("Konsolidasi", "Maksimum"),
            ("Jenis Cascading", "Z"),
            ("Kode Referensi", "k" * 129),
            ("Dasar Hukum", "arahan pimpinan"),
        ],
    )
    def test_unknown_word(self, header: str, cell: str) -> None:
        """A word outside the closed list of its field."""
        bacaan = _read(f"Sasaran\tIndikator\t{header}", f"A\tB\t{cell}")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({header: [cell]})
        assert "B030" in _codes(bacaan)

    def test_target_without_a_year(self) -> None:
        """Neither the column nor the title says which year."""
        bacaan = _read("Sasaran\tIndikator\tTarget", "A\tB\t5", "\tC\t")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.target == ()
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({"Target": ["5"]})
        assert "B031" in _codes(bacaan)

    def test_two_baselines(self) -> None:
        """The first is the baseline."""
        bacaan = _read("Sasaran\tIndikator\tBaseline 2016\tBaseline 2017", "A\tB\t1\t2")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.baseline is not None
        assert indikator.baseline.nilai == Angka("1")
        assert "B026" in _codes(bacaan)

    def test_repeated_column(self) -> None:
        """The second of two columns with one header is kept as it is."""
        bacaan = _read("Sasaran\tIndikator\tSatuan\tSatuan", "A\tB\t%\torang")
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.satuan == Satuan("%")
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({"Satuan": ["orang"]})
        assert "B007" in _codes(bacaan)

    def test_missing_year(self) -> None:
        """A year between two others that no column has."""
        bacaan = _read(
            "Sasaran\tIndikator\t2020\t2021\t2023\t2024\tTAHUN KE-7", "A\tB\t1\t2\t3\t4\t5"
        )
        target = _one(bacaan).find_indikator("S1.1").target

        assert [str(item.periode) for item in target] == [
            "TAHUN-7",
            "2020",
            "2021",
            "2022",
            "2023",
            "2024",
        ]
        assert target[3].nilai == Kosong(keterangan="tahun tidak tercantum pada judul kolom")
        assert "B014" in _codes(bacaan)

    def test_years_far_apart_are_no_gap(self) -> None:
        """A plan with targets for its ends only leaves nothing out."""
        bacaan = _read("Sasaran\tIndikator\t2020\t2024", "A\tB\t1\t2")

        assert "B014" not in _codes(bacaan)

    def test_cut_off_words(self) -> None:
        """A last word that is the beginning of another, behind the same words."""
        bacaan = _read(
            "Sasaran\tIndikator",
            "Meningkatnya kualitas pela\tIndeks pelayanan",
            "Menurunnya kualitas pelayanan\tIndeks",
            "Meningkatnya kualitas pelayanan publik\tIndeks lain pelay",
            "\tPersentase capaian A",
            "\tPersentase capaian A2",
            "\tJumlah ke 1",
            "\tJumlah ke 10",
        )

        assert [item.pesan for item in bacaan.temuan if item.kode == "IKU-B008"] == [
            (
                'Teks "Meningkatnya kualitas pela" tampak terpotong; '
                'di tempat lain tercantum kata "pelayanan".'
            )
        ]


class TestSeveralDocuments:
    """One document for each table."""

    HEADER = "Sasaran\tIndikator\tSatuan"

    def test_titles_divide(self) -> None:
        """The same header under another title is another document."""
        bacaan = read_text(
            f"INDIKATOR KINERJA UTAMA\n\n{self.HEADER}\nA\tB\t%\n\n"
            f"PERJANJIAN KINERJA\n\n{self.HEADER}\nA\tB\t%\n"
        )

        assert [item.jenis for item in bacaan.dokumen] == [JenisDokumen.IKU, JenisDokumen.PK]
        assert [item.asal and item.asal.tabel for item in bacaan.dokumen] == [1, 2]

    def test_another_header_divides(self) -> None:
        """Even without a title; the second then has none."""
        bacaan = _read(self.HEADER, "A\tB\t%", "", "Sasaran\tIndikator\tFormulasi", "C\tD\tx")

        assert [item.judul for item in bacaan.dokumen] == [
            "INDIKATOR KINERJA UTAMA",
            "(tanpa judul)",
        ]
        assert "B002" in _codes(bacaan)

    def test_running_text_divides(self) -> None:
        """Behind text that is no page number, the same header begins a new table."""
        bacaan = _read(self.HEADER, "A\tB\t%", "", "Catatan: x", "", self.HEADER, "C\tD\t%")

        assert len(bacaan.dokumen) == 2

    def test_rows_above_the_header(self) -> None:
        """Lines that tabs indent are title and labels."""
        bacaan = read_text(
            f"\tINDIKATOR KINERJA UTAMA\t\n\tDINAS PERTANIAN\tKABUPATEN ANYAR\n"
            f"VISI\t:\tMaju\n{self.HEADER}\nA\tB\t%\n"
        )
        dokumen = _one(bacaan)

        assert dokumen.judul == "INDIKATOR KINERJA UTAMA"
        assert dokumen.visi is not None
        assert dokumen.visi.uraian == "Maju"
        assert dokumen.perangkat_daerah is not None
        assert dokumen.perangkat_daerah.nama == "DINAS PERTANIAN"

    def test_table_of_something_else(self) -> None:
        """A table that names no indicators is noted."""
        bacaan = _read(self.HEADER, "A\tB\t%", "", "Program\tAnggaran", "Layanan\t5")

        assert [item for item in _codes(bacaan) if item != "B009"] == ["B022"]

    def test_table_of_something_else_alone(self) -> None:
        """Above the first document it is text that was not read."""
        bacaan = read_text(f"Program\tAnggaran\nLayanan\t5\n\n{self.HEADER}\nA\tB\t%\n")

        assert _one(bacaan).judul == "Program Anggaran"
        assert _codes(bacaan)[:2] == ["B003", "B022"]

    def test_header_words_in_a_row_of_prose(self) -> None:
        """A row of which most cells are no header words is no header."""
        bacaan = read_text("Sasaran\tIndikator\tx\ty\tz\nA\tB\n")

        assert bacaan.dokumen == ()

    def test_header_alone(self) -> None:
        """A table without rows is a document without nouns."""
        assert _one(_read(self.HEADER)).sasaran == ()

    def test_deep_header(self) -> None:
        """At most four rows of header words are a header."""
        bacaan = _read(
            self.HEADER + "\tTarget",
            "\t\t\tTarget",
            "\t\t\tTarget",
            "\t\t\t2024",
            "\tB\t%\t5",
        )

        assert _one(bacaan).indikator[0].target[0].periode == Periode.tahunan(2024)

    def test_wide_and_long(self) -> None:
        """A table whose blank cells would be too many is refused."""
        years = "\t".join(str(year) for year in range(1900, 2200))
        text = f"Sasaran\tIndikator\t{years}\n" + "A\tB\n" * 400

        with pytest.raises(ReadingError) as caught:
            read_text(text)

        assert caught.value.code == "too-many-cells"

    def test_nothing(self) -> None:
        """Text without a table makes no document, and says so."""
        bacaan = read_text("hanya teks\n\nlain\tlagi\n", berkas="a\x00.txt")

        assert bacaan.dokumen == ()
        assert bacaan.berkas == "a .txt"
        assert _codes(bacaan) == ["B001", "B022"]

    def test_text_behind_the_last_document(self) -> None:
        """A title without a table is noted."""
        bacaan = _read(self.HEADER, "A\tB\t%", "", "RENCANA AKSI")

        assert len(bacaan.dokumen) == 1
        assert _codes(bacaan)[-1] == "B022"
