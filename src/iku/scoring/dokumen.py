"""Capaian of every Indikator of a Dokumen."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import many, one
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator, Konsolidasi
from iku.domain.periode import Periode
from iku.errors import NotFoundError
from iku.formula.evaluation.seri import resolve_periode
from iku.scoring.consolidation.choosing import check_kind
from iku.scoring.indikator import CapaianIndikator, CaraRealisasi
from iku.scoring.looking_up import check_permintaan, compute_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.formula.evaluation.seri import PilihanSumber
    from iku.typing import CapaianRule


@frozen(kw_only=True)
class KumpulanCapaian:
    """
    Kumpulan capaian (achievements together): those of all indicators of a document, by kode.

    A lookup that cannot be changed, in the order of the document.
    """

    capaian: tuple[CapaianIndikator, ...] = field(metadata=many(CapaianIndikator))
    """The capaian of each indicator."""
    periode: Periode = field(metadata=one(Periode))
    """The period."""

    _places: dict[str, CapaianIndikator] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Make capaian quick to find."""
        object.__setattr__(self, "_places", {each.kode: each for each in self.capaian})

    def _repr_html_(self) -> str:
        return render_html(self)

    def __getitem__(self, kode: str) -> CapaianIndikator:
        """
        Give the capaian of the indicator with this kode.

        Raises:
            NotFoundError: There is none.
        """
        if kode not in self._places:
            raise NotFoundError("capaian of", kode, tuple(self._places))
        return self._places[kode]

    @overload
    def get(self, kode: str) -> CapaianIndikator | None: ...
    @overload
    def get(self, kode: str, default: CapaianIndikator) -> CapaianIndikator: ...
    def get(self, kode: str, default: CapaianIndikator | None = None) -> CapaianIndikator | None:
        """Give the capaian of the indicator with this kode, or `default`."""
        return self._places.get(kode, default)

    def __contains__(self, kode: object) -> bool:
        return kode in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def keys(self) -> tuple[str, ...]:
        """Give the kode, in order."""
        return tuple(self._places)

    def values(self) -> tuple[CapaianIndikator, ...]:
        """Give the capaian, in order."""
        return self.capaian

    def items(self) -> tuple[tuple[str, CapaianIndikator], ...]:
        """Give each kode with its capaian, in order."""
        return tuple(self._places.items())

    def verify(self) -> bool:
        """Recompute each from what it records and tell whether everything still agrees."""
        return all(each.verify() for each in self.capaian)


def compute_capaian_dokumen(  # noqa: PLR0913 - as for one indicator
    dokumen: Dokumen,
    periode: Periode,
    *,
    rule: CapaianRule | None = None,
    sumber: PilihanSumber | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
    realisasi: CaraRealisasi | str = CaraRealisasi.DILAPORKAN,
    allow_unverified: bool = False,
) -> KumpulanCapaian:
    """
    Compute the capaian of every indicator of a document for a period.

    Arguments are those of `compute_capaian_indikator`, for all indicators alike;
    `rule` and `konsolidasi` stand before what the document itself says. With
    `realisasi="dihitung"` the document is computed once.

    >>> from iku.angka import Angka
    >>> from iku.domain import JenisDokumen, Realisasi, Target
    >>> from iku.scoring import RealisasiPerTarget
    >>> tahun = Periode.tahunan(2022)
    >>> baik = Indikator(
    ...     kode="S1.1",
    ...     nama="Koperasi baik",
    ...     target=(Target(periode=tahun, nilai=Angka("90")),),
    ...     realisasi=(Realisasi(periode=tahun, nilai=Angka("100")),),
    ... )
    >>> dokumen = Dokumen(
    ...     jenis=JenisDokumen.LKJIP,
    ...     judul="LKjIP",
    ...     indikator=(baik, Indikator(kode="S1.2", nama="IKM")),
    ...     aturan_capaian=RealisasiPerTarget(),
    ... )
    >>> for kode, capaian in compute_capaian_dokumen(dokumen, tahun).items():
    ...     print(kode, capaian.trace)
    S1.1 100 / 90 × 100% = 111,11%
    S1.2 realisasi / target × 100% tidak dapat dihitung: data target dan realisasi tidak tersedia

    Raises:
        IkuError: as `compute_capaian_indikator`.
    """
    check_kind(dokumen, Dokumen, "dokumen")
    asked = check_permintaan(
        periode,
        dokumen=dokumen,
        rule=rule,
        sumber=sumber,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
        realisasi=realisasi,
        allow_unverified=allow_unverified,
    )
    return KumpulanCapaian(
        capaian=tuple(compute_one(each, periode, asked) for each in dokumen.walk(Indikator)),
        periode=resolve_periode(periode, dokumen.periode),
    )
