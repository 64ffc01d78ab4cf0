"""Capaian of many rows, by the rule of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import narwhals as nw

from iku.domain.indikator import Polaritas
from iku.errors import FrameError, quote
from iku.frames.capaian.cases import find_cases
from iku.frames.capaian.outcomes import Blamed, Case, Computed, Fixed
from iku.frames.capaian.segments import add_segments, write_segments
from iku.frames.capaian.sides import Side, Sides
from iku.frames.capaian.writing import (
    add_figures,
    choose,
    mark_cases,
    write_constant,
    write_plain,
)
from iku.frames.evaluating import convert_back, take_frame
from iku.frames.exact.rounding import check_digits
from iku.frames.names import check_new, require_column
from iku.frames.stages import add_columns
from iku.frames.thresholds import find_ukuran
from iku.scoring import compute_capaian as compute_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.frames.names import Frame
    from iku.typing import CapaianRule

F = TypeVar("F")
"""The kind of frame: what comes in comes out."""


def compute_capaian(  # noqa: PLR0913 - each is a name that the caller may give
    frame: F,
    *,
    rule: CapaianRule,
    target: str | tuple[str, str],
    realisasi: str,
    into: str = "capaian",
    tanpa_batas: str | None = None,
    reason: str | None = None,
    digits: int | None = None,
    polaritas: Polaritas | str | None = None,
    allow_unverified: bool = False,
) -> F:
    """
    Compare realisasi with target under a named rule, in every row of a frame.

    `target` and `realisasi` are columns; two columns for the target are the lower and the
    upper bound of a range. `polaritas` is one for all rows (`Polaritas.NEGATIF`) or the
    column that says it, `positif`, `negatif` or `stabil`. The answers are those of
    `iku.compute_capaian`, the reasons too; `tanpa_batas` adds the value before floor and cap.

    >>> import polars as pl
    >>> from iku.angka import Angka
    >>> from iku.scoring import RealisasiPerTarget
    >>> rows = pl.DataFrame({"target": [95.56, 3.25, 0.0], "realisasi": [93.0, 4.0, 1.0]})
    >>> rule = RealisasiPerTarget(maksimum=Angka("120"))
    >>> done = compute_capaian(rows, rule=rule, target="target", realisasi="realisasi", digits=2,
    ...                        tanpa_batas="penuh", reason="alasan")
    >>> done.select("capaian", "penuh", "alasan").rows()
    [(97.32, 97.32, None), (120.0, 123.08, None), (None, None, 'target_nol: target')]

    A range, with a rule for lower is better:

    >>> from iku.scoring import DuaTargetMinusRealisasi, RentangTarget
    >>> rows = pl.DataFrame({"dari": [7, 7], "sampai": [8, 8], "bulan": [9.0, 7.25]})
    >>> compute_capaian(rows, rule=RentangTarget(aturan=DuaTargetMinusRealisasi()),
    ...                 target=("dari", "sampai"), realisasi="bulan")["capaian"].to_list()
    [87.5, 100.0]

    Bounds in the wrong order are no range, and the reason is `tidak_terbaca`. Rules that
    compare labels find none in columns of numbers, and say so.

    Raises:
        FrameError: `not-a-frame`, `unknown-column`, `wrong-column`, `duplicate-column`,
            `wrong-type`, `bad-digits`, `unsupported-engine`, `missing-extra`, or
            `unsupported-rule` for one that neither is a tree nor of this library.
        FormulaError: `wrong-type`, for what is no rule.
        ScoringError: `unverified-rule`.
        PluginError: `plugin-failed`.
    """
    taken = take_frame(frame)
    # What it refuses is refused here, too.
    compute_one(None, None, rule=rule, allow_unverified=allow_unverified)
    check_new(taken, into=into, tanpa_batas=tanpa_batas, reason=reason)
    places = None if digits is None else check_digits(digits)
    cases = find_cases(rule, _find_sides(taken, target, realisasi, polaritas))
    added, where = mark_cases(taken, cases)
    said: list[_Said] = []
    for index, case in enumerate(cases):
        free = tanpa_batas is not None
        added, each = _add_outcome(added, case, f"__iku_capaian_{index}", places, free=free)
        said.append(each)
    new = {into: _choose_value(where, [each.nilai for each in said])}
    if tanpa_batas is not None:
        new[tanpa_batas] = _choose_value(where, [each.bebas for each in said])
    if reason is not None:
        alasan = choose(where, [each.alasan for each in said])
        new[reason] = (nw.lit(None) if alasan is None else alasan).cast(nw.String())
    known = {*taken.columns, *new}
    done = add_columns(added, new)
    own = [name for name in done.collect_schema().names() if name not in known]
    return convert_back(frame, done.drop(*own) if own else done)


def _choose_value(where: Sequence[nw.Expr | None], said: Sequence[nw.Expr | None]) -> nw.Expr:
    value = choose(where, said)
    return nw.lit(None).cast(nw.Float64()) if value is None else value


class _Said(NamedTuple):
    """The columns that a case comes to."""

    nilai: nw.Expr | None
    bebas: nw.Expr | None
    alasan: nw.Expr | None


def _find_sides(
    taken: Frame,
    target: str | tuple[str, ...],
    realisasi: str,
    polaritas: Polaritas | str | None,
) -> Sides:
    bounds = target if isinstance(target, tuple) else (target,)
    if not 1 <= len(bounds) <= 2:
        raise FrameError(
            "wrong-type",
            found=f"{len(bounds)} columns for the target",
            expected="one column, or two for a range",
            repair='write target=("bawah", "atas")',
            location=("target",),
        )
    if polaritas is not None and not isinstance(polaritas, Polaritas):
        _check_polaritas(taken, polaritas)
    aims = [find_ukuran(taken, "target", name) for name in bounds]
    return Sides(
        target=Side(kode="target", ukuran=tuple(aims)),
        realisasi=Side(kode="realisasi", ukuran=(find_ukuran(taken, "realisasi", realisasi),)),
        polaritas=polaritas,
    )


def _check_polaritas(taken: Frame, name: str) -> None:
    schema = taken.collect_schema()
    wanted = "a column of polarities, or a member of Polaritas"
    dtype = require_column(name, schema, wanted=wanted, location=("polaritas",))
    if not isinstance(dtype, nw.String | nw.Categorical | nw.Enum):
        raise FrameError(
            "wrong-column",
            found=f"column {quote(name)} of {dtype}",
            expected="a column of text: positif, negatif or stabil",
            repair="write the polarities as words",
            location=("polaritas",),
        )


def _add_outcome(
    taken: Frame, case: Case, name: str, digits: int | None, *, free: bool
) -> tuple[Frame, _Said]:
    """Write what a case comes to; exact figures are added to the frame first."""
    hasil = case.hasil
    if isinstance(hasil, Blamed):
        return taken, _Said(None, None, hasil.alasan)
    if isinstance(hasil, Fixed):
        constants = write_constant(hasil.nilai, digits), write_constant(hasil.bebas, digits)
        return taken, _Said(*constants, None)
    return _add_computed(taken, hasil, name, digits, free=free)


def _add_computed(
    taken: Frame, hasil: Computed, name: str, digits: int | None, *, free: bool
) -> tuple[Frame, _Said]:
    if hasil.jenjang is not None:
        # A nilai is what its segment says, and has no limits of its own.
        if digits is None:
            taken, nilai = write_segments(taken, hasil, hasil.jenjang, name)
        else:
            taken, nilai = add_segments(taken, hasil, hasil.jenjang, name, digits)
        return taken, _Said(nilai.nilai, nilai.nilai, nilai.alasan)
    if digits is None:
        within = write_plain(hasil.pohon, hasil.columns)
        bebas = write_plain(hasil.bebas, hasil.columns)
        return taken, _Said(within.nilai, bebas.nilai, within.alasan)
    taken, within = add_figures(taken, hasil.pohon, hasil.columns, name, digits)
    if not free or hasil.bebas == hasil.pohon:
        return taken, _Said(within.nilai, within.nilai, within.alasan)
    taken, bebas = add_figures(taken, hasil.bebas, hasil.columns, f"{name}_free", digits)
    return taken, _Said(within.nilai, bebas.nilai, within.alasan)
