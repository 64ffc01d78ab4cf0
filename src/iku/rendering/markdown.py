"""
Pictures as Markdown (GitHub's, which Python-Markdown reads as well).

Markdown knows no merged cells: one that reaches over several rows is written
in the first and left blank in the others, as officials do where a table is
typed; headings over several columns are written before each of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.rendering.grid import Facts, Grid, Heading, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.rendering.grid import Block, Slot

# A backslash where every dialect knows it, a character reference elsewhere.
_ESCAPES: Final = {ord(character): f"\\{character}" for character in "\\`*_{}[]#"} | {
    ord(character): f"&#{ord(character)};" for character in "&<>|~^$@"
}
_TOGETHER: Final = re.compile(r"(?<=www)\.|:(?=//)|=(?==)|(?<==)=", re.IGNORECASE)
"""Signs that mean something only beside others: addresses, and marks of some dialects."""
_LINE_BREAK: Final = re.compile("[\n\u2028\u2029]")


def write_markdown(blocks: Iterable[Block]) -> str:
    """Draw blocks as Markdown, a blank line between them."""
    return "\n\n".join(map(_write_block, blocks)) + "\n"


def _write_block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escape_markdown(block.text)}"
        case Facts():
            return "\n".join(
                f"- **{escape_markdown(label)}:** {escape_markdown(text)}"
                for label, text in block.pairs
            )
        case Grid():
            return "\n".join(_write_grid(block))
        case _:
            return escape_markdown(block.text)


def escape_markdown(text: str) -> str:
    r"""
    Write text so that Markdown shows just that text, on one line.

    >>> print(escape_markdown("A*B | <b>"))
    A\*B &#124; &#60;b&#62;
    """
    escaped = _TOGETHER.sub(lambda found: f"&#{ord(found[0])};", text.translate(_ESCAPES))
    return "<br>".join(" ".join(part.split()) for part in _LINE_BREAK.split(escaped))


def _write_grid(grid: Grid) -> Iterator[str]:
    head = lay_out(grid.head, grid.width)
    body = lay_out(grid.body, grid.width)
    yield _write_row(_join_headings(head))
    yield _write_row("---:" if _is_right(body, column) else "---" for column in range(grid.width))
    for row, slots in enumerate(body):
        yield _write_row(
            escape_markdown(slot.cell.text) if (slot.row, slot.column) == (row, column) else ""
            for column, slot in enumerate(slots)
        )


def _join_headings(head: list[list[Slot]]) -> Iterator[str]:
    for column in zip(*head, strict=True):
        texts = dict.fromkeys((slot.row, slot.cell.text) for slot in column)
        yield ": ".join(escape_markdown(text) for _, text in texts)


def _is_right(body: list[list[Slot]], column: int) -> bool:
    return any(slots[column].cell.right for slots in body)


def _write_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
