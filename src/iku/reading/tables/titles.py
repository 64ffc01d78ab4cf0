"""What stands above a table: title, kind of document, agency, government, period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from iku._attrs import frozen
from iku.domain import JenisDokumen, Pemda, PerangkatDaerah, Periode, parse_periode
from iku.errors import DomainError
from iku.reading.grid import Cell, Paragraph, make_cell
from iku.reading.tables.agencies import (
    AGENCY,
    GOVERNMENT,
    find_owner,
    is_open,
    is_owner,
    narrow_name,
    parse_agency,
)
from iku.reading.tables.labels import Label, split_labels

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final[tuple[tuple[str, JenisDokumen], ...]] = (
    (r"manual\s+(?:iku|indikator\s+kinerja)", JenisDokumen.MANUAL_IKU),
    (r"perjanjian\s+kinerja|penetapan\s+kinerja", JenisDokumen.PK),
    (r"rencana\s+aksi", JenisDokumen.RENCANA_AKSI),
    (r"laporan\s+(?:akuntabilitas\s+)?kinerja|lkjip|lakip", JenisDokumen.LKJIP),
    (r"rencana\s+kinerja\s+tahunan|rkt", JenisDokumen.RKT),
    (r"rencana\s+strategis|renstra", JenisDokumen.RENSTRA),
    (r"rpjmd|rencana\s+pembangunan\s+jangka\s+menengah", JenisDokumen.RPJMD),
    (r"rencana\s+kerja|renja", JenisDokumen.RENJA),
    (r"indikator\s+kinerja(?:\s+utama)?|iku", JenisDokumen.IKU),
)
_TITLE: Final = re.compile(
    r"(?:(?:tentang|matriks?|tabel|lampiran|formulir|penetapan(?!\s+kinerja)|daftar|rancangan"
    r"|cascading|target(?:\s+(?:kinerja|triwulan|triwulanan|tahunan))?)\b[\s0-9.:]*+)*+"
    rf"(?:{'|'.join(f'(?P<{kind.name}>{pattern})' for pattern, kind in _KINDS)})\b.*",
    re.IGNORECASE,
)
_SPAN: Final = r"[0-9]{4}(?:\s*(?:[-–/]|s\.?\s?[/.]?\s?d\.?|sampai(?:\s+dengan)?)\s*[0-9]{4})?"
_PERIOD: Final = re.compile(
    r"(?:.*\s)?(?:tahun(?:\s+anggaran)?|periode(?:\s+(?:tahun|th\.?))?|th\.?|t\.?a\.?)\s+"
    rf"(?P<periode>{_SPAN})",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"(?<=[0-9])\s*(?:s\.?\s?[/.]?\s?d\.?|sampai(?:\s+dengan)?)\s*(?=[0-9]{4})", re.IGNORECASE
)
_PART: Final = re.compile(
    r"\b(?:(?:triwulan|tw|kuartal|semester|smt)\b\s*\.?\s*(?:ke\s*-?\s*)?(?:i{1,3}|iv|[1-4])|"
    r"bulan\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|"
    r"desember))\b(?!\s*(?:[-–,]|dan\b|s\.?/?d\b|sampai))",
    re.IGNORECASE,
)
"""A part of a year that a title speaks of."""
_TARGETED: Final = re.compile(r"target\b.*", re.IGNORECASE)
_ONLY_PERIOD: Final = re.compile(
    r"(?:tahun|periode|anggaran|th\b\.?|t\.?a\b\.?|s[./]?\s?d\b\.?|sampai|dengan|[0-9]{4}|[-–/.()\s]++)++",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r".*\s\(?(?P<periode>20[0-9]{2}(?:\s*[-–/]\s*20[0-9]{2})?)\)?")
_NUMBERED: Final = (
    r"tabel\s++(?:[a-z]{1,2}[.-])*+(?:[ivxlc]{1,6}|[0-9]{1,3})"
    r"(?:[.-](?:[ivxlc]{1,6}|[a-z]{1,2}|[0-9]{1,3})(?![a-z0-9]))*+(?:\s*+[.:–-])?+"
)
_NUMBER: Final = re.compile(_NUMBERED, re.IGNORECASE)
_CAPTION: Final = re.compile(rf"{_NUMBERED}\s++(?P<judul>[^\s.:].*)", re.IGNORECASE)
_CONTINUED: Final = re.compile(r"\(?\b(?:lanjutan|sambungan)\b\)?", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"[.:;,]$|\.{4}|…|\b(?:adalah|merupakan|yaitu|yakni|bahwa|tersebut|dapat|telah|memuat|"
    r"menunjukkan|disajikan|ditetapkan|dilihat|(?:sebagai|tabel)\s+berikut|di\s*bawah\s+ini)\b",
    re.IGNORECASE,
)
"""What running text has and titles have not."""
_LONGEST: Final = 200
_SHORT: Final = 120


@define(kw_only=True)
class Title:
    """The lines above a table."""

    judul: Cell | None = None
    """The title."""
    jenis: JenisDokumen | None = None
    """Kind of document, by the words of the title or of a heading above it."""
    perangkat_daerah: PerangkatDaerah | None = None
    """The agency."""
    pemda: Pemda | None = None
    """The regional government, where a line names it alone."""
    periode: Periode | None = None
    """The period, where the title or a label says it."""
    bagian: str | None = None
    """The part of the year that it reports, as printed."""
    targeted: bool = False
    """Whether it says itself that the table is one of targets."""
    labels: list[Label] = Factory(list[Label])
    """Labels whose content is for the document as a whole."""
    unread: list[Cell] = Factory(list[Cell])
    """Lines that say nothing known."""
    cells: dict[str, Cell] = Factory(dict[str, Cell])
    """Where each of them stands, by its name."""

    @property
    def agency(self) -> PerangkatDaerah | None:
        """The agency with its government."""
        found = self.perangkat_daerah
        if found is None or found.pemda is not None or self.pemda is None:
            return found
        return PerangkatDaerah(nama=found.nama, pemda=self.pemda)


@frozen(kw_only=True)
class _Line:
    """A line above a table, and what it could be."""

    cell: Cell
    parts: tuple[Cell, ...]
    """The lines that it was broken into."""
    text: str
    """Its text; of one too long for any of them, nothing."""
    paragraph: int
    kind: JenisDokumen | None
    caption: bool
    """Whether it is the caption of a table: a number, and what it shows."""
    period: str | None
    owner: bool
    """Whether it names an agency or a government."""

    @property
    def sentence(self) -> bool:
        """Whether it is running text."""
        return _SENTENCE.search(self.text) is not None

    @property
    def other(self) -> bool:
        """Whether it is none of the lines that make a title together."""
        return not (self.kind or self.owner or _ONLY_PERIOD.fullmatch(self.text))


def is_title(paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins with the title of a document, or the caption of a table."""
    line = _to_line(paragraph.lines[0])
    return _find_kind(line) is not None or _is_caption(line) or _is_number(line)


