"""
Why a row has no value: the reasons of the scalar evaluator, as one column of text.

A reason is its kode and the variables to blame, `pembagi_nol: PDRB`. The first
input that is absent decides, then the first operation that has no value, in the
order in which the scalar evaluator comes upon them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

import narwhals as nw

from iku.formula.evaluation.alasan import Alasan, KodeAlasan
from iku.frames.lowering import NeverComputes, Part, make_step, require_all, require_any
from iku.tree import (
    Divide,
    Expression,
    GeometricMean,
    Log,
    Power,
    collect_inputs,
    collect_variables,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iku.frames.inputs import Columns
    from iku.tree import Input

Case: TypeAlias = tuple[nw.Expr, nw.Expr]
"""Where a reason holds, and its text."""

_RUN: Final = 4
"""Cases that are put inside each other."""
_PAIR: Final = 2
"""Names of which each choice is a text of its own; of more they are put together row by row."""


def write_alasan(alasan: Alasan) -> str:
    """
    Write a reason as columns hold it: its kode and the variables to blame, sorted.

    >>> from iku.formula.evaluation.alasan import blame
    >>> write_alasan(blame(KodeAlasan.TANPA_DATA, "PDRB", "NTB"))
    'tanpa_data: NTB, PDRB'
    """
    return write_reason(alasan.kode, alasan.variabel)


def write_reason(kode: str, variabel: Iterable[str]) -> str:
    """Write a kode with the variables to blame, each once and sorted."""
    named = ", ".join(sorted(set(variabel)))
    return f"{kode}: {named}" if named else kode


def lower_reason(pohon: Expression, columns: Columns) -> nw.Expr:
    """Write the reason of every row as one expression of the engine, null where it has a value."""
    cases = _find_absent(columns)
    try:
        part = _collect_faults(pohon, columns, cases)
    except NeverComputes as never:
        part = None
        cases.append((nw.lit(True), nw.lit(write_alasan(never.alasan))))  # noqa: FBT003
    if part is not None and part.conditions:
        beyond = write_reason(KodeAlasan.TERLALU_BESAR, collect_variables(pohon))
        cases.append((~require_all(part.conditions), nw.lit(beyond)))
    return choose_case(cases)


def choose_case(cases: Sequence[Case]) -> nw.Expr:
    """Give the text of the first case that holds, null where none does."""
    nothing = nw.lit(None).cast(nw.String())
    # One inside the other, as polars is quickest with; a few, because no engine nests deep.
    runs = [cases[start : start + _RUN] for start in range(0, len(cases), _RUN)]
    texts = [_choose_few(run) for run in runs]
    return nw.coalesce(*texts, nothing) if len(texts) != 1 else texts[0]


def _choose_few(cases: Sequence[Case]) -> nw.Expr:
    *others, (condition, said) = cases
    chosen: nw.Expr = nw.when(condition).then(said)
    for condition, said in reversed(others):
        chosen = nw.when(condition).then(said).otherwise(chosen)
    return chosen


def _find_absent(columns: Columns) -> list[Case]:
    """
    Give a case for each cause of absence; its text names all inputs absent for that cause.

    What decides is the cause of the first absent input, so the others of the same
    cause come after it, and none has to be left out.
    """
    causes = [
        (node, kode, absent) for node in columns for kode, absent in _find_causes(node, columns)
    ]
    first = choose_case([(absent, nw.lit(kode)) for _, kode, absent in causes])
    cases: list[Case] = []
    for kode in dict.fromkeys(kode for _, kode, _ in causes):
        blamed: dict[str, nw.Expr] = {}
        for node, _, absent in (cause for cause in causes if cause[1] == kode):
            known = blamed.get(node.kode)
            blamed[node.kode] = absent if known is None else known | absent
        cases.append((first == kode, _name_blamed(kode, blamed)))
    return cases


def _find_causes(node: Input, columns: Columns) -> Iterable[tuple[KodeAlasan, nw.Expr]]:
    column = columns[node]
    missing = KodeAlasan.TANPA_PERIODE_LALU if node.steps else KodeAlasan.TANPA_DATA
    absent = column.isi.is_null()
    yield missing, absent
    if not column.bulat:
        # pandas has one mark for both, and what is missing is not finite either.
        yield KodeAlasan.BUKAN_BILANGAN, ~column.angka.is_finite() & ~absent


def _name_blamed(kode: str, blamed: Mapping[str, nw.Expr]) -> nw.Expr:
    """Write a kode with the names to which a condition applies."""
    (single, *more) = blamed
    if not more:
        return nw.lit(write_reason(kode, (single,)))
    names = sorted(blamed)
    if len(names) == _PAIR:
        first, second = (write_reason(kode, (name,)) for name in names)
        both = nw.when(blamed[names[0]] & blamed[names[1]]).then(nw.lit(write_reason(kode, names)))
        either = nw.when(blamed[names[0]]).then(nw.lit(first)).otherwise(nw.lit(second))
        return both.otherwise(either)
    pieces = [
        nw.when(blamed[name]).then(nw.lit(f", {name}")).otherwise(nw.lit("")) for name in names
    ]
    return nw.concat_str(nw.lit(f"{kode}: "), nw.concat_str(*pieces).str.slice(2))


def _collect_faults(pohon: Expression, columns: Columns, cases: list[Case]) -> Part:
    """Write the tree, and add a case for each operation that may have no value."""
    write = make_step(columns)

    def step(node: Expression, parts: tuple[Part, ...]) -> Part:
        if collect_inputs(node):
            cases.extend(_find_faults(node, parts))
        return write(node, parts)

    return fold(pohon, step)


def _find_faults(node: Expression, parts: tuple[Part, ...]) -> Iterable[Case]:
    match node:
        case Divide():
            yield parts[1].column == 0, _blame(KodeAlasan.PEMBAGI_NOL, node.denominator)
        case Power() if node.exponent < 0:
            yield parts[0].column == 0, _blame(KodeAlasan.PEMBAGI_NOL, node.base)
        case Power() if not node.exponent:
            yield parts[0].column == 0, _blame(KodeAlasan.NOL_PANGKAT_NOL, node.base)
        case Log():
            yield parts[0].column <= 0, _blame(KodeAlasan.LOGARITMA_TAK_ADA, node.operand)
        case GeometricMean():
            yield from _find_negatives(node, parts)
        case _:
            pass


def _find_negatives(node: GeometricMean, parts: tuple[Part, ...]) -> Iterable[Case]:
    blamed: dict[str, nw.Expr] = {}
    nameless = False
    for operand, part in zip(node.operands, parts, strict=True):
        if isinstance(part.value, Fraction):
            nameless |= part.value < 0
            continue
        for name in collect_variables(operand):
            negative = part.column < 0
            blamed[name] = blamed[name] | negative if name in blamed else negative
    yield require_any(blamed.values()), _name_blamed(KodeAlasan.AKAR_NEGATIF, blamed)
    if nameless:
        yield nw.lit(value=True), nw.lit(write_reason(KodeAlasan.AKAR_NEGATIF, ()))


def _blame(kode: KodeAlasan, operand: Expression) -> nw.Expr:
    return nw.lit(write_reason(kode, collect_variables(operand)))
