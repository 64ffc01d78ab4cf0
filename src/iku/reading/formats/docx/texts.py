"""The text of a Word paragraph, and what in it is no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.formats.blocks import Line, write_pieces
from iku.reading.formats.docx.elements import find_child, find_name, find_value, is_on
from iku.reading.formats.docx.equations import write_equation
from iku.reading.formats.symbols import replace_symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.reading.formats.blocks import Remark
    from iku.reading.formats.docx.elements import Element
    from iku.reading.formats.docx.numbering import Numbering

Footnotes = dict[tuple[str, str], "Element"]
"""Footnotes and endnotes by kind and number."""

_SIGNS: Final = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
_HEIGHTS: Final = {"superscript": "super", "subscript": "sub"}
_HEADING: Final = re.compile(r"(?:Heading|Judul|Title)[0-9]?", re.IGNORECASE)
_PRIVATE: Final = 0xF000
"""Where the font Symbol begins among the characters that have no meaning of their own."""


class Texts:
    """Makes lines of paragraphs."""

    def __init__(self, footnotes: Footnotes, numbering: Numbering) -> None:
        self._footnotes = footnotes
        self._numbering = numbering

    def make_line(self, paragraph: Element) -> Line:
        """Make a line of a paragraph."""
        style = find_value(find_child(paragraph, "w:pPr", "w:pStyle")) or ""
        collector = _Collector(self._footnotes)
        collector.collect(paragraph)
        return Line(
            text=write_pieces(collector.pieces),
            heading=_HEADING.fullmatch(style) is not None,
            number=self._numbering.count(paragraph),
            remarks=collector.make_remarks(),
        )


class _Collector:
    """Collects what the elements of a paragraph say."""

    def __init__(self, footnotes: Footnotes) -> None:
        self.pieces: list[tuple[str, str]] = []
        self._footnotes = footnotes
        self._height = ""
        self._inside = 0
        """How many insertions are inside one another here; the outermost is noted."""
        self._noted: dict[str, list[str]] = {}
        """For each code of a finding, the texts it speaks of."""
        self._handlers: dict[str, Callable[[Element], None]] = {
            "w:t": self._take_text,
            "w:r": self._take_run,
            "w:sym": self._take_symbol,
            "w:del": self._take_deleted,
            "w:moveFrom": self._take_deleted,
            "w:ins": self._take_inserted,
            "w:footnoteReference": self._take_footnote,
            "w:endnoteReference": self._take_footnote,
            "m:oMath": self._take_equation,
            "w:drawing": self._take_picture,
            "w:pict": self._take_picture,
            "w:object": self._take_picture,
            "mc:Fallback": self._leave,
            "w:pPr": self._leave,
            "w:rPr": self._leave,
        }

    def collect(self, element: Element) -> None:
        """Collect what the children of an element say; unknown ones are what they hold."""
        for child in element:
            name = find_name(child)
            if name in _SIGNS:
                self._add(_SIGNS[name])
            else:
                self._handlers.get(name, self.collect)(child)

    def make_remarks(self) -> list[Remark]:
        """Give what is odd, each kind once."""
        return [
            (kode, (("teks", text),) if (text := " ".join(" ".join(texts).split())) else ())
            for kode, texts in self._noted.items()
        ]

    def _note(self, kode: str, text: str = "") -> None:
        self._noted.setdefault(kode, []).append(text)

    def _add(self, text: str) -> None:
        self.pieces.append((text, self._height))

    def _leave(self, element: Element) -> None:
        """Leave an element aside."""

    def _take_text(self, element: Element) -> None:
        self._add(element.text or "")

    def _take_run(self, run: Element) -> None:
        properties = find_child(run, "w:rPr")
        if properties is None:
            self.collect(run)
        elif is_on(find_child(properties, "w:vanish")):
            self._note_unread("IKU-B080", run)
        else:
            self._take_formatted(run, properties)

    def _take_formatted(self, run: Element, properties: Element) -> None:
        before = len(self.pieces)
        self._height = _HEIGHTS.get(find_value(find_child(properties, "w:vertAlign")) or "", "")
        self.collect(run)
        self._height = ""
        if find_value(find_child(properties, "w:rFonts"), "ascii") == "Symbol":
            self.pieces[before:] = [
                ("".join(map(replace_symbol, text)), height)
                for text, height in self.pieces[before:]
            ]

    def _take_symbol(self, element: Element) -> None:
        try:
            code = int(find_value(element, "char") or "", 16)
        except ValueError:
            return
        private = chr(_PRIVATE | (code & 0xFFF))
        symbol = find_value(element, "font") == "Symbol"
        self._add(replace_symbol(private) if symbol else private)

    def _note_unread(self, kode: str, element: Element) -> None:
        text = write_unread(element)
        if text.strip():
            self._note(kode, text)

    def _take_deleted(self, element: Element) -> None:
        self._note_unread("IKU-B084", element)

    def _take_inserted(self, element: Element) -> None:
        if not self._inside:
            self._note_unread("IKU-B088", element)
        self._inside += 1
        self.collect(element)
        self._inside -= 1

    def _take_footnote(self, element: Element) -> None:
        kind = find_name(element).removeprefix("w:").removesuffix("Reference")
        note = self._footnotes.get((kind, find_value(element, "id") or ""))
        if note is not None:
            self._note_unread("IKU-B083", note)

    def _take_equation(self, element: Element) -> None:
        text = write_equation(element)
        if text:
            self._add(text)
            self._note("IKU-B087", text)

    def _take_picture(self, element: Element) -> None:
        text = write_unread(element)
        if text.strip():
            self._note("IKU-B082", text)
        else:
            self._note("IKU-B081")


def write_unread(element: Element) -> str:
    """Write the words of an element that is not read, for a finding."""
    words: list[str] = []
    for inner in element.iter():
        name = find_name(inner)
        if name in ("w:t", "w:delText", "m:t"):
            words.append(inner.text or "")
        elif name in ("w:p", "w:tab", "w:br"):
            words.append(" ")
    return "".join(words)
