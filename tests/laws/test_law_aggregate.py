"""
The algebra of aggregates.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import round_half_up
from iku.formula import Persentase, evaluate
from iku.scoring import aggregate

if TYPE_CHECKING:
    from random import Random

    from iku.scoring import Agregat

VALUES = st.fractions(min_value=-500, max_value=1000, max_denominator=10**6)
WEIGHTS = st.fractions(min_value=0, max_value=100, max_denominator=1000)
PAIRS = st.lists(st.tuples(VALUES, WEIGHTS), min_size=1, max_size=12)
SIDES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=12)
PERSEN = Persentase(pembilang="A", penyebut="B")


def value(made: Agregat) -> Fraction:
    """The exact value, recomputed."""
    assert made.verify()
    assert made.eksak is not None
    return made.eksak


def weighted(pairs: list[tuple[Fraction, Fraction]], **arguments: object) -> Agregat:
    """Aggregate values with their weights."""
    values, weights = zip(*pairs, strict=True)
    return aggregate(values, bobot=weights, **cast("Any", arguments))


class TestOrder:
    """No aggregate depends on the order of its items (P48)."""

    @given(PAIRS, st.randoms())
    def test_shuffled(self, pairs: list[tuple[Fraction, Fraction]], random: Random) -> None:
        """To the last digit, weighted, plain and capped."""
        assume(any(weight for _, weight in pairs))
        shuffled = list(pairs)
        random.shuffle(shuffled)

        assert value(weighted(shuffled)) == value(weighted(pairs))
        for arguments in ({}, {"maksimum": 100, "batas": "sebelum"}):
            plain = [value for value, _ in pairs]
            again = [value for value, _ in shuffled]
            kwargs = cast("Any", arguments)
            assert value(aggregate(again, **kwargs)) == value(aggregate(plain, **kwargs))

    @given(SIDES, st.randoms())
    def test_ratios(self, sides: list[tuple[int, int]], random: Random) -> None:
        """Those of numerators and denominators, too."""
        assume(any(below for _, below in sides))
        hasil = [evaluate(PERSEN, {"A": above, "B": below}) for above, below in sides]
        shuffled = list(hasil)
        random.shuffle(shuffled)

        assert value(aggregate(shuffled, cara="rasio")) == value(aggregate(hasil, cara="rasio"))


class TestBetween:
    """A mean lies between the least and the greatest, before and after rounding (P50, P51)."""

    @given(PAIRS, st.integers(0, 4))
    def test_within(self, pairs: list[tuple[Fraction, Fraction]], digits: int) -> None:
        """Weighted or not."""
        assume(any(weight for _, weight in pairs))
        counted = [value for value, weight in pairs if weight]
        for made, values in (
            (weighted(pairs), counted),
            (aggregate([each for each, _ in pairs]), [each for each, _ in pairs]),
        ):
            assert min(values) <= value(made) <= max(values)
            rounded = made.round(digits)
            assert rounded is not None
            low, high = round_half_up(min(values), digits), round_half_up(max(values), digits)
            assert low <= rounded <= high

    @given(VALUES, st.integers(1, 12))
    def test_alike(self, number: Fraction, count: int) -> None:
        """Where all are alike, it is that."""
        assert value(aggregate([number] * count)) == number

    @given(SIDES)
    def test_ratio(self, sides: list[tuple[int, int]]) -> None:
        """The whole lies between its parts."""
        sides = [(above, below) for above, below in sides if below]
        assume(sides)
        hasil = [evaluate(PERSEN, {"A": above, "B": below}) for above, below in sides]
        parts = [Fraction(100 * above, below) for above, below in sides]

        assert min(parts) <= value(aggregate(hasil, cara="rasio")) <= max(parts)


class TestWeights:
    """Only the proportions of weights count (P51)."""

    @given(PAIRS, st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100))
    def test_scaled(self, pairs: list[tuple[Fraction, Fraction]], factor: Fraction) -> None:
        """All of them times a number change nothing."""
        assume(any(weight for _, weight in pairs))
        scaled = [(each, weight * factor) for each, weight in pairs]

        assert value(weighted(scaled)) == value(weighted(pairs))

    @given(st.lists(VALUES, min_size=1, max_size=12), st.integers(1, 50))
    def test_equal(self, values: list[Fraction], weight: int) -> None:
        """Equal ones are none."""
        made = aggregate(values, bobot=[weight] * len(values))
        assert value(made) == value(aggregate(values))

    @given(st.lists(VALUES, min_size=1, max_size=12))
    def test_zero(self, values: list[Fraction]) -> None:
        """All zero, nothing is defined."""
        made = aggregate(values, bobot=[0] * len(values))
        assert made.alasan is not None
        assert made.alasan.kode == "bobot_nol"
        assert made.verify()

    @given(SIDES)
    def test_percentages_by_denominator(self, sides: list[tuple[int, int]]) -> None:
        """A percentage of a whole is the mean of percentages weighted by their wholes."""
        sides = [(above, below) for above, below in sides if below]
        assume(sides)
        hasil = [evaluate(PERSEN, {"A": above, "B": below}) for above, below in sides]
        shares = [(Fraction(100 * above, below), Fraction(below)) for above, below in sides]

        assert value(aggregate(hasil, cara="rasio")) == value(weighted(shares))


class TestParts:
    """A mean of means is the mean only when they are weighted by their numbers (P49)."""

    @given(st.lists(VALUES, min_size=1, max_size=8), st.lists(VALUES, min_size=1, max_size=8))
    def test_whole(self, first: list[Fraction], second: list[Fraction]) -> None:
        """Sums add up before anything is rounded."""
        parts = [aggregate(first), aggregate(second)]
        whole = aggregate(parts, bobot=[len(first), len(second)])

        assert value(whole) == value(aggregate([*first, *second]))


class TestAbsence:
    """What is absent changes nothing; zero is not absent."""

    @given(st.lists(VALUES, min_size=1, max_size=8), st.integers(0, 4), st.randoms())
    def test_skipped(self, values: list[Fraction], absent: int, random: Random) -> None:
        """Wherever it stands."""
        items: list[Fraction | None] = [*values, *[None] * absent]
        random.shuffle(items)
        made = aggregate(items)

        assert value(made) == value(aggregate(values))
        assert len(made.dilewati) == absent

    @given(st.lists(VALUES.filter(bool), min_size=1, max_size=8))
    def test_zero(self, values: list[Fraction]) -> None:
        """It is counted among the others."""
        assume(sum(values))
        count = len(values)
        assert value(aggregate([*values, 0])) == value(aggregate(values)) * count / (count + 1)


class TestCap:
    """A cap never raises, holds, and does nothing the second time (P44)."""

    @given(st.lists(VALUES, min_size=1, max_size=8), st.integers(1, 200))
    def test_order(self, values: list[Fraction], maksimum: int) -> None:
        """Before is never above after, and after never above the cap."""
        before = value(aggregate(values, maksimum=maksimum, batas="sebelum"))
        after = value(aggregate(values, maksimum=maksimum, batas="sesudah"))
        free = value(aggregate(values))

        assert before <= after == min(free, Fraction(maksimum))

    @given(st.lists(VALUES, min_size=1, max_size=8), st.integers(1, 200))
    def test_again(self, values: list[Fraction], maksimum: int) -> None:
        """Values that were capped are capped."""
        capped = [min(each, Fraction(maksimum)) for each in values]
        kwargs = cast("Any", {"maksimum": maksimum, "batas": "sebelum"})

        assert value(aggregate(capped, **kwargs)) == value(aggregate(values, **kwargs))
        assert value(aggregate(capped, **kwargs)) == value(aggregate(capped))


class TestRounding:
    """Only what is printed is rounded, and rounding twice is rounding once (P53)."""

    @given(st.lists(VALUES, min_size=1, max_size=8), st.integers(0, 4))
    def test_once(self, values: list[Fraction], digits: int) -> None:
        """Printing an aggregate leaves it exact."""
        made = aggregate(values)
        before = made.eksak
        rounded = made.round(digits)
        assert rounded is not None
        made.explain(digits=digits)

        assert round_half_up(rounded, digits) == rounded
        assert made.eksak == before

    def test_a_mean_of_rounded_values_is_another(self) -> None:
        """Which is why capaian are aggregated exact."""
        values = [Fraction(1, 3), Fraction(1, 3), Fraction(4, 3)]
        rounded = [round_half_up(each, 0) for each in values]

        assert aggregate(values).round(0) != aggregate(rounded).round(0)


@pytest.mark.parametrize("count", [1, 2, 3, 1000])
def test_any_number_of_items(count: int) -> None:
    """The sum in pairs is the sum."""
    values = [Fraction(1, place) for place in range(1, count + 1)]

    assert value(aggregate(values)) == sum(values) / count
