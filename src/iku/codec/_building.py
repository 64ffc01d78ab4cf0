"""
What is left of a document with faults: collecting them, and building around them.

A constructor stops at its first fault. To find the others, what caused it is
left out and the constructor is called again.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from iku.codec._shapes import Kind, Record, Scalar, as_array, shape_of, walk_inside
from iku.domain import Dokumen
from iku.domain._links import find_link_faults
from iku.errors import IkuError, LoadError, Location, PluginError

if TYPE_CHECKING:
    from iku.codec._shapes import Member

UNREAD: Final = object()
"""Stands where nothing could be built."""


class Partial(SimpleNamespace):
    """Stands for a value of which some fields could not be read."""


def is_whole(value: object) -> bool:
    """Tell whether a value was read without a fault."""
    if isinstance(value, tuple):
        return all(map(is_whole, cast("tuple[object, ...]", value)))
    return value is not UNREAD and not isinstance(value, Partial)


class Faults:
    """Faults of one document: a limited number of them, and how many more there are."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._found: list[IkuError] = []
        self._omitted = 0

    def __len__(self) -> int:
        return len(self._found) + self._omitted

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._found) == self._limit

    def add(self, error: IkuError) -> None:
        """Take a fault."""
        if self.full:
            self._omitted += 1
        else:
            self._found.append(error)

    def to_error(self, document: object) -> LoadError:
        """Give them as one error, in the order of the document."""
        ordered = sorted(self._found, key=lambda fault: _order(fault.location, document))
        return LoadError(ordered, omitted=self._omitted)


def _order(location: Location, document: object) -> tuple[int, ...]:
    """Give the positions of the steps of a location; what is missing comes last."""
    order: list[int] = []
    for step in location:
        items = as_array(document)
        if items is not None and isinstance(step, int):
            order.append(step)
            document = items[step]
            continue
        inside = dict(walk_inside(document))
        order.append(list(inside).index(step) if step in inside else len(inside))
        document = inside.get(step)
    return tuple(order)


def build(
    record: Record, held: dict[str, object], faults: Faults, location: Location, *, sound: bool
) -> object:
    """Build a value of its fields, or a stand-in; note what its constructor refuses."""
    attempt = _Attempt(record, held, faults, location)
    if sound or attempt.can_be_probed:
        made = attempt.run()
        if made is not UNREAD and sound:
            return made
    return _stand_in(record, held)


def build_dokumen(held: dict[str, object], faults: Faults, *, sound: bool, hides: bool) -> object:
    """Build a document and check its links, as far as they can be followed."""
    record = shape_of(Dokumen)
    partial = _stand_in(record, held)
    if hides:  # some noun could not be read, so any kode might be its
        partial.misi = (*getattr(partial, "misi", ()), _HIDDEN)
    for fault in find_link_faults(partial):
        faults.add(fault)
    return partial if len(faults) or not sound else Dokumen(**cast("dict[str, Any]", held))


def _stand_in(record: Record, held: dict[str, object]) -> Partial:
    """Make something with the attributes that are known; a noun without kode has none."""
    known = {member.name: member.default for member in record.members} | held
    absent = (UNREAD, attrs.NOTHING)
    return Partial(**{name: value for name, value in known.items() if value not in absent})


class _Attempt:
    """Calls a constructor until it has nothing more to refuse."""

    def __init__(
        self, record: Record, held: dict[str, object], faults: Faults, location: Location
    ) -> None:
        self._record = record
        self._faults = faults
        self._location = location
        self._broken = {name for name, value in held.items() if not is_whole(value)}
        self._arguments: dict[str, Any] = {
            name: value for name, value in held.items() if name not in self._broken
        }
        self._places: dict[str, list[int]] = {}
        for name, value in held.items():
            if isinstance(value, tuple):
                items = cast("tuple[object, ...]", value)
                kept = [index for index, item in enumerate(items) if is_whole(item)]
                self._places[name] = kept
                self._arguments[name] = tuple(items[index] for index in kept)

    @property
    def can_be_probed(self) -> bool:
        """
        Whether the constructor can say more although some fields are missing.

        It can for classes of the model that compare their fields with each
        other, when only texts are missing: those it does not compare.
        """
        for member in self._record.members:
            if member.required and member.name in self._broken and not self._stands_for(member):
                return False
        return hasattr(self._record.kind, "__attrs_post_init__")

    def _stands_for(self, member: Member) -> bool:
        """Put something in the place of a field, if that is without consequence."""
        if member.shape == Scalar(Kind.TEXT):
            self._arguments[member.name] = "-"
        return member.name in self._arguments

    def run(self) -> object:
        """Give the value, or UNREAD when anything was refused."""
        refused = False
        while True:
            try:
                made = self._record.kind(**self._arguments)
            except IkuError as error:
                refused = True
                if not self._note(error):
                    return UNREAD
            except (RecursionError, MemoryError):
                raise
            except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
                self._faults.add(self._plugin_failed(error))
                return UNREAD
            else:
                return UNREAD if refused else made

    def _note(self, error: IkuError) -> bool:
        """Note a fault and leave out what caused it, if that can be told."""
        name, index = (*error.location, "", "")[:2]
        places = self._places.get(str(name))
        if isinstance(index, int) and places is not None:
            items = self._arguments[str(name)]
            self._arguments[str(name)] = (*items[:index], *items[index + 1 :])
            error.location = (name, places.pop(index), *error.location[2:])
            self._faults.add(error.under(*self._location))
            return not self._faults.full
        # With fields missing, a complaint about the whole may be about those.
        if not self._broken:
            self._faults.add(error.under(*self._location))
        return False

    def _plugin_failed(self, error: Exception) -> PluginError:
        return PluginError(
            "plugin-failed",
            found=f"{self._record.kind.__name__} raised {type(error).__name__}",
            expected="a value, or an error of iku",
            repair="report the fault to the authors of the plug-in",
            location=self._location,
        )


_HIDDEN: Final = Partial(
    tujuan=(Partial(),),
    sasaran=(Partial(),),
    indikator=(Partial(penjelasan=(Partial(),)),),
    variabel=(Partial(),),
)
"""Nouns of every kind, none with a known kode."""
