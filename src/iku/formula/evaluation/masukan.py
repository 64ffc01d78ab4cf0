"""
Masukan: the inputs of a computation, each a number or a reason.

What callers hand over is looked at once, here; everything behind it computes
with exact numbers alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, one, wrong_type
from iku.angka import Angka
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Rentang
from iku.domain.periode import Periode
from iku.errors import DomainError, FormulaError, IkuError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, explain_absence
from iku.formula.evaluation.bounds import MAXIMUM_BITS, measure_bits
from iku.formula.evaluation.seri import Seri
from iku.tree import Previous, Variable
from iku.tree.limits import check_steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.tree import Input

NilaiMasukan: TypeAlias = Nilai | Decimal | Fraction | int | Alasan | None
"""
What a caller may give for a variable; float and text are refused.

A `Fraction` or an `Alasan` is what another formula gave.
"""

SumberMasukan: TypeAlias = Mapping[str, NilaiMasukan] | Seri
"""Where inputs come from: values by kode, or a series of values by kode and period."""


def _check_lalu(value: object) -> int:
    none_back = value.__class__ is int and value == 0
    return 0 if none_back else check_steps(value)


@frozen(kw_only=True)
class Masukan:
    """Masukan (input): a variable with the number that was used, or why there was none."""

    variabel: str = field(metadata=KODE)
    """Kode of the variable."""
    nilai: Angka | Fraction | Alasan = field(metadata=one(Angka, Fraction, Alasan))
    """The number, a fraction where another formula gave it, or the reason of its absence."""
    lalu: int = field(default=0, metadata=checked(_check_lalu))
    """Lalu (earlier): how many periods back the number is from."""

    @property
    def simpul(self) -> Input:
        """The node of the tree that takes this input."""
        return (
            Previous(kode=self.variabel, steps=self.lalu) if self.lalu else Variable(self.variabel)
        )


def take_masukan(
    inputs: Iterable[Input], data: SumberMasukan, periode: Periode | None = None
) -> tuple[Masukan, ...]:
    """
    Take the values of `inputs` out of `data`; what else it holds is not looked at.

    Raises:
        FormulaError: `wrong-type`, for a value that is no exact number.
        DomainError: `wrong-type`, for a period that is none.
        AngkaError: `number-too-long`.
    """
    check_source(data, periode)
    return tuple(
        Masukan(variabel=node.kode, lalu=node.steps, nilai=take_nilai(node, data, periode))
        for node in inputs
    )


def check_source(data: object, periode: object) -> None:
    """
    Refuse what is no source of inputs, or no period.

    Raises:
        FormulaError: `wrong-type`.
        DomainError: `wrong-type`, for the period.
    """
    if periode is not None and not isinstance(periode, Periode):
        raise wrong_type(periode, "a Periode").under("periode")
    if not isinstance(data, Mapping | Seri):
        raise FormulaError.wrong_type(
            data,
            "a mapping from kode to value, or a Seri",
            repair='write {"PDRB": Angka("80000")}',
        ).under("data")


def take_nilai(
    node: Input, data: SumberMasukan, periode: Periode | None
) -> Angka | Fraction | Alasan:
    """
    Take the value of one input out of `data`, or say why it is absent.

    Raises:
        FormulaError: `wrong-type`, for a value that is no exact number.
        AngkaError: `number-too-long`.
    """
    if isinstance(data, Seri):
        return _look_up(node, data, periode)
    if node.steps:
        return blame(KodeAlasan.TANPA_PERIODE, node.kode)
    return _take(node.kode, data.get(node.kode))


def find_earlier(node: Input, periode: Periode | None) -> Periode | Alasan:
    """Give the period that an input is taken from, or say why there is none."""
    if periode is None:
        return blame(KodeAlasan.TANPA_PERIODE, node.kode)
    try:
        return periode.shift(-node.steps) if node.steps else periode
    except DomainError:
        # Before the first year of the model or of the plan there is none.
        return blame(KodeAlasan.TANPA_PERIODE_LALU, node.kode)


def _look_up(node: Input, seri: Seri, periode: Periode | None) -> Angka | Alasan:
    wanted = find_earlier(node, periode)
    if isinstance(wanted, Alasan):
        return wanted
    nilai = seri.find(node.kode, wanted)
    if isinstance(nilai, Angka):
        return nilai
    if isinstance(nilai, Kosong):
        return explain_absence(nilai, node.kode, periode=str(wanted) if node.steps else None)
    if node.steps:
        return blame(KodeAlasan.TANPA_PERIODE_LALU, node.kode, keterangan=str(wanted))
    return blame(KodeAlasan.TANPA_DATA, node.kode)


def _take(kode: str, value: object) -> Angka | Fraction | Alasan:
    match value:
        case Angka() | Alasan():
            return value
        case Kosong():
            return explain_absence(value, kode)
        case None:
            return blame(KodeAlasan.TANPA_DATA, kode)
        case Rentang() | Ambang() | Kategori():
            return blame(KodeAlasan.BUKAN_BILANGAN, kode)
        case _:
            return _take_number(kode, value)


def _take_number(kode: str, value: object) -> Angka | Fraction | Alasan:
    match value:
        case Fraction():
            too_large = measure_bits(value) > MAXIMUM_BITS
            return blame(KodeAlasan.TERLALU_BESAR, kode) if too_large else value
        case Decimal() if not value.is_finite():
            return blame(KodeAlasan.BUKAN_BILANGAN, kode)
        case Decimal() | int() if not isinstance(value, bool):
            try:
                return Angka(value)
            except IkuError as error:
                raise error.under("data", kode) from None
        case _:
            raise FormulaError.wrong_type(
                value,
                "an Angka, int or Decimal, or a Kosong",
                repair='give exact digits, Angka("98.63"); text is read by iku.parse_angka',
            ).under("data", kode)
