"""
The algebra of weights and indices.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.domain import Rentang
from iku.formula import (
    IPM,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    KomponenIndeks,
    KomponenTertimbang,
    MetodeIndeks,
    NilaiAKIP,
    RataRata,
    RataTertimbang,
    evaluate,
)
from iku.formula.named import UNSUR
from iku.regulations import ACUAN_IPM, IKM, IKM_TERCETAK

if TYPE_CHECKING:
    from random import Random

    from iku.typing import Formula

ULP = Fraction(1, 10**32)
"""A little more than one unit in the last of 34 digits."""


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(*, least: int = -(10**9), most: int = 10**9) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals, their trailing zeros kept."""
    return st.builds(_scale, st.integers(least, most), st.integers(0, 4))


WEIGHTED = st.lists(st.tuples(angka(), angka(least=1)), min_size=1, max_size=12)


def exact(formula: Formula, data: dict[str, Angka]) -> Fraction:
    """Give the exact value, which is there."""
    eksak = evaluate(formula, data).eksak
    assert eksak is not None
    return eksak


def weigh(pairs: list[tuple[Angka, Angka]]) -> tuple[RataTertimbang, dict[str, Angka]]:
    """Give the weighted mean of some values, and the data to compute it from."""
    komponen = tuple(
        KomponenTertimbang(variabel=f"A{index}", bobot=bobot)
        for index, (_, bobot) in enumerate(pairs)
    )
    data = {f"A{index}": value for index, (value, _) in enumerate(pairs)}
    return RataTertimbang(komponen=komponen), data


class TestWeightedMean:
    """A weighted mean lies between the extremes and knows only the proportions of its weights."""

    @given(WEIGHTED)
    def test_against_fractions(self, pairs: list[tuple[Angka, Angka]]) -> None:
        """The weighted sum over the sum of the weights."""
        values = [Fraction(value.nilai) for value, _ in pairs]
        weights = [Fraction(bobot.nilai) for _, bobot in pairs]
        total = sum(value * weight for value, weight in zip(values, weights, strict=True))

        assert exact(*weigh(pairs)) == total / sum(weights)

    @given(WEIGHTED, st.integers(0, 6))
    def test_between(self, pairs: list[tuple[Angka, Angka]], digits: int) -> None:
        """Before and after rounding."""
        values = [Fraction(value.nilai) for value, _ in pairs]
        mean = exact(*weigh(pairs))

        assert min(values) <= mean <= max(values)
        assert round_half_up(min(values), digits) <= round_half_up(mean, digits)
        assert round_half_up(mean, digits) <= round_half_up(max(values), digits)

    @given(WEIGHTED, angka(least=1))
    def test_scaled_weights(self, pairs: list[tuple[Angka, Angka]], k: Angka) -> None:
        """Weights in per cent or as shares are the same weights."""
        scaled = [
            (value, _to_angka(Fraction(bobot.nilai) * Fraction(k.nilai))) for value, bobot in pairs
        ]

        assert exact(*weigh(scaled)) == exact(*weigh(pairs))

    @given(st.lists(angka(), min_size=1, max_size=12), angka(least=1))
    def test_equal_weights(self, values: list[Angka], bobot: Angka) -> None:
        """They give the plain mean."""
        formula, data = weigh([(value, bobot) for value in values])

        assert exact(formula, data) == exact(RataRata(suku=formula.variables), data)

    @given(WEIGHTED, angka())
    def test_equal_values(self, pairs: list[tuple[Angka, Angka]], value: Angka) -> None:
        """They are the mean, whatever the weights."""
        assert exact(*weigh([(value, bobot) for _, bobot in pairs])) == Fraction(value.nilai)

    @given(WEIGHTED, st.randoms())
    def test_order(self, pairs: list[tuple[Angka, Angka]], random: Random) -> None:
        """The order of the components does not matter."""
        shuffled = list(pairs)
        random.shuffle(shuffled)

        assert exact(*weigh(shuffled)) == exact(*weigh(pairs))

    @given(st.lists(st.integers(0, 100), min_size=4, max_size=4), st.integers(1, 99))
    def test_score(self, skor: list[int], share: int) -> None:
        """A Nilai AKIP is the weighted mean of weights that add up to a hundred."""
        rest = 100 - share
        komponen = tuple(
            KomponenTertimbang(variabel=f"A{index}", bobot=_to_angka(Fraction(part, 2)))
            for index, part in enumerate((share, share, rest, rest))
        )
        data = {f"A{index}": Angka(value) for index, value in enumerate(skor)}

        assert exact(NilaiAKIP(komponen=komponen), data) == (
            exact(RataTertimbang(komponen=komponen), data)
        )


def _to_angka(value: Fraction) -> Angka:
    return Angka(round_half_up(value, 12))


SURVEY = st.lists(st.integers(100, 400).map(lambda whole: _scale(whole, 2)), min_size=9, max_size=9)


