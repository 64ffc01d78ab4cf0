"""
Which Target or Realisasi speaks of a period, and from which source.

Never the first that comes: several sources of which none is asked for are no
choice.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar, cast

import attrs

from iku._checks import quote_kinds, to_tuple, wrong_type
from iku.domain.periode import JenisPeriode
from iku.domain.target import Realisasi, Target
from iku.errors import DomainError, quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.seri import resolve_periode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.domain.periode import Periode

B = TypeVar("B", bound=Target | Realisasi)
E = TypeVar("E", bound=Enum)


NO_SOURCE: Final = "–"
"""Stands where a row names no source; what is not a name is the same in every language."""
YEAR: Final = 12
"""Months of a year."""
MONTHS: Final = {
    JenisPeriode.BULAN: 1,
    JenisPeriode.TRIWULAN: 3,
    JenisPeriode.SEMESTER: 6,
    JenisPeriode.TAHUN: YEAR,
}
"""Months of each kind of period; the only other one that is dated is a span of years."""


def take_choice(kind: type[E], value: object, name: str) -> E:
    """
    Take a member of a closed list, or the word that stands for it.

    Raises:
        DomainError: `bad-choice`, at `name`.
    """
    try:
        return kind(value)
    except ValueError:
        raise DomainError(
            "bad-choice",
            found=quote(value),
            expected=f"one of {', '.join(str(member.value) for member in kind)}",
            repair=f"use a member of {kind.__name__}",
            location=(name,),
        ) from None


def check_kind(value: object, kind: type, name: str, expected: str | None = None) -> None:
    """
    Refuse an argument of another class.

    Raises:
        DomainError: `wrong-type`, at `name`.
    """
    if not isinstance(value, kind):
        raise wrong_type(value, expected or quote_kinds(kind)).under(name)


def check_sumber(sumber: object, name: str) -> tuple[str | None, ...]:
    """
    Take the sources that were asked for, the preferred one first; none is nothing asked.

    Raises:
        DomainError: `wrong-type`, at `name`.
    """
    if sumber is None or isinstance(sumber, str):
        return () if sumber is None else (sumber,)
    try:
        names = to_tuple(sumber, "text")
        for index, each in enumerate(names):
            if not isinstance(each, str | None):
                raise wrong_type(each, "the name of a source, or None for no source").under(index)
    except DomainError as error:
        raise error.under(name) from None
    return cast("tuple[str | None, ...]", names)


def measure_months(periode: Periode) -> range:
    """
    Count the months of a period; a year of a plan that nobody dated has none.

    Two periods are the same stretch of time when these are equal: the first
    semester, and everything up to the second quarter.

    >>> from iku.domain import Periode
    >>> until = Periode.triwulan_ke(2023, 2, sampai_dengan=True)
    >>> measure_months(Periode.semester_ke(2023, 1)) == measure_months(until)
    True
    """
    if periode.tahun is None:
        return range(0)
    # Whole months, so nothing of the calendar is needed but that a year has twelve.
    length, ke = MONTHS.get(periode.jenis, YEAR), periode.ke or 1
    start = YEAR * periode.tahun + 1
    stop = YEAR * (periode.tahun_akhir or periode.tahun) + length * ke + 1
    return range(start if periode.sampai_dengan else start + length * (ke - 1), stop)


def resolve_rows(rows: Iterable[B], rencana: Periode | None) -> tuple[B, ...]:
    """
    Turn years of the plan into the calendar years that they are.

    Raises:
        DomainError: `bad-periode`, for a year beyond the plan.
    """
    resolved: list[B] = []
    for row in rows:
        periode = resolve_periode(row.periode, rencana)
        resolved.append(row if periode == row.periode else attrs.evolve(row, periode=periode))
    return tuple(resolved)


def take_row(rows: Sequence[B], sumber: tuple[str | None, ...], variabel: str) -> B | Alasan:
    """
    Take the one row of a period, that of the preferred source where sources were asked for.

    Another source than the ones that were asked for is none.
    """
    if not sumber:
        return rows[0] if len(rows) == 1 else _blame(KodeAlasan.BEBERAPA_SUMBER, rows, variabel)
    for name in sumber:
        for row in rows:
            if row.sumber == name:
                return row
    return _blame(KodeAlasan.SUMBER_TIDAK_ADA, rows, variabel)


def _blame(kode: KodeAlasan, rows: Sequence[Target | Realisasi], variabel: str) -> Alasan:
    sources = "; ".join(row.sumber or NO_SOURCE for row in rows)
    return blame(kode, variabel, keterangan=f"{rows[0].periode}: {sources}")


def blame_sources(rows: Sequence[Target | Realisasi], variabel: str) -> Alasan:
    """Make the reason that parts which would be joined are of several sources."""
    each = "; ".join(f"{row.periode}: {row.sumber or NO_SOURCE}" for row in rows)
    return blame(KodeAlasan.BEBERAPA_SUMBER, variabel, keterangan=each)


def find_own(
    rows: Sequence[B], periode: Periode, sumber: tuple[str | None, ...], variabel: str
) -> B | Alasan | None:
    """
    Find the row of a period itself, or else of the same stretch of time under another name.

    "2023-sd-TW4" is the whole of 2023. A name under which a source that was asked for has a
    figure goes before one under which it has none.
    """
    months = measure_months(periode)
    named: dict[Periode, list[B]] = {}
    for row in rows:
        if row.periode == periode or (months and measure_months(row.periode) == months):
            named.setdefault(row.periode, []).append(row)
    groups = sorted(named.items(), key=lambda item: (item[0] != periode, str(item[0])))
    if not groups:
        return None
    asked = (
        group for name in sumber for _, group in groups if any(row.sumber == name for row in group)
    )
    return take_row(next(asked, groups[0][1]), sumber, variabel)
