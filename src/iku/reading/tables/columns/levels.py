"""Levels of a plan: whose value a column holds where it speaks of Sasaran and of programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Side: TypeAlias = Literal["above", "aside", "shared", "unclear", "numbers"]
"""
Why a column is not read as its header says: it is of a Sasaran above or of another level, its
header stands over more columns than it, what its values are of is not said or has no field,
or it only numbers the names behind it.
"""

_OWNERS: Final = {
    "tujuan": 0, "sasaran": 1, "sasaran_program": 2, "program": 2, "sasaran_kegiatan": 3,
    "kegiatan": 3, "sub_kegiatan": 4,
}  # fmt: skip
"""Nouns that have indicators, by their level."""
_INDICATORS: Final = {
    "indikator_tujuan": 0, "indikator_sasaran": 1, "indikator_program": 2,
    "indikator_kegiatan": 3,
}  # fmt: skip
"""Indicators that say whose they are."""
_ANY: Final = frozenset({"indikator", "iku"})
"""Indicators that do not: they are those of the owner to their left."""
_SASARAN: Final = ("sasaran", "sasaran_program", "sasaran_kegiatan")
_DEEPEST: Final = 4
"""Sasaran beside each other, the one with the indicators included."""
LEVELS: Final = frozenset({*_OWNERS, *_INDICATORS})
"""Nouns that belong to a level of a plan."""
_NAMES: Final = frozenset({"program", "kegiatan", "sub_kegiatan"})
"""Owners that the model has no noun for."""
_NEUTRAL: Final = frozenset({*LEVELS, *_ANY, "nomor", "perspektif", None})
"""Nouns that say themselves where they belong."""
_KEPT: Final = frozenset({*_ANY, "indikator_tujuan", "indikator_sasaran"})
_NOWHERE: Final = -1
"""The level of what belongs to an owner without indicators."""


def resolve_levels(nouns: Sequence[str | None]) -> tuple[tuple[str | None, Side | None], ...]:
    """
    Say of each column what it holds for the indicators of the main level, the highest.

    The Sasaran of a programme is a Sasaran, where the indicators are of it. What belongs
    to another level has no place, and neither have programmes; a Sasaran over the one
    that has the indicators stands above.

    >>> resolve_levels(["sasaran_program", "indikator_program", "target"])
    (('sasaran', None), ('indikator', None), ('target', None))
    >>> resolve_levels(["sasaran", "sasaran_program", "indikator"])
    ((None, 'above'), ('sasaran', None), ('indikator', None))
    >>> resolve_levels(["sasaran", "iku", "target", "program", "indikator", "target"])[3:]
    ((None, None), (None, 'aside'), (None, 'aside'))
    """
    indicators = dict(_find_indicators(nouns))
    if not indicators:
        return tuple((noun, None) for noun in nouns)
    levels = set(indicators.values())
    main = min(levels - {0}, default=0)
    first = next(index for index, level in indicators.items() if level == main)
    owner = _find_sasaran(nouns, first)
    above = [index for index in range(first) if nouns[index] in _SASARAN][-_DEEPEST:]
    placed: list[tuple[str | None, Side | None]] = []
    for index, own in enumerate(_tell_owners(nouns, indicators, main)):
        noun = nouns[index]
        if index in indicators:
            placed.append(_place_indicator(noun, indicators[index], main))
        elif noun in _SASARAN and index != owner:
            placed.append((None, "above" if index in above else "aside"))
        elif own != main and noun not in _NEUTRAL:
            placed.append((None, "aside"))
        else:
            placed.append(("sasaran" if index == owner else _leave_name(noun), None))
    return tuple(placed)


def _place_indicator(noun: str | None, level: int, main: int) -> tuple[str | None, Side | None]:
    if level == main:
        return (noun if noun in _KEPT else "indikator"), None
    return (None, "aside") if level else ("indikator_tujuan", None)


def _leave_name(noun: str | None) -> str | None:
    """Leave the name of a programme as it is printed; the model has no noun for it."""
    return None if noun in _NAMES else noun


def _find_indicators(nouns: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Give the columns of indicators with their level."""
    level = next((_OWNERS[noun] for noun in nouns if noun in _OWNERS), 1)
    for index, noun in enumerate(nouns):
        level = _OWNERS.get(noun or "", level)
        if noun in _ANY:
            yield index, level
        elif noun in _INDICATORS:
            level = _INDICATORS[noun]
            yield index, level


def _find_sasaran(nouns: Sequence[str | None], first: int) -> int | None:
    """Find the Sasaran of the indicators in the column `first`: the nearest one to the left."""
    places = [index for index, noun in enumerate(nouns) if noun in _SASARAN]
    left = [index for index in places if index < first]
    return left[-1] if left else next(iter(places), None)


def _tell_owners(
    nouns: Sequence[str | None], indicators: Mapping[int, int], main: int
) -> Iterator[int]:
    """
    Tell the level that each column speaks of: that of the owner or indicator to its left.

    An owner without indicators has no values but its kode, before it, and its money.
    """
    levels = set(indicators.values())
    level = owner = main
    started = False
    for index, (noun, behind) in enumerate(zip(nouns, (*nouns[1:], None), strict=True)):
        owner = _OWNERS.get(noun or "", owner)
        if index in indicators:
            owner = indicators[index]
            started = started or owner == main
        if owner in levels:
            level = owner
        coded = noun == "kode" and behind in _NAMES
        paid = noun == "pagu" and started and owner > level
        # Behind the indicators of the main level, those of a Tujuan have no values.
        yield _NOWHERE if coded or paid else main if started and level < main else level
