"""Logarithm and root: rounded once, to the nearest, or exact where they are fractions."""

from __future__ import annotations

import decimal
import time
from decimal import Decimal
from fractions import Fraction

import pytest

from iku.angka import to_decimal34
from iku.formula.evaluation.irrational import compute_log, compute_root


def _exact(text: str) -> Fraction:
    return Fraction(text)


class TestLog:
    """The natural logarithm, correctly rounded to 34 digits."""

    @pytest.mark.parametrize(
        ("value", "digits"),
        [
            # DLMF 3.3.3 and OEIS A002162, A002391, A002392: ln 2, ln 3, ln 10.
            ("2", "0.6931471805599453094172321214581766"),
            ("3", "1.098612288668109691395245236922526"),
            ("10", "2.302585092994045684017991454684364"),
            ("1/2", "-0.6931471805599453094172321214581766"),
            ("1/10", "-2.302585092994045684017991454684364"),
        ],
    )
    def test_known_constants(self, value: str, digits: str) -> None:
        """Every digit of the tables."""
        logarithm = compute_log(_exact(value))

        assert logarithm == Fraction(digits)

    def test_of_one_is_zero(self) -> None:
        """The only fraction with a logarithm that is one."""
        assert compute_log(Fraction(1)) == 0
        assert compute_log(Fraction(7, 7)) == 0

    @pytest.mark.parametrize("places", [9, 10, 11, 20, 100, 900, 2_000])
    @pytest.mark.parametrize("sign", [1, -1])
    def test_near_one(self, places: int, sign: int) -> None:
        """It is the difference from one, less half of its square, plus a third of its cube."""
        difference = Fraction(sign * 7, 10**places)
        series = sum(
            Fraction((-1) ** (power + 1), power) * difference**power for power in range(1, 8)
        )
        logarithm = compute_log(1 + difference)

        assert logarithm == Fraction(to_decimal34(Fraction(series)))

    def test_far_from_one(self) -> None:
        """The longest numbers have logarithms too, as soon as any."""
        start = time.perf_counter()
        logarithm = compute_log(Fraction(2**16_000, 3))

        assert logarithm is not None
        assert str(to_decimal34(logarithm))[:12] == "11089.256276"
        assert time.perf_counter() - start < 1

    def test_doubtful_roundings_are_settled(self) -> None:
        """A number whose logarithm is all but half way between two decimals."""
        context = decimal.Context(prec=200, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
        # 34 digits and a five behind them.
        digits = "1.234567890123456789012345678901234"
        half_way = Decimal(digits + "5")
        for wiggle, last in (("1e-100", "5"), ("-1e-100", "4")):
            value = context.exp(context.add(half_way, Decimal(wiggle)))

            assert compute_log(Fraction(value)) == Fraction(digits[:-1] + last)

    def test_what_nobody_can_settle_is_not_guessed(self) -> None:
        """A number made to five hundred digits so that no side is nearer has no value."""
        context = decimal.Context(prec=600, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
        half_way = Decimal("1.2345678901234567890123456789012345")

        assert compute_log(Fraction(context.exp(half_way))) is None


class TestRoot:
    """The root, exact where it is a fraction and correctly rounded where it is not."""

    @pytest.mark.parametrize(
        ("value", "degree", "root"),
        [
            ("0", 3, "0"),
            ("1", 511, "1"),
            ("4", 2, "2"),
            ("8/27", 3, "2/3"),
            ("1/3", 1, "1/3"),
            ("0.0001", 2, "0.01"),
            ("1e-600", 3, "1e-200"),
            ("1e600", 3, "1e200"),
        ],
    )
    def test_exact(self, value: str, degree: int, root: str) -> None:
        """Nothing is rounded."""
        assert compute_root(_exact(value), degree) == _exact(root)

    @pytest.mark.parametrize(
        ("value", "degree", "digits"),
        [
            # OEIS A002193, A002194, A002580: square roots of 2 and 3, cube root of 2.
            ("2", 2, "1.414213562373095048801688724209698"),
            ("3", 2, "1.732050807568877293527446341505872"),
            ("2", 3, "1.259921049894873164767210607278228"),
            ("2e-200", 2, "1.414213562373095048801688724209698e-100"),
            ("2e200", 2, "1.414213562373095048801688724209698e100"),
            ("1/2", 2, "0.7071067811865475244008443621048490"),
        ],
    )
    def test_known_constants(self, value: str, degree: int, digits: str) -> None:
        """Every digit of the tables."""
        assert compute_root(_exact(value), degree) == _exact(digits)

    @pytest.mark.parametrize("step", [1, -1])
    def test_doubtful_roundings_are_settled(self, step: int) -> None:
        """All but half way between two decimals, by one part in ten to the 90."""
        half_way = Fraction(12345678901234567890123456789012345, 10**34)
        root = compute_root(half_way**3 + Fraction(step, 10**90), 3)

        assert root == half_way + Fraction(step * 5, 10**34)

    @pytest.mark.parametrize("degree", [2, 3, 10, 511])
    def test_longest_numbers(self, degree: int) -> None:
        """Work is bounded."""
        start = time.perf_counter()
        value = Fraction(3**10_000, 2**15_000 + 1)
        root = compute_root(value, degree)
        gap = Fraction(1, 10**33)

        assert (root * (1 - gap)) ** degree < value < (root * (1 + gap)) ** degree
        assert time.perf_counter() - start < 2
