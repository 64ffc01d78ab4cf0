"""
Which nouns a document holds, and whether their kode and links agree.

Everything here reads attributes and asks for no class, so a loader can run it
over a document of which some parts could not be built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import attrs

from iku.errors import DomainError, Location, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

CHILDREN: Final = ("visi", "misi", "tujuan", "sasaran", "indikator", "penjelasan", "variabel")
"""Fields that hold nouns with a kode."""
_REFERABLE: Final = frozenset({"indikator", "penjelasan", "variabel"})
_MISI: Final = frozenset({"misi"})
_VARIABEL: Final = frozenset({"variabel"})
_UNKNOWN: Final = object()


def walk_nouns(root: object) -> Iterator[tuple[Location, object]]:
    """Give every noun below `root` with its location, parents before children."""
    waiting: list[tuple[Location, object]] = [((), root)]
    while waiting:
        location, noun = waiting.pop()
        if location:
            yield location, noun
        waiting.extend(reversed(list(_children(location, noun))))


class _FieldsOfNouns(dict[type, tuple[str, ...]]):
    """The fields of classes that hold nouns, in their order; a stand-in may have any."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        names = [field.name for field in attrs.fields(kind)] if attrs.has(kind) else CHILDREN
        found = tuple(name for name in names if name in CHILDREN)
        self[kind] = found
        return found


_FIELDS_OF_NOUNS: Final = _FieldsOfNouns()


def _children(location: Location, noun: object) -> Iterator[tuple[Location, object]]:
    for name in _FIELDS_OF_NOUNS[type(noun)]:
        held = getattr(noun, name, None)
        if isinstance(held, tuple):
            for index, child in enumerate(cast("tuple[object, ...]", held)):
                yield (*location, name, index), child
        elif name == "visi" and held is not None:
            yield (*location, name), held


def find_link_faults(root: object) -> list[DomainError]:
    """
    Find kode used twice, references to nothing and circular computations.

    Where the kode of a noun is not known (it could not be read), references
    that might mean it are let pass.
    """
    faults: list[DomainError] = []
    places: dict[str, str] = {}
    unread: set[str] = set()
    again: set[tuple[str, str]] = set()
    nouns = list(walk_nouns(root))
    for location, noun in nouns:
        field = _field_of(location)
        kode = getattr(noun, "kode", _UNKNOWN)
        if not isinstance(kode, str):
            if kode is _UNKNOWN:
                unread.add(field)
        elif kode in places:
            faults.append(_duplicate(kode, (*location, "kode")))
            again.add((kode, field))
        else:
            places[kode] = field
    references = _Kode(places, again, unread)
    formulas = _Formulas()
    faults.extend(_find_dangling(root, nouns, references, formulas))
    faults.extend(_find_cycle(nouns, formulas))
    faults.extend(_find_repeated_data(root))
    return faults


def _field_of(location: Location) -> str:
    return str(location[-1] if isinstance(location[-1], str) else location[-2])


def _duplicate(kode: str, location: Location) -> DomainError:
    return DomainError(
        "duplicate-kode",
        found=f"kode {quote(kode)} a second time",
        expected="each kode once in a document, whatever the noun",
        repair="rename one of the two nouns",
        location=location,
    )


class _Kode:
    """The kode of a document by the field that holds their noun."""

    def __init__(
        self, places: dict[str, str], again: set[tuple[str, str]], unread: set[str]
    ) -> None:
        self._places = places
        self._again = again
        self._unread = unread

    def missing(self, kode: object, fields: frozenset[str]) -> bool:
        return (
            isinstance(kode, str)
            and self._places.get(kode) not in fields
            and not self._unread & fields
            # Of two nouns with one kode the other may be meant; that is a fault of its own.
            and self._again.isdisjoint((kode, field) for field in fields)
        )


