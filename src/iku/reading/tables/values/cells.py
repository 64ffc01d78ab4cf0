"""A cell as a value, by forms that say on what they rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory, evolve

from iku._attrs import frozen
from iku.angka import format_angka
from iku.domain import JenisSatuan, Kategori, Kosong, Nilai, Satuan, SebabKosong
from iku.domain._forms import MONTHS
from iku.domain.parsing import find_satuan
from iku.errors import IkuError
from iku.reading.tables.groups import is_ditto
from iku.reading.tables.values.choices import COLUMN, ROW, Around, choose_reading
from iku.reading.tables.values.evidence import (
    SIGNS,
    find_numbers,
    find_readings,
    is_dated,
    refuse_long,
)
from iku.reading.tables.values.measured import CHANGING, replace_remark
from iku.reading.tables.values.units import find_power, is_same, shift_power

if TYPE_CHECKING:
    from iku.reading.grid import Cell

_DATE: Final = re.compile(
    rf"(?ia)(?:[0-9]{{1,2}}[ /.-]?)?(?:{MONTHS})(?![a-z])\.?(?:[ /.-]?[0-9]{{2,4}})?"
    r"|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
)
_LABEL: Final = re.compile(r"[A-Za-z]{1,30}+(?: [A-Za-z]{1,30}+){0,2}|[A-Z]{1,2}[-+]")


@frozen(kw_only=True)
class Read:
    """A cell as it was read, with the finding that it takes."""

    nilai: Nilai
    """The value."""
    kode: str | None = None
    """Code of the finding; None where there is none."""
    words: dict[str, str] = Factory(dict[str, str])
    """What its message is filled with."""


def read_cell(cell: Cell, around: Around) -> Read:
    """
    Read a cell as a value; one that has none of its own is absent, with a finding.

    A form that concludes anything from more than the text says so in its finding.
    """
    if is_dated(cell) or _DATE.fullmatch(cell.text):
        nilai = Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan="tanggal atau jam")
        return Read(nilai=nilai, kode="IKU-B071")
    scaled = cell.display.scaled if cell.display else 0
    if scaled and scaled not in (find_power(cell.text), _find_power_around(around)):
        return _leave_scaled(cell.text, scaled, around)
    try:
        return _read_text(cell.text, around)
    except IkuError as error:
        for form in _FORMS:
            read = form(cell.text, error, around)
            if read is not None:
                return read
        return _leave_open(error)


def _find_power_around(around: Around) -> int:
    return find_power(around.measured.satuan.nama if around.measured.satuan else "") or find_power(
        around.header
    )


def _leave_scaled(text: str, power: int, around: Around) -> Read:
    """Leave a number open that a format shows without its last digits, which no unit says."""
    meanings = [text]
    for nilai in around.numbers.look(text).values.values():
        meanings += [format_angka(one) for one in find_numbers(shift_power(nilai, -power))]
    if not meanings[1:]:
        return Read(nilai=Kosong(sebab=SebabKosong.TIDAK_TERBACA), kode="IKU-B013")
    return _stay_open([*dict.fromkeys(meanings)])


def _read_text(text: str, around: Around) -> Read:
    """Read what states one value in the unit of its indicator."""
    read = _read_number(text, around)
    numbers = find_numbers(read.nilai)
    printed = find_satuan(text) if numbers and around.measured.units else None
    own = find_power(text) if numbers else 0
    if printed is None and not own:
        return read
    fitting = [one for one in around.measured.units if printed is None or is_same(printed, one)]
    powers = {find_power(one.nama) for one in fitting}
    if printed is not None and (around.measured.mixed or len(powers) != 1):
        return _leave_unit(printed, around)
    if not any(powers) or len(powers) > 1:
        return read
    (power,) = powers
    if not own:
        return _stay_open([f"{_write(read.nilai)} {fitting[0].nama}", text])
    nilai = refuse_long(shift_power(read.nilai, power))
    if own == power:
        return evolve(read, nilai=nilai)
    words = {"satuan": fitting[0].nama, "angka": _write(nilai)}
    return Read(nilai=nilai, kode="IKU-B072", words=words)


def _leave_unit(printed: Satuan, around: Around) -> Read:
    """Leave a value open that is in another unit than its indicator."""
    others = " dan ".join(
        dict.fromkeys(one.nama for one in around.measured.units if one != printed)
    )
    return Read(
        nilai=Kosong(
            sebab=SebabKosong.TIDAK_TERBACA, keterangan=f"satuan {printed.nama}, bukan {others}"
        ),
        kode="IKU-B070",
        words={"lanjutan": printed.nama, "satuan": others},
    )


def _read_number(text: str, around: Around) -> Read:
    """Read a value by the convention that the text or its neighbours show."""
    shown = around.numbers.look(text)
    chosen = around.numbers.choose(text, (around.row, around.column))
    if chosen is None:
        meanings = [_write(nilai) for nilai in shown.values.values()]
        return _stay_open(meanings)
    nilai = shown.values[chosen]
    usual = shown.certain or shown.only is not None
    if usual or not (around.numbers.foreign or around.numbers.locale == "auto"):
        return Read(nilai=nilai)
    where = ROW if around.row.conventions else COLUMN
    return Read(
        nilai=nilai,
        kode="IKU-B036",
        words={
            "makna": " atau ".join(_write(one) for one in shown.values.values()),
            "angka": _write(nilai),
            "dasar": f"{where}, yang memakai {SIGNS[chosen]} sebagai tanda desimal",
        },
    )


def _read_remark(text: str, _: IkuError, around: Around) -> Read | None:
    """Read a value with a footnote mark, or with a remark in brackets behind it."""
    plain = replace_remark(text, around.numbers)
    if plain is None:
        return None
    try:
        read = _read_text(plain, around)
    except IkuError:
        return None
    if read.kode is not None:
        return read
    if isinstance(read.nilai, Kosong):
        return None
    return Read(nilai=read.nilai, kode="IKU-B037", words={"angka": plain})


def _read_behind_unit(text: str, _: IkuError, around: Around) -> Read | None:
    """Read a value with the unit of its indicator in front: `Level 3`."""
    unit = around.measured.satuan.nama if around.measured.satuan else ""
    if not unit or not text.casefold().startswith(f"{unit.casefold()} "):
        return None
    try:
        return _read_text(text[len(unit) + 1 :].lstrip(" .:"), around)
    except IkuError:
        return None


def _read_named(text: str, _: IkuError, around: Around) -> Read | None:
    """Read a word as a label, where the indicator is measured in labels."""
    if around.measured.satuan is None or around.measured.satuan.jenis is not JenisSatuan.PREDIKAT:
        return None
    if not _LABEL.fullmatch(text) or CHANGING.fullmatch(text) or is_ditto(text):
        return None
    several = len(text.split()) > 1
    if several and any(around.numbers.look(word).error is None for word in text.split()):
        return None
    return Read(nilai=Kategori(label=text))


def _read_backward(_: str, error: IkuError, around: Around) -> Read | None:
    """Read a range whose upper bound is written first, as it is where less is better."""
    readings = find_readings(error)
    if error.code != "rentang-order" or not readings:
        return None
    return _take(readings[0], "IKU-B038", {}, around)


def _choose_reading(_: str, error: IkuError, around: Around) -> Read | None:
    """Choose among several readings the only one that its neighbours speak for."""
    readings = find_readings(error)
    if len(readings) == 1:
        return _take(readings[0], "IKU-B074", {}, around)
    if any(around.numbers.look(text).error for text in readings):
        # One of them is a share, which has no text of its own to be read.
        return None
    found = choose_reading(readings, around)
    if found is None:
        return None
    chosen, dasar = found
    words = {"makna": " atau ".join(readings), "dasar": dasar}
    return _take(chosen, "IKU-B036", words, around)


def _take(text: str, kode: str, words: dict[str, str], around: Around) -> Read | None:
    try:
        read = _read_text(text, around)
    except IkuError:
        # What a cell could mean may still be no value of a document, as one of 34 digits.
        return None
    if isinstance(read.nilai, Kosong):
        return None
    return Read(nilai=read.nilai, kode=kode, words={**words, "angka": text})


def _leave_open(error: IkuError) -> Read:
    readings = find_readings(error)
    if len(readings) > 1:
        return _stay_open(list(readings))
    return Read(nilai=Kosong(sebab=SebabKosong.TIDAK_TERBACA), kode="IKU-B013")


def _stay_open(meanings: list[str]) -> Read:
    makna = " atau ".join(meanings)
    return Read(
        nilai=Kosong(sebab=SebabKosong.TIDAK_TERBACA, keterangan=f"dapat berarti {makna}"),
        kode="IKU-B039",
        words={"makna": makna},
    )


def _write(nilai: Nilai) -> str:
    """Write what a text can mean, in Indonesian digits."""
    return " - ".join(map(format_angka, find_numbers(nilai)))


_FORMS: Final = (
    _read_remark, _read_behind_unit, _read_named, _read_backward, _choose_reading
)  # fmt: skip
"""Forms of cells that state their value otherwise than plainly, the surest first."""
