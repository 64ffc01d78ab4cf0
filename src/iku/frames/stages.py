"""Columns that are added stage by stage, so that what is used twice is computed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import narwhals as nw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iku.frames.names import Frame

W = TypeVar("W", bound="Frame")
"""A frame of narwhals, in memory or not."""


def add_columns(taken: W, *stages: Mapping[str, nw.Expr], drop: Iterable[str] = ()) -> W:
    """
    Add columns, stage by stage, and drop those that only later stages needed.

    What columns of a stage share is computed once, where the engine can.
    """
    if isinstance(taken, nw.DataFrame) and taken.implementation.is_polars():
        return cast("W", add_columns(taken.lazy(), *stages, drop=drop).collect())
    done = taken
    for new in filter(None, stages):
        done = cast("W", done.with_columns(**new))
    return cast("W", done.drop(*drop)) if drop else done
