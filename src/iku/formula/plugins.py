"""
Registries: which class stands behind a tag on the wire.

Built-in classes come first and never change; then what a program registered
itself; then entry points, whose name is the tag and which are loaded only when
that tag is met. A tag never names a Python path.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs

from iku.errors import NotFoundError, PluginError, quote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

T = TypeVar("T")

_VENDOR_TAG: Final = re.compile(
    r"[a-z0-9][a-z0-9_-]{0,62}+:[a-z0-9][a-z0-9_-]{0,62}+/[1-9][0-9]{0,3}+"
)


def is_vendor_tag(tag: str) -> bool:
    """
    Tell whether a tag has the shape of a third party's, `vendor:slug/1`.

    >>> is_vendor_tag("kota-x:indeks/1"), is_vendor_tag("persentase")
    (True, False)
    """
    return _VENDOR_TAG.fullmatch(tag) is not None


class Registry(Generic[T]):
    """
    Classes by their tag, for one kind of plug-in.

    Looking up is safe from any thread. Registering the same class again does
    nothing; another class under a taken tag is refused.
    """

    def __init__(
        self, *, what: str, group: str, members: Iterable[str], builtin: Iterable[type[T]]
    ) -> None:
        self._what = what
        self._group = group
        self._members = tuple(members)
        self._builtin = {str(_read_tag(kind)): kind for kind in builtin}
        self._registered: dict[str, type[T]] = {}
        self._entry_points: dict[str, tuple[EntryPoint, ...]] | None = None
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<registry of {self._what}: {len(self.tags)} tags>"

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, sorted; entry points that were not loaded included."""
        return tuple(sorted({*self._builtin, *self._registered, *self._find_entry_points()}))

    def register(self, kind: type[T]) -> type[T]:
        """
        Add a class under its own `tipe`; works as a decorator.

        Raises:
            PluginError: `bad-plugin` or `bad-tag`, when the class is not what
                this registry takes; `duplicate-tag`, when its tag is taken.
        """
        tag = self._check(kind, quote(getattr(kind, "__name__", kind)))
        with self._lock:
            if self._registered.setdefault(tag, kind) is not kind:
                raise PluginError(
                    "duplicate-tag",
                    found=f"a second class for {quote(tag)}",
                    expected="one class for each tag",
                    repair="raise the number behind the slash, or register only one of them",
                )
        return kind

    def find(self, tag: str) -> type[T] | None:
        """
        Give the class behind a tag, None for a third party's that is not installed.

        Raises:
            NotFoundError: No plain tag of that name, which can only be a typo.
            PluginError: The plug-in is installed and cannot be used.
        """
        kind = self._builtin.get(tag) or self._registered.get(tag)
        if kind is not None:
            return kind
        if not is_vendor_tag(tag):
            raise NotFoundError(self._what, tag, tuple(sorted({*self._builtin, *self._registered})))
        entry_points = self._find_entry_points().get(tag)
        return None if entry_points is None else self._load(tag, entry_points)

    def _find_entry_points(self) -> dict[str, tuple[EntryPoint, ...]]:
        """Ask the installation once; a program that installs more has to start again."""
        if self._entry_points is None:
            from importlib.metadata import entry_points  # noqa: PLC0415 - slow, rarely needed

            found: dict[str, tuple[EntryPoint, ...]] = {}
            for entry_point in entry_points(group=self._group):
                if is_vendor_tag(entry_point.name):
                    found[entry_point.name] = (*found.get(entry_point.name, ()), entry_point)
            self._entry_points = found
        return self._entry_points

    def _load(self, tag: str, entry_points: tuple[EntryPoint, ...]) -> type[T]:
        named = " and ".join(quote(entry_point.value) for entry_point in entry_points)
        only, *others = entry_points
        if others:
            raise PluginError(
                "duplicate-tag",
                found=f"{quote(tag)} offered by {named}",
                expected="one plug-in for each tag",
                repair="uninstall one of them, or register the right class explicitly",
            )
        try:
            kind: type[T] = only.load()
        except (Exception, SystemExit) as error:
            raise PluginError(
                "plugin-failed",
                found=f"loading {quote(tag)} from {named} raised {type(error).__name__}",
                expected="a plug-in that can be imported",
                repair="install it again, or report the fault to its authors",
            ) from error
        own = self._check(kind, f"{quote(tag)} from {named}")
        if own != tag:
            raise PluginError(
                "bad-tag",
                found=f"{quote(tag)} from {named} calls itself {quote(own)}",
                expected="an entry point named like the tag of its class",
                repair="rename the entry point",
            )
        with self._lock:
            return self._registered.setdefault(tag, kind)

    def _check(self, kind: object, named: str) -> str:
        """Give the tag of a foreign class, if the class is what this registry takes."""
        if not isinstance(kind, type) or not attrs.has(kind):
            raise self._refuse(named, "is no attrs class")
        for member in ("tipe", *self._members):
            if not hasattr(kind, member):
                raise self._refuse(named, f"has no {member}")
        for one in attrs.fields(kind):
            check_own_name(one, named)
        tag = _read_tag(kind)
        if not isinstance(tag, str) or not is_vendor_tag(tag):
            raise PluginError(
                "bad-tag",
                found=f"{named} with the tag {quote(tag)}",
                expected="a tag like vendor:slug/1",
                repair="set tipe to your vendor name, a slug and a version number",
            )
        return tag

    def _refuse(self, named: str, fault: str) -> PluginError:
        return PluginError(
            "bad-plugin",
            found=f"{named} {fault}",
            expected=f"a frozen attrs class that is a {self._what}",
            repair=f"give it tipe and {', '.join(self._members)}; see iku.typing",
        )


def check_own_name(one: attrs.Attribute[Any], named: str) -> None:
    """
    Refuse a field that is given under another name than it has.

    Raises:
        PluginError: `bad-plugin`.
    """
    if one.init and one.alias != one.name:
        raise PluginError(
            "bad-plugin",
            found=f"{named} with the field {quote(one.name)}, which is given as {quote(one.alias)}",
            expected="fields that have one name in the class, its constructor and its JSON",
            repair="name the field without an underscore in front and without alias",
        )


def _read_tag(kind: object) -> object:
    """Read `tipe`, of which only the Protocol behind `T` knows."""
    return getattr(kind, "tipe", None)
