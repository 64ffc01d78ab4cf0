"""Errors are data: code, place, what was found and expected, and a way out."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.errors import (
    CODES,
    AngkaError,
    DomainError,
    FormulaError,
    FormulaSyntaxError,
    IkuError,
    NotFoundError,
    PluginError,
    format_path,
    quote,
)


def _error(kind: type[IkuError] = DomainError) -> IkuError:
    return kind("bad-text", found="x", expected="y", repair="z", location=("misi", 0))


def test_codes_are_words_with_a_meaning() -> None:
    """Small letters and hyphens, each with a sentence of its own."""
    for code, meaning in CODES.items():
        assert code.replace("-", "").isalnum()
        assert code == code.lower()
        assert meaning
    assert len(set(CODES.values())) == len(CODES)


def test_an_error_says_what_where_and_how_to_go_on() -> None:
    """The sentence is made of the fields."""
    error = _error()
    assert str(error) == "$.misi[0]: x; expected y; repair: z [bad-text]"
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("kind", [DomainError, AngkaError, FormulaError])
def test_a_wrong_type_is_said_in_one_way(kind: type[IkuError]) -> None:
    """Every kind of error says it alike; who knows better words gives them."""
    error = kind.wrong_type(0.5, "text")
    assert type(error) is kind
    assert str(error) == "$: a value of type float; expected text; repair: give text [wrong-type]"
    assert str(kind.wrong_type(5, "x", found="y", repair="z")) == (
        "$: y; expected x; repair: z [wrong-type]"
    )


def test_an_error_moves_inward_as_it_passes_outward() -> None:
    """Each value on the way adds the steps to the one inside."""
    error = _error()
    assert error.under("dokumen", 3) is error
    assert error.path == "$.dokumen[3].misi[0]"


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ((), "$"),
        (("tujuan", 0, "kode"), "$.tujuan[0].kode"),
        (("x-warna",), "$.x-warna"),
        (("versi_format",), "$.versi_format"),
        (("a b",), "$['a b']"),
        (("é",), "$['\\xe9']"),
        (("",), "$['']"),
        (("a" * 81,), f"$['{'a' * 76}...]"),
    ],
)
def test_a_place_is_a_json_path(location: tuple[str | int, ...], path: str) -> None:
    """Keys that are no plain words are quoted, and cut."""
    assert format_path(location) == path


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Rp\n1", "'Rp\\n1'"),
        ("é", "'\\xe9'"),
        ("a" * 200, "'" + "a" * 76 + "..."),
        (3, "3"),
        (True, "True"),
        (None, "None"),
        (10**30, "a long integer"),
        (-(10**30), "a long integer"),
        (1.5, "a value of type float"),
        ([1], "a value of type list"),
    ],
)
def test_a_foreign_value_is_shown_safely(value: object, shown: str) -> None:
    """Cut, in ASCII, without control characters."""
    assert quote(value) == shown


@given(st.text())
def test_whatever_is_quoted_is_short_and_plain(text: str) -> None:
    """No text can write into the log of somebody else."""
    assert len(quote(text)) <= 80
    assert quote(text).isprintable()
    assert quote(text).isascii()


@pytest.mark.parametrize(
    "error",
    [
        _error(),
        _error(AngkaError),
        _error(FormulaError),
        _error(PluginError),
        AngkaError.ambiguous("1.500", ("1500", "1.500")),
        FormulaSyntaxError.at("A +", 3, found="the end", expected="a term", repair="add one"),
        NotFoundError("Indikator", "S1,1", ["S1.1"]),
    ],
)
def test_an_error_survives_copying_and_pickling(error: IkuError) -> None:
    """Workers send them home."""
    pickled = pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the same line
    for again in (pickled, copy.deepcopy(error), copy.copy(error)):
        assert type(again) is type(error)
        assert again.__dict__ == error.__dict__
        assert str(again) == str(error)


def test_ambiguous_text_names_its_readings() -> None:
    """Nobody guesses."""
    error = AngkaError.ambiguous("1.500", ("1500", "1.500"))
    assert error.readings == ("1500", "1.500")
    assert "1500 or 1.500" in str(error)


def test_a_caret_stands_under_the_place() -> None:
    """Also in a long text, of which only the surroundings are shown."""
    source = "A + " * 50 + "é ) + B" * 20
    error = FormulaSyntaxError.at(source, 202, found="f", expected="e", repair="r")
    _, line, caret = str(error).split("\n")
    assert line[caret.index("^")] == source[202] == ")"
    assert "é" not in line


@pytest.mark.parametrize(
    ("known", "repair"),
    [
        (["persentase", "rasio"], "did you mean 'persentase'?"),
        (["a", "b"], "look at 'a', 'b'"),
        (list("abcdef"), "look at 'a', 'b', 'c', 'd', 'e', ..."),
        ([], "look at how it is filled"),
    ],
)
def test_a_name_that_is_not_there_gets_a_proposal(known: list[str], repair: str) -> None:
    """The nearest one, or a few of those there are."""
    assert NotFoundError("formula", "persentse", known).repair == repair


@pytest.mark.parametrize("name", [None, 5, (), object()])
def test_what_is_no_name_is_not_there_either(name: object) -> None:
    """Without a proposal."""
    assert NotFoundError("formula", name, ["persentase"]).repair == "look at 'persentase'"
