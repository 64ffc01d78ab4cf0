"""Tables between ruling lines, as pdfplumber finds them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from iku.errors import ReadingError
    from iku.reading.formats.pdf.pages import Glyph, Rule

TOLERANCE: Final = 3
"""Points within which lines meet, and are one line."""
_CROSSINGS: Final = 200_000
"""Pairs of lines of one page that may cross."""
_POINTS: Final = 4_000
"""Points of one page where lines cross."""
_BESIDE: Final = 10
"""Points that level lines reach beyond the last upright one when that side has no line."""

_NARROWEST: Final = 8
"""Points that a column is wide at least."""
_ENDS: Final = 3
"""Upright lines that end at one height and so end a row."""

Edge = dict[str, "Any"]
Bounds = tuple[float, float, float, float]


class Box(NamedTuple):
    """A cell: where it begins, in rows and columns and in points."""

    row: int
    """The first row, from 0."""
    column: int
    """The first column, from 0."""
    start: float
    """Its left side."""
    top: float
    """Its upper side."""
    end: float
    """Its right side."""
    bottom: float
    """Its lower side."""


class Ruled:
    """A table between lines."""

    def __init__(self, cells: list[Bounds], most: int) -> None:
        self._columns = _list_marks(side for cell in cells for side in (cell[0], cell[2]))
        self._rows = _list_marks(side for cell in cells for side in (cell[1], cell[3]))
        self.top = self._rows[0]
        """Its upper side."""
        self.rows = len(self._rows) - 1
        """How many rows it has."""
        self.columns = len(self._columns) - 1
        """How many columns it has."""
        if self.rows * self.columns > most:
            raise refuse_cells(f"a table of {self.rows} rows and {self.columns} columns", most)
        self._boxes: dict[tuple[int, int], Box] = {}
        for x0, top, x1, bottom in cells:
            first, last = _find(self._columns, x0), _find(self._columns, x1)
            upper, lower = _find(self._rows, top), _find(self._rows, bottom)
            box = Box(upper, first, x0, top, x1, bottom)
            for row in range(upper, lower):
                for column in range(first, last):
                    self._boxes[row, column] = box

    def list_columns(self) -> list[int]:
        """List the columns in which cells begin, the gaps of double lines left out."""
        boxes = set(self._boxes.values())
        return sorted({box.column for box in boxes if box.end - box.start >= _NARROWEST})

    def list_merged(self, columns: Iterable[int]) -> list[tuple[int, int]]:
        """List the rows and columns, from 0, that cells of rows above reach down to."""
        begun = set(columns)
        return [
            (row, column)
            for (row, column), box in self._boxes.items()
            if box.row < row and box.column == column and column in begun
        ]

    def find_box(self, glyph: Glyph) -> Box | None:
        """Find the cell that a letter stands in."""
        return self._find((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)

    def find_bars(self, rules: Iterable[Rule]) -> Iterator[tuple[Box, Rule]]:
        """Find the level lines inside cells that touch no side of them, with their cells."""
        for rule in rules:
            box = self._find((rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2)
            if (
                box is not None
                and rule.bottom == rule.top
                and rule.x1 - rule.x0 > _BESIDE
                and box.start < rule.x0
                and rule.x1 < box.end
                and box.top + TOLERANCE < rule.top < box.bottom - TOLERANCE
            ):
                yield box, rule

    def _find(self, x: float, y: float) -> Box | None:
        row, column = bisect_right(self._rows, y) - 1, bisect_right(self._columns, x) - 1
        return self._boxes.get((row, column))


def find_ruled(rules: Iterable[Rule], *, most: int) -> list[Ruled]:
    """
    Find the tables of a page, from top to bottom; `most` is the limit on cells.

    Raises:
        ReadingError: `too-many-cells`.
    """
    edges = _merge(_make_edge(rule) for rule in rules)
    _check_edges(edges, most)
    edges = _merge([*edges, *_close_sides(edges), *_close_ends(edges)])
    _check_edges(edges, most)
    crossings = edges_to_intersections(edges, TOLERANCE, TOLERANCE)
    if len(crossings) > _POINTS:
        raise refuse_cells(f"a page whose ruling lines cross at {len(crossings)} points", most)
    tables = cells_to_tables(intersections_to_cells(crossings))
    return sorted((Ruled(cells, most) for cells in tables), key=lambda table: table.top)


def _check_edges(edges: list[Edge], most: int) -> None:
    level = sum(edge["orientation"] == "h" for edge in edges)
    if level * (len(edges) - level) > _CROSSINGS:
        raise refuse_cells(f"a page with {len(edges)} ruling lines", most)


def refuse_cells(found: str, most: int) -> ReadingError:
    """Make the error for a page with too many cells."""
    return refuse("too-many-cells", "cells", found=found, most=f"{most} cells")


def _make_edge(rule: Rule) -> Edge:
    level = rule.x1 - rule.x0 >= rule.bottom - rule.top
    return _to_edge(rule.x0, rule.top, rule.x1, rule.bottom, "h" if level else "v")


def _to_edge(x0: float, top: float, x1: float, bottom: float, orientation: str) -> Edge:
    sides = {"x0": x0, "x1": x1, "top": top, "bottom": bottom}
    return {**sides, "width": x1 - x0, "height": bottom - top, "orientation": orientation}


def _merge(edges: Iterable[Edge]) -> list[Edge]:
    """Make one line of those that touch; what stays shorter than a letter is none."""
    merged = merge_edges(list(edges), TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    return [edge for edge in merged if max(edge["width"], edge["height"]) >= TOLERANCE]


def _close_sides(edges: list[Edge]) -> Iterator[Edge]:
    """Close the sides of tables that have upright lines inside, but none at left and right."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    for side in ("x0", "x1"):
        ends: dict[int, list[Edge]] = {}
        for edge in edges:
            if edge["orientation"] == "h":
                ends.setdefault(round(edge[side] / TOLERANCE), []).append(edge)
        for group in ends.values():
            x = group[0][side]
            if any(abs(x - one["x0"]) <= _BESIDE for one in upright):
                continue
            for above, below in pairwise(sorted(group, key=lambda edge: edge["top"])):
                if any(_divides(one, above, below) for one in upright):
                    yield _to_edge(x, above["top"], x, below["top"], "v")


