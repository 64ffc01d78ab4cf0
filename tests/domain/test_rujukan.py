"""Regulations, references and data sources as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from iku.domain import DasarHukum, JenisPeraturan, Rujukan, StatusRujukan, SumberData
from iku.errors import CODES, IkuError

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = "1992"
UU = JenisPeraturan.UU


@pytest.mark.parametrize(
    ("made", "written"),
    [
        (
            DasarHukum(jenis=UU, nomor="25", tahun=1992, tentang="Perkoperasian"),
            "UU Nomor 25 Tahun 1992 tentang Perkoperasian",
        ),
        (
            DasarHukum(jenis=JenisPeraturan.PERMEN, nomor="53", tahun=2014, lembaga="PANRB"),
            "Peraturan Menteri PANRB Nomor 53 Tahun 2014",
        ),
        (
            DasarHukum(jenis=JenisPeraturan.PERBUP, nomor="53", tahun=2012, lembaga="Kulon Progo"),
            "Perbup Kulon Progo Nomor 53 Tahun 2012",
        ),
    ],
)
def test_a_regulation_is_written_by_kind_issuer_number_and_year(
    made: DasarHukum, written: str
) -> None:
    """The short official form."""
    assert str(made) == written


@pytest.mark.parametrize("jenis", JenisPeraturan)
def test_every_kind_of_regulation_has_a_written_form(jenis: JenisPeraturan) -> None:
    """None is forgotten."""
    assert str(DasarHukum(jenis=jenis, nomor="1", tahun=2000)).endswith(" Nomor 1 Tahun 2000")


def test_a_reference_says_how_far_its_source_was_read() -> None:
    """Unverified unless said otherwise."""
    assert Rujukan(uraian="Manual IKU").status is StatusRujukan.BELUM_TERVERIFIKASI


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: DasarHukum(jenis=UU, nomor="1", tahun=1944), "bad-dasar-hukum", "$.tahun"),
        (lambda: DasarHukum(jenis=UU, nomor="1", tahun=2201), "bad-dasar-hukum", "$.tahun"),
        (lambda: DasarHukum(jenis=UU, nomor="1", tahun=ANY), "wrong-type", "$.tahun"),
        (lambda: DasarHukum(jenis=UU, nomor="", tahun=1992), "empty-text", "$.nomor"),
        (lambda: DasarHukum(jenis=ANY, nomor="1", tahun=1992), "bad-choice", "$.jenis"),
        (Rujukan, "empty-text", "$"),
        (lambda: Rujukan(halaman="94"), "empty-text", "$"),
        (lambda: Rujukan(dasar_hukum=ANY), "wrong-type", "$.dasar_hukum"),
        (lambda: SumberData(uraian=""), "empty-text", "$.uraian"),
    ],
)
def test_what_is_no_source_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES
