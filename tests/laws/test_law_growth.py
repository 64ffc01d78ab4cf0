"""
The algebra of growth and of rates.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import Periode
from iku.formula import (
    BasisPertumbuhan,
    Hasil,
    Laju,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    Selisih,
    Seri,
    evaluate,
)

YEARS = (2020, 2021, 2022)
GROWTH = Pertumbuhan(variabel="A", basis=BasisPertumbuhan.LALU)
OVER_BOTH = Pertumbuhan(variabel="A", basis=BasisPertumbuhan.LALU, jarak=2)
BY_PRESENT = Pertumbuhan(variabel="A", basis=BasisPertumbuhan.KINI)
FALL = PersentasePenurunan(variabel="A")
KINDS = st.sampled_from((GROWTH, BY_PRESENT, FALL))


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(*, least: int = -(10**9)) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals, their trailing zeros kept."""
    return st.builds(_scale, st.integers(least, 10**9), st.integers(0, 4))


POSITIVE = angka(least=1)


def compute(formula: Pertumbuhan | PersentasePenurunan, *values: Angka | Decimal) -> Hasil:
    """Evaluate a formula in the last of some years."""
    figures = dict(zip(YEARS, values, strict=False))
    return evaluate(
        formula,
        Seri.from_mapping({"A": figures}),
        periode=Periode.tahunan(YEARS[len(values) - 1]),
    )


def exact(formula: Pertumbuhan | PersentasePenurunan, *values: Angka | Decimal) -> Fraction:
    """Give the exact value, which is there."""
    eksak = compute(formula, *values).eksak
    assert eksak is not None
    return eksak


class TestGrowth:
    """Growth is the change over its basis, and its sign is that of the change."""

    @given(angka(), angka())
    def test_against_fractions(self, before: Angka, now: Angka) -> None:
        """Both bases, and the decrease; where the basis is zero there is none."""
        a, b = Fraction(before.teks), Fraction(now.teks)

        assert compute(GROWTH, before, now).eksak == ((b - a) / a * 100 if a else None)
        assert compute(BY_PRESENT, before, now).eksak == ((b - a) / b * 100 if b else None)
        assert compute(FALL, before, now).eksak == ((a - b) / a * 100 if a else None)

    @given(angka(), KINDS)
    def test_no_change(self, value: Angka, kind: Pertumbuhan | PersentasePenurunan) -> None:
        """What stays as it is grows by nothing, whatever it is but zero."""
        assume(value.nilai != 0)

        assert exact(kind, value, value) == 0

    @given(angka())
    def test_from_zero(self, now: Angka) -> None:
        """From zero there is no growth, and the reason names the variable."""
        alasan = compute(GROWTH, Angka("0"), now).alasan

        assert alasan is not None
        assert (alasan.kode, alasan.variabel) == ("pembagi_nol", ("A",))

    @given(angka(), angka())
    def test_sign(self, before: Angka, now: Angka) -> None:
        """More than a positive value is growth; from a negative one the sign is turned."""
        assume(before.nilai != 0)
        growth = exact(GROWTH, before, now)

        assert (growth > 0) == ((now.nilai > before.nilai) == (before.nilai > 0)) or (
            now.nilai == before.nilai
        )
        assert exact(FALL, before, now) == -growth

    @given(POSITIVE, POSITIVE)
    def test_bases(self, before: Angka, now: Angka) -> None:
        """One basis gives the other, and the earlier one the larger figure for a rise."""
        growth, by_present = exact(GROWTH, before, now), exact(BY_PRESENT, before, now)

        assert by_present == growth / (1 + growth / 100)
        assert growth >= by_present

    @given(POSITIVE, POSITIVE)
    def test_there_and_back(self, one: Angka, other: Angka) -> None:
        """Growth by the present value is the decrease of the way back."""
        assert exact(BY_PRESENT, one, other) == exact(FALL, other, one)

    @given(POSITIVE, POSITIVE, POSITIVE)
    def test_chain(self, first: Angka, second: Angka, third: Angka) -> None:
        """Two growths in a row multiply to the growth over both, exactly."""
        one, two = exact(GROWTH, first, second), exact(GROWTH, second, third)

        assert (1 + one / 100) * (1 + two / 100) == 1 + exact(OVER_BOTH, first, second, third) / 100

    @given(POSITIVE, POSITIVE, st.integers(1, 10**6), KINDS)
    def test_scale(
        self, before: Angka, now: Angka, k: int, kind: Pertumbuhan | PersentasePenurunan
    ) -> None:
        """The unit in which the variable is counted does not matter."""
        assert exact(kind, before.nilai * k, now.nilai * k) == exact(kind, before, now)

    @given(angka(), angka())
    def test_points_are_not_per_cent(self, before: Angka, now: Angka) -> None:
        """The change in points is the growth times its basis."""
        assume(before.nilai != 0)
        data = {"KINI": now, "LALU": before}
        points = evaluate(Selisih(dikurangi="KINI", pengurang="LALU"), data).eksak

        assert points == exact(GROWTH, before, now) / 100 * Fraction(before.nilai)


class TestRates:
    """A rate is the ratio times what it is stated per."""

    @given(angka(), angka(least=1), st.integers(1, 7))
    def test_against_fractions(self, a: Angka, b: Angka, zeros: int) -> None:
        """And a percentage is the rate per hundred."""
        data = {"A": a, "B": b}
        per = Angka(10**zeros)
        laju = evaluate(Laju(pembilang="A", penyebut="B", per=per), data)
        rasio = evaluate(Rasio(pembilang="A", penyebut="B", pengali=per), data)
        persentase = evaluate(Persentase(pembilang="A", penyebut="B"), data).eksak
        assert persentase is not None

        assert laju.eksak == rasio.eksak == Fraction(a.teks) / Fraction(b.teks) * 10**zeros
        assert laju.eksak == persentase * 10**zeros / 100

    @given(angka(), angka(least=1), st.integers(1, 10**6), st.integers(0, 6))
    def test_scale(self, a: Angka, b: Angka, k: int, n: int) -> None:
        """It does not depend on the unit in which both parts are counted, whatever that is."""
        laju = Laju(pembilang="A", penyebut="B", per=Angka("1000"))
        same = evaluate(laju, {"A": a, "B": b})

        for factor in (k, 10**n):
            scaled = evaluate(laju, {"A": a.nilai * factor, "B": b.nilai * factor})

            assert scaled.eksak == same.eksak
            assert scaled.nilai == same.nilai
