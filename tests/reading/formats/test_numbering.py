"""The numbers that Word counts for the paragraphs of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import docx
import pytest

from iku.domain import Indikator
from iku.errors import ReadingError
from iku.reading import read
from iku.reading.formats.docx import read_parts
from iku.reading.formats.docx.numbering import write_number
from iku.reading.grid import Grid, Paragraph
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.packing import cell, pack_docx, row, text
from tests.reading.layouts import save_docx

if TYPE_CHECKING:
    from pathlib import Path


def _level(number: int, shown: str, form: str = "decimal", start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def _list(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def _use(number: int, held: int, *overrides: str) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{held}"/>{"".join(overrides)}</w:num>'
    )


def _start(level: int, start: str) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


LISTS: Final = "".join(
    [
        _list(1, _level(0, "%1."), _level(1, "%1.%2"), _level(2, "%3)", "lowerLetter")),
        _list(2, _level(0, "IKU %1", start="7"), _level(1, "%1-%2", "upperRoman")),
        _list(3, _level(0, "\uf0b7", "bullet"), _level(1, "%2", "none")),
        _list(4, _level(0, "x" * 61)),
        _list(5, _level(0, "Tujuan %1:")),
        '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"/></w:abstractNum>',
        *(_use(number, number) for number in range(1, 7)),
        _use(7, 1, _start(0, "4"), _start(9, "2"), '<w:lvlOverride w:ilvl="1"/>'),
        _use(8, 99),
        "<w:num/>",
    ]
)
STYLES: Final = (
    '<w:style w:styleId="Angka"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Turunan"><w:basedOn w:val="Angka"/></w:style>'
    '<w:style w:styleId="Lingkar"><w:basedOn w:val="Lingkar"/></w:style>'
    '<w:style w:styleId="Lepas"><w:basedOn w:val="tiada"/></w:style>'
    "<w:style/>"
)


def _listed(words: str, use: str | None = "1", level: str | None = None, style: str = "") -> str:
    """A paragraph that belongs to a list."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    numbers = f'<w:numPr>{ilvl}<w:numId w:val="{use}"/></w:numPr>' if use is not None else ""
    return f"<w:p><w:pPr>{named}{numbers}</w:pPr>{text(words) if words else ''}</w:p>"


def _read(*cells: str, lists: str = LISTS, limits: Limits = DEFAULT) -> list[str]:
    """Read cells of a table, each in a row of its own beside another."""
    body = f"<w:tbl>{''.join(row(cell(one), 'x') for one in cells)}</w:tbl>"
    data = pack_docx(body, {"numbering": lists, "styles": STYLES})
    (grid,) = read_parts(data, limits=limits)
    assert isinstance(grid, Grid)
    return [line[0].text for line in grid.rows]


