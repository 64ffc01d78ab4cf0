"""Indonesian nouns, English verbs: the names of the library against its glossary."""

from __future__ import annotations

import inspect
import re
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

import attrs
import pytest

import iku
from iku.glossary import load_istilah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

NOUNS: Final = frozenset(term.istilah for term in load_istilah())

INFRASTRUCTURE: Final = frozenset({"json", "tag"})
"""English words inside names of the model: what has no Indonesian name of its own."""

VERBS: Final = frozenset(
    {
        "add", "aggregate", "apply", "blame", "bound", "build", "check", "choose", "collect",
        "compile", "complete", "compute", "configure", "convert", "diff", "dump", "dumps", "escape",
        "evaluate", "explain", "find", "fix", "fold", "format", "freeze", "from", "grade",
        "identify", "is", "lay", "list", "load", "loads", "lower", "make", "mark", "match",
        "measure", "migrate", "narrow", "normalise", "operate", "parse", "quote", "read", "refuse",
        "render", "replace", "require", "resolve", "round", "shift", "split", "take", "to", "walk",
        "wrap", "write",
    }
)  # fmt: skip
"""What a public function may begin with; a new verb is chosen, not slipped in."""

NAMED_AS_NOUN: Final = frozenset({"calendar", "json_schema"})
"""Public functions without a verb, each for a reason: what they give is what they are called."""

_CAPITAL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|[0-9]+")


def split_words(name: str) -> tuple[str, ...]:
    """
    Split a name of any style into lower-case words.

    `PerangkatDaerah`, `perangkat_daerah` and `PERANGKAT_DAERAH` are the same two.
    """
    return tuple(word.lower() for word in _CAPITAL.findall(name))


def unknown_words(name: str) -> tuple[str, ...]:
    """Name the words of `name` that belong to no noun of the glossary."""
    words = split_words(name)
    unknown: list[str] = []
    while words:
        size = next(
            (size for size in range(len(words), 0, -1) if "_".join(words[:size]) in NOUNS), 0
        )
        if not size and words[0] not in INFRASTRUCTURE:
            unknown.append(words[0])
        words = words[size or 1 :]
    return tuple(unknown)


def public_modules(*packages: str) -> Iterator[ModuleType]:
    """Import the modules of the named packages that have no underscore in their path."""
    for package in packages:
        root = import_module(f"iku.{package}")
        yield root
        for found in walk_packages(getattr(root, "__path__", []), f"{root.__name__}."):
            if "._" not in found.name:
                yield import_module(found.name)


def public_classes(*packages: str) -> dict[str, type]:
    """Collect the public classes that the named packages define."""
    return {
        f"{module.__name__}.{name}": kind
        for module in public_modules(*packages)
        for name, kind in vars(module).items()
        if inspect.isclass(kind) and not name.startswith("_") and kind.__module__ == module.__name__
    }


def names_of(kind: type) -> Iterator[str]:
    """The class itself, its public fields and, of an enumeration, its members."""
    yield kind.__name__
    if attrs.has(kind):
        yield from (one.name for one in attrs.fields(kind) if not one.name.startswith("_"))
    if issubclass(kind, Enum):
        yield from kind.__members__


MODEL: Final = {
    **public_classes("domain"),
    # In these packages only what travels in a document is a word of the model.
    **{
        name: kind
        for name, kind in public_classes("formula", "scoring").items()
        if isinstance(vars(kind).get("tipe"), str)
    },
}


class TestNouns:
    """Classes, fields, members and tags of the model are words of the glossary."""

    @pytest.mark.parametrize("kind", MODEL.values(), ids=MODEL)
    def test_names_are_glossary_nouns(self, kind: type) -> None:
        """A new noun enters the glossary in the same change."""
        unknown = {name: words for name in names_of(kind) if (words := unknown_words(name))}

        assert unknown == {}

    @pytest.mark.parametrize("kind", MODEL.values(), ids=MODEL)
    def test_collections_take_the_bare_noun(self, kind: type) -> None:
        """`tujuan.sasaran`, never with an s behind or `daftar_` before."""
        fields = attrs.fields(kind) if attrs.has(kind) else ()

        assert [one.name for one in fields if one.name.startswith("daftar_")] == []

    @pytest.mark.parametrize(
        ("name", "unknown"),
        [
            ("PerangkatDaerah", ()),
            ("sumber_data", ()),
            ("TAHUN_AKHIR", ()),
            ("unit_of_measure", ("of", "measure")),
            ("NilaiJson", ()),
            ("NilaiAKIP", ()),
        ],
    )
    def test_the_check_itself(self, name: str, unknown: tuple[str, ...]) -> None:
        """It takes glossary words in every style and finds the others."""
        assert unknown_words(name) == unknown


PACKAGES: Final = sorted(
    found.name for found in walk_packages(iku.__path__) if not found.name.startswith("_")
)


def public_functions() -> dict[str, Callable[..., object]]:
    """Collect the public functions of the library by full name."""
    return {
        f"{module.__name__}.{name}": function
        for module in public_modules(*PACKAGES)
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and not name.startswith("_")
        and function.__module__ == module.__name__
    }


FUNCTIONS: Final = public_functions()


class TestVerbs:
    """A public function begins with an English verb."""

    @pytest.mark.parametrize("path", FUNCTIONS)
    def test_function_is_named_by_what_it_does(self, path: str) -> None:
        """`compute_capaian`, `load_istilah`: verb first, then the noun."""
        name = path.rpartition(".")[2]

        assert split_words(name)[0] in VERBS or name in NAMED_AS_NOUN
