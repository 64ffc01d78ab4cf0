"""What is to be added to a frame, and how rows that are not certain are computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import narwhals as nw
from attrs import evolve

from iku._attrs import frozen
from iku.frames.exact.ranges import list_divisors
from iku.frames.exact.rounding import FIGURE, compute_rows, find_whole, round_columns
from iku.frames.inputs import Columns
from iku.frames.lowering import require_any
from iku.frames.reasons import lower_reason
from iku.frames.stages import add_columns
from iku.tree import Expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.frames.exact.rounding import Answer
    from iku.frames.names import Frame

WHY: Final = "__iku_why"
"""Column of reasons why there certainly is no figure, for the time being."""
_INPUT: Final = "__iku_input_"
"""Columns of inputs, for the time being."""
_WHOLE: Final = "__iku_exact"
_ABSENT: Final = "__iku_absent"


W = TypeVar("W", bound="Frame")
"""A frame of narwhals, in memory or not."""


@frozen(kw_only=True)
class Tugas:
    """Tugas (task): what is to be added to a frame."""

    pohon: Expression
    """The tree."""
    columns: Columns
    """Where its inputs stand."""
    into: str
    """Name of the column of figures."""
    reason: str | None
    """Name of the column of reasons, where one is asked for."""
    digits: int
    """Decimals of the figures."""

    @property
    def added(self) -> dict[str, nw.dtypes.DType]:
        """The columns that it adds."""
        added: dict[str, nw.dtypes.DType] = {self.into: nw.Float64()}
        if self.reason is not None:
            added[self.reason] = nw.String()
        return added

    @property
    def inputs(self) -> dict[str, nw.Expr]:
        """All inputs, by the column that may hold them for the time being."""
        return {
            f"{_INPUT}{index}": column.isi for index, column in enumerate(self.columns.values())
        }

    @property
    def early(self) -> dict[str, nw.Expr]:
        """The inputs of earlier periods: they are looked up before anything is computed."""
        inputs = zip(self.columns, self.inputs.items(), strict=True)
        return {name: isi for node, (name, isi) in inputs if node.steps}

    def read_back(self, names: Iterable[str]) -> Tugas:
        """Take the inputs that columns hold for the time being from there."""
        columns = {
            node: evolve(column, isi=nw.col(name)) if name in names else column
            for name, (node, column) in zip(self.inputs, self.columns.items(), strict=True)
        }
        return evolve(self, columns=columns)


def round_figures(taken: W, tugas: Tugas, known: nw.Expr | None = None) -> W:
    """Add the column `FIGURE` to a frame."""
    stages = round_columns(tugas.pohon, tugas.columns, tugas.digits, taken.implementation, known)
    return add_columns(taken, *stages, drop=[name for stage in stages[:-1] for name in stage])


def add_reason(figures: nw.LazyFrame[Any], tugas: Tugas) -> nw.LazyFrame[Any]:
    """Add why there certainly is no figure, where somebody asks for it."""
    if tugas.reason is None:
        return figures
    why = nw.when(nw.col(FIGURE).is_null()).then(lower_reason(tugas.pohon, tugas.columns))
    return figures.with_columns(why.alias(WHY))


def complete(
    figures: nw.DataFrame[Any], tugas: Tugas, again: nw.Series[Any]
) -> list[nw.Series[Any]]:
    """
    Compute some rows again; give the figures of all rows, and the reasons.

    Reasons that the engine gives already are in the column `WHY`.
    """
    done = [figures[FIGURE].alias(tugas.into)]
    if tugas.reason is not None:
        said = figures[WHY] if WHY in figures.columns else _make_nothing(figures)
        done.append(said.alias(tugas.reason))
    if not again.any():
        return done
    inputs = figures.select(**tugas.inputs).filter(again)
    looked_at = _look_at(inputs, tugas.read_back(tugas.inputs))
    doubtful = ~looked_at[_ABSENT] & looked_at[_WHOLE].is_null()
    answers = compute_answers(looked_at.filter(doubtful), tugas)
    for part, (series, name) in enumerate(zip(done, (_WHOLE, WHY), strict=False)):
        found = _put(looked_at[name], doubtful, make_series(figures, answers, part))
        done[part] = _put(series, again, found)
    return done


def _put(series: nw.Series[Any], where: nw.Series[Any], values: nw.Series[Any]) -> nw.Series[Any]:
    """Put values where a condition holds."""
    if not series.implementation.is_pyarrow():
        return series.scatter(where.arg_true(), values)
    # Places given one by one are looked for in all rows there.
    parts = (each.to_native().combine_chunks() for each in (series, where, values))
    replaced = nw.get_native_namespace(series).compute.replace_with_mask(*parts)
    return nw.new_series(series.name, replaced, series.dtype, backend="pyarrow")


def _make_nothing(like: nw.DataFrame[Any]) -> nw.Series[Any]:
    return like.select(nw.col(FIGURE), nw.lit(None).cast(nw.String()).alias(WHY))[WHY]


def _look_at(rows: nw.DataFrame[Any], tugas: Tugas) -> nw.DataFrame[Any]:
    """Say which rows certainly have no value, and why."""
    columns = tugas.columns
    absent = [~column.angka.is_finite().fill_null(value=False) for column in columns.values()]
    zeros = (columns[node].angka == 0 for node in list_divisors(tugas.pohon))
    absent += [zero.fill_null(value=False) for zero in zeros]
    new = {_ABSENT: require_any(absent), _WHOLE: find_whole(tugas.pohon, columns)}
    if tugas.reason is not None:
        new[WHY] = lower_reason(tugas.pohon, columns)
    return add_columns(rows, new)


def compute_answers(rows: nw.DataFrame[Any], tugas: Tugas) -> list[Answer]:
    """Compute rows of inputs exactly."""
    # Lists hold numbers of Python itself, whatever those of the engine are.
    raw = zip(*(rows[name].to_list() for name in tugas.inputs), strict=True)
    return compute_rows(tugas.pohon, list(tugas.columns), raw, tugas.digits)


def make_series(like: nw.DataFrame[Any], answers: Sequence[Answer], part: int) -> nw.Series[Any]:
    """Make a column of figures, or of reasons."""
    dtype = (nw.Float64(), nw.String())[part]
    values = [answer[part] for answer in answers]
    return nw.new_series("", values, dtype, backend=like.implementation)
