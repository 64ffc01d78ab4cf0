"""Workbooks and PDF files as tests write them by hand, to say what no library would write."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED

from tests.reading.formats.packing import pack

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def pack_xlsx(
    *sheets: str,
    strings: str | None = None,
    styles: str | None = None,
    workbook: str = "",
    states: Sequence[str] = (),
    method: int = ZIP_DEFLATED,
) -> bytes:
    """Make a workbook of the XML of its sheets, strings and styles."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="Lembar {number}" sheetId="{number}" r:id="r{number}" {state}/>'
        for number, state in zip(numbers, (*states, *[""] * len(sheets)), strict=False)
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    shared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}sharedStrings+xml"/>'
    return pack(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}sheet.main+xml"/>'
            f"{shared if strings is not None else ''}</Types>",
            "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_OFFICE}">{workbook}'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{links}</Relationships>",
            **{
                f"xl/worksheets/sheet{number}.xml": f"<worksheet {MAIN}>{sheet}</worksheet>"
                for number, sheet in zip(numbers, sheets, strict=True)
            },
            **(
                {"xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>"}
                if strings is not None
                else {}
            ),
            **({"xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>"} if styles else {}),
        },
        method=method,
    )


def rows(*texts: Sequence[str]) -> str:
    """Rows of a sheet, of cells of text or XML of their own; blank texts make no cell."""
    return f"<sheetData>{''.join(map(_row, range(1, len(texts) + 1), texts))}</sheetData>"


def _row(number: int, texts: Sequence[str]) -> str:
    cells = "".join(
        text
        if text.startswith("<")
        else f'<c r="{chr(65 + column)}{number}" t="str"><v>{text}</v></c>'
        for column, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


TEXT: Final = b"BT /F 10 Tf 72 700 Td (Halo) Tj ET"
"""What draws a word."""
FONT: Final = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_FONTS: Final = b"<</Font<</F 5 0 R>>>>"


def pack_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Make a PDF of its objects, the first of which is its root."""
    data = b"%PDF-1.5\n"
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    directory = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(data))
    return data + directory + end


def stream(data: bytes, attributes: bytes = b"") -> bytes:
    """Make a stream of a PDF."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), attributes, data)


def deflate(data: bytes, attributes: bytes = b"") -> bytes:
    """Make a packed stream of a PDF."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + attributes)


def pack_page(
    content: bytes, font: bytes = FONT, *more: bytes, resources: bytes = _FONTS, page: bytes = b""
) -> bytes:
    """Make a PDF of one page: object 4 draws it, object 5 is its font, others follow."""
    return pack_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources%b/Contents 4 0 R%b>>"
            % (resources, page),
            content,
            font,
            *more,
        ]
    )


def pack_font(
    widths: bytes = b"", letters: bytes | None = None
) -> tuple[bytes, bytes, bytes, bytes]:
    """Make the objects 5 to 8 of a font of codes of two bytes, and a map of their letters."""
    to_unicode = b"/ToUnicode 7 0 R" if letters is not None else b""
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    descriptor = b"/FontName/X/Flags 4/FontBBox[0 0 1 1]/Ascent 800/Descent -200"
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]%b>>"
        % to_unicode,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X%b/FontDescriptor 8 0 R%b>>"
        % (system, widths),
        deflate(letters or b""),
        b"<</Type/FontDescriptor%b/FontFile2 7 0 R>>" % descriptor,
    )
