"""Column headers: one row or several, merged, cut off, with years; by the words of the glossary."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from iku._attrs import frozen
from iku.domain import Periode, parse_periode
from iku.errors import ReadingError
from iku.glossary import match_kolom
from iku.reading.grid import MAXIMUM_CELLS, Cell, Grid
from iku.reading.tables.columns.below import GROUPS, Level, read_below
from iku.reading.tables.columns.forms import Field, read_form, read_values
from iku.reading.tables.columns.headings import TIMED, Heading, Words, read_heading
from iku.reading.tables.columns.levels import LEVELS, Side, resolve_levels
from iku.reading.tables.columns.numbering import is_numbering
from iku.reading.tables.columns.short import read_short

if TYPE_CHECKING:
    from collections.abc import Iterator

INDICATORS: Final = ("indikator", "indikator_sasaran", "iku", "indikator_tujuan")
"""Nouns of the columns that name indicators; a table without one says nothing by itself."""
COLUMNS: Final = frozenset(
    {
        "nomor", "kode", "tujuan", "indikator_tujuan", "sasaran", "indikator_sasaran",
        "indikator", "iku", "perspektif", "satuan", "alasan", "dasar_hukum", "formulasi",
        "penanggung_jawab", "sumber_data", "definisi_operasional", "tipe_penghitungan",
        "polaritas", "konsolidasi", "keterangan", "frekuensi", "jenis_cascading",
        "produsen_data", "kode_referensi", "iku_kota", "baseline", "kondisi_akhir", "target",
        "realisasi", "pagu", "capaian", "perangkat_daerah", *LEVELS,
    }
)  # fmt: skip
"""Nouns whose columns are read; others are kept as they are."""
_STATES: Final = frozenset({"baseline", "kondisi_akhir"})
_OTHER: Final = re.compile(
    r"[0-9]|\b(?:awal|akhir|lalu|sebelumnya|renstra|rpjmd|jangka|standar|nasional|provinsi|"
    r"s\.?d|sampai|kumulatif)\b",
    re.IGNORECASE,
)
"""Words over values that are not those of the document's own year."""
_NAMED: Final = frozenset({"tujuan", "sasaran", *INDICATORS})
"""Nouns whose header may stand over a number and the name."""
_MARK: Final = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])(?:\.[0-9]{1,2}){0,3}[.)]{0,2}", re.IGNORECASE)
"""What numbers a name in a column of its own."""
_SEARCHED: Final = 10
_DEPTH: Final = 4


@frozen(kw_only=True)
class Column:
    """What a column of a table holds."""

    noun: str | None
    """The noun; None where the header is not known."""
    periode: Periode | None
    """The period, for columns of values."""
    cell: Cell | None
    """The lowest header cell; None where the column has no header at all."""
    bagian: str | None = None
    """The part of a year that it is for, where no header says which year."""
    sumber: str | None = None
    """The document that its targets are from, where a header says it."""
    bare: bool = False
    """Whether nothing but a part of a year is printed above it."""
    money: bool = False
    """Whether it says what was spent of a budget, which has no field."""
    side: Side | None = None
    """Where it stands, if it speaks of another level of the plan than the indicators read."""

    @property
    def key(self) -> tuple[object, ...]:
        """What no second column of a noun may have."""
        return self.periode, self.bagian, self.sumber


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
    head: tuple[tuple[Cell, ...], ...]
    """The rows of the header as they are printed; none of a form."""

    def has(self, *nouns: str) -> bool:
        """Say whether a column holds one of these nouns."""
        return any(column.noun in nouns for column in self.columns)

    @property
    def is_form(self) -> bool:
        """Whether its fields stand below each other, so that it has no header above its rows."""
        return not self.head

    @property
    def title(self) -> tuple[str, ...]:
        """The header as text; the same on each page of one table."""
        return tuple(heading.cell.text for heading in self.headings)


