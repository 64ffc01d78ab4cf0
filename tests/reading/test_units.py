"""Units that cells print beside those of their indicators, labels, days, and shown figures."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final

import openpyxl
import pytest

from iku.angka import Angka
from iku.domain import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang, Satuan, SebabKosong
from iku.reading import Bacaan, read, read_text
from iku.reading.tables.values.units import find_power, is_same, shift_power

if TYPE_CHECKING:
    from pathlib import Path

    from iku.domain import Indikator

HEADER: Final = "Indikator\tSatuan\tTarget 2023\tTarget 2024"


def _read(*rows: str, header: str = HEADER) -> Bacaan:
    return read_text("\n".join(["INDIKATOR KINERJA UTAMA", "", header, *rows, ""]))


def _first(bacaan: Bacaan) -> Indikator:
    return bacaan.dokumen[0].indikator[0]


def _notes(bacaan: Bacaan, kode: str) -> list[tuple[str, int | None, int | None]]:
    return [
        (one.pesan, one.asal.baris, one.asal.kolom)
        for one in bacaan.temuan
        if one.kode == kode and one.asal is not None
    ]


def _open(keterangan: str) -> Kosong:
    return Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan=keterangan)


class TestSameUnit:
    """A unit is the same by another spelling, as one of several, or where it says more."""

    @pytest.mark.parametrize(
        ("satuan", "cell"),
        [
            ("Persen", "85%"),
            ("%", "85 persen"),
            ("Persen (%)", "85%"),
            ("Orang", "85 jiwa"),
            ("Orang", "85 orang pegawai"),
            ("Kelompok / Organisasi", "85 organisasi"),
            ("orang atau lembaga", "85 lembaga"),
            ("Jumlah dokumen", "85 dok"),
            ("orang per tahun", "85 orang"),
            ("kali/tahun", "85 kali"),
            ("Nilai", "85 poin"),
            ("Rp", "Rp85"),
            ("hari kerja", "85 hari"),
            ("km2", "85 km2"),
            ("Dokumen", "85 Dok."),
            ("Laporan Hasil Pengawasan", "85 lap."),
            ("Orang", "85 org"),
            ("Indeks (skala 100)", "85 poin"),
            ("1 : n", "1:85"),
            ("()", "85 orang"),
        ],
    )
    def test_same(self, satuan: str, cell: str) -> None:
        """The number is that of the column."""
        bacaan = _read(f"A\t{satuan}\t{cell}")

        assert _first(bacaan).target[0].nilai == Angka("85")
        assert _notes(bacaan, "IKU-B070") == []

    @pytest.mark.parametrize(
        ("satuan", "cell", "printed"),
        [
            ("%", "85 orang", "orang"),
            ("%", "85 persen poin", "persen poin"),
            ("Hari", "2 minggu", "minggu"),
            ("Hari", "2 hari kerja", "hari kerja"),
            ("Rasio", "1:20", "1:n"),
            ("Dokumen", "85%", "%"),
            ("km", "1.500 m", "m"),
            ("kali/tahun", "2 tahun", "tahun"),
            ("orang per hari", "2 hari", "hari"),
            ("Indeks", "3,60%", "%"),
            ("Ton", "Rp5 juta", "Rp"),
            ("Kegiatan", "2 kg", "kg"),
            ("Hari", "2 ha", "ha"),
        ],
    )
    def test_other(self, satuan: str, cell: str, printed: str) -> None:
        """The number of another unit is never that of the column."""
        bacaan = _read(f"A\t{satuan}\t{cell}")

        assert _first(bacaan).target[0].nilai == _open(f"satuan {printed}, bukan {satuan}")
        assert _notes(bacaan, "IKU-B070") == [
            (
                (
                    f'Nilai "{cell}" pada kolom target 2023 memakai satuan "{printed}", '
                    f"bukan {satuan}; tidak dibaca."
                ),
                4,
                3,
            )
        ]

    def test_several_rows(self) -> None:
        """Of an indicator with several units, a value may have any of them."""
        bacaan = _read("A\t%\t85%", "\torang\t", "B\tunit\t5 kg")
        values = [one.target[0].nilai for one in bacaan.dokumen[0].indikator]

        assert values == [Angka("85"), _open("satuan kg, bukan unit")]

    def test_values_that_differ(self) -> None:
        """Without a column of units, values in several have none for the indicator."""
        bacaan = _read("A\t12 orang\t80%", header="Indikator\tTarget 2023\tTarget 2024")
        indikator = _first(bacaan)

        assert indikator.satuan is None
        assert [one.nilai for one in indikator.target] == [
            _open("satuan orang, bukan %"),
            _open("satuan %, bukan orang"),
        ]

    def test_many_units(self) -> None:
        """However long they are, and however many."""
        header = "Indikator\t" + "\t".join(f"Target {2000 + n}" for n in range(60))
        words = [chr(97 + n % 26) * (1900 if n < 2 else 40 + n) for n in range(60)]
        bacaan = _read(
            "A\t" + "\t".join(f"{n} {word}" for n, word in enumerate(words)), header=header
        )
        target = _first(bacaan).target

        assert len(target) == 60
        assert all(isinstance(one.nilai, Kosong) for one in target)
        assert all(len(pesan) < 1000 for pesan, _, _ in _notes(bacaan, "IKU-B070"))

    def test_values_of_one_unit(self) -> None:
        """Its spellings are one unit; that in front of a remark counts as well."""
        header = "Indikator\tTarget 2023\tTarget 2024"
        bacaan = _read("A\t3 (tiga) dokumen\t4 dok", "B\t3 laporan\t4 laporan akhir", header=header)

        assert _first(bacaan).satuan == Satuan("dokumen")
        assert bacaan.dokumen[0].indikator[1].satuan == Satuan("laporan")
        for indikator in bacaan.dokumen[0].indikator:
            assert [one.nilai for one in indikator.target] == [Angka("3"), Angka("4")]

    def test_a_doubtful_reading(self) -> None:
        """What its neighbours speak for is still left open in another unit."""
        bacaan = _read("A\tkg\t97,8 6%\t97,50")

        assert isinstance(_first(bacaan).target[0].nilai, Kosong)


class TestPowers:
    """Millions under a unit of millions."""

    @pytest.mark.parametrize(
        ("satuan", "cell", "value", "kode"),
        [
            ("Rp juta", "1,5 miliar", Angka("1500"), "IKU-B072"),
            ("Juta Rupiah", "Rp1,5 miliar", Angka("1500"), "IKU-B072"),
            ("Rp juta", "1.500 juta", Angka("1500"), None),
            ("Rp (miliar)", "750 juta", Angka("0.75"), "IKU-B072"),
            ("Rp juta", "1.500", Angka("1500"), None),
            ("ribu orang", "2 juta orang", Angka("2000"), "IKU-B072"),
            ("Juta", "2 juta orang", Angka("2"), None),
            ("Rp", "1,5 juta", Angka("1500000"), None),
            ("Rp juta", "2 juta - 3 juta", Rentang(bawah=Angka("2"), atas=Angka("3")), None),
            (
                "Rp juta", "minimal 2 miliar",
                Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=Angka("2000")), "IKU-B072",
            ),
        ],
    )  # fmt: skip
    def test_read(self, satuan: str, cell: str, value: Nilai, kode: str | None) -> None:
        """What the words say is exact; a finding says what was made of it."""
        bacaan = _read(f"A\t{satuan}\t{cell}")
        codes = {one.kode for one in bacaan.temuan} & {"IKU-B070", "IKU-B072", "IKU-B039"}

        assert _first(bacaan).target[0].nilai == value
        assert codes == ({kode} if kode else set())

    def test_said(self) -> None:
        """In the unit of the column."""
        bacaan = _read("A\tRp juta\t1,5 miliar")

        assert _notes(bacaan, "IKU-B072") == [
            (
                (
                    'Nilai "1,5 miliar" pada kolom target 2023 dinyatakan dalam satuan Rp juta; '
                    "dibaca 1.500."
                ),
                4,
                3,
            )
        ]

    @pytest.mark.parametrize(
        ("satuan", "cell", "makna"),
        [
            ("Rp juta", "Rp1.500", "1.500 Rp juta atau Rp1.500"),
            ("ribu orang", "2 orang", "2 ribu orang atau 2 orang"),
        ],
    )
    def test_left_open(self, satuan: str, cell: str, makna: str) -> None:
        """The plain unit may be meant, or it is only the sign before the number."""
        bacaan = _read(f"A\t{satuan}\t{cell}")

        assert _first(bacaan).target[0].nilai == _open(f"dapat berarti {makna}")
        assert len(_notes(bacaan, "IKU-B039")) == 1

    def test_rows_of_two_powers(self) -> None:
        """Which one is meant is not said."""
        bacaan = _read("A\tRp juta\tRp2 miliar\t2 miliar", "\tRp miliar\t")

        assert isinstance(_first(bacaan).target[0].nilai, Kosong)
        assert _first(bacaan).target[1].nilai == Angka("2000000000")

    def test_too_many_decimals(self) -> None:
        """What would be too long in the unit of the column is no value of a document."""
        bacaan = _read(f"A\tRp triliun\t0,{'1' * 18} ribu")

        assert _first(bacaan).target[0].nilai == Kosong(sebab=SebabKosong.TIDAK_TERBACA)

    def test_no_power(self) -> None:
        """Words that only hold one, and several at once, say none."""
        assert find_power("jutawan") == 0
        assert find_power("ribu atau juta") == 0

    def test_what_has_no_number(self) -> None:
        """A label stays what it is."""
        assert shift_power(Kategori(label="A"), 6) == Kategori(label="A")

    def test_ratio(self) -> None:
        """The unit of 1:n is called so by its column, or is another one."""
        assert is_same(Satuan("1:n"), Satuan("Rasio 1 : n"))
        assert not is_same(Satuan("1:n"), Satuan("Rasio"))


class TestLabels:
    """What an indicator measured in labels prints, and units in front of a number."""

    @pytest.mark.parametrize(
        ("satuan", "cell", "value"),
        [
            ("Predikat", "Paripurna", Kategori(label="Paripurna")),
            ("Kategori", "Sangat Baik", Kategori(label="Sangat Baik")),
            ("Predikat", "A-", Kategori(label="A-")),
            ("Predikat", "Predikat BB", Kategori(label="BB")),
            ("Level", "Level 3", Angka("3")),
            ("Peringkat", "peringkat 1", Angka("1")),
            ("Nilai", "Nilai : 80,5", Angka("80.5")),
        ],
    )
    def test_read(self, satuan: str, cell: str, value: Nilai) -> None:
        """By the unit alone."""
        bacaan = _read(f"A\t{satuan}\t{cell}")

        assert _first(bacaan).target[0].nilai == value
        assert {one.kode for one in bacaan.temuan} <= {"IKU-B009", "IKU-B010"}

    @pytest.mark.parametrize(
        ("satuan", "cell"),
        [
            ("Nilai", "Paripurna"),
            ("", "Madya"),
            ("Predikat", "minimal B"),
            ("Predikat", "idem"),
            ("Predikat", "Tetap A"),
            ("Predikat", "Baik, Cukup"),
            ("Level", "Level tiga"),
            ("Level", "Level 3 dan 4"),
            ("orang", "Level 3"),
        ],
    )
    def test_left_open(self, satuan: str, cell: str) -> None:
        """Anything more than a label, or under another unit."""
        bacaan = _read(f"A\t{satuan}\t{cell}")

        assert isinstance(_first(bacaan).target[0].nilai, Kosong)
        assert {one.kode for one in bacaan.temuan} & {"IKU-B013", "IKU-B039"}

    def test_a_column_of_several_units(self) -> None:
        """Numbers of other units say nothing about a row."""
        bacaan = _read("A\t\tBB (75,2)", "B\t%\t85%", "C\torang\t12", "D\t\t3 unit")

        assert _first(bacaan).target[0].nilai == _open("dapat berarti BB atau 75,2")


class TestDays:
    """A day is no number, whoever wrote it."""

    @pytest.mark.parametrize(
        "cell",
        ["5 Oktober", "3 Mei", "5-Okt", "31 Desember 2024", "Januari 2024", "Mei", "3/5/2024"],
    )
    def test_text(self, cell: str) -> None:
        """In words or digits."""
        bacaan = _read(f"A\t\t{cell}")

        assert _first(bacaan).satuan is None
        assert _first(bacaan).target[0].nilai == _open("tanggal atau jam")
        assert _notes(bacaan, "IKU-B071") == [
            (
                (
                    f'Nilai "{cell}" pada kolom target 2023 berupa tanggal atau jam; '
                    "tidak dibaca sebagai bilangan."
                ),
                4,
                3,
            )
        ]


def _shown(tmp_path: Path, *cells: tuple[float | Decimal, str], satuan: str = "") -> Bacaan:
    """Read a workbook of one indicator, each of whose targets has a number format."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["INDIKATOR KINERJA UTAMA"])
    sheet.append([])
    sheet.append(["Indikator", "Satuan", *[f"Target {2021 + n}" for n in range(len(cells))]])
    sheet.append(["Jumlah A", satuan or None])
    for column, (value, code) in enumerate(cells, 3):
        sheet.cell(4, column, value).number_format = code
    file = BytesIO()
    book.save(file)
    path = tmp_path / "iku.xlsx"
    path.write_bytes(file.getvalue())
    return read(path)


