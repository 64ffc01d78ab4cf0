"""Strategies for text, kode and extensions: what a document may carry in words."""

from __future__ import annotations

import unicodedata
from typing import Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from iku.domain.tambahan import MAXIMUM_DEPTH, BilanganJson, Tambahan

T = TypeVar("T")

JsonValue: TypeAlias = (
    "str | bool | BilanganJson | list[JsonValue] | dict[str, JsonValue] | Tambahan | None"
)
"""What `Tambahan.from_mapping` takes."""

MAXIMUM_TEXT: Final = 65_536
"""Characters of the longest text that a document is read with by default."""
MAXIMUM_KODE: Final = 128
"""Characters of the longest kode."""
MAXIMUM_MARKS: Final = 30
"""Combining marks in a row that text may have."""
_LONG_EVERY: Final = 32
"""One text of so many has the full length; more would only make tests slow."""
_LENGTHS: Final = st.integers(0, _LONG_EVERY - 1)

_LAST_CHANCE: Final = 7
_CHANCES: Final = st.integers(0, _LAST_CHANCE)

_NASTY: Final = (
    # Two spellings of one text, and text that grows or changes under NFC.
    *("é", "e\u0301", "\u212b", "\u1112\u1161\u11ab", "\u0958", "a\u0344", "\ufdfa", "\ufb01"),
    "a" + "\u0301" * MAXIMUM_MARKS,
    "\u0301b",
    # What other formats give a meaning.
    *(
        "null",
        "NaN",
        "-0",
        "1e999",
        "01",
        "1_5",
        "\u0661\u0665",
        "\uff11\uff12",
        "true",
        "{}",
        "[]",
    ),
    *(
        '"',
        "\\",
        "\\u0000",
        "'",
        "`",
        "${x}",
        "{0}",
        "%s",
        "a|b",
        "# a",
        "x-",
        "tipe",
        "$.tujuan[0]",
    ),
    *("<img src=x onerror=alert(1)>", "</style><script>", "&amp;", "javascript:alert(1)"),
    *("=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1"),
    # Letters that look like others, letters beyond the first plane, odd spaces.
    *("\u0420ersen", "İ", "ß", "ǆ", "\U0001d54f", "\U0001f1ee\U0001f1e9", "\ufffd", "\uffff"),
    *("a\u00a0b", "a\u2028b", "a\nb", " a ", "a  b"),
)
_LONG: Final = st.sampled_from(("Kota Bekasi ", "é", "\U0001d54fy", "a\n"))
_LETTERS: Final = st.sampled_from(("a", "é", "\U0001d54f"))
_KODE: Final = ("S1", "S1.1", "S1.1.a", "PDRB", "Nilai Tambah Bruto", "1", "-", "`", "a`b", "tipe")


@st.composite
def _rarely(draw: st.DrawFn, strategy: st.SearchStrategy[T]) -> T | None:
    return draw(strategy) if draw(_CHANCES) == _LAST_CHANCE else None


def rarely(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """None mostly, so that a value with many fields stays small."""
    return _rarely(strategy)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _has_few_marks(text: str) -> bool:
    if text.isascii():
        return True
    marks = 0
    # Fully decomposed text has the longest runs of marks.
    for character in unicodedata.normalize("NFD", text):
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks > MAXIMUM_MARKS:
            return False
    return True


def _fits(text: str, max_size: int) -> bool:
    return len(text) <= max_size and len(_normal(text)) <= max_size and _has_few_marks(text)


_CHARACTERS: Final = st.characters(
    exclude_categories=("Cc", "Cf", "Cs", "Co"), include_characters="\n\t"
)
_SHORT: Final = st.text(_CHARACTERS, max_size=30) | st.sampled_from(_NASTY)
_VISIBLE: Final = st.characters(categories=("L", "M", "N", "P", "S"), include_characters=" ")


@st.composite
def _teks(draw: st.DrawFn, max_size: int) -> str:
    if draw(_LENGTHS) == _LONG_EVERY - 1:
        return (draw(_LONG) * max_size)[:max_size]
    return draw(_SHORT)[:max_size]


def teks(*, max_size: int = MAXIMUM_TEXT) -> st.SearchStrategy[str]:
    """
    Text that says something, as a caller may write it: not always NFC.

    Some of it has exactly `max_size` characters.

    >>> from hypothesis import given
    >>> @given(teks(max_size=80))
    ... def check(text):
    ...     assert not text.isspace()
    >>> check()
    """
    return _teks(max_size).filter(lambda text: bool(text.strip()) and _fits(text, max_size))


def kode(*, max_size: int = MAXIMUM_KODE) -> st.SearchStrategy[str]:
    """
    Text that can be a kode: one line without outer spaces.

    >>> from hypothesis import given
    >>> @given(kode())
    ... def check(text):
    ...     assert text == text.strip()
    >>> check()
    """
    texts = st.text(_VISIBLE, max_size=max_size).map(str.strip) | st.sampled_from(_KODE)
    longest = _LETTERS.map(lambda letter: letter * max_size)
    return (texts | longest).filter(lambda text: bool(text) and _fits(text, max_size))


def bilangan_json() -> st.SearchStrategy[BilanganJson]:
    """
    Numbers as JSON writes them, kept as text.

    >>> import json
    >>> from hypothesis import given
    >>> @given(bilangan_json())
    ... def check(number):
    ...     assert json.loads(number.teks) is not None
    >>> check()
    """
    texts = st.from_regex(
        r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,9})?([eE][+-]?[0-9]{1,3})?", fullmatch=True
    )
    return texts.filter(str.isascii).map(BilanganJson)


_TEXTS: Final = teks(max_size=40) | st.just("")
_JSON: Final[st.SearchStrategy[JsonValue]] = st.recursive(
    st.one_of(st.none(), st.booleans(), _TEXTS, bilangan_json()),
    lambda values: st.one_of(
        st.lists(values, max_size=3),
        st.dictionaries(_TEXTS.map(_normal), values, max_size=3),
    ),
    max_leaves=4,
)


@st.composite
def _deep(draw: st.DrawFn) -> JsonValue:
    value: JsonValue = draw(_TEXTS)
    for level in range(MAXIMUM_DEPTH - 1):
        value = [value] if level % 2 else {"x": value}
    return value


_KEYS: Final = teks(max_size=40).map(lambda text: _normal("x-" + text)).filter(_has_few_marks)
_TAMBAHAN: Final = st.just(Tambahan()) | st.dictionaries(
    _KEYS, _JSON | _deep(), min_size=1, max_size=2
).map(Tambahan.from_mapping)


def tambahan() -> st.SearchStrategy[Tambahan]:
    """
    Extensions of other systems: `x-` keys with any JSON below, down to the deepest.

    >>> from hypothesis import given
    >>> @given(tambahan())
    ... def check(extensions):
    ...     assert all(key.startswith("x-") for key in extensions)
    >>> check()
    """
    return _TAMBAHAN
