"""
Many rows at once: the same formula on a dataframe, a database and a cluster.

A formula is written as expressions of the engine that holds the rows (polars,
pandas, pyarrow, DuckDB or PySpark), which computes them itself. Nothing here
is loaded before it is used, and what it needs is in extras: `iku[frames]`, and
`iku[duckdb]` or `iku[spark]` for these engines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from iku.frames.extras import require_library

if TYPE_CHECKING:
    from iku.frames.aggregating import aggregate as aggregate
    from iku.frames.capaian.computing import compute_capaian as compute_capaian
    from iku.frames.dokumen.evaluating import evaluate_dokumen as evaluate_dokumen
    from iku.frames.dokumen.restoring import to_dokumen as to_dokumen
    from iku.frames.dokumen.rows import from_dokumen as from_dokumen
    from iku.frames.evaluating import evaluate as evaluate
    from iku.frames.grading import grade as grade

__all__ = [
    "aggregate",
    "compute_capaian",
    "evaluate",
    "evaluate_dokumen",
    "from_dokumen",
    "grade",
    "to_dokumen",
]

_HOMES: Final = {
    "aggregate": "iku.frames.aggregating",
    "compute_capaian": "iku.frames.capaian.computing",
    "evaluate": "iku.frames.evaluating",
    "evaluate_dokumen": "iku.frames.dokumen.evaluating",
    "from_dokumen": "iku.frames.dokumen.rows",
    "grade": "iku.frames.grading",
    "to_dokumen": "iku.frames.dokumen.restoring",
}


def _load(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'iku.frames' has no attribute {name!r}"
        raise AttributeError(message, name=name)
    require_library("narwhals", "frames")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


if not TYPE_CHECKING:
    # A checker that saw it would let every misspelt name pass.
    __getattr__ = _load


def __dir__() -> list[str]:
    return sorted(__all__)
