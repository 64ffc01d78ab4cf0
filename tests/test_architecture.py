"""Who may import whom, and what no module of the library does."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

import iku

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE: Final = Path(iku.__file__).parent

LEVELS: Final[dict[str, float]] = {
    "errors": 0,
    "_attrs": 0.1,
    "_checks": 0.2,
    "angka": 0.3,
    "tree": 0.4,
    "typing": 1,
    "glossary": 1,
    "domain": 2,
    "formula": 3,
    "scoring": 4,
    "regulations": 5,
    "codec": 6,
    "reading": 6,
    "checking": 7,
    "comparing": 7,
    "frames": 7,
    "rendering": 7,
    "writing": 7,
    "testing": 8,
    "__init__": 8.1,
    "_cli": 8.15,
    "__main__": 8.2,
}
"""Imports point to a lower number; equal numbers are siblings and never meet."""

HOMES: Final[dict[str, frozenset[str]]] = {
    "cattrs": frozenset({"codec"}),
    # Periods are counted in one place, deadlines in the other: these start on any day.
    "dateutil": frozenset({"domain.periode", "regulations.tenggat.kalender"}),
    "hypothesis": frozenset({"testing"}),
    "lxml": frozenset({"reading"}),
    "narwhals": frozenset({"frames"}),
    "openpyxl": frozenset({"reading", "writing"}),
    "pdfminer": frozenset({"reading"}),
    "pdfplumber": frozenset({"reading"}),
    "polars": frozenset({"frames"}),
}
"""Where a distribution may be imported; attrs may be imported everywhere."""

FORBIDDEN_MODULES: Final = frozenset(
    {
        "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio",
        "subprocess", "multiprocessing", "pickle", "marshal", "shelve", "ctypes",
        "xml", "ast", "code", "codeop", "runpy",
    }
)  # fmt: skip
"""Network, processes, object deserialisers, expanding XML, and compilers of text."""

FORBIDDEN_CALLS: Final = frozenset(
    {"eval", "exec", "compile", "__import__", "float", "getcontext", "setcontext", "localcontext"}
)
"""Document text never runs; numbers never pass through float or the ambient context."""

EXCEPTIONS: Final = frozenset(
    {
        # Readers, written from our classes and never from a document.
        ("codec._quick", "exec"),
        # Formulas, written from the nodes of a tree; names and numbers are bound, never written.
        ("formula.compiling", "exec"),
        # The conformance kit: formulas must pickle, and ignore the context they are computed in.
        ("testing._conforming", "pickle"),
        ("testing._conforming", "localcontext"),
    }
)
"""The few places that may, each for its reason."""


class Import(NamedTuple):
    """One imported module and the line that imports it."""

    module: str
    line: int


@cache
def modules() -> dict[str, ast.Module]:
    """Parse every module of the library, by dotted name below `iku`."""
    return {
        _dotted(path): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def _dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def imports(tree: ast.Module) -> Iterator[Import]:
    """Walk all imports, those under TYPE_CHECKING and inside functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            assert node.module is not None
            for alias in node.names:
                yield Import(_resolve(node.module, alias.name), node.lineno)


def _resolve(module: str, name: str) -> str:
    """Tell `from iku.domain import satuan` from `from iku.domain.satuan import Satuan`."""
    whole = f"{module}.{name}"
    return whole if whole.removeprefix("iku.") in modules() else module


def own_imports(name: str) -> Iterator[Import]:
    """Imports of `iku` modules made by module `name`, by dotted name below `iku`."""
    for module, line in imports(modules()[name]):
        if module == "iku" or module.startswith("iku."):
            yield Import(module.removeprefix("iku").removeprefix(".") or "__init__", line)


def package(name: str) -> str:
    """The first part of a dotted name: the package or the single module."""
    return name.partition(".")[0]


class TestLayers:
    """Imports point down only, siblings never."""

    @pytest.mark.parametrize("name", modules())
    def test_every_module_has_a_level(self, name: str) -> None:
        """A new package is placed before it is used."""
        assert package(name) in LEVELS

    @pytest.mark.parametrize("name", modules())
    def test_imports_point_down(self, name: str) -> None:
        """Each import goes to a lower level, or stays inside the package."""
        level = LEVELS[package(name)]
        upward = [
            f"{name}:{line} imports {module}"
            for module, line in own_imports(name)
            if package(module) != package(name) and LEVELS[package(module)] >= level
        ]

        assert upward == []

    def test_no_module_imports_itself_in_a_circle(self) -> None:
        """Inside a package, too, there is an order in which modules can be read."""
        graph = {
            name: {module for module, _ in own_imports(name) if module in modules()}
            for name in modules()
        }
        while leaves := {name for name, needed in graph.items() if not needed & graph.keys()}:
            for leaf in leaves:
                del graph[leaf]

        assert graph == {}


class TestThirdParties:
    """Each distribution has one home, and the core needs three."""

    @pytest.mark.parametrize("name", modules())
    def test_imported_only_at_home(self, name: str) -> None:
        """A distribution with a home is imported nowhere else."""
        strayed = [
            f"{name}:{line} imports {module}"
            for module, line in imports(modules()[name])
            if (homes := HOMES.get(package(module))) is not None
            and name not in homes
            and package(name) not in homes
        ]

        assert strayed == []


class TestForbidden:
    """What would let a document act, or a number drift."""

    @pytest.mark.parametrize("name", modules())
    def test_no_dangerous_module(self, name: str) -> None:
        """No network, process, object deserialiser or compiler of text."""
        found = [
            f"{name}:{line} imports {module}"
            for module, line in imports(modules()[name])
            if not FORBIDDEN_MODULES.isdisjoint({module, package(module)})
            and (name, module) not in EXCEPTIONS
        ]

        assert found == []

    @pytest.mark.parametrize("name", modules())
    def test_no_dangerous_name(self, name: str) -> None:
        """No eval, no float, no ambient decimal context, by whatever road it is reached."""
        found = [
            f"{name}:{line} uses {used}"
            for used, line in _used_names(modules()[name])
            if used in FORBIDDEN_CALLS and (name, used) not in EXCEPTIONS
        ]

        assert found == []


def _used_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Names that are called, handed over or imported; `re.compile` and names in strings are not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
            if node.func.id != "isinstance":
                yield from ((one.id, one.lineno) for one in node.args if isinstance(one, ast.Name))
        elif isinstance(node, ast.Attribute) and _base(node) in {"decimal", "builtins"}:
            yield node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module in {"decimal", "builtins"}:
            yield from ((alias.name, node.lineno) for alias in node.names)


def _base(node: ast.Attribute) -> str | None:
    return node.value.id if isinstance(node.value, ast.Name) else None


class TestSize:
    """A module that outgrows its page is split by noun."""

    @pytest.mark.parametrize(
        "path", sorted({*SOURCE.rglob("*.py")} - {SOURCE / "__init__.py"}), ids=_dotted
    )
    def test_at_most_400_lines(self, path: Path) -> None:
        """300 is the aim; 400 is where it has to be talked about. The front door is a table."""
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400

    def test_at_most_14_modules_a_package(self) -> None:
        """A package one can read in an afternoon; the model has a module per noun."""
        counted = {
            path: len(list(path.glob("*.py"))) for path in SOURCE.rglob("*") if path.is_dir()
        }
        crowded = {
            path.name: count
            for path, count in counted.items()
            if count > 14 and path.name != "domain"
        }

        assert crowded == {}
