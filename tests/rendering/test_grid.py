"""From lines to a grid: which cells reach how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.domain import Dokumen, Indikator, JenisDokumen, Misi, Periode, Tujuan
from iku.glossary import match_kolom
from iku.rendering.columns import make_extra_columns, make_iku_columns, make_sort_key
from iku.rendering.grid import Cell, lay_out
from iku.rendering.labels import find_label
from iku.rendering.lines import collect_indikator_lines, collect_lines
from iku.rendering.tables import build_grid, build_head

if TYPE_CHECKING:
    from iku.rendering.grid import Row


def spans(row: Row) -> list[tuple[str, int, int]]:
    """Show the cells of a row with their reach."""
    return [(cell.text, cell.rowspan, cell.colspan) for cell in row]


class TestHead:
    """Headings reach right over the columns that share them and down where there are none."""

    def test_one_row(self) -> None:
        """Without outer headings there is one row."""
        assert [spans(row) for row in build_head([("a",), ("b",)])] == [[("a", 1, 1), ("b", 1, 1)]]

    def test_two_rows(self) -> None:
        """Neighbours share an outer heading, strangers do not."""
        head = build_head([("No",), ("P", "a"), ("P", "b"), ("T", "1"), ("Q",), ("T", "2")])

        assert [spans(row) for row in head] == [
            [("No", 2, 1), ("P", 1, 2), ("T", 1, 1), ("Q", 2, 1), ("T", 1, 1)],
            [("a", 1, 1), ("b", 1, 1), ("1", 1, 1), ("2", 1, 1)],
        ]


class TestBody:
    """A cell reaches down over the lines of its noun."""

    def test_sasaran_over_indikator_over_penjelasan(self, tabel_iku: Dokumen) -> None:
        """The first objective has three lines, its first indicator two of them."""
        lines = collect_lines(tabel_iku)
        grid = build_grid(lines, make_iku_columns(lines, "id", extra=True))

        assert [[cell.rowspan for cell in row] for row in grid.body] == [
            [3, 3, 2, 1, 1, 1, 1, 1],
            [1, 1, 1, 1, 1],
            [1, 1, 1, 1, 1, 1],
            [1, 1, 1, 1, 1, 1, 1, 1],
        ]

    def test_every_place_is_covered_once(self, tabel_iku: Dokumen) -> None:
        """The cells of a table fill it."""
        lines = collect_lines(tabel_iku)
        grid = build_grid(lines, make_iku_columns(lines, "id", extra=True))
        places = lay_out(grid.body, grid.width)
        areas = {
            (slot.row, slot.column): slot.cell.rowspan * slot.cell.colspan
            for row in places
            for slot in row
        }

        assert sum(areas.values()) == len(lines) * grid.width

    def test_lay_out_of_a_cell_that_reaches_both_ways(self) -> None:
        """What it covers is left free by the row below."""
        rows = ((Cell(text="a"), Cell(text="b", rowspan=2, colspan=2)), (Cell(text="c"),))
        places = lay_out(rows, 3)

        assert [[slot.cell.text for slot in row] for row in places] == [
            ["a", "b", "b"],
            ["c", "b", "b"],
        ]
        assert places[0][1] is places[1][2]


class TestLines:
    """One line for each Penjelasan, and none is lost."""

    def test_indicators_under_every_kind_of_noun(self) -> None:
        """Also those of a mission, of a goal and of the document itself."""

        def make(kode: str) -> tuple[Indikator]:
            return (Indikator(kode=kode, nama=kode.upper()),)

        dokumen = Dokumen(
            jenis=JenisDokumen.RPJMD,
            judul="RPJMD",
            misi=(Misi(kode="M1", uraian="Satu", indikator=make("a")), Misi(kode="M2", uraian="B")),
            tujuan=(
                Tujuan(kode="T1", uraian="Dua", indikator=make("b")),
                Tujuan(kode="T2", uraian="Tiga"),
            ),
            indikator=make("c"),
        )
        lines = collect_lines(dokumen)
        columns = make_iku_columns(lines, "id", extra=False)

        assert [tuple(column.write(line) for column in columns[:3]) for line in lines] == [
            ("1", "Misi: Satu", "A"),
            ("2", "Tujuan: Dua", "B"),
            ("3", "Tujuan: Tiga", ""),
            ("4", "", "C"),
        ]
        assert [line.place for line in lines] == [
            (1, 1, 1, 1),
            (2, 2, 2, 2),
            (3, 3, 3, 3),
            (4, 4, 4, 4),
        ]

    def test_an_empty_document_has_no_line(self) -> None:
        """The table is its heading then."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="IKU")

        assert collect_lines(dokumen) == ()


