"""
Pictures as HTML, for notebooks and pages.

A fragment of plain tables: no script, no style sheet, no link. Every string of
a document passes `escape_html`, and every attribute is written by this module.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.rendering.grid import Cell, Facts, Grid, Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.rendering.grid import Block, Row
    from iku.typing import Language

_ESCAPES: Final = {ord(character): f"&#{ord(character)};" for character in "&<>\"'`"}
_LINE_BREAK: Final = re.compile("[\n\u2028\u2029]")

# Notebooks align and shade cells as it suits data frames; these stand against it.
_TABLE: Final = "border-collapse:collapse;margin:0.5em 0"
_MARK: Final = "background:#fff3bf;color:#222"
_CELL: Final = "border:1px solid #999;padding:0.3em 0.6em;vertical-align:top;white-space:normal"


def write_html(blocks: Iterable[Block], language: Language) -> str:
    """Draw blocks as one HTML element."""
    lines = "\n".join(line for block in blocks for line in _write_block(block))
    return f'<div lang="{language}">\n{lines}\n</div>\n'


def escape_html(text: str) -> str:
    """
    Write text so that HTML shows just that text.

    >>> escape_html('<b title="x">')
    '&#60;b title=&#34;x&#34;&#62;'
    """
    return "<br>".join(_LINE_BREAK.split(text.translate(_ESCAPES)))


def _write_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            tag = f"h{block.level + 1}"
            yield f"<{tag}>{escape_html(block.text)}</{tag}>"
        case Facts():
            yield from _write_facts(block)
        case Grid():
            yield from _write_grid(block)
        case _:
            yield f"<p>{escape_html(block.text)}</p>"


def _write_facts(facts: Facts) -> Iterator[str]:
    yield f'<table style="{_TABLE}">'
    for label, text in facts.pairs:
        style = "border:0;padding:0.1em 0.8em 0.1em 0;text-align:left;vertical-align:top"
        yield (
            f'<tr><th scope="row" style="{style}">{escape_html(label)}</th>'
            f'<td style="{style}">{escape_html(text)}</td></tr>'
        )
    yield "</table>"


def _write_grid(grid: Grid) -> Iterator[str]:
    yield f'<table style="{_TABLE}">'
    yield "<thead>"
    yield from (_write_row(row, "th") for row in grid.head)
    yield "</thead>"
    yield "<tbody>"
    yield from (_write_row(row, "td") for row in grid.body)
    yield "</tbody>"
    yield "</table>"


def _write_row(row: Row, tag: str) -> str:
    return f"<tr>{''.join(_write_cell(cell, tag) for cell in row)}</tr>"


def _write_cell(cell: Cell, tag: str) -> str:
    spans = "".join(
        f' {name}="{value}"'
        for name, value in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        if value > 1
    )
    if tag == "th":
        scope = ' scope="colgroup"' if cell.colspan > 1 else ' scope="col"'
        align = "center"
    else:
        scope = ""
        align = "right" if cell.right else "left"
    mark = f";{_MARK}" if cell.marked else ""
    style = f' style="{_CELL};text-align:{align}{mark}"'
    return f"<{tag}{scope}{spans}{style}>{escape_html(cell.text)}</{tag}>"
