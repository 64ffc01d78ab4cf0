"""Years that a table of targets left out, and values that fell out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import JenisPeriode, Kosong, Periode, SebabKosong
from iku.domain.parsing import parse_nilai
from iku.errors import IkuError
from iku.reading.characters import quote_short
from iku.reading.grid import Cell, Paragraph
from iku.reading.tables.drafts import LooseValue
from iku.reading.tables.signature import is_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.angka import Locale
    from iku.reading.findings import Findings
    from iku.reading.tables.headers import Table

_REST_OF_HEADER: Final = re.compile(r"tahun(?:\s*ke)?\s*-?", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20|21)[0-9]{2}")
_NAMED: Final = 10
"""Loose values that the note of a year names; all of them are findings."""


@frozen(kw_only=True)
class Loose:
    """Lines below a matrix that are years, values, or the rest of its header."""

    years: tuple[Cell, ...]
    """Years whose columns fell out."""
    values: tuple[Cell, ...]
    """Values that fell out."""
    rest: tuple[Paragraph, ...]
    """What follows them."""


def read_loose(tail: Iterable[Paragraph], locale: Locale) -> Loose:
    """Take the years and values from the beginning of what follows a matrix."""
    years: list[Cell] = []
    values: list[Cell] = []
    rest: list[Paragraph] = []
    for paragraph in tail:
        if rest or is_signature(paragraph):
            rest.append(paragraph)
            continue
        others = [cell for cell in paragraph.lines if not _sort(cell, years, values, locale)]
        if others:
            rest.append(Paragraph(lines=tuple(others)))
    return Loose(years=tuple(years), values=tuple(values), rest=tuple(rest))


def _sort(cell: Cell, years: list[Cell], values: list[Cell], locale: Locale) -> bool:
    if _YEAR.fullmatch(cell.text):
        years.append(cell)
    elif not _REST_OF_HEADER.fullmatch(cell.text):
        try:
            nilai = parse_nilai(cell.text, locale=locale)
        except IkuError:
            return False
        if isinstance(nilai, Kosong):
            return False
        values.append(cell)
    return True


def resolve_loose(loose: Loose, found: Findings) -> list[LooseValue]:
    """
    Say of each loose year that any of the loose values may be its own.

    Even as many values as years are not paired: the indicator that owns them
    is as uncertain as the year.
    """
    for cell in loose.years:
        found.add("IKU-B015", cell, jenis="Tahun", teks=cell.text)
    for cell in loose.values:
        found.add("IKU-B015", cell, jenis="Nilai", teks=cell.text)
    catatan = _name_values(loose.values)
    # A year that fell out twice is one target.
    first = {cell.text: cell for cell in reversed(loose.years)}
    return [_make_loose(first[text], catatan) for text in sorted(first)]


def _make_loose(year: Cell, catatan: str | None) -> LooseValue:
    periode = Periode.tahunan(int(year.text))
    if catatan is None:
        return LooseValue(
            periode=periode,
            cell=year,
            sebab=SebabKosong.TIDAK_DICANTUMKAN,
            keterangan="kolom tahun terlepas dari tabel, tanpa nilai",
        )
    return LooseValue(
        periode=periode,
        cell=year,
        sebab=SebabKosong.TIDAK_TERBACA,
        keterangan="nilai terlepas dari tabel; indikator dan tahun pemiliknya tidak pasti",
        catatan=catatan,
    )


def _name_values(values: tuple[Cell, ...]) -> str | None:
    if not values:
        return None
    named = [f'"{quote_short(cell.text)}" (baris {cell.line})' for cell in values[:_NAMED]]
    if values[_NAMED:]:
        named.append(f"{len(values) - _NAMED} lainnya")
    return f"nilai lepas yang mungkin miliknya: {', '.join(named)}"


def find_gaps(table: Table, loose: list[LooseValue], found: Findings) -> Iterator[LooseValue]:
    """
    Find years that are missing between the years of the targets.

    A few missing years are a gap; where most are missing, the plan has targets
    only for some years.
    """
    columns = [column for column in table.columns if column.noun == "target" and column.cell]
    years = {
        periode.tahun
        for periode in (
            *(column.periode for column in columns),
            *(item.periode for item in loose),
        )
        if periode is not None and periode.jenis is JenisPeriode.TAHUN and periode.tahun
    }
    ordered = sorted(years)
    missing = sorted({*range(ordered[0], ordered[-1])} - years) if ordered else []
    cell = next((column.cell for column in columns if column.cell), None)
    if cell is None or 2 * len(missing) > len(years):
        return
    for year in missing:
        found.add("IKU-B014", cell, tahun=year, awal=ordered[0], akhir=ordered[-1])
        yield LooseValue(
            periode=Periode.tahunan(year),
            cell=cell,
            sebab=SebabKosong.TIDAK_DICANTUMKAN,
            keterangan="tahun tidak tercantum pada judul kolom",
        )
