"""
How exact figures come into a frame, engine by engine.

Every engine computes the figures and where they are certain. What is left is computed
again with fractions: in frames in memory all at once, in lazy frames of polars
batch by batch, and in DuckDB and Spark before the query runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import narwhals as nw

from iku.errors import FrameError
from iku.frames.exact.asking import resolve_duckdb, resolve_spark
from iku.frames.exact.batches import resolve_polars
from iku.frames.exact.rounding import FIGURE
from iku.frames.exact.tasks import Tugas, complete, round_figures
from iku.frames.stages import add_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.frames.exact.tasks import W
    from iku.frames.names import Frame

_PIECE: Final = 1 << 21
"""Rows that are computed at once in memory."""


def resolve(taken: Frame, tugas: Tugas) -> Frame:
    """
    Add exact figures to a frame of any engine.

    Raises:
        FrameError: `unsupported-engine` for a lazy one that is not in `RESOLVERS`,
            `missing-extra` where one needs a library that is not installed.
    """
    if isinstance(taken, nw.DataFrame):
        if taken.implementation.is_polars():
            return cast("nw.LazyFrame[Any]", resolve(taken.lazy(), tugas)).collect()
        return _resolve_in_memory(taken, tugas)
    known = taken.collect_schema().names()
    late = tugas.read_back(tugas.early)
    figures = round_figures(add_columns(taken, tugas.early), late)
    resolver = RESOLVERS.get(taken.implementation)
    if resolver is None:
        raise FrameError(
            "unsupported-engine",
            found=f"digits={tugas.digits} in a frame of {taken.implementation}",
            expected="polars, DuckDB or PySpark, or a frame in memory",
            repair="leave digits out, or collect the rows first",
            location=("digits",),
        )
    return _drop_own(resolver(figures, late), known, tugas)


def _resolve_in_memory(taken: nw.DataFrame[Any], tugas: Tugas) -> nw.DataFrame[Any]:
    """Compute piece by piece, so that what is there for the time being is small, and reused."""
    inputs = taken.select(**tugas.inputs)
    late = tugas.read_back(tugas.inputs)
    pieces: list[nw.DataFrame[Any]] = []
    for start in range(0, len(inputs) or 1, _PIECE):
        figures = round_figures(inputs[start : start + _PIECE], late)
        done = complete(figures, late, figures[FIGURE].is_null())
        pieces.append(figures.select(*done))
    new = nw.concat(pieces)
    return taken.with_columns(*(new[name] for name in tugas.added))


def _drop_own(done: W, known: Sequence[str], tugas: Tugas) -> W:
    own = [name for name in done.collect_schema() if name not in {*known, *tugas.added}]
    return cast("W", done.drop(*own))


RESOLVERS: Final = {
    nw.Implementation.POLARS: resolve_polars,
    nw.Implementation.DUCKDB: resolve_duckdb,
    nw.Implementation.PYSPARK: resolve_spark,
}
"""How lazy frames are finished, by engine."""
