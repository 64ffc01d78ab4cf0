"""Trees that compute what nobody means: a factor on one part only, a divisor that is nought."""

from __future__ import annotations

import re
from typing import Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.grouping import HUNDRED, is_quotient, is_scale
from iku.reading.prose.words import LEVEL_NAMES, PERCENT_NAMES, RATIO_NAMES
from iku.tree import Add, Constant, Divide, Expression, Mean, Multiply, Subtract, Variable

_SHARES: Final = RATIO_NAMES | LEVEL_NAMES | {"angka", "cakupan", "prevalensi", "proporsi"}
"""What is itself in per cent and may be taken from a hundred."""
_THOUSANDTH: Final = re.compile(r"\((?:kg|gram|gr|m|meter|liter)\)$", re.IGNORECASE)
"""A unit of which a thousand are another one."""
_MEANS: Final = ("rata-rata ", "rata rata ", "rerata ")


def check_percent(tree: Expression) -> None:
    """
    Refuse a tree in which "100%" multiplies a part only.

    Raises:
        Doubt: The factor does not belong to the whole value.
    """
    if isinstance(tree, Multiply) and isinstance(tree.factors[-1], Variable):
        raise Doubt("di belakang “100%” masih ada pengali", tree)
    if not _is_percent(tree):
        raise Doubt("“100%” hanya mengalikan sebagian rumus", tree)


def _is_percent(tree: Expression) -> bool:
    """Tell whether a value is in per cent: a percentage, or a mean or weighted sum of them."""
    match tree:
        case Multiply(factors=factors):
            plain = [factor for factor in factors if not isinstance(factor, Constant)]
            return HUNDRED in factors or (len(plain) == 1 and _is_percent(plain[0]))
        case Divide(numerator=above, denominator=Constant()):
            return _is_percent(above)
        case Subtract(left=left, right=Variable(kode=kode)) if left == HUNDRED:
            return kode.split()[0].lower() in _SHARES
        case Add() | Subtract() | Mean():
            return all(_is_percent(part) for part in tree.children)
        case _:
            return tree == HUNDRED


def check_quotients(tree: Expression) -> None:
    """
    Refuse a tree that divides by nothing, or that makes per cent of a plain quantity.

    Raises:
        Doubt: A part of the formula was lost.
    """
    if isinstance(tree, Multiply) and len(tree.factors) == 2 and HUNDRED in tree.factors:
        other = next((each for each in tree.factors if each != HUNDRED), HUNDRED)
        if isinstance(other, Variable | Constant):
            raise Doubt("tidak ada pembagi di depan “× 100%”", tree)
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        match node:
            case Divide(denominator=Subtract(left=left, right=right)) if left == right:
                raise Doubt("pembagi selalu nol; sebagian rumus hilang", tree)
            case Divide(numerator=Variable(kode=kode), denominator=Constant() as below) if is_scale(
                below
            ) and not _THOUSANDTH.search(kode):
                raise Doubt("pembagi hanya bilangan bulat; besarannya tidak disebut", tree)
            case _:
                pass


def check_shares(tree: Expression) -> None:
    """
    Refuse a sum of a percentage and a count that is divided by a count.

    Raises:
        Doubt: "Persentase" may name the result, or the first quantity.
    """
    match tree:
        case Multiply(factors=(Divide(numerator=Add(terms=terms), denominator=below), *_)):
            shares = [_is_share(term) for term in terms]
            if shares[0] and not all(shares) and not _is_share(below):
                raise Doubt("kata “persentase” dapat menyebut hasilnya atau suku pertama", tree)
        case _:
            pass


def _is_share(part: Expression) -> bool:
    return isinstance(part, Variable) and part.kode.split()[0].lower() in PERCENT_NAMES


def check_sum(tree: Expression) -> None:
    """
    Refuse a sum that is announced as a mean, "rata-rata dari A + B", or scaled in part.

    Raises:
        Doubt: Nothing is divided, or a factor stands behind one quotient only.
    """
    if isinstance(tree, Subtract):
        first, second = (_is_named_mean(term) for term in tree.children)
        if first and not second:
            raise Doubt("kata “rata-rata” di depan selisih yang tidak dibagi", tree)
    if not isinstance(tree, Add):
        return
    scaled = [
        isinstance(term, Multiply) and any(map(is_scale, term.factors)) for term in tree.terms
    ]
    alike = all(map(is_quotient, tree.terms)) or all(map(_is_weighted, tree.terms))
    if any(scaled) and not all(scaled) and alike:
        raise Doubt("pengali hanya berlaku untuk sebagian suku", tree)
    mean = [_is_named_mean(term) for term in tree.terms]
    if mean[0] and not all(mean):
        raise Doubt("kata “rata-rata” di depan penjumlahan yang tidak dibagi", tree)


def _is_weighted(term: Expression) -> bool:
    return isinstance(term, Multiply) and any(
        isinstance(each, Constant) and 0 < each.value.nilai < 1 for each in term.factors
    )


def _is_named_mean(term: Expression) -> bool:
    return isinstance(term, Variable) and term.kode.lower().startswith(_MEANS)
