"""A document as rows, and rows as a document: nothing is lost between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings

from iku.angka import Angka
from iku.domain import (
    Asal,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kondisi,
    Pagu,
    Periode,
    Realisasi,
    Sasaran,
    Tambahan,
    Target,
    Variabel,
)
from iku.errors import DomainError, IkuError
from iku.frames import from_dokumen, to_dokumen
from iku.testing import strategies
from tests.frames.engines import count_examples

if TYPE_CHECKING:
    from collections.abc import Callable

_CONNECTION: Final = duckdb.connect()
TAKERS: Final[dict[str, Callable[[list[dict[str, Any]]], Any]]] = {
    "rows": lambda rows: rows,
    "polars": lambda rows: pl.DataFrame(rows, infer_schema_length=None),
    "polars, lazy": lambda rows: pl.LazyFrame(rows, infer_schema_length=None),
    "pandas": pd.DataFrame,
    "pyarrow": pa.Table.from_pylist,
    "DuckDB": lambda rows: _CONNECTION.from_arrow(pa.Table.from_pylist(rows)),
}
"""How each library takes rows."""


def leave_out_figures(dokumen: Dokumen) -> Dokumen:
    """Make the document without all that rows say."""
    for indikator in dokumen.walk(Indikator):
        dokumen = dokumen.replace(
            indikator.kode, target=(), realisasi=(), pagu=(), baseline=None, kondisi_akhir=None
        )
    return attrs.evolve(dokumen, data=())


class TestRoundTrip:
    """Rows put back where they come from change nothing."""

    @settings(max_examples=count_examples(40))
    @given(dokumen=strategies.dokumen())
    def test_into_the_document_itself(self, dokumen: Dokumen) -> None:
        """Through every library, provenance and extensions included."""
        rows = from_dokumen(dokumen)
        for take in TAKERS.values() if rows else ():
            assert to_dokumen(take(rows), dokumen) == dokumen
        assert to_dokumen(rows, dokumen) == dokumen

    @settings(max_examples=count_examples(40))
    @given(dokumen=strategies.dokumen())
    def test_into_one_without_figures(self, dokumen: Dokumen) -> None:
        """All figures come back, in their order."""
        rows = from_dokumen(dokumen)

        assert from_dokumen(to_dokumen(rows, leave_out_figures(dokumen))) == rows


def make(indikator: Indikator) -> Dokumen:
    """Make a document of one indicator below a Sasaran."""
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU",
        sasaran=(Sasaran(kode="S1", uraian="Baik", indikator=(indikator,)),),
        variabel=(Variabel(kode="A", nama="A"),),
    )


INDEKS: Final = Indikator(kode="S1.1", nama="Indeks")


def row(jenis: str, teks: object, periode: str | None = "2023", **cells: object) -> dict[str, Any]:
    """Make a row of a number."""
    given = {"kode": "S1.1", "jenis": jenis, "periode": periode, "bentuk": "angka", "teks": teks}
    return {**given, **cells}


class TestColumns:
    """What the columns of rows hold."""

    @pytest.mark.parametrize(
        ("periode", "kind", "number"),
        [
            (Periode.tahunan(2023), "tahun", 2023),
            (Periode.semester_ke(2023, 2), "semester", 4047),
            (Periode.triwulan_ke(2023, 1), "triwulan", 8092),
            (Periode.bulan_ke(2023, 12), "bulan", 24287),
            (Periode.bulan_ke(2023, 12, sampai_dengan=True), "sd_bulan", 24287),
            (Periode.tahun_ke(3), "tahun_ke", 3),
            (Periode.rentang(2019, 2023), "rentang_5", 403),
        ],
    )
    def test_periods_are_counted(self, periode: Periode, kind: str, number: int) -> None:
        """The one before has the number before, whatever the kind."""
        before = periode.previous()
        target = tuple(Target(periode=each, nilai=Angka("1")) for each in (before, periode))
        rows = from_dokumen(make(attrs.evolve(INDEKS, target=target)))

        assert [each["jenis_periode"] for each in rows] == [kind, kind]
        assert [each["nomor_periode"] for each in rows] == [number - 1, number]

    def test_numbers_beyond_doubles(self) -> None:
        """They stand in the text alone."""
        pagu = Pagu(periode=Periode.tahunan(2023), nilai=Angka("9" * 400))
        (only,) = from_dokumen(make(attrs.evolve(INDEKS, pagu=(pagu,))))

        assert only["nilai"] is None
        assert only["teks"] == "9" * 400


FAULTS: Final[list[tuple[object, str, tuple[str | int, ...]]]] = [
    (7, "wrong-type", ("rows",)),
    ([7], "wrong-type", ("rows",)),
    ([{}], "unknown-column", ("rows", 0, "jenis")),
    ([row("target", "1"), row("capaian", "1")], "bad-choice", ("rows", 1, "jenis")),
    ([row("target", "1", bentuk="teks")], "bad-choice", ("rows", 0, "bentuk")),
    ([row("target", "1", kode=None)], "wrong-type", ("rows", 0, "kode")),
    ([row("target", 1.5)], "wrong-type", ("rows", 0, "teks")),
    ([row("target", "1,5")], "bad-number", ("rows", 0, "teks")),
    ([row("target", "1", "TW I")], "bad-periode", ("rows", 0, "periode")),
    ([row("target", "1", kode="S9")], "not-found", ("rows", 0, "kode")),
    ([row("data", "1")], "not-found", ("rows", 0, "kode")),
    ([row("target", "=<5", bentuk="ambang")], "bad-choice", ("rows", 0, "teks")),
    ([row("kondisi_awal", "1"), row("kondisi_awal", "2")], "duplicate-periode", ("rows",)),
]
"""Rows that say nothing, each with the error that names what is wrong."""


class TestPuttingBack:
    """What rows change, and what they leave."""

    def test_a_changed_figure_is_no_longer_read_from_where_it_was(self) -> None:
        """Extensions stay; a figure that did not change keeps its provenance."""
        asal, tambahan = Asal(baris=3), Tambahan.from_mapping({"x-a": 1})
        reported = tuple(
            Realisasi(periode=Periode.tahunan(year), nilai=Angka("1"), asal=asal, tambahan=tambahan)
            for year in (2022, 2023)
        )
        dokumen = make(attrs.evolve(INDEKS, realisasi=reported))
        done = to_dokumen([row("realisasi", "2"), row("realisasi", "1", "2022")], dokumen)
        same, changed = done.find_indikator("S1.1").realisasi

        assert same == dokumen.find_indikator("S1.1").realisasi[0]
        assert (changed.nilai, changed.asal, changed.tambahan) == (Angka("2"), None, tambahan)

    def test_states_and_ceilings(self) -> None:
        """A state is one, whatever its period; ceilings are by period."""
        dokumen = make(
            attrs.evolve(
                INDEKS,
                baseline=Kondisi(nilai=Angka("1"), asal=Asal(baris=1)),
                pagu=(Pagu(periode=Periode.tahunan(2023), nilai=Angka("5")),),
            )
        )
        rows = [row("kondisi_awal", "2", None), row("pagu", "6"), row("pagu", "7", "2024")]
        done = to_dokumen(rows, dokumen).find_indikator("S1.1")

        assert done.baseline == Kondisi(nilai=Angka("2"))
        assert [each.nilai.teks for each in done.pagu] == ["6", "7"]

    def test_what_is_not_named_is_left(self) -> None:
        """No rows, no change: not even a new object."""
        dokumen = make(INDEKS)

        assert to_dokumen([], dokumen) is dokumen

    @pytest.mark.parametrize(
        ("rows", "code", "location"),
        FAULTS,
    )
    def test_rows_that_say_nothing(
        self, rows: object, code: str, location: tuple[str | int, ...]
    ) -> None:
        """They are refused, at their place."""
        with pytest.raises(IkuError) as caught:
            to_dokumen(rows, make(INDEKS))

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_two_targets_of_one_period(self) -> None:
        """The model itself refuses them."""
        with pytest.raises(DomainError) as caught:
            to_dokumen([row("target", "1"), row("target", "2")], make(INDEKS))

        assert caught.value.code == "duplicate-target"

    def test_documents(self) -> None:
        """Rows are put into nothing else."""
        with pytest.raises(DomainError) as caught:
            to_dokumen([], "dokumen")  # type: ignore[arg-type]  # on purpose

        assert caught.value.code == "wrong-type"
