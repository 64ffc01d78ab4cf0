"""Figures of parts of a year as running totals, and running totals as figures of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast

from attrs import evolve

from iku._checks import quote_kinds, to_tuple, wrong_type
from iku.angka import Angka, round_half_up
from iku.domain.nilai import Kosong, SebabKosong
from iku.domain.periode import JenisPeriode, Periode
from iku.domain.target import Realisasi, Target
from iku.errors import DomainError, ScoringError
from iku.formula.evaluation.arithmetic import to_fraction

if TYPE_CHECKING:
    from collections.abc import Iterable

B = TypeVar("B", bound=Target | Realisasi)

_PARTS: Final = frozenset({JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN, JenisPeriode.BULAN})
_VALUES: Final = (Angka, Kosong)


def convert_to_kumulatif(baris: Iterable[B]) -> tuple[B, ...]:
    """
    Turn figures of the quarters of a year into running totals ("s.d. TW III").

    Months and semesters likewise. Nothing is known of what follows a part that
    is missing, so it becomes absent and is never taken for zero.

    >>> triwulan = [
    ...     Realisasi(periode=Periode.triwulan_ke(2023, ke), nilai=Angka(nilai))
    ...     for ke, nilai in ((1, "1.5"), (2, "2"), (4, "1"))
    ... ]
    >>> [str(each.nilai) for each in convert_to_kumulatif(triwulan)[:2]]
    ['1.5', '3.5']
    >>> convert_to_kumulatif(triwulan)[2].nilai.keterangan
    '2023-TW3 tidak ada'

    Raises:
        DomainError: `wrong-type`.
        ScoringError: `bad-bagian`, when they are not parts of one year, of one
            kind, each once, or are running totals already.
    """
    converted: list[B] = []
    total = Angka(0)
    for row, gap in _order(baris, running=False):
        nilai = row.nilai if gap is None else gap
        if isinstance(nilai, Angka):
            nilai = total = _combine(total, nilai, 1)
        periode = evolve(row.periode, sampai_dengan=True)
        converted.append(evolve(row, periode=periode, nilai=nilai, asal=None))
    return tuple(converted)


def convert_to_bagian(baris: Iterable[B]) -> tuple[B, ...]:
    """
    Turn running totals of a year into figures of its quarters, months or semesters.

    The reverse of `convert_to_kumulatif`: each total less the one before.

    >>> totals = [
    ...     Realisasi(periode=Periode.triwulan_ke(2023, ke, sampai_dengan=True), nilai=Angka(nilai))
    ...     for ke, nilai in ((1, "1.5"), (2, "3.5"))
    ... ]
    >>> [(str(each.periode), str(each.nilai)) for each in convert_to_bagian(totals)]
    [('2023-TW1', '1.5'), ('2023-TW2', '2.0')]

    Raises:
        DomainError: `wrong-type`.
        ScoringError: `bad-bagian`, when they are not running totals of one year,
            of one kind, each once.
    """
    converted: list[B] = []
    before = Angka(0)
    for row, gap in _order(baris, running=True):
        nilai = row.nilai
        if isinstance(row.nilai, Angka):
            nilai = gap or _combine(row.nilai, before, -1)
            before = row.nilai
        periode = evolve(row.periode, sampai_dengan=False)
        converted.append(evolve(row, periode=periode, nilai=nilai, asal=None))
    return tuple(converted)


def _combine(left: Angka, right: Angka, sign: int) -> Angka:
    """Add or subtract exactly, with the decimals of the longer one."""
    decimals = max(len(each.teks.partition(".")[2]) for each in (left, right))
    return Angka(round_half_up(to_fraction(left) + sign * to_fraction(right), decimals))


def _order(baris: Iterable[B], *, running: bool) -> list[tuple[B, Kosong | None]]:
    """Put parts in order, each with what makes it unknown, where something does."""
    rows = _check_rows(baris, running=running)
    known = {row.periode.ke for row in rows if isinstance(row.nilai, Angka)}
    ordered: list[tuple[B, Kosong | None]] = []
    for row in sorted(rows, key=lambda each: each.periode):
        ke = row.periode.ke or 1
        needed = range(max(1, ke - 1), ke) if running else range(1, ke)
        missing = next((each for each in needed if each not in known), None)
        absent = missing is not None and isinstance(row.nilai, Angka)
        ordered.append((row, _make_kosong(row.periode, missing) if absent else None))
    return ordered


def _make_kosong(periode: Periode, ke: int | None) -> Kosong:
    return Kosong(
        sebab=SebabKosong.TIDAK_DICANTUMKAN, keterangan=f"{evolve(periode, ke=ke)} tidak ada"
    )


def _check_rows(baris: Iterable[B], *, running: bool) -> tuple[B, ...]:
    try:
        rows = to_tuple(baris, "Realisasi")
    except DomainError as error:
        raise error.under("baris") from None
    seen: set[Periode] = set()
    for index, row in enumerate(rows):
        if not isinstance(row, Target | Realisasi):
            raise wrong_type(row, "a Realisasi or Target").under("baris", index)
        fits = not seen or _is_sibling(row.periode, next(iter(seen)))
        part = row.periode.jenis in _PARTS and row.periode.sampai_dengan is running
        if not fits or not part or row.periode in seen or not isinstance(row.nilai, _VALUES):
            raise ScoringError(
                "bad-bagian",
                found=f"{row.periode} with {quote_kinds(type(row.nilai))}",
                expected="numbers of parts of one year, of one kind, each once, "
                + ("running totals" if running else "no running totals"),
                repair="convert each series alone",
                location=("baris", index),
            )
        seen.add(row.periode)
    return cast("tuple[B, ...]", rows)


def _is_sibling(periode: Periode, other: Periode) -> bool:
    return (periode.tahun, periode.jenis) == (other.tahun, other.jenis)
