"""Strategies for what is measured and when: numbers, values, units, periods, scales."""

from __future__ import annotations

import unicodedata
from typing import Final

from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain.nilai import (
    Ambang,
    Kategori,
    Kosong,
    Nilai,
    Pembanding,
    Rentang,
    SebabKosong,
)
from iku.domain.periode import FIRST_YEAR, LAST_YEAR, LONGEST_SPAN, JenisPeriode, Periode
from iku.domain.satuan import Satuan
from iku.domain.skala import Predikat, Skala, Tepi
from iku.testing._rujukan import rujukan
from iku.testing._text import kode, rarely, teks

MAXIMUM_DIGITS: Final = 34
"""Digits of the longest number that a document is read with by default."""
MAXIMUM_DECIMALS: Final = 20
"""Decimals of the finest number that a document is read with by default."""

_SATUAN: Final = (
    "%",
    "Persen",
    "unit",
    "orang",
    "Rp",
    "indeks",
    "Tahun",
    "predikat",
    "kelompok tani",
)
_PARTS: Final = {JenisPeriode.SEMESTER: 2, JenisPeriode.TRIWULAN: 4, JenisPeriode.BULAN: 12}


@st.composite
def _angka(draw: st.DrawFn, max_digits: int, max_decimals: int) -> Angka:
    decimals = draw(st.sampled_from((0, 0, 1, 2, max_decimals)))
    decimals = min(decimals, max_decimals, max_digits - 1)
    whole = draw(st.integers(0, 10 ** (max_digits - decimals) - 1))
    rest = draw(st.integers(0, 10**decimals - 1)) if decimals else 0
    sign = draw(st.sampled_from(("", "-")))
    return Angka(f"{sign}{whole}" + (f".{rest:0{decimals}d}" if decimals else ""))


def angka(
    *, max_digits: int = MAXIMUM_DIGITS, max_decimals: int = MAXIMUM_DECIMALS
) -> st.SearchStrategy[Angka]:
    """
    Numbers as documents write them, minus zero and zeros at the end included.

    >>> from hypothesis import given
    >>> @given(angka(max_digits=5))
    ... def check(number):
    ...     assert abs(number.nilai) < 100_000
    >>> check()
    """
    return _angka(max_digits, max_decimals)


_NUMBERS: Final = angka()
_NOTES: Final = teks(max_size=60)
_UNITS: Final = (st.sampled_from(_SATUAN) | teks(max_size=60)).map(Satuan)


def satuan() -> st.SearchStrategy[Satuan]:
    """
    Units of measure, known and unknown ones.

    >>> from hypothesis import given
    >>> @given(satuan())
    ... def check(unit):
    ...     assert unit.baku
    >>> check()
    """
    return _UNITS


_YEARS: Final = st.integers(2000, 2030) | st.sampled_from((FIRST_YEAR, LAST_YEAR))
_PART_KINDS: Final = st.sampled_from(sorted(_PARTS))
_LENGTHS: Final = st.integers(0, 6) | st.just(LONGEST_SPAN - 1)


@st.composite
def _part(draw: st.DrawFn) -> Periode:
    jenis = draw(_PART_KINDS)
    ke = draw(st.integers(1, _PARTS[jenis]))
    return Periode(jenis=jenis, tahun=draw(_YEARS), ke=ke, sampai_dengan=draw(st.booleans()))


@st.composite
def _span(draw: st.DrawFn) -> Periode:
    first = draw(_YEARS)
    length = draw(_LENGTHS)
    return Periode.rentang(first, min(first + length, LAST_YEAR))


_ABSOLUTE_PERIODS: Final = _YEARS.map(Periode.tahunan) | _part() | _span()
_PERIODS: Final = _ABSOLUTE_PERIODS | st.integers(1, LONGEST_SPAN).map(Periode.tahun_ke)


def periode(*, relatif: bool = True) -> st.SearchStrategy[Periode]:
    """
    Periods of every kind; without `relatif` only those of the calendar.

    >>> from hypothesis import given
    >>> @given(periode(relatif=False))
    ... def check(period):
    ...     assert period.awal <= period.akhir
    >>> check()
    """
    return _PERIODS if relatif else _ABSOLUTE_PERIODS


@st.composite
def _rentang(draw: st.DrawFn) -> Rentang:
    bounds = sorted((draw(_NUMBERS), draw(_NUMBERS)), key=lambda bound: bound.nilai)
    return Rentang(bawah=bounds[0], atas=bounds[1])


