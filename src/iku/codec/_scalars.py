"""
Leaves: text and numbers of a document become values, under given limits.

One `Scalars` serves one document. Equal leaves become one object, which saves
both time and memory where a document repeats its years and units.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from iku.angka import Angka
from iku.codec._shapes import Kind
from iku.domain import BilanganJson, Periode, Satuan
from iku.errors import AngkaError, DomainError, IkuError, quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from iku.codec.limits import Limits

T = TypeVar("T")

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

WORDS: Final = {
    Kind.TEXT: "text",
    Kind.INTEGER: "a whole number",
    Kind.FLAG: "true or false",
    Kind.ANGKA: 'a number written as text, like "98.63"',
    Kind.SATUAN: "a unit as text",
    Kind.PERIODE: "a year as a number, or another period as text",
    Kind.TANGGAL: "a date as text, YYYY-MM-DD",
}
"""What each kind of leaf takes, in words."""


class Constant:
    """A number that nothing takes: `NaN`, `Infinity`, or one of thousands of digits."""

    def __init__(self, text: str) -> None:
        self.text = text


_OF_JSON: Final[dict[type, Callable[[Any], str]]] = {
    type(None): lambda _: "null",
    bool: lambda value: str(value).lower(),
    dict: lambda _: "an object",
    list: lambda _: "an array",
    str: quote,
    int: lambda value: f"the number {quote(value)}",
    float: lambda value: f"the number {value!r}",
    BilanganJson: lambda value: _shorten(value.teks),
    Constant: lambda value: _shorten(value.text),
}


def describe(value: object) -> str:
    """Show what stands in a document, in words of JSON; a class of Python by its name."""
    found = _OF_JSON.get(value.__class__)
    return f"a value of type {type(value).__name__}" if found is None else found(value)


def _shorten(number: str) -> str:
    return f"the number {number if len(number) <= 40 else number[:40] + '...'}"


def wrong_type(value: object, expected: str) -> DomainError:
    """Make the error for a value of the wrong kind."""
    if value is None:
        return DomainError(
            "null",
            found="null",
            expected=expected,
            repair="leave the key out: what is not there is not written",
        )
    return DomainError.wrong_type(
        value, expected, found=describe(value), repair=f"write {expected}"
    )


class _Angka(dict[str, Angka]):
    """Numbers of a document by their text."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def __missing__(self, text: str) -> Angka:
        made = Angka(text)
        whole, _, decimals = text.lstrip("-").partition(".")
        if len(whole) + len(decimals) > self._limits.digits:
            raise _too_long(f"{len(whole) + len(decimals)} digits", self._limits.digits)
        if len(decimals) > self._limits.decimals:
            raise _too_long(f"{len(decimals)} digits after the point", self._limits.decimals)
        self[text] = made
        return made


def _too_long(found: str, most: int) -> AngkaError:
    return AngkaError(
        "number-too-long",
        found=found,
        expected=f"at most {most}",
        repair="round the figure, or load with larger Limits",
    )


