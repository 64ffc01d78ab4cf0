"""
In what unit a formula gives its value: what is printed, what satuan and indicator say.

A factor that is not printed is taken from the satuan or the name; where the
two sides contradict each other, nothing is chosen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.angka import Angka, parse_angka
from iku.domain import JenisSatuan, Satuan
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.words import (
    AMOUNTS,
    BASES,
    COUNTING,
    LEVEL_NAMES,
    MEAN_NAMES,
    MEASURES,
    PERCENT_NAMES,
    PLANNED,
    RATIO_NAMES,
)
from iku.tree import Add, Constant, Divide, Expression, Multiply, Previous, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.scanning.tokens import Token

HUNDRED: Final = Constant(Angka("100"))
_PER: Final = re.compile(
    r"per[ -]?(?P<per>10{2,}|1(?:\.000)+|100(?:\.000)+|10(?:\.000)+)\b", re.IGNORECASE
)
_UNDER: Final = MEASURES - {"desa", "kelompok"} | {
    "km2",
    "kapita",
    "jiwa",
    "tahun",
    "hari",
    "jam",
    "rs",
}
"""What stands behind the slash of a satuan that is a ratio."""
_AMOUNTS: Final = (AMOUNTS | PLANNED) - LEVEL_NAMES
_UNITLESS: Final = frozenset({JenisSatuan.PERSEN, JenisSatuan.INDEKS, JenisSatuan.PREDIKAT})


@frozen(kw_only=True)
class Setting:
    """What stands beside the sentence: the name of the indicator and its satuan."""

    indikator: str = ""
    """The name in lower case with single spaces."""
    satuan: Satuan | None = None
    """The unit."""

    @property
    def named_percent(self) -> bool:
        """Whether the name says that the value is a percentage."""
        return not PERCENT_NAMES.isdisjoint(self.indikator.split()[:3]) or "%" in self.indikator[:3]

    @property
    def percent(self) -> bool:
        """Whether the value is known to be in per cent."""
        if self.satuan is not None and self.satuan.jenis is not JenisSatuan.LAINNYA:
            return self.satuan.baku == "%"
        text = "" if self.satuan is None else self.satuan.nama.lower()
        return "%" in text or "persen" in text or (not text and self.named_percent)

    @property
    def related(self) -> bool:
        """Whether the indicator is known to be a ratio."""
        named = not RATIO_NAMES.isdisjoint(self.indikator.split()[:2])
        unit = self.counted
        _, slash, under = unit.partition("/")
        return self.percent or named or (bool(slash) and under in _UNDER) or unit in RATIO_NAMES

    @property
    def measured(self) -> bool:
        """Whether the satuan is one that no percentage has."""
        if self.satuan is None or self.named_percent or self.percent:
            return False
        known = self.satuan.jenis not in _UNITLESS | {JenisSatuan.LAINNYA}
        return known or self.satuan.nama.lower() in MEASURES

    @property
    def counted(self) -> str:
        """What the satuan is called, in lower case; empty where nothing is beside the sentence."""
        return "" if self.satuan is None else self.satuan.nama.lower()

    @property
    def per(self) -> Angka | None:
        """What the satuan is stated per ("per 1.000 penduduk")."""
        found = None if self.satuan is None else _PER.search(self.satuan.nama)
        return parse_angka(found["per"]) if found else None


def resolve_scale(
    tree: Expression, setting: Setting, evidence: list[str], *, printed: bool, noted: str
) -> Expression:
    """
    Give a tree the factor that is not printed but follows from satuan or name.

    `printed` says that "100%" is printed, `noted` what else
    says that the value is in per cent, as a sentence, like "(dalam %)".

    Raises:
        Doubt: Satuan and formula contradict each other.
    """
    if printed:
        if setting.measured:
            satuan = setting.satuan.nama if setting.satuan else ""
            raise Doubt(f"satuan {satuan} bertentangan dengan “× 100%”", tree)
        evidence.append("tercetak “× 100%”")
        return tree
    parts = tree.terms if isinstance(tree, Add) else (tree,)
    if not all(isinstance(part, Divide) for part in parts):
        return tree
    factor = _find_factor(tree, setting, evidence, noted=noted)
    return tree if factor is None else Multiply((tree, Constant(factor)))


def _find_factor(
    tree: Expression, setting: Setting, evidence: list[str], *, noted: str
) -> Angka | None:
    if noted:
        evidence.append(noted)
        return HUNDRED.value
    if not isinstance(tree, Divide) or isinstance(tree.denominator, Constant):
        return None
    if setting.per is not None:
        evidence.append("pengali diambil dari satuan")
        return setting.per
    return HUNDRED.value if setting.percent and _is_scaled(tree, setting, evidence) else None


def _is_scaled(tree: Divide, setting: Setting, evidence: list[str]) -> bool:
    """Tell whether a ratio without factor is to be given in per cent."""
    if setting.named_percent or not _is_mean(tree):
        evidence.append("“× 100%” tidak tercetak; satuan atau nama indikator menyebut persen")
        return True
    if MEAN_NAMES.isdisjoint(setting.indikator.split()[:2]):
        raise Doubt("tidak jelas apakah hasil bagi ini rata-rata atau persentase", tree)
    evidence.append("rata-rata nilai per cacah; satuan % sudah melekat pada nilainya")
    return False


def _is_mean(tree: Divide) -> bool:
    """Tell whether a total of levels is divided by a count."""
    above, below = tree.numerator, tree.denominator
    if not isinstance(above, Variable) or not isinstance(below, Variable):
        return False
    over = [word for word in above.kode.lower().split() if word not in COUNTING][:1]
    under = below.kode.lower().split()
    counted = under[0] in COUNTING and LEVEL_NAMES.isdisjoint(under)
    return bool(over) and over[0] in LEVEL_NAMES and counted


def check_satuan(side: Sequence[Token], tree: Expression, setting: Setting) -> None:
    """
    Refuse a value in per cent that nothing is divided for.

    Raises:
        Doubt: The satuan says per cent, and the formula counts.
    """
    if not setting.percent or any(token.kind == "/" for token in side):
        return
    match tree:
        case Add(terms=parts):
            counted = all(_is_counted(part) for part in parts)
        case Subtract(left=left, right=right):
            counted = _is_counted(left) and (_is_counted(right) or isinstance(right, Add))
        case Multiply(factors=(Variable(), factor)):
            counted = not isinstance(factor, Constant) or factor.value.nilai > 1
        case _:
            counted = False
    if counted:
        raise Doubt("satuan persen, tetapi rumusnya tidak membagi", tree)


def _is_counted(part: Expression) -> bool:
    return isinstance(part, Variable | Previous) and part.kode.lower().split()[0] in _AMOUNTS


def check_slash(side: Sequence[Token], tree: Expression, setting: Setting) -> None:
    """
    Refuse a slash that may only list two things, or that has the same on both sides.

    Without anything beside the sentence it is taken as it stands.

    Raises:
        Doubt: The names do not say that something is divided.
    """
    if not setting.indikator and setting.satuan is None:
        return
    quotient = tree.factors[0] if isinstance(tree, Multiply) else tree
    if isinstance(quotient, Divide) and quotient.numerator == quotient.denominator:
        raise Doubt("pembilang dan penyebut sama", tree)
    if [token.kind for token in side] != ["name", "/", "name"] or side[1].text:
        return
    above, below = side[0], side[2]
    symbols = " " not in above.text and " " not in below.text
    related = setting.related and (not setting.percent or setting.named_percent)
    related = related or "ratio" in setting.indikator or "rasio" in setting.indikator
    itself = bool(setting.counted) and setting.counted in above.text.lower().split()[1:2]
    counted = above.first in COUNTING and (setting.percent or " " in below.text) and not itself
    if not (below.first in BASES or symbols or counted or related):
        raise Doubt("garis miring dapat berarti pembagian atau hanya menyebut dua hal", tree)


def is_rate_of_itself(setting: Setting, tree: Expression, *, paired: bool) -> bool:
    """Tell whether a growth is promised and only a ratio of two periods is given."""
    promised = re.search(r"pertumbuhan|peningkatan|kenaikan|penurunan", setting.indikator)
    quotient = tree.factors[0] if isinstance(tree, Multiply) else tree
    plain = isinstance(quotient, Divide) and all(not part.children for part in quotient.children)
    return paired and promised is not None and plain
