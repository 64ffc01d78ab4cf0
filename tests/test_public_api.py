"""The front door: what `import iku` gives, and what it costs."""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from textwrap import dedent
from typing import TYPE_CHECKING, Final

import attrs
import pytest

import iku

if TYPE_CHECKING:
    from collections.abc import Iterator

FRONT: Final = ast.parse(Path(iku.__file__).read_text(encoding="utf-8"))
NAMES: Final = [name for name in iku.__all__ if name != "__version__"]


def static_imports() -> tuple[dict[str, str], set[str]]:
    """Names and modules that the front door shows to type checkers, with their homes."""
    names: dict[str, str] = {}
    modules: set[str] = set()
    for node in ast.walk(FRONT):
        if isinstance(node, ast.ImportFrom) and node.module == "iku":
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("iku."):
            names.update((alias.asname or alias.name, str(node.module)) for alias in node.names)
    return names, modules


def run(code: str) -> str:
    """Run `code` in a fresh interpreter and return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own code in our own interpreter
        [sys.executable, "-c", dedent(code)], capture_output=True, text=True, check=True
    )
    return done.stdout


class TestTable:
    """The three lists of the front door are one."""

    def test_all_has_no_repetition(self) -> None:
        """Each name once; the linter keeps their order."""
        assert len(set(iku.__all__)) == len(iku.__all__)

    def test_checkers_and_python_see_the_same_names(self) -> None:
        """The static imports equal the lazy table, homes included."""
        names, modules = static_imports()

        assert names == iku._HOMES
        assert modules == iku._MODULES
        assert set(NAMES) == set(names)

    def test_every_module_of_the_library_is_within_reach(self) -> None:
        """`iku.codec` works after `import iku`, with no second import."""
        public = {found.name for found in iter_modules(iku.__path__) if found.name[0] != "_"}

        assert public == iku._MODULES

    def test_dir_lists_what_there_is(self) -> None:
        """Completion in a notebook offers the public names and nothing else."""
        assert dir(iku) == sorted({*iku.__all__, *iku._MODULES})

    @pytest.mark.parametrize("name", iku.__all__)
    def test_every_name_is_there(self, name: str) -> None:
        """What `__all__` promises can be imported."""
        assert getattr(iku, name) is not None

    @pytest.mark.parametrize("name", sorted(iku._MODULES))
    def test_every_module_loads(self, name: str) -> None:
        """A module is reached through the front door."""
        assert iku._load(name) is import_module(f"iku.{name}")

    def test_version_is_that_of_the_distribution(self) -> None:
        """`iku.__version__` is asked from the metadata, not written twice."""
        from importlib.metadata import version  # noqa: PLC0415 - as the front door does

        assert iku._load("__version__") == version("iku")

    @pytest.mark.parametrize("name", NAMES)
    def test_a_name_is_that_of_its_home(self, name: str) -> None:
        """The front door invents nothing."""
        assert iku._load(name) is getattr(import_module(iku._HOMES[name]), name)

    def test_a_misspelt_name_is_an_attribute_error(self) -> None:
        """As with any module."""
        with pytest.raises(AttributeError, match="has no attribute 'Indikatr'"):
            iku._load("Indikatr")

    @pytest.mark.parametrize("name", NAMES)
    def test_no_name_hides_a_submodule(self, name: str) -> None:
        """`iku.check` and a module `iku/check.py` cannot both be had."""
        assert name not in iku._MODULES


class TestPackages:
    """The same promises one level down."""

    @pytest.mark.parametrize(
        "name", [found.name for found in walk_packages(iku.__path__, "iku.") if found.ispkg]
    )
    def test_no_exported_name_hides_a_submodule(self, name: str) -> None:
        """A package exports no function or class under the name of one of its modules."""
        package = import_module(name)
        modules = {found.name for found in iter_modules(package.__path__)}

        assert modules.isdisjoint(getattr(package, "__all__", ()))

    @pytest.mark.parametrize(
        "name", [found.name for found in walk_packages(iku.__path__, "iku.") if found.ispkg]
    )
    def test_exports_are_there_once_each(self, name: str) -> None:
        """Each package lists what it offers."""
        package = import_module(name)
        exported = list(getattr(package, "__all__", ()))

        assert len(set(exported)) == len(exported)
        assert [one for one in exported if not hasattr(package, one)] == []


class TestImport:
    """`import iku` does nothing but open the door."""

    def test_it_loads_no_dependency(self) -> None:
        """Not even attrs, until a name is used."""
        loaded = run(
            """
            import sys
            before = set(sys.modules)
            import iku
            print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
            """
        )

        assert set(loaded.split()) <= {"iku", "__future__"}

    def test_a_first_name_loads_only_what_it_needs(self) -> None:
        """A number needs no JSON converter and no calendar."""
        loaded = run("import iku, sys; iku.Angka; print(*sys.modules)").split()

        assert {"cattrs", "dateutil", "hypothesis", "iku.codec"}.isdisjoint(loaded)

    def test_it_touches_nothing_outside(self) -> None:
        """Loading every module opens no socket, starts no process, writes no file."""
        events = run(
            f"""
            import json, os, sys
            # Not ours: caches of compiled modules.
            sys.dont_write_bytecode = True
            seen = []

            def watch(event, arguments):
                if event == "open":
                    path, mode, flags = arguments
                    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
                    if set(mode or "") & set("wax+") or flags & writing:
                        seen.append(f"{{event}} {{path}} {{mode}}")
                elif event.startswith(("socket", "subprocess", "os.", "shutil", "ctypes")):
                    if event not in ("os.listdir", "os.scandir"):
                        seen.append(event)

            sys.addaudithook(watch)
            import iku
            for name in {sorted(iku._MODULES - {"testing"})!r}:
                getattr(iku, name)
            for name in iku.__all__:
                getattr(iku, name)
            print(json.dumps(seen))
            """
        )

        assert json.loads(events) == []


def documented() -> Iterator[tuple[str, object]]:
    """Walk everything public: modules, classes, functions, methods and properties."""
    for found in walk_packages(iku.__path__, "iku."):
        if "._" in found.name:
            continue
        module = import_module(found.name)
        yield found.name, module
        for name, value in vars(module).items():
            if name[0] != "_" and getattr(value, "__module__", None) == module.__name__:
                if inspect.isclass(value):
                    yield from _documented_class(f"{module.__name__}.{name}", value)
                elif inspect.isfunction(value):
                    yield f"{module.__name__}.{name}", value


def _documented_class(path: str, kind: type) -> Iterator[tuple[str, object]]:
    yield path, kind
    for name, value in vars(kind).items():
        # A classmethod holds its function.
        inner: object = getattr(value, "__func__", value)
        if name[0] != "_" and (inspect.isfunction(inner) or isinstance(inner, property)):
            yield f"{path}.{name}", inner


THINGS: Final = dict(documented())


class TestDocstrings:
    """Everything public says what it is."""

    @pytest.mark.parametrize("path", THINGS)
    def test_it_has_a_docstring(self, path: str) -> None:
        """One sentence at least, not the one attrs or enum would give."""
        thing = THINGS[path]
        text = inspect.getdoc(thing) if not inspect.isclass(thing) else vars(thing).get("__doc__")

        assert text

    @pytest.mark.parametrize(
        "path", [path for path, thing in THINGS.items() if inspect.isclass(thing)]
    )
    def test_every_field_has_a_docstring(self, path: str) -> None:
        """A string under each public field, where the reference pages find it."""
        kind = THINGS[path]
        assert inspect.isclass(kind)
        fields = attrs.fields(kind) if attrs.has(kind) else ()
        wanted = {one.name for one in fields if one.name[0] != "_" and one.init}

        assert wanted - _commented_fields(kind) == set()


def _commented_fields(kind: type) -> set[str]:
    tree = ast.parse(dedent(inspect.getsource(kind)))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    found: set[str] = set()
    for node, following in pairwise(body):
        explained = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        if explained and isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found
