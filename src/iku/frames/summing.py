"""
Sums that lose nothing: columns taken apart into whole numbers, which engines add exactly.

A double with few decimals is a whole number of millionths, hundredths or ones;
which, is looked at row by row. What has more digits is marked, and no figure is
made of it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from itertools import zip_longest
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import narwhals as nw
from attrs import evolve, field

from iku._attrs import frozen
from iku.angka import Angka
from iku.errors import FrameError
from iku.frames.inputs import Kolom
from iku.frames.lowering import require_all
from iku.scoring import CaraAgregasi
from iku.tree import Add, Constant, Divide, Multiply, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.frames.inputs import Columns
    from iku.frames.thresholds import Ukuran
    from iku.tree import Expression

_Stages: TypeAlias = "tuple[dict[str, nw.Expr], ...]"

USED: Final = "__iku_used"
"""Rows that count."""
SKIPPED: Final = "__iku_skipped"
"""Rows that have no value."""
BROKEN: Final = "__iku_broken"
"""Rows that have more digits than can be added."""
UNWEIGHED: Final = "__iku_unweighed"
"""Rows that count and have no weight."""
NEGATIVE: Final = "__iku_negative"
"""Rows that count and have a negative weight."""
SIZE: Final = "__iku_size"
"""All sizes together of what is added."""

MAXIMUM_TOTAL: Final = 9e18
"""Nearly the largest number of 64 bits; sums whose parts come to more are not made."""

_SIGNIFICANT: Final = 15
"""Digits of which every decimal has a double of its own."""
_DECIMALS: Final = (0, 2, 6, 10)
"""Decimals that numbers to be added up may have."""
_WEIGHTS: Final = (0, 4)
"""Decimals that weights may have."""


@frozen(kw_only=True)
class Term:
    """What is added up above or below the line."""

    name: str
    """Column for the time being."""
    isi: nw.Expr = field(eq=False)
    """Its value in each row, null where the row adds nothing."""
    size: nw.Expr = field(eq=False)
    """The size of the value in double precision."""
    digits: int = 0
    """How many of its last digits are decimals."""
    bulat: bool = False
    """Whether the values are whole numbers."""
    desimal: bool = False
    """Whether they are in double precision."""

    @property
    def kolom(self) -> Kolom:
        """The column of the sum."""
        return Kolom(
            simpul=Variable(self.name),
            nama=self.name,
            isi=nw.col(self.name),
            bulat=self.bulat,
            desimal=self.desimal,
        )


@frozen(kw_only=True)
class Terms:
    """What is added up on both sides of the line."""

    above: tuple[Term, ...]
    """Above it."""
    below: tuple[Term, ...]
    """Below it; where there is none, rows are counted."""
    utuh: nw.Expr = field(eq=False)
    """Utuh (whole): where all that is to be added is."""
    stages: _Stages = field(default=(), eq=False)
    """Columns for the time being that the terms are made of, stage by stage."""

    @property
    def all(self) -> tuple[Term, ...]:
        """Both."""
        return (*self.above, *self.below)


def take_plain(ukuran: Sequence[Ukuran], cara: CaraAgregasi) -> Terms:
    """Take columns as they are in double precision."""
    values = [each.kolom.angka for each in ukuran]
    above = values[0] * values[1] if cara is CaraAgregasi.TERTIMBANG else values[0]
    return Terms(
        above=(_make_double("above", above),),
        below=tuple(_make_double("below", value) for value in values[1:]),
        utuh=nw.lit(value=True),
    )


def _make_double(side: str, isi: nw.Expr) -> Term:
    return Term(name=f"__iku_{side}", isi=isi, size=nw.lit(0.0), desimal=True)


def split_exactly(ukuran: Sequence[Ukuran], cara: CaraAgregasi) -> Terms:
    """
    Take columns apart into numbers that are added without loss.

    Raises:
        FrameError: `wrong-column`, for weighted decimals: engines drop digits of products.
    """
    weighted = cara is CaraAgregasi.TERTIMBANG
    if weighted and any(each.persepuluhan for each in ukuran):
        raise FrameError(
            "wrong-column",
            found="decimals in a weighted mean with digits",
            expected="integers or floating point",
            repair="convert the column to floating point, or leave digits out",
            location=("nilai",),
        )
    first = _split(ukuran[0], "above", _DECIMALS)
    if len(ukuran) == 1:
        return Terms(above=first.terms, below=(), utuh=first.utuh, stages=first.stages)
    other = _split(ukuran[1], "below", _WEIGHTS if weighted else _DECIMALS)
    return Terms(
        above=_multiply(first.terms, other.terms) if weighted else first.terms,
        below=other.terms,
        utuh=first.utuh & other.utuh,
        stages=_join_stages(first.stages, other.stages),
    )


def _join_stages(first: _Stages, other: _Stages) -> _Stages:
    """Make each stage of two columns one."""
    nothing: dict[str, nw.Expr] = {}
    pairs = zip_longest(first, other, fillvalue=nothing)
    return tuple({**one, **two} for one, two in pairs)


class _Split(NamedTuple):
    """A column taken apart."""

    terms: tuple[Term, ...]
    utuh: nw.Expr
    stages: _Stages = ()


def _split(ukuran: Ukuran, side: str, decimals: Sequence[int]) -> _Split:
    """Take a column apart by counts of decimals, the first that fits; only doubles need it."""
    kolom = ukuran.kolom
    name, present = f"__iku_{side}", ~kolom.isi.is_null()
    if kolom.bulat:
        # Engines add narrow numbers up in narrow sums.
        isi = _cut_long(ukuran).cast(nw.Int64())
        return _Split((Term(name=name, isi=isi, size=kolom.angka.abs(), bulat=True),), present)
    if ukuran.persepuluhan:
        return _Split((Term(name=name, isi=kolom.isi, size=nw.lit(0.0)),), present)
    numbers: dict[str, nw.Expr] = {}
    kind = nw.lit(-1)
    for digits in reversed(decimals):
        near = kolom.angka.abs() < 10.0 ** (_SIGNIFICANT - digits)
        scaled = nw.when(near).then(kolom.angka).otherwise(nw.lit(0.0)) * 10.0**digits
        numbers[f"{name}_n{digits}"] = (scaled + 0.5).floor()
        number = nw.col(f"{name}_n{digits}")
        # By a column it is divided, also where an engine multiplies with the inverse of a number.
        fits = near & (number / (number * 0.0 + 10.0**digits) == kolom.angka)
        kind = nw.when(fits).then(nw.lit(digits)).otherwise(kind)
    chosen = f"{name}_kind"
    terms = tuple(
        _make_whole(f"{name}_{digits}", nw.col(chosen) == digits, f"{name}_n{digits}", digits)
        for digits in decimals
    )
    own = {term.name: term.isi for term in terms}
    done = tuple(evolve(term, isi=nw.col(term.name)) for term in terms)
    return _Split(done, nw.col(chosen) >= 0, (numbers, {chosen: kind}, own))


def _cut_long(ukuran: Ukuran) -> nw.Expr:
    """Leave out numbers without a place in 64 bits; their size tells that they were there."""
    value = ukuran.kolom.isi
    if ukuran.panjang is None:
        return value
    # A type with the same bits, so that pandas need not make doubles of both.
    nothing = nw.lit(0).cast(ukuran.panjang)
    return nw.when(ukuran.kolom.angka.abs() < MAXIMUM_TOTAL).then(value).otherwise(nothing)


def _make_whole(name: str, taken: nw.Expr, number: str, digits: int) -> Term:
    return Term(
        name=name,
        isi=nw.when(taken).then(nw.col(number)).otherwise(nw.lit(0.0)).cast(nw.Int64()),
        size=nw.col(name).cast(nw.Float64()).abs(),
        digits=digits,
        bulat=True,
    )


def _multiply(values: Iterable[Term], weights: Sequence[Term]) -> tuple[Term, ...]:
    """Multiply each part of the values with each part of the weights."""
    return tuple(
        Term(
            name=f"{value.name}{weight.name}",
            # Some engines raise errors where the product has no place; its size tells it.
            isi=_take_used(value.size * weight.size < MAXIMUM_TOTAL, value.isi, 0) * weight.isi,
            size=value.size * weight.size,
            digits=value.digits + weight.digits,
            bulat=True,
        )
        for value in values
        for weight in weights
    )


def list_sums(ukuran: Sequence[Ukuran], cara: CaraAgregasi, terms: Terms) -> dict[str, nw.Expr]:
    """Name the columns that are added up in each group."""
    weighted = cara is CaraAgregasi.TERTIMBANG
    used = require_all(each.is_finite for each in (ukuran[:1] if weighted else ukuran))
    used = used.fill_null(value=False)
    weighed = ukuran[-1].is_finite.fill_null(value=False)
    counts = {
        USED: used,
        SKIPPED: ~used,
        BROKEN: used & weighed & ~terms.utuh,
        UNWEIGHED: used & ~weighed,
        NEGATIVE: used & (ukuran[-1].kolom.isi < 0) if weighted else nw.lit(value=False),
    }
    sums = {name: _count(condition) for name, condition in counts.items()}
    sizes = [_take_used(used, each.size, 0.0) for each in terms.all]
    sums[SIZE] = reduce(add, sizes)
    return sums | {
        each.name: nw.when(used).then(each.isi)
        if not (each.bulat or each.desimal)
        else _take_used(used, each.isi, 0 if each.bulat else 0.0)
        for each in terms.all
    }


def _count(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64())


def _take_used(used: nw.Expr, isi: nw.Expr, nothing: float) -> nw.Expr:
    return nw.when(used & ~isi.is_null()).then(isi).otherwise(nw.lit(nothing))


def read_sums(terms: Terms) -> dict[str, nw.Expr]:
    """Take sums of whole numbers as such; some engines give them more bits."""
    fits = nw.col(SIZE) < MAXIMUM_TOTAL
    return {
        each.name: nw.when(fits).then(nw.col(each.name)).otherwise(nw.lit(0)).cast(nw.Int64())
        for each in terms.all
        if each.bulat
    }


def make_tree(terms: Terms, cara: CaraAgregasi, pengali: Angka) -> tuple[Expression, Columns]:
    """Write what the sums make, as a tree."""
    below = _add_terms(terms.below) if terms.below else Variable(USED)
    pohon: Expression = Divide(numerator=_add_terms(terms.above), denominator=below)
    if cara is CaraAgregasi.RASIO:
        pohon = Multiply((pohon, Constant(pengali)))
    counted = Term(name=USED, isi=nw.col(USED), size=nw.lit(0.0), bulat=True)
    kolom = [each.kolom for each in (*terms.above, *(terms.below or (counted,)))]
    return pohon, {each.simpul: each for each in kolom}


def _add_terms(terms: Sequence[Term]) -> Expression:
    written: list[Expression] = [
        Multiply((Variable(each.name), Constant(Angka(Decimal(f"1E-{each.digits}")))))
        if each.digits
        else Variable(each.name)
        for each in terms
    ]
    return Add(tuple(written)) if len(written) > 1 else written[0]
