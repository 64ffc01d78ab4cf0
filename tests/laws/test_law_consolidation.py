"""
The algebra of parts of a year.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import JenisPeriode, Konsolidasi, Periode, Realisasi
from iku.scoring import (
    HasilKonsolidasi,
    compute_konsolidasi,
    compute_perubahan,
    convert_to_bagian,
    convert_to_kumulatif,
)
from iku.scoring.consolidation.choosing import measure_months
from iku.testing.strategies import angka, periode, realisasi

if TYPE_CHECKING:
    from random import Random

YEAR = Periode.tahunan(2023)
PARTS = {JenisPeriode.SEMESTER: 2, JenisPeriode.TRIWULAN: 4, JenisPeriode.BULAN: 12}
DECIMALS = st.tuples(st.integers(-(10**6), 10**6), st.integers(0, 3))


def _decimal(pair: tuple[int, int]) -> Angka:
    whole, places = pair
    return Angka(Decimal(whole).scaleb(-places))


@st.composite
def series(draw: st.DrawFn, *, whole: bool = False) -> tuple[Realisasi, ...]:
    """Figures of some or all parts of a year, of one kind."""
    jenis = draw(st.sampled_from(sorted(PARTS)))
    every = range(1, PARTS[jenis] + 1)
    known = every if whole else sorted(draw(st.sets(st.sampled_from(every), min_size=1)))
    return tuple(
        Realisasi(
            periode=Periode(jenis=jenis, tahun=2023, ke=ke),
            nilai=_decimal(draw(DECIMALS)),
        )
        for ke in known
    )


def join(
    rows: tuple[Realisasi, ...] | list[Realisasi], how: Konsolidasi = Konsolidasi.JUMLAH
) -> HasilKonsolidasi:
    """Join parts of 2023."""
    made = compute_konsolidasi(rows, periode=YEAR, konsolidasi=how)
    assert made.verify()
    return made


def number(row: Realisasi) -> Fraction:
    """The figure of a row."""
    assert isinstance(row.nilai, Angka)
    return Fraction(row.nilai.nilai)


class TestMonths:
    """A period is its months, as the calendar counts them."""

    @given(periode().filter(lambda made: made.tahun is not None), periode())
    def test_calendar(self, made: Periode, other: Periode) -> None:
        """First and last day are those of its first and last month."""
        months = measure_months(made)
        first, last = made.awal, made.akhir

        assert months.start == 12 * first.year + first.month
        assert months[-1] == 12 * last.year + last.month
        if other.tahun is not None:
            inside = measure_months(other)
            assert (other in made) == (set(inside) <= set(months))


class TestRunningTotals:
    """Cumulating and taking differences undo each other (P52)."""

    @given(series(whole=True))
    def test_back_and_forth(self, rows: tuple[Realisasi, ...]) -> None:
        """Figures come back as numbers, totals to the last digit."""
        totals = convert_to_kumulatif(rows)
        again = convert_to_bagian(totals)

        assert list(map(number, again)) == list(map(number, rows))
        assert [each.periode for each in again] == [each.periode for each in rows]
        assert convert_to_kumulatif(again) == totals

    @given(series(whole=True))
    def test_one_year(self, rows: tuple[Realisasi, ...]) -> None:
        """Quarters, and their totals, make the same year; the total is never added up."""
        totals = convert_to_kumulatif(rows)

        # The last total speaks of the whole year and is none of its parts.
        assert number(totals[-1]) == join(rows).eksak
        assert join(totals[:-1]).eksak == number(totals[-2])
        for how in Konsolidasi:
            assert join(totals[:-1], how).eksak == number(totals[-2])


class TestOrder:
    """No year depends on the order in which its parts are written."""

    @given(series(), st.sampled_from(Konsolidasi), st.randoms())
    def test_shuffled(self, rows: tuple[Realisasi, ...], how: Konsolidasi, random: Random) -> None:
        """The whole result is the same."""
        shuffled = list(rows)
        random.shuffle(shuffled)

        assert join(shuffled, how) == join(rows, how)


class TestZeroAndMissing:
    """Every part is either used or missing, and zero is used."""

    @given(series(), st.sampled_from(Konsolidasi))
    def test_all_parts(self, rows: tuple[Realisasi, ...], how: Konsolidasi) -> None:
        """Together they are the year."""
        made = join(rows, how)
        every = {row.periode for row in made.bagian} | set(made.belum_ada)

        assert len(every) == PARTS[rows[0].periode.jenis]
        assert len(made.bagian) == len(rows)
        assert made.lengkap == (not made.belum_ada)

    @given(series())
    def test_zero_and_nothing(self, rows: tuple[Realisasi, ...]) -> None:
        """Filling the missing with zero keeps the sum and lowers the number of the missing."""
        made = join(rows)
        zeros = [Realisasi(periode=each, nilai=Angka("0")) for each in made.belum_ada]
        filled = join([*rows, *zeros])

        assert (filled.eksak, filled.belum_ada) == (made.eksak, ())
        mean = join([*rows, *zeros], Konsolidasi.RATA_RATA).eksak
        assert mean is not None
        assert mean * (len(rows) + len(zeros)) == made.eksak


class TestCompleteKind:
    """A year that one kind tells whole is that year, whatever divides its parts."""

    @given(st.lists(DECIMALS, min_size=2, max_size=2), series(), st.sampled_from(Konsolidasi))
    def test_semesters(
        self, pairs: list[tuple[int, int]], beside: tuple[Realisasi, ...], how: Konsolidasi
    ) -> None:
        """Unless what stands beside them is itself the whole year, of which it makes more."""
        both = tuple(
            Realisasi(periode=Periode.semester_ke(2023, ke), nilai=_decimal(pair))
            for ke, pair in enumerate(pairs, 1)
        )
        jenis = beside[0].periode.jenis
        finer = () if jenis is JenisPeriode.SEMESTER else beside
        told = finer if len(finer) == PARTS[jenis] else both

        assert join([*both, *finer], how).bagian == told
        assert join([*finer, *both], how).eksak == join(told, how).eksak


class TestBetween:
    """A mean of parts lies between them, and the last known one is one of them."""

    @given(series())
    def test_within(self, rows: tuple[Realisasi, ...]) -> None:
        """Exactly."""
        values = list(map(number, rows))
        mean = join(rows, Konsolidasi.RATA_RATA).eksak
        assert mean is not None

        assert min(values) <= mean <= max(values)
        assert join(rows, Konsolidasi.TERAKHIR).eksak == values[-1]
        assert join(rows, Konsolidasi.JUMLAH).eksak == sum(values)


class TestAnything:
    """Whatever a document reports, there is an answer or a reason."""

    @given(st.lists(realisasi(), max_size=6), periode(), st.sampled_from([None, *Konsolidasi]))
    def test_no_exception(
        self, rows: list[Realisasi], whole: Periode, how: Konsolidasi | None
    ) -> None:
        """And it agrees with itself."""
        made = compute_konsolidasi(rows, periode=whole, konsolidasi=how)

        assert made.verify()
        assert made.trace
        assert made.explain("en")


class TestChange:
    """A change there and back is none; relative changes compound."""

    @given(angka(), angka())
    def test_there_and_back(self, first: Angka, second: Angka) -> None:
        """In the unit of the values."""
        there, back = compute_perubahan(first, second), compute_perubahan(second, first)
        assert there.selisih is not None
        assert back.selisih is not None
        if there.selisih.eksak is not None and back.selisih.eksak is not None:
            assert there.selisih.eksak == -back.selisih.eksak
        assert there.verify()

    @given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6))
    def test_two_years(self, first: int, second: int, third: int) -> None:
        """(1 + g1)(1 + g2) is 1 + g, exactly."""
        steps = [compute_perubahan(second, first), compute_perubahan(third, second)]
        whole = compute_perubahan(third, first).relatif.eksak
        assert whole is not None
        product = Fraction(1)
        for step in steps:
            assert step.relatif.eksak is not None
            product *= 1 + step.relatif.eksak / 100

        assert product == 1 + whole / 100
