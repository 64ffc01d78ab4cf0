"""
Figures that are exactly those of the scalar path: half-up of the exact value.

A row is computed in double precision with a bound for its error. Where the
bound shows on which side of a tie the value lies, the rounded double is the
figure; every other row is computed again with fractions. A double means the
shortest decimal that it is printed as, since that is what somebody wrote.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, isfinite
from typing import TYPE_CHECKING, Final, TypeAlias

import narwhals as nw
from attrs import evolve

from iku.angka import round_half_up
from iku.errors import FrameError, quote
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.formula.evaluation.arithmetic import compute_numbers
from iku.frames.exact.bounds import bound_value, make_bounding
from iku.frames.exact.ranges import is_arithmetic, list_divisors
from iku.frames.lowering import NeverComputes, require_all, to_column, to_float
from iku.frames.reasons import write_alasan
from iku.tree import (
    Add,
    Constant,
    Maximum,
    Minimum,
    Multiply,
    Negate,
    Previous,
    Subtract,
    Variable,
    collect_variables,
    fold,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.formula.evaluation.arithmetic import Jawaban
    from iku.frames.inputs import Columns
    from iku.tree import Expression, Input

MAXIMUM_DIGITS: Final = 15
"""Decimals that a double can show."""

_EXACT: Final = 2.0**53
"""Below it every whole number is a double."""

Raw: TypeAlias = float | Decimal
"""A value of a column as an engine hands it over; an `int` is a `float` to a type checker."""

Stages: TypeAlias = "tuple[dict[str, nw.Expr], ...]"
"""Columns for the time being, by name; each stage is computed from the one before."""

SCALED: Final = "__iku_scaled"
"""Column of the values, with the decimals that are shown before the point."""
WHOLE: Final = "__iku_whole"
"""Column of the whole numbers nearest to them."""
FIGURE: Final = "__iku_figure"
"""
Column of the figures: not finite where they are not certain, null where there certainly is none.

