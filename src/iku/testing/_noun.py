"""Strategies for the nouns of a document, and how several are drawn for one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar
from unicodedata import normalize

from hypothesis import strategies as st

from iku.domain.indikator import Indikator, JenisCascading, Konsolidasi, Polaritas
from iku.domain.penjelasan import Penjelasan
from iku.domain.tambahan import Tambahan
from iku.domain.target import Data, Kondisi, Pagu, Realisasi, Target, Variabel
from iku.domain.tujuan import Sasaran, Tujuan
from iku.testing._formula import draw_formula
from iku.testing._nilai import angka, kosong, nilai, periode, satuan, skala
from iku.testing._rujukan import asal, dasar_hukum, sumber_data, tautan
from iku.testing._rules import aturan_capaian
from iku.testing._text import MAXIMUM_KODE, kode, rarely, tambahan, teks

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from iku.typing import Formula

T = TypeVar("T")

_PROSE: Final = teks(max_size=200)
_MAYBE_PROSE: Final = rarely(_PROSE)
_MAYBE_TEXT: Final = rarely(teks())
_MAYBE_KODE: Final = rarely(kode())
_MAYBE_UNIT: Final = rarely(satuan())
_MAYBE_ORIGIN: Final = rarely(asal())
_MAYBE_SCALE: Final = rarely(skala())
_MAYBE_RULE: Final = rarely(aturan_capaian())
_MAYBE_LINK: Final = rarely(tautan())
_EXTENSIONS: Final = rarely(tambahan()).map(lambda drawn: drawn or Tambahan())
_KODE: Final = kode()
_SOURCES: Final = rarely(sumber_data()).map(lambda drawn: (drawn,) if drawn else ())
_REGULATIONS: Final = rarely(dasar_hukum()).map(lambda drawn: (drawn,) if drawn else ())
_UNITS_IN_CHARGE: Final = st.lists(_PROSE, max_size=2).map(tuple)
_DOCUMENT: Final = st.none() | st.sampled_from(("Renstra", "PK Perubahan", "LKjIP"))


def _of_period(item: Target | Realisasi) -> Hashable:
    return item.periode, item.sumber


def _distinct(items: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    return tuple({key(item): item for item in items}.values())


class Scope:
    """
    What the nouns of one document share while they are drawn.

    `take` gives each a kode that no other has; `computable` are those that a
    formula may name: only nouns that are complete, so no circle can close.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.computable: list[str] = []
        self.misi: list[str] = []
        self._taken: set[str] = set()

    def take(self) -> str:
        """Draw a kode that is still free."""
        return self.reserve(normalize("NFC", self.draw(_KODE)))

    def take_maybe(self) -> str | None:
        """Draw a free kode, or none."""
        return self.take() if self.draw(st.booleans()) else None

    def reserve(self, wanted: str) -> str:
        """Take `wanted`, or something like it that is still free."""
        name = wanted
        while name in self._taken:
            name = f"{wanted[: MAXIMUM_KODE - 8]}.{len(self._taken)}"
        self._taken.add(name)
        return name

    def formula(self) -> Formula | None:
        """Draw a formula over what is complete, or none."""
        return draw_formula(self.draw, self.computable) if self.draw(st.booleans()) else None

    def repeat(self, make: Callable[[Scope], T], max_size: int) -> tuple[T, ...]:
        """Draw up to `max_size` nouns with `make`."""
        return tuple(make(self) for _ in range(self.draw(st.integers(0, max_size))))


_TARGETS: Final = st.builds(
    Target,
    periode=periode(),
    nilai=nilai(),
    sumber=_DOCUMENT,
    asal=_MAYBE_ORIGIN,
    tambahan=_EXTENSIONS,
)
_RESULTS: Final = st.builds(
    Realisasi,
    periode=periode(),
    nilai=nilai(),
    sumber=_DOCUMENT,
    asal=_MAYBE_ORIGIN,
    tambahan=_EXTENSIONS,
)
_DISTINCT_TARGETS: Final = st.lists(_TARGETS, max_size=3).map(
    lambda drawn: _distinct(drawn, _of_period)
)
_DISTINCT_RESULTS: Final = st.lists(_RESULTS, max_size=2).map(
    lambda drawn: _distinct(drawn, _of_period)
)
_CEILINGS: Final = st.lists(st.builds(Pagu, periode=periode(), nilai=angka()), max_size=1).map(
    tuple
)
_MAYBE_STATE: Final = rarely(
    st.builds(Kondisi, nilai=nilai(), periode=rarely(periode()), asal=_MAYBE_ORIGIN)
)
_MAYBE_POLARITY: Final = rarely(st.sampled_from(Polaritas))
_MAYBE_CONSOLIDATION: Final = rarely(st.sampled_from(Konsolidasi))
_MAYBE_CASCADING: Final = rarely(st.sampled_from(JenisCascading))


