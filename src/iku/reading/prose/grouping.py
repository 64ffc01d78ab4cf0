"""
Trees whose parentheses were left out, or whose per cent sign stands at an odd place.

"A - B : B x 100%" computes nothing by the rules of precedence that anybody
means; what is meant is told by what can be added to what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.angka import Angka
from iku.reading.prose.doubt import Doubt
from iku.tree import Add, Constant, Divide, Expression, Multiply, Previous, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

HUNDRED: Final = Constant(Angka("100"))
_PAIR: Final = 2
_UNGROUPED: Final = "tanda kurung tidak ada, sehingga urutan hitungan tidak pasti"


def normalise_factors(tree: Expression) -> Expression:
    """
    Write "A × 100 / B" as "A / B × 100", also in the terms of a sum.

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> write_canonical(normalise_factors(parse_expression("100 * A / B")))
    'A / B * 100'
    """
    match tree:
        case Divide(numerator=Multiply(factors=factors), denominator=below) if sum(
            map(is_scale, factors)
        ) == 1 and not isinstance(below, Constant):
            factor = next(filter(is_scale, factors))
            others = [each for each in factors if each != factor]
            above = others[0] if len(others) == 1 else Multiply(tuple(others))
            return Multiply((Divide(numerator=above, denominator=below), factor))
        case Add(terms=terms):
            return Add(tuple(normalise_factors(term) for term in terms))
        case Subtract(left=left, right=right):
            return Subtract(left=normalise_factors(left), right=normalise_factors(right))
        case _:
            return tree


def is_scale(factor: Expression) -> bool:
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
    _check_long_fraction(tree)
    last = tree.children[-1]
    mixed = [is_quotient(term) for term in tree.children]
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
        if why := _explain(tree, quotient, factors, percent=percent):
            evidence.append(why)
            return regrouped
    raise Doubt(
        _UNGROUPED,
        *(each for each in (tree, regrouped, _find_outer(tree)) if each is not None),
    )


def _explain(
    tree: Add | Subtract, quotient: Divide, factors: Sequence[Expression], *, percent: bool
) -> str:
    """Say why all that stands before a quotient is divided; empty where nothing tells."""
    *before, _ = tree.children
    if isinstance(tree, Subtract) and quotient.denominator in (quotient.numerator, before[0]):
        return "tanpa kurung; selisih dibagi salah satu nilainya adalah pertumbuhan"
    plain = all(isinstance(term, Variable | Previous) for term in before)
    if factors and plain and (percent or _is_share_of_one(tree, quotient)):
        return "tanpa kurung; cacah dijumlahkan lebih dahulu, lalu dibagi"
    return ""


def _check_long_fraction(tree: Add | Subtract) -> None:
    """Refuse "A - B / C - D", which may be (A - B) / (C - D)."""
    first, *others = tree.children
    if not isinstance(first, Add | Subtract):
        return
    *before, last = first.children
    quotient = _split_factors(last)[0]
    plain = not any(is_quotient(each) or isinstance(each, Constant) for each in before + others)
    if quotient is None or not plain:
        return
    below = _replace_last(tree, others[-1], quotient.denominator)
    outer = Divide(numerator=_replace_last(first, quotient.numerator), denominator=below)
    raise Doubt(_UNGROUPED, tree, outer)


def resolve_group(tree: Expression, evidence: list[str]) -> Expression:
    """
    Put the parentheses where they stand at the wrong place: "(A - B / B) × 100".

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> write_canonical(resolve_group(parse_expression("(A - B / B) * 100"), []))
    '(A - B) / B * 100'

    Raises:
        Doubt: As `resolve_grouping`.
    """
    match tree:
        case Multiply(factors=(Add() | Subtract() as inner, factor)) if is_scale(factor):
            try:
                return Multiply((resolve_grouping(inner, evidence, percent=False), factor))
            except Doubt as doubt:
                trees = (Multiply((each, factor)) for each in doubt.candidates)
                raise Doubt(doubt.reason, *trees) from None
        case _:
            return tree


def _is_share_of_one(tree: Add | Subtract, quotient: Divide) -> bool:
    """Tell whether "desa mandiri + desa maju / jumlah desa" begins all terms as the whole goes."""
    names = [
        part.kode.lower()
        for part in (*tree.children[:-1], quotient.numerator)
        if isinstance(part, Variable)
    ]
    below = quotient.denominator
    whole = below.kode.lower().split() if isinstance(below, Variable) else []
    nouns = {name.split()[0] for name in names}
    return len(names) == len(tree.children) and len(nouns) == 1 and nouns <= set(whole[1:])


def _find_outer(tree: Add | Subtract) -> Expression | None:
    """Put parentheses around all that stands before a factor: "A + B / C + D × 100"."""
    *before, last = tree.children
    if not isinstance(last, Multiply) or len(last.factors) != 2 or not is_scale(last.factors[1]):
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
            and is_quotient(last)
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


def is_quotient(term: Expression) -> bool:
    """Tell whether a term is a quotient, perhaps with factors."""
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


def _replace_last(
    tree: Add | Subtract, last: Expression, first: Expression | None = None
) -> Expression:
    begin, *others = tree.children
    if isinstance(tree, Subtract):
        return Subtract(left=first or begin, right=last)
    return Add((first or begin, *others[:-1], last))


def _multiply(first: Expression, factors: Sequence[Expression]) -> Expression:
    return Multiply((first, *factors)) if factors else first
