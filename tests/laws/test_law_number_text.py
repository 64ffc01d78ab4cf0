"""The algebra of number text: what writing and reading promise each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel import numbers
from hypothesis import assume, example, given
from hypothesis import strategies as st

from iku.angka import (
    MAXIMUM_DIGITS,
    PRECISION,
    Angka,
    Locale,
    format_angka,
    parse_angka,
    round_half_up,
    to_decimal34,
)
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang
from iku.domain.parsing import find_satuan, parse_nilai
from iku.domain.satuan import Satuan
from iku.errors import CODES, AngkaError, IkuError

SWAPPED = str.maketrans(".,", ",.")
MAGNITUDES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}


def _digits(sizes: st.SearchStrategy[int]) -> st.SearchStrategy[str]:
    return sizes.flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size))


@st.composite
def angka(draw: st.DrawFn, *, longest: int = MAXIMUM_DIGITS) -> Angka:
    """Every canonical number of at most `longest` characters, short ones mostly."""
    sizes = st.integers(0, 12) | st.integers(0, longest // 2 - 2)
    whole = draw(_digits(sizes)).lstrip("0") or "0"
    decimals = draw(_digits(sizes))
    return Angka(draw(st.sampled_from(["", "-"])) + whole + ("." + decimals if decimals else ""))


fractions = st.fractions() | st.builds(
    Fraction, st.integers(-(10**60), 10**60), st.integers(1, 10**40)
)


def _attempt(text: str, locale: Locale = "id") -> Angka | AngkaError:
    try:
        return parse_angka(text, locale=locale)
    except AngkaError as error:
        return error


class TestWritingThenReading:
    """parse_angka(format_angka(x)) is x, digit for digit, for every Angka."""

    @given(x=angka(), grouping=st.booleans())
    @example(x=Angka("-0"), grouping=True)
    @example(x=Angka("1500"), grouping=True)
    @example(x=Angka("-" + "9" * (MAXIMUM_DIGITS - 1)), grouping=True)
    @example(x=Angka("0." + "0" * (MAXIMUM_DIGITS - 2)), grouping=True)
    def test_round_trip(self, x: Angka, *, grouping: bool) -> None:
        """Both ways of writing read back."""
        assert parse_angka(format_angka(x, grouping=grouping)) == x

    @given(x=angka())
    def test_english_is_the_mirror(self, x: Angka) -> None:
        """With comma and point exchanged the text reads the same under "en"."""
        assert parse_angka(format_angka(x).translate(SWAPPED), locale="en") == x

    @given(x=angka(longest=20))
    @example(x=Angka("1500"))
    @example(x=Angka("1.500"))
    def test_auto_never_guesses(self, x: Angka) -> None:
        """Under "auto" the number comes back, or an error that names it."""
        read = _attempt(format_angka(x), "auto")

        if isinstance(read, AngkaError):
            assert read.code == "ambiguous-number"
            assert x.teks in read.readings
            assert len(read.readings) == 2
        else:
            assert read == x

    @given(x=angka(longest=40))
    def test_surroundings_change_no_digit(self, x: Angka) -> None:
        """Percent, rupiah and outer spaces leave the number as it is."""
        text = format_angka(x)

        for around in (f"{text} %", f"{text}%", f"{text}\u00a0persen", f"Rp{text}", f"Rp. {text}"):
            assert parse_angka(f" {around}\u00a0") == x


class TestReadingThenWriting:
    """Text that reads, reads as a number whose own text reads the same."""

    @given(text=st.text("0123456789.,-+ %Rpjutaib\u2212\u00a0", max_size=24))
    @example(text="Rp 416.000,-")
    @example(text="11,47 juta")
    def test_normal_form(self, text: str) -> None:
        """Writing what was read and reading again changes nothing."""
        read = _attempt(text)

        if isinstance(read, AngkaError):
            assert read.code == "bad-number"
        else:
            assert parse_angka(format_angka(read)) == read

    @given(text=st.text(max_size=60), locale=st.sampled_from(["id", "en", "auto"]))
    def test_any_text_is_a_number_or_a_coded_error(self, text: str, locale: Locale) -> None:
        """Nothing but AngkaError leaves the parser."""
        read = _attempt(text, locale)

        assert isinstance(read, Angka) or (read.code in CODES and read.repair)

    @given(text=st.text("0123456789.,", min_size=1, max_size=12))
    def test_auto_is_what_both_locales_allow(self, text: str) -> None:
        """Under "auto" exactly the texts with one distinct reading are read."""
        each = (_attempt(text, "id"), _attempt(text, "en"))
        readings = {read for read in each if isinstance(read, Angka)}
        read = _attempt(text, "auto")

        if isinstance(read, AngkaError):
            assert len(readings) != 1
            assert read.code == ("ambiguous-number" if readings else "bad-number")
            assert set(map(Angka, read.readings)) == readings
        else:
            assert {read} == readings


class TestMagnitudes:
    """A magnitude word multiplies by its power of ten, exactly."""

    @given(x=angka(longest=60), word=st.sampled_from(sorted(MAGNITUDES)))
    @example(x=Angka("11.47"), word="juta")
    def test_value(self, x: Angka, word: str) -> None:
        """The value is multiplied and no digit is lost."""
        read = parse_angka(f"{format_angka(x)} {word}")

        assert Fraction(read.nilai) == Fraction(x.nilai) * 10 ** MAGNITUDES[word]


class TestHalfUp:
    """A rounded figure is the nearest one, and the outer one at a tie."""

    @given(value=fractions, digits=st.integers(0, 40))
    @example(value=Fraction(-1, 2), digits=0)
    def test_nearest(self, value: Fraction, digits: int) -> None:
        """The distance is at most half a unit; a tie lies farther from zero."""
        figure = round_half_up(value, digits)
        error = abs(Fraction(figure)) - abs(value)

        assert Fraction(-1, 2) < error * 10**digits <= Fraction(1, 2)
        assert figure.as_tuple().exponent == -digits
        assert figure.is_signed() == (figure != 0 and value < 0)

    @given(value=fractions, digits=st.integers(0, 40))
    def test_symmetric(self, value: Fraction, digits: int) -> None:
        """Rounding commutes with the sign."""
        assert round_half_up(-value, digits) == round_half_up(value, digits).copy_negate()

    @given(x=angka(longest=60), digits=st.integers(0, 40))
    def test_one_rounding_for_all_kinds(self, x: Angka, digits: int) -> None:
        """Angka, Decimal and Fraction of one value round alike."""
        figure = round_half_up(x, digits)

        assert figure == round_half_up(x.nilai, digits) == round_half_up(Fraction(x.nilai), digits)
        assert Fraction(round_half_up(figure, digits)) == Fraction(figure)


class TestThirtyFourDigits:
    """The decimal of a fraction is exact where it can be and nearest otherwise."""

    @given(value=fractions)
    @example(value=Fraction(1, 3))
    def test_nearest(self, value: Fraction) -> None:
        """No decimal of 34 digits lies nearer; ties end in an even digit."""
        found = to_decimal34(value)
        parts = found.as_tuple()
        assert isinstance(parts.exponent, int)
        unit = Fraction(10) ** parts.exponent

        assert len(parts.digits) <= PRECISION
        assert abs(Fraction(found) - value) <= unit / 2
        if abs(Fraction(found) - value) == unit / 2:
            assert parts.digits[-1] % 2 == 0

    @given(x=angka(longest=PRECISION))
    def test_exact_values_stay(self, x: Angka) -> None:
        """A number that fits is itself, with no zero behind its last decimal."""
        found = to_decimal34(Fraction(x.nilai))

        assert Fraction(found) == Fraction(x.nilai)
        assert "." not in str(f"{found:f}") or not f"{found:f}".endswith("0")


class TestAgainstBabel:
    """CLDR's Indonesian numbers are written and read the same."""

    @given(x=angka(longest=30))
    def test_writing(self, x: Angka) -> None:
        """Every written number is what CLDR's pattern writes."""
        places = len(x.teks.partition(".")[2])
        pattern = "#,##0" + ("." + "0" * places if places else "")

        assert format_angka(x) == numbers.format_decimal(
            Decimal(x.teks), format=pattern, locale="id", decimal_quantization=False
        )

    @given(x=angka(longest=30))
    def test_reading(self, x: Angka) -> None:
        """What we read, CLDR's strict reader reads as the same value."""
        text = format_angka(x)
        assume(not text.endswith("0") or "," not in text)

        assert numbers.parse_decimal(text, locale="id", strict=True) == parse_angka(text).nilai


