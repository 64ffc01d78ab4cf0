"""
The one arithmetic of the library: a tree and its inputs give an exact value.

Numbers are fractions throughout and nothing is rounded. Work is bounded: no
number on the way has more than about 4,900 digits.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from iku.angka import Angka
from iku.formula.alasan import Alasan, KodeAlasan, blame
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    Multiply,
    Negate,
    Power,
    Subtract,
    Unlowered,
    Variable,
    collect_variables,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from iku.formula.masukan import Masukan

MAXIMUM_BITS: Final = 16_384
"""No numerator or denominator on the way has more bits."""

MAXIMUM_RESULT: Final = 10**900
"""No result is as large; it could not be printed as an `Angka`."""

Jawaban: TypeAlias = Fraction | Alasan
"""The answer of a computation: the exact value, or the reason why there is none."""


def compute(pohon: Expression | Unlowered, masukan: Iterable[Masukan]) -> Jawaban:
    """
    Compute the exact value of a tree, or say why there is none.

    The first input that is absent decides the reason, and the reason names all
    inputs that are absent for the same cause.
    """
    if isinstance(pohon, Unlowered):
        return Alasan(kode=pohon.kode, pesan=pohon.message)
    given = {each.variabel: each.nilai for each in masukan}
    numbers: dict[str, Fraction] = {}
    absent: list[Alasan] = []
    needed = collect_variables(pohon)
    # In the order of the inputs, so that the first of them decides the reason.
    for kode in dict.fromkeys((*(kode for kode in given if kode in needed), *needed)):
        nilai = given.get(kode) or blame(KodeAlasan.TANPA_DATA, kode)
        if isinstance(nilai, Angka):
            numbers[kode] = Fraction(nilai.nilai)
        else:
            absent.append(nilai)
    if absent:
        return _merge(absent)
    answer = fold(pohon, _make_step(numbers))
    if isinstance(answer, Fraction) and abs(answer) >= MAXIMUM_RESULT:
        return blame(KodeAlasan.TERLALU_BESAR, *numbers)
    return answer


def _merge(absent: list[Alasan]) -> Alasan:
    first = absent[0]
    same = [alasan for alasan in absent if alasan.kode == first.kode]
    if len(same) == 1:
        return first
    return blame(KodeAlasan(first.kode), *(kode for alasan in same for kode in alasan.variabel))


def _make_step(
    numbers: dict[str, Fraction],
) -> Callable[[Expression, tuple[Jawaban, ...]], Jawaban]:
    def step(node: Expression, parts: tuple[Jawaban, ...]) -> Jawaban:
        values: list[Fraction] = []
        for part in parts:
            if isinstance(part, Alasan):
                return part
            values.append(part)
        if isinstance(node, Constant):
            return Fraction(node.value.nilai)
        if isinstance(node, Variable):
            return numbers[node.kode]
        return _operate(node, values)

    return step


def _operate(
    node: Add | Multiply | Subtract | Divide | Power | Negate, values: list[Fraction]
) -> Jawaban:
    match node:
        case Add():
            return _chain(node, values, Fraction.__add__)
        case Multiply():
            return _chain(node, values, Fraction.__mul__)
        case Subtract():
            return _bound(node, values[0] - values[1])
        case Negate():
            return -values[0]
        case Power():
            return _raise(node, values[0])
        case _:
            return _divide(node, *values)


def _chain(
    node: Expression, values: list[Fraction], operate: Callable[[Fraction, Fraction], Fraction]
) -> Jawaban:
    total = values[0]
    for value in values[1:]:
        bounded = _bound(node, operate(total, value))
        if isinstance(bounded, Alasan):
            return bounded
        total = bounded
    return total


def _divide(node: Divide, numerator: Fraction, denominator: Fraction) -> Jawaban:
    if not denominator:
        return blame(KodeAlasan.PEMBAGI_NOL, *collect_variables(node.denominator))
    return _bound(node, numerator / denominator)


def _raise(node: Power, base: Fraction) -> Jawaban:
    if not base and node.exponent <= 0:
        kode = KodeAlasan.PEMBAGI_NOL if node.exponent else KodeAlasan.NOL_PANGKAT_NOL
        return blame(kode, *collect_variables(node))
    # Bounded before it is computed: the power has at least this many bits.
    if (_count_bits(base) - 1) * abs(node.exponent) > MAXIMUM_BITS:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(node))
    return _bound(node, base**node.exponent)


def _bound(node: Expression, value: Fraction) -> Jawaban:
    if _count_bits(value) > MAXIMUM_BITS:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(node))
    return value


def _count_bits(value: Fraction) -> int:
    return max(value.numerator.bit_length(), value.denominator.bit_length())
