"""
What a satuan measures: its dimension, and of how many base units one stands for.

Only what is known for certain is used. A word that nobody listed measures
something of its own: it cancels against itself and is neither money nor per
cent, but it may well be another name of anything that is counted or measured.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import _MAGNITUDES, Angka, parse_angka, to_decimal34
from iku.domain.satuan import JenisSatuan, Satuan
from iku.errors import IkuError
from iku.formula.notation import write_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_TIME: Final = "waktu"
_THINGS: Final = frozenset({"unit", "koperasi", "dokumen", "kali"})
"""What "unit" may stand for; people and households are no units."""
_ANYTHING: Final = "*"
"""What is counted where a rate does not say it, as in "per 1.000 penduduk"."""
_COUNTS: Final = _THINGS | {"orang", "KK", _ANYTHING}
_MONEY: Final = "Rp"
_LISTED: Final = _COUNTS | {_TIME, _MONEY}
"""Every base that is known; any other is a word that nobody listed."""
_VAGUE: Final = frozenset(
    word
    for words in (
        "rasio ratio perbandingan bilangan jumlah tingkat level skala peringkat ranking rangking",
        "koefisien gini desimal besaran satuan kelas bobot derajat laju kenaikan penurunan",
        "capaian percent persentasi prosentasi puluhan ratusan ribuan jutaan miliaran",
        "ipm ikm ihk ntp detik minggu pekan triwulan kuartal caturwulan semester windu dekade",
        "periode waktu",
    )
    for word in words.split()
)
"""Words for plain numbers, for grades or for time, of which nothing follows."""
_PERCENT: Final = Fraction(1, 100)
_MINUTES: Final = {"menit": 1, "jam": 60, "hari": 1440, "bulan": 43_200, "tahun": 525_600}
"""Minutes of each; those of months and years serve to tell them apart and nothing else."""
_FARTHEST: Final = Fraction(10**40)
_PEOPLE: Final = {"kapita": "orang", "penduduk": "orang"}
_PER: Final = re.compile(
    r"(?P<above>[^/]*?)(?:\bper\b|/)\s*(?P<number>[0-9][0-9.]*)?\s*(?P<below>.*)"
)


class Measure(NamedTuple):
    """What a number measures."""

    powers: Mapping[str, int] | None
    """The dimension: each base with its power, none for a plain number; None is unknown."""
    scale: Fraction | None
    """Of how many base units one stands for; None is unknown."""

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing is left but counts over counts."""
        powers = self.powers or {}
        return powers.keys() <= _COUNTS and sum(powers.values()) == 0


UNKNOWN: Final = Measure(None, None)
"""Something unknown, from which nothing follows."""


def read_measure(satuan: Satuan | None) -> Measure:
    """
    Tell what a satuan measures.

    >>> read_measure(Satuan("Juta Rupiah"))
    Measure(powers={'Rp': 1}, scale=Fraction(1000000, 1))
    >>> read_measure(Satuan("per 1.000 penduduk")).scale
    Fraction(1, 1000)
    """
    if satuan is None:
        return UNKNOWN
    words = " ".join(re.sub(r"[()]", " ", satuan.nama).casefold().split())
    if words in {"‰", "permil", "per mil", "promil"}:
        return Measure({}, Fraction(1, 1000))
    rate = _PER.fullmatch(words)
    return _read_words(words) if rate is None else _read_rate(rate)


def _read_words(words: str) -> Measure:
    """Read a unit with a magnitude before or behind it or none."""
    scale = Fraction(1)
    kept: list[str] = []
    for word in words.split():
        if word in _MAGNITUDES:
            scale *= 10 ** _MAGNITUDES[word]
        else:
            kept.append(_PEOPLE.get(word, word))
    base = _read_base(Satuan(" ".join(kept))) if kept else UNKNOWN
    return base if base.scale is None else base._replace(scale=base.scale * scale)


def _read_base(satuan: Satuan) -> Measure:
    match satuan.jenis:
        case JenisSatuan.PERSEN:
            return Measure({}, _PERCENT)
        case JenisSatuan.WAKTU:
            return Measure({_TIME: 1}, Fraction(_MINUTES[satuan.baku]))
        case JenisSatuan.MATA_UANG | JenisSatuan.CACAH:
            return Measure({satuan.baku: 1}, Fraction(1))
        case JenisSatuan.INDEKS if satuan.baku != "nilai":
            return Measure({}, None)
        case JenisSatuan.LAINNYA if all(map(_is_name, satuan.nama.split())):
            return Measure({satuan.nama: 1}, Fraction(1))
        case _:
            return UNKNOWN


def _is_name(word: str) -> bool:
    """Tell whether a word can only be the name of something that nobody listed."""
    named = len(word) > 1 and word.isalnum() and word[0].isalpha() and word not in _VAGUE
    return named and Satuan(word).jenis is JenisSatuan.LAINNYA


