"""Reports of a part of a year, and headers whose columns are not told apart."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import Indikator, Tambahan
from iku.reading import Bacaan, read_text
from iku.reading.grid import Cell
from iku.reading.tables.columns.numbering import is_numbering


def _read(title: str, *rows: str) -> Bacaan:
    return read_text("\n".join((title, "", *rows, "")))


def _first(bacaan: Bacaan) -> Indikator:
    return next(bacaan.dokumen[0].walk(Indikator))


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


class TestReports:
    """A report of a quarter may print that quarter, all up to it, or the whole year."""

    HEADER = "Sasaran\tIndikator\tSatuan\tTarget\tRealisasi\tCapaian"
    ROW = "A\tB\t%\t25\t30\t120"

    @pytest.mark.parametrize(
        "title",
        [
            "LAPORAN KINERJA TRIWULAN III TAHUN 2024",
            "LAPORAN KINERJA TAHUN 2024\nTRIWULAN III",
            "LAPORAN KINERJA TAHUN 2024\nTW 3 TAHUN 2024",
            "LAPORAN KINERJA SEMESTER I TAHUN 2024",
            "LAPORAN KINERJA BULAN MARET TAHUN 2024",
        ],
    )
    def test_left_open(self, title: str) -> None:
        """Columns that do not say which stay as they are printed."""
        bacaan = _read(title, self.HEADER, self.ROW)
        indikator = _first(bacaan)

        assert (indikator.target, indikator.realisasi) == ((), ())
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Target": ["25"], "Realisasi": ["30"], "Capaian": ["120"]}
        )
        assert [code for code in _codes(bacaan) if code not in ("B009", "B010")] == ["B064"] * 3

    def test_columns_of_the_year(self) -> None:
        """What says that it is for a year is for that of the title."""
        bacaan = _read(
            "LAPORAN KINERJA TRIWULAN III TAHUN 2024",
            "Sasaran\tIndikator\tTarget Tahunan\tRealisasi TW III", "A\tB\t100\t30",
        )  # fmt: skip
        indikator = _first(bacaan)

        assert [str(one.periode) for one in indikator.target] == ["2024"]
        assert [str(one.periode) for one in indikator.realisasi] == ["2024-TW3"]

    @pytest.mark.parametrize(
        "title", ["LAPORAN KINERJA TAHUN 2024", "LAPORAN KINERJA TRIWULAN I - IV TAHUN 2024"]
    )
    def test_whole_year(self, title: str) -> None:
        """A year, or all its quarters, is the year."""
        assert _first(_read(title, "Sasaran\tIndikator\tTarget", "A\tB\t5")).target

    def test_targets_of_quarters(self) -> None:
        """A title of targets makes targets of bare quarters."""
        bacaan = _read(
            "TARGET TRIWULAN TAHUN 2024", "Sasaran\tIndikator\tTW I\tTW II", "A\tB\t5\t6"
        )

        assert [str(one.periode) for one in _first(bacaan).target] == ["2024-TW1", "2024-TW2"]

    def test_a_plan_below_another(self) -> None:
        """It is the title of a document of its own."""
        bacaan = _read(
            "PERJANJIAN KINERJA TAHUN 2024", "Sasaran\tIndikator\tTarget", "A\tB\t5", "",
            "TARGET TRIWULAN PERJANJIAN KINERJA TAHUN 2024", "",
            "Sasaran\tIndikator\tTW I", "A\tB\t5",
        )  # fmt: skip

        assert [str(one.periode) for one in bacaan.dokumen] == ["2024", "2024"]

    def test_capaian_up_to_a_quarter(self) -> None:
        """Of what is only kept, the year is not told."""
        bacaan = _read(
            "LAPORAN KINERJA",
            "Sasaran\tIndikator\tRealisasi 2024\tCapaian s.d. TW IV",
            "A\tB\t1\t5",
        )

        assert "B040" not in _codes(bacaan)

    def test_no_year_is_told_once(self) -> None:
        """A column without a year is one finding, not one for each row."""
        bacaan = _read("PERJANJIAN KINERJA", "Sasaran\tIndikator\tTarget", "A\tB\t5", "\tC\t6")

        assert _codes(bacaan).count("B031") == 1


class TestCovering:
    """A header over several columns says nothing of the first of them."""

    def test_unnamed_columns(self) -> None:
        """Values are left as they are."""
        bacaan = _read("IKU 2024", "Sasaran\tIndikator\tTarget\t", "A\tB\t5\t6", "\tC\t7\t")

        assert _first(bacaan).target == ()
        assert {"B063", "B027"} <= set(_codes(bacaan))

    def test_numbers_before_names(self) -> None:
        """A number in a column of its own is none of the name."""
        bacaan = _read(
            "IKU 2024", "No\tSasaran\t\tIndikator\t\tTarget",
            "1\ta.\tA\t1.1\tB\t5", "\t\t\t1.2\tC\t6", "2\tb.\tD\t2.1\tE\t7",
        )  # fmt: skip
        (dokumen,) = bacaan.dokumen

        assert [one.uraian for one in dokumen.sasaran] == ["A", "D"]
        assert [one.nama for one in dokumen.walk(Indikator)] == ["B", "C", "E"]
        assert not any(one.tambahan for one in dokumen.walk(Indikator))
        assert set(_codes(bacaan)) == {"B009"}

    def test_two_columns_of_numbers(self) -> None:
        """The second numbers the indicators."""
        bacaan = _read(
            "IKU 2024", "No\tSasaran\tNo\tIndikator\tTarget", "1\tA\t1\tB\t5", "\t\t2\tC\t6"
        )

        assert set(_codes(bacaan)) == {"B009"}

    def test_text_before_a_name(self) -> None:
        """What is no number is the name."""
        bacaan = _read("IKU 2024", "Sasaran\tIndikator\t\tTarget", "A\tUmur\tC\t5")

        assert _first(bacaan).nama == "Umur"
        assert "B027" in _codes(bacaan)

    @pytest.mark.parametrize("above", ["Kondisi Akhir", "Akhir Renstra"])
    def test_state(self, above: str) -> None:
        """Target and Rp below a state are its value, and money that has no field."""
        bacaan = _read("IKU 2024", f"Sasaran\tIndikator\t{above}\t", "\t\tTarget\tRp", "A\tB\t5\t6")
        indikator = _first(bacaan)

        assert indikator.kondisi_akhir is not None
        assert indikator.kondisi_akhir.nilai == Angka("5")
        assert (indikator.pagu, indikator.target) == ((), ())

    def test_an_unknown_plan(self) -> None:
        """Values below words that say of another time or plan are left."""
        bacaan = _read(
            "IKU 2024", "Sasaran\tIndikator\tHasil Renstra s.d. 2022\t", "\t\tTarget\tRp",
            "A\tB\t5\t6",
        )  # fmt: skip
        indikator = _first(bacaan)

        assert (indikator.pagu, indikator.target) == ((), ())

    def test_kinerja_below_years(self) -> None:
        """K beside Rp is the target of the year."""
        indikator = _first(
            _read(
                "RENSTRA",
                "Sasaran\tIndikator\t2023\t\t2024\t",
                "\t\tK\tRp\tK\tRp",
                "A\tB\t1\t2\t3\t4",
            )
        )

        assert [one.nilai for one in indikator.target] == [Angka("1"), Angka("3")]
        assert [one.nilai for one in indikator.pagu] == [Angka("2"), Angka("4")]

    def test_kinerja_below_an_owner(self) -> None:
        """It says nothing there."""
        bacaan = _read("RENSTRA", "Sasaran\tIndikator\tLain\t", "\t\tK\tRp", "A\tB\t1\t2")

        assert _first(bacaan).target == ()

    def test_repeated_instead_of_merged(self) -> None:
        """An export that repeats the words of a merged header says the same."""
        bacaan = _read(
            "IKU 2024", "Sasaran\tIndikator\tTarget\tTarget", "Sasaran\tIndikator\tTW I\tTW II",
            "A\tB\t5\t6",
        )  # fmt: skip

        assert [str(one.periode) for one in _first(bacaan).target] == ["2024-TW1", "2024-TW2"]
        assert len(bacaan.dokumen[0].sasaran) == 1

    def test_repeated_row(self) -> None:
        """The whole row once more is no finer header."""
        bacaan = _read(
            "IKU 2024", "Sasaran\tIndikator\tTarget", "Sasaran\tIndikator\tTarget", "A\tB\t5"
        )

        assert _codes(bacaan).count("B033") == 1


class TestNumbering:
    """Rows that only number the columns."""

    @staticmethod
    def _row(text: str) -> list[Cell]:
        return [
            Cell(text=part, raw=part, line=1, column=number)
            for number, part in enumerate(text.split("|"), 1)
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "1|2|3", "(1)|(2)|(3)", "1.|2.|3.", "a|b|c", "1|2|3||4", "1|2|3|4|5|6=5/4|7",
            "1|2|3|4|(3/2)|6", "1|2|3|4=6/5", "(1)|(2)|(3)|(4)=(3)/(2)",
            "a|b|c|d=c/b*100", "1|2|3|4 = (3:2) x 100%",
        ],
    )  # fmt: skip
    def test_is(self, text: str) -> None:
        """With and without what a column is computed from."""
        assert is_numbering(self._row(text))

    @pytest.mark.parametrize(
        "text",
        [
            "1|2", "2|3|4", "1|2|4", "1|A|B|C", "1|2|3|80", "1|2|3|4=ab", "1|2|3|80-90 ton sehari",
            "3/2|4/3|5/4", f"1|2|3|{'1/' * 30}", "",
        ],
    )  # fmt: skip
    def test_is_not(self, text: str) -> None:
        """Values and names are a row."""
        assert not is_numbering(self._row(text))

    def test_row(self) -> None:
        """Nothing of it becomes an indicator."""
        bacaan = _read(
            "LAPORAN KINERJA 2024", "No\tSasaran\tIndikator\tTarget\tRealisasi\tCapaian",
            "1\t2\t3\t4\t5\t6=5/4", "1\tA\tB\t80\t40\t50",
        )  # fmt: skip

        assert [one.nama for one in bacaan.dokumen[0].walk(Indikator)] == ["B"]
