"""Dokumen: a whole performance document, its lookups, walks and edits."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast, overload

import attrs
from attrs import field

from iku._attrs import checked, frozen, render_html
from iku._checks import DATE, KODE, TEXT, choice, many, normalise_text, one, optional
from iku.domain._links import find_link_faults, walk_nouns
from iku.domain.asal import Asal
from iku.domain.indikator import ATURAN_CAPAIAN, Indikator, Tautan
from iku.domain.penjelasan import Penjelasan
from iku.domain.perangkat_daerah import Penandatangan, PerangkatDaerah
from iku.domain.periode import Periode
from iku.domain.rujukan import DasarHukum
from iku.domain.skala import Skala
from iku.domain.tambahan import TAMBAHAN, Tambahan
from iku.domain.target import Data, Realisasi, Target, Variabel
from iku.domain.tujuan import Misi, Sasaran, Tujuan, Visi
from iku.errors import DomainError, IkuError, Location, NotFoundError, quote
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from collections.abc import Iterator

Simpul: TypeAlias = Visi | Misi | Tujuan | Sasaran | Indikator | Penjelasan | Variabel
"""Simpul (node): a noun of a document that can bear a kode."""

T = TypeVar("T")
P = TypeVar("P", bound=Target | Realisasi)

FORMAT: Final = "1.0"
"""The version of the JSON format that this library writes."""
_FORMAT: Final = re.compile(r"1\.(?:0|[1-9][0-9]{0,3})")


class JenisDokumen(StrEnum):
    """Jenis dokumen (kind of document)."""

    IKU = "iku"
    RPJPD = "rpjpd"
    RPJMD = "rpjmd"
    RPD = "rpd"
    RENSTRA = "renstra"
    RKPD = "rkpd"
    RENJA = "renja"
    RKT = "rkt"
    PK = "pk"
    RENCANA_AKSI = "rencana_aksi"
    MANUAL_IKU = "manual_iku"
    LKJIP = "lkjip"
    LAINNYA = "lainnya"


@frozen(kw_only=True)
class Versi:
    """
    Versi (version): which edition of a document this is.

    "IKU" and "IKU versi Tapem" are two documents that can be compared.
    """

    label: str = field(metadata=TEXT)
    """What the edition is called."""
    tanggal: date | None = field(default=None, metadata=optional(DATE))
    """Day on which it was laid down."""
    dasar: DasarHukum | None = field(default=None, metadata=optional(one(DasarHukum)))
    """Decision that laid it down."""
    menggantikan: Tautan | None = field(default=None, metadata=optional(one(Tautan)))
    """The edition that it replaces."""


def _check_format(value: object) -> str:
    text = normalise_text(value)
    if _FORMAT.fullmatch(text) is None:
        raise DomainError(
            "unsupported-version",
            found=f"format {quote(text)}",
            expected="a format 1.x",
            repair="leave it out; loading sets it",
        )
    return text


@frozen(kw_only=True)
class Dokumen:
    """
    Dokumen kinerja (performance document): a plan or report with all that hangs on it.

    >>> dokumen = Dokumen(
    ...     jenis=JenisDokumen.IKU,
    ...     judul="Indikator Kinerja Utama",
    ...     sasaran=(
    ...         Sasaran(
    ...             kode="S1",
    ...             uraian="Meningkatnya kinerja pelayanan publik",
    ...             indikator=(Indikator(kode="S1.1", nama="Indeks Kepuasan Masyarakat"),),
    ...         ),
    ...     ),
    ... )
    >>> dokumen.find_indikator("S1.1").nama
    'Indeks Kepuasan Masyarakat'

    Raises:
        DomainError: `duplicate-kode`, `unknown-ref`, `cycle` or `duplicate-data`,
            the first that is found.
    """

    jenis: JenisDokumen = field(metadata=choice(JenisDokumen))
    """Kind of document."""
    judul: str = field(metadata=TEXT)
    """Title as printed."""
    kode: str | None = field(default=None, metadata=optional(KODE))
    """Name by which other documents refer to this one; nothing inside is found by it."""
    perangkat_daerah: PerangkatDaerah | None = field(
        default=None, metadata=optional(one(PerangkatDaerah))
    )
    """The agency whose document it is."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The span that it plans or the year that it reports."""
    versi: Versi | None = field(default=None, metadata=optional(one(Versi)))
    """Which edition it is."""
    visi: Visi | None = field(default=None, metadata=optional(one(Visi)))
    """The vision that it serves."""
    misi: tuple[Misi, ...] = field(default=(), metadata=many(Misi))
    """The missions that it serves."""
    tujuan: tuple[Tujuan, ...] = field(default=(), metadata=many(Tujuan))
    """Its goals."""
    sasaran: tuple[Sasaran, ...] = field(default=(), metadata=many(Sasaran))
    """Objectives whose Tujuan the document does not print."""
    indikator: tuple[Indikator, ...] = field(default=(), metadata=many(Indikator))
    """Indicators whose Sasaran the document does not print."""
    variabel: tuple[Variabel, ...] = field(default=(), metadata=many(Variabel))
    """The measured quantities that its formulas name."""
    data: tuple[Data, ...] = field(default=(), metadata=many(Data))
    """The measured inputs; they stand here and nowhere else."""
    aturan_capaian: CapaianRule | None = field(default=None, metadata=ATURAN_CAPAIAN)
    """How capaian is computed, unless an indicator says otherwise."""
    skala: Skala | None = field(default=None, metadata=optional(one(Skala)))
    """Scale for the predikat, unless an indicator says otherwise."""
    penandatangan: Penandatangan | None = field(default=None, metadata=optional(one(Penandatangan)))
    """Who signed it."""
    asal: Asal | None = field(default=None, metadata=optional(one(Asal)))
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""
    versi_format: str = field(default=FORMAT, metadata=checked(_check_format))
    """Version of the JSON format it was read in and is written back under."""

    def __attrs_post_init__(self) -> None:
        """Refuse kode used twice, references to nothing and circles."""
        faults = find_link_faults(self)
        if faults:
            raise faults[0]

    @overload
    def walk(self) -> Iterator[Simpul]: ...
    @overload
    def walk(self, kind: type[T]) -> Iterator[T]: ...
    def walk(self, kind: type[Any] = object) -> Iterator[Any]:
        """
        Give every noun of the document in its order, parents before children.

        `kind` narrows it: `dokumen.walk(Indikator)`.
        """
        return (noun for _, noun in walk_nouns(self) if isinstance(noun, kind))

    def locate(self, kode: str) -> Location:
        """
        Say where the noun with this kode stands, as steps inward.

        Raises:
            NotFoundError: no noun has it.
        """
        known: list[str] = []
        for location, noun in walk_nouns(self):
            found = getattr(noun, "kode", None)
            if found == kode:
                return location
            if found is not None:
                known.append(found)
        raise NotFoundError("noun with kode", kode, known)

    def find(self, kode: str) -> Simpul:
        """
        Give the noun with this kode.

        Raises:
            NotFoundError: no noun has it.
        """
        found: Any = self
        for step in self.locate(kode):
            found = found[step] if isinstance(step, int) else getattr(found, step)
        noun: Simpul = found
        return noun

    def find_indikator(self, kode: str) -> Indikator:
        """
        Give the indicator with this kode.

        Raises:
            NotFoundError: no indicator has it.
        """
        for indikator in self.walk(Indikator):
            if indikator.kode == kode:
                return indikator
        raise NotFoundError("Indikator", kode, [item.kode for item in self.walk(Indikator)])

    def replace(self, kode: str, /, **changes: object) -> Dokumen:
        """
        Make a document in which one noun has other field values.

        >>> dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="IKU", misi=(
        ...     Misi(kode="M3", uraian="Ketiga"),))
        >>> dokumen.replace("M3", uraian="Misi ketiga").find("M3").uraian
        'Misi ketiga'

        Raises:
            NotFoundError: no noun has the kode.
            DomainError: a value is refused, or `not-found` for a field that
                the noun does not have.
        """
        return _rebuild(self, self.locate(kode), changes)

    def with_target(self, kode: str, *target: Target) -> Dokumen:
        """
        Set targets of an indicator; one of the same period and source is replaced.

        Raises:
            NotFoundError: no indicator has the kode.
        """
        return self.replace(kode, target=_merge(self.find_indikator(kode).target, target))

    def with_realisasi(self, kode: str, *realisasi: Realisasi) -> Dokumen:
        """
        Set reported results of an indicator; one of the same period and source is replaced.

        Raises:
            NotFoundError: no indicator has the kode.
        """
        return self.replace(kode, realisasi=_merge(self.find_indikator(kode).realisasi, realisasi))

    def with_data(self, *data: Data) -> Dokumen:
        """
        Set measured inputs; one of the same variable, period and source is replaced.

        Raises:
            DomainError: `unknown-ref` when the variable is not declared.
        """
        merged = {(item.variabel, item.periode, item.sumber): item for item in (*self.data, *data)}
        return attrs.evolve(self, data=tuple(merged.values()))

    def _repr_html_(self) -> str:
        return render_html(self)


