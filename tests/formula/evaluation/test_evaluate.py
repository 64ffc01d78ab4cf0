"""Exact evaluation: numbers, reasons, and the sentence that explains them."""

from __future__ import annotations

import decimal
import time
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

import attrs
import pytest

from iku.angka import MAXIMUM_DIGITS, Angka
from iku.domain import (
    Ambang,
    Kategori,
    Kosong,
    Pembanding,
    Periode,
    Rentang,
    Satuan,
    SebabKosong,
)
from iku.errors import IkuError, PluginError
from iku.formula import (
    Alasan,
    FormulaTakDikenal,
    Hasil,
    Jumlah,
    KodeAlasan,
    Langsung,
    Masukan,
    Narasi,
    Persentase,
    Rasio,
    evaluate,
    parse_formula,
)
from iku.formula.evaluation.arithmetic import compute
from iku.formula.evaluation.bounds import MAXIMUM_BITS
from iku.tree import Divide, Expression, Unlowered, Variable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.typing import Formula

KONTRIBUSI = Persentase(pembilang="NTB", penyebut="PDRB")
DATA = {"NTB": Angka("1200"), "PDRB": Angka("80000")}
HOSTILE_CONTEXT = decimal.Context(
    prec=3,
    rounding=decimal.ROUND_UP,
    Emin=-3,
    Emax=3,
    traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal],
)


def _reason(text: str, data: Mapping[str, NilaiMasukan]) -> Alasan:
    hasil = evaluate(parse_formula(text), data)
    assert (hasil.eksak, hasil.nilai, hasil.round(2)) == (None, None, None)
    assert hasil.alasan is not None
    assert hasil.verify()
    return hasil.alasan


@attrs.frozen(kw_only=True)
class _Foreign:
    """A formula of a third party, which may misbehave."""

    tipe: ClassVar[str] = "uji:asing/1"
    satuan: ClassVar[str] = "kelompok tani"

    gives: object

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A", "B")

    def lower(self) -> Expression | Unlowered:
        if isinstance(self.gives, Exception):
            raise self.gives
        gives = self.gives() if callable(self.gives) else self.gives
        return cast("Expression", gives)


NO_REASONS: Final[tuple[dict[str, Any], ...]] = (
    {"kode": "", "message": "a"},
    {"kode": None, "message": "a"},
    {"kode": "a", "message": " "},
    {"kode": "a", "message": "a", "variables": "AB"},
    {"kode": "a", "message": "a", "detail": 5},
)
"""Fields of what says why there is no tree, and does not."""


