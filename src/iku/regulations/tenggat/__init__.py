"""When documents are due: the rules as data, and the calendar of a year made from them."""

from __future__ import annotations

from iku.regulations.tenggat.aturan import AcuanTenggat, AturanTenggat, PenggantiTenggat
from iku.regulations.tenggat.kalender import Kalender, Tenggat, calendar
from iku.regulations.tenggat.sakip import (
    TENGGAT,
    TENGGAT_LKJ_KL,
    TENGGAT_LKJ_PEMDA,
    TENGGAT_LPPD,
    TENGGAT_PK,
    TENGGAT_RPJMD,
)

__all__ = [
    "TENGGAT",
    "TENGGAT_LKJ_KL",
    "TENGGAT_LKJ_PEMDA",
    "TENGGAT_LPPD",
    "TENGGAT_PK",
    "TENGGAT_RPJMD",
    "AcuanTenggat",
    "AturanTenggat",
    "Kalender",
    "PenggantiTenggat",
    "Tenggat",
    "calendar",
]
