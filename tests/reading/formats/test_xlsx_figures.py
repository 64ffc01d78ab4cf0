"""What a cell of a workbook shows: stored digits, number formats, dates."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.reading.formats.xlsx.figures import (
    NumberFormat,
    format_date,
    format_number,
    parse_format,
    parse_stored,
)

WINDOWS = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zone
MACINTOSH = datetime(1904, 1, 1)  # noqa: DTZ001 - as above


class TestStored:
    """Fifteen digits are what a spreadsheet shows; those behind them are noise."""

    @pytest.mark.parametrize(
        ("stored", "shown"),
        [
            ("0.15000000000000002", "0.15"),
            ("1.1000000000000001", "1.1"),
            ("58.720000000000006", "58.72"),
            ("9.9999999999999996", "10"),
            ("97.86", "97.86"),
            ("100", "100"),
            ("1.50", "1.5"),
            ("-0.5", "-0.5"),
            ("1e3", "1000"),
            ("1E-7", "0.0000001"),
            ("190001011925011001", "190001011925011001"),
        ],
    )
    def test_number(self, stored: str, shown: str) -> None:
        """The digits that were typed come back."""
        number = parse_stored(stored)

        assert number is not None
        assert f"{number:f}" == shown

    @pytest.mark.parametrize(
        "stored", ["", "nan", "Infinity", "1e9999", "1_5", "١٢", "9" * 41, "0x1"]
    )
    def test_no_number(self, stored: str) -> None:
        """Whatever else stands there is no number."""
        assert parse_stored(stored) is None

    @given(
        st.decimals(
            allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
        )
    )
    def test_typed_digits(self, number: Decimal) -> None:
        """What float makes of up to thirteen digits is the number that was typed."""
        stored = parse_stored(repr(float(number)))

        assert stored == number


class TestFormat:
    """A format adds words and a percent sign; it never takes digits away."""

    @pytest.mark.parametrize(
        ("code", "number", "shown"),
        [
            ("General", "1234.5", "1234,5"),
            ("0%", "0.15", "15%"),
            ("0.00%", "0.15", "15,00%"),
            ("0%", "0.155", "15,5%"),
            ("0.00", "30", "30,00"),
            ("0.00", "97.8597", "97,8597"),
            ("#,##0", "1234567", "1234567"),
            ("0.##", "1.5", "1,5"),
            ('0" orang"', "30", "30 orang"),
            ('0.0" %"', "15", "15,0 %"),
            ('"1:"0', "32", "1:32"),
            ('"Rp"#,##0', "30000", "Rp30000"),
            ("[$Rp-421]#,##0", "30000", "Rp30000"),
            ('_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)', "5", "Rp5"),
            ("0.00_);(0.00)", "-5", "-5,00"),
            ("(0)", "5", "5"),
            ("0\\ \\k\\g", "5", "5 kg"),
            ('General" kk"', "5", "5 kk"),
            ("#,##0;[Red]-#,##0", "5", "5"),
            ("# ?/?", "0.5", "0,5"),
            ("0.00E+00", "5", "5"),
            ("@", "5", "5"),
            (";;;", "5", "5"),
            ('"abc', "5", "5"),
            ("0" * 300 + "%", "0.1", "0,1"),
        ],
    )
    def test_shown(self, code: str, number: str, shown: str) -> None:
        """As the cell shows it, with all its digits."""
        assert format_number(Decimal(number), parse_format(code), locale="id") == shown

    def test_other_convention(self) -> None:
        """The caller says which sign separates decimals."""
        dress = NumberFormat(decimals=1)

        assert format_number(Decimal("1234.5"), dress, locale="en") == "1234.5"
        assert format_number(Decimal("1234.5"), dress, locale="auto") == "1234,5"

    @given(
        st.text(max_size=30),
        st.decimals(
            allow_nan=False, allow_infinity=False, places=2, max_value=10**6, min_value=-(10**6)
        ),
    )
    def test_any_code(self, code: str, number: Decimal) -> None:
        """No format is refused."""
        digits = f"{number:f}".rstrip("0").rstrip(".").replace(".", ",")
        dress = parse_format(code)
        shown = format_number(number, dress, locale="id")

        assert dress.percent or digits.lstrip("-") in shown or number == 0


class TestDates:
    """Serial numbers are days since an epoch."""

    @pytest.mark.parametrize(
        ("serial", "code", "shown"),
        [
            ("45292", "yyyy-mm-dd", "1 Januari 2024"),
            ("45292", "[$-421]dd mmmm yyyy", "1 Januari 2024"),
            ("45292", "mmm-yy", "Januari 2024"),
            ("45292", "d-mmm", "1 Januari"),
            ("45292", "yyyy", "2024"),
            ("45292", "mmmm", "Januari"),
            ("45292.5", "d/m/yyyy h:mm", "1 Januari 2024 12.00"),
            ("0.75", "h:mm", "18.00"),
            ("1.5", "[h]:mm", "36:00"),
            ("1", "d mmmm yyyy", "1 Januari 1900"),
            ("59", "d mmmm", "28 Februari"),
            ("61", "d mmmm", "1 Maret"),
            ("45292.9999999", "yyyy", "2024"),
            ("2958464", "yyyy", "9999"),
        ],
    )
    def test_windows(self, serial: str, code: str, shown: str) -> None:
        """1900 had a 29 February, says Excel."""
        assert format_date(Decimal(serial), code, epoch=WINDOWS) == shown

    def test_macintosh(self) -> None:
        """Another epoch."""
        assert format_date(Decimal(43830), "d mmmm yyyy", epoch=MACINTOSH) == "1 Januari 2024"
        assert format_date(Decimal(1), "d mmmm yyyy", epoch=MACINTOSH) == "2 Januari 1904"

    @pytest.mark.parametrize(
        ("serial", "code"), [("-1", "yyyy"), ("2958466", "yyyy"), ("1e300", "yyyy"), ("1", "s")]
    )
    def test_none(self, serial: str, code: str) -> None:
        """What is no day stays a number."""
        assert format_date(Decimal(serial), code, epoch=WINDOWS) is None
