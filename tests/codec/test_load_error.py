"""The error of a document: a group of its faults."""

from __future__ import annotations

import json
import pickle
import re
from copy import copy, deepcopy
from typing import TYPE_CHECKING

import pytest

from iku.codec import Limits, loads
from iku.errors import DecodeError, DomainError, IkuError, LoadError

if TYPE_CHECKING:
    from collections.abc import Callable


def send(error: LoadError) -> object:
    """Go through a pickle."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - it has pickled this itself


TWO_FAULTS = '{"iku": "1.0", "tipe": "dokumen", "jenis": 1, "judul": null}'


@pytest.fixture
def error() -> LoadError:
    """Load a document with two faults."""
    with pytest.raises(LoadError) as caught:
        loads(TWO_FAULTS)
    return caught.value


class TestLoadError:
    """One error for one document, whatever is wrong with it."""

    def test_it_is_an_error_of_the_library_and_a_group(self, error: LoadError) -> None:
        """Both ways of catching work."""
        assert isinstance(error, IkuError)
        assert isinstance(error, ExceptionGroup)
        assert (error.code, error.path, error.omitted) == ("invalid-document", "$", 0)
        assert [fault.code for fault in error.faults] == ["wrong-type", "null"]

    def test_it_says_all_on_lines_of_their_own(self, error: LoadError) -> None:
        """First how many, then each."""
        first, *lines = str(error).splitlines()

        assert first == "2 faults"
        assert [line.partition(":")[0] for line in lines] == ["$.jenis", "$.judul"]

    def test_one_fault_is_a_group_too(self) -> None:
        """Callers need one kind of `except`."""
        with pytest.raises(LoadError) as caught:
            loads("{")

        assert re.match("1 fault\n.* at line 1 column 2;", str(caught.value))
        assert len(caught.value.faults) == 1
        assert isinstance(caught.value.faults[0], DecodeError)

    def test_the_line_of_a_syntax_error(self) -> None:
        """Counted as editors count, whatever ends a line."""
        with pytest.raises(LoadError) as caught:
            loads('{\r\n"iku": "1.0"\n !}')

        assert "at line 3 column 2;" in str(caught.value)

    def test_except_star(self, error: LoadError) -> None:
        """Faults can be caught by their kind."""
        caught: list[BaseException] = []
        try:
            raise error
        except* DomainError as group:
            caught.append(group)

        assert [type(one) for one in caught] == [LoadError]

    def test_parts_of_it_are_of_its_kind(self, error: LoadError) -> None:
        """`split` and `subgroup` give the same class."""
        nulls, rest = error.split(lambda one: isinstance(one, DomainError) and one.code == "null")

        assert isinstance(nulls, LoadError)
        assert isinstance(rest, LoadError)
        assert [fault.path for fault in nulls.faults] == ["$.judul"]
        assert isinstance(error.subgroup(DomainError), LoadError)

    @pytest.mark.parametrize("clone", [copy, deepcopy, send])
    def test_it_travels(self, error: LoadError, clone: Callable[[LoadError], LoadError]) -> None:
        """Copied or sent to another process, it says the same."""
        error.omitted = 3
        other = clone(error)

        assert type(other) is LoadError
        assert str(other) == str(error)
        assert other.omitted == 3
        assert [vars(fault) for fault in other.faults] == [vars(fault) for fault in error.faults]

    def test_more_faults_than_are_listed(self) -> None:
        """The rest is counted."""
        text = TWO_FAULTS.replace("}", ', "misi": [1, 2, 3, 4, 5]}')
        with pytest.raises(LoadError) as caught:
            loads(text, limits=Limits(faults=3))

        assert re.fullmatch(r"7 faults\n(?s:.*)\nand 4 more", str(caught.value))
        assert len(caught.value.faults) == 3
        assert caught.value.omitted == 4

    def test_foreign_text_cannot_forge_lines(self) -> None:
        """Line breaks, escapes of terminals and long values are shown harmlessly, or cut."""
        key = json.dumps("a\n$.judul: fine\x1b[31m" + "b" * 10_000)
        with pytest.raises(LoadError) as caught:
            loads(
                TWO_FAULTS.replace('"judul": null', f'"judul": "A", {key}: 1').replace("1", '"iku"')
            )

        first, line = str(caught.value).splitlines()
        assert first == "1 fault"
        assert line.isprintable()
        assert len(line) <= 500

    def test_deep_paths_are_cut_in_the_sentence_only(self) -> None:
        """A program needs the whole path, a reader does not."""
        inside = '"\\u0007"'
        for _ in range(30):
            inside = '{"' + "k" * 70 + '": ' + inside + "}"
        with pytest.raises(LoadError) as caught:
            loads(
                '{"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A", "x-a": '
                + inside
                + "}"
            )
        fault = caught.value.faults[0]

        assert isinstance(fault, IkuError)
        assert len(fault.location) == 31
        assert len(fault.path) > 2000
        assert len(str(fault)) <= 500