In pandas and pyarrow it is null for both; what is rare is cheaper to look at by itself there.
"""

BRANCHING: Final = frozenset({nw.Implementation.DUCKDB, nw.Implementation.PYSPARK})
"""Engines that compute what stands behind a condition only where it holds."""

MARKING: Final = BRANCHING | {nw.Implementation.POLARS}
"""Engines in which rows that are not certain differ from those without a value."""

Answer: TypeAlias = tuple[float | None, str | None]
"""The figure of a row, or the reason why there is none."""


def check_digits(digits: object) -> int:
    """
    Refuse a count of decimals that a double cannot show.

    Raises:
        FrameError: `bad-digits`.
    """
    if isinstance(digits, int) and not isinstance(digits, bool) and 0 <= digits <= MAXIMUM_DIGITS:
        return digits
    raise FrameError(
        "bad-digits",
        found=quote(digits),
        expected=f"a count of decimals from 0 to {MAXIMUM_DIGITS}",
        repair="say how many decimals the figures are printed with",
        location=("digits",),
    )


def round_columns(
    pohon: Expression,
    columns: Columns,
    digits: int,
    engine: nw.Implementation,
    known: nw.Expr | None = None,
) -> Stages:
    """
    Write the figures of a tree as columns, half-up at `digits` decimals.

    They come in stages, so that every engine computes what is used twice once;
    `FIGURE` is the last of them. `known` stands in it where figures are not certain, in
    engines that compute it only there; without, they are marked.
    """
    arithmetic = engine.is_polars() and is_arithmetic(pohon)
    if arithmetic:
        # What comes of a missing input is missing, so of a zero below the line as well.
        below = {node: evolve(columns[node], tanpa_nol=True) for node in list_divisors(pohon)}
        columns = {**columns, **below}
    rest = _mark(pohon, columns, engine) if known is None else known
    try:
        bounded = bound_value(pohon, columns)
    except NeverComputes:
        return ({FIGURE: rest},)
    scale = 10.0**digits
    value = to_column(bounded.value)
    scaled, whole = nw.col(SCALED), nw.col(WHOLE)
    error = bounded.measure_error(scale, scaled.abs())
    # Nearer to its whole number than to a half, by more than it may be wrong. Where doubles no
    # longer have halves the error is larger than one, and nothing is certain.
    certain = require_all(((scaled - whole).abs() + error < 0.5, *bounded.certain))
    if arithmetic:
        rest = whole * inf
    elif engine in BRANCHING:
        rest = nw.coalesce(find_whole(pohon, columns), rest)
    # polars multiplies with the inverse of a number instead of dividing by it, which is not
    # always the nearest double; by a column it divides.
    figure = whole / (whole * 0.0 + scale if engine.is_polars() else scale)
    return (
        {SCALED: value * scale if digits else value},
        {WHOLE: _find_nearest(scaled, engine)},
        {FIGURE: nw.when(certain).then(figure).otherwise(rest)},
    )


def _mark(pohon: Expression, columns: Columns, engine: nw.Implementation) -> nw.Expr:
    """Write infinity where there may be a value, null where there certainly is none."""
    if engine not in MARKING:
        return nw.lit(None).cast(nw.Float64())
    present = [
        ~column.isi.is_null() if column.bulat else column.angka.is_finite()
        for column in columns.values()
    ]
    present += [columns[node].angka != 0 for node in list_divisors(pohon)]
    return nw.when(require_all(present)).then(nw.lit(inf))


def _find_nearest(scaled: nw.Expr, engine: nw.Implementation) -> nw.Expr:
    """Write the nearest whole number; near a half it may be either, and never is it -0.0."""
    if engine.is_pyspark():
        # Its floor is an integer of 64 bits, and an error beyond them.
        return nw.when(scaled.abs() < _EXACT).then(scaled + 0.5).floor().cast(nw.Float64())
    return (scaled + 0.5).floor()


def find_whole(pohon: Expression, columns: Columns) -> nw.Expr:
    """
    Write the value where it is a whole number of which doubles lose nothing, null elsewhere.

    Sums of rupiah are: they are larger than what has decimals in a double, and
    need none.
    """
    if not all(_keeps_whole(node, columns) for node in walk(pohon)):
        return nw.lit(None).cast(nw.Float64())
    bounded = fold(pohon, make_bounding(columns))
    # A least or greatest value leaves out what is missing, so that is looked for as well.
    whole = [
        column.isi == column.isi.floor() if column.desimal else ~column.isi.is_null()
        for column in columns.values()
    ]
    exact = require_all([to_column(bounded.size) < _EXACT, *whole])
    value = to_column(bounded.value)
    # No figure is -0.0, and polars leaves out what adds zero.
    return nw.when(exact).then(nw.when(value == 0).then(nw.lit(0.0)).otherwise(value))


def _keeps_whole(node: Expression, columns: Columns) -> bool:
    match node:
        case Constant():
            return not node.value.nilai % 1
        case Variable() | Previous():
            return columns[node].desimal or columns[node].bulat
        case _:
            return isinstance(node, Add | Subtract | Multiply | Negate | Minimum | Maximum)


def compute_rows(
    pohon: Expression, inputs: Sequence[Input], rows: Iterable[Sequence[Raw]], digits: int
) -> list[Answer]:
    """Compute rows with fractions, equal rows once."""
    keys = [(node.kode, node.steps) for node in inputs]
    known: dict[tuple[Raw, ...], Answer] = {}
    answers: list[Answer] = []
    for row in rows:
        place = tuple(row)
        if place not in known:
            numbers = dict(zip(keys, map(_to_fraction, place), strict=True))
            known[place] = _answer(pohon, compute_numbers(pohon, numbers), digits)
        answers.append(known[place])
    return answers


def compute_constant(pohon: Expression, digits: int | None) -> Answer:
    """Compute a tree without variables, rounded if `digits` says so."""
    return _answer(pohon, compute_numbers(pohon, {}), digits)


def _answer(pohon: Expression, jawaban: Jawaban, digits: int | None) -> Answer:
    """Give what a column can hold of an exact value."""
    if not isinstance(jawaban, Fraction):
        return None, write_alasan(jawaban)
    shown = to_float(jawaban) if digits is None else _show(round_half_up(jawaban, digits))
    if isfinite(shown):
        return shown, None
    beyond = blame(KodeAlasan.TERLALU_BESAR, *collect_variables(pohon))
    return None, write_alasan(beyond)


def _show(figure: Decimal) -> float:
    """Give the double that is printed as the figure; infinite where none is."""
    shown = to_float(Fraction(figure))
    return shown if isfinite(shown) and Decimal(repr(shown)) == figure else inf


def _to_fraction(raw: Raw) -> Fraction:
    """Take a value of a column as the number that it is printed as."""
    return Fraction(Decimal(repr(raw)) if isinstance(raw, float) else raw)
