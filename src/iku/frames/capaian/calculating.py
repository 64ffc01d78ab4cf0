"""The cases of a rule that compares two numbers, and of the nilai that is made of a capaian."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import narwhals as nw
from attrs import evolve

from iku.domain.indikator import Polaritas
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import compute, to_fraction
from iku.formula.evaluation.masukan import Masukan
from iku.formula.lowering import lower_formula
from iku.frames.capaian.outcomes import (
    Blamed,
    Case,
    Computed,
    Fixed,
    blame_case,
    blame_side,
    fix_case,
)
from iku.frames.capaian.refusing import refuse_rule
from iku.frames.capaian.sides import blame_target
from iku.frames.reasons import write_alasan, write_reason
from iku.scoring import TargetNol, TargetPerRealisasi
from iku.scoring.rules.graded import CAPAIAN
from iku.scoring.rules.kinds import Refusing
from iku.scoring.rules.parts import REALISASI, TARGET
from iku.scoring.rules.traits import read_traits
from iku.tree import Constant, Maximum, Minimum, Unlowered, collect_inputs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.frames.capaian.outcomes import Outcome
    from iku.frames.capaian.sides import Sides
    from iku.frames.inputs import Columns
    from iku.scoring import NilaiBerjenjang
    from iku.scoring.rules.traits import Traits
    from iku.tree import Expression
    from iku.typing import CapaianRule

_HUNDRED: Final = Fraction(100)
_NOTHING: Final = Fraction(0)


def list_calculated(rule: CapaianRule, sides: Sides) -> Iterator[Case]:
    """
    List the cases of a rule that is a tree, or that says why it is none.

    Raises:
        FrameError: `unsupported-rule`.
        PluginError: `plugin-failed`.
    """
    pohon, traits = lower_formula(rule), read_traits(rule)
    if sides.di_dalam and traits.seratus_bila_sama:
        yield _fix(_HUNDRED, traits)
    else:
        if not sides.target.is_rentang:
            yield from _settle(rule, traits, sides)
        yield from _list_computed(pohon, traits, sides)


def _list_computed(pohon: Expression | Unlowered, traits: Traits, sides: Sides) -> Iterator[Case]:
    """List what is left to be computed, and why it cannot be."""
    inputs = () if isinstance(pohon, Unlowered) else collect_inputs(pohon)
    if sides.target.is_rentang and TARGET in inputs:
        for syarat, alasan in blame_target(sides, alone=REALISASI not in inputs):
            yield Case(syarat=syarat, hasil=Blamed(alasan=alasan))
        yield blame_side(KodeAlasan.ATURAN_TIDAK_BERLAKU, "target")
    elif isinstance(pohon, Unlowered):
        yield Case(hasil=Blamed(alasan=nw.lit(write_reason(pohon.kode, pohon.variables))))
    elif inputs:
        columns: Columns = {
            node: side.kolom
            for node, side in ((TARGET, sides.target), (REALISASI, sides.realisasi))
            if node in inputs
        }
        limited = _limit_tree(pohon, traits)
        yield Case(hasil=Computed(pohon=limited, bebas=pohon, columns=columns))
    else:
        answer = compute(pohon, ())
        yield blame_case(answer) if isinstance(answer, Alasan) else _fix(answer, traits)


def _settle(rule: CapaianRule, traits: Traits, sides: Sides) -> Iterator[Case]:
    """List what is decided before anything is computed, in the order of the scalar path."""
    target, present = sides.target.kolom.isi, sides.target.is_present
    if not traits.target_bertanda:
        yield blame_side(KodeAlasan.TARGET_NEGATIF, "target", (target < 0) & present)
    if traits.target_nol is not TargetNol.DIHITUNG:
        yield from _settle_zero(traits, sides)
    if isinstance(rule, TargetPerRealisasi):
        reached, both = sides.realisasi.kolom.isi, present & sides.realisasi.is_present
        yield blame_side(KodeAlasan.REALISASI_NOL, "realisasi", (reached == 0) & both)
        yield blame_side(KodeAlasan.REALISASI_NEGATIF, "realisasi", (reached < 0) & both)
    elif isinstance(rule, Refusing):
        raise refuse_rule(rule, "which refuses some realisasi in a way that only itself knows")


def _settle_zero(traits: Traits, sides: Sides) -> Iterator[Case]:
    reached = sides.realisasi.kolom.isi
    zero = (sides.target.kolom.isi == 0) & sides.realisasi.is_present
    decides = traits.target_nol is TargetNol.TERCAPAI_ATAU_TIDAK
    if decides or traits.seratus_bila_sama:
        yield _fix(_HUNDRED, traits, zero & (reached == 0))
    if not decides:
        yield blame_side(KodeAlasan.TARGET_NOL, "target", zero)
        return
    polaritas = traits.polaritas or sides.polaritas
    if polaritas is None:
        yield blame_case(blame(KodeAlasan.TANPA_POLARITAS), zero)
        return
    for better, there in ((Polaritas.POSITIF, reached > 0), (Polaritas.NEGATIF, reached < 0)):
        met = _HUNDRED if polaritas is better else _NOTHING
        yield _fix(met, traits, zero & there)


def _fix(value: Fraction, traits: Traits, syarat: nw.Expr | None = None) -> Case:
    return fix_case(_limit(value, traits), syarat, bebas=value)


def _limit(value: Fraction, traits: Traits) -> Fraction:
    if traits.minimum is not None:
        value = max(value, to_fraction(traits.minimum))
    return value if traits.maksimum is None else min(value, to_fraction(traits.maksimum))


def _limit_tree(pohon: Expression, traits: Traits) -> Expression:
    if traits.minimum is not None:
        pohon = Maximum((pohon, Constant(traits.minimum)))
    return pohon if traits.maksimum is None else Minimum((pohon, Constant(traits.maksimum)))


def grade_outcome(hasil: Outcome, rule: NilaiBerjenjang) -> Outcome:
    """
    Turn a capaian into the nilai of its segment; one that is computed only later.

    Raises:
        FrameError: `unsupported-rule`, for a nilai made of a nilai.
    """
    if isinstance(hasil, Blamed):
        return hasil
    if isinstance(hasil, Computed):
        if hasil.jenjang is not None:
            raise refuse_rule(rule, "which makes a nilai of a nilai")
        return evolve(hasil, jenjang=rule)
    capaian = rule.round_capaian(hasil.nilai)
    ruas = rule.find(capaian)
    if ruas is None:
        answer: Fraction | Alasan = blame(KodeAlasan.DI_LUAR_RUAS, CAPAIAN.kode)
    else:
        masukan = (Masukan(variabel=CAPAIAN.kode, nilai=capaian),)
        answer = compute(ruas.lower(), masukan)
    if isinstance(answer, Alasan):
        return Blamed(alasan=nw.lit(write_alasan(answer)))
    return Fixed(nilai=answer, bebas=answer)
