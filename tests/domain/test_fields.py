"""Every field of the model checks what it is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest

import iku
from iku import domain
from iku.domain import Asal, Rujukan, Temuan
from iku.errors import IkuError

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPLETE: Final = Path(__file__).parents[1] / "corpus" / "1.0" / "lengkap.json"


def _walk(value: object) -> Iterator[Any]:
    kind: Any = type(value)
    if isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from _walk(item)
    elif attrs.has(kind) and kind.__module__.startswith("iku.domain."):
        yield value
        for field in attrs.fields(kind):
            yield from _walk(getattr(value, field.name))


VALUES: Final[dict[type[Any], Any]] = {
    type(value): value
    for value in _walk(
        (
            iku.load(COMPLETE),
            Temuan(
                kode="IKU-B001",
                tingkat="informasi",  # type: ignore[arg-type]  # the word stands for the member
                pesan="x",
                asal=Asal(baris=1),
                rujukan=Rujukan(uraian="x"),
            ),
        )
    )
}
"""One valid value of each class."""
FIELDS: Final = [
    pytest.param(value, field.name, id=f"{kind.__name__}.{field.name}")
    for kind, value in VALUES.items()
    for field in attrs.fields(kind)
    if field.init
]


def test_every_class_is_there() -> None:
    """A class that the complete document lacks would go unchecked."""
    exported: list[Any] = [getattr(domain, name) for name in domain.__all__]
    model = {kind for kind in exported if isinstance(kind, type) and attrs.has(kind)}

    assert model - {iku.Angka} == set(VALUES)


@pytest.mark.parametrize(("value", "name"), FIELDS)
def test_a_field_refuses_what_it_does_not_take(value: object, name: str) -> None:
    """With an error that begins at the field."""
    built: Any = value

    with pytest.raises(IkuError) as caught:
        attrs.evolve(built, **{name: object()})

    assert caught.value.code in {"wrong-type", "bad-choice"}
    assert caught.value.location[0] == name
