"""The conformance kit: what a formula of others has to keep to, tested in one call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from iku.angka import Angka
from iku.errors import PluginError, quote
from iku.formula import FormulaTakDikenal, Registry
from iku.formula import registry as builtin_registry
from iku.formula.plugins import is_vendor_tag
from iku.testing._conforming import LAWS, Case, check_direction, find_unread
from iku.testing._nilai import angka
from iku.testing._plugin import build_formulas

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.typing import Formula

F = TypeVar("F", bound="Formula")

_FIGURES: Final = (
    st.integers(0, 200).map(Angka)
    | st.integers(-10, 10).map(Angka)
    | angka(max_digits=9, max_decimals=4)
)


def check_formula(
    kind: type[F],
    *,
    formulas: st.SearchStrategy[F] | None = None,
    increasing: Iterable[str] = (),
    decreasing: Iterable[str] = (),
    max_examples: int = 50,
) -> None:
    """
    Test that a class of formulas keeps to what the library expects of every formula.

    It can be registered. Its values compare, hash, copy, pickle and survive JSON.
    Lowering and evaluating are pure and exact: the same each time and under any
    decimal context of the caller. It declares the variables that it uses, and a
    unit that its tree can have. It can be written in every style.

    Values of the class are generated from the types of its fields. Where its
    constructor refuses most of those, `formulas` generates better ones.
    `increasing` and `decreasing` name fields that hold the kode of variables:
    among figures above zero, the value must not fall, or not rise, when such a
    variable becomes more.

    >>> from iku.formula import Persentase
    >>> check_formula(Persentase, increasing=["pembilang"], decreasing=["penyebut"])

    Raises:
        AssertionError: It does not keep to one of these; the message names the
            class and says which.
        PluginError: It cannot be registered (`bad-plugin`, `bad-tag`), or it
            raised or gave what is no answer (`plugin-failed`).
    """
    registry = _register(kind)
    unread: list[set[str]] = []
    strategy = build_formulas(kind) if formulas is None else formulas
    laws = (
        *LAWS,
        partial(check_direction, fields=tuple(increasing), sign=1),
        partial(check_direction, fields=tuple(decreasing), sign=-1),
    )

    @settings(
        max_examples=max_examples,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.filter_too_much,
            HealthCheck.large_base_example,
        ],
    )
    @given(strategy, st.data())
    def check(formula: F, data: st.DataObject) -> None:
        case = Case(formula, registry, lambda: data.draw(_FIGURES))
        for law in laws:
            law(case)
        unread.append(find_unread(case))

    try:
        check()
    except Unsatisfiable as error:
        message = (
            f"{kind.__name__} ({quote(kind.tipe)}): its constructor refuses what is generated from "
            "the types of its fields; give formulas=, a strategy that it takes"
        )
        raise AssertionError(message) from error
    if all(unread):
        message = f"{kind.__name__} ({quote(kind.tipe)}): it never reads all variables it declares"
        raise AssertionError(message)


def _register(kind: type[F]) -> Registry[Formula]:
    """Make a registry of the library's own formulas and this one."""
    if kind is FormulaTakDikenal:
        raise PluginError(
            "bad-plugin",
            found="FormulaTakDikenal, which keeps formulas that are not known here",
            expected="a class of formulas with a tag of its own",
            repair="give the class of the plug-in itself",
        )
    plain = (tag for tag in builtin_registry.tags if not is_vendor_tag(tag))
    own = [found for tag in plain if (found := builtin_registry.find(tag)) is not None]
    registry: Registry[Formula] = Registry(
        what="formula", group="iku.formula", members=("variables", "lower"), builtin=own
    )
    if kind not in own:
        registry.register(kind)
    return registry
