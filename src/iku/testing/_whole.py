"""Strategies for whole documents, and for each of their nouns alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import attrs
from hypothesis import strategies as st

from iku.domain.dokumen import FORMAT, Dokumen, JenisDokumen, Versi
from iku.domain.tambahan import Tambahan
from iku.domain.tujuan import Misi, Visi
from iku.testing._nilai import periode, skala
from iku.testing._noun import (
    Scope,
    data,
    draw_indikator,
    draw_penjelasan,
    draw_sasaran,
    draw_tujuan,
    draw_variabel,
)
from iku.testing._rujukan import asal, dasar_hukum, penandatangan, perangkat_daerah, tautan
from iku.testing._rules import aturan_capaian
from iku.testing._text import kode, rarely, tambahan, teks

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.domain.indikator import Indikator
    from iku.domain.penjelasan import Penjelasan
    from iku.domain.target import Data, Variabel
    from iku.domain.tujuan import Sasaran, Tujuan

T = TypeVar("T")

_CROWD: Final = 200
"""Indicators of a crowded document."""
_LAST_CHANCE: Final = 23
_CHANCES: Final = st.integers(0, _LAST_CHANCE)
_PROSE: Final = teks(max_size=200)
_KODE: Final = kode()
_MAYBE_KODE: Final = rarely(_KODE)
_MAYBE_ORIGIN: Final = rarely(asal())
_EXTENSIONS: Final = rarely(tambahan()).map(lambda drawn: drawn or Tambahan())
_MAYBE_PERIOD: Final = rarely(periode())
_MAYBE_AGENCY: Final = rarely(perangkat_daerah())
_MAYBE_RULE: Final = rarely(aturan_capaian())
_MAYBE_SCALE: Final = rarely(skala())
_MAYBE_SIGNATORY: Final = rarely(penandatangan())
_MAYBE_EDITION: Final = rarely(
    st.builds(
        Versi,
        label=_PROSE,
        tanggal=rarely(st.dates()),
        dasar=rarely(dasar_hukum()),
        menggantikan=rarely(tautan()),
    )
)
_TITLES: Final = teks()
_KINDS: Final = st.sampled_from(JenisDokumen)
_FORMATS: Final = st.sampled_from((FORMAT, FORMAT, FORMAT, "1.9999"))


@st.composite
def _alone(draw: st.DrawFn, make: Callable[[Scope], T]) -> T:
    scope = Scope(draw)
    scope.computable.extend((draw(_KODE), draw(_KODE)))
    return make(scope)


def variabel() -> st.SearchStrategy[Variabel]:
    """
    Declarations of variables.

    >>> from hypothesis import given
    >>> @given(variabel())
    ... def check(made):
    ...     assert made.nama
    >>> check()
    """
    return _alone(draw_variabel)


def penjelasan() -> st.SearchStrategy[Penjelasan]:
    """
    Explanations, with and without a formula.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(penjelasan())
    ... def check(made):
    ...     assert made.formula is None or made.formula.tipe
    >>> check()
    """
    return _alone(draw_penjelasan)


def indikator() -> st.SearchStrategy[Indikator]:
    """
    Indicators with none, one or two Penjelasan and every other column.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(indikator())
    ... def check(made):
    ...     assert len(made.penjelasan) < 3
    >>> check()
    """
    return _alone(draw_indikator)


def sasaran() -> st.SearchStrategy[Sasaran]:
    """
    Objectives with up to two indicators.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(sasaran())
    ... def check(made):
    ...     assert len(made.indikator) < 3
    >>> check()
    """
    return _alone(draw_sasaran)


def tujuan() -> st.SearchStrategy[Tujuan]:
    """
    Goals without a Misi: that is a link within a document.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(tujuan())
    ... def check(made):
    ...     assert made.misi is None
    >>> check()
    """
    return _alone(draw_tujuan)


def _draw_misi(scope: Scope) -> Misi:
    draw = scope.draw
    made = Misi(
        kode=scope.take(),
        uraian=draw(_PROSE),
        indikator=scope.repeat(draw_indikator, 1),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )
    scope.misi.append(made.kode)
    return made


def _draw_visi(scope: Scope) -> Visi | None:
    draw = scope.draw
    if draw(st.booleans()):
        return None
    return Visi(
        uraian=draw(_PROSE),
        kode=scope.take_maybe(),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )


def _draw_data(draw: st.DrawFn, variables: tuple[Variabel, ...]) -> tuple[Data, ...]:
    if not variables:
        return ()
    names = st.sampled_from([item.kode for item in variables])
    drawn = draw(st.lists(data(variabel=names), max_size=3))
    return tuple({(item.variabel, item.periode, item.sumber): item for item in drawn}.values())


def _draw_crowd(scope: Scope) -> tuple[Indikator, ...]:
    """Draw one indicator, seldom followed by many of the same under a kode of their own."""
    made = scope.repeat(draw_indikator, 1)
    if not made or scope.draw(_CHANCES) < _LAST_CHANCE:
        return made
    one = attrs.evolve(made[0], penjelasan=(), penggabungan=None)
    return (*made, *(attrs.evolve(one, kode=scope.reserve("I")) for _ in range(_CROWD)))


@st.composite
def _dokumen(draw: st.DrawFn) -> Dokumen:
    scope = Scope(draw)
    variables = scope.repeat(draw_variabel, 2)
    return Dokumen(
        jenis=draw(_KINDS),
        judul=draw(_TITLES),
        kode=draw(_MAYBE_KODE),
        perangkat_daerah=draw(_MAYBE_AGENCY),
        periode=draw(_MAYBE_PERIOD),
        versi=draw(_MAYBE_EDITION),
        visi=_draw_visi(scope),
        misi=scope.repeat(_draw_misi, 1),
        tujuan=scope.repeat(draw_tujuan, 2),
        sasaran=scope.repeat(draw_sasaran, 1),
        indikator=_draw_crowd(scope),
        variabel=variables,
        data=_draw_data(draw, variables),
        aturan_capaian=draw(_MAYBE_RULE),
        skala=draw(_MAYBE_SCALE),
        penandatangan=draw(_MAYBE_SIGNATORY),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
        versi_format=draw(_FORMATS),
    )


_DOCUMENTS: Final = _dokumen()


def dokumen() -> st.SearchStrategy[Dokumen]:
    """
    Whole documents of every kind.

    Every link in them leads somewhere. They reach the limits of the model: kode
    of 128 characters, long text, 30 combining marks, 34 digits, spans of 100
    years, deep extensions, hundreds of indicators, later minor formats.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(dokumen())
    ... def check(made):
    ...     assert made.judul
    >>> check()
    """
    return _DOCUMENTS
