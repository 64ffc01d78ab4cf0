"""Sources: the bytes of a file, and the text that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.errors import ReadingError, quote
from iku.reading.limits import refuse

if TYPE_CHECKING:
    from pathlib import Path

    from iku.reading.limits import Limits

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks, and the encodings that begin with them."""
_WINDOWS: Final = "cp1252"
"""How Windows of Indonesia and of the West writes text that is not UTF-8."""


def load_bytes(path: Path, limits: Limits) -> bytes:
    """
    Load a file.

    Raises:
        ReadingError: `file-not-found` or `too-large`.
    """
    try:
        # A device or pipe might never end.
        if not path.is_file():
            raise _not_found(path)
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        raise _not_found(path) from error
    if len(data) > limits.bytes:
        raise refuse(
            "too-large",
            "bytes",
            found=f"more than {limits.bytes} bytes",
            most=f"{limits.bytes} bytes",
        )
    return data


def _not_found(path: Path) -> ReadingError:
    return ReadingError(
        "file-not-found",
        found=f"no readable file {quote(path.name)}",
        expected="the path of a file",
        repair="check the path and the permission to read",
    )


def check_text(text: object, limits: Limits) -> None:
    """
    Refuse what is no text, or more of it than the limit.

    Raises:
        ReadingError: `wrong-type` or `too-large`.
    """
    if not isinstance(text, str):
        raise ReadingError(
            "wrong-type", found=quote(text), expected="text", repair="decode bytes as UTF-8 first"
        )
    if len(text) > limits.text:
        raise refuse(
            "too-large",
            "text",
            found=f"more than {limits.text} characters of text",
            most=f"{limits.text} characters",
        )


def parse_bytes(data: bytes, limits: Limits) -> tuple[str, str | None]:
    r"""
    Decode text: UTF-8, UTF-16 with its mark, or else what Windows writes, which is named.

    >>> from iku.reading.limits import DEFAULT
    >>> parse_bytes("Perumahan ≥ 5".encode(), DEFAULT), parse_bytes(b"80 \x96 90%", DEFAULT)
    (('Perumahan ≥ 5', None), ('80 – 90%', 'cp1252'))

    Raises:
        ReadingError: `bad-encoding` or `too-large`.
    """
    # No character of these encodings takes more than four bytes.
    if len(data) > 4 * limits.text:
        check_text(" " * (limits.text + 1), limits)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        text = data.decode(encoding or "utf-8").removeprefix("\ufeff")
        guessed = None
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise _bad_encoding(error, data) from None
        text, guessed = _decode_windows(data), _WINDOWS
    check_text(text, limits)
    return text, guessed


def _decode_windows(data: bytes) -> str:
    try:
        return data.decode(_WINDOWS)
    except UnicodeDecodeError as error:
        raise _bad_encoding(error, data) from None


def _bad_encoding(error: UnicodeDecodeError, data: bytes) -> ReadingError:
    return ReadingError(
        "bad-encoding",
        found=f"byte 0x{data[error.start]:02x} at position {error.start}",
        expected="UTF-8 text",
        repair="save the file as UTF-8 text",
    )
