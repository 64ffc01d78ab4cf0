"""Values inside the sentences of scoring."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from iku.angka import Angka
from iku.domain import Ambang, Kategori, Kosong, Pembanding, Rentang, Satuan
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.scoring.sentences import write_nilai

if TYPE_CHECKING:
    from iku.scoring.sentences import NilaiDipakai


class TestWriteNilai:
    """As officials write them."""

    @pytest.mark.parametrize(
        ("nilai", "text"),
        [
            (Angka("-1234.50"), "−1.234,50%"),
            (Fraction(2, 3), "0,67%"),
            (Fraction(5, 2), "2,5%"),
            (Fraction(100), "100%"),
            (Rentang(bawah=Angka("80"), atas=Angka("90")), "80 – 90%"),
            (Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=Angka("85")), ">= 85%"),
            (Kategori(label="BB"), "BB"),
            (Kosong(), "–"),
            (blame(KodeAlasan.TANPA_ATURAN), "aturan capaian tidak disebutkan"),
        ],
    )
    def test_kinds(self, nilai: NilaiDipakai, text: str) -> None:
        """Only what is measured has a unit behind it."""
        assert write_nilai(nilai, 2, Satuan("persen")) == text

    def test_units(self) -> None:
        """A word stands apart, and no unit leaves nothing behind."""
        assert write_nilai(Angka("5"), 2, Satuan("unit")) == "5 unit"
        assert write_nilai(Fraction(100), 0) == "100"