def _close_ends(edges: list[Edge]) -> Iterator[Edge]:
    """Close the last row of a page, and the first of the next, when the page divides a row."""
    level = [edge for edge in edges if edge["orientation"] == "h"]
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    for side, outermost in (("top", min), ("bottom", max)):
        ends: dict[int, list[Edge]] = {}
        for edge in upright:
            ends.setdefault(round(edge[side] / TOLERANCE), []).append(edge)
        last = outermost((edge[side] for edge in upright), default=0.0)
        for group in ends.values():
            y = group[0][side]
            start, end = min(edge["x0"] for edge in group), max(edge["x0"] for edge in group)
            beside = [edge for edge in level if abs(y - edge["top"]) <= TOLERANCE]
            # Where cells of several rows are divided, the shorter ones beside them end in a line.
            outside = abs(y - last) <= TOLERANCE and not _is_covered(start, end, beside)
            if len(group) >= _ENDS and (outside or not beside):
                yield _to_edge(start, y, end, y, "h")


def _is_covered(start: float, end: float, level: Iterable[Edge]) -> bool:
    """Say whether level lines at one height reach from one place to another."""
    for edge in sorted(level, key=lambda edge: edge["x0"]):
        if edge["x0"] > start + TOLERANCE:
            return False
        start = max(start, edge["x1"])
    return start >= end - TOLERANCE


def _divides(edge: Edge, above: Edge, below: Edge) -> bool:
    """Say whether an upright line goes from one level line to another: there is a row between."""
    return bool(
        above["x0"] < edge["x0"] < above["x1"]
        and edge["top"] <= above["top"] + TOLERANCE
        and edge["bottom"] >= below["top"] - TOLERANCE
    )


def _list_marks(sides: Iterable[float]) -> list[float]:
    """List the places of lines, those within tolerance once."""
    marks: list[float] = []
    for side in sorted(sides):
        if not marks or side - marks[-1] > TOLERANCE:
            marks.append(side)
    return marks


def _find(marks: list[float], side: float) -> int:
    return bisect_right(marks, side + TOLERANCE / 1000) - 1
