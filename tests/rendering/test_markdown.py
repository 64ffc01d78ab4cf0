"""Pictures as Markdown: every string shows as it is written in the document."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.rendering.grid import Cell, Facts, Grid, Heading, Note
from iku.rendering.markdown import escape_markdown, write_markdown

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co"]))
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<!-- x -->",
    "[a](javascript:alert(1))",
    "![x](http://contoh.invalid/x.png)",
    "https://contoh.invalid",
    "www.contoh.invalid",
    "WWW.contoh.invalid",
    "a@contoh.invalid",
    "a | b \\| c",
    "`kode` ``",
    "**tebal** _miring_ ~~coret~~",
    "&copy; &#60;",
    "$x$",
    "==x== A = B",
    "H^2^",
    "# judul #",
    "{: onclick=x}",
    "\\",
)


def show(markdown: str) -> str:
    """Undo escaping as a Markdown reader does."""
    plain = re.sub(r"\\([\\`*_{}\[\]#])", r"\1", markdown.replace("<br>", "\n"))
    return unescape(plain)


class TestLaws:
    """What a Markdown reader shows is the text of the document, blanks aside."""

    @given(words | st.sampled_from(HOSTILE))
    def test_text_shows_as_it_is(self, text: str) -> None:
        """Escaping and showing gives the words back."""
        assert show(escape_markdown(text)).split() == text.split()

    @given(words | st.sampled_from(HOSTILE))
    def test_no_markup_is_left(self, text: str) -> None:
        """Of what means something to Markdown, nothing stands unescaped but our line break."""
        escaped = re.sub(r"\\.|&#[0-9]+;|<br>", "", escape_markdown(text))

        assert not set("\\`*_{}[]<>|~^$@\n") & set(escaped)
        assert "://" not in escaped
        assert "==" not in escaped
        assert "&" not in escaped


class TestTable:
    """Markdown has no merged cells."""

    def test_merged_cells(self) -> None:
        """Rows below are left blank; outer headings stand before inner ones."""
        grid = Grid(
            head=(
                (Cell(text="No", rowspan=2), Cell(text="P", colspan=2)),
                (Cell(text="a"), Cell(text="b")),
            ),
            body=(
                (Cell(text="satu\ndua", rowspan=2), Cell(text="x|y"), Cell(text="1", right=True)),
                (Cell(text="z"), Cell(text="2", right=True)),
            ),
        )

        assert write_markdown([grid]) == (
            "| No | P: a | P: b |\n"
            "| --- | --- | ---: |\n"
            "| satu<br>dua | x&#124;y | 1 |\n"
            "|  | z | 2 |\n"
        )

    def test_other_blocks(self) -> None:
        """Headings by level, facts as a list, notes as they are."""
        blocks = (
            Heading(text="Judul *"),
            Heading(text="Bagian", level=2),
            Facts(pairs=(("Visi", "a_b"), ("Misi", "c"))),
            Note(text="catatan"),
        )

        assert write_markdown(blocks) == (
            "# Judul \\*\n\n## Bagian\n\n- **Visi:** a\\_b\n- **Misi:** c\n\ncatatan\n"
        )

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_cell_stays_one_cell(self, text: str) -> None:
        """Whatever stands in it."""
        grid = Grid(head=((Cell(text=text), Cell(text="b")),), body=())
        first = write_markdown([grid]).split("\n")[0]

        assert [show(cell) for cell in first.strip("| ").split(" | ")] == [text, "b"]