class TestCells:
    """A number is read where it says something that the text does not."""

    def test_numbers_alone(self) -> None:
        """A column of numbers, and what divides it, as Word shows it."""
        cells = [_listed(""), "", _listed(""), _listed("", level="1"), _listed("", level="2")]

        assert _read(*cells, _listed("", level="1"), _listed("")) == [
            "1.", "", "2.", "2.1", "a)", "2.2", "3.",
        ]  # fmt: skip

    def test_lists(self) -> None:
        """Several numbered lines keep their numbers; blank ones are left out."""
        body = _listed("A") + _listed("B") + _listed("") + _listed("c", level="2")

        assert _read(body) == ["1. A\n2. B\na) c"]

    def test_one_line(self) -> None:
        """A plain number before the only line counts the cells of its column; a kode does not."""
        cells = [_listed("A"), _listed("B", level="1"), _listed("C", "2"), _listed("D", "5")]

        assert _read(*cells) == ["A", "1.1 B", "IKU 7 C", "Tujuan 1: D"]

    @pytest.mark.parametrize(
        ("use", "level"),
        [("3", None), ("3", "1"), ("4", None), ("6", None), ("8", None), ("0", None),
         ("99", None), ("1", "9")],
    )  # fmt: skip
    def test_no_number(self, use: str, level: str | None) -> None:
        """Bullets, long texts, lists that are not there, levels that Word has not."""
        assert _read(_listed("", use, level)) == [""]

    def test_styles(self) -> None:
        """A style may name the list, or the style that it is based on; zero takes it away."""
        cells = [_listed("", None, style=one) for one in ("Angka", "Turunan", "Lingkar", "Lepas")]

        assert _read(*cells, _listed("", "0", style="Angka"), _listed("", None, style="x")) == [
            "1.", "2.", "", "", "", "",
        ]  # fmt: skip

    def test_counting_anew(self) -> None:
        """A use that says its start begins there once; others go on with the same list."""
        cells = [
            _listed(""),
            _listed("", "7"),
            _listed("", "7"),
            _listed(""),
            _listed("", "1", "1"),
        ]

        assert _read(*cells) == ["1.", "4.", "5.", "6.", "6.1"]

    def test_levels_that_were_not_counted(self) -> None:
        """They begin where they would."""
        assert _read(_listed("", "2", "1"), _listed("", "2", "1")) == ["7-I", "7-II"]

    def test_a_level_that_is_no_number(self) -> None:
        """It is the first."""
        assert _read(_listed("", "1", "9" * 30)) == ["1."]

    def test_level_without_form(self) -> None:
        """A level that a list does not describe shows nothing."""
        assert _read(_listed("x", "6", "3")) == ["x"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (27, "upperLetter", "AA"),
        (260, "lowerLetter", "z" * 10), (261, "lowerLetter", "261"), (0, "lowerLetter", "0"),
        (4, "lowerRoman", "iv"), (3_999, "upperRoman", "MMMCMXCIX"), (4_000, "upperRoman", "4000"),
        (0, "lowerRoman", "0"), (5, "decimalZero", "05"), (5, "ordinal", "5"),
    ],
)  # fmt: skip
def test_forms(number: int, form: str, written: str) -> None:
    """As Word writes them; in digits where that would be long."""
    assert write_number(number, form) == written


def test_text_outside_of_tables() -> None:
    """Titles stay as they are without their numbers."""
    data = pack_docx(_listed("IKU"), {"numbering": LISTS})
    (part,) = read_parts(data, limits=DEFAULT)

    assert isinstance(part, Paragraph)
    assert part.lines[0].text == "IKU"


@pytest.mark.parametrize(
    ("lists", "code"),
    [
        ("<w:num>" * 200 + "</w:num>" * 200, "too-deep"),
        ("<w:num", "bad-file"),
        ("<w:num/>" * 500, "too-many-nodes"),
    ],
)
def test_hostile_lists(lists: str, code: str) -> None:
    """They are read within the limits of every member."""
    with pytest.raises(ReadingError) as caught:
        _read(_listed("A"), lists=lists, limits=Limits(nodes=450))

    assert caught.value.code == code


def test_huge_starts() -> None:
    """A start of many digits is none; a large one stays short."""
    lists = _list(1, _level(0, "%1", "lowerRoman", "999999"), _level(1, "%2", start="9" * 30))

    assert _read(_listed(""), _listed("", level="1"), lists=lists + _use(1, 1)) == ["999999", "1"]


def test_document(tmp_path: Path) -> None:
    """A table whose No is counted by Word, and a formulasi of several steps."""
    document = docx.Document()
    document.add_paragraph("INDIKATOR KINERJA UTAMA")
    table = document.add_table(4, 4)
    rows = [
        ("No", "Sasaran", "Indikator", "Formulasi"), ("", "Sehat", "Umur", "x"),
        ("", "", "Gizi", ""), ("", "Cerdas", "Lama sekolah", ""),
    ]  # fmt: skip
    for number, texts in enumerate(rows):
        for column, words in enumerate(texts):
            table.cell(number, column).text = words
    for number in (1, 2, 3):
        table.cell(number, 0).paragraphs[0].style = "List Number"
    steps = table.cell(2, 3)
    steps.paragraphs[0].text = "Balita gizi baik"
    steps.paragraphs[0].style = "List Number 2"
    steps.add_paragraph("Dibagi balita", style="List Number 2")
    path = tmp_path / "a.docx"
    path.write_bytes(save_docx(document))
    bacaan = read(path)
    _, gizi, _ = bacaan.dokumen[0].walk(Indikator)

    assert [one.pesan for one in bacaan.temuan if one.kode == "IKU-B034"] == [
        'Baris bernomor "2" tidak mencantumkan sasaran; dibaca sebagai lanjutan sasaran di atasnya.'
    ]
    assert gizi.penjelasan[0].formulasi == "1. Balita gizi baik\n2. Dibagi balita"