class TestNumbers:
    """The value is exact and rounded once, at the edge."""

    def test_percentage(self) -> None:
        """The result keeps the exact value, the inputs and the tree."""
        hasil = evaluate(KONTRIBUSI, DATA)

        assert hasil == Hasil(
            formula=KONTRIBUSI,
            pohon=KONTRIBUSI.lower(),
            masukan=(
                Masukan(variabel="NTB", nilai=Angka("1200")),
                Masukan(variabel="PDRB", nilai=Angka("80000")),
            ),
            jawaban=Fraction(3, 2),
            satuan=Satuan("%"),
        )
        assert (hasil.eksak, hasil.alasan) == (Fraction(3, 2), None)
        assert hasil.nilai == Decimal("1.5")
        assert str(hasil.round(2)) == "1.50"

    def test_published_percentage(self) -> None:
        """Kabupaten Jombang 2022: 83 of 852 koperasi, printed 9,7%."""
        hasil = evaluate(
            Persentase(pembilang="BAIK", penyebut="KOPERASI"), {"BAIK": 83, "KOPERASI": 852}
        )

        assert hasil.explain(digits=1) == "83 / 852 × 100% = 9,7%"

    def test_exact_where_decimals_are_not(self) -> None:
        """A third times three is one, and nine ninths of four are four."""
        assert evaluate(parse_formula("A / 3 * 3"), {"A": 1}).eksak == 1
        assert evaluate(parse_formula("A * 9 / 9 - A"), {"A": Angka("0.1")}).eksak == 0

    def test_rounding_is_of_the_exact_value(self) -> None:
        """Rounding to 34 digits first would turn this just-below tie upward."""
        below = Fraction(5, 1000) - Fraction(1, 10**50)
        hasil = evaluate(parse_formula("A / B"), {"A": below.numerator, "B": below.denominator})

        assert str(hasil.nilai) == "0.005"
        assert str(hasil.round(2)) == "0.00"

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("A + B * 2 - A / B", Fraction(13, 1) - Fraction(3, 5)),
            ("-A^2", Fraction(-9)),
            ("(-A)^2", Fraction(9)),
            ("A^-2", Fraction(1, 9)),
            ("A^0", Fraction(1)),
            ("(A - 3)^2", Fraction(0)),
            ("0 / A", Fraction(0)),
            ("1.50", Fraction(3, 2)),
            ("-0", Fraction(0)),
            ("(A + B + 1) * A * B / (A - B)", Fraction(9 * 15, -2)),
        ],
    )
    def test_operators(self, text: str, value: Fraction) -> None:
        """Each operator does what it says."""
        assert evaluate(parse_formula(text), {"A": 3, "B": 5}).eksak == value

    def test_kinds_of_exact_numbers(self) -> None:
        """Angka, int and Decimal are taken, and their digits recorded."""
        for value in (Angka("80000"), 80000, Decimal("8E+4")):
            assert evaluate(KONTRIBUSI, DATA | {"PDRB": value}) == evaluate(KONTRIBUSI, DATA)

    def test_zero_is_a_number(self) -> None:
        """Nothing about zero is missing."""
        hasil = evaluate(KONTRIBUSI, {"NTB": 0, "PDRB": 5})

        assert (hasil.eksak, hasil.trace) == (Fraction(0), "0 / 5 × 100% = 0%")

    def test_periode_is_noted(self) -> None:
        """The period says what the inputs belong to; anything else is refused."""
        assert evaluate(KONTRIBUSI, DATA, periode=Periode.tahunan(2023)).periode == (
            Periode.tahunan(2023)
        )
        with pytest.raises(IkuError) as caught:
            evaluate(KONTRIBUSI, DATA, periode=cast("Periode", "2023"))
        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.periode")

    def test_ambient_context_is_not_used(self) -> None:
        """Whatever the caller did to decimal arithmetic changes no digit."""
        expected = evaluate(KONTRIBUSI, {"NTB": 1, "PDRB": Angka("3.00007")})
        with decimal.localcontext(HOSTILE_CONTEXT):
            hasil = evaluate(KONTRIBUSI, {"NTB": 1, "PDRB": Angka("3.00007")})
            figures = (str(hasil.nilai), str(hasil.round(20)), hasil.explain(digits=9))
            verified = hasil.verify()

        assert verified
        assert figures == (
            str(expected.nilai),
            str(expected.round(20)),
            expected.explain(digits=9),
        )


