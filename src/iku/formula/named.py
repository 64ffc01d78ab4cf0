"""Named formulas: the shapes that documents use again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, check_kode, wrong_type
from iku.angka import Angka
from iku.errors import FormulaError, IkuError
from iku.tree import Add, Constant, Divide, Multiply, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.tree import Expression

_HUNDRED: Final = Constant(Angka("100"))


@frozen(kw_only=True)
class Persentase:
    """
    Persentase (percentage): pembilang / penyebut × 100%.

    The most common formula of all, as in "jumlah koperasi berkinerja baik /
    jumlah koperasi × 100%" (Kabupaten Jombang 2022: 83 of 852 is 9,7%).

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
        return _list_once(self.pembilang, self.penyebut)

    def lower(self) -> Expression:
        """Give the tree: numerator over denominator, times 100."""
        return Multiply((_divide(self.pembilang, self.penyebut), _HUNDRED))


def _check_pengali(value: object) -> Angka:
    if not isinstance(value, Angka):
        raise wrong_type(value, "an Angka")
    if value.nilai <= 0:
        raise FormulaError(
            "bad-pengali",
            found=value.teks,
            expected="a number above zero",
            repair='leave it out for a plain ratio, or write Angka("1000") for a rate per 1.000',
        )
    return value


@frozen(kw_only=True)
class Rasio:
    """
    Rasio (ratio): pembilang / penyebut × pengali.

    With a pengali it is a rate, as in "kematian bayi per 1.000 lahir hidup".

    >>> from iku.formula import evaluate
    >>> rasio = Rasio(pembilang="KEMATIAN", penyebut="LAHIR_HIDUP", pengali=Angka("1000"))
    >>> evaluate(rasio, {"KEMATIAN": 30, "LAHIR_HIDUP": 4000}).trace
    '30 / 4.000 × 1.000 = 7,5'

    Raises:
        FormulaError: `bad-pengali` when the multiplier is zero or negative.
    """

    tipe: ClassVar[str] = "rasio"
    """The tag on the wire."""

    pembilang: str = field(metadata=KODE)
    """Pembilang (numerator): kode of the variable above the line."""
    penyebut: str = field(metadata=KODE)
    """Penyebut (denominator): kode of the variable below the line."""
    pengali: Angka = field(default=Angka("1"), metadata=checked(_check_pengali))
    """Pengali (multiplier): for how many of the denominator the ratio is stated."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The two variables."""
        return _list_once(self.pembilang, self.penyebut)

    def lower(self) -> Expression:
        """Give the tree: numerator over denominator, times the multiplier if it is not 1."""
        quotient = _divide(self.pembilang, self.penyebut)
        if self.pengali.nilai == 1:
            return quotient
        return Multiply((quotient, Constant(self.pengali)))


def _check_suku(value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple | list):
        raise wrong_type(value, "a tuple of kode")
    suku: dict[str, None] = {}  # a list would be searched again for each of thousands
    for index, item in enumerate(cast("Sequence[object]", value)):
        try:
            kode = check_kode(item)
        except IkuError as error:
            raise error.under(index) from None
        if kode in suku:
            raise FormulaError(
                "duplicate-suku",
                found=f"{kode!a} twice",
                expected="each variable once",
                repair='write a multiple as an expression: iku.parse_formula("2 * A + B")',
                location=(index,),
            )
        suku[kode] = None
    if not 0 < len(suku) <= MAXIMUM_SUKU:
        raise FormulaError(
            "bad-suku",
            found=f"{len(suku)} variables",
            expected=f"1 to {MAXIMUM_SUKU}",
            repair="name the variables to add; sum very many of them as a variable of its own",
        )
    return tuple(suku)


MAXIMUM_SUKU: Final = 500
"""No Jumlah has more terms; with the sum itself they stay within the limit of a tree."""


@frozen(kw_only=True)
class Jumlah:
    """
    Jumlah (sum): the variables added up.

    With one variable it is a plain count, as in "koperasi yang telah dinilai
    kesehatannya dijumlahkan". No variable is counted twice.

    >>> from iku.formula import evaluate
    >>> evaluate(Jumlah(suku=("KSP", "USP")), {"KSP": 12, "USP": 30}).trace
    '12 + 30 = 42'

    Raises:
        FormulaError: `duplicate-suku` or `bad-suku`.
    """

    tipe: ClassVar[str] = "jumlah"
    """The tag on the wire."""

    suku: tuple[str, ...] = field(metadata=checked(_check_suku))
    """Suku (terms): kode of the variables to add, at least one."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The terms."""
        return self.suku

    def lower(self) -> Expression:
        """Give the tree: the sum, or the variable itself where there is only one."""
        terms = tuple(Variable(kode) for kode in self.suku)
        return terms[0] if len(terms) == 1 else Add(terms)


def _divide(pembilang: str, penyebut: str) -> Divide:
    return Divide(numerator=Variable(pembilang), denominator=Variable(penyebut))


def _list_once(*kode: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kode))
