"""
Values become JSON: plain objects for embedders, canonical text for documents.

Fields stand in the order of the class, after the tag; what equals its default
is left out; extensions follow, sorted by key.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from functools import lru_cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from iku.codec._foreign import PREFIX, UNREAD_KINDS
from iku.codec._shapes import (
    TAG,
    VERSION,
    Built,
    Kind,
    Many,
    Plugin,
    Record,
    Scalar,
    Word,
    shape_of,
)
from iku.domain import BilanganJson, JenisPeriode, Tambahan
from iku.errors import DomainError, IkuError, PluginError, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iku.codec._foreign import Tags
    from iku.codec._shapes import Family, OneOf, Shape
    from iku.domain import Periode
    from iku.domain.tambahan import NilaiJson

T = TypeVar("T")


class Output(ABC, Generic[T]):
    """
    Writes values by their shapes; what an object or array becomes is for children.

    `level` counts the objects and arrays around a value.
    """

    def __init__(self, tags: Tags, *, newer: bool) -> None:
        self._tags = tags
        self._newer = newer
        self._writers: dict[Shape, Callable[[Any, int], T]] = {}

    @abstractmethod
    def text(self, value: str) -> T:
        """Write a text."""

    @abstractmethod
    def literal(self, value: int | None) -> T:
        """Write a whole number, a truth value (an int, too) or null."""

    @abstractmethod
    def number(self, value: BilanganJson) -> T:
        """Write a number of an extension."""

    @abstractmethod
    def array(self, items: list[T], level: int) -> T:
        """Write an array."""

    @abstractmethod
    def mapping(self, pairs: list[tuple[str, T]], level: int) -> T:
        """Write an object."""

    def write(self, shape: Shape, value: object) -> T:
        """
        Write a whole value.

        Raises:
            IkuError: The value holds something that has no form in a document.
        """
        return self._writer(shape)(value, 1)

    def _writer(self, shape: Shape) -> Callable[[Any, int], T]:
        found = self._writers.get(shape)
        if found is None:
            found = self._writers[shape] = self._make_writer(shape)
        return found

    def _make_writer(self, shape: Shape) -> Callable[[Any, int], T]:
        match shape:
            case Record():
                return self._record_writer(shape)
            case Many():
                return self._many_writer(self._writer(shape.item))
            case Plugin():
                return self._plugin_writer(shape.family)
            case Word():
                return lambda value, _: self.text(value.value)
            case Scalar():
                return self._scalar_writer(shape.kind)
            case _:
                return self._one_of_writer(shape)

    def _scalar_writer(self, kind: Kind) -> Callable[[Any, int], T]:
        match kind:
            case Kind.TEXT:
                return lambda value, _: self.text(value)
            case Kind.INTEGER | Kind.FLAG:
                return lambda value, _: self.literal(value)
            case Kind.PERIODE:
                return self._write_periode
            case _:
                return lambda value, _: self.text(str(value))

    def _write_periode(self, value: Periode, _: int) -> T:
        year = value.tahun if value.jenis is JenisPeriode.TAHUN else None
        return self.text(str(value)) if year is None else self.literal(year)

    def _one_of_writer(self, shape: OneOf) -> Callable[[Any, int], T]:
        writers = {record.kind: self._writer(record) for record in shape.records}

        def write_one_of(value: Built, level: int) -> T:
            write = writers.get(cast("type[object]", type(value)))
            return self.text(value.teks) if write is None else write(value, level)

        return write_one_of

    def _many_writer(self, write: Callable[[Any, int], T]) -> Callable[[Any, int], T]:
        def write_many(value: Built, level: int) -> T:
            written: list[T] = []
            try:
                for item in value:
                    written.append(write(item, level + 1))  # noqa: PERF401 - the length is the place
            except IkuError as error:
                raise error.under(len(written)) from None
            return self.array(written, level)

        return write_many

    def _record_writer(self, record: Record) -> Callable[[Any, int], T]:
        members = [
            (one.key, one.required, one.default, attrgetter(one.name), self._writer(one.shape))
            for one in record.members
        ]
        head = [] if record.tag is None else [(TAG, self.text(record.tag))]

        def write_record(value: Built, level: int) -> T:
            pairs = head.copy()
            key = TAG
            try:
                for key, required, default, get, write in members:
                    held = get(value)
                    if required or (held is not default and held != default):
                        pairs.append((key, write(held, level + 1)))
            except IkuError as error:
                raise error.under(key) from None
            if record.extensible and value.tambahan.pasangan:
                pairs.extend(self._extend(value.tambahan, record.keys, level))
            if pairs[1:] and pairs[1][0] == VERSION:
                pairs[:2] = pairs[1::-1]
            return self.mapping(pairs, level)

        return write_record

    def _plugin_writer(self, family: Family) -> Callable[[Any, int], T]:
        def write_plugin(value: Built, level: int) -> T:
            if isinstance(value, UNREAD_KINDS[family]):
                pairs = [(TAG, self.text(value.tag))]
                pairs.extend(self._write_pairs(value.isi, frozenset({TAG}), level))
                return self.mapping(pairs, level)
            kind: type[Built] = value.__class__
            if self._tags.find(family, value.tipe) is not kind:
                raise PluginError(
                    "bad-plugin",
                    found=f"a {family.value} of the class {kind.__name__}",
                    expected="a class that is registered under its tag",
                    repair="register it with the registry that documents are loaded with",
                )
            return self._writer(shape_of(kind))(value, level)

        return write_plugin

    def _extend(
        self, tambahan: Tambahan, known: frozenset[str], level: int
    ) -> Iterator[tuple[str, T]]:
        for key in tambahan:
            if not key.startswith(PREFIX) and not self._newer:
                raise DomainError(
                    "bad-tambahan",
                    found=quote(key),
                    expected="an extension key that begins with x-",
                    repair="put x- before it",
                    location=(key,),
                )
        return self._write_pairs(tambahan, known, level)

    def _write_pairs(
        self, tambahan: Tambahan, known: frozenset[str], level: int
    ) -> Iterator[tuple[str, T]]:
        """Write the pairs of an extension object beside keys that are taken."""
        for key, value in tambahan.pasangan:
            if key in known:
                raise DomainError(
                    "duplicate-key",
                    found=f"an extension {quote(key)} beside the field of that name",
                    expected="each key once",
                    repair="rename the extension",
                    location=(key,),
                )
            yield key, self.extension(value, level + 1)

    def extension(self, value: NilaiJson, level: int) -> T:
        """Write a value of an extension that has so many objects and arrays around it."""
        match value:
            case None | bool():
                return self.literal(value)
            case str():
                return self.text(value)
            case BilanganJson():
                return self.number(value)
            case tuple():
                return self.array([self.extension(item, level + 1) for item in value], level)
            case _:
                return self.mapping(list(self._write_pairs(value, frozenset(), level)), level)


class Plain(Output[object]):
    """
    Writes plain objects: what `json.loads` gives for the canonical text.

    A number of an extension becomes an int or a float if that keeps its text,
    and stays a `BilanganJson` otherwise.
    """

    def text(self, value: str) -> object:
        """Give the text itself."""
        return value

    def literal(self, value: int | None) -> object:
        """Give the value itself."""
        return value

    def number(self, value: BilanganJson) -> object:
        """Give the Python number that is written with the same digits, if there is one."""
        number: object = json.loads(value.teks)
        return number if json.dumps(number) == value.teks else value

    def array(self, items: list[object], level: int) -> object:
        """Give a list."""
        del level
        return items

    def mapping(self, pairs: list[tuple[str, object]], level: int) -> object:
        """Give a dict."""
        del level
        return dict(pairs)


class Canonical(Output[str]):
    """Writes canonical text: two spaces for each level, keys in their order, no other choice."""

    def text(self, value: str) -> str:
        """Write a JSON string; only what must be escaped is."""
        return encode_basestring(value)

    def literal(self, value: int | None) -> str:
        """Write a whole number, a truth value (an int, too) or null."""
        return str(value) if value.__class__ is int else json.dumps(value)

    def number(self, value: BilanganJson) -> str:
        """Write the digits as they came."""
        return value.teks

    def array(self, items: list[str], level: int) -> str:
        """Write an array, one element a line."""
        if not items:
            return "[]"
        pad = ",\n" + "  " * level
        parts = [part for item in items for part in (pad, item)]
        return _enclose("[", parts, "]", level)

    def mapping(self, pairs: list[tuple[str, str]], level: int) -> str:
        """Write an object, one key a line."""
        if not pairs:
            return "{}"
        parts = [part for key, value in pairs for part in (_begin_line(key, level), value)]
        return _enclose("{", parts, "}", level)


def _enclose(opening: str, parts: list[str], closing: str, level: int) -> str:
    """Put brackets around parts; the first one begins with a comma too many."""
    # Joined once and not line by line: the outermost parts are as long as the document.
    parts[0] = opening + parts[0][1:]
    parts.append("\n" + "  " * (level - 1) + closing)
    return "".join(parts)


@lru_cache(maxsize=4096)
def _begin_line(key: str, level: int) -> str:
    """Write what stands between the value before and the value of a key."""
    return ",\n" + "  " * level + encode_basestring(key) + ": "
