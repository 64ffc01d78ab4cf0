"""
Shapes: what each class looks like on the wire, read once from its annotations.

A shape is data. The quick and the thorough reader, the writer and the JSON
Schema are four functions over the same tree, so they cannot disagree about
which fields there are.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, cast, get_args, get_origin
from typing import get_type_hints as resolve_annotations

import attrs
from attrs import field

from iku._attrs import CHECK, frozen
from iku.angka import Angka
from iku.domain import Dokumen, Periode, Satuan, Tambahan
from iku.errors import PluginError, quote
from iku.formula.plugins import check_own_name
from iku.typing import CapaianRule, Formula


class Kind(Enum):
    """What a leaf of a document holds."""

    TEXT = auto()
    INTEGER = auto()
    FLAG = auto()
    ANGKA = auto()
    SATUAN = auto()
    PERIODE = auto()
    TANGGAL = auto()


@frozen(kw_only=False)
class Scalar:
    """A leaf: text, or a number or a truth value of JSON."""

    kind: Kind
    """What it holds."""


@frozen(kw_only=False)
class Word:
    """A word of a closed list."""

    kind: type[Enum]
    """The list."""


@frozen(kw_only=False)
class Many:
    """An array."""

    item: Shape
    """What its elements are."""


class Family(Enum):
    """A kind of plug-in, told apart by the tag that its values carry."""

    FORMULA = "formula"
    RULE = "capaian rule"


@frozen(kw_only=False)
class Plugin:
    """A value whose class a registry knows by its tag."""

    family: Family
    """Which registry."""


@frozen(kw_only=True)
class Member:
    """One field of a class."""

    name: str
    """Name of the attribute, and of the key but for one field of a Dokumen."""
    key: str
    """Key on the wire."""
    shape: Shape
    """What stands there."""
    required: bool
    """Whether a document must have it."""
    default: object
    """The value that is not written; `attrs.NOTHING` when each value is."""
    check: Callable[[object], object] | None = field(eq=False)
    """What the constructor does with its value, where it says so."""


@frozen(kw_only=True)
class Record:
    """An object with the fields of a class; equal when the class is the same."""

    kind: type[Any]
    """The class."""
    tag: str | None = field(eq=False)
    """Value of its key `tipe`, where it carries one."""
    members: tuple[Member, ...] = field(eq=False, repr=False)
    """Its fields in the order of the wire."""
    keys: frozenset[str] = field(eq=False, repr=False)
    """The keys of its fields, and `tipe` where it carries that."""
    extensible: bool = field(eq=False)
    """Whether keys `x-...` of other systems may stand beside the fields."""


@frozen(kw_only=True)
class OneOf:
    """A value of one of several classes; a bare string is a number."""

    records: tuple[Record, ...]
    """The classes that are objects with a tag."""


Shape: TypeAlias = "Scalar | Word | Many | Plugin | Record | OneOf"
"""Any shape."""

Built: TypeAlias = Any
"""A value of the class that its shape names, which no annotation can say."""

TAG: Final = "tipe"
"""The key that tells the members of a union apart."""
VERSION: Final = "iku"
"""The key of a document that names its format."""

_SCALARS: Final[dict[object, Kind]] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    bool: Kind.FLAG,
    Angka: Kind.ANGKA,
    Satuan: Kind.SATUAN,
    Periode: Kind.PERIODE,
    date: Kind.TANGGAL,
}
_FAMILIES: Final[dict[object, Family]] = {
    Formula: Family.FORMULA,
    CapaianRule: Family.RULE,
}


_SHAPES: Final[dict[type[Any], Record]] = {}


def shape_of(kind: type[Any]) -> Record:
    """
    Give the shape of an attrs class; it is found out once.

    Raises:
        PluginError: `bad-plugin` when a field has a type that does not travel.
    """
    return _SHAPES.get(kind) or _SHAPES.setdefault(kind, _record(kind, ()))


def _record(kind: type[Any], around: tuple[type[Any], ...]) -> Record:
    if kind in around:
        raise _unfit(around[-1].__name__, kind)
    try:
        hints = resolve_annotations(kind)
    except Exception as error:
        raise PluginError(
            "bad-plugin",
            found=f"{kind.__name__} with annotations that raise {type(error).__name__}",
            expected="annotations that can be resolved at run time",
            repair="import what they name where the class is, not under TYPE_CHECKING alone",
        ) from error
    fields = [one for one in attrs.fields(kind) if one.init]
    for one in fields:
        check_own_name(one, kind.__name__)
    trail = (*around, kind)
    members = [_member(trail, one, hints[one.name]) for one in fields if not _is_open(one)]
    if kind is Dokumen:
        members.sort(key=lambda member: member.key != VERSION)
    tag = "dokumen" if kind is Dokumen else getattr(kind, TAG, None)
    return Record(
        kind=kind,
        tag=tag,
        members=tuple(members),
        keys=frozenset({one.key for one in members} | ({TAG} if tag is not None else set())),
        extensible=any(_is_open(one) for one in fields),
    )


def _is_open(one: attrs.Attribute[Any]) -> bool:
    return one.name == "tambahan" and one.default == Tambahan()


def _member(trail: tuple[type[Any], ...], one: attrs.Attribute[Any], annotation: object) -> Member:
    kind = trail[-1]
    default = one.default
    # The version of a document is written whatever it is.
    is_version = kind is Dokumen and one.name == "versi_format"
    kept = is_version or isinstance(default, attrs.Factory)  # type: ignore[arg-type]  # a class at run time
    return Member(
        name=one.name,
        key=VERSION if is_version else one.name,
        shape=_shape(annotation, f"{kind.__name__}.{one.name}", trail),
        required=default is attrs.NOTHING or is_version,
        default=attrs.NOTHING if kept else default,
        check=one.metadata.get(CHECK),
    )


def read_annotation(annotation: object) -> Shape:
    """
    Give the shape of a type, `None` in a union left aside.

    Raises:
        PluginError: `bad-plugin` when it does not travel.
    """
    return _shape(annotation, "a value", ())


def _shape(annotation: object, where: str, trail: tuple[type[Any], ...]) -> Shape:
    if annotation in _SCALARS:
        return Scalar(_SCALARS[annotation])
    if annotation in _FAMILIES:
        return Plugin(_FAMILIES[annotation])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _union([one for one in arguments if one is not NoneType], where, trail)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return Many(_shape(arguments[0], where, trail))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Word(annotation)
    if isinstance(annotation, type) and attrs.has(annotation) and annotation is not Tambahan:
        return _record(annotation, trail)
    raise _unfit(where, annotation)


def _union(kinds: list[Any], where: str, trail: tuple[type[Any], ...]) -> Shape:
    if len(kinds) == 1:
        return _shape(kinds[0], where, trail)
    shapes = [_shape(kind, where, trail) for kind in kinds]
    records = [one for one in shapes if isinstance(one, Record) and one.tag is not None]
    if shapes[0] != Scalar(Kind.ANGKA) or len(records) != len(shapes) - 1:
        raise _unfit(where, cast("object", Union[tuple(kinds)]))  # noqa: UP007 - of a list
    return OneOf(records=tuple(records))


def _unfit(where: str, annotation: object) -> PluginError:
    return PluginError(
        "bad-plugin",
        found=f"{where} of type {quote(str(annotation))}",
        expected="fields of types that travel in a document",
        repair="use str, int, bool, Angka, Satuan, Periode, date, an Enum or a tuple of these",
    )


def as_object(value: object) -> dict[str, object] | None:
    """Take an object of JSON; None for anything else."""
    return cast("dict[str, object]", value) if value.__class__ is dict else None


def as_array(value: object) -> list[object] | None:
    """Take an array of JSON; None for anything else."""
    return cast("list[object]", value) if value.__class__ is list else None


def walk_inside(value: object) -> list[tuple[str | int, object]]:
    """Give what an object or array holds, each with its key or position."""
    found = as_object(value)
    return list(enumerate(as_array(value) or ()) if found is None else found.items())
