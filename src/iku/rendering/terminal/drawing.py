"""Pictures as plain text, for a terminal."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from iku.rendering.grid import Facts, Grid, Heading, lay_out
from iku.rendering.terminal.pages import split_grid
from iku.rendering.terminal.widths import find_least_widths, find_narrow_widths, find_widths
from iku.rendering.terminal.wrapping import measure, wrap, write_padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.rendering.grid import Block, Slot

# Indexed by which lines meet in a corner: 8 up, 4 down, 2 left, 1 right.
_LIGHT: Final = " ───│┌┐┬│└┘┴│├┤┼"
_DOUBLE: Final = " ═══│╒╕╤│╘╛╧│╞╡╪"


def write_text(blocks: Iterable[Block], width: int) -> str:
    """Draw blocks as text of about `width` columns, a blank line between them."""
    return "\n\n".join("\n".join(_write_block(block, width)) for block in blocks) + "\n"


def _write_block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _write_heading(block, width)
        case Facts():
            yield from _write_facts(block, width)
        case Grid():
            yield from write_grid(block, width)
        case _:
            yield from wrap(block.text, width)


def _write_heading(heading: Heading, width: int) -> Iterator[str]:
    lines = wrap(heading.text, width)
    yield from lines
    yield ("═" if heading.level == 1 else "─") * max(map(measure, lines))


def _write_facts(facts: Facts, width: int) -> Iterator[str]:
    indent = max(measure(label) for label, _ in facts.pairs)
    for label, text in facts.pairs:
        first, *rest = wrap(text, max(width - indent - 3, 20))
        yield f"{write_padded(label, indent)} : {first}"
        yield from (f"{' ' * indent}   {line}" for line in rest)


def write_grid(grid: Grid, width: int) -> list[str]:
    """
    Draw a table with its merged cells as lines of text.

    Where the columns need it, the blanks beside the rules are left out; where
    even that is not enough, the table is continued below.
    """

    def fits(part: Grid) -> bool:
        places = lay_out((*part.head, *part.body), part.width)
        return sum(find_narrow_widths(places)) + part.width + 1 <= width

    first, *others = split_grid(grid, fits)
    lines = _draw(first, width)
    for other in others:
        lines.extend(("", *_draw(other, width)))
    return lines


def _draw(grid: Grid, width: int) -> list[str]:
    places = lay_out((*grid.head, *grid.body), grid.width)
    rules = grid.width + 1
    gap = 1 if sum(find_least_widths(places)) + rules + 2 * grid.width <= width else 0
    widths = [each + 2 * gap for each in find_widths(places, width - rules - 2 * gap * grid.width)]
    return _Drawing(places, widths, gap=gap, head=len(grid.head)).draw()


class _Drawing:
    """
    A table being drawn from the top down.

    Each cell hands out its lines one by one, also across the rules that its
    merged rows do not have.
    """

    def __init__(self, places: list[list[Slot]], widths: list[int], *, gap: int, head: int) -> None:
        self._places = places
        self._widths = widths
        self._gap = gap
        self._head = head
        wrapped = {
            (slot.row, slot.column): wrap(slot.cell.text, self._measure_cell(slot) - 2 * gap)
            for row in places
            for slot in row
        }
        self._heights = self._choose_heights({key: len(lines) for key, lines in wrapped.items()})
        self._lines = {key: chain(lines, repeat("")) for key, lines in wrapped.items()}

    def _measure_cell(self, slot: Slot) -> int:
        """Measure a cell with its blanks and the rules that it covers."""
        covered = self._widths[slot.column : slot.column + slot.cell.colspan]
        return sum(covered) + len(covered) - 1

    def _choose_heights(self, needs: dict[tuple[int, int], int]) -> list[int]:
        """Make rows as high as their cells need; merged cells stretch their last row."""
        heights = [1] * len(self._places)
        slots = {(slot.row, slot.column): slot for row in self._places for slot in row}
        for key, slot in sorted(slots.items(), key=lambda item: item[1].cell.rowspan):
            end = slot.row + slot.cell.rowspan
            has = sum(heights[slot.row : end]) + slot.cell.rowspan - 1
            heights[end - 1] += max(needs[key] - has, 0)
        return heights

    def draw(self) -> list[str]:
        """Draw rule, row, rule, row, down to the last rule."""
        drawn: list[str] = []
        for row, height in enumerate(self._heights):
            drawn.append(self._draw_rule(row))
            drawn.extend(self._draw_line(row) for _ in range(height))
        return [*drawn, self._draw_rule(len(self._heights))]

    def _draw_line(self, row: int) -> str:
        slots = [slot for column, slot in enumerate(self._places[row]) if slot.column == column]
        return "│" + "│".join(map(self._draw_cell, slots)) + "│"

    def _draw_cell(self, slot: Slot) -> str:
        blanks = " " * self._gap
        room = self._measure_cell(slot) - 2 * self._gap
        line = next(self._lines[slot.row, slot.column])
        return blanks + write_padded(line, room, right=slot.cell.right) + blanks

    def _draw_rule(self, row: int) -> str:
        strokes = _DOUBLE if row == self._head else _LIGHT
        drawn = ""
        column = 0
        while column < len(self._widths):
            drawn += strokes[self._find_corner(row, column)]
            if self._has_rule(row, column):
                drawn += strokes[0b11] * self._widths[column]
                column += 1
            else:
                slot = self._places[row][column]
                drawn += self._draw_cell(slot)
                column += slot.cell.colspan
        return drawn + strokes[self._find_corner(row, column)]

    def _find_corner(self, row: int, column: int) -> int:
        """Find which of the four lines meet in the upper left corner of a place."""
        return (
            8 * self._has_edge(row - 1, column)
            + 4 * self._has_edge(row, column)
            + 2 * self._has_rule(row, column - 1)
            + self._has_rule(row, column)
        )

    def _has_rule(self, row: int, column: int) -> bool:
        """Tell whether a rule runs above a place."""
        if not 0 <= column < len(self._widths):
            return False
        if not 0 < row < len(self._places):
            return True
        return self._places[row - 1][column] is not self._places[row][column]

    def _has_edge(self, row: int, column: int) -> bool:
        """Tell whether a line runs left of a place."""
        if not 0 <= row < len(self._places):
            return False
        if not 0 < column < len(self._widths):
            return True
        return self._places[row][column - 1] is not self._places[row][column]
