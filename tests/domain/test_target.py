"""Targets, results, states, budgets, variables and measured inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from iku.angka import Angka
from iku.domain import (
    Ambang,
    Data,
    Indikator,
    Kategori,
    Kondisi,
    Kosong,
    Pagu,
    Pembanding,
    Periode,
    Realisasi,
    Rentang,
    Target,
    Variabel,
)
from iku.errors import CODES, IkuError

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.domain import Nilai

ANY: Any = "5"
YEAR = Periode.tahunan(2023)
FIVE = Angka("5")
KINDS: list[Nilai] = [
    FIVE,
    Rentang(bawah=FIVE, atas=Angka("6")),
    Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=FIVE),
    Kategori(label="BB"),
    Kosong(),
]


@pytest.mark.parametrize("nilai", KINDS)
def test_all_five_kinds_of_value_fit(nilai: Nilai) -> None:
    """In a target, a result and a state alike."""
    assert Target(periode=YEAR, nilai=nilai).nilai is nilai
    assert Realisasi(periode=YEAR, nilai=nilai).nilai is nilai
    assert Kondisi(nilai=nilai).nilai is nilai


def test_a_measured_input_is_a_number_or_absent() -> None:
    """No formula computes with a range."""
    assert Data(variabel="PDRB", periode=YEAR, nilai=FIVE).nilai == FIVE
    assert Data(variabel="PDRB", periode=YEAR, nilai=Kosong()).nilai == Kosong()


def _with_targets(*target: Target) -> Indikator:
    return Indikator(kode="I", nama="n", target=target)


def test_sources_and_periods_tell_targets_apart() -> None:
    """The same year twice from two documents, the year beside its quarter."""
    made = _with_targets(
        Target(periode=YEAR, nilai=FIVE),
        Target(periode=YEAR, nilai=FIVE, sumber="Renstra"),
        Target(periode=YEAR, nilai=FIVE, sumber="PK"),
        Target(periode=Periode.triwulan_ke(2023, 1), nilai=FIVE),
        Target(periode=Periode.triwulan_ke(2023, 1, sampai_dengan=True), nilai=FIVE),
    )
    assert len(made.target) == 5


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: Target(periode=ANY, nilai=FIVE), "wrong-type", "$.periode"),
        (lambda: Target(periode=YEAR, nilai=ANY), "wrong-type", "$.nilai"),
        (lambda: Target(periode=YEAR, nilai=FIVE, sumber=""), "empty-text", "$.sumber"),
        (lambda: Target(periode=YEAR, nilai=FIVE, asal=ANY), "wrong-type", "$.asal"),
        (lambda: Realisasi(periode=YEAR, nilai=ANY), "wrong-type", "$.nilai"),
        (lambda: Kondisi(nilai=FIVE, periode=ANY), "wrong-type", "$.periode"),
        (lambda: Pagu(periode=YEAR, nilai=ANY), "wrong-type", "$.nilai"),
        (lambda: Data(variabel="", periode=YEAR, nilai=FIVE), "bad-kode", "$.variabel"),
        (
            lambda: Data(variabel="V", periode=YEAR, nilai=KINDS[1]),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # the refusal is the point
            "wrong-type",
            "$.nilai",
        ),
        (lambda: Variabel(kode="V", nama=""), "empty-text", "$.nama"),
        (
            lambda: Variabel(kode="V", nama="n", sumber_data=(ANY,)),
            "wrong-type",
            "$.sumber_data[0]",
        ),
        (
            lambda: _with_targets(
                Target(periode=YEAR, nilai=FIVE), Target(periode=YEAR, nilai=Kosong())
            ),
            "duplicate-target",
            "$.target[1]",
        ),
        (
            lambda: Indikator(
                kode="I",
                nama="n",
                realisasi=(
                    Realisasi(periode=YEAR, nilai=FIVE, sumber="LKjIP"),
                    Realisasi(periode=Periode.tahunan(2024), nilai=FIVE, sumber="LKjIP"),
                    Realisasi(periode=YEAR, nilai=FIVE, sumber="LKjIP"),
                ),
            ),
            "duplicate-realisasi",
            "$.realisasi[2]",
        ),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES
