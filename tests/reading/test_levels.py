"""Tables that speak of several levels of a plan: strategic, of programmes, of activities."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import Dokumen, Indikator, Tambahan
from iku.reading import Bacaan, read_text
from iku.reading.tables.columns.levels import resolve_levels


def _read(*rows: str) -> Bacaan:
    return read_text("\n".join(("PERJANJIAN KINERJA TAHUN 2024", "", *rows, "")))


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


def _names(dokumen: Dokumen) -> list[tuple[str, list[str]]]:
    return [(one.uraian, [each.nama for each in one.indikator]) for one in dokumen.sasaran]


class TestOneLevel:
    """The Sasaran of a table is whatever level its indicators are of."""

    @pytest.mark.parametrize(
        "header",
        [
            "Sasaran Program\tIndikator Kinerja Program",
            "Sasaran Program/Kegiatan\tIndikator Program/Kegiatan",
            "Sasaran Kegiatan\tIndikator Kinerja Kegiatan",
            "Sasaran Program\tIndikator Kinerja",
            "Sasaran Renstra\tIndikator Sasaran",
            "Kinerja Utama\tIndikator Kinerja Utama",
            "Rencana Hasil Kerja\tIndikator Kinerja Individu (IKI)",
            "Sasaran\tTolok Ukur Kinerja",
        ],
    )
    def test_a_sasaran_and_its_indicators(self, header: str) -> None:
        """Nothing of it is left over."""
        bacaan = _read(f"{header}\tSatuan\tTarget", "A\tB\t%\t80", "\tC\t%\t90")
        dokumen = _one(bacaan)

        assert _names(dokumen) == [("A", ["B", "C"])]
        assert dokumen.find_indikator("S1.1").target[0].nilai == Angka("80")
        assert _codes(bacaan) == []

    @pytest.mark.parametrize("header", ["Indikator Kinerja", "Indikator Tujuan"])
    def test_tujuan(self, header: str) -> None:
        """Without Sasaran they are those of the Tujuan."""
        (tujuan,) = _one(_read(f"Tujuan\t{header}\tTarget", "A\tB\t80")).tujuan

        assert tujuan.indikator[0].target[0].nilai == Angka("80")

    def test_programmes_have_no_noun(self) -> None:
        """They stay beside the indicators."""
        bacaan = _read("Program\tKegiatan\tIndikator Kinerja\tTarget", "A\tB\tC\t80")
        (indikator,) = _one(bacaan).indikator

        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Program": ["A"], "Kegiatan": ["B"]}
        )
        assert _codes(bacaan) == ["B029", "B009", "B029"]


class TestAbove:
    """A Sasaran above the one that the indicators are of."""

    HEADER = "Sasaran Strategis\tSasaran Program\tSasaran Kegiatan\tIndikator\tTarget"

    def test_kept(self) -> None:
        """It is kept with each Sasaran below it, until another one is named."""
        bacaan = _read(
            self.HEADER, "A\tB\tC\tD\t1", "\t\tE\tF\t2", "\tG\tE\tH\t3", "I\tB\tC\tJ\t4",
            "I\tB\tC\tK\t5",
        )  # fmt: skip
        dokumen = _one(bacaan)

        assert _names(dokumen) == [("C", ["D"]), ("E", ["F"]), ("E", ["H"]), ("C", ["J", "K"])]
        assert [one.tambahan["x-kolom"] for one in dokumen.sasaran] == [
            Tambahan.from_mapping({"Sasaran Strategis": [first], "Sasaran Program": [second]})
            for first, second in (("A", "B"), ("A", "B"), ("A", "G"), ("I", "B"))
        ]
        assert _codes(bacaan).count("B059") == 2

    def test_another_one_without_its_own(self) -> None:
        """The indicators are not those of the Sasaran before."""
        bacaan = _read(self.HEADER, "A\tB\tC\tD\t1", "I\t\t\tJ\t4")

        assert [one.nama for one in _one(bacaan).indikator] == ["J"]
        assert "B058" in _codes(bacaan)


class TestBelow:
    """What belongs to a lower level is never given to the level that is read."""

    def test_values(self) -> None:
        """Those behind its indicators are its own, whatever the level above lacks."""
        bacaan = _read(
            "Sasaran\tIndikator\tProgram\tIndikator Program\tSatuan\tTarget", "A\tB\tC\tD\t%\t80"
        )
        indikator = _one(bacaan).find_indikator("S1.1")

        assert (indikator.satuan, indikator.target) == (None, ())
        assert indikator.tambahan["x-kolom"] == Tambahan.from_mapping(
            {"Program": ["C"], "Indikator Program": ["D"], "Satuan": ["%"], "Target": ["80"]}
        )
        assert _codes(bacaan).count("B059") == 3

    def test_money_and_kode(self) -> None:
        """Those of a programme are not those of the indicator before it."""
        bacaan = _read(
            "Sasaran\tIndikator\tTarget\tKode\tProgram\tAnggaran", "A\tB\t80\t1.02\tC\t1.000"
        )
        indikator = _one(bacaan).find_indikator("S1.1")

        assert indikator.pagu == ()
        assert _codes(bacaan).count("B059") == 2

    def test_money_of_an_indicator_below_its_programme(self) -> None:
        """Where the programme stands before, it is that of the indicator."""
        dokumen = _one(_read("Sasaran\tProgram\tIndikator\tAnggaran", "A\tB\tC\t1.000"))

        assert dokumen.find_indikator("S1.1").pagu[0].nilai == Angka("1000")

    @pytest.mark.parametrize(
        ("nouns", "placed"),
        [
            (
                ["tujuan", "indikator", "target", "sasaran", "indikator", "target"],
                ["tujuan", "indikator_tujuan", None, "sasaran", "indikator", "target"],
            ),
            (
                ["sasaran", "indikator_sasaran", "tujuan", "indikator_tujuan", "target"],
                ["sasaran", "indikator_sasaran", "tujuan", "indikator_tujuan", "target"],
            ),
            (
                ["indikator", "sasaran", "sasaran_program"],
                ["indikator", "sasaran", None],
            ),
            (["sasaran"] * 6 + ["indikator"], [None] * 5 + ["sasaran", "indikator"]),
            (["nomor", "sasaran", "target"], ["nomor", "sasaran", "target"]),
            (["kegiatan", "indikator_kegiatan"], [None, "indikator"]),
        ],
    )
    def test_columns(self, nouns: list[str], placed: list[str | None]) -> None:
        """Each owner has the values to its right."""
        assert [noun for noun, _ in resolve_levels(nouns)] == placed

    def test_a_kode_without_indicator(self) -> None:
        """The row of an owner that has one is no row without an indicator."""
        bacaan = _read("Kode\tSasaran\tIndikator\tTarget", "SP 1\tA\t\t", "IK 1\t\tB\t80")

        assert [one.kode for one in _one(bacaan).walk(Indikator)] == ["IK 1"]
        assert _codes(bacaan) == ["B009", "B022"]


class TestKode:
    """Whose kode a column before the Sasaran has."""

    def test_of_the_sasaran(self) -> None:
        """Where further indicators have none."""
        bacaan = _read(
            "Kode\tSasaran\tIndikator\tSatuan\tTarget", "SS 1\tA\tB\t%\t80", "\t\tC\t%\t90",
            "SS 1\tD\tE\t%\t7", "\tF\tG\t%\t7",
        )  # fmt: skip
        dokumen = _one(bacaan)

        assert [one.kode for one in dokumen.sasaran] == ["SS 1", "S2", "S3"]
        assert [one.kode for one in dokumen.walk(Indikator)] == ["SS 1.1", "SS 1.2", "S2.1", "S3.1"]
        assert _codes(bacaan) == ["B025"]

    @pytest.mark.parametrize(
        "rows",
        [
            ("IK 1\tA\tB\t%\t80", "IK 2\t\tC\t%\t90"),
            ("IK 1\tA\tB\t%\t80", "IK 2\tD\tC\t%\t90"),
        ],
    )
    def test_of_the_indicator(self, rows: tuple[str, ...]) -> None:
        """Where each has one."""
        dokumen = _one(_read("Kode\tSasaran\tIndikator\tSatuan\tTarget", *rows))

        assert [one.kode for one in dokumen.walk(Indikator)] == ["IK 1", "IK 2"]

    def test_none(self) -> None:
        """A blank column has those of nobody."""
        dokumen = _one(_read("Kode\tSasaran\tIndikator\tTarget", "\tA\tB\t80", "\t\tC\t90"))

        assert [one.kode for one in dokumen.walk(Indikator)] == ["S1.1", "S1.2"]


class TestOneColumn:
    """Sasaran and indicators below each other in one column."""

    @pytest.mark.parametrize(
        "header", ["Sasaran / Indikator Kinerja", "Sasaran dan Indikator Kinerja"]
    )
    def test_rows(self, header: str) -> None:
        """A row that has nothing beside is a Sasaran."""
        bacaan = _read(
            f"No\t{header}\tSatuan\tTarget",
            "1\tA\t\t",
            "\tB\t%\t80",
            "\tC\t%\t90",
            "2\tD",
            "\tE\t%\t7",
        )

        assert _names(_one(bacaan)) == [("A", ["B", "C"]), ("D", ["E"])]
        assert _codes(bacaan) == []

    def test_indicators_alone(self) -> None:
        """Of another header, such a row is an indicator without values."""
        bacaan = _read("No\tIndikator\tSatuan\tTarget", "1\tA\t\t", "2\tB\t%\t80")

        assert [one.nama for one in _one(bacaan).indikator] == ["A", "B"]
