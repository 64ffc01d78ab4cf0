"""Cells of values: what published ones say, and what decides where one can mean several."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from iku.angka import Angka
from iku.codec import dumps, loads
from iku.domain import Indikator, Kategori, Kondisi, Kosong, Nilai, Rentang, SebabKosong, Target
from iku.errors import IkuError
from iku.reading import Bacaan, read_text

VECTORS: Final = json.loads(
    (Path(__file__).parents[1] / "vectors" / "nilai.json").read_text(encoding="utf-8")
)


def _make_table(row: dict[str, Any]) -> str:
    """Write one published row as a table, its cells one below the other's header."""
    header = [_name_column(sel["kolom"]) for sel in row["sel"]]
    cells = [" ".join(sel["teks"].split()) for sel in row["sel"]]
    return (
        "PERJANJIAN KINERJA TAHUN 2026\n\nIndikator\tSatuan\t"
        + "\t".join(header)
        + f"\n{row['indikator']}\t{row['satuan']}\t"
        + "\t".join(cells)
        + "\n"
    )


def _name_column(kolom: str) -> str:
    if kolom == "baseline" or kolom.startswith("target"):
        return kolom
    return f"Target {kolom}"


def _list_values(indikator: Indikator) -> dict[str | None, Nilai]:
    """Give the values by the text of their cells."""
    kept: list[Target | Kondisi] = [*indikator.target]
    if indikator.baseline is not None:
        kept.append(indikator.baseline)
    return {one.asal.teks: one.nilai for one in kept if one.asal is not None}


def _expect(sel: dict[str, Any]) -> Nilai:
    if "angka" in sel:
        return Angka(sel["angka"])
    if "bawah" in sel:
        return Rentang(bawah=Angka(sel["bawah"]), atas=Angka(sel["atas"]))
    if "kategori" in sel:
        return Kategori(label=sel["kategori"])
    if "kosong" in sel:
        return Kosong(sebab=SebabKosong(sel["kosong"]))
    makna = " atau ".join(sel["mungkin"])
    return Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan=f"dapat berarti {makna}")


class TestPublished:
    """Target cells of published rows, each with what it says."""

    def test_there_are_149(self) -> None:
        """Rows of many offices, with more than 700 cells."""
        assert len(VECTORS["baris"]) == 149
        assert sum(len(row["sel"]) for row in VECTORS["baris"]) > 700

    @pytest.mark.parametrize("row", VECTORS["baris"], ids=lambda row: row["indikator"][:40])
    def test_row(self, row: dict[str, Any]) -> None:
        """Every cell of the row, with the finding that its reading takes and no other."""
        bacaan = read_text(_make_table(row))
        (indikator,) = bacaan.dokumen[0].indikator
        read = _list_values(indikator)
        notes = {
            one.asal.teks: one.kode
            for one in bacaan.temuan
            if one.asal is not None
            and one.kode in {"IKU-B013", "IKU-B036", "IKU-B037", "IKU-B038", "IKU-B039"}
        }

        assert {sel["teks"]: read[" ".join(sel["teks"].split())] for sel in row["sel"]} == {
            sel["teks"]: _expect(sel) for sel in row["sel"]
        }
        assert notes == {
            sel["teks"]: sel.get("temuan", "IKU-B039")
            for sel in row["sel"]
            if "temuan" in sel or "mungkin" in sel
        }


HEADER: Final = "Indikator\tSatuan\tTarget 2023\tTarget 2024\tTarget 2025"


def _read(*rows: str) -> Bacaan:
    return read_text("\n".join(["INDIKATOR KINERJA UTAMA", "", HEADER, *rows, ""]))


def _first(bacaan: Bacaan) -> Nilai:
    return bacaan.dokumen[0].find_indikator("I1").target[0].nilai


def _note(bacaan: Bacaan, kode: str) -> str:
    return next(one.pesan for one in bacaan.temuan if one.kode == kode)


def _left_open(*meanings: str) -> Kosong:
    makna = " atau ".join(meanings)
    return Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan=f"dapat berarti {makna}")


