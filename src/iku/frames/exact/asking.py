"""
Engines that are asked once for the rows that are not certain: DuckDB and Spark.

Neither has a place in a query where some rows are computed in Python and all others are
left alone. What rows that are asked for come to is written into the query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast
from uuid import uuid4

import narwhals as nw

from iku.frames.exact.batches import resolve_on_workers
from iku.frames.exact.rounding import FIGURE
from iku.frames.exact.tasks import (
    WHY,
    Tugas,
    add_reason,
    compute_answers,
    make_series,
    round_figures,
)
from iku.frames.extras import require_library
from iku.frames.lowering import require_all
from iku.frames.reasons import lower_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.frames.exact.rounding import Answer

_FEW: Final = 64
"""Rows whose answers are written into a query."""
_ANSWER: Final = "__iku_answer"
_SAID: Final = "__iku_said"


def resolve_duckdb(figures: nw.LazyFrame[Any], tugas: Tugas) -> nw.LazyFrame[Any]:
    """Write down what the rows that are not certain come to; where they are many, join them."""
    require_library("pyarrow", "duckdb")
    rows = _find_doubtful(figures, tugas).collect()
    if len(rows) > _FEW:
        return _join(add_reason(figures, tugas), rows, tugas)
    return _write_down(figures, rows, tugas)


# The test command must not need Java: `pytest -m spark` starts a session and runs this.
def resolve_spark(  # pragma: no cover - needs Java: pytest -m spark
    figures: nw.LazyFrame[Any], tugas: Tugas
) -> nw.LazyFrame[Any]:
    """Write down what the rows that are not certain come to; workers finish what has many."""
    require_library("pyarrow", "spark")
    if not figures.to_native().isStreaming:
        rows = _find_doubtful(figures, tugas).head(_FEW + 1).collect()
        if len(rows) <= _FEW:
            return _write_down(figures, rows, tugas)
    return resolve_on_workers(figures, tugas)


def _find_doubtful(figures: nw.LazyFrame[Any], tugas: Tugas) -> nw.LazyFrame[Any]:
    """Find the inputs of rows that are not certain, each once."""
    doubtful = figures.filter(~nw.col(FIGURE).is_finite()).select(**tugas.inputs)
    # Its own way to leave out what comes twice numbers and sorts the rows.
    return cast("nw.LazyFrame[Any]", nw.from_native(doubtful.to_native().distinct()))


def _write_down(
    figures: nw.LazyFrame[Any], rows: nw.DataFrame[Any], tugas: Tugas
) -> nw.LazyFrame[Any]:
    """Write answers into the query, where only rows that are not certain are looked up."""
    answers = compute_answers(rows, tugas)
    figure, said = (_write_answers(rows, answers, part, tugas) for part in (0, 1))
    new: dict[str, nw.Expr] = {tugas.into: nw.col(FIGURE)}
    if tugas.reason is not None:
        why = nw.coalesce(said, lower_reason(tugas.pohon, tugas.columns))
        new[tugas.reason] = nw.when(nw.col(FIGURE).is_null()).then(why)
    return round_figures(figures, tugas, figure).with_columns(**new)


def _write_answers(
    rows: nw.DataFrame[Any], answers: Sequence[Answer], part: int, tugas: Tugas
) -> nw.Expr:
    """Write figures, or reasons, by the inputs that they belong to."""
    columns = [column.isi for column in tugas.columns.values()]
    found = [
        nw.when(require_all(isi == cell for isi, cell in zip(columns, row, strict=True))).then(
            nw.lit(answer[part])
        )
        for row, answer in zip(rows.rows(), answers, strict=True)
        if answer[part] is not None
    ]
    return nw.coalesce(*found, nw.lit(None).cast((nw.Float64(), nw.String())[part]))


def _join(ready: nw.LazyFrame[Any], doubtful: nw.DataFrame[Any], tugas: Tugas) -> nw.LazyFrame[Any]:
    """Put the answer of every row beside it."""
    # Zero with and without sign are one key.
    places = {row: place for place, row in enumerate(doubtful.rows())}
    rows = doubtful[list(places.values())]
    answers = compute_answers(rows, tugas)
    said = [make_series(rows, answers, part) for part in (0, 1)]
    # Where a key is missing nothing is looked for, and most rows have nothing to find.
    keys = {
        name: nw.when(~nw.col(FIGURE).is_finite()).then(isi) for name, isi in tugas.inputs.items()
    }
    same = " and ".join(f'r."{name}" = a."{name}"' for name in keys)
    # Tables of the database are found before ours, so no name may be one of theirs.
    mine = f"__iku_{uuid4().hex}"
    globals()[mine] = rows.with_columns(said[0].alias(_ANSWER), said[1].alias(_SAID)).to_native()
    try:
        joined = (
            ready.with_columns(**keys)
            .to_native()
            .query(
                f"{mine}_rows",
                f'select r.*, a."{_ANSWER}", a."{_SAID}" from {mine}_rows r '  # noqa: S608 - names of our own
                f"left join {mine} a on {same}",
            )
        )
    finally:
        del globals()[mine]
    taken = cast("nw.LazyFrame[Any]", nw.from_native(joined))
    figure = nw.when(nw.col(FIGURE).is_finite()).then(nw.col(FIGURE)).otherwise(nw.col(_ANSWER))
    new = {tugas.into: figure}
    if tugas.reason is not None:
        new[tugas.reason] = nw.coalesce(nw.col(WHY), nw.col(_SAID))
    return taken.with_columns(**new)
