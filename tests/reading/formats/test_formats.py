"""Every layout in every kind of file reads to the same document."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iku
from iku.domain import Dokumen, Indikator
from iku.errors import IkuError
from iku.reading import Bacaan, read, read_text
from iku.reading.files import read_parts
from iku.reading.formats import split_file
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.office import to_pdf, to_xlsx
from tests.reading.formats.packing import pack
from tests.reading.layouts import LAYOUTS, Layout, to_csv, to_docx, to_html, to_text
from tests.reading.plans import PLANS

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY: Final = LAYOUTS | PLANS
PAGE: Final = Path(__file__).parents[3] / "docs" / "reference" / "reading.md"
FORMATS: Final[dict[str, tuple[str, Callable[[Layout], bytes]]]] = {
    "text": ("txt", lambda layout: to_text(layout).encode()),
    "text for Windows": ("txt", lambda layout: _end_lines(to_text(layout)).encode("utf-16")),
    "docx": ("docx", to_docx),
    "docx of two pages": ("docx", lambda layout: to_docx(layout, pages=2)),
    "html": ("html", lambda layout: to_html(layout).encode()),
    "html that calls itself Excel": ("xls", lambda layout: to_html(layout, tag="td").encode()),
    "csv": ("csv", lambda layout: to_csv(layout).encode()),
    "csv of Excel": ("csv", lambda layout: to_csv(layout, ";").encode("utf-8-sig")),
    "csv that names its character": (
        "csv",
        lambda layout: f"sep=|\r\n{to_csv(layout, '|')}".encode(),
    ),
    "tsv": ("tsv", lambda layout: to_csv(layout, "\t").encode()),
    "xlsx": ("xlsx", to_xlsx),
    "pdf": ("pdf", to_pdf),
    "pdf of two pages": ("pdf", lambda layout: to_pdf(layout, pages=2)),
    "csv that calls itself text": ("txt", lambda layout: to_csv(layout).encode()),
}
"""Kinds of files, each with its ending and how the tests make it."""


def _end_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"


def leave_asal(dokumen: Dokumen) -> Json:
    """A document as JSON without the places it was read from, which differ between files."""
    return _leave(json.loads(iku.dumps(dokumen)))


def _leave(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _leave(item) for key, item in value.items() if key != "asal"}
    return [_leave(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", EVERY)
def test_same_document(name: str, kind: str, tmp_path: Path) -> None:
    """What the text of a page says, its files say."""
    layout = EVERY[name]
    ending, write = FORMATS[kind]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(write(layout))
    expected, bacaan = read_text(to_text(layout)), read(path)

    assert [leave_asal(item) for item in bacaan.dokumen] == [
        leave_asal(item) for item in expected.dokumen
    ]
    assert _count(bacaan) - {"IKU-B033"} == _count(expected)


def _count(bacaan: Bacaan) -> set[str]:
    return {item.kode for item in bacaan.temuan}


@pytest.mark.parametrize("name", EVERY)
def test_every_layout_says_something(name: str) -> None:
    """One document with indicators; nothing of it is unreadable."""
    bacaan = read_text(to_text(EVERY[name]))
    (dokumen,) = bacaan.dokumen

    assert list(dokumen.walk(Indikator))
    assert _count(bacaan).isdisjoint({"IKU-B001", "IKU-B002", "IKU-B012", "IKU-B013"})


class TestPlaces:
    """Each value knows the cell it was read from."""

    @pytest.mark.parametrize("kind", ["docx", "html"])
    def test_row_of_a_table(self, kind: str, tmp_path: Path) -> None:
        """Table, row and column, counted as a person counts them on the page."""
        layout = LAYOUTS["kulon-progo"]
        path = tmp_path / "a.bin"
        path.write_bytes(FORMATS[kind][1](layout))
        jagung = read(path).dokumen[0].find_indikator("S1.2")

        assert jagung.asal is not None
        assert jagung.asal.berkas == "a.bin"
        assert (jagung.asal.tabel, jagung.asal.baris, jagung.asal.kolom) == (1, 3, 3)
        assert jagung.asal.teks == "Produksi jagung"

    def test_record_of_a_sheet(self, tmp_path: Path) -> None:
        """Rows as the spreadsheet numbers them."""
        path = tmp_path / "a.csv"
        path.write_text(to_csv(LAYOUTS["kulon-progo"]), encoding="utf-8")
        jagung = read(path).dokumen[0].find_indikator("S1.2")

        assert jagung.asal is not None
        assert (jagung.asal.baris, jagung.asal.kolom) == (8, 3)

    def test_findings_in_the_order_of_the_page(self, tmp_path: Path) -> None:
        """Lines and tables, though each table counts its own rows."""
        page = "<p>satu.</p><table><tr><td>a<img></td><td>b</td></tr></table><p>dua.</p>"
        path = tmp_path / "a.html"
        path.write_text(page, encoding="utf-8")

        assert [
            (item.kode, item.asal and item.asal.tabel, item.asal and item.asal.teks)
            for item in read(path).temuan[1:]
        ] == [
            ("IKU-B022", None, "satu."),
            ("IKU-B081", 1, "a"),
        ]


class TestKinds:
    """The kind of a file is what it holds, whatever it is called."""

    @pytest.mark.parametrize(
        ("data", "code", "words"),
        [
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unknown-file-kind", "2007"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                "encrypted-file",
                "password",
            ),
            (b"{\\rtf1 a}", "unknown-file-kind", "RTF"),
            (b"<?xml version='1.0'?><Workbook/>", "unknown-file-kind", "XML"),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related", "unknown-file-kind", "web"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown-file-kind", "no text"),
            (b"GIF89a\0\0\0", "unknown-file-kind", "no text"),
            (b"S\0a\0s\0", "unknown-file-kind", "no text"),
        ],
    )
    def test_refused(self, data: bytes, code: str, words: str) -> None:
        """What cannot be read is named."""
        with pytest.raises(IkuError) as caught:
            tuple(split_file(data, ending=".docx", locale="id", limits=DEFAULT))

        assert caught.value.code == code
        assert words in str(caught.value)

    @pytest.mark.parametrize(
        ("extra", "library", "data"),
        [
            ("docx", "lxml", pack({"word/document.xml": ""})),
            ("xlsx", "openpyxl", pack({"xl/workbook.xml": ""})),
            ("pdf", "pdfplumber", b"\n%PDF-1.7"),
        ],
    )
    def test_missing_extra(
        self, extra: str, library: str, data: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The refusal says what to type."""
        front = f"iku.reading.formats.{extra}"
        for name in [name for name in sys.modules if name.startswith((f"{front}.", library))]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(IkuError) as caught:
            split_file(data, ending="", locale="id", limits=DEFAULT)

        assert caught.value.code == "missing-extra"
        assert caught.value.repair == f"pip install 'iku[{extra}]'"

    def test_empty(self) -> None:
        """A file of nothing is text that says nothing."""
        assert tuple(split_file(b"", ending=".docx", locale="id", limits=DEFAULT)) == ()

    def test_prose_with_commas(self) -> None:
        """Text with commas is no table of commas."""
        text = "Sasaran, indikator itu penting.\nSatuan, juga.\n"
        (part,) = split_file(text.encode(), ending=".txt", locale="id", limits=DEFAULT)

        assert [cell.text for cell in getattr(part, "lines", ())] == text.splitlines()


