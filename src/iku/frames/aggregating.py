"""Many rows, one value for each group: from sums of numerators and denominators, or as a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast

import narwhals as nw

from iku.angka import Angka
from iku.errors import FrameError, IkuError, quote
from iku.formula.evaluation.alasan import KodeAlasan
from iku.frames.capaian.writing import Written, add_figures, write_plain
from iku.frames.evaluating import convert_back, take_frame
from iku.frames.exact.rounding import check_digits
from iku.frames.inputs import mark_wide
from iku.frames.names import check_name, require_column, take_names
from iku.frames.reasons import choose_case, write_reason
from iku.frames.stages import add_columns
from iku.frames.summing import (
    BROKEN,
    MAXIMUM_TOTAL,
    NEGATIVE,
    SIZE,
    SKIPPED,
    UNWEIGHED,
    USED,
    list_sums,
    make_tree,
    read_sums,
    split_exactly,
    take_plain,
)
from iku.frames.thresholds import find_ukuran
from iku.scoring import CaraAgregasi
from iku.scoring.consolidation.choosing import take_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from iku.frames.names import Frame
    from iku.frames.reasons import Case
    from iku.frames.thresholds import Ukuran

F = TypeVar("F")
"""The kind of frame: what comes in comes out."""

_TAKES: Final = {
    CaraAgregasi.RASIO: ("pembilang", "penyebut"),
    CaraAgregasi.RATA_RATA: ("nilai",),
    CaraAgregasi.RATA_RATA_PERSEN: ("nilai",),
    CaraAgregasi.TERTIMBANG: ("nilai", "bobot"),
}
"""The columns that each way is about."""

_FIGURE: Final = "__iku_joined"
"""Column of figures for the time being."""


def aggregate(  # noqa: PLR0913 - each is a name that the caller may give
    frame: F,
    *,
    by: str | Sequence[str] = (),
    cara: CaraAgregasi | str = CaraAgregasi.RASIO,
    pembilang: str | None = None,
    penyebut: str | None = None,
    nilai: str | None = None,
    bobot: str | None = None,
    pengali: Angka | Decimal | int = 100,
    into: str = "nilai",
    dilewati: str = "dilewati",
    reason: str | None = None,
    digits: int | None = None,
) -> F:
    """
    Make one value of the rows of each group, as `iku.aggregate` makes one of several.

    Usually that is the sum of the numerators over the sum of the denominators, times
    `pengali`: the result of the whole, which the mean of the parts is not. A mean is asked
    for by its name, `cara="rata_rata"` of the column `nilai` (capaian), `"tertimbang"` with
    weights in `bobot`, or `"rata_rata_persen"` where it really is meant. A row without a
    value is skipped and counted in `dilewati`; it is never zero.

    >>> import polars as pl
    >>> rows = pl.DataFrame({"provinsi": ["A", "A", "A", "B"], "baik": [90, 100, None, 1],
    ...                      "semua": [100, 1000, 50, 0]})
    >>> aggregate(rows, by="provinsi", pembilang="baik", penyebut="semua", digits=2,
    ...           reason="alasan").sort("provinsi").rows()
    [('A', 17.27, 1, None), ('B', None, 0, 'pembagi_nol: penyebut')]
    >>> rows = pl.DataFrame({"capaian": [90.0, 60.0, None], "bobot": [2, 1, 1]})
    >>> aggregate(rows, cara="tertimbang", nilai="capaian", bobot="bobot").rows()
    [(80.0, 1)]

    With `digits` the figure is exactly the one that `iku.aggregate` prints: sums are made of
    whole numbers. For that, numbers in double precision have at most 15 digits, and 10
    decimals (weights 4); of others no figure is made, and the reason is `terlalu_besar`.
    A weight that is missing or negative is the reason, too.

    Raises:
        FrameError: `not-a-frame`, `unknown-column`, `wrong-column`, `duplicate-column`,
            `wrong-type` for a column that is not given or not looked at, `bad-digits`,
            `unsupported-engine`, `missing-extra`.
        AngkaError: for what is no `pengali`.
        DomainError: `bad-choice`, for another `cara`.
    """
    taken = take_frame(frame)
    how = take_choice(CaraAgregasi, cara, "cara")
    given = {"pembilang": pembilang, "penyebut": penyebut, "nilai": nilai, "bobot": bobot}
    ukuran = _find_columns(taken, how, given)
    groups = take_names(by, "by")
    for name in groups:
        require_column(
            name, taken.collect_schema(), wanted="a column that makes groups", location=("by",)
        )
    _check_names(groups, into=into, dilewati=dilewati, reason=reason)
    factor, places = _take_pengali(pengali), None if digits is None else check_digits(digits)
    terms = take_plain(ukuran, how) if places is None else split_exactly(ukuran, how)
    sums = list_sums(ukuran, how, terms)
    rows = add_columns(taken, *terms.stages).select(*groups, **sums)
    added = [nw.col(name).sum() for name in sums]
    joined = rows.group_by(*groups).agg(*added) if groups else rows.select(*added)
    joined = add_columns(joined, read_sums(terms))
    pohon, found = make_tree(terms, how, factor)
    columns = mark_wide(joined, found)
    if places is None:
        written = write_plain(pohon, columns)
    else:
        joined, written = add_figures(joined, pohon, columns, _FIGURE, places)
    cases = _find_reasons(how, written)
    new = {
        into: nw.when(choose_case(cases).is_null()).then(written.nilai),
        dilewati: nw.col(SKIPPED).cast(nw.Int64()),
    }
    if reason is not None:
        new[reason] = choose_case(cases)
    return convert_back(frame, joined.select(*groups, **new))


def _find_columns(
    taken: Frame, cara: CaraAgregasi, given: Mapping[str, str | None]
) -> list[Ukuran]:
    for parameter, name in given.items():
        if name is not None and parameter not in _TAKES[cara]:
            raise FrameError(
                "wrong-type",
                found=f"{parameter}={quote(name)} with cara={quote(cara)}",
                expected=f"columns for {' and '.join(_TAKES[cara])}",
                repair="leave it out, or say another cara",
                location=(parameter,),
            )
    # What is not given is no name, and refused as such.
    return [find_ukuran(taken, each, cast("str", given[each])) for each in _TAKES[cara]]


def _check_names(groups: Sequence[str], **names: str | None) -> None:
    seen = dict.fromkeys(groups, "by")
    for parameter, name in names.items():
        if name is None:
            continue
        check_name(name, parameter)
        if name in seen:
            raise FrameError(
                "duplicate-column",
                found=f"{quote(name)} for {seen[name]} and for {parameter}",
                expected="a name that no other column has",
                repair="choose another name",
                location=(parameter,),
            )
        seen[name] = parameter


def _take_pengali(pengali: object) -> Angka:
    try:
        return Angka(cast("int", pengali))
    except IkuError as error:
        error.location = ("pengali",)
        raise


def _find_reasons(cara: CaraAgregasi, written: Written) -> list[Case]:
    """List why a group has no value; what comes first decides."""
    zero = (
        write_reason(KodeAlasan.PEMBAGI_NOL, ("penyebut",))
        if cara is CaraAgregasi.RASIO
        else write_reason(KodeAlasan.BOBOT_NOL, ())
    )
    beyond = write_reason(KodeAlasan.TERLALU_BESAR, ("butir",))
    unweighed = write_reason(KodeAlasan.TANPA_DATA, ("bobot",))
    negative = write_reason(KodeAlasan.TIDAK_BERLAKU, ("bobot",))
    return [
        (nw.col(USED) == 0, nw.lit(write_reason(KodeAlasan.TANPA_NILAI, ()))),
        (nw.col(UNWEIGHED) > 0, nw.lit(unweighed)),
        (nw.col(NEGATIVE) > 0, nw.lit(negative)),
        ((nw.col(BROKEN) > 0) | (nw.col(SIZE) >= MAXIMUM_TOTAL), nw.lit(beyond)),
        (written.alasan.str.starts_with(KodeAlasan.PEMBAGI_NOL), nw.lit(zero)),
        (~written.alasan.is_null(), nw.lit(beyond)),
    ]
