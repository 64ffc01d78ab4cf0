"""
The same formulas as somebody would write them for one engine, with the same guards.

A value is null where an input is null or no finite number, where a denominator is
zero, and where the value is too large for a double. An infinite denominator
would make the quotient zero, so it is looked at by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from .tables import BOBOT, UNSUR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Columns = Mapping[str, NDArray[np.float64]]


def _share_polars() -> pl.Expr:
    return pl.col("A") / pl.col("B") * 100.0


def _growth_polars() -> pl.Expr:
    value = (pl.col("A") - pl.col("B")) / pl.col("B") * 100.0
    return pl.when(pl.col("B").is_finite() & value.is_finite()).then(value)


def _ratio_polars() -> pl.Expr:
    value = _share_polars()
    return pl.when(pl.col("B").is_finite() & value.is_finite()).then(value)


def _capped_polars() -> pl.Expr:
    value = _share_polars()
    guarded = pl.when(pl.col("B").is_finite() & value.is_finite())
    return guarded.then(value.clip(upper_bound=120.0))


def _weighted_polars() -> pl.Expr:
    total = pl.col(UNSUR[0]) * BOBOT[0]
    for kode, bobot in zip(UNSUR[1:], BOBOT[1:], strict=True):
        total = total + pl.col(kode) * bobot
    return pl.when(total.is_finite()).then(total)


def _looked_up_polars() -> pl.Expr:
    year = pl.col("tahun")
    is_before = year.shift(1).over("kota", order_by="tahun") == year - 1
    before = pl.when(is_before).then(pl.col("A").shift(1).over("kota", order_by="tahun"))
    value = (pl.col("A") - before) / before * 100.0
    return pl.when(before.is_finite() & value.is_finite()).then(value)


POLARS: Final[Mapping[str, Callable[[], pl.Expr]]] = {
    "ratio": _ratio_polars,
    "growth": _growth_polars,
    "growth, looked up": _looked_up_polars,
    "weighted": _weighted_polars,
    "capped": _capped_polars,
}
"""One expression for each."""

_SHARE: Final = "A / B * 100.0::double"
_CHANGE: Final = "(A - B) / B * 100.0::double"
_TOTAL: Final = " + ".join(
    f"{kode} * {bobot}::double" for kode, bobot in zip(UNSUR, BOBOT, strict=True)
)
_WINDOW: Final = "over (partition by kota order by tahun)"
_BEFORE: Final = f"""(
    select A, case when lag(tahun) {_WINDOW} = tahun - 1 then lag(A) {_WINDOW} end B
    from "table"
)"""  # noqa: S608 - ours


def _ask(condition: str, value: str, source: str = '"table"') -> str:
    return f"select case when {condition} then {value} end nilai from {source}"  # noqa: S608 - ours


DUCKDB: Final = {
    "ratio": _ask(f"isfinite(B) and isfinite({_SHARE})", _SHARE),
    "growth": _ask(f"isfinite(B) and isfinite({_CHANGE})", _CHANGE),
    "growth, looked up": _ask(f"isfinite(B) and isfinite({_CHANGE})", _CHANGE, _BEFORE),
    "weighted": _ask(f"isfinite({_TOTAL})", _TOTAL),
    "capped": _ask(f"isfinite(B) and isfinite({_SHARE})", f"least({_SHARE}, 120.0::double)"),
}
"""One query for each."""


def _keep(value: NDArray[np.float64], *more: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.isfinite(value)
    for other in more:
        kept &= np.isfinite(other)
    value[~kept] = np.nan
    return value


def _weighted_numpy(columns: Columns) -> NDArray[np.float64]:
    total = columns[UNSUR[0]] * BOBOT[0]
    for kode, bobot in zip(UNSUR[1:], BOBOT[1:], strict=True):
        total += columns[kode] * bobot
    return _keep(total)


NUMPY: Final[Mapping[str, Callable[[Columns], NDArray[np.float64]]]] = {
    "ratio": lambda c: _keep(c["A"] / c["B"] * 100.0, c["B"]),
    "growth": lambda c: _keep((c["A"] - c["B"]) / c["B"] * 100.0, c["B"]),
    "weighted": _weighted_numpy,
    "capped": lambda c: np.minimum(_keep(c["A"] / c["B"] * 100.0, c["B"]), 120.0),
}
"""One function for each; numpy has no null, so NaN stands for it."""
