"""Cells that a file shows to be merged are not taken for empty ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from iku.reading import read
from iku.reading.formats.xlsx import read_parts
from iku.reading.grid import Grid
from iku.reading.limits import DEFAULT
from tests.reading.formats.rawoffice import pack_xlsx, rows
from tests.reading.formats.test_formats import FORMATS
from tests.reading.layouts import Layout, Sel

if TYPE_CHECKING:
    from pathlib import Path

HEADER: Final = ("No", "Tujuan", "Sasaran", "Indikator", "Satuan")
FIRST: Final = ("1", "Maju", "Sehat", "Umur", "tahun")
MERGED: Final = Layout(
    title=("INDIKATOR KINERJA UTAMA",),
    header=(HEADER,),
    rows=(
        ("1", Sel("Maju", 3), Sel("Sehat", 3), "Umur", "tahun"),
        ("2", "Gizi", "%"),
        ("3", "Imunisasi", "%"),
    ),
)
EMPTY: Final = MERGED._replace(
    rows=(FIRST, ("2", "", "", "Gizi", "%"), ("3", "", "", "Imunisasi", "%"))
)
FLAT: Final = MERGED._replace(
    header=(("No", "Tujuan", "Indikator", "Satuan"),),
    rows=(("1", Sel("Maju", 2), "Umur", "tahun"), ("2", "Gizi", "%")),
)
BESIDE: Final = MERGED._replace(
    rows=(FIRST, ("2", Sel("", 1, 2), "Gizi", "%"), ("3", Sel("", 1, 2), "Imunisasi", "%"))
)
"""Merged with each other, but with nothing above."""


@pytest.mark.parametrize("kind", ["docx", "html", "xlsx", "pdf"])
@pytest.mark.parametrize(
    ("layout", "count"), [(MERGED, 0), (EMPTY, 1), (FLAT, 0), (BESIDE, 1)],
    ids=["merged", "empty", "tujuan", "beside"],
)  # fmt: skip
def test_numbered_rows(kind: str, layout: Layout, count: int, tmp_path: Path) -> None:
    """Numbered rows without Sasaran are one finding, unless merged with the one above."""
    ending, make = FORMATS[kind]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(make(layout))
    bacaan = read(path)

    assert [one.kode for one in bacaan.temuan].count("IKU-B034") == count
    assert len(list(bacaan.dokumen[0].walk())) == (3 if layout is FLAT else 5)


def test_sheet() -> None:
    """In a sheet, cells of merged ones are blank, and known below the first."""
    sheet = rows(["a", "b", "c"], ["d", "e", "f"], ["", "g", "h"])
    data = pack_xlsx(f'{sheet}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    (grid,) = read_parts(data, locale="id", limits=DEFAULT)

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["a", "", "c"], ["", "", "f"], ["", "g", "h"],
    ]  # fmt: skip
    assert [[cell.merged for cell in row] for row in grid.rows] == [
        [False, False, False], [True, True, False], [False, False, False],
    ]  # fmt: skip
