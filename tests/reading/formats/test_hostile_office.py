"""Workbooks and PDF files made to hurt: little time, little memory, and a limit that is named."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_STORED

import pytest

from tests.reading.formats.packing import pack
from tests.reading.formats.rawoffice import (
    TEXT,
    deflate,
    pack_font,
    pack_page,
    pack_pdf,
    pack_xlsx,
    rows,
    stream,
)
from tests.reading.formats.test_hostile_files import _WATCH, MEGABYTES, SECONDS, Watched

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = b"<</Type/Catalog/Pages 2 0 R>>"
CODES: Final = b"BT /F 10 Tf 72 700 Td <00410042> Tj ET"
_MERGED: Final = '<mergeCell ref="A1:XFD1048576"/>'
_NUMBERS: Final = f"<row>{'<c><v>1</v></c>' * 10}</row>"


def _sheet(body: str) -> bytes:
    # Not packed: else the ratio alone would refuse it.
    return pack_xlsx(body, method=ZIP_STORED)


def _cells(count: int, cell: str) -> str:
    return f"<sheetData><row>{cell * count}</row></sheetData>"


def _grid(step: int, size: int) -> bytes:
    places = range(step, 590, step)
    lines = b"".join(
        b"%d 0 m %d %d l S 0 %d m %d %d l S\n" % (place, place, size, place, size, place)
        for place in places
    )
    return pack_page(deflate(lines + TEXT))


REFUSED: Final[dict[str, tuple[str, Callable[[], bytes], str]]] = {
    "a bomb of a sheet": ("xlsx", lambda: pack_xlsx(" " * 50_000_000), "ratio"),
    "many blank cells": ("xlsx", lambda: _sheet(_cells(400_000, "<c/>x")), "nodes"),
    "many cells": ("xlsx", lambda: _sheet(_cells(99_999, "<c><v>1</v></c>")), "nodes"),
    "many strings": (
        "xlsx",
        lambda: pack_xlsx("", strings="<si><t>a</t></si>" * 90_000, method=ZIP_STORED),
        "nodes",
    ),
    "many styles": (
        "xlsx",
        lambda: pack_xlsx("", styles=f"<cellXfs>{'<xf/>' * 200_000}</cellXfs>", method=ZIP_STORED),
        "nodes",
    ),
    "merged cells over each other": (
        "xlsx",
        lambda: _sheet(
            rows(*[("a", "b")] * 5_000) + "<mergeCells>" + _MERGED * 20_000 + "</mergeCells>"
        ),
        "cells",
    ),
    "a deep sheet": ("xlsx", lambda: _sheet("<a>" * 150_000), ""),
    "a deep text": (
        "xlsx",
        lambda: _sheet(_cells(1, f"<c t='inlineStr'><is>{'<r>' * 9_000}")),
        "",
    ),
    "a deep string": ("xlsx", lambda: pack_xlsx("", strings="<si>" + "<r>" * 60_000), ""),
    "a long cell": ("xlsx", lambda: _sheet(rows(("x" * 9_000_000,))), "cell"),
    "laughs": (
        "xlsx",
        lambda: pack(
            {"xl/workbook.xml": "<!DOCTYPE l [<!ENTITY a 'ha'>]><workbook>&a;</workbook>"}
        ),
        "",
    ),
    "a bomb of a page": ("pdf", lambda: pack_page(deflate(b" " * 200_000_000)), "unpacked"),
    "a bomb in a bomb": (
        "pdf",
        lambda: pack_page(
            stream(
                zlib.compress(zlib.compress(b" " * 200_000_000)),
                b"/Filter[/FlateDecode/FlateDecode]",
            )
        ),
        "unpacked",
    ),
    "a bomb of runs": (
        "pdf",
        lambda: pack_page(stream(b"\x81a" * 9_000_000, b"/Filter/RunLengthDecode")),
        "unpacked",
    ),
    "rows of no size": (
        "pdf",
        lambda: pack_page(deflate(TEXT, b"/DecodeParms<</Predictor 15/Columns 2000000000>>")),
        "",
    ),
    "many pages": (
        "pdf",
        lambda: pack_pdf(
            [
                ROOT,
                b"<</Type/Pages/Kids[%b]/Count 1>>" % (b"3 0 R " * 3_000),
                b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
            ]
            + [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(4, 3_000)]
        ),
        "",
    ),
    "references in a circle": (
        "pdf",
        lambda: pack_pdf([ROOT, b"<</Type/Pages/Kids 3 0 R/Count 1>>", b"4 0 R", b"3 0 R"]),
        "nodes",
    ),
    "lists in lists": ("pdf", lambda: pack_pdf([ROOT, b"[" * 900_000]), "nodes"),
    "blank lines": ("pdf", lambda: b"%PDF-1.5\n" + b"\n" * 20_000_000, "nodes"),
    "a blank line": ("pdf", lambda: b"%PDF-1.5\n" + b" " * 20_000_000, ""),
    "many objects": ("pdf", lambda: b"%PDF-1.5\n" + b"1 0 obj\n" * 2_000_000, "nodes"),
    "lines that cross": ("pdf", lambda: _grid(4, 800), "cells"),
}

READ: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "two corners": (
        "xlsx",
        lambda: _sheet(
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
        ),
    ),
    "many rows": ("xlsx", lambda: _sheet("<sheetData>" + "<row/>" * 300_000 + "</sheetData>")),
    "many numbers": (
        "xlsx",
        lambda: _sheet(f"<sheetData>{_NUMBERS * 5_000}</sheetData>"),
    ),
    "many merged cells": (
        "xlsx",
        lambda: _sheet(rows(("a", "b")) + "<mergeCells>" + _MERGED * 30_000 + "</mergeCells>"),
    ),
    "many hidden columns": (
        "xlsx",
        lambda: _sheet("<cols>" + '<col min="1" max="16384" hidden="1"/>' * 60_000 + "</cols>"),
    ),
    "formulas without results": (
        "xlsx",
        lambda: _sheet(f"<sheetData>{'<row><c><f>1</f></c></row>' * 30_000}</sheetData>"),
    ),
    "endless letters": (
        "pdf",
        lambda: pack_page(deflate(b"BT /F 9 Tf (" + b"a" * 999_999 + b") Tj")),
    ),
    "letters that fit": (
        "pdf",
        lambda: pack_page(
            deflate(b"BT /F 9 Tf 9 790 Td " + (b"0 -9 Td (" + b"ab " * 300 + b") Tj ") * 22 + b"ET")
        ),
    ),
    "endless lines": ("pdf", lambda: pack_page(deflate(b"0 0 m 10 0 l S\n" * 100_000))),
    "endless states": ("pdf", lambda: pack_page(deflate(b"q Q\n" * 400_000))),
    "lists in a page": ("pdf", lambda: pack_page(deflate(b"[" * 900_000))),
    "dictionaries in a page": ("pdf", lambda: pack_page(deflate(b"<<" * 400_000))),
    "forms in forms": (
        "pdf",
        lambda: pack_page(
            stream(b"/A Do " * 10),
            *[
                stream(
                    b"/A Do " * 10,
                    b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]"
                    b"/Resources<</XObject<</A %d 0 R>>>>" % number,
                )
                for number in range(6, 26)
            ],
            resources=b"<</XObject<</A 5 0 R>>>>",
        ),
    ),
    "widths without end": (
        "pdf",
        lambda: pack_page(stream(CODES), *pack_font(b"/W[0 999999999 500]")),
    ),
    "letters without end": (
        "pdf",
        lambda: pack_page(
            stream(CODES),
            *pack_font(letters=b"begincmap beginbfrange <00000000><ffffffff><0041> endbfrange"),
        ),
    ),
    "a damaged stream": (
        "pdf",
        lambda: pack_page(stream(zlib.compress(b" " * 20_000_000)[:-9], b"/Filter/FlateDecode")),
    ),
    "many letters on each other": (
        "pdf",
        lambda: pack_page(deflate(b"BT /F 9 Tf 1 0 0 1 9 9 Tm (a) Tj\n" * 9_000)),
    ),
    "a ladder of letters": (
        "pdf",
        lambda: pack_page(
            deflate(
                b"BT /F 9 Tf "
                + b"".join(b"1 0 0 1 9 %.2f Tm (a) Tj\n" % (n / 20) for n in range(9_000))
            )
        ),
    ),
    "a table of lines": ("pdf", lambda: _grid(10, 600)),
}


@pytest.fixture(name="watched", scope="module")
def _watched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Watched]:
    folder = tmp_path_factory.mktemp("hostile")
    # Libraries are loaded with the first file of each kind, which nobody measures.
    first = [("xlsx", _sheet("")), ("pdf", pack_page(stream(TEXT)))]
    refused = [(ending, make()) for ending, make, _ in REFUSED.values()]
    read = [(ending, make()) for ending, make in READ.values()]
    paths: list[str] = []
    for number, (ending, data) in enumerate([*first, *refused, *read]):
        path = folder / f"{number}.{ending}"
        path.write_bytes(data)
        paths.append(str(path))
    done = subprocess.run(  # noqa: S603 - this interpreter, our own words
        [sys.executable, "-c", _WATCH, *paths], capture_output=True, text=True, check=True
    )
    lines = [Watched(*json.loads(line)) for line in done.stdout.splitlines()][len(first) :]
    return dict(zip([*REFUSED, *READ], lines, strict=True))


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, watched: dict[str, Watched]) -> None:
    """The limit is named, where it is a limit; time and memory stay small."""
    outcome, seconds, peak = watched[name]
    limit = REFUSED[name][2]

    assert isinstance(outcome, list)
    assert f"(limit: {limit})" in outcome[1] if limit else "(limit" not in outcome[1]
    assert seconds < SECONDS
    assert peak < MEGABYTES


@pytest.mark.parametrize("name", READ)
def test_read(name: str, watched: dict[str, Watched]) -> None:
    """What is within the limits is read as quickly; what is not of a page, is noted."""
    outcome, seconds, peak = watched[name]

    assert isinstance(outcome, int)
    assert seconds < SECONDS
    assert peak < MEGABYTES
