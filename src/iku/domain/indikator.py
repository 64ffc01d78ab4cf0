"""Indikator: what is measured, how it is judged, what it aims at."""

from __future__ import annotations

from enum import StrEnum

from attrs import field

from iku._attrs import checked, frozen, render_html
from iku._checks import KODE, TEXT, choice, many, one, optional, wrong_type
from iku.domain.asal import Asal
from iku.domain.penjelasan import FORMULA, Penjelasan
from iku.domain.satuan import Satuan
from iku.domain.skala import Skala
from iku.domain.tambahan import TAMBAHAN, Tambahan
from iku.domain.target import Kondisi, Pagu, Realisasi, Target, refuse_repeated
from iku.errors import DomainError
from iku.typing import CapaianRule, Formula


class Polaritas(StrEnum):
    """Polaritas (polarity): in which direction the indicator improves."""

    POSITIF = "positif"
    """Semakin tinggi semakin baik (maximize)."""
    NEGATIF = "negatif"
    """Semakin rendah semakin baik (minimize)."""
    STABIL = "stabil"
    """Best near the target (stabilize)."""


class Konsolidasi(StrEnum):
    """Konsolidasi periode (consolidation): how parts of a year make the year."""

    JUMLAH = "jumlah"
    """The sum of the parts."""
    RATA_RATA = "rata_rata"
    """Their mean."""
    TERAKHIR = "terakhir"
    """The last known one."""


class JenisCascading(StrEnum):
    """Jenis cascading: how the indicator was handed down, as Manual IKU label it."""

    PETA = "C"
    """Cascading peta."""
    NON_PETA = "CP"
    """Cascading non-peta."""
    NON_CASCADING = "N"
    """Not handed down."""


def _check_rule(value: object) -> CapaianRule:
    kind = type(value)
    # A formula has both as well, and its variables besides.
    if not (hasattr(kind, "tipe") and hasattr(kind, "lower")) or hasattr(kind, "variables"):
        raise wrong_type(value, "a capaian rule, like RealisasiPerTarget()")
    return value  # type: ignore[return-value]  # checked by name just above


ATURAN_CAPAIAN = optional(checked(_check_rule))
"""Field metadata: a capaian rule or None."""


@frozen(kw_only=True)
class Tautan:
    """
    Tautan (link): an indicator or noun of another document.

    The words are often all that a document prints of it.
    """

    uraian: str = field(metadata=TEXT)
    """The words that name it."""
    dokumen: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the other document."""
    kode: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the noun there."""


@frozen(kw_only=True)
class Indikator:
    """
    Indikator kinerja (performance indicator): one measure of a Tujuan or Sasaran.

    >>> Indikator(kode="S1.1", nama="Indeks Kepuasan Masyarakat").formula is None
    True

    Raises:
        DomainError: `duplicate-target` or `duplicate-realisasi` for two of one
            period and source; `missing-kode` when there are several Penjelasan
            and one has no kode.
    """

    kode: str = field(metadata=KODE)
    """Unique in its document."""
    nama: str = field(metadata=TEXT)
    """Name as printed."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """Unit of measure of the indicator itself."""
    polaritas: Polaritas | None = field(default=None, metadata=optional(choice(Polaritas)))
    """Direction of improvement; None where the document does not say."""
    konsolidasi: Konsolidasi | None = field(default=None, metadata=optional(choice(Konsolidasi)))
    """How parts of a year make the year; never concluded from the printed label."""
    tipe_penghitungan: str | None = field(default=None, metadata=optional(TEXT))
    """Tipe penghitungan as printed ("Kumulatif", "Non Kumulatif")."""
    definisi_operasional: str | None = field(default=None, metadata=optional(TEXT))
    """What exactly the indicator means."""
    keterangan: str | None = field(default=None, metadata=optional(TEXT))
    """Remarks column, as printed."""
    penjelasan: tuple[Penjelasan, ...] = field(default=(), metadata=many(Penjelasan))
    """Reason, measurement and responsibility; several when parts are computed apart."""
    penggabungan: Formula | None = field(default=None, metadata=FORMULA)
    """Formula over the kode of several Penjelasan that makes the indicator's one value."""
    baseline: Kondisi | None = field(default=None, metadata=optional(one(Kondisi)))
    """Kondisi awal (state before the plan)."""
    kondisi_akhir: Kondisi | None = field(default=None, metadata=optional(one(Kondisi)))
    """Kondisi akhir (state at the end of the plan)."""
    target: tuple[Target, ...] = field(default=(), metadata=many(Target))
    """Targets by period and source."""
    realisasi: tuple[Realisasi, ...] = field(default=(), metadata=many(Realisasi))
    """Reported results by period and source."""
    pagu: tuple[Pagu, ...] = field(default=(), metadata=many(Pagu))
    """Budget ceilings by period."""
    frekuensi: str | None = field(default=None, metadata=optional(TEXT))
    """How often it is measured, as printed."""
    jenis_cascading: JenisCascading | None = field(
        default=None, metadata=optional(choice(JenisCascading))
    )
    """How it was handed down."""
    produsen_data: str | None = field(default=None, metadata=optional(TEXT))
    """Produsen data (data producer) in the sense of Satu Data Indonesia."""
    kode_referensi: str | None = field(default=None, metadata=optional(KODE))
    """Code in the register of development indicators of Bappenas."""
    iku_kota: Tautan | None = field(default=None, metadata=optional(one(Tautan)))
    """The indicator of the regional government that it contributes to."""
    aturan_capaian: CapaianRule | None = field(default=None, metadata=ATURAN_CAPAIAN)
    """Capaian rule, where it differs from the document's."""
    skala: Skala | None = field(default=None, metadata=optional(one(Skala)))
    """Scale for the predikat, where it differs from the document's."""
    asal: Asal | None = field(default=None, metadata=optional(one(Asal)))
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""

    def __attrs_post_init__(self) -> None:
        """Refuse repeated targets and results, and parts without a name."""
        if len(self.target) > 1:
            refuse_repeated(self.target, "target")
        if self.realisasi:
            refuse_repeated(self.realisasi, "realisasi")
        if len(self.penjelasan) > 1:
            self._require_kode()

    def _require_kode(self) -> None:
        for index, penjelasan in enumerate(self.penjelasan):
            if penjelasan.kode is None:
                raise DomainError(
                    "missing-kode",
                    found="a Penjelasan without kode beside others",
                    expected="a kode on each of several Penjelasan",
                    repair="name it, for example S1.1.a",
                    location=("penjelasan", index, "kode"),
                )

    @property
    def formula(self) -> Formula | None:
        """
        The formula of its one Penjelasan, or `penggabungan` where there are several.

        None when several parts have no stated way to become one value.
        """
        if len(self.penjelasan) == 1 and self.penggabungan is None:
            return self.penjelasan[0].formula
        return self.penggabungan

    def _repr_html_(self) -> str:
        return render_html(self)
