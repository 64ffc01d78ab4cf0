"""
Rujukan: which regulation something rests on, and where in it.

`parse_dasar_hukum` reads one regulation, `find_dasar_hukum` all those that
prose names.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from attrs import field

from iku._attrs import checked, frozen
from iku.domain._checks import TEXT, choice, one, optional, wrong_type
from iku.errors import DomainError, quote

_FIRST_YEAR: Final = 1945
_LAST_YEAR: Final = 2200
_LONGEST: Final = 65_536


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
    if not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise DomainError(
            "bad-dasar-hukum",
            found=quote(value),
            expected=f"a year from {_FIRST_YEAR} to {_LAST_YEAR}",
            repair="give the year of the regulation",
        )
    return value


@frozen(kw_only=True)
class DasarHukum:
    """
    Dasar hukum (legal basis): one regulation, by kind, number and year.

    >>> str(parse_dasar_hukum("UU No. 25 Tahun 1992 tentang Perkoperasian"))
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
        return f"{_NAMES[self.jenis]}{issuer} Nomor {self.nomor} Tahun {self.tahun}{subject}"


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

# Longer forms stand before the shorter ones that begin them.
_KINDS: Final[tuple[tuple[str, JenisPeraturan], ...]] = (
    (r"undang\s*-\s*undang\s+dasar|uud", JenisPeraturan.UUD),
    (
        r"peraturan\s+pemerintah\s+pengganti\s+undang\s*-\s*undang|perppu|perpu",
        JenisPeraturan.PERPPU,
    ),
    (r"undang\s*-\s*undang|uu", JenisPeraturan.UU),
    (r"peraturan\s+pemerintah|pp", JenisPeraturan.PP),
    (r"peraturan\s+presiden|perpres", JenisPeraturan.PERPRES),
    (r"keputusan\s+presiden|keppres", JenisPeraturan.KEPPRES),
    (r"instruksi\s+presiden|inpres", JenisPeraturan.INPRES),
    (r"peraturan\s+menteri|permen", JenisPeraturan.PERMEN),
    (r"keputusan\s+menteri|kepmen", JenisPeraturan.KEPMEN),
    (r"surat\s+edaran|se", JenisPeraturan.SURAT_EDARAN),
    (r"peraturan\s+daerah|perda", JenisPeraturan.PERDA),
    (r"peraturan\s+gubernur|pergub", JenisPeraturan.PERGUB),
    (r"peraturan\s+bupati|perbup", JenisPeraturan.PERBUP),
    (r"peraturan\s+wali\s*kota|perwali|perwal", JenisPeraturan.PERWALI),
    (
        r"keputusan\s+(?:gubernur|bupati|wali\s*kota)|kepgub|kepbup|kepwal",
        JenisPeraturan.KEPUTUSAN_KEPALA_DAERAH,
    ),
    (
        r"peraturan\s+(?=bps|lan|bkn|kepala|lembaga|badan)|perka|perban",
        JenisPeraturan.PERATURAN_LEMBAGA,
    ),
)
_KIND: Final = "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS))
_NUMBER: Final = r"[A-Za-z0-9][A-Za-z0-9.]{0,19}(?:[/-][A-Za-z0-9.]{1,20}){0,6}"
_REGULATION: Final = re.compile(
    rf"\b(?:{_KIND})"
    r"(?P<lembaga>[A-Za-z-]{0,20}+(?:[ \t]{1,3}+[A-Za-z.&-]{1,40}+){0,8}?)\s{0,3}"
    rf"(?:\b(?:nomor|no)\b\s{{0,2}}[.:]?\s{{0,3}}(?P<nomor>{_NUMBER})"
    r"\s{1,3}(?:tahun|th\.?)\s{1,3}(?P<tahun>[0-9]{4})"
    r"|(?P<nomor2>[0-9]{1,4}[A-Z]?)\s{1,3}tahun\s{1,3}(?P<tahun2>[0-9]{4})"
    r"|(?P<nomor3>[0-9]{1,4}[A-Z]?)/(?P<tahun3>[0-9]{4}))\b"
    r"(?:\s{1,3}tentang\s{1,3}(?P<tentang>[^,;.:()\n]{1,300}))?",
    re.IGNORECASE,
)
_STATE: Final = re.compile(r"\b(?:republik\s{1,3}indonesia|ri)\b", re.IGNORECASE)
_GLUED_ISSUERS: Final = {"dagri": "Dalam Negeri", "keu": "Keuangan"}
_END_OF_SUBJECT: Final = re.compile(
    r"\s(?:bahwa|yang|dimana|di\s+mana|sebagaimana|maka|untuk\s+itu|pasal)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def find_dasar_hukum(text: str) -> tuple[DasarHukum, ...]:
    """
    Find the regulations that prose names, in order, each once.

    The subject ends at a comma, a full stop or where the sentence goes on
    ("bahwa", "sebagaimana"); when in doubt it is shorter, the prose itself is
    kept beside it.

    >>> [d.nomor for d in find_dasar_hukum("menurut PP 8/2006 dan UU No. 25 Tahun 1992, maka")]
    ['8', '25']
    """
    found = (_make(match) for match in _REGULATION.finditer(text[:_LONGEST]))
    return tuple(dict.fromkeys(item for item in found if item is not None))


def parse_dasar_hukum(text: str) -> DasarHukum:
    """
    Read the one regulation that a text names.

    Raises:
        DomainError: `bad-dasar-hukum` when it names none or several.
    """
    found = find_dasar_hukum(text)
    if len(found) != 1:
        raise DomainError(
            "bad-dasar-hukum",
            found=f"{len(found)} regulations in {quote(text)}",
            expected="one regulation with kind, number and year",
            repair='write it like "UU Nomor 25 Tahun 1992"; find_dasar_hukum reads several',
        )
    return found[0]


def _make(match: re.Match[str]) -> DasarHukum | None:
    year = int(match["tahun"] or match["tahun2"] or match["tahun3"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    jenis = next(kind for index, (_, kind) in enumerate(_KINDS) if match[f"k{index}"])
    issuer = " ".join(_STATE.sub("", match["lembaga"]).split())
    issuer = _GLUED_ISSUERS.get(issuer.casefold(), issuer)
    subject = _END_OF_SUBJECT.sub("", match["tentang"] or "")
    return DasarHukum(
        jenis=jenis,
        nomor=match["nomor"] or match["nomor2"] or match["nomor3"],
        tahun=year,
        lembaga=issuer or None,
        tentang=" ".join(subject.split()) or None,
    )


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
