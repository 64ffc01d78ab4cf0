"""The numbers that Word counts for paragraphs of a list, which stand nowhere in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from iku.reading.formats.docx.elements import find_child, find_name, find_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.reading.formats.docx.elements import Element

_LEVELS: Final = 9
_DIGITS: Final = 6
"""Digits of a number that a list may begin with."""
_LONGEST: Final = 60
"""Characters that a list may print around its numbers."""
_STYLES: Final = 20
"""Styles that one may be based on, one on the other."""
_PLACE: Final = re.compile(r"%([1-9])")
_LETTERS: Final = {"lowerLetter": "a", "upperLetter": "A"}
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN: Final = 3_999
_MOST_LETTERS: Final = 260
"""Numbers that Word writes with up to ten equal letters."""


@define(kw_only=True)
class _Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@define(kw_only=True)
class _List:
    """A list: its levels, and how far each has counted."""

    levels: dict[int, _Level] = Factory(dict[int, _Level])
    counted: list[int | None] = Factory(lambda: [None] * _LEVELS)

    def count(self, level: int) -> str:
        """Count one paragraph, and write its number; none of a bullet."""
        for upper in range(level):
            if self.counted[upper] is None:
                self.counted[upper] = self._find(upper).start
        before = self.counted[level]
        self.counted[level] = self._find(level).start if before is None else before + 1
        self.counted[level + 1 :] = [None] * (_LEVELS - level - 1)
        shown = self._find(level)
        if shown.form in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda match: self._write(int(match[1]) - 1), shown.text).strip()

    def _find(self, level: int) -> _Level:
        return self.levels.get(level) or _Level()

    def _write(self, level: int) -> str:
        number = self.counted[level]
        return "" if number is None else write_number(number, self._find(level).form)


@define(kw_only=True)
class _Use:
    """A use of a list, which may begin to count anew."""

    held: _List
    starts: dict[int, int] = Factory(dict[int, int])


class Numbering:
    """Counts the paragraphs of the lists of a Word file, in its order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        lists = {
            key: _read_list(one)
            for key, one in _find_all(numbering, "w:abstractNum", "abstractNumId")
        }
        self._uses = {
            key: _Use(held=held, starts=dict(_read_starts(one)))
            for key, one in _find_all(numbering, "w:num", "numId")
            if (held := lists.get(find_value(find_child(one, "w:abstractNumId")) or ""))
        }
        self._styles = dict(_find_all(styles, "w:style", "styleId"))

    def count(self, paragraph: Element) -> str:
        """Give the number of a paragraph as Word prints it; none of one that no list counts."""
        number, level = self._find_list(paragraph)
        use = self._uses.get(number)
        if use is None or level >= _LEVELS:
            return ""
        for anew, start in use.starts.items():
            use.held.counted[anew:] = [start - 1, *[None] * (_LEVELS - anew - 1)]
        use.starts = {}
        return use.held.count(level)

    def _find_list(self, paragraph: Element) -> tuple[str, int]:
        """Find which use of a list a paragraph belongs to, as it or one of its styles says."""
        holder: Element | None = paragraph
        level: str | None = None
        for _ in range(_STYLES):
            named = find_child(holder, "w:pPr", "w:numPr")
            level = level or find_value(find_child(named, "w:ilvl"))
            number = find_value(find_child(named, "w:numId"))
            if number is not None:
                return number, _parse(level, 0)
            style = find_child(holder, "w:pPr", "w:pStyle")
            based = style if style is not None else find_child(holder, "w:basedOn")
            holder = self._styles.get(find_value(based) or "")
        return "", 0


def write_number(number: int, form: str) -> str:
    """
    Write a number in a form of Word's; in digits where the form is another, or too long.

    >>> [write_number(28, form) for form in ("lowerLetter", "upperRoman", "decimalZero")]
    ['bb', 'XXVIII', '28']
    """
    if form in _LETTERS and 0 < number <= _MOST_LETTERS:
        times, place = divmod(number - 1, 26)
        return chr(ord(_LETTERS[form]) + place) * (times + 1)
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        roman = _write_roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _write_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _read_list(element: Element) -> _List:
    return _List(levels=dict(_read_levels(element)))


def _read_levels(element: Element) -> Iterator[tuple[int, _Level]]:
    for key, one in _find_all(element, "w:lvl", "ilvl"):
        text = find_value(find_child(one, "w:lvlText")) or ""
        level = _Level(
            start=_parse(find_value(find_child(one, "w:start")), 1),
            form=find_value(find_child(one, "w:numFmt")) or "decimal",
            text=text if len(text) <= _LONGEST else "",
        )
        yield _parse(key, 0), level


def _read_starts(use: Element) -> Iterator[tuple[int, int]]:
    """Read at which levels a use of a list begins anew, and with which numbers."""
    for key, one in _find_all(use, "w:lvlOverride", "ilvl"):
        start = find_value(find_child(one, "w:startOverride"))
        level = _parse(key, 0)
        if start is not None and level < _LEVELS:
            yield level, _parse(start, 1)


def _find_all(parent: Element | None, name: str, key: str) -> Iterator[tuple[str, Element]]:
    """Give the children of a name, each with what it is known by."""
    for child in parent if parent is not None else ():
        known = find_value(child, key)
        if known is not None and find_name(child) == name:
            yield known, child


def _parse(written: str | None, otherwise: int) -> int:
    digits = written or ""
    fits = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    return int(digits) if fits else otherwise
