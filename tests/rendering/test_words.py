"""Values and periods as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku import Angka
from iku.domain import (
    Ambang,
    Kategori,
    Kondisi,
    Kosong,
    Nilai,
    Pembanding,
    Penjelasan,
    Periode,
    Rentang,
    SebabKosong,
    parse_periode,
)
from iku.domain.parsing import parse_nilai
from iku.formula import Persentase
from iku.rendering import format_nilai, format_periode
from iku.rendering.labels import find_label, find_month
from iku.rendering.words import find_formulasi, format_kondisi, format_nip

digits = st.from_regex(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?", fullmatch=True).map(Angka)


def to_rentang(bounds: list[Angka]) -> Rentang:
    """Order two numbers into a range."""
    bawah, atas = sorted(bounds, key=lambda angka: angka.nilai)
    return Rentang(bawah=bawah, atas=atas)


values: st.SearchStrategy[Nilai] = st.one_of(
    digits,
    st.lists(digits, min_size=2, max_size=2).map(to_rentang),
    st.builds(Ambang, pembanding=st.sampled_from(Pembanding), batas=digits),
    st.sampled_from([Kategori(label=label) for label in ("BB", "WTP")]),
    st.sampled_from([Kosong(sebab=sebab) for sebab in SebabKosong]),
)


def to_span(first: int, more: int) -> Periode:
    """Make a span from its beginning and its length."""
    return Periode.rentang(first, first + more)


years = st.integers(1900, 2100)
periods = st.one_of(
    st.builds(Periode.tahunan, years),
    st.builds(to_span, years, st.integers(0, 99)),
    st.builds(Periode.tahun_ke, st.integers(1, 99)),
    st.builds(Periode.semester_ke, years, st.integers(1, 2), sampai_dengan=st.booleans()),
    st.builds(Periode.triwulan_ke, years, st.integers(1, 4), sampai_dengan=st.booleans()),
    st.builds(Periode.bulan_ke, years, st.integers(1, 12), sampai_dengan=st.booleans()),
)


class TestLawOfReadingBack:
    """What is written for people is read back as what it was."""

    @given(values)
    def test_nilai(self, nilai: Nilai) -> None:
        """A value written in a table is the value a reader finds there."""
        assert parse_nilai(format_nilai(nilai)) == nilai

    @given(periods)
    def test_periode(self, periode: Periode) -> None:
        """The heading of a column names the period it was made from."""
        assert parse_periode(format_periode(periode)) == periode


class TestNilai:
    """How the five kinds of value look."""

    @pytest.mark.parametrize(
        ("nilai", "written"),
        [
            (Angka("1234567.50"), "1.234.567,50"),
            (Angka("-4"), "-4"),
            (Rentang(bawah=Angka("80"), atas=Angka("90")), "80 – 90"),
            (Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("49")), "< 49"),
            (Ambang(pembanding=Pembanding.PALING_BANYAK, batas=Angka("49")), "≤ 49"),
            (Ambang(pembanding=Pembanding.LEBIH_DARI, batas=Angka("0.5")), "> 0,5"),
            (Kategori(label="BB"), "BB"),
            (Kosong(), "–"),
            (Kosong(sebab=SebabKosong.BELUM_DILAPORKAN), "belum dilaporkan"),
            (Kosong(sebab=SebabKosong.TIDAK_BERLAKU), "tidak berlaku"),
            (Kosong(sebab=SebabKosong.TIDAK_TERBACA), "tidak terbaca"),
        ],
    )
    def test_in_indonesian(self, nilai: Nilai, written: str) -> None:
        """Each kind, and each of the four absences, looks different."""
        assert format_nilai(nilai) == written

    def test_absence_in_english(self) -> None:
        """Only the words change; numbers stay as the document writes them."""
        absent = Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)

        assert format_nilai(absent, language="en") == "not yet reported"
        assert format_nilai(Angka("1.5"), language="en") == "1,5"


class TestPeriode:
    """How periods look."""

    @pytest.mark.parametrize(
        ("periode", "indonesian", "english"),
        [
            (Periode.tahunan(2023), "2023", "2023"),
            (Periode.rentang(2019, 2024), "2019–2024", "2019–2024"),
            (Periode.tahun_ke(2), "Tahun ke-2", "Year 2"),
            (Periode.semester_ke(2023, 2), "Semester II 2023", "Half II 2023"),
            (
                Periode.triwulan_ke(2023, 3, sampai_dengan=True),
                "s.d. Triwulan III 2023",
                "up to Quarter III 2023",
            ),
            (Periode.bulan_ke(2023, 5), "Mei 2023", "May 2023"),
        ],
    )
    def test_in_both_languages(self, periode: Periode, indonesian: str, english: str) -> None:
        """As documents print them."""
        assert format_periode(periode) == indonesian
        assert format_periode(periode, language="en") == english


class TestTheRest:
    """Small things with a form of their own."""

    def test_kondisi(self) -> None:
        """A state has its period in brackets, where it is known."""
        known = Kondisi(nilai=Angka("9.55"), periode=Periode.tahunan(2024))

        assert format_kondisi(known) == "9,55 (2024)"
        assert format_kondisi(Kondisi(nilai=Angka("9.55"))) == "9,55"
        assert format_kondisi(None) == ""

    def test_nip(self) -> None:
        """In its four groups."""
        assert format_nip("197001011995011001") == "19700101 199501 1 001"

    def test_formulasi(self) -> None:
        """The sentence of the document comes first, then the formula, then nothing."""
        formula = Persentase(pembilang="baik", penyebut="semua")

        assert find_formulasi(Penjelasan(formulasi="Dijumlahkan", formula=formula)) == "Dijumlahkan"
        assert find_formulasi(Penjelasan(formula=formula)) == "baik / semua × 100%"
        assert find_formulasi(Penjelasan()) == ""

    def test_labels(self) -> None:
        """A label has two languages."""
        assert find_label("alasan") == "Alasan"
        assert find_label("alasan", "en") == "Reason"
        assert find_month(12, "en") == "December"
