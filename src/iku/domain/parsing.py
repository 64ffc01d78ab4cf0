"""Reading the text of a cell as a value: number, range, threshold, label or absence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._checks import normalise_text, wrong_type
from iku.angka import GAP, MAXIMUM_TEXT, Angka, Locale, parse_angka
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang, SebabKosong
from iku.domain.satuan import Satuan
from iku.errors import AngkaError, DomainError, quote

if TYPE_CHECKING:
    from iku.domain.skala import Skala

_GAPS: Final = f"{GAP}++"

_WELL_KNOWN: Final = frozenset({"AA", "A", "BB", "B", "CC", "C", "D", "WTP", "WDP", "TW", "TMP"})
"""Grades of the SAKIP evaluation and opinions of the audit board, as they are printed."""

_ABSENT: Final = {
    "": SebabKosong.TIDAK_DICANTUMKAN,
    "n/a": SebabKosong.TIDAK_BERLAKU,
    "na": SebabKosong.TIDAK_BERLAKU,
    "n.a": SebabKosong.TIDAK_BERLAKU,
    "n.a.": SebabKosong.TIDAK_BERLAKU,
    "belum tersedia": SebabKosong.BELUM_DILAPORKAN,
    "belum dihitung": SebabKosong.BELUM_DILAPORKAN,
    "belum dapat dihitung": SebabKosong.BELUM_DILAPORKAN,
} | {sebab.value.replace("_", " "): sebab for sebab in SebabKosong}
_LEFT_OPEN: Final = r"[-\u2013\u2014]++|\.\.++|\u2026++"

# Text is matched after its gaps became single spaces. Every quantifier is
# possessive or bounded: hostile text costs linear time. The patterns are
# compiled at their first use, so that `import iku` is quick.
_DIGITS: Final = "[0-9][0-9.,]*+"
_MAGNITUDE: Final = "ribu|rb|juta|jt|mil[iy]ar|triliun|trilyun"
_NUMBER: Final = (
    rf"[-+\u2212]?+(?:Rp\.?+ ?+[-+\u2212]?+)?+{_DIGITS}(?:(?<=[.,])-)?+"
    rf"(?: ?+(?:{_MAGNITUDE})(?![A-Z]))?+"
)
# Words behind a number that change what it says: with them it is no unit.
_NO_UNIT: Final = (
    "dari|atau|dan|ke|di|dengan|hingga|sampai|s[./]?d|paling|lebih|kurang|minimal|maksimal|"
    "minimum|maksimum|naik|turun|tidak|bukan|belum|plus|minus|ratus|puluh|belas|lusin|kodi|"
    f"target|realisasi|(?-i:[KMT])|(?:{_MAGNITUDE})(?:an)?+"
)
_WORD: Final = rf"(?:per [0-9][0-9.]*+|(?!(?:{_NO_UNIT})(?![A-Z]))[A-Z]++[23\u00b2\u00b3]?+\.?+)"
_UNIT: Final = rf"(?:[%\u2030]|(?:/ ?+)?+{_WORD})(?:(?:-| ?/ ?| ){_WORD})*+"
_BETWEEN: Final = (
    r"(?: ?- |-(?![-+\u2212\u2013\u2014])| ?[\u2013\u2014](?: |(?![-+\u2212\u2013\u2014]))"
    r"| ?(?:hingga|sampai(?: dengan)?|s[./]?d\.?) ?)"
)
_AT_LEAST: Final = (
    "\u2265|>=|=>|minimal|minimum|paling (?:sedikit|rendah|kecil)|tidak kurang dari|"
    "sekurang-kurangnya|setidaknya|lebih (?:besar |tinggi )?dari atau sama dengan"
)
_AT_MOST: Final = (
    r"\u2264|<=|=<|maksimal|maksimum|maks\.?|paling (?:banyak|tinggi|besar|lama)|tidak lebih dari|"
    "(?:kurang|lebih (?:kecil|rendah)) dari atau sama dengan"
)
_CELL: Final = (
    rf"(?ia)(?:(?:(?P<PALING_SEDIKIT>{_AT_LEAST})|(?P<PALING_BANYAK>{_AT_MOST})"
    r"|(?P<KURANG_DARI><|kurang dari|lebih (?:kecil|rendah) dari|di ?bawah)"
    r"|(?P<LEBIH_DARI>>|lebih (?:besar |tinggi )?dari|di ?atas)) ?)?"
    rf"(?P<angka>{_NUMBER})(?: ?(?P<satuan>{_UNIT}))?+"
    rf"(?:{_BETWEEN}(?P<atas>{_NUMBER})(?: ?(?P<satuan_atas>{_UNIT}))?+)?+"
)
_RATIO: Final = rf"1 ?: ?({_DIGITS})"
_RUPIAH_UNIT: Final = r"(?i)rupiah|per .+|/.+"
_REPAIRS: Final = (
    (r"(?![0-9])\d", "write the digits 0 to 9"),
    (r"[0-9.,] [0-9.,]", "close the gaps inside the number"),
    ("[0-9] ?:", 'of ratios only "1:n" is read, as the number n'),
    (
        r"[0-9]",
        "keep one number, range or threshold in the cell, with nothing but its satuan behind it",
    ),
    ("", "pass the scale that has this label with skala="),
)


def parse_nilai(text: str, *, skala: tuple[Skala, ...] = (), locale: Locale = "id") -> Nilai:
    """
    Read the text of a cell as the value it states.

    - A number, as `iku.parse_angka` reads it, with any satuan behind it: `Angka`.
      The ratio `1:32` is the number 32 in the satuan `1:n`.
    - Two numbers with a dash, `hingga`, `sampai dengan` or `s.d.` between: `Rentang`.
    - A number behind `<`, `≥`, `kurang dari`, `minimal` and the like: `Ambang`.
    - A label of one of the scales in `skala`, whatever its case: `Kategori` with
      the spelling and the kode of that scale. Without scales, SAKIP grades (AA to
      D) and audit opinions (WTP, WDP, TW, TMP) are known as they are printed.
    - Nothing, dashes or dots: `Kosong`, not printed. `N/A`: not applicable.
      `belum dilaporkan` and the like: not reported yet.

    The satuan is dropped from the value; `find_satuan` tells which it was.

    >>> parse_nilai("80 - 90%")
    Rentang(bawah=Angka(teks='80'), atas=Angka(teks='90'))
    >>> parse_nilai("kurang dari 49").pembanding.value, parse_nilai("WTP").label
    ('<', 'WTP')
    >>> parse_nilai("11,47 juta rupiah"), parse_nilai("n/a").sebab.value
    (Angka(teks='11470000'), 'tidak_berlaku')

    Raises:
        AngkaError: A number in the text is none in that locale, or can mean two.
        DomainError: The text states no value, or more than one (`bad-nilai`);
            its range runs backward (`rentang-order`); it is too long or carries
            characters no text should (`text-too-long`, `bad-text`).
    """
    plain = _to_plain(text)
    _check_locale(locale)
    label = _read_label(plain, skala)
    if label is not None:
        return label
    sebab = _ABSENT.get(plain.casefold())
    if sebab is not None:
        return Kosong(sebab=sebab)
    if re.fullmatch(_LEFT_OPEN, plain):
        return Kosong()
    return _read_numbers(plain, locale)


def find_satuan(text: str) -> Satuan | None:
    """
    Find the satuan that a cell prints around its number.

    >>> find_satuan("1.500bh"), find_satuan("Rp416.000"), find_satuan("98,63")
    (Satuan(nama='bh'), Satuan(nama='Rp'), None)

    Raises:
        DomainError: The text is too long or carries characters no text should.
    """
    plain = _to_plain(text)
    cell = re.fullmatch(_CELL, plain)
    if cell is None:
        return Satuan("1:n") if re.fullmatch(_RATIO, plain) else None
    if not _has_one_satuan(cell):
        return None
    unit = cell["satuan_atas"] or cell["satuan"] or ""
    if _is_rupiah(cell) and not unit.lower().startswith("rupiah"):
        unit = "Rp" + (unit if unit.startswith("/") else " " + unit).rstrip()
    return Satuan(unit) if unit else None


def _to_plain(text: object) -> str:
    if not isinstance(text, str):
        raise wrong_type(text, "the text of a cell")
    if len(text) > MAXIMUM_TEXT:
        raise DomainError(
            "text-too-long",
            found=f"text of {len(text)} characters",
            expected=f"at most {MAXIMUM_TEXT}",
            repair="give the text of one cell",
        )
    return normalise_text(re.sub(_GAPS, " ", text).strip(" "))


def _check_locale(locale: Locale) -> None:
    """Refuse an unknown locale even where the text holds no number."""
    parse_angka("0", locale=locale)


def _read_label(plain: str, skala: tuple[Skala, ...]) -> Kategori | None:
    if not skala:
        return Kategori(label=plain) if plain in _WELL_KNOWN else None
    found = {item.kode: predikat.label for item in skala if (predikat := item.find(plain))}
    if len(found) > 1:
        raise DomainError(
            "bad-nilai",
            found=f"{quote(plain)} is a label of skala {' and of '.join(map(quote, found))}",
            expected="a label of one scale",
            repair="pass only the scale that the indicator is measured on",
        )
    return next((Kategori(label=label, skala=kode) for kode, label in found.items()), None)


def _read_numbers(plain: str, locale: Locale) -> Angka | Rentang | Ambang:
    cell = re.fullmatch(_CELL, plain)
    if cell is None:
        ratio = re.fullmatch(_RATIO, plain)
        if ratio is None:
            raise _unreadable(plain)
        return parse_angka(ratio[1], locale=locale)
    if not _has_one_satuan(cell):
        raise _unreadable(plain, "give the value in one satuan")
    pembanding = next((item for item in Pembanding if cell[item.name]), None)
    if cell["atas"] is None:
        angka = parse_angka(cell["angka"], locale=locale)
        return angka if pembanding is None else Ambang(pembanding=pembanding, batas=angka)
    if pembanding is not None:
        raise _unreadable(plain, "say a range with both bounds included, or one threshold")
    return _read_range(cell, locale)


def _has_one_satuan(cell: re.Match[str]) -> bool:
    """Tell whether no unit contradicts the Rp before it or the unit of the other bound."""
    units = [unit for unit in (cell["satuan"], cell["satuan_atas"]) if unit]
    standards = {Satuan(unit).baku.casefold() for unit in units}
    fits_rupiah = not _is_rupiah(cell) or all(re.fullmatch(_RUPIAH_UNIT, unit) for unit in units)
    return len(standards) <= 1 and fits_rupiah


def _is_rupiah(cell: re.Match[str]) -> bool:
    return any("rp" in number.lower() for number in (cell["angka"], cell["atas"]) if number)


def _read_range(cell: re.Match[str], locale: Locale) -> Rentang:
    lower, upper = cell["angka"], cell["atas"]
    bounds = _parse_bounds(cell.string, (lower, upper), locale)
    word = re.search(r"[A-Za-z]++$", upper)
    if word and not lower[-1].isalpha():
        # "1,5 - 2 juta": does the magnitude belong to both bounds?
        wider = _parse_bounds(cell.string, (f"{lower} {word[0]}", upper), locale)
        if wider != bounds:
            readings = (_show(bounds), _show(wider))
            raise _ambiguous(cell.string, readings, "write the magnitude behind both bounds")
    return Rentang(bawah=bounds[0], atas=bounds[1])


def _parse_bounds(plain: str, numbers: tuple[str, str], locale: Locale) -> tuple[Angka, Angka]:
    """Parse both bounds by one convention; under "auto" they settle it together."""
    if locale != "auto":
        return _parse_both(numbers, locale)
    readings: dict[tuple[Angka, Angka], None] = {}
    for convention in ("id", "en"):
        try:
            readings[_parse_both(numbers, convention)] = None
        except AngkaError:
            continue
    if len(readings) > 1:
        shown = tuple(map(_show, readings))
        raise _ambiguous(plain, shown, 'say which convention it follows: locale="id" or "en"')
    if not readings:
        raise _unreadable(plain, "write both bounds by one convention, with comma or with point")
    return next(iter(readings))


def _parse_both(numbers: tuple[str, str], locale: Locale) -> tuple[Angka, Angka]:
    return parse_angka(numbers[0], locale=locale), parse_angka(numbers[1], locale=locale)


def _show(bounds: tuple[Angka, Angka]) -> str:
    return f"{bounds[0]} - {bounds[1]}"


def _ambiguous(plain: str, readings: tuple[str, ...], repair: str) -> AngkaError:
    error = AngkaError.ambiguous(plain, readings)
    error.repair = repair
    return error


def _unreadable(plain: str, repair: str | None = None) -> DomainError:
    return DomainError(
        "bad-nilai",
        found=quote(plain),
        expected="one number, range, threshold, label or mark of absence",
        repair=repair or next(hint for pattern, hint in _REPAIRS if re.search(pattern, plain)),
    )
