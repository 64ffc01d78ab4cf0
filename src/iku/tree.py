"""
The expression tree: what every computable formula comes down to.

Evaluation, trace, rendering and columns are functions over these few nodes, so
a new kind of formula gets all of them by saying how it lowers. Nodes are
immutable values. Chains of additions and multiplications are one flat node,
and no tree is deeper or larger than the limits below, so comparing, hashing,
copying and pickling never recurse far, whatever the input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias, TypeGuard, TypeVar, cast

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE
from iku.angka import Angka
from iku.errors import FormulaError, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MAXIMUM_NODES: Final = 512
"""No tree has more nodes, each occurrence counted."""

MAXIMUM_DEPTH: Final = 32
"""No path from the root to a leaf has more nodes, both ends counted."""

MAXIMUM_EXPONENT: Final = 64
"""No power has an exponent further from zero."""

T = TypeVar("T")


def _check_angka(value: object) -> Angka:
    if not isinstance(value, Angka):
        raise _wrong_type(value, "an Angka", 'wrap the digits: Constant(Angka("100"))')
    return value


def _check_exponent(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MAXIMUM_EXPONENT:
        raise FormulaError(
            "bad-exponent",
            found=quote(value),
            expected=f"a whole number from -{MAXIMUM_EXPONENT} to {MAXIMUM_EXPONENT}",
            repair="write a small constant exponent, or another formula",
        )
    return value


def _check_node(value: object) -> Expression:
    if not isinstance(value, _NODES):
        raise _wrong_type(
            value, "an expression", 'wrap it: Variable("PDRB") or Constant(Angka("100"))'
        )
    return value


def _check_terms(value: object) -> tuple[Expression, ...]:
    return _flatten(value, Add)


def _check_factors(value: object) -> tuple[Expression, ...]:
    return _flatten(value, Multiply)


def _flatten(value: object, kind: type[Add | Multiply]) -> tuple[Expression, ...]:
    """Take operands, those of an operand of the same kind in its place."""
    if not isinstance(value, tuple | list):
        repair = f"write {kind.__name__}((first, second))"
        raise _wrong_type(value, "a tuple of expressions", repair)
    operands = cast("Sequence[object]", value)
    flat: list[Expression] = []
    for index, operand in enumerate(operands):
        try:
            node = _check_node(operand)
        except FormulaError as error:
            raise error.under(index) from None
        flat.extend(node.children if isinstance(node, kind) else (node,))
    if len(flat) < 2:
        raise FormulaError(
            "too-few-operands",
            found=f"{len(flat)} operands",
            expected="two or more",
            repair="a single operand needs no operation around it",
        )
    return tuple(flat)


def _wrong_type(value: object, expected: str, repair: str) -> FormulaError:
    return FormulaError("wrong-type", found=quote(value), expected=expected, repair=repair)


@frozen(kw_only=False)
class Constant:
    """A number written in the formula; its digits are kept."""

    value: Angka = field(metadata=checked(_check_angka))
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

    size: ClassVar[int] = 1
    """Nodes in the tree."""
    depth: ClassVar[int] = 1
    """Nodes on its longest path."""
    children: ClassVar[tuple[Expression, ...]] = ()
    """None: it is a leaf."""


@frozen(kw_only=False)
class Add:
    """
    A sum of two or more terms; a sum inside a sum becomes part of it.

    >>> a, b, c = Variable("A"), Variable("B"), Variable("C")
    >>> Add((Add((a, b)), c)) == Add((a, b, c))
    True
    """

    terms: tuple[Expression, ...] = field(metadata=checked(_check_terms))
    """The terms, in the order in which they are written."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The terms."""
        return self.terms


@frozen(kw_only=False)
class Multiply:
    """A product of two or more factors; a product inside a product becomes part of it."""

    factors: tuple[Expression, ...] = field(metadata=checked(_check_factors))
    """The factors, in the order in which they are written."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors


@frozen(kw_only=True)
class Subtract:
    """One expression less another."""

    left: Expression = field(metadata=checked(_check_node))
    """What is subtracted from."""
    right: Expression = field(metadata=checked(_check_node))
    """What is subtracted."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The two operands."""
        return (self.left, self.right)


