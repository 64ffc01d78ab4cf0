"""A year against the year before, and the trend of a span of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field

from iku._attrs import frozen
from iku._checks import KODE, TEXT, many, one
from iku.domain.indikator import Indikator
from iku.domain.periode import Periode
from iku.errors import DomainError
from iku.formula.evaluation.seri import resolve_periode
from iku.scoring.consolidation.choosing import check_kind
from iku.scoring.indikator import CaraRealisasi
from iku.scoring.looking_up import Permintaan, check_permintaan, read_realisasi
from iku.scoring.progress.changes import Perubahan, compute_perubahan

if TYPE_CHECKING:
    from iku.domain.dokumen import Dokumen
    from iku.domain.indikator import Konsolidasi
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.typing import CapaianRule


def compute_perubahan_indikator(
    indikator: Indikator,
    *,
    periode: Periode,
    dokumen: Dokumen | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
) -> Perubahan:
    """
    Compare the realisasi of a period with that of the same period a year before (N-1).

    A quarter is compared with the same quarter of the year before.

    Raises:
        DomainError: `wrong-type`, `bad-choice`, or `bad-periode` for a period
            that has none a year before.
    """
    asked = check_asked(
        indikator,
        periode,
        dokumen=dokumen,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
    )
    return _compare_years(indikator, resolve_periode(periode, asked.rencana), asked)


def check_asked(  # noqa: PLR0913 - as above
    indikator: object,
    periode: object,
    *,
    dokumen: object,
    sumber_realisasi: object,
    konsolidasi: object,
    sumber: object = None,
    rule: CapaianRule | None = None,
    allow_unverified: bool = False,
) -> Permintaan:
    """
    Check an indicator and what a caller asked for about it.

    Raises:
        DomainError: `wrong-type` or `bad-choice`.
    """
    check_kind(indikator, Indikator, "indikator", "an Indikator")
    return check_permintaan(
        periode,
        dokumen=dokumen,
        rule=rule,
        sumber=sumber,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
        realisasi=CaraRealisasi.DILAPORKAN,
        allow_unverified=allow_unverified,
    )


def _compare_years(indikator: Indikator, periode: Periode, asked: Permintaan) -> Perubahan:
    if periode.tahun is None or periode.tahun_akhir is not None:
        raise DomainError(
            "bad-periode",
            found=str(periode),
            expected="a year or a part of one",
            repair="ask for a year, or for the trend of a span",
            location=("periode",),
        )
    before = evolve(periode, tahun=periode.tahun - 1)
    kini = read_realisasi(indikator, periode, asked)
    lalu = read_realisasi(indikator, before, asked)
    change = compute_perubahan(kini.isi, lalu.isi, satuan=indikator.satuan)
    missing = lalu.belum_ada + kini.belum_ada
    return evolve(change, periode=periode, periode_lalu=before, belum_ada=missing)


@frozen(kw_only=True)
class Tren:
    """Tren (trend): the values of an indicator year by year, each against the year before."""

    kode: str = field(metadata=KODE)
    """Kode of the indicator."""
    nama: str = field(metadata=TEXT)
    """Its name."""
    periode: Periode = field(metadata=one(Periode))
    """The span of years."""
    perubahan: tuple[Perubahan, ...] = field(metadata=many(Perubahan))
    """One change for each year of the span after the first."""

    def verify(self) -> bool:
        """Recompute each change and tell whether everything still agrees."""
        return all(each.verify() for each in self.perubahan)


def compute_tren(
    indikator: Indikator,
    *,
    periode: Periode,
    dokumen: Dokumen | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
) -> Tren:
    """
    Compare each year of a span with the year before it.

    Raises:
        DomainError: `wrong-type`, `bad-choice`, or `bad-periode` for what is no
            span of years.
    """
    asked = check_asked(
        indikator,
        periode,
        dokumen=dokumen,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
    )
    if periode.tahun is None or periode.tahun_akhir is None:
        raise DomainError(
            "bad-periode",
            found=str(periode),
            expected="a span of years",
            repair="write Periode.rentang(2019, 2023)",
            location=("periode",),
        )
    years = range(periode.tahun + 1, periode.tahun_akhir + 1)
    return Tren(
        kode=indikator.kode,
        nama=indikator.nama,
        periode=periode,
        perubahan=tuple(_compare_years(indikator, Periode.tahunan(year), asked) for year in years),
    )
