"""ZIP archives, as which Word and Excel files travel: members are unpacked within limits."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from iku.errors import ReadingError, quote
from iku.reading.limits import MEBIBYTE, refuse

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from iku.reading.limits import Limits

_ENTRY: Final = b"PK\x01\x02"
"""Begins each entry of the directory of an archive."""
_CHUNK: Final = 65_536
_BROKEN: Final = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error)
"""What `zipfile` raises for archives that are damaged, or of kinds that it does not know."""
_DECLARED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+<\?xml\b[^>]*?\bencoding\s*+=\s*+[\"']([^\"'>]*+)"
)
_UTF8: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_XML: Final = (".xml", ".rels", ".vml")


class Archive:
    """
    A ZIP archive in memory. Nothing of it is ever written to a disk.

    Raises:
        ReadingError: `bad-file` or `too-many-members`; from `read`, also
            `encrypted-file`, `too-large`, `too-compressed`, `too-many-nodes` and
            `doctype`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        # Counted before anything is made of them: the count in the archive may lie.
        count = data.count(_ENTRY)
        if count > limits.members:
            raise refuse(
                "too-many-members",
                "members",
                found=f"an archive of {count} members",
                most=f"{limits.members} members",
            )
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise _broken("an archive without a readable directory") from error
        self._members = _index(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of the archive."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Unpack a member; XML with a document type is refused."""
        member = self._members.get(name)
        if member is None:
            raise _broken(f"an archive without {quote(name)}")
        data = self._unpack(member)
        if name.lower().endswith(_XML):
            check_xml(data, self._limits)
        return data

    def _unpack(self, member: ZipInfo) -> bytes:
        _check_member(member)
        most = max(MEBIBYTE, self._limits.ratio * member.compress_size)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    self._count(len(piece))
                    if size > most:
                        raise self._too_compressed()
                    pieces.append(piece)
        except _BROKEN as error:
            if isinstance(error, ReadingError):
                raise
            raise _broken(f"a member {quote(member.filename)} that cannot be unpacked") from error
        return b"".join(pieces)

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > self._limits.unpacked:
            raise refuse(
                "too-large",
                "unpacked",
                found=f"an archive that unpacks to more than {self._limits.unpacked} bytes",
                most=f"{self._limits.unpacked} bytes",
            )

    def _too_compressed(self) -> ReadingError:
        return refuse(
            "too-compressed",
            "ratio",
            found=f"a member that unpacks to more than {self._limits.ratio} times its size",
            most=f"{self._limits.ratio} times",
        )


def check_xml(data: bytes, limits: Limits) -> None:
    """
    Refuse XML that declares a document type, hides one in its encoding, or has too many tags.

    Raises:
        ReadingError: `doctype`, `bad-file` or `too-many-nodes`.
    """
    declared = _DECLARED.match(data)
    if b"\0" in data or (declared and declared[1].lower() not in _UTF8):
        raise _broken("XML that is not UTF-8")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ReadingError(
            "doctype",
            found="XML with a document type or entities",
            expected="XML as Word and Excel write it",
            repair="open the file in Word or Excel and save it again",
        )
    # A tag counts with its attributes: each of them costs a parser as much.
    count = data.count(b"<") + data.count(b"=")
    if count > limits.nodes:
        raise refuse(
            "too-many-nodes",
            "nodes",
            found=f"XML with {count} tags and attributes",
            most=f"{limits.nodes} of them",
        )


def _index(members: list[ZipInfo]) -> dict[str, ZipInfo]:
    found: dict[str, ZipInfo] = {}
    for member in members:
        name = member.filename
        steps = name.split("/")
        if ".." in steps or steps[0] == "" or "\\" in name or ":" in name:
            raise _broken(f"a member with the path {quote(name)}")
        if name in found:
            raise _broken(f"two members with the name {quote(name)}")
        found[name] = member
    return found


def _check_member(member: ZipInfo) -> None:
    if member.flag_bits & 0x1:
        raise ReadingError(
            "encrypted-file",
            found="an archive that is locked with a password",
            expected="a file that opens without one",
            repair="save it without a password",
        )
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _broken(f"a member packed by method {member.compress_type}")


def _broken(found: str) -> ReadingError:
    return ReadingError(
        "bad-file",
        found=found,
        expected="an archive as Word and Excel write it",
        repair="open the file in Word or Excel and save it again",
    )
