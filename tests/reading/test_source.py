"""Files and texts: what is read, what is refused, and by which limit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iku.errors import CODES, IkuError, ReadingError
from iku.reading import read, read_text
from iku.reading.files import read_parts
from iku.reading.formats.text import split_parts
from iku.reading.grid import Cell, Grid, Paragraph
from iku.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = "INDIKATOR KINERJA UTAMA\n\nSasaran\tIndikator\nA\tB\n"


def _refused(
    code: str, call: Callable[..., object], *arguments: object, **options: object
) -> IkuError:
    with pytest.raises(IkuError) as caught:
        call(*arguments, **options)
    assert caught.value.code == code
    assert code in CODES
    assert caught.value.path == "$"
    assert caught.value.repair
    return caught.value


class TestFiles:
    """Where a file is, and how its bytes become text."""

    @pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b.text", "c.tsv"])
    def test_kinds(self, tmp_path: Path, name: str) -> None:
        """By their endings, whatever the case; a path or its text."""
        path = tmp_path / name
        path.write_text(TABLE, encoding="utf-8")

        assert read(path) == read(str(path)) == read_text(TABLE, berkas=name)

    def test_line_ends_and_byte_order_mark(self, tmp_path: Path) -> None:
        """What Windows writes reads alike."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode())

        assert read(path) == read_text(TABLE, berkas="a.txt")
        assert read_text("\ufeff" + TABLE.replace("\n", "\r")) == read_text(TABLE)

    def test_missing(self, tmp_path: Path) -> None:
        """No file, a folder, a name that no file can have."""
        (tmp_path / "folder.txt").mkdir()

        error = _refused("file-not-found", read, tmp_path / "a.txt")
        _refused("file-not-found", read, tmp_path / "folder.txt")
        _refused("file-not-found", read, "a\x00.txt")
        _refused("file-not-found", read, "x" * 5_000 + ".txt")
        assert isinstance(error, ReadingError)

    def test_pipe(self, tmp_path: Path) -> None:
        """A pipe is not waited for."""
        os.mkfifo(tmp_path / "pipe.txt")

        _refused("file-not-found", read, tmp_path / "pipe.txt")

    def test_unreadable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system's refusal is ours."""

        def refuse(*_: object) -> None:
            raise PermissionError

        path = tmp_path / "a.txt"
        path.write_text(TABLE, encoding="utf-8")
        monkeypatch.setattr(Path, "open", refuse)

        _refused("file-not-found", read, path)

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
    def test_marked_encodings(self, tmp_path: Path, encoding: str) -> None:
        """What begins with a byte order mark says what it is."""
        path = tmp_path / "a.txt"
        path.write_bytes(f"\ufeff{TABLE}".encode(encoding))

        assert read(path) == read_text(TABLE, berkas="a.txt")

    def test_windows(self, tmp_path: Path) -> None:
        """Text that is not UTF-8 is read as Windows writes it, and a finding says so."""
        path = tmp_path / "a.txt"
        path.write_bytes(TABLE.replace("B", "80 – 90").encode("cp1252"))
        bacaan = read(path)

        assert bacaan.dokumen[0].sasaran[0].indikator[0].nama == "80 – 90"
        assert [item.pesan for item in bacaan.temuan if item.kode == "IKU-B085"] == [
            "Berkas tidak disimpan sebagai UTF-8; dibaca sebagai cp1252."
        ]

    @pytest.mark.parametrize("data", [b"Sasaran \x81", b"\xff\xfeS\x00\x00\xd8a\x00", b"\xff\xfeS"])
    def test_other_bytes(self, tmp_path: Path, data: bytes) -> None:
        """Bytes that are text in none of these are refused with the place."""
        path = tmp_path / "a.txt"
        path.write_bytes(data)

        assert "position" in _refused("bad-encoding", read, path).found

    @pytest.mark.parametrize(
        ("limit", "code"),
        [("bytes", "too-large"), ("text", "too-large"), ("cell", "text-too-long")],
    )
    def test_size(self, tmp_path: Path, limit: str, code: str) -> None:
        """The limit itself is allowed, one less is refused by its name."""
        text = "Catatan"
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        least, less = (Limits(**{limit: size}) for size in (len(text), len(text) - 1))

        assert read(path, limits=least).dokumen == ()
        assert f"(limit: {limit})" in _refused(code, read, path, limits=less).expected
        if limit != "bytes":
            assert read_text(text, limits=least).dokumen == ()
            _refused(code, read_text, text, limits=less)

    def test_far_too_large(self, tmp_path: Path) -> None:
        """What cannot be within the limit is not decoded."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xff" * 41)

        _refused("too-large", read, path, limits=Limits(text=10))

    @pytest.mark.parametrize("text", [b"Sasaran", None, 1])
    def test_no_text(self, text: object) -> None:
        """Bytes are to be decoded by whoever knows how."""
        _refused("wrong-type", read_text, text)

    def test_unknown_locale(self) -> None:
        """The caller's mistake is no finding."""
        _refused("bad-choice", read_text, TABLE, locale="de")


