"""A matrix whose cells fell out one by one: what its order says, and what it cannot say."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import Dokumen, Indikator, Kosong, SebabKosong
from iku.errors import ReadingError
from iku.reading import Bacaan, read_text

TITLE = "MATRIK INDIKATOR KINERJA UTAMA"


def _read(*blocks: str) -> Bacaan:
    return read_text("\n\n".join((TITLE, *blocks)) + "\n")


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


def _names(dokumen: Dokumen) -> list[tuple[str, str]]:
    return [(item.kode, item.nama) for item in dokumen.walk(Indikator)]


class TestOrder:
    """Cells follow the order of their heads."""

    def test_pairs(self) -> None:
        """Text, indicator, text, indicator."""
        bacaan = _read(
            "SASARAN", "INDIKATOR SASARAN", "Sehat", "Angka sakit", "Cerdas", "Rata-rata sekolah"
        )

        assert _names(_one(bacaan)) == [("S1.1", "Angka sakit"), ("S2.1", "Rata-rata sekolah")]
        assert _codes(bacaan) == []

    def test_heads_on_lines_of_one_paragraph(self) -> None:
        """Heads need no blank line between; the title words are a head behind a Sasaran."""
        bacaan = _read("SASARAN\nINDIKATOR KINERJA UTAMA", "Sehat", "Upah")

        assert _names(_one(bacaan)) == [("S1.1", "Upah")]

    def test_four_heads(self) -> None:
        """A Sasaran in the same row as its Tujuan belongs to it."""
        bacaan = _read(
            "TUJUAN\nINDIKATOR TUJUAN\nSASARAN",
            "INDIKATOR",
            *("T satu", "Indeks A", "S satu", "Nilai B"),
            *("T dua", "Indeks C", "S dua", "Nilai D"),
        )
        tujuan = _one(bacaan).tujuan

        assert [item.sasaran[0].kode for item in tujuan] == ["S1", "S2"]
        assert _names(_one(bacaan)) == [
            ("T1.1", "Indeks A"),
            ("S1.1", "Nilai B"),
            ("T2.1", "Indeks C"),
            ("S2.1", "Nilai D"),
        ]
        assert _codes(bacaan) == ["B032"]

    def test_several_indicators_behind_one_text(self) -> None:
        """Words that begin the names of indicators tell them from texts."""
        bacaan = _read(
            "SASARAN", "INDIKATOR SASARAN", "Sehat", "1. Angka sakit", "2. Angka mati", "Cerdas",
            "Indeks baca",
        )  # fmt: skip

        assert _names(_one(bacaan)) == [
            ("S1.1", "1. Angka sakit"),
            ("S1.2", "2. Angka mati"),
            ("S2.1", "Indeks baca"),
        ]

    def test_column_by_column(self) -> None:
        """Texts first, indicators then: who owns which is not said."""
        bacaan = _read(
            "SASARAN", "INDIKATOR SASARAN", "Sehat", "Cerdas", "Angka sakit", "Indeks baca"
        )

        assert [item.uraian for item in _one(bacaan).sasaran] == ["Sehat", "Cerdas"]
        assert _names(_one(bacaan)) == [("I1", "Angka sakit"), ("I2", "Indeks baca")]
        assert _codes(bacaan) == ["B011", "B011", "B028", "B028"]

    def test_indicator_first(self) -> None:
        """A name without a text before it has no owner."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "Angka sakit", "Sehat")

        assert _names(_one(bacaan)) == [("I1", "Angka sakit")]

    def test_four_heads_out_of_order(self) -> None:
        """With texts of two kinds, the texts cannot be told apart either; all is reported."""
        bacaan = _read(
            "TUJUAN\nINDIKATOR TUJUAN\nSASARAN\nINDIKATOR SASARAN", "Indeks A", "T satu", "S satu"
        )

        assert _names(_one(bacaan)) == [("I1", "Indeks A")]
        assert _codes(bacaan) == ["B028", "B028", "B028"]

    def test_heads_each_with_its_cells(self) -> None:
        """A head alone, then its cells: indicators behind their only owners."""
        bacaan = _read("SASARAN", "Sehat", "INDIKATOR SASARAN", "Angka sakit")

        assert _one(bacaan).sasaran[0].uraian == "Sehat"
        assert _names(_one(bacaan)) == [("I1", "Angka sakit")]
        assert _codes(bacaan) == ["B011", "B028"]

    def test_texts_only(self) -> None:
        """Without a head of indicators, no text is taken for one."""
        bacaan = _read("TUJUAN", "SASARAN", "Nilai luhur", "Indeks mutu naik", "T dua")

        assert [item.uraian for item in _one(bacaan).tujuan] == ["Nilai luhur"]
        assert _one(bacaan).tujuan[0].sasaran[0].uraian == "Indeks mutu naik"
        assert "B018" in _codes(bacaan)

    def test_indicators_before_their_texts(self) -> None:
        """Heads the other way round: the row says who owns a name."""
        bacaan = _read("INDIKATOR SASARAN", "SASARAN", "Indeks", "Sehat", "Nilai", "Cerdas")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["Sehat", "Cerdas"]
        assert _names(_one(bacaan)) == [("S1.1", "Indeks"), ("S2.1", "Nilai")]

    def test_incomplete_row_of_three(self) -> None:
        """Cells of which nobody knows the head are reported, and belong to nothing."""
        bacaan = _read("TUJUAN\nSASARAN\nINDIKATOR SASARAN", "T", "S", "Nilai", "T dua", "S dua")

        assert [item.uraian for item in _one(bacaan).tujuan] == ["T"]
        assert _codes(bacaan) == ["B018", "B018"]

    def test_tabs_between_cells(self) -> None:
        """A line of cells among the fallen-out ones is several cells."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "Sehat\tAngka sakit\n\tCerdas\tIndeks baca")

        assert _names(_one(bacaan)) == [("S1.1", "Angka sakit"), ("S2.1", "Indeks baca")]

    def test_no_cells(self) -> None:
        """Heads without cells make an empty document."""
        assert _names(_one(_read("SASARAN", "INDIKATOR SASARAN"))) == []


class TestGlued:
    """The last cell may hold a text and the name of its indicator."""

    HEADS = ("SASARAN", "INDIKATOR SASARAN", "Sehat", "Angka sakit")

    def test_one_capital_measure(self) -> None:
        """It begins the name."""
        bacaan = _read(*self.HEADS, "Meningkatnya minat Indeks baca")

        assert _one(bacaan).sasaran[1].uraian == "Meningkatnya minat"
        assert _names(_one(bacaan))[1] == ("S2.1", "Indeks baca")
        assert _codes(bacaan) == ["B017"]

    def test_known_name(self) -> None:
        """A name that stands elsewhere decides among several places."""
        bacaan = _read(*self.HEADS, "Naiknya Nilai Tambah Angka sakit")

        assert _one(bacaan).sasaran[1].uraian == "Naiknya Nilai Tambah"

    @pytest.mark.parametrize("text", ["Naiknya Nilai Tambah Indeks baca", "Cerdas"])
    def test_uncertain(self, text: str) -> None:
        """Several places or none: the cell stays whole."""
        bacaan = _read(*self.HEADS, text)

        assert _one(bacaan).sasaran[1].uraian == text
        assert _codes(bacaan) == ["B018", "B011"]


class TestSplit:
    """Lines of one cell that each begin a name."""

    HEADS = ("SASARAN", "INDIKATOR SASARAN", "Sehat", "Angka\nsakit\nNilai mutu")

    def test_each_begins_a_name(self) -> None:
        """Two names, each with its own line."""
        bacaan = _read(*self.HEADS)
        kedua = _one(bacaan).find_indikator("S1.2")

        assert _names(_one(bacaan)) == [("S1.1", "Angka sakit"), ("S1.2", "Nilai mutu")]
        assert kedua.asal is not None
        assert kedua.asal.baris == 11
        assert _codes(bacaan) == ["B016"]

    def test_rows_of_the_table_decide(self) -> None:
        """One row for the cell: the name is broken over lines."""
        bacaan = _read(*self.HEADS, "FORMULASI\tTARGET 2024\nx/y\t5")
        (indikator,) = _one(bacaan).walk(Indikator)

        assert indikator.nama == "Angka sakit Nilai mutu"
        assert indikator.target[0].nilai == Angka("5")
        assert _codes(bacaan) == ["B009"]

    def test_rows_that_fit_neither(self) -> None:
        """They are reported with their text, and belong to nobody."""
        bacaan = _read(*self.HEADS, "FORMULASI\tTARGET 2024\nx\t5\ny\t6\nz\t7")

        assert [item.target for item in _one(bacaan).walk(Indikator)] == [(), ()]
        assert [item.asal and item.asal.teks for item in bacaan.temuan if "B021" in item.kode] == [
            "x\t5",
            "y\t6",
            "z\t7",
        ]


class TestTable:
    """The table of a matrix does not name its indicators; order does."""

    def test_indicators_of_tujuan(self) -> None:
        """Where no Sasaran is printed, the rows speak of those of the Tujuan."""
        bacaan = _read("TUJUAN\nINDIKATOR TUJUAN", "T", "Indeks", "SATUAN\tTARGET 2024\n%\t5")

        assert _one(bacaan).find_indikator("T1.1").target[0].nilai == Angka("5")

    def test_repeated_header(self) -> None:
        """It is no row of an indicator, so the rows still fit."""
        header = "SATUAN\tTARGET 2024"
        bacaan = _read(
            "SASARAN\nINDIKATOR SASARAN", "A", "Indeks", "B", "Nilai",
            f"{header}\n%\t5\n{header}\n%\t6",
        )  # fmt: skip

        assert [item.target[0].nilai for item in _one(bacaan).walk(Indikator)] == [
            Angka("5"),
            Angka("6"),
        ]
        assert "B033" in _codes(bacaan)

    def test_indicators_without_owner(self) -> None:
        """Or of those without owner."""
        bacaan = _read("INDIKATOR SASARAN", "Indeks", "SATUAN\tTARGET 2024\n%\t5")

        assert _one(bacaan).find_indikator("I1").target[0].nilai == Angka("5")

    def test_own_sasaran_column(self) -> None:
        """A table with a Sasaran but no indicator is no table of the matrix."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "SASARAN\tTARGET 2024\nB\t5")

        assert _one(bacaan).find_indikator("S1.1").target == ()
        assert "B022" in _codes(bacaan)

    def test_real_table_behind_the_matrix(self) -> None:
        """A table that names its indicators is a document of its own."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "SASARAN\tINDIKATOR\nB\tC")

        assert [len(item.sasaran) for item in bacaan.dokumen] == [1, 1]

    def test_next_matrix(self) -> None:
        """A title in capitals, a new head behind a finished matrix, or new labels divide."""
        cells = ("SASARAN", "INDIKATOR SASARAN", "A", "Indeks")
        table = "SATUAN\tTARGET 2024\n%\t5"

        assert len(_read(*cells, TITLE, *cells).dokumen) == 2
        assert len(_read(*cells, table, *cells).dokumen) == 2
        assert len(_read(*cells, table, "OPD: DINAS LAIN", *cells).dokumen) == 2
        assert len(_read(*cells, "Indikator kinerja lain", "Indeks").dokumen) == 1

    def test_label_among_the_cells(self) -> None:
        """A label is a label wherever it stands."""
        bacaan = _read("OPD: DINAS X", "SASARAN", "INDIKATOR SASARAN", "A", "VISI: Maju", "Indeks")

        assert _one(bacaan).visi is not None
        assert _names(_one(bacaan)) == [("S1.1", "Indeks")]

    def test_signature_behind_the_cells(self) -> None:
        """It ends them."""
        bacaan = _read(
            "SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "KEPALA DINAS X", "NAMA\nNIP. 1"
        )

        assert _names(_one(bacaan)) == [("S1.1", "Indeks")]
        assert _one(bacaan).penandatangan is not None

    def test_giant_cell(self) -> None:
        """A paragraph that no cell can be is refused."""
        with pytest.raises(ReadingError) as caught:
            _read("SASARAN", "INDIKATOR SASARAN", "\n".join(["kata " * 100] * 30))

        assert caught.value.code == "text-too-long"


class TestLoose:
    """Years and values that fell out of the table keep their text and decide nothing."""

    CELLS = ("SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "SATUAN\tTARGET 2022\n%\t5")

    def _loose(self, *blocks: str) -> list[tuple[str, object, int, str | None]]:
        """Give year, reason, line and note of each target; a loose one has no raw text."""
        target = _one(_read(*self.CELLS, *blocks)).find_indikator("S1.1").target
        places = [item.asal for item in target if item.asal]

        assert [place.teks for place in places] == ["5", *[None] * (len(target) - 1)]
        return [
            (
                str(item.periode),
                getattr(item.nilai, "sebab", None),
                place.baris or 0,
                place.catatan,
            )
            for item, place in zip(target, places, strict=True)
        ]

    def test_as_many_values_as_years(self) -> None:
        """They are not paired: which indicator owns them is not certain either."""
        note = 'nilai lepas yang mungkin miliknya: "7,5" (baris 19), "≥ 8" (baris 21)'

        assert self._loose("TAHUN KE-\n2023", "2024", "7,5", "≥ 8") == [
            ("2022", None, 12, None),
            ("2023", SebabKosong.TIDAK_TERBACA, 15, note),
            ("2024", SebabKosong.TIDAK_TERBACA, 17, note),
        ]

    def test_many_values(self) -> None:
        """A note names ten of them; each is a finding."""
        values = [str(number) for number in range(12)]
        bacaan = _read(*self.CELLS, "2023", *values)
        (_, target) = _one(bacaan).find_indikator("S1.1").target

        assert target.asal is not None
        assert target.asal.catatan is not None
        assert target.asal.catatan.endswith('"8" (baris 32), "9" (baris 34), 2 lainnya')
        assert _codes(bacaan).count("B015") == 13

    def test_years_only(self) -> None:
        """A column without content."""
        assert self._loose("2023")[1:] == [("2023", SebabKosong.TIDAK_DICANTUMKAN, 14, None)]

    def test_a_year_twice(self) -> None:
        """It is one target, where it stands first, and two findings."""
        assert self._loose("2024", "2023", "2023")[1:] == [
            ("2023", SebabKosong.TIDAK_DICANTUMKAN, 16, None),
            ("2024", SebabKosong.TIDAK_DICANTUMKAN, 14, None),
        ]
        assert _codes(_read(*self.CELLS, "2023", "2023")).count("B015") == 2

    def test_values_only(self) -> None:
        """No year to put them to: findings."""
        bacaan = _read(*self.CELLS, "7", "8")

        assert _codes(bacaan)[-2:] == ["B015", "B015"]

    def test_a_year_that_the_table_has(self) -> None:
        """The table's own value stays."""
        assert self._loose("2022", "9") == [("2022", None, 12, None)]

    def test_text_ends_them(self) -> None:
        """What follows other text is not looked at."""
        bacaan = _read(*self.CELLS, "2023\nlihat Renstra", "-", "8", "KEPALA DINAS", "NAMA")

        assert [item.pesan for item in bacaan.temuan if "B022" in item.kode] == [
            '3 baris tidak dibaca: "lihat Renstra", "-", "8".'
        ]
        assert _one(bacaan).penandatangan is not None

    def test_nothing_is_there(self) -> None:
        """A dash is no value."""
        bacaan = _read(*self.CELLS, "-")

        assert _codes(bacaan)[-1] == "B022"
        assert _one(bacaan).find_indikator("S1.1").target[0].nilai != Kosong()

    def test_without_a_table(self) -> None:
        """Loose years behind cells are cells, not targets."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "2023", "Nilai")

        assert [item.uraian for item in _one(bacaan).sasaran] == ["A", "2023"]


class TestSigns:
    """Cells that say with a sign that nothing stands there."""

    def test_none(self) -> None:
        """No Tujuan and no Sasaran is called so; what follows belongs to neither."""
        heads = ("TUJUAN", "SASARAN", "INDIKATOR SASARAN")
        bacaan = _read(*heads, "M", "S", "Indeks A", "-", "T", "Indeks B", "N", "-", "Indeks C")
        (dokumen,) = bacaan.dokumen

        assert [one.uraian for one in dokumen.tujuan] == ["M", "N"]
        assert [one.uraian for one in dokumen.sasaran] == ["T"]
        assert [one.nama for one in dokumen.indikator] == ["Indeks C"]
        assert _codes(bacaan).count("B062") == 2

    def test_indicator(self) -> None:
        """A sign in its place is none."""
        bacaan = _read("SASARAN", "INDIKATOR SASARAN", "A", "Indeks", "B", "-")
        (dokumen,) = bacaan.dokumen

        assert [len(one.indikator) for one in dokumen.sasaran] == [1, 0]