class _Periode(dict[object, Periode]):
    """Periods of a document by what stands there: a year or a text."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def __missing__(self, found: object) -> Periode:
        made = without_place(_make_periode, found)
        written = made.tahun if made.ke is None and made.tahun_akhir is None else str(made)
        if found != written:
            raise DomainError(
                "bad-periode",
                found=quote(found),
                expected="a period in the one form it has on the wire",
                repair=f"write {quote(written)}" + self._hint(written),
            )
        self._check_years(made)
        self[found] = made
        return made

    @staticmethod
    def _hint(written: object) -> str:
        return ", a number without quotes" if isinstance(written, int) else ""

    def _check_years(self, made: Periode) -> None:
        if made.tahun is None:
            return
        first, last = made.tahun, made.tahun_akhir or made.tahun
        limits = self._limits
        if first < limits.first_year or last > limits.last_year or last - first >= limits.span:
            raise DomainError(
                "bad-periode",
                found=str(made),
                expected=f"years from {limits.first_year} to {limits.last_year} "
                f"and spans of at most {limits.span}",
                repair="correct the year, or load with larger Limits",
            )


class _Satuan(dict[str, Satuan]):
    """Units of a document by their text."""

    def __missing__(self, text: str) -> Satuan:
        made = self[text] = without_place(Satuan, text)
        return made


def without_place(make: Callable[[Any], T], found: object) -> T:
    """Make a value that is a leaf on the wire, so that a fault has no place inside it."""
    try:
        return make(found)
    except IkuError as error:
        error.location = ()
        raise


def _make_periode(found: object) -> Periode:
    if isinstance(found, str):
        return Periode.from_text(found)
    return Periode.tahunan(cast("int", found))


class Scalars:
    """The leaves of one document."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.angka = _Angka(limits)
        self.periode = _Periode(limits)
        self.satuan = _Satuan()

    def text(self, value: object) -> str:
        """
        Take a text of bounded length; what it says is for its field to check.

        Raises:
            DomainError: `wrong-type`, `null` or `text-too-long`.
        """
        text = _require(value, str, Kind.TEXT)
        if len(text) > self.limits.text:
            raise DomainError(
                "text-too-long",
                found=f"{len(text)} characters",
                expected=f"at most {self.limits.text}",
                repair="shorten it, or load with larger Limits",
            )
        return text

    def date(self, value: object) -> date:
        """
        Take a calendar day.

        Raises:
            DomainError: `wrong-type`, `null` or `bad-date`.
        """
        text = _require(value, str, Kind.TANGGAL)
        try:
            if _DATE.fullmatch(text) is None:
                raise ValueError  # noqa: TRY301 - one answer to both faults
            return date.fromisoformat(text)
        except ValueError:
            raise DomainError(
                "bad-date",
                found=quote(text),
                expected="a day of the calendar, written YYYY-MM-DD",
                repair="write for example 2023-12-31",
            ) from None

    def reader(self, kind: Kind) -> Callable[[object], object]:
        """Give the function that reads leaves of a kind, any value checked."""
        readers: dict[Kind, Callable[[object], object]] = {
            Kind.TEXT: self.text,
            Kind.TANGGAL: self.date,
            Kind.SATUAN: lambda value: self.satuan[self.text(value)],
            Kind.ANGKA: self._read_angka,
            Kind.PERIODE: self._read_periode,
            Kind.INTEGER: lambda value: _require(value, int, Kind.INTEGER),
            Kind.FLAG: lambda value: _require(value, bool, Kind.FLAG),
        }
        return readers[kind]

    def _read_angka(self, value: object) -> Angka:
        return self.angka[_require(value, str, Kind.ANGKA)]

    def _read_periode(self, value: object) -> Periode:
        if value.__class__ is int or value.__class__ is str:
            return self.periode[value]
        raise wrong_type(value, WORDS[Kind.PERIODE])


def _require(value: object, kind: type[T], leaf: Kind) -> T:
    if isinstance(value, kind) and value.__class__ is kind:
        return value
    raise wrong_type(value, WORDS[leaf])


def read_word(kind: type[Enum], value: object) -> Enum:
    """
    Take a word of a closed list.

    Raises:
        DomainError: `wrong-type`, `null` or `bad-choice`.
    """
    if value.__class__ is not str:
        raise wrong_type(value, "one of the words of the list")
    try:
        return kind(value)
    except ValueError:
        from difflib import get_close_matches  # noqa: PLC0415 - only failures pay for it

        words = [str(member.value) for member in kind]
        near = get_close_matches(str(value)[:40], words, n=1)
        raise DomainError(
            "bad-choice",
            found=quote(value),
            expected=f"one of {', '.join(words)}",
            repair=f"did you mean {quote(near[0])}?" if near else "use a word of the list",
        ) from None
