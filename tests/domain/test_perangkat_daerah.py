"""Agencies, regional governments and signatories."""

from __future__ import annotations

from typing import Any, cast

import pytest

from iku.domain import Pemda, Penandatangan, PerangkatDaerah
from iku.errors import DomainError


@pytest.mark.parametrize(
    ("kode", "digits"),
    [
        ("32", "32"),
        ("32.75", "3275"),
        ("3275", "3275"),
        ("32.75.01", "327501"),
        ("327501", "327501"),
        ("3275010", "3275010"),
        ("32.75.010", "3275010"),
        ("32.75.01.1001", "3275011001"),
        ("3275011001", "3275011001"),
        ("32.75.010.001", "3275010001"),
    ],
)
def test_a_kode_wilayah_is_kept_as_written(kode: str, digits: str) -> None:
    """Dotted as Kemendagri writes it, undotted as BPS does."""
    pemda = Pemda(nama="Kota Bekasi", kode_wilayah=kode)
    assert (pemda.kode_wilayah, pemda.kode_wilayah_angka) == (kode, digits)


def test_a_government_need_not_have_one() -> None:
    """Then there are no digits either."""
    assert Pemda(nama="Kota Bekasi").kode_wilayah_angka is None


@pytest.mark.parametrize(
    ("kode", "code"),
    [
        ("", "bad-kode-wilayah"),
        ("3", "bad-kode-wilayah"),
        ("327", "bad-kode-wilayah"),
        ("32.7", "bad-kode-wilayah"),
        ("32.", "bad-kode-wilayah"),
        ("32..75", "bad-kode-wilayah"),
        ("32.7501", "bad-kode-wilayah"),
        ("32750", "bad-kode-wilayah"),
        ("32750100", "bad-kode-wilayah"),
        ("327501001", "bad-kode-wilayah"),
        ("32750100011", "bad-kode-wilayah"),
        ("32.75\n", "bad-kode-wilayah"),
        ("٣٢", "bad-kode-wilayah"),
        ("JB", "bad-kode-wilayah"),
        (3275, "wrong-type"),
    ],
)
def test_other_text_is_no_kode_wilayah(kode: object, code: str) -> None:
    """The field is named."""
    with pytest.raises(DomainError) as caught:
        Pemda(nama="Kota Bekasi", kode_wilayah=cast("Any", kode))
    assert (caught.value.code, caught.value.path) == (code, "$.kode_wilayah")


@pytest.mark.parametrize("nip", ["19700101 199501 1 001", "197001011995011001"])
def test_a_nip_is_stored_as_its_digits(nip: str) -> None:
    """However it is spaced."""
    assert Penandatangan(nama="Nama Pejabat", nip=nip).nip == "197001011995011001"


def test_an_appointment_of_month_21_is_one_of_a_contract() -> None:
    """As government workers on contract have it."""
    assert Penandatangan(nama="N", nip="19700101 202121 2 001").nip == "197001012021212001"


@pytest.mark.parametrize(
    ("nip", "code"),
    [
        ("", "bad-nip"),
        ("19700101199501100", "bad-nip"),
        ("1970010119950110011", "bad-nip"),
        ("197013011995011001", "bad-nip"),
        ("197001321995011001", "bad-nip"),
        ("197001011995131001", "bad-nip"),
        ("197001011995013001", "bad-nip"),
        ("19700101-199501-1-001", "bad-nip"),
        ("1970010119950110\u06601", "bad-nip"),
        (197001011995011001, "wrong-type"),
    ],
)
def test_what_does_not_look_like_a_nip_is_refused_and_not_repeated(nip: object, code: str) -> None:
    """It is personal data, whatever is wrong with it."""
    with pytest.raises(DomainError) as caught:
        Penandatangan(nama="Nama Pejabat", nip=cast("Any", nip))
    assert (caught.value.code, caught.value.path) == (code, "$.nip")
    if code == "bad-nip":
        assert "1970" not in str(caught.value)


def test_an_agency_has_a_government_above_it() -> None:
    """Where the document says so."""
    pemda = Pemda(nama="Kota Bekasi", kode_wilayah="32.75")
    dinas = PerangkatDaerah(nama="Dinas Koperasi", singkatan="DISKOPUKM", pemda=pemda)
    assert dinas.pemda == pemda
