"""
Periods as documents write them: "Triwulan II 2023", "TW II", "s.d. Q3", "2019-2024".

The patterns are compiled by `re` when they are first used: most programs that
use the model never read such text.
"""

from __future__ import annotations

import re
from typing import Final

from iku._checks import require_text
from iku.domain.periode import JenisPeriode, Periode
from iku.errors import DomainError, quote

_LONGEST: Final = 100
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS: Final = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_SHORT_MONTHS: Final = {"agu": 8, "ags": 8, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2}
_KINDS: Final = {
    "triwulan": JenisPeriode.TRIWULAN,
    "tw": JenisPeriode.TRIWULAN,
    "trw": JenisPeriode.TRIWULAN,
    "q": JenisPeriode.TRIWULAN,
    "kuartal": JenisPeriode.TRIWULAN,
    "semester": JenisPeriode.SEMESTER,
    "smt": JenisPeriode.SEMESTER,
    "sm": JenisPeriode.SEMESTER,
    "s": JenisPeriode.SEMESTER,
    "bulan": JenisPeriode.BULAN,
    "bln": JenisPeriode.BULAN,
    "b": JenisPeriode.BULAN,
}
_UNTIL: Final = r"(?:s\s*\.?\s*/?\s*d\b\.?|sd\b\.?|sampai\s+dengan|hingga)\s*"
_SPAN: Final = (
    r"(?:(?:tahun|th\.?|periode)\s*)*+([0-9]{4})\s*+(?:-|–|—|/|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)"
    r"\s*+([0-9]{4})"
)
_YEAR: Final = r"(?:(?:tahun|th|thn|ta|t\.a|y)\.?\s*(?:anggaran\s+)?)?([0-9]{4})"
_RELATIVE: Final = r"(?:tahun|th|thn)\.?\s*(?:ke)?\s*-?\s*([0-9]{1,2}|[ivx]{1,4})"
_PART: Final = (
    r"(triwulan|trw|tw|kuartal|q|semester|smt|sm|s|bulan|bln|b)\s*\.?\s*(?:ke)?\s*-?\s*"
    r"([0-9]{1,2}|[ivx]{1,4})(?:[\s,/-]+(?:(?:tahun|th|thn)\.?\s*)?([0-9]{4}))?"
)
_MONTH: Final = (
    r"(?:(?:bulan|bln)\.? )?([a-z]{3,9})\.?(?:[\s,/-]+(?:(?:tahun|th|thn)\.?\s*)?([0-9]{4}))?"
)

_YEAR_FIRST: Final = r"([0-9]{4})[ ,/-]+([a-z].*)"


def parse_periode(text: str, *, tahun: int | None = None) -> Periode:
    """
    Read a period as documents write it; `tahun` serves where the text names no year.

    >>> [str(parse_periode(t, tahun=2024)) for t in ("TW II 2023", "2019-2024", "s.d. Q3")]
    ['2023-TW2', '2019/2024', '2024-sd-TW3']

    Raises:
        DomainError: `bad-periode` for text that names no period, or a part of a
            year without any year; `periode-order` for a span backwards;
            `wrong-type` for anything but text.
    """
    plain = " ".join(require_text(text)[: _LONGEST + 1].lower().split())
    if not plain or len(text) > _LONGEST:
        raise _refuse(text)
    try:
        found = next(filter(None, (read(plain, tahun) for read in _READERS)), None)
    except DomainError as error:
        error.location = ()  # text is one value; it has no field to point at
        raise
    if found is None:
        raise _refuse(text)
    return found


def _refuse(text: str) -> DomainError:
    return DomainError(
        "bad-periode",
        found=quote(text),
        expected="a year, semester, triwulan, month or span of years",
        repair="write for example 2023, Triwulan II 2023, s.d. TW III 2023 or 2019-2024",
    )


def _read_canonical(text: str, _: int | None) -> Periode | None:
    canonical = text.upper().replace("-SD-", "-sd-")
    try:
        return Periode.from_text(canonical)
    except DomainError as error:
        if error.code == "bad-periode":
            return None
        raise


def _read_span(text: str, _: int | None) -> Periode | None:
    found = re.fullmatch(_SPAN, text)
    return Periode.rentang(int(found[1]), int(found[2])) if found else None


def _read_whole(text: str, tahun: int | None) -> Periode | None:
    if text in ("tahunan", "setahun", "y") and tahun is not None:
        return Periode.tahunan(tahun)
    if found := re.fullmatch(_YEAR, text):
        return Periode.tahunan(int(found[1]))
    if found := re.fullmatch(_RELATIVE, text):
        return Periode.tahun_ke(_number(found[1]))
    return None


def _read_part(text: str, tahun: int | None) -> Periode | None:
    rest, until = _split_until(text)
    found = re.fullmatch(_PART, rest)
    if found is None:
        return None
    return _make_part(_KINDS[found[1]], _number(found[2]), found[3], tahun, sampai_dengan=until)


def _read_month(text: str, tahun: int | None) -> Periode | None:
    rest, until = _split_until(text)
    found = re.fullmatch(_MONTH, rest)
    month = _month_number(found[1]) if found else 0
    if found is None or not month:
        return None
    return _make_part(JenisPeriode.BULAN, month, found[2], tahun, sampai_dengan=until)


def _split_until(text: str) -> tuple[str, bool]:
    """Put a leading year behind the part it belongs to, and take "s.d." off its front."""
    first = re.fullmatch(_YEAR_FIRST, text)
    turned = f"{first[2]} {first[1]}" if first else text
    until = re.match(_UNTIL, turned)
    return (turned[until.end() :], True) if until else (turned, False)


def _month_number(word: str) -> int:
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    matches = [number for number, name in enumerate(_MONTHS, 1) if word in (name, name[:3])]
    return matches[0] if matches else 0


def _make_part(
    jenis: JenisPeriode, ke: int, year: str | None, tahun: int | None, *, sampai_dengan: bool
) -> Periode | None:
    known = int(year) if year else tahun
    if known is None:
        raise DomainError(
            "bad-periode",
            found=f"{jenis} {ke} without a year",
            expected="a year in the text or in the call",
            repair="give tahun=, the year of the document",
        )
    return Periode(jenis=jenis, tahun=known, ke=ke, sampai_dengan=sampai_dengan)


def _number(text: str) -> int:
    roman = text.upper()
    return _ROMAN.index(roman) + 1 if roman in _ROMAN else int(text) if text.isdigit() else 0


_READERS: Final = (_read_canonical, _read_span, _read_whole, _read_part, _read_month)
"""Ways to read a period, tried in turn."""
