"""
Trees whose parentheses were left out, or whose per cent sign stands at an odd place.

"A - B : B x 100%" computes nothing by the rules of precedence that anybody
means; what is meant is told by what can be added to what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.angka import Angka
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.words import LEVEL_NAMES, PERCENT_NAMES, RATIO_NAMES
from iku.tree import Add, Constant, Divide, Expression, Mean, Multiply, Previous, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

HUNDRED: Final = Constant(Angka("100"))
_PAIR: Final = 2
_SHARES: Final = RATIO_NAMES | LEVEL_NAMES | {"angka", "cakupan", "prevalensi", "proporsi"}
"""What is itself in per cent and may be taken from a hundred."""


def normalise_factors(tree: Expression) -> Expression:
    """
    Write "A × 100 / B" as "A / B × 100", also in the terms of a sum.

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> write_canonical(normalise_factors(parse_expression("100 * A / B")))
    'A / B * 100'
    """
    match tree:
        case Divide(numerator=Multiply(factors=factors), denominator=below) if sum(
            map(_is_scale, factors)
        ) == 1 and not isinstance(below, Constant):
            factor = next(filter(_is_scale, factors))
            others = [each for each in factors if each != factor]
            above = others[0] if len(others) == 1 else Multiply(tuple(others))
            return Multiply((Divide(numerator=above, denominator=below), factor))
        case Add(terms=terms):
            return Add(tuple(normalise_factors(term) for term in terms))
        case Subtract(left=left, right=right):
            return Subtract(left=normalise_factors(left), right=normalise_factors(right))
        case _:
            return tree


def _is_scale(factor: Expression) -> bool:
    """Tell whether a factor is 100, 1.000 and so on."""
    if not isinstance(factor, Constant):
        return False
    return (
        len(factor.value.teks) > 2
        and set(factor.value.teks[1:]) == {"0"}
        and factor.value.teks[0] == "1"
    )


def resolve_grouping(tree: Expression, evidence: list[str], *, percent: bool) -> Expression:
    """
    Put the parentheses of a numerator where they were left out.

    `percent` says that the value is known to be in per cent.

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> tree = parse_expression("A - B / B * 100")
    >>> write_canonical(resolve_grouping(tree, [], percent=True))
    '(A - B) / B * 100'

    Raises:
        Doubt: A quotient and a quantity are added, and nothing tells what is meant.
    """
    if not isinstance(tree, Add | Subtract):
        return tree
    *before, last = tree.children
    mixed = [_has_quotient(term) for term in tree.children]
    plain = any(isinstance(term, Constant) for term in tree.children)
    if all(mixed) and isinstance(tree, Add) and (mean := _find_open_mean(tree)):
        raise Doubt("pembagi dapat berlaku untuk seluruh jumlah atau suku terakhir", tree, mean)
    if not any(mixed) or all(mixed) or plain:
        return tree
    quotient, factors = _split_factors(last)
    regrouped = None
    if quotient is not None and not any(mixed[:-1]):
        numerator = _replace_last(tree, quotient.numerator)
        regrouped = _multiply(
            Divide(numerator=numerator, denominator=quotient.denominator), factors
        )
        cycle = quotient.denominator in (quotient.numerator, before[0])
        if isinstance(tree, Subtract) and cycle:
            evidence.append("tanpa kurung; selisih dibagi salah satu nilainya adalah pertumbuhan")
            return regrouped
        plain = all(isinstance(term, Variable | Previous) for term in before)
        if percent and factors and plain:
            evidence.append("tanpa kurung; cacah dijumlahkan lebih dahulu, lalu dibagi")
            return regrouped
    raise Doubt(
        "tanda kurung tidak ada, sehingga urutan hitungan tidak pasti",
        *(each for each in (tree, regrouped, _find_outer(tree)) if each is not None),
    )


def _find_outer(tree: Add | Subtract) -> Expression | None:
    """Put parentheses around all that stands before a factor: "A + B / C + D × 100"."""
    *before, last = tree.children
    if not isinstance(last, Multiply) or len(last.factors) != 2 or not _is_scale(last.factors[1]):
        return None
    end, factor = last.factors
    parted = [at for at, term in enumerate(before) if isinstance(term, Divide)]
    if isinstance(tree, Subtract) or len(parted) != 1 or parted[0] == 0:
        return Multiply((_replace_last(tree, end), factor)) if isinstance(end, Constant) else None
    quotient = before[parted[0]]
    above = Add((*before[: parted[0]], quotient.children[0]))
    below = Add((quotient.children[1], *before[parted[0] + 1 :], end))
    return Multiply((Divide(numerator=above, denominator=below), factor))


def _find_open_mean(tree: Add) -> Divide | None:
    """Give the mean of terms whose last one alone is divided by their number."""
    *others, end = tree.terms
    match end:
        case Divide(numerator=last, denominator=Constant(value=count) as below) if (
            count.nilai == len(tree.terms)
            and _has_quotient(last)
            and not any(map(_is_shared_out, others))
        ):
            return Divide(numerator=Add((*others, last)), denominator=below)
        case _:
            return None


def find_alike_mean(tree: Expression) -> Divide | None:
    """
    Give the mean of terms of one kind of which the last alone is divided by their number.

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> write_canonical(find_alike_mean(parse_expression("`Nilai A` + `Nilai B` + `Nilai C` / 3")))
    '(`Nilai A` + `Nilai B` + `Nilai C`) / 3'
    """
    match tree:
        case Add(
            terms=(
                *others,
                Divide(numerator=Variable() as last, denominator=Constant(value=count) as below),
            )
        ):
            terms = (*others, last)
            kinds = {
                term.kode.split()[0].lower() if isinstance(term, Variable) else "" for term in terms
            }
            counted = count.nilai == len(terms) > _PAIR
            if counted and len(kinds) == 1 and "" not in kinds:
                return Divide(numerator=Add(terms), denominator=below)
        case _:
            pass
    return None


def _is_shared_out(term: Expression) -> bool:
    return isinstance(term, Divide) and isinstance(term.denominator, Constant)


def _has_quotient(term: Expression) -> bool:
    return isinstance(term, Divide) or (
        isinstance(term, Multiply) and any(isinstance(each, Divide) for each in term.factors)
    )


def _split_factors(term: Expression) -> tuple[Divide | None, Sequence[Expression]]:
    """Split "B / C × 100" into its quotient and the factors behind it."""
    if isinstance(term, Divide):
        return term, ()
    if isinstance(term, Multiply) and isinstance(term.factors[0], Divide):
        return term.factors[0], term.factors[1:]
    return None, ()


def _replace_last(tree: Add | Subtract, last: Expression) -> Expression:
    if isinstance(tree, Subtract):
        return Subtract(left=tree.left, right=last)
    return Add((*tree.terms[:-1], last))


def _multiply(first: Expression, factors: Sequence[Expression]) -> Expression:
    return Multiply((first, *factors)) if factors else first


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
            case Divide(numerator=Variable(), denominator=Constant() as below) if _is_scale(below):
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
    if not isinstance(tree, Add):
        return
    scaled = [
        isinstance(term, Multiply) and any(map(_is_scale, term.factors)) for term in tree.terms
    ]
    if any(scaled) and not all(scaled) and all(map(_has_quotient, tree.terms)):
        raise Doubt("pengali hanya berlaku untuk sebagian suku", tree)
    mean = [isinstance(term, Variable) and _is_mean_name(term.kode) for term in tree.terms]
    if mean[0] and not all(mean):
        raise Doubt("kata “rata-rata” di depan penjumlahan yang tidak dibagi", tree)


def _is_mean_name(kode: str) -> bool:
    return kode.lower().startswith(("rata-rata ", "rata rata ", "rerata "))
