"""From a file or a text to a Bacaan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from iku.angka import parse_angka
from iku.domain import Asal
from iku.reading.bacaan import Bacaan
from iku.reading.characters import is_hiding, normalise_cell
from iku.reading.cutoff import check_cut_texts
from iku.reading.documents import build_dokumen
from iku.reading.findings import Findings
from iku.reading.formats import split_file
from iku.reading.formats.text import split_parts
from iku.reading.formulas import Proposer
from iku.reading.grid import Grid, Note
from iku.reading.limits import DEFAULT
from iku.reading.sections import split_sections
from iku.reading.source import check_text, load_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iku.angka import Locale
    from iku.domain import Dokumen
    from iku.reading.grid import Part
    from iku.reading.limits import Limits
    from iku.reading.sections import Section

_BOM: Final = "\ufeff"


def read(path: str | Path, *, locale: Locale = "id", limits: Limits = DEFAULT) -> Bacaan:
    """
    Read the tables of a file: Word, Excel, PDF, HTML, CSV, or text with tabs between columns.

    The kind of the file is known by what it holds. Word, Excel and PDF each need
    an extra: `pip install 'iku[docx,xlsx,pdf]'`.

    Tables are recognised by the words of their headers, in any order of
    columns. `locale` says how its numbers are written; where a number of a table
    follows the other convention, those that can mean two are left open.

    Raises:
        ReadingError: `file-not-found`, `unknown-file-kind`, `missing-extra`,
            `bad-file`, `encrypted-file`, `bad-encoding`, `doctype`, or a limit,
            which it names.
        AngkaError: `bad-choice` for an unknown locale.
    """
    path = Path(path)
    parts = split_file(
        load_bytes(path, limits), ending=path.suffix.lower(), locale=locale, limits=limits
    )
    return read_parts(parts, berkas=path.name, locale=locale)


def read_text(
    text: str,
    *,
    berkas: str | None = None,
    locale: Locale = "id",
    limits: Limits = DEFAULT,
) -> Bacaan:
    r"""
    Read the tables of a text; `berkas` names its file in what is read.

    >>> bacaan = read_text("No\tSasaran\tIndikator\tSatuan\n1\tA\tB\t%\n\t\tC\torang\n")
    >>> [indikator.nama for indikator in bacaan.dokumen[0].sasaran[0].indikator]
    ['B', 'C']

    Raises:
        ReadingError: `wrong-type`, or a limit: `too-large`, `too-many-lines`,
            `too-many-cells`, `text-too-long`.
        AngkaError: `bad-choice` for an unknown locale.
    """
    check_text(text, limits)
    parts = split_parts(text.removeprefix(_BOM), limits=limits)
    return read_parts(parts, berkas=berkas, locale=locale)


def read_parts(
    parts: Iterable[Part | Note], *, berkas: str | None = None, locale: Locale = "id"
) -> Bacaan:
    """
    Read the tables among the parts of a file, as a front end for a kind of file makes them.

    Raises:
        ReadingError: `too-many-cells`.
        AngkaError: `bad-choice` for an unknown locale.
    """
    # An unknown locale is the caller's fault, not a finding about each cell.
    parse_angka("0", locale=locale)
    found = Findings(normalise_cell(berkas or "") or None)
    every = tuple(parts)
    held = tuple(part for part in every if not isinstance(part, Note))
    found.take_order(held)
    for note in every:
        if isinstance(note, Note):
            found.add(note.kode, note.cell, **dict(note.words))
    _note_hidden(held, found)
    dokumen = tuple(_build(split_sections(held), locale, found))
    if not dokumen:
        found.add_at("IKU-B001", Asal(berkas=found.berkas))
    check_cut_texts(found)
    proposer = Proposer(found)
    dokumen = tuple(proposer.propose(one, number) for number, one in enumerate(dokumen, 1))
    return Bacaan(
        berkas=found.berkas,
        dokumen=dokumen,
        temuan=found.freeze(),
        formulasi=tuple(proposer.read),
        sel=tuple(found.sel),
    )


def _build(sections: Iterable[Section], locale: Locale, found: Findings) -> Iterator[Dokumen]:
    number = 0
    for section in sections:
        if section.filled:
            number += 1
            found.tabel = number
            yield build_dokumen(section, locale=locale, found=found)
        else:
            found.tabel = None
            lines = [cell for paragraph in section.heading for cell in paragraph.lines]
            if lines:
                found.add_unread(lines)


def _note_hidden(parts: Iterable[Part], found: Findings) -> None:
    for part in parts:
        for row in part.rows if isinstance(part, Grid) else (part.lines,):
            for cell in row:
                if is_hiding(cell.raw):
                    found.add("IKU-B023", cell, teks=cell.text)
