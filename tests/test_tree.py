"""Examples and refusals of the expression tree."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, cast

import pytest

from iku._checks import MAXIMUM_KODE
from iku.angka import Angka
from iku.errors import CODES, IkuError
from iku.tree import (
    MAXIMUM_DEPTH,
    MAXIMUM_EXPONENT,
    MAXIMUM_NODES,
    MAXIMUM_STEPS,
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
    Previous,
    Subtract,
    Unlowered,
    Variable,
    collect_inputs,
    collect_variables,
    fold,
    is_expression,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

A, B, C = Variable("A"), Variable("B"), Variable("C")
TWO = Constant(Angka("2"))
NARY = (Mean, GeometricMean, Minimum, Maximum)


def _foreign(value: object) -> Expression:
    """Pass something of a wrong type where the checkers would not let it."""
    return cast("Expression", value)


def _refused(make: Callable[[], object]) -> IkuError:
    with pytest.raises(IkuError) as caught:
        make()
    assert caught.value.code in CODES
    return caught.value


def _nest(depth: int) -> Expression:
    node: Expression = A
    for _ in range(depth - 1):
        node = Negate(node)
    return node


class TestNodes:
    """Nodes are values whose chains are flat."""

    def test_sum_in_a_sum_is_one_sum(self) -> None:
        """Where the parentheses of a sum stood does not matter."""
        assert Add((Add((A, B)), C)) == Add((A, Add((B, C)))) == Add((A, B, C))
        assert Add((A, B, C)).terms == (A, B, C)

    def test_product_in_a_product_is_one_product(self) -> None:
        """Where the parentheses of a product stood does not matter."""
        assert Multiply((Multiply((A, B)), C)) == Multiply((A, Multiply((B, C))))

    def test_sum_in_a_product_stays(self) -> None:
        """Only chains of one kind are flattened."""
        node = Multiply((Add((A, B)), C))

        assert node.factors == (Add((A, B)), C)

    @pytest.mark.parametrize("kind", NARY)
    def test_functions_keep_their_operands(
        self, kind: type[Mean | GeometricMean | Minimum | Maximum]
    ) -> None:
        """A mean of means is not the mean of all; one operand is enough."""
        inner = kind((A, B))

        assert kind((inner, C)).children == (inner, C) == kind((inner, C)).operands
        assert kind((A,)).children == (A,)
        assert len({other((A, B)) for other in NARY}) == len(NARY)

    def test_earlier_values(self) -> None:
        """One period back unless more are said; not the same as the value itself."""
        assert Previous(kode="A").steps == 1
        assert Previous(kode="A") == Previous(kode="A", steps=1) != Previous(kode="A", steps=2)
        assert (A.steps, A.children, Previous(kode="A").children) == (0, (), ())

    def test_order_and_digits_matter(self) -> None:
        """Trees are equal when they are written alike."""
        assert Add((A, B)) != Add((B, A))
        assert Constant(Angka("1.0")) != Constant(Angka("1"))
        assert len({Subtract(left=A, right=B), Divide(numerator=A, denominator=B), A}) == 3

    def test_lists_of_operands_become_tuples(self) -> None:
        """Nothing mutable stays inside."""
        node = Add(cast("tuple[Expression, ...]", [A, B]))

        assert node.terms == (A, B)
        assert isinstance(node.terms, tuple)

    @pytest.mark.parametrize(
        ("node", "size", "depth"),
        [
            (A, 1, 1),
            (TWO, 1, 1),
            (Add((A, B, C)), 4, 2),
            (Multiply((Divide(numerator=A, denominator=B), TWO)), 5, 3),
            (Subtract(left=A, right=Negate(B)), 4, 3),
            (Power(base=A, exponent=-3), 2, 2),
            (Previous(kode="A", steps=4), 1, 1),
            (Log(Log(A)), 3, 3),
            (Mean((A, Minimum((B, C)))), 5, 3),
            (GeometricMean((A,)), 2, 2),
            (Maximum((A, A, A)), 4, 2),
        ],
    )
    def test_size_and_depth(self, node: Expression, size: int, depth: int) -> None:
        """Both count every node."""
        assert (node.size, node.depth) == (size, depth)

    def test_kode_is_composed(self) -> None:
        """Two spellings of one character name one variable."""
        assert Variable("Cafe\u0301") == Variable("Caf\u00e9")

    def test_is_expression(self) -> None:
        """Only nodes are expressions."""
        assert is_expression(A)
        assert not is_expression(Unlowered(kode="narasi", message="uraian"))


class TestRefusals:
    """What cannot be a tree is refused, with the field that is wrong."""

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (lambda: Constant(cast("Angka", 2)), "wrong-type", "$.value"),
            (lambda: Variable(cast("str", 7)), "wrong-type", "$.kode"),
            (lambda: Variable(""), "bad-kode", "$.kode"),
            (lambda: Variable(" A"), "bad-kode", "$.kode"),
            (lambda: Variable("A\nB"), "bad-kode", "$.kode"),
            (lambda: Variable("A\u202eB"), "bad-text", "$.kode"),
            (lambda: Variable("\ud800"), "bad-text", "$.kode"),
            (lambda: Variable("a" * (MAXIMUM_KODE + 1)), "bad-kode", "$.kode"),
            (lambda: Variable("a" * 10_000_000), "bad-kode", "$.kode"),
            (lambda: Add(()), "too-few-operands", "$.terms"),
            (lambda: Add((A,)), "too-few-operands", "$.terms"),
            (lambda: Multiply((A,)), "too-few-operands", "$.factors"),
            (lambda: Add((A, _foreign("B"))), "wrong-type", "$.terms[1]"),
            (lambda: Multiply((_foreign(None), A)), "wrong-type", "$.factors[0]"),
            (lambda: Add(cast("tuple[Expression, ...]", "AB")), "wrong-type", "$.terms"),
            (lambda: Subtract(left=_foreign(1), right=A), "wrong-type", "$.left"),
            (lambda: Subtract(left=A, right=_foreign("B")), "wrong-type", "$.right"),
            (lambda: Divide(numerator=_foreign(1), denominator=A), "wrong-type", "$.numerator"),
            (lambda: Divide(numerator=A, denominator=_foreign(1)), "wrong-type", "$.denominator"),
            (lambda: Negate(_foreign(1)), "wrong-type", "$.operand"),
            (lambda: Power(base=_foreign(1), exponent=1), "wrong-type", "$.base"),
            (lambda: Power(base=A, exponent=65), "bad-exponent", "$.exponent"),
            (lambda: Power(base=A, exponent=-65), "bad-exponent", "$.exponent"),
            (lambda: Power(base=A, exponent=True), "bad-exponent", "$.exponent"),
            (lambda: Power(base=A, exponent=cast("int", "2")), "bad-exponent", "$.exponent"),
            (lambda: Power(base=A, exponent=9**9999), "bad-exponent", "$.exponent"),
            (lambda: Previous(kode=""), "bad-kode", "$.kode"),
            (lambda: Previous(kode="A", steps=0), "bad-steps", "$.steps"),
            (lambda: Previous(kode="A", steps=-1), "bad-steps", "$.steps"),
            (lambda: Previous(kode="A", steps=121), "bad-steps", "$.steps"),
            (lambda: Previous(kode="A", steps=True), "bad-steps", "$.steps"),
            (lambda: Previous(kode="A", steps=cast("int", "1")), "bad-steps", "$.steps"),
            (lambda: Mean(()), "too-few-operands", "$.operands"),
            (lambda: GeometricMean((A, _foreign(1))), "wrong-type", "$.operands[1]"),
            (lambda: Minimum(cast("tuple[Expression]", A)), "wrong-type", "$.operands"),
            (lambda: Maximum(()), "too-few-operands", "$.operands"),
            (lambda: Log(_foreign(2)), "wrong-type", "$.operand"),
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Each fault has its code and its place."""
        error = _refused(make)

        assert (error.code, error.path) == (code, path)

    def test_limits_are_those_of_the_format(self) -> None:
        """Documents rely on them; raising one is a change of the format."""
        assert (MAXIMUM_NODES, MAXIMUM_DEPTH, MAXIMUM_EXPONENT, MAXIMUM_KODE) == (512, 32, 64, 128)
        assert MAXIMUM_STEPS == 120

    def test_a_kode_of_the_greatest_length_is_taken(self) -> None:
        """The limit itself is allowed, and composed like any other."""
        assert len(Variable("a" * MAXIMUM_KODE).kode) == MAXIMUM_KODE
        assert Variable("a" * (MAXIMUM_KODE - 2) + "e\u0301").kode[-1] == "\u00e9"

    @pytest.mark.parametrize("exponent", [-MAXIMUM_EXPONENT, 0, MAXIMUM_EXPONENT])
    def test_exponents_up_to_the_limit_are_taken(self, exponent: int) -> None:
        """The limits themselves are allowed."""
        assert Power(base=A, exponent=exponent).exponent == exponent

    def test_steps_up_to_the_limit_are_taken(self) -> None:
        """The limit itself is allowed."""
        assert Previous(kode="A", steps=MAXIMUM_STEPS).steps == MAXIMUM_STEPS

    @pytest.mark.parametrize("kind", NARY)
    def test_node_limit_of_functions(
        self, kind: type[Mean | GeometricMean | Minimum | Maximum]
    ) -> None:
        """It is the same for every node."""
        assert kind((A,) * (MAXIMUM_NODES - 1)).size == MAXIMUM_NODES
        assert _refused(lambda: kind((A,) * MAXIMUM_NODES)).code == "formula-too-large"

    def test_node_limit(self) -> None:
        """The limit is allowed, one node more is not."""
        assert Add((A,) * (MAXIMUM_NODES - 1)).size == MAXIMUM_NODES
        assert _refused(lambda: Add((A,) * MAXIMUM_NODES)).code == "formula-too-large"

    def test_shared_nodes_count_each_time(self) -> None:
        """Doubling a node ten times does not hide a thousand nodes."""

        def double() -> None:
            node: Expression = A
            for _ in range(10):
                node = Divide(numerator=node, denominator=node)

        assert _refused(double).code == "formula-too-large"

    def test_depth_limit(self) -> None:
        """The limit is allowed, one level more is not."""
        assert _nest(MAXIMUM_DEPTH).depth == MAXIMUM_DEPTH
        assert _refused(lambda: _nest(MAXIMUM_DEPTH + 1)).code == "formula-too-deep"


