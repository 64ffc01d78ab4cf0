"""Formulas as mathematics: LaTeX for documents, MathML for browsers."""

from __future__ import annotations

import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.formula import (
    FormulaTakDikenal,
    Jumlah,
    Langsung,
    Narasi,
    Persentase,
    Rasio,
    parse_formula,
    registry,
    render_formula,
)
from iku.formula.mathematics import write_mathml
from iku.formula.mathematics.latex import escape_latex
from iku.formula.plugins import is_vendor_tag
from iku.testing import strategies
from iku.tree import Add, Variable

if TYPE_CHECKING:
    from iku.typing import Formula

DOCS: Final = Path(__file__).parents[2] / "docs"
NAMESPACE: Final = "{http://www.w3.org/1998/Math/MathML}"
ELEMENTS: Final = frozenset(
    ("math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msup", "msub", "msqrt", "mroot")
)
CHILDREN: Final = {"mfrac": 2, "msup": 2, "msub": 2, "mroot": 2, "math": 1, "msqrt": 1}
HOSTILE: Final = (
    "</math><script>alert(1)</script>",
    r"\input{/etc/passwd}",
    "a & b < c > d \"e\" 'f' `g`",
    "100% {#_^~$} | --- ``x''",
    "]]><!-- &amp; &#60;",
    "Jumlah penduduk \u00e9 \u4e2d \U0001d54f",
)


def _read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text, and the oracle for it


def _names(text: str) -> list[str]:
    leaves = [one.text or "" for one in _read(text).iter() if one.tag in _LEAVES]
    return [name for name in leaves if name not in ("min", "max", "ln", "t")]


_LEAVES: Final = (f"{NAMESPACE}mi", f"{NAMESPACE}mtext")


def _draw(text: str) -> str:
    """Write an expression as MathML with the tags cut down to what is drawn."""
    drawn = render_formula(parse_formula(text), style="mathml")
    return re.sub(r"</?(?:mi|mn|mo|mtext|mrow)>", "", drawn.partition(">")[2][: -len("</math>")])


