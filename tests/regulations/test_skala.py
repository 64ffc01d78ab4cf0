"""Scales of norms: against the tables they come from, figures of offices, and known slips."""

from __future__ import annotations

import json
import operator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iku
from iku.angka import Angka
from iku.domain import Dokumen, JenisDokumen, Kategori, PerangkatDaerah, Periode, Predikat, Skala
from iku.formula import evaluate
from iku.formula.named import UNSUR
from iku.regulations import (
    IKM,
    SKALA,
    SKALA_IKI,
    SKALA_INDEKS_RB,
    SKALA_KOPERASI_2016,
    SKALA_KOPERASI_2021,
    SKALA_MALUKU_TENGAH,
    SKALA_OPINI_BPK,
    SKALA_PERMENDAGRI,
    SKALA_PERMENDAGRI_BAIK,
    SKALA_SKM,
    SKALA_SKM_NI,
    SKALA_SKM_NI_4,
    find,
)
from iku.scoring import GapPolicy, grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.regulations import Ketentuan

VECTORS: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "skala.json").read_text(encoding="utf-8")
)
NUMBERED: Final = tuple(each for each in SKALA if each.isi.has_bounds)


def rows(name: str) -> pytest.MarkDecorator:
    """Run a test for each row of a table, under its id."""
    found: list[dict[str, Any]] = VECTORS[name]
    return pytest.mark.parametrize("row", found, ids=[str(row["id"]) for row in found])


def find_skala(kode: str) -> Skala:
    """Give the scale with this kode."""
    return cast("Skala", find(kode).isi)


def label_of(skala: Skala, number: Angka | Fraction, gap: str | None = None) -> str | None:
    """Give the label that a number earns, whatever is known of the source."""
    return grade(number, skala, gap=gap, allow_unverified=True).label


_OPERATORS: Final[dict[str, Callable[[Any, Any], bool]]] = {"<": operator.lt, "<=": operator.le}


def read_table(kode: str, number: Fraction) -> list[str]:
    """Read a printed table as a person would: every row whose words hold for the number."""
    holding: list[str] = []
    for label, words in VECTORS["tabel"][kode]:
        parts = words.split()
        sides = list(zip(parts[0:-2:2], parts[1:-1:2], parts[2::2], strict=True))
        values = [
            (_value(left, number), _OPERATORS[sign], _value(right, number))
            for left, sign, right in sides
        ]
        if all(compare(left, right) for left, compare, right in values):
            holding.append(label)
    return holding


def _value(word: str, number: Fraction) -> Fraction:
    return number if word == "x" else Fraction(word)


class TestTables:
    """What the constants say is what the tables print."""

    def test_every_scale_has_its_table(self) -> None:
        """Written down a second time, in another form."""
        assert set(VECTORS["tabel"]) == {each.kode for each in NUMBERED}

    @pytest.mark.parametrize("ketentuan", NUMBERED, ids=lambda each: each.kode)
    def test_labels_stand_in_the_order_of_the_table(self, ketentuan: Ketentuan[Skala]) -> None:
        """From the lowest to the highest."""
        printed = [label for label, _ in VECTORS["tabel"][ketentuan.kode]]

        assert [each.label for each in ketentuan.isi.predikat] == printed

    @pytest.mark.parametrize("ketentuan", NUMBERED, ids=lambda each: each.kode)
    def test_at_every_boundary(self, ketentuan: Ketentuan[Skala]) -> None:
        """The bound, one unit of the last place to either side, and less than a unit."""
        words = " ".join(words for _, words in VECTORS["tabel"][ketentuan.kode]).split()
        bounds = [word for word in words if word not in ("x", *_OPERATORS)]
        for bound in bounds:
            unit = Fraction(1, 10 ** len(bound.partition(".")[2]))
            for step in (-unit, -unit / 10**9, Fraction(0), unit / 10**9, unit):
                number = Fraction(bound) + step
                label = label_of(ketentuan.isi, number)

                assert read_table(ketentuan.kode, number) == ([] if label is None else [label])

    @given(st.sampled_from(NUMBERED), st.fractions(-10, 210))
    def test_anywhere(self, ketentuan: Ketentuan[Skala], number: Fraction) -> None:
        """And at any other number."""
        label = label_of(ketentuan.isi, number)

        assert read_table(ketentuan.kode, number) == ([] if label is None else [label])


