"""
A document as lines: one for each Penjelasan, with all that stands above it.

The official tables are this list of lines, in which a cell reaches down over
the lines that share its noun.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from iku._attrs import frozen
from iku.domain import Dokumen, Indikator, Misi, Penjelasan, Sasaran, Tujuan

if TYPE_CHECKING:
    from collections.abc import Iterator


class Level(IntEnum):
    """How deep the noun of a column stands; cells of deeper columns reach less far."""

    TUJUAN = 1
    SASARAN = 2
    INDIKATOR = 3
    PENJELASAN = 4


@frozen(kw_only=True)
class Line:
    """One line of a table before its cells are merged."""

    place: tuple[int, ...]
    """The running numbers of its nouns, outermost first, one for each `Level`."""
    misi: Misi | None = None
    """The mission that its indicator stands directly under."""
    tujuan: Tujuan | None = None
    """Its goal."""
    sasaran: Sasaran | None = None
    """Its objective; None for an indicator of the goal or mission itself."""
    indikator: Indikator | None = None
    """Its indicator; None where a goal or objective has none."""
    penjelasan: Penjelasan | None = None
    """The explanation; None where the indicator has none."""

    @property
    def nomor(self) -> int:
        """The number of its objective, or of what stands in the place of one, from 1."""
        return self.place[1]


_Head: TypeAlias = tuple[Misi | None, Tujuan | None, Sasaran | None, tuple[Indikator, ...]]


def collect_lines(dokumen: Dokumen) -> tuple[Line, ...]:
    """Give the lines of a document in its order."""
    return tuple(_number(_collect_heads(dokumen)))


def collect_indikator_lines(indikator: Indikator) -> tuple[Line, ...]:
    """Give the lines of one indicator by itself."""
    return tuple(_number(iter([(None, None, None, (indikator,))])))


def _collect_heads(dokumen: Dokumen) -> Iterator[_Head]:
    for misi in dokumen.misi:
        if misi.indikator:
            yield misi, None, None, misi.indikator
    for tujuan in dokumen.tujuan:
        if tujuan.indikator or not tujuan.sasaran:
            yield None, tujuan, None, tujuan.indikator
        for sasaran in tujuan.sasaran:
            yield None, tujuan, sasaran, sasaran.indikator
    for sasaran in dokumen.sasaran:
        yield None, None, sasaran, sasaran.indikator
    if dokumen.indikator:
        yield None, None, None, dokumen.indikator


def _number(heads: Iterator[_Head]) -> Iterator[Line]:
    tujuan_before: object = ()
    first = third = fourth = 0
    for second, (misi, tujuan, sasaran, all_indikator) in enumerate(heads, start=1):
        first += tujuan is not tujuan_before
        tujuan_before = tujuan
        for indikator in all_indikator or (None,):
            third += 1
            for penjelasan in (indikator and indikator.penjelasan) or (None,):
                fourth += 1
                yield Line(
                    place=(first, second, third, fourth),
                    misi=misi,
                    tujuan=tujuan,
                    sasaran=sasaran,
                    indikator=indikator,
                    penjelasan=penjelasan,
                )
