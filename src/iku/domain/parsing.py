"""Reading the text of a cell as a value: number, range, threshold, label or absence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iku._checks import normalise_text, wrong_type
from iku.angka import MAXIMUM_TEXT, Angka, Locale, parse_angka
from iku.domain._forms import (
    ABSENT,
    APART,
    BROKEN,
    CELL,
    GAPS,
    LEFT_OPEN,
    MOST_READINGS,
    RATIO,
    REPAIRS,
    RUPIAH_UNIT,
    WELL_KNOWN,
)
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang
from iku.domain.satuan import Satuan
from iku.errors import AngkaError, DomainError, IkuError, quote

if TYPE_CHECKING:
    from iku.domain.skala import Skala


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
            characters no text should (`text-too-long`, `bad-text`). What it could
            mean is in `readings`: `97,8 6%` is 97,86 or two numbers.
    """
    plain = _to_plain(text)
    _check_locale(locale)
    try:
        return _read_plain(plain, skala, locale)
    except DomainError as error:
        error.readings = _find_readings(plain, skala, locale)
        if error.readings:
            error.found = f"{quote(plain)}, which can mean {' or '.join(error.readings)}"
        raise


def _read_plain(plain: str, skala: tuple[Skala, ...], locale: Locale) -> Nilai:
    label = _read_label(plain, skala)
    if label is not None:
        return label
    sebab = ABSENT.get(plain.casefold())
    if sebab is not None:
        return Kosong(sebab=sebab)
    if re.fullmatch(LEFT_OPEN, plain):
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
    cell = re.fullmatch(CELL, plain)
    if cell is None:
        return Satuan("1:n") if re.fullmatch(RATIO, plain) else None
    if not _has_one_satuan(cell):
        return None
    unit = cell["satuan_atas"] or cell["satuan"] or ""
    if _is_rupiah(cell) and not unit.lower().startswith("rupiah"):
        unit = "Rp" + (unit if unit.startswith("/") else " " + unit).rstrip()
    return Satuan(unit) if unit else None


def _find_readings(plain: str, skala: tuple[Skala, ...], locale: Locale) -> tuple[str, ...]:
    """Find the texts of the values that a cell without one value could mean."""
    found: dict[str, None] = {}
    for texts in (_exchange_bounds(plain), _close_gaps(plain), _take_apart(plain)):
        if texts and all(_is_value(text, skala, locale) for text in texts):
            found.update(dict.fromkeys(texts))
    if " dari " in plain and len(found) == 2:
        # A part of a whole: the part alone, or the share that it is.
        part, whole = found
        return part, f"{part} / {whole}"
    return tuple(found)


def _exchange_bounds(plain: str) -> tuple[str, ...]:
    cell = re.fullmatch(CELL, plain)
    if cell is None or cell["atas"] is None:
        return ()
    unit = cell["satuan_atas"] or cell["satuan"] or ""
    return (f"{cell['atas']} - {cell['angka']} {unit}".strip(),)


def _close_gaps(plain: str) -> tuple[str, ...]:
    closed, count = re.subn(BROKEN, "", plain)
    return (closed,) if count else ()


def _take_apart(plain: str) -> tuple[str, ...]:
    for separator in (BROKEN, APART):
        pieces = re.split(separator, plain.removesuffix(")"), maxsplit=MOST_READINGS)
        if 1 < len(pieces) <= MOST_READINGS:
            return tuple(piece.strip() for piece in pieces)
    return ()


def _is_value(text: str, skala: tuple[Skala, ...], locale: Locale) -> bool:
    try:
        return not isinstance(_read_plain(text, skala, locale), Kosong)
    except IkuError:
        return False


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
    return normalise_text(re.sub(GAPS, " ", text).strip(" "))


def _check_locale(locale: Locale) -> None:
    """Refuse an unknown locale even where the text holds no number."""
    parse_angka("0", locale=locale)


def _read_label(plain: str, skala: tuple[Skala, ...]) -> Kategori | None:
    if not skala:
        return Kategori(label=plain) if plain in WELL_KNOWN else None
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
    cell = re.fullmatch(CELL, plain)
    if cell is None:
        ratio = re.fullmatch(RATIO, plain)
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
    fits_rupiah = not _is_rupiah(cell) or all(re.fullmatch(RUPIAH_UNIT, unit) for unit in units)
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
        repair=repair or next(hint for pattern, hint in REPAIRS if re.search(pattern, plain)),
    )