PIECES: Final = (
    *("<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<th colspan=3>", "</td>", "</tr>"),
    *("<p>", "</p>", "<br>", "<sup>", "</sup>", "<pre>", "</pre>", "<b hidden>", "</b>", "<img>"),
    *("<script>", "</script>", "<!--", "-->", "<![x[", "]]>", "<?y>", "&amp;", "&#xZZ;", "<a b='"),
    *("Sasaran", "Indikator", "1,5", ";", ",", "\t", "\n", "\r", '"', '""', "|", "sep=;\n", "\0"),
)


class TestAnything:
    """Whatever a file holds, it is read or refused."""

    @given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40))
    def test_text_and_pages(self, pieces: list[str]) -> None:
        """Never anything but an error of the library."""
        for data, ending in (
            (f"<html>{''.join(pieces)}".encode(errors="replace"), ".html"),
            ("".join(pieces).encode(errors="replace"), ".csv"),
            ("".join(pieces).encode("utf-16", errors="replace"), ".txt"),
        ):
            _try(data, ending)

    @given(st.binary(max_size=60), st.integers(0, 2_000))
    def test_changed_bytes(self, junk: bytes, place: int) -> None:
        """A Word file of which some bytes were changed."""
        data = to_docx(LAYOUTS["sidoarjo"])
        place %= len(data)
        _try(data[:place] + junk + data[place + len(junk) :], ".docx")


def _try(data: bytes, ending: str) -> None:
    with contextlib.suppress(IkuError):
        read_parts(split_file(data, ending=ending, locale="id", limits=DEFAULT))


class TestLimits:
    """Limits are values that a caller may change."""

    @pytest.mark.parametrize("field", attrs.fields(Limits), ids=lambda field: field.name)
    def test_the_page_lists_it(self, field: attrs.Attribute[int]) -> None:
        """Default, ceiling and what it counts, as they are."""
        row = re.search(
            rf"^\| `{field.name}` \| ([0-9 ]+) \| ([0-9 ]+) \| [^|]+ \|$",
            PAGE.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        assert row is not None
        default, ceiling = (int(cell.replace(" ", "")) for cell in row.groups())

        assert field.default == default
        assert getattr(Limits(**{field.name: ceiling}), field.name) == ceiling
        with pytest.raises(IkuError) as caught:
            Limits(**{field.name: ceiling + 1})
        assert (caught.value.code, caught.value.path) == ("bad-limit", f"$.{field.name}")

    def test_chosen_by_the_caller(self, tmp_path: Path) -> None:
        """For a file of any kind."""
        path = tmp_path / "a.docx"
        path.write_bytes(to_docx(LAYOUTS["sidoarjo"]))
        with pytest.raises(IkuError) as caught:
            read(path, limits=Limits(members=3))

        assert caught.value.code == "too-many-members"