_ABSENT: Final = st.builds(
    Kosong, sebab=st.sampled_from(SebabKosong), keterangan=st.none() | _NOTES
)
_VALUES: Final[st.SearchStrategy[Nilai]] = st.one_of(
    _NUMBERS,
    _rentang(),
    st.builds(Ambang, pembanding=st.sampled_from(Pembanding), batas=_NUMBERS),
    st.builds(
        Kategori,
        label=st.sampled_from(("BB", "WTP")) | _NOTES,
        skala=st.none() | kode(),
    ),
    _ABSENT,
)


def kosong() -> st.SearchStrategy[Kosong]:
    """
    Absent values with every reason.

    >>> from hypothesis import given
    >>> @given(kosong())
    ... def check(absent):
    ...     assert absent.sebab
    >>> check()
    """
    return _ABSENT


def nilai() -> st.SearchStrategy[Nilai]:
    """
    Values of a target or realisasi: all five kinds.

    >>> from hypothesis import given
    >>> @given(nilai())
    ... def check(value):
    ...     assert hash(value) is not None
    >>> check()
    """
    return _VALUES


def _fold(label: str) -> str:
    return unicodedata.normalize("NFC", label).casefold()


_LABELS: Final = st.lists(teks(max_size=40), min_size=1, max_size=7, unique_by=_fold)
_BOUNDS: Final = st.lists(
    _NUMBERS, min_size=14, max_size=14, unique_by=lambda bound: bound.nilai
).map(lambda bounds: sorted(bounds, key=lambda bound: bound.nilai))
_EDGES: Final = st.sampled_from(Tepi)
_MAYBE_EDGE: Final = rarely(_EDGES)
_DAYS: Final = st.tuples(st.dates(), st.dates()).map(sorted)
_MAYBE_NUMBERS: Final = rarely(_NUMBERS)
_MAYBE_NOTES: Final = rarely(_NOTES)
_MAYBE_REFERENCES: Final = rarely(rujukan())


@st.composite
def _predikat(draw: st.DrawFn) -> tuple[Predikat, ...]:
    """Classes without bounds, or with: some printed rows end before the next one begins."""
    labels = draw(_LABELS)
    if not draw(st.booleans()):
        return tuple(
            Predikat(label=label, uraian=draw(_MAYBE_NOTES), skor=draw(_MAYBE_NUMBERS))
            for label in labels
        )
    edges = draw(_BOUNDS)
    lowest_ends = draw(st.booleans())
    made: list[Predikat] = []
    for index, label in enumerate(labels):
        bound, printed = edges[2 * index], draw(_MAYBE_EDGE)
        begins = index > 0 or lowest_ends
        made.append(
            Predikat(
                label=label,
                uraian=draw(_MAYBE_NOTES),
                batas_bawah=bound if begins else None,
                tepi_bawah=draw(_EDGES) if begins else Tepi.TERTUTUP,
                batas_atas=None if printed is None else edges[2 * index + 1],
                tepi_atas=printed or Tepi.TERTUTUP,
                skor=draw(_MAYBE_NUMBERS),
            )
        )
    return tuple(made)


def _make_step(predikat: tuple[Predikat, ...]) -> Angka | None:
    """Give the step of the last decimal that a bound is printed with."""
    bounds = [
        bound.teks
        for each in predikat
        for bound in (each.batas_bawah, each.batas_atas)
        if bound is not None
    ]
    places = max((len(text.partition(".")[2]) for text in bounds), default=-1)
    return None if places < 0 else Angka(f"0.{'1'.zfill(places)}" if places else "1")


@st.composite
def _skala(draw: st.DrawFn) -> Skala:
    predikat = draw(_predikat())
    days = draw(_DAYS)
    return Skala(
        kode=draw(kode()),
        nama=draw(_NOTES),
        predikat=predikat,
        langkah=_make_step(predikat) if draw(st.booleans()) else None,
        rujukan=draw(_MAYBE_REFERENCES),
        berlaku_mulai=days[0] if draw(st.booleans()) else None,
        berlaku_sampai=days[1] if draw(st.booleans()) else None,
    )


_SCALES: Final = _skala()


def skala() -> st.SearchStrategy[Skala]:
    """
    Scales of one to seven classes, with and without bounds, edges, gaps and a step.

    >>> from hypothesis import given
    >>> @given(skala())
    ... def check(scale):
    ...     assert scale.find(scale.predikat[0].label) is scale.predikat[0]
    >>> check()
    """
    return _SCALES
