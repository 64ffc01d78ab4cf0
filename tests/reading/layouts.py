"""
The tables of real offices as layouts, and layouts as files.

A layout is written once, with its merged cells, and made into each kind of file
by the tests; whatever the kind, the same document must be read.
"""

from __future__ import annotations

import csv
from html import escape
from io import BytesIO, StringIO
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import docx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document


class Sel(NamedTuple):
    """Sel (cell): a text, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


class Layout(NamedTuple):
    """A page of a document: lines above a table, its rows, lines below."""

    title: tuple[str, ...]
    """Lines above; an empty one divides paragraphs."""
    header: tuple[tuple[Sel | str, ...], ...]
    """Rows of the header, covered cells left out as HTML leaves them out."""
    rows: tuple[tuple[Sel | str, ...], ...]
    """Rows below, likewise."""
    below: tuple[str, ...] = ()
    """Lines below."""

    @property
    def placed(self) -> list[list[Sel | None]]:
        """All rows with a place for each column; None where a merged cell covers it."""
        return _place((*self.header, *self.rows))

    @property
    def grid(self) -> list[list[str]]:
        """All rows as texts, blank where a merged cell covers."""
        return [[sel.text if sel else "" for sel in row] for row in self.placed]


def _place(rows: tuple[tuple[Sel | str, ...], ...]) -> list[list[Sel | None]]:
    placed: list[list[Sel | None]] = []
    covering: dict[int, int] = {}
    for row in rows:
        cells: Iterator[Sel] = (Sel(sel) if isinstance(sel, str) else sel for sel in row)
        line: list[Sel | None] = []
        while True:
            if covering.get(len(line), 0):
                covering[len(line)] -= 1
                line.append(None)
            elif sel := next(cells, None):
                for column in range(len(line), len(line) + sel.columns):
                    covering[column] = sel.rows - 1
                line += [sel, *[None] * (sel.columns - 1)]
            else:
                break
        placed.append(line)
    return placed


_IKU: Final = ("INDIKATOR KINERJA UTAMA", "DINAS PERTANIAN", "KABUPATEN ANYAR", "TAHUN 2019-2024")

LAYOUTS: Final[dict[str, Layout]] = {
    "seed": Layout(
        title=_IKU,
        header=(
            (
                Sel("No", 2),
                Sel("Sasaran", 2),
                Sel("Indikator Kinerja Utama", 2),
                Sel("Penjelasan", 1, 5),
            ),
            ("satuan", "Alasan", "Formulasi/Cara Pengukuran", "Penanggung jawab", "Sumber Data"),
        ),
        rows=(
            (
                Sel("1", 3),
                Sel("Meningkatnya kualitas koperasi dan UMKM", 3),
                Sel("Laju pertumbuhan koperasi dan UMKM", 2),
                "%",
                "Menurut PP 8 Tahun 2006",
                "Jumlah koperasi aktif / jumlah koperasi x 100%",
                "Bidang Koperasi",
                "Dinas Koperasi",
            ),
            ("%", "", "Jumlah UMKM baru / jumlah UMKM x 100%", "Bidang UMKM", "Dinas Koperasi"),
            ("Indeks kepuasan", "indeks", "", "Survei", "Sekretariat", "Survei kepuasan"),
            ("2", "Padi cukup", "Produksi padi", "ton", "", "Jumlah panen", "Bidang Padi", "BPS"),
        ),
        below=("Kepala Dinas Pertanian", "Contoh Nama", "NIP. 190001011925011001"),
    ),
    "seed-matrix": Layout(
        title=("MATRIKS INDIKATOR KINERJA UTAMA", "TAHUN 2019-2024", "", "VISI: Maju bersama"),
        header=(
            (
                Sel("Tujuan", 2),
                Sel("Indikator Tujuan", 2),
                Sel("Sasaran", 2),
                Sel("Indikator Sasaran", 2),
                Sel("Formulasi", 2),
                Sel("IKU Kota", 2),
                Sel("Target", 1, 3),
            ),
            ("2019", "2020", "2021"),
        ),
        rows=(
            (
                Sel("Ekonomi tumbuh", 2),
                Sel("Laju ekonomi", 2),
                Sel("Koperasi sehat", 2),
                "Persentase koperasi sehat",
                "sehat / seluruh x 100%",
                "Indeks Kota",
                "5",
                "15,5",
                "80 - 90%",
            ),
            ("Jumlah koperasi baru", "", "", "10", "", "12"),
            ("Birokrasi bersih", "Indeks", "Layanan baik", "Nilai SAKIP", "", "", "B", "BB", "A"),
        ),
    ),
    "jawa-tengah": Layout(
        title=_IKU,
        header=(
            (
                Sel("No", 2),
                Sel("Tujuan dan Sasaran Strategis", 2),
                Sel("Indikator Kinerja", 2),
                Sel("Penjelasan", 1, 5),
            ),
            (
                "Alasan Pemilihan Indikator",
                "Formulasi Pengukuran",
                "Tipe Penghitungan",
                "SKPD Penanggungjawab",
                "Sumber Data",
            ),
            tuple(f"({number})" for number in range(1, 9)),
        ),
        rows=(
            (
                Sel("1", 2),
                Sel("Aman dan tertib", 2),
                "Angka kriminalitas",
                "Menurut PP 8/2006",
                "Jumlah kejahatan\ndibagi jumlah penduduk",
                "Komulatif",
                "Kesbangpol",
                "Polda",
            ),
            ("Konflik selesai", "", "", "Non Komulatif", "Kesbangpol", ""),
        ),
    ),
    "kulon-progo": Layout(
        title=_IKU,
        header=(("No", "Sasaran", "IKU", "Satuan", "Penanggung Jawab", "Sumber Data"),),
        rows=(
            (
                Sel("1", 2),
                Sel("Padi cukup", 2),
                "Produksi padi",
                Sel("ton", 1),
                Sel("Dinas Pertanian", 1),
                "BPS",
            ),
            ("Produksi jagung", "ton", "Dinas Pertanian", ""),
            ("2", "Ikan cukup", "Produksi ikan", "ton", "Dinas Perikanan", "BPS"),
        ),
    ),
    "surakarta": Layout(
        title=_IKU,
        header=(
            (
                Sel("Sasaran Strategis", 2),
                Sel("Indikator", 2),
                Sel("Alasan Pemilihan Indikator", 2),
                Sel("Formulasi Pengukuran", 2),
                Sel("Definisi Operasional", 2),
                Sel("Tipe Penghitungan", 2),
                Sel("Positif/Negatif", 2),
                Sel("Sumber Data", 2),
                Sel("Penanggung Jawab", 2),
                Sel("Satuan", 2),
                Sel("TAHUN-1", 1, 2),
                Sel("TAHUN-2", 1, 2),
            ),
            ("Target", "Rp", "Target", "Rp"),
        ),
        rows=(
            (
                "Warga sehat",
                "Angka Harapan Hidup",
                "",
                "",
                "Rata-rata umur",
                "Non Kumulatif",
                "Positif",
                "BPS",
                "Dinas Kesehatan",
                "tahun",
                "77,29",
                "68.039.725.057",
                "77,33",
                "72.122.105.856",
            ),
            (
                "Harga tetap",
                "Laju Inflasi",
                "",
                "",
                "",
                "Non Kumulatif",
                "",
                "BPS",
                "Bagian Ekonomi",
                "%",
                "2,19",
                "1.000",
                "1,94",
                "2.000",
            ),
        ),
    ),
    "banten": Layout(
        title=("INDIKATOR KINERJA UTAMA PERANGKAT DAERAH",),
        header=(
            (
                "KODEFIKASI",
                "INDIKATOR",
                "SATUAN",
                "KETERANGAN",
                "BASELINE 2024",
                "2025",
                "2026",
                "DEFINISI",
                "SUMBER DATA",
                "FREKUENSI",
                "PRODUSEN DATA",
            ),
        ),
        rows=(
            (
                "1.01.2.22.0.00.02.0000 - Dinas Pendidikan",
                "Rata-rata Lama Sekolah",
                "Tahun",
                "Target",
                "9,55",
                "9,66",
                "11,12",
                "Rata-rata tahun sekolah",
                "BPS",
                "Tahunan",
                "BPS Banten",
            ),
        ),
    ),
    "sukabumi": Layout(
        title=("Tabel 8.1", "PENETAPAN INDIKATOR KINERJA UTAMA"),
        header=(
            (
                Sel("No", 2),
                Sel("Indikator", 2),
                Sel("Satuan", 2),
                Sel("Kondisi Kinerja Awal RPJMD (2017)", 2),
                Sel("Target", 1, 2),
                Sel("Kondisi Akhir (2023)", 2),
            ),
            ("2019", "2020"),
        ),
        rows=(
            ("1", "Jumlah jamaah", "orang", "8.785,00", "10542", "12.299", "7028"),
            ("2", "Indeks desa", "indeks", "0,61", "0,65", "0,70", "0,75"),
        ),
        below=("Catatan: angka sementara",),
    ),
    "sidoarjo": Layout(
        title=_IKU,
        header=(("No", "Indikator", "Satuan", "Definisi/Rumus"),),
        rows=(
            ("1", "Pertumbuhan ekonomi", "%", "(PDRB n - PDRB n-1) / PDRB n-1 x 100%"),
            ("2", "Indeks gini", "indeks", "Hasil survei"),
        ),
    ),
    "kemenkeu": Layout(
        title=("MANUAL IKU", "TAHUN 2024"),
        header=(
            (
                Sel("Perspektif", 2),
                Sel("SS", 2),
                Sel("Nama IKU", 2),
                Sel("Formula", 2),
                Sel("Polarisasi", 2),
                Sel("Konsolidasi Periode", 2),
                Sel("Target", 1, 7),
            ),
            ("Q1", "Q2", "Smt1", "Q3", "s.d.Q3", "Q4", "Y"),
        ),
        rows=(
            (
                Sel("Stakeholder", 2),
                Sel("Layanan prima", 2),
                "Indeks layanan",
                "Rata-rata nilai",
                "Maximize",
                "Take Last Known",
                "80",
                "81",
                "81",
                "82",
                "82",
                "83",
                "83",
            ),
            ("Lama layanan", "", "Minimize", "Average", "5", "5", "5", "4", "4", "4", "4"),
        ),
    ),
    "lampung": Layout(
        title=("MANUAL INDIKATOR KINERJA UTAMA",),
        header=(
            (
                "Perspektif",
                "SS",
                "Kode",
                "Nama IKU",
                "Baseline 2015",
                "Target 2016",
                "Target 2017",
                "Unit in Charge",
                "Jenis Cascading",
            ),
        ),
        rows=(
            (
                Sel("Stakeholder", 2),
                Sel("Layanan baik", 2),
                "SPb-1",
                "Indeks",
                "80",
                "85",
                "86",
                "Sekda",
                "CP",
            ),
            ("SPb-2", "Nilai", "N/A", "90", "91", "Sekda", "N"),
        ),
    ),
    "walidata": Layout(
        title=_IKU,
        header=(
            (
                "No",
                "Sasaran / Sasaran Strategis",
                "Indikator Kinerja/IKU",
                "Satuan/Unit",
                "Rumus / Formulasi Perhitungan",
                "Pengampu Data",
                "Walidata",
                "2024",
            ),
        ),
        rows=(
            (
                Sel("1", 2),
                Sel("Padi cukup", 2),
                "Produksi padi",
                "ton",
                "Jumlah panen",
                "Bidang Padi",
                "Diskominfo",
                "10",
            ),
            ("Produksi jagung", "ton", "Jumlah panen", "Bidang Palawija", "Diskominfo", "12"),
            ("2", "Ikan cukup", "Produksi ikan", "ton", "Jumlah tangkapan", "Bidang Ikan", "", "7"),
        ),
    ),
}
"""Column layouts of real offices with rows of our own, by the office."""


def to_text(layout: Layout) -> str:
    """Write a layout as Excel copies it: tabs between cells, quotation marks around lines."""
    table = (
        "\t".join(f'"{text}"' if "\n" in text else text for text in row) for row in layout.grid
    )
    return "\n".join([*layout.title, "", *table, "", *layout.below, ""])


def to_csv(layout: Layout, delimiter: str = ",") -> str:
    """Write a layout as a spreadsheet exports it."""
    file = StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([line] for line in (*layout.title, ""))
    writer.writerows(layout.grid)
    writer.writerows([line] for line in ("", *layout.below))
    return file.getvalue()


def to_html(layout: Layout, *, tag: str = "th") -> str:
    """Write a layout as a page shows it; `tag` is that of header cells."""
    head = "".join(_to_html_row(row, tag) for row in layout.header)
    body = "".join(_to_html_row(row, "td") for row in layout.rows)
    above = "".join(f"<p>{escape(line)}</p>\n" for line in layout.title)
    below = "".join(f"<p>{escape(line)}</p>\n" for line in layout.below)
    return (
        "<!doctype html>\n<html><head><title>x</title><style>p { color: red }</style></head>"
        f"<body>\n{above}<table>\n<thead>{head}</thead>\n<tbody>{body}</tbody>\n</table>\n"
        f"{below}</body></html>\n"
    )


def _to_html_row(row: tuple[Sel | str, ...], tag: str) -> str:
    cells = (Sel(sel) if isinstance(sel, str) else sel for sel in row)
    return f"<tr>{''.join(_to_html_cell(sel, tag) for sel in cells)}</tr>\n"


def _to_html_cell(sel: Sel, tag: str) -> str:
    text = escape(sel.text).replace("\n", "<br>")
    return f'<{tag} rowspan="{sel.rows}" colspan="{sel.columns}">{text}</{tag}>'


def to_docx(layout: Layout, *, pages: int = 1) -> bytes:
    """Write a layout as Word does, on several pages with the header repeated on each."""
    document = docx.Document()
    for line in layout.title:
        document.add_paragraph(line)
    header, rows = layout.placed[: len(layout.header)], iter(layout.placed[len(layout.header) :])
    size = -(-len(layout.rows) // pages)
    while part := list(islice(rows, size)):
        add_table(document, header + part)
    for line in layout.below:
        document.add_paragraph(line)
    return save_docx(document)


def add_table(document: Document, placed: list[list[Sel | None]]) -> None:
    """Add a table to a Word document, its merged cells merged as Word merges them."""
    table = document.add_table(rows=len(placed), cols=len(placed[0]))
    for number, row in enumerate(placed):
        for column, sel in enumerate(row):
            if sel is not None:
                cell = table.cell(number, column)
                if (sel.rows, sel.columns) != (1, 1):
                    # A page cuts through merged cells.
                    below = min(number + sel.rows, len(placed)) - 1
                    last = table.cell(below, column + sel.columns - 1)
                    cell = cell.merge(last)
                first, *more = sel.text.split("\n")
                cell.text = first
                for line in more:
                    cell.add_paragraph(line)


def save_docx(document: Document) -> bytes:
    """Give the bytes of a Word document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
