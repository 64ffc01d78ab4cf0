"""Tables that are too wide for a terminal, continued below themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.rendering.grid import Cell, Grid, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iku.rendering.grid import Row, Slot


def split_grid(grid: Grid, fits: Callable[[Grid], bool]) -> Iterator[Grid]:
    """
    Divide a table into as few as possible that fit, one below the other.

    Columns that share a heading stay together where they can, and each part
    but the first begins with the columns that name the rows.
    """
    start = 0
    while start < grid.width:
        names = [column for column in grid.keys if column < start]
        ends = range(grid.width, start, -1)
        whole = [end for end in ends if _is_boundary(grid, end)]
        parts = ((end, _cut(grid, [*names, *range(start, end)])) for end in (*whole, *ends))
        start, part = next(
            ((end, part) for end, part in parts if fits(part)),
            (start + 1, _cut(grid, [*names, start])),
        )
        yield part


def _is_boundary(grid: Grid, column: int) -> bool:
    """Tell whether no heading reaches over the left edge of a column."""
    first = lay_out(grid.head, grid.width)[0]
    return column == grid.width or first[column].column == column


def _cut(grid: Grid, columns: Sequence[int]) -> Grid:
    """Keep these columns, in this order."""
    return Grid(
        head=tuple(_cut_rows(lay_out(grid.head, grid.width), columns)),
        body=tuple(_cut_rows(lay_out(grid.body, grid.width), columns)),
    )


def _cut_rows(places: list[list[Slot]], columns: Sequence[int]) -> Iterator[Row]:
    """Keep these columns of the rows; a row in which no cell begins any more goes."""
    left = [[slots[column] for column in columns] for slots in places]
    kept = [any(slot.row == row for slot in slots) for row, slots in enumerate(left)]
    for row, slots in enumerate(left):
        begins = {slot.column: slot for slot in slots if slot.row == row}
        if begins:
            yield tuple(
                Cell(
                    text=slot.cell.text,
                    rowspan=sum(kept[row : row + slot.cell.rowspan]),
                    colspan=slots.count(slot),
                    right=slot.cell.right,
                )
                for slot in begins.values()
            )
