"""
Seri: measured values by variable and period.

What looks back in time, as growth does, is computed from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar, cast

import attrs
from attrs import field

from iku._attrs import frozen
from iku._checks import many
from iku.angka import Angka
from iku.domain.nilai import Kosong
from iku.domain.periode import JenisPeriode, Periode
from iku.domain.target import Data
from iku.errors import FormulaError, IkuError, quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.domain.dokumen import Dokumen

PeriodeSeri: TypeAlias = Periode | int | str
"""A period: itself, a year as an integer, or text like `2023-TW2`."""

NilaiSeri: TypeAlias = Angka | Kosong | Decimal | int | None
"""A figure, a stated absence, or None for nothing at all."""

BarisSeri: TypeAlias = (
    Data
    | tuple[str, PeriodeSeri, NilaiSeri]
    | tuple[str, PeriodeSeri, NilaiSeri, str | None]
    | Mapping[str, object]
)
"""A row: `(variabel, periode, nilai)` and perhaps `sumber`, or a mapping with these keys."""

PilihanSumber: TypeAlias = str | Sequence[str | None]
"""Whose figure to take where several have one; of several names the earlier is preferred."""

P = TypeVar("P", bound=PeriodeSeri)
R = TypeVar("R", bound="_Figure")

_COLUMNS = ("variabel", "periode", "nilai", "sumber")


class _Figure(Protocol):
    @property
    def periode(self) -> Periode: ...
    @property
    def sumber(self) -> str | None: ...


@frozen(kw_only=False)
class Seri:
    """
    Seri (series): one figure for each variable and period.

    >>> pdrb = Seri.from_mapping({"PDRB": {2022: Angka("71.94"), 2023: Angka("72.29")}})
    >>> pdrb.find("PDRB", Periode.tahunan(2022))
    Angka(teks='71.94')
    >>> pdrb == Seri.from_rows([("PDRB", "2023", Angka("72.29")), ("PDRB", 2022, Angka("71.94"))])
    True

    Raises:
        FormulaError: `several-sources` for two figures of one variable and period.
    """

    data: tuple[Data, ...] = field(metadata=many(Data))
    """The figures, sorted by kode and period."""

    _places: dict[tuple[str, Periode], Data] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Sort the figures and refuse two for one variable and period."""
        rows = _choose(self.data, ())
        ordered = sorted(rows, key=lambda row: (row.variabel, str(row.periode)))
        object.__setattr__(self, "data", tuple(ordered))
        places = {(row.variabel, row.periode): row for row in ordered}
        object.__setattr__(self, "_places", places)

    @classmethod
    def from_dokumen(cls, dokumen: Dokumen, *, sumber: PilihanSumber = ()) -> Seri:
        """
        Take the measured inputs of a document.

        Years of the plan become the calendar years that they are.

        Raises:
            FormulaError: `several-sources`: several sources have a figure for one
                variable and period, and `sumber` names none of them.
            DomainError: `bad-periode`, for a year beyond the plan.
        """
        return cls(_choose((_resolve(row, dokumen.periode) for row in dokumen.data), sumber))

    @classmethod
    def from_rows(cls, rows: Iterable[BarisSeri], *, sumber: PilihanSumber = ()) -> Seri:
        """
        Take rows of a table; a row whose value is None is left out.

        Raises:
            FormulaError: `wrong-type`, `missing-field` or, as for a document,
                `several-sources`.
            IkuError: what `Angka` and `Periode` refuse.
        """
        taken: list[Data] = []
        for index, row in enumerate(rows):
            try:
                data = _take_row(row)
            except IkuError as error:
                raise error.under(index) from None
            taken.extend([data] if data else [])
        return cls(_choose(taken, sumber))

    @classmethod
    def from_mapping(cls, values: Mapping[str, Mapping[P, NilaiSeri]]) -> Seri:
        """
        Take values by kode and period; None leaves a period out.

        Raises:
            IkuError: as for `from_rows`.
        """
        return cls.from_rows(
            (kode, periode, nilai)
            for kode, by_periode in values.items()
            for periode, nilai in by_periode.items()
        )

    @property
    def variabel(self) -> tuple[str, ...]:
        """Kode of the variables, each once."""
        return tuple(dict.fromkeys(row.variabel for row in self.data))

    def find(self, variabel: str, periode: Periode) -> Angka | Kosong | None:
        """Give the figure of a variable in a period, None where there is none."""
        found = self._places.get((variabel, periode))
        return None if found is None else found.nilai


