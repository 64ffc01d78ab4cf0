"""Limits: what lies on one is read, what lies beyond it is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs
import pytest

from iku.codec import Limits, loads
from iku.errors import DomainError, LoadError

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

BARE: Final = {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"}


def codes(source: str | bytes, /, **limits: int) -> list[str]:
    """Load a text and name its faults."""
    try:
        loads(source, limits=Limits(**limits))
    except LoadError as error:
        return [fault.code for fault in error.faults]
    return []


def write(**more: Json) -> str:
    """Write a small document."""
    return json.dumps({**BARE, **more}, ensure_ascii=False)


def with_angka(text: str) -> str:
    """Write a document with one number."""
    return write(
        variabel=[{"kode": "A", "nama": "A"}],
        data=[{"variabel": "A", "periode": 2019, "nilai": text}],
    )


def with_text(text: str, place: str) -> str:
    """Write a document with a text in some place."""
    if place in ("array", "formula"):
        formula = {"formula": {"tipe": "narasi", "teks": text}}
        penjelasan = formula if place == "formula" else {"penanggung_jawab": ["A", text]}
        return write(indikator=[{"kode": "A", "nama": "A", "penjelasan": [penjelasan]}])
    more: dict[str, dict[str, object]] = {
        "field": {"judul": text},
        "unit": {"variabel": [{"kode": "A", "nama": "A", "satuan": text}]},
        "extension": {"x-a": [text]},
        "key": {"x-a": {text: 1}},
    }
    return write(**more[place])


class TestDefaults:
    """The limits that hold unless a caller gives others."""

    @pytest.mark.parametrize("field", attrs.fields(Limits), ids=lambda field: field.name)
    def test_documented(self, field: attrs.Attribute[int]) -> None:
        """The table of the documentation is that of the class, ceilings included."""
        page = Path(__file__).parents[2] / "docs" / "reference" / "limits.md"
        row = re.search(
            rf"^\| `{field.name}` \| ([0-9 ]+) \| ([0-9 ]+) \|",
            page.read_text("utf-8"),
            re.MULTILINE,
        )

        assert row is not None
        default, ceiling = (int(cell.replace(" ", "")) for cell in row.groups())
        assert field.default == default
        assert getattr(Limits(**{field.name: ceiling}), field.name) == ceiling
        with pytest.raises(DomainError) as caught:
            Limits(**{field.name: ceiling + 1})
        assert (caught.value.code, caught.value.path) == ("bad-limit", f"$.{field.name}")

    @pytest.mark.parametrize("value", [0, -1, True, 2.0, "64", None])
    def test_a_limit_is_a_positive_whole_number(self, value: Json) -> None:
        """Anything else is a mistake of the caller."""
        with pytest.raises(DomainError, match="bad-limit"):
            Limits(depth=value)

    def test_years_in_the_wrong_order(self) -> None:
        """No document could be read."""
        with pytest.raises(DomainError) as caught:
            Limits(first_year=2100, last_year=2000)
        assert (caught.value.code, caught.value.path) == ("bad-limit", "$.last_year")


class TestBytes:
    """The size of the text, in bytes of UTF-8."""

    @pytest.mark.parametrize("kind", [str, str.encode])
    def test_limit(self, kind: Json) -> None:
        """A text of exactly so many bytes is read; letters beyond ASCII count their bytes."""
        text = write(judul="é☃")
        size = len(text.encode())

        assert size == len(text) + 3
        assert codes(kind(text), bytes=size + 1) == []
        assert codes(kind(text), bytes=size) == []
        assert codes(kind(text), bytes=size - 1) == ["too-large"]
        assert codes(kind(text), bytes=len(text) - 1) == ["too-large"]


class TestDepth:
    """Objects and arrays inside one another."""

    @pytest.mark.parametrize("value", ["[[[[]]]]", '{"a": [[{}]]}', "[[1], [[[2]]]]"])
    def test_limit(self, value: str) -> None:
        """The document is the first level."""
        text = write(judul="]")[:-1] + f', "x-a": {value}}}'

        assert codes(text, depth=6) == []
        assert codes(text, depth=5) == []
        assert codes(text, depth=4) == ["too-deep"]

    @pytest.mark.parametrize(
        "text",
        ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000, "[[]," * 100_000],
        ids=["arrays", "objects", "closed", "broken"],
    )
    def test_far_beyond(self, text: str) -> None:
        """However deep, it is an answer and no crash."""
        assert codes(text) == ["too-deep"]

    @pytest.mark.parametrize("text", ["]" * 100_000, "}{" * 50_000, "[}" * 50_000])
    def test_brackets_that_close_nothing(self, text: str) -> None:
        """What is not deep is a question of syntax."""
        assert codes(text) in (["bad-json"], ["too-deep"])

    @pytest.mark.parametrize(
        "words",
        ["[[[[[[[[", "]]]]]]]]", '\\"[[[[[', "\\\\", '\\\\\\"[[[[', "{[}]", '"[" : "'],
    )
    def test_brackets_in_texts_do_not_count(self, words: str) -> None:
        """Nor do quotes that are escaped."""
        assert codes(write(judul=words), depth=1) == []

    def test_brackets_in_texts_hide_nothing(self) -> None:
        """Texts that close what they did not open."""
        text = write(**{"x-a": ["]", ["]", ["]", ["]", [1, "[", "[", "[", "["]]]]]})

        assert codes(text, depth=6) == []
        assert codes(text, depth=5) == ["too-deep"]

    def test_an_extension_has_its_own_depth(self) -> None:
        """The model keeps 32 levels, whatever the limit of the text."""
        assert codes(write()[:-1] + ', "x-a": ' + "[" * 31 + "]" * 31 + "}") == []
        assert codes(write()[:-1] + ', "x-a": ' + "[" * 32 + "]" * 32 + "}") == ["too-deep"]
        assert codes(write()[:-1] + ', "x-a": ' + '{"a":' * 31 + "{}" + "}" * 32) == ["too-deep"]


class TestNodes:
    """Objects and arrays altogether."""

    def test_limit(self) -> None:
        """Texts and numbers do not count, nor brackets inside texts."""
        text = write(judul="[]{}", **{"x-a": [[1, 2], {"b": []}, "[[[["]})

        assert codes(text, nodes=6) == []
        assert codes(text, nodes=5) == []
        assert codes(text, nodes=4) == ["too-many-nodes"]

    def test_a_million_small_things(self) -> None:
        """Refused before one of them is made."""
        assert codes(write()[:-1] + ', "x-a": [' + "[]," * 1_000_000 + "1]}") == ["too-many-nodes"]


class TestText:
    """Characters of one text or key."""

    @pytest.mark.parametrize("place", ["field", "unit", "array", "formula", "extension", "key"])
    def test_limit(self, place: str) -> None:
        """Every text there is."""
        text = with_text("e" * 100, place)

        assert codes(text, text=101) == []
        assert codes(text, text=100) == []
        assert codes(text, text=99) == ["text-too-long"]

    def test_it_is_counted_as_it_stands(self) -> None:
        """Before letters and marks are put together."""
        assert codes(write(judul="e\u0301" * 50), text=100) == []
        assert codes(write(judul="e\u0301" * 50), text=99) == ["text-too-long"]


class TestNumbers:
    """Digits of a number, and those behind its point."""

    @pytest.mark.parametrize("text", ["123456", "-123456", "0.12345", "-1234.56"])
    def test_digits(self, text: str) -> None:
        """Signs and points are no digits."""
        assert codes(with_angka(text), digits=7) == []
        assert codes(with_angka(text), digits=6) == []
        assert codes(with_angka(text), digits=5) == ["number-too-long"]

    def test_decimals(self) -> None:
        """Zeros count: they say how exact the figure is."""
        assert codes(with_angka("1.500"), decimals=4) == []
        assert codes(with_angka("1.500"), decimals=3) == []
        assert codes(with_angka("1.500"), decimals=2) == ["number-too-long"]
        assert codes(with_angka("1"), decimals=0) == []

    @pytest.mark.parametrize("digits", [1_001, 1_000_000])
    def test_digits_without_end(self, digits: int) -> None:
        """As text or as number, in a field or in an extension: refused in no time."""
        assert codes(with_angka("1" * digits), text=100_000) == ["number-too-long"]
        assert codes(write()[:-1] + f', "x-a": {"1" * digits}}}') == ["number-too-long"]
        assert codes(write()[:-1] + f', "x-a": 0.{"1" * digits}}}') == ["number-too-long"]
        assert codes(write()[:-1] + f', "asal": {{"baris": {"1" * digits}}}}}') == ["wrong-type"]

    def test_numbers_of_extensions(self) -> None:
        """They are kept as text, so only their length matters."""
        assert codes(write()[:-1] + f', "x-a": {"1" * 1_000}}}') == []
        assert codes(write()[:-1] + ', "x-a": [1e400, 1e999999999, -0.0]}') == []


class TestYears:
    """Calendar years, and the years from first to last of a span."""

    @pytest.mark.parametrize("periode", [2020, "2020-S1", "2020/2020", "2020-sd-TW3"])
    def test_first_and_last(self, periode: Json) -> None:
        """Both belong to it."""
        text = write(periode=periode)

        assert codes(text, first_year=2019, last_year=2021) == []
        assert codes(text, first_year=2020, last_year=2020) == []
        assert codes(text, first_year=2021) == ["bad-periode"]
        assert codes(text, last_year=2019) == ["bad-periode"]

    def test_span(self) -> None:
        """The first and the last year are counted."""
        assert codes(write(periode="2019/2023"), span=6) == []
        assert codes(write(periode="2019/2023"), span=5) == []
        assert codes(write(periode="2019/2023"), span=4) == ["bad-periode"]
        assert codes(write(periode="2019/2118")) == []
        assert codes(write(periode="2019/2119")) == ["periode-order"]

    def test_years_of_a_plan_are_none(self) -> None:
        """They are counted from 1."""
        assert codes(write(periode="TAHUN-3"), first_year=2020, last_year=2020) == []


class TestFaults:
    """How many faults are listed."""

    @pytest.mark.parametrize(("limit", "listed"), [(6, 5), (5, 5), (4, 4), (1, 1)])
    def test_limit(self, limit: int, listed: int) -> None:
        """The others are counted."""
        with pytest.raises(LoadError) as caught:
            loads(write(misi=[1, 2, 3, 4, 5]), limits=Limits(faults=limit))

        assert len(caught.value.faults) == listed
        assert caught.value.omitted == 5 - listed

    def test_repeated_targets_end_with_the_list(self) -> None:
        """A constructor is not called again for faults that nobody lists."""
        target = {"periode": 2019, "nilai": "1"}
        text = write(indikator=[{"kode": "A", "nama": "A", "target": [target] * 50}])
        with pytest.raises(LoadError) as caught:
            loads(text, limits=Limits(faults=10))

        assert [fault.path for fault in caught.value.faults] == [
            f"$.indikator[0].target[{index}]" for index in range(1, 11)
        ]

    def test_a_hundred_thousand_faults(self) -> None:
        """They cost a count each."""
        assert len(codes(write(misi=list(range(100_000))))) == 100
