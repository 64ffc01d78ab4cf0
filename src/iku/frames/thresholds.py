"""
On which side of a number the values of a column lie, without an error of rounding.

A double means the shortest decimal that it is printed as. Doubles and their
decimals have the same order, so comparing with one well-chosen double decides
as the decimals would.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import narwhals as nw
from attrs import evolve

from iku._attrs import frozen
from iku.errors import FrameError, quote
from iku.frames.inputs import Kolom, find_columns, mark_wide
from iku.frames.lowering import to_float
from iku.frames.names import require_column
from iku.tree import Variable

if TYPE_CHECKING:
    from iku.frames.names import Frame


@frozen(kw_only=True)
class Ukuran:
    """Ukuran (measure): a column of numbers under the name that reasons give it."""

    kolom: Kolom
    """The column."""
    desimal: int | None = None
    """Decimals of every number, in a column that holds decimals; they are compared as such."""
    panjang: nw.dtypes.DType | None = None
    """Panjang (long): the type of whole numbers that may have no place in 64 bits with a sign."""

    @property
    def persepuluhan(self) -> bool:
        """Whether it holds decimals."""
        return self.desimal is not None

    @property
    def is_finite(self) -> nw.Expr:
        """Whether there is a number."""
        return ~self.kolom.isi.is_null() if self.kolom.bulat else self.kolom.angka.is_finite()

    def is_beyond(self, batas: Fraction, *, termasuk: bool) -> nw.Expr:
        """Whether it is above a number or, where that counts as well, at least that."""
        if self.kolom.bulat:
            return self.kolom.angka >= to_float(Fraction(_find_next(batas, termasuk=termasuk)))
        if self.desimal is not None:
            # With more decimals than the column has, engines have no room for both.
            least = _find_next(batas * 10**self.desimal, termasuk=termasuk)
            return self.kolom.isi >= nw.lit(Decimal(f"{least}E-{self.desimal}"))
        nearest = to_float(batas)
        shown = Fraction(repr(nearest))
        if shown > batas or (termasuk and shown == batas):
            return self.kolom.angka >= nearest
        return self.kolom.angka > nearest

    def rename(self, kode: str) -> Ukuran:
        """Put the same numbers in the place of another variable."""
        return evolve(self, kolom=evolve(self.kolom, simpul=Variable(kode)))


def _find_next(batas: Fraction, *, termasuk: bool) -> int:
    """Give the least whole number above a number, or, where it counts as well, at least that."""
    return ceil(batas) if termasuk else floor(batas) + 1


def find_ukuran(taken: Frame, kode: str, name: str, *location: str | int) -> Ukuran:
    """
    Find the column that a caller named for one side of a comparison.

    Raises:
        FrameError: `unknown-column`, `wrong-column`, `wrong-type`.
    """
    schema = taken.collect_schema()
    node = Variable(kode)
    wanted = f"the column of {quote(kode)}"
    require_column(name, schema, wanted=wanted, location=location or (kode,))
    try:
        found = mark_wide(taken, find_columns((node,), schema, {kode: name}, None))[node]
    except FrameError as error:
        # It is an argument here, and none of many columns.
        error.location = location or (kode,)
        raise
    dtype = schema[name]
    return Ukuran(
        kolom=found,
        desimal=dtype.scale if isinstance(dtype, nw.Decimal) else None,
        panjang=dtype if isinstance(dtype, nw.UInt64 | nw.UInt128 | nw.Int128) else None,
    )


def make_ukuran(kode: str, name: str) -> Ukuran:
    """Take a column of doubles that was added to a frame."""
    kolom = Kolom(simpul=Variable(kode), nama=name, isi=nw.col(name), bulat=False, desimal=True)
    return Ukuran(kolom=kolom)