class TestReasons:
    """Absence is an answer that says why, and which variables are to blame."""

    @pytest.mark.parametrize(
        ("value", "kode", "pesan"),
        [
            (None, "tanpa_data", "data PDRB tidak tersedia"),
            (Kosong(), "tidak_dicantumkan", "nilai PDRB tidak dicantumkan"),
            (
                Kosong(sebab=SebabKosong.BELUM_DILAPORKAN, keterangan="rilis BPS Maret"),
                "belum_dilaporkan",
                "nilai PDRB belum dilaporkan (rilis BPS Maret)",
            ),
            (
                Kosong(sebab=SebabKosong.TIDAK_BERLAKU),
                "tidak_berlaku",
                "nilai PDRB tidak berlaku",
            ),
            (
                Kosong(sebab=SebabKosong.TIDAK_TERBACA),
                "tidak_terbaca",
                "nilai PDRB tidak terbaca",
            ),
            (
                Rentang(bawah=Angka("1"), atas=Angka("2")),
                "bukan_bilangan",
                "nilai PDRB bukan satu bilangan",
            ),
            (
                Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("49")),
                "bukan_bilangan",
                "nilai PDRB bukan satu bilangan",
            ),
            (Kategori(label="BB"), "bukan_bilangan", "nilai PDRB bukan satu bilangan"),
            (Decimal("NaN"), "bukan_bilangan", "nilai PDRB bukan satu bilangan"),
            (Decimal("sNaN"), "bukan_bilangan", "nilai PDRB bukan satu bilangan"),
            (Decimal("-Infinity"), "bukan_bilangan", "nilai PDRB bukan satu bilangan"),
            (0, "pembagi_nol", "pembagi PDRB bernilai nol"),
        ],
    )
    def test_each_absence_stays_distinct(self, value: NilaiMasukan, kode: str, pesan: str) -> None:
        """What the data says about a missing value is what the result says."""
        hasil = evaluate(KONTRIBUSI, DATA | {"PDRB": value})

        assert hasil.alasan is not None
        assert (hasil.alasan.kode, hasil.alasan.variabel) == (kode, ("PDRB",))
        assert str(hasil.alasan) == hasil.alasan.pesan == pesan
        assert (hasil.eksak, hasil.nilai, hasil.round(2)) == (None, None, None)
        assert hasil.trace.endswith(f" × 100% tidak dapat dihitung: {pesan}")
        assert hasil.verify()

    def test_every_sebab_has_its_kode(self) -> None:
        """No reason of absence is lost on the way."""
        kode = [_reason("A", {"A": Kosong(sebab=sebab)}).kode for sebab in SebabKosong]

        assert kode == [sebab.value for sebab in SebabKosong]

    def test_missing_variables_are_named_together(self) -> None:
        """The reason names all that are absent for the cause of the first."""
        absent = {"B": None, "C": Kosong(), "D": Kosong()}

        assert _reason("A + B + C", absent | {"D": 1}) == Alasan(
            kode="tanpa_data", variabel=("A", "B"), pesan="data A dan B tidak tersedia"
        )
        assert _reason("C + A + D", absent).variabel == ("C", "D")
        assert _reason("A + B + E", absent).pesan == "data A, B dan E tidak tersedia"

    def test_absence_is_not_multiplied_away(self) -> None:
        """Zero times an unknown is unknown."""
        assert _reason("0 * A", {}).kode == KodeAlasan.TANPA_DATA

    @pytest.mark.parametrize(
        ("text", "variabel", "pesan"),
        [
            ("A / D", ("D",), "pembagi D bernilai nol"),
            ("A / (B - C)", ("B", "C"), "pembagi (B − C) bernilai nol"),
            ("A / 0", (), "pembagi tetapan bernilai nol"),
            ("A / (1 - 1)", (), "pembagi (1 − 1) bernilai nol"),
            ("A / ln(B - A)", ("B", "A"), "pembagi ln(B − A) bernilai nol"),
            ("A / minimum(D, B)", ("D", "B"), "pembagi minimum(D; B) bernilai nol"),
            ("D^-1", ("D",), "pembagi D bernilai nol"),
            ("(B - C)^-1", ("B", "C"), "pembagi (B − C) bernilai nol"),
            ("1 + A / (B - C) + A", ("B", "C"), "pembagi (B − C) bernilai nol"),
            ("A * (1 / 0) / (B - C)", (), "pembagi tetapan bernilai nol"),
            (
                "A / (B - C" + " + D" * 50 + ")",
                ("B", "C", "D"),
                "pembagi hasil hitungan dari B, C dan D bernilai nol",
            ),
        ],
    )
    def test_zero_denominators(self, text: str, variabel: tuple[str, ...], pesan: str) -> None:
        """A variable is said to be zero only where it is; else the expression is."""
        alasan = _reason(text, {"A": 1, "B": 2, "C": 2, "D": 0})

        assert (alasan.kode, alasan.variabel, alasan.pesan) == ("pembagi_nol", variabel, pesan)

    def test_long_denominator_in_english(self) -> None:
        """What would not be read is not written out."""
        alasan = _reason("A / (B - C" + " + 0" * 50 + ")", {"A": 1, "B": 2, "C": 2})

        assert alasan.explain("en") == "division by what is computed from B and C, which is zero"

    def test_zero_to_the_power_of_zero(self) -> None:
        """It has no value."""
        assert _reason("A^0", {"A": 0}).pesan == "A bernilai nol dan dipangkatkan nol"
        assert _reason("(A - B)^0", {"A": 1, "B": 1}).pesan == (
            "(A − B) bernilai nol dan dipangkatkan nol"
        )

    @pytest.mark.parametrize(
        "text",
        ["A^64", "((A^2)^64)^64", "A * A * A * A * A * A", "A / B - 1 / (A + B)^9", "A^5 + 0 * A"],
    )
    def test_too_many_digits(self, text: str) -> None:
        """Digits do not explode, whatever a formula does to long numbers."""
        huge = Angka("9" * MAXIMUM_DIGITS)
        start = time.process_time()
        alasan = _reason(text, {"A": huge, "B": Angka("7" * MAXIMUM_DIGITS)})

        assert alasan.kode == "terlalu_besar"
        assert time.process_time() - start < 5

    def test_result_that_no_figure_holds(self) -> None:
        """A result that could not be printed is no result."""
        assert _reason("A^3", {"A": Angka("1" + "0" * 300)}).kode == "terlalu_besar"
        below = evaluate(parse_formula("A^3 - 1"), {"A": Angka("1" + "0" * 300)})
        assert str(below.round(2)) == "9" * 900 + ".00"
        assert below.trace.endswith("9")

    def test_worst_chain_is_bounded(self) -> None:
        """Five hundred unrelated denominators end in a reason, soon."""
        text = " + ".join(f"1 / {10**33 + 2 * n + 1}" for n in range(170))
        start = time.process_time()

        assert _reason(text, {}).kode == "terlalu_besar"
        assert time.process_time() - start < 5

    def test_long_intermediate_numbers_are_fine(self) -> None:
        """What is only long on the way is computed."""
        hasil = evaluate(parse_formula("A^13 / A^13"), {"A": Angka("3" * 300)})

        assert hasil.eksak == 1
        assert MAXIMUM_BITS > 13 * 300 * 3

    def test_exact_values_can_be_printed(self) -> None:
        """The longest fraction there is has a repr."""
        hasil = evaluate(parse_formula("1 / A^4"), {"A": Angka("9" * MAXIMUM_DIGITS)})

        assert len(str(hasil.eksak)) == 2 + 4 * MAXIMUM_DIGITS
        assert repr(hasil)

    def test_bits_of_the_longest_number(self) -> None:
        """A number of just so many bits is computed with, one bit more is not."""
        power = "((2^64)^64)^3 * (2^26)^64 * 2^47"
        hasil = evaluate(parse_formula(f"({power}) / ({power})"), {})

        assert MAXIMUM_BITS == 64 * 64 * 3 + 26 * 64 + 47 + 1
        assert hasil.eksak == 1
        assert _reason(f"2 * {power} / ({power})", {}).kode == "terlalu_besar"

    @pytest.mark.parametrize(
        ("formula", "kode"),
        [
            (Langsung(sumber="BPS"), "langsung"),
            (Narasi(teks="Berdasarkan hasil survei"), "narasi"),
            (FormulaTakDikenal(tag="kota-x:indeks/1"), "tak_dikenal"),
        ],
    )
    def test_no_tree(self, formula: Formula, kode: str) -> None:
        """A formula that nobody computes says so."""
        hasil = evaluate(formula, {})

        assert hasil.alasan is not None
        assert (hasil.alasan.kode, hasil.masukan, hasil.nilai) == (kode, (), None)
        assert hasil.trace == hasil.alasan.pesan
        assert hasil.verify()

    def test_input_that_was_not_recorded(self) -> None:
        """Computing a tree from too few inputs is a reason too."""
        pohon = Divide(numerator=Variable("A"), denominator=Variable("B"))
        answer = compute(pohon, (Masukan(variabel="A", nilai=Angka("1")),))

        assert isinstance(answer, Alasan)
        assert (answer.kode, answer.variabel) == ("tanpa_data", ("B",))


