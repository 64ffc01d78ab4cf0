"""Which figures of the parts of a period make one series, and which parts have none."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from iku.domain.nilai import Kosong
from iku.domain.periode import Periode
from iku.domain.target import Realisasi, Target
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, explain_absence
from iku.scoring.consolidation.choosing import MONTHS, YEAR, measure_months, take_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

B = TypeVar("B", bound=Target | Realisasi)

_KINDS: Final = {length: jenis for jenis, length in MONTHS.items()}
"""The kinds of period by their months."""


class Part(NamedTuple, Generic[B]):
    """The figure of a part of a period, with the months that it covers."""

    months: range
    row: B


class Series(NamedTuple, Generic[B]):
    """Parts that follow each other, or running totals that contain each other."""

    parts: tuple[Part[B], ...]
    running: bool


def collect_parts(
    rows: Iterable[B], periode: Periode, sumber: tuple[str | None, ...], variabel: str
) -> tuple[Part[B], ...] | Alasan:
    """
    Collect the figures of the parts of a period, in order of time.

    The parts of a span of years are years. A part that is absent is left out;
    where all are, the answer is the reason.
    """
    found: list[Part[B]] = []
    absent: list[Alasan] = []
    for (months, part), group in _group(rows, periode).items():
        name = f"{variabel} {part}"
        row = take_row(group, sumber, name)
        if isinstance(row, Alasan):
            if row.kode == KodeAlasan.BEBERAPA_SUMBER:
                return row
            absent.append(row)
        elif isinstance(row.nilai, Kosong):
            absent.append(explain_absence(row.nilai, name))
        else:
            found.append(Part(months, row))
    if found:
        return tuple(found)
    return absent[0] if absent else blame(KodeAlasan.TANPA_DATA, variabel, keterangan=str(periode))


def _group(rows: Iterable[B], periode: Periode) -> dict[tuple[range, Periode], list[B]]:
    """Group the rows of the parts by period, in order of time."""
    whole = measure_months(periode)
    groups: dict[tuple[range, Periode], list[B]] = {}
    for row in rows:
        months = measure_months(row.periode)
        if _is_part(months, whole):
            groups.setdefault((months, row.periode), []).append(row)
    return dict(sorted(groups.items(), key=lambda item: (item[0][0].stop, item[0][1])))


def _is_part(months: range, whole: range) -> bool:
    within = whole.start <= months.start and months.stop <= whole.stop and months != whole
    return within and (len(whole) <= YEAR or len(months) == YEAR)


def find_series(parts: Sequence[Part[B]], periode: Periode) -> Series[B] | None:
    """
    Choose the parts that make the whole: the finest kind that explains all others.

    Quarters beside the semesters that they make up are quarters. Where no kind
    does, it is the finest of which no part is missing, where the others only
    divide its parts, as two quarters beside both semesters do. A quarter beside
    a running total that contains more than it is neither, and there is no
    series: None.
    """
    until = [part for part in parts if part.months.start == parts[0].months.start]
    contained = len(until) == len(parts)
    if contained and any(part.row.periode.sampai_dengan for part in parts):
        return Series(_take_once(until), running=True)
    whole = measure_months(periode)
    kinds = _sort_kinds(parts)
    explaining = (each for each in kinds if all(is_tiled(part.months, each) for part in parts))
    complete = (
        each
        for each in kinds
        if is_tiled(whole, each) and all(_is_told(part.months, each) for part in parts)
    )
    members = next(chain(explaining, complete), None)
    if members is not None:
        return Series(members, running=False)
    return Series(_take_once(until), running=True) if contained else None


def _sort_kinds(parts: Sequence[Part[B]]) -> tuple[tuple[Part[B], ...], ...]:
    """Sort parts by the kind of their period, the finest kind first."""
    lengths = sorted({len(part.months) for part in parts} & _KINDS.keys())
    return tuple(
        _take_once([part for part in parts if len(part.months) == length]) for length in lengths
    )


def find_beside(
    parts: Sequence[Part[B]], series: Series[B]
) -> Iterator[tuple[Part[B], tuple[Part[B], ...]]]:
    """
    Find the figures that are told twice: each with the others that make it up.

    These are what the members of a series make up, and the members that finer
    parts beside it make up.
    """
    for part in parts:
        within = find_within(part.months, series.parts)
        if series.running or is_tiled(part.months, within):
            yield part, within
    for member in series.parts:
        for finer in _sort_kinds([part for part in parts if len(part.months) < len(member.months)]):
            if not series.running and is_tiled(member.months, finer):
                yield member, find_within(member.months, finer)


def _take_once(parts: Sequence[Part[B]]) -> tuple[Part[B], ...]:
    """Take one part for each stretch of time, the first of its names."""
    return tuple({part.months: part for part in reversed(parts)}.values())[::-1]


def _is_told(months: range, members: Sequence[Part[B]]) -> bool:
    """Tell whether months are made up of members, or are some of those of one member."""
    inside = (each.months.start <= months.start <= months[-1] in each.months for each in members)
    return is_tiled(months, members) or any(inside)


def is_tiled(months: range, members: Sequence[Part[B]]) -> bool:
    """Tell whether members cover these months, all of them and no others."""
    return sum(len(part.months) for part in find_within(months, members)) == len(months)


def find_within(months: range, members: Sequence[Part[B]]) -> tuple[Part[B], ...]:
    """Find the members that lie within these months."""
    return tuple(
        part
        for part in members
        if months.start <= part.months.start and part.months.stop <= months.stop
    )


def find_missing(series: Series[B], periode: Periode) -> tuple[Periode, ...]:
    """
    Find the periods of the kind of a series that the whole has and the series has not.

    Of running totals, only those after the last known one are missing.
    """
    whole = measure_months(periode)
    last = series.parts[-1]
    length = MONTHS[last.row.periode.jenis] if series.running else len(last.months)
    known = {part.months.start for part in series.parts}
    return tuple(
        _make_periode(start, length, running=series.running)
        for start in range(last.months.stop if series.running else whole.start, whole.stop, length)
        if start not in known
    )


def _make_periode(start: int, length: int, *, running: bool) -> Periode:
    year, month = divmod(start - 1, YEAR)
    if length == YEAR:
        return Periode.tahunan(year)
    ke = month // length + 1
    return Periode(jenis=_KINDS[length], tahun=year, ke=ke, sampai_dengan=running)
