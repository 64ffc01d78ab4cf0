"""cattrs with its ready-made JSON converter and strict hooks for what it would coerce."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Literal, Union, cast

import attrs
from cattrs.preconf.json import JsonConverter, make_converter

from .engine import Engine
from .mirror import Field, Mirror

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


class _Attrs(Mirror):
    number = Decimal
    one = Decimal(1)

    def __init__(self, converter: JsonConverter) -> None:
        super().__init__()
        self._converter = converter

    def build(self, name: str, tag: str, fields: list[Field]) -> type:
        if tag:
            fields = [Field("tipe", Literal[tag], attrs.NOTHING), *fields]
        return attrs.make_class(
            name,
            {
                field.name: attrs.field(type=cast("Any", field.type), default=field.default)
                for field in fields
            },
            frozen=True,
            slots=True,
            kw_only=True,
        )

    def join(self, kinds: dict[str, type], *, number: bool) -> object:
        union: object = Union[tuple([Decimal] * number + list(kinds.values()))]  # noqa: UP007 - of values
        hooks = {
            tag: (self._converter.get_structure_hook(kind), kind) for tag, kind in kinds.items()
        }

        def structure(value: object, _: object) -> object:
            if number and value.__class__ is str:
                return _read_number(value, Decimal)
            read, kind = hooks[cast("dict[str, str]", value)["tipe"]]
            return read(value, kind)

        for form in (union, _or_none(union)):
            self._converter.register_structure_hook(form, structure)
            self._converter.register_unstructure_hook(form, self._converter.unstructure)
        return union


def _or_none(kind: object) -> object:
    return Union[kind, None]  # noqa: UP007 - of a value


def _read_number(value: object, _: object) -> Decimal:
    if value.__class__ is not str or _NUMBER.fullmatch(str(value)) is None:
        raise ValueError(value)
    return Decimal(str(value))


def _read_period(value: object, _: object) -> object:
    if value.__class__ not in (int, str):
        raise ValueError(value)
    return value


def _take_only(value: object, kind: type) -> object:
    # Enums of words come here too, because they are text.
    if value.__class__ is not (str if issubclass(kind, str) else kind):
        raise ValueError(value)
    return value if value.__class__ is kind else kind(value)


def make_cattrs() -> Engine:
    """Make the engine that collects all faults with their paths, as cattrs does by default."""
    return _make(detailed=True)


def make_cattrs_first_fault() -> Engine:
    """Make the engine that stops at the first fault."""
    return _make(detailed=False)


def _make(*, detailed: bool) -> Engine:
    converter = make_converter(
        forbid_extra_keys=True, omit_if_default=True, detailed_validation=detailed
    )
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _take_only)
    converter.register_structure_hook(int | str, _read_period)
    converter.register_structure_hook(Decimal, _read_number)
    converter.register_unstructure_hook(Decimal, str)
    root = _Attrs(converter).make_root()
    return Engine(
        load=lambda data: converter.loads(data, root),
        dump=lambda value: converter.dumps(value, ensure_ascii=False),
    )
