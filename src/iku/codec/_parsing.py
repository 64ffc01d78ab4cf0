"""
Text becomes JSON values, within limits and before anything is built.

What JSON allows and a document does not (numbers with a point, huge integers,
`NaN`) is kept as an object that no field takes, so that it is refused later at
its place, together with every other fault.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from iku.angka import MAXIMUM_DIGITS
from iku.codec._scalars import Constant
from iku.codec._shapes import walk_inside
from iku.domain import BilanganJson
from iku.errors import DecodeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.codec.limits import Limits
    from iku.errors import IkuError, Location

_NOT_STRUCTURE: Final = bytes(set(range(256)) - set(b'[]{}"'))
_OPENING: Final = ord("[")
_STRING: Final = re.compile(rb'"[^"]*+"?')
_AS_ARRAYS: Final = bytes.maketrans(b"{}", b"[]")
_SHORT_INTEGER: Final = 18
_LINES: Final = re.compile(r"\r\n|\r|\n")


def decode(source: object, limits: Limits) -> str:
    """
    Take the text of a document: UTF-8 without a byte order mark, within the limits.

    Raises:
        DecodeError: `wrong-type`, `too-large`, `bad-encoding`, `too-deep` or
            `too-many-nodes`.
    """
    if isinstance(source, str):
        data, text = _encode(source, limits), source
    elif isinstance(source, bytes | bytearray):
        data = bytes(source)
        _check_size(len(data), limits)
        text = _decode(data)
    else:
        raise DecodeError(
            "wrong-type",
            found=f"a value of type {type(source).__name__}",
            expected="text or bytes",
            repair="give the content of the document; iku.load takes a path",
        )
    if text.startswith("\ufeff"):
        raise _bad_encoding("a byte order mark", "remove the first character")
    _check_structure(data, limits)
    return text


def _encode(text: str, limits: Limits) -> bytes:
    _check_size(len(text), limits)
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise _bad_encoding(
            f"a lone surrogate at position {error.start}", "read the file as UTF-8"
        ) from None
    _check_size(len(data), limits)
    return data


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _bad_encoding("UTF-16", "save the file as UTF-8")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _bad_encoding(
            f"byte 0x{data[error.start]:02X} at position {error.start}", "save the file as UTF-8"
        ) from None


def _bad_encoding(found: str, repair: str) -> DecodeError:
    return DecodeError(
        "bad-encoding", found=found, expected="UTF-8 without a byte order mark", repair=repair
    )


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.bytes:
        raise DecodeError(
            "too-large",
            found="a larger text",
            expected=f"at most {limits.bytes} bytes",
            repair="split the document, or load with larger Limits",
        )


def _check_structure(data: bytes, limits: Limits) -> None:
    """Count objects and arrays and how deep they go, at the speed of C."""
    # Without escaped quotes, strings are what stands between two quotes; once
    # they are gone, every bracket that is left is structure.
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    marks = data.translate(_AS_ARRAYS, _NOT_STRUCTURE)
    brackets = marks.replace(b'""', b"")
    if b'"' in brackets:  # some string holds a bracket
        brackets = _STRING.sub(b"", marks)
    if brackets.count(b"[") > limits.nodes:
        raise DecodeError(
            "too-many-nodes",
            found="more objects and arrays",
            expected=f"at most {limits.nodes} objects and arrays",
            repair="split the document, or load with larger Limits",
        )
    if _is_deeper(brackets, limits.depth):
        raise DecodeError(
            "too-deep",
            found="objects and arrays nested deeper",
            expected=f"at most {limits.depth} inside one another",
            repair="flatten the extension, or load with larger Limits",
        )


def _is_deeper(brackets: bytes, depth: int) -> bool:
    """Tell whether brackets nest deeper; each round takes away the innermost ones."""
    left = brackets
    for _ in range(depth):
        left = left.replace(b"[]", b"")
    # What does not cancel out is too deep, or no JSON at all.
    level = 0
    for bracket in brackets if left else b"":
        level += 1 if bracket == _OPENING else -1
        if level > depth:
            return True
    return False


class _Integers(dict[str, "int | BilanganJson | Constant"]):
    """Whole numbers by their text; what is no year or position stays text."""

    def __missing__(self, text: str) -> int | BilanganJson | Constant:
        plain = len(text) <= _SHORT_INTEGER and text != "-0"
        made = self[text] = int(text) if plain else _keep_number(text)
        return made


def _keep_number(text: str) -> BilanganJson | Constant:
    """Keep a number as its text; what is too long for that is refused at its place."""
    return BilanganJson(text) if len(text) <= MAXIMUM_DIGITS else Constant(text)


class Duplicates:
    """Keys that stand twice in an object, noted while the text is parsed."""

    def __init__(self) -> None:
        self._repeated: dict[int, list[str]] = {}
        self._kept: list[object] = []  # an object that is gone could lend its id to another

    def note(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        """Build an object of its keys and values and note what stands in it twice."""
        made = dict(pairs)
        if len(made) != len(pairs):
            counted = Counter(key for key, _ in pairs)
            self._repeated[id(made)] = [key for key, times in counted.items() if times > 1]
            self._kept.append(made)
        return made

    def locate(self, document: object) -> list[IkuError]:
        """Give the error for each repeated key of a document, at its place."""
        found: list[IkuError] = []
        waiting: list[tuple[Location, object]] = [((), document)] if self._repeated else []
        while waiting:
            location, value = waiting.pop()
            found.extend(
                repeated_key(key).under(*location) for key in self._repeated.get(id(value), ())
            )
            waiting.extend(((*location, step), item) for step, item in walk_inside(value))
        return found


def repeated_key(key: str) -> DecodeError:
    """Make the error for a key that stands twice in one object."""
    return DecodeError(
        "duplicate-key",
        found="the key a second time",
        expected="each key once in an object",
        repair="remove one of the two",
        location=(key,),
    )


def parse(text: str, build: Callable[[list[tuple[str, object]]], object]) -> object:
    """
    Parse JSON; `build` makes an object of its keys and values.

    Raises:
        DecodeError: `bad-json`, with line and column.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=build,
            parse_int=_Integers().__getitem__,
            parse_float=_keep_number,
            parse_constant=Constant,
        )
    except json.JSONDecodeError as error:
        before = text[: error.pos]
        lines = _LINES.split(before)
        raise DecodeError(
            "bad-json",
            found=f"{error.msg} at line {len(lines)} column {len(lines[-1]) + 1}",
            expected="one JSON object",
            repair="correct the text at that place",
        ) from None
