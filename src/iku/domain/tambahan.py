"""
Tambahan (extensions): what other systems keep in a document beside our fields.

An immutable JSON tree. Numbers keep their text, objects their content in key
order, so what came in goes out unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

from attrs import field

from iku._attrs import checked, frozen
from iku.domain._checks import normalise_text, to_tuple, wrong_type
from iku.errors import DomainError, quote

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+")


def _check_number(value: object) -> str:
    if not isinstance(value, str):
        raise wrong_type(value, "the text of a number")
    if _NUMBER.fullmatch(value) is None:
        raise DomainError(
            "bad-number",
            found=quote(value),
            expected="a number as JSON writes it",
            repair="give the digits as text",
        )
    return value


@frozen(kw_only=False)
class BilanganJson:
    """
    A JSON number in an extension, kept as its text.

    It is not an `Angka`: extensions are opaque, `1e3` and `1000` stay apart.
    """

    teks: str = field(metadata=checked(_check_number))
    """The number as JSON writes it."""


NilaiJson: TypeAlias = "str | bool | BilanganJson | tuple[NilaiJson, ...] | Tambahan | None"
"""A value in an extension: JSON with tuples for arrays and `Tambahan` for objects."""


def _split_pair(pair: object) -> tuple[str, NilaiJson]:
    parts = cast("tuple[object, NilaiJson]", pair)
    if pair.__class__ is not tuple or len(parts) != 2:
        raise wrong_type(pair, "a pair of a key and a value")
    return normalise_text(parts[0]), parts[1]


def _check_pairs(value: object) -> tuple[tuple[str, NilaiJson], ...]:
    pairs: dict[str, NilaiJson] = {}
    for pair in to_tuple(value, "pairs of a key and a value"):
        key, item = _split_pair(pair)
        if key in pairs:
            raise DomainError(
                "duplicate-key",
                found=f"{quote(key)} twice",
                expected="each key once",
                repair="keep one of them",
                location=(key,),
            )
        pairs[key] = item
    return tuple(sorted(pairs.items(), key=lambda item: item[0]))


@frozen(kw_only=False)
class Tambahan:
    """
    Tambahan (extensions): a JSON object that `iku` keeps and does not read.

    >>> tambahan = Tambahan.from_mapping({"x-warna": "merah", "x-urutan": [1, 2]})
    >>> tambahan["x-warna"]
    'merah'
    >>> tambahan.to_dict()
    {'x-urutan': [1, 2], 'x-warna': 'merah'}
    """

    pasangan: tuple[tuple[str, NilaiJson], ...] = field(default=(), metadata=checked(_check_pairs))
    """Keys and values, in the order of the keys."""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Tambahan:
        """
        Build from a plain mapping of JSON values.

        Raises:
            DomainError: a value has no place in JSON; float is refused, write
                such a number as `BilanganJson("1.50")`.
        """
        return cls(tuple((key, freeze_json(value, key)) for key, value in mapping.items()))

    def to_dict(self) -> dict[str, object]:
        """Give the plain JSON values; numbers that are no integers as `BilanganJson`."""
        return {key: _thaw(value) for key, value in self.pasangan}

    def __getitem__(self, key: str) -> NilaiJson:
        for name, value in self.pasangan:
            if name == key:
                return value
        raise DomainError(
            "not-found",
            found=f"no extension {quote(key)}",
            expected="a key that the document carries",
            repair="look at list(tambahan)",
        )

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.pasangan)

    def __len__(self) -> int:
        return len(self.pasangan)

    def __contains__(self, key: object) -> bool:
        return any(name == key for name, _ in self.pasangan)


def freeze_json(value: object, *location: str | int) -> NilaiJson:
    """
    Turn plain JSON values into their immutable form.

    Raises:
        DomainError: `wrong-type` or `bad-text`, with the location inside `value`.
    """
    match value:
        case None | bool() | BilanganJson() | Tambahan():
            return value
        case str():
            try:
                return normalise_text(value)
            except DomainError as error:
                raise error.under(*location) from None
        case int():
            return BilanganJson(str(value))
        case list() | tuple():
            items = cast("Sequence[object]", value)
            return tuple(freeze_json(item, *location, index) for index, item in enumerate(items))
        case Mapping():
            pairs = cast("Mapping[str, object]", value).items()
            return Tambahan(tuple((key, freeze_json(item, *location, key)) for key, item in pairs))
        case _:
            raise wrong_type(value, "a JSON value").under(*location)


def _thaw(value: NilaiJson) -> object:
    match value:
        case Tambahan():
            return value.to_dict()
        case tuple():
            return [_thaw(item) for item in value]
        case BilanganJson(teks=text) if text.removeprefix("-").isdigit() and text != "-0":
            return int(text)
        case _:
            return value


def _check_extensions(value: object) -> Tambahan:
    if not isinstance(value, Tambahan):
        raise wrong_type(value, "a Tambahan")
    return value


TAMBAHAN: Final[dict[str, object]] = checked(_check_extensions)
"""Field metadata: the extensions of a noun."""
