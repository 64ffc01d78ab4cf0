"""
The algebra of formulas, against an oracle that shares no code with them.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

import decimal
import math
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.domain import Periode
from iku.errors import CODES, FormulaError
from iku.formula import (
    Ekspresi,
    Seri,
    evaluate,
    evaluate_formulas,
    parse_formula,
    render_formula,
)
from iku.formula.grammar import parse_expression, write_canonical
from iku.tree import (
    MAXIMUM_DEPTH,
    MAXIMUM_NODES,
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
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
    collect_inputs,
    collect_variables,
    fold,
)

if TYPE_CHECKING:
    from iku.formula import KumpulanHasil
    from iku.tree import Operation

NAMES = ("A", "B", "_c1", "Nilai Tambah Bruto", "x`y", "a.b", "-", "\u00e9", "minimum")
HOSTILE_CONTEXT = decimal.Context(
    prec=2,
    rounding=decimal.ROUND_DOWN,
    traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation],
)


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(*, least: int = -(10**9), most: int = 10**9) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals, their trailing zeros kept."""
    return st.builds(_scale, st.integers(least, most), st.integers(0, 4))


def _raise(base: Expression, exponent: int) -> Expression:
    return Power(base=base, exponent=exponent)


def _join(sign: str, first: Expression, second: Expression) -> Expression:
    match sign:
        case "-":
            return Subtract(left=first, right=second)
        case "/":
            return Divide(numerator=first, denominator=second)
        case "+":
            return Add((first, second))
        case _:
            return Multiply((first, second))


def _look_back(kode: str, steps: int) -> Expression:
    return Previous(kode=kode, steps=steps)


FUNCTIONS: tuple[type[Mean | GeometricMean | Minimum | Maximum], ...] = (
    Mean,
    GeometricMean,
    Minimum,
    Maximum,
)


