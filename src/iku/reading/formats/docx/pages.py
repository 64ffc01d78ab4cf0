"""Word: the paragraphs and tables of a DOCX file, in the order of the page."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError
from iku.reading.formats.blocks import Board, Box, Line, lay_blocks, parse_span
from iku.reading.formats.docx.elements import find_child, find_name, find_value, parse_xml
from iku.reading.formats.docx.numbering import Numbering
from iku.reading.formats.docx.texts import Texts, write_unread
from iku.reading.formats.gathering import Gatherer
from iku.reading.formats.zipped import Archive
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.reading.formats.blocks import Block
    from iku.reading.formats.docx.elements import Element
    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits

_TRANSPARENT: Final = frozenset(
    {
        "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag",
        "mc:AlternateContent", "mc:Choice",
    }
)  # fmt: skip
"""Elements around paragraphs, rows and cells that change nothing about them."""
_MAIN: Final = "word/document.xml"


def split_pages(data: bytes, limits: Limits) -> tuple[Part | Note, ...]:
    """
    Make the parts of a Word file.

    Raises:
        ReadingError: `bad-file`, `encrypted-file`, `doctype`, or a limit.
    """
    archive = Archive(data, limits)
    main = _find_main(archive)
    root = parse_xml(archive.read(main))
    body = find_child(root, "w:body")
    if find_name(root) != "w:document" or body is None:
        raise ReadingError(
            "bad-file",
            found="an archive without the text of a Word document",
            expected="a .docx file",
            repair="open the file in Word and save it as .docx again",
        )
    gatherer = Gatherer(limits)
    lists, styles = (_read_beside(archive, main, name) for name in ("numbering", "styles"))
    numbering = Numbering(lists, styles)
    texts = Texts(_read_footnotes(archive, main), numbering)
    lay_blocks(list(_Blocks(texts, limits).walk(body)), gatherer, limits)
    return gatherer.freeze()


def _find_main(archive: Archive) -> str:
    """Name the member that holds the text, as the archive says or as Word calls it."""
    if "_rels/.rels" in archive.names:
        for relation in parse_xml(archive.read("_rels/.rels")):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return normpath((relation.get("Target") or _MAIN).lstrip("/"))
    return _MAIN


def _read_footnotes(archive: Archive, main: str) -> dict[tuple[str, str], Element]:
    """Give the footnotes and endnotes by their kind and number."""
    found: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        notes = _read_beside(archive, main, f"{kind}s")
        for note in notes if notes is not None else ():
            found[kind, find_value(note, "id") or ""] = note
    return found


def _read_beside(archive: Archive, main: str, name: str) -> Element | None:
    """Read a member that belongs to the one with the text; None where there is none."""
    path = join(dirname(main), f"{name}.xml")
    return parse_xml(archive.read(path)) if path in archive.names else None


class _Blocks:
    """Makes blocks of the elements of a body or a cell."""

    def __init__(self, texts: Texts, limits: Limits) -> None:
        self._texts = texts
        self._limits = limits
        self._depth = 0

    def walk(self, parent: Element) -> Iterator[Block]:
        """Give the paragraphs and tables in a body or a cell."""
        for child in _look_through(parent, "w:p", "w:tbl", "w:altChunk"):
            name = find_name(child)
            if name == "w:tbl":
                yield self._make_board(child)
            elif name == "w:p":
                yield self._texts.make_line(child)
            else:
                yield Line(text="", remarks=[("IKU-B086", ())])

    def _make_board(self, table: Element) -> Board:
        self._depth += 1
        if self._depth > self._limits.depth:
            raise refuse(
                "too-deep",
                "depth",
                found=f"more than {self._limits.depth} tables inside one another",
                most=f"{self._limits.depth} of them",
            )
        rows = [self._make_row(row) for row in _look_through(table, "w:tr") if not _is_deleted(row)]
        self._depth -= 1
        return Board(rows=rows)

    def _make_row(self, row: Element) -> list[Box]:
        before = _read_span(find_child(row, "w:trPr", "w:gridBefore"), self._limits)
        boxes = [Box(columns=before)] if before else []
        boxes.extend(self._make_box(cell) for cell in _look_through(row, "w:tc"))
        return boxes

    def _make_box(self, cell: Element) -> Box:
        properties = find_child(cell, "w:tcPr")
        columns = _read_span(find_child(properties, "w:gridSpan"), self._limits) or 1
        merged, beside = (_goes_on(find_child(properties, f"w:{way}Merge")) for way in "vh")
        if merged or beside:
            # Word shows nothing of what a cell holds that another one covers.
            unread = write_unread(cell).strip()
            remarks = [("IKU-B080", (("teks", unread),))] if unread else []
            blank = Line(text="", remarks=[*remarks])
            return Box(columns=columns, merged=merged, blocks=[blank])
        return Box(columns=columns, blocks=list(self.walk(cell)))


def _look_through(parent: Element, *wanted: str) -> Iterator[Element]:
    """Give children of these names, also those in content controls and insertions."""
    for child in parent:
        name = find_name(child)
        if name in wanted:
            yield child
        elif name in _TRANSPARENT:
            yield from _look_through(child, *wanted)


def _goes_on(merge: Element | None) -> bool:
    """Say whether a cell is merged with the one before it, above or at its left."""
    return merge is not None and find_value(merge) != "restart"


def _is_deleted(row: Element) -> bool:
    return find_child(row, "w:trPr", "w:del") is not None


def _read_span(element: Element | None, limits: Limits) -> int:
    return parse_span(find_value(element) or "1", limits) if element is not None else 0
