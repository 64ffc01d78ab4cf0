"""
What fields take: checks that normalise a value or refuse it.

Each is the metadata of a field, `nama: str = field(metadata=TEXT)`; the
decorator of all values installs it (`iku._attrs.frozen`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from iku._attrs import CHECK, checked
from iku.errors import DomainError, quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

MAXIMUM_KODE: Final = 128
"""Characters of a kode."""
MAXIMUM_MARKS: Final = 30
"""Combining marks in a row; more is an attack on normalisation, not a language."""
_LONGEST_KODE: Final = MAXIMUM_KODE * (MAXIMUM_MARKS + 2)
_REFUSED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_LINE_CHARACTERS: Final = "\n\t"
_ORDINARY: Final = re.compile(
    "[\n\t -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03c9"
    "\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*+"
)
"""Text of these alone is visible, has no marks and is in NFC: nearly all official text."""
_UNORDERED: Final = (str, bytes, Mapping, AbstractSet)


def wrong_type(value: object, expected: str) -> DomainError:
    """Make the error for a value of the model that has the wrong type."""
    return DomainError.wrong_type(value, expected)


def require_text(value: object) -> str:
    """
    Take text as it is.

    Raises:
        DomainError: `wrong-type`.
    """
    if not isinstance(value, str):
        raise wrong_type(value, "text")
    return value


def normalise_text(value: object) -> str:
    """
    Bring text to NFC and refuse what no document should carry.

    Line breaks and tabs may stand in text; other control, format, surrogate
    and private characters may not.

    Raises:
        DomainError: `wrong-type` or `bad-text`.
    """
    value = require_text(value)
    # A child class of str (an enum member, a numpy string) leaves as plain text.
    text = value if value.__class__ is str else str.__str__(value)
    if (text.isascii() and text.isprintable()) or _ORDINARY.fullmatch(text):
        return text
    _check_characters(text)
    normal = unicodedata.normalize("NFC", text)
    # Some characters come apart into several marks, so the new text is looked
    # at again: what is taken once must be taken when it is read back.
    if normal != text:
        _check_characters(normal)
    return normal


def _check_characters(text: str) -> None:
    marks = 0
    for position, character in enumerate(text):
        category = unicodedata.category(character)
        if category in _REFUSED_CATEGORIES and character not in _LINE_CHARACTERS:
            raise _bad_text(f"U+{ord(character):04X} at position {position}")
        marks = marks + 1 if category[0] == "M" else 0
        if marks > MAXIMUM_MARKS:
            raise _bad_text(f"more than {MAXIMUM_MARKS} combining marks in a row")


def _bad_text(found: str) -> DomainError:
    return DomainError(
        "bad-text",
        found=found,
        expected="readable text",
        repair="remove the character; it is invisible or belongs to no text",
    )


def check_text(value: object) -> str:
    """
    Take text that says something.

    Raises:
        DomainError: `wrong-type`, `bad-text` or `empty-text`.
    """
    text = normalise_text(value)
    if not text or text.isspace():
        raise DomainError(
            "empty-text",
            found="empty text",
            expected="text that says something",
            repair="fill it in, or leave the field out where it is optional",
        )
    return text


def check_kode(value: object) -> str:
    """
    Take a kode: one short line, no outer spaces.

    Raises:
        DomainError: `wrong-type`, `bad-text` or `bad-kode`.
    """
    # Marks come together in NFC, so a kode may be longer before; not this much.
    text = normalise_text(value[:_LONGEST_KODE] if isinstance(value, str) else value)
    if not 0 < len(text) <= MAXIMUM_KODE or text != text.strip() or not text.isprintable():
        raise DomainError(
            "bad-kode",
            found=quote(text),
            expected=f"1 to {MAXIMUM_KODE} characters on one line without outer spaces",
            repair="shorten or trim the kode",
        )
    return text


def optional(metadata: dict[str, object]) -> dict[str, object]:
    """Let a field also take None, which means: the document does not say."""
    check = cast("Callable[[object], object]", metadata[CHECK])

    def check_optional(value: object) -> object:
        return None if value is None else check(value)

    return checked(check_optional)


def quote_kinds(*kinds: type) -> str:
    """
    Name classes, one of which is expected.

    >>> quote_kinds(int, OSError)
    'an int or an OSError'
    """
    return " or ".join(
        f"{'an' if kind.__name__[0] in 'AEIOUaeiou' else 'a'} {kind.__name__}" for kind in kinds
    )


def one(*kinds: type) -> dict[str, object]:
    """Take an instance of one of `kinds`."""
    expected = quote_kinds(*kinds)

    def check_instance(value: object) -> object:
        if not isinstance(value, kinds):
            raise wrong_type(value, expected)
        return value

    return checked(check_instance)


def many(*kinds: type) -> dict[str, object]:
    """Take any collection of instances of `kinds` and keep it as a tuple."""
    expected = quote_kinds(*kinds)

    def check_instances(value: object) -> object:
        items = to_tuple(value, " or ".join(kind.__name__ for kind in kinds))
        for index, item in enumerate(items):
            if not isinstance(item, kinds):
                raise wrong_type(item, expected).under(index)
        return items

    return checked(check_instances)


def to_tuple(value: object, expected: str) -> tuple[object, ...]:
    """
    Take any ordered collection as a tuple; text and mappings are none.

    Raises:
        DomainError: `wrong-type`.
    """
    given = value
    if value.__class__ is tuple:
        return cast("tuple[object, ...]", value)
    if isinstance(value, Iterable) and not isinstance(value, _UNORDERED):
        return tuple(cast("Iterable[object]", value))
    raise wrong_type(given, f"a tuple of {expected}")


def _check_texts(value: object) -> object:
    items = to_tuple(value, "text")
    checked_items: list[str] = []
    for index, item in enumerate(items):
        try:
            checked_items.append(check_text(item))
        except DomainError as error:
            raise error.under(index) from None
    return tuple(checked_items)


def choice(kind: type[Enum]) -> dict[str, object]:
    """Take a member of `kind`, or the word that stands for it in JSON."""
    words = ", ".join(str(member.value) for member in kind)

    def check_choice(value: object) -> object:
        try:
            return kind(value)
        except ValueError:
            raise DomainError(
                "bad-choice",
                found=quote(value),
                expected=f"one of {words}",
                repair=f"use a member of {kind.__name__}",
            ) from None

    return checked(check_choice)


def _check_date(value: object) -> object:
    if type(value) is not date:
        raise wrong_type(value, "a datetime.date")
    return value


def within(least: int, most: int) -> dict[str, object]:
    """Take a limit: a whole number between two bounds that no caller can move."""

    def check_limit(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise DomainError(
                "bad-limit",
                found=quote(value),
                expected=f"a whole number from {least} to {most}",
                repair="choose a limit the library can keep, or split the document",
            )
        return value

    narrowed: Callable[[object], object] = check_limit
    return checked(narrowed)


TEXT: Final = checked(check_text)
"""Required text."""
KODE: Final = checked(check_kode)
"""Required kode."""
TEXTS: Final = checked(_check_texts)
"""Any number of texts."""
DATE: Final = checked(_check_date)
"""A calendar day."""
