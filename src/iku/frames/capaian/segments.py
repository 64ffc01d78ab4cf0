"""
A capaian turned into a nilai, segment by segment, row by row.

An edge belongs to a segment or it does not, so nothing may be rounded there:
where doubles cannot tell on which side a capaian lies, it is computed exactly.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import narwhals as nw
from attrs import evolve

from iku.angka import Angka
from iku.domain.nilai import Pembanding
from iku.formula.evaluation.alasan import KodeAlasan
from iku.frames.capaian.writing import Written, add_figures, write_plain
from iku.frames.exact.bounds import UNIT, bound_value
from iku.frames.lowering import NeverComputes, lower_value, require_all, to_column, to_float
from iku.frames.reasons import lower_reason, write_reason
from iku.frames.stages import add_columns
from iku.frames.substituting import replace_inputs
from iku.frames.thresholds import Ukuran, make_ukuran
from iku.scoring.rules.graded import CAPAIAN
from iku.tree import Add, Constant, Maximum, Minimum, Multiply, Subtract

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from iku.domain.nilai import Ambang
    from iku.frames.capaian.outcomes import Computed
    from iku.frames.inputs import Columns
    from iku.frames.names import Frame
    from iku.scoring import NilaiBerjenjang, Ruas
    from iku.tree import Expression

_INCLUDING: Final = frozenset({Pembanding.PALING_SEDIKIT, Pembanding.PALING_BANYAK})
_HUGE: Final = Constant(Angka("1" + "0" * 900))
"""What the distance from an edge is multiplied by; of two doubles none is so near to one."""
_ONE: Final = Constant(Angka("1"))
_MINUS_ONE: Final = Constant(Angka("-1"))
_OUTSIDE: Final = write_reason(KodeAlasan.DI_LUAR_RUAS, (CAPAIAN.kode,))


def write_segments(
    taken: Frame, hasil: Computed, rule: NilaiBerjenjang, name: str
) -> tuple[Frame, Written]:
    """Write the nilai as the engine itself computes it; the capaian is a column before."""
    capaian = lower_value(hasil.pohon, hasil.columns)
    if rule.pembulatan is not None:
        scale = 10.0**rule.pembulatan
        size = (capaian.abs() * scale + 0.5).floor() / scale
        capaian = nw.when(capaian < 0).then(size * -1.0).otherwise(size)
    added = add_columns(taken, {name: capaian})
    ukuran = make_ukuran(CAPAIAN.kode, name)
    base = Written(nilai=nw.col(name), alasan=lower_reason(hasil.pohon, hasil.columns))
    said = [write_plain(ruas.lower(), {CAPAIAN: ukuran.kolom}) for ruas in rule.ruas]
    return _add_chosen(added, base, _find_inside(rule, ukuran), said, name)


def add_segments(
    taken: Frame, hasil: Computed, rule: NilaiBerjenjang, name: str, digits: int
) -> tuple[Frame, Written]:
    """Add the exact figures of the nilai to a frame, for the time being under a name."""
    if rule.pembulatan is None:
        return _add_unrounded(taken, hasil, rule, name, digits)
    base_name = f"{name}_base"
    taken, base = add_figures(taken, hasil.pohon, hasil.columns, base_name, rule.pembulatan)
    capaian = make_ukuran(CAPAIAN.kode, base_name)
    said: list[Written] = []
    for index, ruas in enumerate(rule.ruas):
        columns: Columns = {CAPAIAN: capaian.kolom}
        taken, each = add_figures(taken, ruas.lower(), columns, f"{name}_{index}", digits)
        said.append(each)
    return _add_chosen(taken, base, _find_inside(rule, capaian), said, name)


def _add_chosen(
    taken: Frame,
    base: Written,
    inside: Sequence[nw.Expr],
    said: Sequence[Written],
    name: str,
) -> tuple[Frame, Written]:
    """Add the nilai of the segment that a capaian lies in, or say that it lies in none."""
    # Side by side, as cases are: a capaian lies in one at most.
    numbered = [nw.when(within).then(nw.lit(1.0 * number)) for number, within in enumerate(inside)]
    ruas, nothing = nw.col(f"{name}_ruas"), nw.lit(None).cast(nw.Float64())
    nilai = [nw.when(ruas == number).then(each.nilai) for number, each in enumerate(said)]
    alasan = [nw.when(ruas == number).then(each.alasan) for number, each in enumerate(said)]
    outside = nw.when(ruas.is_null()).then(nw.lit(_OUTSIDE))
    added = add_columns(
        taken,
        {f"{name}_ruas": nw.coalesce(*numbered, nothing)},
        {
            f"{name}_nilai": nw.coalesce(*nilai, nothing),
            f"{name}_alasan": nw.coalesce(base.alasan, *alasan, outside),
        },
    )
    return added, Written(nilai=nw.col(f"{name}_nilai"), alasan=nw.col(f"{name}_alasan"))


def _find_inside(rule: NilaiBerjenjang, capaian: Ukuran) -> list[nw.Expr]:
    """Say of each segment where a capaian lies in it."""
    inside: list[nw.Expr] = []
    for ruas in rule.ruas:
        conditions = [capaian.is_finite]
        if ruas.bawah is not None:
            conditions.append(_is_beyond(capaian, ruas.bawah))
        if ruas.atas is not None:
            conditions.append(~_is_beyond(capaian, ruas.atas))
        inside.append(require_all(conditions))
    return inside


def _is_beyond(capaian: Ukuran, edge: Ambang) -> nw.Expr:
    """Say where a capaian is inside of a lower edge, or outside of an upper one."""
    termasuk = edge.pembanding in {Pembanding.PALING_SEDIKIT, Pembanding.KURANG_DARI}
    return capaian.is_beyond(Fraction(edge.batas.nilai), termasuk=termasuk)


def _add_unrounded(
    taken: Frame, hasil: Computed, rule: NilaiBerjenjang, name: str, digits: int
) -> tuple[Frame, Written]:
    edges = _list_edges(rule)
    if not edges:
        pohon = replace_inputs(rule.ruas[0].lower(), lambda _: hasil.pohon)
        return add_figures(taken, pohon, hasil.columns, name, digits)
    taken, place = _add_place(taken, hasil, edges, name)
    said: list[Written] = []
    for index, ruas in enumerate(rule.ruas):
        pohon = replace_inputs(ruas.lower(), lambda _: hasil.pohon)
        taken, each = add_figures(taken, pohon, hasil.columns, f"{name}_{index}", digits)
        said.append(each)
    inside = [require_all(_list_conditions(ruas, edges, place.nilai)) for ruas in rule.ruas]
    return _add_chosen(taken, place, inside, said, name)


def _list_edges(rule: NilaiBerjenjang) -> list[Decimal]:
    edges = (edge for ruas in rule.ruas for edge in (ruas.bawah, ruas.atas) if edge is not None)
    return sorted({edge.batas.nilai for edge in edges})


def _list_conditions(ruas: Ruas, edges: list[Decimal], place: nw.Expr) -> Iterator[nw.Expr]:
    yield ~place.is_null()
    for edge, is_lower in ((ruas.bawah, True), (ruas.atas, False)):
        if edge is not None:
            # Where a capaian is on this edge, and above all that are below it.
            at = 2.0 * edges.index(edge.batas.nilai) + 1 - len(edges)
            shift = 0.0 if edge.pembanding in _INCLUDING else 1.0
            yield place >= at + shift if is_lower else place <= at - shift


def _add_place(
    taken: Frame, hasil: Computed, edges: list[Decimal], name: str
) -> tuple[Frame, Written]:
    """
    Add the place of the capaian among the edges: how many it is above, less how many below.

    Where the doubles are further from all edges than they may be wrong, they
    tell. Every other row is computed exactly.
    """
    sure_name, side_name = f"{name}_sure", f"{name}_side"
    sure, side = _place_doubles(hasil, edges)
    masked = {
        node: evolve(column, isi=nw.col(f"{name}_{node.kode}"))
        for node, column in hasil.columns.items()
    }
    taken = add_columns(taken, {sure_name: sure, side_name: side})
    unsure = ~nw.col(sure_name)
    new = {
        f"{name}_{node.kode}": nw.when(unsure).then(column.isi)
        for node, column in hasil.columns.items()
    }
    taken = add_columns(taken, new)
    taken, exact = add_figures(
        taken, _place_exactly(hasil.pohon, edges), masked, f"{name}_exact", 0
    )
    place = nw.when(unsure).then(exact.nilai).otherwise(nw.col(side_name))
    taken = add_columns(taken, {f"{name}_place": place})
    alasan = nw.when(unsure).then(exact.alasan)
    return taken, Written(nilai=nw.col(f"{name}_place"), alasan=alasan)


def _place_doubles(hasil: Computed, edges: list[Decimal]) -> tuple[nw.Expr, nw.Expr]:
    """Say where doubles are sure, and what they say."""
    try:
        bounded = bound_value(hasil.pohon, hasil.columns)
    except NeverComputes:
        return nw.lit(value=False), nw.lit(None).cast(nw.Float64())
    value = to_column(bounded.value)
    sure, side = [value.is_finite(), *bounded.certain], nw.lit(0.0)
    for edge in (to_float(Fraction(edge)) for edge in edges):
        distance = bounded.error * 2.0 + abs(edge) * 4 * UNIT
        sure.append((value - edge).abs() > distance)
        side += nw.when(value > edge).then(nw.lit(1.0)).otherwise(nw.lit(-1.0))
    return require_all(sure).fill_null(value=False), side


def _place_exactly(pohon: Expression, edges: list[Decimal]) -> Expression:
    """Write the place as a tree; its parts are one, nothing or minus one."""
    sides: list[Expression] = []
    for edge in edges:
        distance = Subtract(left=pohon, right=Constant(Angka(edge)))
        near = Maximum((Multiply((distance, _HUGE)), _MINUS_ONE))
        sides.append(Minimum((near, _ONE)))
    return Add(tuple(sides)) if len(sides) > 1 else sides[0]
