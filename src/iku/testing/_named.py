"""Strategies for the named formulas."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias
from unicodedata import normalize

from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.domain import Rentang
from iku.formula import (
    IPM,
    AcuanIPM,
    BasisPertumbuhan,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    Jumlah,
    KomponenIndeks,
    KomponenTertimbang,
    Laju,
    MetodeIndeks,
    NilaiAKIP,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    RataRata,
    RataTertimbang,
    Selisih,
)
from iku.testing._nilai import angka
from iku.tree import MAXIMUM_STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iku.typing import Formula

Maker: TypeAlias = "Callable[[st.DrawFn, tuple[str, str]], Formula]"
"""Draws a formula over two names, which may be one."""

_NUMBERS: Final = angka()
_POSITIVE: Final = angka().filter(lambda number: number.nilai > 0)
_STEPS: Final = st.integers(1, MAXIMUM_STEPS)
_RATES: Final = st.integers(1, 7).map(lambda zeros: Angka(10**zeros))
_DECIMALS: Final = st.integers(2, 6)
_PARTS: Final = st.integers(1, 9999)


def _acuan(bounds: st.SearchStrategy[Angka]) -> st.SearchStrategy[Rentang]:
    pairs = st.tuples(bounds, bounds).filter(lambda pair: pair[0].nilai != pair[1].nilai)
    return pairs.map(_order)


def _order(pair: tuple[Angka, Angka]) -> Rentang:
    low, high = sorted(pair, key=lambda bound: bound.nilai)
    return Rentang(bawah=low, atas=high)


_ACUAN: Final = _acuan(_NUMBERS)
_POSITIVE_ACUAN: Final = _acuan(_POSITIVE)


def _list_once(names: tuple[str, str]) -> tuple[str, ...]:
    return tuple({normalize("NFC", name): None for name in names})


def _draw_rasio(draw: st.DrawFn, names: tuple[str, str]) -> Rasio:
    if draw(st.booleans()):
        return Rasio(pembilang=names[0], penyebut=names[1])
    return Rasio(pembilang=names[0], penyebut=names[1], pengali=draw(_POSITIVE))


def _draw_pertumbuhan(draw: st.DrawFn, names: tuple[str, str]) -> Pertumbuhan:
    basis = draw(st.sampled_from(BasisPertumbuhan))
    return Pertumbuhan(variabel=names[0], basis=basis, jarak=draw(_STEPS))


def _draw_tertimbang(draw: st.DrawFn, names: tuple[str, str]) -> RataTertimbang:
    return RataTertimbang(
        komponen=tuple(
            KomponenTertimbang(variabel=name, bobot=draw(_POSITIVE)) for name in _list_once(names)
        )
    )


def _draw_akip(draw: st.DrawFn, names: tuple[str, str]) -> NilaiAKIP:
    first = draw(_PARTS)
    shares = [10_000] if len(_list_once(names)) == 1 else [first, 10_000 - first]
    return NilaiAKIP(
        komponen=tuple(
            KomponenTertimbang(variabel=name, bobot=Angka(Decimal(share).scaleb(-2)))
            for name, share in zip(_list_once(names), shares, strict=True)
        )
    )


def _draw_komposit(draw: st.DrawFn, names: tuple[str, str]) -> IndeksKomposit:
    return IndeksKomposit(
        metode=draw(st.sampled_from(MetodeIndeks)),
        komponen=tuple(
            KomponenIndeks(variabel=name, acuan=draw(st.none() | _ACUAN))
            for name in _list_once(names)
        ),
        pengali=draw(_POSITIVE),
    )


def _draw_ikm(draw: st.DrawFn, names: tuple[str, str]) -> IndeksKepuasanMasyarakat:
    unsur = _list_once(names)
    if draw(st.booleans()):
        return IndeksKepuasanMasyarakat(unsur=unsur)
    bobot = round_half_up(Fraction(1, len(unsur)), draw(_DECIMALS))
    return IndeksKepuasanMasyarakat(unsur=unsur, bobot=Angka(bobot))


def _draw_ipm(draw: st.DrawFn, names: tuple[str, str]) -> IPM:
    one, other = names
    return IPM(
        umur_harapan_hidup=one,
        harapan_lama_sekolah=other,
        rata_rata_lama_sekolah=one,
        pengeluaran_per_kapita=other,
        acuan=AcuanIPM(
            umur_harapan_hidup=draw(_ACUAN),
            harapan_lama_sekolah=draw(_ACUAN),
            rata_rata_lama_sekolah=draw(_ACUAN),
            pengeluaran_per_kapita=draw(_POSITIVE_ACUAN),
        ),
    )


NAMED: Final[Mapping[str, Maker]] = {
    "persentase": lambda _, names: Persentase(pembilang=names[0], penyebut=names[1]),
    "rasio": _draw_rasio,
    "laju": lambda draw, names: Laju(pembilang=names[0], penyebut=names[1], per=draw(_RATES)),
    "pertumbuhan": _draw_pertumbuhan,
    "persentase_penurunan": lambda draw, names: PersentasePenurunan(
        variabel=names[0], jarak=draw(_STEPS)
    ),
    "jumlah": lambda _, names: Jumlah(suku=_list_once(names)),
    "selisih": lambda _, names: Selisih(dikurangi=names[0], pengurang=names[1]),
    "rata_rata": lambda _, names: RataRata(suku=_list_once(names)),
    "rata_tertimbang": _draw_tertimbang,
    "indeks_komposit": _draw_komposit,
    "indeks_kepuasan_masyarakat": _draw_ikm,
    "nilai_akip": _draw_akip,
    "ipm": _draw_ipm,
}
"""How each is drawn, by its tag."""
