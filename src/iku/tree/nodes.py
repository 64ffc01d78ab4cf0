"""The nodes of the tree: values that keep within the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias, TypeGuard, cast

import attrs
from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, TEXT, TEXTS, optional
from iku.angka import Angka
from iku.errors import FormulaError
from iku.tree.limits import (
    MAXIMUM_DEPTH,
    MAXIMUM_NODES,
    check_angka,
    check_exponent,
    check_steps,
    refuse_beyond,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def _check_node(value: object) -> Expression:
    # No node has child classes, and looking a class up is quicker than asking for each.
    if value.__class__ not in _NODES:
        raise FormulaError.wrong_type(
            value, "an expression", repair='wrap it: Variable("PDRB") or Constant(Angka("100"))'
        )
    return cast("Expression", value)


def _check_terms(value: object) -> tuple[Expression, ...]:
    return _take_operands(value, 2, Add)


def _check_factors(value: object) -> tuple[Expression, ...]:
    return _take_operands(value, 2, Multiply)


def _check_operands(value: object) -> tuple[Expression, ...]:
    return _take_operands(value, 1)


def _take_operands(
    value: object, least: int, *flattened: type[Add | Multiply]
) -> tuple[Expression, ...]:
    """Take operands; an operand of a kind that is flattened gives its own in its place."""
    if not isinstance(value, tuple | list):
        raise FormulaError.wrong_type(
            value, "a tuple of expressions", repair="write the operands as (first, second)"
        )
    taken: list[Expression] = []
    for index, operand in enumerate(cast("Sequence[object]", value)):
        try:
            node = _check_node(operand)
        except FormulaError as error:
            raise error.under(index) from None
        taken.extend(node.children if isinstance(node, flattened) else (node,))
    if len(taken) < least:
        raise FormulaError(
            "too-few-operands",
            found=f"{len(taken)} operands",
            expected=f"{least} or more",
            repair="give more of them; a single term or factor needs no operation around it",
        )
    return tuple(taken)


_NODE: Final = checked(_check_node)
_OPERANDS: Final = checked(_check_operands)


@frozen(kw_only=False)
class Constant:
    """A number written in the formula; its digits are kept."""

    value: Angka = field(metadata=checked(check_angka))
    """The number."""

    size: ClassVar[int] = 1
    """Nodes in the tree."""
    depth: ClassVar[int] = 1
    """Nodes on its longest path."""
    children: ClassVar[tuple[Expression, ...]] = ()
    """None: it is a leaf."""


@frozen(kw_only=False)
class Variable:
    """A measured input, named by the kode of its Variabel."""

    kode: str = field(metadata=KODE)
    """The kode under which the data and the document know it."""

    steps: ClassVar[int] = 0
    """None back: it is of the period itself."""
    size: ClassVar[int] = 1
    """Nodes in the tree."""
    depth: ClassVar[int] = 1
    """Nodes on its longest path."""
    children: ClassVar[tuple[Expression, ...]] = ()
    """None: it is a leaf."""


@frozen(kw_only=True)
class Previous:
    """
    A measured input as it was in an earlier period of the same kind.

    >>> Previous(kode="PDRB") == Previous(kode="PDRB", steps=1)
    True
    """

    kode: str = field(metadata=KODE)
    """The kode under which the data and the document know it."""
    steps: int = field(default=1, metadata=checked(check_steps))
    """How many periods back, from 1 to 120."""

    size: ClassVar[int] = 1
    """Nodes in the tree."""
    depth: ClassVar[int] = 1
    """Nodes on its longest path."""
    children: ClassVar[tuple[Expression, ...]] = ()
    """None: it is a leaf."""


# Not our decorator: this is no value by itself, the nodes below are.
@attrs.frozen
class _Branch:
    """What every node with operands knows of its tree."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    if TYPE_CHECKING:

        @property
        def children(self) -> tuple[Expression, ...]: ...

    def __attrs_post_init__(self) -> None:
        """Measure the tree and refuse what is beyond the limits."""
        size, below = 1, 0
        for child in self.children:
            size += child.size
            below = max(below, child.depth)
        depth = below + 1
        if size > MAXIMUM_NODES:
            raise refuse_beyond("formula-too-large", f"of {size} nodes", MAXIMUM_NODES)
        if depth > MAXIMUM_DEPTH:
            raise refuse_beyond("formula-too-deep", f"{depth} nodes deep", MAXIMUM_DEPTH)
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "depth", depth)


