"""
Grids and paragraphs: what every kind of file is turned into before it is understood.

A reader of some kind of file (text, Word, Excel) makes parts; everything
behind them works on parts and does not know the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku._attrs import frozen
from iku.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Sequence

MAXIMUM_LINES: Final = 50_000
"""Lines of a text."""
MAXIMUM_CELLS: Final = 100_000
"""Cells of all tables of a file, those behind the last filled one of a row not counted."""
MAXIMUM_COLUMNS: Final = 500
"""Columns of a table."""
MAXIMUM_CELL: Final = 10_000
"""Characters of a cell or a line."""


@frozen(kw_only=True)
class Display:
    """How a spreadsheet shows a stored number, where that is not what the number says."""

    dated: bool = False
    """Whether it shows a day or a time, which its number only counts."""
    scaled: int = 0
    """Digits before the point that it leaves out: 6 where it shows millions."""
    shown: str | None = None
    """What it shows, where that is rounded."""


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
    table: int | None = None
    """Table of the file, from 1, whose row it stands in; None where lines are counted."""
    page: int | None = None
    """Page, from 1, in a file that has pages."""
    place: str | None = None
    """Where in the file, in words, when it has several parts (`lembar "Target"`)."""
    merged: bool = False
    """Whether it is part of a merged cell that begins in a row above; blank then."""
    display: Display | None = None
    """How the file shows its number, where that is not what the text says."""
    kode: Cell | None = None
    """The kode that stands before the text, where it was taken off."""
    pieces: tuple[Cell, ...] = ()
    """What stands side by side on it, where that is known of a line of text."""


@frozen(kw_only=True)
class Note:
    """What the reader of a kind of file finds odd about it, to become a Temuan."""

    kode: str
    """Code of the finding."""
    cell: Cell
    """Where."""
    words: tuple[tuple[str, str | int], ...] = ()
    """What its message is filled with, by name."""


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


def make_line(row: tuple[Cell, ...]) -> Cell:
    """Make one line of text of a row of cells: a line that tabs only indent is no table."""
    filled = [cell for cell in row if cell.text]
    return Cell(
        text=" ".join(cell.text for cell in filled),
        raw="\t".join(cell.raw for cell in row).rstrip("\t"),
        line=filled[0].line,
        column=filled[0].column,
        table=filled[0].table,
        page=filled[0].page,
        place=filled[0].place,
        pieces=tuple(filled),
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
        table=lines[0].table,
        page=lines[0].page,
        place=lines[0].place,
    )


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
