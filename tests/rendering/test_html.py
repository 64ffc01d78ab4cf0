"""Pictures as HTML: nothing in a document can become markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.domain import Dokumen, Indikator, JenisDokumen, Penjelasan, Sasaran, Temuan, TingkatTemuan
from iku.rendering import render
from iku.rendering.grid import Cell, Facts, Grid, Heading, Note
from iku.rendering.html import escape_html, write_html

TAGS: Final = frozenset({"div", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "br"})
ATTRIBUTES: Final = {
    "lang": re.compile("id|en"),
    "scope": re.compile("row|col|colgroup"),
    "rowspan": re.compile("[1-9][0-9]*"),
    "colspan": re.compile("[1-9][0-9]*"),
    "style": re.compile("[a-z0-9#.:; -]+"),
}
HOSTILE: Final = (
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</td></table><script>",
    "<!--",
    "<![CDATA[",
    "--!><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "&#x3C;script&#x3E;",
    "` onclick=alert(1) `",
    "${alert(1)} {{alert(1)}}",
    "\uff1cscript\uff1e",
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co"]))
texts = words | st.sampled_from(HOSTILE)


class Reader(HTMLParser):
    """Collects tags, attributes and the text of each element that holds some."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check a tag against the lists."""
        assert tag in TAGS
        for name, value in attrs:
            assert value is not None
            assert ATTRIBUTES[name].fullmatch(value)
        if tag == "br":
            self.texts[-1] += "\n"
            return
        self.open.append(tag)
        if tag in ("h2", "h3", "p", "th", "td"):
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """Check that tags nest."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self.open and self.open[-1] in ("h2", "h3", "p", "th", "td"):
            self.texts[-1] += data
        else:
            assert not data.strip()

    def handle_comment(self, data: str) -> None:
        """Refuse comments."""
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        """Refuse declarations."""
        self.others.append(decl)

    def unknown_decl(self, data: str) -> None:
        """Refuse sections."""
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        """Refuse instructions."""
        self.others.append(data)


def read(html: str) -> list[str]:
    """Read the texts of a picture and check that it is nothing but a picture."""
    reader = Reader(html)
    assert reader.open == []
    assert reader.others == []
    return reader.texts


def shown(text: str) -> str:
    """Give the text as a page shows it: line separators are line breaks."""
    return re.sub("[\u2028\u2029]", "\n", text)


class TestLaws:
    """Any strings: allowed tags and attributes only, and the text equals the model's text."""

    @given(st.lists(texts, min_size=4, max_size=4))
    def test_every_block(self, drawn: list[str]) -> None:
        """Headings, facts, cells and notes."""
        first, second, third, fourth = drawn
        blocks = (
            Heading(text=first),
            Facts(pairs=((second, third),)),
            Grid(
                head=((Cell(text=fourth, colspan=2),),),
                body=((Cell(text=first, rowspan=2), Cell(text=second, right=True)),),
            ),
            Note(text=third),
        )

        assert read(write_html(blocks, "id")) == [
            shown(text) for text in (first, second, third, fourth, first, second, third)
        ]

    @given(texts)
    def test_escaping(self, text: str) -> None:
        """No character with a meaning in HTML is left, in text or attribute."""
        escaped = re.sub("&#[0-9]+;|<br>", "", escape_html(text))

        assert not set("&<>\"'`") & set(escaped)


class TestHostileDocuments:
    """A document that attacks whoever looks at it."""

    @pytest.mark.parametrize("text", HOSTILE)
    def test_in_every_field(self, text: str) -> None:
        """The text is shown as text."""
        indikator = Indikator(
            kode="I1", nama=text, penjelasan=(Penjelasan(alasan=text, formulasi=text),)
        )
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul=text,
            sasaran=(Sasaran(kode="S1", uraian=text, indikator=(indikator,)),),
        )
        temuan = Temuan(kode="X1", tingkat=TingkatTemuan.KESALAHAN, pesan=text, saran=text)

        assert read(render(dokumen, format="html")).count(text) == 5
        assert read(render(indikator, format="html")).count(text) == 3
        assert f"{text}\nSaran: {text}" in read(render(temuan, format="html"))

    def test_no_link_is_made(self) -> None:
        """An address in a document stays words."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="https://contoh.invalid")

        assert "href" not in render(dokumen, format="html")
