"""Streams of a PDF: unpacked within limits, and everything that is looked up is counted."""

from __future__ import annotations

import zlib
from os import SEEK_END
from typing import TYPE_CHECKING, Any, Final

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from iku.reading.formats.pdf.meter import Meter, refuse_broken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_RUN: Final = 64
"""How much larger run-length coding can become."""
_TABLES: Final = frozenset({"First", "W"})
"""Attributes of a stream that holds objects, or says where they are."""
_TABLE: Final = 1_048_576
"""Bytes of a stream that holds objects, which are read one by one."""
_STEP: Final = 4_096
"""Bytes that are unpacked at once: of a damaged stream, those before the damage are read."""
_ROWS: Final = (("Predictor", 1), ("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
_TAIL: Final = 65_536
"""Bytes at the end of a file that say where its parts stand."""
_ROW: Final = 65_536
"""Bytes of a row of a table that is packed row by row."""


class Stream(PDFStream):
    """A stream that is measured before it is unpacked."""

    def __init__(self, stream: PDFStream, meter: Meter) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._meter = meter

    def decode(self) -> None:
        """
        Unpack the stream.

        Raises:
            ReadingError: `bad-file` or a limit.
        """
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, params in self.get_filters():
            data = self._unpack(name, data)
            if params and "Predictor" in params:
                data = _restore_rows(data, params)
        self._meter.count_unpacked(len(data))
        if not _TABLES.isdisjoint(self.attrs) and len(data) > _TABLE:
            raise refuse_broken(f"a table of objects of {len(data)} bytes")
        self.data, self.rawdata = data, None

    def _unpack(self, name: object, data: bytes) -> bytes:
        """Unpack one layer, to know its size and what the next layer has to work on."""
        if name in LITERALS_FLATE_DECODE:
            return self._inflate(data)
        if name in LITERALS_ASCII85_DECODE:
            return ascii85decode(data)
        if name in LITERALS_ASCIIHEX_DECODE:
            return asciihexdecode(data)
        if name in LITERALS_RUNLENGTH_DECODE:
            self._meter.count_unpacked(_RUN * len(data))
            return rldecode(data)
        raise refuse_broken("a stream packed in a way that text is not")

    def _inflate(self, data: bytes) -> bytes:
        """Unpack what is packed as in a ZIP archive; of a damaged stream what there is."""
        unpacker = zlib.decompressobj()
        unpacked = bytearray()
        try:
            for start in range(0, len(data), _STEP):
                room = self._meter.room - len(unpacked)
                unpacked += unpacker.decompress(data[start : start + _STEP], room + 1)
                if len(unpacked) > self._meter.room:
                    break
        except zlib.error:
            pass
        if len(unpacked) > self._meter.room:
            self._meter.count_unpacked(len(unpacked))
        return bytes(unpacked)


def _restore_rows(data: bytes, params: dict[str, Any]) -> bytes:
    """Restore rows of which only the differences are stored."""
    kind, colors, columns, bits = (resolve1(params.get(name, default)) for name, default in _ROWS)
    for size in (kind, colors, columns, bits):
        if type(size) is not int or not 0 < size <= _ROW:
            raise refuse_broken("a stream with rows of no size")
    if kind == 1:
        return data
    if len(data) > _TABLE:
        raise refuse_broken(f"rows of {len(data)} bytes")
    if kind == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(kind, colors, columns, bits, data)


class Parser(PDFParser):
    """A parser that counts what it reads."""

    BUFSIZ = 65_536  # a line of megabytes is put together piece by piece

    def __init__(self, file: BinaryIO, meter: Meter) -> None:
        super().__init__(file)
        self._meter = meter

    def push(self, *objs: Any) -> None:  # noqa: ANN401 - pdfminer's own types are not exported
        """Take what was read; streams become measured ones."""
        super().push(
            *(
                (place, Stream(one, self._meter) if isinstance(one, PDFStream) else one)
                for place, one in objs
            )
        )

    def revreadlines(self) -> Iterator[bytes]:
        """Read the lines of the end, the last one first: more of the file is not looked at."""
        self.fp.seek(0, SEEK_END)
        size = self.fp.tell()
        self.fp.seek(max(0, size - _TAIL))
        yield from reversed(self.fp.read(_TAIL).splitlines(keepends=True))

    def nextline(self) -> tuple[int, bytes]:
        """Read a line."""
        self._meter.count_line()
        return super().nextline()

    def nexttoken(self) -> Any:  # noqa: ANN401 - pdfminer's own types are not exported
        """Read a word."""
        self._meter.count_word()
        return super().nexttoken()


class Document(PDFDocument):
    """A document that counts what is looked up in it."""

    def __init__(self, file: BinaryIO, meter: Meter) -> None:
        self._meter = meter
        super().__init__(Parser(file, meter))

    def getobj(self, objid: int) -> object:
        """Look an object up."""
        self._meter.count_line()
        return super().getobj(objid)
