"""Files made to hurt: little time, little memory, and a refusal that names the limit."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final, NamedTuple
from zipfile import ZIP_STORED

import pytest

from tests.reading.formats.packing import cell, pack, pack_docx, paragraph, row

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTES: Final = 200
SECONDS: Final = 1.0
_WATCH: Final = """
import ctypes, gc, json, sys, time
from pathlib import Path
import iku
from iku.reading import read

status, reset = Path("/proc/self/status"), Path("/proc/self/clear_refs")
for path in sys.argv[1:]:
    gc.collect()
    if sys.platform == "linux":
        # What was freed goes back to the system, else it counts as the next one's.
        getattr(ctypes.CDLL(None), "malloc_trim", int)(0)
    if reset.exists():
        reset.write_text("5")
    start = time.process_time()
    try:
        outcome = len(read(path).temuan)
    except iku.IkuError as error:
        outcome = [error.code, error.expected]
    seconds = time.process_time() - start
    lines = status.read_text().splitlines() if status.exists() else []
    peak = sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    print(json.dumps([outcome, seconds, peak]))
"""
"""Reads files one after the other; where the system tells, the memory of each is measured."""


def _word(body: str) -> bytes:
    # Not packed: else the ratio alone would refuse it.
    return pack_docx(body, method=ZIP_STORED)


def _table_with(properties: str, times: int = 1) -> bytes:
    return _word(f"<w:tbl>{row(cell('A', properties), 'B') * times}</w:tbl>")


def _html(text: str) -> bytes:
    return f"<html><body>{text}</body></html>".encode()


def _csv(text: str) -> bytes:
    return f"Sasaran;Indikator;Satuan\n{text}".encode()


_BOMB: Final = b"<w:p/>" * 10_000_000

REFUSED: Final[dict[str, tuple[str, Callable[[], bytes], str]]] = {
    "a bomb": (
        "docx",
        lambda: pack({"word/document.xml": _BOMB}),
        "ratio",
    ),
    "a bomb in a small step": (
        "docx",
        lambda: pack({"word/document.xml": bytes(range(33, 123)) * 500_000}),
        "ratio",
    ),
    "a bomb of many members": (
        "docx",
        lambda: pack(
            {
                "word/document.xml": "<a/>",
                "word/footnotes.xml": "<a/>",
                **{f"word/{number}.xml": "" for number in range(30_000)},
            }
        ),
        "members",
    ),
    "laughs": (
        "docx",
        lambda: pack(
            {
                "word/document.xml": "<!DOCTYPE l [<!ENTITY a 'ha'>"
                + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
                + "]><l>&a11;</l>"
            }
        ),
        "",
    ),
    "a file of the machine": (
        "docx",
        lambda: pack(
            {
                "word/document.xml": "<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l>&a;</l>"
            }
        ),
        "",
    ),
    "many tags": ("docx", lambda: _word("<w:p/>x" * 700_000), "nodes"),
    "many attributes": (
        "docx",
        lambda: _word("".join(f'<w:p a{n % 97}="{n}"/>' for n in range(400_000))),
        "nodes",
    ),
    "deep elements": ("docx", lambda: _word("<w:sdt>" * 100_000), ""),
    "deep tables": (
        "docx",
        lambda: _word("<w:tbl><w:tr><w:tc>" * 30 + "</w:tc></w:tr></w:tbl>" * 30),
        "depth",
    ),
    "a wide cell": ("docx", lambda: _table_with('<w:gridSpan w:val="5000000"/>'), "span"),
    "a cell of endless digits": (
        "docx",
        lambda: _table_with(f'<w:gridSpan w:val="{"9" * 100_000}"/>'),
        "span",
    ),
    "wide cells": ("docx", lambda: _table_with('<w:gridSpan w:val="499"/>', 1_000), "cells"),
    "a long cell": ("docx", lambda: _word(paragraph("x" * 9_000_000)), "cell"),
    "unended comments": ("html", lambda: b"<p>" + b"<!--" * 70_000, ""),
    "unended end tags": ("html", lambda: b"<p>" + b"</a " * 70_000, ""),
    "unended sections": ("html", lambda: b"<p>" + b"<![CDATA[" * 70_000, ""),
    "unended attributes": ("html", lambda: b"<p>" + b"<a b='" * 30_001, ""),
    "unended scripts": ("html", lambda: b"<p>" + b"<script>" * 70_000, ""),
    "high cells": (
        "html",
        lambda: _html("<table><tr>" + "<td rowspan=999>" * 499 + "<tr><td>" * 30_000),
        "cells",
    ),
    "tables in tables": ("html", lambda: _html("<table><tr><td>" * 20_000), "depth"),
    "a page of tags": ("html", lambda: _html("<b>" * 300_000), "tags"),
    "a huge page": ("html", lambda: _html("x" * 5_000_000), "text"),
    "a long reference": ("html", lambda: _html("&#" + "9" * 900_000 + ";"), ""),
    "an unended field": ("csv", lambda: _csv('"' + "a;\n" * 300_000), ""),
    "many fields": ("csv", lambda: _csv(";".join("x" * 500_000)), "columns"),
    "many rows": ("csv", lambda: _csv("x;y;z\n" * 150_000), "cells"),
    "no end of a file": ("txt", lambda: b"x" * 40_000_000, "bytes"),
    "no text": ("txt", lambda: b"\xff" * 30_000_000, "text"),
}

READ: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "many blank cells": (
        "docx",
        lambda: _word(f"<w:tbl>{'<w:tr>' + '<w:tc/>' * 100 + '</w:tr>'}</w:tbl>" * 900),
    ),
    "many paragraphs": ("docx", lambda: _word("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 20_000)),
    "many runs": ("docx", lambda: _word(f"<w:p>{'<w:r/>' * 200_000}</w:p>")),
    "many insertions": (
        "docx",
        lambda: _word(
            "<w:p>" + ("<w:ins>" * 60 + "<w:r/>" * 60 + "</w:ins>" * 60) * 2_000 + "</w:p>"
        ),
    ),
    "many fractions": (
        "docx",
        lambda: _word(f"<w:p><m:oMath>{'<m:f/>' * 2_000}</m:oMath></w:p>"),
    ),
    "many findings": (
        "docx",
        lambda: _word("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>" * 20_000),
    ),
    "many small tables": ("html", lambda: _html("<table><tr><td>a<td>b</table>" * 8_000)),
    "many superscripts": ("html", lambda: _html("<sup>" * 70_000)),
    "many entities": ("html", lambda: _html("&amp;" * 1_900)),
    "many equals signs": ("html", lambda: _html("<a " + "=" * 70_000 + ">")),
    "many brackets": ("html", lambda: _html("<" * 9_000)),
    "many declarations": ("html", lambda: _html("<!a>" * 70_000)),
    "many hidden tags": ("html", lambda: _html("<i hidden>" * 70_000)),
    "many blank records": ("csv", lambda: _csv(";;;\n" * 200_000)),
    "many quotes": ("csv", lambda: _csv('"";' * 400 + "\n" + '"a""b";' * 400)),
    "many open quotes": ("txt", lambda: b'a\t"b\n' * 40_000),
}


class Watched(NamedTuple):
    """What became of a file."""

    outcome: int | list[str]
    """The number of findings, or code and expectation of the refusal."""
    seconds: float
    """Time of the processor."""
    peak: float
    """Megabytes of memory, Python itself included."""


@pytest.fixture(name="watched", scope="module")
def _watched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Watched]:
    folder = tmp_path_factory.mktemp("hostile")
    paths: list[str] = []
    made = {name: (ending, make) for name, (ending, make, _) in REFUSED.items()} | READ
    for number, (ending, make) in enumerate(made.values()):
        path = folder / f"{number}.{ending}"
        path.write_bytes(make())
        paths.append(str(path))
    done = subprocess.run(  # noqa: S603 - this interpreter, our own words
        [sys.executable, "-c", _WATCH, *paths], capture_output=True, text=True, check=True
    )
    lines = (Watched(*json.loads(line)) for line in done.stdout.splitlines())
    return dict(zip(made, lines, strict=True))


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
    """What is within the limits is read as quickly."""
    outcome, seconds, peak = watched[name]

    assert isinstance(outcome, int)
    assert seconds < SECONDS
    assert peak < MEGABYTES
