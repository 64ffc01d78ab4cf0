"""What holds for every sentence: written formulas are read back, hostile text costs little."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iku.errors import IkuError
from iku.formula import Jumlah, Langsung, Narasi, Persentase, Selisih, render_formula
from iku.formula.grammar.canonical import write_canonical
from iku.formula.lowering import lower_formula
from iku.reading import parse_formulasi
from iku.reading.prose import MAXIMUM_FORMULA, MAXIMUM_PROSE
from iku.testing._named import NAMED
from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.typing import Formula

WORDS: Final = (
    *("koperasi", "aktif", "sehat", "PDRB", "kota", "nilai", "tambah", "bruto", "penduduk"),
    *("desa", "mandiri", "jalan", "mantap", "sekolah", "murid", "luas", "panen", "produksi"),
    *("padi", "pendapatan", "daerah", "siswa", "lulus", "anggaran", "pagu", "realisasi"),
)
SYMBOLS: Final = ("A", "U1", "pdrb_1", "KOPERASI_SEHAT", "Pt", "x2", "NTB")
PHRASES: Final = st.lists(
    st.sampled_from([word for word in WORDS if word.islower()]), min_size=1, max_size=4
).map(" ".join)
NAMES: Final = st.sampled_from(SYMBOLS) | PHRASES.map("jumlah {}".format)
"""Names as documents have them: symbols, and phrases that begin with what is measured."""
LOOSE: Final = st.sampled_from(SYMBOLS) | st.lists(
    st.sampled_from(WORDS), min_size=2, max_size=5
).map(" ".join)
"""Phrases without words that operate, of which some begin with what is measured."""


@st.composite
def named_formulas(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Formula:
    """Draw a formula of any named kind over two names."""
    make = NAMED[draw(st.sampled_from(sorted(NAMED)))]
    return make(draw, draw(st.tuples(names, names)))


def write(formula: Formula) -> str | Unlowered:
    """Write the tree of a formula; officials take "1,000" for a thousand, so it is written 1."""
    tree = lower_formula(formula)
    return tree if isinstance(tree, Unlowered) else re.sub(r"\.000\b", "", write_canonical(tree))


class TestWrittenFormulas:
    """What `render_formula` writes for officials is read back as the same tree."""

    @given(named_formulas(NAMES))
    @example(Jumlah(suku=("jumlah panen padi", "U1")))
    def test_round_trip(self, formula: Formula) -> None:
        """Every named formula."""
        bacaan = parse_formulasi(render_formula(formula, "text"))

        assert write(bacaan.formula) == write(formula)

    @given(named_formulas(LOOSE))
    @example(Jumlah(suku=("luas panen padi", "U1")))
    @example(Selisih(pengurang="luas tambah", dikurangi="pendapatan daerah"))
    def test_half_names(self, formula: Formula) -> None:
        """Where "luas panen padi + siswa" may name half a quantity, the formula is a candidate."""
        bacaan = parse_formulasi(render_formula(formula, "text"))

        assert write(formula) in map(write, (bacaan.formula, *bacaan.calon))

    @given(NAMES.map(lambda name: f"{name} / x + - :"), NAMES.map(lambda name: f"1 × {name}"))
    def test_quoted(self, above: str, below: str) -> None:
        """A name in backticks may hold anything."""
        bacaan = parse_formulasi(f"`{above}` / `{below}` × 100%")

        assert bacaan.formula == Persentase(pembilang=above, penyebut=below)


SENTENCES: Final = (
    "Jumlah koperasi aktif dibagi jumlah koperasi dikali 100%",
    "(Jumlah A + Jumlah B) / Jumlah C x 100%",
    "Jumlah murid : jumlah guru",
    "Perbandingan antara jumlah kasus dengan jumlah penduduk",
    "(PAD tahun n - PAD tahun n-1) / PAD tahun n-1 x 100%",
    "Rata-rata dari:\n1. Indeks jalan;\n2. Indeks air; dan\n3. Indeks udara",
    "0,3 x Indeks air + 0,7 x Indeks udara",
    "Jumlah A\nx 100%\nJumlah B",
    "Hasil survei kepuasan masyarakat",
    "Jumlah kasus per 1.000 penduduk",
    "A / B x 100%\nKeterangan:\nA = jumlah kasus\nB = jumlah penduduk",
)
VARIANTS: Final[dict[str, Callable[[str], str]]] = {
    "wider spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "zero-width characters": lambda text: text.replace(" ", " \u200b"),
    "outer spaces": lambda text: f"\n  {text} \n",
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "capitals": str.upper,
    "small letters": str.lower,
    "sign of multiplication": lambda text: text.replace(" x ", " × "),
    "asterisk": lambda text: text.replace(" x ", " * "),
    "division slash": lambda text: text.replace("/", "\u2215"),
    "division sign": lambda text: text.replace(" / ", " ÷ "),
    "en dash": lambda text: text.replace(" - ", " – "),
    "full-width signs": lambda text: text.replace("(", "\uff08").replace(")", "\uff09"),
    "braces": lambda text: text.replace("(", "{").replace(")", "}"),
    "full-width per cent": lambda text: text.replace("%", "\uff05"),
    "persen": lambda text: text.replace("100%", "100 persen"),
    "per cent apart": lambda text: text.replace("100%", "100 %"),
}


class TestVariants:
    """How spaces, letters and signs are typed does not change what is read."""

    @pytest.mark.parametrize("name", VARIANTS)
    @pytest.mark.parametrize("sentence", SENTENCES)
    def test_variants(self, sentence: str, name: str) -> None:
        """Names keep their letters, so they are compared without their case."""
        read = parse_formulasi(sentence).formula
        varied = parse_formulasi(VARIANTS[name](sentence)).formula

        assert varied.tipe == read.tipe
        if not isinstance(read, Narasi | Langsung):
            assert render_formula(varied).lower() == render_formula(read).lower()


PIECES: Final = (
    *"()/:+-×÷=;^ΣxX%`\n ,.|·",
    *(" / ", " : ", " - ", " x ", "x100%", "100%", "1.000", "30%", "0,5", "12", "−5", "(n-1)"),
    *("jumlah ", "total ", "rata-rata", "rata-rata(", "ln(", "tahun n", "tahun n-1", " lalu"),
    *(" dibagi ", " dikali ", " ditambah ", " dikurangi ", " terhadap ", " dengan ", " dan "),
    *("perbandingan antara ", "persentase ", "selisih ", "adalah ", " per 1.000 penduduk"),
    *("Rumus: ", "Keterangan: ", "A = b", "1. ", "- ", "----", "____", "\\frac{", "}", "{", "_{"),
    *(" meliputi : ", " bobot yang sama", "oleh BPS", "A", "Pt", "Pt-1", "KSP/USP", "[pic]", "é"),
    *("∛(", "√(", "===", "- - - -", " atau ", "A = b, ", "usia 60+ ", " dari jumlah ", "|"),
    *("0,3 A + ", "tahun ini", " dengan tahun lalu", " di kali 100", "a) ", "\nb) "),
    *("<sub>", "</sub>", "<br>", "&divide;", "dobagi ", "x100", "Numerator: ", "Penyebut:\n"),
    *("sama dengan 100 ", "100%\n", ", menggambarkan a", " i = 1, 2", "a-a", "di antara semua "),
    *("nilai dasar 25", "hasil tersebut dikonversi", "(dalam %)", "yang ", "kumuh", "\u2028"),
)  # fmt: skip
TEXTS: Final = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)


class TestEveryText:
    """Any text is read, or refused with a code."""

    @given(TEXTS | st.text(min_size=1, max_size=60), TEXTS | st.none(), TEXTS | st.none())
    @example("Σ()", None, None)
    @example("`", None, None)
    @example("(", None, None)
    @example("\u0344 / B", None, None)
    def test_total(self, text: str, indikator: str | None, satuan: str | None) -> None:
        """Nothing but errors of the library, and always with evidence."""
        with suppress(IkuError):
            assert parse_formulasi(text, indikator=indikator, satuan=satuan).bukti


UNITS: Final = (
    "(", "(a", ")", "a)", "/", " / ", " : ", ":", "x ", " x ", "1", "1 ", "1/", "a ", "a\n", "\n",
    "Σ ", "Σ(", "(a)/", "rata-rata(", "ln(", "- ", "a - ", "a dibagi ", "A = b\n", "A=", "1. a\n",
    "perbandingan antara a dengan ", "jumlah a terhadap jumlah ", "`", "`a` ", "\\frac{", "{", "}",
    "_{", "a; ", "+", "−", "^", "100% ", "x100%", "------\n", "rata-rata dari:\n", "tahun n-1 ",
    "a 10% + ", ". ", "keterangan: ", "dimana a = b ", "rumus: ", "jumlah a per 1.000 ",
    "A = b, ", "A / B, A = b, ", "x 1 atau b ", "jumlah a dari jumlah a ", "usia 60+ ", "a 60+ ",
    "∛(", "∛(a)", "=== ", "=", "- - ", "|a-", "|-", "selisih a tahun ini dengan tahun lalu ",
    "di kali 1 ", "0,3 A + ", "lalu dikali 1 ", "45\n---\n", "= 1\n", "b) a\n", "a : b ",
    "realisasi/target ",
    "jumlah a dan ", "a, ", "data bps ", "predikat a ", "A = ", "A: a B: b ", "+ sangat a ",
    "<sub>", "<br", "<sup>1</sup>", "&", "&amp;", "dobagi a ", "ax100 ", "numerator: a\n", "a,",
    "sama dengan 1 ", "100%\n", "x 100% jumlah a ", "jumlah a ", ", melihat a", "a i = 1, 2",
    "a a-a ", "a\nA = ", "A / B\nC = ", "x 100% a b adalah ", "nilai a dan nilai b ", "a - a / ",
    "total a - a ", "rata-rata dari nilai a, nilai b ", "jumlah a (b) per c (d) ", " ----- x 100% ",
    "meliputi : a; ", "\u0301", "(a dibagi b) ", "hasil tersebut ", "a-", "[pic]", "a(",
)  # fmt: skip


class TestHostile:
    """Work is bounded by the length of the text."""

    @pytest.mark.parametrize("length", [MAXIMUM_FORMULA - 100, 60_000])
    @pytest.mark.parametrize("unit", UNITS)
    def test_time(self, unit: str, length: int) -> None:
        """The bound is far above what it takes: it tells linear from worse."""
        text = (unit * length)[: length - 10] + " x 100%"
        start = time.process_time()
        parse_formulasi(text, indikator="Persentase x", satuan="%")

        assert time.process_time() - start < 5

    def test_limit(self) -> None:
        """A text beyond the limit of a cell is refused."""
        with pytest.raises(IkuError) as caught:
            parse_formulasi("a" * (MAXIMUM_PROSE + 1))

        assert caught.value.code == "text-too-long"