def _read_rate(rate: re.Match[str]) -> Measure:
    """Read "A per N B"; what is counted may stay unsaid where N is there."""
    number = _read_number(rate["number"])
    above, below = (_read_words(rate[side]) for side in ("above", "below"))
    if number is None:
        return UNKNOWN
    if number > 1:
        counted = Measure({_ANYTHING: 1}, Fraction(1))
        above, below = (
            side if side.powers is not None and side.powers.keys() <= _LISTED else counted
            for side in (above, below)
        )
    if below.powers and _TIME in below.powers:
        # "Rp per tahun" is the amount of the year.
        return above
    return compute_product(above, compute_power(below, -1), make_factor(number))


def _read_number(text: str | None) -> Fraction | None:
    try:
        return Fraction(parse_angka(text or "1").nilai) or None
    except IkuError:
        return None


def make_factor(number: Fraction) -> Measure:
    """
    Tell what multiplying with a constant does.

    Powers of ten from a hundred on restate a number, as "× 100%" does; any other
    constant may be a weight, after which the scale is unknown.
    """
    size = max(number, 1 / number) if number > 0 else Fraction(0)
    power_of_ten = size.denominator == 1 and str(size.numerator).rstrip("0") == "1"
    restates = power_of_ten and size != 10
    return Measure({}, _bound(1 / number) if restates else None)


def compute_product(*measures: Measure) -> Measure:
    """Tell what a product measures."""
    powers: dict[str, int] = {}
    scale: Fraction | None = Fraction(1)
    for each in measures:
        if each.powers is None:
            return UNKNOWN
        for base, power in each.powers.items():
            powers[base] = powers.get(base, 0) + power
        scale = None if scale is None or each.scale is None else _bound(scale * each.scale)
    return Measure({base: power for base, power in powers.items() if power}, scale)


def compute_power(measure: Measure, times: int) -> Measure:
    """Tell what a power measures; -1 is the reciprocal."""
    if measure.powers is None:
        return UNKNOWN
    scale = None if measure.scale is None else _bound(measure.scale**times)
    return Measure({base: power * times for base, power in measure.powers.items() if times}, scale)


def _bound(scale: Fraction) -> Fraction | None:
    """Give up on a scale that no unit has; the powers of powers have no end."""
    return scale if 1 / _FARTHEST < scale < _FARTHEST else None


def is_same_kind(first: Measure, second: Measure) -> bool:
    """
    Tell whether two measures can be of one kind; what is unknown can be anything.

    >>> orang, unit, koperasi = map(read_measure, map(Satuan, ("jiwa", "unit", "koperasi")))
    >>> is_same_kind(unit, koperasi), is_same_kind(orang, unit)
    (True, False)
    """
    if first.powers is None or second.powers is None:
        return True
    if first.is_plain and second.is_plain:
        return True
    differences = _compare_powers(first.powers, second.powers)
    differing = differences.keys()
    if not differing <= _LISTED:
        # The word may stand for anything else, but for no money and no per cent.
        percent = _PERCENT in {each.scale for each in (first, second) if not each.powers}
        one_sided = len({power > 0 for power in differences.values()}) == 1
        return _MONEY not in differing and not (percent and one_sided)
    counted_alike = _ANYTHING in differing or ("unit" in differing and differing <= _THINGS)
    replaced = differing <= _COUNTS and sum(differences.values()) == 0
    return not differing or (counted_alike and replaced)


def is_comparable(first: Measure, second: Measure) -> bool:
    """
    Tell whether the scales of two measures of one kind can be compared.

    >>> ton, ribu, ekor = map(read_measure, map(Satuan, ("ton", "ribu ton", "ekor")))
    >>> is_comparable(ton, ribu), is_comparable(ton, ekor)
    (True, False)
    """
    return _compare_powers(first.powers or {}, second.powers or {}).keys() <= _LISTED


def _compare_powers(first: Mapping[str, int], second: Mapping[str, int]) -> dict[str, int]:
    """Give the difference of the powers of each base, where there is one."""
    bases = sorted(first.keys() | second.keys())
    differences = {base: first.get(base, 0) - second.get(base, 0) for base in bases}
    return {base: difference for base, difference in differences.items() if difference}


def write_measure(measure: Measure) -> str:
    """
    Write a measure as officials would.

    >>> write_measure(read_measure(Satuan("miliar rupiah per kapita")))
    '1.000.000.000 Rp/orang'
    """
    powers, scale = measure.powers or {}, measure.scale or Fraction(1)
    if measure.is_plain:
        return _describe_plain(measure.scale)
    if powers == {_TIME: 1}:
        return next((name for name, minutes in _MINUTES.items() if minutes == scale), _TIME)
    above = "·".join(_write_power(base, power) for base, power in powers.items() if power > 0)
    below = "·".join(_write_power(base, -power) for base, power in powers.items() if power < 0)
    written = f"{above or '1'}/{below}" if below else above
    return written if scale == 1 or _TIME in powers else f"{_write_scale(scale)} {written}"


def _describe_plain(scale: Fraction | None) -> str:
    if scale == Fraction(1, 100):
        return "%"
    if scale is None or scale == 1:
        return "perbandingan" if scale else "bilangan"
    return f"perbandingan × {_write_scale(1 / scale)}"


def _write_power(base: str, power: int) -> str:
    name = "cacah" if base == _ANYTHING else base
    return name if power == 1 else f"{name}^{power}"


def _write_scale(scale: Fraction) -> str:
    return write_number(Angka(to_decimal34(scale)))
