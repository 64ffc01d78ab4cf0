"""The strategies reach the limits of the model, and what they need is named."""

from __future__ import annotations

import importlib
import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisWarning

from iku.angka import Angka
from iku.codec import Limits
from iku.domain import (
    Ambang,
    Dokumen,
    Indikator,
    JenisPeriode,
    JenisSatuan,
    Kategori,
    Kosong,
    Periode,
    Rentang,
    Tambahan,
)
from iku.domain.tambahan import MAXIMUM_DEPTH
from iku.formula import Ekspresi, registry
from iku.testing import _text, strategies
from iku.tree import MAXIMUM_NODES

if TYPE_CHECKING:
    from collections.abc import Callable


class _Reached(Exception):  # noqa: N818 - it stops the search
    pass


def _reaches(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool]) -> bool:
    """Generate until a value is as wanted; there is no need to make it small."""

    @settings(
        max_examples=3_000,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
    )
    @given(strategy)
    def search(made: object) -> None:
        if wanted(made):
            found.append(True)
            raise _Reached

    found: list[bool] = []
    # Reporting a value of this size is a warning of its own.
    with suppress(_Reached, HypothesisWarning):
        search()
    return bool(found)


def _nodes(formula: Ekspresi) -> int:
    return formula.lower().size


def _levels(value: object) -> int:
    if isinstance(value, Tambahan):
        return 1 + max((_levels(item) for _, item in value.pasangan), default=0)
    if isinstance(value, tuple):
        return 1 + max(map(_levels, cast("tuple[object, ...]", value)), default=0)
    return 0


def _computes_from_an_indicator(made: Dokumen) -> bool:
    names = {one.kode for one in made.walk(Indikator)}
    formulas = [part.formula for one in made.walk(Indikator) for part in one.penjelasan]
    return any(names & set(one.variables) for one in formulas if one is not None)


T = TypeVar("T")

LIMITS = Limits()


def _size(number: Angka) -> int:
    return len(number.teks.strip("-").replace(".", ""))


EDGES: list[tuple[st.SearchStrategy[Any], Callable[[Any], object]]] = []


def _edge(strategy: st.SearchStrategy[T], *wanted: Callable[[T], object]) -> None:
    EDGES.extend((strategy, one) for one in wanted)


_edge(strategies.kode(), lambda made: len(made) == 128, lambda made: not made.isascii())
_edge(
    strategies.teks(),
    lambda made: len(made) == LIMITS.text,
    lambda made: "\u0301" * 30 in made,
    lambda made: unicodedata.normalize("NFC", made) != made,
)
_edge(strategies.teks(max_size=5), lambda made: len(made) == 5)
_edge(
    strategies.angka(),
    lambda made: _size(made) == LIMITS.digits,
    lambda made: len(made.teks.partition(".")[2]) == LIMITS.decimals,
    lambda made: made.teks.startswith("-0"),
    lambda made: made.teks.endswith(".00"),
)
_edge(
    strategies.periode(),
    lambda made: made.jenis is JenisPeriode.TAHUN_KE,
    lambda made: made == Periode.rentang(1900, 1999),
    lambda made: made.sampai_dengan,
    lambda made: made == Periode.tahunan(2200),
)
_edge(
    strategies.nilai(),
    lambda made: isinstance(made, Angka),
    lambda made: isinstance(made, Rentang),
    lambda made: isinstance(made, Ambang),
    lambda made: isinstance(made, Kategori),
    lambda made: isinstance(made, Kosong),
)
_edge(strategies.satuan(), lambda made: made.jenis is JenisSatuan.LAINNYA)
_edge(
    strategies.skala(),
    lambda made: len(made.predikat) == 7,
    lambda made: made.predikat[0].batas_bawah,
)
_edge(strategies.tambahan(), lambda made: _levels(made) == MAXIMUM_DEPTH)
_edge(strategies.bilangan_json(), lambda made: "e" in made.teks)
_edge(
    strategies.ekspresi(),
    lambda made: _nodes(made) > MAXIMUM_NODES - 20,
    lambda made: "^" in made.teks,
)
_edge(strategies.indikator(), lambda made: len(made.penjelasan) == 2 and made.penggabungan)
_edge(
    strategies.dokumen(),
    lambda made: len(list(made.walk(Indikator))) >= 200,
    lambda made: made.versi_format != "1.0",
    lambda made: len(made.data) > 1,
    lambda made: any(one.misi for one in made.tujuan),
    _computes_from_an_indicator,
)


@pytest.mark.parametrize(("strategy", "wanted"), EDGES)
def test_the_edge_is_reached(
    strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool]
) -> None:
    """What breaks at a limit is found at the limit."""
    assert _reaches(strategy, wanted)


@pytest.mark.parametrize("tag", [*registry.tags, "tak_dikenal"])
def test_every_kind_of_formula_is_generated(tag: str) -> None:
    """Those of the library, and the unknown ones of others."""
    assert _reaches(strategies.formula(), lambda made: made.tipe == tag)


@given(st.integers(2, 12), st.integers(0, 4), st.data())
def test_arguments_narrow_what_is_generated(
    digits: int, decimals: int, data: st.DataObject
) -> None:
    """Fewer digits, shorter text, periods of the calendar alone."""
    number = data.draw(strategies.angka(max_digits=digits, max_decimals=decimals)).teks.lstrip("-")
    assert len(number.replace(".", "")) <= digits
    assert len(number.partition(".")[2]) <= decimals
    assert len(data.draw(strategies.teks(max_size=digits))) <= digits
    assert len(data.draw(strategies.kode(max_size=digits))) <= digits
    assert data.draw(strategies.periode(relatif=False)).jenis is not JenisPeriode.TAHUN_KE
    assert data.draw(strategies.data(variabel=st.just("A"))).variabel == "A"
    assert set(data.draw(strategies.ekspresi(variabel=st.just("A"))).variables) <= {"A"}


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_strategy_has_a_documented_example(name: str) -> None:
    """That runs with the other doctests."""
    assert "@given(" in getattr(strategies, name).__doc__


def test_text_with_too_many_marks_is_left_out() -> None:
    """The model would refuse it."""
    assert not _text._has_few_marks("a" + "\u0301" * 31)


def test_without_hypothesis_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is an extra."""
    monkeypatch.delitem(sys.modules, "iku.testing")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"pip install 'iku\[test\]'") as caught:
        importlib.import_module("iku.testing")
    assert caught.value.name == "hypothesis"
