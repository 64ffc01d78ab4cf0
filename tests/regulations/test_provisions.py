"""What provisions, tables and deadlines are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from iku.regulations import (
    SKALA_PERMENDAGRI,
    AcuanTenggat,
    AturanTenggat,
    calendar,
    kepmenpan_25_2004,
    permendagri_86_2017,
    permenpanrb_14_2017,
)
from iku.regulations.ketentuan import make_ketentuan
from iku.regulations.koperasi import juknis_15_2021

if TYPE_CHECKING:
    from collections.abc import Callable

SKALA: Final = SKALA_PERMENDAGRI.isi


class TestMade:
    """A provision says of its scale what the scale says of itself."""

    def test_everything(self) -> None:
        """Name, source, and the days between which it holds."""
        first, last = date(2017, 10, 1), date(2019, 12, 31)
        skala = attrs.evolve(SKALA, berlaku_mulai=first, berlaku_sampai=last)
        made = make_ketentuan(skala)

        assert made.isi is skala
        assert (made.kode, made.nama, made.rujukan) == (skala.kode, skala.nama, skala.rujukan)
        assert (made.berlaku_mulai, made.berlaku_sampai) == (first, last)

    def test_nothing_is_added(self) -> None:
        """Days that no text says are not filled in."""
        made = make_ketentuan(SKALA)

        assert (made.berlaku_mulai, made.berlaku_sampai) == (None, None)


class TestTables:
    """A table with a row too few or too many is noticed where it is typed."""

    @pytest.mark.parametrize(
        "classes",
        [
            kepmenpan_25_2004._classes,
            permenpanrb_14_2017._classes,
            juknis_15_2021._classes,
        ],
        ids=["kepmenpan", "permenpanrb", "juknis"],
    )
    @pytest.mark.parametrize("rows", [3, 5])
    def test_rows(self, classes: Callable[..., object], rows: int) -> None:
        """Four classes have four rows."""
        with pytest.raises(ValueError, match="zip"):
            classes(*((str(row * 10), str(row * 10 + 9)) for row in range(rows)))

    @pytest.mark.parametrize("labels", ["ABCD", "ABCDEF"])
    def test_labels(self, labels: str) -> None:
        """Five rows have five labels."""
        with pytest.raises(ValueError, match="zip"):
            permendagri_86_2017._classes(*labels)


class TestDeadlines:
    """A calendar knows its year, and a deadline may be as far away as a plan is long."""

    def test_year(self) -> None:
        """The fiscal year, not that of the days."""
        assert calendar(2024).tahun == 2024

    def test_longest(self) -> None:
        """Ten years are the longest."""
        longest = AturanTenggat(
            uraian="Evaluasi disampaikan",
            pelaksana="pemerintah daerah",
            acuan=AcuanTenggat.PELANTIKAN,
            bulan=120,
        )

        assert longest.bulan == 120
