"""Periods: what exists, what their days are, how they are ordered, moved and resolved."""

from __future__ import annotations

import operator
from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iku.domain import JenisPeriode, Periode
from iku.errors import CODES, DomainError
from iku.testing.strategies import periode

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = "2023"
ABSOLUTE = periode(relatif=False)


def _refused(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DomainError) as caught:
        call()
    assert caught.value.code in CODES
    return caught.value.code, caught.value.path


class TestForms:
    """Each period has one written form, with its first and last day."""

    @pytest.mark.parametrize(
        ("text", "made", "first", "last"),
        [
            ("2023", Periode.tahunan(2023), date(2023, 1, 1), date(2023, 12, 31)),
            ("2023-S1", Periode.semester_ke(2023, 1), date(2023, 1, 1), date(2023, 6, 30)),
            ("2023-S2", Periode.semester_ke(2023, 2), date(2023, 7, 1), date(2023, 12, 31)),
            ("2023-TW2", Periode.triwulan_ke(2023, 2), date(2023, 4, 1), date(2023, 6, 30)),
            ("2024-B02", Periode.bulan_ke(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
            ("2023-B12", Periode.bulan_ke(2023, 12), date(2023, 12, 1), date(2023, 12, 31)),
            ("2019/2024", Periode.rentang(2019, 2024), date(2019, 1, 1), date(2024, 12, 31)),
            ("2019/2019", Periode.rentang(2019, 2019), date(2019, 1, 1), date(2019, 12, 31)),
            (
                "2023-sd-TW3",
                Periode.triwulan_ke(2023, 3, sampai_dengan=True),
                date(2023, 1, 1),
                date(2023, 9, 30),
            ),
            (
                "2023-sd-S1",
                Periode.semester_ke(2023, 1, sampai_dengan=True),
                date(2023, 1, 1),
                date(2023, 6, 30),
            ),
            (
                "2023-sd-B06",
                Periode.bulan_ke(2023, 6, sampai_dengan=True),
                date(2023, 1, 1),
                date(2023, 6, 30),
            ),
        ],
    )
    def test_text_value_and_days_agree(
        self, text: str, made: Periode, first: date, last: date
    ) -> None:
        """Written, read and laid on the calendar."""
        assert (str(made), Periode.from_text(text)) == (text, made)
        assert (made.awal, made.akhir) == (first, last)

    def test_a_year_of_the_plan_has_no_days_until_it_is_resolved(self) -> None:
        """Whoever asks is told to resolve it."""
        relative = Periode.tahun_ke(1)
        assert str(relative) == "TAHUN-1"
        assert _refused(lambda: relative.awal) == ("relative-periode", "$")
        assert _refused(lambda: relative.akhir) == ("relative-periode", "$")
        assert _refused(lambda: relative < Periode.tahunan(2020)) == ("relative-periode", "$")

    @given(periode())
    def test_every_period_is_read_back_from_its_text(self, made: Periode) -> None:
        """`from_text` undoes `str`."""
        assert Periode.from_text(str(made)) == made

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "bad-periode"),
            ("23", "bad-periode"),
            ("2023 ", "bad-periode"),
            ("2023\n", "bad-periode"),
            ("２０２３", "bad-periode"),  # noqa: RUF001 - full-width digits are the point
            ("1899", "bad-periode"),
            ("2201", "bad-periode"),
            ("2023-TW0", "bad-periode"),
            ("2023-TW5", "bad-periode"),
            ("2023-TW02", "bad-periode"),
            ("2023-S3", "bad-periode"),
            ("2023-B6", "bad-periode"),
            ("2023-B13", "bad-periode"),
            ("2023-B00", "bad-periode"),
            ("2023-sd", "bad-periode"),
            ("2023-Q2", "bad-periode"),
            ("2023-tw2", "bad-periode"),
            ("TAHUN-0", "bad-periode"),
            ("TAHUN-01", "bad-periode"),
            ("TAHUN-101", "bad-periode"),
            ("2024/2019", "periode-order"),
            ("1900/2000", "periode-order"),
            ("0000/2000", "bad-periode"),
        ],
    )
    def test_no_other_text_is_a_period_on_the_wire(self, text: str, code: str) -> None:
        """The error points at the text itself: it has no fields."""
        assert _refused(lambda: Periode.from_text(text)) == (code, "$")


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: Periode.tahunan(1899), "bad-periode", "$.tahun"),
        (lambda: Periode.tahunan(ANY), "wrong-type", "$.tahun"),
        (lambda: Periode(jenis=JenisPeriode.TAHUN, tahun=True), "wrong-type", "$.tahun"),
        (lambda: Periode(jenis=JenisPeriode.TAHUN), "bad-periode", "$.tahun"),
        (lambda: Periode(jenis=JenisPeriode.TAHUN, tahun=2023, ke=1), "bad-periode", "$.ke"),
        (
            lambda: Periode(jenis=JenisPeriode.TAHUN, tahun=2023, tahun_akhir=2024),
            "bad-periode",
            "$.tahun_akhir",
        ),
        (
            lambda: Periode(jenis=JenisPeriode.TAHUN, tahun=2023, sampai_dengan=True),
            "bad-periode",
            "$.sampai_dengan",
        ),
        (lambda: Periode(jenis=JenisPeriode.TAHUN_KE, tahun=2023, ke=1), "bad-periode", "$.tahun"),
        (lambda: Periode(jenis=JenisPeriode.TRIWULAN, tahun=2023), "bad-periode", "$.ke"),
        (lambda: Periode.triwulan_ke(2023, 5), "bad-periode", "$.ke"),
        (lambda: Periode.triwulan_ke(2023, 0), "bad-periode", "$.ke"),
        (lambda: Periode.semester_ke(2023, ANY), "wrong-type", "$.ke"),
        (lambda: Periode.bulan_ke(2023, 13), "bad-periode", "$.ke"),
        (lambda: Periode.bulan_ke(2023, 1, sampai_dengan=ANY), "wrong-type", "$.sampai_dengan"),
        (lambda: Periode.tahun_ke(101), "bad-periode", "$.ke"),
        (lambda: Periode.rentang(2024, 2019), "periode-order", "$.tahun_akhir"),
        (lambda: Periode.rentang(2000, 2100), "periode-order", "$.tahun_akhir"),
        (lambda: Periode.rentang(2000, 2300), "bad-periode", "$.tahun_akhir"),
        (lambda: Periode(jenis=ANY, tahun=2023), "bad-choice", "$.jenis"),
    ],
)
def test_what_is_no_period_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    assert _refused(make) == (code, path)


