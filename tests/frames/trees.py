"""Trees and rows for the columns, drawn to hit ties, zeros and cancellation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias, TypeVar

from attrs import frozen
from hypothesis import strategies as st

from iku.angka import Angka
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Log,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Subtract,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

Row: TypeAlias = dict[str, float | None]
"""One row: a value, or none, for each of the names."""

NAMES: Final = ("A", "B", "C")
"""The columns that trees are drawn over."""

_CONSTANTS: Final = ("0", "1", "2", "9", "100", "0.111", "12.5", "-3", "1000000")
_SPECIAL: Final = (0.0, -0.0, 1.0, 100.0, 0.5, 0.125, 1e-300, 1e300, 5e-324, 0.1, 0.2, 0.3)


@frozen(kw_only=True)
class Tree:
    """A formula that is a tree and nothing else."""

    pohon: Expression

    tipe: ClassVar[str] = "uji:pohon/1"

    @property
    def variables(self) -> tuple[str, ...]:
        """All columns, whether the tree takes them or not."""
        return NAMES

    def lower(self) -> Expression:
        """Give the tree."""
        return self.pohon


def constants(*texts: str) -> st.SearchStrategy[Expression]:
    """Draw one of some constants."""
    return st.sampled_from(texts).map(lambda text: Constant(Angka(text)))


def variables() -> st.SearchStrategy[Expression]:
    """Draw one of the names."""
    return st.sampled_from(NAMES).map(Variable)


def _grow(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    quotient = st.builds(Divide, numerator=parts, denominator=parts)
    return st.one_of(
        ring(parts),
        quotient,
        quotient,
        st.builds(Power, base=parts, exponent=st.integers(-4, 4)),
        some.map(Mean),
        some.map(GeometricMean),
        parts.map(Log),
    )


def ring(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Draw an operation that whole numbers do not leave."""
    pairs = st.lists(parts, min_size=2, max_size=3).map(tuple)
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        pairs.map(Add),
        pairs.map(Multiply),
        st.builds(Subtract, left=parts, right=parts),
        parts.map(Negate),
        some.map(Minimum),
        some.map(Maximum),
    )


def trees(max_leaves: int = 6) -> st.SearchStrategy[Expression]:
    """Trees of every kind of node, over `NAMES` and constants."""
    return st.recursive(variables() | constants(*_CONSTANTS), _grow, max_leaves=max_leaves)


def numbers() -> st.SearchStrategy[float | None]:
    """Values of a column: short decimals and whole numbers, for ties; and everything else."""
    short = st.tuples(st.integers(-2000, 2000), st.integers(0, 3)).map(
        lambda drawn: drawn[0] / 10.0 ** drawn[1]
    )
    return st.one_of(short, st.none(), st.sampled_from(_SPECIAL), short, st.floats())


def rows(
    number: st.SearchStrategy[T], names: Sequence[str] = NAMES
) -> st.SearchStrategy[list[dict[str, T]]]:
    """Draw some rows."""
    row = st.fixed_dictionaries(dict.fromkeys(names, number))
    return st.lists(row, min_size=1, max_size=8)


def to_columns(drawn: Sequence[Mapping[str, T]]) -> dict[str, list[T]]:
    """Turn rows into columns."""
    return {name: [row[name] for row in drawn] for name in drawn[0]}