def resolve_periode(periode: Periode, rencana: Periode | None) -> Periode:
    """
    Turn a year of the plan into a calendar year, where the plan says when it begins.

    Raises:
        DomainError: `bad-periode`, for a year beyond the plan.
    """
    if rencana is None or rencana.jenis is JenisPeriode.TAHUN_KE:
        return periode
    return periode.resolve(rencana)


def _resolve(row: Data, rencana: Periode | None) -> Data:
    periode = resolve_periode(row.periode, rencana)
    return row if periode == row.periode else attrs.evolve(row, periode=periode)


def _choose(rows: Iterable[Data], sumber: PilihanSumber) -> tuple[Data, ...]:
    """Take one row for each variable and period."""
    groups: dict[tuple[str, Periode], list[Data]] = {}
    for row in rows:
        groups.setdefault((row.variabel, row.periode), []).append(row)
    return tuple(take_source(kode, group, sumber) for (kode, _), group in groups.items())


def take_source(kode: str, rows: Sequence[R], sumber: PilihanSumber) -> R:
    """
    Take the only figure of a kode and period, or that of a named source.

    Raises:
        FormulaError: `several-sources`.
    """
    preferred = (sumber,) if isinstance(sumber, str) else tuple(sumber)
    named = ([row for row in rows if row.sumber == name] for name in preferred if len(rows) > 1)
    only, *others = next(filter(None, named), rows)
    if others:
        shown = ["no source" if row.sumber is None else quote(row.sumber) for row in rows[:5]]
        raise FormulaError(
            "several-sources",
            found=f"{len(rows)} figures of {quote(kode)} for {only.periode}: {', '.join(shown)}",
            expected="one figure for each variable and period",
            repair='name the source to take: sumber="BPS"',
        )
    return only


def _take_row(row: object) -> Data | None:
    if isinstance(row, Data):
        return row
    cells = _read_cells(row)
    nilai = cells.get("nilai")
    if nilai is None:
        return None
    return Data(
        variabel=cast("str", cells["variabel"]),
        periode=_take_periode(cells["periode"]),
        nilai=_take_nilai(nilai),
        sumber=cast("str | None", cells.get("sumber")),
    )


def _read_cells(row: object) -> Mapping[str, object]:
    if isinstance(row, Mapping):
        return _read_mapping(cast("Mapping[str, object]", row))
    given = row
    if isinstance(row, tuple | list):
        values = cast("Sequence[object]", row)
        if 3 <= len(values) <= 4:
            return dict(zip(_COLUMNS, values, strict=False))
    raise FormulaError.wrong_type(
        given,
        "a row (variabel, periode, nilai), with sumber behind or not",
        repair='write ("PDRB", 2023, Angka("72.29"))',
    )


def _read_mapping(cells: Mapping[str, object]) -> Mapping[str, object]:
    for name in _COLUMNS[:3]:
        if name not in cells:
            raise FormulaError(
                "missing-field",
                found=f"a row without {name}",
                expected=f"a row with {', '.join(_COLUMNS[:3])}",
                repair="add it; nilai may be None where there is no figure",
            )
    return cells


def _take_periode(value: object) -> Periode:
    if isinstance(value, int) and not isinstance(value, bool):
        return Periode.tahunan(value)
    # Whatever else is no period is refused by the row itself.
    return Periode.from_text(value) if isinstance(value, str) else cast("Periode", value)


def _take_nilai(value: object) -> Angka | Kosong:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Angka(value)
    return cast("Angka | Kosong", value)
