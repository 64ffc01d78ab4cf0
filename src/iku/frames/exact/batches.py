"""Batches of rows that are finished where they are, while a query runs."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast

import narwhals as nw
from attrs import evolve

from iku._attrs import frozen
from iku.frames.exact.rounding import FIGURE
from iku.frames.exact.tasks import WHY, Tugas, add_reason, complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import polars as pl

_DONE: Final = "__iku_done"
"""Column of finished figures and reasons, for the time being."""

_SPARK: Final[dict[nw.dtypes.DType, str]] = {nw.Float64(): "double", nw.String(): "string"}
"""Types of new columns in Spark."""


def resolve_polars(figures: nw.LazyFrame[Any], tugas: Tugas) -> nw.LazyFrame[Any]:
    """Finish each batch as the query runs; what it does not touch stays free to be moved."""
    import polars as pl  # noqa: PLC0415 - whoever has such a frame has loaded it

    inputs = tugas.inputs
    ready = add_reason(figures, tugas).with_columns(**inputs).to_native()
    schema = nw.Schema(tugas.added).to_polars()
    names = (FIGURE, WHY)[: len(schema)]
    plain = len(schema) == 1
    done = pl.map_batches(
        [*names, *inputs],
        FinishRows(tugas.read_back(inputs)),
        return_dtype=pl.Float64() if plain else pl.Struct(schema),
        is_elementwise=True,
    )
    if plain:
        finished = ready.with_columns(done.alias(tugas.into))
    else:
        fields = [pl.col(_DONE).struct.field(name) for name in schema]
        finished = ready.with_columns(done.alias(_DONE)).with_columns(*fields)
    return cast("nw.LazyFrame[Any]", nw.from_native(finished))


@frozen(kw_only=False)
class FinishRows:
    """What polars does with the rows of a batch, on threads of its own."""

    tugas: Tugas
    """What is to be added."""

    def __call__(self, columns: Sequence[pl.Series]) -> pl.Series:
        """Finish a batch of figures, reasons where they are asked for, and inputs."""
        figure, *others = columns
        done = [figure, *others[: len(self.tugas.added) - 1]]
        # Most batches are finished, and this is the quickest way to see it.
        if not isfinite(figure.sum() or 0.0):
            figures = nw.from_dict({each.name: each for each in columns}, backend="polars")
            again = (~figures[FIGURE].is_finite()).fill_null(value=False)
            done = [series.to_native() for series in complete(figures, self.tugas, again)]
        if len(done) == 1:
            return done[0]
        made = nw.from_dict(dict(zip(self.tugas.added, done, strict=True)), backend="polars")
        return cast("pl.DataFrame", made.to_native()).to_struct()


# The test command must not need Java: `pytest -m spark` starts a session and runs this.
def resolve_on_workers(  # pragma: no cover - needs Java: pytest -m spark
    figures: nw.LazyFrame[Any], tugas: Tugas
) -> nw.LazyFrame[Any]:
    """Finish each batch where its partition is."""
    native = add_reason(figures, tugas).to_native()
    kinds = {field.name: field.dataType.simpleString() for field in native.schema.fields}
    kinds |= {name: _SPARK[dtype] for name, dtype in tugas.added.items()}
    schema = ", ".join(f"`{name.replace('`', '``')}` {kind}" for name, kind in kinds.items())
    columns = {node: evolve(column, lebar=column.bulat) for node, column in tugas.columns.items()}
    done: object = native.mapInArrow(FinishBatches(evolve(tugas, columns=columns)), schema)
    return cast("nw.LazyFrame[Any]", nw.from_native(cast("Any", done)))


@frozen(kw_only=False)
class FinishBatches:
    """What the workers of Spark do with their rows."""

    tugas: Tugas
    """What is to be added."""

    def __call__(self, batches: Iterable[object]) -> Iterator[object]:
        """Finish the batches of a partition."""
        for batch in batches:
            table = cast("Any", batch)
            figures = nw.from_arrow(table, backend="pyarrow")
            again = (~figures[FIGURE].is_finite()).fill_null(value=False)
            done = figures.with_columns(*complete(figures, self.tugas, again))
            yield from done.to_native().to_batches()
