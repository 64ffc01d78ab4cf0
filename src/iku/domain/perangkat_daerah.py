"""Perangkat daerah and the people and places around it."""

from __future__ import annotations

import re
from typing import Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, TEXT, normalise_text, one, optional
from iku.errors import DomainError, quote

_KODE_WILAYAH: Final = re.compile(
    r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?|\.[0-9]{3}(?:\.[0-9]{3})?)?)?"
    r"|[0-9]{4}(?:[0-9]{2,3}|[0-9]{6})?"
)
_NIP: Final = re.compile(
    r"(?P<lahir>[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
    r"(?P<tmt>[0-9]{4}(?:0[1-9]|1[0-2]|21))(?P<jenis_kelamin>[12])(?P<urut>[0-9]{3})"
)


def _check_kode_wilayah(value: object) -> str:
    text = normalise_text(value)
    if _KODE_WILAYAH.fullmatch(text) is None:
        raise DomainError(
            "bad-kode-wilayah",
            found=quote(text),
            expected="2, 4, 6 to 7 or 10 digits, with or without dots (32.75 or 3275)",
            repair="copy the code from Kemendagri (dotted) or BPS (undotted)",
        )
    return text


def _check_nip(value: object) -> str:
    text = normalise_text(value)
    digits = text.replace(" ", "")
    if _NIP.fullmatch(digits) is None:
        raise DomainError(
            "bad-nip",
            found=f"{len(digits)} characters",  # the number itself is personal data
            expected="18 digits: birth date, month of appointment, sex (1 or 2), serial number",
            repair="check the NIP, or leave it out",
        )
    return digits


@frozen(kw_only=True)
class Pemda:
    """
    Pemda (pemerintah daerah, regional government): a province, regency or city.

    >>> Pemda(nama="Kota Bekasi", kode_wilayah="32.75").kode_wilayah_angka
    '3275'
    """

    nama: str = field(metadata=TEXT)
    """Name with its kind ("Kota Bekasi", "Provinsi Jawa Tengah")."""
    kode_wilayah: str | None = field(default=None, metadata=optional(checked(_check_kode_wilayah)))
    """Kode wilayah as the source writes it: dotted (Kemendagri) or undotted (BPS)."""

    @property
    def kode_wilayah_angka(self) -> str | None:
        """The digits of the kode wilayah; the two registers do not always agree."""
        return self.kode_wilayah.replace(".", "") if self.kode_wilayah else None


@frozen(kw_only=True)
class PerangkatDaerah:
    """Perangkat daerah (regional agency, also OPD or SKPD): who is responsible for a document."""

    nama: str = field(metadata=TEXT)
    """Name as printed."""
    kode: str | None = field(default=None, metadata=optional(KODE))
    """Kodefikasi of the agency ("1.01.2.22.0.00.02.0000")."""
    singkatan: str | None = field(default=None, metadata=optional(TEXT))
    """Abbreviation that it goes by."""
    pemda: Pemda | None = field(default=None, metadata=optional(one(Pemda)))
    """The regional government that it belongs to."""


@frozen(kw_only=True)
class Penandatangan:
    """
    Penandatangan (signatory): who signed the document.

    The NIP is optional. Its shape is checked, spaces are removed; errors never
    repeat it.
    """

    nama: str = field(metadata=TEXT)
    """Name with titles, as printed."""
    jabatan: str | None = field(default=None, metadata=optional(TEXT))
    """Position."""
    pangkat: str | None = field(default=None, metadata=optional(TEXT))
    """Rank and grade."""
    nip: str | None = field(default=None, metadata=optional(checked(_check_nip)))
    """NIP (nomor induk pegawai), 18 digits."""