def test_a_hundred_years_are_the_longest_span() -> None:
    """Both ends counted."""
    assert Periode.rentang(2000, 2099).akhir == date(2099, 12, 31)


class TestOrder:
    """Periods of the calendar are totally ordered, and the order is that of equality."""

    @given(ABSOLUTE, ABSOLUTE)
    def test_of_two_one_is_less_or_they_are_equal(self, one: Periode, two: Periode) -> None:
        """Exactly one of the three holds, and the other signs follow."""
        assert [one < two, one == two, one > two].count(True) == 1
        assert (one <= two) == (one < two or one == two)
        assert (one >= two) == (one > two or one == two)
        assert (one < two) == (two > one)

    @given(st.lists(ABSOLUTE, min_size=3, max_size=8))
    def test_order_passes_through(self, periods: list[Periode]) -> None:
        """What comes before the middle comes before the end."""
        for first, middle, last in permutations(periods, 3):
            assert first <= last or not first <= middle <= last

    @given(st.lists(ABSOLUTE, max_size=6))
    def test_sorting_follows_the_calendar(self, periods: list[Periode]) -> None:
        """First by first day, then by last day."""
        days = [(item.awal, item.akhir) for item in sorted(periods)]
        assert days == sorted(days)

    def test_years_of_a_plan_have_an_order_of_their_own(self) -> None:
        """They need no calendar for it, and none contains another."""
        first, same, second = Periode.tahun_ke(1), Periode.tahun_ke(1), Periode.tahun_ke(2)

        assert sorted([second, first, same]) == [first, same, second]
        assert first <= same < second > first >= same
        assert first in same
        assert first not in second
        assert "TAHUN-1" not in first

    def test_other_things_have_no_place_in_the_order(self) -> None:
        """Python's own error, as for any two things without order."""
        year = Periode.tahunan(2023)
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            with pytest.raises(TypeError):
                compare(year, "2023")


