"""Compiled formulas: the answers of evaluate, by another road."""

from __future__ import annotations

import decimal
import re
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, cast

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import iku
from iku.angka import Angka
from iku.domain import Kosong, Periode
from iku.errors import IkuError, PluginError
from iku.formula import (
    BasisPertumbuhan,
    IndeksKepuasanMasyarakat,
    Langsung,
    Narasi,
    Persentase,
    Pertumbuhan,
    Seri,
    compiling,
    evaluate,
    parse_formula,
)
from iku.formula.codewriting.nesting import wrap_steps
from iku.formula.codewriting.tools import TOOLS, Surprise
from iku.formula.codewriting.writing import write_lines
from iku.testing.strategies import formula as formulas
from iku.tree import (
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
    Unlowered,
    Variable,
    collect_inputs,
    collect_variables,
)
from iku.typing import Evaluating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iku.formula.compiling import Compiled
    from iku.typing import Formula

HOSTILE_CONTEXT = decimal.Context(
    prec=2,
    rounding=decimal.ROUND_UP,
    Emin=-2,
    Emax=2,
    traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal],
)

PLAIN: tuple[object, ...] = (0, 1, -3, Angka("7.50"), Decimal("0.1"), Decimal("120.00"), 10**30)
ZEROS: tuple[object, ...] = (Decimal("-0"), Decimal("0E+5"), Decimal("0E-700"))
FAR: tuple[object, ...] = (
    *(Decimal("1E+3"), Decimal("1E-60"), Decimal("1E+500"), Decimal("-1E-998"), Decimal("1E+899")),
    *(10**998, 10**500 + 1, Decimal("1." + "0" * 500), Decimal("1." + "0" * 996 + "1")),
)
REFUSED: tuple[object, ...] = (
    *(Decimal("1E+1000"), Decimal("1E-2000"), Decimal("0E-2000"), Decimal("9" * 1001)),
    *(Decimal("1" + "0" * 600 + "." + "0" * 500), 10**1001, True, "7", Fraction(1, 3)),
)
ABSENT: tuple[object, ...] = (
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-Infinity")),
    *(None, Kosong()),
)


EXACT_ONLY = (
    *("A^0", "A * 0", "A * B / 0", "minimum(A, 1 / 0)", "ln(-2) * A", "A / 0"),
    *(
        f"A * 1{'0' * 500}",
        f"A - 1{'0' * 450}",
        "minimum(A, 9)^64 * 9^64 * 9^64 * 9^64 * 9^64 * 9^64 * 9^64 * 9^64",
    ),
)
TEXTS = (
    *(
        "A",
        "-A",
        "A / B * 100",
        "(A - B) / B * 100",
        "A - A",
        "A + 0",
        "0 * 0 + A",
        "5 - A",
        "1 / 8",
    ),
    *("A * B", "A / B / 3", "A / (B / C)", "(A / B)^-3", "(A / B)^5", "A * 2 + B * 2", "B - 5"),
    *(
        "A / 3 + B / 7 - 1",
        "A / B + C / B",
        "A / B - C / A + 0",
        "1 / 3 + 1 / 6 + A",
        "-A * 0.5 - B",
    ),
    *("minimum(A / B * 100, 120)", "maksimum(minimum(A, 7.25, 5), 2)", "minimum(A, B / C)"),
    *("minimum(A / 3, B)", "maksimum(A, B) + 1", "minimum(1, 2)", "rata_rata(A, B, C) * 25"),
    *(
        "ln(A) + ln(2)",
        "ln(A / B)",
        "rata_rata_geometrik(A, B / C, 3)",
        "rata_rata_geometrik(A, A)",
    ),
    *EXACT_ONLY,
)


@attrs.frozen
class _Free:
    """A formula of any tree."""

    tipe: ClassVar[str] = "uji:pohon/1"

    pohon: Expression

    @property
    def variables(self) -> tuple[str, ...]:
        return collect_variables(self.pohon)

    def lower(self) -> Expression:
        return self.pohon


def _join(sign: str, first: Expression, second: Expression) -> Expression:
    if sign == "-":
        return Subtract(left=first, right=second)
    return Divide(numerator=first, denominator=second)


def _raise(base: Expression, exponent: int) -> Expression:
    return Power(base=base, exponent=exponent)


def _grow(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(_join, st.sampled_from("-/"), parts, parts),
        st.builds(_raise, parts, st.integers(-3, 3)),
        *(several.map(kind) for kind in (Add, Multiply, Mean, Minimum, Maximum, GeometricMean)),
        *(parts.map(kind) for kind in (Negate, Log)),
    )


