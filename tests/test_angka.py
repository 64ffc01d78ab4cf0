"""Examples and refusals of the exact numbers and of their Indonesian text."""

from __future__ import annotations

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import cast

import pytest

from iku.angka import (
    MAXIMUM_DIGITS,
    MAXIMUM_TEXT,
    Angka,
    Locale,
    format_angka,
    make_context,
    parse_angka,
    round_half_up,
    to_decimal34,
)
from iku.errors import CODES, AngkaError

NBSP = "\u00a0"

HOSTILE_CONTEXT = decimal.Context(
    prec=3,
    rounding=decimal.ROUND_UP,
    Emin=-3,
    Emax=3,
    traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal],
)


def _refused(text: str, locale: Locale = "id") -> AngkaError:
    with pytest.raises(AngkaError) as caught:
        parse_angka(text, locale=locale)
    assert caught.value.code in CODES
    return caught.value


class TestAngka:
    """A number keeps the digits it was written with."""

    @pytest.mark.parametrize(
        ("value", "digits"),
        [
            ("98.63", "98.63"),
            ("1.50", "1.50"),
            ("-0", "-0"),
            (0, "0"),
            (-12, "-12"),
            (Decimal("1E+5"), "100000"),
            (Decimal("-0.00"), "-0.00"),
            (Decimal("1E-3"), "0.001"),
            (Angka("7.0"), "7.0"),
            ("9" * MAXIMUM_DIGITS, "9" * MAXIMUM_DIGITS),
        ],
    )
    def test_accepts(self, value: object, digits: str) -> None:
        """Text, int, Decimal and Angka are all brought to canonical digits."""
        made = Angka(cast("str", value))

        assert made.teks == str(made) == digits
        assert made.nilai == Decimal(digits)

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("", "bad-number"),
            ("1,5", "bad-number"),
            ("01", "bad-number"),
            ("1.", "bad-number"),
            (".5", "bad-number"),
            ("+1", "bad-number"),
            ("1e5", "bad-number"),
            ("NaN", "bad-number"),
            (" 1", "bad-number"),
            ("1\n", "bad-number"),
            ("\u0661", "bad-number"),
            ("\uff11", "bad-number"),
            ("1_0", "bad-number"),
            (1.5, "wrong-type"),
            (True, "wrong-type"),
            (None, "wrong-type"),
            (b"1", "wrong-type"),
            (Decimal("NaN"), "wrong-type"),
            (Decimal("-Infinity"), "wrong-type"),
            ("9" * (MAXIMUM_DIGITS + 1), "number-too-long"),
            (10**MAXIMUM_DIGITS, "number-too-long"),
            pytest.param(1 << 10**6, "number-too-long", id="integer-of-10^6-bits"),
            (Decimal("1e999999999"), "number-too-long"),
            (Decimal("1e-999999999"), "number-too-long"),
            (Decimal("1." + "1" * MAXIMUM_DIGITS), "number-too-long"),
        ],
    )
    def test_refuses(self, value: object, code: str) -> None:
        """What is no exact number of bounded length is refused with its code."""
        with pytest.raises(AngkaError) as caught:
            Angka(cast("str", value))

        assert caught.value.code == code
        assert code in CODES
        assert len(str(caught.value)) < 500

    def test_equality_is_over_digits(self) -> None:
        """Printed precision counts: 1.50 is another number text than 1.5."""
        assert Angka("1.50") != Angka("1.5")
        assert Angka("1.50").nilai == Angka("1.5").nilai
        assert len({Angka("1.5"), Angka("1.5"), Angka("1.50")}) == 2

    def test_copies_are_equal(self) -> None:
        """Pickle and deepcopy give the same number back."""
        angka = Angka("-1234.50")

        pickled = pickle.loads(pickle.dumps(angka))  # noqa: S301 - our own bytes

        assert pickled == copy.deepcopy(angka) == angka


