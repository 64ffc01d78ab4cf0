"""
Exact numbers and their Indonesian text.

`Angka` is the only number of the model: decimal digits exactly as a document
writes them. Nothing here or above uses float or the ambient decimal context;
the contexts and the rounding of the whole library live in this module.
"""

from __future__ import annotations

import re
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction
from typing import Final, Literal

from attrs import field

from iku._attrs import frozen
from iku.errors import AngkaError, quote

ORDINARY_DIGITS: Final = 34
"""Digits of a number that documents are loaded with, unless asked otherwise."""
ORDINARY_DECIMALS: Final = 20
"""Digits after its decimal point."""
MAXIMUM_DIGITS: Final = 1000
"""No number of the model has more digits than this; loaders stop far earlier."""

MAXIMUM_TEXT: Final = 2000
"""No number text is longer: the longest `Angka` with grouping and words fits."""

PRECISION: Final = 34
"""Significant digits of a value that has no end, as in IEEE 754 decimal128."""

Locale = Literal["id", "en", "auto"]
"""Which sign separates decimals: comma (id), point (en), or find out (auto)."""

GAP: Final = "[ \t\n\r\u00a0\u2007\u2009\u202f]"
"""Regular expression of one character that may stand between the parts of a number text."""

_CANONICAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+")


def _to_text(value: object) -> str:
    """Bring text, int or Decimal to canonical digits, or refuse it."""
    text = str(value) if value.__class__ is str else _write_digits(value)
    if len(text) > MAXIMUM_DIGITS:
        raise _too_long(f"a number of {len(text)} characters")
    if _CANONICAL.fullmatch(text) is None:
        raise AngkaError(
            "bad-number",
            found=quote(text),
            expected="digits with an optional sign and decimal point, like -1234.50",
            repair="read Indonesian text with iku.parse_angka",
        )
    return text


def _write_digits(value: object) -> str:
    """Write what is no text: `Angka`, finite Decimal or int, of bounded length."""
    if isinstance(value, Angka):
        return value.teks
    if isinstance(value, Decimal) and value.is_finite():
        _require_bounded(value)
        return f"{value:f}"
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > 4 * MAXIMUM_DIGITS:
            raise _too_long("an integer of more digits")
        return str(value)
    raise _wrong_type(value, "text, int or finite Decimal")


def _require_bounded(value: Decimal) -> None:
    """Refuse `1e999999999` before it fills the memory with zeros."""
    if abs(value.adjusted()) >= MAXIMUM_DIGITS:
        raise _too_long("a Decimal with a large exponent")


def _wrong_type(value: object, expected: str) -> AngkaError:
    repair = 'write the digits as text, Angka("98.63"); float is never taken'
    return AngkaError.wrong_type(value, expected, repair=repair)


def _too_long(found: str) -> AngkaError:
    return AngkaError(
        "number-too-long",
        found=found,
        expected=f"at most {MAXIMUM_DIGITS} digits",
        repair="round it before it enters the model",
    )


@frozen(kw_only=False)
class Angka:
    """
    Angka (number as written): decimal digits that keep their printed precision.

    Two numbers are equal when their digits are: `Angka("1.50")` and
    `Angka("1.5")` differ, because a document that prints one does not print the
    other. Compare values through `nilai`.

    >>> Angka("1.50") == Angka("1.5"), Angka("1.50").nilai == Angka("1.5").nilai
    (False, True)
    """

    teks: str = field(converter=_to_text)
    """The digits: `-?(0|[1-9][0-9]*)(.[0-9]+)?`, never an exponent."""

    @property
    def nilai(self) -> Decimal:
        """The numeric value, exact."""
        return Decimal(self.teks)

    def __str__(self) -> str:
        return self.teks


def make_context() -> Context:
    """
    Make the decimal context of the library: 34 digits, half-even, errors raised.

    Each call makes a new one, because a context collects flags and two
    computations must not see each other's.
    """
    return Context(
        prec=PRECISION,
        rounding=ROUND_HALF_EVEN,
        Emin=MIN_EMIN,
        Emax=MAX_EMAX,
        capitals=1,
        clamp=0,
        traps=[DivisionByZero, InvalidOperation, Overflow],
    )


def make_plain_context() -> Context:
    """
    Make the context whose `normalize` brings a number below 10**34 to its plain form.

    That has no zero behind the last decimal, and all zeros in front of the point:
    the greatest exponent of its 34 digits is 0.
    """
    context = make_context()
    context.Emax, context.clamp = PRECISION - 1, 1
    return context


