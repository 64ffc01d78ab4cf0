"""Signatures side by side: taken apart by columns and gaps, or not read."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from iku.domain import Indikator, Sasaran
from iku.reading import Bacaan, read, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from iku.domain import Penandatangan

LEFT: Final = "190001011925011001"
RIGHT: Final = "190001011925012001"
TABLE: Final = "Sasaran\tIndikator\tSatuan\tTarget 2024\tKeterangan\nA\tB\t%\t5"


def _read(*lines: str) -> Bacaan:
    return read_text("\n".join(["PERJANJIAN KINERJA TAHUN 2024", "", TABLE, *lines, ""]))


def _signed(bacaan: Bacaan) -> Penandatangan | None:
    (dokumen,) = bacaan.dokumen
    assert [one.uraian for one in dokumen.walk(Sasaran)] == ["A"]
    assert [one.nama for one in dokumen.walk(Indikator)] == ["B"]
    (target,) = next(iter(dokumen.walk(Indikator))).target
    assert target.asal is not None
    assert target.asal.teks == "5"
    return dokumen.penandatangan


def _assert_first_party(bacaan: Bacaan) -> None:
    signed = _signed(bacaan)
    assert signed is not None
    assert (signed.nama, signed.jabatan, signed.nip) == ("NAMA DUA", "Kepala Bidang X", RIGHT)
    assert "IKU-B075" not in {one.kode for one in bacaan.temuan}
    unread = [one.pesan for one in bacaan.temuan if one.kode == "IKU-B022"]
    assert any("Pihak Kedua" in pesan or "Mengetahui" in pesan for pesan in unread)


class TestColumns:
    """Each signature keeps its own lines."""

    @pytest.mark.parametrize(
        "lines",
        [
            [
                "", "Pihak Kedua,\t\t\t\tBatu, 3 Januari 2024",
                "Kepala Dinas\t\t\t\tPihak Pertama,",
                "\t\t\t\tKepala Bidang X", "", "NAMA SATU\t\t\t\tNAMA DUA",
                f"NIP. {LEFT}\t\t\tNIP. {RIGHT}",
            ],
            [
                "", "Mengetahui,\t\tBatu, Januari 2024", "Kepala Dinas\t\tPihak Pertama,", "",
                "\t\tKepala Bidang X", "NAMA SATU\t\tNAMA DUA", "", f"\t\tNIP. {RIGHT}",
            ],
            [
                "", "Pihak Kedua,               Pihak Pertama,",
                "Kepala Dinas               Kepala Bidang X", "",
                "NAMA SATU                  NAMA DUA", f"                           NIP. {RIGHT}",
            ],
            [
                "Pihak Kedua,\t\t\t\tPihak Pertama,", "Kepala Dinas\t\t\t\tKepala Bidang X",
                "NAMA SATU\t\t\t\tNAMA DUA", f"\t\t\t\tNIP. {RIGHT}",
            ],
        ],
    )  # fmt: skip
    def test_text(self, lines: list[str]) -> None:
        """Tabs, spaces, blank rows between, rows of the table itself."""
        _assert_first_party(_read(*lines))

    def test_workbook(self, tmp_path: Path) -> None:
        """Blank rows divide them; the place of each cell is known."""
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in (
            ["PERJANJIAN KINERJA TAHUN 2024"], [],
            *[line.split("\t") for line in TABLE.split("\n")], [], [],
            ["", "Pihak Kedua,", "", "", "", "Batu, 3 Januari 2024"],
            ["", "Kepala Dinas", "", "", "", "Pihak Pertama,"],
            ["", "", "", "", "", "Kepala Bidang X"], [], [],
            ["", "NAMA SATU", "", "", "", "NAMA DUA"],
            ["", f"NIP. {LEFT}", "", "", "", f"NIP. {RIGHT}"],
        ):  # fmt: skip
            sheet.append([text or None for text in row])
        path = tmp_path / "pk.xlsx"
        file = BytesIO()
        book.save(file)
        path.write_bytes(file.getvalue())

        _assert_first_party(read(path))

    def test_cells_that_hold_whole_ones(self, tmp_path: Path) -> None:
        """A frame of two cells, or of one beside a blank cell, as Word documents have."""
        table = "".join(
            f"<tr>{''.join(f'<td>{cell}' for cell in line.split(chr(9)))}"
            for line in TABLE.split("\n")
        )
        first = (
            f"Batu, 3 Januari 2024<br>Pihak Pertama,<br>Kepala Bidang X<br>NAMA DUA<br>NIP. {RIGHT}"
        )
        second = "Pihak Kedua,<br>Kepala Dinas<br><br>NAMA SATU"
        path = tmp_path / "pk.html"
        for frame in (f"<td>{second}<td>{first}", f"<td><td>{first}"):
            path.write_text(
                f"<p>PERJANJIAN KINERJA TAHUN 2024<table>{table}</table><p>&nbsp;"
                f"<table><tr>{frame}</table>",
                encoding="utf-8",
            )
            signed = _signed(read(path))

            assert signed is not None
            assert (signed.nama, signed.jabatan) == ("NAMA DUA", "Kepala Bidang X")

    def test_pdf(self, tmp_path: Path) -> None:
        """Gaps between words on a line; a line alone belongs to what it stands below."""
        path = tmp_path / "pk.pdf"
        canvas = Canvas(str(path))
        canvas.drawString(100, 800, "PERJANJIAN KINERJA TAHUN 2024")
        for row, line in enumerate(TABLE.split("\n")):
            for column, text in enumerate(line.split("\t")):
                canvas.drawString(55 + 90 * column, 740 - 20 * row, text)
        for x in range(50, 501, 90):
            canvas.line(x, 755, x, 715)
        for y in (755, 735, 715):
            canvas.line(50, y, 500, y)
        for x, y, text in (
            (350, 680, "Batu, 3 Januari 2024"), (80, 665, "Pihak Kedua,"),
            (360, 665, "Pihak Pertama,"), (85, 650, "Kepala Dinas"), (355, 650, "Kepala Bidang X"),
            (80, 600, "NAMA SATU"), (360, 600, "NAMA DUA"), (350, 585, f"NIP. {RIGHT}"),
        ):  # fmt: skip
            canvas.drawString(x, y, text)
        canvas.save()

        _assert_first_party(read(path))


class TestDoubt:
    """What cannot be told apart is not read, and said so."""

    @pytest.mark.parametrize(
        ("lines", "line", "teks"),
        [
            (["Pihak Kedua, Pihak Pertama,", "", "NAMA SATU", f"NIP. {LEFT}"], 6, "Pihak Kedua,"),
            (["NAMA SATU NAMA DUA", f"NIP. {LEFT} NIP. {RIGHT}"], 7, "NIP."),
            (
                [
                    "Kepala Dinas\t\t\t\tKepala Bidang X", "NAMA SATU\t\t\t\tNAMA DUA",
                    f"\t\tNIP. {RIGHT}",
                ],
                6, "Kepala Dinas Kepala Bidang X",
            ),
            (
                ["Kepala Dinas\tKepala Bidang X", "a\tb\tc", f"NIP. {LEFT}\tNIP. {RIGHT}"],
                6, "Kepala Dinas Kepala Bidang X",
            ),
        ],
    )  # fmt: skip
    def test_left_open(self, lines: list[str], line: int, teks: str) -> None:
        """No name of two, no position of both."""
        bacaan = _read("", *lines)
        (found,) = [one for one in bacaan.temuan if one.kode == "IKU-B075"]

        assert _signed(bacaan) is None
        assert teks in found.pesan
        assert found.asal is not None
        assert found.asal.baris == line
        assert "IKU-B022" in {one.kode for one in bacaan.temuan}