@frozen(kw_only=False)
class Add(_Branch):
    """
    A sum of two or more terms; a sum inside a sum becomes part of it.

    >>> a, b, c = Variable("A"), Variable("B"), Variable("C")
    >>> Add((Add((a, b)), c)) == Add((a, b, c))
    True
    """

    terms: tuple[Expression, ...] = field(metadata=checked(_check_terms))
    """The terms, in the order in which they are written."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The terms."""
        return self.terms


@frozen(kw_only=False)
class Multiply(_Branch):
    """A product of two or more factors; a product inside a product becomes part of it."""

    factors: tuple[Expression, ...] = field(metadata=checked(_check_factors))
    """The factors, in the order in which they are written."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors


@frozen(kw_only=True)
class Subtract(_Branch):
    """One expression less another."""

    left: Expression = field(metadata=_NODE)
    """What is subtracted from."""
    right: Expression = field(metadata=_NODE)
    """What is subtracted."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The two operands."""
        return (self.left, self.right)


@frozen(kw_only=True)
class Divide(_Branch):
    """One expression over another."""

    numerator: Expression = field(metadata=_NODE)
    """Above the line."""
    denominator: Expression = field(metadata=_NODE)
    """Below the line; where it is zero the quotient has no value."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The two operands."""
        return (self.numerator, self.denominator)


@frozen(kw_only=True)
class Power(_Branch):
    """An expression raised to a whole constant."""

    base: Expression = field(metadata=_NODE)
    """What is raised."""
    exponent: int = field(metadata=checked(check_exponent))
    """A whole number from -64 to 64."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The base."""
        return (self.base,)


@frozen(kw_only=False)
class Negate(_Branch):
    """An expression with its sign turned."""

    operand: Expression = field(metadata=_NODE)
    """What is turned."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operand."""
        return (self.operand,)


@frozen(kw_only=False)
class Mean(_Branch):
    """The arithmetic mean of one or more expressions; a mean inside a mean stays one."""

    operands: tuple[Expression, ...] = field(metadata=_OPERANDS)
    """What is averaged."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.operands


@frozen(kw_only=False)
class GeometricMean(_Branch):
    """The geometric mean of one or more expressions; where one is negative it has no value."""

    operands: tuple[Expression, ...] = field(metadata=_OPERANDS)
    """What is averaged."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.operands


@frozen(kw_only=False)
class Minimum(_Branch):
    """The least of one or more expressions."""

    operands: tuple[Expression, ...] = field(metadata=_OPERANDS)
    """What is compared."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.operands


@frozen(kw_only=False)
class Maximum(_Branch):
    """The greatest of one or more expressions."""

    operands: tuple[Expression, ...] = field(metadata=_OPERANDS)
    """What is compared."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operands."""
        return self.operands


@frozen(kw_only=False)
class Log(_Branch):
    """The natural logarithm of an expression; where that is not positive it has no value."""

    operand: Expression = field(metadata=_NODE)
    """What the logarithm is taken of."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operand."""
        return (self.operand,)


Input: TypeAlias = Variable | Previous
"""A node that takes its value from the data."""

Operation: TypeAlias = (
    Add
    | Multiply
    | Subtract
    | Divide
    | Power
    | Negate
    | Mean
    | GeometricMean
    | Minimum
    | Maximum
    | Log
)
"""A node that computes from its children."""

Expression: TypeAlias = Constant | Input | Operation
"""Any node: a tree is its root. Each has `children`, `size` and `depth`."""

_NODES: Final = frozenset(
    {
        Constant,
        Variable,
        Previous,
        Add,
        Multiply,
        Subtract,
        Divide,
        Power,
        Negate,
        Mean,
        GeometricMean,
        Minimum,
        Maximum,
        Log,
    }
)


@frozen(kw_only=True)
class Unlowered:
    """Why a formula has no tree: nobody can compute it from variables."""

    kode: str = field(metadata=TEXT)
    """Stable name of the reason."""
    message: str = field(metadata=TEXT)
    """The reason as an Indonesian sentence."""
    variables: tuple[str, ...] = field(default=(), metadata=TEXTS)
    """Kode to blame for it, where there are any."""
    detail: str | None = field(default=None, metadata=optional(TEXT))
    """What the message names, like a source, for sentences in other languages."""


def is_expression(value: object) -> TypeGuard[Expression]:
    """Tell whether a value is a node of a tree."""
    return value.__class__ in _NODES
