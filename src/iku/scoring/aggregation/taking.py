"""Taking what a caller gives as items: capaian, results, aggregates or exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from attrs import evolve

from iku._checks import to_tuple, wrong_type
from iku.angka import Angka
from iku.domain.nilai import Nilai
from iku.errors import IkuError, NotFoundError, ScoringError, quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import Jawaban, compute, to_fraction
from iku.formula.evaluation.hasil import Hasil
from iku.formula.evaluation.masukan import take_masukan
from iku.formula.evaluation.together import KumpulanHasil
from iku.scoring.aggregation.agregat import Agregat
from iku.scoring.aggregation.butir import Butir, CaraAgregasi
from iku.scoring.capaian import Capaian
from iku.scoring.dokumen import KumpulanCapaian
from iku.scoring.indikator import CapaianIndikator
from iku.tree import Constant, Divide, Multiply, Variable

if TYPE_CHECKING:
    from iku.formula.evaluation.masukan import NilaiMasukan

Bobot: TypeAlias = Angka | Fraction | Decimal | int
"""What a caller may give for a weight; float is refused."""

ItemAgregat: TypeAlias = (
    CapaianIndikator | Capaian | Hasil | Agregat | Nilai | Fraction | Decimal | int | Alasan | None
)
"""What can be aggregated; a bare number is taken for a capaian, None for one that is missing."""

Items: TypeAlias = (
    Mapping[str, ItemAgregat] | Iterable[ItemAgregat] | KumpulanCapaian | KumpulanHasil
)
"""Values by kode, or one after the other."""

_OF_WHOLES: Final = frozenset({CaraAgregasi.RASIO, CaraAgregasi.RATA_RATA_PERSEN})
"""Ways that give a percentage of a whole again."""


def take_items(items: object) -> tuple[tuple[str, ItemAgregat], ...]:
    """
    Take values with their kode, or else their places from `#1`.

    Raises:
        DomainError: `wrong-type`.
    """
    if isinstance(items, Mapping | KumpulanCapaian | KumpulanHasil):
        named = cast("Mapping[object, ItemAgregat]", items)
        return tuple((_check_kode(kode), item) for kode, item in named.items())
    try:
        given = cast("tuple[ItemAgregat, ...]", to_tuple(items, "capaian"))
    except IkuError as error:
        raise error.under("items") from None
    return tuple((_name(item, index), item) for index, item in enumerate(given, 1))


def _check_kode(kode: object) -> str:
    if not isinstance(kode, str):
        raise wrong_type(kode, "a kode as text").under("items")
    return kode


def _name(item: object, place: int) -> str:
    kode = item.kode if isinstance(item, CapaianIndikator | Agregat) else None
    return kode or f"#{place}"


def is_bare(item: ItemAgregat) -> bool:
    """Tell whether a value is a percentage of a whole that it does not carry with it."""
    if isinstance(item, Agregat) and item.cara not in _OF_WHOLES:
        return False
    return (
        isinstance(item, Hasil | Agregat) and item.satuan is not None and (item.satuan.baku == "%")
    )


def make_butir(kode: str, item: ItemAgregat) -> Butir:
    """
    Make an item of what a caller gives.

    Raises:
        IkuError: `wrong-type` and what kode and numbers are refused for.
    """
    if isinstance(item, CapaianIndikator):
        satuan = None if item.capaian is None else item.capaian.satuan
        return Butir(kode=kode, nilai=item.jawaban, satuan=satuan)
    if isinstance(item, Capaian | Hasil | Agregat):
        return Butir(kode=kode, nilai=item.jawaban, satuan=item.satuan)
    if item is None or isinstance(item, Alasan):
        return Butir(kode=kode, nilai=item or blame(KodeAlasan.TANPA_DATA, kode))
    return Butir(kode=kode, nilai=take_number(kode, item))


def take_number(kode: str, value: object) -> Jawaban:
    """
    Take an exact number, or the reason why there is none.

    Raises:
        IkuError: `wrong-type` or `number-too-long`.
    """
    try:
        (taken,) = take_masukan((Variable(kode),), {kode: cast("NilaiMasukan", value)})
    except IkuError as error:
        # It is an item or a weight here, not an entry of a mapping of data.
        error.location = error.location[2:]
        raise
    return taken.nilai if isinstance(taken.nilai, Alasan) else to_fraction(taken.nilai)


def make_rasio(kode: str, item: ItemAgregat) -> tuple[Butir, Fraction]:
    """
    Make an item of the two sides of a result, and give the number its ratio is multiplied by.

    Raises:
        ScoringError: `no-ratio`.
    """
    pohon = item.pohon if isinstance(item, Hasil) else None
    factors = pohon.factors if isinstance(pohon, Multiply) else (pohon,)
    head, *rest = factors
    constants = [factor for factor in rest if isinstance(factor, Constant)]
    if not isinstance(item, Hasil) or not isinstance(head, Divide) or len(constants) < len(rest):
        raise ScoringError(
            "no-ratio",
            found=quote(item),
            expected="the Hasil of a Persentase, Rasio or Laju",
            repair="evaluate the formula of each, and aggregate what that gives",
        )
    above = compute(head.numerator, item.masukan)
    below = compute(head.denominator, item.masukan)
    butir = Butir(
        kode=kode,
        nilai=item.jawaban,
        satuan=item.satuan,
        pembilang=None if isinstance(above, Alasan) else above,
        penyebut=None if isinstance(below, Alasan) else below,
    )
    pengali = Fraction(1)
    for constant in constants:
        pengali *= Fraction(constant.value.nilai)
    return butir, pengali


def take_bobot(butir: tuple[Butir, ...], bobot: object) -> tuple[Butir, ...]:
    """
    Give each item its weight: by kode, or in the order of the items.

    Raises:
        ScoringError: `missing-bobot`, or `bad-bobot` for a negative one.
        NotFoundError: a weight is for nothing.
        IkuError: `wrong-type` or `number-too-long`.
    """
    if isinstance(bobot, Mapping):
        weights = cast("Mapping[object, object]", bobot)
        known = [each.kode for each in butir]
        for kode in weights:
            if kode not in known:
                raise NotFoundError("value with the kode of the weight", str(kode), known)
        given = [weights.get(each.kode) for each in butir]
    else:
        given = list(to_tuple(bobot, "weights"))
    if len(given) != len(butir):
        raise _missing_bobot(f"{len(given)} weights for {len(butir)} values")
    weighed: list[Butir] = []
    for each, weight in zip(butir, given, strict=True):
        try:
            weighed.append(evolve(each, bobot=_take_weight(each.kode, weight)))
        except IkuError as error:
            raise error.under(each.kode) from None
    return tuple(weighed)


def _take_weight(kode: str, weight: object) -> Fraction:
    taken = take_number(kode, weight)
    if isinstance(taken, Alasan):
        raise _missing_bobot(f"no weight of {quote(kode)}")
    if taken < 0:
        raise ScoringError(
            "bad-bobot",
            found="a negative weight",
            expected="weights of zero or more",
            repair="correct the weight",
        )
    return taken


def _missing_bobot(found: str) -> ScoringError:
    return ScoringError(
        "missing-bobot",
        found=found,
        expected="a weight for each value",
        repair="give one for each, 0 where a value is not to count",
    )
