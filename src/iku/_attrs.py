"""
The one class decorator of the library, and the slot for notebook pictures.

Every value of `iku` is an attrs class with slots that cannot be changed,
cannot be subclassed and compares by content. Type checkers see plain
`attrs.frozen`, so no plug-in is needed to check code that uses the model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

import attrs

from iku.errors import IkuError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from attrs import frozen as frozen
else:

    def frozen(*, kw_only):
        """
        Make a class a value: slots, no change, no subclass, equal by content.

        `kw_only` is spelled out at each class because type checkers read it
        there: `True` for everything with more than one field, `False` for a
        wrapper around a single value.
        """

        def decorate(cls):
            cls.__repr__ = _show
            made = attrs.frozen(cls, kw_only=kw_only, repr=False, field_transformer=_install_checks)
            made.__init_subclass__ = classmethod(_refuse_subclass)
            return made

        return decorate


CHECK = "iku.check"
"""Key of the field metadata under which a field keeps the check of its value."""


def checked(check: Callable[[Any], object]) -> dict[str, object]:
    """
    Make the metadata of a field whose values pass through `check`.

    `check` returns the value to store or raises an `IkuError`, whose location
    then begins with the name of the field. It is kept in the metadata and not
    given as `converter=`, because a type checker would take the parameter type
    of the converter for the type of the field.
    """
    return {CHECK: check}


def _install_checks(_: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    return [
        field.evolve(converter=_name_faults(field.metadata[CHECK], field.name))
        if CHECK in field.metadata
        else field
        for field in fields
    ]


def _name_faults(check: Callable[[Any], object], name: str) -> Callable[[Any], object]:
    def convert(value: Any) -> object:
        try:
            return check(value)
        except IkuError as error:
            raise error.under(name) from None

    return convert


LONGEST_REPR = 2000
"""Characters of a `repr`; a document may hold megabytes."""


def _show(self: attrs.AttrsInstance) -> str:
    """Write the fields that say something, and stop when there is no room left."""
    kind = type(self)
    parts: list[str] = []
    room = LONGEST_REPR
    for attribute in attrs.fields(kind):
        value = getattr(self, attribute.name)
        if attribute.repr and value != attribute.default:
            parts.append(f"{attribute.name}={_show_value(value, room)}")
            room -= len(parts[-1]) + 2
        if room <= 0:
            parts[-1] = parts[-1][:room] + "..."
            break
    return f"{kind.__name__}({', '.join(parts)})"


def _show_value(value: object, room: int) -> str:
    if not isinstance(value, tuple):
        return repr(value)
    parts: list[str] = []
    for item in cast("tuple[object, ...]", value):
        parts.append(_show_value(item, room))
        room -= len(parts[-1]) + 2
        if room <= 0:
            break
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"


def _refuse_subclass(cls: type, **_: object) -> None:
    message = (
        f"{cls.__mro__[1].__name__} is a value and cannot be subclassed; "
        "hold one in a field of your own class instead"
    )
    raise TypeError(message)


HTML_RENDERER = ("iku.rendering", "render_html")
"""
Where `_repr_html_` finds the picture of a value.

A name and not an import: the model stands below `rendering` and must not know
it. It is looked up when a notebook first asks for a picture.
"""


def render_html(value: object) -> str:
    """Draw `value` as HTML with the function that `HTML_RENDERER` names."""
    module, name = HTML_RENDERER
    drawn: str = getattr(import_module(module), name)(value)
    return drawn