def to_decimal34(value: Fraction) -> Decimal:
    """
    Give the decimal nearest to `value` with at most 34 significant digits.

    One value has one form, without zeros behind its last decimal.

    >>> to_decimal34(Fraction(1, 8)), to_decimal34(Fraction(2, 3))
    (Decimal('0.125'), Decimal('0.6666666666666666666666666666666667'))
    """
    rounded = make_context().divide(Decimal(value.numerator), Decimal(value.denominator))
    if rounded.adjusted() >= PRECISION:
        return rounded
    return make_plain_context().normalize(rounded)


def round_half_up(value: Fraction | Decimal | Angka, digits: int) -> Decimal:
    """
    Round to `digits` decimals, ties away from zero, as official figures are.

    The true value is rounded once, in integers; the result shows exactly
    `digits` decimals and zero has no sign.

    >>> round_half_up(Fraction(785, 9), 2), round_half_up(Angka("-0.004"), 2)
    (Decimal('87.22'), Decimal('0.00'))

    Raises:
        AngkaError: `digits` is not within 0 to 1000, or `value` is no finite
            number of the library or has an exponent beyond its limits.
    """
    if digits.__class__ is not int or not 0 <= digits <= MAXIMUM_DIGITS:
        raise AngkaError(
            "bad-digits",
            found=quote(digits),
            expected=f"a count of decimals from 0 to {MAXIMUM_DIGITS}",
            repair="say how many decimals the figure is printed with",
        )
    exact = _to_fraction(value)
    doubled = 2 * abs(exact.numerator) * 10**digits + exact.denominator
    rounded = doubled // (2 * exact.denominator)
    sign = int(exact < 0 < rounded)
    return Decimal((sign, Decimal(rounded).as_tuple().digits, -digits))


