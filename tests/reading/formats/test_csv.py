"""CSV: which character divides, and what a record is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.errors import IkuError
from iku.reading.formats.csv import find_delimiter, read_parts
from iku.reading.grid import Grid, Note, Paragraph
from iku.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from iku.reading.grid import Part


def _show(part: Part | Note) -> object:
    if isinstance(part, Grid):
        return [[cell.text for cell in row] for row in part.rows]
    return tuple(cell.text for cell in part.lines) if isinstance(part, Paragraph) else part


def _read(text: str) -> list[object]:
    return [_show(part) for part in read_parts(text, limits=DEFAULT)]


class TestDelimiter:
    """The character under which header words appear, not the most frequent one."""

    @pytest.mark.parametrize(
        ("text", "delimiter"),
        [
            ("Sasaran;Indikator\nA, B, C;1,5\n", ";"),
            ("IKU, Dinas, Kota\n\nNo|Sasaran|Indikator\n", "|"),
            ('"Sasaran","Indikator"\n"A;B;C","D;E"\n', ","),
            ("a,b,c\n1,2,3\n", None),
            ("Sasaran,Indikator", ","),
            ("", None),
            ('"' + "x" * 200_000, None),
        ],
    )
    def test_found(self, text: str, delimiter: str | None) -> None:
        """None where nothing looks like a header."""
        assert find_delimiter(text) == delimiter

    def test_without_a_header(self) -> None:
        """The most frequent one divides: there is nothing better to go by."""
        assert _read("a,b;c,d\n") == [[["a", "b;c", "d"]]]

    def test_named_by_the_file(self) -> None:
        """The line that names it is no record, but is counted."""
        (part,) = read_parts("sep=,\nSasaran,Indikator\n", limits=DEFAULT)

        assert isinstance(part, Grid)
        assert part.rows[0][0].line == 2


class TestRecords:
    """Rows of sheets between blank ones."""

    def test_parts(self) -> None:
        """Rows with one filled cell each are lines of text, wherever that cell stands."""
        text = "IKU;;\n;DINAS;\n;;\nSasaran;Indikator;\nA;;\n\n;;Kepala\n"

        assert _read(text) == [("IKU", "DINAS"), [["Sasaran", "Indikator"], ["A"]], ("Kepala",)]

    def test_quoted(self) -> None:
        """Line breaks and quotation marks inside a field."""
        assert _read('Sasaran;Indikator\n"A\nB";"C ""D"""\n') == [
            [["Sasaran", "Indikator"], ["A\nB", 'C "D"']]
        ]

    def test_blank(self) -> None:
        """Records without anything are nothing; so are those of invisible characters."""
        assert _read(";;;\n\n;;\n") == []
        assert _read("\u200b;\n\n") == []

    def test_invisible(self) -> None:
        """A row of invisible characters in a table is blank."""
        assert _read("Sasaran;Indikator\n\u200b;\nA;B\n") == [
            [["Sasaran", "Indikator"], ["A", "B"]]
        ]

    def test_unclosed(self) -> None:
        """A quotation mark that is not closed swallows the file until a limit."""
        with pytest.raises(IkuError) as caught:
            _read('Sasaran;Indikator\n"A;' + "x;y\n" * 50_000)

        assert caught.value.code == "bad-file"
        assert "record 2" in caught.value.found

    @pytest.mark.parametrize(
        ("text", "limits", "code"),
        [
            ("a;b\nc;d", Limits(cells=3), "too-many-cells"),
            ("a;b;c", Limits(columns=2), "too-many-cells"),
            ("a;bcd", Limits(cell=2), "text-too-long"),
        ],
    )
    def test_limits(self, text: str, limits: Limits, code: str) -> None:
        """Each is named."""
        with pytest.raises(IkuError) as caught:
            read_parts(text, limits=limits)

        assert caught.value.code == code
        assert "(limit: " in caught.value.expected
