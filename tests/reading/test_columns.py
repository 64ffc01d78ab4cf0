"""Headers of columns: periods with and without a year, sources, words broken over rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.angka import Angka
from iku.domain import Indikator, Realisasi, Satuan, SumberData, Tambahan, Target
from iku.errors import ReadingError
from iku.reading import Bacaan, read_text
from iku.reading.tables.columns.headings import parse_heading
from tests.reading.layouts import LAYOUTS, to_text

if TYPE_CHECKING:
    from iku.domain import Dokumen

PK = "PERJANJIAN KINERJA TAHUN 2024"


def _read(*rows: str, title: str = PK) -> Bacaan:
    return read_text(f"{title}\n\n" + "\n".join(rows) + "\n")


def _one(bacaan: Bacaan) -> Indikator:
    dokumen: Dokumen = bacaan.dokumen[0]
    return next(iter(dokumen.walk(Indikator)))


def _values(
    held: tuple[Target, ...] | tuple[Realisasi, ...],
) -> list[tuple[str, str | None, object]]:
    return [(str(one.periode), one.sumber, one.nilai) for one in held]


def _codes(bacaan: Bacaan) -> set[str]:
    return {one.kode.removeprefix("IKU-") for one in bacaan.temuan}


class TestHeadings:
    """One header cell can say a noun, a period or part of a year, and a source."""

    @pytest.mark.parametrize(
        ("text", "noun", "periode", "bagian", "sumber"),
        [
            ("Target 2024", "target", "2024", None, None),
            ("Th. 2019", None, "2019", None, None),
            ("TAHUN KE-1", None, "TAHUN-1", None, None),
            ("Target pada Tahun ke-1", "target", "TAHUN-1", None, None),
            ("Target Renstra 2025", "target", "2025", None, "Renstra"),
            ("Target 2025 Renstra", "target", "2025", None, "Renstra"),
            ("Target PK Perubahan Tahun 2024", "target", "2024", None, "PK Perubahan"),
            ("Target PK", "target", None, None, "PK"),
            ("PK 2024", None, "2024", None, "PK"),
            ("Realisasi s.d. TW III", "realisasi", None, "s.d. TW III", None),
            ("Triwulan I Realisasi", "realisasi", None, "Triwulan I", None),
            ("Capaian Triwulan II 2024", "capaian", "2024-TW2", None, None),
            ("Q1", None, None, "Q1", None),
            ("Target 2024\u00b9)", "target", "2024", None, None),
            ("Satuan *)", "satuan", None, None, None),
            ("Sm.1", None, None, "Sm.1", None),
            ("Y", None, None, "Y", None),
            ("y", None, None, None, None),
            ("Januari", None, None, "Januari", None),
            ("Target (%)", "target", None, None, None),
            ("Target 2024 (%)", "target", "2024", None, None),
            ("Pagu 2024 (juta rupiah)", None, None, None, None),
            ("Sa tuan", "satuan", None, None, None),
            ("Penang-\ngung Jawab", "penanggung_jawab", None, None, None),
            ("Sumber Daya 2024", None, None, None, None),
            ("x" * 130, None, None, None, None),
        ],
    )
    def test_reads(
        self, text: str, noun: str | None, periode: str | None, bagian: str | None,
        sumber: str | None,
    ) -> None:  # fmt: skip
        """Whatever stands beside the noun, in either order."""
        words = parse_heading(text)

        assert words.noun == noun
        assert (str(words.periode) if words.periode else None) == periode
        assert (words.bagian, words.sumber) == (bagian, sumber)

    @pytest.mark.parametrize(
        ("header", "field"),
        [
            ("Justifikasi", "alasan"),
            ("Metode Pengukuran", "formulasi"),
            ("Rumus/Formula", "formulasi"),
            ("PIC", "penanggung_jawab"),
            ("SKPD Penanggungjawab", "penanggung_jawab"),
            ("OPD Pengampu", "penanggung_jawab"),
            ("Sumber Data Kinerja", "sumber_data"),
        ],
    )
    def test_synonyms(self, header: str, field: str) -> None:
        """Other offices, other words; all of them stand in the glossary."""
        (penjelasan,) = _one(_read(f"Sasaran\tIndikator\t{header}", "A\tB\tx")).penjelasan
        value = getattr(penjelasan, field)

        assert value in ("x", ("x",), (SumberData(uraian="x"),))


class TestParts:
    """Parts of a year belong to the year that the document says."""

    def test_title(self) -> None:
        """It says the year once for all columns."""
        bacaan = _read("Indikator\tTarget\t\t\t\t", "\tQ1\tSmt 1\ts.d. Q3\tY", "B\t1\t2\t3\t4")

        assert _values(_one(bacaan).target) == [
            ("2024", None, Angka("4")),
            ("2024-S1", None, Angka("2")),
            ("2024-TW1", None, Angka("1")),
            ("2024-sd-TW3", None, Angka("3")),
        ]
        assert _codes(bacaan) == {"B009"}

    def test_numbers_below_the_word(self) -> None:
        """Triwulan over I to IV; the merged header is blank behind its first cell."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget Triwulan\t\t\t\tRealisasi\t",
            "\t\tI\tII\tIII\tIV\tTW 1\tTW 2",
            "A\tB\t1\t2\t3\t4\t5\t6",
        )

        assert [periode for periode, _, _ in _values(_one(bacaan).target)] == [
            "2024-TW1", "2024-TW2", "2024-TW3", "2024-TW4",
        ]  # fmt: skip
        assert _values(_one(bacaan).realisasi) == [
            ("2024-TW1", None, Angka("5")),
            ("2024-TW2", None, Angka("6")),
        ]

    def test_years_of_the_plan_below_the_word(self) -> None:
        """TAHUN KE- over 1 to 3."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget Kinerja pada Tahun ke-\t\t", "\t\t1\t2\t3", "A\tB\t5\t6\t7"
        )

        assert [periode for periode, _, _ in _values(_one(bacaan).target)] == [
            "TAHUN-1", "TAHUN-2", "TAHUN-3",
        ]  # fmt: skip

    def test_what_is_no_number_below_the_word(self) -> None:
        """A row of the table is no header."""
        bacaan = _read("Sasaran\tIndikator\tTarget Triwulan", "A\tB\tI-II", "C\tD\t9")

        assert [one.nama for one in bacaan.dokumen[0].walk(Indikator)] == ["B", "D"]

    def test_year_of_a_header_above(self) -> None:
        """2023 and 2024, each over its quarters."""
        bacaan = _read(
            "Sasaran\tIndikator\t2023\t\t2024\t", "\t\tTW I\tTW II\tTW I\tTW II",
            "A\tB\t1\t2\t3\t4", title="INDIKATOR KINERJA UTAMA",
        )  # fmt: skip

        assert [periode for periode, _, _ in _values(_one(bacaan).target)] == [
            "2023-TW1", "2023-TW2", "2024-TW1", "2024-TW2",
        ]  # fmt: skip
        assert "B040" not in _codes(bacaan)

    def test_year_of_the_only_other_column(self) -> None:
        """The finding says from where the year is."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget 2025\tTW I\tTW II", "A\tB\t9\t1\t2", title="RENCANA AKSI"
        )

        assert [periode for periode, _, _ in _values(_one(bacaan).target)] == [
            "2025", "2025-TW1", "2025-TW2",
        ]  # fmt: skip
        assert [one.pesan for one in bacaan.temuan if one.kode == "IKU-B040"] == [
            f'Kolom "{header}" tidak menyebut tahun; dibaca sebagai {periode} menurut '
            'kolom "Target 2025".'
            for header, periode in (("TW I", "2025-TW1"), ("TW II", "2025-TW2"))
        ]

    @pytest.mark.parametrize("header", ["Target TW I", "Target TW I\tTarget 2023\tTarget 2025"])
    def test_no_year(self, header: str) -> None:
        """Where none is said, or several, the values are kept by their header."""
        bacaan = _read(f"Sasaran\tIndikator\t{header}", "A\tB\t5", title="RENCANA AKSI")

        assert _one(bacaan).target == ()
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping({"Target TW I": ["5"]})
        assert "B031" in _codes(bacaan)

    @pytest.mark.parametrize(
        ("title", "beside"),
        [
            ("LAPORAN KINERJA TAHUN 2024", "Target 2024"),
            ("HASIL TAHUN 2024", "Target 2024"),
            (PK, "Realisasi 2024"),
        ],
    )
    def test_targets_or_results(self, title: str, beside: str) -> None:
        """Under no word but its own, a quarter of a report may be either."""
        bacaan = _read(f"Sasaran\tIndikator\t{beside}\tTW I", "A\tB\t5\t1", title=title)

        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping({"TW I": ["1"]})
        assert "B046" in _codes(bacaan)
        assert "B006" not in _codes(bacaan)