class TestShown:
    """What a workbook shows of a number, where that is not what it stores."""

    def test_days(self, tmp_path: Path) -> None:
        """Excel makes days of 5-10 and 3/5, and times of 1:20; none of them is a number."""
        bacaan = _shown(
            tmp_path, (45570, "d-mmm"), (45415, "d/m"), (0.75, "h:mm"), (0.0555555, "[h]:mm"),
            (45292, "yyyy"),
        )  # fmt: skip

        assert [one.nilai for one in _first(bacaan).target] == [_open("tanggal atau jam")] * 5
        assert [kolom for _, _, kolom in _notes(bacaan, "IKU-B071")] == [3, 4, 5, 6, 7]
        assert _first(bacaan).satuan is None

    def test_scaled(self, tmp_path: Path) -> None:
        """What is shown in millions is read so under a unit of millions."""
        bacaan = _shown(
            tmp_path, (1500000000, "#,##0,,"), (1250000, "0.0,,"), (0, "#,##0,,"),
            satuan="Rp juta",
        )  # fmt: skip

        assert [one.nilai for one in _first(bacaan).target] == [
            Angka("1500"), Angka("1.25"), Angka("0"),
        ]  # fmt: skip

    def test_scaled_by_its_own_words(self, tmp_path: Path) -> None:
        """The format may say the power itself."""
        bacaan = _shown(tmp_path, (1500000000, '#,##0,," juta"'), satuan="Rp juta")

        assert _first(bacaan).target[0].nilai == Angka("1500")

    def test_scaled_without_a_unit_that_says_so(self, tmp_path: Path) -> None:
        """What stands on paper and what is stored are two numbers."""
        bacaan = _shown(tmp_path, (1500000000, "#,##0,,"), (1500000000, "#,##0,,"), satuan="Rp")

        assert _first(bacaan).target[0].nilai == _open("dapat berarti 1500 atau 1.500.000.000")
        assert [kolom for _, _, kolom in _notes(bacaan, "IKU-B039")] == [3, 4]

    def test_scaled_with_words_of_its_own(self, tmp_path: Path) -> None:
        """A format whose words are no unit leaves nothing to be read."""
        bacaan = _shown(tmp_path, (1500000000, '#,##0,,"M"'), satuan="Rp")

        assert _first(bacaan).target[0].nilai == Kosong(sebab=SebabKosong.TIDAK_TERBACA)
        assert len(_notes(bacaan, "IKU-B013")) == 1

    def test_rounded(self, tmp_path: Path) -> None:
        """All digits are read; one finding says that fewer are shown."""
        bacaan = _shown(tmp_path, (0.285, "0%"), (82.3333333, "0.00"), (5, "0"), (0.5, "General"))

        assert [one.nilai for one in _first(bacaan).target] == [
            Angka("28.5"), Angka("82.3333333"), Angka("5"), Angka("0.5"),
        ]  # fmt: skip
        assert _notes(bacaan, "IKU-B073") == [
            (
                (
                    '2 nilai tabel tampil dibulatkan, antara lain "28,5%" tampil sebagai "29%"; '
                    "yang dibaca nilai yang tersimpan."
                ),
                4,
                3,
            )
        ]

    def test_percent_under_another_unit(self, tmp_path: Path) -> None:
        """The sign of the format is a unit like any other."""
        bacaan = _shown(tmp_path, (Decimal("0.85"), "0%"), satuan="Dokumen")

        assert _first(bacaan).target[0].nilai == _open("satuan %, bukan Dokumen")
