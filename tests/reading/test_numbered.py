"""Names with their number in front, and with spaces at which no line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.domain import Indikator, Sasaran, Tujuan
from iku.reading import read_text

if TYPE_CHECKING:
    from iku.reading import Bacaan


def _read(header: str, *rows: str) -> Bacaan:
    return read_text("\n".join(["INDIKATOR KINERJA UTAMA", "", header, *rows, ""]))


def _names(bacaan: Bacaan, noun: type[Indikator | Sasaran | Tujuan]) -> list[tuple[str, str]]:
    return [
        (one.kode, one.nama if isinstance(one, Indikator) else one.uraian)
        for one in bacaan.dokumen[0].walk(noun)
    ]


def _notes(bacaan: Bacaan) -> list[tuple[str, int | None, int | None]]:
    return [
        (one.pesan, one.asal.baris, one.asal.kolom)
        for one in bacaan.temuan
        if one.kode == "IKU-B076" and one.asal is not None
    ]


class TestKode:
    """A number that names one of all is its kode."""

    def test_all_levels(self) -> None:
        """Each column by itself."""
        bacaan = _read(
            "Tujuan\tSasaran\tIndikator\tSatuan",
            "T1 Maju\tSS1 Pangan cukup\tIKU 1.1 Produksi\tton",
            "\t\tIKU-1.2 Panen\tton",
            "\tSS2 Petani\tIKU 2 Nilai tukar\tindeks",
        )

        assert _names(bacaan, Tujuan) == [("T1", "T1 Maju")]
        assert _names(bacaan, Sasaran) == [("SS1", "Pangan cukup"), ("SS2", "Petani")]
        assert _names(bacaan, Indikator) == [
            ("IKU 1.1", "Produksi"), ("IKU-1.2", "Panen"), ("IKU 2", "Nilai tukar"),
        ]  # fmt: skip
        assert _notes(bacaan) == [
            (
                (
                    'Isi kolom sasaran diawali penomoran, antara lain "SS1 Pangan cukup"; '
                    "penomoran itu menjadi kode."
                ),
                4,
                2,
            ),
            (
                (
                    'Isi kolom indikator diawali penomoran, antara lain "IKU 1.1 Produksi"; '
                    "penomoran itu menjadi kode."
                ),
                4,
                3,
            ),
        ]

    def test_tujuan(self) -> None:
        """With the raw text in Asal."""
        bacaan = _read("Tujuan\tIndikator", "T.1 Maju\tA", "T.2 Adil\tB")
        first = next(iter(bacaan.dokumen[0].walk(Tujuan)))

        assert _names(bacaan, Tujuan) == [("T.1", "Maju"), ("T.2", "Adil")]
        assert first.asal is not None
        assert (first.asal.teks, first.asal.catatan) == ("T.1 Maju", None)

    def test_one_row(self) -> None:
        """Letters that officials use are a kode in a column of one name."""
        bacaan = _read("Indikator\tSatuan", "IKU 1.1 Persentase A\t%")

        assert _names(bacaan, Indikator) == [("IKU 1.1", "Persentase A")]

    @pytest.mark.parametrize(
        "names",
        [
            ["TPB 1 tercapai"],
            ["1.1 A"],
            ["1.1 A", "B"],
            ["1.1 A", "1.1 B"],
            ["1.1 A", "SS 2 B"],
            ["1.1 A", "2. B"],
            ["3 desa", "4 desa"],
            ["1. A"],
            ["2023 A", "2024 B"],
        ],
    )
    def test_what_is_no_numbering(self, names: list[str]) -> None:
        """Not all have one, of one kind, each another."""
        bacaan = _read("Indikator\tSatuan", *[f"{name}\t%" for name in names])

        assert [nama for _, nama in _names(bacaan, Indikator)] == names
        assert _notes(bacaan) == []

    def test_a_column_of_kode(self) -> None:
        """What it prints is the kode; the name stays as it is."""
        bacaan = _read("Kode\tIndikator\tSatuan", "X1\t1.1 A\t%", "X2\t1.2 B\t%")

        assert _names(bacaan, Indikator) == [("X1", "1.1 A"), ("X2", "1.2 B")]


class TestCounting:
    """What only counts is left out."""

    @pytest.mark.parametrize("marks", [("a.", "b."), ("1.", "2."), ("1)", "2)"), ("(1)", "(2)")])
    def test_left_out(self, marks: tuple[str, str]) -> None:
        """Letters and plain numbers, set off by a sign."""
        bacaan = _read("Indikator\tSatuan", *[f"{mark} Jumlah A{mark}\t%" for mark in marks])

        assert _names(bacaan, Indikator) == [
            (f"I{number}", f"Jumlah A{mark}") for number, mark in enumerate(marks, 1)
        ]
        assert [pesan.endswith("tidak disimpan.") for pesan, _, _ in _notes(bacaan)] == [True]


class TestSpaces:
    """A space at which no line breaks is a space."""

    def test_names(self) -> None:
        """The raw text keeps it."""
        bacaan = _read("Indikator\tSatuan", "Nilai\u00a0AKIP\u202fDinas\t%")
        (indikator,) = bacaan.dokumen[0].indikator

        assert indikator.nama == "Nilai AKIP Dinas"
        assert indikator.asal is not None
        assert indikator.asal.teks == "Nilai\u00a0AKIP\u202fDinas"