class TestSources:
    """Targets of several documents stand beside each other."""

    def test_one_year_of_two_documents(self) -> None:
        """Each target says from which it is."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget Renstra 2025\tTarget PK 2025\tRealisasi 2025",
            "A\tB\t80\t75\t78",
        )

        assert _values(_one(bacaan).target) == [
            ("2025", "PK", Angka("75")),
            ("2025", "Renstra", Angka("80")),
        ]
        assert _values(_one(bacaan).realisasi) == [("2025", None, Angka("78"))]

    def test_sources_below_the_year(self) -> None:
        """2025 over Renstra and PK."""
        bacaan = _read("Sasaran\tIndikator\t2025\t", "\t\tRenstra\tPK", "A\tB\t80\t75")

        assert [sumber for _, sumber, _ in _values(_one(bacaan).target)] == ["PK", "Renstra"]


class TestCapaian:
    """Capaian is computed, and what a report prints of it is kept beside its result."""

    def test_beside_realisasi(self) -> None:
        """Of the same period; that of another is kept by its header."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget\tRealisasi\tCapaian (%)\tCapaian 2023",
            "A\tB\t4\t3\t75,0\t9",
        )
        (realisasi,) = _one(bacaan).realisasi

        assert realisasi.tambahan == Tambahan.from_mapping({"x-capaian": "75,0"})
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping({"Capaian 2023": ["9"]})
        assert _codes(bacaan) == {"B009"}

    def test_shown(self) -> None:
        """The review sheet has the cell, as one that is kept, where there is one."""
        bacaan = _read(
            "Sasaran\tIndikator\tRealisasi 2023\tCapaian 2023\tRealisasi 2024\tCapaian 2024",
            "A\tB\t4\t98\t5\t-",
        )

        assert [one.asal.teks for one in bacaan.sel if one.bidang == "tambahan"] == ["98"]

    def test_without_realisasi(self) -> None:
        """It may be a result: nothing is concluded."""
        bacaan = _read("Sasaran\tIndikator\tCapaian 2023", "A\tB\t75,0")

        assert _one(bacaan).realisasi == ()
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping({"Capaian 2023": ["75,0"]})
        assert {"B041"} <= _codes(bacaan)
        assert "B006" not in _codes(bacaan)

    def test_blank(self) -> None:
        """A result without capaian has none."""
        bacaan = _read("Sasaran\tIndikator\tRealisasi\tCapaian", "A\tB\t4\t", "C\tD\t5\t9")

        assert [bool(one.realisasi[0].tambahan) for one in bacaan.dokumen[0].walk(Indikator)] == [
            False,
            True,
        ]


