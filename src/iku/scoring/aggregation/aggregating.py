"""`aggregate`: several values, one value, and no method that was not asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from iku.angka import Angka
from iku.errors import IkuError, ScoringError, quote
from iku.scoring.aggregation.agregat import Agregat, aggregate_within
from iku.scoring.aggregation.butir import Butir, CaraAgregasi, SaatBatas
from iku.scoring.aggregation.taking import (
    Bobot,
    ItemAgregat,
    Items,
    is_bare,
    make_butir,
    make_rasio,
    take_bobot,
    take_items,
)
from iku.scoring.consolidation.choosing import take_choice

if TYPE_CHECKING:
    from decimal import Decimal

    from iku.domain.satuan import Satuan

BobotAgregat: TypeAlias = Mapping[str, Bobot] | Iterable[Bobot]
"""Weights by kode, or in the order of the values."""


def aggregate(
    items: Items,
    *,
    cara: CaraAgregasi | str | None = None,
    bobot: BobotAgregat | None = None,
    maksimum: Angka | Decimal | int | None = None,
    batas: SaatBatas | str | None = None,
) -> Agregat:
    """
    Make one value of several: capaian of a Sasaran, of a Tujuan, of a document.

    `cara` is the plain mean, or the weighted one where `bobot` is given. What
    has no value is skipped and listed, its weight too; it is never zero. A cap,
    `maksimum`, applies to each value before they are joined or to the joined
    one, and `batas` has to say which, because no regulation does and the two
    differ. A mean of percentages of different wholes is refused: the results
    are aggregated from their numerators and denominators, `cara="rasio"`, or
    the plain mean is asked for by name, `cara="rata_rata_persen"`.

    >>> aggregate({"S1.1": 150, "S1.2": 50}).trace
    'rata-rata(150; 50) = 100'
    >>> aggregate({"S1.1": 150, "S1.2": 50}, maksimum=100, batas="sebelum").trace
    'rata-rata(100; 50) = 75; nilai di atas 100 dihitung 100'
    >>> aggregate({"S1.1": 90, "S1.2": 60, "S1.3": None}, bobot=[2, 1, 1]).trace
    '(90 × 2 + 60 × 1) / 3 = 80; dilewati S1.3: data S1.3 tidak tersedia'

    Percentages of two units, of which one has ten times the cooperatives:

    >>> from iku.formula import Persentase, evaluate
    >>> baik = Persentase(pembilang="BAIK", penyebut="SEMUA")
    >>> hasil = [evaluate(baik, {"BAIK": b, "SEMUA": s}) for b, s in ((90, 100), (100, 1000))]
    >>> aggregate(hasil, cara="rasio").trace
    '(90 + 100) / (100 + 1.000) × 100% = 17,27%'

    Raises:
        ScoringError: `percent-mean`, `no-ratio`, `mixed-satuan`, `missing-bobot`,
            `bad-bobot` or `bad-batas`.
        NotFoundError: a weight is for nothing.
        IkuError: `wrong-type`, `bad-choice`, or what numbers are refused for.
    """
    default = CaraAgregasi.RATA_RATA if bobot is None else CaraAgregasi.TERTIMBANG
    how = default if cara is None else take_choice(CaraAgregasi, cara, "cara")
    given = take_items(items)
    cap, moment = _check_batas(maksimum, batas, how)
    butir, pengali = _make_butir(given, how)
    if how is CaraAgregasi.TERTIMBANG or bobot is not None:
        butir = _weigh(butir, how, bobot)
    jawaban, free = aggregate_within(butir, how, pengali, cap, moment)
    return Agregat(
        cara=how,
        butir=butir,
        pengali=pengali,
        maksimum=cap,
        batas=moment,
        jawaban=jawaban,
        tanpa_batas=free,
        satuan=_find_satuan(butir),
    )


def _check_batas(
    maksimum: object, batas: object, cara: CaraAgregasi
) -> tuple[Angka | None, SaatBatas | None]:
    moment = None if batas is None else take_choice(SaatBatas, batas, "batas")
    each = cara is CaraAgregasi.RASIO and moment is SaatBatas.SEBELUM
    if (maksimum is None) != (moment is None) or each:
        raise ScoringError(
            "bad-batas",
            found="a cap on each ratio" if each else f"maksimum {quote(maksimum)} alone",
            expected="a cap and the moment it applies at",
            repair='give both: maksimum=120, batas="sebelum" or batas="sesudah"',
            location=("batas",),
        )
    try:
        return None if maksimum is None else Angka(maksimum), moment
    except IkuError as error:
        # It is an argument, and its digits are no field of the caller's.
        error.location = ("maksimum",)
        raise


def _make_butir(
    given: tuple[tuple[str, ItemAgregat], ...], cara: CaraAgregasi
) -> tuple[tuple[Butir, ...], Fraction]:
    made: list[Butir] = []
    factors: set[Fraction] = set()
    for kode, item in given:
        try:
            if cara is CaraAgregasi.RASIO:
                butir, pengali = make_rasio(kode, item)
                factors.add(pengali)
            else:
                _refuse_bare(item, cara)
                butir = make_butir(kode, item)
        except IkuError as error:
            raise error.under("items", kode) from None
        made.append(butir)
    _refuse_mixed(made, factors)
    return tuple(made), factors.pop() if factors else Fraction(1)


def _refuse_bare(item: ItemAgregat, cara: CaraAgregasi) -> None:
    if cara is not CaraAgregasi.RATA_RATA_PERSEN and is_bare(item):
        raise ScoringError(
            "percent-mean",
            found="a percentage of a whole that may differ from the others",
            expected="capaian, or the numerators and denominators of the percentages",
            repair='say cara="rasio", or cara="rata_rata_persen" if the plain mean is meant',
        )


def _refuse_mixed(butir: list[Butir], factors: set[Fraction]) -> None:
    units = {each.satuan.baku for each in butir if each.satuan is not None}
    if len(units) > 1 or len(factors) > 1:
        shown = ", ".join(quote(unit) for unit in sorted(units))
        raise ScoringError(
            "mixed-satuan",
            found=f"values in {shown}" if len(units) > 1 else "ratios with different multipliers",
            expected="values of one unit",
            repair="aggregate each unit alone",
            location=("items",),
        )


def _weigh(
    butir: tuple[Butir, ...], cara: CaraAgregasi, bobot: BobotAgregat | None
) -> tuple[Butir, ...]:
    if bobot is None or cara is not CaraAgregasi.TERTIMBANG:
        raise ScoringError(
            "missing-bobot" if bobot is None else "bad-bobot",
            found="no weights" if bobot is None else f"weights for cara {cara}",
            expected="weights for a weighted mean, and for nothing else",
            repair='give bobot and cara="tertimbang" together',
            location=("bobot",),
        )
    try:
        return take_bobot(butir, bobot)
    except IkuError as error:
        raise error.under("bobot") from None


def _find_satuan(butir: tuple[Butir, ...]) -> Satuan | None:
    return next((each.satuan for each in butir if each.satuan is not None), None)
