"""Every indicator of a document, for every entity and period of a long table."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import narwhals as nw

from iku._attrs import frozen
from iku.domain.dokumen import Dokumen
from iku.errors import FrameError, quote
from iku.frames.dokumen.expanding import list_terhitung
from iku.frames.dokumen.rows import DATA
from iku.frames.evaluating import convert_back, evaluate, take_frame
from iku.frames.names import check_name, require_column, take_names
from iku.frames.stages import add_columns
from iku.frames.thresholds import find_ukuran
from iku.scoring.consolidation.choosing import check_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.frames.dokumen.expanding import Terhitung
    from iku.frames.names import Frame

F = TypeVar("F")
"""The kind of frame: what comes in comes out."""

_OWN: Final = ("kode", "nilai", "satuan")
"""Columns of the result, beside the keys."""
_NILAI: Final = "__iku_nilai"
_ALASAN: Final = "__iku_alasan"
_COUNT: Final = "_count"
"""Columns for the time being."""
_MEASURED: Final = (DATA, "realisasi")
"""What counts as measured where a column `jenis` tells rows apart."""


def evaluate_dokumen(  # noqa: PLR0913 - each is a name that the caller may give
    frame: F,
    dokumen: Dokumen,
    *,
    variabel: str = "kode",
    periode: str = "periode",
    nilai: str = "nilai",
    over: str | Sequence[str] = (),
    order_by: str | None = None,
    reason: str = "alasan",
    digits: int | None = None,
) -> F:
    """
    Compute all indicators of a document from a long table of what was measured.

    The table has a row for each figure: the kode of the variable, the period, the value,
    and the columns of `over` that tell entities apart. What comes back has a row for each
    entity, period and indicator, with `kode`, `nilai`, `satuan` and the reason. Where there
    is a column `jenis`, as in the rows of `from_dokumen`, only figures and realisasi count.
    An indicator that is reported by its source (`Langsung`) is measured under its own kode.

    >>> import polars as pl
    >>> from iku.domain import Indikator, JenisDokumen, Penjelasan, Variabel
    >>> from iku.formula import Persentase
    >>> baik = Penjelasan(formula=Persentase(pembilang="BAIK", penyebut="SEMUA"))
    >>> dokumen = Dokumen(
    ...     jenis=JenisDokumen.IKU,
    ...     judul="IKU",
    ...     indikator=(Indikator(kode="S1.1", nama="Koperasi baik", penjelasan=(baik,)),),
    ...     variabel=(Variabel(kode="BAIK", nama="Baik"), Variabel(kode="SEMUA", nama="Semua")),
    ... )
    >>> rows = pl.DataFrame({"kode": ["BAIK", "SEMUA", "BAIK"], "periode": [2022, 2022, 2023],
    ...                      "nilai": [83, 852, 90]})
    >>> evaluate_dokumen(rows, dokumen, digits=2).sort("periode").rows()
    [(2022, 'S1.1', 9.74, '%', None), (2023, 'S1.1', None, '%', 'tanpa_data: SEMUA')]

    Formulas that look back need `order_by`, the column that counts the periods, unless
    `periode` holds whole numbers itself; it is kept in the result. Where one formula names
    another indicator, the reason is that of the measured figures below both.

    Raises:
        FrameError: `not-a-frame`, `unknown-column`, `wrong-column`, `wrong-type`,
            `duplicate-column` for a key that is named like a column of the result,
            `duplicate-periode` for two figures of one variable, entity and period (in
            frames that are in memory; in others there is then no single number), and as
            for `evaluate`.
        FormulaError: formulas that name each other make a tree beyond the limits.
        DomainError: `wrong-type`, for what is no document.
    """
    taken = take_frame(frame)
    check_kind(dokumen, Dokumen, "dokumen")
    schema = taken.collect_schema()
    entities = take_names(over, "over")
    order = order_by
    if order is None and periode in schema and schema[periode].is_integer():
        order = periode
    tabel = _Tabel(
        variabel=variabel,
        nilai=nilai,
        keys=tuple(dict.fromkeys((*entities, periode, *(() if order is None else (order,))))),
        over=entities,
        order_by=order,
        alasan=reason,
    )
    _check_columns(taken, tabel)
    terhitung = list_terhitung(dokumen)
    names = dict.fromkeys(kode for each in terhitung for kode in each.rumus.variables)
    columns = {kode: f"__iku_var_{index}" for index, kode in enumerate(names)}
    wide = _pivot(taken, tabel, columns)
    rows = [_evaluate_one(wide, each, tabel, columns, digits) for each in terhitung]
    if not rows:
        nothing = nw.lit(None).cast(nw.String())
        rows.append(
            _select(
                wide.with_columns(**{_NILAI: nothing.cast(nw.Float64()), _ALASAN: nothing}).head(0),
                tabel,
                "",
                None,
            )
        )
    return convert_back(frame, cast("Frame", nw.concat(cast("Any", rows))))


@frozen(kw_only=True)
class _Tabel:
    """How a long table is laid out."""

    variabel: str
    nilai: str
    keys: tuple[str, ...]
    over: tuple[str, ...]
    order_by: str | None
    alasan: str


def _check_columns(taken: Frame, tabel: _Tabel) -> None:
    schema = taken.collect_schema()
    require_column(
        tabel.variabel, schema, wanted="the column of kode of variables", location=("variabel",)
    )
    find_ukuran(taken, "nilai", tabel.nilai)
    for name in tabel.keys:
        location = "periode" if name not in tabel.over else "over"
        require_column(name, schema, wanted="a column of the table", location=(location,))
    check_name(tabel.alasan, "reason")
    for name in (*_OWN, tabel.alasan):
        if name in tabel.keys or (name == tabel.alasan and name in _OWN):
            raise FrameError(
                "duplicate-column",
                found=f"{quote(name)} among the keys or twice in the result",
                expected=f"keys that are not called {', '.join(_OWN)} or like the reasons",
                repair="rename the column first",
                location=("over",),
            )


def _pivot(taken: Frame, tabel: _Tabel, columns: Mapping[str, str]) -> Frame:
    """Give each variable a column, and each entity and period one row."""
    if "jenis" in taken.collect_schema():
        taken = taken.filter(nw.col("jenis").is_in(_MEASURED))
    value, kode = nw.col(tabel.nilai), nw.col(tabel.variabel)
    spread: dict[str, nw.Expr] = {}
    for variabel, name in columns.items():
        spread[name] = nw.when(kode == variabel).then(value)
        known = (kode == variabel) & ~value.is_null()
        one, none = nw.lit(1), nw.lit(0)
        spread[name + _COUNT] = nw.when(known).then(one).otherwise(none).cast(nw.Int64())
    rows = taken.select(*tabel.keys, **spread)
    gathered = [nw.col(name).max() for name in columns.values()]
    counted = [nw.col(name + _COUNT).sum() for name in columns.values()]
    wide = rows.group_by(*tabel.keys).agg(*gathered, *counted) if spread else rows.unique()
    if isinstance(wide, nw.DataFrame):
        for variabel, name in columns.items():
            _refuse_twice(wide, tabel, variabel, name + _COUNT)
        return wide
    is_double = taken.collect_schema()[tabel.nilai] == nw.Float64()
    several = nw.lit(nan) if is_double else nw.lit(None)
    single = {
        name: nw.when(nw.col(name + _COUNT) > 1).then(several).otherwise(nw.col(name))
        for name in columns.values()
    }
    return add_columns(wide, single)


def _refuse_twice(wide: nw.DataFrame[Any], tabel: _Tabel, variabel: str, count: str) -> None:
    twice = wide.filter(nw.col(count) > 1)
    if len(twice):
        example = twice.select(*tabel.keys).row(0)
        shown = ", ".join(f"{k} {v}" for k, v in zip(tabel.keys, example, strict=True))
        raise FrameError(
            "duplicate-periode",
            found=f"{twice[count][0]} figures of {quote(variabel)} for {quote(shown)}",
            expected="one figure for each variable, entity and period",
            repair="name in over all columns that tell entities apart, or choose a source first",
            location=("over",),
        )


def _evaluate_one(
    wide: Frame, terhitung: Terhitung, tabel: _Tabel, columns: Mapping[str, str], digits: int | None
) -> Frame:
    done = evaluate(
        wide,
        terhitung.rumus,
        columns={kode: columns[kode] for kode in terhitung.rumus.variables},
        into=_NILAI,
        reason=_ALASAN,
        over=None if tabel.order_by is None else tabel.over,
        order_by=tabel.order_by,
        digits=digits,
    )
    satuan = None if terhitung.satuan is None else terhitung.satuan.nama
    return _select(done, tabel, terhitung.kode, satuan)


def _select(done: Frame, tabel: _Tabel, kode: str, satuan: str | None) -> Frame:
    return done.select(
        *tabel.keys,
        kode=nw.lit(kode),
        nilai=nw.col(_NILAI),
        satuan=nw.lit(satuan).cast(nw.String()),
        **{tabel.alasan: nw.col(_ALASAN)},
    )
