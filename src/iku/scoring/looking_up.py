"""
Looking up what the capaian of an Indikator is computed from.

Nothing is guessed on the way: no source, no consolidation, no rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iku._checks import wrong_type
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator, Konsolidasi
from iku.domain.periode import Periode
from iku.domain.target import Realisasi, Target
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.dokumen import evaluate_dokumen
from iku.formula.evaluation.seri import resolve_periode
from iku.scoring.capaian import compute_capaian
from iku.scoring.consolidation.choosing import (
    check_kind,
    check_sumber,
    find_own,
    resolve_rows,
    take_choice,
)
from iku.scoring.consolidation.disagreement import Perbedaan, find_perbedaan
from iku.scoring.consolidation.joining import Lookup
from iku.scoring.consolidation.whole import NilaiPeriode, take_nilai_periode
from iku.scoring.indikator import AsalAturan, CapaianIndikator, CaraRealisasi, take_stated

if TYPE_CHECKING:
    from iku.formula.evaluation.hasil import Hasil
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.formula.evaluation.together import KumpulanHasil
    from iku.scoring.capaian import Capaian
    from iku.scoring.sentences import NilaiDipakai
    from iku.typing import CapaianRule


class Permintaan(NamedTuple):
    """What a caller asked for, checked once for all indicators."""

    dokumen: Dokumen | None
    rule: CapaianRule | None
    sumber: tuple[str | None, ...]
    sumber_realisasi: tuple[str | None, ...]
    konsolidasi: Konsolidasi | None
    hasil: KumpulanHasil | None
    allow_unverified: bool

    @property
    def rencana(self) -> Periode | None:
        """The span of the document, by which years of the plan are told."""
        return None if self.dokumen is None else self.dokumen.periode


def compute_capaian_indikator(  # noqa: PLR0913 - each is a decision that nobody else may take
    indikator: Indikator,
    *,
    periode: Periode,
    dokumen: Dokumen | None = None,
    rule: CapaianRule | None = None,
    sumber: PilihanSumber | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
    realisasi: CaraRealisasi | str = CaraRealisasi.DILAPORKAN,
    allow_unverified: bool = False,
) -> CapaianIndikator:
    """
    Compute the capaian of an indicator for a period from what its document says.

    The target is that of the period, from the document named by `sumber` where
    several set one. The realisasi is what is reported for the period, from
    `sumber_realisasi`; where only its parts are reported they are joined by
    `konsolidasi`, or that of the indicator. With `realisasi="dihitung"` it is
    what the formula gives for the data of `dokumen`, exact and not rounded. The
    rule is `rule`, or else that of the indicator, or else that of the document;
    it is never concluded from the polarity. Whatever is missing on the way is
    the reason why there is no value.

    Kabupaten Polewali Mandar 2022, two of a target of two with a quarter not
    reported:

    >>> from iku.angka import Angka
    >>> from iku.scoring import RealisasiPerTarget
    >>> tahun, triwulan = Periode.tahunan(2022), Periode.triwulan_ke
    >>> indikator = Indikator(
    ...     kode="S1.1",
    ...     nama="Jumlah dokumen",
    ...     konsolidasi=Konsolidasi.JUMLAH,
    ...     target=(Target(periode=tahun, nilai=Angka("2")),),
    ...     realisasi=tuple(
    ...         Realisasi(periode=triwulan(2022, ke), nilai=Angka(nilai))
    ...         for ke, nilai in ((1, 1), (2, 0), (4, 2))
    ...     ),
    ... )
    >>> capaian = compute_capaian_indikator(indikator, periode=tahun, rule=RealisasiPerTarget())
    >>> capaian.trace
    '3 / 2 × 100% = 150%; realisasi: 1 + 0 + 2 = 3; belum ada 2022-TW3'

    Raises:
        DomainError: `wrong-type`, `bad-choice`, or `bad-periode` for a year beyond the plan.
        ScoringError: `unverified-rule`.
        FormulaError: `several-sources`, for the data of a computed realisasi; `wrong-type`.
        PluginError: `plugin-failed`.
    """
    check_kind(indikator, Indikator, "indikator", "an Indikator")
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
    return compute_one(indikator, periode, asked)


def check_permintaan(  # noqa: PLR0913 - as above
    periode: object,
    *,
    dokumen: object,
    rule: CapaianRule | None,
    sumber: object,
    sumber_realisasi: object,
    konsolidasi: object,
    realisasi: object,
    allow_unverified: bool,
) -> Permintaan:
    """
    Check what a caller asked for.

    Raises:
        DomainError: `wrong-type` or `bad-choice`.
        FormulaError: `several-sources`, for the data of a computed realisasi.
    """
    if not isinstance(periode, Periode):
        raise wrong_type(periode, "a Periode").under("periode")
    cara = take_choice(CaraRealisasi, realisasi, "realisasi")
    computed = cara is CaraRealisasi.DIHITUNG
    if not isinstance(dokumen, Dokumen) and (computed or dokumen is not None):
        raise wrong_type(dokumen, "a Dokumen").under("dokumen")
    how = None
    if konsolidasi is not None:
        how = take_choice(Konsolidasi, konsolidasi, "konsolidasi")
    sources = check_sumber(sumber_realisasi, "sumber_realisasi")
    hasil = None
    if isinstance(dokumen, Dokumen) and computed:
        hasil = evaluate_dokumen(dokumen, periode, sumber=sources)
    return Permintaan(
        dokumen=dokumen if isinstance(dokumen, Dokumen) else None,
        rule=rule,
        sumber=check_sumber(sumber, "sumber"),
        sumber_realisasi=sources,
        konsolidasi=how,
        hasil=hasil,
        allow_unverified=allow_unverified,
    )


def compute_one(indikator: Indikator, periode: Periode, asked: Permintaan) -> CapaianIndikator:
    """
    Compute the capaian of one indicator for what was asked.

    Raises:
        IkuError: as `compute_capaian_indikator`; `not-found` when the document
            that the realisasi is computed from has no such indicator.
    """
    when = resolve_periode(periode, asked.rencana)
    rows = resolve_rows(indikator.target, asked.rencana)
    target = find_own(rows, when, asked.sumber, "target")
    reported = read_realisasi(indikator, when, asked)
    hasil = None if asked.hasil is None else asked.hasil[indikator.kode]
    rule, asal = find_rule(indikator, asked)
    nilai_target = _read_target(target, when)
    nilai = reported.isi if hasil is None else hasil.jawaban
    return CapaianIndikator(
        kode=indikator.kode,
        nama=indikator.nama,
        periode=when,
        polaritas=indikator.polaritas,
        target=target if isinstance(target, Target) else None,
        realisasi=_list_used(reported) if hasil is None else (),
        konsolidasi=reported.konsolidasi,
        hasil=hasil,
        nilai_target=nilai_target,
        nilai_realisasi=nilai,
        rule=rule,
        asal_aturan=asal,
        capaian=compute_by_rule(nilai_target, nilai, indikator, asked),
        perbedaan=reported.perbedaan + _compare(reported, hasil),
    )


def read_realisasi(indikator: Indikator, periode: Periode, asked: Permintaan) -> NilaiPeriode:
    """Read what is reported for a period, or else what its parts make."""
    rows = resolve_rows(indikator.realisasi, asked.rencana)
    how = asked.konsolidasi or indikator.konsolidasi
    lookup = Lookup(how, asked.sumber_realisasi, "realisasi", indikator.satuan)
    return take_nilai_periode(rows, periode, lookup)


def compute_by_rule(
    target: NilaiDipakai, realisasi: NilaiDipakai, indikator: Indikator, asked: Permintaan
) -> Capaian | None:
    """Compare a realisasi with a target under the rule that is stated, if one is."""
    rule, _ = find_rule(indikator, asked)
    if rule is None:
        return None
    return compute_capaian(
        target,
        realisasi,
        rule=rule,
        polaritas=indikator.polaritas,
        allow_unverified=asked.allow_unverified,
    )


def find_rule(
    indikator: Indikator, asked: Permintaan
) -> tuple[CapaianRule, AsalAturan] | tuple[None, None]:
    """Find the rule that is stated: by the caller, the indicator or the document."""
    if asked.rule is not None:
        return asked.rule, AsalAturan.ARGUMEN
    if indikator.aturan_capaian is not None:
        return indikator.aturan_capaian, AsalAturan.INDIKATOR
    if asked.dokumen is not None and asked.dokumen.aturan_capaian is not None:
        return asked.dokumen.aturan_capaian, AsalAturan.DOKUMEN
    return None, None


def _read_target(target: Target | Alasan | None, periode: Periode) -> NilaiDipakai:
    if target is None:
        return blame(KodeAlasan.TANPA_DATA, "target", keterangan=str(periode))
    return target if isinstance(target, Alasan) else take_stated(target, "target")


def _list_used(reported: NilaiPeriode) -> tuple[Realisasi, ...]:
    rows: tuple[Target | Realisasi | None, ...] = (reported.baris,)
    if reported.konsolidasi is not None and reported.dari_bagian:
        rows = reported.konsolidasi.bagian
    return tuple(row for row in rows if isinstance(row, Realisasi))


def _compare(reported: NilaiPeriode, hasil: Hasil | None) -> tuple[Perbedaan, ...]:
    """Compare what is reported for the period with what the formula gives."""
    if hasil is None or hasil.eksak is None or reported.baris is None:
        return ()
    return find_perbedaan(reported.baris, hasil.eksak)
