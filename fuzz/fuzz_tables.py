"""
Fuzz the reading of tables, guided by coverage.

A grid of cells and lines, made of words that headers and rows are made of, is
written as a file and read: what comes out is documents and findings with known
codes and places, or it is refused with a code. Each formulasi keeps its
sentence. Of one input in eight, chosen by what it holds, the documents survive
their JSON, and of another one in eight the review sheet is drawn: they cost more
than the reading.

    .venv/bin/pip install -q -e . --group fuzz
    .venv/bin/python fuzz/fuzz_tables.py light -runs=1000000 -max_len=48
    .venv/bin/python fuzz/fuzz_tables.py office -runs=50000 -max_len=48

`light` writes text, CSV and HTML; `office` Word, Excel and PDF, whose readers
are slower. Whatever follows goes to libFuzzer; a finding is written to a file
that can be given back in the place of the options.
"""

from __future__ import annotations

import sys
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile
from zlib import crc32

import atheris

with atheris.instrument_imports(
    include=[
        "iku.reading.documents", "iku.reading.files", "iku.reading.findings",
        "iku.reading.formats", "iku.reading.formulas", "iku.reading.sections",
        "iku.reading.tables",
    ]
):  # fmt: skip
    from iku.codec import dumps, loads
    from iku.errors import CODES, IkuError
    from iku.reading.files import read_parts
    from iku.reading.formats import split_file
    from iku.reading.limits import DEFAULT
    from iku.reading.rules import RULES
    from iku.rendering import render_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.reading import Bacaan

WORDS: Final = (
    "\t", "\t", "\t", "\t", "\n", "\n", "\n\n", "No", "Tujuan", "Sasaran", "Strategis",
    "Indikator", "Indikator Tujuan", "Kinerja Utama", "Kode", "Satuan", "Penjelasan", "Alasan",
    "Formulasi", "Penanggung", "Jawab", "Sumber Data", "Polaritas", "Target", "Target Triwulan",
    "Target Renstra 2025", "Target PK 2025", "TAHUN KE-", "2024", "2025", "TW I", "Q2", "Y", "I",
    "II", "1", "2", "Realisasi", "Capaian", "Pagu", "Baseline 2023", "Kondisi Akhir", "IKU Kota",
    "Perangkat Daerah", "VISI: Maju", "MISI 1: Satu", "MISI 2: Dua", "Tujuan 1: T", "Sasaran: S",
    "Perspektif: P", "Catatan: x", "*)", "INDIKATOR KINERJA UTAMA", "PERJANJIAN KINERJA TAHUN 2024",
    "LAPORAN KINERJA", "OPD: Dinas", "SASARAN", "INDIKATOR SASARAN", "Persentase desa sehat",
    "desa sehat / jumlah desa x 100%", "A / B x 100%", "Hasil survei", "jumlah sekolah dan guru",
    "%", "orang", "Max", "5", "95.56", "1.007", "97,8 6%", "80 - 90", "90 - 80", "BB", "A (80)",
    "N/A", "-", "Rp1.000", "12 dari 20", "18*", "KEPALA DINAS", "PIHAK PERTAMA", "NAMA",
    "NIP. 197001011995011001", "UU No. 25 Tahun 1992", "S1", "S1.1", "x", "\u00ad", "\x01", "(1)",
    "^", "Tabel 2.1 ", "BAB II", "Walidata", "Rumus / Formula", "Sasaran Program", "Program",
    "Indikator Program", "Indikator Kegiatan", "DINAS KESEHATAN KOTA X", " DINAS", "TRIWULAN I",
    "TAHUN ANGGARAN 2024", "TARGET TRIWULAN", "Semula", "K", "Rp", "a. ", "b. ", "- ", "\u00a6",
    "sda", "DINAS KESEHATAN KOTA X", "6=5/4", "TARGET KINERJA PADA TAHUN KE-", "a",
)  # fmt: skip
"""A byte stands for one of these."""

HEADERS: Final = (
    "",
    "PK TAHUN 2024\n\nNo\tSasaran\tIndikator\tSatuan\tFormulasi\tTarget\tRealisasi\n",
    "Tujuan\tSasaran\tIndikator\tTarget Triwulan\t\tCapaian\n\t\t\tI\tII\t\n",
    "INDIKATOR KINERJA UTAMA\n\nSasaran\tIndikator\t2023\t2024\t2025\tPagu 2024\tBaseline\n",
    "SASARAN\n\nINDIKATOR SASARAN\n\n",
    "Perangkat Daerah\tKode\tIndikator\tTarget Renstra 2025\tTarget PK 2025\tTW I\n",
    "PK 2024\n\nSasaran\tSasaran Program\tIndikator\tTarget\tProgram\tIndikator Program\tRp\n",
)
"""The second byte chooses one, so that most texts are tables."""


BREAK: Final = "\u00a6"
"""A line break inside of a cell, where a file can hold one."""
MERGED: Final = "^"
"""A cell that holds it is merged with the one above, or below, where a file can say so."""
EVERY: Final = 8
"""One input of so many is written as JSON and read back, and another one is drawn."""
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
BOOK: Final = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/'
    'workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sheet.main+xml"/></Types>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}
COUNTED: Final = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
NUMBERING: Final = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def write_text(text: str) -> tuple[bytes, str]:
    """Write text with tabs."""
    return text.encode(), ".txt"


