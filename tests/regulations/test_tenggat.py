"""Deadlines: rules as data, and the calendar made from them."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.domain import Rujukan
from iku.errors import CODES, IkuError, NotFoundError
from iku.regulations import (
    TENGGAT,
    TENGGAT_LKJ_PEMDA,
    TENGGAT_RPJMD,
    AcuanTenggat,
    AturanTenggat,
    PenggantiTenggat,
    calendar,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SUMBER: Final = Rujukan(uraian="Surat edaran contoh")
ANY: Any = object()


def override(kode: str = "tenggat-lppd", tahun: int = 2024) -> PenggantiTenggat:
    """Make an override."""
    return PenggantiTenggat(kode=kode, tahun=tahun, tanggal=date(tahun + 1, 4, 15), rujukan=SUMBER)


class TestDates:
    """Days that regulations and officials give."""

    @pytest.mark.parametrize(
        ("tahun", "kode", "day"),
        [
            (2024, "tenggat-lkj-kl", date(2025, 2, 28)),
            (2023, "tenggat-lkj-kl", date(2024, 2, 29)),
            (2024, "tenggat-lkj-pemda", date(2025, 3, 31)),
            (2024, "tenggat-lppd", date(2025, 3, 31)),
            (2019, "tenggat-lkj-pemda", date(2020, 4, 30)),
            (2018, "tenggat-lkj-pemda", date(2019, 3, 31)),
            (2020, "tenggat-lkj-pemda", date(2021, 3, 31)),
        ],
    )
    def test_after_the_fiscal_year(self, tahun: int, kode: str, day: date) -> None:
        """The last day of February is the 28th or the 29th; 2019 had until 30 April."""
        assert calendar(tahun).find(kode).tanggal == day

    @pytest.mark.parametrize(
        ("approved", "day"),
        [
            (date(2024, 1, 2), date(2024, 2, 2)),
            (date(2024, 1, 31), date(2024, 2, 29)),
            (date(2023, 12, 31), date(2024, 1, 31)),
        ],
    )
    def test_after_the_budget(self, approved: date, day: date) -> None:
        """A month later; a day that the month does not have is its last one."""
        made = calendar(2024, pengesahan_anggaran=approved).find("tenggat-pk")

        assert (made.tanggal, made.semula) == (day, None)

    def test_after_taking_office(self) -> None:
        """Inmendagri 2/2025: 20 February to 19 August, the first day counted in."""
        made = calendar(2025, pelantikan=date(2025, 2, 20)).find("tenggat-rpjmd")

        assert made.tanggal == date(2025, 8, 19)
        assert made.rujukan == TENGGAT_RPJMD.rujukan

    def test_what_nobody_said_has_no_day(self) -> None:
        """It stays in the calendar, at the end, and says what it waits for."""
        made = calendar(2024).tenggat

        assert [each.kode for each in made] == [
            "tenggat-lkj-kl",
            "tenggat-lkj-pemda",
            "tenggat-lppd",
            "tenggat-pk",
            "tenggat-rpjmd",
        ]
        assert [each.acuan.value for each in made if each.tanggal is None] == [
            "pengesahan_anggaran",
            "pelantikan",
        ]


class TestOverrides:
    """A deadline that was moved, for one year."""

    def test_known(self) -> None:
        """SE Menteri PANRB 46/2020, with the day it took the place of."""
        made = calendar(2019).find("tenggat-lkj-pemda")

        assert made.semula == date(2020, 3, 31)
        assert str(made.rujukan.dasar_hukum) == "Surat Edaran Menteri PANRB Nomor 46 Tahun 2020"

    def test_given(self) -> None:
        """One's own counts for its year and rule, and no other."""
        made = calendar(2024, pengganti=[override(), override(tahun=2023)])

        assert made.find("tenggat-lppd").tanggal == date(2025, 4, 15)
        assert made.find("tenggat-lppd").rujukan == SUMBER
        assert made.find("tenggat-lkj-pemda").tanggal == date(2025, 3, 31)
        assert calendar(2022, pengganti=(override(),)) == calendar(2022)

    def test_given_goes_before_known(self) -> None:
        """Somebody knows of a later one."""
        later = attrs.evolve(override("tenggat-lkj-pemda", 2019), tanggal=date(2020, 5, 31))

        made = calendar(2019, pengganti=(later,)).find("tenggat-lkj-pemda")

        assert made.tanggal == date(2020, 5, 31)

    def test_a_day_without_the_day_it_is_counted_from(self) -> None:
        """A letter may name the day of what nothing else says."""
        made = calendar(2024, pengganti=(override("tenggat-pk"),)).find("tenggat-pk")

        assert (made.tanggal, made.semula) == (date(2025, 4, 15), None)


