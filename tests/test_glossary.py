"""The glossary: its data, and how header words find their noun."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from iku.glossary import (
    Istilah,
    Status,
    fold_kolom,
    load_istilah,
    match_kolom,
    render_glossary,
)

PAGE = Path(__file__).parents[1] / "docs" / "glosarium.md"


class TestData:
    """The file says every word once, and where it comes from."""

    def test_terms_stand_in_alphabetical_order_once_each(self) -> None:
        """A term is found by looking where the alphabet says."""
        names = [term.istilah for term in load_istilah()]

        assert sorted(set(names)) == names

    @pytest.mark.parametrize("term", load_istilah(), ids=lambda term: term.istilah)
    def test_each_entry_is_complete(self, term: Istilah) -> None:
        """An identifier, a phrase and a gloss; a source unless the word is our own."""
        assert term.istilah.isascii()
        assert term.istilah.replace("_", "").islower()
        assert term.frasa.strip()
        assert term.arti.strip()
        assert term.status in get_args(Status)
        assert bool(term.sumber) == (term.status != "library")

    def test_each_header_names_one_noun(self) -> None:
        """A column head can be looked up because no two nouns share it."""
        counted = Counter(fold_kolom(head) for term in load_istilah() for head in term.kolom)

        assert [head for head, count in counted.items() if count > 1] == []


class TestPage:
    """The documentation page is printed from the data."""

    def test_the_committed_page_is_the_printed_one(self) -> None:
        """`docs/glosarium.md` was regenerated after the last change of the data."""
        assert render_glossary() == PAGE.read_text(encoding="utf-8")


class TestMatchKolom:
    """Headers are recognised however they are typed."""

    @pytest.mark.parametrize("term", load_istilah(), ids=lambda term: term.istilah)
    def test_every_header_finds_its_noun(self, term: Istilah) -> None:
        """Capitals, double spaces and a colon change nothing."""
        for head in term.kolom:
            assert match_kolom(head) == term.istilah
            assert match_kolom(f"  {head.upper().replace(' ', '  ')} :") == term.istilah

    @pytest.mark.parametrize(
        ("header", "noun"),
        [
            ("Formulasi / Cara Pengukuran", "formulasi"),
            ("Baseline 2024", "baseline"),
            ("Kondisi Kinerja Awal RPJMD (2017)", "baseline"),
            ("Unit Penanggungjawab", "penanggung_jawab"),
            ("OPD PENANGGUNGJAWAB", "penanggung_jawab"),
            ("Cara Menghitung", "formulasi"),
            ("Target Tahun 2024", "target"),
            ("Realisasi pada tahun 2023", "realisasi"),
            ("IKU VERSI TAPPEM", "versi"),
            ("satuan", "satuan"),
            ("2019", None),
            ("Tahun 2019", None),
            ("Satuan Polisi Pamong Praja", None),
            ("Target 19", None),
            ("", None),
        ],
    )
    def test_known_headers(self, header: str, noun: str | None) -> None:
        """A year behind the words is left aside; other words are not."""
        assert match_kolom(header) == noun

    @pytest.mark.parametrize(
        ("header", "noun"),
        [
            ("Rumus / Formulasi Perhitungan", "formulasi"),
            ("Formula dan Rumus", "formulasi"),
            ("Formula atau Cara Hitung", "formulasi"),
            ("Satuan (Unit)", "satuan"),
            ("Formulasi (Rumus)", "formulasi"),
            ("Produsen/Penyedia Data", "produsen_data"),
            ("Sumber/Asal Data 2024", "sumber_data"),
            ("OPD/SKPD/PD", "perangkat_daerah"),
            ("Pagu & Anggaran", "pagu"),
            ("Rumus/Satuan", None),
            ("Sumber dan Penanggung Jawab", None),
            ("Target/Realisasi", None),
            ("Sasaran (Indikator)", None),
            ("Target (%)", None),
            ("Rumus/", None),
            ("/", None),
            ("OPD/SKPD/PD/OPD", None),
        ],
    )
    def test_headers_of_several_words(self, header: str, noun: str | None) -> None:
        """What all parts name, alone or with the last words; nothing where they differ."""
        assert match_kolom(header) == noun

    def test_long_text_costs_nothing(self) -> None:
        """A cell of prose is answered without trying each of its words."""
        assert match_kolom("sasaran " * 20_000) is None
        assert match_kolom("sasaran/" * 20_000) is None
        assert match_kolom(f"sasaran/{'sasaran ' * 20_000}") is None