def target() -> st.SearchStrategy[Target]:
    """
    Targets of every kind of period and value.

    >>> from hypothesis import given
    >>> @given(target())
    ... def check(made):
    ...     assert str(made.periode)
    >>> check()
    """
    return _TARGETS


def realisasi() -> st.SearchStrategy[Realisasi]:
    """
    Reported results of every kind of period and value.

    >>> from hypothesis import given
    >>> @given(realisasi())
    ... def check(made):
    ...     assert str(made.periode)
    >>> check()
    """
    return _RESULTS


def data(*, variabel: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Data]:
    """
    Measured inputs of the variables that `variabel` gives, or of any.

    >>> from hypothesis import given
    >>> @given(data(variabel=st.just("PDRB")))
    ... def check(made):
    ...     assert made.variabel == "PDRB"
    >>> check()
    """
    return st.builds(
        Data,
        variabel=_KODE if variabel is None else variabel,
        periode=periode(),
        nilai=angka() | kosong(),
        sumber=_DOCUMENT,
        asal=_MAYBE_ORIGIN,
        tambahan=_EXTENSIONS,
    )


def draw_variabel(scope: Scope) -> Variabel:
    """Draw a variable and let the formulas that follow name it."""
    draw = scope.draw
    made = Variabel(
        kode=scope.take(),
        nama=draw(_PROSE),
        satuan=draw(_MAYBE_UNIT),
        definisi=draw(_MAYBE_PROSE),
        sumber_data=draw(_SOURCES),
        tambahan=draw(_EXTENSIONS),
    )
    scope.computable.append(made.kode)
    return made


def draw_penjelasan(scope: Scope, *, named: bool = False) -> Penjelasan:
    """Draw an explanation; `named` where several stand side by side."""
    draw = scope.draw
    return Penjelasan(
        kode=scope.take() if named else scope.take_maybe(),
        nama=draw(_MAYBE_PROSE),
        satuan=draw(_MAYBE_UNIT),
        alasan=draw(_MAYBE_TEXT),
        dasar_hukum=draw(_REGULATIONS),
        formulasi=draw(_MAYBE_TEXT),
        formula=scope.formula(),
        penanggung_jawab=draw(_UNITS_IN_CHARGE),
        sumber_data=draw(_SOURCES),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )


def draw_penggabungan(scope: Scope, parts: tuple[Penjelasan, ...]) -> Formula | None:
    names = [part.kode for part in parts if part.kode is not None]
    return draw_formula(scope.draw, names) if scope.draw(st.booleans()) else None


def draw_indikator(scope: Scope) -> Indikator:
    """Draw an indicator and let the formulas that follow name it."""
    draw = scope.draw
    several = draw(st.integers(0, 2))
    parts = tuple(draw_penjelasan(scope, named=several > 1) for _ in range(several))
    made = Indikator(
        kode=scope.take(),
        nama=draw(_PROSE),
        satuan=draw(_MAYBE_UNIT),
        polaritas=draw(_MAYBE_POLARITY),
        konsolidasi=draw(_MAYBE_CONSOLIDATION),
        tipe_penghitungan=draw(_MAYBE_PROSE),
        definisi_operasional=draw(_MAYBE_TEXT),
        keterangan=draw(_MAYBE_PROSE),
        penjelasan=parts,
        penggabungan=draw_penggabungan(scope, parts),
        baseline=draw(_MAYBE_STATE),
        kondisi_akhir=draw(_MAYBE_STATE),
        target=draw(_DISTINCT_TARGETS),
        realisasi=draw(_DISTINCT_RESULTS),
        pagu=draw(_CEILINGS),
        frekuensi=draw(_MAYBE_PROSE),
        jenis_cascading=draw(_MAYBE_CASCADING),
        produsen_data=draw(_MAYBE_PROSE),
        kode_referensi=draw(_MAYBE_KODE),
        iku_kota=draw(_MAYBE_LINK),
        aturan_capaian=draw(_MAYBE_RULE),
        skala=draw(_MAYBE_SCALE),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )
    scope.computable.append(made.kode)
    scope.computable.extend(part.kode for part in parts if part.kode is not None)
    return made


def draw_sasaran(scope: Scope) -> Sasaran:
    """Draw an objective."""
    draw = scope.draw
    return Sasaran(
        kode=scope.take(),
        uraian=draw(_PROSE),
        perspektif=draw(_MAYBE_PROSE),
        keterangan=draw(_MAYBE_PROSE),
        indikator=scope.repeat(draw_indikator, 2),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )


def draw_tujuan(scope: Scope) -> Tujuan:
    """Draw a goal, under one of the Misi drawn before."""
    draw = scope.draw
    return Tujuan(
        kode=scope.take(),
        uraian=draw(_PROSE),
        misi=draw(st.sampled_from([None, *scope.misi])),
        indikator=scope.repeat(draw_indikator, 1),
        sasaran=scope.repeat(draw_sasaran, 1),
        asal=draw(_MAYBE_ORIGIN),
        tambahan=draw(_EXTENSIONS),
    )
