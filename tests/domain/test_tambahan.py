"""Extensions: an immutable JSON tree that gives back what was put in."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given

from iku.domain import BilanganJson, Misi, Tambahan
from iku.domain.tambahan import MAXIMUM_DEPTH, freeze_json
from iku.errors import CODES, DomainError
from iku.testing.strategies import tambahan

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = "x-a"


def _refused(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DomainError) as caught:
        call()
    assert caught.value.code in CODES
    return caught.value.code, caught.value.path


def _nest(levels: int) -> dict[str, object]:
    """Make an object with `levels` levels, itself counted, of arrays and objects in turn."""
    value: object = "dasar"
    for level in range(levels - 1):
        value = [value] if level % 2 else {"x": value}
    return {"x-a": value}


class TestTree:
    """What came in goes out, in the order of the keys."""

    def test_numbers_keep_their_text(self) -> None:
        """Also those that Python would write otherwise."""
        made = Tambahan.from_mapping(
            {"x-b": BilanganJson("1.50"), "x-a": [1, -2, 10**30], "x-c": BilanganJson("-0")}
        )
        assert made["x-b"] == BilanganJson("1.50")
        assert list(made) == ["x-a", "x-b", "x-c"]
        assert made.to_dict() == {
            "x-a": [1, -2, 10**30],
            "x-b": BilanganJson("1.50"),
            "x-c": BilanganJson("-0"),
        }

    def test_mappings_and_sequences_of_any_class_are_taken(self) -> None:
        """They come out as objects and arrays."""
        made = Tambahan.from_mapping({"x-a": MappingProxyType({"b": (True, None, "e\u0301")})})
        assert made.to_dict() == {"x-a": {"b": [True, None, "é"]}}

    def test_the_tree_asks_like_a_mapping(self) -> None:
        """Length, membership, keys."""
        made = Tambahan.from_mapping({"x-a": 1})
        assert (len(made), "x-a" in made, "x-b" in made, list(made)) == (1, True, False, ["x-a"])
        assert not Tambahan()

    @given(tambahan())
    def test_it_is_built_again_from_what_it_gives(self, made: Tambahan) -> None:
        """`from_mapping` undoes `to_dict`."""
        again = Tambahan.from_mapping(made.to_dict())
        assert again == made
        assert hash(again) == hash(made)

    def test_the_deepest_tree_is_taken_by_every_door(self) -> None:
        """Plain values, frozen ones, and the constructor."""
        made = Tambahan.from_mapping(_nest(MAXIMUM_DEPTH))
        assert Tambahan(made.pasangan) == made
        inner = Tambahan.from_mapping(_nest(MAXIMUM_DEPTH - 1))
        assert Tambahan.from_mapping({"x-b": inner})["x-b"] is inner

    def test_depth_does_not_show(self) -> None:
        """It is counted once and is no part of the value."""
        assert repr(Tambahan((("x-a", True),))) == "Tambahan(pasangan=(('x-a', True),))"


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: Tambahan.from_mapping({"x-a": 1.5}), "wrong-type", "$.x-a"),
        (lambda: Tambahan.from_mapping({"x-a": [{"b": Decimal(1)}]}), "wrong-type", "$.x-a[0].b"),
        (lambda: Tambahan.from_mapping({"x-a": {1, 2}}), "wrong-type", "$.x-a"),
        (lambda: Tambahan.from_mapping({"x-a": ["\x00"]}), "bad-text", "$.x-a[0]"),
        (lambda: Tambahan.from_mapping({"x-a": {"\x00": 1}}), "bad-text", "$.x-a"),
        (lambda: Tambahan.from_mapping({"x-a": 10**1000}), "number-too-long", "$.x-a"),
        (lambda: Tambahan.from_mapping({"x-a": -(10**100_000)}), "number-too-long", "$.x-a"),
        (
            lambda: Tambahan.from_mapping({"x-é": 1, "x-e\u0301": 2}),
            "duplicate-key",
            "$['x-\\xe9']",
        ),
        (
            lambda: Tambahan.from_mapping({"x-a": {"é": 1, "e\u0301": 2}}),
            "duplicate-key",
            "$.x-a['\\xe9']",
        ),
        (lambda: Tambahan.from_mapping(cast("Any", {1: 2})), "wrong-type", "$"),
        (lambda: Tambahan((("x-a", 1.5),)), "wrong-type", "$.pasangan.x-a"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # the refusal is the point
        (lambda: Tambahan((("a", True), ("a", None))), "duplicate-key", "$.pasangan.a"),
        (lambda: Tambahan((cast("Any", ("a",)),)), "wrong-type", "$.pasangan"),
        (lambda: Tambahan((cast("Any", ["a", 1]),)), "wrong-type", "$.pasangan"),
        (lambda: Tambahan(ANY), "wrong-type", "$.pasangan"),
        (lambda: BilanganJson("01"), "bad-number", "$.teks"),
        (lambda: BilanganJson("1e"), "bad-number", "$.teks"),
        (lambda: BilanganJson("NaN"), "bad-number", "$.teks"),
        (lambda: BilanganJson("1\n"), "bad-number", "$.teks"),
        (lambda: BilanganJson(cast("Any", 1)), "wrong-type", "$.teks"),
        (lambda: BilanganJson("1" * 1001), "number-too-long", "$.teks"),
        (lambda: Tambahan()["x-a"], "not-found", "$"),
        (lambda: Misi(kode="M", uraian="u", tambahan=cast("Any", {})), "wrong-type", "$.tambahan"),
        (lambda: freeze_json(object(), "x-a", 0), "wrong-type", "$.x-a[0]"),
    ],
)
def test_what_is_no_extension_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and its place inside."""
    assert _refused(make) == (code, path)


@pytest.mark.parametrize("levels", [MAXIMUM_DEPTH + 1, 5000])
def test_a_deeper_tree_is_refused(levels: int) -> None:
    """Before Python runs out of stack."""
    with pytest.raises(DomainError) as caught:
        Tambahan.from_mapping(_nest(levels))
    assert caught.value.code == "too-deep"


def test_depth_is_counted_through_frozen_values() -> None:
    """Wrapping again and again does not escape the limit."""
    made = Tambahan()
    for _ in range(MAXIMUM_DEPTH - 1):
        made = Tambahan((("x", made),))
    for wrap in (
        lambda: Tambahan((("x", made),)),
        lambda: Tambahan.from_mapping({"x": made}),
        lambda: Tambahan((("x", (made,)),)),
    ):
        assert _refused(wrap)[0] == "too-deep"


def test_a_frozen_value_is_not_changed_from_outside() -> None:
    """The list that was given is copied."""
    given: list[object] = [1]
    made = Tambahan((("x-a", cast("Any", given)),))
    given.append(2)
    assert made["x-a"] == (BilanganJson("1"),)


def test_text_is_stored_in_one_spelling_by_the_constructor_too() -> None:
    """Keys and values alike."""
    assert Tambahan((("x-e\u0301", "e\u0301"),)).pasangan == (("x-é", "é"),)
