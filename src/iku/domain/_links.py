"""
Which nouns a document holds, and whether their kode and links agree.

Everything here reads attributes and asks for no class, so a loader can run it
over a document of which some parts could not be built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from iku.errors import DomainError, Location, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

CHILDREN: Final = ("visi", "misi", "tujuan", "sasaran", "indikator", "penjelasan", "variabel")
"""Fields that hold nouns with a kode, in the order of a document."""
_REFERABLE: Final = frozenset({"indikator", "penjelasan", "variabel"})
_UNKNOWN: Final = object()


def walk_nouns(root: object) -> Iterator[tuple[Location, object]]:
    """Give every noun below `root` with its location, parents before children."""
    waiting: list[tuple[Location, object]] = [((), root)]
    while waiting:
        location, noun = waiting.pop()
        if location:
            yield location, noun
        waiting.extend(reversed(list(_children(location, noun))))


def _children(location: Location, noun: object) -> Iterator[tuple[Location, object]]:
    for name in CHILDREN:
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
    nouns = list(walk_nouns(root))
    for location, noun in nouns:
        field = _field_of(location)
        kode = getattr(noun, "kode", _UNKNOWN)
        if not isinstance(kode, str):
            if kode is _UNKNOWN:
                unread.add(field)
        elif kode in places:
            faults.append(_duplicate(kode, (*location, "kode")))
        else:
            places[kode] = field
    references = _Kode(places, unread)
    faults.extend(_find_dangling(root, nouns, references))
    faults.extend(_find_cycle(nouns))
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

    def __init__(self, places: dict[str, str], unread: set[str]) -> None:
        self._places = places
        self._unread = unread

    def missing(self, kode: object, fields: frozenset[str]) -> bool:
        return (
            isinstance(kode, str)
            and self._places.get(kode) not in fields
            and not self._unread & fields
        )


def _find_dangling(
    root: object, nouns: list[tuple[Location, object]], known: _Kode
) -> Iterator[DomainError]:
    for location, noun in nouns:
        misi = getattr(noun, "misi", None)
        if known.missing(misi, frozenset({"misi"})):
            yield _unknown(misi, "Misi", (*location, "misi"))
        for name in ("formula", "penggabungan"):
            for variable in _variables(noun, name):
                if known.missing(variable, _REFERABLE):
                    yield _unknown(variable, "Variabel, Indikator or Penjelasan", (*location, name))
    for index, item in enumerate(getattr(root, "data", ())):
        variabel = getattr(item, "variabel", None)
        if known.missing(variabel, frozenset({"variabel"})):
            yield _unknown(variabel, "Variabel", ("data", index, "variabel"))


def _variables(noun: object, name: str) -> tuple[str, ...]:
    # `Indikator.formula` only repeats a formula that stands elsewhere.
    if name == "formula" and hasattr(noun, "penjelasan"):
        return ()
    variables: tuple[str, ...] = getattr(getattr(noun, name, None), "variables", ())
    return variables


def _unknown(kode: object, kinds: str, location: Location) -> DomainError:
    return DomainError(
        "unknown-ref",
        found=f"kode {quote(kode)}, which the document does not have",
        expected=f"the kode of a {kinds} of the document",
        repair=f"add that {kinds}, or correct the kode",
        location=location,
    )


def _find_cycle(nouns: list[tuple[Location, object]]) -> Iterator[DomainError]:
    needs: dict[str, tuple[str, ...]] = {}
    places: dict[str, Location] = {}
    for location, noun in nouns:
        kode = getattr(noun, "kode", None)
        if isinstance(kode, str) and _field_of(location) in ("indikator", "penjelasan"):
            formula = getattr(noun, "formula", None)
            needs.setdefault(kode, getattr(formula, "variables", ()))
            places.setdefault(kode, location)
    finished: set[str] = set()
    for start in needs:
        cycle = _walk_from(start, needs, finished)
        if cycle:
            yield DomainError(
                "cycle",
                found=" -> ".join(quote(kode, length=40) for kode in cycle[:10]),
                expected="indicators that can be computed one after the other",
                repair="let one of them be measured instead of computed",
                location=places[cycle[0]],
            )


def _walk_from(start: str, needs: dict[str, tuple[str, ...]], finished: set[str]) -> list[str]:
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