def _grow(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    operands = st.lists(children, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        operands.map(Add),
        operands.map(Multiply),
        st.builds(_join, st.sampled_from("-/"), children, children),
        st.builds(_raise, children, st.integers(-3, 3)),
        children.map(Negate),
        st.builds(_call, st.sampled_from(FUNCTIONS), st.lists(children, min_size=1, max_size=4)),
        children.map(Log),
    )


def _call(
    kind: type[Mean | GeometricMean | Minimum | Maximum], operands: list[Expression]
) -> Expression:
    return kind(tuple(operands))


def trees(leaves: int = 12, names: tuple[str, ...] = NAMES) -> st.SearchStrategy[Expression]:
    """Trees of every node that needs no period; a separate strategy reaches the limits."""
    leaf: st.SearchStrategy[Expression] = st.one_of(
        st.sampled_from(names).map(Variable), angka(least=-999, most=999).map(Constant)
    )
    return st.recursive(leaf, _grow, max_leaves=leaves)


def trees_in_time() -> st.SearchStrategy[Expression]:
    """Trees of every node, earlier values among them."""
    leaf: st.SearchStrategy[Expression] = st.one_of(
        st.sampled_from(NAMES).map(Variable),
        st.builds(_look_back, st.sampled_from(NAMES), st.integers(1, 120)),
        angka(least=-999, most=999).map(Constant),
    )
    return st.recursive(leaf, _grow, max_leaves=12)


@st.composite
def chains(draw: st.DrawFn) -> Expression:
    """Trees at and near the limits: long flat chains, deep left and right ones."""
    node: Expression = draw(trees(3))
    signs = draw(st.sampled_from(["-/", "+*", "+", "*", "n", "^", "f", "l", "-/+*n^fl"]))
    while node.depth < MAXIMUM_DEPTH and node.size < MAXIMUM_NODES - 2:
        sign = draw(st.sampled_from(signs))
        if sign == "n":
            node = Negate(node)
        elif sign == "^":
            node = Power(base=node, exponent=2)
        elif sign == "l":
            node = Log(node)
        elif sign == "f":
            width = draw(st.integers(0, min(40, MAXIMUM_NODES - 2 - node.size)))
            operands = [node, *(Previous(kode="A", steps=1 + n) for n in range(width))]
            node = _call(draw(st.sampled_from(FUNCTIONS)), operands)
        else:
            leaf = Variable(draw(st.sampled_from(NAMES)))
            node = _join(sign, node, leaf) if draw(st.booleans()) else _join(sign, leaf, node)
    return node


def oracle(tree: Expression, numbers: dict[str, Fraction]) -> Fraction | None:
    """Compute as a school book would, by recursion; None where there is no value."""
    if isinstance(tree, Constant):
        return Fraction(tree.value.teks)
    if isinstance(tree, Variable):
        return numbers[tree.kode]
    assert not isinstance(tree, Previous)
    values = [oracle(child, numbers) for child in tree.children]
    known = [value for value in values if value is not None]
    return _operate(tree, *known) if len(known) == len(values) else None


def _operate(tree: Operation, first: Fraction, *rest: Fraction) -> Fraction | None:
    match tree:
        case Add():
            return sum(rest, first)
        case Multiply():
            return math.prod(rest, start=first)
        case Subtract():
            return first - rest[0]
        case Divide():
            return first / rest[0] if rest[0] else None
        case Power():
            return _multiply_out(first, tree.exponent)
        case _:
            return _summarise(tree, (first, *rest))


def _summarise(
    tree: Negate | Mean | GeometricMean | Minimum | Maximum | Log, values: tuple[Fraction, ...]
) -> Fraction | None:
    match tree:
        case Negate():
            return 0 - values[0]
        case Mean():
            return sum(values) * Fraction(1, len(values))
        case Minimum():
            return min(values)
        case Maximum():
            return max(values)
        case GeometricMean():
            return _take_root(values)
        case Log():
            value = values[0]
            return _round34(_precise(value).ln(_quotient(value))) if value > 0 else None


def _take_root(values: tuple[Fraction, ...]) -> Fraction | None:
    """Take the root with twice the digits it could need; exact where its power says so."""
    product = math.prod(values, start=Fraction(1))
    if min(values) <= 0:
        return Fraction(0) if min(values) == 0 else None
    context = _precise(product)
    root = context.exp(context.divide(context.ln(_quotient(product)), Decimal(len(values))))
    near = Fraction(root).limit_denominator(10 ** (context.prec // 2))
    return near if near ** len(values) == product else _round34(root)


def _precise(value: Fraction) -> decimal.Context:
    digits = len(str(value.numerator)) + len(str(value.denominator))
    return decimal.Context(prec=80 + 2 * digits, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)


def _quotient(value: Fraction) -> Decimal:
    return _precise(value).divide(Decimal(value.numerator), Decimal(value.denominator))


def _round34(value: Decimal) -> Fraction:
    return Fraction(decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN).plus(value))


def _multiply_out(base: Fraction, exponent: int) -> Fraction | None:
    if base == 0 and exponent <= 0:
        return None
    product = math.prod([base] * abs(exponent), start=Fraction(1))
    return product if exponent >= 0 else 1 / product


def data_for(tree: Expression) -> st.SearchStrategy[dict[str, Angka]]:
    """A number for each variable, zero and small ones often."""
    numbers = st.one_of(st.sampled_from(["0", "1", "-1", "0.5"]).map(Angka), angka())
    return st.fixed_dictionaries(dict.fromkeys(collect_variables(tree), numbers))


def _read(text: str) -> Expression | FormulaError:
    try:
        return parse_expression(text)
    except FormulaError as error:
        return error


def _find_pairs(text: str) -> list[tuple[int, int]]:
    """Find the parentheses that belong together, outside of names."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    named = False
    for index, character in enumerate(text):
        named ^= character == "`"
        if character == "(" and not named:
            opened.append(index)
        elif character == ")" and not named:
            pairs.append((opened.pop(), index))
    return pairs


class TestReadingAndWriting:
    """What is written of a formula reads back as the same formula."""

    @given(st.one_of(trees_in_time(), chains()))
    def test_tree(self, tree: Expression) -> None:
        """The tree comes back, at the limits too."""
        assert parse_expression(write_canonical(tree)) == tree

    @given(trees_in_time())
    def test_formula(self, tree: Expression) -> None:
        """The normal form is its own normal form."""
        formula = parse_formula(write_canonical(tree))

        assert parse_formula(render_formula(formula)) == formula
        assert Ekspresi(teks=formula.teks).teks == formula.teks
        assert formula.variables == collect_variables(tree)

    @given(trees(6))
    def test_parentheses_are_minimal(self, tree: Expression) -> None:
        """Taking away any one pair gives another formula, or none."""
        text = write_canonical(tree)

        for start, end in _find_pairs(text):
            shorter = text[:start] + text[start + 1 : end] + text[end + 1 :]
            assert _read(shorter) != tree

    @given(trees_in_time(), st.sampled_from([" ", "\n", "\t  ", "\r\n"]))
    def test_spaces_do_not_matter(self, tree: Expression, space: str) -> None:
        """Between tokens any space will do; parentheses around the whole change nothing."""
        text = write_canonical(tree)
        tokens = re.findall(r"`(?:[^`]|``)*`|[A-Za-z_0-9.]+|[-+*/^(),]", text)

        assert parse_expression(space.join(["(", *tokens, ")"])) == tree


def words() -> st.SearchStrategy[str]:
    """Tokens of the grammar in any order, with nothing or a space between them."""
    tokens = "A B 1 1.5 + - * / ^ ( ) , ln( rata_rata( minimum( maksimum( lalu( lalu 2 ` `x`"
    return st.lists(st.sampled_from([*tokens.split(), " "]), max_size=20).map("".join)


class TestAnyText:
    """Any text is a formula or is refused with a code."""

    @given(st.one_of(st.text(), st.text(alphabet="AB01.+-*/^() `\n,×%"), words()))
    @example("A ^ -0")
    def test_total(self, text: str) -> None:
        """Nothing else ever comes out."""
        tree = _read(text)

        if isinstance(tree, FormulaError):
            assert tree.code in CODES
            assert len(str(tree)) <= 500
            assert str(tree).replace("\n", "").isprintable()
        else:
            assert parse_expression(write_canonical(tree)) == tree


class TestValue:
    """The value of a formula is the one that fractions give."""

    @given(st.data(), trees())
    def test_oracle(self, data: st.DataObject, tree: Expression) -> None:
        """Both agree exactly, and on where there is no value."""
        inputs = data.draw(data_for(tree))
        hasil = evaluate(parse_formula(write_canonical(tree)), inputs)
        assume(hasil.alasan is None or hasil.alasan.kode != "terlalu_besar")
        expected = oracle(tree, {kode: Fraction(value.teks) for kode, value in inputs.items()})

        assert hasil.eksak == expected
        assert (hasil.nilai is None) == (hasil.alasan is not None)
        assert hasil.verify()

    @given(st.data(), trees(6, ("A", "B", "_c1")))
    def test_substitution(self, data: st.DataObject, tree: Expression) -> None:
        """A number written in the formula counts like the same number in the data."""
        inputs = data.draw(data_for(tree))
        text = write_canonical(tree)
        written = re.sub(r"\b(?:A|B|_c1)\b", lambda name: f"({inputs[name[0]]})", text)

        assert evaluate(parse_formula(written), {}).eksak == (
            evaluate(parse_formula(text), inputs).eksak
        )

    @given(st.data(), trees())
    def test_variables_are_exactly_what_is_needed(
        self, data: st.DataObject, tree: Expression
    ) -> None:
        """More data changes nothing; any one missing is the reason."""
        formula = parse_formula(write_canonical(tree))
        inputs = data.draw(data_for(tree))
        hasil = evaluate(formula, inputs)

        assert evaluate(formula, inputs | {"TIDAK_DIPAKAI": Angka("1")}) == hasil
        assert hasil.alasan is None or hasil.alasan.kode != "tanpa_data"
        for kode in formula.variables:
            alasan = evaluate(formula, {k: v for k, v in inputs.items() if k != kode}).alasan
            assert alasan is not None
            assert (alasan.kode, alasan.variabel) == ("tanpa_data", (kode,))

    @given(st.data(), trees(6), st.integers(0, 20))
    def test_pure(self, data: st.DataObject, tree: Expression, digits: int) -> None:
        """Twice the same, under any decimal context, and the inputs stay as they were."""
        formula = parse_formula(write_canonical(tree))
        inputs = data.draw(data_for(tree))
        before = dict(inputs)
        first = evaluate(formula, inputs)
        figures = (first.nilai, first.round(digits), first.explain(digits=digits))
        with decimal.localcontext(HOSTILE_CONTEXT) as context:
            second = evaluate(formula, inputs)
            again = (second.nilai, second.round(digits), second.explain(digits=digits))
            assert not any(context.flags.values())

        assert first == second
        assert figures == again
        assert inputs == before


def _rename(  # noqa: PLR0911 - one for each kind of node
    node: Expression, parts: tuple[Expression, ...]
) -> Expression:
    """Give an earlier value a name of its own."""
    match node:
        case Previous():
            return Variable(f"{node.kode} -{node.steps}")
        case Constant() | Variable():
            return node
        case Add() | Multiply() | Mean() | GeometricMean() | Minimum() | Maximum():
            return type(node)(parts)
        case Subtract():
            return Subtract(left=parts[0], right=parts[1])
        case Divide():
            return Divide(numerator=parts[0], denominator=parts[1])
        case Power():
            return Power(base=parts[0], exponent=node.exponent)
        case Negate() | Log():
            return type(node)(parts[0])


class TestEarlierValues:
    """An earlier value counts like a variable that has the figure of the earlier period."""

    @given(st.data(), trees_in_time())
    def test_renamed(self, data: st.DataObject, tree: Expression) -> None:
        """With both in the same formula too, and whatever else the series holds."""
        plain = fold(tree, _rename)
        given = data.draw(data_for(plain))
        periode = Periode.bulan_ke(2023, 6)
        rows = [("A", periode.next(), Angka("77"))] + [
            (node.kode, periode.shift(-node.steps), given[_name(node)])
            for node in collect_inputs(tree)
        ]
        hasil = evaluate(_parse(tree), Seri.from_rows(rows), periode=periode)

        assert hasil.eksak == evaluate(_parse(plain), given).eksak
        assert hasil.verify()
        for node in collect_inputs(tree):
            gap = [row for row in rows if row[:2] != (node.kode, periode.shift(-node.steps))]
            reason = evaluate(_parse(tree), Seri.from_rows(gap), periode=periode).alasan
            assert reason is not None
            assert reason.kode == ("tanpa_periode_lalu" if node.steps else "tanpa_data")
            assert reason.variabel == (node.kode,)


def _name(node: Expression) -> str:
    renamed = _rename(node, ())
    assert isinstance(renamed, Variable)
    return renamed.kode


def _parse(tree: Expression) -> Ekspresi:
    return parse_formula(write_canonical(tree))


class TestBuiltOnEachOther:
    """A formula that names another gives what the two written as one give."""

    @given(st.data(), trees(6, ("A", "PART", "B")), trees(6, ("A", "B", "C")))
    def test_inlined(self, data: st.DataObject, outer: Expression, inner: Expression) -> None:
        """To the last digit, and whichever of them is asked for first."""
        text = f"({write_canonical(inner)})"
        inputs = data.draw(data_for(Add((outer, inner, Variable("PART")))))
        inlined = re.sub(r"\bPART\b", lambda _: text, write_canonical(outer))
        parts = {"OUTER": _parse(outer), "PART": _parse(inner)}
        hasil = evaluate_formulas(parts, inputs)
        expected = _read(inlined)
        assume(not isinstance(expected, FormulaError))

        whole = evaluate(parse_formula(inlined), inputs).eksak
        assert hasil["OUTER"].eksak == whole or "terlalu_besar" in _reasons(hasil)
        assert hasil["PART"].eksak == evaluate(parts["PART"], inputs).eksak
        assert dict(hasil) == dict(evaluate_formulas(dict(reversed(parts.items())), inputs))
        assert hasil.verify()


def _reasons(hasil: KumpulanHasil) -> set[str]:
    return {one.alasan.kode for one in hasil.values() if one.alasan is not None}


class TestFigures:
    """A printed figure is the half-up rounding of the exact value."""

    @given(st.data(), trees(6), st.integers(0, 20))
    def test_round(self, data: st.DataObject, tree: Expression, digits: int) -> None:
        """Within half a unit of the last place; a tie goes away from zero."""
        hasil = evaluate(parse_formula(write_canonical(tree)), data.draw(data_for(tree)))
        assume(hasil.eksak is not None)
        assert hasil.eksak is not None
        figure = hasil.round(digits)
        assert figure is not None
        gap = abs(Fraction(figure)) - abs(hasil.eksak)

        assert figure.as_tuple().exponent == -digits
        assert round_half_up(figure, digits) == figure
        assert -Fraction(1, 2 * 10**digits) < gap <= Fraction(1, 2 * 10**digits)

    @given(st.data(), trees(6))
    def test_nilai(self, data: st.DataObject, tree: Expression) -> None:
        """At most 34 digits, within half a unit of the last of them."""
        hasil = evaluate(parse_formula(write_canonical(tree)), data.draw(data_for(tree)))
        assume(hasil.nilai is not None)
        assert hasil.nilai is not None
        assert hasil.eksak is not None
        digits = hasil.nilai.as_tuple().digits
        unit = Fraction(10) ** (hasil.nilai.adjusted() - 33)

        assert len(digits) <= 34
        assert abs(Fraction(hasil.nilai) - hasil.eksak) <= unit / 2

    @given(st.data(), trees(6), st.integers(0, 6))
    @settings(max_examples=200)
    def test_trace(self, data: st.DataObject, tree: Expression, digits: int) -> None:
        """The numbers of the sentence, computed again, give the figure behind its sign."""
        hasil = evaluate(parse_formula(write_canonical(tree)), data.draw(data_for(tree)))
        assume(hasil.eksak is not None and tree.children)
        left, _, right = hasil.explain(digits=digits).partition(" = ")
        value = oracle(parse_expression(_read_official(left)), {})
        assert value is not None
        figure = oracle(parse_expression(_read_official(right)), {})
        assert figure is not None

        assert value == hasil.eksak
        assert abs(figure - value) <= Fraction(1, 2 * 10**digits)
        assert (figure == value) or len(right.partition(",")[2]) == digits


def _read_official(text: str) -> str:
    """Turn the notation of officials into the canonical grammar."""
    for official, canonical in (
        (".", ""),
        (",", "."),
        ("×", "*"),
        ("−", "-"),
        ("%", ""),
        (";", ","),
        ("rata-rata geometrik", "rata_rata_geometrik"),
        ("rata-rata", "rata_rata"),
    ):
        text = text.replace(official, canonical)
    return text