class TestMathML:
    """Every formula is one well-formed element that no name can break."""

    @given(strategies.formula())
    def test_well_formed(self, formula: Formula) -> None:
        """Elements of MathML Core alone, each with the children that it takes, no attributes."""
        root = _read(render_formula(formula, style="mathml"))

        assert root.attrib == {"display": "block"}
        for element in root.iter():
            name = element.tag.removeprefix(NAMESPACE)
            assert name in ELEMENTS
            assert len(element) == CHILDREN.get(name, len(element))
            assert element is root or not element.attrib
            assert (element.text is None) == (len(element) > 0)
            assert element.tail is None

    @given(strategies.kode(), strategies.kode())
    @example(*HOSTILE[:2])
    @example(*HOSTILE[2:4])
    @example(*HOSTILE[4:])
    def test_names_are_intact(self, pembilang: str, penyebut: str) -> None:
        """What a reader sees is what the document calls it."""
        rasio = Rasio(pembilang=pembilang, penyebut=penyebut)

        assert _names(render_formula(rasio, style="mathml")) == [rasio.pembilang, rasio.penyebut]

    @given(strategies.teks(max_size=80))
    @example("a\uffff\ufffeb\n\tc")
    def test_sentences_are_intact(self, teks: str) -> None:
        """But for two characters that no XML may hold."""
        narasi = Narasi(teks=teks)
        [words] = _names(render_formula(narasi, style="mathml"))
        shown = narasi.teks.replace("\uffff", "\ufffd").replace("\ufffe", "\ufffd")

        assert words == f"rumus berupa uraian: {shown}"

    @pytest.mark.parametrize(
        ("text", "drawn"),
        [
            ("A / B * 100", "<mfrac>AB</mfrac>×100"),
            ("(A + B) / (C - D)", "<mfrac>A+BC−D</mfrac>"),
            ("A * (B / C)", "A×<mfrac>BC</mfrac>"),
            ("(A / B)^2", "<msup>(<mfrac>AB</mfrac>)2</msup>"),
            ("A^-2", "<msup>A−2</msup>"),
            ("(A^2)^3", "<msup>(<msup>A2</msup>)3</msup>"),
            ("-A + B - -C", "−A+B−(−C)"),
            ("A * -1.5", "A×(−1,5)"),
            ("-(-A)", "−(−A)"),
            ("-5 * A - -5 * B", "−5×A−(−5×B)"),
            ("(A + B) * C", "(A+B)×C"),
            ("A - (B + C)", "A−(B+C)"),
            ("(A - B)^2", "<msup>(A−B)2</msup>"),
            ("1234567.50", "1.234.567,50"),
            ("rata_rata(A, B, -C)", "<mfrac>A+B+(−C)3</mfrac>"),
            ("rata_rata(A - B)", "A−B"),
            ("rata_rata_geometrik(A, B + C)", "<msqrt>A×(B+C)</msqrt>"),
            ("rata_rata_geometrik(A, B, C)^2", "<msup><mroot>A×B×C3</mroot>2</msup>"),
            ("rata_rata_geometrik(A)", "A"),
            ("minimum(A / B, 1.2)", "min&#x2061;(<mfrac>AB</mfrac>;1,2)"),
            ("maksimum(A, B) * 2", "max&#x2061;(A;B)×2"),
            ("ln(A)^2", "<msup>(ln&#x2061;(A))2</msup>"),
            ("A - lalu(A)", "<msub>At</msub>−<msub>At−1</msub>"),
            ("A - lalu(B, 4)", "A−<msub>Bt−4</msub>"),
        ],
    )
    def test_drawn(self, text: str, drawn: str) -> None:
        """Fractions are stacked, and parentheses stand where they are needed."""
        assert _draw(text) == drawn

    def test_percent(self) -> None:
        """Where the formula gives per cent, a last factor 100 says so."""
        made = render_formula(Persentase(pembilang="A", penyebut="B"), style="mathml")

        assert made.endswith(
            "<mfrac><mi>A</mi><mi>B</mi></mfrac><mo>×</mo><mn>100%</mn></mrow></math>"
        )

    def test_percent_of_a_sum(self) -> None:
        """What stands before it keeps its parentheses."""
        hundred = parse_formula("(A + B) * 100").lower()

        assert "<mo>)</mo></mrow><mo>×</mo><mn>100%</mn>" in write_mathml(hundred, percent=True)
        assert "100%" not in write_mathml(Variable("A"), percent=True)

    def test_several_words_are_text(self) -> None:
        """A browser would set letters of one identifier apart."""
        rasio = Rasio(pembilang="Nilai Tambah Bruto", penyebut="PDRB")

        assert "<mtext>Nilai Tambah Bruto</mtext><mi>PDRB</mi>" in render_formula(
            rasio, style="mathml"
        )


_ESCAPE: Final = re.compile(
    r"\\(?:text(?:backslash|asciicircum|asciitilde|less|greater|bar)\{\}|[{}$&#_%])"
)
_COMMANDS: Final = {r"\frac", r"\sqrt", r"\text", r"\times", r"\left", r"\right"} | {
    r"\min", r"\max", r"\ln",
}  # fmt: skip


def _check_latex(latex: str) -> None:
    """Read text as LaTeX does: no command but ours, no loose sign, braces in balance."""
    left = _ESCAPE.sub("", latex)
    assert set(re.findall(r"\\(?:[A-Za-z]+|.|$)", left)) <= _COMMANDS
    assert not set("$&#%~") & set(left)
    depths = [0]
    for brace in re.findall("[{}]", left):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert min(depths) == depths[-1] == 0


