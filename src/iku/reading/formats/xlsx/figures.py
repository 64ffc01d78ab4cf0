"""What a cell of a workbook shows: its stored digits under its number format, exactly."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.angka import round_half_up

if TYPE_CHECKING:
    from iku.angka import Locale

SIGNIFICANT: Final = 15
"""Digits that a spreadsheet shows of a number; what it stores behind them is noise."""
_STORED: Final = re.compile(r"-?[0-9]{1,40}+(?:\.[0-9]{1,40}+)?+(?:[Ee][-+]?[0-9]{1,3}+)?+")
_FORMAT: Final = re.compile(
    r'"(?P<quoted>[^"]*+)"?'  # words between quotes
    r"|\\(?P<escaped>.)"  # one character as it is
    r"|\[\$(?P<currency>[^\]-]*+)[^\]]*+\]?"  # currency and language
    r"|(?P<hidden>\[[^\]]*+\]?|[_*].)"  # colour, condition, width
    r"|(?P<digits>General|[0#?.,/]++|[Ee][-+][0#?]++)"
    r"|(?P<percent>%)"
    r"|(?P<end>;)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_UNPLAIN: Final = re.compile("[/EeG]")
"""Fractions, powers of ten, and the format that shows what fits."""
_SHIFTS: Final = 4
"""Scaling commas at most: they leave trillions."""
_ORDINARY: Final = 500
"""Digits before or behind the point within which a number is rounded."""
_LONGEST_FORMAT: Final = 255
_NEVER: Final = frozenset({"", "(", ")", "-", "+", "@"})
_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_DATE_WORDS: Final = re.compile(r'"[^"]*+"?|\\.|\[[^\]]*+\]?')
_ELAPSED: Final = re.compile(r"(?i)\[[hms]++\]")
_LEAP_BUG: Final = 60
"""Days before this one are counted as if 1900 had had a 29 February."""
_LAST_DAY: Final = 2_958_464


@frozen(kw_only=True)
class NumberFormat:
    """How a number format dresses a positive number."""

    before: str = ""
    """Words in front, such as `Rp`."""
    behind: str = ""
    """Words behind, such as ` orang`."""
    percent: int = 0
    """Signs that multiply by a hundred."""
    decimals: int = 0
    """Decimals that are always shown."""
    most: int | None = None
    """Decimals that are shown at most; None where that is not plain."""
    scaled: int = 0
    """Digits before the point that are left out, three for each comma behind the others."""


def parse_stored(text: str) -> Decimal | None:
    """
    Read stored digits as the number that a spreadsheet shows; None where they are none.

    >>> parse_stored("0.15000000000000002"), parse_stored("1e3")
    (Decimal('0.15'), Decimal('1000'))
    """
    if _STORED.fullmatch(text) is None:
        return None
    number = Decimal(text)
    digits = SIGNIFICANT - 1 - number.adjusted()
    if len(number.as_tuple().digits) > SIGNIFICANT and 0 <= digits <= 1000:
        number = round_half_up(number, digits)
    plain = f"{number:f}"
    return Decimal(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def parse_format(code: str) -> NumberFormat:
    """
    Read what the format of positive numbers adds to their digits.

    >>> parse_format('"Rp"#,##0.00').before, parse_format("0.0%").percent
    ('Rp', 1)
    """
    before = behind = digits = ""
    percent = 0
    for match in _FORMAT.finditer(code[:_LONGEST_FORMAT]):
        kind = match.lastgroup
        if kind == "end":
            break
        if kind == "digits":
            digits += match[0]
        elif kind == "percent":
            percent += 1
        elif kind != "hidden":
            word = match[kind or 0]
            before, behind = (before, behind + word) if digits else (before + word, behind)
    if not digits:
        return NumberFormat()
    whole, _, decimals = digits.partition(".")
    counted = decimals.rstrip(",")
    shifts = len(whole) - len(whole.rstrip(",")) + len(decimals) - len(counted)
    plain = not _UNPLAIN.search(digits) and counted.strip("0#?") == "" and shifts <= _SHIFTS
    return NumberFormat(
        before="" if before.strip() in _NEVER else before.lstrip(),
        behind="" if behind.strip() in _NEVER else behind.rstrip(),
        percent=percent,
        decimals=counted.count("0") if plain else 0,
        most=len(counted) if plain else None,
        scaled=3 * shifts if plain else 0,
    )


def format_number(number: Decimal, dress: NumberFormat, *, locale: Locale) -> str:
    """
    Write a number as the cell shows it, but with all its digits.

    A format that rounds is not followed: the digits behind are kept.

    >>> format_number(Decimal("0.15"), parse_format("0%"), locale="id")
    '15%'
    """
    return _write(_shift(number, dress), dress, locale)


def format_rounded(number: Decimal, dress: NumberFormat, *, locale: Locale) -> str | None:
    """
    Write a number as the cell shows it, where that has fewer digits; None elsewhere.

    >>> format_rounded(Decimal("0.285"), parse_format("0%"), locale="id")
    '29%'
    """
    shown = _shift(number, dress)
    decimals = -int(shown.as_tuple().exponent)
    if dress.most is None or decimals <= dress.most or abs(shown.adjusted()) > _ORDINARY:
        return None
    return _write(round_half_up(shown, dress.most), dress, locale)


def _shift(number: Decimal, dress: NumberFormat) -> Decimal:
    """Move the point as percent signs and scaling commas do."""
    sign, figures, exponent = number.as_tuple()
    return Decimal((sign, figures, int(exponent) + 2 * dress.percent - dress.scaled))


def _write(number: Decimal, dress: NumberFormat, locale: Locale) -> str:
    whole, _, decimals = f"{number:f}".partition(".")
    decimals = decimals.rstrip("0").ljust(dress.decimals, "0")
    mark = "." if locale == "en" else ","
    digits = whole + (mark + decimals if decimals else "")
    return f"{dress.before}{digits}{'%' * dress.percent}{dress.behind}"


def format_date(number: Decimal, code: str, *, epoch: datetime) -> str | None:
    """
    Write the day or time of a serial number in Indonesian words; None where it has none.

    >>> format_date(Decimal(45292), "yyyy-mm-dd", epoch=datetime(1899, 12, 30))
    '1 Januari 2024'
    """
    if not 0 <= number <= _LAST_DAY:
        return None
    if _ELAPSED.search(code):
        minutes = int(round_half_up(Fraction(number) * 1440, 0))
        return f"{minutes // 60}:{minutes % 60:02}"
    day = int(number)
    seconds = int(round_half_up((Fraction(number) - day) * 86_400, 0))
    if epoch.year < 1900 and 0 < number < _LEAP_BUG:
        day += 1
    words = set(_DATE_WORDS.sub("", code).casefold())
    return _write_date(epoch + timedelta(days=day, seconds=seconds), words)


def _write_date(shown: datetime, letters: set[str]) -> str | None:
    """Write the parts of a date that a format names by their letters; m is also minute."""
    month = "m" in letters and (bool(letters & {"d", "y"}) or not letters & {"h", "s"})
    parts = (
        str(shown.day) if "d" in letters else "",
        _MONTHS[shown.month - 1] if month else "",
        str(shown.year) if "y" in letters else "",
        f"{shown:%H.%M}" if "h" in letters else "",
    )
    return " ".join(part for part in parts if part) or None
