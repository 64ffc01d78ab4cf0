"""
Cascading: which indicators of agencies contribute to which of the regional government.

The links are those that documents print (`Indikator.iku_kota`). What cannot be
followed is listed, and so is every circle.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, choice, many, one, to_tuple, wrong_type
from iku.domain._links import find_circle
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator, Tautan
from iku.errors import DomainError, quote
from iku.formula.evaluation.alasan import check_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from iku.typing import Language


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


_BROKEN: Final[dict[SebabPutus, tuple[str, str]]] = {
    SebabPutus.HANYA_URAIAN: (
        "tautan tanpa kode indikator",
        "the link has no kode of an indicator",
    ),
    SebabPutus.TANPA_DOKUMEN: ("tautan tanpa kode dokumen", "the link has no kode of a document"),
    SebabPutus.DOKUMEN_TIDAK_ADA: ("dokumen tidak ada", "the document is not among those given"),
    SebabPutus.INDIKATOR_TIDAK_ADA: ("indikator tidak ada", "the document has no such indicator"),
}
"""Each reason in Indonesian and in English."""
_CIRCLE: Final[dict[Language, str]] = {"id": "melingkar: {}", "en": "a circle: {}"}


@frozen(kw_only=True)
class TautanPutus:
    """Tautan putus (broken link): a link that leads nowhere."""

    dari: TitikCascading = field(metadata=one(TitikCascading))
    """The indicator that has it."""
    tautan: Tautan = field(metadata=one(Tautan))
    """The link as printed."""
    sebab: SebabPutus = field(metadata=choice(SebabPutus))
    """Why it cannot be followed."""

    def explain(self, language: Language = "id") -> str:
        """
        Say where the link is, what it names, and why it cannot be followed.

        Raises:
            FormulaError: `bad-choice`.
        """
        check_language(language)
        return f"{self.dari} -> {self._write_tautan()}: {_BROKEN[self.sebab][language == 'en']}"

    def _write_tautan(self) -> str:
        named = "/".join(filter(None, (self.tautan.dokumen, self.tautan.kode)))
        return named if self.tautan.kode is not None else f"“{self.tautan.uraian}”"


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

    _sources: dict[TitikCascading, tuple[TitikCascading, ...]] = field(
        init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Make contributors quick to find."""
        found: dict[TitikCascading, list[TitikCascading]] = {}
        for each in self.kontribusi:
            found.setdefault(each.ke, []).append(each.dari)
        object.__setattr__(self, "_sources", {ke: tuple(dari) for ke, dari in found.items()})

    def find_kontribusi(self, ke: TitikCascading) -> tuple[TitikCascading, ...]:
        """Find the indicators that contribute directly to one."""
        return self._sources.get(ke, ())

    def explain(self, language: Language = "id") -> str:
        """
        Tell what is wrong with the links: each circle by its steps, then each broken link.

        One a line, nothing where nothing is. There are no numbers in it, so there is no
        `digits`. What a link without kode says is quoted as the document has it.

        Raises:
            FormulaError: `bad-choice`.
        """
        check_language(language)
        circles = (" -> ".join(map(str, circle)) for circle in self.lingkaran)
        told = [_CIRCLE[language].format(circle) for circle in circles]
        return "\n".join(told + [each.explain(language) for each in self.putus])


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
    printed = {each.kode for each in named.values()}
    kontribusi: list[Kontribusi] = []
    putus: list[TautanPutus] = []
    for name, each in named.items():
        for indikator in each.walk(Indikator):
            if indikator.iku_kota is None:
                continue
            dari = places[name, indikator.kode]
            ke = _follow(indikator.iku_kota, printed, places)
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
    printed: AbstractSet[str | None],
    places: Mapping[tuple[str, str], TitikCascading],
) -> TitikCascading | SebabPutus:
    if tautan.kode is None:
        return SebabPutus.HANYA_URAIAN
    if tautan.dokumen is None:
        return SebabPutus.TANPA_DOKUMEN
    # Only a document that calls itself so is meant, not the one that is first.
    if tautan.dokumen not in printed:
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
