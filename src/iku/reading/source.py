"""Files: which can be read, how large they may be, and how their bytes become text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError, quote

if TYPE_CHECKING:
    from pathlib import Path

MAXIMUM_BYTES: Final = 1_048_576
"""Bytes of a file, and characters of a text."""
KINDS: Final = (".txt", ".text", ".tsv")
"""Endings of the files that can be read: text whose tables are cells between tabs."""


def load_text(path: Path) -> str:
    """
    Load a text file: UTF-8.

    Raises:
        ReadingError: `unknown-file-kind`, `file-not-found`, `too-large` or
            `bad-encoding`.
    """
    if path.suffix.lower() not in KINDS:
        raise ReadingError(
            "unknown-file-kind",
            found=f"the file {quote(path.name)}",
            expected=f"a text file: {', '.join(KINDS)}",
            repair="copy its tables as text (columns between tabs) into a .txt file",
        )
    return _decode(_load_bytes(path))


def _load_bytes(path: Path) -> bytes:
    try:
        # A device or pipe might never end.
        if not path.is_file():
            raise _not_found(path)
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        raise _not_found(path) from error
    _check_size(len(data))
    return data


def _not_found(path: Path) -> ReadingError:
    return ReadingError(
        "file-not-found",
        found=f"no readable file {quote(path.name)}",
        expected="the path of a file",
        repair="check the path and the permission to read",
    )


def _check_size(size: int) -> None:
    if size > MAXIMUM_BYTES:
        raise ReadingError(
            "too-large",
            found=f"more than {MAXIMUM_BYTES} bytes",
            expected=f"at most {MAXIMUM_BYTES}",
            repair="split the file; the text of a document is far smaller",
        )


def check_text(text: object) -> None:
    """
    Refuse what is no text, or more of it than the limit.

    Raises:
        ReadingError: `wrong-type` or `too-large`.
    """
    if not isinstance(text, str):
        raise ReadingError(
            "wrong-type", found=quote(text), expected="text", repair="decode bytes as UTF-8 first"
        )
    _check_size(len(text))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(
            "bad-encoding",
            found=f"byte 0x{data[error.start]:02x} at position {error.start}",
            expected="UTF-8 text",
            repair="save the file as UTF-8 text",
        ) from None