class TestParseAngkaId:
    """Under "id" the comma separates decimals and points group thousands."""

    @pytest.mark.parametrize(
        ("text", "digits"),
        [
            ("68.039.725.057", "68039725057"),
            ("8.785,00", "8785.00"),
            ("8785,00", "8785.00"),
            ("15.481", "15481"),
            ("1.500", "1500"),
            ("1500", "1500"),
            ("0", "0"),
            ("-0", "-0"),
            ("0,277", "0.277"),
            ("1,234", "1.234"),
            ("75,5", "75.5"),
            ("98,63 %", "98.63"),
            ("100%", "100"),
            ("-0,01 persen", "-0.01"),
            ("75 Persen", "75"),
            ("Rp1.234.567,50", "1234567.50"),
            ("Rp 416.000,-", "416000"),
            ("Rp. 416.000", "416000"),
            ("rp416.000", "416000"),
            ("416.000,-", "416000"),
            ("Rp-5", "-5"),
            ("-Rp 5", "-5"),
            ("+5", "5"),
            ("+0", "0"),
            ("\u22125,5", "-5.5"),
            ("11,47 juta", "11470000"),
            ("11,47 jt", "11470000"),
            ("11.479 rb", "11479000"),
            ("1,5 ribu", "1500"),
            ("2 Miliar", "2000000000"),
            ("2 milyar", "2000000000"),
            ("0,5 triliun", "500000000000"),
            ("1 trilyun", "1000000000000"),
            ("0 juta", "0"),
            ("0,00 juta", "0"),
            ("-0,5 ribu", "-500"),
            ("1,2345678 juta", "1234567.8"),
            ("0,0001 ribu", "0.1"),
            (f"{NBSP}98,63{NBSP}%\u202f", "98.63"),
            (" \t98,63\n%\r\n", "98.63"),
            ("Rp\u20091.000", "1000"),
        ],
    )
    def test_reads(self, text: str, digits: str) -> None:
        """Every form seen in official tables has its one reading."""
        assert parse_angka(text) == Angka(digits)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "-",
            "%",
            "Rp",
            "Rp,-",
            "juta",
            "1.23.4",
            "1.2345",
            "1.500.00",
            "1..500",
            "1.500,",
            ",5",
            ".5",
            "5,",
            "5,5,5",
            "0.123",
            "01",
            "007",
            "00,5",
            "1 500",
            "1 1 . 8 7 5",
            "102, 14%",
            "(1.500)",
            "--5",
            "-+5",
            "-Rp-5",
            "- 5",
            "5-",
            "\u20135",
            "1e5",
            "1E5",
            "1_000",
            "0x10",
            "\uff11\uff12",
            "\u0661\u0665",
            "\u200b5",
            "5\u200b",
            "5\x00",
            "Rp5%",
            "Rp 5 persen",
            "5 %%",
            "5 % persen",
            "5 juta %",
            "5 juta juta",
            "5,- juta",
            "5 \u017f",
            "5 bulan",
            "80-90",
            "nan",
            "inf",
            "\u00b2",
            "\u00bd",
        ],
    )
    def test_refuses(self, text: str) -> None:
        """Text that is not one number is `bad-number`, with a way out."""
        error = _refused(text)

        assert error.code == "bad-number"
        assert error.repair

    @pytest.mark.parametrize(
        ("text", "reading"),
        [
            ("3.05", "3.05"),
            ("0.277", "0.277"),
            ("1.2345", "1.2345"),
            ("1,004,422,800", "1004422800"),
        ],
    )
    def test_names_the_other_locale(self, text: str, reading: str) -> None:
        """A point before two decimals is never dropped; the repair names "en"."""
        error = _refused(text)

        assert 'locale="en"' in error.repair
        assert f"'{reading}'" in error.repair

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("\u0661\u0665", "digits 0 to 9"),
            ("1 1 . 8 7 5", "gaps"),
            ("007", "zeros in front"),
            ("(1.500)", "minus sign"),
            ("5 bulan", "iku.parse_nilai"),
            ("2 (POPNAS 201)", "iku.parse_nilai"),
            ("TW 01", "iku.parse_nilai"),
            ("Tahun 2024 5 orang", "iku.parse_nilai"),
        ],
    )
    def test_repairs_fit_the_fault(self, text: str, hint: str) -> None:
        """The repair speaks about what is wrong with this text."""
        assert hint in _refused(text).repair


class TestParseAngkaEn:
    """Under "en" point and comma change places."""

    @pytest.mark.parametrize(
        ("text", "digits"),
        [
            ("3.05", "3.05"),
            ("95.56", "95.56"),
            ("1,004,422,800", "1004422800"),
            ("1,234.50", "1234.50"),
            ("1.500", "1.500"),
            ("1,500", "1500"),
            ("Rp1,423.99 triliun", "1423990000000000"),
            ("416,000.-", "416000"),
        ],
    )
    def test_reads(self, text: str, digits: str) -> None:
        """The same shells stand around the other convention."""
        assert parse_angka(text, locale="en") == Angka(digits)

    @pytest.mark.parametrize("text", ["8.785,00", "75,5", "68.039.725.057", "416.000,-", "0,500"])
    def test_refuses(self, text: str) -> None:
        """Indonesian text is not English text; the repair names "id"."""
        error = _refused(text, "en")

        assert error.code == "bad-number"
        assert 'locale="id"' in error.repair


