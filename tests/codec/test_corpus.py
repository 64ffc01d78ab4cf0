"""Documents that were once written load for ever."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest

from iku.codec import dumps, load, loads
from iku.codec._foreign import Tags
from iku.codec._shapes import Many, OneOf, Plugin, Record, shape_of
from iku.domain import FORMAT, Dokumen
from iku.formula.plugins import is_vendor_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.codec._shapes import Shape

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

CORPUS: Final = Path(__file__).parents[1] / "corpus"
FILES: Final = sorted(CORPUS.glob("*/*.json"))
TAGS: Final = Tags()
NAMES: Final = [f"{path.parent.name}/{path.name}" for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
class TestReleased:
    """Each file of each format."""

    def test_it_loads(self, path: Path) -> None:
        """Migrated where it is old, it is a document."""
        assert isinstance(load(path), Dokumen)

    def test_it_is_written_back(self, path: Path) -> None:
        """A file of the current format is canonical; what an old one becomes, too."""
        text = dumps(load(path))

        assert dumps(loads(text)) == text
        if path.parent.name == FORMAT:
            assert text == path.read_text(encoding="utf-8")


def choices(shape: OneOf | Plugin) -> list[Record]:
    """Give the classes that a value may be of; of plug-ins, those of the library."""
    if isinstance(shape, OneOf):
        return list(shape.records)
    own = [tag for tag in TAGS.known(shape.family) if not is_vendor_tag(tag)]
    return [shape_of(kind) for tag in own if (kind := TAGS.find(shape.family, tag))]


def members(shape: Shape, seen: set[type]) -> Iterator[tuple[str, str]]:
    """Walk the fields of a class and of those inside it, each class once: rules hold rules."""
    match shape:
        case Record() if shape.kind not in seen:
            seen.add(shape.kind)
            for member in shape.members:
                yield shape.kind.__name__, member.key
                yield from members(member.shape, seen)
        case Many():
            yield from members(shape.item, seen)
        case OneOf() | Plugin():
            for record in choices(shape):
                yield from members(record, seen)
        case _:
            pass


def written(shape: Shape, value: Json) -> Iterator[tuple[str, str]]:
    """Walk the fields that a plain document fills."""
    match shape:
        case Record():
            for member in shape.members:
                if member.key in value:
                    yield shape.kind.__name__, member.key
                    yield from written(member.shape, value[member.key])
        case Many():
            for item in value:
                yield from written(shape.item, item)
        case OneOf() | Plugin() if isinstance(value, dict):
            for record in choices(shape):
                if record.tag == value["tipe"]:
                    yield from written(record, value)
        case _:
            pass


class TestComplete:
    """The hand-made document leaves nothing out."""

    def test_every_field_is_filled(self, complete: dict[str, Any]) -> None:
        """A new field of the model enters it, and this test says so."""
        shape = shape_of(Dokumen)

        assert set(members(shape, set())) - set(written(shape, complete)) == set()

    def test_it_is_readable(self, complete_text: str) -> None:
        """Its letters stand as they are, not as escapes, and it ends with a line break."""
        assert "–" in complete_text
        assert complete_text.endswith("}\n")
        assert json.loads(complete_text)["iku"] == FORMAT
