"""What is aggregated: each value under its kode, with its weight or its two parts."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import field

from iku._attrs import frozen
from iku._checks import TEXT, one, optional
from iku.domain.satuan import Satuan
from iku.formula.evaluation.arithmetic import Jawaban
from iku.formula.evaluation.computed import JAWABAN


class CaraAgregasi(StrEnum):
    """Cara agregasi (way of aggregating): how several values make one."""

    RATA_RATA = "rata_rata"
    """Their mean, each counting the same."""
    TERTIMBANG = "tertimbang"
    """Their mean by weights."""
    RASIO = "rasio"
    """The sum of the numerators over the sum of the denominators."""
    RATA_RATA_PERSEN = "rata_rata_persen"
    """The plain mean of percentages of different wholes, by name because it is seldom meant."""


class SaatBatas(StrEnum):
    """Saat batas (moment of the cap): whether values are capped, or only what they make."""

    SEBELUM = "sebelum"
    """Each value, before they are joined."""
    SESUDAH = "sesudah"
    """The one value, after they are joined."""


@frozen(kw_only=True)
class Butir:
    """Butir (item): one of the values that are aggregated."""

    kode: str = field(metadata=TEXT)
    """Kode of whatever has the value, or its place in the list."""
    nilai: Jawaban = field(metadata=JAWABAN)
    """The exact value before any cap, or the reason why it is skipped."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value, where it is known."""
    bobot: Fraction | None = field(default=None, metadata=optional(one(Fraction)))
    """Bobot (weight), where values are weighted."""
    pembilang: Fraction | None = field(default=None, metadata=optional(one(Fraction)))
    """Numerator, where numerators and denominators are added up."""
    penyebut: Fraction | None = field(default=None, metadata=optional(one(Fraction)))
    """Denominator, where numerators and denominators are added up."""
