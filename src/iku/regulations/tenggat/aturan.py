"""AturanTenggat: how many months after what a document is due, as data."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import DATE, KODE, TEXT, choice, many, one, wrong_type
from iku.domain.rujukan import Rujukan
from iku.errors import DomainError, quote

LONGEST: Final = 120
"""Months; a later deadline is a slip."""


class AcuanTenggat(StrEnum):
    """Acuan tenggat (reference day): from what the months are counted."""

    AKHIR_TAHUN = "akhir_tahun"
    """The last day of the fiscal year, which is known."""
    PENGESAHAN_ANGGARAN = "pengesahan_anggaran"
    """The day on which the budget document is approved, which somebody has to say."""
    PELANTIKAN = "pelantikan"
    """The day on which the head of the region takes office, which somebody has to say."""


def _check_year(value: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, "a year as an integer")
    return value


def _check_months(value: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, "a number of months")
    if not 1 <= value <= LONGEST:
        raise DomainError(
            "bad-periode",
            found=quote(value),
            expected=f"1 to {LONGEST} months",
            repair="give the whole months that the regulation gives",
        )
    return value


def _check_flag(value: object) -> bool:
    if type(value) is not bool:
        raise wrong_type(value, "True or False")
    return value


@frozen(kw_only=True)
class PenggantiTenggat:
    """Pengganti tenggat (override): another last day, for one fiscal year."""

    kode: str = field(metadata=KODE)
    """Kode of the rule that it overrides."""
    tahun: int = field(metadata=checked(_check_year))
    """Fiscal year."""
    tanggal: date = field(metadata=DATE)
    """The last day instead."""
    rujukan: Rujukan = field(metadata=one(Rujukan))
    """Where it is said."""


@frozen(kw_only=True)
class AturanTenggat:
    """
    Aturan tenggat (deadline rule): what is due, from whom, and how long after what.

    Months are counted by the calendar: two months after 31 December is the last
    day of February. `inklusif` counts the first day too, so that the deadline is
    the day before.
    """

    uraian: str = field(metadata=TEXT)
    """What is due."""
    pelaksana: str = field(metadata=TEXT)
    """Who has to do it."""
    acuan: AcuanTenggat = field(metadata=choice(AcuanTenggat))
    """From what the months are counted."""
    bulan: int = field(metadata=checked(_check_months))
    """How many months."""
    inklusif: bool = field(default=False, metadata=checked(_check_flag))
    """Whether the day from which they are counted is one of them."""
    pengganti: tuple[PenggantiTenggat, ...] = field(default=(), metadata=many(PenggantiTenggat))
    """Overrides for single years that are known."""
