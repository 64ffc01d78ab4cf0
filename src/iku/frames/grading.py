"""The class of a scale that each row of a column earns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import narwhals as nw

from iku.domain.skala import Tepi
from iku.formula.evaluation.alasan import KodeAlasan
from iku.frames.evaluating import convert_back, take_frame
from iku.frames.names import check_new
from iku.frames.reasons import write_reason
from iku.frames.stages import add_columns
from iku.frames.thresholds import find_ukuran
from iku.scoring import GapPolicy
from iku.scoring import grade as grade_one
from iku.scoring.gaps import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.domain.skala import Skala
    from iku.frames.thresholds import Ukuran

F = TypeVar("F")
"""The kind of frame: what comes in comes out."""

_Case: TypeAlias = tuple[nw.Expr | None, str | KodeAlasan]
"""Where it holds, everywhere else if None; and the label, or why there is none."""

_HALF: Final = Fraction(1, 2)


def grade(  # noqa: PLR0913 - each is a name that the caller may give
    frame: F,
    skala: Skala,
    *,
    nilai: str,
    into: str = "predikat",
    gap: GapPolicy | str | None = None,
    reason: str | None = None,
    allow_unverified: bool = False,
) -> F:
    """
    Find the class of a scale that the number in each row earns, as a column of labels.

    Every label is the one that `iku.grade` gives: a double means the shortest decimal that
    it is printed as, and at a bound nothing is rounded. What the engine computed in double
    precision may lie beside a bound that the exact value is on; grade figures that were
    computed with `digits`, as many as the scale has and some more.

    >>> import polars as pl
    >>> from iku.regulations import SKALA_PERMENDAGRI
    >>> rows = pl.DataFrame({"capaian": [85.24, 90.5, None]})
    >>> grade(rows, SKALA_PERMENDAGRI.isi, nilai="capaian", reason="alasan").rows()
    [(85.24, 'Tinggi', None), (90.5, None, 'celah_skala: skor'), (None, None, 'tanpa_data: skor')]
    >>> grade(rows, SKALA_PERMENDAGRI.isi, nilai="capaian", gap="lower_edge")["predikat"][1]
    'Tinggi'

    Raises:
        FrameError: `not-a-frame`, `unknown-column`, `wrong-column`, `duplicate-column`,
            `wrong-type`.
        ScoringError: `unverified-skala`, `wrong-type` or `bad-choice`, as `iku.grade`.
    """
    taken = take_frame(frame)
    asked = grade_one(None, skala, gap=gap, allow_unverified=allow_unverified)
    check_new(taken, into=into, reason=reason)
    ukuran = find_ukuran(taken, NAME, nilai, "nilai")
    cases = [*_find_absent(ukuran), *_find_classes(ukuran, asked.skala, asked.gap)]
    new = {into: _write(cases, reasons=False)}
    if reason is not None:
        new[reason] = _write(cases, reasons=True)
    return convert_back(frame, add_columns(taken, new))


def _write(cases: Sequence[_Case], *, reasons: bool) -> nw.Expr:
    """Write the labels as a column, or the reasons."""
    done = nw.lit(None).cast(nw.String())
    for condition, said in reversed(cases):
        is_reason = isinstance(said, KodeAlasan)
        text = write_reason(said, (NAME,)) if is_reason else said
        cell = nw.lit(text if is_reason is reasons else None).cast(nw.String())
        done = cell if condition is None else nw.when(condition).then(cell).otherwise(done)
    return done


def _find_absent(ukuran: Ukuran) -> Iterator[_Case]:
    yield ukuran.kolom.isi.is_null(), KodeAlasan.TANPA_DATA
    if not ukuran.kolom.bulat:
        yield ~ukuran.is_finite, KodeAlasan.BUKAN_BILANGAN


def _find_classes(ukuran: Ukuran, skala: Skala, gap: GapPolicy | None) -> Iterator[_Case]:
    """Go down from the highest class: what is not above its bound is of a lower one."""
    if not skala.has_bounds:
        yield None, KodeAlasan.SKALA_TANPA_BATAS
        return
    for index, predikat in reversed(list(enumerate(skala.predikat))):
        if predikat.batas_atas is not None:
            # Where the end belongs to the class, what is behind it is above it.
            closed = predikat.tepi_atas is Tepi.TERTUTUP
            behind = ukuran.is_beyond(Fraction(predikat.batas_atas.nilai), termasuk=not closed)
            for condition, said in _find_gap(ukuran, skala, index, gap):
                yield behind if condition is None else behind & condition, said
        begin = predikat.batas_bawah
        if begin is None:
            yield None, predikat.label
            return
        closed = predikat.tepi_bawah is Tepi.TERTUTUP
        yield ukuran.is_beyond(Fraction(begin.nilai), termasuk=closed), predikat.label
    yield None, KodeAlasan.DI_LUAR_SKALA


def _find_gap(ukuran: Ukuran, skala: Skala, index: int, gap: GapPolicy | None) -> Iterator[_Case]:
    """Say what becomes of a number behind the end of a class and before the next one."""
    if index == len(skala.predikat) - 1:
        yield None, KodeAlasan.DI_LUAR_SKALA
    elif gap is GapPolicy.LOWER_EDGE:
        yield None, skala.predikat[index].label
    elif gap is not GapPolicy.ROUND_TO_STEP:
        yield None, KodeAlasan.CELAH_SKALA
    elif skala.langkah is None:
        yield None, KodeAlasan.TANPA_LANGKAH
    else:
        yield from _find_rounded(ukuran, skala, index, Fraction(skala.langkah.nilai))


def _find_rounded(ukuran: Ukuran, skala: Skala, index: int, step: Fraction) -> Iterator[_Case]:
    """
    Round to the step without rounding: by the halves that numbers go up or down from.

    The bounds are multiples of the step, so only the two that make the gap are
    of a class, where they belong to it.
    """
    below, above = skala.predikat[index : index + 2]
    # Every class but the lowest has a begin, and an end was looked for before.
    ends = [each.nilai for each in (below.batas_atas, above.batas_bawah) if each is not None]
    low, high = Fraction(ends[0]) + step * _HALF, Fraction(ends[1]) - step * _HALF
    # A half is rounded away from zero.
    up = ukuran.is_beyond(high, termasuk=high > 0)
    if above.tepi_bawah is Tepi.TERTUTUP:
        yield up, above.label
    if below.tepi_atas is Tepi.TERTUTUP:
        yield ~ukuran.is_beyond(low, termasuk=low > 0), below.label
    yield None, KodeAlasan.CELAH_SKALA
