"""
From text to values: identify, migrate, build.

Which format is it, step by step to the format of this library, then strictly
into values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

from attrs import field

from iku._attrs import frozen
from iku.codec._building import Faults
from iku.codec._foreign import Tags
from iku.codec._parsing import Duplicates, decode, parse
from iku.codec._quick import Quick
from iku.codec._scalars import describe
from iku.codec._shapes import TAG, VERSION, as_object, shape_of
from iku.codec._thorough import Thorough
from iku.codec.limits import DEFAULT, Limits
from iku.domain import FORMAT, Dokumen
from iku.errors import DecodeError, IkuError, LoadError, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iku.codec._shapes import Shape

T = TypeVar("T")

Migration: TypeAlias = "Callable[[dict[str, Any]], dict[str, Any]]"
"""One step: the plain document of one format becomes that of the next one."""

_FORMAT: Final = re.compile(r"(0|[1-9][0-9]{0,3}+)\.(0|[1-9][0-9]{0,3}+)")


@frozen(kw_only=True)
class Chain:
    """
    The steps from every released format to the one that is built.

    A newer minor format is left as it is: what this library does not know of
    it is kept and written back.
    """

    current: str = FORMAT
    """The format that is built."""
    steps: Mapping[str, tuple[str, Migration]] = MappingProxyType({})
    """For each older format the next one and how to get there."""

    def identify(self, raw: object) -> tuple[dict[str, Any], str]:
        """
        Recognise a plain document and say which format it has.

        Raises:
            DecodeError: `wrong-document` or `unsupported-version`.
        """
        document = as_object(raw)
        if document is None:
            raise _wrong_document(describe(raw), "an object")
        version = document.get(VERSION)
        if not isinstance(version, str):
            found = describe(version) if VERSION in document else "no version"
            wanted = f'the key "{VERSION}" with a version like "1.0"'
            raise _wrong_document(found, wanted).under(VERSION)
        if document.get(TAG) != "dokumen":
            found = describe(document[TAG]) if TAG in document else "nothing"
            raise _wrong_document(found, f'the key "{TAG}" with "dokumen"').under(TAG)
        known = version == self.current or version in self.steps or self.is_newer(version)
        if not known:
            raise DecodeError(
                "unsupported-version",
                found=f"format {quote(version)}",
                expected=f"format {self.current} or another that this library knows",
                repair="load it with a version of iku that knows the format",
                location=(VERSION,),
            )
        return document, version

    def is_newer(self, version: str) -> bool:
        """Tell whether a version is a later minor one than ours."""
        major, minor = self.current.split(".")
        found = _FORMAT.fullmatch(version)
        return found is not None and found[1] == major and int(found[2]) > int(minor)

    def migrate(self, raw: object) -> tuple[dict[str, Any], bool]:
        """
        Bring a plain document to the current format, one step at a time.

        Also says whether the format is newer than ours.

        Raises:
            DecodeError: As `identify` does, for the document or for what a
                step has made of it.
        """
        document, version = self.identify(raw)
        while version != self.current and not self.is_newer(version):
            following, step = self.steps[version]
            document, version = self.identify({**step(document), VERSION: following})
        return document, self.is_newer(version)


def _wrong_document(found: str, expected: str) -> DecodeError:
    return DecodeError(
        "wrong-document",
        found=found,
        expected=expected,
        repair="check that the file is a document of iku",
    )


CHAIN: Final = Chain()
"""The steps of this library; empty, because 1.0 is the first format."""


@frozen(kw_only=True)
class Loader:
    """Builds values of plain JSON values: under these limits, with these tags."""

    limits: Limits = DEFAULT
    """How much a document may ask."""
    tags: Tags = field(factory=Tags)
    """The classes of formulas and rules."""
    chain: Chain = CHAIN
    """The formats that are known."""

    def build(
        self,
        shape: Shape,
        raw: object,
        *,
        newer: bool = False,
        repeated: Sequence[IkuError] = (),
        again: Callable[[], object] | None = None,
    ) -> object:
        """
        Build a value; `repeated` are the faults that were found before.

        `again` gives `raw` a second time, so that the first may be used up.

        Raises:
            LoadError: All faults at once.
        """
        if not repeated:
            # Whatever stops the quick reader, the thorough one finds out what it is.
            use_up = again is not None
            try:
                return Quick(self.limits, self.tags, newer=newer, use_up=use_up).reader(shape)(raw)
            except (RecursionError, MemoryError):
                raise
            except Exception:  # noqa: BLE001, S110
                pass
            raw = raw if again is None else again()
        faults = Faults(self.limits.faults)
        for fault in repeated:
            faults.add(fault)
        made = Thorough(self.limits, self.tags, faults, newer=newer).read(shape, raw)
        if len(faults):
            raise faults.to_error(raw)
        return made

    def build_dokumen(
        self,
        raw: object,
        *,
        repeated: Sequence[IkuError] = (),
        again: Callable[[], object] | None = None,
    ) -> Dokumen:
        """
        Build a document, whatever its format; the arguments are those of `build`.

        Raises:
            LoadError: All faults at once.
        """
        try:
            current, newer = self.chain.migrate(raw)
        except DecodeError as error:
            raise LoadError([*repeated, error]) from None
        made = self.build(
            shape_of(Dokumen),
            current,
            newer=newer,
            repeated=repeated,
            again=(lambda: self.chain.migrate(again())[0]) if again else None,
        )
        return cast("Dokumen", made)

    def read(self, source: str | bytes) -> Dokumen:
        """
        Read a document from its text.

        Raises:
            LoadError: All faults at once.
        """
        duplicates = Duplicates()
        try:
            raw = parse(decode(source, self.limits), duplicates.note)
        except DecodeError as error:
            raise LoadError([error]) from None
        return self.build_dokumen(
            raw,
            repeated=duplicates.locate(raw),
            again=lambda: parse(decode(source, self.limits), dict),
        )


def run_on_fresh_stack(work: Callable[[], T]) -> T:
    """
    Do some work; if the caller has left it too little stack, do it in a thread.

    So the answer does not depend on how deep the caller is.
    """
    try:
        return work()
    except RecursionError:
        pass
    outcome: list[Callable[[], T]] = []
    thread = Thread(target=lambda: outcome.append(_capture(work)))
    thread.start()
    thread.join()
    return outcome[0]()


def _capture(work: Callable[[], T]) -> Callable[[], T]:
    """Do some work and give a function that returns or raises what it did."""
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 - it is raised again in the caller
        failure = error
    else:
        return lambda: result

    def fail() -> T:
        raise failure

    return fail
