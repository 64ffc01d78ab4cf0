"""
Capaian: how far a realisasi reached its target.

Computed with the arithmetic of formulas, from the tree of a named rule, so it
is exact, can be recomputed, and explains itself.
"""

from __future__ import annotations

from typing import Final

from attrs import field

from iku._attrs import frozen
from iku._checks import one, optional
from iku.angka import Angka
from iku.domain.nilai import Ambang, Kategori, Rentang
from iku.domain.satuan import Satuan
from iku.errors import IkuError
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.formula.evaluation.arithmetic import Jawaban, compute
from iku.formula.evaluation.computed import JAWABAN, MASUKAN, Computed
from iku.formula.evaluation.masukan import Masukan, NilaiMasukan, take_masukan
from iku.formula.lowering import lower_formula, read_satuan
from iku.tree import Expression, Unlowered, Variable
from iku.typing import CapaianRule

_INPUTS: Final = [("target", 0), ("realisasi", 0)]
"""What every rule takes: the kode, and how many periods back."""


@frozen(kw_only=True)
class Capaian(Computed):
    """
    Capaian (achievement): what a rule gave for a target and a realisasi.

    A value or the reason why there is none, with the tree and the inputs; the
    value is exact and not capped.

    >>> from iku.scoring import RealisasiPerTarget, compute_capaian
    >>> capaian = compute_capaian(Angka("3"), Angka("5"), rule=RealisasiPerTarget())
    >>> capaian.eksak, capaian.round(2)
    (Fraction(500, 3), Decimal('166.67'))
    >>> compute_capaian(Angka("0"), Angka("5"), rule=RealisasiPerTarget()).trace
    '5 / 0 × 100% tidak dapat dihitung: target bernilai nol'
    """

    rule: CapaianRule
    """The rule that was applied."""
    pohon: Expression | Unlowered
    """Its tree over `target` and `realisasi`."""
    masukan: tuple[Masukan, ...] = field(metadata=MASUKAN)
    """The target and the realisasi that were used."""
    jawaban: Jawaban = field(metadata=JAWABAN)
    """The exact value, or the reason why there is none."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value, per cent for the rules of the library."""

    def verify(self) -> bool:
        """Recompute from the recorded inputs and tell whether everything still agrees."""
        return (
            self.pohon == lower_formula(self.rule)
            and self.satuan == read_satuan(self.rule)
            and [(each.variabel, each.lalu) for each in self.masukan] == _INPUTS
            and _answer(self.pohon, self.masukan) == self.jawaban
        )


def compute_capaian(target: NilaiMasukan, realisasi: NilaiMasukan, *, rule: CapaianRule) -> Capaian:
    """
    Compare a realisasi with its target under a named rule.

    Only a target that is a single number above zero can be compared with; for
    any other, and for an absent target or realisasi, the answer is the reason.
    A realisasi of zero is a number.

    Raises:
        FormulaError: `wrong-type`: `rule` is none, or a value is no exact
            number; float is never taken.
        AngkaError: `number-too-long`.
        PluginError: `plugin-failed`: the rule comes from a plug-in that does
            not lower as it should.
    """
    pohon = lower_formula(rule)
    masukan = _take(target, realisasi)
    return Capaian(
        rule=rule,
        pohon=pohon,
        masukan=masukan,
        jawaban=_answer(pohon, masukan),
        satuan=read_satuan(rule),
    )


def _take(target: NilaiMasukan, realisasi: NilaiMasukan) -> tuple[Masukan, ...]:
    try:
        taken = take_masukan(
            (Variable("target"), Variable("realisasi")),
            {"target": target, "realisasi": realisasi},
        )
    except IkuError as error:
        # They are arguments here, not entries of a mapping.
        error.location = error.location[1:]
        raise
    if isinstance(target, Rentang | Ambang | Kategori):
        alasan = blame(KodeAlasan.ATURAN_TIDAK_BERLAKU, "target")
        return (Masukan(variabel="target", nilai=alasan), taken[1])
    return taken


def _answer(pohon: Expression | Unlowered, masukan: tuple[Masukan, ...]) -> Jawaban:
    for each in masukan:
        if each.variabel == "target" and isinstance(each.nilai, Angka):
            if each.nilai.nilai == 0:
                return blame(KodeAlasan.TARGET_NOL, "target")
            if each.nilai.nilai < 0:
                return blame(KodeAlasan.TARGET_NEGATIF, "target")
    return compute(pohon, masukan)