class _Formulas:
    """The variables of formulas; each formula is asked once, because it has to look."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[str, ...]] = {}

    def variables(self, noun: object, name: str) -> tuple[str, ...]:
        formula = getattr(noun, name, None)
        found = self._known.get(id(formula))
        if found is None:
            found = self._known[id(formula)] = _read_variables(formula)
        return found


def _read_variables(formula: object) -> tuple[str, ...]:
    try:
        declared = getattr(formula, "variables", ())
        return tuple(kode for kode in declared if isinstance(kode, str))
    except Exception:  # noqa: BLE001 - whatever a plug-in does wrong is told when it is computed
        return ()


def _find_dangling(
    root: object, nouns: list[tuple[Location, object]], known: _Kode, formulas: _Formulas
) -> Iterator[DomainError]:
    for location, noun in nouns:
        misi = getattr(noun, "misi", None)
        if known.missing(misi, _MISI):
            yield _unknown(misi, "Misi", (*location, "misi"))
        for name in ("formula", "penggabungan"):
            # `Indikator.formula` only repeats a formula that stands elsewhere.
            if name == "formula" and hasattr(noun, "penjelasan"):
                continue
            for variable in formulas.variables(noun, name):
                if known.missing(variable, _REFERABLE):
                    yield _unknown(variable, "Variabel, Indikator or Penjelasan", (*location, name))
    for index, item in enumerate(getattr(root, "data", ())):
        variabel = getattr(item, "variabel", None)
        if known.missing(variabel, _VARIABEL):
            yield _unknown(variabel, "Variabel", ("data", index, "variabel"))


def _unknown(kode: object, kinds: str, location: Location) -> DomainError:
    return DomainError(
        "unknown-ref",
        found=f"kode {quote(kode)}, which the document does not have",
        expected=f"the kode of a {kinds} of the document",
        repair=f"add that {kinds}, or correct the kode",
        location=location,
    )


def _find_cycle(nouns: list[tuple[Location, object]], formulas: _Formulas) -> Iterator[DomainError]:
    needs: dict[str, tuple[str, ...]] = {}
    places: dict[str, Location] = {}
    for location, noun in nouns:
        kode = getattr(noun, "kode", None)
        if isinstance(kode, str) and _field_of(location) in ("indikator", "penjelasan"):
            needs.setdefault(kode, formulas.variables(noun, "formula"))
            places.setdefault(kode, location)
    finished: set[str] = set()
    for start, wanted in needs.items():
        # Most formulas need measured inputs only.
        cycle = [] if needs.keys().isdisjoint(wanted) else find_circle(start, needs, finished)
        if cycle:
            yield DomainError(
                "cycle",
                found=" -> ".join(quote(kode, length=40) for kode in cycle[:10]),
                expected="indicators that can be computed one after the other",
                repair="let one of them be measured instead of computed",
                location=places[cycle[0]],
            )


def find_circle(start: str, needs: dict[str, tuple[str, ...]], finished: set[str]) -> list[str]:
    """Give the circle that begins and ends at its own first kode, or nothing."""
    # A dict for its order: a chain of thousands must not be searched at each step.
    path: dict[str, None] = {}
    waiting = [(start, False)]
    while waiting:
        kode, left = waiting.pop()
        if left:
            del path[kode]
            finished.add(kode)
        elif kode in path:
            finished.update(path)
            walked = list(path)
            return [*walked[walked.index(kode) :], kode]
        elif kode not in finished:
            path[kode] = None
            waiting.append((kode, True))
            waiting.extend((need, False) for need in reversed(needs[kode]) if need in needs)
    return []


def _find_repeated_data(root: object) -> Iterator[DomainError]:
    seen: set[tuple[object, ...]] = set()
    for index, item in enumerate(getattr(root, "data", ())):
        key = tuple(getattr(item, name, _UNKNOWN) for name in ("variabel", "periode", "sumber"))
        if key in seen and _UNKNOWN not in key:
            yield DomainError(
                "duplicate-data",
                found=f"a second figure of {quote(key[0])} for {key[1]}",
                expected="one figure for each variable, period and source",
                repair="remove one, or name the source of each in sumber",
                location=("data", index),
            )
        seen.add(key)