class TestSurvey:
    """A satisfaction index is the mean of its unsur times 25, rounded once."""

    @given(SURVEY)
    def test_against_fractions(self, nrr: list[Angka]) -> None:
        """From 25 to 100, to the last digit that is printed."""
        total = sum((Fraction(each.nilai) for each in nrr), Fraction(0))
        hasil = evaluate(IKM.isi, dict(zip(UNSUR, nrr, strict=True)))

        assert hasil.eksak == total * 25 / 9
        assert hasil.round(2) == round_half_up(total * 25 / 9, 2)
        assert 25 <= total * 25 / 9 <= 100

    @given(SURVEY)
    def test_printed_weight(self, nrr: list[Angka]) -> None:
        """With 0,111 it is lower by a thousandth, always."""
        data = dict(zip(UNSUR, nrr, strict=True))

        assert exact(IKM_TERCETAK.isi, data) == exact(IKM.isi, data) * Fraction("0.999")

    @given(SURVEY, st.randoms())
    def test_numbering(self, nrr: list[Angka], random: Random) -> None:
        """Offices number the last unsur either way; the index is the same."""
        shuffled = list(UNSUR)
        random.shuffle(shuffled)

        assert exact(IKM.isi, dict(zip(shuffled, nrr, strict=True))) == (
            exact(IndeksKepuasanMasyarakat(), dict(zip(UNSUR, nrr, strict=True)))
        )


BOUNDS = st.tuples(st.integers(-(10**6), 10**6), st.integers(1, 10**6)).map(
    lambda pair: Rentang(bawah=Angka(pair[0]), atas=Angka(pair[0] + pair[1]))
)


class TestIndex:
    """An index is 0 where all components are at their lower bounds, and 1 at the upper ones."""

    @given(st.lists(BOUNDS, min_size=1, max_size=8), st.sampled_from(MetodeIndeks))
    def test_ends(self, bounds: list[Rentang], metode: MetodeIndeks) -> None:
        """By either mean, exactly."""
        names = [f"A{index}" for index in range(len(bounds))]
        index = IndeksKomposit(
            metode=metode,
            komponen=tuple(
                KomponenIndeks(variabel=name, acuan=acuan)
                for name, acuan in zip(names, bounds, strict=True)
            ),
        )
        low = {name: acuan.bawah for name, acuan in zip(names, bounds, strict=True)}
        high = {name: acuan.atas for name, acuan in zip(names, bounds, strict=True)}

        assert exact(index, low) == 0
        assert exact(index, high) == 1

    @given(st.lists(st.tuples(BOUNDS, angka()), min_size=1, max_size=8))
    def test_against_fractions(self, parts: list[tuple[Rentang, Angka]]) -> None:
        """The arithmetic one is the mean of the normalised components."""
        komponen = tuple(
            KomponenIndeks(variabel=f"A{index}", acuan=acuan)
            for index, (acuan, _) in enumerate(parts)
        )
        data = {f"A{index}": value for index, (_, value) in enumerate(parts)}
        normalised = [
            (Fraction(value.nilai) - Fraction(acuan.bawah.nilai))
            / (Fraction(acuan.atas.nilai) - Fraction(acuan.bawah.nilai))
            for acuan, value in parts
        ]
        index = IndeksKomposit(metode=MetodeIndeks.ARITMETIK, komponen=komponen)

        assert exact(index, data) == sum(normalised) / len(normalised)
        assert exact(attrs.evolve(index, pengali=Angka("100")), data) == (
            sum(normalised) * 100 / len(normalised)
        )

    @given(st.lists(angka(least=1), min_size=1, max_size=6))
    def test_means(self, values: list[Angka]) -> None:
        """The geometric index is never above the arithmetic one."""
        data = {f"A{index}": value for index, value in enumerate(values)}
        komponen = tuple(KomponenIndeks(variabel=name) for name in data)
        geometric, arithmetic = (
            exact(IndeksKomposit(metode=metode, komponen=komponen), data)
            for metode in (MetodeIndeks.GEOMETRIK, MetodeIndeks.ARITMETIK)
        )

        assert geometric <= arithmetic * (1 + ULP)


NAMES: tuple[str, ...] = ("UHH", "HLS", "RLS", "PENGELUARAN")
INDEKS = IPM(
    umur_harapan_hidup="UHH",
    harapan_lama_sekolah="HLS",
    rata_rata_lama_sekolah="RLS",
    pengeluaran_per_kapita="PENGELUARAN",
    acuan=ACUAN_IPM.isi,
)
REGION = st.tuples(
    st.integers(2001, 8500).map(lambda whole: _scale(whole, 2)),
    st.integers(1, 1800).map(lambda whole: _scale(whole, 2)),
    st.integers(1, 1500).map(lambda whole: _scale(whole, 2)),
    st.integers(1_007_437, 26_572_352).map(Angka),
)


class TestIpm:
    """An IPM is from 0 to 100 and grows with each of its dimensions."""

    @given(REGION, st.integers(0, 3), st.integers(1, 100))
    def test_grows(self, region: tuple[Angka, Angka, Angka, Angka], place: int, step: int) -> None:
        """Strictly, as long as no other dimension is at its lower bound."""
        data = dict(zip(NAMES, region, strict=True))
        more = data | {NAMES[place]: Angka(data[NAMES[place]].nilai + step)}

        assert 0 < exact(INDEKS, data) <= 100
        assert exact(INDEKS, data) < exact(INDEKS, more)