class TestPublished:
    """Figures with the class that an office printed beside them."""

    @rows("kelas")
    def test_class(self, row: dict[str, str]) -> None:
        """The printed class is the one of the scale, and needs no policy."""
        assert label_of(find_skala(row["skala"]), Angka(row["nilai"])) == row["tercetak"]

    @rows("salah_cetak")
    def test_mislabelled(self, row: dict[str, str]) -> None:
        """The document prints one class and its own scale gives another."""
        label = label_of(find_skala(row["skala"]), Angka(row["nilai"]))

        assert label == row["benar"] != row["tercetak"]

    def test_the_mean_of_healthy_years_is_not_healthy(self) -> None:
        """67,70, 62,45 and 67,80: two years of three are Cukup Sehat, their mean is not."""
        years = [Fraction(each) for each in ("67.70", "62.45", "67.80")]
        skala = SKALA_KOPERASI_2016.isi

        assert [label_of(skala, each) for each in years] == [
            "Cukup Sehat",
            "Dalam Pengawasan",
            "Cukup Sehat",
        ]
        assert label_of(skala, sum(years, Fraction()) / 3) == "Dalam Pengawasan"

    def test_survey_and_its_class(self) -> None:
        """Bantul 2023: the nine NRR give 87,28, and B."""
        nrr = ("3.31", "3.35", "3.49", "3.93", "3.45", "3.39", "3.39", "3.76", "3.35")
        ikm = evaluate(IKM.isi, dict(zip(UNSUR, map(Angka, nrr), strict=True)))
        graded = grade(ikm, SKALA_SKM.isi)

        assert graded.trace == "87,28 termasuk B, Baik (76,61 ≤ nilai ≤ 88,30)"
        assert graded.eksak == ikm.eksak


class TestSlips:
    """What programs and pages got wrong cannot happen here."""

    @rows("program")
    def test_programs(self, row: dict[str, Any]) -> None:
        """Each number has the class of the rule, and not the one of the program."""
        label = label_of(find_skala(row["skala"]), Angka(row["nilai"]), row["gap"])

        assert label == row["benar"]
        assert label != row["keliru"]

    @rows("jalur")
    def test_a_band_table_of_hundredths(self, row: dict[str, str]) -> None:
        """A program calls what falls between its bands the highest of them."""
        bands = (
            ("Kritis", "0", "59.99"),
            ("Perlu Perhatian", "60", "79.99"),
            ("Mendekati", "80", "94.99"),
            ("Tercapai", "95", "105"),
            ("Melampaui", "105.01", None),
        )
        skala = Skala(
            kode="jalur",
            nama="Status capaian",
            predikat=tuple(
                Predikat(
                    label=label,
                    batas_bawah=Angka(first),
                    batas_atas=None if last is None else Angka(last),
                )
                for label, first, last in bands
            ),
            langkah=Angka("0.01"),
        )
        number = Angka(row["nilai"])

        assert label_of(skala, number) is None
        assert label_of(skala, number, "lower_edge") == row["bawah"]
        assert label_of(skala, number, "round_to_step") == row["langkah"]


