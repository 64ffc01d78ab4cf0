"""
The algebra of sums, means, extremes, logarithms and roots.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.formula import evaluate, parse_formula

if TYPE_CHECKING:
    from random import Random

FUNCTIONS = ("rata_rata", "rata_rata_geometrik", "minimum", "maksimum")
MEANS = ("rata_rata", "rata_rata_geometrik")
ULP = Fraction(1, 10**33)


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(least: int = 0, most: int = 10**9) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals."""
    return st.builds(_scale, st.integers(least, most), st.integers(0, 4))


def many(least: int = 0, *, size: int = 8) -> st.SearchStrategy[list[Angka]]:
    """A few of them."""
    return st.lists(angka(least), min_size=1, max_size=size)


def compute(function: str, *numbers: Angka | Fraction) -> Fraction:
    """Compute a function of numbers; `+` is the sum."""
    names = [f"A{index}" for index in range(len(numbers))]
    text = " + ".join(names) if function == "+" else f"{function}({', '.join(names)})"
    eksak = evaluate(parse_formula(text), dict(zip(names, numbers, strict=True))).eksak
    assert eksak is not None
    return eksak


class TestOrder:
    """No sum, mean or extreme depends on the order of its operands."""

    @given(many(), st.randoms(), st.sampled_from(("+", *FUNCTIONS)))
    def test_shuffled(self, numbers: list[Angka], random: Random, function: str) -> None:
        """To the last digit."""
        shuffled = list(numbers)
        random.shuffle(shuffled)

        assert compute(function, *shuffled) == compute(function, *numbers)


class TestParts:
    """A sum or extreme of parts is that of the whole; a mean of parts is weighted."""

    @given(many(-(10**9)), many(-(10**9)))
    def test_whole(self, first: list[Angka], second: list[Angka]) -> None:
        """Sums add up, extremes stay extremes, means count by their numbers."""
        for function in ("+", "minimum", "maksimum"):
            parts = compute(function, *first), compute(function, *second)

            assert compute(function, *parts) == compute(function, *first, *second)
        mean = compute("rata_rata", *first, *second)
        weighted = len(first) * compute("rata_rata", *first) + (
            len(second) * compute("rata_rata", *second)
        )

        assert mean * (len(first) + len(second)) == weighted


class TestMeans:
    """A mean lies between the extremes, and is the value where all are alike."""

    @given(angka(), st.integers(1, 12), st.sampled_from(FUNCTIONS))
    def test_alike(self, number: Angka, count: int, function: str) -> None:
        """Exactly, for the root too."""
        assert compute(function, *[number] * count) == Fraction(number.nilai)

    @given(many(), st.integers(0, 6))
    def test_between(self, numbers: list[Angka], digits: int) -> None:
        """The geometric mean is below the arithmetic; rounding changes no order."""
        low, geometric, mean, high = (
            compute(function, *numbers)
            for function in ("minimum", "rata_rata_geometrik", "rata_rata", "maksimum")
        )

        assert low * (1 - ULP) <= geometric <= mean * (1 + ULP)
        assert low <= mean <= high
        assert round_half_up(low, digits) <= round_half_up(mean, digits)
        assert round_half_up(mean, digits) <= round_half_up(high, digits)

    @given(many(), angka(1), st.sampled_from(FUNCTIONS))
    def test_scale(self, numbers: list[Angka], scale: Angka, function: str) -> None:
        """Measured in another unit it is the same in that unit."""
        factor = Fraction(scale.nilai)
        scaled = compute(function, *(Fraction(number.nilai) * factor for number in numbers))
        expected = compute(function, *numbers) * factor

        assert abs(scaled - expected) <= ULP * expected
        assert scaled == expected or function == "rata_rata_geometrik"

    @given(many(1), st.integers(2, 4))
    def test_root(self, numbers: list[Angka], power: int) -> None:
        """Numbers and their powers: the root of a product of powers is exact where it can be."""
        base = [Fraction(number.nilai) for number in numbers]
        powers = [value**power for value in base for _ in range(power)]
        assume(len(powers) <= 16)

        root = compute("rata_rata_geometrik", *powers)
        expected = compute("rata_rata_geometrik", *base) ** power

        assert abs(root - expected) <= power * ULP * expected

    @given(many(1, size=5), angka(-(10**9), -1), st.randoms())
    def test_negative(self, numbers: list[Angka], below: Angka, random: Random) -> None:
        """One negative number among any others is the reason, whatever their product."""
        given = {f"A{index}": value for index, value in enumerate([*numbers, below])}
        shuffled = list(given)
        random.shuffle(shuffled)
        text = f"rata_rata_geometrik({', '.join(shuffled)})"
        reason = evaluate(parse_formula(text), given).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("akar_negatif", (f"A{len(numbers)}",))


class TestLogarithm:
    """The logarithm makes sums of products, grows, and turns its sign with a reciprocal."""

    @given(angka(1), angka(1))
    def test_product(self, one: Angka, other: Angka) -> None:
        """Within the rounding of three logarithms."""
        product = Fraction(one.nilai) * Fraction(other.nilai)
        parts = compute("ln", one), compute("ln", other)
        size = sum(abs(part) for part in parts) + 1

        assert abs(compute("ln", product) - sum(parts)) <= 3 * ULP * size

    @given(angka(1), angka(1))
    def test_order(self, one: Angka, other: Angka) -> None:
        """The larger number has the larger logarithm."""
        assume(one.nilai < other.nilai)

        assert compute("ln", one) < compute("ln", other)

    @given(angka(1), st.integers(1, 10**9))
    def test_reciprocal(self, one: Angka, divisor: int) -> None:
        """Exactly, because rounding is even on both sides of zero."""
        value = Fraction(one.nilai) / divisor

        assert compute("ln", 1 / value) == -compute("ln", value)

    @given(st.integers(-(10**12), 0), angka(1))
    def test_undefined(self, value: int, other: Angka) -> None:
        """Of zero and below there is none, whatever it is added to."""
        reason = evaluate(parse_formula("B + ln(A)"), {"A": value, "B": other}).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("logaritma_tak_ada", ("A",))
