"""The engines, each with a way to make a frame of rows and to read one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import duckdb
import narwhals as nw
import polars as pl
import pyarrow as pa
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Cell: TypeAlias = tuple[float | None, str | None]
"""What a row came to: its value, and why there is none."""

_CONNECTION: Final = duckdb.connect()


def _take_to_pandas(table: pa.Table) -> object:
    return table.to_pandas()  # pyright: ignore[reportUnknownMemberType] - no stubs know its options


ENGINES: Final[dict[str, Callable[[pa.Table], Any]]] = {
    "polars": pl.DataFrame,
    "polars, lazy": lambda table: pl.DataFrame(table).lazy(),
    "pandas": _take_to_pandas,
    "pyarrow": lambda table: table,
    "DuckDB": _CONNECTION.from_arrow,
}
"""How each engine takes a table."""


def count_examples(usual: int) -> int:
    """Give the number of examples under the profile that is on; nightly has more of them."""
    return usual * settings().max_examples // 100


def make_table(columns: Mapping[str, Sequence[object]], **types: pa.DataType) -> pa.Table:
    """Make a table of doubles, or of the types that are named, with the place of each row."""
    length = len(next(iter(columns.values())))
    fields = [(name, types.get(name, pa.float64())) for name in columns]
    schema = pa.schema([*fields, ("urut", pa.int64())])
    return pa.table({**columns, "urut": [*range(length)]}, schema=schema)


def read_rows(frame: object, *names: str) -> list[tuple[Any, ...]]:
    """Give columns of a frame as rows, in the order in which they were put in."""
    given = cast("nw.DataFrame[Any]", nw.from_native(cast("Any", frame)))
    taken = given.lazy().collect().sort("urut")
    columns: list[list[object]] = [taken[name].to_list() for name in names]
    return [tuple(_take(cell) for cell in row) for row in zip(*columns, strict=True)]


def _take(cell: object) -> object:
    # pandas has marks of its own for what is missing, and none of them equals itself.
    return cell if cell == cell else None  # noqa: PLR0124
