"""The quick and the thorough reader are one reader in two speeds."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.codec._building import Faults
from iku.codec._foreign import Tags
from iku.codec._parsing import Duplicates, parse
from iku.codec._quick import Quick
from iku.codec._shapes import as_array, as_object, shape_of, walk_inside
from iku.codec._thorough import Thorough
from iku.codec.limits import DEFAULT
from iku.domain import Dokumen
from iku.errors import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.errors import LoadError

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

TEXT: Final = (Path(__file__).parents[1] / "corpus" / "1.0" / "lengkap.json").read_text("utf-8")
PATHS: Final[list[tuple[str | int, ...]]] = []


def paths(value: Json, location: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Walk the places of a document, the outermost left out."""
    for step, item in walk_inside(value):
        yield (*location, step)
        yield from paths(item, (*location, step))


PATHS.extend(paths(json.loads(TEXT)))

ODD_VALUES: Final[list[Any]] = [
    *(None, True, False, 0, 1, 2019, 2201, -1, 10**30, 1.5, 2019.0),
    *("", " ", "A", "5", "1,5", "2019", "2019-TW2", "%", "iku", "a\u0007", "e\u0301", "\ud800"),
    *([], [1], ["A"], [[]], {}, {"tipe": "kosong"}, {"tipe": "narasi", "teks": "A"}, {"kode": "A"}),
    *({"tipe": "persentase", "pembilang": "NTB", "penyebut": "A"}, {"x-a": 1}, {"tipe": "a:b/1"}),
]


def reach(document: Json, path: tuple[str | int, ...]) -> Json:
    """Go inward along a path, as far as it exists."""
    for step in path:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return None
    return document


@st.composite
def changed_documents(draw: st.DrawFn) -> str:
    """Change the complete document at some places."""
    document = deepcopy(json.loads(TEXT))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(PATHS))
        holder = reach(document, path[:-1])
        found, items = as_object(holder), as_array(holder)
        if found is not None:
            change_object(draw, found, str(path[-1]))
        elif items:
            items[min(int(path[-1]), len(items) - 1)] = draw(st.sampled_from(ODD_VALUES))
    return json.dumps(document)


def change_object(draw: st.DrawFn, holder: dict[str, Any], key: str) -> None:
    """Set, drop or add a key."""
    if draw(st.booleans()):
        holder[key] = draw(st.sampled_from(ODD_VALUES))
    elif draw(st.booleans()):
        holder.pop(key, None)
    else:
        holder[draw(st.sampled_from(["x-b", "b", "kode", "tipe", ""]))] = draw(
            st.sampled_from(ODD_VALUES)
        )


def read_quickly(raw: object, *, newer: bool) -> object:
    """Read with the quick reader; None for whatever stops it."""
    try:
        return Quick(DEFAULT, Tags(), newer=newer).reader(shape_of(Dokumen))(raw)
    except Exception:  # noqa: BLE001 - any exception is a refusal
        return None


def read_thoroughly(raw: object, *, newer: bool) -> tuple[object, LoadError | None]:
    """Read with the thorough reader; what it makes, or what it has found."""
    faults = Faults(DEFAULT.faults)
    made = Thorough(DEFAULT, Tags(), faults, newer=newer).read(shape_of(Dokumen), raw)
    return (None, faults.to_error(raw)) if len(faults) else (made, None)


@pytest.mark.parametrize("newer", [False, True])
class TestAgreement:
    """They accept the same documents and make the same of them."""

    def test_on_the_complete_document(self, newer: bool) -> None:
        """Every field, every kind of value."""
        raw = parse(TEXT, Duplicates().note)
        made, error = read_thoroughly(raw, newer=newer)

        assert error is None
        assert made == read_quickly(raw, newer=newer)
        assert repr(made) == repr(read_quickly(raw, newer=newer))

    @given(text=changed_documents())
    def test_on_documents_with_changes(self, newer: bool, text: str) -> None:
        """Whatever the change, both say yes or both say no."""
        raw = parse(text, Duplicates().note)
        made, error = read_thoroughly(raw, newer=newer)

        assert made == read_quickly(raw, newer=newer)
        for fault in error.faults if error else ():
            assert fault.code in CODES

    @given(
        raw=st.recursive(
            st.sampled_from(ODD_VALUES) | st.floats() | st.text(max_size=3),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["iku", "tipe", "kode", "x-a", "a"]), inner)
            ),
            max_leaves=6,
        )
    )
    def test_on_anything(self, newer: bool, raw: object) -> None:
        """No value of JSON, nor of Python, brings them apart."""
        made, error = read_thoroughly(raw, newer=newer)

        assert made == read_quickly(raw, newer=newer)
        assert (made is None) == (error is not None)
