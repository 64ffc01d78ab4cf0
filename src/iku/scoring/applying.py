"""
Applying a rule: from two sides to a number, a decision, or a reason.

First the rules that only choose hand over to one that answers; then that one
answers, by arithmetic or without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iku.domain.indikator import Polaritas
from iku.domain.nilai import Ambang, Kategori, Kosong, Rentang
from iku.errors import IkuError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, collect_alasan
from iku.formula.evaluation.arithmetic import compute, to_fraction
from iku.formula.evaluation.masukan import Masukan, take_nilai
from iku.formula.lowering import lower_formula, read_satuan
from iku.scoring.rules.kinds import (
    Choosing,
    Deciding,
    Ketetapan,
    Refusing,
    TargetNol,
    Wrapping,
    find_absence,
    take_number,
)
from iku.scoring.rules.traits import read_traits
from iku.tree import Variable

if TYPE_CHECKING:
    from fractions import Fraction

    from iku.domain.satuan import Satuan
    from iku.formula.evaluation.arithmetic import Jawaban
    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.scoring.rules.kinds import Keadaan
    from iku.scoring.rules.traits import Traits
    from iku.scoring.sentences import NilaiDipakai
    from iku.tree import Expression, Unlowered
    from iku.typing import CapaianRule

_SIDES: Final = ("target", "realisasi")


class Applied(NamedTuple):
    """What a rule answered, and with what."""

    pohon: Expression | Unlowered
    masukan: tuple[Masukan, ...]
    jawaban: Jawaban
    satuan: Satuan | None
    tanpa_batas: Fraction | None = None
    ketetapan: Ketetapan | None = None


def take_side(kode: str, value: NilaiMasukan) -> NilaiDipakai:
    """
    Take what a caller gives for one side; a bare number becomes an `Angka`.

    Raises:
        FormulaError: `wrong-type`, for what is no exact number.
        AngkaError: `number-too-long`.
    """
    if isinstance(value, Rentang | Ambang | Kategori | Kosong):
        return value
    try:
        return take_nilai(Variable(kode), {kode: value}, None)
    except IkuError as error:
        # It is an argument here, not an entry of a mapping.
        error.location = error.location[1:]
        raise


def resolve_rule(rule: CapaianRule, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan, Alasan | None]:
    """Follow the rules that choose, to the one that answers or to the reason why there is none."""
    while isinstance(rule, Choosing):
        chosen = _find_absences(keadaan) or rule.choose(keadaan)
        if isinstance(chosen, Alasan):
            return rule, keadaan, chosen
        rule, keadaan = chosen
    return rule, keadaan, None


def _find_absences(keadaan: Keadaan) -> Alasan | None:
    sides = zip(_SIDES, (keadaan.target, keadaan.realisasi), strict=True)
    absent = [alasan for side in sides if (alasan := find_absence(*side)) is not None]
    return collect_alasan(absent) if absent else None


def apply_rule(rule: CapaianRule, keadaan: Keadaan, alasan: Alasan | None) -> Applied:
    """
    Let a rule answer, unless there is a reason already why it cannot.

    Raises:
        FormulaError: `wrong-type`, for a value that does not lower at all.
        PluginError: `plugin-failed`.
    """
    pohon, satuan = lower_formula(rule), _find_satuan(rule)
    if alasan is not None:
        return Applied(pohon, (), alasan, satuan)
    if isinstance(rule, Deciding):
        decided = _find_absences(keadaan) or rule.decide(keadaan)
        if isinstance(decided, Alasan):
            return Applied(pohon, (), decided, satuan)
        return Applied(pohon, (), decided.nilai, satuan, decided.nilai, decided)
    return _calculate(rule, keadaan, pohon, satuan)


def _find_satuan(rule: CapaianRule) -> Satuan | None:
    """Find the unit of a rule, or of the one whose tree it has."""
    while isinstance(rule, Wrapping):
        rule = rule.aturan
    return read_satuan(rule)


def _calculate(
    rule: CapaianRule, keadaan: Keadaan, pohon: Expression | Unlowered, satuan: Satuan | None
) -> Applied:
    traits = read_traits(rule)
    target = take_number("target", keadaan.target)
    realisasi = take_number("realisasi", keadaan.realisasi)
    masukan = (
        Masukan(variabel="target", nilai=target),
        Masukan(variabel="realisasi", nilai=realisasi),
    )
    settled: Ketetapan | Alasan | None = _settle(traits, keadaan)
    if settled is None and not isinstance(target, Alasan):
        bound = to_fraction(target)
        value = None if isinstance(realisasi, Alasan) else to_fraction(realisasi)
        settled = _settle_numbers(rule, traits, keadaan, bound, value)
    if isinstance(settled, Alasan):
        return Applied(pohon, masukan, settled, satuan)
    jawaban = compute(pohon, masukan) if settled is None else settled.nilai
    if isinstance(jawaban, Alasan):
        return Applied(pohon, masukan, jawaban, satuan)
    return Applied(pohon, masukan, _limit(jawaban, traits), satuan, jawaban, settled)


def _settle(traits: Traits, keadaan: Keadaan) -> Ketetapan | Alasan | None:
    """Settle what a rule around this one has found out already."""
    if keadaan.arah is not None and traits.polaritas not in (None, keadaan.arah):
        return blame(KodeAlasan.ARAH_BERTENTANGAN, "target")
    return keadaan.ketetapan if traits.seratus_bila_sama else None


def _settle_numbers(
    rule: CapaianRule,
    traits: Traits,
    keadaan: Keadaan,
    target: Fraction,
    realisasi: Fraction | None,
) -> Ketetapan | Alasan | None:
    """Settle targets of zero and below, and a realisasi that the rule cannot take."""
    if target < 0 and not traits.target_bertanda:
        return blame(KodeAlasan.TARGET_NEGATIF, "target")
    if realisasi is None:
        return None
    if not target and traits.target_nol is not TargetNol.DIHITUNG:
        return _settle_zero(traits, keadaan, realisasi)
    return rule.refuse(realisasi) if isinstance(rule, Refusing) else None


def _settle_zero(traits: Traits, keadaan: Keadaan, realisasi: Fraction) -> Ketetapan | Alasan:
    if traits.target_nol is TargetNol.TAK_TERDEFINISI:
        met = not realisasi and traits.seratus_bila_sama
        return Ketetapan.KEDUANYA_NOL if met else blame(KodeAlasan.TARGET_NOL, "target")
    if not realisasi:
        return Ketetapan.KEDUANYA_NOL
    polaritas = traits.polaritas or keadaan.arah or keadaan.polaritas
    if polaritas is None:
        return blame(KodeAlasan.TANPA_POLARITAS)
    better = Polaritas.POSITIF if realisasi > 0 else Polaritas.NEGATIF
    return Ketetapan.TERCAPAI if polaritas is better else Ketetapan.TIDAK_TERCAPAI


def _limit(value: Fraction, traits: Traits) -> Fraction:
    if traits.minimum is not None:
        value = max(value, to_fraction(traits.minimum))
    return value if traits.maksimum is None else min(value, to_fraction(traits.maksimum))
