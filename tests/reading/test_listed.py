"""Cells that list several indicators."""

from __future__ import annotations

import pytest

from iku.angka import Angka
from iku.domain import Dokumen, Indikator
from iku.reading import Bacaan, read_text
from iku.reading.tables.values import listed

HEADER = "No\tSasaran\tIndikator\tSatuan\tTarget\tFormulasi\tLain"


def _read(*rows: tuple[str, ...], header: str = HEADER) -> Bacaan:
    lines = ("\t".join(f'"{cell}"' if "\n" in cell else cell for cell in row) for row in rows)
    return read_text("\n".join(("PERJANJIAN KINERJA TAHUN 2024", "", header, *lines, "")))


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _names(bacaan: Bacaan) -> list[str]:
    return [one.nama for one in _one(bacaan).walk(Indikator)]


def _codes(bacaan: Bacaan) -> list[str]:
    return [item.kode.removeprefix("IKU-") for item in bacaan.temuan]


class TestDivided:
    """Another cell with as many lines shows which value is whose."""

    @pytest.mark.parametrize(
        ("names", "satuan", "target"),
        [
            ("a. Umur\nb. Gizi", "th\n%", "80\n90"),
            ("1) Umur\n2) Gizi", "", "1) 80\n2) 90"),
            ("(1) Umur\n(2) Gizi", "%", "80\n\n90"),
            ("- Umur\n- Gizi", "%", "80\n90"),
            ("1.Umur\n2.Gizi", "%", "80\n90"),
            ("Umur\nGizi", "th\n%", "80\n90"),
        ],
    )
    def test_rows(self, names: str, satuan: str, target: str) -> None:
        """Each has its own values, and what stands beside all of them."""
        bacaan = _read(("1", "Sehat", names, satuan, target, "", "x"), ("2", "B", "C", "%", "5"))
        dokumen = _one(bacaan)
        umur, gizi = dokumen.sasaran[0].indikator

        assert (umur.nama, gizi.nama) == ("Umur", "Gizi")
        assert [one.target[0].nilai for one in (umur, gizi)] == [Angka("80"), Angka("90")]
        assert [bool(one.tambahan) for one in (umur, gizi)] == [True, False]
        assert "B060" in _codes(bacaan)
        assert "B034" not in _codes(bacaan)

    def test_an_item_goes_on(self) -> None:
        """A line without mark belongs to the one above."""
        bacaan = _read(("1", "S", "a. Umur\nharapan\nb. Gizi", "%", "80\n90", "a. x\ny\nb. z"))

        assert _names(bacaan) == ["Umur harapan", "Gizi"]
        assert [one.penjelasan[0].formulasi for one in _one(bacaan).walk(Indikator)] == [
            "x y", "z",
        ]  # fmt: skip


class TestWhole:
    """Where nothing shows the division, it stays one, and is noted."""

    @pytest.mark.parametrize(
        "row",
        [
            ("1", "S", "a. Umur\nb. Gizi", "%", ""),
            ("1", "S", "a. Umur\nb. Gizi", "%\norang", "80"),
            ("1", "S", "a. Umur\nb. Gizi", "%", "80\n90\n70"),
            ("1", "S", "a. Umur\nb. Gizi", "%", "80\n90", "x / y"),
        ],
    )
    def test_no_evidence(self, row: tuple[str, ...]) -> None:
        """A value for two indicators is nobody's."""
        bacaan = _read(row)

        assert len(_names(bacaan)) == 1
        assert "B061" in _codes(bacaan)

    @pytest.mark.parametrize(
        "names",
        [
            "a. Umur\nc. Gizi", "2. Umur\n3. Gizi", "- Umur\n* Gizi", "1. Umur\na. Gizi",
            "Daftar\na. Umur\nb. Gizi", "Umur harapan\nhidup", "a. Umur\nGizi", "a. Umur\n1. Gizi",
            "\n".join(f"- {n}" for n in range(27)), "\n".join("A" for _ in range(27)),
        ],
    )  # fmt: skip
    def test_no_list(self, names: str) -> None:
        """Marks that do not count, lead words and broken lines make none."""
        bacaan = _read(("1", "S", names, "%\n%", "80\n90"))

        assert len(_names(bacaan)) == 1
        assert {"B060", "B061"}.isdisjoint(_codes(bacaan))

    def test_lines_of_one_cell_beside(self) -> None:
        """Words without marks need a value and another cell."""
        assert len(_names(_read(("1", "S", "Umur\nGizi", "%", "80\n90")))) == 1

    def test_rows_below(self) -> None:
        """Where the indicator has further rows, whose they are is not known."""
        bacaan = _read(
            ("1", "S", "a. Umur\nb. Gizi", "%\n%", "80\n90", ""), ("", "", "", "%", "5", "x")
        )

        assert "B061" in _codes(bacaan)

    def test_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Rows are divided up to the number of cells that a table may have."""
        row = ("1", "S", "a. Umur\nb. Gizi", "%\n%", "80\n90", "", "")
        monkeypatch.setattr(listed, "MAXIMUM_CELLS", 14)
        bacaan = _read(row, row)

        assert _codes(bacaan).count("B060") == 0
