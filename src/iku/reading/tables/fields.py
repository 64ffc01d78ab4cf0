"""The cells of an indicator's rows as the fields of the model."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from attrs import Factory

from iku._attrs import frozen
from iku.angka import Angka
from iku.domain import (
    DasarHukum,
    JenisCascading,
    Kondisi,
    Konsolidasi,
    Nilai,
    Pagu,
    Penjelasan,
    PerangkatDaerah,
    Periode,
    Polaritas,
    Realisasi,
    Satuan,
    SumberData,
    Tambahan,
    Target,
    Tautan,
    find_dasar_hukum,
)
from iku.glossary import fold_kolom
from iku.reading.findings import Findings
from iku.reading.tables.columns.words import CASCADING, KONSOLIDASI, POLARITAS
from iku.reading.tables.kode import GENERATED, KodePool, is_kode
from iku.reading.tables.values.cells import read_cell
from iku.reading.tables.values.choices import Around
from iku.reading.tables.values.evidence import Numbers
from iku.reading.tables.values.measured import Measured, find_measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iku.reading.grid import Cell
    from iku.reading.tables.drafts import IndikatorDraft
    from iku.reading.tables.headers import Column, Row

E = TypeVar("E", bound=Enum)
_Key: TypeAlias = tuple[Periode, str | None]

_STATES: Final = ("baseline", "kondisi_akhir")
"""Nouns whose period is only the one that is printed."""
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
    agency: PerangkatDaerah | None
    """The agency, where all rows name the same one."""
    yearless: set[tuple[int | None, int, int]] = Factory(set[tuple[int | None, int, int]])
    """Places of the headers of which it is noted that they name no year."""


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
        self._measured = self._find_measured()
        self._values, self._money = context.numbers.collect(draft.rows)
        for row in draft.rows:
            # Rows of several agencies make a document of none.
            for noun in (None,) if context.agency else (None, "perangkat_daerah"):
                for column, cell in row.walk(noun):
                    self._keep(column, cell)

    def _keep(self, column: Column, cell: Cell) -> None:
        if cell.text:
            self._show(cell, "tambahan")
            header = column.cell.text if column.cell else f"kolom {cell.column}"
            self._kept.setdefault(header, []).append(cell.text)

    def _cells(self, noun: str) -> Iterator[tuple[Column, Cell]]:
        """Give the one cell of each column of a noun; a second filled one is a finding."""
        chosen: dict[tuple[object, ...], tuple[Column, Cell]] = {}
        for row in self._rows:
            for column, cell in row.walk(noun):
                before = chosen.get(column.key)
                if before is None or not before[1].text:
                    chosen[column.key] = (column, cell)
                elif cell.text and cell.text != before[1].text:
                    self._add("IKU-B026", cell, kolom=noun, kode=self._kode, teks=cell.text)
                    self._keep(column, cell)
        yield from chosen.values()

    def _add(self, kode: str, cell: Cell, /, **words: str) -> None:
        self._found.add(kode, cell, self._kode, **words)

    def _show(self, cell: Cell, noun: str, column: Column | None = None) -> None:
        tahun = self._context.tahun if noun not in _STATES else None
        periode = column.periode or tahun if column else None
        sumber = column.sumber if column else None
        self._found.show(cell, noun, self._kode, periode, sumber)

    def read_text(self, noun: str) -> str | None:
        """Read a field of text, word for word."""
        filled = next((cell for _, cell in self._cells(noun) if cell.text), None)
        if filled is None:
            return None
        self._show(filled, noun)
        return filled.text

    def read_kode(self, noun: str) -> str | None:
        """Read a field that takes a kode."""
        for column, cell in self._cells(noun):
            if cell.text and is_kode(cell.text):
                self._show(cell, noun)
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
                self._show(cell, "iku_kota")
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
                else:
                    self._show(cell, noun)
                return chosen
        return None

    def _find_measured(self) -> Measured:
        measured = find_measured(self._rows, self._context.numbers)
        if measured.satuan is not None and measured.behind is not None:
            self._show(measured.behind, "satuan")
        return measured

    def read_satuan(self) -> Satuan | None:
        """Read the unit of the indicator."""
        return self._measured.satuan

    def read_kondisi(self, noun: str) -> Kondisi | None:
        """Read the state at the start or the end of the plan."""
        filled = [(column, cell) for column, cell in self._cells(noun) if cell.text]
        for column, cell in filled[1:]:
            self._add("IKU-B026", cell, kolom=noun, kode=self._kode, teks=cell.text)
            self._keep(column, cell)
        return next(
            (
                Kondisi(
                    nilai=self._read_nilai(column, cell, noun),
                    periode=column.periode,
                    asal=self._found.locate(cell),
                )
                for column, cell in filled
            ),
            None,
        )

    def read_target(self) -> tuple[Target, ...]:
        """Read the targets; none where the row leaves all of them blank."""
        return tuple(
            Target(
                periode=periode,
                nilai=self._read_nilai(column, cell, "target"),
                sumber=sumber,
                asal=self._found.locate(cell, catatan=self._pairing),
            )
            for (periode, sumber), (column, cell) in self._by_periode("target").items()
        )

    def read_realisasi(self) -> tuple[Realisasi, ...]:
        """
        Read the reported results; none where the row leaves all of them blank.

        The capaian printed for the same period stays beside its result.
        """
        capaian = self._by_periode("capaian")
        results = self._by_periode("realisasi")
        for key, (column, cell) in capaian.items():
            if key not in results and cell.text:
                self._keep(column, cell)
            elif cell.text:
                self._show(cell, "tambahan")
        return tuple(
            Realisasi(
                periode=key[0],
                nilai=self._read_nilai(column, cell, "realisasi"),
                sumber=key[1],
                asal=self._found.locate(cell, catatan=self._pairing),
                tambahan=_make_capaian(capaian.get(key)),
            )
            for key, (column, cell) in results.items()
        )

    def _by_periode(self, noun: str) -> dict[_Key, tuple[Column, Cell]]:
        """
        Give the cells of a noun by period and source, in the order of time.

        A column without a year has that of the title. Nothing where all are blank.
        """
        cells: dict[_Key, tuple[Column, Cell]] = {}
        for column, cell in self._cells(noun):
            periode = column.periode or (None if column.bagian else self._context.tahun)
            if periode is not None and (periode, column.sumber) not in cells:
                cells[periode, column.sumber] = (column, cell)
            elif cell.text:
                self._note_yearless(column, cell, noun)
                self._keep(column, cell)
        if not any(cell.text for _, cell in cells.values()):
            return {}
        return dict(
            sorted(cells.items(), key=lambda item: (*to_order(item[0][0]), item[0][1] or ""))
        )

    def _note_yearless(self, column: Column, cell: Cell, noun: str) -> None:
        """Note a column without a year, once."""
        header = column.cell or cell
        place = (header.table, header.line, header.column)
        if place not in self._context.yearless:
            self._context.yearless.add(place)
            self._found.add("IKU-B031", header, kolom=noun)

    def _read_nilai(self, column: Column, cell: Cell, noun: str) -> Nilai:
        numbers = self._context.numbers
        around = Around(
            numbers=numbers,
            row=self._money if noun == "pagu" else self._values,
            column=numbers.find_column(cell),
            measured=self._measured if noun != "pagu" else Measured(),
            header=column.cell.text if column.cell else "",
        )
        read = read_cell(cell, around)
        if cell.text:
            self._show(cell, noun, column)
        if read.kode is not None:
            periode = f" {column.periode}" if column.periode else ""
            self._add(read.kode, cell, teks=cell.text, kolom=noun + periode, **read.words)
        return read.nilai

    def read_pagu(self) -> tuple[Pagu, ...]:
        """Read the budget ceilings."""
        return tuple(self._read_pagu())

    def _read_pagu(self) -> Iterator[Pagu]:
        for (periode, _), (column, cell) in self._by_periode("pagu").items():
            if cell.text:
                angka = self._read_nilai(column, cell, "pagu")
                if isinstance(angka, Angka):
                    yield Pagu(periode=periode, nilai=angka)
                else:
                    self._keep(column, cell)

    def read_penjelasan(self) -> tuple[Penjelasan, ...]:
        """Read the Penjelasan, one for each row that explains something."""
        # A unit alone is the indicator's, unless several rows each have theirs.
        nouns = ("satuan", *_EXPLAINING) if len(self._rows) > 1 else _EXPLAINING
        explaining = [row for row in self._rows if row.get(*nouns)]
        if not explaining:
            for row in self._rows:
                cell = row.get("satuan")
                if cell is not None:
                    self._show(cell, "satuan")
        return tuple(
            self._make_penjelasan(row, index, _letter(index) if explaining[1:] else None)
            for index, row in enumerate(explaining)
        )

    def _make_penjelasan(self, row: Row, index: int, letter: str | None) -> Penjelasan:
        cells = {noun: cell for noun in ("satuan", *_EXPLAINING) if (cell := row.get(noun))}
        kode = self._context.pool.make(f"{self._kode}.{letter}") if letter else None
        for noun, cell in cells.items():
            self._found.show(cell, noun, kode or self._kode)
        if "formulasi" in cells:
            self._found.note_formulasi(cells["formulasi"], self._kode, index)
        texts = {noun: cell.text for noun, cell in cells.items()}
        for noun in ("alasan", "formulasi"):
            if noun in cells:
                self._found.remember(texts[noun], cells[noun], self._kode)
        notes = (GENERATED if letter else None, self._pairing)
        return Penjelasan(
            kode=kode,
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


def _make_capaian(held: tuple[Column, Cell] | None) -> Tambahan:
    """Keep the capaian that a report prints; ours is computed and never stored."""
    text = held[1].text if held else ""
    return Tambahan.from_mapping({"x-capaian": text} if text else {})


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
