"""One formula over many rows, in whatever engine they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import narwhals as nw
from attrs import evolve
from narwhals.exceptions import DuplicateError

from iku.errors import FrameError, quote
from iku.formula.lowering import lower_or_blame
from iku.frames.exact.resolving import resolve
from iku.frames.exact.rounding import check_digits, compute_constant
from iku.frames.exact.tasks import Tugas
from iku.frames.inputs import find_columns, mark_wide
from iku.frames.lowering import lower_value
from iku.frames.names import check_name, check_new, check_reserved, check_spelling
from iku.frames.periods import take_urutan
from iku.frames.reasons import lower_reason, write_reason
from iku.frames.stages import add_columns
from iku.tree import Unlowered, collect_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.frames.inputs import Columns, Kolom
    from iku.frames.names import Frame
    from iku.frames.periods import Urutan
    from iku.tree import Expression
    from iku.typing import Formula

_EARLY: Final = "__iku_early_"
"""Columns of values of earlier periods, for the time being."""
_TWICE: Final = "__iku_twice"
"""Column that says where a period comes twice, for the time being."""
_PLACE: Final = "__iku_place"
"""Column that remembers the order of the rows, for the time being."""

F = TypeVar("F")
"""The kind of frame: what comes in comes out."""


def evaluate(  # noqa: PLR0913 - each is a name that the caller may give
    frame: F,
    formula: Formula,
    *,
    columns: Mapping[str, str] | None = None,
    into: str = "nilai",
    over: str | Sequence[str] | None = None,
    order_by: str | None = None,
    reason: str | None = None,
    digits: int | None = None,
) -> F:
    """
    Compute a formula for every row of a frame, as a new column.

    The frame may be of polars, eager or lazy, pandas, pyarrow, DuckDB or PySpark,
    and the one that comes back is of the same kind. The column of a variable is the
    one of its kode unless `columns` says another.

    >>> import polars as pl
    >>> from iku import Persentase
    >>> rows = pl.DataFrame({"SEHAT": [2, 1, None], "SEMUA": [3, 0, 8]})
    >>> evaluate(rows, Persentase(pembilang="SEHAT", penyebut="SEMUA"), digits=2,
    ...          reason="alasan").rows()
    [(2, 3, 66.67, None), (1, 0, None, 'pembagi_nol: SEMUA'), (None, 8, None, 'tanpa_data: SEHAT')]

    With `digits` every figure is exactly the one that `iku.evaluate` prints: the
    exact value, rounded half-up. Without, values are what the engine itself computes in
    double precision. Nothing is NaN or infinite: where there is no value it is null, and
    the column `reason` says why, as `iku.evaluate` does.

    A formula that looks back needs `order_by`, the column of whole numbers that counts the
    periods, and `over`, the columns that tell entities apart:

    >>> from iku import Pertumbuhan
    >>> rows = pl.DataFrame({"kota": ["A", "B", "A"], "tahun": [2024, 2024, 2023],
    ...                      "PDRB": [110.0, 50.0, 100.0]})
    >>> evaluate(rows, Pertumbuhan(variabel="PDRB", basis="lalu"), over="kota",
    ...          order_by="tahun", digits=1)["nilai"].to_list()
    [10.0, None, None]

    Raises:
        FrameError: `not-a-frame`, `unknown-column`, `wrong-column`, `no-order`,
            `unknown-variabel` for a name in `columns` that the formula does not have,
            `duplicate-column`, `duplicate-periode` for two rows of one entity and period
            (in frames that are in memory), `bad-digits`, `wrong-type`,
            `bad-column-name`, `unsupported-engine`, `missing-extra`.
        FormulaError: `wrong-type`, for what is no formula.
    """
    taken = take_frame(frame)
    pohon = lower_or_blame(formula)
    check_name(into, "into")
    check_new(taken, into=into, reason=reason)
    places = None if digits is None else check_digits(digits)
    schema = taken.collect_schema()
    urutan = take_urutan(over, order_by, schema)
    if urutan is not None and _needs_sorting(taken):
        urutan = evolve(urutan, terurut=True)
    if isinstance(pohon, Unlowered):
        return convert_back(frame, _add_nothing(taken, pohon, into, reason))
    inputs = collect_inputs(pohon)
    found = mark_wide(taken, find_columns(inputs, schema, columns or {}, urutan))
    if not inputs:
        return convert_back(frame, _add_constant(taken, pohon, into, reason, places))
    looked = taken
    if urutan is not None and isinstance(taken, nw.DataFrame):
        looked, found = _look_back(taken, urutan, found)
    elif not taken.implementation.is_polars():
        # They would look for the same value again wherever it is used.
        early = _find_early(found)
        looked, found = add_columns(taken, _take_values(early)), _read_early(found, early)
    if places is None:
        done = _add_plain(looked, pohon, found, into, reason)
    else:
        tugas = Tugas(pohon=pohon, columns=found, into=into, reason=reason, digits=places)
        done = resolve(looked, tugas)
    own = [name for name in looked.columns if name not in schema]
    # Every step costs an engine something, also one that drops nothing.
    return convert_back(frame, done.drop(*own) if own else done)


def _needs_sorting(taken: Frame) -> bool:
    """Tell whether an engine cannot look back on its own; pandas cannot with marks of its own."""
    if isinstance(taken, nw.LazyFrame) or not taken.implementation.is_pandas_like():
        return taken.implementation.is_pyarrow()
    numbers = [name for name, dtype in taken.schema.items() if dtype.is_numeric()]
    return any(hasattr(taken[name].to_native().dtype, "na_value") for name in numbers)


def _look_back(
    taken: nw.DataFrame[Any], urutan: Urutan, found: Columns
) -> tuple[nw.DataFrame[Any], Columns]:
    """Look up the values of earlier periods, each once, and refuse periods that come twice."""
    early = _find_early(found)
    if not early:
        return taken, found
    for name, column in early.items():
        if column.lebar and taken.implementation.is_pandas_like():
            # Elsewhere pandas looks back at whole numbers as doubles.
            whole = nw.maybe_convert_dtypes(taken.select(column.nama))[column.nama]
            taken = taken.with_columns(whole.alias(name))
            early[name] = evolve(column, isi=urutan.look_back(nw.col(name), column.simpul.steps))
    new = _take_values(early) | {_TWICE: urutan.is_twice}
    looked = _add_in_order(taken, urutan, new)
    if looked[_TWICE].any():
        raise _refuse_twice(looked.filter(nw.col(_TWICE)), urutan)
    return looked, _read_early(found, early)


def _find_early(found: Columns) -> dict[str, Kolom]:
    """Give the values of earlier periods, by the column that may hold them for the time being."""
    names = ((f"{_EARLY}{index}", column) for index, column in enumerate(found.values()))
    return {name: column for name, column in names if column.simpul.steps}


def _take_values(early: Mapping[str, Kolom]) -> dict[str, nw.Expr]:
    return {name: column.isi for name, column in early.items()}


def _read_early(found: Columns, early: Mapping[str, Kolom]) -> Columns:
    late = {column.simpul: evolve(column, isi=nw.col(name)) for name, column in early.items()}
    return {**found, **late}


def _add_in_order(
    taken: nw.DataFrame[Any], urutan: Urutan, new: Mapping[str, nw.Expr]
) -> nw.DataFrame[Any]:
    # pandas would find rows by their labels, which may come twice.
    bare = nw.maybe_reset_index(taken)
    if urutan.terurut:
        rows = bare.with_row_index(_PLACE).sort(*urutan.over, urutan.order_by)
        added = nw.maybe_reset_index(rows).with_columns(**new).sort(_PLACE)
    else:
        added = add_columns(bare, new)
    return taken.with_columns(*(added[name] for name in new))


def _refuse_twice(rows: nw.DataFrame[Any], urutan: Urutan) -> FrameError:
    names = (*urutan.over, urutan.order_by)
    example = rows.select(*names).row(0)
    shown = ", ".join(f"{name} {value}" for name, value in zip(names, example, strict=True))
    return FrameError(
        "duplicate-periode",
        found=f"two rows of {quote(shown)}",
        expected="one row for each entity and period",
        repair="name in over all columns that tell entities apart, or add the rows up first",
        location=("over",),
    )


def convert_back(frame: F, done: Frame) -> F:
    """Give a frame as the kind that came in, with what its owner noted on it."""
    if isinstance(frame, type(done)):
        return cast("F", done)
    native = cast("F", done.to_native())
    if done.implementation.is_pandas():
        cast("Any", native).attrs = dict(cast("Any", frame).attrs)
    return native


def _add_nothing(taken: Frame, pohon: Unlowered, into: str, reason: str | None) -> Frame:
    """Add a column without values, for what has no tree."""
    new = {into: nw.lit(None).cast(nw.Float64())}
    if reason is not None:
        new[reason] = nw.lit(write_reason(pohon.kode, pohon.variables))
    return taken.with_columns(**new)


def _add_constant(
    taken: Frame, pohon: Expression, into: str, reason: str | None, digits: int | None
) -> Frame:
    """Add one value to all rows, for a tree without variables."""
    answer = compute_constant(pohon, digits)
    new = {into: nw.lit(answer[0]).cast(nw.Float64())}
    if reason is not None:
        new[reason] = nw.lit(answer[1]).cast(nw.String())
    return taken.with_columns(**new)


def _add_plain(
    taken: Frame, pohon: Expression, found: Columns, into: str, reason: str | None
) -> Frame:
    """Add values in the engine's own double precision."""
    new = {into: lower_value(pohon, found)}
    if reason is not None:
        new[reason] = lower_reason(pohon, found)
    return add_columns(taken, new)


def take_frame(frame: object) -> Frame:
    """
    Take a frame of any engine.

    Raises:
        FrameError: `not-a-frame`, `duplicate-column`, `bad-column-name`.
    """
    try:
        taken = cast("Frame", nw.from_native(cast("Any", frame)))
        schema = taken.collect_schema()
    except TypeError:
        raise FrameError(
            "not-a-frame",
            found=quote(frame),
            expected="a frame of polars, pandas, pyarrow, DuckDB or PySpark",
            repair="make one of rows: polars.DataFrame(rows)",
            location=("frame",),
        ) from None
    except DuplicateError:
        raise FrameError(
            "duplicate-column",
            found="a frame with two columns of one name",
            expected="a name of its own for each column",
            repair="rename one of them",
            location=("frame",),
        ) from None
    check_spelling(taken.implementation, schema, "frame")
    if taken is not frame:
        # A frame of narwhals is one of our own, on its way.
        check_reserved(schema, "frame")
    return taken
