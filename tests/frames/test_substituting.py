"""Trees in which something else stands in the place of inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from iku import parse_formula
from iku.frames.substituting import replace_inputs, shift_inputs
from tests.frames.trees import trees

if TYPE_CHECKING:
    from iku.tree import Expression, Input


@given(trees())
def test_the_same_in_the_place_of_the_same(pohon: Expression) -> None:
    """Nothing changes, whatever the nodes."""

    def keep(node: Input) -> Expression:
        return node

    assert replace_inputs(pohon, keep) == pohon


def test_earlier_periods() -> None:
    """All inputs move, those of earlier periods further back."""
    pohon = parse_formula("A + lalu(B)").lower()

    assert shift_inputs(pohon, 2) == parse_formula("lalu(A, 2) + lalu(B, 3)").lower()
    assert shift_inputs(pohon, 0) is pohon
