"""Word files: what a page shows is read, what it does not show is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from iku.errors import IkuError
from iku.reading.characters import normalise_cell
from iku.reading.formats.docx import read_parts
from iku.reading.grid import Grid, Note, Paragraph
from iku.reading.limits import DEFAULT, Limits
from tests.reading.formats.packing import (
    NAMESPACES,
    cell,
    pack,
    pack_docx,
    paragraph,
    row,
    table,
    text,
)
from tests.reading.layouts import save_docx

if TYPE_CHECKING:
    from iku.reading.grid import Part


def _show(part: Part | Note) -> object:
    if isinstance(part, Grid):
        return [[one.text for one in line] for line in part.rows]
    if isinstance(part, Paragraph):
        return tuple(one.text for one in part.lines)
    return part.kode, *(normalise_cell(str(word)) for _, word in part.words), part.cell.text


def _read(body: str, members: dict[str, str] | None = None) -> list[object]:
    return [_show(part) for part in read_parts(pack_docx(body, members), limits=DEFAULT)]


def _line(*runs: str) -> str:
    """The text of a paragraph."""
    (part, *_) = read_parts(pack_docx(paragraph(*runs)), limits=DEFAULT)
    assert isinstance(part, Paragraph)
    return part.lines[0].text


def _refused(data: bytes, code: str, limits: Limits = DEFAULT) -> IkuError:
    with pytest.raises(IkuError) as caught:
        read_parts(data, limits=limits)
    assert caught.value.code == code
    return caught.value


class TestPages:
    """Paragraphs and tables in the order of the page."""

    def test_order(self) -> None:
        """As the library that writes them puts them."""
        document = docx.Document()
        document.add_paragraph("IKU")
        document.add_table(1, 2).cell(0, 1).text = "A"
        document.add_paragraph("di bawah")
        document.add_table(1, 2).cell(0, 0).text = "B"

        assert [_show(part) for part in read_parts(save_docx(document), limits=DEFAULT)] == [
            ("IKU",),
            [["", "A"]],
            ("di bawah",),
            [["B"]],
        ]

    def test_paragraphs(self) -> None:
        """Short lines make a title together; blank ones, headings and prose divide."""
        heading = '<w:p><w:pPr><w:pStyle w:val="Judul1"/></w:pPr><w:r><w:t>BAB II</w:t></w:r></w:p>'
        body = [paragraph(one) for one in ("IKU", "DINAS", "", "Ini kalimat.", "x" * 121, "KOTA")]

        assert _read("".join([*body, heading, paragraph("Target")])) == [
            ("IKU", "DINAS"),
            ("Ini kalimat.",),
            ("x" * 121,),
            ("KOTA",),
            ("BAB II", "Target"),
        ]

    def test_breaks(self) -> None:
        """A line break divides lines, tabs make columns, a page break a blank line."""
        body = paragraph("IKU", "<w:r><w:br/></w:r>", "DINAS") + paragraph(
            "Visi", "<w:r><w:tab/></w:r>", ": Maju", '<w:r><w:br w:type="page"/></w:r>'
        )

        assert _read(body) == [("IKU", "DINAS"), [["Visi", ": Maju"]]]

    def test_content_controls(self) -> None:
        """Paragraphs, rows and cells inside them count like others."""
        control = (
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
        )
        cells = cell("A") + control.format(cell("B"))
        rows = control.format(f"<w:tr>{cells}</w:tr>")
        body = (
            control.format(paragraph("IKU", control.format(text("!")))) + f"<w:tbl>{rows}</w:tbl>"
        )

        assert _read(body) == [("IKU!",), [["A", "B"]]]

    def test_inserted_file(self) -> None:
        """A file inside the file is not opened."""
        assert _read("<w:altChunk/>") == [("IKU-B086", "")]

    def test_strict(self) -> None:
        """The strict form of the format has other namespaces."""
        strict = NAMESPACES.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        data = pack(
            {
                "word/document.xml": f"<w:document {strict}><w:body>{paragraph('IKU')}</w:body>"
                "</w:document>"
            }
        )

        assert [_show(part) for part in read_parts(data, limits=DEFAULT)] == [("IKU",)]


class TestTables:
    """Merged cells are blank but for the first; frames are no tables."""

    def test_merged(self) -> None:
        """Across, down, both, in the old way, and rows that begin further right."""
        body = (
            "<w:tbl>"
            + row(cell("A", '<w:gridSpan w:val="2"/>'), cell("B", '<w:vMerge w:val="restart"/>'))
            + row("C", "D", cell("", "<w:vMerge/>"))
            + row(
                cell("E", '<w:hMerge w:val="restart"/>'),
                cell("", '<w:hMerge w:val="continue"/>'),
                cell("", '<w:vMerge w:val="continue"/>'),
                "F",
            )
            + row("G", properties='<w:gridBefore w:val="2"/>')
            + row("")
            + "</w:tbl>"
        )

        assert _read(body) == [[["A", "", "B"], ["C", "D"], ["E", "", "", "F"], ["", "", "G"]]]

    def test_covered_text(self) -> None:
        """What a covered cell holds, Word does not show."""
        body = table(("A", cell("B", "<w:hMerge/>"), "C"))

        assert _read(body) == [[["A", "", "C"]], ("IKU-B080", "B", "")]

    def test_paragraphs_of_a_cell(self) -> None:
        """Each is a line; blank ones and tabs say nothing."""
        content = paragraph("A", "<w:r><w:tab/></w:r>", "B") + paragraph("") + paragraph("C")

        assert _read(table((content, "D"))) == [[["A B\nC", "D"]]]

    def test_frame(self) -> None:
        """A table of one column is a frame around what it holds."""
        assert _read(table((paragraph("IKU") + table(("A", "B")) + paragraph("x"),), ("y",))) == [
            ("IKU",),
            [["A", "B"]],
            ("x", "y"),
        ]

    def test_table_in_a_cell(self) -> None:
        """Its rows become lines of the cell."""
        inner = table(("jumlah", "x 100%"), ("seluruh", ""))

        assert _read(table(("A", inner + paragraph("")))) == [[["A", "jumlah x 100%\nseluruh"]]]

    def test_deleted_row(self) -> None:
        """A row that a tracked change deletes is gone; an inserted one is there."""
        body = (
            "<w:tbl>"
            + row("A", "B", properties="<w:ins/>")
            + row("C", "D", properties="<w:del/>")
            + "</w:tbl>"
        )

        assert _read(body) == [[["A", "B"]]]

    def test_places(self) -> None:
        """Rows are counted in their table, blank ones too; tables in the file."""
        body = table(("A", "B")) + table(("", ""), ("", "C"))
        (_, last) = read_parts(pack_docx(body), limits=DEFAULT)
        assert isinstance(last, Grid)
        (c,) = (one for one in last.rows[0] if one.text)

        assert (c.table, c.line, c.column) == (2, 2, 2)

    @pytest.mark.parametrize("value", ["x", "", "-1", "²", "1.5"])
    def test_span_that_is_no_number(self, value: str) -> None:
        """It covers one column, or none before the row."""
        spans = cell("A", f'<w:gridSpan w:val="{value}"/>'), "B"

        assert _read(table(spans)) == [[["A", "B"]]]


class TestText:
    """What a run says."""

    def test_signs(self) -> None:
        """Signs of the font Symbol, hyphens that do not break, soft ones."""
        assert (
            _line(
                '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
                '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
                '<w:r><w:sym w:font="Symbol" w:char="?"/></w:r>',
                text(" 5 \uf0b4 \uf0fe", '<w:rFonts w:ascii="Symbol"/>'),
                " a",
                "<w:r><w:noBreakHyphen/></w:r>",
                "b\u00adc",
            )
            == "≥ 5 ×  a-bc"
        )

    def test_raised(self) -> None:
        """A raised figure is no digit of the number before it."""
        up, down = ('<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>')

        assert _line("97,5", text("1", up)) == "97,5¹"
        assert _line("m", text("2", up), " CO", text("2", down)) == "m² CO₂"
        assert _line("PDRB", text("n", down), text("-1", down)) == "PDRB_(n-1)"
        assert _line("X", text("t", down), text(" ", down), "Y", text("th", up)) == "X_t Yth"

    def test_wrappers(self) -> None:
        """Links, fields and smart tags are what they hold; codes of fields are not text."""
        assert (
            _line(
                "<w:hyperlink>" + text("A") + "</w:hyperlink>",
                "<w:r><w:instrText>PAGE</w:instrText></w:r>",
                '<w:fldSimple w:instr="PAGE">' + text("B") + "</w:fldSimple>",
                "<w:smartTag>" + text("C") + "</w:smartTag>",
            )
            == "ABC"
        )

    def test_tracked(self) -> None:
        """What is deleted is not read, what is inserted is; both are noted."""
        body = table(
            (
                paragraph(
                    "80",
                    "<w:del><w:r><w:delText>75</w:delText></w:r></w:del>",
                    "<w:moveFrom>" + text("76") + "</w:moveFrom>",
                    "<w:ins>" + text("5") + "<w:ins>" + text("0") + "</w:ins></w:ins>",
                    "<w:del/>",
                ),
                "B",
            )
        )

        assert _read(body) == [
            [["8050", "B"]],
            ("IKU-B084", "75 76", "8050"),
            ("IKU-B088", "50", "8050"),
        ]

    def test_hidden(self) -> None:
        """Hidden text is not read; switched off it is no hidden text."""
        body = paragraph(
            "A",
            text("B", "<w:vanish/>"),
            text("C", '<w:vanish w:val="0"/>'),
            text(" ", "<w:vanish/>"),
        )

        assert _read(body) == [("IKU-B080", "B", "AC"), ("AC",)]

    def test_notes(self) -> None:
        """Footnotes are found where they are referred to."""
        notes = '<w:footnote w:id="2">' + paragraph("angka", "sementara") + "</w:footnote>"
        more = '<w:endnote w:id="2">' + paragraph("BPS") + "</w:endnote>"
        body = paragraph(
            "97,5",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:r><w:footnoteReference w:id="3"/></w:r>',
            '<w:r><w:endnoteReference w:id="2"/></w:r>',
        )

        assert _read(body, {"footnotes": notes, "endnotes": more}) == [
            ("IKU-B083", "angkasementara BPS", "97,5"),
            ("97,5",),
        ]

    def test_pictures_and_boxes(self) -> None:
        """What a picture shows is not read; what a box says is noted, once."""
        box = (
            "<w:txbxContent>" + paragraph("catatan", "<w:r><w:br/></w:r>", "x") + "</w:txbxContent>"
        )
        body = table(
            (
                "<w:p><w:r><w:drawing><wps:pic/></w:drawing></w:r></w:p>",
                paragraph(
                    "A",
                    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
                    f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                ),
            )
        )

        assert _read(body) == [
            [["", "A"]],
            ("IKU-B081", ""),
            ("IKU-B082", "catatan x", "A"),
        ]


class TestEquations:
    """Equations become one line, with parentheses where a line needs them."""

    @pytest.mark.parametrize(
        ("xml", "line"),
        [
            ("<m:f><m:num>{a b}</m:num><m:den>{c}</m:den></m:f>{× 100%}", "(a b) / c × 100%"),
            (
                (
                    "<m:f><m:fPr><m:type m:val='lin'/></m:fPr>"
                    "<m:num>{a}</m:num><m:den>{b+c}</m:den></m:f>"
                ),
                "a / (b+c)",
            ),
            (
                (
                    "<m:f><m:fPr><m:type m:val='noBar'/></m:fPr>"
                    "<m:num>{a}</m:num><m:den>{b}</m:den></m:f>"
                ),
                "a\nb",
            ),
            ("<m:sSub><m:e>{P}</m:e><m:sub>{n-1}</m:sub></m:sSub>", "P_(n-1)"),
            (
                "<m:sSub><m:e>{P}</m:e><m:sub>{n}{-}{1}</m:sub></m:sSub>{-}{rata-rata}",
                "P_(n-1) - rata-rata",
            ),
            ("{A =}{B}{+}{C}{×100%}", "A = B + C × 100%"),
            ("<m:sSup><m:e>{x}</m:e><m:sup>{2}</m:sup></m:sSup>", "x^2"),
            (
                "<m:sSubSup><m:e>{x}</m:e><m:sub>{i}</m:sub><m:sup>{2}</m:sup></m:sSubSup>",
                "x_i^2",
            ),
            (
                (
                    "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{i=1}</m:sub>"
                    "<m:sup>{n}</m:sup><m:e>{x}</m:e></m:nary>"
                ),
                "∑_(i=1)^n x",
            ),
            ("<m:nary><m:e>{x}</m:e></m:nary>", "∫ x"),
            ("<m:rad><m:deg>{3}</m:deg><m:e>{x y}</m:e></m:rad>", "3√(x y)"),
            ("<m:d><m:e>{a}</m:e><m:e>{b}</m:e></m:d>", "(a|b)"),
            (
                (
                    "<m:d><m:dPr><m:begChr m:val='['/><m:sepChr m:val=';'/><m:endChr m:val=''/>"
                    "</m:dPr><m:e>{a}</m:e><m:e>{b}</m:e></m:d>"
                ),
                "[a;b",
            ),
            ("<m:acc><m:e>{a}</m:e></m:acc>", "â"),
            ("<m:acc><m:accPr><m:chr m:val='\u0303'/></m:accPr><m:e>{a}</m:e></m:acc>", "ã"),
            ("<m:bar><m:e>{x}</m:e></m:bar>", "x\u0305"),
            ("<m:eqArr><m:e>{a}</m:e><m:e>{b}</m:e></m:eqArr>", "a\nb"),
            ("<m:m><m:mPr/><m:mr><m:e>{a}</m:e></m:mr><m:mr><m:e>{b}</m:e></m:mr></m:m>", "a\nb"),
            ("<m:func><m:fName>{log}</m:fName><m:e>{x}</m:e></m:func>", "log x"),
            ("{a}<w:del>{b}</w:del><w:ins>{c}</w:ins>", "ac"),
        ],
    )
    def test_written(self, xml: str, line: str) -> None:
        """As a person would type it; a finding shows it."""
        runs = xml.replace("{", "<m:r><m:t>").replace("}", "</m:t></m:r>")
        equation = f"<m:oMathPara><m:oMath>{runs}</m:oMath></m:oMathPara>"

        assert _read(table(("A", paragraph(equation)))) == [
            [["A", line]],
            ("IKU-B087", " ".join(line.split()), line),
        ]

    def test_empty(self) -> None:
        """An equation that nobody has filled in says nothing."""
        assert _read(paragraph("A", "<m:oMath/>")) == [("A",)]


class TestBroken:
    """Whatever is wrong with a file, the refusal says so."""

    def test_no_word_file(self) -> None:
        """Archives without the text, or with something else in its place."""
        _refused(pack({"word/styles.xml": "<a/>"}), "bad-file")
        _refused(pack({"word/document.xml": "<a/>"}), "bad-file")
        _refused(pack({"word/document.xml": f"<w:document {NAMESPACES}/>"}), "bad-file")
        _refused(pack({"word/document.xml": "<a><b></a>"}), "bad-file")
        _refused(pack({"word/document.xml": b"<a>\xff</a>"}), "bad-file")

    def test_main_part_elsewhere(self) -> None:
        """The archive says where its text is; where it does not, Word's place is meant."""
        body = f"<w:document {NAMESPACES}><w:body>{paragraph('IKU')}</w:body></w:document>"
        relation = '<Relationships><Relationship Type="{}" {}/></Relationships>'
        for kind, target, name in (
            ("x/officeDocument", 'Target="word/a.xml"', "word/a.xml"),
            ("x/officeDocument", "", "word/document.xml"),
            ("x/coreProperties", 'Target="b.xml"', "word/document.xml"),
        ):
            data = pack({"_rels/.rels": relation.format(kind, target), name: body})

            assert [_show(part) for part in read_parts(data, limits=DEFAULT)] == [("IKU",)]

    def test_depth(self) -> None:
        """Tables inside one another, and elements of any kind."""
        nested = paragraph("A")
        for _ in range(4):
            nested = table((nested, "B"))

        assert read_parts(pack_docx(nested), limits=Limits(depth=4))
        assert "(limit: depth)" in _refused(pack_docx(nested), "too-deep", Limits(depth=3)).expected
        _refused(pack_docx("<w:sdt>" * 130 + "</w:sdt>" * 130), "too-deep")
        _refused(pack_docx("<w:sdt>" * 999 + "</w:sdt>" * 999), "bad-file")

    @pytest.mark.parametrize(
        ("limits", "limit", "code"),
        [
            (Limits(span=3), "span", "too-many-cells"),
            (Limits(columns=4), "columns", "too-many-cells"),
            (Limits(cells=9), "cells", "too-many-cells"),
            (Limits(cell=2), "cell", "text-too-long"),
            (Limits(lines=1), "lines", "too-many-lines"),
            (Limits(nodes=60), "nodes", "too-many-nodes"),
        ],
    )
    def test_limits(self, limits: Limits, limit: str, code: str) -> None:
        """Each is named in the refusal."""
        body = (
            table((cell("A", '<w:gridSpan w:val="4"/>'), "B"), ("C", "D", "E", "FGH", "I"))
            + paragraph("A")
            + paragraph("B")
        )

        assert read_parts(pack_docx(body), limits=DEFAULT)
        assert f"(limit: {limit})" in _refused(pack_docx(body), code, limits).expected
