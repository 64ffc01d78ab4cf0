"""Target and realisasi of many rows: the columns they stand in, and where they are absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals as nw
from attrs import evolve

from iku._attrs import frozen
from iku.domain.indikator import Polaritas
from iku.formula.evaluation.alasan import KodeAlasan
from iku.frames.lowering import require_any
from iku.frames.reasons import write_reason
from iku.frames.thresholds import Ukuran

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.frames.inputs import Kolom
    from iku.frames.reasons import Case


@frozen(kw_only=True)
class Side:
    """One side: a column of numbers, or the two bounds of a range."""

    kode: str
    """What reasons call it."""
    ukuran: tuple[Ukuran, ...]
    """The column, or that of the lower bound and that of the upper."""

    @property
    def is_rentang(self) -> bool:
        """Whether it is a range."""
        return len(self.ukuran) > 1

    @property
    def kolom(self) -> Kolom:
        """The column, where there is one."""
        return self.ukuran[0].kolom

    @property
    def is_present(self) -> nw.Expr:
        """Whether there is a number, or there are two."""
        return nw.all_horizontal(*(each.is_finite for each in self.ukuran), ignore_nulls=False)

    def find_causes(self) -> Iterator[tuple[KodeAlasan, nw.Expr]]:
        """Say where there is none, and why."""
        columns = [each.kolom for each in self.ukuran]
        yield KodeAlasan.TANPA_DATA, require_any(each.isi.is_null() for each in columns)
        infinite = [~each.is_finite for each in self.ukuran if not each.kolom.bulat]
        if infinite:
            yield KodeAlasan.BUKAN_BILANGAN, require_any(infinite)
        if self.is_rentang:
            # Nobody knows what was meant by a range whose bounds are in the wrong order.
            yield KodeAlasan.TIDAK_TERBACA, columns[0].isi > columns[1].isi


@frozen(kw_only=True)
class Sides:
    """What a rule is applied to."""

    target: Side
    """What was to be reached."""
    realisasi: Side
    """What was reached."""
    polaritas: Polaritas | str | None
    """Which side is better, or the column that says it."""
    di_dalam: bool = False
    """Whether the realisasi lies inside the range that is the target."""

    def aim(self, bound: Ukuran) -> Sides:
        """Put one number in the place of the target."""
        return evolve(self, target=evolve(self.target, ukuran=(bound,)))


def blame_both(sides: Sides) -> Iterator[Case]:
    """Give a case for each cause of absence, the target first."""
    yield from blame_target(sides)
    for kode, absent in sides.realisasi.find_causes():
        yield absent, nw.lit(write_reason(kode, (sides.realisasi.kode,)))


def blame_target(sides: Sides, *, alone: bool = False) -> Iterator[Case]:
    """
    Give a case for each cause for which the target is absent.

    The text names the realisasi too, where that is absent for the same cause
    and not left `alone`.
    """
    others = {} if alone else dict(sides.realisasi.find_causes())
    for kode, absent in sides.target.find_causes():
        said = nw.lit(write_reason(kode, (sides.target.kode,)))
        if kode in others:
            both = nw.lit(write_reason(kode, (sides.target.kode, sides.realisasi.kode)))
            said = nw.when(others[kode]).then(both).otherwise(said)
        yield absent, said
