"""
Periode: the year, half-year, quarter, month or span that a figure belongs to.

The only place where calendar arithmetic happens; it is `relativedelta`'s.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import choice, optional, require_text, wrong_type
from iku.errors import DomainError, quote

FIRST_YEAR: Final = 1900
"""No document speaks of an earlier year."""
LAST_YEAR: Final = 2200
"""No document speaks of a later year."""
LONGEST_SPAN: Final = 100
"""Years from the first to the last of a span."""
_FARTHEST_STEP: Final = 12 * (LAST_YEAR - FIRST_YEAR)
"""Months between any two dates of the model; what lies beyond, `date` may not know."""


class JenisPeriode(StrEnum):
    """Jenis periode (kind of period)."""

    TAHUN = "tahun"
    SEMESTER = "semester"
    TRIWULAN = "triwulan"
    BULAN = "bulan"
    RENTANG = "rentang"
    TAHUN_KE = "tahun_ke"


_PARTS: Final = {
    JenisPeriode.TAHUN: 1,
    JenisPeriode.SEMESTER: 2,
    JenisPeriode.TRIWULAN: 4,
    JenisPeriode.BULAN: 12,
}
_LETTERS: Final = {"S": JenisPeriode.SEMESTER, "TW": JenisPeriode.TRIWULAN, "B": JenisPeriode.BULAN}
_CANONICAL: Final = re.compile(
    r"(?P<tahun>[0-9]{4})"
    r"(?:-(?P<sd>sd-)?(?P<huruf>S|TW|B)(?P<ke>(?<=B)[0-9]{2}|(?<!B)[0-9])|/(?P<akhir>[0-9]{4}))?"
    r"|TAHUN-(?P<relatif>[1-9][0-9]{0,2})"
)


def _count_months(year: int, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - most programs never ask

    return date(year, 1, 1) + relativedelta(months=months)


def _check_year(value: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, "a year as an integer")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise _bad_periode(quote(value), f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _check_number(value: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, "an integer")
    return value


def _check_flag(value: object) -> bool:
    if type(value) is not bool:
        raise wrong_type(value, "True or False")
    return value


def _bad_periode(found: str, expected: str) -> DomainError:
    return DomainError(
        "bad-periode",
        found=found,
        expected=expected,
        repair="write 2023, 2023-S1, 2023-TW2, 2023-B06, 2019/2024, 2023-sd-TW3 or TAHUN-1",
    )


@frozen(kw_only=True)
class Periode:
    """
    Periode (reporting period): what span of time a figure speaks of.

    Build it with the class methods or read it with `iku.parse_periode`; `str()`
    is the form on the wire.

    >>> str(Periode.triwulan_ke(2023, 2))
    '2023-TW2'
    >>> Periode.triwulan_ke(2023, 2) in Periode.tahunan(2023)
    True
    """

    jenis: JenisPeriode = field(metadata=choice(JenisPeriode))
    """Kind of period."""
    tahun: int | None = field(default=None, metadata=optional(checked(_check_year)))
    """Calendar year; the first one of a span; absent for a year of the plan."""
    ke: int | None = field(default=None, metadata=optional(checked(_check_number)))
    """Which semester, triwulan or month of the year, or which year of the plan, from 1."""
    tahun_akhir: int | None = field(default=None, metadata=optional(checked(_check_year)))
    """Last year of a span."""
    sampai_dengan: bool = field(default=False, metadata=checked(_check_flag))
    """Whether it runs from the start of the year to the end of that part ("s.d. TW III")."""

    def __attrs_post_init__(self) -> None:
        """Refuse figures that make no period together."""
        match self.jenis:
            case JenisPeriode.TAHUN:
                self._require(tahun=True)
            case JenisPeriode.RENTANG:
                self._require(tahun=True, tahun_akhir=True)
                self._check_span()
            case JenisPeriode.TAHUN_KE:
                self._require(ke=True)
                self._check_part(LONGEST_SPAN)
            case _:
                self._require(tahun=True, ke=True, sampai_dengan=self.sampai_dengan)
                self._check_part(_PARTS[self.jenis])

    def _require(self, **wanted: bool) -> None:
        for name in ("tahun", "ke", "tahun_akhir"):
            if (getattr(self, name) is not None) != wanted.get(name, False):
                word = "a value" if wanted.get(name) else "no value"
                raise _bad_periode(
                    quote(getattr(self, name)), f"{word} for a period of kind {self.jenis}"
                ).under(name)
        if self.sampai_dengan != wanted.get("sampai_dengan", False):
            raise _bad_periode("s.d.", f"a whole period of kind {self.jenis}").under(
                "sampai_dengan"
            )

    def _check_part(self, parts: int) -> None:
        if self.ke is None or not 1 <= self.ke <= parts:
            raise _bad_periode(quote(self.ke), f"a number from 1 to {parts}").under("ke")

    def _check_span(self) -> None:
        first, last = self._years
        if last < first or last - first >= LONGEST_SPAN:
            raise DomainError(
                "periode-order",
                found=f"{first} to {last}",
                expected=f"a last year not before the first and a span under {LONGEST_SPAN} years",
                repair="exchange the two years, or write a single year",
                location=("tahun_akhir",),
            )

    @property
    def _years(self) -> tuple[int, int]:
        if self.tahun is None:
            raise DomainError(
                "relative-periode",
                found=f"year {self.ke} of a plan",
                expected="a calendar year",
                repair="call resolve() with the span of the plan first",
            )
        return self.tahun, self.tahun_akhir or self.tahun

    @classmethod
    def tahunan(cls, tahun: int) -> Periode:
        """Make a whole year."""
        return cls(jenis=JenisPeriode.TAHUN, tahun=tahun)

    @classmethod
    def semester_ke(cls, tahun: int, ke: int, *, sampai_dengan: bool = False) -> Periode:
        """Make semester `ke` of a year."""
        return cls(jenis=JenisPeriode.SEMESTER, tahun=tahun, ke=ke, sampai_dengan=sampai_dengan)

    @classmethod
    def triwulan_ke(cls, tahun: int, ke: int, *, sampai_dengan: bool = False) -> Periode:
        """Make triwulan (quarter) `ke` of a year."""
        return cls(jenis=JenisPeriode.TRIWULAN, tahun=tahun, ke=ke, sampai_dengan=sampai_dengan)

    @classmethod
    def bulan_ke(cls, tahun: int, ke: int, *, sampai_dengan: bool = False) -> Periode:
        """Make month `ke` of a year."""
        return cls(jenis=JenisPeriode.BULAN, tahun=tahun, ke=ke, sampai_dengan=sampai_dengan)

    @classmethod
    def rentang(cls, tahun: int, tahun_akhir: int) -> Periode:
        """Make a span of years, both included."""
        return cls(jenis=JenisPeriode.RENTANG, tahun=tahun, tahun_akhir=tahun_akhir)

    @classmethod
    def tahun_ke(cls, ke: int) -> Periode:
        """Make year `ke` of a plan ("TAHUN KE-1"), to be resolved against its span."""
        return cls(jenis=JenisPeriode.TAHUN_KE, ke=ke)

    @classmethod
    def from_text(cls, text: str) -> Periode:
        """
        Read the canonical form, the one `str()` writes.

        Raises:
            DomainError: `bad-periode`, `periode-order` or `wrong-type`.
        """
        found = _CANONICAL.fullmatch(require_text(text))
        if found is None:
            raise _bad_periode(quote(text), "a period in canonical form")
        try:
            return cls._from_match(found)
        except DomainError as error:
            error.location = ()  # text is one value; it has no field to point at
            raise

    @classmethod
    def _from_match(cls, found: re.Match[str]) -> Periode:
        if found["relatif"]:
            return cls.tahun_ke(int(found["relatif"]))
        year = int(found["tahun"])
        if found["akhir"]:
            return cls.rentang(year, int(found["akhir"]))
        if not found["huruf"]:
            return cls.tahunan(year)
        return cls(
            jenis=_LETTERS[found["huruf"]],
            tahun=year,
            ke=int(found["ke"]),
            sampai_dengan=found["sd"] is not None,
        )

    def __str__(self) -> str:
        match self.jenis:
            case JenisPeriode.TAHUN:
                return str(self.tahun)
            case JenisPeriode.RENTANG:
                return f"{self.tahun}/{self.tahun_akhir}"
            case JenisPeriode.TAHUN_KE:
                return f"TAHUN-{self.ke}"
            case JenisPeriode.BULAN:
                part = f"B{self.ke:02d}"
            case JenisPeriode.SEMESTER:
                part = f"S{self.ke}"
            case _:
                part = f"TW{self.ke}"
        return f"{self.tahun}-{'sd-' if self.sampai_dengan else ''}{part}"

    @property
    def awal(self) -> date:
        """
        The first day.

        Raises:
            DomainError: `relative-periode`.
        """
        first, _ = self._years
        return _count_months(first, 0 if self.sampai_dengan else self._offset)

    @property
    def akhir(self) -> date:
        """
        The last day.

        Raises:
            DomainError: `relative-periode`.
        """
        _, last = self._years
        return _count_months(last, self._offset + self._months) - timedelta(days=1)

    @property
    def _months(self) -> int:
        return 12 // _PARTS.get(self.jenis, 1)

    @property
    def _offset(self) -> int:
        return (self.ke - 1) * self._months if self.ke else 0

    def __contains__(self, other: object) -> bool:
        if not isinstance(other, Periode):
            return False
        if self.tahun is None and other.tahun is None:
            return self == other
        return self.awal <= other.awal and other.akhir <= self.akhir

    def _order(self, other: Periode) -> int:
        """Give a number below, equal to or above zero: before, the same, after."""
        if self.tahun is None and other.tahun is None:
            return (self.ke or 0) - (other.ke or 0)
        ours = (self.awal, self.akhir, str(self))
        theirs = (other.awal, other.akhir, str(other))
        return (ours > theirs) - (ours < theirs)

    def __lt__(self, other: Periode) -> bool:
        return self._order(other) < 0 if other.__class__ is Periode else NotImplemented

    def __le__(self, other: Periode) -> bool:
        return self._order(other) <= 0 if other.__class__ is Periode else NotImplemented

    def __gt__(self, other: Periode) -> bool:
        return self._order(other) > 0 if other.__class__ is Periode else NotImplemented

    def __ge__(self, other: Periode) -> bool:
        return self._order(other) >= 0 if other.__class__ is Periode else NotImplemented

    def shift(self, steps: int) -> Periode:
        """
        Move by `steps` periods of the same kind; a span moves by its own length.

        >>> str(Periode.triwulan_ke(2023, 4).shift(1)), str(Periode.rentang(2019, 2023).shift(1))
        ('2024-TW1', '2024/2028')

        Raises:
            DomainError: `bad-periode` when it leaves the years of the model,
                `wrong-type` when `steps` is no whole number.
        """
        _check_number(steps)
        if abs(steps) * self._months > _FARTHEST_STEP:
            raise DomainError(
                "bad-periode",
                found=f"{quote(steps)} steps",
                expected=f"a period from {FIRST_YEAR} to {LAST_YEAR}",
                repair="move by fewer steps",
            )
        if self.jenis is JenisPeriode.TAHUN_KE:
            return Periode.tahun_ke((self.ke or 0) + steps)
        first, last = self._years
        if self.jenis is JenisPeriode.RENTANG:
            length = (last - first + 1) * steps
            return Periode.rentang(first + length, last + length)
        start = _count_months(first, self._offset + self._months * steps)
        ke = (start.month - 1) // self._months + 1 if self.ke else None
        return Periode(jenis=self.jenis, tahun=start.year, ke=ke, sampai_dengan=self.sampai_dengan)

    def next(self) -> Periode:
        """Give the period that follows."""
        return self.shift(1)

    def previous(self) -> Periode:
        """Give the period before."""
        return self.shift(-1)

    def resolve(self, rencana: Periode) -> Periode:
        """
        Turn a year of the plan into the calendar year it is within `rencana`.

        >>> str(Periode.tahun_ke(2).resolve(Periode.rentang(2019, 2024)))
        '2020'

        Raises:
            DomainError: `bad-periode` when the plan has fewer years.
        """
        if self.jenis is not JenisPeriode.TAHUN_KE:
            return self
        first, last = rencana._years
        year = first + (self.ke or 0) - 1
        if year > last:
            raise _bad_periode(f"year {self.ke}", f"a year of the plan {rencana}")
        return Periode.tahunan(year)
