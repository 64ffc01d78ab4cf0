"""Which period each column is for, once it is known which document the table stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku.domain import JenisDokumen, JenisPeriode, parse_periode
from iku.reading.tables.headers import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.domain import Periode
    from iku.reading.findings import Findings
    from iku.reading.grid import Cell
    from iku.reading.tables.titles import Title

_REPORTS: Final = frozenset({JenisDokumen.LKJIP, JenisDokumen.LAINNYA, None})
"""Kinds of documents whose values may be results as well as targets."""
_YEARLY: Final = ("target", "realisasi", "capaian", "pagu")
"""Nouns whose columns are for the year of the title where they name none."""
_RESULTS: Final = ("realisasi", "capaian")


def resolve_columns(
    table: Table, rows: Iterable[Row], title: Title, found: Findings
) -> tuple[Table, list[Row]]:
    """
    Settle what the header alone leaves open, and put the rows under the columns that result.

    A part of a year ("TW II") belongs to the year of the title, or to the only
    year that other columns name. Under no word but its own it is a target in a
    plan without results. Capaian beside no realisasi may be either.
    """
    settle = _Settling(table, title, found)
    columns = tuple(map(settle.settle, table.columns))
    return evolve(table, columns=columns), [
        evolve(row, columns=_settle_row(row, table.columns, columns, settle)) for row in rows
    ]


def _settle_row(
    row: Row, printed: tuple[Column, ...], settled: tuple[Column, ...], settle: _Settling
) -> tuple[Column, ...]:
    """
    Settle the columns of a row as those of the table.

    Rows of further pages stand under columns of their own, in the same order; the
    values of a further form may be for other periods.
    """
    pairs = zip(row.columns, printed, strict=False)
    if all((one.noun, one.key) == (other.noun, other.key) for one, other in pairs):
        return (*settled, *row.columns[len(settled) :])[: len(row.columns)]
    return tuple(map(settle.settle, row.columns))


class _Settling:
    def __init__(self, table: Table, title: Title, found: Findings) -> None:
        self._found = found
        planned = title.targeted or title.jenis not in _REPORTS
        self._plans = planned and not table.has(*_RESULTS)
        self._bagian = title.bagian
        self._has_results = table.has("realisasi")
        self._tahun, self._dasar = _find_year(table, title)

    def settle(self, column: Column) -> Column:
        """Settle one column."""
        cell = column.cell
        if cell is None or column.noun is None:
            return column
        kode = self._judge(column, cell)
        if kode is not None:
            return self._leave(cell, kode)
        if column.bagian is None or self._tahun is None:
            return column
        periode = parse_periode(column.bagian, tahun=self._tahun)
        if self._dasar is not None and column.noun != "capaian":
            self._found.add(
                "IKU-B040", cell, teks=cell.text, periode=str(periode), dasar=self._dasar
            )
        return evolve(column, periode=periode, bagian=None)

    def _judge(self, column: Column, cell: Cell) -> str | None:
        """Give the code of what speaks against reading a column."""
        if column.noun == "capaian" and not self._has_results:
            return "IKU-B041"
        if column.bagian is not None:
            return "IKU-B046" if column.bare and not self._plans else None
        yearless = column.noun in _YEARLY and column.periode is None and not _says_year(cell)
        # A report of a quarter prints that quarter, all up to it, or the whole year.
        return "IKU-B064" if yearless and self._bagian is not None else None

    def _leave(self, cell: Cell, kode: str) -> Column:
        """Leave a column as it is printed: its cells are kept by its header."""
        self._found.add(kode, cell, teks=cell.text, periode=self._bagian or "")
        return Column(noun=None, periode=None, cell=cell, bare=True)


def _find_year(table: Table, title: Title) -> tuple[int | None, str | None]:
    """Find the year of the document, and the header that says it where the title does not."""
    if title.periode is not None and _is_year(title.periode):
        return title.periode.tahun, None
    named = {
        column.periode.tahun: column.cell.text
        for column in table.columns
        if column.periode is not None and _is_year(column.periode) and column.cell is not None
    }
    if len(named) != 1:
        return None, None
    ((tahun, header),) = named.items()
    return tahun, f'kolom "{header}"'


def _says_year(cell: Cell) -> bool:
    """Say whether a header without a year says that its values are those of a whole one."""
    return "tahun" in cell.text.lower()


def _is_year(periode: Periode) -> bool:
    return periode.jenis is JenisPeriode.TAHUN
