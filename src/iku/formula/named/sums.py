"""Variables joined without weights: Jumlah, Selisih, RataRata."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE
from iku.formula.named._terms import MAXIMUM_SUKU, list_once, suku
from iku.tree import Add, Mean, Subtract, Variable

if TYPE_CHECKING:
    from iku.tree import Expression


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

    suku: tuple[str, ...] = field(metadata=suku(MAXIMUM_SUKU))
    """Suku (terms): kode of the variables to add, at least one."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The terms."""
        return self.suku

    def lower(self) -> Expression:
        """Give the tree: the sum, or the variable itself where there is only one."""
        terms = tuple(Variable(kode) for kode in self.suku)
        return terms[0] if len(terms) == 1 else Add(terms)


@frozen(kw_only=True)
class Selisih:
    """
    Selisih (difference): dikurangi − pengurang.

    A change in points is one, which documents like to confuse with a change in
    per cent (`Pertumbuhan`): the IPM of Indonesia went from 72,29 to 72,91,
    "0,62 poin atau 0,86%".

    >>> from iku.angka import Angka
    >>> from iku.formula import evaluate
    >>> poin = Selisih(dikurangi="IPM", pengurang="IPM_LALU")
    >>> evaluate(poin, {"IPM": Angka("72.91"), "IPM_LALU": Angka("72.29")}).trace
    '72,91 − 72,29 = 0,62'
    """

    tipe: ClassVar[str] = "selisih"
    """The tag on the wire."""

    dikurangi: str = field(metadata=KODE)
    """Dikurangi (minuend): kode of the variable that is subtracted from."""
    pengurang: str = field(metadata=KODE)
    """Pengurang (subtrahend): kode of the variable that is subtracted."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The two variables."""
        return list_once(self.dikurangi, self.pengurang)

    def lower(self) -> Expression:
        """Give the tree: the one less the other."""
        return Subtract(left=Variable(self.dikurangi), right=Variable(self.pengurang))


@frozen(kw_only=True)
class RataRata:
    """
    Rata-rata (mean): the sum of the variables over their number.

    As in the IGG of Kabupaten Sidoarjo, "1/8 (IPi1 + ... + IPi8)",
    or a koperasi whose health is judged by three years together.

    >>> from iku.angka import Angka
    >>> from iku.formula import evaluate
    >>> rata = RataRata(suku=("TAHUN_1", "TAHUN_2", "TAHUN_3"))
    >>> skor = {"TAHUN_1": "67.70", "TAHUN_2": "62.45", "TAHUN_3": "67.80"}
    >>> evaluate(rata, {kode: Angka(teks) for kode, teks in skor.items()}).trace
    'rata-rata(67,70; 62,45; 67,80) = 65,98'

    Raises:
        FormulaError: `duplicate-suku` or `bad-suku`.
    """

    tipe: ClassVar[str] = "rata_rata"
    """The tag on the wire."""

    suku: tuple[str, ...] = field(metadata=suku(MAXIMUM_SUKU))
    """Suku (terms): kode of the variables to average, at least one."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The terms."""
        return self.suku

    def lower(self) -> Expression:
        """Give the tree: the mean of the variables."""
        return Mean(tuple(Variable(kode) for kode in self.suku))
