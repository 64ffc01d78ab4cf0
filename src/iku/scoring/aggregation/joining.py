"""The arithmetic of aggregation: exact sums of any number of values, in any order the same."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.bounds import MAXIMUM_RESULT, measure_bits
from iku.scoring.aggregation.butir import CaraAgregasi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.formula.evaluation.arithmetic import Jawaban
    from iku.scoring.aggregation.butir import Butir

MAXIMUM_TOTAL_BITS: Final = 2_000_000
"""
Numerators and denominators that are added up have no more bits together.

That is room for forty thousand ordinary values; adding up more might take
minutes.
"""


def is_used(butir: Butir, cara: CaraAgregasi) -> bool:
    """Tell whether an item counts: it has what is added up."""
    if cara is CaraAgregasi.RASIO:
        return butir.pembilang is not None and butir.penyebut is not None
    return isinstance(butir.nilai, Fraction)


def aggregate_butir(
    butir: Sequence[Butir], cara: CaraAgregasi, pengali: Fraction, maksimum: Fraction | None = None
) -> Jawaban:
    """
    Join items into one value; each value above `maksimum` counts as that.

    A mean is a weighted one whose weights are all 1, and both are a ratio of
    sums like that of numerators and denominators.
    """
    terms = [_split(each, cara, maksimum) for each in butir if is_used(each, cara)]
    if not terms:
        return blame(KodeAlasan.TANPA_NILAI)
    top = compute_total([above for above, _ in terms])
    bottom = compute_total([below for _, below in terms])
    if isinstance(top, Alasan) or isinstance(bottom, Alasan):
        return blame(KodeAlasan.TERLALU_BESAR, "butir")
    if not bottom:
        ratio = cara is CaraAgregasi.RASIO
        return blame(KodeAlasan.PEMBAGI_NOL, "penyebut") if ratio else blame(KodeAlasan.BOBOT_NOL)
    joined = top / bottom * pengali
    return blame(KodeAlasan.TERLALU_BESAR, "butir") if abs(joined) >= MAXIMUM_RESULT else joined


def _split(
    butir: Butir, cara: CaraAgregasi, maksimum: Fraction | None
) -> tuple[Fraction, Fraction]:
    """Give what an item adds above and below the line."""
    if cara is CaraAgregasi.RASIO:
        return butir.pembilang or Fraction(0), butir.penyebut or Fraction(0)
    value = butir.nilai if isinstance(butir.nilai, Fraction) else Fraction(0)
    bobot = Fraction(1) if butir.bobot is None else butir.bobot
    return (value if maksimum is None else min(value, maksimum)) * bobot, bobot


def compute_total(values: Sequence[Fraction]) -> Jawaban:
    """
    Add up any number of values exactly.

    In pairs and pairs of pairs, because denominators grow: one by one, the long
    ones would meet every value.

    >>> compute_total([Fraction(1, 3), Fraction(1, 6), Fraction(1, 2)])
    Fraction(1, 1)
    """
    if sum(map(measure_bits, values)) > MAXIMUM_TOTAL_BITS:
        return blame(KodeAlasan.TERLALU_BESAR, "butir")
    sums = list(values)
    while len(sums) > 1:
        sums = [sum(sums[index : index + 2], Fraction(0)) for index in range(0, len(sums), 2)]
    return sums[0]
