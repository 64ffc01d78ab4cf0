"""PDF files: tables between lines and without, text order, broken words, pages."""

from __future__ import annotations

import sys
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from iku.errors import ReadingError
from iku.reading import read, read_text
from iku.reading.formats.pdf import read_parts
from iku.reading.grid import Grid, Note
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.office import to_pdf
from tests.reading.formats.rawoffice import FONT, TEXT, pack_font, pack_page, pack_pdf, stream
from tests.reading.formats.test_formats import leave_asal
from tests.reading.layouts import LAYOUTS, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from iku.reading.grid import Part

HEIGHT = A4[1]


def _read(data: bytes, limits: Limits = DEFAULT) -> tuple[list[Part], list[Note]]:
    parts = list(read_parts(data, limits=limits))
    notes = [part for part in parts if isinstance(part, Note)]
    return [part for part in parts if not isinstance(part, Note)], notes


def _texts(part: Part) -> list[list[str]]:
    lines = part.rows if isinstance(part, Grid) else [part.lines]
    return [[cell.text for cell in line] for line in lines]


def _draw(*pages: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """Make a PDF of what is drawn on each page, from the top left corner."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, bottomup=0, encrypt=encrypt)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _write(*lines: tuple[float, float, str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return draw


def _rule(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], *, sides: bool = True) -> None:
    """Draw the lines of a table, with or without those at its left and right."""
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs if sides else xs[1:-1]:
        canvas.line(x, ys[0], x, ys[-1])


class TestTables:
    """Ruling lines make cells, however they are drawn."""

    @pytest.mark.parametrize("name", LAYOUTS)
    @pytest.mark.parametrize("pages", [1, 2])
    def test_layouts(self, name: str, pages: int, tmp_path: Path) -> None:
        """The same document as the text of the page says, on one page or two."""
        layout = LAYOUTS[name]
        path = tmp_path / "a.pdf"
        path.write_bytes(to_pdf(layout, pages=pages))

        assert [leave_asal(item) for item in read(path).dokumen] == [
            leave_asal(item) for item in read_text(to_text(layout)).dokumen
        ]

    def test_places(self, tmp_path: Path) -> None:
        """Page, table, row and column."""
        path = tmp_path / "a.pdf"
        path.write_bytes(to_pdf(LAYOUTS["kulon-progo"], pages=2))
        asal = read(path).dokumen[0].find_indikator("S2.1").asal

        assert asal is not None
        assert (asal.berkas, asal.halaman, asal.tabel) == ("a.pdf", 2, 2)
        assert (asal.baris, asal.kolom, asal.teks) == (2, 3, "Produksi ikan")

    @pytest.mark.parametrize("sides", [True, False])
    def test_open_sides(self, sides: bool) -> None:
        """Many tables have no lines at their left and right."""

        def draw(canvas: Canvas) -> None:
            _rule(canvas, [50, 150, 250], [100, 120, 140], sides=sides)
            _rule(canvas, [50, 150, 250], [300, 320, 340], sides=sides)
            for x, y, text in [(52, 112, "A"), (152, 112, "B"), (52, 132, "C"), (152, 132, "D")]:
                canvas.drawString(x, y, text)
                canvas.drawString(x, y + 200, text.lower())
            canvas.drawString(60, 220, "di antaranya")

        parts = _read(_draw(draw))[0]

        assert list(map(_texts, parts)) == [
            [["A", "B"], ["C", "D"]],
            [["di antaranya"]],
            [["a", "b"], ["c", "d"]],
        ]

    def test_boxes_and_shades(self) -> None:
        """Cells drawn as boxes, thin boxes as lines; a shade, a curve and a slope are none."""

        def draw(canvas: Canvas) -> None:
            for x, y, text in [(50, 100, "A"), (150, 100, "B"), (50, 120, "C"), (150, 120, "D")]:
                canvas.rect(x, y, 100, 20)
                canvas.rect(x + 2, y + 2, 50, 16, stroke=0, fill=0)
                canvas.setFillColorRGB(0.9, 0.9, 0.9)
                canvas.rect(x + 3, y + 5, 60, 12, stroke=0, fill=1)
                canvas.setFillColorRGB(0, 0, 0)
                canvas.drawString(x + 5, y + 12, text)
            canvas.bezier(50, 100, 90, 200, 200, 50, 250, 140)
            canvas.line(50, 100, 250, 140)
            for y in (200, 220, 240):
                canvas.rect(50, y, 200, 0.5, stroke=0, fill=1)
            for x in (50, 150, 250):
                canvas.rect(x, 200, 0.5, 40, stroke=0, fill=1)
            canvas.drawString(55, 212, "E")
            canvas.drawString(155, 232, "F")

        parts = _read(_draw(draw))[0]

        assert list(map(_texts, parts)) == [[["A", "B"], ["C", "D"]], [["E", ""], ["", "F"]]]

    def test_frames(self) -> None:
        """A frame around text, a single column and lines below words make no table."""

        def draw(canvas: Canvas) -> None:
            canvas.rect(20, 20, 500, 700)
            _rule(canvas, [50, 250], [100, 120, 140])
            canvas.drawString(60, 112, "Misi 1")
            canvas.drawString(60, 132, "Misi 2")

        parts = _read(_draw(draw))[0]

        assert list(map(_texts, parts)) == [[["Misi 1"]], [["Misi 2"]]]

    def test_blank_rows_and_columns(self) -> None:
        """Blank rows and gaps of double lines are no cells; what is outside of all is not lost."""

        def draw(canvas: Canvas) -> None:
            _rule(canvas, [50, 100, 144, 150, 200], [100, 120, 140, 160])
            for x, y, text in [
                (52, 112, "A"),
                (152, 112, "B"),
                (152, 152, "C"),
                (210, 112, "luar"),
            ]:
                canvas.drawString(x, y, text)

        grid, outside = _read(_draw(draw))[0]

        assert _texts(grid) == [["A", "", "B"], ["", "", "C"]]
        assert _texts(outside) == [["luar"]]

    def test_turned_headers(self) -> None:
        """Text that reads upward or downward, on several lines."""

        def draw(canvas: Canvas) -> None:
            _rule(canvas, [50, 90, 130, 200], [100, 180, 200])
            canvas.drawString(135, 112, "Satuan")
            for x, y, text in [(52, 192, "1"), (92, 192, "2"), (132, 192, "%")]:
                canvas.drawString(x, y, text)
            for x, y, angle, lines in [
                (65, 175, -90, ["Indikator", "Kinerja"]),
                (115, 105, 90, ["Sumber", "Data"]),
            ]:
                canvas.saveState()
                canvas.translate(x, y)
                canvas.rotate(angle)
                for number, text in enumerate(lines):
                    canvas.drawString(0, 12 * number, text)
                canvas.restoreState()

        (grid,) = _read(_draw(draw))[0]

        assert _texts(grid) == [["Indikator Kinerja", "Sumber Data", "Satuan"], ["1", "2", "%"]]

    def test_turned_page(self) -> None:
        """A page that is shown turned is read as it is shown."""
        data = pack_page(stream(TEXT), page=b"/Rotate 90")

        assert _texts(_read(data)[0][0]) == [["Halo"]]


class TestLines:
    """Letters are put together as they stand, whatever their order in the file."""

    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            ([(50, 100, "satu"), (50, 112, "dua")], ["satu", "dua"]),
            ([(50, 112, "dua"), (50, 100, "satu")], ["satu", "dua"]),
            ([(80, 100, "dua"), (50, 100, "satu")], ["satu dua"]),
            ([(50, 100, "satu"), (68.4, 100, "kan")], ["satukan"]),
            ([(50, 100, "sa  tu  ")], ["sa tu"]),
            ([(50, 100, "satu"), (50.3, 100, "satu")], ["satu"]),
            ([(50, 100, "  ")], []),
        ],
    )
    def test_words(self, lines: list[tuple[float, float, str]], text: list[str]) -> None:
        """Gaps and spaces divide words; a word printed twice is a bold one."""
        parts = _read(_draw(_write(*lines)))[0]

        assert [cell for part in parts for row in _texts(part) for cell in row] == text

    @pytest.mark.parametrize(
        ("size", "lift", "text"),
        [(6, 4, "97,5¹ %"), (6, -2, "97,5₁ %"), (9.5, 3, "97,51 %"), (6, 0.5, "97,51 %")],
    )
    def test_raised_figures(self, size: float, lift: float, text: str) -> None:
        """A small figure above or below is no digit of the number beside it."""

        def draw(canvas: Canvas) -> None:
            canvas.drawString(50, 100, "97,5")
            canvas.drawString(80, 100, "%")
            canvas.setFont("Helvetica", size)
            canvas.drawString(69.6, 100 - lift, "1")

        assert _texts(_read(_draw(draw))[0][0]) == [[text]]

    def test_small_line(self) -> None:
        """A line that is small as a whole is not raised."""

        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", 6)
            canvas.drawString(50, 100, "1 catatan")
            canvas.drawString(95, 98, "2")

        assert _texts(_read(_draw(draw))[0][0]) == [["1 catatan 2"]]

    def test_small_words_beside_large_ones(self) -> None:
        """A small word on the line of large ones stays as it is."""

        def draw(canvas: Canvas) -> None:
            canvas.drawString(50, 100, "Rumus:")
            canvas.setFont("Helvetica", 6)
            canvas.drawString(90, 97, "12")

        assert _texts(_read(_draw(draw))[0][0]) == [["Rumus: 12"]]

    def test_ligatures(self) -> None:
        """Letters that a font joins are letters again."""
        font = b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65/fi/ffl]>>>>"
        data = pack_page(stream(b"BT /F 10 Tf 72 700 Td (AB) Tj ET"), font)

        assert _texts(_read(data)[0][0]) == [["fiffl"]]

    @pytest.mark.parametrize(
        ("font", "text"),
        [
            (b"/BaseFont/Symbol", "≤50≥5×∑"),
            (b"/BaseFont/ABCDEF+SymbolMT", "≤50≥5×∑"),
            (b"/BaseFont/Helvetica/Encoding/WinAnsiEncoding", "£50³5\u00b4å"),
            (b"/BaseFont/Symbol/Encoding<</Differences[163/A 179/B]>>", "A50B5·"),
        ],
    )
    def test_signs_of_symbol(self, font: bytes, text: str) -> None:
        """Its codes are signs, not the letters that other fonts have there."""
        drawn = stream(b"BT /F 10 Tf 72 700 Td <A33530B335B4E5> Tj ET")
        parts, _ = _read(pack_page(drawn, b"<</Type/Font/Subtype/Type1" + font + b">>"))

        assert _texts(parts[0]) == [[text]]

    def test_signs_of_symbol_by_other_names(self) -> None:
        """A map from its codes to letters may say what it has not, or private characters."""
        drawn = stream(b"BT /F 10 Tf 72 700 Td <A3B3B1> Tj ET")
        font = b"<</Type/Font/Subtype/Type1/BaseFont/Symbol/ToUnicode 6 0 R>>"
        letters = stream(b"3 beginbfchar <A3> <00A3> <B3> <00B3> <B1> <F0B1> endbfchar")
        parts, _ = _read(pack_page(drawn, font, letters))

        assert _texts(parts[0]) == [["≤≥±"]]

    def test_paragraphs(self) -> None:
        """A blank line divides them."""
        lines = [(50.0, y, f"baris {y}") for y in (100, 112, 140, 152)]
        parts = _read(_draw(_write(*lines)))[0]

        assert list(map(_texts, parts)) == [
            [["baris 100", "baris 112"]],
            [["baris 140", "baris 152"]],
        ]


def _cell(*lines: str, width: float = 100, below: str = "", x: float = 55) -> str:
    """Read lines that stand in one cell."""

    def draw(canvas: Canvas) -> None:
        _rule(canvas, [50, 50 + width, 400], [100, 200, 220])
        for number, line in enumerate(lines):
            canvas.drawString(x, 112 + 12 * number, line)
        canvas.drawString(60 + width, 112, "sel lain")
        canvas.drawString(60 + width, 212, below)

    (grid,) = _read(_draw(draw))[0]
    return _texts(grid)[0][0]


class TestWrapping:
    """Lines of a cell are one text; where they end early, they were ended."""

    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            (["Jumlah seluruh koperasi", "yang aktif"], "Jumlah seluruh koperasi yang aktif"),
            (["Jumlah A", "dibagi B"], "Jumlah A\ndibagi B"),
            (["Sasara", "n"], "Sasara\nn"),
        ],
    )
    def test_ends(self, lines: list[str], text: str) -> None:
        """A word that had room on the line above was put below on purpose."""
        assert _cell(*lines, width=120) == text

    @pytest.mark.parametrize(
        ("lines", "below", "text"),
        [
            (["Sasara", "n"], "", "Sasaran"),
            (["Bencan", "a (alam)"], "bencana alam", "Bencana (alam)"),
            (["Bencan", "a alam"], "", "Bencan a alam"),
            (["pertum", "buhan"], "pertum buhan pertumbuhan", "pertum buhan"),
            (["Rata-", "rata"], "", "Rata-rata"),
            (["kemis-", "kinan"], "kemiskinan turun", "kemiskinan"),
            (["nilai -", "satu"], "", "nilai - satu"),
            (["2019-", "2024"], "", "2019- 2024"),
            (["68.039.", "725"], "", "68.039.725"),
            (["680.390", "72,11"], "", "680.39072,11"),
            (["680390", "725"], "", "680390 725"),
            (["68.039", "persen"], "", "68.039 persen"),
            (["68.039", "5%"], "", "68.0395%"),
            (["68.039", "725.111"], "", "68.039 725.111"),
        ],
    )
    def test_broken_words(self, lines: list[str], below: str, text: str) -> None:
        """A word or number that was too long for its cell is whole again, on evidence only."""
        assert _cell(*lines, width=42, below=below) == text

    def test_narrow_line(self) -> None:
        """Two words on a line were not broken for want of room."""
        assert _cell("1 6.5", "7", width=34) == "1 6.5 7"

    def test_fraction(self) -> None:
        """A drawn bar is a typed one; a line under words is none."""

        def draw(canvas: Canvas) -> None:
            _rule(canvas, [50, 250, 400], [100, 180, 200])
            canvas.drawString(60, 120, "Jumlah aktif")
            canvas.line(60, 125, 130, 125)
            canvas.drawString(60, 138, "Jumlah semua")
            canvas.drawString(140, 129, "x 100%")
            canvas.drawString(60, 160, "Keterangan")
            canvas.line(60, 161.5, 110, 161.5)
            canvas.drawString(260, 120, "A")
            canvas.line(260, 124, 290, 124)
            canvas.drawString(260, 136, "B")
            canvas.line(260, 176, 290, 176)
            canvas.drawString(260, 193, "C")
            canvas.line(60, 190, 70, 190)

        (grid,) = _read(_draw(draw))[0]

        assert _texts(grid) == [
            ["Jumlah aktif\n_____ x 100%\nJumlah semua\nKeterangan", "A\n_____\nB"],
            ["", "C"],
        ]

    def test_bar_that_touches_letters(self) -> None:
        """A bar just above the letters below it underlines nothing; in a turned cell is none."""

        def draw(canvas: Canvas) -> None:
            _rule(canvas, [50, 250, 300], [100, 180])
            canvas.drawString(60, 120, "Jumlah aktif")
            canvas.line(60, 127, 130, 127)
            canvas.drawString(60, 134, "Jumlah semua")
            canvas.line(260, 150, 280, 150)
            canvas.translate(275, 170)
            canvas.rotate(-90)
            canvas.drawString(0, 0, "Satuan")

        (grid,) = _read(_draw(draw))[0]

        assert _texts(grid) == [["Jumlah aktif\n_____\nJumlah semua", "Satuan"]]


def _break(
    above: Sequence[str],
    below: Sequence[str],
    *,
    header: bool = True,
    between: str = "",
    columns: int = 3,
) -> bytes:
    """Make two pages of a table whose last row above and first row below have these cells."""

    def draw(number: int) -> Callable[[Canvas], None]:
        def write(canvas: Canvas) -> None:
            xs = [50, 80, 180, 280][: (columns if number else 3) + 1]
            headed = header or number == 0
            _rule(canvas, xs, [100, 120, 180] if headed else [120, 180])
            for x, head, text in zip(
                xs, ("No", "Alasan", "Satuan"), (above, below)[number], strict=False
            ):
                if headed:
                    canvas.drawString(x + 2, 112, head)
                for step, line in enumerate(text.split("|")):
                    canvas.drawString(x + 2, 132 + 12 * step, line)
            canvas.drawString(50, 300 if number == 0 else 80, between)
            canvas.drawString(50, HEIGHT - 30, f"Halaman {number + 1}")

        return write

    return _draw(draw(0), draw(1))


def _grids(data: bytes) -> list[list[list[str]]]:
    return [_texts(part) for part in _read(data)[0] if isinstance(part, Grid)]


class TestContinuedRows:
    """A row that the end of a page divides is one row."""

    HEADER: Final = ["No", "Alasan", "Satuan"]
    CELLS: Final = (("1", "Menurut peraturan", "persen"), ("", "pemerintah", ""))

    @pytest.mark.parametrize("header", [True, False])
    def test_joined(self, header: bool) -> None:
        """What goes on in full lines is put together, with a header or without; and noted."""
        data = _break(*self.CELLS, header=header)
        first, *rest = _grids(data)
        (note,) = _read(data)[1]

        assert first == [self.HEADER, ["1", "Menurut peraturan pemerintah", "persen"]]
        assert rest == ([[self.HEADER]] if header else [])
        assert note.kode == "IKU-B057"
        assert (note.cell.page, note.cell.table, note.cell.line) == (1, 1, 2)

    @pytest.mark.parametrize(
        ("above", "below", "joined"),
        [
            (("1", "Untuk itu|Menurut peraturan", "%"), ("", "Pemerintah", ""), True),
            (("1", "Menurut peraturan", "%"), ("", "Pemerintah", ""), False),
            (("1", "Untuk itu|Menurut peratura.", "%"), ("", "Pemerintah", ""), False),
            (("1", "Menurut", "%"), ("", "pemerintah", ""), False),
            (("1", "Menurut peraturan", "%"), ("2", "pemerintah", ""), False),
            (("1", "Menurut peraturan", ""), ("", "pemerintah", "dan"), False),
        ],
    )
    def test_evidence(self, above: Sequence[str], below: Sequence[str], joined: bool) -> None:
        """A new row has a number, or begins where the line above had room."""
        assert (len(_grids(_break(above, below))[1]) == 1) is joined

    def test_other_tables(self) -> None:
        """Text between, or another number of columns: another table."""
        assert len(_grids(_break(*self.CELLS, between="Catatan"))[1]) == 2
        assert len(_grids(_break(*self.CELLS, header=False, columns=2))) == 2

    def test_header_alone(self) -> None:
        """A page that only repeats the header adds nothing."""
        assert _grids(_break(self.CELLS[0], ("", "", "")))[1] == [self.HEADER]

    def test_open_ends(self) -> None:
        """Some programs draw no line where the page divides a row."""

        def draw(canvas: Canvas) -> None:
            for x in (50, 150, 250):
                canvas.line(x, 100, x, 140)
            canvas.line(50, 120, 250, 120)
            for x, y, text in [(52, 112, "A"), (152, 112, "B"), (52, 132, "C"), (152, 132, "D")]:
                canvas.drawString(x, y, text)

        assert _grids(_draw(draw)) == [[["A", "B"], ["C", "D"]]]

    @pytest.mark.parametrize("gap", [0, 1, 2])
    def test_open_ends_of_merged_cells(self, gap: int) -> None:
        """A cell of several rows goes on on the next page, the shorter ones beside it end there."""

        def draw(canvas: Canvas) -> None:
            for x in (50, 150, 250, 350):
                canvas.line(x, 100, x, 140)
            canvas.line(50, 100, 350, 100)
            for number, x in enumerate((50, 150, 250)):
                canvas.drawString(x + 2, 112, "ABC"[number])
                if number != gap:
                    canvas.line(x, 120, x + 100, 120)
                    canvas.line(x, 140, x + 100, 140)
                    canvas.drawString(x + 2, 132, "DEF"[number])

        below = ["D", "E", "F"]
        below[gap] = ""
        assert _grids(_draw(draw)) == [[["A", "B", "C"], below]]


class TestColumns:
    """Tables without lines: columns of text."""

    @pytest.mark.parametrize("name", LAYOUTS)
    def test_layouts(self, name: str, tmp_path: Path) -> None:
        """The same document, and a finding that columns were read by where text stands."""
        layout = LAYOUTS[name]
        path = tmp_path / "a.pdf"
        path.write_bytes(to_pdf(layout, ruled=False))
        bacaan = read(path)
        # Without lines nothing says how wide a column is, so where a line could have gone on.
        words = "Jumlah kejahatan\ndibagi jumlah penduduk"
        whole = to_text(layout).replace(f'"{words}"', words.replace("\n", " "))

        assert "IKU-B055" in {item.kode for item in bacaan.temuan}
        assert [leave_asal(item) for item in bacaan.dokumen] == [
            leave_asal(item) for item in read_text(whole).dokumen
        ]

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (
                [(0, "1|S|A|%"), (12, "|s|"), (18, "||B|orang"), (24, "|t")],
                [["1", "S\ns\nt", "A", "%"], ["", "", "B", "orang"]],
            ),
            (
                [(0, "1|S|A|%"), (12, "|s|a|"), (24, "|t"), (30, "||B|orang"), (36, "|u")],
                [["1", "S\ns\nt\nu", "A\na", "%"], ["", "", "B", "orang"]],
            ),
            (
                [(0, "1|S|A|%"), (12, "|s|"), (18, "||B|"), (24, "|t")],
                [["1", "S\ns\nt", "A\nB", "%"]],
            ),
            (
                [(0, "1|S|A|"), (12, "|s|"), (18, "||B|orang"), (24, "|t|b")],
                [["1", "S\ns\nt", "A", ""], ["", "", "B\nb", "orang"]],
            ),
        ],
    )
    def test_rows_beside_a_long_cell(
        self, lines: list[tuple[float, str]], expected: list[list[str]]
    ) -> None:
        """A merged cell goes on between two rows; one cell that stands off makes no row."""
        written = [(0.0, "No|Sasaran|Indikator|Satuan"), *((20 + y, text) for y, text in lines)]
        pieces = [
            (50.0 + 120 * column, 100 + y, text)
            for y, row in written
            for column, text in enumerate(row.split("|"))
            if text
        ]
        (grid,) = _read(_draw(_write(*pieces)))[0]

        assert _texts(grid)[1:] == expected

    def test_lower_row_of_a_header(self) -> None:
        """Words over several columns stand between them; a column without text keeps its own."""
        lines: list[tuple[float, float, str]] = [
            (50, 100, "Sasaran"), (150, 100, "Indikator"), (250, 100, "Alasan"),
            (400, 100, "Target"), (160, 112, "Kinerja"), (250, 112, "Pemilihan"),
            (370, 118, "2024"), (470, 118, "2025"),
            (50, 140, "A"), (150, 140, "B"), (370, 140, "1"), (470, 140, "2"),
        ]  # fmt: skip
        (grid,) = _read(_draw(_write(*lines)))[0]

        assert _texts(grid) == [
            ["Sasaran", "Indikator Kinerja", "Alasan Pemilihan", "Target", ""],
            ["", "", "", "2024", "2025"],
            ["A", "B", "", "1", "2"],
        ]

    @pytest.mark.parametrize(
        ("step", "header", "rows", "expected"),
        [
            (12, ("Sasaran", "Indikator"), [("A", "B"), ("C", "D")], [["A", "B"], ["C", "D"]]),
            (
                12,
                ("No", "Sasaran", "Indikator"),
                [("1", "A", "B"), ("", "a", ""), ("2", "C", "D")],
                [["1", "A\na", "B"], ["2", "C", "D"]],
            ),
            (
                12,
                ("Sasaran", "Indikator", "Satuan"),
                [("A", "B", "%"), ("a", "", ""), ("C", "D", "%")],
                [["A\na", "B", "%"], ["C", "D", "%"]],
            ),
            (20, ("Sasaran", "Indikator"), [("A", "B"), ("C", "")], [["A", "B"], ["C", ""]]),
            (20, ("Sasaran", "Indikator"), [("Satuan", "Alasan")], [["Satuan", "Alasan"]]),
        ],
    )
    def test_rows(
        self,
        step: float,
        header: tuple[str, ...],
        rows: list[tuple[str, ...]],
        expected: list[list[str]],
    ) -> None:
        """Rows that do not stand apart begin with their number, or fill most columns."""
        lines = [
            (50.0 + 150 * column, 100 + step * number, text)
            for number, row in enumerate([header, *rows])
            for column, text in enumerate(row)
        ]
        (grid,) = _read(_draw(_write(*lines)))[0]

        assert _texts(grid) == [list(header), *expected]

    def test_end(self) -> None:
        """A large gap ends the table; text before and behind it stays text."""
        lines: list[tuple[float, float, str]] = [
            (50, 60, "JUDUL"), (50, 100, "Sasaran"), (150, 100, "Indikator"),
            (50, 120, "A"), (150, 120, "B"), (50, 180, "Catatan"),
        ]  # fmt: skip
        parts = _read(_draw(_write(*lines)))[0]

        assert list(map(_texts, parts)) == [
            [["JUDUL"]],
            [["Sasaran", "Indikator"], ["A", "B"]],
            [["Catatan"]],
        ]


class TestPages:
    """What pages repeat is read once; what a page does not say is noted."""

    def test_running_titles(self) -> None:
        """At the top the first stays, at the bottom the last: nothing stands inside a table."""
        pages = [
            _write(
                (50, 40, f"IKU Dinas - {number}"),
                (50, 300, "isi"),
                (50, HEIGHT - 30, f"Halaman {number} dari 3"),
            )
            for number in (1, 2, 3)
        ]
        parts = _read(_draw(*pages))[0]

        assert [cell for part in parts for row in _texts(part) for cell in row] == [
            "IKU Dinas - 1", "isi", "isi", "isi", "Halaman 3 dari 3",
        ]  # fmt: skip

    def test_pictures(self) -> None:
        """A page that was scanned has no text; a blank one needs none."""

        def draw(canvas: Canvas) -> None:
            canvas.line(50, 100, 60, 130)

        parts, notes = _read(_draw(draw, _write((50, 100, "isi")), lambda _: None))

        assert list(map(_texts, parts)) == [[["isi"]]]
        assert [(note.kode, note.cell.page) for note in notes] == [("IKU-B053", 1)]

    def test_image(self) -> None:
        """A picture as Word puts it there."""
        picture = stream(
            b"\0",
            b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
            b"/ColorSpace/DeviceGray",
        )
        data = pack_page(stream(b"/I Do"), picture, resources=b"<</XObject<</I 5 0 R>>>>")

        assert [note.kode for note in _read(data)[1]] == ["IKU-B053"]

    def test_letters_without_meaning(self) -> None:
        """A font that does not say which letters it draws."""
        data = pack_page(stream(b"BT /F 10 Tf 72 700 Td (ABCD) Tj ET"), *pack_font())
        parts, notes = _read(data)

        assert parts == []
        assert [(note.kode, dict(note.words)) for note in notes] == [("IKU-B054", {"nomor": 1})]

    def test_figures_inside(self) -> None:
        """Text inside a form that the page places."""
        form = stream(
            TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 6 0 R>>>>"
        )
        data = pack_page(stream(b"/A Do"), form, FONT, resources=b"<</XObject<</A 5 0 R>>>>")

        assert _texts(_read(data)[0][0]) == [["Halo"]]

    def test_owner_password(self) -> None:
        """A file that opens without a password is read, though it forbids copying."""
        lock = StandardEncryption("", ownerPassword="rahasia", canCopy=0)

        assert _texts(_read(_draw(_write((50, 100, "isi")), encrypt=lock))[0][0]) == [["isi"]]

    def test_password(self) -> None:
        """A file that does not is refused."""
        lock = StandardEncryption("rahasia")
        with pytest.raises(ReadingError) as caught:
            _read(_draw(_write((50, 100, "isi")), encrypt=lock))

        assert (caught.value.code, caught.value.repair) == (
            "encrypted-file", "save it without a password",
        )  # fmt: skip

    def test_needs_an_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without pdfplumber the way out is named."""
        monkeypatch.setitem(sys.modules, "iku.reading.formats.pdf.parts", None)
        with pytest.raises(ReadingError) as caught:
            _read(pack_pdf([b"null"]))

        assert (caught.value.code, caught.value.repair) == (
            "missing-extra", "pip install 'iku[pdf]'",
        )  # fmt: skip


def test_order_of_pages() -> None:
    """Parts come page by page, from top to bottom."""
    parts, _ = _read(to_pdf(LAYOUTS["seed"], pages=2))
    pages = [
        (part.rows[0][0] if isinstance(part, Grid) else part.lines[0]).page or 0 for part in parts
    ]

    assert all(before <= after for before, after in pairwise(pages))
