"""
The quick reader: one generated function for each class.

It accepts what the thorough reader accepts and gives the same value, but stops
at the first thing it does not expect, without saying what: whoever needs to
know runs the thorough reader over the same document.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attrs import evolve

from iku.codec._foreign import PREFIX, Extensions
from iku.codec._scalars import Scalars
from iku.codec._shapes import (
    TAG,
    Built,
    Family,
    Kind,
    Many,
    Plugin,
    Record,
    Scalar,
    Word,
    as_array,
)
from iku.domain import Tambahan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iku.codec._foreign import Tags, Unread
    from iku.codec._shapes import Member, Shape
    from iku.codec.limits import Limits
    from iku.errors import IkuError


class Surprise(Exception):  # noqa: N818 - it says no more than that
    """Something that the quick reader does not take."""


def _refuse(error: IkuError) -> None:
    raise error


class Quick:
    """
    The quick reader of one document.

    With `use_up` it empties every array that it has read. What was parsed then
    goes while the values come, and the garbage collector, which takes half of
    the time of a large document, has half as much to look through.
    """

    def __init__(self, limits: Limits, tags: Tags, *, newer: bool, use_up: bool = False) -> None:
        self.scalars = Scalars(limits)
        self._tags = tags
        self._newer = newer
        self._use_up = use_up
        self._extensions = Extensions(self.scalars, _refuse)
        self._readers: dict[object, Callable[[Any], Any]] = {}

    def reader(self, shape: Shape) -> Callable[[Any], Any]:
        """Give the function that reads values of a shape."""
        found = self._readers.get(shape)
        if found is None:
            found = self._readers[shape] = self._make_reader(shape)
        return found

    def _make_reader(self, shape: Shape) -> Callable[[Any], Any]:
        match shape:
            case Record():
                return _compile_reader(shape)(self)
            case Scalar():
                return self.scalars.reader(shape.kind)
            case Word():
                return {member.value: member for member in shape.kind}.__getitem__
            case Many():
                return self._read_many(shape)
            case Plugin():
                return self._read_plugin(shape.family)
            case _:
                return self._read_one_of({one.tag: self.reader(one) for one in shape.records})

    def _read_many(self, shape: Many) -> Callable[[Any], Any]:
        read, use_up = self.reader(shape.item), self._use_up

        def read_many(value: object) -> object:
            items = as_array(value)
            if items is None:
                raise Surprise
            made = tuple(map(read, items))
            if use_up:
                items.clear()
            return made

        return read_many

    def _read_one_of(self, readers: dict[str | None, Callable[[Any], Any]]) -> Callable[[Any], Any]:
        angka = self.scalars.angka

        def read_one_of(value: Built) -> object:
            return angka[value] if value.__class__ is str else readers[value[TAG]](value)

        return read_one_of

    def _read_plugin(self, family: Family) -> Callable[[Any], Any]:
        readers: dict[str, Callable[[Any], Any]] = {}

        def read_plugin(value: Built) -> object:
            tag = value[TAG]
            read = readers.get(tag)
            if read is None:
                found = self._tags.find_shape(family, tag)
                read = (
                    self.reader(found)
                    if isinstance(found, Record)
                    else partial(self._read_unknown, found)
                )
                readers[tag] = read
            return read(value)

        return read_plugin

    def _read_unknown(self, kept: Unread, value: dict[str, object]) -> Unread:
        rest = {key: item for key, item in value.items() if key != TAG}
        return evolve(kept, isi=self._extensions.read_object(rest, ()))

    def extend(self, value: dict[str, object], known: frozenset[str]) -> Tambahan:
        """Take the keys that are no fields, if they are extensions."""
        rest = {key: item for key, item in value.items() if key not in known}
        if not self._newer and not all(key.startswith(PREFIX) for key in rest):
            raise Surprise
        return self._extensions.read_object(rest, ())


_TESTS: Final = {
    Kind.TEXT: "x.__class__ is not str or len(x) > limit",
    Kind.SATUAN: "x.__class__ is not str or len(x) > limit",
    Kind.ANGKA: "x.__class__ is not str",
    Kind.PERIODE: "x.__class__ is not int and x.__class__ is not str",
    Kind.INTEGER: "x.__class__ is not int",
    Kind.FLAG: "x.__class__ is not bool",
}
_VALUES: Final = {
    Kind.SATUAN: "satuan[x]",
    Kind.ANGKA: "angka[x]",
    Kind.PERIODE: "periode[x]",
    Kind.TANGGAL: "date(x)",
}
_HEAD: Final = """\
def make(quick):
    scalars = quick.scalars
    limit = scalars.limits.text
    angka, periode, satuan, date = scalars.angka, scalars.periode, scalars.satuan, scalars.date
    extend = quick.extend"""


_Maker: TypeAlias = "Callable[[Quick], Callable[[Any], Any]]"
_COMPILED: Final[dict[Record, _Maker]] = {}


def _compile_reader(record: Record) -> _Maker:
    """Give the function that makes the reader of a class; it is compiled once."""
    return _COMPILED.get(record) or _COMPILED.setdefault(record, _compile(record))


def _compile(record: Record) -> _Maker:
    names: dict[str, object] = {
        "Surprise": Surprise,
        "Class": record.kind,
        "new": object.__new__,
        "empty": Tambahan(),
        "known": record.keys,
    }
    # The source consists of field names and tags of our classes and of
    # registered plug-ins; no text of a document ever enters it.
    exec("\n".join(_write(record, names)), names)  # noqa: S102
    return cast("_Maker", names["make"])


def _write(record: Record, names: dict[str, object]) -> Iterator[str]:
    yield _HEAD
    for member in record.members:
        if not isinstance(member.shape, Scalar):
            names[f"shape_{member.name}"] = member.shape
            yield f"    read_{member.name} = quick.reader(shape_{member.name})"
    yield "    def read(value):"
    for line in _write_body(record, names):
        yield " " * 8 + line
    yield "    return read"


def _write_body(record: Record, names: dict[str, object]) -> Iterator[str]:
    required = sum(member.required for member in record.members)
    yield "if value.__class__ is not dict: raise Surprise"
    yield f"left = len(value) - {required + (record.tag is not None)}"
    if record.tag is not None:
        yield f"if value[{TAG!r}] != {record.tag!r}: raise Surprise"
    # What this reader has built itself needs no second check, so the slots of
    # the model's own classes are filled directly; other classes are called.
    if record.kind.__module__.startswith("iku.domain."):
        yield from _fill_slots(record, names)
    else:
        yield from _fill_arguments(record)


def _fill_slots(record: Record, names: dict[str, object]) -> Iterator[str]:
    yield "made = new(Class)"
    for member in record.members:
        name = member.name
        names[f"set_{name}"] = getattr(record.kind, name).__set__
        names[f"check_{name}"] = member.check
        lines = [*_take(member), f"set_{name}(made, {_value(member, checked=True)})"]
        names[f"default_{name}"] = member.default
        yield from _when_there(member, lines, f"else: set_{name}(made, default_{name})")
    if record.extensible:
        names["set_tambahan"] = record.kind.tambahan.__set__
        yield "set_tambahan(made, extend(value, known) if left else empty)"
    else:
        yield "if left: raise Surprise"
    if hasattr(record.kind, "__attrs_post_init__"):
        yield "made.__attrs_post_init__()"
    yield "return made"


def _fill_arguments(record: Record) -> Iterator[str]:
    yield "arguments = {}"
    for member in record.members:
        lines = [*_take(member), f"arguments[{member.name!r}] = {_value(member, checked=False)}"]
        yield from _when_there(member, lines)
    extend = 'arguments["tambahan"] = extend(value, known)'
    yield f"if left: {extend if record.extensible else 'raise Surprise'}"
    yield "return Class(**arguments)"


def _when_there(member: Member, lines: list[str], *otherwise: str) -> Iterator[str]:
    """Run lines for a key: always, or if it is there."""
    if member.required:
        yield from lines
    else:
        yield f"if left and {member.key!r} in value:"
        yield "    left -= 1"
        yield from (f"    {line}" for line in lines)
        yield from otherwise


def _take(member: Member) -> Iterator[str]:
    yield f"x = value[{member.key!r}]"
    if isinstance(member.shape, Scalar) and member.shape.kind in _TESTS:
        yield f"if {_TESTS[member.shape.kind]}: raise Surprise"


def _value(member: Member, *, checked: bool) -> str:
    """Write the value of a field, with its own check where a leaf needs one."""
    if not isinstance(member.shape, Scalar):
        made, unchecked = f"read_{member.name}(x)", member.shape == Many(Scalar(Kind.TEXT))
    else:
        made = _VALUES.get(member.shape.kind, "x")
        unchecked = made == "x"
    return f"check_{member.name}({made})" if checked and unchecked else made
