"""Damaged PDF files and those beyond limits: one refusal each, or a page that is left out."""

from __future__ import annotations

import zlib
from base64 import a85encode
from typing import TYPE_CHECKING, Final

import pytest

from iku.errors import ReadingError
from iku.reading.formats.pdf import read_parts
from iku.reading.formats.pdf.meter import Meter
from iku.reading.grid import Note
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.office import to_pdf
from tests.reading.formats.rawoffice import (
    TEXT,
    deflate,
    pack_font,
    pack_page,
    pack_pdf,
    stream,
)
from tests.reading.layouts import LAYOUTS

if TYPE_CHECKING:
    from iku.reading.grid import Part

ROOT: Final = b"<</Type/Catalog/Pages 2 0 R>>"
CODES: Final = b"BT /F 10 Tf 72 700 Td <00410042> Tj ET"
"""What draws the codes 65 and 66."""


def _read(data: bytes, limits: Limits = DEFAULT) -> tuple[list[str], list[str]]:
    """Give the texts of a PDF, and the codes of what was noted."""
    parts: list[Part | Note] = list(read_parts(data, limits=limits))
    notes = [part.kode for part in parts if isinstance(part, Note)]
    lines = [line for part in parts for line in getattr(part, "lines", ())]
    return [line.text for line in lines], notes


def _refuse(data: bytes, limits: Limits = DEFAULT) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        _read(data, limits)
    return caught.value


