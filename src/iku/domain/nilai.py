"""
Nilai (values): what a target, a realisasi or a measured input can be.

Five kinds: a number (`Angka`), a range, a threshold, a category, and nothing,
which always has a reason.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, TypeAlias

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, TEXT, choice, one, optional
from iku.angka import Angka
from iku.errors import DomainError


@frozen(kw_only=True)
class Rentang:
    """
    Rentang (range): a value between two bounds, both included, like `80 - 90%`.

    >>> Rentang(bawah=Angka("80"), atas=Angka("90"))
    Rentang(bawah=Angka(teks='80'), atas=Angka(teks='90'))

    Raises:
        DomainError: `rentang-order` when the lower bound is above the upper one.
    """

    tipe: ClassVar[str] = "rentang"
    """The tag on the wire."""

    bawah: Angka = field(metadata=one(Angka))
    """Batas bawah (lower bound)."""
    atas: Angka = field(metadata=one(Angka))
    """Batas atas (upper bound)."""

    def __attrs_post_init__(self) -> None:
        """Refuse bounds in the wrong order."""
        if self.bawah.nilai > self.atas.nilai:
            raise DomainError(
                "rentang-order",
                found=f"{self.bawah} to {self.atas}",
                expected="a lower bound that is not above the upper bound",
                repair="exchange the two bounds",
                location=("atas",),
            )


class Pembanding(StrEnum):
    """Pembanding (comparator) of a threshold."""

    KURANG_DARI = "<"
    PALING_BANYAK = "<="
    LEBIH_DARI = ">"
    PALING_SEDIKIT = ">="


@frozen(kw_only=True)
class Ambang:
    """
    Ambang (threshold): a bound with a comparator, like `≥ 85` or `kurang dari 49`.

    >>> Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=Angka("85")).pembanding.value
    '>='
    """

    tipe: ClassVar[str] = "ambang"
    """The tag on the wire."""

    pembanding: Pembanding = field(metadata=choice(Pembanding))
    """On which side of the bound the value must lie."""
    batas: Angka = field(metadata=one(Angka))
    """The bound."""


@frozen(kw_only=True)
class Kategori:
    """
    Kategori (category): a label of an ordered scale, like `BB` or `WTP`.

    >>> Kategori(label="BB").skala is None
    True
    """

    tipe: ClassVar[str] = "kategori"
    """The tag on the wire."""

    label: str = field(metadata=TEXT)
    """The label as the document writes it."""
    skala: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the scale it belongs to; None where the document does not say."""


class SebabKosong(StrEnum):
    """Sebab kosong (reason of absence): why there is no value."""

    TIDAK_DICANTUMKAN = "tidak_dicantumkan"
    """The document leaves the place empty."""
    BELUM_DILAPORKAN = "belum_dilaporkan"
    """A value will come and has not been reported yet."""
    TIDAK_BERLAKU = "tidak_berlaku"
    """There is no such value (N/A)."""
    TIDAK_TERBACA = "tidak_terbaca"
    """Something is printed that cannot be read with certainty."""


@frozen(kw_only=True)
class Kosong:
    """
    Kosong (absent): there is no value, and why.

    Zero is a number and never absent.

    >>> Kosong().sebab.value
    'tidak_dicantumkan'
    """

    tipe: ClassVar[str] = "kosong"
    """The tag on the wire."""

    sebab: SebabKosong = field(default=SebabKosong.TIDAK_DICANTUMKAN, metadata=choice(SebabKosong))
    """The reason."""
    keterangan: str | None = field(default=None, metadata=optional(TEXT))
    """What more is known, in the words of whoever found it absent."""


Nilai: TypeAlias = Angka | Rentang | Ambang | Kategori | Kosong
"""A value of a Target, Realisasi or Data."""

NILAI: dict[str, object] = one(Angka, Rentang, Ambang, Kategori, Kosong)
"""Field metadata: one of the five kinds of value."""
