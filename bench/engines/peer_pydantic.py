"""pydantic 2: strict models that forbid unknown fields, unions told apart by `tipe`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Union, cast

import attrs
import pydantic

from .engine import Engine
from .mirror import Field, Mirror

_CONFIG = pydantic.ConfigDict(strict=True, extra="forbid")
_TEXT = Annotated[str, pydantic.StringConstraints(pattern=r"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]


class _Models(Mirror):
    def __init__(self, number: object, one: object) -> None:
        super().__init__()
        self.number = number
        self.one = one

    def build(self, name: str, tag: str, fields: list[Field]) -> type:
        if tag:
            fields = [Field("tipe", Literal[tag], attrs.NOTHING), *fields]
        made = {
            field.name: (field.type, ... if field.default is attrs.NOTHING else field.default)
            for field in fields
        }
        model: type = pydantic.create_model(name, __config__=_CONFIG, **cast("Any", made))
        return model

    def join(self, kinds: dict[str, type], *, number: bool) -> object:
        union: Any = Union[tuple(kinds.values())]  # noqa: UP007 - of values
        if len(kinds) > 1:
            union = Annotated[union, pydantic.Field(discriminator="tipe")]
        if not number:
            return union
        # Tried in order: nearly all values are numbers.
        return Annotated[
            Union[self.number, union],  # noqa: UP007 - of values
            pydantic.Field(union_mode="left_to_right"),
        ]


def make_pydantic_text() -> Engine:
    """Make the engine that keeps a number as text and checks our grammar, as the model does."""
    return _make(_Models(_TEXT, "1"))


def make_pydantic_decimal() -> Engine:
    """Make the engine that turns a number into a Decimal, by the grammar of Python."""
    return _make(_Models(Decimal, Decimal(1)))


def _make(mirror: Mirror) -> Engine:
    adapter: pydantic.TypeAdapter[object] = pydantic.TypeAdapter(mirror.make_root())
    return Engine(
        load=adapter.validate_json,
        dump=lambda value: adapter.dump_json(value, exclude_unset=True),
    )