class TestExtraColumns:
    """Columns of other layouts appear when an indicator fills them."""

    def test_none_for_a_bare_indicator(self) -> None:
        """An official table has no empty column more than it must."""
        lines = collect_indikator_lines(Indikator(kode="I1", nama="Indeks"))

        assert make_extra_columns(lines, "id") == ()

    def test_all_for_a_full_one(self, penuh: Indikator) -> None:
        """In the order of the layouts: description, state, targets, results."""
        lines = collect_indikator_lines(penuh)

        assert [
            (column.label, column.write(lines[0])) for column in make_extra_columns(lines, "id")
        ] == [
            (("Polaritas",), "Positif"),
            (("Tipe Penghitungan",), "Non Kumulatif"),
            (("Definisi Operasional",), "Rata-rata lama hidup"),
            (("Keterangan",), "Target"),
            (("Frekuensi",), "Tahunan"),
            (("Produsen Data",), "BPS"),
            (("Kondisi Awal",), "76,5 (2018)"),
            (("Target", "2019"), "77 – 77,29"),
            (("Target", "Tahun ke-2 (Renstra)"), "78"),
            (("Kondisi Akhir",), "77,43"),
            (("Realisasi", "2019"), "77,12"),
        ]

    def test_a_line_without_indicator_stays_empty(self, penuh: Indikator) -> None:
        """Columns are made for some indicator, and each line is asked."""
        dokumen = Dokumen(
            jenis=JenisDokumen.RENSTRA,
            judul="Renstra",
            tujuan=(Tujuan(kode="T1", uraian="Satu"),),
            indikator=(penuh,),
        )
        lines = collect_lines(dokumen)

        assert {column.write(lines[0]) for column in make_extra_columns(lines, "id")} == {""}

    def test_periods_stand_in_the_order_of_time(self) -> None:
        """A year stands before its parts; years of a plan are last, sources alphabetical."""
        keys = [
            (Periode.tahun_ke(10), None),
            (Periode.tahun_ke(2), None),
            (Periode.tahunan(2020), "Renstra"),
            (Periode.tahunan(2020), "PK"),
            (Periode.triwulan_ke(2020, 3, sampai_dengan=True), None),
            (Periode.triwulan_ke(2020, 3), None),
            (Periode.triwulan_ke(2020, 1), None),
            (Periode.semester_ke(2020, 2), None),
            (Periode.semester_ke(2020, 1), None),
            (Periode.rentang(2020, 2024), None),
            (Periode.tahunan(2021), None),
            (Periode.tahunan(2019), None),
        ]

        assert [(str(periode), sumber) for periode, sumber in sorted(keys, key=make_sort_key)] == [
            ("2019", None),
            ("2020/2024", None),
            ("2020", "PK"),
            ("2020", "Renstra"),
            ("2020-S1", None),
            ("2020-TW1", None),
            ("2020-S2", None),
            ("2020-TW3", None),
            ("2020-sd-TW3", None),
            ("2021", None),
            ("TAHUN-2", None),
            ("TAHUN-10", None),
        ]


class TestHeadings:
    """Our headings are words of the glossary, so that our tables can be read again."""

    @pytest.mark.parametrize(
        "key",
        [
            "nomor", "sasaran", "tujuan", "indikator", "indikator_tujuan", "indikator_sasaran",
            "penjelasan", "satuan", "alasan", "formulasi", "penanggung_jawab", "sumber_data",
            "iku_kota", "target", "realisasi", "polaritas", "tipe_penghitungan",
            "definisi_operasional", "keterangan", "frekuensi", "produsen_data", "baseline",
            "kondisi_akhir",
        ],
    )  # fmt: skip
    def test_a_reader_knows_it(self, key: str) -> None:
        """The heading of a column names the noun that the column holds."""
        assert match_kolom(find_label(key)) == key
