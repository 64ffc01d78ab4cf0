"""
The one arithmetic of the library: a tree and its inputs give an exact value.

Numbers are fractions throughout, and only a logarithm or a root that is no
fraction is rounded, once, where it stands. Work is bounded: no number on the way
has more than about 4,200 digits.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from iku.angka import Angka
from iku.formula.evaluation.alasan import (
    Alasan,
    KodeAlasan,
    blame,
    blame_operands,
    collect_alasan,
)
from iku.formula.evaluation.bounds import MAXIMUM_BITS, MAXIMUM_RESULT, measure_bits
from iku.formula.evaluation.irrational import compute_log, compute_root
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
    Operation,
    Power,
    Previous,
    Subtract,
    Unlowered,
    Variable,
    collect_inputs,
    collect_variables,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iku.formula.evaluation.masukan import Masukan

Jawaban: TypeAlias = Fraction | Alasan
"""The answer of a computation: the exact value, or the reason why there is none."""

_Key: TypeAlias = tuple[str, int]
"""Which input: the kode, and how many periods back."""


def compute(pohon: Expression | Unlowered, masukan: Iterable[Masukan]) -> Jawaban:
    """
    Compute the exact value of a tree, or say why there is none.

    The first input that is absent decides the reason, and the reason names all
    inputs that are absent for the same cause.
    """
    if isinstance(pohon, Unlowered):
        return Alasan(
            kode=pohon.kode,
            variabel=pohon.variables,
            pesan=pohon.message,
            keterangan=pohon.detail,
        )
    given = {(each.variabel, each.lalu): each.nilai for each in masukan}
    needed = [(node.kode, node.steps) for node in collect_inputs(pohon)]
    numbers: dict[_Key, Fraction] = {}
    absent: list[Alasan] = []
    # In the order of the inputs, so that the first of them decides the reason.
    for key in dict.fromkeys((*(key for key in given if key in needed), *needed)):
        nilai = given[key] if key in given else blame(KodeAlasan.TANPA_DATA, key[0])
        if isinstance(nilai, Alasan):
            absent.append(nilai)
        else:
            numbers[key] = to_fraction(nilai)
    if absent:
        return collect_alasan(absent)
    return compute_numbers(pohon, numbers)


def compute_numbers(pohon: Expression, numbers: Mapping[tuple[str, int], Fraction]) -> Jawaban:
    """
    Compute a tree of which every input is there, each under its kode and the periods back.

    >>> from iku.tree import Variable
    >>> compute_numbers(Multiply((Variable("A"), Variable("A"))), {("A", 0): Fraction(1, 3)})
    Fraction(1, 9)
    """
    answer = fold(pohon, _make_step(numbers))
    if isinstance(answer, Fraction) and abs(answer) >= MAXIMUM_RESULT:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(pohon))
    return answer


def to_fraction(value: Angka | Fraction) -> Fraction:
    """Take a number as the fraction it is."""
    return Fraction(value.nilai) if isinstance(value, Angka) else value


def _make_step(
    numbers: Mapping[_Key, Fraction],
) -> Callable[[Expression, tuple[Jawaban, ...]], Jawaban]:
    def step(node: Expression, parts: tuple[Jawaban, ...]) -> Jawaban:
        values: list[Fraction] = []
        for part in parts:
            if isinstance(part, Alasan):
                return part
            values.append(part)
        if isinstance(node, Constant):
            return Fraction(node.value.nilai)
        if isinstance(node, Variable | Previous):
            return numbers[node.kode, node.steps]
        return _operate(node, values)

    return step


def _operate(node: Operation, values: list[Fraction]) -> Jawaban:
    match node:
        case Add():
            return _chain(node, values, Fraction.__add__)
        case Multiply():
            return _chain(node, values, Fraction.__mul__)
        case Subtract():
            return _bound(node, values[0] - values[1])
        case Divide():
            return _divide(node, *values)
        case Power():
            return _raise(node, values[0])
        case _:
            return _operate_by_name(node, values)


def _operate_by_name(
    node: Negate | Mean | GeometricMean | Minimum | Maximum | Log, values: list[Fraction]
) -> Jawaban:
    match node:
        case Negate():
            return -values[0]
        case Mean():
            return _average(node, values)
        case GeometricMean():
            return _take_root(node, values)
        case Minimum():
            return min(values)
        case Maximum():
            return max(values)
        case _:
            return _take_log(node, values[0])


def _average(node: Mean, values: list[Fraction]) -> Jawaban:
    total = _chain(node, values, Fraction.__add__)
    return total if isinstance(total, Alasan) else _bound(node, total / len(values))


def _take_root(node: GeometricMean, values: list[Fraction]) -> Jawaban:
    below = [part for part, value in zip(node.operands, values, strict=True) if value < 0]
    if below:
        return _blame(KodeAlasan.AKAR_NEGATIF, *below)
    product = _chain(node, values, Fraction.__mul__)
    if isinstance(product, Alasan):
        return product
    return _bound(node, compute_root(product, len(values)))


def _take_log(node: Log, value: Fraction) -> Jawaban:
    if value <= 0:
        return _blame(KodeAlasan.LOGARITMA_TAK_ADA, node.operand)
    logarithm = compute_log(value)
    if logarithm is None:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(node))
    return _bound(node, logarithm)


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
        return _blame(KodeAlasan.PEMBAGI_NOL, node.denominator)
    return _bound(node, numerator / denominator)


def _raise(node: Power, base: Fraction) -> Jawaban:
    if not base and node.exponent <= 0:
        kode = KodeAlasan.PEMBAGI_NOL if node.exponent else KodeAlasan.NOL_PANGKAT_NOL
        return _blame(kode, node.base)
    # Bounded before it is computed: the power has at least this many bits.
    if (measure_bits(base) - 1) * abs(node.exponent) > MAXIMUM_BITS:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(node))
    return _bound(node, base**node.exponent)


def _blame(kode: KodeAlasan, *operands: Expression) -> Alasan:
    return blame_operands(kode, operands, collect_variables(*operands))


def _bound(node: Expression, value: Fraction) -> Jawaban:
    if measure_bits(value) > MAXIMUM_BITS:
        return blame(KodeAlasan.TERLALU_BESAR, *collect_variables(node))
    return value
