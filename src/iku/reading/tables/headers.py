"""Column headers: one row or several, merged, cut off, with years; by the words of the glossary."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Periode, parse_periode
from iku.errors import DomainError, ReadingError
from iku.glossary import fold_kolom, load_istilah, match_kolom
from iku.reading.grid import MAXIMUM_CELLS, Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

INDICATORS: Final = ("indikator", "indikator_sasaran", "iku", "indikator_tujuan")
"""Nouns of the columns that name indicators; a table without one says nothing by itself."""
_GROUPS: Final = frozenset(
    {"penjelasan", "target", "realisasi", "capaian", "pagu", "indikator", "sasaran"}
)
COLUMNS: Final = frozenset(
    {
        "nomor", "kode", "tujuan", "indikator_tujuan", "sasaran", "indikator_sasaran",
        "indikator", "iku", "perspektif", "satuan", "alasan", "dasar_hukum", "formulasi",
        "penanggung_jawab", "sumber_data", "definisi_operasional", "tipe_penghitungan",
        "polaritas", "konsolidasi", "keterangan", "frekuensi", "jenis_cascading",
        "produsen_data", "kode_referensi", "iku_kota", "baseline", "kondisi_akhir", "target",
        "realisasi", "pagu",
    }
)  # fmt: skip
"""Nouns whose columns are read; others are kept as they are."""
_SEARCHED: Final = 10
_DEPTH: Final = 4
_SHORTEST_CUT: Final = 8
_YEAR: Final = re.compile(r"(?:19|2[01])[0-9]{2}")


@frozen(kw_only=True)
class Heading:
    """What one header cell says."""

    cell: Cell
    """The cell."""
    noun: str | None = None
    """The noun it names."""
    periode: Periode | None = None
    """The period it names, alone or behind the noun."""
    cut: bool = False
    """Whether it breaks off inside a word."""

    @property
    def known(self) -> bool:
        """Whether it says anything that a header says."""
        return self.noun is not None or self.periode is not None


@frozen(kw_only=True)
class Column:
    """What a column of a table holds."""

    noun: str | None
    """The noun; None where the header is not known."""
    periode: Periode | None
    """The period, for columns of values."""
    cell: Cell | None
    """The lowest header cell; None where the column has no header at all."""


@frozen(kw_only=True)
class Row:
    """A row of a table: a cell under each column."""

    columns: tuple[Column, ...]
    """The columns, with one more for each cell that stands outside them."""
    cells: tuple[Cell, ...]
    """The cells, as many as columns; blank where the file has none."""

    def get(self, *nouns: str) -> Cell | None:
        """Give the filled cell of the first column that holds one of these nouns."""
        for column, cell in zip(self.columns, self.cells, strict=True):
            if cell.text and column.noun in nouns:
                return cell
        return None

    def walk(self, noun: str | None) -> Iterator[tuple[Column, Cell]]:
        """Give the columns of a noun, or those of none, with their cells."""
        for column, cell in zip(self.columns, self.cells, strict=True):
            if column.noun == noun:
                yield column, cell


@frozen(kw_only=True)
class Table:
    """A table whose header was found."""

    headings: tuple[Heading, ...]
    """The filled header cells, row by row."""
    columns: tuple[Column, ...]
    """What each column holds."""
    rows: tuple[Row, ...]
    """The rows below the header."""
    before: tuple[tuple[Cell, ...], ...]
    """Rows above the header."""

    def has(self, *nouns: str) -> bool:
        """Say whether a column holds one of these nouns."""
        return any(column.noun in nouns for column in self.columns)

    @property
    def title(self) -> tuple[str, ...]:
        """The header as text; the same on each page of one table."""
        return tuple(heading.cell.text for heading in self.headings)


def read_table(grid: Grid) -> Table | None:
    """
    Find the header of a table and put its rows under it; None where there is no header.

    A header row has at least two known words, and at least half of its filled
    cells are known. Below it may stand rows of finer headers.

    Raises:
        ReadingError: `too-many-cells`.
    """
    for first, row in enumerate(grid.rows[:_SEARCHED]):
        filled = [cell for cell in row if cell.text]
        if len({match_kolom(cell.text) for cell in filled} - {None}) >= 2:
            known = sum(read_heading(cell).known for cell in filled)
            if 2 * known >= len(filled):
                return _make_table(grid, first)
    return None


def read_rows(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Row, ...]:
    """
    Put rows under columns, those that only number the columns left out.

    Raises:
        ReadingError: `too-many-cells` when the blank cells make it too large.
    """
    if len(rows) * len(columns) > MAXIMUM_CELLS:
        raise ReadingError(
            "too-many-cells",
            found=f"a table of {len(rows)} rows and {len(columns)} columns",
            expected=f"at most {MAXIMUM_CELLS} cells",
            repair="split the file, and check that it is the text of a document",
        )
    return tuple(_make_row(columns, row) for row in rows if not _is_numbering(row))


def _make_row(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> Row:
    blank = [
        Cell(text="", raw="", line=cells[0].line, column=number)
        for number in range(len(cells) + 1, len(columns) + 1)
    ]
    outside = [Column(noun=None, periode=None, cell=None)] * (len(cells) - len(columns))
    return Row(columns=(*columns, *outside), cells=(*cells, *blank))


def read_heading(cell: Cell) -> Heading:
    """Say what a header cell means."""
    noun = match_kolom(cell.text)
    if noun is not None:
        years = _YEAR.findall(cell.text)
        periode = Periode.tahunan(int(years[-1])) if years else None
        return Heading(cell=cell, noun=noun, periode=periode)
    try:
        return Heading(cell=cell, periode=parse_periode(cell.text.strip("()")))
    except DomainError:
        noun = _match_cut(fold_kolom(cell.text))
        return Heading(cell=cell, noun=noun, cut=noun is not None)


def _match_cut(folded: str) -> str | None:
    """Name the noun whose header words this text begins, broken off inside a word."""
    if len(folded) < _SHORTEST_CUT:
        return None
    nouns = {
        noun
        for known, noun in _known_headers()
        if known.startswith(folded) and known[len(folded) :][:1].isalpha()
    }
    return nouns.pop() if len(nouns) == 1 else None


@cache
def _known_headers() -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold_kolom(header), term.istilah) for term in load_istilah() for header in term.kolom
    )


def _make_table(grid: Grid, first: int) -> Table:
    levels = [_read_level(grid.rows[first])]
    end = first + 1
    while end < len(grid.rows) and len(levels) < _DEPTH:
        level = _read_level(grid.rows[end])
        if not _is_finer(level, levels[-1]):
            break
        levels.append(level)
        end += 1
    width = max(len(row) for row in grid.rows)
    columns = tuple(_unite(levels, width))
    return Table(
        headings=tuple(heading for level in levels for heading in level if heading),
        columns=columns,
        rows=read_rows(columns, grid.rows[end:]),
        before=grid.rows[:first],
    )


_Level = tuple[Heading | None, ...]


def _read_level(row: tuple[Cell, ...]) -> _Level:
    return tuple(read_heading(cell) if cell.text else None for cell in row)


def _is_finer(level: _Level, upper: _Level) -> bool:
    """Say whether a row goes on with the header: only known words, under blanks and groups."""
    above = (*upper, *([None] * len(level)))
    return any(level) and all(
        heading is None
        or (heading.known and (over is None or over.noun in _GROUPS or over.noun is None))
        for heading, over in zip(level, above, strict=False)
    )


def _unite(levels: list[_Level], width: int) -> Iterator[Column]:
    """Read the header of each column downward, merged cells spread to the right."""
    spread = [_spread(level, levels[index + 1 :], width) for index, level in enumerate(levels)]
    taken: set[tuple[str, Periode | None]] = set()
    for index in range(width):
        column = _make_column([level[index] for level in spread], levels, index)
        if column.noun is not None:
            key = (column.noun, column.periode)
            if key in taken:
                column = Column(noun=None, periode=None, cell=column.cell)
            taken.add(key)
        yield column


def _spread(level: _Level, below: list[_Level], width: int) -> list[Heading | None]:
    filled: list[Heading | None] = [*level, *([None] * (width - len(level)))]
    for left, right in pairwise(range(width)):
        group = filled[left]
        if filled[right] is None and group is not None and _is_group(group):
            finer = any(right < len(row) and row[right] is not None for row in below)
            filled[right] = group if finer else None
    return filled


def _is_group(heading: Heading) -> bool:
    return heading.noun in _GROUPS or (heading.noun is None and heading.periode is not None)


def _make_column(path: list[Heading | None], levels: list[_Level], index: int) -> Column:
    headings = [heading for heading in path if heading is not None]
    noun = next((heading.noun for heading in reversed(headings) if heading.noun), None)
    periode = next((heading.periode for heading in reversed(headings) if heading.periode), None)
    if noun is None and periode is not None:
        noun = "target"
    own = [level[index] for level in levels if index < len(level)]
    lowest = next((heading for heading in reversed(own) if heading is not None), None)
    if noun not in COLUMNS or (lowest is not None and not lowest.known):
        noun = periode = None
    return Column(noun=noun, periode=periode, cell=lowest.cell if lowest else None)


def _is_numbering(row: tuple[Cell, ...]) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3)."""
    numbers = [cell.text.strip("()") for cell in row if cell.text]
    return len(numbers) >= 3 and numbers == [str(n) for n in range(1, len(numbers) + 1)]
