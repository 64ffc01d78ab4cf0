"""Periods as documents write them."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.domain import Periode, parse_periode
from iku.errors import DomainError
from iku.testing.strategies import periode

READ = [
    ("2023", None, "2023"),
    ("Tahun 2023", None, "2023"),
    ("TAHUN ANGGARAN 2023", None, "2023"),
    ("T.A. 2023", None, "2023"),
    ("Th. 2023", None, "2023"),
    ("tahunan", 2024, "2024"),
    ("Y", 2024, "2024"),
    ("Triwulan II 2023", None, "2023-TW2"),
    ("2023 TW II", None, "2023-TW2"),
    ("2023, s.d. TW III", None, "2023-sd-TW3"),
    ("Bulan Juni 2023", None, "2023-B06"),
    ("2023 Juni", None, "2023-B06"),
    ("TW II 2023", None, "2023-TW2"),
    ("TW-II Tahun 2023", None, "2023-TW2"),
    ("Triwulan ke-3/2023", None, "2023-TW3"),
    ("tw\u00a0iv,\u00a02023", None, "2023-TW4"),
    ("Q3", 2024, "2024-TW3"),
    ("Kuartal 1 2023", None, "2023-TW1"),
    ("Semester I 2023", None, "2023-S1"),
    ("Smt2", 2023, "2023-S2"),
    ("Bulan 6 2023", None, "2023-B06"),
    ("Januari 2023", None, "2023-B01"),
    ("Pebruari 2023", None, "2023-B02"),
    ("Nop. 2023", None, "2023-B11"),
    ("Ags 2023", None, "2023-B08"),
    ("mei", 2023, "2023-B05"),
    ("s.d. Q3", 2024, "2024-sd-TW3"),
    ("s/d TW III 2023", None, "2023-sd-TW3"),
    ("sd TW 3 2023", None, "2023-sd-TW3"),
    ("sampai dengan Triwulan I 2023", None, "2023-sd-TW1"),
    ("hingga Juni 2023", None, "2023-sd-B06"),
    ("s.d. Semester 1 2023", None, "2023-sd-S1"),
    ("2019-2024", None, "2019/2024"),
    ("2019 – 2024", None, "2019/2024"),
    ("Tahun 2019 s.d. 2024", None, "2019/2024"),
    ("Periode Tahun 2019 sampai dengan 2024", None, "2019/2024"),
    ("TAHUN KE-1", None, "TAHUN-1"),
    ("Tahun-5", None, "TAHUN-5"),
    ("Tahun ke III", None, "TAHUN-3"),
    ("2023-TW2", None, "2023-TW2"),
    ("2023-sd-b06", None, "2023-sd-B06"),
]


@pytest.mark.parametrize(("text", "year", "written"), READ)
def test_documents_write_periods_in_many_ways(text: str, year: int | None, written: str) -> None:
    """The year of the document serves where the text names none."""
    assert str(parse_periode(text, tahun=year)) == written


@given(periode(), st.none() | st.integers(1900, 2200))
def test_the_canonical_form_is_read_whatever_the_year_of_the_document(
    made: Periode, year: int | None
) -> None:
    """`parse_periode` undoes `str` too."""
    assert parse_periode(str(made), tahun=year) == made


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bad-periode"),
        ("  ", "bad-periode"),
        ("kapan saja", "bad-periode"),
        ("tahunan", "bad-periode"),
        ("TW II", "bad-periode"),
        ("Juni", "bad-periode"),
        ("TW V 2023", "bad-periode"),
        ("TW 0 2023", "bad-periode"),
        ("TW xxii 2023", "bad-periode"),
        ("Brumaire 2023", "bad-periode"),
        ("1066", "bad-periode"),
        ("Tahun ke-0", "bad-periode"),
        ("2024-2019", "periode-order"),
        ("2023-TW9", "bad-periode"),
        ("2023 " + " " * 100, "bad-periode"),
        ("2024/2019", "periode-order"),
        ("2023 TW II 2024", "bad-periode"),
        (cast("str", 2023), "wrong-type"),
    ],
)
def test_what_names_no_period_is_refused(text: str, code: str) -> None:
    """Never guessed."""
    with pytest.raises(DomainError) as caught:
        parse_periode(text)
    assert (caught.value.code, caught.value.path) == (code, "$")


@given(st.text(max_size=120), st.none() | st.integers(1900, 2200))
def test_any_text_gives_a_period_or_one_kind_of_error(text: str, year: int | None) -> None:
    """Nothing else comes out."""
    try:
        code = str(parse_periode(text, tahun=year)) and "read"
    except DomainError as error:
        code = error.code
    assert code in {"read", "bad-periode", "periode-order"}
