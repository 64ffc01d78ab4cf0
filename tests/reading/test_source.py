"""Files and texts: what is read, what is refused, and by which limit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iku.errors import CODES, IkuError, ReadingError
from iku.reading import grid, read, read_text, source
from iku.reading.files import read_parts
from iku.reading.grid import Cell, Grid, Paragraph, split_parts

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
    """One kind of file for now: UTF-8 text with tabs."""

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

    def test_unknown_kind(self, tmp_path: Path) -> None:
        """The error names what can be read."""
        error = _refused("unknown-file-kind", read, tmp_path / "a.docx")

        assert ".txt" in error.expected
        assert isinstance(error, ReadingError)

    def test_missing(self, tmp_path: Path) -> None:
        """No file, a folder, a name that no file can have."""
        (tmp_path / "folder.txt").mkdir()

        _refused("file-not-found", read, tmp_path / "a.txt")
        _refused("file-not-found", read, tmp_path / "folder.txt")
        _refused("file-not-found", read, "a\x00.txt")
        _refused("file-not-found", read, "x" * 5_000 + ".txt")

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

    @pytest.mark.parametrize(
        "data", [b"\xff\xfeS\x00", b"Sasaran\xe9", b"\xed\xa0\x80", b"PK\x03\x04\xff"]
    )
    def test_other_bytes(self, tmp_path: Path, data: bytes) -> None:
        """UTF-16, Latin-1, surrogates and binary files are refused with the place."""
        path = tmp_path / "a.txt"
        path.write_bytes(data)

        assert "position" in _refused("bad-encoding", read, path).found

    def test_size(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The limit itself is allowed, for files and texts."""
        monkeypatch.setattr(source, "MAXIMUM_BYTES", len(TABLE))
        path = tmp_path / "a.txt"
        path.write_text(TABLE, encoding="utf-8")

        assert len(read(path).dokumen) == len(read_text(TABLE).dokumen) == 1
        path.write_text(TABLE + "x", encoding="utf-8")
        _refused("too-large", read, path)
        _refused("too-large", read_text, TABLE + "x")

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
        parts = split_parts("a\nb\n\n c \nd\te\t\n\t\nf\t\n\n\tg\n")
        shown = [
            [[cell.text for cell in row] for row in part.rows]
            if isinstance(part, Grid)
            else [cell.text for cell in part.lines]
            for part in parts
        ]

        assert shown == [["a", "b"], ["c"], [["d", "e"], ["f"]], [["", "g"]]]

    def test_places(self) -> None:
        """Lines and columns from 1; what stands in the file is kept."""
        (part,) = split_parts("\n\n x\tPeru\u00admahan \n")

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
        assert split_parts("a\n\u200b\nb") == split_parts("a\n\nb")

    @pytest.mark.parametrize(
        ("limit", "value", "text", "code"),
        [
            ("MAXIMUM_LINES", 3, "a\nb\nc", "too-many-lines"),
            ("MAXIMUM_CELLS", 3, "a\tb\t\t\nc\t", "too-many-cells"),
            ("MAXIMUM_COLUMNS", 3, "a\t\tb", "too-many-cells"),
            ("MAXIMUM_CELL", 3, "a\tbcd", "text-too-long"),
        ],
    )
    def test_limits(
        self, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, text: str, code: str
    ) -> None:
        """The limit itself is allowed, one less refuses."""
        monkeypatch.setattr(grid, limit, value)
        assert split_parts(text)

        monkeypatch.setattr(grid, limit, value - 1)
        _refused(code, split_parts, text)

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
