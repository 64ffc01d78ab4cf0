"""
Fuzz the reading of cells, guided by coverage.

Two targets. `text` reads any text as a value, under each convention: it is one,
which is written back and read as the same, or it is refused with a code, a
short message and readings that are values themselves. `table` puts cells into
one small table, where neighbours decide: what is read is a value or an absence
with a reason, and each finding has a known code.

    .venv/bin/pip install -q -e . --group fuzz
    .venv/bin/python fuzz/fuzz_cells.py text -runs=800000 -max_len=64
    .venv/bin/python fuzz/fuzz_cells.py table -runs=200000 -max_len=64

Whatever follows the target goes to libFuzzer; a finding is written to a file
that can be given back in the place of the options.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final
from zlib import crc32

import atheris

with atheris.instrument_imports(
    include=["iku.angka", "iku.domain.parsing", "iku.reading.tables.values"]
):
    from iku.angka import Angka
    from iku.domain import Kosong, Satuan, SebabKosong
    from iku.domain.parsing import find_satuan, parse_nilai
    from iku.errors import CODES, IkuError
    from iku.reading.grid import Cell, Display
    from iku.reading.rules import RULES
    from iku.reading.tables.headers import Column, Row
    from iku.reading.tables.values.cells import read_cell
    from iku.reading.tables.values.choices import Around
    from iku.reading.tables.values.evidence import Numbers
    from iku.reading.tables.values.measured import Measured, find_measured
    from iku.rendering import format_nilai

if TYPE_CHECKING:
    from iku.angka import Locale

PIECES: Final = (
    "0", "1", "5", "8", "97,8", "95.56", "1.007", "1.234.567", ".", ",", " ", "-", "\u2013", "%",
    " %", "persen", "orang", " dari ", " atau ", "\u2192", "->", "/", ";", "(", ")", "*", "\u00b9",
    "BB", "A", "WTP", "N/A", "Rp", ",-", "juta", "\u2265", "<", "minimal ", "s.d.", "hingga", ":",
    "1:32", "lima", "Mei", "miliar", "Level ", "ribu orang", "\n", "\t", "6",
    "m\u00b2", "\u0661", "x", "500", "+",
)  # fmt: skip
"""A byte stands for one of these, so that the fuzzer gets past the first character."""
LOCALES: Final[tuple[Locale, ...]] = ("id", "en", "auto")
UNITS: Final = (
    None, *map(Satuan, ("orang / persen", "Rp juta", "Predikat", "kali/tahun", "1:n", "ribu"))
)  # fmt: skip
DISPLAYS: Final = (None, None, Display(scaled=6, shown="1"), Display(dated=True))
COLUMN: Final = Column(noun="target", periode=None, cell=None)


def write_text(data: bytes) -> str:
    """Write pieces, or any text."""
    if data[:1] < b"\xe0":
        return "".join(PIECES[byte % len(PIECES)] for byte in data)
    return data[1:].decode("utf-8", errors="replace")


def check_text(data: bytes) -> None:
    """Read a text as a value."""
    text = write_text(data)
    for locale in LOCALES:
        try:
            nilai = parse_nilai(text, locale=locale)
        except IkuError as error:
            check_error(error, locale)
        else:
            if not isinstance(nilai, Kosong):
                assert parse_nilai(format_nilai(nilai)) == nilai, text
                find_satuan(text)


def check_error(error: IkuError, locale: Locale) -> None:
    """A refusal is short and names what the text could mean."""
    assert error.code in CODES, error.code
    assert len(str(error)) <= 12_000, str(error)
    for reading in getattr(error, "readings", ()) if error.code != "ambiguous-number" else ():
        if " / " not in reading:
            assert not isinstance(parse_nilai(reading, locale=locale), Kosong), reading


def check_table(data: bytes) -> None:
    """Read a cell among neighbours."""
    texts = [write_text(part) for part in data.split(b"\x00")][:12]
    rows = tuple(
        Row(
            columns=(COLUMN, COLUMN),
            cells=tuple(
                Cell(
                    text=" ".join(text.split()),
                    raw=text,
                    line=line,
                    column=column,
                    display=DISPLAYS[line % len(DISPLAYS)],
                )
                for column, text in enumerate(texts[line : line + 2], 1)
            ),
        )
        for line in range(0, len(texts) - 1, 2)
    )
    # One convention for each input, chosen by all of it: the fuzzer comes by all three.
    locale = LOCALES[crc32(data) % len(LOCALES)]
    numbers = Numbers(rows, locale)
    for row in rows:
        values, _ = numbers.collect((row,))
        for cell in row.cells:
            column = numbers.find_column(cell)
            unit = UNITS[crc32(data) // 3 % len(UNITS)]
            measured = (
                Measured(satuan=unit, units=(unit,)) if unit else find_measured((row,), numbers)
            )
            read = read_cell(
                cell, Around(numbers=numbers, row=values, column=column, measured=measured)
            )
            assert read.kode is None or read.kode in RULES, read.kode
            if isinstance(read.nilai, Kosong) and read.kode is not None:
                assert read.nilai.sebab is SebabKosong.TIDAK_TERBACA, cell.text
            if isinstance(read.nilai, Angka) and read.kode is None:
                assert any(character.isdigit() for character in cell.text), cell.text


TARGETS: Final = {"text": check_text, "table": check_table}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(TARGETS)} [options of libFuzzer]")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
