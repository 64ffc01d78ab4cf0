"""Kemajuan: what is reached so far, against the target so far and against that of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field

from iku._attrs import frozen, render_html
from iku._checks import KODE, TEXT, one, optional
from iku.domain.periode import JenisPeriode, Periode
from iku.errors import DomainError
from iku.formula.evaluation.alasan import KodeAlasan, blame, check_language
from iku.scoring.capaian import Capaian
from iku.scoring.consolidation.choosing import resolve_rows
from iku.scoring.consolidation.joining import Lookup
from iku.scoring.consolidation.whole import NilaiPeriode, take_nilai_periode
from iku.scoring.indikator import AsalAturan
from iku.scoring.looking_up import compute_by_rule, find_rule, read_realisasi
from iku.scoring.progress.years import check_asked

if TYPE_CHECKING:
    from iku.domain.dokumen import Dokumen
    from iku.domain.indikator import Indikator, Konsolidasi
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.scoring.looking_up import Permintaan
    from iku.typing import CapaianRule, Language

_PARTS: Final = frozenset({JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN, JenisPeriode.BULAN})
_WORDS: Final[dict[Language, tuple[str, str]]] = {
    "id": ("terhadap target {}", "terhadap target tahun {}"),
    "en": ("against the target of {}", "against the target of the year {}"),
}


@frozen(kw_only=True)
class Kemajuan:
    """
    Kemajuan (progress): one realisasi so far, read in the two ways that offices print.

    Against the target up to the same quarter it says whether the work is on its
    way, against that of the year how much of it is done. They are two numbers
    with two names.
    """

    kode: str = field(metadata=KODE)
    """Kode of the indicator."""
    nama: str = field(metadata=TEXT)
    """Its name."""
    periode: Periode = field(metadata=one(Periode))
    """From the start of the year to the end of the part that was asked for."""
    realisasi: NilaiPeriode = field(metadata=one(NilaiPeriode))
    """What is reached so far."""
    target_kumulatif: NilaiPeriode = field(metadata=one(NilaiPeriode))
    """The target so far: as it is set, or as the targets of the parts make it."""
    target_tahun: NilaiPeriode = field(metadata=one(NilaiPeriode))
    """The target of the year."""
    asal_aturan: AsalAturan | None = field(default=None, metadata=optional(one(AsalAturan)))
    """Who stated the rule."""
    terhadap_kumulatif: Capaian | None = field(metadata=optional(one(Capaian)))
    """The capaian against the target so far; None where nothing states a rule."""
    terhadap_tahun: Capaian | None = field(metadata=optional(one(Capaian)))
    """The capaian against the target of the year; None where nothing states a rule."""

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print both readings, each under its name.

        A realisasi that was made of parts is told as well, and a target of which some are missing.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        sentences = [
            f"{words.format(of)}: {reading.explain(language, digits=digits)}"
            for words, (reading, _), of in zip(
                _WORDS[language], self._readings, (self.periode, self.periode.tahun), strict=True
            )
            if reading is not None
        ]
        made = self.realisasi.konsolidasi
        if made is not None and self.realisasi.dari_bagian:
            sentences.append(f"realisasi: {made.explain(language, digits=digits)}")
        targets = (self.target_kumulatif, self.target_tahun)
        partial = dict.fromkeys(side.konsolidasi for side in targets if side.belum_ada)
        sentences += [
            f"target: {each.explain(language, digits=digits)}" for each in partial if each
        ]
        if self.asal_aturan is None:
            sentences.insert(0, blame(KodeAlasan.TANPA_ATURAN).explain(language))
        return "; ".join(sentences)

    @property
    def _readings(self) -> tuple[tuple[Capaian | None, NilaiPeriode], ...]:
        """Each reading with the target that it compares with."""
        return (
            (self.terhadap_kumulatif, self.target_kumulatif),
            (self.terhadap_tahun, self.target_tahun),
        )

    def verify(self) -> bool:
        """Recompute from what is recorded and tell whether everything still agrees."""
        sides = (self.realisasi, self.target_kumulatif, self.target_tahun)
        return all(side.verify() for side in sides) and all(
            made is None
            or (made.target, made.realisasi, made.verify())
            == (target.isi, self.realisasi.isi, True)
            for made, target in self._readings
        )


def compute_kemajuan(  # noqa: PLR0913 - each is a decision that nobody else may take
    indikator: Indikator,
    *,
    periode: Periode,
    dokumen: Dokumen | None = None,
    rule: CapaianRule | None = None,
    sumber: PilihanSumber | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
    allow_unverified: bool = False,
) -> Kemajuan:
    """
    Compare what is reached up to a quarter with the target up to it, and with that of the year.

    `periode` is a semester, triwulan or month, as itself or as "s.d."; either
    way everything since the start of the year counts. Targets of parts are
    joined as their realisasi are. Other arguments are those of
    `compute_capaian_indikator`.

    >>> from iku.angka import Angka
    >>> from iku.domain import Indikator, Konsolidasi, Realisasi, Target
    >>> from iku.scoring import RealisasiPerTarget
    >>> tahun, triwulan = Periode.tahunan(2023), Periode.triwulan_ke
    >>> angka = {1: 5, 2: 5, 3: 5, 4: 85}
    >>> indikator = Indikator(
    ...     kode="S1.1",
    ...     nama="Penyelesaian",
    ...     konsolidasi=Konsolidasi.JUMLAH,
    ...     target=(
    ...         Target(periode=tahun, nilai=Angka(100)),
    ...         *(Target(periode=triwulan(2023, k), nilai=Angka(v)) for k, v in angka.items()),
    ...     ),
    ...     realisasi=(
    ...         Realisasi(periode=triwulan(2023, 1), nilai=Angka(5)),
    ...         Realisasi(periode=triwulan(2023, 2), nilai=Angka(4)),
    ...     ),
    ... )
    >>> kemajuan = compute_kemajuan(indikator, periode=triwulan(2023, 2), rule=RealisasiPerTarget())
    >>> kemajuan.terhadap_kumulatif.trace, kemajuan.terhadap_tahun.trace
    ('9 / 10 × 100% = 90%', '9 / 100 × 100% = 9%')

    Raises:
        DomainError: `wrong-type`, `bad-choice`, or `bad-periode` for what is no
            part of a year.
        ScoringError: `unverified-rule`.
    """
    asked = check_asked(
        indikator,
        periode,
        dokumen=dokumen,
        rule=rule,
        sumber=sumber,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
        allow_unverified=allow_unverified,
    )
    if periode.jenis not in _PARTS or periode.tahun is None:
        raise DomainError(
            "bad-periode",
            found=str(periode),
            expected="a semester, triwulan or month",
            repair="write Periode.triwulan_ke(2023, 2)",
            location=("periode",),
        )
    until = evolve(periode, sampai_dengan=True)
    realisasi = read_realisasi(indikator, until, asked)
    so_far = _read_target(indikator, until, asked)
    of_year = _read_target(indikator, Periode.tahunan(periode.tahun), asked)
    return Kemajuan(
        kode=indikator.kode,
        nama=indikator.nama,
        periode=until,
        realisasi=realisasi,
        target_kumulatif=so_far,
        target_tahun=of_year,
        asal_aturan=find_rule(indikator, asked)[1],
        terhadap_kumulatif=compute_by_rule(so_far.isi, realisasi.isi, indikator, asked),
        terhadap_tahun=compute_by_rule(of_year.isi, realisasi.isi, indikator, asked),
    )


def _read_target(indikator: Indikator, periode: Periode, asked: Permintaan) -> NilaiPeriode:
    rows = resolve_rows(indikator.target, asked.rencana)
    how = asked.konsolidasi or indikator.konsolidasi
    return take_nilai_periode(rows, periode, Lookup(how, asked.sumber, "target", indikator.satuan))
