"""Visi, Misi, Tujuan and Sasaran: the levels of a plan."""

from __future__ import annotations

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, TEXT, many, one, optional
from iku.domain.asal import Asal
from iku.domain.indikator import Indikator
from iku.domain.tambahan import TAMBAHAN, Tambahan

_ASAL = optional(one(Asal))


@frozen(kw_only=True)
class Visi:
    """Visi (vision) of the regional government that the plan serves."""

    uraian: str = field(metadata=TEXT)
    """The vision, word for word."""
    kode: str | None = field(default=None, metadata=optional(KODE))
    """Unique in its document."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Misi:
    """Misi (mission): one of the ways in which the Visi is pursued."""

    kode: str = field(metadata=KODE)
    """Unique in its document."""
    uraian: str = field(metadata=TEXT)
    """The mission, word for word, or just its number where no more is printed."""
    indikator: tuple[Indikator, ...] = field(default=(), metadata=many(Indikator))
    """Indicators grouped directly under the mission."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Sasaran:
    """Sasaran strategis (strategic objective): a result that a Tujuan breaks down into."""

    kode: str = field(metadata=KODE)
    """Unique in its document."""
    uraian: str = field(metadata=TEXT)
    """The objective, word for word."""
    perspektif: str | None = field(default=None, metadata=optional(TEXT))
    """Perspective of a strategy map, where the plan has one."""
    keterangan: str | None = field(default=None, metadata=optional(TEXT))
    """Description of the objective, where the plan prints one."""
    indikator: tuple[Indikator, ...] = field(default=(), metadata=many(Indikator))
    """Its indicators."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Tujuan:
    """Tujuan (goal): what the agency wants to have brought about at the end of the plan."""

    kode: str = field(metadata=KODE)
    """Unique in its document."""
    uraian: str = field(metadata=TEXT)
    """The goal, word for word."""
    misi: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the Misi that it serves."""
    indikator: tuple[Indikator, ...] = field(default=(), metadata=many(Indikator))
    """Indikator tujuan (indicators of the goal itself)."""
    sasaran: tuple[Sasaran, ...] = field(default=(), metadata=many(Sasaran))
    """The objectives below it."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""
