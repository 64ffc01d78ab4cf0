"""CSV: records of a sheet, divided by whatever character the exporting program chose."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError
from iku.glossary import match_kolom
from iku.reading.formats.gathering import Gatherer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.reading.grid import Note, Part
    from iku.reading.limits import Limits

_DELIMITERS: Final = (";", "\t", ",", "|")
"""In Indonesia Excel divides by semicolons, because numbers have commas."""
_SEPARATOR: Final = re.compile(r"sep=([;,|\t])(?:\r\n|\r|\n)", re.IGNORECASE)
"""The first line by which Excel is told the character."""
_HEAD: Final = 65_536
"""Characters in which a header is looked for; `csv` takes a field of twice as many."""
_SEARCHED: Final = 50
"""Records among which it is looked for."""
_LONGEST: Final = 200
"""Characters of a field that may be a header."""


def read_parts(text: str, *, limits: Limits) -> tuple[Part | Note, ...]:
    """
    Read the parts of a CSV text: tables and lines between blank records.

    Raises:
        ReadingError: `bad-file`, or a limit: `too-many-lines`, `too-many-cells` or
            `text-too-long`.
    """
    told = _SEPARATOR.match(text)
    delimiter = told[1] if told else find_delimiter(text) or _choose(text)
    gatherer = Gatherer(limits)
    held: list[list[str]] = []
    number = 1 if told else 0
    try:
        for record in _split(text[told.end() if told else 0 :], delimiter):
            number += 1
            if any(field.strip() for field in record):
                held.append(record)
            elif held:
                gatherer.add_records(held, first=number - len(held))
                held = []
    except csv.Error as error:
        raise ReadingError(
            "bad-file",
            found=f"a record {number + 1} that does not end",
            expected="CSV as a spreadsheet exports it",
            repair="look for a quotation mark that is not closed, and export the sheet again",
        ) from error
    gatherer.add_records(held, first=number + 1 - len(held))
    return gatherer.freeze()


def find_delimiter(text: str, *, least: int = 2) -> str | None:
    r"""
    Find the character that divides the fields: the one that shows a header.

    None where no character shows one that names at least so many nouns.

    >>> find_delimiter("Sasaran;Indikator;Satuan\nA;B, C dan D;%\n")
    ';'
    """
    counts = {delimiter: _count_headers(text[:_HEAD], delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: counts[delimiter])
    return best if counts[best] >= least else None


def _choose(text: str) -> str:
    return max(_DELIMITERS, key=text[:_HEAD].count)


def _count_headers(text: str, delimiter: str) -> int:
    """Count the nouns that the best record names; no field is as long as `csv` refuses."""
    return max(map(_count_nouns, islice(_split(text, delimiter), _SEARCHED)), default=0)


def _count_nouns(record: list[str]) -> int:
    return len({match_kolom(field) for field in record if len(field) <= _LONGEST} - {None})


def _split(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)
