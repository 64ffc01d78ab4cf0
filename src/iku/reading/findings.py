"""What a reader finds odd, collected while a file is read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.domain import Asal, Temuan
from iku.reading.bacaan import SelTerbaca
from iku.reading.characters import quote_raw, quote_short
from iku.reading.grid import Cell, Grid
from iku.reading.rules import MORE, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.domain import Periode
    from iku.reading.grid import Part

MAXIMUM_FINDINGS: Final = 1_000
"""Findings of one file; a file with more is no document."""


_LISTED: Final = 3
"""Lines of a run that are not read which a finding repeats."""
_LINE: Final = 60
"""Characters that it repeats of each."""
MAXIMUM_SHOWN: Final = 10_000
"""Cells of one file that are shown beside what was understood of them."""


@frozen(kw_only=True)
class Remembered:
    """A text of the document that may turn out to be cut off."""

    text: str
    """The text."""
    cell: Cell
    """Where it stands."""
    subjek: str
    """Kode of the noun it speaks of."""
    tabel: int | None
    """Number of its table."""


@frozen(kw_only=True)
class Formulasi:
    """A formulasi that is to be read into a formula."""

    cell: Cell
    """Where it stands."""
    indikator: str
    """Kode of its indicator."""
    nomor: int
    """Which Penjelasan of the indicator, from 0."""


class Findings:
    """The Temuan of one file while it is read, with the places they speak of."""

    def __init__(self, berkas: str | None) -> None:
        self.berkas = berkas
        """Name of the file."""
        self.tabel: int | None = None
        """Number of the table that is being read."""
        self._order: dict[tuple[int | None, int], int] = {}
        """Of a file that counts rows in each table anew, the order of tables and lines."""
        self.remembered: list[Remembered] = []
        """Texts to be compared when the whole file is read."""
        self.sel: list[SelTerbaca] = []
        """Cells that were read, with the fields they were read into."""
        self.formulasi: dict[int, list[Formulasi]] = {}
        """Sentences to be read into formulas, by the number of their document."""
        self._cut: set[int] = set()
        self._found: list[Temuan] = []
        self._left_out = 0

    def take_order(self, parts: Iterable[Part]) -> None:
        """Remember the order of tables and lines, where a file counts the rows of each table."""
        order = {
            (row[0].table, 0 if row[0].table else row[0].line): number
            for number, part in enumerate(parts, 1)
            for row in ((part.rows[0],) if isinstance(part, Grid) else zip(part.lines, strict=True))
        }
        self._order = order if any(table for table, _ in order) else {}

    def locate(self, cell: Cell, *, catatan: str | None = None) -> Asal:
        """Say where a cell stands."""
        return Asal(
            berkas=self.berkas,
            halaman=cell.page,
            tabel=cell.table if self._order else self.tabel,
            baris=cell.line,
            kolom=cell.column,
            teks=quote_raw(cell.raw),
            catatan="; ".join(note for note in (cell.place, catatan) if note) or None,
        )

    def remember(self, text: str, cell: Cell, subjek: str) -> None:
        """Keep a text until the whole file is read."""
        self.remembered.append(Remembered(text=text, cell=cell, subjek=subjek, tabel=self.tabel))

    def note_cut(self, cell: Cell) -> None:
        """Remember that the text of a cell breaks off."""
        self._cut.add(id(cell))

    def is_cut(self, cell: Cell) -> bool:
        """Say whether the text of a cell was found to break off."""
        return id(cell) in self._cut

    def note_formulasi(self, cell: Cell, indikator: str, nomor: int) -> None:
        """Remember a sentence that is to be read into a formula."""
        item = Formulasi(cell=cell, indikator=indikator, nomor=nomor)
        self.formulasi.setdefault(self.tabel or 1, []).append(item)

    def show(
        self,
        cell: Cell,
        bidang: str,
        subjek: str | None,
        periode: Periode | None = None,
        sumber: str | None = None,
    ) -> None:
        """Say into which field of which noun a cell was read."""
        if len(self.sel) < MAXIMUM_SHOWN:
            self.sel.append(
                SelTerbaca(
                    dokumen=self.tabel or 1,
                    bidang=bidang,
                    asal=self.locate(cell),
                    subjek=subjek,
                    periode=periode,
                    sumber=sumber,
                )
            )

    def add(self, kode: str, cell: Cell, subjek: str | None = None, /, **words: str | int) -> None:
        """Note a finding about a cell and the noun of that kode; `words` fill its message."""
        if len(self._found) < MAXIMUM_FINDINGS:
            self.add_at(kode, self.locate(cell), subjek, **words)
        else:
            self._left_out += 1

    def add_unread(self, cells: Sequence[Cell]) -> None:
        """Note lines that follow each other and are not read, all at once."""
        texts = [cell.text for cell in cells]
        if len(texts) > _LISTED:
            shown = [*map(_quote_line, texts[: _LISTED - 1]), "…", _quote_line(texts[-1])]
        elif len(texts) > 1:
            shown = [*map(_quote_line, texts)]
        else:
            shown = [_show("teks", texts[0])]
        self.add("IKU-B022", cells[0], jumlah=len(texts), daftar=", ".join(shown))

    def add_between(self, cells: Iterable[Cell], unread: Iterable[Cell]) -> None:
        """Note which of the lines of a page are not read, a finding for each run of them."""
        left = set(map(id, unread))
        for is_unread, run in groupby(cells, key=lambda cell: id(cell) in left):
            if is_unread:
                self.add_unread(tuple(run))

    def add_at(
        self, kode: str, asal: Asal, subjek: str | None = None, /, **words: str | int
    ) -> None:
        """Note a finding about a place."""
        if len(self._found) >= MAXIMUM_FINDINGS:
            self._left_out += 1
            return
        shown = {name: _show(name, word) for name, word in words.items()}
        rule = RULES[kode]
        self._found.append(
            Temuan(
                kode=kode,
                tingkat=rule.tingkat,
                pesan=rule.pesan.format(**shown),
                saran=rule.saran.format(**shown),
                subjek=subjek,
                asal=asal,
            )
        )

    def freeze(self) -> tuple[Temuan, ...]:
        """Give what was found, in the order of the file."""
        self._found.sort(key=self._place)
        if self._left_out:
            rule = RULES[MORE]
            more = Temuan(
                kode=MORE,
                tingkat=rule.tingkat,
                pesan=rule.pesan.format(jumlah=self._left_out),
                saran=rule.saran,
                asal=Asal(berkas=self.berkas),
            )
            self._found.append(more)
            self._left_out = 0
        return tuple(self._found)

    def _place(self, temuan: Temuan) -> tuple[int, int, int, int]:
        asal = temuan.asal or Asal()
        line = asal.baris or 0
        order = self._order.get((asal.tabel, 0 if asal.tabel else line), 0)
        return asal.halaman or 0, order, line, asal.kolom or 0


def _show(name: str, word: str | int) -> str:
    """Put text of the document between quotes; our own words stay bare."""
    if name in ("teks", "lanjutan"):
        return f'"{quote_short(str(word))}"'
    return str(word) if name == "daftar" else quote_short(str(word))


def _quote_line(text: str) -> str:
    """Quote one of several lines, cut when it is long."""
    plain = quote_short(text)
    return f'"{plain}"' if len(plain) <= _LINE else f'"{plain[: _LINE - 1]}…"'
