"""
Grids and paragraphs: what every kind of file is turned into before it is understood.

A reader of some kind of file (text, Word, Excel) makes parts; everything
behind them works on parts and does not know the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku._attrs import frozen
from iku.errors import ReadingError
from iku.reading.characters import normalise_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAXIMUM_LINES: Final = 50_000
"""Lines of a text."""
MAXIMUM_CELLS: Final = 100_000
"""Cells of all tables of a file, those behind the last filled one of a row not counted."""
MAXIMUM_COLUMNS: Final = 500
"""Columns of a table."""
MAXIMUM_CELL: Final = 10_000
"""Characters of a cell or a line."""


@frozen(kw_only=True)
class Cell:
    """A cell of a table, or a line of running text, with its place."""

    text: str
    """What it says, free of characters that the model refuses."""
    raw: str
    """What stands in the file."""
    line: int
    """Row of the table or line of the text, from 1."""
    column: int
    """Column, from 1."""


@frozen(kw_only=True)
class Grid:
    """A table as it stands: rows of cells, merged cells blank."""

    rows: tuple[tuple[Cell, ...], ...]
    """The rows; they may differ in length."""


@frozen(kw_only=True)
class Paragraph:
    """Lines of running text between blank lines."""

    lines: tuple[Cell, ...]
    """The lines, none of them blank."""


Part: TypeAlias = Grid | Paragraph
"""A piece of a file, in reading order."""


def split_parts(text: str) -> tuple[Part, ...]:
    r"""
    Split text into tables (lines with tabs) and paragraphs (lines without).

    >>> [type(part).__name__ for part in split_parts("Judul\n\nNo\tSasaran\n1\tA\n")]
    ['Paragraph', 'Grid']

    Raises:
        ReadingError: `too-many-lines`, `too-many-cells` or `text-too-long`.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MAXIMUM_LINES:
        raise _refuse("too-many-lines", f"{len(lines)} lines", f"{MAXIMUM_LINES} lines")
    return tuple(_group(_split_lines(lines)))


def make_line(row: tuple[Cell, ...]) -> Cell:
    """Make one line of text of a row of cells: a line that tabs only indent is no table."""
    filled = [cell for cell in row if cell.text]
    return Cell(
        text=" ".join(cell.text for cell in filled),
        raw="\t".join(cell.raw for cell in row).rstrip("\t"),
        line=filled[0].line,
        column=filled[0].column,
    )


def make_cell(lines: Sequence[Cell]) -> Cell:
    """
    Make one cell of the lines it was broken into.

    Raises:
        ReadingError: `text-too-long`.
    """
    size = sum(len(line.raw) for line in lines)
    if size > MAXIMUM_CELL:
        raise _too_long(size, lines[0].line)
    return Cell(
        text=" ".join(line.text for line in lines),
        raw="\n".join(line.raw for line in lines),
        line=lines[0].line,
        column=lines[0].column,
    )


def _split_lines(lines: list[str]) -> Iterator[tuple[bool, tuple[Cell, ...]]]:
    """Give for each line whether it holds tabs, and its cells up to the last filled one."""
    count = 0
    for number, line in enumerate(lines, 1):
        pieces = line.rstrip().split("\t") if line.strip() else []
        if len(pieces) > MAXIMUM_COLUMNS:
            raise _refuse(
                "too-many-cells",
                f"line {number} with {len(pieces)} columns",
                f"{MAXIMUM_COLUMNS} columns",
            )
        count += len(pieces)
        if count > MAXIMUM_CELLS:
            raise _refuse("too-many-cells", f"more than {MAXIMUM_CELLS} cells", "that many")
        cells = tuple(_make_cells(pieces, number))
        yield "\t" in line, cells if any(cell.text for cell in cells) else ()


def _make_cells(pieces: list[str], number: int) -> Iterator[Cell]:
    for column, raw in enumerate(pieces, 1):
        if len(raw) > MAXIMUM_CELL:
            raise _too_long(len(raw), number)
        yield Cell(text=normalise_cell(raw), raw=raw, line=number, column=column)


def _group(rows: Iterator[tuple[bool, tuple[Cell, ...]]]) -> Iterator[Part]:
    held: list[tuple[Cell, ...]] = []
    in_grid = False
    for tabbed, row in rows:
        if held and tabbed != in_grid:
            yield _make_part(held, in_grid=in_grid)
            held = []
        in_grid = tabbed
        # Empty cells between tabs are a blank row of a table, not its end.
        if row:
            held.append(row)
        elif held and not tabbed:
            yield _make_part(held, in_grid=False)
            held = []
    if held:
        yield _make_part(held, in_grid=in_grid)


def _make_part(rows: list[tuple[Cell, ...]], *, in_grid: bool) -> Part:
    if in_grid:
        return Grid(rows=tuple(rows))
    return Paragraph(lines=tuple(row[0] for row in rows))


def _too_long(size: int, line: int) -> ReadingError:
    return _refuse(
        "text-too-long",
        f"{size} characters on line {line}",
        f"{MAXIMUM_CELL} characters in a cell",
    )


def _refuse(code: str, found: str, most: str) -> ReadingError:
    return ReadingError(
        code,
        found=found,
        expected=f"at most {most}",
        repair="split the file, and check that it is the text of a document",
    )