UNITS = ("", "%", " %", " persen", " Unit Usaha", "bh", " orang/hari", " per 1.000 penduduk")


class TestValueText:
    """A value written as documents write it is read back equal, its satuan apart."""

    @given(x=angka(longest=40), unit=st.sampled_from(UNITS))
    def test_number(self, x: Angka, unit: str) -> None:
        """A satuan behind a number changes no digit and is found."""
        text = format_angka(x) + unit

        assert parse_nilai(text) == x
        assert find_satuan(text) == (Satuan(unit.strip()) if unit else None)

    @given(
        bounds=st.lists(angka(longest=40), min_size=2, max_size=2),
        between=st.sampled_from([" - ", " \u2013 ", " hingga ", " s.d. ", " sampai dengan "]),
        unit=st.sampled_from(UNITS),
    )
    def test_range(self, bounds: list[Angka], between: str, unit: str) -> None:
        """Every range is read back, however its bounds are joined."""
        lower, upper = sorted(bounds, key=lambda bound: bound.nilai)
        text = format_angka(lower) + between + format_angka(upper) + unit

        assert parse_nilai(text) == Rentang(bawah=lower, atas=upper)

    @given(
        lower=st.integers(0, 10**9), width=st.integers(0, 10**9), dash=st.sampled_from("-\u2013")
    )
    def test_tight_range(self, lower: int, width: int, dash: str) -> None:
        """A dash between digits is a range, never a sign."""
        text = f"{lower}{dash}{lower + width}"

        assert parse_nilai(text) == Rentang(bawah=Angka(str(lower)), atas=Angka(str(lower + width)))

    @given(x=angka(longest=40), pembanding=st.sampled_from(Pembanding), unit=st.sampled_from(UNITS))
    def test_threshold(self, x: Angka, pembanding: Pembanding, unit: str) -> None:
        """Every comparator is read back from its sign."""
        text = f"{pembanding.value} {format_angka(x)}{unit}"

        assert parse_nilai(text) == Ambang(pembanding=pembanding, batas=x)

    @given(x=angka(longest=40))
    def test_agrees_with_parse_angka(self, x: Angka) -> None:
        """Where parse_angka reads a number, parse_nilai reads the same."""
        for text in (format_angka(x), f"Rp {format_angka(x)}", f"{format_angka(x)} juta"):
            assert parse_nilai(text) == parse_angka(text)

    @given(
        text=st.text(max_size=60)
        | st.lists(
            st.sampled_from(
                [
                    "1",
                    "2,5",
                    "1.500",
                    "-",
                    " ",
                    "%",
                    "Rp",
                    "juta",
                    "hingga",
                    "<",
                    "BB",
                    ":",
                    "orang",
                ]
            ),
            max_size=8,
        ).map("".join),
        locale=st.sampled_from(["id", "en", "auto"]),
    )
    @example(text="-5 - -3", locale="id")
    def test_any_text_is_a_value_or_a_coded_error(self, text: str, locale: Locale) -> None:
        """Nothing but IkuError leaves the reader."""
        read: Nilai | IkuError
        try:
            read = parse_nilai(text, locale=locale)
        except IkuError as error:
            read = error

        assert isinstance(read, Angka | Rentang | Ambang | Kategori | Kosong) or (
            read.code in CODES and read.repair
        )
