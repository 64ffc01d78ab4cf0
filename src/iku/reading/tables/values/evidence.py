"""What the values around a cell say about it: its row, its column, its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from iku._attrs import frozen
from iku.angka import ORDINARY_DECIMALS, ORDINARY_DIGITS, Angka, Locale, parse_angka
from iku.domain import Ambang, Kosong, Nilai, Rentang, Satuan
from iku.domain.parsing import find_satuan, parse_nilai
from iku.errors import AngkaError, IkuError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.reading.grid import Cell
    from iku.reading.tables.headers import Row

VALUES: Final = frozenset({"baseline", "kondisi_akhir", "target", "realisasi", "pagu"})
"""Nouns whose cells hold values."""
SIGNS: Final[dict[Locale, str]] = {"id": "koma", "en": "titik"}
"""The sign before decimals in each convention."""


@frozen(kw_only=True)
class Shown:
    """What a text says by itself, whatever the convention of its table."""

    values: dict[Locale, Nilai]
    """Its value by each convention that can read it."""
    error: IkuError | None
    """Why it cannot be read, where it cannot by either."""

    @property
    def only(self) -> Locale | None:
        """The convention that it must follow, where it shows one."""
        return next(iter(self.values)) if len(self.values) == 1 else None

    @property
    def certain(self) -> bool:
        """Whether it can be read, and means the same by both conventions where both can."""
        values = list(self.values.values())
        return bool(values) and values[0] == values[-1]


@define(kw_only=True)
class Evidence:
    """What several cells have in common."""

    conventions: set[Locale] = Factory(set[Locale])
    """The conventions that some of them must follow."""
    kinds: set[type] = Factory(set[type])
    """The kinds of their values."""
    decimals: set[int] = Factory(set[int])
    """How many decimals they print, where they print any."""
    units: set[str] = Factory(set[str])
    """The units of the indicators that they are of, or else those behind them; "" for none."""

    def add(self, shown: Shown) -> None:
        """Take one more cell into account; one that can mean two values says nothing."""
        if shown.only is not None:
            self.conventions.add(shown.only)
        if shown.certain:
            nilai = next(iter(shown.values.values()))
            if not isinstance(nilai, Kosong):
                self.kinds.add(type(nilai))
                counts = (len(number.teks.partition(".")[2]) for number in find_numbers(nilai))
                self.decimals.update(count for count in counts if count)


def find_numbers(nilai: Nilai) -> tuple[Angka, ...]:
    """Give the numbers of a value: one, the bounds of a range, or none."""
    match nilai:
        case Angka():
            return (nilai,)
        case Rentang():
            return nilai.bawah, nilai.atas
        case Ambang():
            return (nilai.batas,)
        case _:
            return ()


class Numbers:
    """
    How the values of one table are read.

    A number that only the other convention can read is read by it. Where one
    stands in the table, a number that can mean two is read as its own row shows,
    or else its column, or not at all: where `95.56` stands, `1.007` need not be
    a thousand and seven.
    """

    def __init__(self, rows: Iterable[Row], locale: Locale) -> None:
        # An unknown locale is the caller's fault, not a finding about each cell.
        parse_angka("0", locale=locale)
        self.locale: Locale = locale
        """The convention that the caller names."""
        self.foreign: list[Cell] = []
        """Cells that must follow the other convention."""
        self._shown: dict[str, Shown] = {}
        self._columns: dict[int, Evidence] = {}
        self.rounded: list[Cell] = []
        """Cells of which the file shows less than it stores."""
        for row in rows:
            printed = row.get("satuan")
            satuan = Satuan(printed.text) if printed else None
            for cell, _ in _list_cells((row,)):
                self._add(cell, satuan)

    def _add(self, cell: Cell, satuan: Satuan | None) -> None:
        shown = self.look(cell.text)
        column = self._columns.setdefault(cell.column, Evidence())
        column.add(shown)
        if shown.error is None:
            unit = satuan or find_satuan(cell.text)
            column.units.add(unit.baku.casefold() if unit else "")
        if cell.display is not None and cell.display.shown is not None:
            self.rounded.append(cell)
        if self.locale != "auto" and shown.only not in (None, self.locale):
            self.foreign.append(cell)

    def look(self, text: str) -> Shown:
        """Read a text by both conventions."""
        shown = self._shown.get(text)
        if shown is None:
            shown = self._shown[text] = _look(text, self.locale)
        return shown

    def collect(self, rows: Iterable[Row]) -> tuple[Evidence, Evidence]:
        """Collect what the values of these rows say, and apart from them their money."""
        values, money = Evidence(), Evidence()
        for cell, is_money in _list_cells(rows):
            (money if is_money else values).add(self.look(cell.text))
        return values, money

    def find_column(self, cell: Cell) -> Evidence:
        """Give what the column of a cell says."""
        return self._columns.get(cell.column, Evidence())

    def choose(self, text: str, around: Iterable[Evidence]) -> Locale | None:
        """
        Choose the convention of a text, None where nothing decides.

        `around` is what its neighbours show, the nearest first.

        Raises:
            IkuError: Neither convention can read it.
        """
        shown = self.look(text)
        if shown.error is not None:
            raise shown.error
        if shown.only is not None:
            return shown.only
        if shown.certain or (self.locale != "auto" and not self.foreign):
            return self.locale if self.locale != "auto" else "id"
        showing = next((found for found in around if found.conventions), Evidence())
        return next(iter(showing.conventions)) if len(showing.conventions) == 1 else None


def _list_cells(rows: Iterable[Row]) -> Iterator[tuple[Cell, bool]]:
    """Give the cells of values, and whether each is an amount of money; days are none."""
    for row in rows:
        for column, cell in zip(row.columns, row.cells, strict=True):
            if column.noun in VALUES and cell.text and not is_dated(cell):
                yield cell, column.noun == "pagu"


def is_dated(cell: Cell) -> bool:
    """Say whether the file stores a day or a time in a cell."""
    return cell.display is not None and cell.display.dated


def _look(text: str, locale: Locale) -> Shown:
    values: dict[Locale, Nilai] = {}
    errors: dict[Locale, IkuError] = {}
    conventions: tuple[Locale, ...] = ("en", "id") if locale == "en" else ("id", "en")
    for convention in conventions:
        try:
            values[convention] = refuse_long(parse_nilai(text, locale=convention))
        except IkuError as error:
            errors[convention] = error
    if values:
        return Shown(values=values, error=None)
    # The error that names what the text could mean says more.
    telling = [error for error in errors.values() if find_readings(error)]
    return Shown(values={}, error=[*telling, *errors.values()][0])


def refuse_long(nilai: Nilai) -> Nilai:
    """
    Refuse digits that no document is loaded with; nobody measured them.

    Raises:
        AngkaError: `number-too-long`.
    """
    for number in find_numbers(nilai):
        _, digits, exponent = number.nilai.as_tuple()
        decimals = max(0, -int(exponent))
        if max(len(digits), decimals) > ORDINARY_DIGITS or decimals > ORDINARY_DECIMALS:
            raise AngkaError(
                "number-too-long",
                found=f"{len(digits)} digits",
                expected=f"at most {ORDINARY_DIGITS}, {ORDINARY_DECIMALS} of them decimals",
                repair="round the figure",
            )
    return nilai


def find_readings(error: IkuError) -> tuple[str, ...]:
    """Give the texts of the values that an unreadable cell could mean."""
    # Of a number, readings are digits and not its text.
    return () if isinstance(error, AngkaError) else getattr(error, "readings", ())