def _to_fraction(value: object) -> Fraction:
    """Take an exact number as a fraction."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, Angka):
        return Fraction(value.nilai)
    if isinstance(value, Decimal) and value.is_finite():
        _require_bounded(value)
        return Fraction(value)
    raise _wrong_type(value, "a Fraction, a finite Decimal or an Angka")


def format_angka(value: Angka, *, grouping: bool = True, digits: int | None = None) -> str:
    """
    Write a number as Indonesian text: comma before decimals, points in thousands.

    The digits stay as they are unless `digits` asks for that many decimals;
    then they are rounded half-up.

    >>> format_angka(Angka("1234567.50")), format_angka(Angka("98.625"), digits=2)
    ('1.234.567,50', '98,63')

    Raises:
        AngkaError: `digits` is not within 0 to 1000.
    """
    text = value.teks if digits is None else f"{round_half_up(value, digits):f}"
    whole, point, decimals = text.partition(".")
    sign = "-" if whole[0] == "-" else ""
    if grouping:
        whole = sign + f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return whole + ("," if point else "") + decimals


# Every quantifier is possessive or bounded: hostile text costs linear time.
# These patterns are compiled at their first use, so that `import iku` is quick.
_SIGN: Final = "[-+\u2212]"
_SHELL: Final = (
    rf"(?ia){GAP}*+(?P<outer>{_SIGN}?+)"
    rf"(?P<rupiah>Rp\.?+{GAP}*+)?+(?P<inner>{_SIGN}?+)"
    rf"(?P<body>[0-9][0-9.,]*+)(?:(?P<dash>-)|{GAP}*+(?P<word>[A-Z]++|%))?+{GAP}*+"
)
_BODIES: Final = {
    locale: (
        rf"(?P<whole>0|[1-9][0-9]*+|[1-9][0-9]{{0,2}}+(?:\{group}[0-9]{{3}})++)"
        rf"(?:\{point}(?:-|(?P<decimals>[0-9]++)))?+"
    )
    for locale, group, point in (("id", ".", ","), ("en", ",", "."))
}
_MAGNITUDES: Final = {
    "": 0,
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "triliun": 12,
    "trilyun": 12,
}
_PERCENT: Final = frozenset({"%", "persen"})
# Advice is for text that is one number but for the fault it names.
_BEFORE: Final = rf"(?ia:{GAP}*+{_SIGN}?+(?:Rp\.?+)?+{GAP}*+{_SIGN}?+)"
_BEHIND: Final = rf"(?ia:{GAP}*+(?:[A-Z]++|%)?+{GAP}*+)"
_REPAIRS: Final = (
    (r"(?![0-9])\d", "write the digits 0 to 9"),
    (
        rf"^{_BEFORE}[0-9.,]++(?:{GAP}++[0-9.,]++)++{_BEHIND}$",
        "close the gaps inside the number",
    ),
    (rf"^{_BEFORE}0[0-9][0-9.,]*+{_BEHIND}$", "leave out the zeros in front"),
    (rf"^{_BEFORE}\([0-9][0-9.,]*+\){_BEHIND}$", "write a negative number with a minus sign"),
    (
        "",
        "write it like 1.234.567,50; units, ranges, comparators and labels: iku.parse_nilai",
    ),
)


def parse_angka(text: str, *, locale: Locale = "id") -> Angka:
    """
    Read one number from Indonesian text.

    Around the digits may stand a sign (`-`, `+`, U+2212), `Rp` before them, and
    behind them `,-`, a magnitude (ribu, rb, juta, jt, miliar, milyar, triliun,
    trilyun) or, without Rp, a percent sign or `persen`. The magnitude is
    multiplied in; Rp and percent say the satuan and leave the digits alone.
    Thousands are grouped fully or not at all. Everything else around a number,
    other units included, is for `iku.parse_nilai`.

    Under `locale="en"` point and comma change places. Under `"auto"` the text
    itself must show which it follows.

    >>> parse_angka("Rp1.234.567,50"), parse_angka("11,47 juta"), parse_angka("98,63 %")
    (Angka(teks='1234567.50'), Angka(teks='11470000'), Angka(teks='98.63'))
    >>> parse_angka("1.500", locale="auto")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    iku.errors.AngkaError: $: '1.500' can mean 1500 or 1.500; ...

    Raises:
        AngkaError: The text is no number in that locale (`bad-number`), can
            mean two (`ambiguous-number`), is too long (`text-too-long`,
            `number-too-long`) or no text (`wrong-type`), or there is no such
            locale (`bad-choice`).
    """
    _check_call(text, locale)
    readings = _read_both(text)
    if locale == "auto":
        distinct = tuple(dict.fromkeys(readings.values()))
        if len(distinct) > 1:
            raise AngkaError.ambiguous(text, distinct)
        digits = distinct[0] if distinct else None
    else:
        digits = readings.get(locale)
    if digits is None:
        raise AngkaError(
            "bad-number",
            found=quote(text),
            expected="one number" if locale == "auto" else f'one number in locale "{locale}"',
            repair=_propose_repair(text, readings),
        )
    return Angka(digits)


def _check_call(text: object, locale: object) -> None:
    if not isinstance(text, str):
        raise _wrong_type(text, "the text of a number")
    if len(text) > MAXIMUM_TEXT:
        raise AngkaError(
            "text-too-long",
            found=f"text of {len(text)} characters",
            expected=f"at most {MAXIMUM_TEXT}",
            repair="cut the number out of its surroundings first",
        )
    if locale not in ("id", "en", "auto"):
        raise AngkaError(
            "bad-choice",
            found=quote(locale),
            expected='"id", "en" or "auto"',
            repair='say locale="id" for 1.234,5 and locale="en" for 1,234.5',
        )


def _read_both(text: str) -> dict[str, str]:
    """Read the text in each locale that can; the result has none, one or both."""
    shell = re.fullmatch(_SHELL, text)
    if shell is None or (shell["outer"] and shell["inner"]):
        return {}
    word = (shell["word"] or "").lower()
    magnitude = 0 if word in _PERCENT and not shell["rupiah"] else _MAGNITUDES.get(word)
    if magnitude is None:
        return {}
    sign = "" if (shell["outer"] or shell["inner"]) in ("", "+") else "-"
    written = shell["body"] + (shell["dash"] or "")
    bodies = ((locale, re.fullmatch(pattern, written)) for locale, pattern in _BODIES.items())
    return {locale: sign + _shift(body, magnitude) for locale, body in bodies if body}


def _shift(body: re.Match[str], magnitude: int) -> str:
    """Move the decimal point right by `magnitude` places, dropping no digit."""
    decimals = (body["decimals"] or "").ljust(magnitude, "0")
    whole = re.sub(r"[.,]", "", body["whole"]) + decimals[:magnitude]
    rest = decimals[magnitude:]
    return (whole.lstrip("0") or "0") + ("." + rest if rest else "")


def _propose_repair(text: str, readings: dict[str, str]) -> str:
    if readings:
        locale, digits = next(iter(readings.items()))
        return f'it reads {quote(digits)} under locale="{locale}"; say so if its source writes so'
    return next(repair for pattern, repair in _REPAIRS if re.search(pattern, text))
