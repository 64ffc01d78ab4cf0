"""
What a picture consists of, before anyone decides how it is drawn.

Builders make blocks; writers for text, Markdown and HTML draw them. A `Grid` is
a table whose cells may span rows and columns, as official tables do.
"""

from __future__ import annotations

from typing import TypeAlias

from iku._attrs import frozen


@frozen(kw_only=True)
class Cell:
    """One cell: its words, how far it reaches, and how it is aligned."""

    text: str
    """The words; `\\n` is a line break."""
    rowspan: int = 1
    """Rows that it covers, downward from its own."""
    colspan: int = 1
    """Columns that it covers, rightward from its own."""
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    marked: bool = False
    """Whether someone should look at it; where cells have a colour, it shows."""


Row: TypeAlias = tuple[Cell, ...]
"""The cells that begin in a row, left to right, as in HTML."""


@frozen(kw_only=True)
class Grid:
    """A table: heading rows, then rows, with merged cells."""

    head: tuple[Row, ...]
    """Heading rows, at least one; no cell reaches into the body."""
    body: tuple[Row, ...]
    """The rows below."""
    keys: tuple[int, ...] = ()
    """Columns that name the rows; repeated where a table is continued."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return sum(cell.colspan for cell in self.head[0])


@frozen(kw_only=True)
class Heading:
    """A heading."""

    text: str
    """Its words."""
    level: int = 1
    """1 for the whole picture, 2 for a part of it."""


@frozen(kw_only=True)
class Facts:
    """Labels with their texts, one a line."""

    pairs: tuple[tuple[str, str], ...]
    """Label and text of each."""


@frozen(kw_only=True)
class Note:
    """A remark below a table."""

    text: str
    """Its words."""


Block: TypeAlias = Heading | Facts | Grid | Note
"""A part of a picture."""


@frozen(kw_only=True)
class Slot:
    """A cell as it lies in the grid; two slots are one when they are the same object."""

    cell: Cell
    """The cell that covers the place."""
    row: int
    """The row in which the cell begins, from 0."""
    column: int
    """The column in which the cell begins, from 0."""


def lay_out(rows: tuple[Row, ...], width: int) -> list[list[Slot]]:
    """
    Say for every place of the grid which cell covers it.

    >>> rows = ((Cell(text="a", rowspan=2), Cell(text="b")), (Cell(text="c"),))
    >>> [[slot.cell.text for slot in row] for row in lay_out(rows, 2)]
    [['a', 'b'], ['a', 'c']]
    """
    covered: dict[tuple[int, int], Slot] = {}
    for row, cells in enumerate(rows):
        free = (column for column in range(width) if (row, column) not in covered)
        for cell in cells:
            slot = Slot(cell=cell, row=row, column=next(free))
            for down in range(cell.rowspan):
                for right in range(cell.colspan):
                    covered[row + down, slot.column + right] = slot
    return [[covered[row, column] for column in range(width)] for row in range(len(rows))]
