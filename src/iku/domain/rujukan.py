"""Rujukan: which regulation something rests on, and where in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import TEXT, choice, one, optional, wrong_type
from iku.errors import DomainError, quote

FIRST_YEAR: Final = 1945
"""The republic has no earlier regulation; older ones are cited by name, not by number."""
LAST_YEAR: Final = 2200
"""No regulation is later."""


class JenisPeraturan(StrEnum):
    """Jenis peraturan (kind of regulation), by the hierarchy of UU 12/2011 and below it."""

    UUD = "uud"
    UU = "uu"
    PERPPU = "perppu"
    PP = "pp"
    PERPRES = "perpres"
    KEPPRES = "keppres"
    INPRES = "inpres"
    PERMEN = "permen"
    KEPMEN = "kepmen"
    PERATURAN_LEMBAGA = "peraturan_lembaga"
    SURAT_EDARAN = "surat_edaran"
    PERDA = "perda"
    PERGUB = "pergub"
    PERBUP = "perbup"
    PERWALI = "perwali"
    KEPUTUSAN_KEPALA_DAERAH = "keputusan_kepala_daerah"


def _check_year(value: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, "a year as an integer")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise DomainError(
            "bad-dasar-hukum",
            found=quote(value),
            expected=f"a year from {FIRST_YEAR} to {LAST_YEAR}",
            repair="give the year of the regulation",
        )
    return value


@frozen(kw_only=True)
class DasarHukum:
    """
    Dasar hukum (legal basis): one regulation, by kind, number and year.

    `iku.parse_dasar_hukum` reads one from text.

    >>> str(DasarHukum(jenis=JenisPeraturan.UU, nomor="25", tahun=1992, tentang="Perkoperasian"))
    'UU Nomor 25 Tahun 1992 tentang Perkoperasian'
    """

    jenis: JenisPeraturan = field(metadata=choice(JenisPeraturan))
    """Kind of regulation."""
    nomor: str = field(metadata=TEXT)
    """Number as printed; a ministry's may hold letters ("PER/09/M.PAN/5/2007")."""
    tahun: int = field(metadata=checked(_check_year))
    """Year of the regulation."""
    lembaga: str | None = field(default=None, metadata=optional(TEXT))
    """Who issued it, where the kind alone does not say ("PANRB", "Kota Bekasi")."""
    tentang: str | None = field(default=None, metadata=optional(TEXT))
    """Its subject."""

    def __str__(self) -> str:
        issuer = f" {self.lembaga}" if self.lembaga else ""
        subject = f" tentang {self.tentang}" if self.tentang else ""
        if self.jenis is JenisPeraturan.UUD and self.nomor == str(self.tahun):
            return f"UUD {self.tahun}{subject}"
        year = "" if self.nomor.endswith(f"/{self.tahun}") else f" Tahun {self.tahun}"
        return f"{_NAMES[self.jenis]}{issuer} Nomor {self.nomor}{year}{subject}"


_NAMES: Final = {
    JenisPeraturan.UUD: "UUD",
    JenisPeraturan.UU: "UU",
    JenisPeraturan.PERPPU: "Perppu",
    JenisPeraturan.PP: "PP",
    JenisPeraturan.PERPRES: "Perpres",
    JenisPeraturan.KEPPRES: "Keppres",
    JenisPeraturan.INPRES: "Inpres",
    JenisPeraturan.PERMEN: "Peraturan Menteri",
    JenisPeraturan.KEPMEN: "Keputusan Menteri",
    JenisPeraturan.PERATURAN_LEMBAGA: "Peraturan",
    JenisPeraturan.SURAT_EDARAN: "Surat Edaran",
    JenisPeraturan.PERDA: "Perda",
    JenisPeraturan.PERGUB: "Pergub",
    JenisPeraturan.PERBUP: "Perbup",
    JenisPeraturan.PERWALI: "Perwali",
    JenisPeraturan.KEPUTUSAN_KEPALA_DAERAH: "Keputusan Kepala Daerah",
}


class StatusRujukan(StrEnum):
    """Status rujukan: how far the source itself was read."""

    TERVERIFIKASI = "terverifikasi"
    SEKUNDER = "sekunder"
    BELUM_TERVERIFIKASI = "belum_terverifikasi"


@frozen(kw_only=True)
class Rujukan:
    """Rujukan (reference): the place that a rule, scale or figure comes from."""

    dasar_hukum: DasarHukum | None = field(default=None, metadata=optional(one(DasarHukum)))
    """The regulation, where it is one."""
    uraian: str | None = field(default=None, metadata=optional(TEXT))
    """Title or description of the source."""
    bagian: str | None = field(default=None, metadata=optional(TEXT))
    """Article, annex or table ("Pasal 1", "Lampiran Bab VI.A.1")."""
    halaman: str | None = field(default=None, metadata=optional(TEXT))
    """Page as printed."""
    tautan: str | None = field(default=None, metadata=optional(TEXT))
    """Public address of the text."""
    status: StatusRujukan = field(
        default=StatusRujukan.BELUM_TERVERIFIKASI, metadata=choice(StatusRujukan)
    )
    """How far the source itself was read."""

    def __attrs_post_init__(self) -> None:
        """Refuse a reference to nothing."""
        if self.dasar_hukum is None and self.uraian is None and self.tautan is None:
            raise DomainError(
                "empty-text",
                found="a reference to nothing",
                expected="dasar_hukum, uraian or tautan",
                repair="say which source it is",
            )


@frozen(kw_only=True)
class SumberData:
    """Sumber data (data source): where the figures of an indicator come from."""

    uraian: str = field(metadata=TEXT)
    """The source as printed ("Hasil Perhitungan", "BPS")."""
    penyedia: str | None = field(default=None, metadata=optional(TEXT))
    """Unit or body that provides the data, where the document tells it apart."""
    tautan: str | None = field(default=None, metadata=optional(TEXT))
    """Public address of the data."""
