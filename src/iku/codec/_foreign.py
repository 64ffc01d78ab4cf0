"""What others bring into a document: plug-ins, known by their tags, and extension keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from iku._checks import normalise_text
from iku.codec._parsing import repeated_key
from iku.codec._scalars import Constant, without_place
from iku.codec._shapes import Family, Record, as_array, as_object, shape_of
from iku.domain import BilanganJson, Tambahan
from iku.domain.tambahan import MAXIMUM_DEPTH, freeze_json
from iku.errors import (
    DecodeError,
    DomainError,
    IkuError,
    Location,
    NotFoundError,
    PluginError,
    quote,
)
from iku.formula import FormulaTakDikenal, Registry
from iku.formula import registry as formula_registry
from iku.scoring import AturanTakDikenal
from iku.scoring import registry as rule_registry
from iku.typing import CapaianRule, Formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from iku.codec._scalars import Scalars
    from iku.domain.tambahan import NilaiJson

Formulas: TypeAlias = Registry[Formula]
"""A registry of formulas."""
Rules: TypeAlias = Registry[CapaianRule]
"""A registry of capaian rules."""
Unread: TypeAlias = FormulaTakDikenal | AturanTakDikenal
"""What is kept unread, because its plug-in is missing or broken."""
UNREAD_KINDS: Final[dict[Family, type[Unread]]] = {
    Family.FORMULA: FormulaTakDikenal,
    Family.RULE: AturanTakDikenal,
}
"""The class of each family."""


class Tags:
    """The two registries that a document is read and written with."""

    def __init__(self, formulas: Formulas | None = None, rules: Rules | None = None) -> None:
        self._registries: Final[dict[Family, Registry[Any]]] = {
            Family.FORMULA: formula_registry if formulas is None else formulas,
            Family.RULE: rule_registry if rules is None else rules,
        }

    def find(self, family: Family, tag: object) -> type[Any] | None:
        """
        Give the class behind a tag, None for a third party's that is not installed.

        Raises:
            DomainError: `wrong-type` or `unknown-tag`.
            PluginError: The plug-in behind the tag cannot be used.
        """
        if not isinstance(tag, str):
            raise unknown_tag(tag, self.known(family))
        try:
            return self._registries[family].find(tag)
        except NotFoundError:
            raise unknown_tag(tag, self.known(family)) from None

    def find_shape(self, family: Family, tag: object) -> Record | Unread:
        """
        Give the shape of what stands behind a tag, or the formula or rule that is kept unread.

        That one has no content yet. Where the plug-in is installed and cannot be used,
        it says why.

        Raises:
            DomainError: `wrong-type` or `unknown-tag`.
        """
        unread = UNREAD_KINDS[family]
        try:
            kind = self.find(family, tag)
            return unread(tag=str(tag)) if kind is None else shape_of(kind)
        except PluginError as error:
            return unread(tag=str(tag), sebab=str(error))

    def check(self) -> tuple[PluginError, ...]:
        """Try every tag there is; give the error of each plug-in that cannot be used."""
        errors: list[PluginError] = []
        for family in Family:
            for tag in self.known(family):
                try:
                    shape_of(cast("type[Any]", self.find(family, tag)))
                except PluginError as error:
                    errors.append(error.under(tag))
        return tuple(errors)

    def known(self, family: Family) -> tuple[str, ...]:
        """Name the tags of a registry."""
        return self._registries[family].tags


def unknown_tag(tag: object, known: Iterable[str]) -> IkuError:
    """Make the error for a tag that nothing is known by."""
    from difflib import get_close_matches  # noqa: PLC0415 - only failures pay for it

    names = list(known)
    near = get_close_matches(tag[:40], names, n=1) if isinstance(tag, str) else []
    listed = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
    return DomainError(
        "unknown-tag",
        found=quote(tag),
        expected=f"one of {listed}",
        repair=f"did you mean {quote(near[0])}?" if near else "use one of the known tags",
        location=("tipe",),
    )


PREFIX: Final = "x-"
"""How the keys of extensions begin."""


class Extensions:
    """
    Reads the values of extension keys.

    Faults go to `report`, which raises them or collects them; where it
    returns, `None` stands in for the value.
    """

    def __init__(self, scalars: Scalars, report: Callable[[IkuError], None]) -> None:
        self._scalars = scalars
        self._report = report

    def read(self, value: object, location: Location, room: int = MAXIMUM_DEPTH - 1) -> NilaiJson:
        """Give the immutable form of a JSON value that may hold `room` levels."""
        try:
            if value.__class__ is dict or value.__class__ is list:
                return self._read_container(value, location, room)
            return self._read_leaf(value)
        except IkuError as error:
            self._report(error.under(*location))
            return None

    def _read_leaf(self, value: object) -> NilaiJson:
        if isinstance(value, str):
            return normalise_text(self._scalars.text(value))
        if isinstance(value, Constant):
            return without_place(BilanganJson, value.text)
        # A float comes only from an embedder's JSON reader; its shortest text is its value.
        if isinstance(value, float):
            return without_place(BilanganJson, repr(value))
        return freeze_json(value)

    def _read_container(self, value: object, location: Location, room: int) -> NilaiJson:
        if not room:
            raise DecodeError(
                "too-deep",
                found="an extension nested deeper",
                expected=f"at most {MAXIMUM_DEPTH} levels",
                repair="keep it in a document of its own and link to it",
            )
        found = as_object(value)
        if found is not None:
            return self.read_object(found, location, room)
        items = enumerate(as_array(value) or ())
        return tuple(self.read(item, (*location, index), room - 1) for index, item in items)

    def read_object(
        self, value: dict[str, object], location: Location, room: int = MAXIMUM_DEPTH
    ) -> Tambahan:
        """Give the immutable form of an object that may be `room` levels deep."""
        pairs: dict[str, NilaiJson] = {}
        for key, item in value.items():
            place = (*location, key)
            try:
                name = normalise_text(self._scalars.text(key))
            except IkuError as error:
                self._report(error.under(*place))
                continue
            if name in pairs:
                self._report(repeated_key(name).under(*location))
            pairs[name] = self.read(item, place, room - 1)
        return Tambahan(tuple(pairs.items()))
