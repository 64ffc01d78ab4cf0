"""Registries: which class stands behind a tag."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar, cast

import attrs
import pytest

from iku.errors import CODES, IkuError
from iku.formula import Persentase, Registry, registry
from iku.formula.plugins import is_vendor_tag
from iku.tree import Variable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iku.tree import Expression
    from iku.typing import Formula

PLUGIN = """
from typing import ClassVar

import attrs

from iku.tree import Variable


@attrs.frozen
class Good:
    tipe: ClassVar[str] = "kota-x:baik/1"
    variables = ("A",)

    def lower(self):
        return Variable("A")


@attrs.frozen
class Misnamed:
    tipe: ClassVar[str] = "kota-x:lain/1"
    variables = ()

    def lower(self):
        return Variable("A")


anything = 5
"""
ENTRY_POINTS = """
[iku.formula]
kota-x:baik/1 = {module}:Good
kota-x:salah/1 = {module}:Misnamed
kota-x:hilang/1 = {module}_hilang:Good
kota-x:tiada/1 = {module}:Tiada
kota-x:angka/1 = {module}:anything
kota-x:dua/1 = {module}:Good
tanpa-vendor = {module}:Good
"""


@attrs.frozen
class Mine:
    """A formula of the kind a program registers itself."""

    tipe: ClassVar[str] = "uji:punyaku/1"

    @property
    def variables(self) -> tuple[str, ...]:
        """One."""
        return ("A",)

    def lower(self) -> Expression:
        """Itself."""
        return Variable("A")


def _make(**changes: object) -> type[Formula]:
    """Make a class like `Mine` with other members; None leaves one out."""
    members: dict[str, object] = {"tipe": "uji:lain/1", "variables": (), "lower": Mine.lower}
    members |= changes
    made = type("Lain", (), {name: value for name, value in members.items() if value is not None})
    return cast("type[Formula]", attrs.frozen(made))


@pytest.fixture(name="own")
def _own() -> Registry[Formula]:
    return Registry(
        what="formula",
        group="iku.formula",
        members=("variables", "lower"),
        builtin=(Persentase,),
    )


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install a distribution with entry points into a folder of this test."""
    module = "iku_uji_plugin"
    (tmp_path / f"{module}.py").write_text(PLUGIN, encoding="utf-8")
    for name, entries in (
        ("iku_uji", ENTRY_POINTS.format(module=module)),
        ("iku_uji_lagi", f"[iku.formula]\nkota-x:dua/1 = {module}:Misnamed\n"),
    ):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delitem(sys.modules, module, raising=False)
    return module


def _refused(make: Callable[[], object]) -> IkuError:
    with pytest.raises(IkuError) as caught:
        make()
    assert caught.value.code in CODES
    return caught.value


class TestTags:
    """A tag is a plain word of ours or `vendor:slug/1`."""

    @pytest.mark.parametrize("tag", ["a:b/1", "kota-bekasi:indeks_2/12", "1:2/3", "a:b/9999"])
    def test_vendor(self, tag: str) -> None:
        """Lower case, a vendor, a slug, a version."""
        assert is_vendor_tag(tag)

    @pytest.mark.parametrize(
        "tag",
        [
            "",
            "persentase",
            "a:b",
            "a/1",
            ":b/1",
            "a:/1",
            "a:b/0",
            "a:b/01",
            "a:b/1.0",
            "A:b/1",
            "a:b/1\n",
            "a:b/1/2",
            "a b:c/1",
            "-a:b/1",
            "os.path:join/1",
            "a:b/\u0661",
            "a" * 100_000 + ":b/1",
        ],
        ids=lambda tag: ascii(tag)[:12],
    )
    def test_not_vendor(self, tag: str) -> None:
        """Nothing else, and no Python path."""
        assert not is_vendor_tag(tag)


