"""What stands above a table: title, kind of document, agency, government, period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from iku.domain import JenisDokumen, Pemda, PerangkatDaerah, Periode, parse_periode
from iku.errors import DomainError
from iku.reading.grid import Cell, Paragraph
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
    r"|cascading)\b[\s0-9.:]*+)*+"
    rf"(?:{'|'.join(f'(?P<{kind.name}>{pattern})' for pattern, kind in _KINDS)})\b.*",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    r"(?:dinas|badan|kecamatan|kelurahan|inspektorat|sekretariat|rumah\s+sakit|rsud|kantor|"
    r"satuan\s+polisi|puskesmas|uptd?)\b.*",
    re.IGNORECASE,
)
_GOVERNMENT: Final = re.compile(
    r"(?:pemerintah\s+)?(?P<nama>(?:kota|kabupaten|provinsi)\s+\S.*)", re.IGNORECASE
)
# "Dinas Tata Kota dan Pemakaman" names no city.
_INSIDE: Final = re.compile(r"\s(?=(?:kota|kabupaten|provinsi)\s(?!dan\s))", re.IGNORECASE)
_CODED: Final = re.compile(
    r"(?P<kode>[0-9]{1,6}+(?:\.[0-9]{1,6}+){1,11}+)\s*+[-–]\s*+(?P<nama>\S.*)", re.DOTALL
)
_PERIOD: Final = re.compile(
    r"(?:.*\s)?(?:tahun|periode)\s+(?P<periode>[0-9]{4}(?:\s*[-–/]\s*[0-9]{4})?)",
    re.IGNORECASE,
)
_ONLY_PERIOD: Final = re.compile(
    r"(?:tahun|periode|anggaran|[0-9]{4}|[-–/.()\s]++)++", re.IGNORECASE
)
_YEARS: Final = re.compile(r".*\s\(?(?P<periode>20[0-9]{2}(?:\s*[-–/]\s*20[0-9]{2})?)\)?")
_BEHIND: Final = re.compile(
    r"(?<![\s,])[\s,]++(?:(?:tahun|periode)\s+)?20[0-9]{2}(?:\s*[-–/]\s*20[0-9]{2})?$",
    re.IGNORECASE,
)
_LONGEST: Final = 200


@define(kw_only=True)
class Title:
    """The lines above a table."""

    judul: Cell | None = None
    """The title."""
    jenis: JenisDokumen | None = None
    """Kind of document, by the words of the title."""
    perangkat_daerah: PerangkatDaerah | None = None
    """The agency."""
    pemda: Pemda | None = None
    """The regional government, where a line names it alone."""
    periode: Periode | None = None
    """The period, where the title or a label says it."""
    labels: list[Label] = Factory(list[Label])
    """Labels whose content is for the document as a whole."""
    unread: list[Cell] = Factory(list[Cell])
    """Lines that say nothing known."""

    @property
    def agency(self) -> PerangkatDaerah | None:
        """The agency with its government."""
        found = self.perangkat_daerah
        if found is None or found.pemda is not None or self.pemda is None:
            return found
        return PerangkatDaerah(nama=found.nama, pemda=self.pemda)


def is_title(paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins with the title of a document."""
    return _find_kind(_to_line(paragraph.lines[0])) is not None


def read_title(paragraphs: Iterable[Paragraph]) -> Title:
    """Read the paragraphs above a table."""
    title = Title()
    for paragraph in paragraphs:
        lines, labels = split_labels(paragraph)
        for cell in lines:
            _take_line(title, cell)
        for label in labels:
            _take_label(title, label)
    return title


def parse_agency(text: str) -> PerangkatDaerah:
    """
    Read the name of an agency: its kodefikasi before it and its government behind, if printed.

    >>> parse_agency("DINAS KESEHATAN KOTA BEKASI").pemda
    Pemda(nama='KOTA BEKASI')
    """
    coded = _CODED.fullmatch(text)
    kode, nama = (coded["kode"], coded["nama"]) if coded else (None, text)
    places = list(_INSIDE.finditer(nama))
    if not places:
        return PerangkatDaerah(nama=nama, kode=kode)
    last = places[-1]
    pemda = Pemda(nama=nama[last.end() :])
    return PerangkatDaerah(nama=nama[: last.start()], kode=kode, pemda=pemda)


def _find_kind(line: str) -> JenisDokumen | None:
    """Name the kind of document whose title a line is."""
    match = _TITLE.fullmatch(line) if len(line) <= _LONGEST else None
    return JenisDokumen[match.lastgroup] if match and match.lastgroup else None


def _to_line(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _take_label(title: Title, label: Label) -> None:
    if label.noun == "perangkat_daerah" and label.value:
        title.perangkat_daerah = parse_agency(label.value)
    elif label.noun == "periode" and (periode := _parse_period(label.value)):
        title.periode = periode
    else:
        title.labels.append(label)


def _parse_period(text: str) -> Periode | None:
    try:
        return parse_periode(text)
    except DomainError:
        return None


def _take_line(title: Title, cell: Cell) -> None:
    line = _to_line(cell)
    kind = _find_kind(line)
    short = line if len(line) <= _LONGEST else ""
    period = _PERIOD.fullmatch(short) or (_YEARS.fullmatch(short) if kind else None)
    if period is not None and title.periode is None:
        title.periode = _parse_period(period["periode"])
    # What a period stands behind is the name of somebody without it.
    line = _BEHIND.sub("", line)
    if title.judul is None and kind is not None:
        title.judul = cell
        title.jenis = kind
    elif title.perangkat_daerah is None and _AGENCY.fullmatch(line):
        title.perangkat_daerah = parse_agency(line)
    elif title.pemda is None and (government := _GOVERNMENT.fullmatch(line)):
        title.pemda = Pemda(nama=government["nama"])
    elif period is None or not _ONLY_PERIOD.fullmatch(short):
        title.unread.append(cell)