class TestExplanation:
    """The trace prints the numbers as officials write them."""

    @pytest.mark.parametrize(
        ("formula", "data", "digits", "trace"),
        [
            (KONTRIBUSI, DATA, 2, "1.200 / 80.000 × 100% = 1,5%"),
            (KONTRIBUSI, {"NTB": 1, "PDRB": 3}, 2, "1 / 3 × 100% = 33,33%"),
            (KONTRIBUSI, {"NTB": 2, "PDRB": 3}, 0, "2 / 3 × 100% = 67%"),
            (KONTRIBUSI, {"NTB": 2, "PDRB": 2}, 2, "2 / 2 × 100% = 100%"),
            (KONTRIBUSI, {"NTB": -1, "PDRB": 4}, 2, "−1 / 4 × 100% = −25%"),
            (KONTRIBUSI, {"NTB": 99803, "PDRB": 100001}, 2, "99.803 / 100.001 × 100% = 99,80%"),
            (
                Rasio(pembilang="A", penyebut="B", pengali=Angka("1000")),
                {"A": 12345678, "B": Angka("0.50")},
                2,
                "12.345.678 / 0,50 × 1.000 = 24.691.356.000",
            ),
            (Jumlah(suku=("A", "B")), {"A": 12, "B": 30}, 2, "12 + 30 = 42"),
            (Jumlah(suku=("A",)), {"A": Angka("1200.50")}, 2, "1.200,5"),
            (parse_formula("A * 100"), {"A": Angka("0.5")}, 2, "0,5 × 100 = 50"),
            (parse_formula("100"), {}, 2, "100"),
            (_Foreign(gives=Variable("A")), {"A": 7}, 2, "7 kelompok tani"),
        ],
    )
    def test_trace(
        self, formula: Formula, data: Mapping[str, NilaiMasukan], digits: int, trace: str
    ) -> None:
        """The result is exact without zeros behind it, or rounded with all its digits."""
        hasil = evaluate(formula, data)

        assert hasil.explain(digits=digits) == trace
        assert hasil.trace == hasil.explain(digits=2)

    @pytest.mark.parametrize(
        ("text", "data", "trace"),
        [
            ("(A + B) * 25", {"A": 1, "B": -8}, "(1 + (−8)) × 25 = −7 × 25 = −175"),
            ("rata_rata(A, B) * 2", {"A": 1, "B": 2}, "rata-rata(1; 2) × 2 = 1,5 × 2 = 3"),
            ("(A + B) * A * 2", {"A": 1, "B": 2}, "(1 + 2) × 1 × 2 = 6"),
            ("(A + B) / B * 100", {"A": 1, "B": 2}, "(1 + 2) / 2 × 100 = 150"),
            ("(A - B) * 100", {"A": 1, "B": 2}, "(1 − 2) × 100 = −100"),
        ],
    )
    def test_index_between(self, text: str, data: dict[str, int], trace: str) -> None:
        """What a sum or a mean comes to stands before it is multiplied at the end."""
        assert evaluate(parse_formula(text), data).trace == trace

    def test_index_of_other_inputs(self) -> None:
        """Nothing is shown that the inputs do not give."""
        hasil = evaluate(parse_formula("(A + B) * 25"), {"A": 1, "B": 2})

        assert attrs.evolve(hasil, masukan=()).trace == "(A + B) × 25 = 75"

    def test_unknown_values_keep_their_name(self) -> None:
        """What is known is printed, what is not is named."""
        assert evaluate(KONTRIBUSI, {"PDRB": 80000}).trace == (
            "NTB / 80.000 × 100% tidak dapat dihitung: data NTB tidak tersedia"
        )
        assert evaluate(Jumlah(suku=("A",)), {}).trace == "data A tidak tersedia"

    @pytest.mark.parametrize("digits", [-1, 1001, cast("int", "2"), True])
    def test_bad_digits(self, digits: int) -> None:
        """Nothing is rounded to a number of decimals that is none."""
        hasil = evaluate(KONTRIBUSI, DATA)

        for call in (lambda: hasil.round(digits), lambda: hasil.explain(digits=digits)):
            with pytest.raises(IkuError) as caught:
                call()
            assert caught.value.code == "bad-digits"


