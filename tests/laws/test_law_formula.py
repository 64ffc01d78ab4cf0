"""
The algebra of formulas and capaian, against an oracle that shares no code with them.

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

from iku.angka import Angka
from iku.errors import CODES, FormulaError
from iku.formula import (
    Ekspresi,
    Jumlah,
    Persentase,
    Rasio,
    evaluate,
    parse_formula,
    render_formula,
)
from iku.formula.grammar import parse_expression
from iku.formula.notation import write_canonical
from iku.scoring import DuaTargetMinusRealisasi, RealisasiPerTarget, compute_capaian
from iku.tree import (
    MAXIMUM_DEPTH,
    MAXIMUM_NODES,
    Add,
    Constant,
    Divide,
    Expression,
    Multiply,
    Negate,
    Power,
    Subtract,
    Variable,
    collect_variables,
)

if TYPE_CHECKING:
    from random import Random

    from iku.typing import CapaianRule

NAMES = ("A", "B", "_c1", "Nilai Tambah Bruto", "x`y", "a.b", "-", "\u00e9", "mean")
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


def _grow(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    operands = st.lists(children, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        operands.map(Add),
        operands.map(Multiply),
        st.builds(_join, st.sampled_from("-/"), children, children),
        st.builds(_raise, children, st.integers(-3, 3)),
        children.map(Negate),
    )


def trees(leaves: int = 12, names: tuple[str, ...] = NAMES) -> st.SearchStrategy[Expression]:
    """Trees of every node; a separate strategy reaches the limits."""
    leaf: st.SearchStrategy[Expression] = st.one_of(
        st.sampled_from(names).map(Variable), angka(least=-999, most=999).map(Constant)
    )
    return st.recursive(leaf, _grow, max_leaves=leaves)


@st.composite
def chains(draw: st.DrawFn) -> Expression:
    """Trees at and near the limits: long flat chains, deep left and right ones."""
    node: Expression = draw(trees(3))
    signs = draw(st.sampled_from(["-/", "+*", "+", "*", "n", "^", "-/+*n^"]))
    while node.depth < MAXIMUM_DEPTH and node.size < MAXIMUM_NODES - 2:
        sign = draw(st.sampled_from(signs))
        if sign == "n":
            node = Negate(node)
        elif sign == "^":
            node = Power(base=node, exponent=2)
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
    values = [oracle(child, numbers) for child in tree.children]
    known = [value for value in values if value is not None]
    return _operate(tree, *known) if len(known) == len(values) else None


def _operate(
    tree: Add | Multiply | Subtract | Divide | Power | Negate, first: Fraction, *rest: Fraction
) -> Fraction | None:
    match tree:
        case Add():
            return sum(rest, first)
        case Multiply():
            return math.prod(rest, start=first)
        case Subtract():
            return first - rest[0]
        case Divide():
            return first / rest[0] if rest[0] else None
        case Negate():
            return 0 - first
        case Power():
            return _multiply_out(first, tree.exponent)


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

    @given(st.one_of(trees(), chains()))
    def test_tree(self, tree: Expression) -> None:
        """The tree comes back, at the limits too."""
        assert parse_expression(write_canonical(tree)) == tree

    @given(trees())
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

    @given(trees(), st.sampled_from([" ", "\n", "\t  ", "\r\n"]))
    def test_spaces_do_not_matter(self, tree: Expression, space: str) -> None:
        """Between tokens any space will do; parentheses around the whole change nothing."""
        text = write_canonical(tree)
        tokens = re.findall(r"`(?:[^`]|``)*`|[A-Za-z_0-9.]+|[-+*/^()]", text)

        assert parse_expression(space.join(["(", *tokens, ")"])) == tree


class TestAnyText:
    """Any text is a formula or is refused with a code."""

    @given(st.one_of(st.text(), st.text(alphabet="AB01.+-*/^() `\n,×%")))
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
        expected = oracle(tree, {kode: Fraction(value.teks) for kode, value in inputs.items()})

        assume(hasil.alasan is None or hasil.alasan.kode != "terlalu_besar")
        assert hasil.eksak == expected
        assert hasil.verify()

    @given(st.data(), trees(6, ("A", "B", "_c1")))
    def test_substitution(self, data: st.DataObject, tree: Expression) -> None:
        """A number written in the formula counts like the same number in the data."""
        inputs = data.draw(data_for(tree))
        text = write_canonical(tree)
        written = re.sub(r"[A-Za-z_]\w*", lambda name: f"({inputs[name[0]]})", text)

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
    for official, canonical in ((".", ""), (",", "."), ("×", "*"), ("−", "-"), ("%", "")):
        text = text.replace(official, canonical)
    return text


class TestNamedFormulas:
    """A named formula is what its name says, exactly."""

    @given(angka(), angka(), angka(least=1))
    def test_against_fractions(self, a: Angka, b: Angka, pengali: Angka) -> None:
        """Percentage, ratio and sum."""
        assume(b.nilai != 0)
        inputs = {"A": a, "B": b}
        x, y = Fraction(a.teks), Fraction(b.teks)
        rasio = Rasio(pembilang="A", penyebut="B", pengali=pengali)

        assert evaluate(Persentase(pembilang="A", penyebut="B"), inputs).eksak == x / y * 100
        assert evaluate(rasio, inputs).eksak == x / y * Fraction(pengali.teks)
        assert evaluate(Jumlah(suku=("A", "B")), inputs).eksak == x + y

    @given(angka(), angka(least=1), st.integers(1, 10**6))
    def test_scale(self, a: Angka, b: Angka, k: int) -> None:
        """A percentage does not depend on the unit in which both parts are counted."""
        persentase = Persentase(pembilang="A", penyebut="B")
        scaled = {"A": a.nilai * k, "B": b.nilai * k}

        assert evaluate(persentase, {"A": a, "B": b}).eksak == evaluate(persentase, scaled).eksak

    @given(st.integers(0, 10**9), st.integers(1, 10**9))
    def test_parts(self, a: int, b: int) -> None:
        """A part and the rest are a hundred per cent together."""
        persentase = Persentase(pembilang="A", penyebut="B")
        part = evaluate(persentase, {"A": a, "B": b}).eksak
        rest = evaluate(persentase, {"A": b - a, "B": b}).eksak
        assert part is not None
        assert rest is not None

        assert part + rest == 100

    @given(st.lists(angka(), min_size=1, max_size=20), st.randoms())
    def test_order(self, numbers: list[Angka], random: Random) -> None:
        """A sum does not depend on the order of its terms."""
        inputs = {f"A{index}": value for index, value in enumerate(numbers)}
        shuffled = list(inputs)
        random.shuffle(shuffled)

        assert evaluate(Jumlah(suku=tuple(shuffled)), inputs).eksak == (
            evaluate(Jumlah(suku=tuple(inputs)), inputs).eksak
        )


RULES: tuple[CapaianRule, ...] = (RealisasiPerTarget(), DuaTargetMinusRealisasi())
POSITIVE = angka(least=1)


def _capaian(target: Angka, realisasi: Angka | Decimal, rule: CapaianRule) -> Fraction:
    eksak = compute_capaian(target, realisasi, rule=rule).eksak
    assert eksak is not None
    return eksak


class TestCapaian:
    """A capaian follows its rule exactly, in the direction the rule declares."""

    @given(POSITIVE, st.sampled_from(RULES))
    def test_target_met_is_a_hundred(self, target: Angka, rule: CapaianRule) -> None:
        """Exactly."""
        assert _capaian(target, target, rule) == 100

    @given(POSITIVE, angka())
    def test_against_fractions(self, target: Angka, realisasi: Angka) -> None:
        """Both rules, and the two other spellings of the second."""
        t, r = Fraction(target.teks), Fraction(realisasi.teks)

        assert _capaian(target, realisasi, RULES[0]) == r / t * 100
        assert (
            _capaian(target, realisasi, RULES[1])
            == (2 * t - r) / t * 100
            == (t - (r - t)) / t * 100
            == (1 + (1 - r / t)) * 100
        )

    @given(POSITIVE, angka(), angka())
    def test_direction(self, target: Angka, one: Angka, other: Angka) -> None:
        """More is better under the first rule and worse under the second, strictly."""
        assume(one.nilai < other.nilai)

        assert _capaian(target, one, RULES[0]) < _capaian(target, other, RULES[0])
        assert _capaian(target, one, RULES[1]) > _capaian(target, other, RULES[1])

    @given(POSITIVE, angka(), st.integers(1, 10**6), st.sampled_from(RULES))
    def test_scale(self, target: Angka, realisasi: Angka, k: int, rule: CapaianRule) -> None:
        """The unit in which both are measured does not matter."""
        assert _capaian(target, realisasi, rule) == (
            _capaian(Angka(target.nilai * k), realisasi.nilai * k, rule)
        )

    @given(POSITIVE, angka())
    def test_mirror(self, target: Angka, realisasi: Angka) -> None:
        """The two rules are mirror images around a hundred."""
        assert _capaian(target, realisasi, RULES[0]) + _capaian(target, realisasi, RULES[1]) == 200

    @given(angka(), angka(), st.sampled_from(RULES))
    def test_value_or_reason(self, target: Angka, realisasi: Angka, rule: CapaianRule) -> None:
        """There is a value exactly where the target is above zero, and it verifies."""
        capaian = compute_capaian(target, realisasi, rule=rule)

        assert (capaian.eksak is None) == (target.nilai <= 0) == (capaian.alasan is not None)
        assert capaian.verify()
