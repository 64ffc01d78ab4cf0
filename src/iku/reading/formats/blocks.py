"""
Blocks: lines and tables inside one another, as Word and HTML have them.

A table of one column is a frame around what it holds; any other table inside a
cell becomes lines of that cell.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import Factory, define

from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.reading.formats.gathering import Gatherer
    from iku.reading.limits import Limits

Remark: TypeAlias = tuple[str, tuple[tuple[str, str | int], ...]]
"""Code of a finding, and the words of its message."""


@define(kw_only=True)
class Line:
    """A paragraph, and what is odd about it."""

    text: str
    """What it says; line breaks inside it stay."""
    heading: bool = False
    """Whether it is marked as a heading."""
    number: str = ""
    """The number that a program counts for it, as it is printed before the text."""
    remarks: list[Remark] = Factory(list[Remark])
    """What is odd about it."""


@define(kw_only=True)
class Box:
    """A cell of a table: what it holds, and how many rows and columns it covers."""

    rows: int = 1
    """Rows it covers, its own included."""
    columns: int = 1
    """Columns it covers."""
    merged: bool = False
    """Whether it goes on with the cell above it, where a file has such cells as well."""
    # The name of the type is made below this class.
    blocks: list[Block] = Factory(list["Block"])
    """What it holds."""


@define(kw_only=True)
class Board:
    """A table: rows of cells, those that a merged cell of a row above covers left out."""

    rows: list[list[Box]] = Factory(list[list[Box]])
    """The rows."""


Block: TypeAlias = Line | Board
"""A piece of a page."""

_PLAIN: Final = re.compile(r"\(?(?:[0-9]+|[A-Za-z]+)[.):]*+")
"""A number that only counts."""
_SUPER: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUB: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED: Final = frozenset("0123456789+-=()n")


def write_pieces(pieces: Iterable[tuple[str, str]]) -> str:
    """
    Join pieces of text, each with its height: "", "super" or "sub".

    A raised figure must not become a digit of the number before it.

    >>> write_pieces([("97,5", ""), ("1", "super"), (" PDRB", ""), ("n", "sub"), ("-1", "sub")])
    '97,5¹ PDRB_(n-1)'
    """
    return "".join(
        _write_height("".join(text for text, _ in group), height)
        for height, group in groupby(pieces, key=lambda piece: piece[1])
    )


def _write_height(text: str, height: str) -> str:
    inner = text.strip()
    if not height or not inner:
        return text
    if height == "super":
        written = inner.translate(_SUPER) if _RAISED.issuperset(inner) else inner
    elif inner.isdecimal():
        written = inner.translate(_SUB)
    else:
        written = f"_{inner}" if inner.isalnum() else f"_({inner})"
    return text.replace(inner, written, 1)


def parse_span(text: str, limits: Limits) -> int:
    """
    Read how many rows or columns a cell covers; what is no number covers one.

    Raises:
        ReadingError: `too-many-cells`.
    """
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit():
        return 1
    if len(digits) > 9 or int(digits) > limits.span:
        raise refuse(
            "too-many-cells",
            "span",
            found=f"a cell that covers more than {limits.span} rows or columns",
            most=f"{limits.span} of them",
        )
    return int(digits)


def lay_blocks(blocks: Sequence[Block], gatherer: Gatherer, limits: Limits) -> None:
    """
    Add what a page shows to the parts of a file.

    Raises:
        ReadingError: `too-many-lines`, `too-many-cells` or `text-too-long`.
    """
    for block in blocks:
        if isinstance(block, Line):
            cell = gatherer.add_paragraph(block.text, heading=block.heading)
            for kode, words in block.remarks:
                gatherer.add_note(kode, cell, words)
        elif _is_frame(block):
            gatherer.end_lines()
            for row in block.rows:
                for box in row:
                    lay_blocks(box.blocks, gatherer, limits)
            gatherer.end_lines()
        else:
            _Placing(gatherer, limits).add_board(block)


def _is_frame(board: Board) -> bool:
    return all(len(row) <= 1 and all(box.rows == 1 for box in row) for row in board.rows)


class _Placing:
    """Puts the cells of one table into its columns."""

    def __init__(self, gatherer: Gatherer, limits: Limits) -> None:
        self._gatherer = gatherer
        self._limits = limits
        self._until: dict[int, int] = {}
        """For each column, the row before which a merged cell covers it."""
        self._merged: set[tuple[int, int]] = set()
        """The rows and columns, from 1, that merged cells of rows above cover."""

    def add_board(self, board: Board) -> None:
        table = self._gatherer.begin_table()
        remarks: list[tuple[int, int, str, list[Remark]]] = []
        rows: list[list[str]] = []
        for number, row in enumerate(board.rows):
            texts: list[str] = []
            for column, box in self._place(row, number):
                found: list[Remark] = []
                texts += [""] * (column - len(texts))
                texts.append(_flatten(box.blocks, found))
                if found:
                    remarks.append((number, column, texts[-1], found))
            rows.append(texts)
        self._gatherer.add_rows(rows, table=table, merged=self._merged)
        for number, column, text, found in remarks:
            cell = self._gatherer.make_cell(text, line=number + 1, column=column + 1, table=table)
            for kode, words in found:
                self._gatherer.add_note(kode, cell, words)

    def _place(self, row: list[Box], number: int) -> Iterable[tuple[int, Box]]:
        column = 0
        for box in row:
            while self._until.get(column, 0) > number:
                column += 1
                self._merged.add((number + 1, column))
            if column >= self._limits.columns:
                raise refuse(
                    "too-many-cells",
                    "columns",
                    found=f"a row with more than {self._limits.columns} columns",
                    most=f"{self._limits.columns} columns",
                )
            if box.merged:
                self._merged.add((number + 1, column + 1))
            yield column, box
            end = column + box.columns
            if box.rows > 1:
                for covered in range(column, min(end, self._limits.columns)):
                    self._until[covered] = number + box.rows
            column = end
        self._gatherer.count_cells(column)


def _write_line(line: Line, *, several: bool, alone: bool) -> str:
    """
    Write a line of a cell with the number before it, where that says anything.

    One of several lines, one that no plain counting makes (1.1, IKU 2), and all that
    the cell holds. A plain number before the only line counts the cells, as a column would.
    """
    text = line.text.replace("\t", " ")
    if not text.strip():
        return line.number if alone else ""
    if line.number and (several or not _PLAIN.fullmatch(line.number)):
        return f"{line.number} {text}"
    return text


def _flatten(blocks: Sequence[Block], remarks: list[Remark]) -> str:
    """Make one text of what a cell holds."""
    lines: list[str] = []
    own = [block for block in blocks if isinstance(block, Line)]
    several = sum(bool(line.number and line.text.strip()) for line in own) > 1
    alone = len(own) == 1
    for block in blocks:
        if isinstance(block, Line):
            lines.append(_write_line(block, several=several, alone=alone))
            remarks += block.remarks
        else:
            for row in block.rows:
                texts = (_flatten(box.blocks, remarks) for box in row)
                lines.append(" ".join(text for text in texts if text))
    return "\n".join(line for line in lines if line.strip())
