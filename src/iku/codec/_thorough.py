"""
The thorough reader: every fault of a document at once, each with its place.

It runs only over documents that the quick reader has refused. What cannot be
built is replaced by a stand-in with the attributes that are known, so that the
links between the rest can still be followed.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from iku._checks import quote_kinds
from iku.codec._building import UNREAD, build, build_dokumen, is_whole
from iku.codec._foreign import PREFIX, Extensions, unknown_tag
from iku.codec._scalars import Scalars, read_word, wrong_type
from iku.codec._shapes import (
    TAG,
    Kind,
    Many,
    Plugin,
    Record,
    Scalar,
    Word,
    as_array,
    as_object,
)
from iku.domain import Dokumen, Tambahan
from iku.domain._links import CHILDREN
from iku.errors import DomainError, IkuError, Location, quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from iku.codec._building import Faults
    from iku.codec._foreign import Tags
    from iku.codec._shapes import Member, OneOf, Shape
    from iku.codec.limits import Limits


class Thorough:
    """The thorough reader of one document."""

    def __init__(
        self,
        limits: Limits,
        tags: Tags,
        faults: Faults,
        *,
        newer: bool,
    ) -> None:
        self._scalars = Scalars(limits)
        self._tags = tags
        self._newer = newer
        self._faults = faults
        self._extensions = Extensions(self._scalars, faults.add)
        # Of a key that stands twice only the last value is left.
        self._hides_nouns = len(faults) > 0

    def read(self, shape: Shape, value: object, location: Location = ()) -> object:
        """Give the value of a shape, or a stand-in after its faults are noted."""
        match shape:
            case Record():
                return self._read_record(shape, value, location)
            case Many():
                return self._read_many(shape, value, location)
            case Plugin():
                return self._read_plugin(shape, value, location)
            case Scalar():
                return self._try(self._scalars.reader(shape.kind), value, location)
            case Word():
                return self._try(lambda word: read_word(shape.kind, word), value, location)
            case _:
                return self._read_one_of(shape, value, location)

    def _fault(self, error: IkuError, location: Location) -> object:
        self._faults.add(error.under(*location))
        return UNREAD

    def _try(self, read: Callable[[Any], object], value: object, location: Location) -> object:
        try:
            return read(value)
        except IkuError as error:
            return self._fault(error, location)

    def _read_many(self, shape: Many, value: object, location: Location) -> object:
        items = as_array(value)
        if items is None:
            return self._fault(wrong_type(value, "an array"), location)
        return tuple(
            self.read(shape.item, item, (*location, index)) for index, item in enumerate(items)
        )

    def _read_tagged(
        self, value: object, expected: str, location: Location
    ) -> dict[str, object] | None:
        """Take an object with a tag; None after a fault."""
        found = as_object(value)
        if found is None:
            self._fault(wrong_type(value, expected), location)
        elif TAG not in found:
            self._fault(_missing(TAG), location)
            return None
        return found

    def _read_one_of(self, shape: OneOf, value: object, location: Location) -> object:
        if isinstance(value, str):
            return self.read(Scalar(Kind.ANGKA), value, location)
        tagged = self._read_tagged(value, _NUMBER_OR_OBJECT, location)
        if tagged is None:
            return UNREAD
        for record in shape.records:
            if record.tag == tagged[TAG]:
                return self._read_record(record, tagged, location)
        known = [str(record.tag) for record in shape.records]
        return self._fault(unknown_tag(tagged[TAG], known), location)

    def _read_plugin(self, shape: Plugin, value: object, location: Location) -> object:
        expected = f"a {shape.family.value}: an object with tipe"
        tagged = self._read_tagged(value, expected, location)
        if tagged is None:
            return UNREAD
        try:
            kept = self._tags.find_shape(shape.family, tagged[TAG])
        except IkuError as error:
            return self._fault(error, location)
        if isinstance(kept, Record):
            return self._read_record(kept, tagged, location)
        isi = self._read_extensions(tagged, frozenset({TAG}), location)
        if not isinstance(isi, Tambahan):
            return UNREAD
        return attrs.evolve(kept, isi=isi)

    def _read_extensions(
        self, value: dict[str, object], known: AbstractSet[str], location: Location
    ) -> object:
        """Give the Tambahan of the keys that are not known."""
        rest = {key: item for key, item in value.items() if key not in known}
        before = len(self._faults)
        made = self._try(lambda _: self._extensions.read_object(rest, location), rest, location)
        return made if len(self._faults) == before else UNREAD

    def _read_record(self, record: Record, value: object, location: Location) -> object:
        found = as_object(value)
        if found is None:
            return self._fault(wrong_type(value, f"{quote_kinds(record.kind)} as object"), location)
        before = len(self._faults)
        if record.tag is not None:
            self._check_tag(record.tag, found, location)
        unknown = self._find_unknown(record, found, location)
        held = {one.name: self._read_member(one, found, location) for one in record.members}
        held = {name: made for name, made in held.items() if made is not attrs.NOTHING}
        if record.extensible:
            held["tambahan"] = self._read_extensions(found, record.keys | unknown, location)
        sound = len(self._faults) == before
        if record.kind is Dokumen:
            return build_dokumen(held, self._faults, sound=sound, hides=self._hides_nouns)
        return build(record, held, self._faults, location, sound=sound)

    def _check_tag(self, tag: str, value: dict[str, object], location: Location) -> None:
        if TAG not in value:
            self._fault(_missing(TAG), location)
        elif value[TAG] != tag:
            self._fault(unknown_tag(value[TAG], [tag]), location)

    def _find_unknown(
        self, record: Record, value: dict[str, object], location: Location
    ) -> set[str]:
        """Note the keys that are neither fields nor extensions."""
        unknown: set[str] = set()
        for key, item in value.items():
            kept = record.extensible and (self._newer or key.startswith(PREFIX))
            if key not in record.keys and not kept:
                unknown.add(key)
                self._hides_nouns |= isinstance(item, dict | list)
                self._fault(_unknown_field(key, record, guess=not self._faults.full), location)
        return unknown

    def _read_member(self, member: Member, value: dict[str, object], location: Location) -> object:
        """Give the value of a field, NOTHING where it is left out."""
        if member.key not in value:
            return self._fault(_missing(member.key), location) if member.required else attrs.NOTHING
        place = (*location, member.key)
        made: object = self.read(member.shape, value[member.key], place)
        parts = cast("tuple[object, ...]", made) if made.__class__ is tuple else (made,)
        if member.name in CHILDREN:
            self._hides_nouns |= any(part is UNREAD for part in parts)
        if member.check is None or not is_whole(made):
            return made
        try:
            return member.check(made)
        except IkuError as error:
            if not self._check_each(member.check, parts, place):
                self._fault(error, place)
            return UNREAD

    def _check_each(
        self, check: Callable[[object], object], parts: tuple[object, ...], place: Location
    ) -> bool:
        """Note the faults of single elements of an array, and tell whether there were any."""
        before = len(self._faults)
        for index, part in enumerate(parts):
            try:
                check((part,))
            except IkuError as fault:
                if fault.location[:1] == (0,):
                    fault.location = (index, *fault.location[1:])
                    self._fault(fault, place)
        return len(self._faults) > before


_NUMBER_OR_OBJECT: Final = 'a number written as text, like "98.63", or an object with tipe'


def _missing(key: str) -> DomainError:
    return DomainError(
        "missing-field",
        found="nothing",
        expected=f"the key {quote(key)}",
        repair="add it",
        location=(key,),
    )


def _unknown_field(key: str, record: Record, *, guess: bool) -> DomainError:
    # Looking for what was meant is slow, so it ends with the list of faults.
    near = get_close_matches(key[:40], record.keys, n=1) if guess else []
    hint = "begin the key with x- if it is an extension" if record.extensible else "remove it"
    return DomainError(
        "unknown-field",
        found=f"the key {quote(key)}",
        expected=f"a key of {record.kind.__name__}",
        repair=f"did you mean {quote(near[0])}?" if near else hint,
        location=(key,),
    )
