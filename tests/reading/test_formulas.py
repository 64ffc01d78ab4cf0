"""Formulasi of documents: which are given their formula, and what their variables are called."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import Asal, Dokumen, Penjelasan, Variabel
from iku.errors import DomainError
from iku.formula import (
    Ekspresi,
    Jumlah,
    KomponenTertimbang,
    Langsung,
    Narasi,
    Persentase,
    RataTertimbang,
)
from iku.reading import Bacaan, FormulasiTerbaca, Pembacaan, SelTerbaca, formulas, read_text
from iku.reading.files import read_parts
from iku.reading.formulas import apply_names
from iku.reading.grid import Cell, Grid


def _read(*rows: str, header: str = "Sasaran\tIndikator\tFormulasi\tSatuan") -> Bacaan:
    return read_text("\n".join(["INDIKATOR KINERJA UTAMA", "", header, *rows, ""]))


def _formulas(dokumen: Dokumen) -> list[object]:
    return [one.formula for one in dokumen.walk(Penjelasan)]


class TestProposals:
    """What has one meaning is given; everything is shown."""

    def test_one_meaning(self) -> None:
        """The sentence stays beside the formula."""
        bacaan = _read("A\tPersentase koperasi sehat\tkoperasi sehat / jumlah koperasi x 100%\t%")
        (penjelasan,) = bacaan.dokumen[0].walk(Penjelasan)
        (read,) = bacaan.formulasi

        assert penjelasan.formulasi == "koperasi sehat / jumlah koperasi x 100%"
        assert penjelasan.formula == Persentase(
            pembilang="koperasi sehat", penyebut="jumlah koperasi"
        )
        assert read.pembacaan.formula == penjelasan.formula
        assert (read.dokumen, read.subjek, read.dipasang) == (1, "S1.1", True)

    def test_prose(self) -> None:
        """A sentence that says no formula is none, and the finding says so."""
        bacaan = _read("A\tB\tRata-rata kinerja pegawai\t%")

        assert _formulas(bacaan.dokumen[0]) == [None]
        assert isinstance(bacaan.formulasi[0].pembacaan.formula, Narasi)
        assert [one.subjek for one in bacaan.temuan if one.kode == "IKU-B044"] == ["S1.1"]

    def test_reported_by_someone_else(self) -> None:
        """That is a statement, and it is given."""
        bacaan = _read("A\tB\tHasil survei kepuasan masyarakat\tindeks")

        assert _formulas(bacaan.dokumen[0]) == [Langsung()]
        assert bacaan.dokumen[0].variabel == ()

    def test_several_parts_of_an_indicator(self) -> None:
        """Each has its own; an indicator below a Tujuan too."""
        bacaan = _read(
            "T\tX\ta sehat / a seluruh x 100%\t%", "\t\tb sehat / a seluruh x 100%\t%",
            header="Tujuan\tIndikator Tujuan\tFormulasi\tSatuan",
        )  # fmt: skip

        assert _formulas(bacaan.dokumen[0]) == [
            Persentase(pembilang="a sehat", penyebut="a seluruh"),
            Persentase(pembilang="b sehat", penyebut="a seluruh"),
        ]
        assert [one.subjek for one in bacaan.formulasi] == ["T1.1.a", "T1.1.b"]

    def test_a_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sentences beyond it stay sentences."""
        monkeypatch.setattr(formulas, "MAXIMUM_PROSE_READ", 30)
        bacaan = _read("A\tB\tHasil survei kepuasan\tindeks", "\tC\tHasil survei lain\tindeks")

        assert _formulas(bacaan.dokumen[0]) == [Langsung(), None]
        assert len(bacaan.formulasi) == 1


