"""Strategies for formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from hypothesis import strategies as st

from iku.formula import Ekspresi, FormulaTakDikenal, Langsung, Narasi
from iku.testing._named import NAMED
from iku.testing._nilai import angka
from iku.testing._text import kode, tambahan, teks

if TYPE_CHECKING:
    from iku.typing import Formula

Shape: TypeAlias = "int | str | tuple[str, Shape, Shape]"
"""An expression in which numbers stand for names: which name is decided when it is written."""

_LONGEST_CHAIN: Final = 500
"""Terms of the longest sum; with the sum itself they are within the limit of a tree."""
_LONGEST_TEXT: Final = 60_000
"""Characters of its text, well within what the grammar reads."""
_NUMBERS: Final = angka().map(lambda number: number.teks)
_SHAPES: Final[st.SearchStrategy[Shape]] = st.recursive(
    st.integers(0, 2) | _NUMBERS,
    lambda parts: st.tuples(st.sampled_from(("+", "-", "*", "/", "^")), parts, parts),
    max_leaves=6,
)
_LAST_CHANCE: Final = 15
_CHANCES: Final = st.integers(0, _LAST_CHANCE)
_EXPONENTS: Final = st.integers(-64, 64)
_UNCOMPUTED: Final[st.SearchStrategy[Formula]] = st.one_of(
    st.builds(Langsung, sumber=st.none() | teks(max_size=60)),
    st.builds(Narasi, teks=teks(max_size=200)),
    st.builds(
        FormulaTakDikenal,
        tag=st.sampled_from(("kota-x:indeks/1", "vendor:slug/1")),
        isi=tambahan(),
    ),
)
_KINDS: Final = st.sampled_from(("ekspresi", *NAMED, "tanpa"))


def _quote(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _write(shape: Shape, names: list[str], exponent: int) -> str:
    if isinstance(shape, int):
        return _quote(names[shape % len(names)])
    if isinstance(shape, str):
        return shape
    operator, left, right = shape
    if operator == "^":
        return f"({_write(left, names, exponent)})^{exponent}"
    return f"({_write(left, names, exponent)} {operator} {_write(right, names, exponent)})"


def _draw_ekspresi(draw: st.DrawFn, names: list[str]) -> Ekspresi:
    if draw(_CHANCES) == _LAST_CHANCE:
        terms = [_quote(name) for name in names]
        length = min(_LONGEST_CHAIN, _LONGEST_TEXT // (max(map(len, terms)) + 3))
        return Ekspresi(teks=" + ".join((terms * length)[:length]))
    return Ekspresi(teks=_write(draw(_SHAPES), names, draw(_EXPONENTS)))


def draw_formula(draw: st.DrawFn, names: list[str]) -> Formula:
    """Draw a formula over some of `names`, which may be none."""
    kind = draw(_KINDS) if names else "tanpa"
    if kind == "tanpa":
        return draw(_UNCOMPUTED)
    one, other = (names[draw(st.integers(0, len(names) - 1))] for _ in range(2))
    if kind in NAMED:
        return NAMED[kind](draw, (one, other))
    return _draw_ekspresi(draw, [one, other])


@st.composite
def _ekspresi(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Ekspresi:
    return _draw_ekspresi(draw, [draw(names), draw(names)])


def ekspresi(*, variabel: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Ekspresi]:
    """
    Free formulas over the kode that `variabel` gives, up to the largest sum.

    >>> from hypothesis import given
    >>> @given(ekspresi())
    ... def check_normal_form(made):
    ...     assert Ekspresi(teks=made.teks) == made
    >>> check_normal_form()
    """
    return _ekspresi(kode() if variabel is None else variabel)


@st.composite
def _formula(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Formula:
    return draw_formula(draw, [draw(names), draw(names)])


def formula(*, variabel: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Formula]:
    """
    Formulas of every kind of the library, and unknown ones of others.

    `variabel` gives the kode that they are computed from; without it any kode.

    >>> from hypothesis import given
    >>> @given(formula(variabel=st.just("PDRB")))
    ... def check_variables(made):
    ...     assert set(made.variables) <= {"PDRB"}
    >>> check_variables()
    """
    return _formula(kode() if variabel is None else variabel)
