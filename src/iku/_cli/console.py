"""Printing for people and for programs, in any terminal."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_PLAIN: Final = {
    **dict.fromkeys("│", "|"),
    **dict.fromkeys("─–—−", "-"),
    **dict.fromkeys("═", "="),
    **dict.fromkeys("┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛", "+"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("\u2018\u2019", "'"),
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "·": "-",
    "…": "...",
}
"""What stands for a character that a terminal cannot show."""
_USUAL_WIDTH: Final = 110


def show(text: str, stream: TextIO) -> None:
    """Write for people: characters that the stream cannot encode become plain ones."""
    encoding = stream.encoding or "utf-8"
    plain = {
        ord(character): _PLAIN.get(character, "?")
        for character in set(text)
        if not _can_encode(character, encoding)
    }
    stream.write(text.translate(plain))


def _can_encode(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def put(text: str) -> None:
    """Write for programs, to standard output: UTF-8 whatever the locale, line ends as they are."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode())
    buffer.flush()


def measure_terminal() -> int:
    """Give the columns that a table may take: the terminal's, within reason."""
    columns = shutil.get_terminal_size(fallback=(_USUAL_WIDTH, 24)).columns
    return min(max(columns, 80), 160)
