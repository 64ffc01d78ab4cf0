"""HTML pages: what a browser shows is read, whatever the tags look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iku.errors import IkuError
from iku.reading.formats.html import read_parts
from iku.reading.grid import Grid, Paragraph
from iku.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from iku.reading.grid import Note, Part


def _show(part: Part | Note) -> object:
    if isinstance(part, Grid):
        return [[cell.text for cell in row] for row in part.rows]
    if isinstance(part, Paragraph):
        return tuple(cell.text for cell in part.lines)
    return part.kode, *(word for _, word in part.words), part.cell.text


def _read(page: str) -> list[object]:
    return [_show(part) for part in read_parts(page, limits=DEFAULT)]


def _refused(page: str, code: str, limits: Limits = DEFAULT) -> IkuError:
    with pytest.raises(IkuError) as caught:
        read_parts(page, limits=limits)
    assert caught.value.code == code
    return caught.value


class TestText:
    """Lines of a page."""

    def test_blocks(self) -> None:
        """Elements that stand on their own lines; an empty paragraph divides."""
        page = (
            "IKU<div>DINAS <b>PER</b>TANIAN</div>\n<p>KOTA<br>ANYAR</p><p></p><p>x</p>y<hr>z"
            "<h2>BAB</h2>a<ul><li>b<li>c</ul>"
        )

        assert _read(page) == [
            ("IKU", "DINAS PERTANIAN", "KOTA", "ANYAR"),
            ("x", "y"),
            ("z",),
            ("BAB", "a", "b", "c"),
        ]

    def test_spaces(self) -> None:
        """Spaces are one space, but not where they are kept; tabs there make columns."""
        assert _read("<p> a\n \t b&nbsp;&amp;\u00a0c </p>") == [("a b & c",)]
        assert _read("x<pre>No\tSasaran\n1\tA\n\nb  c</pre>d") == [
            ("x",),
            [["No", "Sasaran"], ["1", "A"]],
            ("b  c", "d"),
        ]
        assert _read("</pre>a  b") == [("a b",)]

    def test_raised(self) -> None:
        """Raised figures are no digits of the number before them."""
        assert _read("97,5<sup>1</sup> PDRB<sub>n<i>-1</i></sub></sub></sup> m") == [
            ("97,5¹ PDRB_(n-1) m",)
        ]

    def test_unseen(self) -> None:
        """What no page shows says nothing; hidden text is noted."""
        page = (
            "<title>T</title><script>if (a<b) {}</script><style>p{}</style><!-- c -->"
            "<p style='color:red; DISPLAY : none'>ra<p>h</p>asia</p>a<span hidden></span>"
            "<b hidden> b </b><input hidden><svg><text>s</text></svg>"
        )

        assert _read(page) == [("IKU-B080", "ra h asia", "a"), ("IKU-B080", "b", "a"), ("a",)]

    def test_hidden_to_the_end(self) -> None:
        """What is never shown again is noted all the same."""
        assert _read("a<div hidden>b") == [("IKU-B080", "b", "a"), ("a",)]

    def test_pictures(self) -> None:
        """A picture or an equation in the page is noted where it stands."""
        assert _read("<table><tr><td>A<td><img src=x></table>") == [[["A"]], ("IKU-B081", "")]


class TestTables:
    """Tables as browsers understand them."""

    def test_spans(self) -> None:
        """Rows and columns that a cell covers are blank; the next cell goes beside them."""
        page = (
            "<table><tr><th rowspan=2>No</th><th colspan='2'>Target</th><th rowspan=0>x"
            "<tr><th>2019<th>2020<tr><td>1<td>2<td>3<td>4</table>"
        )

        assert _read(page) == [
            [["No", "Target", "", "x"], ["", "2019", "2020"], ["1", "2", "3", "", "4"]]
        ]

    def test_tags_left_out(self) -> None:
        """Cells and rows end where the next begins; cells without a row make one."""
        assert _read("<table><td>A<td>B<tbody><tr><td>C<td>D</table>x") == [
            [["A", "B"], ["C", "D"]],
            ("x",),
        ]
        assert _read("<table><tr><td>A<td>B") == [[["A", "B"]]]
        assert _read("a</td>b</table>c<tr>d<td>e") == [("a", "b", "c", "d", "e")]

    def test_caption(self) -> None:
        """It is a line above; so is what stands between cells."""
        page = "<table><tr><td>A</td>x<td>B</td></tr><caption>Tabel 1</caption>y</table>z"

        assert _read(page) == [("x", "Tabel 1", "y"), [["A", "B"]], ("z",)]

    def test_lines_of_a_cell(self) -> None:
        """Paragraphs and breaks are lines of the cell."""
        page = "<table><tr><td><p>Jumlah a</p><p></p><div>dibagi<br>b</div></td><td>B</td></table>"

        assert _read(page) == [[["Jumlah a\ndibagi\nb", "B"]]]

    def test_inside_one_another(self) -> None:
        """One column is a frame; a table in a cell becomes lines of it."""
        inner = "<table><tr><td>b<td>c<tr><td>d</table>"

        assert _read(f"<table><tr><td>x{inner}y</table>") == [("x",), [["b", "c"], ["d"]], ("y",)]
        assert _read(f"<table><tr><td>a<td>x{inner}</table>") == [[["a", "x\nb c\nd"]]]

    def test_blank(self) -> None:
        """Tables of nothing are nothing."""
        assert _read("<table></table><table><tr></table><table><tr><td><td></table>") == []


class TestBroken:
    """Markup that would be guessed at, or that costs too much."""

    @pytest.mark.parametrize(
        "page",
        [
            "<table><tr><td>A<!-- x",
            "<p>a<script>b",
            "<p title='a",
            "<p><![x[ a",
            "&#" + "9" * 5_000 + ";",
        ],
    )
    def test_unended(self, page: str) -> None:
        """A comment, a script or a tag without end swallows what follows."""
        _refused(page, "bad-file")

    @pytest.mark.parametrize(
        ("page", "limits", "limit", "code"),
        [
            ("<b></b>" * 10, Limits(tags=19), "tags", "too-many-nodes"),
            ("<table><td>" * 4, Limits(depth=3), "depth", "too-deep"),
            ("<table><td colspan=4>", Limits(span=3), "span", "too-many-cells"),
            ("<table><td rowspan=" + "9" * 5_000 + ">", DEFAULT, "span", "too-many-cells"),
            ("<table><td colspan=3>a<td>b", Limits(columns=3), "columns", "too-many-cells"),
            (
                "<table><td rowspan=9 colspan=9>a<tr><td>b",
                Limits(columns=4),
                "columns",
                "too-many-cells",
            ),
            ("<table><td>a<td>b<tr><td><td>", Limits(cells=3), "cells", "too-many-cells"),
            ("<p>a<p>b", Limits(lines=1), "lines", "too-many-lines"),
            ("<table><td>ab<td>c", Limits(cell=1), "cell", "text-too-long"),
        ],
    )
    def test_limits(self, page: str, limits: Limits, limit: str, code: str) -> None:
        """Each is named in the refusal."""
        assert f"(limit: {limit})" in _refused(page, code, limits).expected
