"""The cells of an indicator's rows as the fields of the model."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

from iku._attrs import frozen
from iku.domain import (
    DasarHukum,
    JenisCascading,
    Kondisi,
    Konsolidasi,
    Kosong,
    Nilai,
    Pagu,
    Penjelasan,
    Periode,
    Polaritas,
    Realisasi,
    Satuan,
    SebabKosong,
    SumberData,
    Tambahan,
    Target,
    Tautan,
    find_dasar_hukum,
)
from iku.errors import IkuError
from iku.glossary import fold_kolom
from iku.reading.findings import Findings
from iku.reading.tables.kode import GENERATED, KodePool, is_kode
from iku.reading.tables.numbers import Numbers
from iku.reading.tables.words import CASCADING, KONSOLIDASI, POLARITAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iku.reading.grid import Cell
    from iku.reading.tables.drafts import IndikatorDraft
    from iku.reading.tables.headers import Column, Row

E = TypeVar("E", bound=Enum)
V = TypeVar("V", Target, Realisasi)

_OPEN: Final = {"ambiguous-number": "dapat berarti dua bilangan"}
_EXPLAINING: Final = ("alasan", "formulasi", "penanggung_jawab", "sumber_data", "dasar_hukum")


@frozen(kw_only=True)
class Context:
    """What the fields of all nouns of one document are read with."""

    found: Findings
    """Where findings go."""
    pool: KodePool
    """The kode given out so far."""
    numbers: Numbers
    """How the numbers are read."""
    tahun: Periode | None
    """The year of the document, for columns that name none."""
    misi: str | None
    """Kode of the one mission that it serves."""


class Fields:
    """
    The rows of one indicator, asked for one field after the other.

    What has no place is kept: `tambahan` gives it, by column header.
    """

    def __init__(self, draft: IndikatorDraft, kode: str, context: Context) -> None:
        self._rows = draft.rows
        self._pairing = draft.pairing
        self._kode = kode
        self._context = context
        self._found = context.found
        self._kept: dict[str, list[str]] = {}
        for row in draft.rows:
            for column, cell in row.walk(None):
                self._keep(column, cell)

    def _keep(self, column: Column, cell: Cell) -> None:
        if cell.text:
            header = column.cell.text if column.cell else f"kolom {cell.column}"
            self._kept.setdefault(header, []).append(cell.text)

    def _cells(self, noun: str) -> Iterator[tuple[Column, Cell]]:
        """Give the one cell of each column of a noun; a second filled one is a finding."""
        chosen: dict[Periode | None, tuple[Column, Cell]] = {}
        for row in self._rows:
            for column, cell in row.walk(noun):
                before = chosen.get(column.periode)
                if before is None or not before[1].text:
                    chosen[column.periode] = (column, cell)
                elif cell.text and cell.text != before[1].text:
                    self._add("IKU-B026", cell, kolom=noun, kode=self._kode, teks=cell.text)
                    self._keep(column, cell)
        yield from chosen.values()

    def _add(self, kode: str, cell: Cell, /, **words: str) -> None:
        self._found.add(kode, cell, self._kode, **words)

    def read_text(self, noun: str) -> str | None:
        """Read a field of text, word for word."""
        return next((cell.text for _, cell in self._cells(noun) if cell.text), None)

    def read_kode(self, noun: str) -> str | None:
        """Read a field that takes a kode."""
        for column, cell in self._cells(noun):
            if cell.text and is_kode(cell.text):
                return cell.text
            if cell.text:
                self._add("IKU-B030", cell, kolom=noun, teks=cell.text)
                self._keep(column, cell)
        return None

    def read_tautan(self) -> Tautan | None:
        """Read the link to the indicator of the regional government."""
        for _, cell in self._cells("iku_kota"):
            if cell.text:
                self._found.remember(cell.text, cell, self._kode)
                return Tautan(uraian=cell.text)
        return None

    def read_polaritas(self) -> Polaritas | None:
        """Read the direction of improvement."""
        return self._read_choice("polaritas", POLARITAS)

    def read_konsolidasi(self) -> Konsolidasi | None:
        """Read how parts of a year make the year."""
        return self._read_choice("konsolidasi", KONSOLIDASI)

    def read_cascading(self) -> JenisCascading | None:
        """Read how the indicator was handed down."""
        return self._read_choice("jenis_cascading", CASCADING)

    def _read_choice(self, noun: str, words: Mapping[str, E]) -> E | None:
        for column, cell in self._cells(noun):
            if cell.text:
                folded = fold_kolom(cell.text)
                chosen = words.get(folded)
                if chosen is None:
                    self._add("IKU-B030", cell, kolom=noun, teks=cell.text)
                    self._keep(column, cell)
                return chosen
        return None

    def read_satuan(self) -> Satuan | None:
        """Read the unit of the indicator: the one that all its rows print."""
        units = {cell.text for row in self._rows if (cell := row.get("satuan"))}
        return Satuan(units.pop()) if len(units) == 1 else None

    def read_kondisi(self, noun: str) -> Kondisi | None:
        """Read the state at the start or the end of the plan."""
        filled = [(column, cell) for column, cell in self._cells(noun) if cell.text]
        for column, cell in filled[1:]:
            self._add("IKU-B026", cell, kolom=noun, kode=self._kode, teks=cell.text)
            self._keep(column, cell)
        return next(
            (
                Kondisi(
                    nilai=self._read_nilai(cell, noun),
                    periode=column.periode,
                    asal=self._found.locate(cell),
                )
                for column, cell in filled
            ),
            None,
        )

    def read_target(self) -> tuple[Target, ...]:
        """Read the targets; none where the row leaves all of them blank."""
        return tuple(self._read_values("target", Target))

    def read_realisasi(self) -> tuple[Realisasi, ...]:
        """Read the reported results; none where the row leaves all of them blank."""
        return tuple(self._read_values("realisasi", Realisasi))

    def _read_values(self, noun: str, kind: type[V]) -> Iterator[V]:
        cells = self._by_periode(noun)
        if any(cell.text for _, cell in cells.values()):
            for periode, (_, cell) in cells.items():
                yield kind(
                    periode=periode,
                    nilai=self._read_nilai(cell, f"{noun} {periode}"),
                    asal=self._found.locate(cell, catatan=self._pairing),
                )

    def _by_periode(self, noun: str) -> dict[Periode, tuple[Column, Cell]]:
        """
        Give the cells of a noun by period, in the order of time.

        A column without a year has that of the title.
        """
        cells: dict[Periode, tuple[Column, Cell]] = {}
        for column, cell in self._cells(noun):
            periode = column.periode or self._context.tahun
            if periode is not None and periode not in cells:
                cells[periode] = (column, cell)
            elif cell.text:
                self._add("IKU-B031", cell, kolom=noun)
                self._keep(column, cell)
        return dict(sorted(cells.items(), key=lambda item: to_order(item[0])))

    def _read_nilai(self, cell: Cell, kolom: str) -> Nilai:
        try:
            return self._context.numbers.parse_nilai(cell.text)
        except IkuError as error:
            self._add("IKU-B013", cell, teks=cell.text, kolom=kolom)
            return Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan=_OPEN.get(error.code))

    def read_pagu(self) -> tuple[Pagu, ...]:
        """Read the budget ceilings."""
        return tuple(self._read_pagu())

    def _read_pagu(self) -> Iterator[Pagu]:
        for periode, (column, cell) in self._by_periode("pagu").items():
            if cell.text:
                try:
                    angka = self._context.numbers.parse_angka(cell.text)
                    yield Pagu(periode=periode, nilai=angka)
                except IkuError:
                    self._add("IKU-B013", cell, teks=cell.text, kolom=f"pagu {periode}")
                    self._keep(column, cell)

    def read_penjelasan(self) -> tuple[Penjelasan, ...]:
        """Read the Penjelasan, one for each row that explains something."""
        # A unit alone is the indicator's, unless several rows each have theirs.
        nouns = ("satuan", *_EXPLAINING) if len(self._rows) > 1 else _EXPLAINING
        explaining = [row for row in self._rows if row.get(*nouns)]
        return tuple(
            self._make_penjelasan(row, _letter(index) if explaining[1:] else None)
            for index, row in enumerate(explaining)
        )

    def _make_penjelasan(self, row: Row, letter: str | None) -> Penjelasan:
        cells = {noun: cell for noun in ("satuan", *_EXPLAINING) if (cell := row.get(noun))}
        texts = {noun: cell.text for noun, cell in cells.items()}
        for noun in ("alasan", "formulasi"):
            if noun in cells:
                self._found.remember(texts[noun], cells[noun], self._kode)
        notes = (GENERATED if letter else None, self._pairing)
        return Penjelasan(
            kode=self._context.pool.make(f"{self._kode}.{letter}") if letter else None,
            satuan=Satuan(texts["satuan"]) if "satuan" in texts else None,
            alasan=texts.get("alasan"),
            dasar_hukum=self._find_dasar_hukum(row),
            formulasi=texts.get("formulasi"),
            penanggung_jawab=(texts["penanggung_jawab"],) if "penanggung_jawab" in texts else (),
            sumber_data=(
                (SumberData(uraian=texts["sumber_data"]),) if "sumber_data" in texts else ()
            ),
            asal=self._found.locate(next(iter(cells.values())), catatan=make_note(notes)),
        )

    def _find_dasar_hukum(self, row: Row) -> tuple[DasarHukum, ...]:
        found: dict[DasarHukum, None] = {}
        for noun in ("dasar_hukum", "alasan"):
            for column, cell in row.walk(noun):
                named = find_dasar_hukum(cell.text)
                found.update(dict.fromkeys(named))
                if noun == "dasar_hukum" and cell.text and not named:
                    self._add("IKU-B030", cell, kolom=noun, teks=cell.text)
                    self._keep(column, cell)
        return tuple(found)

    def read_tambahan(self) -> Tambahan:
        """Give what had no place, by column header; to be asked last."""
        return Tambahan.from_mapping({"x-kolom": self._kept} if self._kept else {})


def to_order(periode: Periode) -> tuple[int, int, str]:
    """Give what periods are sorted by; years of a plan, which no calendar has, come first."""
    return periode.tahun or 0, periode.ke or 0, str(periode)


def make_note(notes: Iterable[str | None]) -> str | None:
    """Make one note of several, some of them absent."""
    return "; ".join(note for note in notes if note) or None


def _letter(index: int) -> str:
    """Count a, b, ..., z, aa, ab, ..."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
