"""
Capaian: how far a realisasi reached its target.

Computed with the arithmetic of formulas, from the tree of a named rule, so it
is exact, can be recomputed, and explains itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import choice, one, optional, wrong_type
from iku.domain.indikator import Polaritas
from iku.domain.satuan import Satuan
from iku.errors import IkuError, PluginError
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.formula.evaluation.arithmetic import Jawaban, compute
from iku.formula.evaluation.computed import JAWABAN, MASUKAN
from iku.formula.evaluation.masukan import Masukan
from iku.formula.lowering import lower_formula
from iku.scoring.applying import Applied, apply_rule, resolve_rule, take_side
from iku.scoring.rules.graded import NilaiBerjenjang
from iku.scoring.rules.kinds import WITHOUT_TREE, Keadaan, Ketetapan
from iku.scoring.rules.parts import is_rule
from iku.scoring.rules.traits import check_verified
from iku.scoring.sentences import NILAI_DIPAKAI, NilaiDipakai
from iku.scoring.telling import ComputedByRule, explain_capaian
from iku.tree import Expression, Unlowered
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.typing import Language


def _check_rule(value: object) -> object:
    if not is_rule(value):
        raise wrong_type(value, "a capaian rule, like RealisasiPerTarget()")
    return value


def _check_dasar(value: object) -> object:
    if not isinstance(value, Capaian | None):
        raise wrong_type(value, "a Capaian")
    return value


_RULE = checked(_check_rule)
_SIDE = one(*NILAI_DIPAKAI)


@frozen(kw_only=True)
class Capaian(ComputedByRule):
    """
    Capaian (achievement): what a rule gave for a target and a realisasi.

    A value or the reason why there is none, with the tree and the inputs; the
    value is exact, and where a cap or a floor cut it, it is kept uncut beside.

    >>> from iku.angka import Angka
    >>> from iku.scoring import RealisasiPerTarget, compute_capaian
    >>> capaian = compute_capaian(3, 5, rule=RealisasiPerTarget(maksimum=Angka("120")))
    >>> capaian.eksak, capaian.tanpa_batas
    (Fraction(120, 1), Fraction(500, 3))
    >>> capaian.trace
    '5 / 3 × 100% = 166,67%, dibatasi menjadi 120%'
    >>> compute_capaian(0, 5, rule=RealisasiPerTarget()).trace
    '5 / 0 × 100% tidak dapat dihitung: target bernilai nol'
    """

    rule: CapaianRule = field(metadata=_RULE)
    """The rule that was asked for."""
    target: NilaiDipakai = field(metadata=_SIDE)
    """The target as it was given; a reason where none was."""
    realisasi: NilaiDipakai = field(metadata=_SIDE)
    """The realisasi as it was given; a reason where none was."""
    polaritas: Polaritas | None = field(default=None, metadata=optional(choice(Polaritas)))
    """The polarity that was given, which only some rules look at."""
    dipakai: CapaianRule = field(metadata=_RULE)
    """The rule that answered, after those that only chose."""
    pohon: Expression | Unlowered
    """The tree it was computed from, or why there is none."""
    masukan: tuple[Masukan, ...] = field(metadata=MASUKAN)
    """The numbers that were put into the tree; none where none was needed."""
    jawaban: Jawaban = field(metadata=JAWABAN)
    """The exact value within its limits, or the reason why there is none."""
    tanpa_batas: Fraction | None = field(default=None, metadata=optional(one(Fraction)))
    """Tanpa batas (without limits): the exact value before floor and cap."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value."""
    ketetapan: Ketetapan | None = field(default=None, metadata=optional(choice(Ketetapan)))
    """Why it was decided without arithmetic, where it was."""
    capaian_dasar: Capaian | None = field(default=None, metadata=checked(_check_dasar))
    """The capaian that a nilai was made of, where the rule makes one."""

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the computation with its numbers, as a sentence.

        As `Hasil.explain`; it says besides which number stood in the place of a
        range, a threshold or a label, and where a cap or a floor cut.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        return explain_capaian(self, self.capaian_dasar, language, digits)

    def verify(self) -> bool:
        """Recompute from the recorded rule and sides and tell whether everything still agrees."""
        try:
            return self == _compute(self.rule, self.target, self.realisasi, self.polaritas)
        except PluginError:
            # It answered once; what answers differently each time agrees with nothing.
            return False


def compute_capaian(
    target: NilaiMasukan,
    realisasi: NilaiMasukan,
    *,
    rule: CapaianRule,
    polaritas: Polaritas | None = None,
    allow_unverified: bool = False,
) -> Capaian:
    """
    Compare a realisasi with its target under a named rule.

    Where nothing can be compared, the answer is the reason: an absent target or
    realisasi, a kind of target that the rule does not take, a target of zero or
    below about which the rule says nothing. A realisasi of zero is a number.
    `polaritas` is looked at only by rules that ask for it; no rule is chosen by
    it otherwise.

    Raises:
        FormulaError: `wrong-type`: `rule` is none, or a value is no exact
            number; float is never taken.
        AngkaError: `number-too-long`.
        DomainError: `bad-choice`: `polaritas` is none; `wrong-type`: `rule` is a formula.
        ScoringError: `unverified-rule`: no official text of the rule, or of one
            inside it, was read, and `allow_unverified` was not given.
        PluginError: `plugin-failed`: the rule comes from a plug-in that does
            not do what it should.
    """
    try:
        lower_formula(rule)
    except IkuError as error:
        error.under("rule")
        raise
    if not allow_unverified:
        check_verified(rule)
    return _compute(rule, take_side("target", target), take_side("realisasi", realisasi), polaritas)


def _compute(
    rule: CapaianRule,
    target: NilaiDipakai,
    realisasi: NilaiDipakai,
    polaritas: Polaritas | None,
) -> Capaian:
    keadaan = Keadaan(target=target, realisasi=realisasi, polaritas=polaritas)
    used, keadaan, alasan = resolve_rule(rule, keadaan)
    dasar: Capaian | None = None
    if isinstance(used, NilaiBerjenjang):
        dasar = _compute(used.aturan, keadaan.target, keadaan.realisasi, polaritas)
        applied = _grade(used, dasar)
    else:
        applied = apply_rule(used, keadaan, alasan)
    return Capaian(
        rule=rule,
        target=target,
        realisasi=realisasi,
        polaritas=keadaan.polaritas,
        dipakai=used,
        capaian_dasar=dasar,
        **applied._asdict(),
    )


def _grade(rule: NilaiBerjenjang, dasar: Capaian) -> Applied:
    """Turn a capaian into the nilai of its segment."""
    if not isinstance(dasar.jawaban, Fraction):
        return Applied(WITHOUT_TREE, (), dasar.jawaban, None)
    capaian = rule.round_capaian(dasar.jawaban)
    masukan = (Masukan(variabel="capaian", nilai=capaian),)
    ruas = rule.find(capaian)
    if ruas is None:
        return Applied(WITHOUT_TREE, masukan, blame(KodeAlasan.DI_LUAR_RUAS, "capaian"), None)
    pohon = ruas.lower()
    jawaban = compute(pohon, masukan)
    reached = jawaban if isinstance(jawaban, Fraction) else None
    return Applied(pohon, masukan, jawaban, None, reached)
