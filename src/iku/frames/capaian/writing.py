"""Outcomes written as columns: in the engine's double precision, or as exact figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import narwhals as nw
from attrs import field

from iku._attrs import frozen
from iku.angka import round_half_up
from iku.frames.exact.resolving import resolve
from iku.frames.exact.rounding import compute_constant
from iku.frames.exact.tasks import Tugas
from iku.frames.lowering import lower_value, to_float
from iku.frames.reasons import lower_reason
from iku.frames.stages import add_columns
from iku.tree import collect_inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.frames.capaian.outcomes import Case
    from iku.frames.inputs import Columns
    from iku.frames.names import Frame
    from iku.tree import Expression


@frozen(kw_only=True)
class Written:
    """What a tree came to, as columns."""

    nilai: nw.Expr = field(eq=False)
    """The value, null where there is none."""
    alasan: nw.Expr = field(eq=False)
    """The reason, null where there is a value."""


_FEW: Final = 4
"""Cases whose conditions are put inside each other."""
_NUMBER: Final = "__iku_case"
"""Column of the numbers of cases for the time being."""


def write_constant(nilai: Fraction, digits: int | None) -> nw.Expr:
    """Write one value for all rows."""
    shown = nilai if digits is None else Fraction(round_half_up(nilai, digits))
    return nw.lit(to_float(shown))


def write_plain(pohon: Expression, columns: Columns) -> Written:
    """Write a tree as the engine itself computes it."""
    return Written(nilai=lower_value(pohon, columns), alasan=lower_reason(pohon, columns))


def add_figures(
    taken: Frame, pohon: Expression, columns: Columns, name: str, digits: int
) -> tuple[Frame, Written]:
    """Add the exact figures of a tree to a frame, for the time being under a name."""
    if not collect_inputs(pohon):
        nilai, alasan = compute_constant(pohon, digits)
        return taken, Written(
            nilai=nw.lit(nilai).cast(nw.Float64()), alasan=nw.lit(alasan).cast(nw.String())
        )
    why = f"{name}_why"
    tugas = Tugas(pohon=pohon, columns=columns, into=name, reason=why, digits=digits)
    return resolve(taken, tugas), Written(nilai=nw.col(name), alasan=nw.col(why))


def mark_cases(taken: Frame, cases: Sequence[Case]) -> tuple[Frame, list[nw.Expr | None]]:
    """
    Say where each case holds and none before it; None where all that is left is its own.

    Many cases are numbered first, side by side in a column for the time being, because the
    optimizer of Spark does not get through many conditions that are inside each other.
    """
    if len(cases) <= _FEW:
        return taken, [case.syarat for case in cases]
    numbered = [
        nw.lit(number) if case.syarat is None else nw.when(case.syarat).then(nw.lit(number))
        for number, case in enumerate(cases)
    ]
    added = add_columns(taken, {_NUMBER: nw.coalesce(*numbered)})
    return added, [nw.col(_NUMBER) == number for number in range(len(cases))]


def choose(places: Sequence[nw.Expr | None], said: Sequence[nw.Expr | None]) -> nw.Expr | None:
    """Give what is said in the first place that holds; None where nothing is said in any."""
    done: nw.Expr | None = None
    for place, cell in reversed(list(zip(places, said, strict=True))):
        if place is None:
            done = cell
        elif cell is not None or done is not None:
            done = _choose_one(place, cell, done)
    return done


def _choose_one(place: nw.Expr, cell: nw.Expr | None, other: nw.Expr | None) -> nw.Expr:
    """Give a cell where a condition holds, and another elsewhere."""
    if cell is None:
        # What is not true may be unknown.
        return nw.when(place).then(nw.lit(None)).otherwise(other)
    chosen = nw.when(place).then(cell)
    return chosen if other is None else chosen.otherwise(other)
