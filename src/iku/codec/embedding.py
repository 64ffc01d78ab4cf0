"""Our classes inside other people's: hooks for any cattrs converter."""

from __future__ import annotations

from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, cast, get_args, get_origin

import attrs

from iku import domain
from iku.angka import Angka
from iku.codec._foreign import UNREAD_KINDS, Extensions, Tags
from iku.codec._loading import Loader, run_on_fresh_stack
from iku.codec._output import Plain
from iku.codec._scalars import Scalars, wrong_type
from iku.codec._shapes import TAG, Family, Plugin, read_annotation, shape_of
from iku.codec.limits import DEFAULT, Limits
from iku.domain import Ambang, BilanganJson, Dokumen, Kategori, Kosong, Rentang, Tambahan
from iku.errors import IkuError, LoadError
from iku.typing import CapaianRule, Formula

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import BaseConverter

    from iku.codec._foreign import Formulas, Rules
    from iku.codec._shapes import Shape

_WORDS: Final = tuple(
    kind for kind in vars(domain).values() if isinstance(kind, type) and issubclass(kind, Enum)
)
_VALUES: Final = frozenset({Angka, Rentang, Ambang, Kategori, Kosong})


def configure(
    converter: BaseConverter,
    *,
    limits: Limits = DEFAULT,
    registry: Formulas | None = None,
    rules: Rules | None = None,
) -> None:
    """
    Teach a cattrs converter the classes of `iku`, as strictly as `loads` knows them.

    They can then stand anywhere in the classes of an application. What is
    wrong with one is a `LoadError` with our codes; its paths begin at the
    value of `iku`, and cattrs adds where that stands. The converter's own
    settings go on holding for the application's classes.

    >>> from cattrs import Converter
    >>> from iku import Periode
    >>> converter = Converter()
    >>> configure(converter)
    >>> str(converter.structure("2023-TW2", Periode))
    '2023-TW2'
    """
    hooks = _Hooks(Loader(limits=limits, tags=Tags(registry, rules)))
    converter.register_structure_hook_factory(_is_ours, hooks.structure)
    converter.register_unstructure_hook_factory(_is_ours, hooks.unstructure)
    # cattrs looks for the base class Enum before it asks any factory.
    for kind in _WORDS:
        converter.register_structure_hook(kind, hooks.structure(kind))
        converter.register_unstructure_hook(kind, hooks.unstructure(kind))


def _is_ours(kind: Any) -> bool:  # noqa: ANN401 - any type that somebody annotates with
    """Tell whether a type is a class of the model, a kind of plug-in or a Nilai."""
    if get_origin(kind) in (Union, UnionType):
        members = set(get_args(kind)) - {NoneType}
        return len(members) > 1 and members <= _VALUES
    if kind in (Formula, CapaianRule, Angka):
        return True
    if not isinstance(kind, type) or kind is BilanganJson:
        return False
    ours = kind.__module__.startswith("iku.domain.")
    return (ours and attrs.has(kind)) or _is_plugin(kind)


def _is_plugin(kind: type) -> bool:
    return attrs.has(kind) and isinstance(getattr(kind, TAG, None), str) and hasattr(kind, "lower")


class _Hooks:
    """Makes the hooks for a type when a converter first meets it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def structure(self, kind: Any) -> Callable[[object, object], object]:  # noqa: ANN401 - as above
        """Give the function that reads values of a type."""
        if kind is Dokumen:
            return lambda raw, _: run_on_fresh_stack(lambda: self._loader.build_dokumen(raw))
        if kind is Tambahan:
            return lambda raw, _: self._read_tambahan(raw)
        shape = _shape_of(kind)
        may_be_absent = NoneType in get_args(kind)

        def read(raw: object, _: object) -> object:
            if raw is None and may_be_absent:
                return None
            return run_on_fresh_stack(lambda: self._loader.build(shape, raw))

        return read

    def _read_tambahan(self, raw: object) -> Tambahan:
        faults: list[IkuError] = []
        extensions = Extensions(Scalars(self._loader.limits), faults.append)
        made = extensions.read(raw, ())
        if faults or not isinstance(made, Tambahan):
            raise LoadError(faults or [wrong_type(raw, "an object")])
        return made

    def unstructure(self, kind: Any) -> Callable[[object], object]:  # noqa: ANN401 - as above
        """Give the function that writes values of a type."""
        if kind is Dokumen:
            return lambda value: self._write_dokumen(cast("Dokumen", value))
        plain = Plain(self._loader.tags, newer=False)
        if kind is Tambahan:
            return lambda value: plain.extension(cast("Tambahan", value), 1)
        shape = _family_of(kind) if isinstance(kind, type) and _is_plugin(kind) else _shape_of(kind)
        return lambda value: None if value is None else plain.write(shape, value)

    def _write_dokumen(self, value: Dokumen) -> object:
        plain = Plain(self._loader.tags, newer=self._loader.chain.is_newer(value.versi_format))
        return plain.write(shape_of(Dokumen), value)


def _shape_of(kind: Any) -> Shape:  # noqa: ANN401 - as above
    return _family_of(kind) if kind in UNREAD_KINDS.values() else read_annotation(kind)


def _family_of(kind: type) -> Plugin:
    return Plugin(Family.FORMULA if hasattr(kind, "variables") else Family.RULE)
