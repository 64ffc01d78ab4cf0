"""HTML: the tables and paragraphs of a page, read with the parser of the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError
from iku.reading.formats.blocks import Board, Box, Line, lay_blocks, parse_span, write_pieces
from iku.reading.formats.gathering import Gatherer
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from iku.reading.formats.blocks import Block, Remark
    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits

_SPACE: Final = re.compile(r"[ \t\r\n\f]++")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "html", "li", "main", "nav",
    "ol", "p", "pre", "section", "ul",
}  # fmt: skip
"""Elements that stand on lines of their own."""
_UNSEEN: Final = frozenset({"script", "style", "template", "title", "noscript", "svg", "datalist"})
"""Elements whose text no page shows."""
_VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_HEIGHTS: Final = {"sup": "super", "sub": "sub"}
_HIDDEN: Final = re.compile(r"(?:^|;)\s*+(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)\b")
_END: Final = "iku-end"
"""A tag of our own behind the text: what never ends swallows it."""

_Attributes = list[tuple[str, str | None]]


def read_parts(text: str, *, limits: Limits) -> tuple[Part | Note, ...]:
    """
    Read the parts of an HTML page.

    Raises:
        ReadingError: `bad-file` for markup that does not end, or a limit:
            `too-many-nodes`, `too-deep`, `too-many-lines`, `too-many-cells` or
            `text-too-long`.
    """
    count = text.count("<") + text.count("=")
    if count > limits.tags:
        raise refuse(
            "too-many-nodes",
            "tags",
            found=f"HTML with {count} tags and attributes",
            most=f"{limits.tags} of them",
        )
    page = _Page(limits)
    try:
        # All at once and never closed: closing would read what does not end again and again.
        page.feed(f"{text}<{_END}>")
    except (AssertionError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        raise _bad_markup("markup that is no HTML") from error
    if not page.ended:
        raise _bad_markup("a tag, a comment or a script that does not end")
    gatherer = Gatherer(limits)
    lay_blocks(page.blocks, gatherer, limits)
    return gatherer.freeze()


def _bad_markup(found: str) -> ReadingError:
    return ReadingError(
        "bad-file",
        found=found,
        expected="HTML as a browser or Excel saves it",
        repair="open the file in a browser and copy its tables as text",
    )


class _Page(HTMLParser):
    """The blocks of a page, made while its tags come by."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.ended = False
        self._limits = limits
        self._open: list[Board] = []
        self._targets: list[list[Block]] = [self.blocks]
        """Where blocks go: to the page, or to the cell that is open in each open table."""
        self._pieces: list[tuple[str, str]] = []
        self._remarks: list[Remark] = []
        self._heights: list[str] = [""]
        self._heading = False
        self._kept = 0
        """Depth of elements that keep their spaces."""
        self._skipped = ""
        """The element that is skipped, and how often it is open inside itself."""
        self._depth = 0
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        """Begin what a tag begins."""
        if tag == _END:
            self._end_page()
        elif self._skipped:
            self._depth += tag == self._skipped
        elif tag in _UNSEEN or (tag not in _VOID and _is_hidden(attrs)):
            self._skipped, self._depth = tag, 1
        elif tag in ("table", "tr", "td", "th", "caption"):
            self._begin_table_part(tag, dict(attrs))
        else:
            self._begin_other(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._end_skipped()
        elif tag == "table":
            self._end_table()
        elif tag in ("td", "th", "tr", "caption"):
            self._end_cell()
        elif tag in _BLOCKS:
            self._end_line(blank=tag == "p")
            self._heading = False
            self._kept -= tag == "pre" and self._kept > 0
        elif tag in _HEIGHTS and len(self._heights) > 1:
            self._heights.pop()

    def handle_data(self, data: str) -> None:
        """Take text: spaces are one space, except where they are kept."""
        if self._skipped:
            if self._skipped not in _UNSEEN and data.strip():
                self._hidden.append(data)
        elif self._kept:
            *lines, last = data.split("\n")
            for line in lines:
                self._pieces.append((line, self._heights[-1]))
                self._end_line(blank=True)
            self._pieces.append((last, self._heights[-1]))
        else:
            self._pieces.append((_SPACE.sub(" ", data), self._heights[-1]))

    def _begin_other(self, tag: str) -> None:
        if tag == "br":
            self._pieces.append(("\n", ""))
        elif tag in ("img", "object", "math", "canvas"):
            self._remarks.append(("IKU-B081", ()))
        elif tag == "hr":
            self._end_line()
            self._end_line(blank=True)
        elif tag in _HEIGHTS:
            self._heights.append(_HEIGHTS[tag])
        elif tag in _BLOCKS:
            self._end_line()
            self._heading = tag in _HEADINGS
            self._kept += tag == "pre"

    def _begin_table_part(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "table":
            self._begin_table()
        elif not self._open or tag == "caption":
            self._end_line()
        elif tag == "tr":
            self._end_cell()
            self._open[-1].rows.append([])
        else:
            self._end_cell()
            if not self._open[-1].rows:
                self._open[-1].rows.append([])
            box = Box(
                # A cell of no rows covers all that follow.
                rows=parse_span(attributes.get("rowspan") or "", self._limits) or self._limits.span,
                columns=parse_span(attributes.get("colspan") or "", self._limits) or 1,
            )
            self._open[-1].rows[-1].append(box)
            self._targets[-1] = box.blocks

    def _begin_table(self) -> None:
        self._end_line()
        if len(self._open) >= self._limits.depth:
            raise refuse(
                "too-deep",
                "depth",
                found=f"more than {self._limits.depth} tables inside one another",
                most=f"{self._limits.depth} of them",
            )
        self._open.append(Board())
        self._targets.append(self._targets[-1])

    def _end_table(self) -> None:
        self._end_line()
        if self._open:
            self._targets.pop()
            # Behind its caption, and what else stands between its cells.
            self._targets[-1].append(self._open.pop())

    def _end_cell(self) -> None:
        self._end_line()
        if self._open:
            self._targets[-1] = self._targets[-2]

    def _end_page(self) -> None:
        self._end_skipped()
        self._end_line()
        while self._open:
            self._end_table()
        self.ended = True

    def _end_line(self, *, blank: bool = False) -> None:
        """Add the line so far; with `blank`, an empty one too."""
        if not (self._pieces or self._remarks or blank):
            return
        text = write_pieces(self._pieces)
        text = text if self._kept else "\n".join(line.strip() for line in text.split("\n"))
        if text.strip() or blank or self._remarks:
            self._targets[-1].append(Line(text=text, heading=self._heading, remarks=self._remarks))
        self._pieces, self._remarks = [], []

    def _end_skipped(self) -> None:
        self._skipped = ""
        if self._hidden:
            words = (("teks", " ".join(" ".join(self._hidden).split())),)
            self._remarks.append(("IKU-B080", words))
            self._hidden = []


def _is_hidden(attributes: _Attributes) -> bool:
    return any(
        name == "hidden" or (name == "style" and value and _HIDDEN.search(value.lower()))
        for name, value in attributes
    )