class TestRemarks:
    """A value with a remark behind it is the value; the finding says what was left out."""

    @pytest.mark.parametrize(
        ("cell", "digits", "shown"),
        [
            ("98,63*", "98.63", "98,63"),
            ("98,63 **)", "98.63", "98,63"),
            ("98,63\u00b9", "98.63", "98,63"),
            ("85%\u00b2)", "85", "85%"),
            ("5 (lima) dokumen", "5", "5 dokumen"),
            ("2,22 (realisasi 2025)", "2.22", "2,22"),
            ("12(dua belas)*", "12", "12"),
        ],
    )
    def test_reads(self, cell: str, digits: str, shown: str) -> None:
        """The raw text stays in Asal."""
        bacaan = _read(f"A\t\t{cell}")

        assert _first(bacaan) == Angka(digits)
        assert _note(bacaan, "IKU-B037") == (
            f'Nilai "{cell}" pada kolom target 2023 disertai keterangan; yang dibaca hanya {shown}.'
        )

    @pytest.mark.parametrize(
        "cell",
        [
            "85 (minimal)", "10 (dalam juta)", "5 ()", "5 (2 di antaranya baru)", "kira-kira 5*",
            "5 (a) (b)", "- (belum)", "*", "5 (kurang)*", "-*",
        ],
    )  # fmt: skip
    def test_what_is_no_remark(self, cell: str) -> None:
        """Words that change what the number says, and remarks behind nothing."""
        bacaan = _read(f"A\t\t{cell}\t1")

        assert isinstance(_first(bacaan), Kosong)
        assert "IKU-B037" not in {one.kode for one in bacaan.temuan}

    def test_a_remark_behind_a_doubtful_number(self) -> None:
        """The doubt is what is said of it."""
        bacaan = _read("A\t\t1.007*\t1", "B\t\t1\t95.56")

        assert _first(bacaan) == _left_open("1.007", "1,007")


class TestRanges:
    """A range written from high to low is the range, with a finding."""

    @pytest.mark.parametrize(
        ("cell", "lower", "upper"),
        [
            ("143,33 - 139,83", "139.83", "143.33"),
            ("8 s.d. 7 bulan", "7", "8"),
            ("85.6 - 84.2", "84.2", "85.6"),
        ],
    )
    def test_backward(self, cell: str, lower: str, upper: str) -> None:
        """As where less is better."""
        bacaan = _read(f"A\t\t{cell}")

        assert _first(bacaan) == Rentang(bawah=Angka(lower), atas=Angka(upper))
        assert "ditulis dari besar ke kecil" in _note(bacaan, "IKU-B038")

    def test_backward_and_doubtful(self) -> None:
        """Bounds that can mean two numbers each stay open."""
        bacaan = _read("A\t\t2.000 - 1.500\t1", "B\t\t1\t95.56")

        assert isinstance(_first(bacaan), Kosong)

    def test_backward_beyond_reading(self) -> None:
        """Bounds that are no range either way."""
        bacaan = _read("A\t\t2 juta - 1,5")

        assert isinstance(_first(bacaan), Kosong)


