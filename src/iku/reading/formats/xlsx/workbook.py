"""A workbook: its sheets, strings and number formats, of which only what is needed is unpacked."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import ARC_STYLE, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from iku._attrs import frozen
from iku.errors import ReadingError
from iku.reading.formats.blocks import write_pieces
from iku.reading.formats.zipped import Archive
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Any

    from openpyxl.cell.rich_text import CellRichText, TextBlock

    from iku.reading.limits import Limits

_NEEDED: Final = re.compile(
    r"\[Content_Types\]\.xml|xl/(?!calcChain)[^/]++(?<=\.xml)|xl/_rels/[^/]++"
)
"""Members beside the sheets that are unpacked: manifest, workbook, strings, styles."""
GENERAL: Final = "General"
"""The number format that shows a number as it is."""
_MAIN: Final = f"{{{SHEET_MAIN_NS}}}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_HEIGHTS: Final = {"superscript": "super", "subscript": "sub"}
_SHARE: Final = 5
"""Strings and styles may have one in five of the nodes: each costs that much more."""


@frozen(kw_only=True)
class Sheet:
    """A sheet of a workbook, of which no cell is read yet."""

    name: str
    """Its name."""
    path: str
    """The member of the archive that holds its cells."""
    hidden: bool
    """Whether Excel does not show it."""


@frozen(kw_only=True)
class Workbook:
    """What the cells of all sheets refer to."""

    archive: Archive
    """Where the sheets are unpacked from, one after the other."""
    sheets: tuple[Sheet, ...]
    """The sheets, in their order."""
    strings: tuple[str, ...]
    """Texts, which cells name by number."""
    formats: tuple[str, ...]
    """Number formats, by the number of a cell's style."""
    epoch: datetime
    """The day that serial numbers of dates count from."""


@contextmanager
def wrap_errors() -> Generator[None]:
    """
    Turn whatever openpyxl raises over a damaged workbook into one refusal.

    Raises:
        ReadingError: `bad-file`.
    """
    with warnings.catch_warnings():
        # It warns of each thing that it leaves out.
        warnings.simplefilter("ignore")
        try:
            yield
        except ReadingError:
            raise
        except Exception as error:
            raise refuse_broken(
                f"a workbook that cannot be read ({type(error).__name__})"
            ) from error


def load_workbook(data: bytes, limits: Limits) -> Workbook:
    """
    Load a workbook; pictures, charts, macros and links to other files are not unpacked.

    Raises:
        ReadingError: `bad-file`, or a limit of the archive.
    """
    archive = Archive(data, limits)
    members = {name: archive.read(name) for name in archive.names if _NEEDED.fullmatch(name)}
    _check_members(members, limits)
    with wrap_errors():
        reader = ExcelReader(_pack(members), read_only=True, keep_links=False, rich_text=True)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        return Workbook(
            archive=archive,
            sheets=tuple(_list_sheets(reader)),
            strings=tuple(write_text(text) for text in reader.shared_strings),
            formats=_read_formats(members.get(ARC_STYLE)),
            epoch=reader.wb.epoch,
        )


def _list_sheets(reader: ExcelReader) -> Iterator[Sheet]:
    for sheet, link in reader.parser.find_sheets():
        if link.Type.endswith("/worksheet"):
            path = str(cast("Any", link).target)
            yield Sheet(name=sheet.name, path=path, hidden=sheet.state != "visible")


def write_text(text: str | CellRichText) -> str:
    """Join the pieces of a text: a raised figure is no digit of the number before it."""
    if isinstance(text, str):
        return unescape(text)
    return unescape(write_pieces(_split_piece(piece) for piece in text))


def _split_piece(piece: str | TextBlock) -> tuple[str, str]:
    if isinstance(piece, str):
        return piece, ""
    return piece.text, _HEIGHTS.get(str(piece.font.vertAlign), "")


def _check_members(members: dict[str, bytes], limits: Limits) -> None:
    if any(_STRICT in data for data in members.values()):
        raise refuse_broken("a workbook in the strict variant of its format")
    count = sum(data.count(b"<") for data in members.values())
    if count > limits.nodes // _SHARE:
        raise refuse(
            "too-many-nodes",
            "nodes",
            found=f"{count} tags in the strings and styles of a workbook",
            most=f"{limits.nodes // _SHARE} of them",
        )


def _pack(members: dict[str, bytes]) -> BytesIO:
    """Pack what was unpacked within limits: openpyxl sees nothing else of the file."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed


def _read_formats(xml: bytes | None) -> tuple[str, ...]:
    """Read the number format of each style; fonts and colours do not matter."""
    if xml is None:
        return ()
    root = fromstring(xml)
    codes = dict(BUILTIN_FORMATS)
    for own in root.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt"):
        codes[int(own.get("numFmtId", "0"))] = own.get("formatCode", GENERAL)
    return tuple(
        codes.get(int(style.get("numFmtId", "0")), GENERAL)
        for style in root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    )


def refuse_broken(found: str) -> ReadingError:
    """Make the error for a workbook that is damaged."""
    return ReadingError(
        "bad-file",
        found=found,
        expected="a workbook as Excel writes it",
        repair="open the file in Excel and save it again as .xlsx",
    )
