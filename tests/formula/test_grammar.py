"""The canonical grammar: what it reads, what it writes, and what it refuses."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import attrs
import pytest

from iku.angka import Angka
from iku.errors import CODES, FormulaError, FormulaSyntaxError
from iku.formula import grammar
from iku.formula.grammar import MAXIMUM_TEXT, parse_expression, write_canonical
from iku.formula.notation import write_number, write_official
from iku.tree import (
    MAXIMUM_DEPTH,
    MAXIMUM_NODES,
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Input,
    Log,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Previous,
    Subtract,
    Variable,
    walk,
)

if TYPE_CHECKING:
    from iku.typing import Language

A, B, C = Variable("A"), Variable("B"), Variable("C")


def _number(digits: str) -> Constant:
    return Constant(Angka(digits))


def _divide(numerator: Expression, denominator: Expression) -> Divide:
    return Divide(numerator=numerator, denominator=denominator)


class TestReading:
    """Each production of the grammar reads into its tree."""

    @pytest.mark.parametrize(
        ("text", "tree"),
        [
            ("A", A),
            ("_a1", Variable("_a1")),
            ("12", _number("12")),
            ("1.50", _number("1.50")),
            ("`Nilai Tambah Bruto`", Variable("Nilai Tambah Bruto")),
            ("`a.b`", Variable("a.b")),
            ("`a``b`", Variable("a`b")),
            ("````", Variable("`")),
            ("A + B", Add((A, B))),
            ("A + B + C", Add((A, B, C))),
            ("A + (B + C)", Add((A, B, C))),
            ("A - B - C", Subtract(left=Subtract(left=A, right=B), right=C)),
            ("A - (B - C)", Subtract(left=A, right=Subtract(left=B, right=C))),
            ("A - B + C", Add((Subtract(left=A, right=B), C))),
            ("A + B - C", Subtract(left=Add((A, B)), right=C)),
            ("A * B * C", Multiply((A, B, C))),
            ("A / B / C", Divide(numerator=Divide(numerator=A, denominator=B), denominator=C)),
            ("A / B * C", Multiply((Divide(numerator=A, denominator=B), C))),
            ("A * B / C", Divide(numerator=Multiply((A, B)), denominator=C)),
            ("A + B * C", Add((A, Multiply((B, C))))),
            ("(A + B) * C", Multiply((Add((A, B)), C))),
            ("A + B * C + A", Add((A, Multiply((B, C)), A))),
            ("A^2", Power(base=A, exponent=2)),
            ("A^-64", Power(base=A, exponent=-64)),
            ("2 * A^2", Multiply((_number("2"), Power(base=A, exponent=2)))),
            ("(A^2)^3", Power(base=Power(base=A, exponent=2), exponent=3)),
            ("-A", Negate(A)),
            ("--A", Negate(Negate(A))),
            ("-A * B", Multiply((Negate(A), B))),
            ("-(A * B)", Negate(Multiply((A, B)))),
            ("A - -B", Subtract(left=A, right=Negate(B))),
            ("-5", _number("-5")),
            ("- 5", _number("-5")),
            ("-5 * A", Multiply((_number("-5"), A))),
            ("-(5)", Negate(_number("5"))),
            ("--5", Negate(_number("-5"))),
            ("-5^2", Negate(Power(base=_number("5"), exponent=2))),
            ("(-5)^2", Power(base=_number("-5"), exponent=2)),
            ("A * -5^2", Multiply((A, Negate(Power(base=_number("5"), exponent=2))))),
            ("rata_rata(A)", Mean((A,))),
            ("rata_rata(A, B, C)", Mean((A, B, C))),
            ("rata_rata_geometrik(A * B, C)", GeometricMean((Multiply((A, B)), C))),
            ("minimum(A, maksimum(B, C))", Minimum((A, Maximum((B, C))))),
            ("ln(A)^2", Power(base=Log(A), exponent=2)),
            ("ln ( A - B )", Log(Subtract(left=A, right=B))),
            ("-ln(A)", Negate(Log(A))),
            ("rata_rata((A + B) + C, -2)", Mean((Add((A, B, C)), _number("-2")))),
            ("A / rata_rata(A , B) * C", Multiply((_divide(A, Mean((A, B))), C))),
            ("rata_rata(rata_rata(A, B), C)", Mean((Mean((A, B)), C))),
            ("rata_rata(A,B)", Mean((A, B))),
            ("rata_rata(1, 5)", Mean((_number("1"), _number("5")))),
            ("rata_rata(A,5)", Mean((A, _number("5")))),
            ("rata_rata(5,A)", Mean((_number("5"), A))),
            ("lalu(A)", Previous(kode="A")),
            ("lalu(A, 1)", Previous(kode="A")),
            ("lalu ( `Nilai Tambah` , 120 )", Previous(kode="Nilai Tambah", steps=120)),
            ("A - lalu(A, 4)", Subtract(left=A, right=Previous(kode="A", steps=4))),
            ("lalu(A)^2", Power(base=Previous(kode="A"), exponent=2)),
            ("minimum", Variable("minimum")),
            ("ln + lalu", Add((Variable("ln"), Variable("lalu")))),
            ("ln(ln)", Log(Variable("ln"))),
            ("lalu(lalu)", Previous(kode="lalu")),
            (" \t\r\n( A\n+B ) ", Add((A, B))),
            ("(" * 1000 + "A" + ")" * 1000, A),
        ],
    )
    def test_read(self, text: str, tree: Expression) -> None:
        """The text gives the tree, and what is written of it gives it again."""
        assert parse_expression(text) == tree
        assert parse_expression(write_canonical(tree)) == tree


class TestNodes:
    """The parser fills the slots of nodes itself; the constructors agree with it."""

    @pytest.mark.parametrize(
        "text",
        [
            "A",
            "-1.50 * --A / (B - 2)^3 - -(C)",
            "(A + B) + (C - (A + B)) + A * (B * C) * (A / B)",
            "minimum(A + B, maksimum(ln(C)), rata_rata(lalu(A, 4), `x y`))",
            " + ".join(["A"] * 500),
        ],
    )
    def test_as_constructed(self, text: str) -> None:
        """Node for node: the value, how many nodes, how deep."""
        for node in walk(parse_expression(text)):
            made = attrs.evolve(node)

            assert (made, hash(made), repr(made)) == (node, hash(node), repr(node))
            assert (made.size, made.depth) == (node.size, node.depth)
            assert type(made.children) is type(node.children) is tuple


class TestWriting:
    """Parentheses stand only where they are needed."""

    @pytest.mark.parametrize(
        "text",
        [
            "A + B * C - A / B",
            "(A + B) * (A - B)",
            "A - (B + C)",
            "A - B - C",
            "A / (B * C)",
            "A * (B / C)",
            "A / B / C * A",
            "-A + B",
            "-(A + B)",
            "A * -B",
            "(-A)^2",
            "-A^2",
            "(A + B)^2 / (A * B)^-3",
            "A + (B - C)",
            "(A^2)^3",
            "1.5^2",
            "`A B` / `x``y`",
            "rata_rata(A + B, -C, 2 - A) * (A + B)",
            "rata_rata_geometrik(A)^-2",
            "-minimum(A, maksimum(B, -1))",
            "ln(A / B)",
            "lalu(A) + lalu(`A B`, 12)",
        ],
    )
    def test_minimal_text_is_kept(self, text: str) -> None:
        """Text in normal form is its own normal form."""
        assert write_canonical(parse_expression(text)) == text

    @pytest.mark.parametrize(
        ("text", "values", "official"),
        [
            ("A / B * 100", {}, "A / B × 100"),
            ("A / B * 1000", {"A": "30", "B": "4.000"}, "30 / 4.000 × 1.000"),
            ("A - B", {"A": "−1", "B": "−2"}, "−1 − (−2)"),
            ("A + B * C", {"B": "−2"}, "A + (−2 × C)"),
            ("A * B / C", {"A": "−2", "B": "−2", "C": "−2"}, "−2 × (−2) / (−2)"),
            ("A / (B - C)", {}, "A / (B − C)"),
            ("-A", {"A": "−2"}, "−(−2)"),
            ("-(A + B)", {}, "−(A + B)"),
            ("A^-2", {"A": "−2"}, "(−2)^−2"),
            ("(A + B) * 1.5", {}, "(A + B) × 1,5"),
            ("-5 * A", {}, "−5 × A"),
            ("`Nilai Tambah` / B", {}, "Nilai Tambah / B"),
        ],
    )
    def test_official(self, text: str, values: dict[str, str], official: str) -> None:
        """Officials read commas, true signs and no two signs in a row."""
        known = {Variable(kode): value for kode, value in values.items()}

        assert write_official(parse_expression(text), values=known) == official

    @pytest.mark.parametrize(
        ("text", "official"),
        [
            ("A / B * 100", "A / B × 100%"),
            ("A * B * 100", "A × B × 100%"),
            ("(A + B) * 100", "(A + B) × 100%"),
            ("A * 100 * 100", "A × 100 × 100%"),
            ("100 * A", "100 × A"),
            ("A / B", "A / B"),
        ],
    )
    def test_percent(self, text: str, official: str) -> None:
        """Only a last factor 100 is the per cent."""
        assert write_official(parse_expression(text), percent=True) == official

    @pytest.mark.parametrize(
        ("text", "language", "official"),
        [
            ("rata_rata(A, B + 1)", "id", "rata-rata(A; B + 1)"),
            ("rata_rata(A, B)", "en", "mean(A; B)"),
            ("rata_rata_geometrik(A, B)", "id", "rata-rata geometrik(A; B)"),
            ("rata_rata_geometrik(A, B)", "en", "geometric mean(A; B)"),
            ("minimum(A, 1.5)", "id", "minimum(A; 1,5)"),
            ("minimum(A, 1.5)", "en", "minimum(A; 1,5)"),
            ("maksimum(A, -1)", "id", "maksimum(A; −1)"),
            ("maksimum(A, -1)", "en", "maximum(A; −1)"),
            ("ln(A)^2", "id", "ln(A)^2"),
            ("A - lalu(A)", "id", "A − A lalu"),
            ("A - lalu(A)", "en", "A − previous A"),
            ("lalu(A, 4)", "id", "A 4 periode lalu"),
            ("lalu(A, 4)", "en", "A 4 periods ago"),
        ],
    )
    def test_functions(self, text: str, language: Language, official: str) -> None:
        """Functions in words, operands apart by semicolons: commas are for decimals."""
        assert write_official(parse_expression(text), language=language) == official

    def test_earlier_values_are_inputs_of_their_own(self) -> None:
        """Each has its number."""
        tree = parse_expression("A - lalu(A) - lalu(A, 2)")
        values: dict[Input, str] = {
            A: "3",
            Previous(kode="A"): "2",
            Previous(kode="A", steps=2): "−1",
        }

        assert write_official(tree, values=values) == "3 − 2 − (−1)"

    def test_number(self) -> None:
        """Numbers keep their digits."""
        assert write_number(Angka("-1234567.50")) == "−1.234.567,50"


class TestRefusals:
    """Text outside the grammar is refused at the place where it leaves it."""

    @pytest.mark.parametrize(
        ("text", "offset"),
        [
            ("", 0),
            ("   ", 3),
            ("A B", 2),
            ("2A", 1),
            ("A 2", 2),
            ("(A", 0),
            ("A)", 1),
            ("()", 1),
            ("A +", 3),
            ("* A", 0),
            ("A + * B", 4),
            ("A ^ B", 4),
            ("A^2^3", 3),
            ("A^99", 2),
            ("A^65", 2),
            ("A^100", 2),
            ("A^" + "9" * 60_000, 2),
            ("A^1.5", 2),
            ("A^", 2),
            ("A^-", 3),
            ("A^--2", 3),
            ("A^(2)", 2),
            ("1,5", 1),
            ("1.", 1),
            (".5", 0),
            ("007", 0),
            ("1e5", 1),
            ("A × B", 2),
            ("A ÷ B", 2),
            ("A − B", 2),
            ("50%", 2),
            ("A.B", 1),
            ("`A", 0),
            ("A + ``", 4),
            ("` A`", 0),
            ("`A\nB`", 0),
            ("log(A)", 0),
            ("A + foo (B)", 4),
            ("Minimum(A, B)", 0),
            ("`ln`(A)", 4),
            ("ln()", 3),
            ("ln(A, B)", 0),
            ("ln(A", 0),
            ("ln(A,", 5),
            ("ln A", 3),
            ("rata_rata(A, B", 0),
            ("rata_rata(A, , B)", 13),
            ("rata_rata(, B)", 10),
            ("rata_rata(A,)", 12),
            ("rata_rata(A; B)", 11),
            ("rata_rata(1,5)", 11),
            ("rata_rata(A1,5)", 12),
            ("rata_rata(A B)", 12),
            ("A, B", 1),
            ("(A, B)", 2),
            ("rata_rata((A, B))", 12),
            ("lalu()", 5),
            ("lalu(3)", 5),
            ("lalu(A + B)", 7),
            ("lalu(-A)", 5),
            ("lalu((A))", 5),
            ("lalu(lalu(A))", 9),
            ("lalu(A", 6),
            ("lalu(A, B)", 8),
            ("lalu(A, 0)", 8),
            ("lalu(A, 01)", 8),
            ("lalu(A, 1.5)", 8),
            ("lalu(A, 121)", 8),
            ("lalu(A, 1000)", 8),
            ("lalu(A, " + "9" * 60_000 + ")", 8),
            ("lalu(A, -1)", 8),
            ("lalu(A, 1, 2)", 9),
            ("lalu(` A`)", 5),
            ("ln(" * 20_000, 60_000),
            ("ln" * 30_000, 0),
            ("," * 60_000, 0),
            ("A = B", 2),
            ("A\x00", 1),
            ("\u00a0A", 0),
            ("\u0661", 0),
            ("\uff11", 0),
            ("().__class__", 2),
            ("9" * 60_000, 0),
            (" " * 60_000, 60_000),
            ("-" * 60_000, 60_000),
            ("(" * 60_000, 60_000),
            (")" * 60_000, 0),
            ("`" * 60_001, 0),
        ],
        ids=lambda value: ascii(value)[:12],
    )
    def test_syntax(self, text: str, offset: int) -> None:
        """The error knows the place, and its text stays short."""
        with pytest.raises(FormulaSyntaxError) as caught:
            parse_expression(text)
        error = caught.value

        assert (error.code, error.path) == ("formula-syntax", "$")
        assert error.code in CODES
        assert (error.offset, error.source) == (offset, text)
        assert len(str(error)) <= 500

    def test_caret(self) -> None:
        """The printed error points at the place."""
        with pytest.raises(FormulaSyntaxError) as caught:
            parse_expression("(A + B / C")

        assert str(caught.value).splitlines() == [
            (
                "$: '(' at character 1; expected a matching ); "
                "repair: close the parenthesis [formula-syntax]"
            ),
            "  (A + B / C",
            "  ^",
        ]

    def test_caret_in_long_and_foreign_text(self) -> None:
        """Only the surroundings are shown, one plain character for each of the text."""
        with pytest.raises(FormulaSyntaxError) as caught:
            parse_expression("`é`" + " + A" * 100 + " B " + "`é`" * 100)
        *_, line, caret = str(caught.value).splitlines()

        assert line == "  " + (" + A" * 100)[-39:] + " B " + "`?`" * 12 + "`?"
        assert caret.index("^") == line.index("B")

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("A × B", "*"),
            ("1,5", "point"),
            ("50%", "* 100"),
            ("`A", "backtick"),
            ("A B", "backticks"),
            ("A.B", "backticks"),
            ("log(A)", "did you mean ln?"),
            ("MIN(A, B)", "did you mean minimum?"),
            ("rata2(A, B)", "operator"),
            ("rata_rta(A, B)", "did you mean rata_rata?"),
            ("koperasi (A)", "operator"),
            ("rata_rata(1,5)", "space behind a comma"),
            ("rata_rata(A; B)", "comma"),
            ("(A, B)", "point"),
            ("ln(A, B)", "ln(A)"),
            ("lalu(A + B)", "lalu(A) + lalu(B)"),
            ("lalu(3)", "lalu(PDRB)"),
            ("lalu(A, 0)", "count back"),
        ],
    )
    def test_repairs(self, text: str, hint: str) -> None:
        """The usual slips get their own advice."""
        with pytest.raises(FormulaSyntaxError) as caught:
            parse_expression(text)

        assert hint in caught.value.repair
        assert caught.value.found.endswith(f"at character {caught.value.offset + 1}")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("A" + "+A" * 30_000, "formula-too-large"),
            ("A" + "*A" * 30_000, "formula-too-large"),
            ("A" + "-A" * 30_000, "formula-too-deep"),
            ("A" + "/A" * 30_000, "formula-too-deep"),
            ("-" * 60_000 + "A", "formula-too-deep"),
            ("ln(" * 10_000 + "A" + ")" * 10_000, "formula-too-deep"),
            ("minimum(" * 5_000 + "A" + ")" * 5_000, "formula-too-deep"),
            ("rata_rata(A" + ",A" * 30_000 + ")", "formula-too-large"),
            ("-(" * 30_000 + "A" + ")" * 5_000, "formula-too-deep"),
            ("A" * (MAXIMUM_TEXT + 1), "text-too-long"),
            ("A" * 10_000_000, "text-too-long"),
            (cast("str", None), "wrong-type"),
            (cast("str", b"A"), "wrong-type"),
        ],
        ids=lambda value: ascii(value)[:12],
    )
    def test_limits(self, text: str, code: str) -> None:
        """What is too large for a tree is refused as that."""
        with pytest.raises(FormulaError) as caught:
            parse_expression(text)

        assert caught.value.code == code

    def test_limits_themselves_are_read(self) -> None:
        """The longest chain and the deepest nesting are formulas."""
        wide = parse_expression("A" + "+A" * (MAXIMUM_NODES - 2))
        deep = parse_expression("-" * (MAXIMUM_DEPTH - 1) + "A")

        assert (wide.size, deep.depth) == (MAXIMUM_NODES, MAXIMUM_DEPTH)
        assert parse_expression(write_canonical(wide)) == wide
        assert parse_expression(write_canonical(deep)) == deep

    def test_longest_text(self) -> None:
        """Text of the greatest length is read."""
        assert parse_expression(" " * (MAXIMUM_TEXT - 1) + "A") == A
        assert MAXIMUM_TEXT == 65_536

    @pytest.mark.parametrize(
        "unit",
        ["(", "-", " ", "9", "A+", "`", "A^2*", "``` `", "ln(", "A,", "lalu(A)+", "minimum(A,"],
    )
    def test_time_grows_with_the_text(self, unit: str) -> None:
        """Four times the text takes nowhere near sixteen times as long."""

        def measure(length: int) -> float:
            text = (unit * length)[:length]
            best = 1.0
            for _ in range(5):
                start = time.process_time()
                with pytest.raises(FormulaError):
                    parse_expression(text)
                best = min(best, time.process_time() - start)
            return best

        assert measure(60_000) < 10 * measure(15_000) + 0.1


class TestDocumentation:
    """The reference page has the grammar as it is, and an example for each production."""

    PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "grammar.md"
    BLOCK: Final = re.compile(r"```text\n(.*?)```", re.DOTALL)

    def test_grammar_is_that_of_the_module(self) -> None:
        """Word for word."""
        assert grammar.__doc__ is not None

        assert self.BLOCK.findall(self.PAGE.read_text(encoding="utf-8")) == (
            self.BLOCK.findall(grammar.__doc__)
        )

    def test_every_production_has_an_example(self) -> None:
        """A section with code that runs."""
        page = self.PAGE.read_text(encoding="utf-8")
        productions = re.findall(r"^(\w+) +=", self.BLOCK.findall(page)[0], re.MULTILINE)
        sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))

        assert len(productions) == 10
        assert [name for name in productions if "```python" not in sections.get(name, "")] == []
