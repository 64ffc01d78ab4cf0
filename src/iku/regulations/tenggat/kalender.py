"""
Kalender: the deadlines of a fiscal year, as dates.

The second home of `relativedelta`: a deadline is counted from a day, and the
arithmetic of `Periode` knows whole periods only.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from attrs import field

from iku._attrs import frozen
from iku._checks import DATE, KODE, TEXT, choice, many, one, optional, to_tuple, wrong_type
from iku.domain.periode import Periode
from iku.domain.rujukan import Rujukan
from iku.errors import DomainError, IkuError, NotFoundError
from iku.regulations.tenggat.aturan import AcuanTenggat, AturanTenggat, PenggantiTenggat
from iku.regulations.tenggat.sakip import TENGGAT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.regulations.ketentuan import Ketentuan


@frozen(kw_only=True)
class Tenggat:
    """Tenggat (deadline): what is due, from whom, and by which day."""

    kode: str = field(metadata=KODE)
    """Kode of the rule."""
    uraian: str = field(metadata=TEXT)
    """What is due."""
    pelaksana: str = field(metadata=TEXT)
    """Who has to do it."""
    acuan: AcuanTenggat = field(metadata=choice(AcuanTenggat))
    """From what it is counted; where `tanggal` is None, the day that nobody has said yet."""
    tanggal: date | None = field(default=None, metadata=optional(DATE))
    """The last day."""
    semula: date | None = field(default=None, metadata=optional(DATE))
    """Semula (formerly): the last day by the rule itself, where an override moved it."""
    rujukan: Rujukan = field(metadata=one(Rujukan))
    """Where the day is laid down: the rule, or what overrides it."""


@frozen(kw_only=True)
class Kalender:
    """
    Kalender (calendar): the deadlines of one fiscal year.

    >>> kalender = calendar(2019)
    >>> for tenggat in kalender.tenggat:
    ...     print(tenggat.tanggal, tenggat.kode)
    2020-02-29 tenggat-lkj-kl
    2020-03-31 tenggat-lppd
    2020-04-30 tenggat-lkj-pemda
    None tenggat-pk
    None tenggat-rpjmd
    >>> kalender.find("tenggat-lkj-pemda").semula
    datetime.date(2020, 3, 31)
    """

    tahun: int
    """Fiscal year that the documents belong to; the days may lie in the next one."""
    tenggat: tuple[Tenggat, ...] = field(metadata=many(Tenggat))
    """The deadlines by day; those whose day is not known stand at the end."""

    def find(self, kode: str) -> Tenggat:
        """
        Give the deadline of a rule.

        Raises:
            NotFoundError: `not-found`.
        """
        for tenggat in self.tenggat:
            if tenggat.kode == kode:
                return tenggat
        raise NotFoundError("deadline", kode, [each.kode for each in self.tenggat])


def calendar(
    tahun: int,
    *,
    pengesahan_anggaran: date | None = None,
    pelantikan: date | None = None,
    pengganti: Iterable[PenggantiTenggat] = (),
) -> Kalender:
    """
    Make the calendar of deadlines of a fiscal year.

    What is counted from the approval of the budget or from taking office has no
    day until that one is given. `pengganti` adds overrides to those that are
    known, and goes before them; those of other years are left aside. Nothing
    depends on today.

    >>> calendar(2024, pengesahan_anggaran=date(2024, 1, 2)).find("tenggat-pk").tanggal
    datetime.date(2024, 2, 2)
    >>> calendar(2025, pelantikan=date(2025, 2, 20)).find("tenggat-rpjmd").tanggal
    datetime.date(2025, 8, 19)

    Raises:
        DomainError: `wrong-type` or `bad-periode` for what is no year or no day.
        NotFoundError: `not-found`: an override is for a rule that there is not.
    """
    days = {
        AcuanTenggat.AKHIR_TAHUN: _find_end(tahun),
        AcuanTenggat.PENGESAHAN_ANGGARAN: _check_day(pengesahan_anggaran, "pengesahan_anggaran"),
        AcuanTenggat.PELANTIKAN: _check_day(pelantikan, "pelantikan"),
    }
    given = _check_overrides(pengganti)
    made = [_make_tenggat(each, tahun, days[each.isi.acuan], given) for each in TENGGAT]
    made.sort(key=lambda tenggat: (tenggat.tanggal or date.max, tenggat.kode))
    return Kalender(tahun=tahun, tenggat=tuple(made))


def _find_end(tahun: int) -> date:
    return Periode.tahunan(tahun).akhir


def _check_day(day: object, name: str) -> date | None:
    if day is not None and type(day) is not date:
        raise wrong_type(day, "a datetime.date").under(name)
    return day


def _check_overrides(pengganti: object) -> tuple[PenggantiTenggat, ...]:
    try:
        items = to_tuple(pengganti, "PenggantiTenggat")
    except IkuError as error:
        raise error.under("pengganti") from None
    known = [each.kode for each in TENGGAT]
    for index, item in enumerate(items):
        if not isinstance(item, PenggantiTenggat):
            raise wrong_type(item, "a PenggantiTenggat").under("pengganti", index)
        if item.kode not in known:
            raise NotFoundError("deadline", item.kode, known).under("pengganti", index, "kode")
    return cast("tuple[PenggantiTenggat, ...]", items)


def _make_tenggat(
    ketentuan: Ketentuan[AturanTenggat],
    tahun: int,
    day: date | None,
    given: tuple[PenggantiTenggat, ...],
) -> Tenggat:
    aturan, kode = ketentuan.isi, ketentuan.kode
    counted = None if day is None else _count(day, aturan)
    overrides = (*given, *aturan.pengganti)
    override = next((one for one in overrides if (one.kode, one.tahun) == (kode, tahun)), None)
    return Tenggat(
        kode=kode,
        uraian=aturan.uraian,
        pelaksana=aturan.pelaksana,
        acuan=aturan.acuan,
        tanggal=counted if override is None else override.tanggal,
        semula=None if override is None else counted,
        rujukan=ketentuan.rujukan if override is None else override.rujukan,
    )


def _count(day: date, aturan: AturanTenggat) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - most programs never ask

    try:
        return day + relativedelta(months=aturan.bulan) - timedelta(days=int(aturan.inklusif))
    except ValueError:
        raise DomainError(
            "bad-periode",
            found=day.isoformat(),
            expected=f"a day that has another one {aturan.bulan} month(s) after it",
            repair="give a day before the year 9999",
            location=(aturan.acuan.value,),
        ) from None
