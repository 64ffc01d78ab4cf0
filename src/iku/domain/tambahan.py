"""
Tambahan (extensions): what other systems keep in a document beside our fields.

An immutable JSON tree. Numbers keep their text, objects their content in key
order, so what came in goes out unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

from attrs import Factory, field

from iku._attrs import checked, frozen
from iku._checks import normalise_text, to_tuple, wrong_type
from iku.angka import MAXIMUM_DIGITS
from iku.errors import DomainError, Location, quote

MAXIMUM_DEPTH: Final = 32
"""Levels of objects and arrays; comparing, copying and pickling recurse through them."""
_TOO_LARGE: Final = 10**MAXIMUM_DIGITS
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+")


def _check_number(value: object) -> str:
    if type(value) is not str:
        raise wrong_type(value, "the text of a number")
    if len(value) > MAXIMUM_DIGITS:
        raise _too_long(f"a number of {len(value)} characters")
    if _NUMBER.fullmatch(value) is None:
        raise DomainError(
            "bad-number",
            found=quote(value),
            expected="a number as JSON writes it",
            repair="give the digits as text",
        )
    return value


def _too_long(found: str) -> DomainError:
    return DomainError(
        "number-too-long",
        found=found,
        expected=f"at most {MAXIMUM_DIGITS} digits",
        repair="keep the number as text",
    )


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
    parts = cast("tuple[object, object]", pair)
    if pair.__class__ is not tuple or len(parts) != 2:
        raise wrong_type(pair, "a pair of a key and a value")
    key = normalise_text(parts[0])
    return key, _freeze(parts[1], (key,), MAXIMUM_DEPTH - 1)


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


def _measure_pairs(tambahan: Tambahan) -> int:
    return 1 + max((_measure(value) for _, value in tambahan.pasangan), default=0)


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
    _depth: int = field(
        default=Factory(_measure_pairs, takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Tambahan:
        """
        Build from a plain mapping of JSON values.

        Raises:
            DomainError: `wrong-type` for a value that has no place in JSON (float
                is refused, write such a number as `BilanganJson("1.50")`),
                `bad-text`, `number-too-long`, `too-deep`, or `duplicate-key` for
                keys that are equal after NFC.
        """
        return _freeze_mapping(mapping, (), MAXIMUM_DEPTH)

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
        DomainError: as `Tambahan.from_mapping`, with `location` and the steps
            inside `value`.
    """
    return _freeze(value, location, MAXIMUM_DEPTH - 1)


def _freeze(value: object, location: Location, room: int) -> NilaiJson:
    """Freeze what may hold `room` more levels."""
    match value:
        case None | bool() | BilanganJson():
            return value
        case str():
            try:
                return normalise_text(value)
            except DomainError as error:
                raise error.under(*location) from None
        case int():
            return _freeze_integer(value, location)
        case Tambahan() if value._depth <= room:  # noqa: SLF001 - of this module
            return value
        case list() | tuple() if room:
            items = enumerate(cast("Sequence[object]", value))
            return tuple(_freeze(item, (*location, index), room - 1) for index, item in items)
        case Mapping() if room:
            return _freeze_mapping(cast("Mapping[str, object]", value), location, room)
        case Tambahan() | list() | tuple() | Mapping():
            raise DomainError(
                "too-deep",
                found="an extension nested deeper",
                expected=f"at most {MAXIMUM_DEPTH} levels",
                repair="keep it in a document of its own and link to it",
                location=location,
            )
        case _:
            raise wrong_type(value, "a JSON value").under(*location)


def _freeze_integer(value: int, location: Location) -> BilanganJson:
    # Compared and not written: a million digits take minutes to write.
    if abs(value) >= _TOO_LARGE:
        raise _too_long("an integer of more digits").under(*location)
    return BilanganJson(str(value))


def _freeze_mapping(mapping: Mapping[str, object], location: Location, room: int) -> Tambahan:
    pairs = [(key, _freeze(item, (*location, key), room - 1)) for key, item in mapping.items()]
    try:
        return Tambahan(tuple(pairs))
    except DomainError as error:
        # The caller gave a mapping and knows no field `pasangan`.
        error.location = (*location, *error.location[1:])
        raise


def _measure(value: NilaiJson) -> int:
    """Count the levels of a frozen value."""
    if isinstance(value, Tambahan):
        return value._depth  # noqa: SLF001 - of this module
    return 1 + max(map(_measure, value), default=0) if isinstance(value, tuple) else 0


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
