"""The one decorator: checked fields, short pictures, and the slot for notebooks."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from attrs import Factory, field

from iku import _attrs
from iku._attrs import LONGEST_REPR, checked, frozen
from iku.angka import Angka
from iku.domain import Dokumen, Indikator, JenisDokumen, Misi
from iku.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable


def _check_even(value: int) -> int:
    if value % 2:
        raise DomainError("bad-number", found=str(value), expected="even", repair="add one")
    return value


@frozen(kw_only=True)
class Sample:
    """A value with a checked field, a plain one, a computed one and a hidden one."""

    even: int = field(metadata=checked(_check_even))
    names: tuple[str, ...] = ()
    size: int = field(default=Factory(lambda self: len(self.names), takes_self=True), init=False)
    hidden: int = field(default=7, repr=False)


def test_a_check_stores_what_it_returns_and_names_its_field() -> None:
    """The location begins with the name."""
    assert Sample(even=2).even == 2
    with pytest.raises(DomainError) as caught:
        Sample(even=3)
    assert caught.value.location == ("even",)


def test_fields_that_say_nothing_are_not_shown() -> None:
    """Defaults and fields that want no picture stay away."""
    assert repr(Sample(even=2, hidden=8)) == "Sample(even=2, size=0)"
    assert repr(Sample(even=2, names=("a",))) == "Sample(even=2, names=('a',), size=1)"
    assert repr(Sample(even=2, names=("a", "b"))) == "Sample(even=2, names=('a', 'b'), size=2)"
    assert repr(Angka("1.50")) == "Angka(teks='1.50')"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Misi(kode="M", uraian="u" * 100_000),
        lambda: Misi(
            kode="M",
            uraian="u",
            indikator=tuple(Indikator(kode=f"I{index}", nama="n" * 50) for index in range(1000)),
        ),
        lambda: Sample(even=2, names=("a" * (LONGEST_REPR - 30),)),
    ],
)
def test_a_picture_ends_where_there_is_no_room_left(make: Callable[[], object]) -> None:
    """Long text and long tuples alike."""
    shown = repr(make())
    assert LONGEST_REPR - 100 < len(shown) < LONGEST_REPR + 200


def test_a_notebook_gets_its_picture_from_the_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model knows a name and imports it when it is asked."""
    drawer = ModuleType("drawer")
    drawer.draw = lambda value: f"<b>{type(value).__name__}</b>"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # a module made for the test
    monkeypatch.setitem(sys.modules, "drawer", drawer)
    monkeypatch.setattr(_attrs, "HTML_RENDERER", ("drawer", "draw"))
    assert Dokumen(jenis=JenisDokumen.IKU, judul="j")._repr_html_() == "<b>Dokumen</b>"
    assert Indikator(kode="I", nama="n")._repr_html_() == "<b>Indikator</b>"
