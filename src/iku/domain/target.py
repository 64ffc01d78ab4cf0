"""
Target, Realisasi, Kondisi, Pagu and Data: what an indicator aims at and reaches.

`Variabel` names a measured input once; `Data` gives its value in a period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, TEXT, many, one, optional
from iku.angka import Angka
from iku.domain.asal import Asal
from iku.domain.nilai import NILAI, Kosong, Nilai
from iku.domain.periode import Periode
from iku.domain.rujukan import SumberData
from iku.domain.satuan import Satuan
from iku.domain.tambahan import TAMBAHAN, Tambahan
from iku.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASAL = optional(one(Asal))


@frozen(kw_only=True)
class Target:
    """
    Target kinerja (performance target): what an indicator is to reach in a period.

    >>> Target(periode=Periode.tahunan(2019), nilai=Angka("5")).nilai.teks
    '5'
    """

    periode: Periode = field(metadata=one(Periode))
    """The period that the target is for."""
    nilai: Nilai = field(metadata=NILAI)
    """What is to be reached."""
    sumber: str | None = field(default=None, metadata=optional(TEXT))
    """Document that sets it, where several do ("Renstra", "PK Perubahan")."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Realisasi:
    """
    Realisasi (reported result): what was measured or reported for a period.

    Capaian is computed from it and never stored in its place.
    """

    periode: Periode = field(metadata=one(Periode))
    """The period that it speaks of."""
    nilai: Nilai = field(metadata=NILAI)
    """What was reported; `Kosong` says why there is nothing."""
    sumber: str | None = field(default=None, metadata=optional(TEXT))
    """Who or what reported it."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Kondisi:
    """Kondisi awal or akhir (state at the start or the end of a plan)."""

    nilai: Nilai = field(metadata=NILAI)
    """The value of the indicator then."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period it was, where the document says."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""


@frozen(kw_only=True)
class Pagu:
    """Pagu (budget ceiling): money set aside for the target of a period, in rupiah."""

    periode: Periode = field(metadata=one(Periode))
    """The period."""
    nilai: Angka = field(metadata=one(Angka))
    """Rupiah."""


@frozen(kw_only=True)
class Variabel:
    """
    Variabel (variable): a measured quantity that formulas are computed from.

    It is declared once in a document and shared by the formulas that name its
    kode.
    """

    kode: str = field(metadata=KODE)
    """The name in formulas; letters, digits and underscores need no backticks there."""
    nama: str = field(metadata=TEXT)
    """Official name ("Nilai Tambah Bruto Koperasi")."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """Unit of measure."""
    definisi: str | None = field(default=None, metadata=optional(TEXT))
    """What exactly is counted."""
    sumber_data: tuple[SumberData, ...] = field(default=(), metadata=many(SumberData))
    """Where its figures come from."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


@frozen(kw_only=True)
class Data:
    """Data (measured input): the value of a Variabel in a period."""

    variabel: str = field(metadata=KODE)
    """Kode of the Variabel."""
    periode: Periode = field(metadata=one(Periode))
    """The period that it was measured for."""
    nilai: Angka | Kosong = field(metadata=one(Angka, Kosong))
    """The figure, or why there is none."""
    sumber: str | None = field(default=None, metadata=optional(TEXT))
    """Who or what reported it."""
    asal: Asal | None = field(default=None, metadata=_ASAL)
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""


class _OfPeriode(Protocol):
    @property
    def periode(self) -> Periode: ...
    @property
    def sumber(self) -> str | None: ...


def refuse_repeated(items: Iterable[_OfPeriode], field_name: str) -> None:
    """
    Refuse two Target or two Realisasi for one Periode and source.

    Raises:
        DomainError: `duplicate-target` or `duplicate-realisasi`, at the second one.
    """
    seen: set[tuple[Periode, str | None]] = set()
    for index, item in enumerate(items):
        key = (item.periode, item.sumber)
        if key in seen:
            raise DomainError(
                f"duplicate-{field_name}",
                found=f"a second {field_name} for {item.periode}",
                expected=f"one {field_name} for each period and source",
                repair="remove one, or name the source of each in sumber",
                location=(field_name, index),
            )
        seen.add(key)
