"""A cell as a value, by forms that say on what they rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import Factory

from iku._attrs import frozen
from iku.angka import format_angka
from iku.domain import Kosong, Nilai, Satuan, SebabKosong
from iku.domain.parsing import find_satuan
from iku.errors import IkuError
from iku.reading.tables.values.evidence import (
    SIGNS,
    Evidence,
    Numbers,
    find_numbers,
    find_readings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.reading.grid import Cell

_FOOTNOTE: Final = re.compile(r" ?(?:\*{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})\)?$")
_REMARK: Final = re.compile(r"(?P<nilai>[^()]*[^() ]) ?\((?P<isi>[^()]*)\)(?P<sisa>[^()]*)")
# In brackets behind a number, these words say something else than a remark.
_CHANGING: Final = re.compile(
    r"(?ias)[^a-z].*|.*\b(?:min|maks|minimal|minimum|maksimal|maksimum|paling|kurang|lebih|bawah|atas|"
    r"(?:ribu|juta|mil[iy]ar|triliun|trilyun)(?:an)?|rb|jt|ratus|atau|minus|negatif|turun|naik|"
    r"bukan|tidak|belum|per)\b.*"
)
_ROW: Final = "nilai lain pada baris itu"
_COLUMN: Final = "nilai lain pada kolom itu"


@frozen(kw_only=True)
class Read:
    """A cell as it was read, with the finding that it takes."""

    nilai: Nilai
    """The value."""
    kode: str | None = None
    """Code of the finding; None where there is none."""
    words: dict[str, str] = Factory(dict[str, str])
    """What its message is filled with."""


@frozen(kw_only=True)
class Around:
    """What stands around a cell."""

    numbers: Numbers
    """The table."""
    row: Evidence
    """The values of the same indicator."""
    column: Evidence
    """The values of the same column."""
    satuan: Satuan | None
    """The satuan of the indicator."""


def read_cell(cell: Cell, around: Around) -> Read:
    """
    Read a cell as a value; one that has none of its own is absent, with a finding.

    A form that concludes anything from more than the text says so in its finding.
    """
    try:
        return _read_text(cell.text, around)
    except IkuError as error:
        for form in (_read_remark, _read_backward, _choose_reading):
            read = form(cell.text, error, around)
            if read is not None:
                return read
        return _leave_open(error)


def _read_text(text: str, around: Around) -> Read:
    """Read what states one value, by the convention that the text or its neighbours show."""
    shown = around.numbers.look(text)
    chosen = around.numbers.choose(text, (around.row, around.column))
    if chosen is None:
        meanings = [_write(nilai) for nilai in shown.values.values()]
        return _stay_open(meanings)
    nilai = shown.values[chosen]
    usual = shown.certain or shown.only is not None
    if usual or not (around.numbers.foreign or around.numbers.locale == "auto"):
        return Read(nilai=nilai)
    where = _ROW if around.row.conventions else _COLUMN
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
    plain = _FOOTNOTE.sub("", text)
    remark = _REMARK.fullmatch(plain)
    if remark is not None and not _CHANGING.fullmatch(remark["isi"]):
        if around.numbers.look(remark["isi"]).error is None:
            return None
        plain = f"{remark['nilai']}{remark['sisa']}"
    if plain == text:
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


def _read_backward(_: str, error: IkuError, around: Around) -> Read | None:
    """Read a range whose upper bound is written first, as it is where less is better."""
    readings = find_readings(error)
    if error.code != "rentang-order" or not readings:
        return None
    return _take(readings[0], "IKU-B038", {}, around)


def _choose_reading(_: str, error: IkuError, around: Around) -> Read | None:
    """Choose among several readings the only one that its neighbours speak for."""
    readings = find_readings(error)
    if readings[1:] and any(around.numbers.look(text).error for text in readings):
        # One of them is a share, which has no text of its own to be read.
        return None
    for rule in (_only_one, _of_satuan, _of_kind, _of_decimals):
        found = rule(readings, around)
        if found is not None:
            chosen, dasar = found
            makna = " atau ".join(readings)
            return _take(chosen, "IKU-B036", {"makna": makna, "dasar": dasar}, around)
    return None


_Choice = tuple[str, str]


def _only_one(readings: tuple[str, ...], _: Around) -> _Choice | None:
    if len(readings) != 1:
        return None
    return readings[0], "satu-satunya bilangan dari angka-angkanya"


def _of_satuan(readings: tuple[str, ...], around: Around) -> _Choice | None:
    """Choose the reading that names the satuan of the indicator, or one of several."""
    if around.satuan is None:
        return None
    names = re.split(" ?/ ?| dan | atau ", around.satuan.baku.casefold())
    found = [text for text in readings if _name_satuan(text) in names]
    return (found[0], f'satuan "{around.satuan.nama}"') if len(found) == 1 else None


def _name_satuan(text: str) -> str:
    satuan = find_satuan(text)
    return satuan.baku.casefold() if satuan else ""


def _of_kind(readings: tuple[str, ...], around: Around) -> _Choice | None:
    """Choose the only reading of the kind that the other values are: grades, or numbers."""

    def fits(text: str, found: Evidence) -> bool:
        values = around.numbers.look(text).values.values()
        return any(type(nilai) in found.kinds for nilai in values)

    return _choose_by(readings, around, fits, lambda found: len(found.kinds) == 1)


def _of_decimals(readings: tuple[str, ...], around: Around) -> _Choice | None:
    """Choose the only reading with as many decimals as each of the other values."""

    def fits(text: str, found: Evidence) -> bool:
        own = Evidence()
        own.add(around.numbers.look(text))
        return own.decimals == found.decimals

    return _choose_by(readings, around, fits, lambda found: len(found.decimals) == 1)


def _choose_by(
    readings: tuple[str, ...],
    around: Around,
    fits: Callable[[str, Evidence], bool],
    speaks: Callable[[Evidence], bool],
) -> _Choice | None:
    for found, where in ((around.row, _ROW), (around.column, _COLUMN)):
        if speaks(found):
            fitting = [text for text in readings if fits(text, found)]
            return (fitting[0], where) if len(fitting) == 1 else None
    return None


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