def read_table(grid: Grid) -> Table | None:
    """
    Find the header of a table and put its rows under it; None where there is no header.

    A header row has at least two known words, and at least half of its filled
    cells are known. Below it may stand rows of finer headers. A form, whose fields
    stand below each other, is a table of one row.

    Raises:
        ReadingError: `too-many-cells`.
    """
    form = read_form(grid, COLUMNS)
    if form is not None:
        return _make_form(grid, *form)
    for first, row in enumerate(grid.rows[:_SEARCHED]):
        filled = [cell for cell in row if cell.text]
        if len({match_kolom(cell.text) for cell in filled} - {None}) >= 2:
            known = sum(heading is not None and heading.known for heading in _read_level(row))
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
    return tuple(_make_row(columns, row) for row in rows if not is_numbering(row))


def _make_row(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> Row:
    blank = [
        Cell(text="", raw="", line=cells[0].line, column=number)
        for number in range(len(cells) + 1, len(columns) + 1)
    ]
    outside = [Column(noun=None, periode=None, cell=None)] * (len(cells) - len(columns))
    return Row(columns=(*columns, *outside), cells=(*cells, *blank))


def _make_table(grid: Grid, first: int) -> Table:
    levels = [_read_level(grid.rows[first])]
    end = first + 1
    while end < len(grid.rows) and end - first < _DEPTH:
        below = read_below(grid.rows[end], levels[-1])
        if below is None:
            break
        levels[-1:] = below
        end += 1
    width = max(len(row) for row in grid.rows)
    columns = tuple(_leave_covering(tuple(_unite(levels, width)), grid.rows[end:]))
    return Table(
        headings=tuple(heading for level in levels for heading in level if heading),
        columns=columns,
        rows=read_rows(columns, grid.rows[end:]),
        before=grid.rows[:first],
        head=grid.rows[first:end],
    )


def _make_form(grid: Grid, start: int, fields: tuple[Field, ...]) -> Table:
    fields = tuple(_leave_purpose(fields))
    headings = tuple(heading for heading, _ in fields)
    level: Level = headings
    columns = tuple(_unite([level], len(headings)))
    return Table(
        headings=headings,
        columns=columns,
        rows=(Row(columns=columns, cells=tuple(cell for _, cell in fields)),),
        before=grid.rows[:start],
        head=(),
    )


def take_values(form: Table, rows: list[Row], grid: Grid) -> Table | None:
    """
    Take the values that stand in a table below a form into its row, the last one.

    None where the grid holds no values.
    """
    fields = read_values(grid.rows)
    if not fields:
        return None
    columns = tuple(_unite([tuple(heading for heading, _ in fields)], len(fields)))
    last = rows[-1]
    rows[-1] = Row(
        columns=(*last.columns, *columns), cells=(*last.cells, *(cell for _, cell in fields))
    )
    return evolve(form, columns=(*form.columns, *columns)) if len(rows) == 1 else form


def _leave_purpose(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Leave the Tujuan below the name of an indicator: it says what that one is measured for."""
    named = False
    for heading, cell in fields:
        if named and heading.noun == "tujuan":
            yield evolve(heading, words=Words()), cell
        else:
            yield heading, cell
        named = named or heading.noun in INDICATORS


def _read_level(row: tuple[Cell, ...]) -> Level:
    return tuple(
        (read_short(row, index, None) or read_heading(cell)) if cell.text else None
        for index, cell in enumerate(row)
    )


def _unite(levels: list[Level], width: int) -> Iterator[Column]:
    """Read the header of each column downward, merged cells spread to the right."""
    spread = [_spread(level, levels[index + 1 :], width) for index, level in enumerate(levels)]
    taken: set[tuple[object, ...]] = set()
    printed = [_make_column([level[n] for level in spread], levels, n) for n in range(width)]
    placed = resolve_levels([column.noun for column in printed])
    for one, (noun, side) in zip(printed, placed, strict=True):
        column = one if noun == one.noun else evolve(one, noun=noun, side=side)
        yield _refuse_second(column, taken)


def _refuse_second(column: Column, taken: set[tuple[object, ...]]) -> Column:
    """Give a column, without its noun where another one has said the same."""
    if column.noun is None:
        return column
    key = (column.noun, *column.key)
    if key not in taken:
        taken.add(key)
        return column
    if column.noun == "nomor":
        return evolve(column, side="numbers")
    return Column(noun=None, periode=None, cell=column.cell)


def _leave_covering(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Iterator[Column]:
    """Leave values as they are printed that share their header with filled columns behind."""
    filled = {index for row in rows for index, cell in enumerate(row) if cell.text}
    moved: Column | None = None
    for index, column in enumerate(columns):
        behind = columns[index + 1] if index + 1 < len(columns) else None
        shared = behind is not None and behind.cell is None and index + 1 in filled
        if moved is not None:
            yield moved
            moved = None
        elif shared and column.noun in TIMED:
            yield evolve(column, noun=None, side="shared")
        elif shared and column.noun in _NAMED and _holds_numbers(rows, index):
            moved = column
            yield evolve(column, noun="nomor", side="numbers")
        else:
            yield column


def _holds_numbers(rows: tuple[tuple[Cell, ...], ...], index: int) -> bool:
    """Say whether a column only numbers what stands in the one behind it."""
    texts = [row[index].text for row in rows if index < len(row) and row[index].text]
    return all(_MARK.fullmatch(text) for text in texts)


def _spread(level: Level, below: list[Level], width: int) -> list[Heading | None]:
    filled: list[Heading | None] = [*level, *([None] * (width - len(level)))]
    for left, right in pairwise(range(width)):
        group = filled[left]
        if filled[right] is None and group is not None and _is_group(group):
            finer = any(right < len(row) and row[right] is not None for row in below)
            filled[right] = group if finer else None
    return filled


def _is_group(heading: Heading) -> bool:
    return heading.noun in GROUPS or heading.noun is None


def _make_column(path: list[Heading | None], levels: list[Level], index: int) -> Column:
    words = [heading.words for heading in reversed(path) if heading is not None]
    noun = next((one.noun for one in words if one.noun), None)
    periode = next((one.periode for one in words if one.periode), None)
    bagian = next((one.bagian for one in words if one.bagian), None)
    bare = noun is None and bagian is not None
    if noun is None and (periode is not None or bagian is not None):
        noun = "target"
    own = [level[index] for level in levels if index < len(level)]
    lowest = next((heading for heading in reversed(own) if heading is not None), None)
    cell = lowest.cell if lowest else None
    if noun not in COLUMNS or (lowest is not None and not lowest.known):
        return Column(noun=None, periode=None, cell=cell)
    nouns = [one.noun for one in words if one.noun] or [noun]
    state = _STATES & set(nouns[1:])
    above = [heading for heading in reversed(path) if heading is not None][1:]
    covered = periode is None and bagian is None and any(map(_says_when, above))
    if noun in TIMED and (covered or (state and noun == "pagu")):
        return Column(noun=None, periode=None, cell=cell, side="unclear")
    noun = next(iter(state)) if state else _tell_money(nouns)
    if noun is None:
        return Column(noun=None, periode=None, cell=cell, money=True)
    if bagian is not None and periode is not None and periode.tahun is not None:
        periode, bagian = parse_periode(bagian, tahun=periode.tahun), None
    return Column(
        noun=noun,
        periode=periode,
        cell=cell,
        bagian=bagian,
        sumber=next((one.sumber for one in words if one.sumber), None),
        bare=bare,
    )


def _says_when(heading: Heading) -> bool:
    """Say whether words that say nothing known say of a value when it was, or of whom."""
    return not heading.known and _OTHER.search(heading.cell.text) is not None


def _tell_money(nouns: list[str]) -> str | None:
    """
    Tell what words mean of which some speak of a budget, lowest first; None for what was spent.

    The Target of an Anggaran is its Pagu. What was spent of it has no field.
    """
    if "pagu" not in nouns or nouns[0] not in ("pagu", "target", "realisasi", "capaian"):
        return nouns[0]
    return None if {"realisasi", "capaian"} & set(nouns) else "pagu"
