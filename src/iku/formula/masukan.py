"""
Masukan: the measured inputs of a computation, each a number or a reason.

What callers hand over is looked at once, here; everything behind it computes
with `Angka` alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from iku._attrs import frozen
from iku.angka import Angka
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Rentang
from iku.errors import FormulaError, IkuError, quote
from iku.formula.alasan import Alasan, KodeAlasan, blame, explain_absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NilaiMasukan: TypeAlias = Nilai | Decimal | int | None
"""What a caller may give for a variable; float and text are refused."""


@frozen(kw_only=True)
class Masukan:
    """Masukan (input): a variable with the number that was used, or why there was none."""

    variabel: str
    """Kode of the variable."""
    nilai: Angka | Alasan
    """The number, or the reason of its absence."""


def take_masukan(variables: Iterable[str], data: Mapping[str, NilaiMasukan]) -> tuple[Masukan, ...]:
    """
    Take the values of `variables` out of `data`; what else it holds is not looked at.

    Raises:
        FormulaError: `wrong-type`, for a value that is no exact number.
        AngkaError: `number-too-long`.
    """
    try:
        given = [(kode, data.get(kode)) for kode in variables]
    except AttributeError:
        raise FormulaError(
            "wrong-type",
            found=quote(data),
            expected="a mapping from kode to value",
            repair='write {"PDRB": Angka("80000")}',
            location=("data",),
        ) from None
    return tuple(Masukan(variabel=kode, nilai=_take(kode, value)) for kode, value in given)


def _take(kode: str, value: object) -> Angka | Alasan:
    match value:
        case Angka():
            return value
        case None:
            return blame(KodeAlasan.TANPA_DATA, kode)
        case Kosong():
            return explain_absence(value, kode)
        case Rentang() | Ambang() | Kategori():
            return blame(KodeAlasan.BUKAN_BILANGAN, kode)
        case Decimal() if not value.is_finite():
            return blame(KodeAlasan.BUKAN_BILANGAN, kode)
        case Decimal() | int() if not isinstance(value, bool):
            try:
                return Angka(value)
            except IkuError as error:
                raise error.under("data", kode) from None
        case _:
            raise FormulaError(
                "wrong-type",
                found=quote(value),
                expected="an Angka, int or Decimal, or a Kosong",
                repair='give exact digits, Angka("98.63"); text is read by iku.parse_angka',
                location=("data", kode),
            )