class TestParseAngkaAuto:
    """Under "auto" the text itself must show its convention."""

    @pytest.mark.parametrize(
        ("text", "digits"),
        [
            ("12", "12"),
            ("-12 juta", "-12000000"),
            ("3.05", "3.05"),
            ("3,05", "3.05"),
            ("0.277", "0.277"),
            ("0,277", "0.277"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1,004,422,800", "1004422800"),
            ("1.004.422.800", "1004422800"),
            ("1234.567", "1234.567"),
            ("416.000,-", "416000"),
            ("Rp1,423.99 triliun", "1423990000000000"),
        ],
    )
    def test_reads_what_is_clear(self, text: str, digits: str) -> None:
        """One convention reads it, or both read the same."""
        assert parse_angka(text, locale="auto") == Angka(digits)

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("1.500", ("1500", "1.500")),
            ("23.105", ("23105", "23.105")),
            ("1,500", ("1.500", "1500")),
            ("-100.000", ("-100000", "-100.000")),
            ("Rp1.500", ("1500", "1.500")),
            ("1.500 juta", ("1500000000", "1500000")),
            ("15.481 %", ("15481", "15.481")),
        ],
    )
    def test_refuses_two_meanings(self, text: str, readings: tuple[str, str]) -> None:
        """Text that can mean two numbers is refused with both named."""
        error = _refused(text, "auto")

        assert error.code == "ambiguous-number"
        assert error.readings == readings
        assert all(reading in error.found for reading in readings)

    def test_refuses_no_number(self) -> None:
        """What neither convention reads is no number."""
        assert _refused("1.23.4", "auto").code == "bad-number"


class TestHostileCalls:
    """Bad arguments and huge text are refused at once, with their code."""

    @pytest.mark.parametrize(
        "text",
        [
            " " * 60_000,
            "1" * 60_000,
            "1." * 30_000,
            "1 " * 30_000,
            "-" * 60_000,
            "1" + " " * 60_000 + "x",
            "1" * (MAXIMUM_TEXT + 1),
        ],
        ids=lambda text: f"{text[:3]!r}x{len(text)}",
    )
    def test_long_text(self, text: str) -> None:
        """Length is looked at before anything else."""
        assert _refused(text).code == "text-too-long"

    @pytest.mark.parametrize(
        "text", [" " * MAXIMUM_TEXT, "1 " * 1000, "1." * 1000, "Rp" * 1000, "0" * MAXIMUM_TEXT]
    )
    def test_text_at_the_limit(self, text: str) -> None:
        """Text of the permitted length is read to its end and refused."""
        assert _refused(text).code == "bad-number"

    @pytest.mark.parametrize("text", ["1" * (MAXIMUM_DIGITS + 1), "1" * MAXIMUM_DIGITS + " ribu"])
    def test_too_many_digits(self, text: str) -> None:
        """A number beyond the model's limit says so."""
        assert _refused(text).code == "number-too-long"

    @pytest.mark.parametrize("value", [5, 5.0, None, b"5", Decimal(5), True])
    def test_no_text(self, value: object) -> None:
        """Only text is read."""
        assert _refused(cast("str", value)).code == "wrong-type"

    @pytest.mark.parametrize("locale", ["fr", "ID", "", None])
    def test_no_such_locale(self, locale: object) -> None:
        """There are three locales."""
        assert _refused("5", cast("Locale", locale)).code == "bad-choice"


class TestFormatAngka:
    """Numbers are written the way official tables print them."""

    @pytest.mark.parametrize(
        ("digits", "text"),
        [
            ("0", "0"),
            ("-0", "-0"),
            ("-0.00", "-0,00"),
            ("999", "999"),
            ("1000", "1.000"),
            ("-1234567.50", "-1.234.567,50"),
            ("0.0010", "0,0010"),
            ("68039725057", "68.039.725.057"),
        ],
    )
    def test_keeps_digits(self, digits: str, text: str) -> None:
        """Without `digits` nothing is rounded and nothing is dropped."""
        assert format_angka(Angka(digits)) == text

    def test_without_grouping(self) -> None:
        """Grouping can be left out."""
        assert format_angka(Angka("-1234567.50"), grouping=False) == "-1234567,50"

    @pytest.mark.parametrize(
        ("value", "digits", "text"),
        [
            ("98.625", 2, "98,63"),
            ("98.6", 2, "98,60"),
            ("999999.5", 0, "1.000.000"),
            ("-0.004", 2, "0,00"),
            ("0.00000001", 7, "0,0000000"),
            ("-1234.5", 0, "-1.235"),
        ],
    )
    def test_rounds_when_asked(self, value: str, digits: int, text: str) -> None:
        """With `digits` the figure is rounded half-up to exactly that many."""
        assert format_angka(Angka(value), digits=digits) == text