@frozen(kw_only=True)
class Divide:
    """One expression over another."""

    numerator: Expression = field(metadata=checked(_check_node))
    """Above the line."""
    denominator: Expression = field(metadata=checked(_check_node))
    """Below the line; where it is zero the quotient has no value."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The two operands."""
        return (self.numerator, self.denominator)


@frozen(kw_only=True)
class Power:
    """An expression raised to a whole constant."""

    base: Expression = field(metadata=checked(_check_node))
    """What is raised."""
    exponent: int = field(metadata=checked(_check_exponent))
    """A whole number from -64 to 64."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The base."""
        return (self.base,)


@frozen(kw_only=False)
class Negate:
    """An expression with its sign turned."""

    operand: Expression = field(metadata=checked(_check_node))
    """What is turned."""

    size: int = field(init=False, eq=False, repr=False)
    """Nodes in the tree."""
    depth: int = field(init=False, eq=False, repr=False)
    """Nodes on its longest path."""

    def __attrs_post_init__(self) -> None:
        _measure(self)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The operand."""
        return (self.operand,)


Expression: TypeAlias = Constant | Variable | Add | Multiply | Subtract | Divide | Power | Negate
"""Any node: a tree is its root."""

_NODES: Final = (Constant, Variable, Add, Multiply, Subtract, Divide, Power, Negate)


@frozen(kw_only=True)
class Unlowered:
    """Why a formula has no tree: nobody can compute it from variables."""

    kode: str
    """Stable name of the reason."""
    message: str
    """The reason as an Indonesian sentence."""


def is_expression(value: object) -> TypeGuard[Expression]:
    """Tell whether a value is a node of a tree."""
    return isinstance(value, _NODES)


def walk(expression: Expression) -> Iterator[Expression]:
    """Give every node, each before its children, from left to right."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def fold(expression: Expression, combine: Callable[[Expression, tuple[T, ...]], T]) -> T:
    """
    Bring a tree to one value, from the leaves up, without recursion.

    `combine` takes a node with the values of its children. This one counts
    the leaves:

    >>> fold(Add((Variable("A"), Variable("B"))), lambda _, parts: sum(parts) or 1)
    2
    """
    values: list[T] = []
    waiting: list[tuple[Expression, bool]] = [(expression, False)]
    while waiting:
        node, ready = waiting.pop()
        if ready or not node.children:
            first = len(values) - len(node.children)
            values[first:] = [combine(node, tuple(values[first:]))]
        else:
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(node.children))
    return values[0]


def collect_variables(*expressions: Expression) -> tuple[str, ...]:
    """
    Name the variables of trees, each once, in order of appearance.

    >>> collect_variables(Divide(numerator=Variable("NTB"), denominator=Variable("PDRB")))
    ('NTB', 'PDRB')
    """
    nodes = (node for expression in expressions for node in walk(expression))
    return tuple(dict.fromkeys(node.kode for node in nodes if isinstance(node, Variable)))


def _measure(node: Expression) -> None:
    """Note how large and how deep the tree has become, within the limits."""
    children = node.children
    size = 1 + sum(child.size for child in children)
    depth = 1 + max(child.depth for child in children)
    if size > MAXIMUM_NODES:
        raise FormulaError(
            "formula-too-large",
            found=f"a formula of {size} nodes",
            expected=f"at most {MAXIMUM_NODES}",
            repair="compute a part of it as a variable of its own",
        )
    if depth > MAXIMUM_DEPTH:
        raise FormulaError(
            "formula-too-deep",
            found=f"a formula {depth} nodes deep",
            expected=f"at most {MAXIMUM_DEPTH}",
            repair="compute a part of it as a variable of its own",
        )
    object.__setattr__(node, "size", size)
    object.__setattr__(node, "depth", depth)
