"""Agencies and governments that lines above a table name, alone or behind the words of a title."""

from __future__ import annotations

import re
from typing import Final

from iku.domain import Pemda, PerangkatDaerah

AGENCY: Final = re.compile(
    r"(?:dinas|badan(?!\s+usaha)|kecamatan|kelurahan|inspektorat|sekretariat|rumah\s+sakit|rsud|kantor|"
    r"satuan\s+polisi|puskesmas|uptd?|bappe(?:da|litbang\w*)|pengadilan|kejaksaan|direktorat|balai|"
    r"polres\w*|polda|universitas|politeknik|kapanewon|kemantren|kalurahan|biro|"
    r"bagian(?!\s+(?:[ivx0-9]|ke)))\b.*",
    re.IGNORECASE,
)
"""A line that names an agency."""
GOVERNMENT: Final = re.compile(
    r"(?:pemerintah\s+)?(?P<nama>(?:kota|kabupaten|provinsi|kab\.|prov\.)\s+\S.*)", re.IGNORECASE
)
"""A line that names a government."""
_BEHIND: Final = re.compile(
    r"(?<![\s,])[\s,]++(?:(?:tahun|periode)\s+(?:anggaran\s+)?)?20[0-9]{2}(?:\s*[-–/]\s*20[0-9]{2})?$",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(
    r"(?:\s(?:pada|di))?(?:\s(?:lingkungan|lingkup))?(?:\spemerintah(?:\sdaerah)?)?"
    # "Dinas Tata Kota dan Pemakaman" names no city.
    r"\s(?=(?:kota|kabupaten|provinsi|kab\.|prov\.)\s(?!dan\s))",
    re.IGNORECASE,
)
"""What stands between an agency and its government."""
_CODED: Final = re.compile(
    r"(?P<kode>[0-9]{1,6}+(?:\.[0-9]{1,6}+){1,11}+)\s*+[-–]\s*+(?P<nama>\S.*)", re.DOTALL
)
_BETWEEN: Final = frozenset(
    {
        "utama", "iku", "pk", "lkjip", "lakip", "lkj", "renstra", "renja", "rkt", "rpjmd",
        "perubahan", "murni", "awal", "akhir", "instansi", "pemerintah", "perangkat", "daerah",
        "opd", "skpd", "pd", "individu", "pada", "di", "untuk", "dari", "tingkat", "lingkungan",
        "lingkup", "plt", "plh", "pj", "kepala", "sekretaris", "tahun", "periode", "anggaran",
        "matriks", "",
    }
)  # fmt: skip
"""Words between those of a title and the agency whose document it is."""
_UNITS: Final = frozenset({"bidang", "bagian", "seksi", "subbagian", "subbag", "sub", "subbidang"})
"""Words that begin the name of a part of an agency."""
_ALONE: Final = frozenset({"inspektorat"})
"""Agencies whose name may be one word."""
_OPEN: Final = frozenset(
    {
        "dinas", "badan", "kantor", "kecamatan", "kelurahan", "sakit", "rumah", "satuan", "polisi",
        "kota", "kabupaten", "provinsi", "pemerintah", "dan", "pada", "di", "lingkungan", "lingkup",
        "tingkat", "kepala", "tahun", "periode",
    }
)  # fmt: skip
"""Words that no line of a title ends in unless it goes on below."""
_OUTER: Final = "().,:-–—"


def narrow_name(text: str) -> str:
    """Give the name of somebody without the period that stands behind it."""
    return _BEHIND.sub("", text)


def is_owner(text: str) -> bool:
    """Say whether a line names an agency or a government."""
    name = narrow_name(text)
    return bool(AGENCY.fullmatch(name) or GOVERNMENT.fullmatch(name))


def is_open(line: str, below: str) -> bool:
    """Say whether a line of a title, or of a name, breaks off inside a name."""
    return line.rpartition(" ")[2].lower() in _OPEN or below.lower().startswith("dan ")


def find_owner(behind: str) -> str | None:
    """
    Find the agency or the government that the end of a title names.

    >>> find_owner("(IKU) DI LINGKUNGAN DINAS KESEHATAN KOTA BEKASI TAHUN 2024")
    'DINAS KESEHATAN KOTA BEKASI'
    >>> find_owner("kinerja dinas yang terpenuhi")
    """
    words = narrow_name(behind).split(" ")
    place = next((n for n, word in enumerate(words) if not _is_between(word)), len(words))
    if place < len(words) and words[place].lower() in _UNITS:
        places = range(place, len(words))
        place = next((n for n in places if AGENCY.fullmatch(words[n])), len(words))
    name = " ".join(words[place:])
    # Running text speaks of agencies in small letters.
    if not all(word[:1].isupper() for word in words[place : place + 2]):
        return None
    long = place + 1 < len(words) or name.lower() in _ALONE
    return name if long and is_owner(name) else None


def _is_between(word: str) -> bool:
    plain = word.strip(_OUTER).lower()
    return plain in _BETWEEN or not any(map(str.isalpha, plain))


def parse_agency(text: str) -> PerangkatDaerah:
    """
    Read the name of an agency: its kodefikasi before it and its government behind, if printed.

    >>> parse_agency("DINAS KESEHATAN KOTA BEKASI").pemda
    Pemda(nama='KOTA BEKASI')
    """
    coded = _CODED.fullmatch(text)
    kode, nama = (coded["kode"], coded["nama"]) if coded else (None, text)
    places = list(_INSIDE.finditer(nama))
    if not places:
        return PerangkatDaerah(nama=nama, kode=kode)
    last = places[-1]
    pemda = Pemda(nama=nama[last.end() :])
    return PerangkatDaerah(nama=nama[: last.start()], kode=kode, pemda=pemda)
