"""Provenance and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from iku.domain import Asal, Temuan, TingkatTemuan
from iku.errors import CODES, IkuError

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = "1"


def test_an_empty_cell_is_kept_as_an_empty_cell() -> None:
    """Raw text may be empty; that is what stood there."""
    assert Asal(tabel=1, baris=2, kolom=3, teks="").teks == ""


def test_positions_reach_far() -> None:
    """From the first to the ten millionth."""
    assert (Asal(baris=1).baris, Asal(baris=10_000_000).baris) == (1, 10_000_000)


def test_a_finding_is_data() -> None:
    """With a severity of three."""
    assert [tingkat.value for tingkat in TingkatTemuan] == ["kesalahan", "peringatan", "informasi"]
    made = Temuan(kode="sel-kosong", tingkat=TingkatTemuan.PERINGATAN, pesan="Sel kosong")
    assert made.asal is None


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: Asal(baris=0), "bad-number", "$.baris"),
        (lambda: Asal(halaman=10_000_001), "bad-number", "$.halaman"),
        (lambda: Asal(kolom=ANY), "wrong-type", "$.kolom"),
        (lambda: Asal(tabel=True), "wrong-type", "$.tabel"),
        (lambda: Asal(berkas=""), "empty-text", "$.berkas"),
        (lambda: Asal(teks="\x00"), "bad-text", "$.teks"),
        (lambda: Temuan(kode="", tingkat=ANY, pesan="p"), "bad-kode", "$.kode"),
        (lambda: Temuan(kode="k", tingkat=ANY, pesan="p"), "bad-choice", "$.tingkat"),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES
