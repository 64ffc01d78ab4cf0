"""
The classes of the model once more, as a peer would write them.

They are derived from the annotations of the model, so every peer has the same
fields with the same defaults, and stays equal when the model grows. Left out
is what no peer has a word for: extensions (`x-`), capaian rules and formulas
of third parties. The document that is measured has none of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from iku.angka import Angka
from iku.domain import Dokumen, Periode, Satuan, Tambahan
from iku.formula import Ekspresi, Jumlah, Langsung, Narasi, Persentase, Rasio
from iku.typing import CapaianRule, Formula

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMULAS = (Persentase, Rasio, Jumlah, Ekspresi, Langsung, Narasi)
_FOREIGN = {Tambahan, CapaianRule}
_LEAVES: dict[object, object] = {Angka: None, Satuan: str, Periode: int | str}


@dataclass(frozen=True)
class Field:
    """A field of a mirrored class."""

    name: str
    """Its name, on the wire too."""
    type: object
    """Its type in the words of the peer."""
    default: object
    """Its default, or `attrs.NOTHING`."""


class Mirror(ABC):
    """Translates the classes of the model into classes of one peer."""

    number: object
    """The type that the peer reads a number as."""
    one: object
    """The number 1 of that type."""

    def __init__(self) -> None:
        self._made: dict[type, type] = {}

    def make_root(self) -> type:
        """Make the class of a whole document and all that it holds."""
        fields = [field for field in self._list_fields(Dokumen) if field.name != "versi_format"]
        version = Field("iku", Literal["1.0"], attrs.NOTHING)
        return self.build("Dokumen", "dokumen", [version, *fields])

    @abstractmethod
    def build(self, name: str, tag: str, fields: list[Field]) -> type:
        """Make a class; with a tag that is not empty, its objects carry the key `tipe`."""

    @abstractmethod
    def join(self, kinds: dict[str, type], *, number: bool) -> object:
        """Make the union of classes by their tags, with `number` that of a number and them."""

    def _list_fields(self, kind: type) -> list[Field]:
        hints = get_type_hints(kind)
        fields: list[Field] = []
        for field in attrs.fields(kind):
            hint = hints[field.name]
            if _FOREIGN.isdisjoint({hint, *get_args(hint)}):
                default = self.one if field.default == Angka("1") else field.default
                fields.append(Field(field.name, self._translate(hint), default))
        return fields

    def _translate(self, hint: object) -> object:
        if get_origin(hint) in (Union, UnionType):
            return self._translate_union(get_args(hint))
        if get_origin(hint) is tuple:
            return tuple[self._translate(get_args(hint)[0]), ...]  # type: ignore[misc]
        if hint is Formula:
            return self.join(self._mirror_tagged(FORMULAS), number=False)
        if isinstance(hint, type) and attrs.has(hint) and hint not in _LEAVES:
            return self._mirror(hint)
        return self.number if hint is Angka else _LEAVES.get(hint, hint)

    def _translate_union(self, kinds: tuple[type, ...]) -> object:
        rest = [kind for kind in kinds if kind is not NoneType]
        if len(rest) == 1:
            made = self._translate(rest[0])
        else:
            tagged = self._mirror_tagged([kind for kind in rest if kind is not Angka])
            made = self.join(tagged, number=True)
        return made if len(rest) == len(kinds) else Union[made, None]  # noqa: UP007 - of values

    def _mirror_tagged(self, kinds: Iterable[type]) -> dict[str, type]:
        return {_tag_of(kind): self._mirror(kind) for kind in kinds}

    def _mirror(self, kind: type) -> type:
        if kind not in self._made:
            self._made[kind] = self.build(kind.__name__, _tag_of(kind), self._list_fields(kind))
        return self._made[kind]


def _tag_of(kind: type) -> str:
    return getattr(kind, "tipe", "")
