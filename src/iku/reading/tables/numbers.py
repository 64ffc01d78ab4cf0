"""By which convention the numbers of a table are read, and which of them stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.angka import Angka, Locale, parse_angka
from iku.domain.parsing import parse_nilai
from iku.errors import IkuError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.domain import Nilai
    from iku.reading.tables.headers import Row

_VALUES: Final = frozenset({"baseline", "kondisi_akhir", "target", "realisasi", "pagu"})
_OTHER: Final[dict[Locale, Locale]] = {"id": "en", "en": "id"}


@frozen(kw_only=True)
class Numbers:
    """How the numbers of one table are read."""

    locale: Locale
    """The convention that the caller names."""
    mixed: bool = False
    """Whether a number follows the other one: then no number that can mean two is read."""

    def parse_nilai(self, text: str) -> Nilai:
        """
        Read the text of a cell as a value.

        Raises:
            IkuError: It is none, or can mean two numbers (`ambiguous-number`).
        """
        nilai = parse_nilai(text, locale=self.locale)
        if self.mixed:
            parse_nilai(text, locale="auto")
        return nilai

    def parse_angka(self, text: str) -> Angka:
        """
        Read the text of a cell as a number.

        Raises:
            AngkaError: It is none, or can mean two (`ambiguous-number`).
        """
        angka = parse_angka(text, locale=self.locale)
        if self.mixed:
            parse_angka(text, locale="auto")
        return angka


def find_convention(rows: Iterable[Row], locale: Locale) -> Numbers:
    """
    Look for a number that only the other convention can read.

    Where `95.56` stands, `1.007` need not be a thousand and seven, whatever the
    caller said: reading it would be wrong by a thousand without a word.
    """
    other = _OTHER.get(locale)
    mixed = other is not None and any(
        not _is_readable(text, locale) and _is_readable(text, other) for text in _list_texts(rows)
    )
    return Numbers(locale=locale, mixed=mixed)


def _list_texts(rows: Iterable[Row]) -> dict[str, None]:
    """Give the texts of all cells of values, each once, in their order."""
    return {
        cell.text: None
        for row in rows
        for column, cell in zip(row.columns, row.cells, strict=True)
        if column.noun in _VALUES
    }


def _is_readable(text: str, locale: Locale) -> bool:
    try:
        parse_nilai(text, locale=locale)
    except IkuError:
        return False
    return True