class TestWalkers:
    """Walking needs no stack of calls."""

    def test_walk_gives_nodes_before_their_children(self) -> None:
        """From the root, left to right."""
        quotient = Divide(numerator=A, denominator=B)

        assert list(walk(Add((quotient, C)))) == [Add((quotient, C)), quotient, A, B, C]

    def test_fold_combines_in_order(self) -> None:
        """Children come left to right, and before their parent."""
        tree = Subtract(left=Add((A, B)), right=Negate(C))

        def write(node: Expression, parts: tuple[str, ...]) -> str:
            return node.kode if isinstance(node, Variable) else f"({' '.join(parts)})"

        assert fold(tree, write) == "((A B) (C))"

    def test_variables_once_in_order(self) -> None:
        """Several trees may be asked together."""
        assert collect_variables(Add((B, A, B)), C, A) == ("B", "A", "C")
        assert collect_variables(TWO) == ()

    def test_inputs_once_in_order(self) -> None:
        """A value and its earlier one are two inputs of one variable."""
        before = Previous(kode="A")
        tree = Subtract(left=A, right=Mean((before, B, A)))

        assert collect_inputs(tree, before) == (A, before, B)
        assert collect_variables(tree) == ("A", "B")
        assert collect_variables(before) == ("A",)


class TestCopies:
    """Trees at the limits of size and depth copy like any value."""

    @pytest.mark.parametrize(
        "tree",
        [
            _nest(MAXIMUM_DEPTH),
            Add((A,) * (MAXIMUM_NODES - 1)),
            Power(base=TWO, exponent=2),
            Mean((GeometricMean((A,)), Minimum((B, TWO)), Maximum((Log(C), Previous(kode="A"))))),
        ],
        ids=["deep", "wide", "power", "functions"],
    )
    def test_pickle_copy_hash(self, tree: Expression) -> None:
        """Copies are equal, hash alike and know their size."""
        for same in (pickle.loads(pickle.dumps(tree)), copy.deepcopy(tree), copy.copy(tree)):  # noqa: S301 - our own bytes
            assert same == tree
            assert hash(same) == hash(tree)
            assert (same.size, same.depth) == (tree.size, tree.depth)

    def test_nodes_are_final(self) -> None:
        """A node cannot be subclassed or changed."""
        with pytest.raises(TypeError):
            type("Mine", (Variable,), {})
        with pytest.raises(AttributeError):
            A.kode = "B"  # type: ignore[misc]  # what this test is about
