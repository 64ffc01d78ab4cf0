"""What a reason says of a variable or of an expression is true of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from iku.formula import KodeAlasan, evaluate, parse_formula
from iku.formula.evaluation.arithmetic import compute
from iku.tree import Variable

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: Final = ("A", "B", "C")
CLAIMS: Final[dict[str, Callable[[Fraction], bool]]] = {
    KodeAlasan.PEMBAGI_NOL: lambda value: value == 0,
    KodeAlasan.NOL_PANGKAT_NOL: lambda value: value == 0,
    KodeAlasan.LOGARITMA_TAK_ADA: lambda value: value <= 0,
    KodeAlasan.AKAR_NEGATIF: lambda value: value < 0,
}
"""What is said of everything that is named."""


def _combine(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({}{}{})".format, parts, st.sampled_from(("+", "-", "*", "/", "/")), parts),
        st.builds("({})^{}".format, parts, st.integers(-1, 1)),
        st.builds("ln({})".format, parts),
        st.builds("rata_rata_geometrik({}, {})".format, parts, parts),
    )


TEXTS: Final = st.recursive(st.sampled_from((*NAMES, "0", "1", "-1")), _combine, max_leaves=6)
"""Formulas that often have no value."""


class TestReasons:
    """Only what is zero or negative is called so."""

    @given(TEXTS, st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(-2, 2))))
    def test_no_falsehood(self, text: str, data: dict[str, int]) -> None:
        """Bare variables are named where all that is at fault are; else expressions."""
        hasil = evaluate(parse_formula(text), data)
        alasan = hasil.alasan
        if alasan is None or alasan.kode not in CLAIMS:
            return
        named = alasan.ekspresi or tuple(Variable(kode) for kode in alasan.variabel)
        values = [compute(each, hasil.masukan) for each in named]

        for value in values:
            assert isinstance(value, Fraction)
            assert CLAIMS[alasan.kode](value)