LKJIP = "LAPORAN KINERJA TAHUN 2023"


class TestShortHeaders:
    """A letter or a percent sign says something only beside others."""

    @pytest.mark.parametrize(
        "header",
        [
            ("Sasaran\tIndikator\tTarget\tRealisasi\t%",),
            ("Sasaran\tIndikator\tT\tR\tC",),
            ("Sasaran\tIndikator\t2023\t\t", "\t\tTarget\tRealisasi\t(%)"),
            ("Sasaran\tIndikator\t2023\t\t", "\t\tT\tR\t%"),
            ("Sasaran\tIndikator\tKinerja\t\t", "\t\tTarget\tRealisasi\t%"),
        ],
        ids=["one row", "letters", "below a year", "letters below a year", "below a word"],
    )
    def test_percent_behind_realisasi(self, header: tuple[str, ...]) -> None:
        """It is the capaian."""
        indikator = _one(_read(*header, "A\tB\t80\t82\t102,5", title=LKJIP))

        assert _values(indikator.target) == [("2023", None, Angka("80"))]
        (realisasi,) = indikator.realisasi
        assert realisasi.nilai == Angka("82")
        assert realisasi.tambahan == Tambahan.from_mapping({"x-capaian": "102,5"})

    def test_percent_elsewhere(self) -> None:
        """Nothing is concluded."""
        bacaan = _read("%\tSasaran\tIndikator\tTarget\t%", "7\tA\tB\t80\t9")

        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping({"%": ["7", "9"]})

    def test_kinerja_and_rupiah(self) -> None:
        """K beside Rp is the value."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget\t\tRealisasi\t", "\t\tK\tRp\tK\tRp",
            "A\tB\t80\t1.000\t82\t900", title=LKJIP,
        )  # fmt: skip
        indikator = _one(bacaan)

        assert _values(indikator.target) == [("2023", None, Angka("80"))]
        assert _values(indikator.realisasi) == [("2023", None, Angka("82"))]
        assert [pagu.nilai for pagu in indikator.pagu] == [Angka("1000")]
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping({"Rp": ["900"]})

    def test_an_unknown_word_beside_known_ones(self) -> None:
        """Its column is left as it is, the others are read."""
        bacaan = _read(
            "Sasaran\tIndikator\t2023\t\t2024\t", "\t\tTarget\tRp (juta)\tTarget\tRp (juta)",
            "A\tB\t80\t150\t82\t170",
        )  # fmt: skip

        assert [nilai for _, _, nilai in _values(_one(bacaan).target)] == [Angka("80"), Angka("82")]
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Rp (juta)": ["150", "170"]}
        )

    def test_mostly_unknown_words(self) -> None:
        """Below values alone they are headers; beside the name of an owner they are a row."""
        header = "Sasaran\tIndikator\t2023\t\t\t"
        bacaan = _read(header, "\t\tTarget\ta\tb\tc", "A\tB\t80\t1\t2\t3")
        row = _read(header, "\tTarget\ta\tb\tc\td", "A\tB\t80\t1\t2\t3")

        assert _values(_one(bacaan).target) == [("2023", None, Angka("80"))]
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping(
            {"a": ["1"], "b": ["2"], "c": ["3"]}
        )
        assert {one.nama for one in row.dokumen[0].walk(Indikator)} == {"Target", "B"}


class TestMoney:
    """What stands below an Anggaran is money."""

    @pytest.mark.parametrize("word", ["Pagu", "Target"])
    def test_before_the_indicator(self, word: str) -> None:
        """It is never taken for the values of the indicator, wherever it stands."""
        bacaan = _read(
            "Sasaran\tIndikator\tAnggaran\t\t\tKinerja\t\t",
            f"\t\t{word}\tRealisasi\t%\tTarget\tRealisasi\t%",
            "A\tB\t1.000\t900\t90\t80\t82\t102,5",
            title=LKJIP,
        )
        indikator = _one(bacaan)

        assert _values(indikator.target) == [("2023", None, Angka("80"))]
        assert _values(indikator.realisasi) == [("2023", None, Angka("82"))]
        assert [pagu.nilai for pagu in indikator.pagu] == [Angka("1000")]
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping(
            {"%": ["90"], "Realisasi": ["900"]}
        )
        assert [one.pesan for one in bacaan.temuan if one.kode == "IKU-B048"] == [
            'Kolom "Realisasi" memuat realisasi anggaran; isinya disimpan tanpa diolah.',
            'Kolom "%" memuat realisasi anggaran; isinya disimpan tanpa diolah.',
        ]


class TestSummaries:
    """A row that sums up the rows above is no part of the last indicator."""

    @pytest.mark.parametrize(
        "row",
        ["Rata-rata capaian\t\t\t\t\t103,06", "\tJumlah\t\t\t\t103,06", "\tTotal 2023 :\t\t\t\t9"],
    )
    def test_left_out(self, row: str) -> None:
        """It is noted, with its values."""
        bacaan = _read(
            "No\tSasaran\tIndikator\tTarget\tRealisasi\tCapaian", "1\tA\tB\t80\t82\t102,5", row,
            title=LKJIP,
        )  # fmt: skip

        assert not _one(bacaan).tambahan
        assert len(bacaan.dokumen[0].sasaran) == 1
        (temuan,) = (one for one in bacaan.temuan if one.kode == "IKU-B049")
        assert temuan.pesan.startswith(f'Baris "{" ".join(row.split())}" meringkas')

    @pytest.mark.parametrize(
        "row", ["2\tC\tJumlah\t3\t3\t100", "2\tJumlah warga sehat\t\t3\t3\t100", "\t\t\t3\t3\t1"]
    )
    def test_other_rows(self, row: str) -> None:
        """One with an indicator, other words, or none."""
        bacaan = _read(
            "No\tSasaran\tIndikator\tTarget\tRealisasi\tCapaian", "1\tA\tB\t80\t82\t102,5", row,
            title=LKJIP,
        )  # fmt: skip

        assert "B049" not in _codes(bacaan)


class TestSatuanBehindValues:
    """Where no column says the satuan, the one behind the values is it."""

    @pytest.mark.parametrize(
        ("values", "satuan"),
        [
            ("80 %\t85 %", "%"),
            ("80\t12 dokumen", "dokumen"),
            ("74,25 Tahun\t12 dokumen", None),
            ("80\t85", None),
            ("9" * 3_000 + "\t85 %", "%"),
        ],
        ids=["same", "once", "two", "none", "too long"],
    )
    def test_one(self, values: str, satuan: str | None) -> None:
        """If it is one; the sheet shows the cell."""
        bacaan = _read("Sasaran\tIndikator\tTarget 2024\tTarget 2025", f"A\tB\t{values}")
        found = _one(bacaan).satuan

        assert (found.nama if found else None) == satuan
        assert any(sel.bidang == "satuan" for sel in bacaan.sel) is (satuan is not None)

    def test_a_column_decides(self) -> None:
        """A blank one says that none is known."""
        bacaan = _read("Sasaran\tIndikator\tSatuan\tTarget 2024", "A\tB\t\t80 %")

        assert _one(bacaan).satuan is None


class TestSplitHeaders:
    """The words of a narrow header go on in the row below."""

    def test_joined(self) -> None:
        """They are read together, and the finding says so."""
        bacaan = _read(
            "No\tSasaran\tIndikator\tPenanggung\tSumber\tTarget\t",
            "\tStrategis\tKinerja Utama\tJawab\tData\t2024\t2025",
            "1\tA\tB\tSekda\tBPS\t5\t6",
        )
        indikator = _one(bacaan)

        assert indikator.nama == "B"
        assert indikator.penjelasan[0].penanggung_jawab == ("Sekda",)
        assert [periode for periode, _, _ in _values(indikator.target)] == ["2024", "2025"]
        assert next(one.pesan for one in bacaan.temuan if one.kode == "IKU-B045") == (
            'Judul kolom terbagi atas beberapa baris; dibaca sebagai "Sasaran Strategis".'
        )

    def test_repeated_on_the_next_page(self) -> None:
        """Both of its rows are left out."""
        header = ("Sasaran\tIndikator\tSumber", "Strategis\tKinerja\tData")
        bacaan = _read(*header, "A\tB\tBPS", *header, "C\tD\tBPS")

        assert [one.nama for one in bacaan.dokumen[0].walk(Indikator)] == ["B", "D"]

    @pytest.mark.parametrize("row", ["Strategis\tX", "\t\tX", "Y\t"])
    def test_a_row_is_no_header(self, row: str) -> None:
        """One word that does not go on makes it a row."""
        bacaan = _read("Sasaran\tIndikator\tSatuan", row, "A\tB\t%")

        assert "B045" not in _codes(bacaan)

    def test_too_long(self) -> None:
        """Words that are too long together are refused."""
        long = "Sasaran" + " " * 9_000 + "x"
        with pytest.raises(ReadingError):
            _read(f"Tujuan\tIndikator\t{long}", f"\t\t{long}y")


class TestAgency:
    """A column of agencies names the agency of the document where all rows agree."""

    HEADER = "Perangkat Daerah\tIndikator\tSatuan"

    def test_one(self) -> None:
        """With its kodefikasi and its government."""
        bacaan = _read(self.HEADER, "1.01.02 - Dinas Sehat Kota Anyar\tB\t%", "\tC\t%")
        agency = bacaan.dokumen[0].perangkat_daerah

        assert agency is not None
        assert (agency.kode, agency.nama) == ("1.01.02", "Dinas Sehat")
        assert agency.pemda is not None

    def test_several(self) -> None:
        """Each row keeps its own."""
        bacaan = _read(self.HEADER, "Dinas A\tB\t%", "Dinas C\tD\t%")

        assert bacaan.dokumen[0].perangkat_daerah is None
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Perangkat Daerah": ["Dinas A"]}
        )

    def test_beside_the_title(self) -> None:
        """The title stands above it."""
        bacaan = _read(self.HEADER, "Bidang\tB\t%", title=f"{PK}\nDINAS PERTANIAN")

        assert bacaan.dokumen[0].perangkat_daerah is not None
        assert bacaan.dokumen[0].perangkat_daerah.nama == "DINAS PERTANIAN"


class TestForms:
    """A Manual IKU prints the fields of one indicator below each other."""

    CARD = (
        "MANUAL IKU\t",
        "Perspektif\t:\tStakeholder",
        "Sasaran Strategis\t:\tLayanan prima",
        "Kode\t:\tCP-1",
        "Nama IKU\t:\tPersentase layanan tepat waktu",
        "Formula\t:\tlayanan tepat waktu / jumlah layanan x 100%",
        "Satuan Pengukuran\t:\t%",
        "Polarisasi\t:\tMaximize",
        "Catatan Penting\t:\tx",
        "\t:\t",
        "diisi tim\t",
        "Tahun 2024\t",
        "\tQ1\tSmt1\tY",
        "Target\t80\t85\t90",
        "Sumber Data\t:",
    )

    def test_fields(self) -> None:
        """It is a table of one row; the year is that of the title."""
        bacaan = _read(*self.CARD, title="MANUAL IKU TAHUN 2024")
        indikator = _one(bacaan)

        assert (indikator.kode, indikator.nama) == ("CP-1", "Persentase layanan tepat waktu")
        assert bacaan.dokumen[0].sasaran[0].perspektif == "Stakeholder"
        assert indikator.formula is not None
        assert _values(indikator.target) == [
            ("2024", None, Angka("90")),
            ("2024-S1", None, Angka("85")),
            ("2024-TW1", None, Angka("80")),
        ]
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Catatan Penting": ["x"], "diisi tim": ["diisi tim"]}
        )

    def test_one_page_for_each_indicator(self) -> None:
        """Forms with the same fields are rows of one document."""
        second = [row.replace("CP-1", "CP-2").replace("tepat", "cepat") for row in self.CARD[1:]]
        bacaan = _read(*self.CARD[1:], "", "2", "", *second, title="MANUAL IKU TAHUN 2024")

        assert [one.kode for one in bacaan.dokumen[0].walk(Indikator)] == ["CP-1", "CP-2"]

    @pytest.mark.parametrize(
        "rows",
        [
            ("Sasaran\tA", "Indikator\tB", "Satuan\t%"),
            ("Sasaran\tA", "Indikator\tB", "Satuan\t%", "Satuan\torang", "Kode\tK"),
            (
                "Sasaran\tA", "Indikator\tB", "Satuan\t%", "Kode\tK",
                "a\tb", "a\tb", "a\tb", "a\tb", "a\tb",
            ),
        ],
        ids=["few", "repeated", "mostly other words"],
    )  # fmt: skip
    def test_what_is_no_form(self, rows: tuple[str, ...]) -> None:
        """Too few fields, one of them twice, or fewer than half of the rows."""
        assert _read(*rows).dokumen == ()

    def test_values_that_are_missing(self) -> None:
        """A row of periods without values below gives none; a label beside them says results."""
        bacaan = _read(
            *self.CARD[1:9], "Realisasi\tQ1\tQ2", "\t80", "Target\tQ3\tQ4",
            title="MANUAL IKU TAHUN 2024",
        )  # fmt: skip

        assert _values(_one(bacaan).realisasi) == [("2024-TW1", None, Angka("80"))]
        assert _one(bacaan).target == ()

    BELOW = (
        "Tabel Data\t",
        "Tahun\tTarget/Realisasi\tQ1\tSmt1\tY",
        "2023\tTarget\t15\t40\t95",
        "\tRealisasi\t14,2\t38,1\t",
        "2024\tTarget\t16\t41\t96",
    )

    def test_values_in_a_table_below(self) -> None:
        """Each row says of what, and of which year; the rows are no further forms."""
        bacaan = _read(*self.CARD[1:9], "", *self.BELOW, title="MANUAL IKU")
        indikator = _one(bacaan)

        assert len(bacaan.dokumen[0].sasaran) == 1
        assert _values(indikator.target) == [
            ("2023", None, Angka("95")),
            ("2023-S1", None, Angka("40")),
            ("2023-TW1", None, Angka("15")),
            ("2024", None, Angka("96")),
            ("2024-S1", None, Angka("41")),
            ("2024-TW1", None, Angka("16")),
        ]
        assert _values(indikator.realisasi) == [
            ("2023-S1", None, Angka("38.1")),
            ("2023-TW1", None, Angka("14.2")),
        ]
        assert "B009" not in _codes(bacaan)

    def test_each_form_has_its_own(self) -> None:
        """Of other periods, too; a year before parts of a year is theirs."""
        second = [row.replace("CP-1", "CP-2").replace("tepat", "cepat") for row in self.CARD[1:9]]
        bacaan = _read(
            *self.CARD[1:9], "", "Tahun 2023\tQ1\tQ2", "Target\t1\t2", "",
            *second, "", "Tahun 2024\tQ3\tQ4", "Target\t3\t4", title="MANUAL IKU",
        )  # fmt: skip
        first, last = bacaan.dokumen[0].walk(Indikator)

        assert [periode for periode, _, _ in _values(first.target)] == ["2023-TW1", "2023-TW2"]
        assert [periode for periode, _, _ in _values(last.target)] == ["2024-TW3", "2024-TW4"]

    def test_what_else_stands_below(self) -> None:
        """Signatures are read, other tables are noted."""
        bacaan = _read(
            *self.CARD[1:9], "", "a\tb", "", "Kepala Dinas\tSekretaris", "Nama A\tNama B",
            "NIP. 197001011995031001\tNIP. 197001011995031002", title="MANUAL IKU",
        )  # fmt: skip

        assert bacaan.dokumen[0].penandatangan is not None
        assert any(one.pesan.startswith('4 baris tidak dibaca: "a b"') for one in bacaan.temuan)

    def test_purpose(self) -> None:
        """The Tujuan below the name of an indicator is what it is measured for."""
        bacaan = _read(*self.CARD[1:9], "Tujuan\t:\tMengukur layanan")

        assert bacaan.dokumen[0].tujuan == ()
        assert _one(bacaan).tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Catatan Penting": ["x"], "Tujuan": ["Mengukur layanan"]}
        )
        assert {"B006"} <= _codes(bacaan)
        assert "B007" not in _codes(bacaan)


class TestComposed:
    """A header that says the same in two ways is understood by what both say."""

    def test_fields(self) -> None:
        """Each column goes into its field; that of the walidata has none and is kept."""
        bacaan = read_text(to_text(LAYOUTS["walidata"]))
        padi = bacaan.dokumen[0].find_indikator("S1.1")
        temuan = [one.pesan for one in bacaan.temuan if one.kode == "IKU-B029"]

        assert padi.satuan == Satuan("ton")
        assert padi.penjelasan[0].formulasi == "Jumlah panen"
        assert padi.penjelasan[0].penanggung_jawab == ("Bidang Padi",)
        assert padi.tambahan == Tambahan.from_mapping({"x-kolom": {"Walidata": ["Diskominfo"]}})
        assert temuan == ["Isi Walidata disimpan tanpa diolah."]
        assert {one.kode for one in bacaan.temuan} == {"IKU-B029"}
