"""Which formula a tree is: the named ones first, a free expression otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.angka import Angka
from iku.errors import IkuError
from iku.formula import (
    BasisPertumbuhan,
    Ekspresi,
    Jumlah,
    KomponenTertimbang,
    Laju,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    RataRata,
    RataTertimbang,
    Selisih,
)
from iku.formula.grammar import write_canonical
from iku.tree import Add, Constant, Divide, Expression, Mean, Multiply, Previous, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iku.typing import Formula

_HUNDRED: Final = Constant(Angka("100"))


def find_formula(tree: Expression, *, percent: bool = True) -> Formula:
    """
    Give the named formula that lowers to a tree, or an expression.

    `percent` says whether a factor 100 makes it a percentage.

    >>> from iku.formula.grammar import parse_expression
    >>> find_formula(parse_expression("A / B * 100")).tipe
    'persentase'
    >>> find_formula(parse_expression("(A + B) / C * 100")).tipe
    'ekspresi'
    """
    for make in _MAKERS:
        try:
            made = next(make(tree, percent), None)
        except IkuError:
            continue
        if made is not None and made.lower() == tree:
            return made
    return Ekspresi(teks=write_canonical(tree))


def _make_ratio(tree: Expression, percent: bool) -> Iterator[Formula]:  # noqa: FBT001 - one signature for all
    quotient, factor = tree, Constant(Angka("1"))
    if (
        isinstance(tree, Multiply)
        and len(tree.factors) == 2
        and isinstance(tree.factors[1], Constant)
    ):
        quotient, factor = tree.factors[0], tree.factors[1]
    if not isinstance(quotient, Divide):
        return
    above, below = quotient.numerator, quotient.denominator
    if not isinstance(above, Variable) or not isinstance(below, Variable):
        return
    digits = factor.value.teks
    if factor == _HUNDRED and percent:
        yield Persentase(pembilang=above.kode, penyebut=below.kode)
    elif digits[0] == "1" and set(digits[1:]) == {"0"} and factor != _HUNDRED:
        yield Laju(pembilang=above.kode, penyebut=below.kode, per=factor.value)
    else:
        yield Rasio(pembilang=above.kode, penyebut=below.kode, pengali=factor.value)


def _make_growth(tree: Expression, percent: bool) -> Iterator[Formula]:  # noqa: FBT001 - as above
    del percent
    if not isinstance(tree, Multiply) or not isinstance(tree.factors[0], Divide):
        return
    change, basis = tree.factors[0].numerator, tree.factors[0].denominator
    if not isinstance(change, Subtract):
        return
    now, before = change.left, change.right
    if isinstance(now, Variable) and isinstance(before, Previous):
        kind = BasisPertumbuhan.KINI if isinstance(basis, Variable) else BasisPertumbuhan.LALU
        yield Pertumbuhan(variabel=now.kode, basis=kind, jarak=before.steps)
    elif isinstance(now, Previous):
        yield PersentasePenurunan(variabel=now.kode, jarak=now.steps)


def _make_sum(tree: Expression, percent: bool) -> Iterator[Formula]:  # noqa: FBT001 - as above
    del percent
    if isinstance(tree, Variable):
        yield Jumlah(suku=(tree.kode,))
    elif isinstance(tree, Add):
        yield Jumlah(suku=tuple(term.kode for term in tree.terms if isinstance(term, Variable)))
    elif isinstance(tree, Mean):
        yield RataRata(
            suku=tuple(term.kode for term in tree.operands if isinstance(term, Variable))
        )
    elif isinstance(tree, Subtract):
        left, right = tree.left, tree.right
        if isinstance(left, Variable) and isinstance(right, Variable):
            yield Selisih(dikurangi=left.kode, pengurang=right.kode)


def _make_weighted(tree: Expression, percent: bool) -> Iterator[Formula]:  # noqa: FBT001 - as above
    del percent
    sum_ = tree.numerator if isinstance(tree, Divide) else tree
    if not isinstance(sum_, Add):
        return
    parts: list[KomponenTertimbang] = []
    for term in sum_.terms:
        match term:
            case Multiply(factors=(Variable(kode=kode), Constant(value=bobot))):
                parts.append(KomponenTertimbang(variabel=kode, bobot=bobot))
            case _:
                return
    yield RataTertimbang(komponen=tuple(parts))


_MAKERS: Final[tuple[Callable[[Expression, bool], Iterator[Formula]], ...]] = (
    _make_ratio,
    _make_growth,
    _make_sum,
    _make_weighted,
)


def normalise_terms(tree: Expression) -> Expression:
    """
    Write equal trees in the way of the named formulas: means as means, weights behind.

    >>> from iku.formula.grammar import parse_expression, write_canonical
    >>> write_canonical(normalise_terms(parse_expression("1 / 2 * (A + B)")))
    'rata_rata(A, B)'
    >>> write_canonical(normalise_terms(parse_expression("0.3 * A + 0.7 * B")))
    'A * 0.3 + B * 0.7'
    """
    if mean := _find_mean(tree):
        return mean
    if isinstance(tree, Add):
        turned = tuple(_turn_weight(term) for term in tree.terms)
        return Add(turned) if all(turned) else tree  # type: ignore[arg-type]  # all are there
    return tree


def _find_mean(tree: Expression) -> Mean | None:
    match tree:
        case Divide(numerator=Add(terms=terms), denominator=Constant(value=count)):
            divisor = count.nilai
        case Multiply(
            factors=(
                Divide(numerator=Constant(value=one), denominator=Constant(value=count)),
                Add(terms=terms),
            )
        ) if one.nilai == 1:
            divisor = count.nilai
        case _:
            return None
    plain = all(isinstance(term, Variable) for term in terms)
    return Mean(terms) if plain and divisor == len(terms) else None


def _turn_weight(term: Expression) -> Expression | None:
    match term:
        case Multiply(factors=(Constant() as weight, Variable() as variable)):
            return Multiply((variable, weight))
        case Multiply(factors=(Variable(), Constant())):
            return term
        case _:
            return None