class TestLatex:
    """Every formula is the inside of a LaTeX formula, and names are text in it."""

    @given(strategies.formula())
    def test_nothing_runs(self, formula: Formula) -> None:
        """No character of a name has a meaning of its own."""
        _check_latex(render_formula(formula, style="latex"))

    @pytest.mark.parametrize("kode", HOSTILE)
    def test_hostile_names(self, kode: str) -> None:
        """They are text and nothing else."""
        latex = render_formula(Jumlah(suku=(kode,)), style="latex")

        assert latex == rf"\text{{{escape_latex(kode)}}}"
        _check_latex(latex)

    @pytest.mark.parametrize(
        ("text", "latex"),
        [
            (r"\input{x}", r"\textbackslash{}input\{x\}"),
            ("a_b^c~d", r"a\_b\textasciicircum{}c\textasciitilde{}d"),
            ("5% & $ #", r"5\% \& \$ \#"),
            ("<a|b>", r"\textless{}a\textbar{}b\textgreater{}"),
            ("--- ``x''", "-{}-{}- `{}`x'{}'"),
            ("a\n\n b\tc", "a b c"),
        ],
    )
    def test_escape(self, text: str, latex: str) -> None:
        """Signs that LaTeX reads stand for themselves, and none become one."""
        assert escape_latex(text) == latex

    @pytest.mark.parametrize(
        ("text", "latex"),
        [
            ("A / `NTB adhb` * 1000", r"\frac{A}{\text{NTB adhb}} \times 1.000"),
            ("(A - B)^-2 + 1.5", r"\left(A - B\right)^{-2} + 1{,}5"),
            ("rata_rata_geometrik(A, B, C)", r"\sqrt[3]{A \times B \times C}"),
            ("rata_rata_geometrik(A, B)", r"\sqrt{A \times B}"),
            ("maksimum(ln(A), -1)", r"\max\left(\ln\left(A\right); -1\right)"),
            ("(A - lalu(A)) / lalu(A, 2)", r"\frac{A_{t} - A_{t-1}}{A_{t-2}}"),
        ],
    )
    def test_drawn(self, text: str, latex: str) -> None:
        """The same layout as in MathML."""
        assert render_formula(parse_formula(text), style="latex") == latex

    def test_percent(self) -> None:
        """The sign is escaped: it would hide the rest of the line."""
        persentase = Persentase(pembilang="A", penyebut="B")

        assert render_formula(persentase, style="latex") == r"\frac{A}{B} \times 100\%"


class TestWithoutTree:
    """A formula that cannot be drawn says why, in every style that people read."""

    @pytest.mark.parametrize(
        ("formula", "words"),
        [
            (Langsung(sumber="BPS"), "nilai dilaporkan langsung oleh BPS"),
            (Narasi(teks="survei"), "rumus berupa uraian: survei"),
            (
                FormulaTakDikenal(tag="kota-x:indeks/1"),
                "rumus kota-x:indeks/1 tidak dikenal di sini",
            ),
        ],
    )
    def test_reason(self, formula: Formula, words: str) -> None:
        """No exception."""
        assert render_formula(formula, style="latex") == rf"\text{{{words}}}"
        assert _names(render_formula(formula, style="mathml")) == [words]
        assert render_formula(formula, style="text") == words


class TestLimits:
    """The largest trees are drawn in one go."""

    @given(st.sampled_from(["latex", "mathml"]))
    def test_largest(self, style: Any) -> None:  # noqa: ANN401 - one of two words
        """A sum at the limit of nodes."""
        formula = parse_formula(" + ".join(["A"] * 500))

        assert render_formula(formula, style=style).count("A") == 500
        assert formula.lower() == Add((Variable("A"),) * 500)

    def test_numbers_keep_their_digits(self) -> None:
        """As documents print them."""
        rasio = Rasio(pembilang="A", penyebut="B", pengali=Angka("100.00"))

        assert render_formula(rasio, style="latex").endswith(r"\times 100{,}00")


class TestPage:
    """The page of the documentation shows every named formula."""

    page: Final = runpy.run_path(str(DOCS / "_rumus.py"))

    def test_it_is_up_to_date(self) -> None:
        """After a change: `python docs/_rumus.py`."""
        path: Path = self.page["PAGE"]

        assert path.read_text(encoding="utf-8") == self.page["write_page"]()

    def test_every_formula_is_on_it(self) -> None:
        """A new one needs an example in `docs/_rumus.py`."""
        shown = {formula.tipe for formula in self.page["EXAMPLES"]}

        assert {tag for tag in registry.tags if not is_vendor_tag(tag)} <= shown