class TestGaps:
    """What the tables leave open stays open until somebody says."""

    @pytest.mark.parametrize("number", ["50.5", "65.5", "75.5", "90.5"])
    def test_permendagri(self, number: str) -> None:
        """No text that was read says what they are."""
        for ketentuan in (SKALA_PERMENDAGRI, SKALA_PERMENDAGRI_BAIK):
            reason = grade(Angka(number), ketentuan.isi).alasan
            position = [
                ketentuan.isi.find_position(label_of(ketentuan.isi, Angka(number), gap) or "")
                for gap in ("lower_edge", "round_to_step")
            ]

            assert reason is not None
            assert reason.kode == "celah_skala"
            assert position[0] is not None
            assert position[1] == position[0] + 1

    @pytest.mark.parametrize(
        "ketentuan",
        [
            each
            for each in NUMBERED
            if each.isi.langkah and each not in (SKALA_KOPERASI_2021, SKALA_IKI)
        ],
        ids=lambda each: each.kode,
    )
    @given(st.fractions(0, 100))
    def test_rounding_closes_every_gap(self, ketentuan: Ketentuan[Skala], share: Fraction) -> None:
        """Of a table whose rows are one step apart."""
        first, last = ketentuan.isi.predikat[0], ketentuan.isi.predikat[-1]
        low = Fraction(0) if first.batas_bawah is None else Fraction(first.batas_bawah.nilai)
        high = Fraction(120) if last.batas_atas is None else Fraction(last.batas_atas.nilai)
        number = low + (high - low) * share / 100

        assert label_of(ketentuan.isi, number, "round_to_step") is not None

    def test_three_forms_of_one_table_disagree(self) -> None:
        """An index of 3,0642 is 76,605: C, B or B, by the form and the policy."""
        index = Fraction("3.0642")

        assert [
            label_of(skala.isi, number, GapPolicy.ROUND_TO_STEP)
            for skala, number in (
                (SKALA_SKM_NI, index),
                (SKALA_SKM_NI_4, index),
                (SKALA_SKM, 25 * index),
            )
        ] == ["C", "B", "B"]

    @given(st.fractions(25, 100))
    def test_four_decimals_are_the_converted_table(self, ikm: Fraction) -> None:
        """Divided by 25; whatever the policy, they give the same class."""
        for gap in (None, *GapPolicy):
            assert label_of(SKALA_SKM.isi, ikm, gap) == label_of(SKALA_SKM_NI_4.isi, ikm / 25, gap)

    def test_one_number_is_forgotten(self) -> None:
        """Maluku Tengah prints `<85` and `>85`; 85 itself has no class."""
        skala = SKALA_MALUKU_TENGAH.isi

        assert [label_of(skala, Angka(each)) for each in ("84.99", "85", "85.01")] == [
            "Sangat Baik",
            None,
            "Memuaskan",
        ]
        assert label_of(skala, Angka("85"), "lower_edge") == "Sangat Baik"
        assert label_of(skala, Angka("85"), "round_to_step") is None

    def test_juknis_forgets_its_own_bounds(self) -> None:
        """`76 < X` leaves 76 out, which no rounding to whole numbers brings back."""
        assert label_of(SKALA_KOPERASI_2021.isi, Angka("76"), "round_to_step") is None
        assert label_of(SKALA_KOPERASI_2021.isi, Angka("75.4"), "round_to_step") == "Cukup Sehat"

    def test_zero_has_no_letter_of_the_rb(self) -> None:
        """It prints `>0-30`."""
        assert label_of(SKALA_INDEKS_RB.isi, Angka("0")) is None


class TestUnverified:
    """What no text that was read lays down has to be asked for."""

    @pytest.mark.parametrize("ketentuan", [SKALA_IKI, SKALA_OPINI_BPK], ids=lambda each: each.kode)
    def test_refused_unasked(self, ketentuan: Ketentuan[Skala]) -> None:
        """Even where the value would have a class."""
        kategori = Kategori(label=ketentuan.isi.predikat[0].label)
        with pytest.raises(iku.IkuError) as caught:
            grade(kategori, ketentuan.isi)

        assert caught.value.code == "unverified-skala"
        assert grade(kategori, ketentuan.isi, allow_unverified=True).predikat is not None


class TestInDocuments:
    """A scale travels with the document that uses it."""

    @pytest.mark.parametrize("ketentuan", SKALA, ids=lambda each: each.kode)
    def test_round_trip(self, ketentuan: Ketentuan[Skala]) -> None:
        """Edges, gaps, step, source and all."""
        dokumen = Dokumen(
            jenis=JenisDokumen.LKJIP,
            judul="LKjIP",
            perangkat_daerah=PerangkatDaerah(nama="Dinas Koperasi"),
            periode=Periode.tahunan(2023),
            skala=ketentuan.isi,
        )

        assert iku.loads(iku.dumps(dokumen)).skala == ketentuan.isi
