"""What a rule comes to in a case: a value, a reason, or a tree to compute."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import narwhals as nw
from attrs import evolve, field

from iku._attrs import frozen
from iku.frames.inputs import Columns
from iku.frames.reasons import write_alasan, write_reason
from iku.scoring import NilaiBerjenjang
from iku.tree import Expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.formula.evaluation.alasan import Alasan, KodeAlasan


@frozen(kw_only=True)
class Fixed:
    """A value that is decided without arithmetic."""

    nilai: Fraction
    """The value within its limits."""
    bebas: Fraction
    """The value without limits."""


@frozen(kw_only=True)
class Blamed:
    """No value, and why."""

    alasan: nw.Expr = field(eq=False)
    """The reason as columns hold it."""


@frozen(kw_only=True)
class Computed:
    """A value that is computed from columns."""

    pohon: Expression
    """The tree, with the limits in it."""
    bebas: Expression
    """The tree without limits."""
    columns: Columns
    """Where its inputs stand, target first."""
    jenjang: NilaiBerjenjang | None = None
    """The rule that turns it into a nilai, where one does."""


Outcome: TypeAlias = Fixed | Blamed | Computed
"""What holds in a case."""


@frozen(kw_only=True)
class Case:
    """A case, and what holds in it where none before it does."""

    syarat: nw.Expr | None = field(default=None, eq=False)
    """Where it holds; everywhere if None."""
    hasil: Outcome
    """What holds then."""


def narrow(syarat: nw.Expr, cases: Iterable[Case]) -> Iterator[Case]:
    """Let cases hold only where a condition does."""
    for case in cases:
        yield evolve(case, syarat=syarat if case.syarat is None else syarat & case.syarat)


def blame_case(alasan: Alasan, syarat: nw.Expr | None = None) -> Case:
    """Make the case of a reason that is known as a value."""
    return Case(syarat=syarat, hasil=Blamed(alasan=nw.lit(write_alasan(alasan))))


def blame_side(kode: KodeAlasan, name: str, syarat: nw.Expr | None = None) -> Case:
    """Make the case of a reason that blames one side."""
    return Case(syarat=syarat, hasil=Blamed(alasan=nw.lit(write_reason(kode, (name,)))))


def fix_case(
    nilai: Fraction, syarat: nw.Expr | None = None, *, bebas: Fraction | None = None
) -> Case:
    """Make the case of a value that is decided without arithmetic."""
    return Case(syarat=syarat, hasil=Fixed(nilai=nilai, bebas=nilai if bebas is None else bebas))