def _merge(present: tuple[P, ...], new: tuple[P, ...]) -> tuple[P, ...]:
    merged: dict[tuple[Periode, str | None], P] = {}
    for item in (*present, *new):
        merged[item.periode, item.sumber] = item
    return tuple(merged.values())


def _rebuild(dokumen: Dokumen, location: Location, changes: dict[str, object]) -> Dokumen:
    """Change the noun at `location` and every value that holds it."""
    steps: list[tuple[Any, str | int]] = []
    noun: Any = dokumen
    for step in location:
        steps.append((noun, step))
        noun = noun[step] if isinstance(step, int) else getattr(noun, step)
    kind = cast("type[attrs.AttrsInstance]", type(noun))
    known = [attribute.name for attribute in attrs.fields(kind)]
    for name in changes:
        if name not in known:
            raise NotFoundError(f"field of {kind.__name__}", name, known)
    changed: Any = _evolve(noun, location, changes)
    for depth, (holder, step) in reversed(list(enumerate(steps))):
        if isinstance(step, int):
            changed = (*holder[:step], changed, *holder[step + 1 :])
        else:
            changed = _evolve(holder, location[:depth], {step: changed})
    rebuilt: Dokumen = changed
    return rebuilt


def _evolve(noun: object, location: Location, changes: dict[str, object]) -> object:
    try:
        return attrs.evolve(cast("Any", noun), **changes)
    except IkuError as error:
        raise error.under(*location) from None