class TestLaws:
    """What holds for every year."""

    @given(st.integers(1900, 2200))
    def test_years(self, tahun: int) -> None:
        """Reports are due after the year has ended, in the first half of the next."""
        for each in calendar(tahun).tenggat:
            if each.acuan is AcuanTenggat.AKHIR_TAHUN:
                assert each.tanggal is not None
                assert date(tahun, 12, 31) < each.tanggal < date(tahun + 1, 7, 1)

    @given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
    def test_a_later_start_is_never_due_earlier(self, day: date) -> None:
        """Although months differ in length."""
        for kode, name in (("tenggat-pk", "pengesahan_anggaran"), ("tenggat-rpjmd", "pelantikan")):
            due = [
                calendar(2024, **cast("Any", {name: start})).find(kode).tanggal
                for start in (day, day + timedelta(days=1))
            ]
            assert due[0] is not None
            assert due[1] is not None
            assert day < due[0] <= due[1]

    def test_it_is_a_value(self) -> None:
        """Like every other, and the same whenever it is made."""
        made = calendar(2019)

        assert made == calendar(2019) == copy.deepcopy(made)
        assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
        assert hash(made) == hash(calendar(2019))


class TestRefusals:
    """Each argument and field takes what it is for."""

    @pytest.mark.parametrize(
        ("call", "code", "path"),
        [
            (lambda: calendar(cast("Any", "2024")), "wrong-type", "$.tahun"),
            (lambda: calendar(1), "bad-periode", "$.tahun"),
            (
                lambda: calendar(2024, pelantikan=cast("Any", "2025-02-20")),
                "wrong-type",
                "$.pelantikan",
            ),
            (
                lambda: calendar(2024, pengesahan_anggaran=datetime(2024, 1, 2)),  # noqa: DTZ001 - to be refused
                "wrong-type",
                "$.pengesahan_anggaran",
            ),
            (
                lambda: calendar(2024, pelantikan=date(9999, 12, 31)),
                "bad-periode",
                "$.pelantikan",
            ),
            (lambda: calendar(2024, pengganti=ANY), "wrong-type", "$.pengganti"),
            (lambda: calendar(2024, pengganti=[ANY]), "wrong-type", "$.pengganti[0]"),
            (
                lambda: calendar(2024, pengganti=[override("tenggat-lkjip")]),
                "not-found",
                "$.pengganti[0].kode",
            ),
            (lambda: calendar(2024).find("tenggat-lkj"), "not-found", "$"),
            (lambda: attrs.evolve(override(), tahun=ANY), "wrong-type", "$.tahun"),
            (lambda: attrs.evolve(override(), tanggal=ANY), "wrong-type", "$.tanggal"),
            (lambda: _aturan(bulan=0), "bad-periode", "$.bulan"),
            (lambda: _aturan(bulan=121), "bad-periode", "$.bulan"),
            (lambda: _aturan(bulan="1"), "wrong-type", "$.bulan"),
            (lambda: _aturan(inklusif=1), "wrong-type", "$.inklusif"),
            (lambda: _aturan(acuan="kapan_saja"), "bad-choice", "$.acuan"),
            (lambda: _aturan(pengganti=(ANY,)), "wrong-type", "$.pengganti[0]"),
        ],
    )
    def test_refused(self, call: Callable[[], object], code: str, path: str) -> None:
        """With the argument or field named."""
        with pytest.raises(IkuError) as caught:
            call()

        assert (caught.value.code, caught.value.path) == (code, path)
        assert code in CODES

    def test_a_near_name_is_proposed(self) -> None:
        """For a slip of the pen."""
        with pytest.raises(NotFoundError) as caught:
            calendar(2024).find("tenggat-lpd")

        assert "tenggat-lppd" in caught.value.repair


def _aturan(**changes: object) -> AturanTenggat:
    return attrs.evolve(TENGGAT_LKJ_PEMDA.isi, **cast("Any", changes))


def test_known_overrides_name_their_own_rule() -> None:
    """Each stands with the rule that it overrides."""
    for ketentuan in TENGGAT:
        for each in ketentuan.isi.pengganti:
            assert each.kode == ketentuan.kode
