"""msgspec: structs that forbid unknown fields and stay out of the garbage collector."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Union, cast

import attrs
import msgspec

from .engine import Engine
from .mirror import Field, Mirror


class _Structs(Mirror):
    number = Decimal
    one = Decimal(1)

    def build(self, name: str, tag: str, fields: list[Field]) -> type:
        made = [
            (field.name, field.type)
            if field.default is attrs.NOTHING
            else (field.name, field.type, field.default)
            for field in fields
        ]
        return msgspec.defstruct(
            name,
            cast("Any", made),
            tag=tag or None,
            tag_field="tipe" if tag else None,
            forbid_unknown_fields=True,
            omit_defaults=True,
            frozen=True,
            kw_only=True,
            gc=False,  # nothing in a document can refer back to what holds it
        )

    def join(self, kinds: dict[str, type], *, number: bool) -> object:
        return Union[tuple([Decimal] * number + list(kinds.values()))]  # noqa: UP007 - of values


def make_msgspec() -> Engine:
    """Make the engine."""
    decoder: msgspec.json.Decoder[object] = msgspec.json.Decoder(_Structs().make_root())
    return Engine(load=decoder.decode, dump=msgspec.json.Encoder().encode)
