"""Text that was made to cost time costs none: 60,000 characters in less than a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from iku.domain import (
    Misi,
    Pemda,
    Penandatangan,
    Periode,
    Satuan,
    find_dasar_hukum,
    parse_periode,
)
from iku.errors import IkuError
from iku.formula import Jumlah

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 60_000
READERS: list[Callable[[str], object]] = [
    lambda text: parse_periode(text, tahun=2023),
    Periode.from_text,
    find_dasar_hukum,
    lambda text: Misi(kode=text, uraian="u"),
    lambda text: Misi(kode="M", uraian=text),
    lambda text: Pemda(nama="n", kode_wilayah=text),
    lambda text: Penandatangan(nama="n", nip=text),
    lambda text: Satuan(text).baku,
]
PIECES = [
    " ",
    "\u00a0",
    "\n",
    "0",
    "1",
    "-",
    ".",
    "a",
    "a b ",
    "\u0301",
    "e\u0301",
    "\u0958",
    "\ufdfa",
    "uu ",
    "uu nomor ",
    "uu no 1/1/1/1/1 ",
    "uu a.a ",
    "uu 1/2000 tentang ",
    "undang-",
    "undang ",
    "peraturan ",
    "peraturan menteri ",
    "peraturan pemerintah pengganti ",
    "keputusan wali ",
    "se ",
    "tahun ",
    "s.d. ",
    "tw ",
    "sampai dengan ",
    "32.",
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_repetition_costs_no_more_than_its_length(
    read: Callable[[str], object], piece: str
) -> None:
    """Whatever the answer is."""
    text = (piece * LENGTH)[:LENGTH]
    start = time.process_time()
    for hostile in (text, "peraturan" + text, "Periode 2023" + text + "x", "UU" + text + "1992"):
        try:
            read(hostile)
        except IkuError as error:
            assert len(str(error)) <= 500  # noqa: PT017 - any answer will do, but a short one
    assert time.process_time() - start < 4


def test_a_sum_of_very_many_terms_is_refused_in_little_time() -> None:
    """Before and after the limit, each term is looked up and not searched."""
    start = time.process_time()
    with pytest.raises(IkuError) as caught:
        Jumlah(suku=tuple(f"A{index}" for index in range(LENGTH)))
    assert caught.value.code == "bad-suku"
    assert time.process_time() - start < 4
