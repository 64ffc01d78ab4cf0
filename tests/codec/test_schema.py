"""The JSON Schema says what the loader says, as far as a schema can say it."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from iku.codec import dumps, json_schema, loads
from iku.codec._shapes import Kind, Many, OneOf, Record, Scalar, shape_of, walk_inside
from iku.codec.schema import _FIELDS, UNSAID
from iku.domain import FORMAT, Dokumen
from iku.errors import CODES, IkuError, LoadError
from iku.testing import strategies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.codec._shapes import Member, Shape

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

ROOT: Final = Path(__file__).parents[2]
COMMITTED: Final = ROOT / "src" / "iku" / "data" / "schema" / "dokumen-1.0.schema.json"
COMPLETE: Final = json.loads((ROOT / "tests/corpus/1.0/lengkap.json").read_text("utf-8"))
CASES: Final[list[dict[str, Any]]] = [
    json.loads(line)
    for line in Path(__file__).with_name("bad_documents.jsonl").read_text("utf-8").splitlines()
]
VALIDATOR: Final[Any] = Draft202012Validator(json_schema())

ODD_VALUES: Final[list[Any]] = [
    *(None, True, 0, 2019, 2201, -1, 1.5, 2019.0, 10**30),
    *("", " ", "\u3000", "A", "5", "-0", "1,5", "5\n", "\u0661", "1" * 35, "0." + "1" * 21),
    *("2019", "2019-TW2", "2019-B13", "2019/2024", "TAHUN-100", "TAHUN-101", "2020-02-30"),
    *([], ["A"], {}, {"tipe": "kosong"}, {"tipe": "narasi"}, {"x-a": 1}, {"tipe": "a:b/1", "c": 1}),
]


def codes_of(text: str) -> set[str]:
    """Load a text and name its faults."""
    try:
        loads(text)
    except LoadError as error:
        return {fault.code for fault in error.faults}
    return set()


def reach(document: Json, path: list[str | int]) -> Json:
    """Go inward along a path."""
    for step in path:
        document = document[step]
    return document


class TestItself:
    """A good schema, committed, for every language."""

    def test_it_is_a_schema(self) -> None:
        """By the rules of its own draft."""
        Draft202012Validator.check_schema(json_schema())

    def test_the_committed_file_is_it(self) -> None:
        """Readers in other languages take the file; make it anew with `python -m iku schema`."""
        text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"

        assert COMMITTED.read_text(encoding="utf-8") == text

    def test_patterns_mean_the_same_in_every_language(self) -> None:
        r"""`\d` takes Arabic digits in Python, and `$` lets a line break pass."""
        text = json.dumps(json_schema(), ensure_ascii=False)

        assert "\\\\d" not in text
        assert not re.search(r'\$(?!ref|defs|id|schema)(?!["/])', text.replace("#/$defs/", ""))
        assert "(?P" not in text

    def test_what_it_cannot_say_is_published(self) -> None:
        """With codes that exist, on the page of the format."""
        page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")

        assert set(UNSAID) <= set(CODES)
        assert [
            code for code, words in UNSAID.items() if f"| `{code}` | {words} |" not in page
        ] == []


class TestAgreement:
    """What is loaded is valid; what is valid is loaded, or has a fault of the published list."""

    def test_the_complete_document_is_valid(self) -> None:
        """Every field and every kind of value."""
        assert list(VALIDATOR.iter_errors(COMPLETE)) == []

    @settings(max_examples=25)
    @given(dokumen=strategies.dokumen())
    def test_every_document_is_valid(self, dokumen: Dokumen) -> None:
        """Whatever can be built, written in the format of the schema."""
        text = dumps(evolve(dokumen, versi_format=FORMAT))

        assert VALIDATOR.is_valid(json.loads(text))

    @pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
    def test_bad_documents(self, case: dict[str, Any]) -> None:
        """Refused here as there, unless nobody can say it in a schema."""
        if "text" in case:
            try:
                document = json.loads(case["text"])
            except ValueError:
                return
        else:
            document = deepcopy(COMPLETE)
            for path, value in case.get("set", []):
                reach(document, path[:-1])[path[-1]] = value
            for path in case.get("drop", []):
                del reach(document, path[:-1])[path[-1]]
        said = [code for code, _ in case["faults"] if code not in UNSAID]

        assert not said or not VALIDATOR.is_valid(document)

    @settings(max_examples=100)
    @given(data=st.data())
    def test_documents_with_a_change(self, data: st.DataObject) -> None:
        """Any value in any place."""
        document = deepcopy(COMPLETE)
        holder = document
        while True:
            step = data.draw(st.sampled_from([step for step, _ in walk_inside(holder)]))
            if not isinstance(holder[step], dict | list) or not holder[step]:
                break
            if data.draw(st.integers(0, 4)) == 0:
                break
            holder = holder[step]
        holder[step] = data.draw(st.sampled_from(ODD_VALUES))
        codes = codes_of(json.dumps(document))

        if VALIDATOR.is_valid(document):
            assert codes <= UNSAID.keys()
        else:
            assert codes


def integers(shape: Shape) -> Iterator[tuple[type, Member]]:
    """Walk the fields that hold whole numbers."""
    match shape:
        case Record():
            for member in shape.members:
                if member.shape == Scalar(Kind.INTEGER):
                    yield shape.kind, member
                yield from integers(member.shape)
        case Many():
            yield from integers(shape.item)
        case OneOf():
            for record in shape.records:
                yield from integers(record)
        case _:
            pass


class TestFields:
    """Fields that take less than their type says."""

    def test_every_whole_number_has_bounds(self) -> None:
        """A new field gets them here and in its constructor."""
        found = {(kind, member.name) for kind, member in integers(shape_of(Dokumen))}

        assert found <= set(_FIELDS)

    @pytest.mark.parametrize(
        ("kind", "member"),
        sorted(set(integers(shape_of(Dokumen))), key=str),
        ids=lambda one: getattr(one, "name", None) or one.__name__,
    )
    def test_bounds_are_those_of_the_constructor(self, kind: type, member: Member) -> None:
        """Both ends belong to it, the next number does not."""
        bounds = _FIELDS[kind, member.name]
        check = member.check
        assert check is not None

        for value in (bounds["minimum"], bounds["maximum"]):
            assert check(value) == value
        for value in (bounds["minimum"] - 1, bounds["maximum"] + 1):
            with pytest.raises(IkuError):
                check(value)