def write_csv(text: str) -> tuple[bytes, str]:
    """Write a CSV; what stands between quotation marks goes on on the next line."""
    cells = (line.split("\t") for line in text.replace('"', "").split("\n"))
    rows = (";".join(f'"{cell}"' if BREAK in cell else cell for cell in row) for row in cells)
    return "\n".join(rows).replace(BREAK, "\n").encode(), ".csv"


def write_html(text: str) -> tuple[bytes, str]:
    """Write each block of lines with tabs as a table."""
    page: list[str] = []
    for line in text.split("\n"):
        cells = escape(line).split("\t")
        if len(cells) > 1:
            cells = [cell.replace(BREAK, "<br>") for cell in cells]
            spans = ('<td rowspan="2">' if MERGED in cell else "<td>" for cell in cells)
            row = "".join(f"{span}{cell}" for span, cell in zip(spans, cells, strict=True))
            page.append(f"<tr>{row}" if page and page[-1].startswith("<t") else f"<table><tr>{row}")
        else:
            page.append(f"{'</table>' if page and page[-1].startswith('<t') else ''}<p>{line}")
    return f"<html>{''.join(page)}</table>".encode(), ".html"


def pack(members: dict[str, str]) -> bytes:
    """Make a ZIP archive."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return file.getvalue()


def write_docx(text: str) -> tuple[bytes, str]:
    """Write a Word file: a blank cell is numbered by Word, one that is merged goes on."""
    body: list[str] = []
    for line in text.replace("\x01", "").split("\n"):
        cells = escape(line).split("\t")
        made = [
            f"<w:tc><w:tcPr>{'<w:vMerge/>' if MERGED in cell else ''}</w:tcPr><w:p>"
            f"{'' if cell else COUNTED}"
            f"<w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"
            for cell in cells
        ]
        row = f"<w:tr>{''.join(made)}</w:tr>"
        if not cells[1:]:
            body.append(f"<w:p><w:r><w:t>{cells[0]}</w:t></w:r></w:p>")
        elif body and body[-1].endswith("</w:tbl>"):
            body[-1] = f"{body[-1].removesuffix('</w:tbl>')}{row}</w:tbl>"
        else:
            body.append(f"<w:tbl>{row}</w:tbl>")
    page = f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
    return pack({"word/document.xml": page, "word/numbering.xml": NUMBERING}), ".docx"


def write_xlsx(text: str) -> tuple[bytes, str]:
    """Write a workbook of one sheet."""
    rows: list[str] = []
    merged: list[str] = []
    for number, line in enumerate(text.replace("\x01", "").split("\n"), 1):
        made = ""
        for column, cell in enumerate(line.split("\t")[:26]):
            place = f"{chr(65 + column)}{number}"
            said = escape(cell).replace(BREAK, "&#10;")
            made += f'<c r="{place}" t="str"><v>{said}</v></c>' if cell else ""
            if MERGED in cell:
                merged.append(f'<mergeCell ref="{place}:{place[0]}{number + 1}"/>')
        rows.append(f'<row r="{number}">{made}</row>')
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>'
        f"<mergeCells>{''.join(merged)}</mergeCells></worksheet>"
    )
    return pack({**BOOK, "xl/worksheets/sheet1.xml": sheet}), ".xlsx"


def write_pdf(text: str) -> tuple[bytes, str]:
    """Write a PDF of one page without ruling lines, cells under one another."""
    shown = "".join(
        f"1 0 0 1 {30 + 90 * column} {800 - 12 * number} Tm ({cell}) Tj\n"
        for number, line in enumerate(text.split("\n"))
        for column, cell in enumerate(line.replace("(", "").replace(")", "").split("\t"))
        if cell
    )
    content = f"BT /F 8 Tf\n{shown}ET".encode("cp1252", "replace")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1200 842]/Contents 4 0 R/Resources<</Font<</F "
        + font + b">>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]  # fmt: skip
    data = b"%PDF-1.4\n"
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end, ".pdf"


LIGHT: Final = (write_text, write_csv, write_html)
SLOW: Final = (write_docx, write_xlsx, write_pdf)


def check(data: bytes, writers: tuple[Callable[[str], tuple[bytes, str]], ...]) -> None:
    """Read a file made of these words."""
    write = writers[data[0] % len(writers)] if data else writers[0]
    header = HEADERS[data[1] % len(HEADERS)] if data[1:] else ""
    text = header + "".join(WORDS[byte % len(WORDS)] for byte in data[2:])
    held, ending = write(text)
    try:
        parts = split_file(held, ending=ending, locale="id", limits=DEFAULT)
        bacaan = read_parts(parts, berkas="x")
    except IkuError as error:
        assert error.code in CODES, error.code
        return
    for temuan in bacaan.temuan:
        assert temuan.kode in RULES, temuan.kode
        assert temuan.asal is not None, text
    for read in bacaan.formulasi:
        assert read.pembacaan.bukti, text
    check_more(bacaan, crc32(data) % EVERY)


def check_more(bacaan: Bacaan, chance: int) -> None:
    """Of one input in so many, look at what comes out in other forms."""
    if chance == 0:
        for dokumen in bacaan.dokumen:
            assert loads(dumps(dokumen)) == dokumen, dokumen
    elif chance == 1:
        assert render_review(bacaan, format="markdown"), bacaan


TARGETS: Final = {"light": LIGHT, "office": SLOW}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(TARGETS)} [options of libFuzzer]")
    chosen = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda data: check(data, chosen))
    atheris.Fuzz()