def _make_angka(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


NUMBERS = st.builds(_make_angka, st.integers(-(10**6), 10**6), st.integers(0, 4))
TREES: st.SearchStrategy[Expression] = st.recursive(
    st.sampled_from("ABC").map(Variable) | NUMBERS.map(Constant), _grow, max_leaves=10
)
VALUES: st.SearchStrategy[object] = st.one_of(
    NUMBERS,
    st.decimals(),
    st.integers(-(10**20), 10**20),
    st.sampled_from((*PLAIN, *ZEROS, *FAR, *REFUSED, *ABSENT)),
)


def _answer(ask: Callable[[], Decimal | None]) -> object:
    """Give the digits of an answer, or the error in its place."""
    try:
        value = ask()
    except IkuError as error:
        return error.code, error.path, str(error)
    return None if value is None else str(value)


def _agree(formula: Formula, data: Mapping[str, Any]) -> None:
    expected = _answer(lambda: evaluate(formula, data).nilai)
    compiled = iku.compile(formula)

    assert _answer(lambda: compiled(data)) == expected
    with decimal.localcontext(HOSTILE_CONTEXT) as context:
        context.clear_flags()
        assert _answer(lambda: compiled(data)) == expected
        assert not any(context.flags.values())


def _compile(text: str) -> Compiled:
    return iku.compile(parse_formula(text))


class TestSameAnswer:
    """A compiled formula gives what evaluate gives, to the digit, under any ambient context."""

    @given(tree=TREES, data=st.fixed_dictionaries(dict.fromkeys("ABC", VALUES)))
    @example(tree=Log(Power(base=Variable("A"), exponent=-1)), data={"A": 0})
    def test_any_tree(self, tree: Expression, data: Mapping[str, Any]) -> None:
        """Whatever the tree, and whatever stands in the data."""
        _agree(_Free(tree), data)

    @given(formula=formulas(variabel=st.sampled_from(("A", "B", "Nilai Tambah Bruto"))))
    def test_any_formula_of_the_library(self, formula: Formula) -> None:
        """Named, free, reported or prose."""
        data = {kode: Angka(f"{place}.25") for place, kode in enumerate(formula.variables, 1)}
        _agree(formula, data)

    @pytest.mark.parametrize("text", TEXTS)
    def test_hostile_values(self, text: str) -> None:
        """One strange value beside plain ones, in each place."""
        formula = parse_formula(text)
        for value in (*PLAIN, *ZEROS, *FAR, *REFUSED, *ABSENT):
            _agree(formula, {"A": 3, "B": value, "C": 7})
            _agree(formula, {"A": value, "B": Decimal("2.50"), "C": 7})

    def test_values_that_cancel(self) -> None:
        """What is too long is refused even where nothing of it would be left."""
        for value in REFUSED[:6]:
            for text in (
                "A - A",
                "A - B",
                "A / B",
                "minimum(A, B, 1)",
                "0 * 0 + A - B",
                "A * 3 - B * 3",
            ):
                _agree(parse_formula(text), {"A": value, "B": value})

    @pytest.mark.parametrize(
        "value",
        [
            *(Fraction(1, 8), Fraction(-1500), Fraction(2, 3), Fraction(10**33), Fraction(10**40)),
            *(Fraction(1, 200) - Fraction(1, 10**50), Fraction(10**34 + 5), Fraction(0)),
            *(Fraction(9 * 10**33 + 1, 10**60), Fraction(1, 3 * 10**300)),
        ],
    )
    @pytest.mark.parametrize("text", ["A / B", "A / B * 100 / 100", "minimum(A / B, 1 / 3)"])
    def test_one_form_of_a_value(self, text: str, value: Fraction) -> None:
        """Zeros behind the last decimal go, zeros in front of the point stay."""
        for scale in (1, Decimal("1.000"), Decimal("1E+2")):
            context = decimal.Context(prec=500)
            above = context.multiply(Decimal(value.numerator), Decimal(scale))
            below = context.multiply(Decimal(value.denominator), Decimal(scale))
            _agree(parse_formula(text), {"A": above, "B": below})

    def test_published_index(self) -> None:
        """IKM of Dinas Pertanahan, Kabupaten Bantul, 2023: 87,28."""
        nrr = ["3.31", "3.35", "3.49", "3.93", "3.45", "3.39", "3.39", "3.76", "3.35"]
        survey = {f"U{place}": Angka(text) for place, text in enumerate(nrr, 1)}
        value = iku.compile(IndeksKepuasanMasyarakat())(survey)

        assert str(value) == "87.27777777777777777777777777777778"


class TestQuickWay:
    """Ordinary figures never need the exact way."""

    @pytest.mark.parametrize("text", [text for text in TEXTS if text not in EXACT_ONLY])
    def test_without_fractions(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Integers, decimals and numbers as written are computed by the lines alone."""
        compiled = _compile(text)
        data: Mapping[str, Any] = {"A": Angka("83.25"), "B": 852, "C": Decimal("7.5")}
        expected = evaluate(parse_formula(text), data).nilai
        monkeypatch.setattr(compiling, "compute", None)

        assert str(compiled(data)) == str(expected)

    @pytest.mark.parametrize("text", EXACT_ONLY)
    def test_what_no_lines_are_written_for(self, text: str) -> None:
        """Powers of zero, huge constants and parts without value are left to evaluate."""
        with pytest.raises((Surprise, ArithmeticError)):
            write_lines(parse_formula(text).lower())

    def test_zero_has_no_sign(self) -> None:
        """Zero times a negative number is zero."""
        assert str(_compile("A * -5")({"A": 0})) == "0"
        assert str(_compile("minimum(A * -5, 7)")({"A": 0})) == "0"

    def test_zero_divisors(self) -> None:
        """A zero below the line is never lost on the way up."""
        for text in (
            "A / (B / C)",
            "(A / C)^-1",
            "minimum(A / C, 5) + B",
            "ln(A / C)",
            "A / C * 0 + B",
        ):
            assert _compile(text)({"A": 1, "B": 2, "C": 0}) is None


class TestSource:
    """No text of a document becomes code."""

    WORDS = frozenset(
        {*TOOLS, "if", "return", "not", "or", "else", "data", "exact", "type", "is", "r"}
    )

    @given(tree=TREES, kode=st.sampled_from(["import os", "x'); exec('1", "\n", "data", "exact"]))
    def test_words(self, tree: Expression, kode: str) -> None:
        """Lines have our words and numbered names in them, and nothing else."""
        named = Add((tree, Variable(kode if kode.strip() else "_")))
        try:
            body = write_lines(named).body
        except (Surprise, ArithmeticError):
            return
        for line in body:
            assert re.fullmatch(r"[A-Za-z0-9 =:;,()<>\[\]]+", line)
            words = set(re.findall(r"[A-Za-z]\w*", line))
            assert all(re.fullmatch(r"[ckvt][0-9]+", word) for word in words - self.WORDS)

    @pytest.mark.parametrize(
        ("lines", "wrapped"),
        [
            (["t0 = minus(v0)", "r = t0"], ["r = minus(v0)"]),
            (
                ["t0 = minus(v0)", "t1 = minus(v1)", "r = f(t0, t1)"],
                ["r = f(minus(v0), minus(v1))"],
            ),
            (["v0 = plus(v0)", "t1 = minus(v0)", "r = f(t1, 5)"], ["r = f(minus(plus(v0)), 5)"]),
            (["t0 = minus(v0)", "v1 = t0", "r = add(t0, v1)"], None),
            (["v0 = plus(v0)", "v1 = data[k1]", "r = minus(v0)"], None),
            (["v0 = plus(v0)", "r = add(v0, v0)"], None),
            (["t0 = minus(v0)", "if t0 < ZERO: return exact(data)"], None),
            (["t0, t1 = root(v0, v1, 2)", "r = divide(t0, t1)"], None),
            (["t1 = minus(v0)", "r = minus(t10)"], None),
        ],
    )
    def test_wrapped_steps(self, lines: list[str], wrapped: list[str] | None) -> None:
        """A step that only the next line needs is written there, if that is always taken."""
        assert wrap_steps(lines) == (wrapped or lines)

    def test_long_sums(self) -> None:
        """They are not wrapped deeper than Python reads."""
        text = " + ".join(f"A{number} * {number}.5" for number in range(1, 128))
        data = {f"A{number}": Decimal(2) for number in range(1, 128)}

        assert iku.compile(parse_formula(text))(data) == sum(2 * n + 1 for n in range(1, 128))

    def test_strange_names(self) -> None:
        """A kode may look like code."""
        kode = "__import__('os').system('true')"
        formula = Persentase(pembilang=kode, penyebut="data")

        assert iku.compile(formula)({kode: 1, "data": 8}) == Decimal("12.5")


class TestData:
    """What a compiled formula takes."""

    def test_mappings(self) -> None:
        """Any mapping is read as evaluate reads it, and never changed."""
        compiled = _compile("A / B")
        growing: defaultdict[str, int] = defaultdict(lambda: 5, {"A": 1})

        assert compiled(MappingProxyType[str, int]({"A": 1, "B": 8})) == Decimal("0.125")
        assert compiled(growing) is None
        assert dict(growing) == {"A": 1}
        assert compiled({"A": 1, "B": 8, "unused": 1}) == Decimal("0.125")

    @pytest.mark.parametrize("data", [None, [("A", 1)], Seri.from_mapping({"A": {2023: 1}})])
    def test_no_mapping(self, data: object) -> None:
        """A series has its periods, which a compiled formula does not know."""
        for text in ("A / B", "A^0"):
            with pytest.raises(IkuError) as caught:
                _compile(text)(cast("dict[str, int]", data))
            assert (caught.value.code, caught.value.path) == ("wrong-type", "$.data")

    def test_earlier_values(self) -> None:
        """They stand under kode and distance; kode alone is never taken for them."""
        growth = Pertumbuhan(variabel="UM", basis=BasisPertumbuhan.KINI, jarak=2)
        seri = Seri.from_mapping({"UM": {2018: 15481, 2020: 20242}})
        expected = evaluate(growth, seri, periode=Periode.tahunan(2020)).nilai
        compiled = iku.compile(growth)

        assert compiled({"UM": 20242, ("UM", 2): 15481}) == expected
        assert compiled({"UM": 20242, ("UM", 1): 15481}) is None
        assert compiled({"UM": 20242, ("UM", 2): Kosong()}) is None
        assert compiled({"UM": 20242}) is None

    @given(tree=TREES, earlier=NUMBERS, now=NUMBERS, steps=st.integers(1, 4))
    def test_as_a_series_does(
        self, tree: Expression, earlier: Angka, now: Angka, steps: int
    ) -> None:
        """A row of a series gives what evaluate takes out of the series."""
        formula = _Free(Subtract(left=tree, right=Previous(kode="A", steps=steps)))
        kodes = {node.kode for node in collect_inputs(formula.pohon)}
        seri = Seri.from_mapping({kode: {2020 - steps: earlier, 2020: now} for kode in kodes})
        expected = evaluate(formula, seri, periode=Periode.tahunan(2020)).nilai
        row: dict[str | tuple[str, int], Angka] = {
            **dict.fromkeys(kodes, now),
            ("A", steps): earlier,
        }

        assert str(iku.compile(formula)(row)) == str(expected)


@attrs.frozen
class _Doubled(Evaluating):
    """A formula that computes itself."""

    tipe: ClassVar[str] = "uji:ganda/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A",)

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        return 2 * values["A"]


@attrs.frozen
class _Unmeasured:
    """A formula that fails to say its unit."""

    tipe: ClassVar[str] = "uji:tanpa-satuan/1"

    tree: Expression | Unlowered

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A",)

    @property
    def satuan(self) -> str:
        raise KeyError("x")

    def lower(self) -> Expression | Unlowered:
        return self.tree


class TestFaultyPlugins:
    """What evaluate refuses is not compiled."""

    @pytest.mark.parametrize("tree", [Variable("A"), Unlowered(kode="x", message="x")])
    def test_satuan(self, tree: Expression | Unlowered) -> None:
        """A unit that cannot be read is one error in both."""
        formula = _Unmeasured(tree)
        with pytest.raises(PluginError) as evaluating:
            evaluate(formula, {"A": 1})
        with pytest.raises(PluginError) as compiled:
            iku.compile(formula)

        assert str(compiled.value) == str(evaluating.value)


class TestWithoutTree:
    """What has no tree is computed by evaluate."""

    @pytest.mark.parametrize("formula", [Langsung(), Narasi(teks="Survei")])
    def test_no_value(self, formula: Formula) -> None:
        """Nothing to compute, no value."""
        assert isinstance(formula.lower(), Unlowered)
        assert iku.compile(formula)({"A": 1}) is None

    def test_plugin(self) -> None:
        """A plug-in that only evaluates is asked."""
        assert iku.compile(_Doubled())({"A": Decimal("0.5")}) == 1
        assert iku.compile(_Doubled())({}) is None

    def test_no_formula(self) -> None:
        """Text is no formula."""
        with pytest.raises(IkuError) as caught:
            iku.compile(cast("Formula", "A / B"))
        assert caught.value.code == "wrong-type"
