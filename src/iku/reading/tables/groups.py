"""Rows that group the rows below them, and notes: cells that name what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.reading.grid import Cell
from iku.reading.tables.headers import INDICATORS
from iku.reading.tables.labels import parse_ordinal

if TYPE_CHECKING:
    from iku.reading.tables.headers import Row

_LONGEST_NAME: Final = 40
_NAMED: Final = re.compile(
    r"(?P<noun>visi|misi|tujuan|sasaran|perspektif)(?:\s++(?:strategis|perangkat\s++daerah|pd))?+"
    r"(?:\s++(?:ke\s*+-?\s*+)?(?P<nomor>[0-9]{1,2}(?:\.[0-9]{1,2})*+|[a-z]{1,12}))?+\s*+(?P<tanda>[:.)–-]?)\s*+",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"(?:catatan|keterangan|ket|sumber(?:\s+data)?|note|nb)\s*+\.?\s*+:|(?:\*{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})(?:\)|\s*+\S)",
    re.IGNORECASE,
)

_SUMMARY: Final = re.compile(
    r"(?:sub\s*+)?(?:jumlah|total|(?:nilai\s++)?rata\s*-\s*rata|rerata)"
    r"(?:\s++(?:capaian|kinerja|realisasi|anggaran|pagu|keseluruhan|seluruh|total|semua|sasaran|"
    r"strategis|indikator|utama|tujuan|program|iku|dari|per|[0-9]{1,4}|\(?%\)?))*+\s*+[:.]?",
    re.IGNORECASE,
)
_DITTO: Final = frozenset(
    {
        '"',
        "''",
        "\u201d",
        "\u201c",
        "\u3003",
        "idem",
        "sda",
        "sama dengan di atas",
        "sama dengan atas",
    }
)
_OWNERS: Final = frozenset({"nomor", "tujuan", "sasaran"})


@frozen(kw_only=True)
class Group:
    """What a cell says that names its own noun ("Misi 2: ...")."""

    noun: str
    """The noun."""
    uraian: str
    """Its words, without the name of the noun."""
    nomor: int | None
    """Its number, where it has one."""
    cell: Cell
    """The cell."""


def read_group(cell: Cell) -> Group | None:
    """
    Read a cell that names its noun before a colon, or its noun and a number.

    Words that only begin like one ("Misi dagang", "Sasaran penerima bantuan") name none.
    """
    match = _NAMED.match(cell.text)
    if match is None:
        return None
    written = match["nomor"]
    nomor = None if written is None else _read_number(written)
    if written is not None and nomor is None and not _counts(written):
        return None
    if match["tanda"] != ":" and written is None:
        return None
    uraian = cell.text[match.end() :].strip()
    if not uraian:
        return None
    return Group(noun=match["noun"].lower(), uraian=uraian, nomor=nomor, cell=cell)


def _read_number(written: str) -> int | None:
    ordinal = parse_ordinal(written)
    return ordinal if ordinal is not None else int(written) if written.isdigit() else None


def _counts(written: str) -> bool:
    """Say whether it numbers something: 1.2 does, a word does not."""
    return written[0].isdigit()


def is_note(text: str) -> bool:
    """Say whether a line is a note below a table, or the source of its figures."""
    return _NOTE.match(text) is not None


def is_summary(row: Row) -> bool:
    """Say whether a row sums up the rows above: it says so where others say whose they are."""
    first = next(
        ((one, cell) for one, cell in zip(row.columns, row.cells, strict=True) if cell.text), None
    )
    if first is None or first[0].noun not in _OWNERS or row.get(*INDICATORS):
        return False
    return _SUMMARY.fullmatch(first[1].text) is not None


def is_nothing(text: str) -> bool:
    """Say whether a cell says with a sign that nothing stands there."""
    return bool(text) and not is_ditto(text) and not any(map(str.isalnum, text))


def is_ditto(text: str) -> bool:
    """
    Say whether a cell says that it holds what the one above does.

    >>> is_ditto('"'), is_ditto("s.d.a."), is_ditto("-")
    (True, True, False)
    """
    plain = text.lower().replace(".", "").strip()
    return plain in _DITTO


def find_single(row: Row) -> Cell | None:
    """Give the only text of a row, which an export may have copied into all cells it covers."""
    filled = [cell for cell in row.cells if cell.text]
    numbers = [cell for _, cell in row.walk("nomor") if cell.text]
    texts = [cell for cell in filled if cell not in numbers] or filled
    return texts[0] if len({cell.text for cell in texts}) == 1 else None
