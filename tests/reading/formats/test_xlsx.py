"""Workbooks: blocks of cells, merged cells, hidden parts, formulas, damaged files."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest

from iku.angka import Angka
from iku.errors import ReadingError
from iku.reading import read
from iku.reading.formats.xlsx import read_parts
from iku.reading.grid import Grid, Note, Paragraph
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.office import save_xlsx, to_xlsx
from tests.reading.formats.packing import pack
from tests.reading.formats.rawoffice import pack_xlsx, rows
from tests.reading.layouts import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iku.angka import Locale
    from iku.reading.grid import Part


def _read(
    data: bytes, *, locale: Locale = "id", limits: Limits = DEFAULT
) -> tuple[list[Part], list[Note]]:
    parts = list(read_parts(data, locale=locale, limits=limits))
    notes = [part for part in parts if isinstance(part, Note)]
    return [part for part in parts if not isinstance(part, Note)], notes


def _texts(part: Part) -> list[list[str]]:
    lines = part.rows if isinstance(part, Grid) else [part.lines]
    return [[cell.text for cell in line] for line in lines]


def _refuse(data: bytes, limits: Limits = DEFAULT) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        _read(data, limits=limits)
    return caught.value


class TestBlocks:
    """Rows between blank ones are a table, or lines of text."""

    def test_lines_and_tables(self) -> None:
        """A row with one cell is text above the first table; below it may go on with a row."""
        data = pack_xlsx(
            rows(
                ("JUDUL",),
                ("TAHUN 2024",),
                ("Sasaran", "Indikator"),
                ("A", "B"),
                ("",),
                ("", "C"),
                ("D", "E"),
                ("",),
                ("Catatan",),
            )
        )
        parts, notes = _read(data)

        assert [type(part) for part in parts] == [Paragraph, Grid, Grid, Paragraph]
        assert list(map(_texts, parts)) == [
            [["JUDUL", "TAHUN 2024"]],
            [["Sasaran", "Indikator"], ["A", "B"]],
            [["", "C"], ["D", "E"]],
            [["Catatan"]],
        ]
        assert notes == []

    def test_places(self) -> None:
        """Row and column of the sheet; blank columns are left out but counted."""
        data = pack_xlsx(rows(("JUDUL",), ("", "", "A", "", "B"), ("", "", "", "", "C")))
        _, grid = _read(data)[0]

        assert isinstance(grid, Grid)
        assert [(cell.text, cell.line, cell.column) for row in grid.rows for cell in row] == [
            ("A", 2, 3), ("B", 2, 5), ("", 3, 3), ("C", 3, 5),
        ]  # fmt: skip
        assert {cell.place for row in grid.rows for cell in row} == {'lembar "Lembar 1"'}

    def test_cells_that_do_not_say_where(self) -> None:
        """They follow each other."""
        sheet = (
            "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
            "<row><c/><c><v>3</v></c></row></sheetData>"
        )
        (grid,) = _read(pack_xlsx(sheet))[0]

        assert _texts(grid) == [["1", "2"], ["", "3"]]

    def test_sheets_are_documents(self, tmp_path: Path) -> None:
        """The same header on another sheet begins another document."""
        header, row = ("No", "Sasaran", "Indikator", "Satuan"), ("1", "A", "B", "%")
        path = tmp_path / "a.xlsx"
        path.write_bytes(pack_xlsx(rows(header, row), rows(header, row), rows(("1", "2"))))
        bacaan = read(path)

        assert len(bacaan.dokumen) == 2
        asal = bacaan.dokumen[1].find_indikator("S1.1").asal
        assert asal is not None
        assert (asal.baris, asal.kolom) == (2, 3)
        assert 'lembar "Lembar 2"' in str(asal.catatan)


class TestMergedCells:
    """Only the first cell of merged ones shows."""

    def test_covered_cells(self) -> None:
        """What another program left below is not seen; a row that is covered is not blank."""
        sheet = (
            rows(("Sasaran", "Indikator"), ("A", "B"), ("x", "y"), ("C", "D"))
            + '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="A:B"/>'
            '<mergeCell ref="D1:E1048576"/></mergeCells>'
        )
        (grid,) = _read(pack_xlsx(sheet))[0]

        assert _texts(grid) == [["Sasaran", "Indikator"], ["A", "B"], ["C", "D"]]

    def test_wide_ones(self) -> None:
        """A narrow row is searched by its cells, a wide one by those that are covered."""
        sheet = rows(("A", "b", "c", "d"), ("E",), ("F", "G")) + (
            '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:Z2"/></mergeCells>'
        )
        parts = _read(pack_xlsx(sheet))[0]

        assert list(map(_texts, parts)) == [[["A", "", "c", "d"], ["E"], ["F", "G"]]]

    def test_too_many(self) -> None:
        """Cells that cover each other again and again cost too much."""
        sheet = rows(("A", "B")) + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' * 50

        assert "(limit: cells)" in str(_refuse(pack_xlsx(sheet), Limits(cells=100)))


class TestNumbers:
    """Numbers are exact, whatever the convention of the caller."""

    STYLES = (
        '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/>'
        '<numFmt numFmtId="165" formatCode="d mmmm yyyy"/><numFmt numFmtId="166"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/>'
        '<xf numFmtId="999"/><xf numFmtId="166"/><xf/></cellXfs>'
    )

    @pytest.mark.parametrize(
        ("cell", "text", "raw"),
        [
            ('<c r="A1"><v>0.15000000000000002</v></c>', "0,15", "0.15000000000000002"),
            ('<c r="A1" s="1"><v>0.15</v></c>', "15%", "0.15 [0%]"),
            ('<c r="A1" s="2"><v>0.15</v></c>', "15,0%", "0.15 [0.0%]"),
            ('<c r="A1" s="3"><v>45292</v></c>', "1 Januari 2024", "45292 [d mmmm yyyy]"),
            ('<c r="A1" s="3"><v>-1</v></c>', "-1", "-1 [d mmmm yyyy]"),
            ('<c r="A1" s="4"><v>7</v></c>', "7", "7"),
            ('<c r="A1" s="5"><v>7</v></c>', "7", "7"),
            ('<c r="A1" s="6"><v>7</v></c>', "7", "7"),
            ('<c r="A1" s="77"><v>7</v></c>', "7", "7"),
            ('<c r="A1"><v>1e999</v></c>', "1" + "0" * 999, "1e999"),
            ('<c r="A1"><v>tujuh</v></c>', "tujuh", "tujuh"),
            ('<c r="A1" t="str"><v>1,234.5</v></c>', "1,234.5", "1,234.5"),
            ('<c r="A1" t="str"><v>a_x0041_b</v></c>', "aAb", "aAb"),
            ('<c r="A1" t="b"><v>1</v></c>', "TRUE", "TRUE"),
            ('<c r="A1" t="b"><v>x</v></c>', "x", "x"),
            ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!", "#DIV/0!"),
            ('<c r="A1" t="s"><v>0</v></c>', "satu", "satu"),
            ('<c r="A1" t="s"><v>1</v></c>', "97,5¹ a", "97,5¹ a"),
            ('<c r="A1" t="inlineStr"><is><t>dua</t></is></c>', "dua", "dua"),
            ('<c r="A1" t="inlineStr"><is><t>a&#10;b</t></is></c>', "a\nb", "a\nb"),
            (
                (
                    '<c r="A1" t="inlineStr"><is><r><t>n</t></r><r><rPr><vertAlign '
                    'val="subscript"/>'
                    "</rPr><t>1</t></r></is></c>"
                ),
                "n₁",
                "n₁",
            ),
        ],
    )
    def test_cell(self, cell: str, text: str, raw: str) -> None:
        """What is shown, and what is stored."""
        strings = (
            "<si><t>satu</t></si><si><r><t>97,5</t></r><r><rPr><vertAlign "
            'val="superscript"/></rPr><t>1</t></r><r><t> a</t></r></si>'
        )
        sheet = f'<sheetData><row r="1">{cell}<c r="B1"><v>1</v></c></row></sheetData>'
        (grid,) = _read(pack_xlsx(sheet, strings=strings, styles=self.STYLES))[0]

        assert isinstance(grid, Grid)
        assert (grid.rows[0][0].text, grid.rows[0][0].raw) == (text, raw)

    @pytest.mark.parametrize(
        "cell",
        [
            '<c r="A1" t="s"/>',
            '<c r="A1" t="s"><v/></c>',
            '<c r="A1" t="str"><f>1</f><v></v></c>',
            '<c r="A1" t="inlineStr"/>',
            '<c r="A1" t="inlineStr"><x/></c>',
            '<c r="A1" t="inlineStr"><is><t/></is></c>',
            '<c r="A1"><v> </v></c>',
            '<c r="A1" t="inlineStr"><is><t>\u00ad\u200b</t></is></c>',
        ],
    )
    def test_blank(self, cell: str) -> None:
        """A cell that says nothing is none."""
        sheet = f'<sheetData><row r="1">{cell}</row></sheetData>'

        assert _read(pack_xlsx(sheet, styles="<fonts/>")) == ([], [])

    def test_epoch_of_the_workbook(self) -> None:
        """Files of old Macintoshes count their days from another one."""
        sheet = '<sheetData><row r="1"><c r="A1" s="3"><v>43830</v></c></row></sheetData>'
        data = pack_xlsx(sheet, styles=self.STYLES, workbook='<workbookPr date1904="1"/>')
        (paragraph,) = _read(data)[0]

        assert _texts(paragraph) == [["1 Januari 2024"]]

    @pytest.mark.parametrize("locale", ["id", "en"])
    def test_number_cells_are_certain(self, locale: Locale, tmp_path: Path) -> None:
        """1234.5 is read as what it is, by either convention."""
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(["Sasaran", "Indikator", "Target 2024"])
        sheet.append(["A", "B", 1234.567])
        path = tmp_path / "a.xlsx"
        path.write_bytes(save_xlsx(book))
        (target,) = read(path, locale=locale).dokumen[0].find_indikator("S1.1").target

        assert target.nilai == Angka("1234.567")


class TestNotes:
    """What is not seen is said."""

    def test_hidden_sheets(self, tmp_path: Path) -> None:
        """They are left out."""
        table = rows(("Sasaran", "Indikator"), ("A", "B"))
        data = pack_xlsx(table, table, states=('state="hidden"', 'state="visible"'))
        parts, (note,) = _read(data)

        assert len(parts) == 1
        assert (note.kode, dict(note.words)) == ("IKU-B050", {"teks": "Lembar 1"})
        path = tmp_path / "a.xlsx"
        path.write_bytes(data)
        (temuan,) = (item for item in read(path).temuan if item.kode == note.kode)
        assert temuan.pesan == 'Lembar "Lembar 1" tersembunyi; isinya tidak dibaca.'

    def test_hidden_rows_and_columns(self) -> None:
        """They are read; blank ones do not matter."""
        sheet = (
            '<cols><col min="2" max="3" hidden="1"/><col min="9" max="9" hidden="true"/>'
            '<col min="1" max="1" hidden="0"/></cols><sheetData>'
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
            '<row r="2" hidden="1"><c r="B2"><v>3</v></c></row>'
            '<row r="3" hidden="true"/></sheetData>'
        )
        (grid,), notes = _read(pack_xlsx(sheet))

        assert _texts(grid) == [["1", "2"], ["", "3"]]
        assert [(note.kode, dict(note.words), note.cell.text) for note in notes] == [
            ("IKU-B051", {"jumlah": 1, "jenis": "baris", "teks": "Lembar 1"}, "3"),
            ("IKU-B051", {"jumlah": 1, "jenis": "kolom", "teks": "Lembar 1"}, "2"),
        ]

    def test_endless_hidden_columns(self) -> None:
        """More ranges than columns are not kept."""
        ranges = '<col min="2" max="2" hidden="1"/>' * 9
        sheet = f"<cols>{ranges}</cols>" + rows(("a", "b"))

        assert len(_read(pack_xlsx(sheet), limits=Limits(columns=5))[1]) == 1

    def test_formulas(self) -> None:
        """A formula counts with its stored result; without one it is noted."""
        sheet = (
            '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f><v/></c>'
            '<c r="C1"><f/></c></row></sheetData>'
        )
        (paragraph,), notes = _read(pack_xlsx(sheet))

        assert _texts(paragraph) == [["2"]]
        assert [(note.kode, note.cell.raw, note.cell.column) for note in notes] == [
            ("IKU-B052", "=A1*2", 2),
            ("IKU-B052", "=", 3),
        ]


class TestDamaged:
    """Whatever is wrong with a file is one refusal, with a way out."""

    @pytest.mark.parametrize(
        "data",
        [
            pack({"xl/workbook.xml": "<workbook/>"}),
            pack({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "x"}),
            pack_xlsx("<"),
            pack_xlsx('<sheetData><row r="x"/></sheetData>'),
            pack_xlsx('<sheetData><row><c r="??"><v>1</v></c></row></sheetData>'),
            pack_xlsx('<sheetData><row><c r="A9999999"><v>1</v></c></row></sheetData>'),
            pack_xlsx('<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>'),
            pack_xlsx('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'),
            pack_xlsx('<mergeCells><mergeCell ref="?"/></mergeCells>'),
            pack_xlsx("", styles='<cellXfs><xf numFmtId="x"/></cellXfs>'),
            pack_xlsx("", strings="<si><t>"),
            pack_xlsx("<a>" * 100 + "</a>" * 100),
            pack_xlsx("", workbook="<!-- http://purl.oclc.org/ooxml/spreadsheetml/main -->"),
        ],
    )
    def test_bad_file(self, data: bytes) -> None:
        """No error of another library comes through."""
        error = _refuse(data)

        assert error.code == "bad-file"
        assert "save it again" in error.repair

    def test_other_sheets(self) -> None:
        """A sheet that is a chart has no cells."""
        with ZipFile(BytesIO(pack_xlsx(rows(("a", "b"))))) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        links = "xl/_rels/workbook.xml.rels"
        members[links] = members[links].replace(b"/worksheet", b"/chartsheet", 1)

        assert _read(pack({**members})) == ([], [])

    def test_needs_an_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without openpyxl the way out is named."""
        monkeypatch.setitem(sys.modules, "iku.reading.formats.xlsx.blocks", None)
        error = _refuse(to_xlsx(LAYOUTS["sidoarjo"]))

        assert error.code == "missing-extra"
        assert error.repair == "pip install 'iku[xlsx]'"


