"""Capaian of each Sasaran, each Tujuan and a whole Dokumen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, field

from iku._attrs import frozen
from iku._checks import choice, many, one
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator
from iku.domain.periode import Periode
from iku.domain.tujuan import Sasaran, Tujuan
from iku.errors import NotFoundError
from iku.scoring.aggregation.aggregating import aggregate
from iku.scoring.aggregation.agregat import Agregat
from iku.scoring.consolidation.choosing import check_kind, take_choice
from iku.scoring.dokumen import KumpulanCapaian

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from iku.angka import Angka
    from iku.scoring.aggregation.butir import CaraAgregasi, SaatBatas
    from iku.scoring.aggregation.taking import Bobot, ItemAgregat


class DasarAgregasi(StrEnum):
    """Dasar agregasi (base of aggregation): what a Tujuan and a document are made of."""

    INDIKATOR = "indikator"
    """All indicators below, each counting the same or by its weight."""
    SASARAN = "sasaran"
    """The values of the Sasaran, and the indicators that stand below none."""


@frozen(kw_only=True)
class AgregatDokumen:
    """Agregat dokumen (aggregates of a document): each Sasaran, each Tujuan, and the whole."""

    periode: Periode = field(metadata=one(Periode))
    """The period."""
    dasar: DasarAgregasi = field(metadata=choice(DasarAgregasi))
    """What the Tujuan and the whole were made of."""
    sasaran: tuple[Agregat, ...] = field(metadata=many(Agregat))
    """The value of each Sasaran, in the order of the document."""
    tujuan: tuple[Agregat, ...] = field(metadata=many(Agregat))
    """The value of each Tujuan, in the order of the document."""
    dokumen: Agregat = field(metadata=one(Agregat))
    """The value of the whole document."""

    def find(self, kode: str) -> Agregat:
        """
        Give the value of the Sasaran or Tujuan with this kode.

        Raises:
            NotFoundError: There is none.
        """
        known = {each.kode: each for each in (*self.tujuan, *self.sasaran) if each.kode is not None}
        if kode not in known:
            raise NotFoundError("aggregate of", kode, tuple(known))
        return known[kode]

    def verify(self) -> bool:
        """Recompute each from its recorded items and tell whether everything still agrees."""
        return all(each.verify() for each in (*self.sasaran, *self.tujuan, self.dokumen))


def aggregate_dokumen(  # noqa: PLR0913 - each is a decision that no regulation takes
    dokumen: Dokumen,
    capaian: KumpulanCapaian,
    *,
    dasar: DasarAgregasi | str = DasarAgregasi.INDIKATOR,
    cara: CaraAgregasi | str | None = None,
    bobot: Mapping[str, Bobot] | None = None,
    maksimum: Angka | Decimal | int | None = None,
    batas: SaatBatas | str | None = None,
) -> AgregatDokumen:
    """
    Aggregate the capaian of a document's indicators by Sasaran, by Tujuan, and as a whole.

    `capaian` is what `compute_capaian_dokumen` gives. Weights are by kode, of
    indicators, and of Sasaran where they are the base of what stands above them.
    Other arguments are those of `aggregate`, at each level alike.

    Raises:
        NotFoundError: an indicator has no capaian there, or a weight is for nothing.
        ScoringError: as `aggregate`.
        DomainError: `wrong-type` or `bad-choice`.
    """
    check_kind(dokumen, Dokumen, "dokumen")
    check_kind(capaian, KumpulanCapaian, "capaian", "what compute_capaian_dokumen gives")
    if bobot is not None:
        _check_bobot(dokumen, bobot)
    level = take_choice(DasarAgregasi, dasar, "dasar")

    def join(items: dict[str, ItemAgregat]) -> Agregat:
        weights = None if bobot is None else {k: bobot[k] for k in items if k in bobot}
        return aggregate(items, cara=cara, bobot=weights, maksimum=maksimum, batas=batas)

    def name(noun: Sasaran | Tujuan, items: dict[str, ItemAgregat]) -> Agregat:
        return evolve(join(items), kode=noun.kode, uraian=noun.uraian)

    def take(indikator: Iterable[Indikator]) -> dict[str, ItemAgregat]:
        return {each.kode: capaian[each.kode] for each in indikator}

    sasaran = {each.kode: name(each, take(each.indikator)) for each in dokumen.walk(Sasaran)}

    def gather(own: Iterable[Indikator], below: Iterable[Sasaran]) -> dict[str, ItemAgregat]:
        items = take(own)
        for each in below:
            by_sasaran = level is DasarAgregasi.SASARAN
            items |= {each.kode: sasaran[each.kode]} if by_sasaran else take(each.indikator)
        return items

    inside = {id(each) for noun in dokumen.walk(Sasaran) for each in noun.indikator}
    loose = [each for each in dokumen.walk(Indikator) if id(each) not in inside]
    return AgregatDokumen(
        periode=capaian.periode,
        dasar=level,
        sasaran=tuple(sasaran.values()),
        tujuan=tuple(
            name(each, gather(each.indikator, each.sasaran)) for each in dokumen.walk(Tujuan)
        ),
        dokumen=join(gather(loose, dokumen.walk(Sasaran))),
    )


def _check_bobot(dokumen: Dokumen, bobot: Mapping[str, Bobot]) -> None:
    check_kind(bobot, Mapping, "bobot", "weights by kode")
    known = [each.kode for each in dokumen.walk() if isinstance(each, Sasaran | Indikator)]
    for kode in bobot:
        if kode not in known:
            raise NotFoundError(
                "Indikator or Sasaran with the kode of the weight", str(kode), known
            ).under("bobot")