class TestFinding:
    """Built-in classes come first, then registered ones, then entry points."""

    def test_builtin(self, own: Registry[Formula]) -> None:
        """Ours are there from the start."""
        assert own.find("persentase") is Persentase

    def test_unknown_plain_tag_is_a_typo(self, own: Registry[Formula]) -> None:
        """It is refused with the nearest name."""
        error = _refused(lambda: own.find("persentasi"))

        assert (error.code, "'persentase'" in error.repair) == ("not-found", True)
        assert _refused(lambda: own.find("x" * 100_000)).code == "not-found"
        assert _refused(lambda: own.find("tak_dikenal")).code == "not-found"

    def test_unknown_vendor_tag_is_nothing(self, own: Registry[Formula]) -> None:
        """The document may be read without the plug-in."""
        assert own.find("kota-z:indeks/1") is None

    def test_registered(self, own: Registry[Formula]) -> None:
        """Registering works as a decorator, twice the same does nothing."""
        assert own.register(Mine) is Mine
        assert own.register(Mine) is Mine
        assert own.find("uji:punyaku/1") is Mine
        assert {"persentase", "uji:punyaku/1"} <= set(own.tags)
        assert repr(own).startswith("<registry of formula: ")

    def test_registries_are_apart(self, own: Registry[Formula]) -> None:
        """What one registers the other does not know."""
        own.register(Mine)

        assert registry.find("uji:punyaku/1") is None

    def test_threads(self, own: Registry[Formula]) -> None:
        """Of many classes under one tag exactly one stays."""
        classes = [_make() for _ in range(32)]

        def register(kind: type[Formula]) -> bool:
            try:
                own.register(kind)
            except IkuError:
                return False
            return True

        with ThreadPoolExecutor(8) as pool:
            taken = list(pool.map(register, classes))

        assert taken.count(True) == 1
        assert own.find("uji:lain/1") is classes[taken.index(True)]


class TestEntryPoints:
    """An entry point is loaded when its tag is met, not before."""

    def test_loaded_on_demand(self, own: Registry[Formula], installed: str) -> None:
        """Listing tags imports nothing."""
        assert "kota-x:baik/1" in own.tags
        assert installed not in sys.modules

        kind = own.find("kota-x:baik/1")

        assert kind is not None
        assert (kind.tipe, kind.__module__) == ("kota-x:baik/1", installed)
        assert own.find("kota-x:baik/1") is kind

    @pytest.mark.parametrize(
        ("tag", "code", "words"),
        [
            ("kota-x:salah/1", "bad-tag", "calls itself 'kota-x:lain/1'"),
            ("kota-x:hilang/1", "plugin-failed", "raised ModuleNotFoundError"),
            ("kota-x:tiada/1", "plugin-failed", "raised AttributeError"),
            ("kota-x:angka/1", "bad-plugin", "is no attrs class"),
            ("kota-x:dua/1", "duplicate-tag", " and "),
        ],
    )
    def test_broken(
        self, own: Registry[Formula], installed: str, tag: str, code: str, words: str
    ) -> None:
        """One error that names the tag and where it comes from."""
        error = _refused(lambda: own.find(tag))

        assert error.code == code
        assert tag in error.found
        assert installed in error.found
        assert words in error.found

    def test_explicit_registration_wins(self, own: Registry[Formula], installed: str) -> None:
        """Whoever registers a class decides which of two plug-ins is used."""
        chosen = own.register(_make(tipe="kota-x:dua/1"))

        assert own.find("kota-x:dua/1") is chosen
        assert installed not in sys.modules

    @pytest.mark.usefixtures("installed")
    def test_plain_words_are_ours(self, own: Registry[Formula]) -> None:
        """An entry point without vendor is never looked at."""
        assert "tanpa-vendor" not in own.tags
        assert _refused(lambda: own.find("tanpa-vendor")).code == "not-found"


class TestRefusals:
    """A class that cannot be used is refused when it is registered."""

    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (_make(tipe=None), "bad-plugin"),
            (_make(variables=None), "bad-plugin"),
            (_make(lower=None), "bad-plugin"),
            (_make(tipe="persentase"), "bad-tag"),
            (_make(tipe="iku.formula.Persentase"), "bad-tag"),
            (_make(tipe=5), "bad-tag"),
            (type("Plain", (), {"tipe": "a:b/1"}), "bad-plugin"),
            (5, "bad-plugin"),
            (Mine(), "bad-plugin"),
        ],
    )
    def test_refused(self, own: Registry[Formula], kind: object, code: str) -> None:
        """Nothing of it stays in the registry."""
        before = own.tags

        assert _refused(lambda: own.register(cast("type[Formula]", kind))).code == code
        assert own.tags == before

    def test_taken_tag(self, own: Registry[Formula]) -> None:
        """The first class stays."""
        first = own.register(_make())

        assert _refused(lambda: own.register(_make())).code == "duplicate-tag"
        assert own.find("uji:lain/1") is first
