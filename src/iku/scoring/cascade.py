"""
Cascading: which indicators of agencies contribute to which of the regional government.

The links are those that documents print (`Indikator.iku_kota`). What cannot be
followed is listed, and so is every circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from attrs import evolve, field

from iku._attrs import frozen
from iku._checks import KODE, choice, many, one, to_tuple, wrong_type
from iku.domain._links import find_circle
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator, Tautan
from iku.errors import DomainError, NotFoundError, quote
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.scoring.aggregation.aggregating import aggregate
from iku.scoring.aggregation.agregat import Agregat
from iku.scoring.consolidation.choosing import check_kind
from iku.scoring.dokumen import KumpulanCapaian

if TYPE_CHECKING:
    from decimal import Decimal

    from iku.angka import Angka
    from iku.scoring.aggregation.butir import CaraAgregasi, SaatBatas
    from iku.scoring.aggregation.taking import Bobot, ItemAgregat


@frozen(kw_only=True)
class TitikCascading:
    """Titik cascading (point of the cascade): an indicator of one of the documents."""

    dokumen: str = field(metadata=KODE)
    """Kode of the document; `#1` for the first where it has none."""
    kode: str = field(metadata=KODE)
    """Kode of the indicator there."""

    def __str__(self) -> str:
        return f"{self.dokumen}/{self.kode}"


class SebabPutus(StrEnum):
    """Sebab putus (reason of a broken link): why nobody can follow it."""

    HANYA_URAIAN = "hanya_uraian"
    """The document prints words only, without a kode."""
    TANPA_DOKUMEN = "tanpa_dokumen"
    """The link has the kode of an indicator, and not of the document it is in."""
    DOKUMEN_TIDAK_ADA = "dokumen_tidak_ada"
    """The document is not among those that were given."""
    INDIKATOR_TIDAK_ADA = "indikator_tidak_ada"
    """The document has no indicator with the kode."""


@frozen(kw_only=True)
class TautanPutus:
    """Tautan putus (broken link): a link that leads nowhere."""

    dari: TitikCascading = field(metadata=one(TitikCascading))
    """The indicator that has it."""
    tautan: Tautan = field(metadata=one(Tautan))
    """The link as printed."""
    sebab: SebabPutus = field(metadata=choice(SebabPutus))
    """Why it cannot be followed."""


@frozen(kw_only=True)
class Kontribusi:
    """Kontribusi (contribution): an indicator and the one it contributes to."""

    dari: TitikCascading = field(metadata=one(TitikCascading))
    """The indicator that contributes."""
    ke: TitikCascading = field(metadata=one(TitikCascading))
    """The indicator of the regional government."""


@frozen(kw_only=True)
class Cascading:
    """
    Cascading (cascade): contributions between the indicators of several documents.

    >>> from iku.domain import JenisDokumen
    >>> kota = Dokumen(
    ...     jenis=JenisDokumen.RPJMD,
    ...     judul="RPJMD",
    ...     kode="RPJMD",
    ...     indikator=(Indikator(kode="K1", nama="Laju pertumbuhan ekonomi"),),
    ... )
    >>> tautan = Tautan(uraian="Laju pertumbuhan ekonomi", dokumen="RPJMD", kode="K1")
    >>> dinas = Dokumen(
    ...     jenis=JenisDokumen.RENSTRA,
    ...     judul="Renstra",
    ...     kode="DINAS",
    ...     indikator=(Indikator(kode="S1", nama="Omzet UMKM", iku_kota=tautan),),
    ... )
    >>> [str(each.dari) for each in build_cascading([kota, dinas]).kontribusi]
    ['DINAS/S1']
    """

    titik: tuple[TitikCascading, ...] = field(metadata=many(TitikCascading))
    """All indicators, in the order of the documents."""
    kontribusi: tuple[Kontribusi, ...] = field(metadata=many(Kontribusi))
    """The links that could be followed."""
    putus: tuple[TautanPutus, ...] = field(metadata=many(TautanPutus))
    """The links that could not."""
    lingkaran: tuple[tuple[TitikCascading, ...], ...] = ()
    """Lingkaran (circles): each begins and ends with the same indicator."""

    def find_kontribusi(self, ke: TitikCascading) -> tuple[TitikCascading, ...]:
        """Find the indicators that contribute directly to one."""
        return tuple(each.dari for each in self.kontribusi if each.ke == ke)

    def explain(self) -> str:
        """Print each circle as its steps, one a line."""
        return "\n".join(" -> ".join(map(str, circle)) for circle in self.lingkaran)


def build_cascading(dokumen: Iterable[Dokumen]) -> Cascading:
    """
    Follow the links of all indicators of some documents.

    A link is followed where it names the kode of a document and of an indicator
    there; nothing is concluded from its words.

    Raises:
        DomainError: `wrong-type`, or `duplicate-kode` for two documents of one kode.
    """
    named = _name_dokumen(dokumen)
    places = {
        (name, indikator.kode): TitikCascading(dokumen=name, kode=indikator.kode)
        for name, each in named.items()
        for indikator in each.walk(Indikator)
    }
    kontribusi: list[Kontribusi] = []
    putus: list[TautanPutus] = []
    for name, each in named.items():
        for indikator in each.walk(Indikator):
            if indikator.iku_kota is None:
                continue
            dari = places[name, indikator.kode]
            ke = _follow(indikator.iku_kota, named, places)
            if isinstance(ke, SebabPutus):
                putus.append(TautanPutus(dari=dari, tautan=indikator.iku_kota, sebab=ke))
            else:
                kontribusi.append(Kontribusi(dari=dari, ke=ke))
    titik = tuple(places.values())
    return Cascading(
        titik=titik,
        kontribusi=tuple(kontribusi),
        putus=tuple(putus),
        lingkaran=_find_circles(titik, kontribusi),
    )


def _name_dokumen(dokumen: object) -> dict[str, Dokumen]:
    named: dict[str, Dokumen] = {}
    try:
        given = to_tuple(dokumen, "Dokumen")
    except DomainError as error:
        raise error.under("dokumen") from None
    for index, each in enumerate(given):
        if not isinstance(each, Dokumen):
            raise wrong_type(each, "a Dokumen").under("dokumen", index)
        name = each.kode or f"#{index + 1}"
        if name in named:
            raise DomainError(
                "duplicate-kode",
                found=f"a second document with the kode {quote(name)}",
                expected="documents that links can tell apart",
                repair="give one edition of each document, or each edition its own kode",
                location=("dokumen", index, "kode"),
            )
        named[name] = each
    return named


def _follow(
    tautan: Tautan,
    named: Mapping[str, Dokumen],
    places: Mapping[tuple[str, str], TitikCascading],
) -> TitikCascading | SebabPutus:
    if tautan.kode is None:
        return SebabPutus.HANYA_URAIAN
    if tautan.dokumen is None:
        return SebabPutus.TANPA_DOKUMEN
    # Only a document that calls itself so is meant, not the one that is first.
    if tautan.dokumen not in {each.kode for each in named.values()}:
        return SebabPutus.DOKUMEN_TIDAK_ADA
    return places.get((tautan.dokumen, tautan.kode), SebabPutus.INDIKATOR_TIDAK_ADA)


def _find_circles(
    titik: tuple[TitikCascading, ...], kontribusi: Iterable[Kontribusi]
) -> tuple[tuple[TitikCascading, ...], ...]:
    places = {each: str(index) for index, each in enumerate(titik)}
    needs: dict[str, tuple[str, ...]] = dict.fromkeys(places.values(), ())
    needs |= {places[each.dari]: (places[each.ke],) for each in kontribusi}
    finished: set[str] = set()
    found = (find_circle(start, needs, finished) for start in needs)
    return tuple(tuple(titik[int(step)] for step in circle) for circle in found if circle)


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
    joined: list[AgregatCascading] = []
    for ke in dict.fromkeys(each.ke for each in cascading.kontribusi):
        dari = cascading.find_kontribusi(ke)
        items = {str(each): _take(each, ke, cascading, capaian) for each in dari}
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
            raise NotFoundError("document with kode", str(kode), documents)
        if not isinstance(each, KumpulanCapaian):
            raise wrong_type(each, "what compute_capaian_dokumen gives").under("capaian", str(kode))
    if bobot is None:
        return
    if not isinstance(bobot, Mapping):
        raise wrong_type(bobot, "weights by TitikCascading").under("bobot")
    known = set(cascading.titik)
    for titik in cast("Mapping[object, object]", bobot):
        if titik not in known:
            raise NotFoundError("indicator of the cascade", str(titik), list(map(str, known)))


def _take(
    dari: TitikCascading,
    ke: TitikCascading,
    cascading: Cascading,
    capaian: Mapping[str, KumpulanCapaian],
) -> ItemAgregat:
    if any(dari in circle and ke in circle for circle in cascading.lingkaran):
        return blame(KodeAlasan.LINGKARAN, str(dari))
    known = capaian.get(dari.dokumen)
    return known[dari.kode] if known is not None and dari.kode in known else None
