"""Grading: the class that a value earns, and the reasons why it earns none."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import (
    Kategori,
    Kosong,
    Predikat,
    Rentang,
    Rujukan,
    SebabKosong,
    Skala,
    StatusRujukan,
    Tepi,
)
from iku.domain.skala import find_letak
from iku.errors import CODES, IkuError
from iku.formula import KodeAlasan, Persentase, evaluate
from iku.formula.evaluation.alasan import blame
from iku.scoring import GapPolicy, Penilaian, RealisasiPerTarget, compute_capaian, grade
from iku.testing.strategies import angka, nilai, skala

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = object()


def _row(label: str, first: str | None, last: str | None, **fields: object) -> Predikat:
    given: dict[str, Any] = {
        "label": label,
        "batas_bawah": None if first is None else Angka(first),
        "batas_atas": None if last is None else Angka(last),
        **fields,
    }
    return Predikat(**given)


def _scale(*rows: Predikat, langkah: str | None = None) -> Skala:
    step = None if langkah is None else Angka(langkah)
    return Skala(kode="contoh", nama="Contoh", predikat=rows, langkah=step)


TERCETAK: Final = _scale(
    _row("Rendah", "0", "75"),
    _row("Tinggi", "76", "90", uraian="Baik"),
    _row("Sangat Tinggi", "91", "100"),
    langkah="1",
)
"""A table with gaps, as they are printed."""
SETENGAH_TERBUKA: Final = _scale(_row("Rendah", None, None), _row("Tinggi", "76", None))
HURUF: Final = _scale(_row("B", None, None), _row("A", None, None, uraian="Memuaskan"))


class TestNumbers:
    """A number is graded as it is, exactly."""

    @pytest.mark.parametrize(
        "value",
        [Angka("85.24"), Decimal("85.24"), Fraction(8524, 100), 85],
        ids=["Angka", "Decimal", "Fraction", "int"],
    )
    def test_every_exact_number(self, value: Angka | Decimal | Fraction | int) -> None:
        """Whatever type it comes in."""
        graded = grade(value, TERCETAK)

        assert (graded.label, graded.predikat, graded.alasan) == (
            "Tinggi",
            TERCETAK.predikat[1],
            None,
        )
        assert graded.eksak is not None
        assert graded.verify()

    def test_results(self) -> None:
        """A Hasil or a Capaian gives its exact value, not a rounded figure."""
        hasil = evaluate(Persentase(pembilang="A", penyebut="B"), {"A": 2, "B": 3})
        capaian = compute_capaian(3, 2, rule=RealisasiPerTarget())

        for outcome in (hasil, capaian):
            graded = grade(outcome, TERCETAK)
            assert (graded.label, graded.eksak) == ("Rendah", Fraction(200, 3))

    def test_what_a_figure_hides(self) -> None:
        """75,996 is printed 76,00 and is in no class; 75,004 is in the gap too."""
        for value in ("75.996", "75.004"):
            assert grade(Angka(value), TERCETAK).label is None
        assert grade(Angka("75.996"), SETENGAH_TERBUKA).label == "Rendah"

    @pytest.mark.parametrize(
        ("value", "kode", "sentence"),
        [
            (None, "tanpa_data", "data skor tidak tersedia"),
            (
                Kosong(sebab=SebabKosong.BELUM_DILAPORKAN),
                "belum_dilaporkan",
                "nilai skor belum dilaporkan",
            ),
            (
                Rentang(bawah=Angka("1"), atas=Angka("2")),
                "bukan_bilangan",
                "nilai skor bukan satu bilangan",
            ),
            (Decimal("NaN"), "bukan_bilangan", "nilai skor bukan satu bilangan"),
            (blame(KodeAlasan.NARASI), "narasi", "rumus berupa uraian"),
            (-1, "di_luar_skala", "nilai skor di luar skala (−1 < 0)"),
            (Angka("100.004"), "di_luar_skala", "nilai skor di luar skala (100 < 100,004)"),
            (
                Angka("90.5"),
                "celah_skala",
                "nilai skor berada di antara dua kelas skala (90 < 90,5 < 91)",
            ),
        ],
    )
    def test_reasons(self, value: Any, kode: str, sentence: str) -> None:  # noqa: ANN401 - any value
        """Absence is an answer, and keeps its own reason."""
        graded = grade(value, TERCETAK)

        assert graded.alasan is not None
        assert (graded.alasan.kode, graded.trace) == (kode, sentence)
        assert (graded.predikat, graded.label, graded.pembulatan) == (None, None, None)
        assert graded.verify()

    def test_the_reason_of_a_result(self) -> None:
        """It is that of the computation."""
        capaian = compute_capaian(0, 5, rule=RealisasiPerTarget())

        assert grade(capaian, TERCETAK).alasan == capaian.alasan

    def test_a_scale_of_labels_takes_no_number(self) -> None:
        """There is nothing to compare it with."""
        graded = grade(4, HURUF)

        assert graded.trace == "skala untuk skor hanya berisi label"
        assert graded.explain("en") == "the scale for skor has labels alone"


class TestLabels:
    """A label is looked up."""

    def test_found_whatever_its_case(self) -> None:
        """With its words and its place in the order."""
        graded = grade(Kategori(label="a", skala="contoh"), HURUF)

        assert (graded.label, graded.eksak, graded.pembulatan) == ("A", None, None)
        assert graded.trace == "A, Memuaskan adalah kelas ke-2 dari 2, dihitung dari yang terendah"
        assert graded.explain("en") == "A, Memuaskan is class 2 of 2, counted from the lowest"

    @pytest.mark.parametrize(
        ("kategori", "kode", "sentence"),
        [
            (Kategori(label="C"), "label_tak_dikenal", "predikat skor tidak dikenal (C)"),
            (Kategori(label="A", skala="akip"), "skala_lain", "skor memakai skala lain (akip)"),
        ],
    )
    def test_not_found(self, kategori: Kategori, kode: str, sentence: str) -> None:
        """A label of another scale is none of this one, even where it is spelled alike."""
        graded = grade(kategori, HURUF)

        assert graded.alasan is not None
        assert (graded.alasan.kode, graded.trace) == (kode, sentence)


class TestGaps:
    """What becomes of a number between two printed rows is a policy, by name."""

    @pytest.mark.parametrize(
        ("value", "refused", "edge", "rounded"),
        [
            ("90", "Tinggi", "Tinggi", "Tinggi"),
            ("90.000001", None, "Tinggi", "Tinggi"),
            ("90.499999", None, "Tinggi", "Tinggi"),
            ("90.5", None, "Tinggi", "Sangat Tinggi"),
            ("90.999999", None, "Tinggi", "Sangat Tinggi"),
            ("91", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
            ("100.4", None, None, None),
            ("-0.4", None, None, None),
        ],
    )
    def test_policies(
        self, value: str, refused: str | None, edge: str | None, rounded: str | None
    ) -> None:
        """They say where a gap goes, and never move the ends of the scale."""
        labels = [
            grade(Angka(value), TERCETAK, gap=gap).label
            for gap in (None, "refuse", GapPolicy.LOWER_EDGE, "round_to_step")
        ]

        assert labels == [refused, refused, edge, rounded]

    def test_a_number_inside_a_row_is_never_rounded(self) -> None:
        """80,004 is above 80, whatever the step."""
        made = _scale(
            _row("BB", "70", "80", tepi_bawah=Tepi.TERBUKA),
            _row("A", "80", None, tepi_bawah=Tepi.TERBUKA),
            langkah="1",
        )

        assert grade(Angka("80.004"), made, gap="round_to_step").label == "A"

    def test_rounding_may_lead_into_no_row(self) -> None:
        """`<85` and `>85` leave 85 out, which no rounding changes; the lower edge does."""
        made = _scale(
            _row("Sangat Baik", "75", "85", tepi_atas=Tepi.TERBUKA),
            _row("Memuaskan", "85", None, tepi_bawah=Tepi.TERBUKA),
            langkah="5",
        )

        assert grade(85, made, gap="round_to_step").trace == (
            "nilai skor berada di antara dua kelas skala (85 ≤ 85 ≤ 85)"
        )
        assert grade(85, made, gap="lower_edge").label == "Sangat Baik"

    def test_a_scale_without_a_step(self) -> None:
        """Nobody guesses the step in which a table is printed."""
        made = attrs.evolve(TERCETAK, langkah=None)
        graded = grade(Angka("90.5"), made, gap="round_to_step")

        assert graded.trace == "skala untuk skor tidak menyebut langkah pembulatan"
        assert graded.explain("en") == "the scale for skor has no step to round to"
        assert grade(90, made, gap="round_to_step").label == "Tinggi"

    def test_what_the_rounded_number_was(self) -> None:
        """It is kept apart from the exact one."""
        graded = grade(Angka("90.5"), TERCETAK, gap="round_to_step")

        assert (graded.eksak, graded.pembulatan) == (Fraction("90.5"), Fraction(91))
        assert grade(Angka("90.5"), TERCETAK, gap="lower_edge").pembulatan is None
        assert grade(90, TERCETAK, gap="round_to_step").pembulatan is None
        assert grade(Angka("100.5"), TERCETAK, gap="round_to_step").pembulatan is None


class TestExplain:
    """The sentence shows why the class is what it is."""

    @pytest.mark.parametrize(
        ("value", "made", "gap", "sentence", "english"),
        [
            (
                "85.24",
                TERCETAK,
                None,
                "85,24 termasuk Tinggi, Baik (76 ≤ nilai ≤ 90)",
                "85,24 falls in Tinggi, Baik (76 ≤ value ≤ 90)",
            ),
            (
                "90.5",
                TERCETAK,
                "lower_edge",
                (
                    "90,5 berada di celah dan, menurut batas bawah, "
                    "termasuk Tinggi, Baik (76 ≤ nilai ≤ 90)"
                ),
                "90,5 is in a gap and falls, by lower edge, in Tinggi, Baik (76 ≤ value ≤ 90)",
            ),
            (
                "90.5",
                TERCETAK,
                "round_to_step",
                (
                    "90,5 berada di celah, dibulatkan menjadi 91 dan "
                    "termasuk Sangat Tinggi (91 ≤ nilai ≤ 100)"
                ),
                (
                    "90,5 is in a gap, is rounded to 91 and "
                    "falls in Sangat Tinggi (91 ≤ value ≤ 100)"
                ),
            ),
            (
                "75.9999",
                SETENGAH_TERBUKA,
                None,
                "75,9999 termasuk Rendah (nilai < 76)",
                "75,9999 falls in Rendah (value < 76)",
            ),
            (
                "1000",
                SETENGAH_TERBUKA,
                None,
                "1.000 termasuk Tinggi (nilai ≥ 76)",
                "1.000 falls in Tinggi (value ≥ 76)",
            ),
        ],
    )
    def test_sentences(
        self, value: str, made: Skala, gap: str | None, sentence: str, english: str
    ) -> None:
        """In the language of officials, and in English."""
        graded = grade(Angka(value), made, gap=gap)

        assert (graded.trace, graded.explain("en")) == (sentence, english)

    def test_open_edges(self) -> None:
        """The sign shows whether the bound belongs to the class."""
        made = _scale(
            _row("D", "0", None),
            _row("C", "30", "50", tepi_bawah=Tepi.TERBUKA, tepi_atas=Tepi.TERBUKA),
            _row("B", "50", None, tepi_bawah=Tepi.TERBUKA),
        )

        assert [grade(value, made).trace for value in (30, 31, 51)] == [
            "30 termasuk D (0 ≤ nilai ≤ 30)",
            "31 termasuk C (30 < nilai < 50)",
            "51 termasuk B (nilai > 50)",
        ]

    def test_a_number_with_no_end(self) -> None:
        """It is shown at two decimals, and at more where two would tell another class."""
        near = 76 - Fraction(1, 30000)

        assert grade(Fraction(200, 3), TERCETAK).trace.startswith("66,67 termasuk")
        assert grade(Fraction(200, 3), TERCETAK).explain(digits=0).startswith("67 termasuk")
        assert grade(near, SETENGAH_TERBUKA).trace == "75,99997 termasuk Rendah (nilai < 76)"

    def test_a_number_nearer_than_any_figure(self) -> None:
        """Then the shortest figure stands; the class is that of the exact number."""
        graded = grade(76 - Fraction(1, 10**40), SETENGAH_TERBUKA)

        assert graded.trace == "76,00 termasuk Rendah (nilai < 76)"

    @pytest.mark.parametrize(
        ("call", "code"),
        [
            (lambda: grade(85, TERCETAK).explain(cast("Any", "fr")), "bad-choice"),
            (lambda: grade(85, TERCETAK).explain(digits=-1), "bad-digits"),
        ],
    )
    def test_refused(self, call: Callable[[], object], code: str) -> None:
        """As everywhere."""
        with pytest.raises(IkuError) as caught:
            call()

        assert caught.value.code == code


class TestRefusals:
    """What is wrong with the call and not with the value."""

    @pytest.mark.parametrize("status", StatusRujukan)
    def test_unverified(self, status: StatusRujukan) -> None:
        """A scale whose source nobody read has to be asked for."""
        made = attrs.evolve(TERCETAK, rujukan=Rujukan(uraian="x", status=status))

        assert grade(85, made, allow_unverified=True).label == "Tinggi"
        if status is not StatusRujukan.BELUM_TERVERIFIKASI:
            assert grade(85, made).label == "Tinggi"
            return
        with pytest.raises(IkuError) as caught:
            grade(85, made)
        assert (caught.value.code, caught.value.path) == (
            "unverified-skala",
            "$.skala.rujukan.status",
        )

    @pytest.mark.parametrize(
        ("call", "code", "path"),
        [
            (lambda: grade(cast("Any", 85.24), TERCETAK), "wrong-type", "$.nilai"),
            (lambda: grade(cast("Any", "85"), TERCETAK), "wrong-type", "$.nilai"),
            (lambda: grade(cast("Any", True), TERCETAK), "wrong-type", "$.nilai"),
            (lambda: grade(10**2000, TERCETAK), "number-too-long", "$.nilai"),
            (lambda: grade(85, ANY), "wrong-type", "$.skala"),
            (lambda: grade(85, TERCETAK, gap="up"), "bad-choice", "$.gap"),
            (lambda: grade(85, TERCETAK, gap=cast("Any", ["x"])), "bad-choice", "$.gap"),
        ],
    )
    def test_wrong_arguments(self, call: Callable[[], object], code: str, path: str) -> None:
        """Each names its argument."""
        with pytest.raises(IkuError) as caught:
            call()

        assert (caught.value.code, caught.value.path) == (code, path)
        assert code in CODES


class TestPenilaian:
    """The answer is a value."""

    def test_value(self) -> None:
        """It copies, pickles and hashes."""
        graded = grade(Angka("90.5"), TERCETAK, gap="round_to_step")

        assert copy.deepcopy(graded) == graded
        assert pickle.loads(pickle.dumps(graded)) == graded  # noqa: S301 - our own bytes
        assert hash(copy.deepcopy(graded)) == hash(graded)

    def test_verify_finds_what_was_changed(self) -> None:
        """Another class, number or policy."""
        graded = grade(85, TERCETAK)
        higher = TERCETAK.predikat[2]

        assert not attrs.evolve(graded, jawaban=higher).verify()
        assert not attrs.evolve(graded, nilai=Fraction(95)).verify()
        assert not attrs.evolve(
            grade(Angka("90.5"), TERCETAK, gap="lower_edge"), gap=GapPolicy.REFUSE
        ).verify()

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"jawaban": Predikat(label="Lain")}, "bad-choice", "$.jawaban"),
            ({"jawaban": "Tinggi"}, "wrong-type", "$.jawaban"),
            ({"nilai": 85}, "wrong-type", "$.nilai"),
            ({"skala": None}, "wrong-type", "$.skala"),
            ({"gap": "up"}, "bad-choice", "$.gap"),
        ],
    )
    def test_refused(self, changes: dict[str, Any], code: str, path: str) -> None:
        """Each field takes what it is for."""
        with pytest.raises(IkuError) as caught:
            attrs.evolve(grade(85, TERCETAK), **changes)

        assert (caught.value.code, caught.value.path) == (code, path)


NUMBERED: Final = skala().filter(lambda made: made.has_bounds)
POLICIES: Final = st.none() | st.sampled_from(GapPolicy)


def edges(made: Skala) -> list[Fraction]:
    """The bounds of a scale, and the numbers one unit of the last place beside them."""
    bounds = [
        bound
        for each in made.predikat
        for bound in (each.batas_bawah, each.batas_atas)
        if bound is not None
    ]
    return [
        Fraction(bound.nilai) + step
        for bound in bounds
        for unit in [Fraction(1, 10 ** len(bound.teks.partition(".")[2]))]
        for step in (-unit, -unit / 1000, 0, unit / 1000, unit)
    ]


def position(graded: Penilaian) -> int | None:
    """The place of the class that was earned."""
    return None if graded.label is None else graded.skala.find_position(graded.label)


class TestLaws:
    """What holds for every scale."""

    @given(NUMBERED)
    def test_total_between_the_ends_by_the_lower_edge(self, made: Skala) -> None:
        """Every number of the declared domain has exactly one class."""
        for number in edges(made):
            letak = find_letak(made, number)
            outside = letak.kelas < 0 or (
                letak.kelas == len(made.predikat) - 1 and not letak.di_dalam
            )
            graded = grade(number, made, gap="lower_edge", allow_unverified=True)

            assert (graded.label is None) == outside
            assert graded.alasan is None or graded.alasan.kode == "di_luar_skala"

    @given(NUMBERED, POLICIES)
    def test_a_higher_number_never_earns_a_lower_class(
        self, made: Skala, gap: GapPolicy | None
    ) -> None:
        """Whatever the policy."""
        graded = [grade(each, made, gap=gap, allow_unverified=True) for each in sorted(edges(made))]
        earned = [place for each in graded if (place := position(each)) is not None]

        assert all(low <= high for low, high in pairwise(earned))

    @given(NUMBERED, angka(), POLICIES)
    def test_a_policy_changes_nothing_inside_a_row(
        self, made: Skala, number: Angka, gap: GapPolicy | None
    ) -> None:
        """It is for gaps alone."""
        plain = grade(number, made, allow_unverified=True)

        if plain.label is not None:
            assert grade(number, made, gap=gap, allow_unverified=True).label == plain.label

    @given(skala(), nilai(), POLICIES)
    def test_every_value_has_an_answer(
        self,
        made: Skala,
        value: Any,  # noqa: ANN401 - any value
        gap: GapPolicy | None,
    ) -> None:
        """A class or a reason, which says itself in both languages and verifies."""
        graded = grade(value, made, gap=gap, allow_unverified=True)

        assert (graded.predikat is None) != (graded.alasan is None)
        assert graded.verify()
        assert graded.explain("id")
        assert graded.explain("en")

    @given(skala())
    def test_labels_are_graded_in_their_order(self, made: Skala) -> None:
        """Each label earns its own class."""
        earned = [
            position(grade(Kategori(label=each.label), made, allow_unverified=True))
            for each in made.predikat
        ]

        assert earned == list(range(1, len(made.predikat) + 1))