class TestContains:
    """A period contains another when all its days are days of it."""

    @given(ABSOLUTE)
    def test_each_contains_itself(self, made: Periode) -> None:
        """Its own days are its days."""
        assert made in made  # noqa: PLR0124 - that is the law

    @given(ABSOLUTE, ABSOLUTE)
    def test_it_is_a_matter_of_days(self, outer: Periode, inner: Periode) -> None:
        """Nothing else decides."""
        by_days = outer.awal <= inner.awal and inner.akhir <= outer.akhir
        assert (inner in outer) == by_days

    @given(st.lists(ABSOLUTE, min_size=3, max_size=8))
    def test_containment_passes_through(self, periods: list[Periode]) -> None:
        """What the middle contains the outer contains."""
        for outer, middle, inner in permutations(periods, 3):
            assert inner in outer or middle not in outer or inner not in middle

    def test_examples(self) -> None:
        """A quarter lies in its year and its half, not in the other half."""
        quarter = Periode.triwulan_ke(2023, 2)
        assert quarter in Periode.semester_ke(2023, 1)
        assert quarter in Periode.rentang(2019, 2024)
        assert quarter not in Periode.semester_ke(2023, 2)
        assert "2023" not in Periode.tahunan(2023)


def _leaves_the_model(made: Periode, steps: int) -> bool:
    years = made.akhir.year - made.awal.year + 1
    return not 1900 <= made.awal.year + steps * years <= made.akhir.year + steps * years <= 2200


class TestShift:
    """Moving forward and back again comes home."""

    @given(ABSOLUTE, st.integers(-20, 20))
    def test_steps_can_be_undone(self, made: Periode, steps: int) -> None:
        """Unless the years of the model are left."""
        try:
            moved = made.shift(steps)
        except DomainError:
            assert _leaves_the_model(made, steps)
        else:
            assert moved.jenis is made.jenis
            assert moved.shift(-steps) == made

    @given(ABSOLUTE)
    def test_the_next_one_begins_the_day_after(self, made: Periode) -> None:
        """Where periods do not run from the start of the year, they leave no gap."""
        assume(made.akhir.year < 2100 and not made.sampai_dengan)
        following = made.next()
        assert following.awal == made.akhir + timedelta(days=1)
        assert following.previous() == made

    @pytest.mark.parametrize(
        ("made", "steps", "moved"),
        [
            (Periode.tahunan(2023), 1, "2024"),
            (Periode.semester_ke(2023, 2), 1, "2024-S1"),
            (Periode.bulan_ke(2023, 1), -1, "2022-B12"),
            (Periode.triwulan_ke(2023, 4, sampai_dengan=True), 1, "2024-sd-TW1"),
            (Periode.rentang(2019, 2023), -1, "2014/2018"),
            (Periode.tahun_ke(2), 3, "TAHUN-5"),
        ],
    )
    def test_examples(self, made: Periode, steps: int, moved: str) -> None:
        """Each kind moves by its own length."""
        assert str(made.shift(steps)) == moved

    @pytest.mark.parametrize(
        "leave",
        [
            lambda: Periode.tahunan(2200).next(),
            lambda: Periode.tahunan(1900).previous(),
            lambda: Periode.tahunan(1900).shift(-3000),
            lambda: Periode.tahunan(1900).shift(-(10**30)),
            lambda: Periode.bulan_ke(1900, 1).shift(-3600),
            lambda: Periode.rentang(2100, 2199).next(),
            lambda: Periode.tahun_ke(1).previous(),
        ],
    )
    def test_nobody_leaves_the_years_of_the_model(self, leave: Callable[[], object]) -> None:
        """Far or near, the answer is the same error."""
        assert _refused(leave)[0] == "bad-periode"


class TestResolve:
    """A year of the plan becomes the calendar year it is."""

    @given(ABSOLUTE, st.integers(1, 100))
    def test_it_is_counted_from_the_first_year(self, plan: Periode, number: int) -> None:
        """Or refused beyond the last one."""
        first, last = plan.awal.year, plan.akhir.year
        relative = Periode.tahun_ke(number)
        if first + number - 1 > last:
            assert _refused(lambda: relative.resolve(plan)) == ("bad-periode", "$")
        else:
            assert relative.resolve(plan) == Periode.tahunan(first + number - 1)
            assert relative.resolve(plan) in Periode.rentang(first, last)

    @given(ABSOLUTE, ABSOLUTE)
    def test_what_is_on_the_calendar_stays(self, made: Periode, plan: Periode) -> None:
        """There is nothing to resolve."""
        assert made.resolve(plan) == made

    def test_a_plan_without_calendar_resolves_nothing(self) -> None:
        """It is refused as the plan's fault."""
        refusal = _refused(lambda: Periode.tahun_ke(1).resolve(Periode.tahun_ke(2)))
        assert refusal == ("relative-periode", "$")


@pytest.mark.parametrize("steps", [1.5, "1", None, True])
def test_a_step_is_a_whole_number(steps: object) -> None:
    """Half a quarter is no period."""
    assert _refused(lambda: Periode.triwulan_ke(2023, 1).shift(cast("int", steps))) == (
        "wrong-type",
        "$",
    )
