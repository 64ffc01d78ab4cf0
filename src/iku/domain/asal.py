"""Asal and Temuan: where something was read, and what was found wrong there."""

from __future__ import annotations

from enum import StrEnum

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, TEXT, choice, normalise_text, one, optional, wrong_type
from iku.domain.rujukan import Rujukan
from iku.errors import DomainError, quote


def check_position(value: object) -> int:
    """
    Take a position counted from 1.

    Raises:
        DomainError: `wrong-type` or `bad-number`.
    """
    if type(value) is not int:
        raise wrong_type(value, "a position counted from 1")
    if not 1 <= value <= 10_000_000:
        raise DomainError(
            "bad-number",
            found=quote(value),
            expected="a position from 1 to 10000000",
            repair="count tables, rows and columns from 1",
        )
    return value


_POSITION = optional(checked(check_position))


@frozen(kw_only=True)
class Asal:
    """
    Asal (provenance): the place in a file where a value was read, down to the cell.

    The raw text is kept word for word, broken cells included.
    """

    berkas: str | None = field(default=None, metadata=optional(TEXT))
    """Name of the file."""
    halaman: int | None = field(default=None, metadata=_POSITION)
    """Page, from 1."""
    tabel: int | None = field(default=None, metadata=_POSITION)
    """Table in the file, from 1."""
    baris: int | None = field(default=None, metadata=_POSITION)
    """Row of the table, or line of a text file, from 1."""
    kolom: int | None = field(default=None, metadata=_POSITION)
    """Column of the table, from 1."""
    teks: str | None = field(default=None, metadata=optional(checked(normalise_text)))
    """The raw text that was read; empty where an empty cell was read."""
    catatan: str | None = field(default=None, metadata=optional(TEXT))
    """What the reader did ("kode dibuat menurut urutan")."""


class TingkatTemuan(StrEnum):
    """Tingkat temuan (severity of a finding)."""

    KESALAHAN = "kesalahan"
    PERINGATAN = "peringatan"
    INFORMASI = "informasi"


@frozen(kw_only=True)
class Temuan:
    """
    Temuan (finding): something that looks wrong, as data.

    Findings are returned, never raised; nothing is thrown away because of one.
    """

    kode: str = field(metadata=KODE)
    """Stable code of the rule that found it."""
    tingkat: TingkatTemuan = field(metadata=choice(TingkatTemuan))
    """How severe it is."""
    pesan: str = field(metadata=TEXT)
    """What was found, in Indonesian."""
    saran: str | None = field(default=None, metadata=optional(TEXT))
    """What to do about it, in Indonesian."""
    subjek: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the noun that it concerns."""
    asal: Asal | None = field(default=None, metadata=optional(one(Asal)))
    """Where in the source."""
    rujukan: Rujukan | None = field(default=None, metadata=optional(one(Rujukan)))
    """The rule's own source, where it has one."""