def is_certain(cell: Cell) -> bool:
    """Say whether a line is a title wherever it stands: a caption, or a kind in capitals."""
    line = _to_line(cell)
    return _is_caption(line) or (line.isupper() and _find_kind(line) is not None)


def is_continued(paragraph: Paragraph) -> bool:
    """Say whether a paragraph only says that a table goes on: "Tabel 2.1 (lanjutan)"."""
    line = _to_line(paragraph.lines[0])
    return len(paragraph.lines) == 1 and _CONTINUED.search(line) is not None and len(line) < _SHORT


def read_title(paragraphs: Iterable[Paragraph]) -> Title:
    """Read the paragraphs above a table."""
    title = Title()
    lines: list[_Line] = []
    for number, paragraph in enumerate(paragraphs):
        cells, labels = split_labels(paragraph)
        for cell in cells:
            parts = (*lines.pop().parts, cell) if lines and _continues(lines[-1], cell) else (cell,)
            numbered = bool(lines) and _is_number(lines[-1].text)
            lines.append(_read_line(parts, number, numbered=numbered))
        for label in labels:
            _take_label(title, label)
    chosen = _choose_title(lines)
    if chosen is not None:
        title.judul = title.cells["judul"] = lines[chosen].cell
        named = [line for line in lines[: chosen + 1] if line.kind]
        if named:
            title.jenis = named[-1].kind
            title.cells["jenis"] = named[-1].cell
    title.targeted = any(_TARGETED.fullmatch(line.text) for line in lines[chosen or 0 :][:1])
    _take_period(title, lines, chosen or 0)
    said = (_PART.search(line.text) for line in lines if not line.sentence)
    title.bagian = next((match[0] for match in said if match), None)
    for number, line in enumerate(lines):
        if number != chosen:
            _take_line(title, line)
    _take_owner(title, lines[: (chosen or 0) + 1])
    return title


def _continues(line: _Line, cell: Cell) -> bool:
    """Say whether a title or the name of an agency goes on in the line below."""
    below = _to_line(cell)
    named = line.kind or line.owner
    short = len(line.text) + len(below) < _LONGEST
    return bool(named) and short and not line.sentence and is_open(line.text, below)


def _read_line(parts: tuple[Cell, ...], paragraph: int, *, numbered: bool) -> _Line:
    """Read a line; `numbered` says that the line above is the number of a caption."""
    cell = make_cell(parts) if parts[1:] else parts[0]
    line = _to_line(cell)
    text = line if len(line) <= _LONGEST else ""
    caption = _CAPTION.fullmatch(text)
    kind = _find_kind(caption["judul"] if caption else line)
    period = _PERIOD.fullmatch(text) or (_YEARS.fullmatch(text) if kind else None)
    owner = is_owner(text)
    return _Line(
        cell=cell,
        parts=parts,
        text=text,
        paragraph=paragraph,
        kind=kind,
        caption=_is_caption(text) or (numbered and not owner and not _SENTENCE.search(text)),
        period=period["periode"] if period else None,
        owner=owner,
    )


