"""Ketentuan: something that a norm fixes, with where it stands and when it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from attrs import field

from iku._attrs import frozen
from iku._checks import DATE, KODE, TEXT, one, optional
from iku.domain.rujukan import Rujukan

if TYPE_CHECKING:
    from iku.domain.skala import Skala

T_co = TypeVar("T_co", covariant=True)


@frozen(kw_only=True)
class Ketentuan(Generic[T_co]):
    """
    Ketentuan (provision): a formula, a scale or a parameter that a norm fixes.

    >>> from iku.regulations import IKM
    >>> IKM.kode, IKM.rujukan.status.value
    ('ikm-14-2017', 'sekunder')
    >>> str(IKM.rujukan.dasar_hukum)[:43]
    'Peraturan Menteri PANRB Nomor 14 Tahun 2017'
    """

    kode: str = field(metadata=KODE)
    """Name of this variant, for people and files."""
    nama: str = field(metadata=TEXT)
    """What it is, in Indonesian."""
    isi: T_co
    """Isi (content): the formula, the scale or the parameter itself."""
    rujukan: Rujukan = field(metadata=one(Rujukan))
    """Where it is laid down, and how far that was read."""
    berlaku_mulai: date | None = field(default=None, metadata=optional(DATE))
    """First day on which it holds; None where no text that was read says so."""
    berlaku_sampai: date | None = field(default=None, metadata=optional(DATE))
    """Last day on which it holds; None while it holds, and where no text says so."""


def make_ketentuan(skala: Skala) -> Ketentuan[Skala]:
    """
    Make the provision that lays down a scale, from what the scale says about itself.

    Raises:
        DomainError: `wrong-type`: the scale has no reference.
    """
    return Ketentuan(
        kode=skala.kode,
        nama=skala.nama,
        isi=skala,
        rujukan=cast("Rujukan", skala.rujukan),
        berlaku_mulai=skala.berlaku_mulai,
        berlaku_sampai=skala.berlaku_sampai,
    )
