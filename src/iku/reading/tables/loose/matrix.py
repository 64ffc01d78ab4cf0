"""
A matrix whose cells fell out one by one: heads alone on their lines, then cells as paragraphs.

Where a cell belongs is concluded from the order of the heads and from words
that begin the names of indicators; what stays uncertain is a finding.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import Factory, define

from iku.reading.grid import Cell, make_cell, make_line
from iku.reading.tables.drafts import Draft, IndikatorDraft, SasaranDraft, TujuanDraft
from iku.reading.tables.groups import is_nothing
from iku.reading.tables.rows import check_columns

if TYPE_CHECKING:
    from iku.reading.findings import Findings
    from iku.reading.grid import Paragraph
    from iku.reading.sections import Section, Stack

_MEASURE: Final = re.compile(
    r"(?:[0-9a-z]{1,3}[.)]\s*+)?+(?:pers?entase|pro[cs]entase|presentase|jumlah|indeks|index|nilai|tingkat|rasio|angka|laju|"
    r"rata\s*-\s*rata|cakupan|proporsi|skor|predikat|opini|rerata|kontribusi|pertumbuhan|usia|"
    r"umur|prevalensi|capaian|indikator|pdrb|ipm|ikm)\b",
    re.IGNORECASE,
)
"""Words that begin the name of an indicator."""
_PLACES: Final = ("tujuan", "sasaran", "indikator_tujuan", "indikator_sasaran")
_CAPITAL: Final = re.compile(r"(?<=\s)(?=[A-Z])")
_GLUED: Final = "dua sel yang menyatu dipisahkan"
_PAIRED: Final = "baris dipasangkan dengan indikator menurut urutan"
_SPLIT: Final = "sel dipisahkan menurut kata ukuran di awal baris"


@define(kw_only=True)
class _Block:
    """A fallen-out cell: its lines joined."""

    text: str
    cell: Cell
    lines: tuple[Cell, ...]

    @property
    def measures(self) -> bool:
        return _MEASURE.match(self.text) is not None


_Event: TypeAlias = tuple[str, Cell, dict[str, str | int]]


@define(kw_only=True)
class _Reading:
    """One way to read the stacks, with what it would report."""

    splits: bool
    draft: Draft = Factory(Draft)
    events: list[_Event] = Factory(list[_Event])

    def note(self, kode: str, cell: Cell, **words: str | int) -> None:
        self.events.append((kode, cell, words))

    def indicators(self) -> list[IndikatorDraft]:
        """The indicators that the table of the matrix speaks of."""
        sasaran = [
            *self.draft.sasaran,
            *(item for tujuan in self.draft.tujuan for item in tujuan.sasaran),
        ]
        below = [item for owner in sasaran for item in owner.indikator]
        above = [item for owner in self.draft.tujuan for item in owner.indikator]
        return below or above or self.draft.indikator


def read_matrix(section: Section, found: Findings) -> Draft:
    """Read the stacks of a section, and its table by the order of its rows."""
    reading = _read_stacks(section.stacks, splits=True)
    if section.table is not None and len(section.rows) != len(reading.indicators()):
        # The number of rows decides whether a cell holds one indicator or more.
        whole = _read_stacks(section.stacks, splits=False)
        if len(section.rows) == len(whole.indicators()):
            reading = whole
    for kode, cell, words in reading.events:
        found.add(kode, cell, **words)
    draft = reading.draft
    if draft.tujuan and draft.sasaran:
        found.add("IKU-B019", draft.sasaran[0].cell)
    if section.table is not None:
        draft.table = section.table
        check_columns(section.table, section.rows, found)
        _pair_rows(section, reading.indicators(), found)
    return draft


def _pair_rows(section: Section, indicators: list[IndikatorDraft], found: Findings) -> None:
    rows = section.rows
    if len(rows) == len(indicators):
        for indikator, row in zip(indicators, rows, strict=True):
            indikator.rows.append(row)
            indikator.pairing = _PAIRED if len(rows) > 1 else None
        if len(rows) > 1:
            found.add("IKU-B020", make_line(rows[0].cells), jumlah=len(rows))
        return
    for row in rows:
        whole = make_line(row.cells)
        found.add("IKU-B021", whole, teks=whole.text, jumlah=len(rows), indikator=len(indicators))


def _read_stacks(stacks: list[Stack], *, splits: bool) -> _Reading:
    reading = _Reading(splits=splits)
    for stack in stacks:
        blocks = [_make_block(paragraph) for paragraph in stack.blocks]
        _Dealer(reading, stack.nouns).deal(blocks)
    return reading


def _make_block(paragraph: Paragraph) -> _Block:
    cell = make_cell(paragraph.lines)
    return _Block(text=cell.text, cell=cell, lines=paragraph.lines)


class _Dealer:
    """Deals the cells of one stack out to its heads."""

    def __init__(self, reading: _Reading, nouns: tuple[str, ...]) -> None:
        self._reading = reading
        self._draft = reading.draft
        self._nouns = nouns
        self._tujuan: TujuanDraft | None = None
        self._sasaran: SasaranDraft | None = None

    def deal(self, blocks: list[_Block]) -> None:
        """Deal by rows, unless a name of an indicator stands where a text should."""
        width = len(self._nouns)
        astray = any(
            block.measures and not _names_indicator(self._nouns[n % width])
            for n, block in enumerate(blocks)
        )
        if not astray or not any(map(_names_indicator, self._nouns)):
            self._deal_rows(blocks)
        elif self._is_pair and _alternates(blocks):
            for block in blocks:
                self._place(self._nouns[1 if block.measures else 0], block)
        else:
            self._set_apart(blocks)

    @property
    def _is_pair(self) -> bool:
        """Whether the heads are those of a text and its indicators."""
        return [_names_indicator(noun) for noun in self._nouns] == [False, True]

    def _deal_rows(self, blocks: list[_Block]) -> None:
        width = len(self._nouns)
        whole = len(blocks) - len(blocks) % width
        for first in range(0, whole, width):
            row = zip(self._nouns, blocks[first : first + width], strict=True)
            # An owner comes before what it owns, in whatever order the heads stand.
            for noun, block in sorted(row, key=lambda pair: _PLACES.index(pair[0])):
                self._place(noun, block)
        rest = blocks[whole:]
        if rest and self._is_pair:
            self._place_glued(rest[0])
        else:
            # Which heads they belong to is not known: a cell may be merged or lost.
            for block in rest:
                self._reading.note("IKU-B018", block.cell, teks=block.text)
        if width > 2 and whole > width:
            self._reading.note("IKU-B032", blocks[0].cell, jumlah=width)

    def _place(self, noun: str, block: _Block) -> None:
        if is_nothing(block.text):
            self._leave(noun, block)
        elif noun == "tujuan":
            self._add_tujuan(block.text, block.cell)
        elif noun == "sasaran":
            self._add_sasaran(block.text, block.cell)
        else:
            self._add_indicators(noun, block)

    def _leave(self, noun: str, block: _Block) -> None:
        """Leave the Tujuan or the Sasaran above: a sign says that there is none."""
        self._reading.note("IKU-B062", block.cell, teks=block.text, noun=noun)
        if not _names_indicator(noun):
            self._sasaran = None
        if noun == "tujuan":
            self._tujuan = None

    def _add_tujuan(self, text: str, cell: Cell) -> None:
        self._tujuan = TujuanDraft(cell=cell, uraian=text)
        self._draft.tujuan.append(self._tujuan)

    def _add_sasaran(self, text: str, cell: Cell) -> None:
        self._sasaran = SasaranDraft(cell=cell, uraian=text)
        owner = self._tujuan.sasaran if self._tujuan else self._draft.sasaran
        owner.append(self._sasaran)

    def _add_indicators(self, noun: str, block: _Block) -> None:
        names = _split_names(block) if self._reading.splits else [block.cell]
        catatan = None
        if len(names) > 1:
            catatan = _SPLIT
            self._reading.note("IKU-B016", block.cell, jumlah=len(names))
        owner = self._find_owner(noun, block)
        owner.extend(IndikatorDraft(cell=name, nama=name.text, catatan=catatan) for name in names)

    def _find_owner(self, noun: str, block: _Block) -> list[IndikatorDraft]:
        above = self._tujuan if noun == "indikator_tujuan" else self._sasaran
        if above is not None:
            return above.indikator
        self._reading.note("IKU-B028", block.cell, teks=block.text)
        return self._draft.indikator

    def _place_glued(self, block: _Block) -> None:
        """Take apart a last cell that holds a text and the name of its indicator."""
        parts = self._split_glued(block.text)
        if parts is None:
            self._place(self._nouns[0], block)
            self._reading.note("IKU-B018", block.cell, teks=block.text)
            return
        text, name = parts
        self._reading.note("IKU-B017", block.cell, teks=text, lanjutan=name)
        self._place(self._nouns[0], _Block(text=text, cell=block.cell, lines=()))
        self._find_owner(self._nouns[1], block).append(
            IndikatorDraft(cell=block.cell, nama=name, catatan=_GLUED)
        )

    def _split_glued(self, text: str) -> tuple[str, str] | None:
        """
        Find where the name begins: at a name that stands elsewhere in the matrix too.

        Without one, at the only capital word that begins the name of an indicator.
        """
        places = [
            match.start()
            for match in _CAPITAL.finditer(text)
            if _MEASURE.match(text, match.start())
        ]
        known = {item.nama.casefold() for item in self._reading.indicators()}
        sure = [place for place in places if text[place:].casefold() in known]
        chosen = sure or places
        if len(chosen) != 1:
            return None
        return text[: chosen[0]].strip(), text[chosen[0] :]

    def _set_apart(self, blocks: list[_Block]) -> None:
        """Keep the nouns, and the indicators without an owner."""
        levels = [noun for noun in self._nouns if not _names_indicator(noun)]
        for block in blocks:
            if block.measures or len(levels) != 1:
                self._reading.note("IKU-B028", block.cell, teks=block.text)
            if block.measures:
                self._draft.indikator.append(IndikatorDraft(cell=block.cell, nama=block.text))
            elif len(levels) == 1:
                self._place(levels[0], block)


def _names_indicator(noun: str) -> bool:
    return noun.startswith("indikator")


def _alternates(blocks: list[_Block]) -> bool:
    """Say whether each text is followed by at least one name of an indicator."""
    pairs = pairwise(blocks)
    return (
        not blocks[0].measures
        and blocks[-1].measures
        and all(left.measures or right.measures for left, right in pairs)
    )


def _split_names(block: _Block) -> list[Cell]:
    """Divide a cell where a line begins with a word that begins names."""
    names: list[list[Cell]] = []
    for line in block.lines:
        if not names or _MEASURE.match(line.text):
            names.append([])
        names[-1].append(line)
    return [make_cell(lines) for lines in names]
