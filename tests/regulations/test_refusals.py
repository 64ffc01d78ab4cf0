"""All that norms refuse, and how the error reads."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import attrs

from iku.regulations import (
    SKALA_PERMENDAGRI,
    AcuanTenggat,
    AturanTenggat,
    PenggantiTenggat,
    calendar,
    find,
)
from iku.regulations.ketentuan import Ketentuan, make_ketentuan
from tests.scoring.golden import ANY, Calls, draw_refusals, odd, read_stored

STORED: Final = Path(__file__).with_name("refusals.txt")


def rule(**changes: object) -> AturanTenggat:
    """A deadline of two months with something else about it."""
    fields: dict[str, Any] = {
        "uraian": "Laporan disampaikan",
        "pelaksana": "perangkat daerah",
        "acuan": AcuanTenggat.AKHIR_TAHUN,
        "bulan": 2,
    }
    fields.update(changes)
    return AturanTenggat(**fields)


def override(**changes: object) -> PenggantiTenggat:
    """A last day in April 2025 with something else about it."""
    fields: dict[str, Any] = {
        "kode": "tenggat-lppd",
        "tahun": 2024,
        "tanggal": date(2025, 4, 15),
        "rujukan": SKALA_PERMENDAGRI.rujukan,
    }
    fields.update(changes)
    return PenggantiTenggat(**fields)


REFUSALS: Final[Calls] = {
    "the provision of another kode": lambda: find("akip-99"),
    "a provision without a source": lambda: make_ketentuan(
        attrs.evolve(SKALA_PERMENDAGRI.isi, rujukan=None)
    ),
    "a provision that begins on no day": lambda: attrs.evolve(
        SKALA_PERMENDAGRI, berlaku_mulai=odd("2017-10-01")
    ),
    "a provision that ends on no day": lambda: attrs.evolve(
        SKALA_PERMENDAGRI,
        berlaku_sampai=odd(datetime(2017, 10, 1)),  # noqa: DTZ001 - what is tested
    ),
    "a provision without a kode": lambda: Ketentuan(
        kode="", nama="Skala", isi=1, rujukan=SKALA_PERMENDAGRI.rujukan
    ),
    "no month": lambda: rule(bulan=0),
    "more months than any regulation gives": lambda: rule(bulan=121),
    "months as text": lambda: rule(bulan="2"),
    "months as a truth value": lambda: rule(bulan=True),
    "a flag that is a number": lambda: rule(inklusif=1),
    "a reference day that is none": lambda: rule(acuan="hari_ini"),
    "an override that is none": lambda: rule(pengganti=[override(), 5]),
    "a year as text": lambda: override(tahun="2024"),
    "a year as a truth value": lambda: override(tahun=True),
    "a last day that is text": lambda: override(tanggal="2025-04-15"),
    "the deadline of another rule": lambda: calendar(2024).find("tenggat-renja"),
    "a calendar of text": lambda: calendar(odd("2024")),
    "a calendar of no year": lambda: calendar(0),
    "an approval that is no day": lambda: calendar(2024, pengesahan_anggaran=odd("2024-01-02")),
    "an approval with an hour": lambda: calendar(
        2024,
        pengesahan_anggaran=datetime(2024, 1, 2, 3),  # noqa: DTZ001 - what is tested
    ),
    "taking office on no day": lambda: calendar(2024, pelantikan=ANY),
    "overrides that are none": lambda: calendar(2024, pengganti=ANY),
    "one of the overrides that is none": lambda: calendar(2024, pengganti=[override(), ANY]),
    "an override of another rule": lambda: calendar(
        2024, pengganti=[override(), override(kode="tenggat-renja")]
    ),
    "an approval at the end of time": lambda: calendar(
        2024, pengesahan_anggaran=date(9999, 12, 31)
    ),
    "taking office at the end of time": lambda: calendar(2024, pelantikan=date(9999, 12, 31)),
}


class TestRefusals:
    """Every refusal says what was found, what was expected, where, and how to repair it."""

    def test_stored(self) -> None:
        """They read as they are stored; `tests/scoring/golden.py` tells how to renew them."""
        drawn = draw_refusals(REFUSALS)

        assert drawn == read_stored(STORED, drawn)
