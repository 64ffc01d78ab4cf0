"""Every value is closed: no change, no child class, nothing inside that could change."""

from __future__ import annotations

from datetime import date
from enum import Enum
from inspect import isclass
from typing import TYPE_CHECKING, cast

import attrs
import pytest
from hypothesis import given

from iku import domain, formula, scoring
from iku.angka import Angka
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.domain import Dokumen

VALUES: list[type[attrs.AttrsInstance]] = [
    found
    for module in (domain, formula, scoring)
    for name in module.__all__
    if isclass(found := getattr(module, name)) and attrs.has(found)
]


def _walk(value: object) -> Iterator[object]:
    """Give everything that can be reached from a value."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        yield found
        if isinstance(found, tuple):
            waiting.extend(cast("tuple[object, ...]", found))
        elif attrs.has(type(found)):
            kind = cast("type[attrs.AttrsInstance]", type(found))
            waiting.extend(getattr(found, field.name) for field in attrs.fields(kind))


@given(dokumen())
def test_nothing_that_can_change_is_reached_from_a_document(made: Dokumen) -> None:
    """Only values, tuples, text, whole numbers, days, members and None."""
    plain = {str, int, bool, tuple, date, type(None), Angka}
    for found in _walk(made):
        kind = type(found)
        assert kind in plain or kind in VALUES or isinstance(found, Enum)


@pytest.mark.parametrize("kind", VALUES)
def test_no_value_can_be_subclassed(kind: type) -> None:
    """Two kinds of one value could not be compared."""
    with pytest.raises(TypeError, match=f"{kind.__name__} is a value"):
        type("Child", (kind,), {})


@pytest.mark.parametrize("kind", VALUES)
def test_every_value_is_frozen_and_slotted(kind: type[attrs.AttrsInstance]) -> None:
    """No field can be set and none can be added."""
    made = object.__new__(kind)
    assert not hasattr(made, "__dict__")
    for field in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, field.name)
    with pytest.raises(AttributeError):
        made.catatan = "tambahan"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # the refusal is the point


@given(dokumen())
def test_the_picture_of_a_value_is_short(made: Dokumen) -> None:
    """A document of megabytes is not printed into a traceback."""
    assert len(repr(made)) < 4_000
