"""
Capaian of an Indikator: target and realisasi are looked up, the rule is the one that is stated.

Nothing is guessed on the way: no source, no consolidation, no rule.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import KODE, TEXT, choice, many, one, optional
from iku.domain.indikator import ATURAN_CAPAIAN, Polaritas
from iku.domain.nilai import Kosong
from iku.domain.periode import Periode
from iku.domain.target import Realisasi, Target
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, check_language, explain_absence
from iku.formula.evaluation.hasil import Hasil
from iku.scoring.capaian import Capaian
from iku.scoring.consolidation.disagreement import Perbedaan
from iku.scoring.consolidation.joining import HasilKonsolidasi
from iku.scoring.sentences import NILAI_DIPAKAI, NilaiDipakai
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from iku.formula.evaluation.arithmetic import Jawaban
    from iku.typing import Language


class CaraRealisasi(StrEnum):
    """Cara realisasi (way of the realisasi): whether it is taken as reported or computed."""

    DILAPORKAN = "dilaporkan"
    """As the document reports it, for the period or for its parts."""
    DIHITUNG = "dihitung"
    """Computed exactly by the formula of the indicator from the data of the document."""


class AsalAturan(StrEnum):
    """Asal aturan (where a rule is from): who stated the capaian rule."""

    ARGUMEN = "argumen"
    """The caller."""
    INDIKATOR = "indikator"
    """The indicator."""
    DOKUMEN = "dokumen"
    """The document, for all its indicators."""


@frozen(kw_only=True)
class CapaianIndikator:
    """
    Capaian indikator (achievement of an indicator): how far it reached its target in a period.

    The value is that of `capaian`, and everything it was made of stands beside
    it.
    """

    kode: str = field(metadata=KODE)
    """Kode of the indicator."""
    nama: str = field(metadata=TEXT)
    """Its name."""
    periode: Periode = field(metadata=one(Periode))
    """The period."""
    polaritas: Polaritas | None = field(default=None, metadata=optional(choice(Polaritas)))
    """Direction of improvement; rules may ask for it, none is chosen by it."""
    target: Target | None = field(default=None, metadata=optional(one(Target)))
    """The target that was taken."""
    realisasi: tuple[Realisasi, ...] = field(default=(), metadata=many(Realisasi))
    """The reported results that were used: that of the period, or those of its parts."""
    konsolidasi: HasilKonsolidasi | None = field(
        default=None, metadata=optional(one(HasilKonsolidasi))
    )
    """What the parts of the period make, where there are any; used if nothing else is reported."""
    hasil: Hasil | None = field(default=None, metadata=optional(one(Hasil)))
    """What the formula gives, where the realisasi is computed."""
    nilai_target: NilaiDipakai = field(metadata=one(*NILAI_DIPAKAI))
    """The value of the target, or why there is none."""
    nilai_realisasi: NilaiDipakai = field(metadata=one(*NILAI_DIPAKAI))
    """The value of the realisasi, or why there is none; exact and not rounded."""
    rule: CapaianRule | None = field(default=None, metadata=ATURAN_CAPAIAN)
    """The rule that was applied."""
    asal_aturan: AsalAturan | None = field(default=None, metadata=optional(choice(AsalAturan)))
    """Who stated the rule."""
    capaian: Capaian | None = field(default=None, metadata=optional(one(Capaian)))
    """What the rule gave; None where nothing states a rule."""
    perbedaan: tuple[Perbedaan, ...] = field(default=(), metadata=many(Perbedaan))
    """Reported figures that disagree with what their parts or the formula give."""

    @property
    def jawaban(self) -> Jawaban:
        """The exact value, or the reason why there is none."""
        return blame(KodeAlasan.TANPA_ATURAN) if self.capaian is None else self.capaian.jawaban

    @property
    def eksak(self) -> Fraction | None:
        """The exact value, None where there is none."""
        return None if self.capaian is None else self.capaian.eksak

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no value, None where there is one."""
        return self.jawaban if isinstance(self.jawaban, Alasan) else None

    @property
    def tanpa_batas(self) -> Fraction | None:
        """The exact value before any cap or floor of the rule."""
        return None if self.capaian is None else self.capaian.tanpa_batas

    @property
    def nilai(self) -> Decimal | None:
        """The value, correctly rounded to 34 significant digits."""
        return None if self.capaian is None else self.capaian.nilai

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def round(self, digits: int) -> Decimal | None:
        """
        Round the exact value half-up, once, to exactly `digits` decimals.

        Raises:
            AngkaError: `bad-digits`.
        """
        return None if self.capaian is None else self.capaian.round(digits)

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the computation, then how the realisasi was made, then what disagrees.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        if self.capaian is None:
            sentences = [blame(KodeAlasan.TANPA_ATURAN).explain(language)]
        else:
            sentences = [self.capaian.explain(language, digits=digits)]
        made = self._source
        if made is not None and made.eksak is not None:
            sentences.append(f"realisasi: {made.explain(language, digits=digits)}")
        sentences += [each.explain(language, digits=digits) for each in self.perbedaan]
        return "; ".join(sentences)

    @property
    def _source(self) -> HasilKonsolidasi | Hasil | None:
        """What the realisasi was made by, None where it was reported."""
        if self.hasil is not None:
            return self.hasil
        used = self.konsolidasi is not None and self.realisasi == self.konsolidasi.bagian
        return self.konsolidasi if used else None

    def verify(self) -> bool:
        """Recompute from what is recorded and tell whether everything still agrees."""
        parts = (self.capaian, self.konsolidasi, self.hasil)
        return (
            all(part.verify() for part in parts if part is not None)
            and self._has_own_inputs()
            and (self.capaian is None) == (self.rule is None) == (self.asal_aturan is None)
        )

    def _has_own_inputs(self) -> bool:
        """Tell whether the values are those of the rows, and went into the capaian."""
        target, realisasi = self.nilai_target, self.nilai_realisasi
        used = self.capaian
        given = used is None or (used.rule, used.target, used.realisasi, used.polaritas) == (
            self.rule,
            target,
            realisasi,
            self.polaritas,
        )
        stated = target if self.target is None else take_stated(self.target, "target")
        return given and target == stated and realisasi == self._read_realisasi()

    def _read_realisasi(self) -> NilaiDipakai:
        """Read the realisasi again from what is recorded."""
        made = self._source
        if isinstance(made, Hasil):
            return made.jawaban
        if made is not None:
            return made.isi
        rows = self.realisasi
        return take_stated(rows[0], "realisasi") if rows else self.nilai_realisasi


def take_stated(row: Target | Realisasi, variabel: str) -> NilaiDipakai:
    """Take the value of a row, or the reason that it gives for having none."""
    return explain_absence(row.nilai, variabel) if isinstance(row.nilai, Kosong) else row.nilai
