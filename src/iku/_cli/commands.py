"""The commands: what each takes, does and answers."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iku._cli.console import measure_terminal, put, show
from iku._cli.demo import run_demo
from iku.codec import dump, json_schema, load
from iku.errors import IkuError
from iku.reading import read
from iku.rendering import render, render_review
from iku.rendering.html import escape_html

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from iku.domain import Dokumen
    from iku.reading import Bacaan
    from iku.typing import Language

_NO_TABLE: Final = "no table of indicators was recognised in it, so no document was made of it"
_STYLE: Final = "<style>body { font-family: sans-serif; margin: 2em }</style>"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and give its exit status.

    0 when it did what was asked, 1 when a file or a document stands in the way or
    holds nothing to read (one message on standard error), 2 for a command that is
    not understood.
    """
    chosen = _make_parser().parse_args(arguments)
    try:
        lack: str | None = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). What is still buffered has
        # nowhere to go, and Python would complain about that on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except IkuError as error:
        # The place inside a document says nothing where it is the whole of it.
        message = str(error).removeprefix("$: ")
        return _refuse(f"{chosen.file}: {message}" if "file" in chosen else message)
    except OSError as error:
        return _refuse(f"{error.filename or 'output'}: {error.strerror or error}")
    return _refuse(f"{chosen.file}: {lack}") if lack else 0


def _refuse(message: str) -> int:
    show(f"iku: {message}\n", sys.stderr)
    return 1


def _make_parser() -> ArgumentParser:
    parser = ArgumentParser(prog="iku", description="Indikator Kinerja Utama at the command line.")
    parser.add_argument("--version", action="version", version=f"iku {version('iku')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser(
        "demo", help="walk through a real document: read, show, find, compute, write"
    )
    demo.add_argument(
        "--out", type=Path, default=Path("iku-demo"), metavar="DIR",
        help="folder for the JSON files (default: iku-demo)",
    )  # fmt: skip
    demo.set_defaults(run=_run_demo)

    reading = commands.add_parser("read", help="read an official file and show what it says")
    reading.add_argument(
        "file", type=Path, help="the file: Word, Excel, PDF, HTML, CSV or extracted text"
    )
    reading.add_argument(
        "-o", "--out", type=_take_path, metavar="FILE.json",
        help="write the document there as JSON; several become FILE-1.json, FILE-2.json, ...",
    )  # fmt: skip
    reading.add_argument(
        "--review", type=_take_path, metavar="SHEET",
        help="write the review sheet there, each source cell beside what was understood: "
        "Markdown (.md) or else HTML (with -o, default: FILE.review.html)",
    )  # fmt: skip
    reading.set_defaults(run=_run_read)

    drawing = commands.add_parser("render", help="draw a JSON document as the official table")
    drawing.add_argument("file", type=Path, help="the document (.json)")
    drawing.add_argument("--format", choices=("text", "markdown", "html"), default="text")
    drawing.add_argument("--language", choices=("id", "en"), default="id", help="of the labels")
    drawing.set_defaults(run=_run_render)

    schema = commands.add_parser("schema", help="print the JSON Schema of documents")
    schema.set_defaults(run=_run_schema)
    return parser


def _take_path(text: str) -> Path:
    path = Path(text)
    if not path.name:
        message = f"{text!r} is no name of a file"
        raise ArgumentTypeError(message)
    return path


def _run_demo(chosen: Namespace) -> None:
    run_demo(chosen.out)


def _run_read(chosen: Namespace) -> str | None:
    """Read a file; what it lacks comes back, after the findings that say why are shown."""
    bacaan = read(chosen.file)
    files = [] if chosen.out is None else _name_files(chosen.out, bacaan.dokumen)
    sheet: Path | None = chosen.review or (chosen.out and chosen.out.with_suffix(".review.html"))
    sheets = [] if sheet is None else [sheet]
    lost = _find_lost(chosen.file, [*(path for path, _ in files), *sheets])
    if lost is not None:
        return f"{lost} would be written over; name other files for -o and --review"
    # Whoever stops reading the output (`| head`) still gets the files.
    written: list[str] = []
    for path, dokumen in files:
        with _name_path(path):
            dump(dokumen, path)
        written.append(f"\n{path}: {dokumen.judul}\n")
    if sheet is not None:
        _write_review(bacaan, sheet)
        written.append(f"\n{sheet}: lembar periksa / review sheet\n")
    show(render(bacaan, width=measure_terminal()), sys.stdout)
    for line in written:
        show(line, sys.stdout)
    return None if bacaan.dokumen else _NO_TABLE


def _find_lost(source: Path, written: Sequence[Path]) -> Path | None:
    """Find a file that another one would take the place of: the one that is read, or a new one."""
    taken = {source.resolve()}
    for path in written:
        if path.resolve() in taken:
            return path
        taken.add(path.resolve())
    return None


@contextmanager
def _name_path(path: Path) -> Generator[None]:
    """Let a failure name the file that was asked for, not the one that takes its place first."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, f"cannot be written: {error.strerror}", str(path)) from error


def _write_review(bacaan: Bacaan, sheet: Path) -> None:
    if sheet.suffix.lower() in (".md", ".markdown"):
        drawn = render_review(bacaan, format="markdown")
    else:
        element = f"{_STYLE}\n{render_review(bacaan)}"
        drawn = _make_page(f"Lembar periksa: {bacaan.berkas}", element, "id")
    with _name_path(sheet):
        sheet.write_text(drawn, encoding="utf-8", newline="\n")


def _make_page(title: str, element: str, language: Language) -> str:
    """Put an element into a page of its own."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        f"<title>{escape_html(' '.join(title.split()))}</title>\n{element}</html>\n"
    )


def _name_files(out: Path, dokumen: Sequence[Dokumen]) -> list[tuple[Path, Dokumen]]:
    if len(dokumen) == 1:
        return [(out, dokumen[0])]
    return [
        (out.with_name(f"{out.stem}-{number}{out.suffix or '.json'}"), one)
        for number, one in enumerate(dokumen, start=1)
    ]


def _run_render(chosen: Namespace) -> None:
    dokumen = load(chosen.file)
    drawn = render(
        dokumen, format=chosen.format, language=chosen.language, width=measure_terminal()
    )
    if chosen.format == "text":
        show(drawn, sys.stdout)
    elif chosen.format == "markdown":
        put(drawn)
    else:
        put(_make_page(dokumen.judul, drawn, chosen.language))


def _run_schema(_: Namespace) -> None:
    put(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