class TestLimits:
    """Each limit is named; what a sheet declares of its size does not matter."""

    def test_declared_dimension(self) -> None:
        """A sheet that claims all cells there are has those that it holds."""
        sheet = (
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
        )
        parts = _read(pack_xlsx(sheet))[0]

        assert list(map(_texts, parts)) == [[["1"]], [["2"]]]

    @pytest.mark.parametrize(
        ("sheets", "limits", "limit"),
        [
            ([rows(("a", "b", "c"))], Limits(columns=2), "columns"),
            ([rows(("a", "b", "c"))], Limits(cells=2), "cells"),
            ([rows(("a", "b")), rows(("a", "b"))], Limits(cells=3), "cells"),
            ([rows(("a", "", "c"), ("", "", "c"))], Limits(cells=3), "cells"),
            ([rows(("a" * 9, "b"))], Limits(cell=8), "cell"),
            ([rows(("a",) * 26)], Limits(nodes=50), "nodes"),
        ],
    )
    def test_refused(self, sheets: Sequence[str], limits: Limits, limit: str) -> None:
        """Counted while reading."""
        assert f"(limit: {limit})" in str(_refuse(pack_xlsx(*sheets), limits))

    def test_strings_and_styles(self) -> None:
        """They cost more than cells, and may be fewer."""
        data = pack_xlsx("", strings="<si><t>a</t></si>" * 100)

        assert "at most 100 of them (limit: nodes)" in str(_refuse(data, Limits(nodes=500)))
