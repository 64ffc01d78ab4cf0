"""What indicators that contribute to one reach together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from attrs import evolve, field

from iku._attrs import frozen
from iku._checks import one, wrong_type
from iku.errors import NotFoundError
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.scoring.aggregation.aggregating import aggregate
from iku.scoring.aggregation.agregat import Agregat
from iku.scoring.cascade import Cascading, TitikCascading
from iku.scoring.consolidation.choosing import check_kind
from iku.scoring.dokumen import KumpulanCapaian

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from iku.angka import Angka
    from iku.scoring.aggregation.butir import CaraAgregasi, SaatBatas
    from iku.scoring.aggregation.taking import Bobot, ItemAgregat


@frozen(kw_only=True)
class AgregatCascading:
    """Agregat cascading (aggregated contributions): what contributors of an indicator reach."""

    ke: TitikCascading = field(metadata=one(TitikCascading))
    """The indicator that they contribute to."""
    agregat: Agregat = field(metadata=one(Agregat))
    """The value of their capaian together; those of a circle are skipped."""


def aggregate_cascading(  # noqa: PLR0913 - each is a decision that no regulation takes
    cascading: Cascading,
    capaian: Mapping[str, KumpulanCapaian],
    *,
    cara: CaraAgregasi | str | None = None,
    bobot: Mapping[TitikCascading, Bobot] | None = None,
    maksimum: Angka | Decimal | int | None = None,
    batas: SaatBatas | str | None = None,
) -> tuple[AgregatCascading, ...]:
    """
    Aggregate the capaian of those who contribute directly to an indicator, for each that has any.

    `capaian` is what `compute_capaian_dokumen` gives for each document, by its
    kode. `bobot` says how much each contributes. Contributions inside a circle
    are skipped, with that reason. Other arguments are those of `aggregate`.

    Raises:
        DomainError: `wrong-type`.
        NotFoundError: a weight or a document is none of the cascade.
        ScoringError: as `aggregate`.
    """
    check_kind(cascading, Cascading, "cascading", "what build_cascading gives")
    _check_given(cascading, capaian, bobot)
    circles = _index_circles(cascading)
    joined: list[AgregatCascading] = []
    for ke in dict.fromkeys(each.ke for each in cascading.kontribusi):
        dari = cascading.find_kontribusi(ke)
        items = {str(each): _take(each, ke, circles, capaian) for each in dari}
        weights = None if bobot is None else {str(e): bobot[e] for e in dari if e in bobot}
        agregat = aggregate(items, cara=cara, bobot=weights, maksimum=maksimum, batas=batas)
        joined.append(AgregatCascading(ke=ke, agregat=evolve(agregat, kode=str(ke))))
    return tuple(joined)


def _check_given(cascading: Cascading, capaian: object, bobot: object) -> None:
    if not isinstance(capaian, Mapping):
        raise wrong_type(capaian, "capaian by kode of the document").under("capaian")
    documents = list(dict.fromkeys(each.dokumen for each in cascading.titik))
    for kode, each in cast("Mapping[object, object]", capaian).items():
        if kode not in documents:
            raise NotFoundError("document with kode", str(kode), documents).under("capaian")
        if not isinstance(each, KumpulanCapaian):
            raise wrong_type(each, "what compute_capaian_dokumen gives").under("capaian", str(kode))
    if bobot is None:
        return
    if not isinstance(bobot, Mapping):
        raise wrong_type(bobot, "weights by TitikCascading").under("bobot")
    known = dict.fromkeys(cascading.titik)
    for titik in cast("Mapping[object, object]", bobot):
        if titik not in known:
            raise NotFoundError(
                "indicator of the cascade", str(titik), list(map(str, known))
            ).under("bobot")


def _index_circles(cascading: Cascading) -> Mapping[TitikCascading, AbstractSet[int]]:
    """Name the circles that each indicator is inside of."""
    circles: dict[TitikCascading, set[int]] = {}
    for index, circle in enumerate(cascading.lingkaran):
        for titik in circle:
            circles.setdefault(titik, set()).add(index)
    return circles


def _take(
    dari: TitikCascading,
    ke: TitikCascading,
    circles: Mapping[TitikCascading, AbstractSet[int]],
    capaian: Mapping[str, KumpulanCapaian],
) -> ItemAgregat:
    if circles.get(dari, frozenset()) & circles.get(ke, frozenset()):
        return blame(KodeAlasan.LINGKARAN, str(dari))
    known = capaian.get(dari.dokumen)
    return None if known is None else known.get(dari.kode)
