"""One variable over another: Persentase, Rasio, Laju."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, wrong_type
from iku.angka import Angka, format_angka
from iku.errors import FormulaError
from iku.formula.named._terms import HUNDRED, divide, list_once, positive
from iku.tree import Constant, Multiply

if TYPE_CHECKING:
    from iku.tree import Expression

_POWER_OF_TEN: Final = re.compile("10++")


@frozen(kw_only=True)
class Persentase:
    """
    Persentase (percentage): pembilang / penyebut × 100%.

    The most common formula of all, as in "jumlah koperasi berkinerja baik /
    jumlah koperasi × 100%" (Kabupaten Jombang 2022: 83 of 852 is 9,7%). A
    kontribusi, "NTB sektor / PDRB × 100%", is one too and has no class of its
    own.

    >>> from iku.formula import evaluate
    >>> baik = Persentase(pembilang="KOPERASI_BAIK", penyebut="KOPERASI")
    >>> evaluate(baik, {"KOPERASI_BAIK": 83, "KOPERASI": 852}).explain(digits=1)
    '83 / 852 × 100% = 9,7%'
    """

    tipe: ClassVar[str] = "persentase"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""

    pembilang: str = field(metadata=KODE)
    """Pembilang (numerator): kode of the variable above the line."""
    penyebut: str = field(metadata=KODE)
    """Penyebut (denominator): kode of the variable below the line."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The two variables."""
        return list_once(self.pembilang, self.penyebut)

    def lower(self) -> Expression:
        """Give the tree: numerator over denominator, times 100."""
        return Multiply((divide(self.pembilang, self.penyebut), HUNDRED))


@frozen(kw_only=True)
class Rasio:
    """
    Rasio (ratio): pembilang / penyebut × pengali.

    A plain ratio, or one that is stated with a multiplier of its own. For "per
    1.000" and the like there is `Laju`, which says so behind its values.

    >>> from iku.formula import evaluate
    >>> rasio = Rasio(pembilang="MURID", penyebut="GURU")
    >>> evaluate(rasio, {"MURID": 3600, "GURU": 240}).trace
    '3.600 / 240 = 15'

    Raises:
        FormulaError: `bad-pengali` when the multiplier is zero or negative.
    """

    tipe: ClassVar[str] = "rasio"
    """The tag on the wire."""

    pembilang: str = field(metadata=KODE)
    """Pembilang (numerator): kode of the variable above the line."""
    penyebut: str = field(metadata=KODE)
    """Penyebut (denominator): kode of the variable below the line."""
    pengali: Angka = field(
        default=Angka("1"), metadata=positive("bad-pengali", "leave it out for a plain ratio")
    )
    """Pengali (multiplier): for how many of the denominator the ratio is stated."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The two variables."""
        return list_once(self.pembilang, self.penyebut)

    def lower(self) -> Expression:
        """Give the tree: numerator over denominator, times the multiplier if it is not 1."""
        quotient = divide(self.pembilang, self.penyebut)
        if self.pengali.nilai == 1:
            return quotient
        return Multiply((quotient, Constant(self.pengali)))


def _check_per(value: object) -> Angka:
    if not isinstance(value, Angka):
        raise wrong_type(value, "an Angka")
    if _POWER_OF_TEN.fullmatch(value.teks) is None:
        raise FormulaError(
            "bad-per",
            found=value.teks,
            expected="10, 100, 1000 and so on",
            repair='write Angka("1000") for "per 1.000"; a Rasio takes any other multiplier',
        )
    return value


@frozen(kw_only=True)
class Laju:
    """
    Laju (rate): pembilang / penyebut × per, stated per so many of the denominator.

    As in "kematian bayi per 1.000 lahir hidup", "penderita DBD per 100.000
    penduduk" (Lampung) or "grup seni per 10.000 penduduk" (Surakarta). LKj
    Provinsi Lampung 2015 counts 331 in 4.404.700; per cent that is 0,0075.

    >>> from iku.formula import evaluate
    >>> laju = Laju(pembilang="PENDERITA", penyebut="PENDUDUK", per=Angka("100000"))
    >>> evaluate(laju, {"PENDERITA": 331, "PENDUDUK": 4404700}).trace
    '331 / 4.404.700 × 100.000 = 7,51 per 100.000'

    Raises:
        FormulaError: `bad-per` when `per` is no power of ten from 10.
    """

    tipe: ClassVar[str] = "laju"
    """The tag on the wire."""

    pembilang: str = field(metadata=KODE)
    """Pembilang (numerator): kode of what is counted."""
    penyebut: str = field(metadata=KODE)
    """Penyebut (denominator): kode of what it is counted among."""
    per: Angka = field(metadata=checked(_check_per))
    """Per: how many of the denominator the rate is stated for."""

    @property
    def satuan(self) -> str:
        """The unit of its values, as in "per 1.000"."""
        return f"per {format_angka(self.per)}"

    @property
    def variables(self) -> tuple[str, ...]:
        """The two variables."""
        return list_once(self.pembilang, self.penyebut)

    def lower(self) -> Expression:
        """Give the tree: numerator over denominator, times what it is stated per."""
        return Multiply((divide(self.pembilang, self.penyebut), Constant(self.per)))