def _choose_title(lines: list[_Line]) -> int | None:
    """
    Choose the title: the caption nearest to the table, or else the nearest words of a kind.

    Of lines that make one title together, the first is it. A sentence that only
    begins with words of a kind is it where nothing else is.
    """
    captions = [number for number, line in enumerate(lines) if line.caption]
    if captions:
        return captions[-1]
    named = [number for number, line in enumerate(lines) if line.kind]
    named = [number for number in named if not lines[number].sentence] or named[:1]
    if not named:
        return None
    chosen = named[-1]
    for number in reversed(named[:-1]):
        between = lines[number + 1 : chosen]
        apart = lines[number].paragraph != lines[chosen].paragraph
        if apart or any(line.other for line in between):
            break
        chosen = number
    return chosen


def _take_period(title: Title, lines: list[_Line], start: int) -> None:
    """Take the period of the title or below it, or else of the nearest line above it."""
    if title.periode is not None:
        return
    timed = [number for number, line in enumerate(lines) if line.period and not line.sentence]
    nearest = [*(n for n in timed if n >= start), *reversed([n for n in timed if n < start])]
    for number in sorted(nearest, key=lambda n: lines[n].other and n != start):
        title.periode = _parse_period(lines[number].period or "")
        if title.periode is not None:
            title.cells["periode"] = lines[number].cell
            return


def _is_caption(line: str) -> bool:
    return _CAPTION.fullmatch(line[:_LONGEST]) is not None and _SENTENCE.search(line) is None


def _is_number(line: str) -> bool:
    return _NUMBER.fullmatch(line) is not None


def _find_kind(line: str) -> JenisDokumen | None:
    """Name the kind of document whose title a line is."""
    match = _TITLE.fullmatch(line) if len(line) <= _LONGEST else None
    return JenisDokumen[match.lastgroup] if match and match.lastgroup else None


def _to_line(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _take_label(title: Title, label: Label) -> None:
    if label.noun == "perangkat_daerah" and label.value:
        title.perangkat_daerah = parse_agency(label.value)
        title.cells["perangkat_daerah"] = label.cell
    elif label.noun == "periode" and (periode := _parse_period(label.value)):
        title.periode = periode
        title.cells["periode"] = label.cell
    else:
        title.labels.append(label)


def _parse_period(text: str) -> Periode | None:
    try:
        return parse_periode(_UNTIL.sub("-", text))
    except DomainError:
        return None


def _take_line(title: Title, line: _Line) -> None:
    name = narrow_name(line.text)
    if title.perangkat_daerah is None and AGENCY.fullmatch(name) and not line.sentence:
        title.perangkat_daerah = parse_agency(name)
        title.cells["perangkat_daerah"] = line.cell
    elif title.pemda is None and (government := GOVERNMENT.fullmatch(name)):
        title.pemda = Pemda(nama=government["nama"])
        title.cells["pemda"] = line.cell
    elif not _says_period(line) and not (
        # The heading of a chapter that said the kind or the period of its tables is read.
        line.kind and line.cell in title.cells.values()
    ):
        title.unread.extend(line.parts)


def _says_period(line: _Line) -> bool:
    """Say whether a line says nothing but a period, or a part of one."""
    rest = _PART.sub("", line.text)
    return (line.period is not None or rest != line.text) and (
        not rest or _ONLY_PERIOD.fullmatch(rest) is not None
    )


def _take_owner(title: Title, lines: list[_Line]) -> None:
    """Take the agency or government that the title names, or else the nearest title above it."""
    for line in reversed(lines):
        owner = None if title.perangkat_daerah else _find_owner(line)
        if owner is None:
            continue
        agency = parse_agency(owner) if AGENCY.fullmatch(owner) else None
        government = GOVERNMENT.fullmatch(owner)
        if agency is not None:
            title.perangkat_daerah = agency
            title.cells["perangkat_daerah"] = line.cell
        elif government is not None and title.pemda is None:
            title.pemda = Pemda(nama=government["nama"])
            title.cells["pemda"] = line.cell


def _find_owner(line: _Line) -> str | None:
    """Give the agency or government behind the words of a kind of document."""
    caption = _CAPTION.fullmatch(line.text)
    match = _TITLE.fullmatch(caption["judul"] if caption else line.text)
    if match is None or match.lastgroup is None or line.sentence:
        return None
    return find_owner(match.string[match.end(match.lastgroup) :])
