"""
The algebra of named formulas.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.formula import Jumlah, Persentase, Rasio, evaluate

if TYPE_CHECKING:
    from random import Random


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(*, least: int = -(10**9), most: int = 10**9) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals, their trailing zeros kept."""
    return st.builds(_scale, st.integers(least, most), st.integers(0, 4))


class TestNamedFormulas:
    """A named formula is what its name says, exactly."""

    @given(angka(), angka(), angka(least=1))
    def test_against_fractions(self, a: Angka, b: Angka, pengali: Angka) -> None:
        """Percentage, ratio and sum."""
        assume(b.nilai != 0)
        inputs = {"A": a, "B": b}
        x, y = Fraction(a.teks), Fraction(b.teks)
        rasio = Rasio(pembilang="A", penyebut="B", pengali=pengali)

        assert evaluate(Persentase(pembilang="A", penyebut="B"), inputs).eksak == x / y * 100
        assert evaluate(rasio, inputs).eksak == x / y * Fraction(pengali.teks)
        assert evaluate(Jumlah(suku=("A", "B")), inputs).eksak == x + y

    @given(angka(), angka(least=1), st.integers(1, 10**6))
    def test_scale(self, a: Angka, b: Angka, k: int) -> None:
        """A percentage does not depend on the unit in which both parts are counted."""
        persentase = Persentase(pembilang="A", penyebut="B")
        scaled = {"A": a.nilai * k, "B": b.nilai * k}

        assert evaluate(persentase, {"A": a, "B": b}).eksak == evaluate(persentase, scaled).eksak

    @given(st.integers(0, 10**9), st.integers(1, 10**9))
    def test_parts(self, a: int, b: int) -> None:
        """A part and the rest are a hundred per cent together."""
        persentase = Persentase(pembilang="A", penyebut="B")
        part = evaluate(persentase, {"A": a, "B": b}).eksak
        rest = evaluate(persentase, {"A": b - a, "B": b}).eksak
        assert part is not None
        assert rest is not None

        assert part + rest == 100

    @given(st.lists(angka(), min_size=1, max_size=20), st.randoms())
    def test_order(self, numbers: list[Angka], random: Random) -> None:
        """A sum does not depend on the order of its terms."""
        inputs = {f"A{index}": value for index, value in enumerate(numbers)}
        shuffled = list(inputs)
        random.shuffle(shuffled)

        assert evaluate(Jumlah(suku=tuple(shuffled)), inputs).eksak == (
            evaluate(Jumlah(suku=tuple(inputs)), inputs).eksak
        )
