"""Names of columns: those that are looked up, and those under which new ones are added."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import narwhals as nw

from iku.errors import FrameError, quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.errors import Location

Frame: TypeAlias = nw.DataFrame[Any] | nw.LazyFrame[Any]
"""A frame of any engine."""

_BLIND: Final = frozenset({nw.Implementation.DUCKDB, nw.Implementation.PYSPARK})
"""Engines that take capital letters in names for small ones."""

_SPECIAL: Final = frozenset(".`")
"""What names of columns do not hold in Spark."""

_OWN: Final = "__iku_"
"""What names of columns begin with that are there for the time being."""

LISTED: Final = 20
"""Names that an error lists."""


def require_column(
    name: str,
    schema: Mapping[str, nw.dtypes.DType],
    *,
    wanted: str,
    location: Location = ("columns",),
) -> nw.dtypes.DType:
    """
    Look a column up.

    Raises:
        FrameError: `unknown-column`, `wrong-type` for what is no name at all.
    """
    check_name(name, *location)
    if name in schema:
        return schema[name]
    # pandas has columns that are named by numbers.
    known = [str(other) for other in schema]
    # Offices write the same name with capital letters and without.
    near = [each for each in known if each.casefold() == name.casefold()]
    near = near or get_close_matches(name, known, 1)
    asked = location[0] == "columns"
    listed = ", ".join(known[:LISTED])
    raise FrameError(
        "unknown-column",
        found=f"no column {quote(name)} among {listed or 'none'}",
        expected=wanted,
        repair=f"did you mean {quote(near[0])}?"
        if near
        else f'say which column it is: columns={{"{location[-1]}": "..."}}'
        if asked
        else "choose one of these",
        location=location,
    )


def take_names(names: object, *location: str) -> tuple[str, ...]:
    """
    Take one name of a column or several, each once.

    Raises:
        FrameError: `wrong-type`.
    """
    if isinstance(names, str) or not isinstance(names, Iterable):
        check_name(names, *location)
        return (cast("str", names),)
    several = tuple(cast("Iterable[str]", names))
    for name in several:
        check_name(name, *location)
    return tuple(dict.fromkeys(several))


def check_name(name: object, *location: str | int) -> None:
    """
    Refuse what is no name of a column.

    Raises:
        FrameError: `wrong-type`.
    """
    if not isinstance(name, str) or not name:
        raise FrameError(
            "wrong-type",
            found=quote(name),
            expected="the name of a column",
            repair='write it as text: "nilai"',
            location=location,
        )


def check_spelling(engine: nw.Implementation, names: Iterable[object], *location: str) -> None:
    """
    Refuse names of columns that an engine would read as something else.

    Raises:
        FrameError: `bad-column-name`.
    """
    odd = [name for name in names if not _SPECIAL.isdisjoint(str(name))]
    if engine.is_pyspark() and odd:
        raise FrameError(
            "bad-column-name",
            found=f"a column {quote(odd[0])}",
            expected="names without points and backticks, which mean parts of columns to Spark",
            repair="rename it: frame.withColumnRenamed",
            location=location,
        )


def check_reserved(names: Iterable[object], *location: str) -> None:
    """
    Refuse names of columns that are kept for columns for the time being.

    Raises:
        FrameError: `bad-column-name`.
    """
    own = [name for name in names if str(name).casefold().startswith(_OWN)]
    if own:
        raise FrameError(
            "bad-column-name",
            found=f"a column {quote(own[0])}",
            expected=f"names that do not begin with {_OWN}",
            repair="rename it, or leave it out",
            location=location,
        )


def check_new(taken: Frame, **names: str | None) -> None:
    """
    Refuse names under which new columns would not stand beside each other.

    A column that is there already is replaced, as in every engine.

    Raises:
        FrameError: `duplicate-column`, also where an engine takes capital letters
            for small ones; `bad-column-name`; `wrong-type` for what is no name.
    """
    blind = taken.implementation in _BLIND
    present = {name.casefold(): name for name in taken.collect_schema()} if blind else {}
    added: set[str] = set()
    for parameter, name in names.items():
        if name is None:
            continue
        check_name(name, parameter)
        check_spelling(taken.implementation, [name], parameter)
        key = name.casefold() if blind else name
        if key in added or present.get(key, name) != name:
            raise FrameError(
                "duplicate-column",
                found=f"a column {quote(name)} beside one of that name",
                expected="a name that no other column has",
                repair="choose another name",
                location=(parameter,),
            )
        added.add(key)
