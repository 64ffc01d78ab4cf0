"""The five kinds of value, and what cannot be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from iku.angka import Angka
from iku.domain import Ambang, Kategori, Kosong, Pembanding, Rentang, SebabKosong
from iku.errors import CODES, IkuError

if TYPE_CHECKING:
    from collections.abc import Callable

ONE, TWO = Angka("1"), Angka("2")


class TestNilai:
    """Range, threshold, category and absence keep what a document says."""

    def test_a_range_may_be_a_single_point(self) -> None:
        """Equal in value, whatever the digits."""
        assert Rentang(bawah=Angka("80.0"), atas=Angka("80")).atas == Angka("80")

    @pytest.mark.parametrize(
        ("sign", "member"),
        [
            ("<", Pembanding.KURANG_DARI),
            ("<=", Pembanding.PALING_BANYAK),
            (">", Pembanding.LEBIH_DARI),
            (">=", Pembanding.PALING_SEDIKIT),
        ],
    )
    def test_a_threshold_takes_the_four_comparators(self, sign: str, member: Pembanding) -> None:
        """By sign or by member."""
        assert Ambang(pembanding=cast("Any", sign), batas=ONE).pembanding is member

    def test_a_category_may_name_its_scale(self) -> None:
        """And need not."""
        assert Kategori(label="BB", skala="akip").skala == "akip"

    def test_absence_always_has_a_reason(self) -> None:
        """Zero is a number and none of them."""
        assert {sebab.value for sebab in SebabKosong} == {
            "tidak_dicantumkan",
            "belum_dilaporkan",
            "tidak_berlaku",
            "tidak_terbaca",
        }
        assert Kosong(sebab=SebabKosong.TIDAK_BERLAKU, keterangan="N/A").keterangan == "N/A"

    def test_the_kinds_have_tags_of_their_own(self) -> None:
        """A number is plain text on the wire and needs none."""
        assert [kind.tipe for kind in (Rentang, Ambang, Kategori, Kosong)] == [
            "rentang",
            "ambang",
            "kategori",
            "kosong",
        ]


ANY: Any = "1"


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: Rentang(bawah=TWO, atas=ONE), "rentang-order", "$.atas"),
        (lambda: Rentang(bawah=ANY, atas=ONE), "wrong-type", "$.bawah"),
        (lambda: Rentang(bawah=ONE, atas=ANY), "wrong-type", "$.atas"),
        (lambda: Ambang(pembanding=ANY, batas=ONE), "bad-choice", "$.pembanding"),
        (lambda: Ambang(pembanding=Pembanding.KURANG_DARI, batas=ANY), "wrong-type", "$.batas"),
        (lambda: Kategori(label=" "), "empty-text", "$.label"),
        (lambda: Kategori(label="BB", skala=""), "bad-kode", "$.skala"),
        (lambda: Kosong(sebab=ANY), "bad-choice", "$.sebab"),
        (lambda: Kosong(keterangan=""), "empty-text", "$.keterangan"),
    ],
)
def test_what_is_no_value_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES
