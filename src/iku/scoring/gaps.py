"""Which class of a scale a value falls into, and what becomes of a number between two."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeAlias

from iku.angka import Angka, round_half_up
from iku.domain.nilai import Kategori
from iku.domain.skala import Predikat, Skala, find_letak
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.scoring.rules.labels import find_predikat
from iku.scoring.skala_text import write_beyond

NAME: Final = "skor"
"""What reasons call the value that is graded."""

Dinilai: TypeAlias = Fraction | Kategori | Alasan
"""What is graded: an exact number, a label, or the reason why there is neither."""


class GapPolicy(StrEnum):
    """
    What becomes of a number between two rows of a printed table.

    The words are English because they name something the library does, not
    something a regulation says: no official text on it is known.
    """

    ROUND_TO_STEP = "round_to_step"
    """It is rounded half-up to the step in which the table is printed, once."""
    LOWER_EDGE = "lower_edge"
    """It belongs to the class whose lower edge it has passed."""
    REFUSE = "refuse"
    """It belongs to none, and the answer says so."""


def find_kelas(nilai: Dinilai, skala: Skala, gap: GapPolicy | None) -> Predikat | Alasan:
    """Find the class of a scale, or say why there is none."""
    if isinstance(nilai, Alasan):
        return nilai
    if isinstance(nilai, Kategori):
        return find_predikat(NAME, nilai, skala)
    if not skala.has_bounds:
        return blame(KodeAlasan.SKALA_TANPA_BATAS, NAME)
    return _judge_number(nilai, skala, gap)


def _judge_number(nilai: Fraction, skala: Skala, gap: GapPolicy | None) -> Predikat | Alasan:
    letak = find_letak(skala, nilai)
    if letak.di_dalam:
        return skala.predikat[letak.kelas]
    if not 0 <= letak.kelas < len(skala.predikat) - 1:
        return _blame_letak(KodeAlasan.DI_LUAR_SKALA, nilai, skala)
    if gap is GapPolicy.LOWER_EDGE:
        return skala.predikat[letak.kelas]
    if gap is GapPolicy.ROUND_TO_STEP:
        return _judge_rounded(nilai, skala)
    return _blame_letak(KodeAlasan.CELAH_SKALA, nilai, skala)


def _judge_rounded(nilai: Fraction, skala: Skala) -> Predikat | Alasan:
    if skala.langkah is None:
        return blame(KodeAlasan.TANPA_LANGKAH, NAME)
    rounded = round_to_step(nilai, skala.langkah)
    letak = find_letak(skala, rounded)
    if letak.di_dalam:
        return skala.predikat[letak.kelas]
    return _blame_letak(KodeAlasan.CELAH_SKALA, rounded, skala)


def round_to_step(nilai: Fraction, langkah: Angka) -> Fraction:
    """
    Round half-up to a multiple of the step.

    >>> round_to_step(Fraction("3.0642"), Angka("0.0004")) == Fraction("3.0644")
    True
    """
    step = Fraction(langkah.nilai)
    return Fraction(round_half_up(nilai / step, 0)) * step


def _blame_letak(kode: KodeAlasan, nilai: Fraction, skala: Skala) -> Alasan:
    where = write_beyond(nilai, skala, find_letak(skala, nilai).kelas)
    return blame(kode, NAME, keterangan=where)