class TestRounding:
    """A figure is rounded once, half-up, on the true value."""

    @pytest.mark.parametrize(
        ("value", "digits", "figure"),
        [
            (Fraction(5, 3) * 100, 2, "166.67"),
            (Fraction(785, 9), 2, "87.22"),
            (Fraction(225, 2), 0, "113"),
            (Fraction(-5, 2), 0, "-3"),
            (Fraction(-1, 3), 0, "0"),
            (Fraction(0), 3, "0.000"),
            (Decimal("2.5"), 0, "3"),
            (Decimal("1E+3"), 1, "1000.0"),
            (Decimal("-0"), 0, "0"),
            (Angka("0.005"), 2, "0.01"),
            (Angka("150"), 2, "150.00"),
        ],
    )
    def test_rounds(self, value: Fraction | Decimal | Angka, digits: int, figure: str) -> None:
        """Ties go away from zero; the places asked for are all there."""
        rounded = round_half_up(value, digits)

        assert f"{rounded:f}" == figure
        assert rounded.as_tuple().exponent == -digits

    def test_limits_of_digits(self) -> None:
        """0 and 1000 decimals are given, more or fewer refused."""
        assert round_half_up(Fraction(1, 3), MAXIMUM_DIGITS).as_tuple().digits == (3,) * 1000
        for digits in (-1, MAXIMUM_DIGITS + 1, True, 1.0, None):
            with pytest.raises(AngkaError) as caught:
                round_half_up(Fraction(1), cast("int", digits))
            assert caught.value.code == "bad-digits"

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (1.5, "wrong-type"),
            ("1.5", "wrong-type"),
            (Decimal("NaN"), "wrong-type"),
            (Decimal("Infinity"), "wrong-type"),
            (Decimal("1e999999999"), "number-too-long"),
            (Decimal("1e-999999999"), "number-too-long"),
        ],
    )
    def test_refuses(self, value: object, code: str) -> None:
        """Floats, text, non-numbers and exponent bombs are refused."""
        with pytest.raises(AngkaError) as caught:
            round_half_up(cast("Decimal", value), 2)

        assert caught.value.code == code

    def test_integers_beyond_the_text_limit_of_python(self) -> None:
        """A fraction with more digits than `str` of an int takes is still rounded."""
        assert round_half_up(Fraction(10**5000), 0) == Decimal("1e5000")

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Fraction(1, 8), "0.125"),
            (Fraction(100), "100"),
            (Fraction(0), "0"),
            (Fraction(-7, 4), "-1.75"),
            (Fraction(2, 3), "0." + "6" * 33 + "7"),
            (Fraction(10**34 - 1), "9" * 34),
            (Fraction(1, 200) - Fraction(1, 10**50), "0.005"),
            (Fraction(12 * 10**40), "1." + "2".ljust(33, "0") + "E+41"),
        ],
    )
    def test_decimal34(self, value: Fraction, text: str) -> None:
        """Exact values stay exact and plain; others have 34 digits, less the zeros at their end."""
        assert str(to_decimal34(value)) == text

    def test_decimal34_ties_go_to_even(self) -> None:
        """The 35th digit 5 with nothing behind it rounds to the even neighbour."""
        assert to_decimal34(Fraction(10**34 + 5)) == Decimal(10**34)
        assert to_decimal34(Fraction(10**34 + 15)) == Decimal(10**34 + 20)

    def test_contexts_are_not_shared(self) -> None:
        """Every computation collects its own flags."""
        first, second = make_context(), make_context()
        first.divide(Decimal(1), Decimal(3))

        assert first.flags[decimal.Inexact]
        assert not second.flags[decimal.Inexact]


class TestAmbientContext:
    """The ambient decimal context changes no answer."""

    def test_hostile_context(self) -> None:
        """Three digits, rounding up and every trap set: the same answers."""
        with decimal.localcontext(HOSTILE_CONTEXT):
            answers = (
                parse_angka("Rp1.234.567,50").teks,
                parse_angka("11,47 juta").teks,
                Angka(Decimal("-123456.789")).teks,
                str(Angka("123456.789").nilai),
                str(to_decimal34(Fraction(200000, 3))),
                str(round_half_up(Fraction(12345678, 7), 4)),
                str(round_half_up(Decimal("123456.785"), 2)),
                str(round_half_up(Angka("123456.785"), 2)),
                format_angka(Angka("1234567.895"), digits=2),
            )

        assert answers == (
            "1234567.50",
            "11470000",
            "-123456.789",
            "123456.789",
            "66666.66666666666666666666666666667",
            "1763668.2857",
            "123456.79",
            "123456.79",
            "1.234.567,90",
        )