class TestGrid:
    """Lines with tabs are rows of a table, others running text."""

    def test_parts(self) -> None:
        """A blank line ends a paragraph and a table."""
        parts = split_parts("a\nb\n\n c \nd\te\t\n\t\nf\t\n\n\tg\n", limits=DEFAULT)
        shown = [
            [[cell.text for cell in row] for row in part.rows]
            if isinstance(part, Grid)
            else [cell.text for cell in part.lines]
            for part in parts
            if isinstance(part, Grid | Paragraph)
        ]

        assert shown == [["a", "b"], ["c"], [["d", "e"], ["f"]], [["", "g"]]]

    def test_places(self) -> None:
        """Lines and columns from 1; what stands in the file is kept."""
        (part,) = split_parts("\n\n x\tPeru\u00admahan \n", limits=DEFAULT)

        assert part == Grid(
            rows=(
                (
                    Cell(text="x", raw=" x", line=3, column=1),
                    Cell(text="Perumahan", raw="Peru\u00admahan", line=3, column=2),
                ),
            )
        )

    def test_line_of_invisible_characters(self) -> None:
        """It is blank."""
        assert split_parts("a\n\u200b\nb", limits=DEFAULT) == split_parts("a\n\nb", limits=DEFAULT)

    @pytest.mark.parametrize(
        ("limit", "value", "text", "code"),
        [
            ("lines", 3, "a\nb\nc", "too-many-lines"),
            ("cells", 3, "a\tb\t\t\nc\t", "too-many-cells"),
            ("columns", 3, "a\t\tb", "too-many-cells"),
            ("cell", 3, "a\tbcd", "text-too-long"),
        ],
    )
    def test_limits(self, limit: str, value: int, text: str, code: str) -> None:
        """The limit itself is allowed, one less refuses."""
        assert split_parts(text, limits=Limits(**{limit: value}))

        error = _refused(code, split_parts, text, limits=Limits(**{limit: value - 1}))
        assert f"(limit: {limit})" in error.expected

    def test_copied_cells(self) -> None:
        """Excel puts a cell of several lines between quotation marks when it is copied."""
        text = 'Formulasi\tSatuan\n"A ""x""\ndibagi\nB"\t"ton\nkg"\n"C\tD\n"E" F\nG\n'
        (part,) = split_parts(text, limits=DEFAULT)[:1]

        assert isinstance(part, Grid)
        assert [[(cell.text, cell.line) for cell in row] for row in part.rows] == [
            [("Formulasi", 1), ("Satuan", 1)],
            [('A "x"\ndibagi\nB', 2), ("ton\nkg", 2)],
            [('"C', 6), ("D", 6)],
        ]

    @pytest.mark.parametrize("text", ['a\t"b\nc', 'a\t"b\n' + "c\n" * 60 + '"', 'a\t"b\nc\td"'])
    def test_quotation_marks_that_enclose_no_cell(self, text: str) -> None:
        """They stand for themselves."""
        (part, *_) = split_parts(text, limits=DEFAULT)

        assert isinstance(part, Grid)
        assert part.rows[0][1].text == '"b'

    def test_other_front_end(self) -> None:
        """A reader of another kind of file makes the same parts."""
        rows = (("Sasaran", "Indikator"), ("A", "B"))
        parts = (
            Paragraph(lines=(Cell(text="IKU", raw="IKU", line=1, column=1),)),
            Grid(
                rows=tuple(
                    tuple(
                        Cell(text=text, raw=text, line=line, column=column)
                        for column, text in enumerate(row, 1)
                    )
                    for line, row in enumerate(rows, 2)
                )
            ),
        )

        assert read_parts(parts, berkas="x") == read_text(
            "IKU\nSasaran\tIndikator\nA\tB", berkas="x"
        )


class TestCharacters:
    """Characters that nobody sees are taken out, and kept in the raw text."""

    def test_hidden(self) -> None:
        """The noun is clean; its Asal shows what stood there; a finding says so."""
        bacaan = read_text("IKU\n\nSasaran\tIndikator\nPeru\u00admahan\tIndeks\u200b \x07\uf0b7x\n")
        sasaran = bacaan.dokumen[0].sasaran[0]
        (indikator,) = sasaran.indikator

        assert (sasaran.uraian, indikator.nama) == ("Perumahan", "Indeks  x")
        assert sasaran.asal is not None
        assert sasaran.asal.teks == "Peru\\u00admahan"
        assert indikator.asal is not None
        assert indikator.asal.teks == "Indeks\\u200b \\u0007\\uf0b7x"
        assert [item.kode for item in bacaan.temuan][:2] == ["IKU-B009", "IKU-B009"]
        assert [item.kode for item in bacaan.temuan].count("IKU-B023") == 2

    def test_page_break_and_accents(self) -> None:
        """A page break and letters of other forms are ordinary."""
        bacaan = read_text("\fINDIKATOR KINERJA UTAMA\n\nSasaran\tIndikator\nCafe\u0301\tB\n")

        assert bacaan.dokumen[0].sasaran[0].uraian == "Café"
        assert {item.kode for item in bacaan.temuan} == {"IKU-B009"}

    def test_too_many_marks(self) -> None:
        """What the model refuses is cut off, also where normalising makes more of it."""
        for mark in ("\u0323", "\u0344"):
            bacaan = read_text(f"IKU\n\nSasaran\tIndikator\na{mark * 200}\tB\n")

            assert 1 < len(bacaan.dokumen[0].sasaran[0].uraian) <= 31
            assert "IKU-B023" in {item.kode for item in bacaan.temuan}