class TestVariables:
    """One phrase with one meaning is one variable of the document."""

    def test_other_letters(self) -> None:
        """Capitals make no other variable."""
        bacaan = _read(
            "A\tB\tsehat / Jumlah Penduduk x 100%\t%", "\tC\tsakit / jumlah penduduk x 100%\t%"
        )
        dokumen = bacaan.dokumen[0]

        assert [one.kode for one in dokumen.variabel] == ["sehat", "Jumlah Penduduk", "sakit"]
        assert _formulas(dokumen)[1] == Persentase(pembilang="sakit", penyebut="Jumlah Penduduk")

    def test_symbols_of_two_legends(self) -> None:
        """A is one thing here and another there."""
        bacaan = read_parts(
            [
                Grid(
                    rows=tuple(
                        tuple(
                            Cell(text=text, raw=text, line=line, column=column)
                            for column, text in enumerate(row, 1)
                        )
                        for line, row in enumerate(
                            (
                                ("Indikator", "Formulasi", "Satuan"),
                                ("", "", ""),
                                ("X", "A / B x 100%\nKeterangan:\nA = anak sehat\nB = anak", "%"),
                                ("Y", "A / B x 100%\nKeterangan:\nA = desa maju\nB = desa", "%"),
                            ),
                            1,
                        )
                    )
                )
            ]
        )
        dokumen = bacaan.dokumen[0]

        assert [(one.kode, one.definisi) for one in dokumen.variabel] == [
            ("A", "anak sehat"),
            ("B", "anak"),
            ("A-2", "desa maju"),
            ("B-2", "desa"),
        ]
        assert _formulas(dokumen)[1] == Persentase(pembilang="A-2", penyebut="B-2")

    def test_the_name_of_an_indicator(self) -> None:
        """A variable that is called as an indicator is another noun."""
        bacaan = _read(
            "X\tA\tB\tX / jumlah desa x 100%\t%",
            header="Kode\tSasaran\tIndikator\tFormulasi\tSatuan",
        )

        assert [one.kode for one in bacaan.dokumen[0].variabel] == ["X-2", "jumlah desa"]

    def test_renaming(self) -> None:
        """In named formulas, in the parts of one, and in free ones."""
        kode = {"A": "x y"}

        assert apply_names(Jumlah(suku=("A", "B")), kode) == Jumlah(suku=("x y", "B"))
        assert apply_names(Ekspresi(teks="A + B"), kode) == Ekspresi(teks="`x y` + B")
        assert apply_names(
            RataTertimbang(
                komponen=(
                    KomponenTertimbang(variabel="A", bobot=Angka("1")),
                    KomponenTertimbang(variabel="B", bobot=Angka("2")),
                )
            ),
            kode,
        ) == RataTertimbang(
            komponen=(
                KomponenTertimbang(variabel="x y", bobot=Angka("1")),
                KomponenTertimbang(variabel="B", bobot=Angka("2")),
            )
        )


class TestRecords:
    """What a Bacaan holds is checked like every value."""

    def test_sel(self) -> None:
        """Each cell says into which field of which noun it was read."""
        bacaan = _read("A\tB\t\t%", header="Sasaran\tIndikator\tFormulasi\tSatuan\tKeterangan")

        assert [(one.subjek, one.bidang, one.asal.teks) for one in bacaan.sel] == [
            (None, "judul", "INDIKATOR KINERJA UTAMA"),
            (None, "jenis", "INDIKATOR KINERJA UTAMA"),
            ("S1", "uraian", "A"),
            ("S1.1", "nama", "B"),
            ("S1.1", "satuan", "%"),
        ]

    @pytest.mark.parametrize(
        "wrong", [{"dokumen": 0}, {"dipasang": 1}, {"pembacaan": Narasi(teks="x")}]
    )
    def test_refused(self, wrong: dict[str, object]) -> None:
        """A number, a flag and a reading are what they are called."""
        fields: dict[str, object] = {
            "dokumen": 1, "subjek": "S1", "asal": Asal(), "dipasang": True,
            "pembacaan": Pembacaan(formula=Narasi(teks="x")),
        }  # fmt: skip
        with pytest.raises(DomainError):
            FormulasiTerbaca(**{**fields, **wrong})  # type: ignore[arg-type]

    def test_picture(self) -> None:
        """A notebook shows what was read."""
        sel = SelTerbaca(dokumen=1, bidang="nama", asal=Asal())

        assert sel.subjek is None
        assert "Lembar" not in Bacaan()._repr_html_()
        assert Variabel(kode="A", nama="A").definisi is None
