"""
A capaian rule taken apart: which cases there are, and what holds in each.

The cases are those that `iku.compute_capaian` looks for, in its order. What it
decides without arithmetic is a case of its own; what is left is a tree.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import narwhals as nw
from attrs import evolve

from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.domain.nilai import Rentang
from iku.errors import FrameError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.frames.capaian.calculating import grade_outcome, list_calculated
from iku.frames.capaian.outcomes import (
    Blamed,
    Case,
    blame_case,
    blame_side,
    fix_case,
    narrow,
)
from iku.frames.capaian.refusing import refuse_rule
from iku.frames.capaian.sides import blame_both
from iku.scoring import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    AturanTakDikenal,
    NilaiBerjenjang,
    RentangTarget,
    SkorPredikat,
    TargetNol,
    TercapaiAtauTidak,
    Tonggak,
)
from iku.scoring.rules.kinds import Choosing, Deciding, Keadaan
from iku.scoring.rules.parts import walk_rules
from iku.scoring.rules.traits import read_traits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.frames.capaian.sides import Sides
    from iku.typing import CapaianRule

_MET: Final = Fraction(100)
_MISSED: Final = Fraction(0)


def find_cases(rule: CapaianRule, sides: Sides) -> list[Case]:
    """
    Take a rule apart; the last case holds everywhere.

    Raises:
        FrameError: `unsupported-rule`, `wrong-column`.
        PluginError: `plugin-failed`.
    """
    if sides.polaritas is None or isinstance(sides.polaritas, Polaritas):
        return _cut(_list_cases(rule, sides))
    otherwise = find_cases(rule, evolve(sides, polaritas=None))
    if not any(map(_looks_at_polaritas, walk_rules(rule))):
        return otherwise
    # A word that is no polarity states none.
    said = nw.col(sides.polaritas)
    stated = (
        narrow(said == each.value, find_cases(rule, evolve(sides, polaritas=each)))
        for each in Polaritas
    )
    return [*(case for cases in stated for case in cases), *otherwise]


def _looks_at_polaritas(rule: CapaianRule) -> bool:
    if isinstance(rule, AturanMenurutPolaritas | TercapaiAtauTidak):
        return True
    traits = read_traits(rule)
    return traits.polaritas is None and traits.target_nol is TargetNol.TERCAPAI_ATAU_TIDAK


def _cut(cases: Iterable[Case]) -> list[Case]:
    """Leave out what comes after a case that holds everywhere."""
    waiting = iter(cases)
    kept = [next(waiting)]
    while kept[-1].syarat is not None:
        kept.append(next(waiting))
    return kept


def _list_cases(rule: CapaianRule, sides: Sides) -> Iterator[Case]:
    if isinstance(rule, NilaiBerjenjang):
        inner = _list_cases(rule.aturan, sides)
        yield from (evolve(case, hasil=grade_outcome(case.hasil, rule)) for case in inner)
    elif isinstance(rule, Choosing | Deciding):
        for syarat, alasan in blame_both(sides):
            yield Case(syarat=syarat, hasil=Blamed(alasan=alasan))
        yield from _choose(rule, sides) if isinstance(rule, Choosing) else _decide(rule, sides)
    else:
        yield from list_calculated(rule, sides)


def _choose(rule: CapaianRule, sides: Sides) -> Iterator[Case]:
    match rule:
        case RentangTarget() if sides.target.is_rentang:
            yield from _choose_bound(rule, sides)
        case AmbangTarget() | RentangTarget():
            yield from _list_cases(rule.aturan, sides)
        case SkorPredikat():
            yield blame_side(KodeAlasan.BUKAN_PREDIKAT, "target")
        case AturanMenurutPolaritas() | AturanMenurutTarget() | AturanTakDikenal():
            # Such a rule looks at the kind of the target, if at anything, and not at its numbers.
            chosen = rule.choose(_show_kind(sides))
            if isinstance(chosen, Alasan):
                yield blame_case(chosen)
            else:
                yield from _list_cases(chosen[0], sides)
        case _:
            raise refuse_rule(rule, "which chooses among rules in a way that only itself knows")


def _show_kind(sides: Sides) -> Keadaan:
    """Give sides of the same kind."""
    one = Angka("1")
    polaritas = sides.polaritas if isinstance(sides.polaritas, Polaritas) else None
    target = Rentang(bawah=one, atas=one) if sides.target.is_rentang else one
    return Keadaan(target=target, realisasi=one, polaritas=polaritas)


def _choose_bound(rule: RentangTarget, sides: Sides) -> Iterator[Case]:
    """Compare with the bound that is nearest; inside, the target is met."""
    low, high = sides.target.ukuran
    value = sides.realisasi.kolom.isi
    above, below = value > high.kolom.isi, value < low.kolom.isi
    for bound, beyond in ((high, above), (low, below)):
        yield from narrow(beyond, _cut(_list_cases(rule.aturan, sides.aim(bound))))
    (reached,) = sides.realisasi.ukuran
    inside = evolve(sides.aim(reached.rename("target")), di_dalam=True)
    yield from _list_cases(rule.aturan, inside)


def _decide(rule: CapaianRule, sides: Sides) -> Iterator[Case]:
    match rule:
        case TercapaiAtauTidak():
            yield from _decide_number(sides)
        case Tonggak():
            yield blame_side(KodeAlasan.BUKAN_PREDIKAT, "target")
        case _:
            raise refuse_rule(rule, "which decides in a way that only itself knows")


def _decide_number(sides: Sides) -> Iterator[Case]:
    low, high = sides.target.ukuran[0], sides.target.ukuran[-1]
    (value,) = sides.realisasi.ukuran
    if {low.persepuluhan, high.persepuluhan} != {value.persepuluhan}:
        raise FrameError(
            "wrong-column",
            found="decimals on one side and other numbers on the other",
            expected="numbers that can be compared exactly",
            repair="make decimals of both columns, or of none",
            location=("target",),
        )
    above = value.kolom.isi > high.kolom.isi
    below = value.kolom.isi < low.kolom.isi
    yield fix_case(_MET, ~above & ~below)
    if sides.polaritas is None:
        yield blame_case(blame(KodeAlasan.TANPA_POLARITAS))
    else:
        yield fix_case(_MET if sides.polaritas is Polaritas.POSITIF else _MISSED, above)
        yield fix_case(_MET if sides.polaritas is Polaritas.NEGATIF else _MISSED)
