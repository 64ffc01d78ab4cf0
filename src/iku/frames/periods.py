"""Which rows are earlier periods of the same entity, and how an engine looks back at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import narwhals as nw

from iku._attrs import frozen
from iku.errors import FrameError, quote
from iku.frames.names import require_column, take_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@frozen(kw_only=True)
class Urutan:
    """
    Urutan (order): which rows are earlier periods of the same entity.

    An earlier period is found by its number, not by its place: where the row of
    the year before is missing there is no value of the year before.
    """

    over: tuple[str, ...] = ()
    """Columns that tell entities apart."""
    order_by: str
    """Column of whole numbers that counts the periods."""
    sempit: bool = False
    """Sempit (narrow): whether the numbers of that column have fewer bits, or no sign."""
    terurut: bool = False
    """Whether the rows stand in that order, for engines that cannot look back otherwise."""

    def look_back(self, column: nw.Expr, steps: int) -> nw.Expr:
        """Give the values of a column `steps` periods before, null where no row is of then."""
        found: nw.Expr | None = None
        # The row of then is among the `steps` rows before this one, if there is one.
        for rows in range(steps, 0, -1):
            earlier = nw.when(self._is_before(rows, steps)).then(self._shift(column, rows))
            found = earlier if found is None else earlier.otherwise(found)
        return cast("nw.Expr", found)

    @property
    def is_twice(self) -> nw.Expr:
        """Whether a row is of the same entity and period as the row before it."""
        return self._is_before(1, 0).fill_null(value=False)

    def _is_before(self, rows: int, steps: int) -> nw.Expr:
        period = nw.col(self.order_by)
        if self.sempit:
            # There is no number before the first of a narrow type.
            period = period.cast(nw.Int64())
        before = self._shift(period, rows) == (period - steps if steps else period)
        if self.terurut:
            for name in self.over:
                entity, other = nw.col(name), nw.col(name).shift(rows)
                before &= (entity == other) | (entity.is_null() & other.is_null())
        return before

    def _shift(self, column: nw.Expr, rows: int) -> nw.Expr:
        shifted = column.shift(rows)
        if self.terurut:
            return shifted
        return shifted.over(*self.over, order_by=self.order_by)


def take_urutan(
    over: str | Sequence[str] | None, order_by: str | None, schema: Mapping[str, nw.dtypes.DType]
) -> Urutan | None:
    """
    Take the order of rows that a caller gave.

    Raises:
        FrameError: `unknown-column`, `wrong-type`, `wrong-column` for periods that are no whole
            numbers, `no-order` for `over` alone.
    """
    entities = () if over is None else take_names(over, "over")
    for name in entities:
        require_column(
            name, schema, wanted="a column that tells entities apart", location=("over",)
        )
    if order_by is None:
        if entities:
            raise FrameError(
                "no-order",
                found=f"over={quote(entities[0])} without order_by",
                expected="the column that counts the periods",
                repair='write order_by="tahun"',
                location=("order_by",),
            )
        return None
    dtype = require_column(
        order_by, schema, wanted="the column that counts the periods", location=("order_by",)
    )
    if not dtype.is_integer():
        raise FrameError(
            "wrong-column",
            found=f"column {quote(order_by)} of {dtype}",
            expected="whole numbers, one for each period, like years",
            repair="take the year of a date, or number the periods",
            location=("order_by",),
        )
    sempit = dtype not in {nw.Int64(), nw.Int32()}
    return Urutan(over=entities, order_by=order_by, sempit=sempit)