def _predict(data: bytes, columns: int) -> bytes:
    """Store rows as they are, each with the sign that says so."""
    padded = data.ljust(-(-len(data) // columns) * columns)
    rows = (padded[start : start + columns] for start in range(0, len(padded), columns))
    return b"".join(b"\0" + row for row in rows)


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Resources<<>>>>"
    return pack_pdf([ROOT, b"<</Type/Pages/Kids[%b]/Count 1>>" % kids, *[page] * count])


class TestLimits:
    """Each limit is named."""

    @pytest.mark.parametrize(
        ("data", "limits", "code", "limit"),
        [
            (_pages(3), Limits(pages=2), "too-many-pages", "pages"),
            (pack_page(stream(TEXT)), Limits(objects=3), "too-many-objects", "objects"),
            (pack_page(stream(TEXT)), Limits(nodes=90), "too-many-nodes", "nodes"),
            (pack_page(deflate(b" " * 999)), Limits(unpacked=998), "too-large", "unpacked"),
            (pack_page(stream(TEXT)), Limits(cell=3), "text-too-long", "cell"),
            (to_pdf(LAYOUTS["sidoarjo"]), Limits(cells=11), "too-many-cells", "cells"),
            (to_pdf(LAYOUTS["sidoarjo"], pages=2), Limits(cells=14), "too-many-cells", "cells"),
            (to_pdf(LAYOUTS["sidoarjo"]), Limits(lines=3), "too-many-lines", "lines"),
        ],
    )
    def test_refused(self, data: bytes, limits: Limits, code: str, limit: str) -> None:
        """Counted while reading."""
        error = _refuse(data, limits)

        assert error.code == code
        assert f"(limit: {limit})" in error.expected

    def test_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The clock is looked at throughout; what was refused once stays refused."""
        clock = iter([0.0, 59.0, 61.0])
        monkeypatch.setattr("iku.reading.formats.pdf.meter.monotonic", lambda: next(clock))
        meter = Meter(DEFAULT)
        meter.check()
        for _ in range(2):
            with pytest.raises(ReadingError) as caught:
                meter.count_line()

            assert (caught.value.code, caught.value.expected) == (
                "too-slow", "at most 60 seconds (limit: seconds)",
            )  # fmt: skip

    @pytest.mark.parametrize(
        "content",
        [
            b"BT /F 10 Tf (" + b"a" * 101 + b") Tj ET",
            b"0 0 m 9 9 l S\n" * 101,
            b"q Q\n" * 300,
            b"%" + b"a" * 2600,
            b"[" * 501,
        ],
    )
    def test_large_pages(self, content: bytes) -> None:
        """A page that draws too much is left out, the others are read."""
        page = (
            b"<</Type/Page/MediaBox[0 0 600 800]/Resources<</Font<</F 7 0 R>>>>/Contents %d 0 R>>"
        )
        font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        kids = b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>"
        data = pack_pdf([ROOT, kids, page % 5, page % 6, stream(content), stream(TEXT), font])

        assert _read(data, Limits(page_objects=100)) == (["Halo"], ["IKU-B056"])

    def test_forms_in_forms(self) -> None:
        """Pieces that run each other ten times each, ten deep."""
        forms = [
            stream(
                b"/A Do " * 10,
                b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</A %d 0 R>>>>"
                % (number + 1),
            )
            for number in range(5, 15)
        ]
        data = pack_page(stream(b"/A Do"), *forms, resources=b"<</XObject<</A 5 0 R>>>>")

        assert _read(data) == ([], ["IKU-B056"])

    @pytest.mark.parametrize(
        "step", [pytest.param(1.0, id="pairs of lines"), pytest.param(9.0, id="points")]
    )
    def test_rulings(self, step: float) -> None:
        """Lines that cross at too many points."""
        places = [step * 4 * number for number in range(1, int(600 / step / 4))]
        content = b"".join(
            b"%.2f 0 m %.2f 800 l S 0 %.2f m 600 %.2f l S\n" % (place, place, place, place)
            for place in places
        )
        data = pack_page(deflate(content + TEXT))
        limits = Limits(cells=50)

        assert _refuse(data, limits).code == "too-many-cells"

    def test_many_short_lines(self) -> None:
        """Lines that could cross each other, though they do not."""
        content = b"".join(
            b"%d %d m %d %d l S %d %d m %d %d l S\n" % (x, y, x + 4, y, x + 8, y, x + 8, y + 4)
            for x in range(0, 590, 20)
            for y in range(0, 790, 40)
        )

        assert _refuse(pack_page(deflate(content + TEXT))).code == "too-many-cells"


class TestFonts:
    """Only what says which letter a code is, and only while it is small."""

    MAP: Final = b"begincmap 1 beginbfrange <0041> <0042> <0061> endbfrange endcmap"

    @pytest.mark.parametrize(
        ("letters", "text"),
        [
            (MAP, "ab"),
            (b"begincmap 1 beginbfrange <0041> <0042> [<0078><0079>] endbfrange endcmap", "xy"),
            (b"begincmap 2 beginbfchar <0041> <0061> <0042> <0062> endbfchar endcmap", "ab"),
            (b"begincmap beginbfrange <00000000> <ffffffff> <0061> endbfrange endcmap", None),
            (b"begincmap beginbfrange (\\000A) (\\377\\377) <0061> endbfrange endcmap", None),
            (b"begincmap <0041> <ffff> <0061> endbfrange endcmap", None),
            (b"begincmap beginbfrange <004> <0042> <0061> endbfrange endcmap", None),
            (b"begincmap begincidrange <0041> <0042> 97 endcidrange endcmap", None),
            (MAP + b" " * 300_000, None),
        ],
    )
    def test_letters(self, letters: bytes, text: str | None) -> None:
        """Maps that claim endless codes, or that say so in other ways, are left aside."""
        read = _read(pack_page(stream(CODES), *pack_font(letters=letters)))

        assert read == (([text], []) if text else ([], ["IKU-B054"]))

    @pytest.mark.parametrize(
        ("widths", "gap"),
        [
            (b"/W[65[1000 1000]]", False),
            (b"/W[65 66 1000]", False),
            (b"/W[65 66 3000]", True),
            (b"/W[0 999999999 3000]", False),
            (b"/W[0(a)3000]", False),
            (b"/W 3", False),
            (b"/W2[0 999999999 1 1 1]", False),
        ],
    )
    def test_widths(self, widths: bytes, gap: bool) -> None:
        """Widths of more codes than there are are left aside."""
        (text,), _ = _read(pack_page(stream(CODES), *pack_font(widths, self.MAP)))

        assert text == ("a b" if gap and " " in text else "ab")

    def test_encoding(self) -> None:
        """An encoding that is a map of its own is one like the others."""
        font = pack_font(letters=self.MAP)
        endless = b"begincmap begincidrange <0000> <ffffffff> 0 endcidrange endcmap"
        typed = font[0].replace(b"/Identity-H", b" 9 0 R")
        data = pack_page(stream(CODES), typed, *font[1:], deflate(endless))

        assert _read(data)[0] in ([], ["ab"])


class TestStreams:
    """Streams are measured before they are unpacked."""

    @pytest.mark.parametrize(
        ("content", "texts"),
        [
            (deflate(TEXT), ["Halo"]),
            (deflate(TEXT, b"/DecodeParms<</Predictor 1>>"), ["Halo"]),
            (deflate(TEXT, b"/DecodeParms<</Colors 1>>"), ["Halo"]),
            (stream(TEXT.hex().encode() + b">", b"/Filter/ASCIIHexDecode"), ["Halo"]),
            (stream(b"\x21" + TEXT + b"\x80", b"/Filter/RunLengthDecode"), ["Halo"]),
            (stream(a85encode(TEXT) + b"~>", b"/Filter/ASCII85Decode"), ["Halo"]),
            (stream(b"not packed", b"/Filter/FlateDecode"), []),
            (stream(TEXT, b"/Filter/Unknown"), None),
            (stream(TEXT, b"/Filter/LZWDecode"), None),
            (
                stream(
                    zlib.compress(b"%" + b" " * 9_000 + b"\n" + TEXT)[:-4], b"/Filter/FlateDecode"
                ),
                ["Halo"],
            ),
            (deflate(_predict(TEXT, 9), b"/DecodeParms<</Predictor 15/Columns 9>>"), ["Halo"]),
            (deflate(b"\x42" + bytes(8), b"/DecodeParms<</Predictor 2/Columns 9>>"), []),
            (deflate(b" " * 2_000_000, b"/DecodeParms<</Predictor 15/Columns 9>>"), None),
            (deflate(TEXT, b"/DecodeParms<</Predictor 15/Columns 2000000000>>"), None),
            (deflate(TEXT, b"/DecodeParms<</Predictor 15/Columns(a)>>"), None),
        ],
    )
    def test_filters(self, content: bytes, texts: list[str] | None) -> None:
        """The ways in which text is packed; others are refused."""
        data = pack_page(content)
        if texts is None:
            assert _refuse(data).code == "bad-file"
        else:
            assert _read(data) == (texts, [])

    def test_bombs(self) -> None:
        """Small streams that unpack to much, in one step or two, or by runs."""
        limits = Limits(unpacked=1_000_000)
        once = deflate(b" " * 2_000_000)
        twice = stream(
            zlib.compress(zlib.compress(b" " * 2_000_000)), b"/Filter[/FlateDecode/FlateDecode]"
        )
        runs = stream(b"\x81a" * 9_000, b"/Filter/RunLengthDecode")
        for content in (once, twice, runs):
            assert _refuse(pack_page(content), limits).code == "too-large"

    def test_table_of_objects(self) -> None:
        """Objects packed together are read one by one; there may not be too many."""
        table = deflate(b"4 0 " + b" " * 2_000_000, b"/Type/ObjStm/N 1/First 4")

        assert _refuse(pack_page(table)).code == "bad-file"


class TestDamaged:
    """No error of another library comes through."""

    @pytest.mark.parametrize(
        "data",
        [
            b"%PDF-1.5",
            b"%PDF-1.5\n" + bytes(range(256)) * 100,
            pack_page(stream(TEXT))[:200],
            (
                b"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\n"
                b"startxref\n9\n%%EOF"
            ),
            pack_pdf(
                [ROOT]
                + [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % n for n in range(3, 3000)]
                + [b"<</Type/Page>>"]
            ),
        ],
    )
    def test_bad_file(self, data: bytes) -> None:
        """One refusal, with a way out."""
        error = _refuse(data)

        assert error.code == "bad-file"
        assert "print it into a new PDF" in error.repair

    def test_references_in_a_circle(self) -> None:
        """They are not followed for ever."""
        data = pack_pdf([ROOT, b"<</Type/Pages/Kids 3 0 R/Count 1>>", b"4 0 R", b"3 0 R"])

        assert _refuse(data, Limits(nodes=10_000)).code == "too-many-nodes"

    def test_mended(self) -> None:
        """A file whose directory is lost is read from its objects."""
        data = pack_page(stream(TEXT)).replace(b"startxref\n", b"startxref\n9")

        assert _read(data) == (["Halo"], [])

    @pytest.mark.parametrize(
        "content",
        [
            b"1e308 0 0 1e308 0 0 cm 0 0 m 1e308 1e308 l S " + TEXT,
            b"0 0 m h S 0 0 m n l S 5 5 l 9 9 l S m S " + TEXT,
            b"0 0 m 1 1 2 2 3 3 c 4 4 l S 0 0 m 1 1 2 2 3 3 c S 0 0 0 0 re f " + TEXT,
            b"0 0 5 5 re 5 5 9 9 re n 9 0 m 20 0 l 30 30 m 30 90 l S " + TEXT,
        ],
    )
    def test_odd_drawings(self, content: bytes) -> None:
        """Drawings that are no lines do not matter."""
        assert "Halo" in _read(pack_page(stream(content)))[0]
