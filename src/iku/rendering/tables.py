"""From lines and columns to a grid, with cells merged as official tables merge them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iku._attrs import frozen
from iku.rendering.grid import Cell, Grid, Row
from iku.rendering.lines import Level, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@frozen(kw_only=True)
class Column:
    """One column: what heads it and what it says in a line."""

    label: tuple[str, ...]
    """Its headings from the outermost inward; neighbours share the outer ones."""
    level: Level
    """The noun that it speaks of; a cell reaches over all lines of that noun."""
    empty_level: Level | None = None
    """The noun over whose lines an empty cell reaches, where it reaches farther."""
    write: Callable[[Line], str]
    """The words for a line."""
    right: bool = False
    """Whether it holds numbers."""
    is_key: bool = False
    """Whether it names the rows."""


def build_grid(lines: Sequence[Line], columns: Sequence[Column]) -> Grid:
    """Make the table of these columns."""
    return Grid(
        head=build_head([column.label for column in columns]),
        body=tuple(tuple(_build_cells(lines, index, columns)) for index in range(len(lines))),
        keys=tuple(index for index, column in enumerate(columns) if column.is_key),
    )


def _build_cells(lines: Sequence[Line], index: int, columns: Sequence[Column]) -> Iterator[Cell]:
    for column in columns:
        key = _find_key(lines[index], column)
        if index and _find_key(lines[index - 1], column) == key:
            continue
        end = index + 1
        while end < len(lines) and _find_key(lines[end], column) == key:
            end += 1
        yield Cell(text=column.write(lines[index]), rowspan=end - index, right=column.right)


def _find_key(line: Line, column: Column) -> tuple[bool, tuple[int, ...]]:
    """Find what lines have in common that share a cell."""
    is_empty = column.empty_level is not None and not column.write(line)
    return is_empty, line.place[: column.empty_level if is_empty else column.level]


def build_head(labels: Sequence[tuple[str, ...]]) -> tuple[Row, ...]:
    """
    Make the heading rows: outer headings reach over the columns that share them.

    >>> [[cell.text for cell in row] for row in build_head([("No",), ("P", "a"), ("P", "b")])]
    [['No', 'P'], ['a', 'b']]
    """
    depth = max(len(label) for label in labels)
    return tuple(tuple(_build_headings(labels, row, depth)) for row in range(depth))


def _build_headings(labels: Sequence[tuple[str, ...]], row: int, depth: int) -> Iterator[Cell]:
    column = 0
    while column < len(labels):
        label = labels[column]
        end = column + 1
        if len(label) == row + 1:
            yield Cell(text=label[row], rowspan=depth - row)
        elif len(label) > row + 1:
            while end < len(labels) and labels[end][: row + 1] == label[: row + 1]:
                end += 1
            yield Cell(text=label[row], colspan=end - column)
        column = end