class TestRefusals:
    """What is no formula or no exact number is refused by name."""

    @pytest.mark.parametrize("value", [1.5, "1200", True, b"1", [1], object()])
    def test_inexact_values(self, value: object) -> None:
        """Float above all."""
        with pytest.raises(IkuError) as caught:
            evaluate(KONTRIBUSI, DATA | {"PDRB": cast("NilaiMasukan", value)})

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.data.PDRB")

    @pytest.mark.parametrize("value", [10**2000, Decimal("1E+2000"), Decimal("1E-2000")])
    def test_too_long_numbers(self, value: NilaiMasukan) -> None:
        """An Angka holds a thousand digits."""
        with pytest.raises(IkuError) as caught:
            evaluate(KONTRIBUSI, DATA | {"PDRB": value})

        assert (caught.value.code, caught.value.path) == ("number-too-long", "$.data.PDRB")

    def test_unused_values_are_not_looked_at(self) -> None:
        """Data may hold more than the formula needs, of any kind."""
        data = cast("dict[str, NilaiMasukan]", DATA | {"LAIN": 1.5, 7: None})

        assert evaluate(KONTRIBUSI, data) == evaluate(KONTRIBUSI, DATA)

    @pytest.mark.parametrize("data", [None, [("NTB", 1)], 5])
    def test_data_must_be_a_mapping(self, data: object) -> None:
        """From kode to value."""
        with pytest.raises(IkuError) as caught:
            evaluate(KONTRIBUSI, cast("dict[str, NilaiMasukan]", data))

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.data")

    @pytest.mark.parametrize("formula", ["A / B", None, Persentase, 5])
    def test_not_a_formula(self, formula: object) -> None:
        """Text and classes are none."""
        with pytest.raises(IkuError) as caught:
            evaluate(cast("Formula", formula), DATA)

        assert caught.value.code == "wrong-type"

    @pytest.mark.parametrize(
        ("gives", "words"),
        [
            (None, "gave None"),
            (1.5, "gave a value of type float"),
            (ZeroDivisionError("x"), "raised ZeroDivisionError"),
            (RecursionError("x"), "raised RecursionError"),
            *((partial(Unlowered, **fields), "raised DomainError") for fields in NO_REASONS),
        ],
    )
    def test_plugins_that_misbehave(self, gives: object, words: str) -> None:
        """One error, which names the plug-in."""
        with pytest.raises(PluginError) as caught:
            evaluate(_Foreign(gives=gives), {})

        assert caught.value.code == "plugin-failed"
        assert "uji:asing/1" in caught.value.found
        assert words in caught.value.found

    def test_plugin_without_tree(self) -> None:
        """A plug-in may have reasons of its own."""
        hasil = evaluate(_Foreign(gives=Unlowered(kode="rahasia", message="dirahasiakan")), {})

        assert hasil.alasan == Alasan(kode="rahasia", pesan="dirahasiakan")