class TestSeveralValues:
    """Several values in one cell are left open, unless something around it speaks for one."""

    @pytest.mark.parametrize(
        ("cell", "meanings"),
        [
            ("100 dari 110 Organisasi", ("100", "100 / 110 Organisasi")),
            ("B→BB→A", ("B", "BB", "A")),
            ("70 -> 75", ("70", "75")),
            ("97,8 6%", ("97,86%", "97,8", "6%")),
            ("A (80,50)", ("A", "80,50")),
            ("BB/72,5", ("BB", "72,5")),
            ("0,62 poin atau 0,86%", ("0,62 poin", "0,86%")),
        ],
    )
    def test_left_open(self, cell: str, meanings: tuple[str, ...]) -> None:
        """All readings are named, in the value and in the finding."""
        bacaan = _read(f"A\tpoin lain\t{cell}")

        assert _first(bacaan) == _left_open(*meanings)
        assert f"dapat berarti {' atau '.join(meanings)}; tidak ada yang dipilih" in _note(
            bacaan, "IKU-B039"
        )

    @pytest.mark.parametrize(
        ("satuan", "cell", "others", "value", "dasar"),
        [
            (
                "Kelompok / Organisasi", "140 Kelompok (1400 orang)", "1\t2",
                Angka("140"), 'satuan "Kelompok / Organisasi"',
            ),
            ("persen", "0,62 poin atau 0,86%", "", Angka("0.86"), 'satuan "persen"'),
            ("", "97,8 6%", "97,50\t98,25%", Angka("97.86"), "nilai lain pada baris itu"),
            ("", "A (80,50)", "BB\tA", Kategori(label="A"), "nilai lain pada baris itu"),
            ("", "A (80,50)", "81,5\t82", Angka("80.50"), "nilai lain pada baris itu"),
        ],
    )  # fmt: skip
    def test_decided(self, satuan: str, cell: str, others: str, value: Nilai, dasar: str) -> None:
        """The finding says by what."""
        bacaan = _read(f"X\t{satuan}\t{cell}\t{others}")

        assert _first(bacaan) == value
        assert dasar in _note(bacaan, "IKU-B036")

    def test_gaps_that_hide_nothing(self) -> None:
        """Digits that make one number only are that number; the finding says so."""
        bacaan = _read("X\t\t1 .491.400")

        assert _first(bacaan) == Angka("1491400")
        assert _note(bacaan, "IKU-B074") == (
            'Nilai "1 .491.400" pada kolom target 2023 terpecah; dibaca 1.491.400.'
        )

    def test_decided_by_the_column(self) -> None:
        """Where its own row is silent."""
        bacaan = _read("X\t\t97,8 6", "Y\t\t98,12", "Z\t\t97,40\t1,5")

        assert _first(bacaan) == Angka("97.86")
        assert "nilai lain pada kolom itu" in _note(bacaan, "IKU-B036")

    @pytest.mark.parametrize(
        ("satuan", "cell", "others"),
        [
            ("orang", "100 dari 110 Organisasi", "1\t2"),
            ("", "97,8 6%", "97,5\t98,25"),
            ("", "85 90", "97,50\t98,25"),
            ("", "B→BB→A", "BB\tA"),
            ("", "A (80,50)", "BB\t82,5"),
            ("kg", "140 Kelompok (1400 orang)", "1\t2"),
        ],
    )
    def test_not_decided(self, satuan: str, cell: str, others: str) -> None:
        """Neighbours that speak for none of them, for several, or against each other."""
        bacaan = _read(f"X\t{satuan}\t{cell}\t{others}")

        assert isinstance(_first(bacaan), Kosong)
        assert "IKU-B036" not in {one.kode for one in bacaan.temuan}

    def test_a_reading_that_is_doubtful_itself(self) -> None:
        """Chosen by its satuan, it may still be two numbers."""
        bacaan = _read("X\torang\t1.007 orang atau 2 unit\t1", "Y\t\t1\t95.56")

        assert isinstance(_first(bacaan), Kosong)

    def test_the_only_reading_is_too_long(self) -> None:
        """What broken digits make together may be more than a document holds."""
        bacaan = _read(f"X\t\t1 1.007 0{'6' * 28} 6\t1")

        assert _first(bacaan) == Kosong(sebab=SebabKosong.TIDAK_TERBACA)
        assert "IKU-B013" in {one.kode for one in bacaan.temuan}

    def test_thresholds_of_two_conventions(self) -> None:
        """A threshold that can mean two is written as both."""
        bacaan = _read("X\t\t\u2265 1.500\t1", "Y\t\t1\t95.56")

        assert _first(bacaan) == _left_open("1.500", "1,500")


class TestLocale:
    """The caller's mistake is no finding."""

    def test_unknown(self) -> None:
        """It is raised even where no number stands."""
        with pytest.raises(IkuError) as caught:
            read_text("Indikator\tSatuan\nA\t%\n", locale="fr")  # type: ignore[arg-type]

        assert caught.value.code == "bad-choice"


class TestLongNumbers:
    """Digits that nobody measured are kept as text: a document with them would not load."""

    @pytest.mark.parametrize("cell", ["7" * 35, "0," + "1" * 21, f"80 - {'9' * 35}"])
    def test_left_open(self, cell: str) -> None:
        """Too many digits, or too many of them decimals."""
        bacaan = read_text(f"Indikator\tTarget 2024\nJumlah desa\t{cell}\n")
        target = bacaan.dokumen[0].indikator[0].target[0]

        assert target.nilai == Kosong(sebab=SebabKosong.TIDAK_TERBACA)
        assert target.asal is not None
        assert target.asal.teks == cell
        assert "IKU-B013" in [temuan.kode for temuan in bacaan.temuan]

    @pytest.mark.parametrize("cell", ["7" * 34, "0," + "1" * 20])
    def test_the_longest(self, cell: str) -> None:
        """What a document holds is read, and survives its JSON."""
        bacaan = read_text(f"Indikator\tTarget 2024\nJumlah desa\t{cell}\n")

        assert loads(dumps(bacaan.dokumen[0])) == bacaan.dokumen[0]
        assert isinstance(bacaan.dokumen[0].indikator[0].target[0].nilai, Angka)
