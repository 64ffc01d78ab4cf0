"""
Whether a formula can be in the satuan of its variables and of its indicator.

It looks at the tree and changes no number.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import Angka
from iku.domain.asal import Temuan, TingkatTemuan
from iku.formula.dimensions import (
    UNKNOWN,
    Measure,
    compute_power,
    compute_product,
    is_comparable,
    is_same_kind,
    make_factor,
    read_measure,
    write_measure,
)
from iku.formula.evaluation.arithmetic import compute
from iku.formula.lowering import lower_formula, read_satuan
from iku.formula.notation import write_number, write_official
from iku.tree import (
    Divide,
    Expression,
    GeometricMean,
    Log,
    Multiply,
    Negate,
    Power,
    Previous,
    Unlowered,
    Variable,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iku.domain.satuan import Satuan
    from iku.typing import Formula

_LONGEST: Final = 60


class _Rule(NamedTuple):
    tingkat: TingkatTemuan
    pesan: str
    saran: str


RULES: Final = {
    "IKU-S001": _Rule(
        TingkatTemuan.KESALAHAN,
        "Rumus mencampur satuan yang berbeda: {first} dan {second}.",
        "Periksa rumus atau satuan variabelnya.",
    ),
    "IKU-S002": _Rule(
        TingkatTemuan.PERINGATAN,
        "Rumus mencampur besaran yang berbeda: {first} dan {second}.",
        "Samakan besarannya lebih dahulu.",
    ),
    "IKU-S003": _Rule(
        TingkatTemuan.PERINGATAN,
        "Rumus menghasilkan {first}, bukan {second}.",
        "Periksa rumus atau satuan indikator.",
    ),
    "IKU-S004": _Rule(
        TingkatTemuan.PERINGATAN,
        "Satuan indikator adalah {second}, tetapi rumus tidak dikalikan 100%.",
        "Kalikan hasil pembagian dengan 100%.",
    ),
    "IKU-S005": _Rule(
        TingkatTemuan.PERINGATAN,
        "Rumus menghasilkan {first}, sedangkan satuan indikator adalah {second}.",
        "{factor} agar sesuai dengan satuan indikator.",
    ),
}
"""Every code of the satuan check. The wording is not API, the codes are."""


def check_satuan(
    formula: Formula,
    satuan: Mapping[str, Satuan | None],
    *,
    satuan_hasil: Satuan | None = None,
) -> tuple[Temuan, ...]:
    """
    Tell where a formula does not fit the satuan of its variables and its result.

    `satuan` gives the unit of each variable by kode; `satuan_hasil` is that of
    the indicator, by default the one that the formula itself gives its values.
    Where a unit is missing or vague nothing is found; a word that nobody listed
    is no money and no per cent, and cancels against itself. Numbers never change.

    >>> from iku.domain import Satuan
    >>> from iku.formula import parse_formula
    >>> satuan = {"PAD": Satuan("Rp"), "PENDUDUK": Satuan("jiwa"), "MISKIN": Satuan("orang")}
    >>> [temuan.pesan for temuan in check_satuan(parse_formula("PAD + PENDUDUK"), satuan)]
    ['Rumus mencampur satuan yang berbeda: PAD (Rp) dan PENDUDUK (jiwa).']
    >>> rasio = parse_formula("MISKIN / PENDUDUK")
    >>> [temuan.kode for temuan in check_satuan(rasio, satuan, satuan_hasil=Satuan("%"))]
    ['IKU-S004']
    >>> check_satuan(parse_formula("PAD / PENDUDUK"), satuan, satuan_hasil=Satuan("Rp per jiwa"))
    ()

    Raises:
        FormulaError: `wrong-type`: `formula` is none.
        PluginError: `plugin-failed`.
    """
    pohon = lower_formula(formula)
    if isinstance(pohon, Unlowered):
        return ()
    check = _Check(satuan)
    measure = fold(pohon, check.combine)
    wanted = satuan_hasil or read_satuan(formula)
    if wanted is not None and not isinstance(measure, Fraction):
        check.compare(measure, wanted)
    return tuple(dict.fromkeys(check.found))


class _Check:
    """One formula while it is checked; a constant is its number, anything else a measure."""

    def __init__(self, satuan: Mapping[str, Satuan | None]) -> None:
        self.found: list[Temuan] = []
        self._satuan = satuan

    def combine(
        self, node: Expression, parts: tuple[Measure | Fraction, ...]
    ) -> Measure | Fraction:
        """Tell what a node measures, and note what does not fit."""
        if isinstance(node, Variable | Previous):
            return read_measure(self._satuan.get(node.kode))
        if all(isinstance(part, Fraction) for part in parts):
            value = compute(node, ())
            return value if isinstance(value, Fraction) else UNKNOWN
        match node:
            case Negate():
                return parts[0]
            case Multiply() | Divide() | Power():
                return _combine_product(node, [_measure(part) for part in parts])
            case Log():
                return UNKNOWN
            case _:
                return self._mix(node, parts)

    def _mix(self, node: Expression, parts: Sequence[Measure | Fraction]) -> Measure:
        """Tell what is measured where parts are added, averaged or compared; numbers fit all."""
        operands = [
            (operand, part)
            for operand, part in zip(node.children, parts, strict=True)
            if isinstance(part, Measure)
        ]
        (first, measure), *others = operands
        if any(part.powers is None for _, part in operands):
            return UNKNOWN
        for other, part in others:
            if not is_same_kind(measure, part):
                if not isinstance(node, GeometricMean):
                    self._note("IKU-S001", self._name(first, measure), self._name(other, part))
                return UNKNOWN
        if not all(is_comparable(measure, part) for _, part in others):
            return UNKNOWN
        scales = {part.scale for _, part in operands}
        if len(scales) > 1 and None not in scales:
            other, part = next(pair for pair in others if pair[1].scale != measure.scale)
            self._note("IKU-S002", self._name(first, measure), self._name(other, part))
        return measure._replace(scale=measure.scale if len(scales) == 1 else None)

    def compare(self, measure: Measure, satuan: Satuan) -> None:
        """Note where the result does not fit the unit of the indicator."""
        wanted = read_measure(satuan)
        if not is_same_kind(measure, wanted):
            self._note("IKU-S003", write_measure(measure), satuan.nama)
        elif not is_comparable(measure, wanted):
            return
        elif measure.scale and wanted.scale and measure.scale != wanted.scale:
            factor = measure.scale / wanted.scale
            bare = measure.is_plain and measure.scale == 1 and factor == 100
            kode = "IKU-S004" if bare else "IKU-S005"
            self._note(kode, write_measure(measure), satuan.nama, factor=_say_factor(factor))

    def _name(self, node: Expression, measure: Measure) -> str:
        text = write_official(node)
        satuan = self._satuan.get(node.kode) if isinstance(node, Variable | Previous) else None
        unit = write_measure(measure) if satuan is None else satuan.nama
        return f"{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'} ({unit})"

    def _note(self, kode: str, first: str, second: str, *, factor: str = "") -> None:
        rule = RULES[kode]
        self.found.append(
            Temuan(
                kode=kode,
                tingkat=rule.tingkat,
                pesan=rule.pesan.format(first=first, second=second),
                saran=rule.saran.format(factor=factor),
            )
        )


def _measure(part: Measure | Fraction) -> Measure:
    return make_factor(part) if isinstance(part, Fraction) else part


def _combine_product(node: Multiply | Divide | Power, parts: Sequence[Measure]) -> Measure:
    match node:
        case Multiply():
            return compute_product(*parts)
        case Divide():
            return compute_product(parts[0], compute_power(parts[1], -1))
        case _:
            return compute_power(parts[0], node.exponent)


def _say_factor(factor: Fraction) -> str:
    """Say in Indonesian what to do with the result."""
    if factor.denominator == 1:
        return f"Kalikan hasilnya dengan {write_number(Angka(factor.numerator))}"
    if factor.numerator == 1:
        return f"Bagi hasilnya dengan {write_number(Angka(factor.denominator))}"
    return "Sesuaikan besarannya"
