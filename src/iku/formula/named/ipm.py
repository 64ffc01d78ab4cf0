"""IPM: the human development index as BPS computes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE, one
from iku.domain.nilai import Rentang
from iku.formula.named._terms import ACUAN, HUNDRED, list_once, refuse_acuan, scale_between
from iku.tree import Constant, GeometricMean, Log, Mean, Multiply, Variable

if TYPE_CHECKING:
    from iku.tree import Expression


@frozen(kw_only=True)
class AcuanIPM:
    """
    Acuan IPM (reference bounds of the IPM): what counts as 0 and as 1 in each dimension.

    Raises:
        FormulaError: `bad-acuan` when bounds are one number, or those of the
            expenditure have no logarithm.
    """

    umur_harapan_hidup: Rentang = field(metadata=ACUAN)
    """Bounds of the life expectancy, in years."""
    harapan_lama_sekolah: Rentang = field(metadata=ACUAN)
    """Bounds of the expected years of schooling."""
    rata_rata_lama_sekolah: Rentang = field(metadata=ACUAN)
    """Bounds of the mean years of schooling."""
    pengeluaran_per_kapita: Rentang = field(metadata=ACUAN)
    """Bounds of the expenditure, in rupiah a year."""

    def __attrs_post_init__(self) -> None:
        """Refuse bounds without a logarithm."""
        if self.pengeluaran_per_kapita.bawah.nilai <= 0:
            raise refuse_acuan(self.pengeluaran_per_kapita, "bounds above zero").under(
                "pengeluaran_per_kapita"
            )


@frozen(kw_only=True)
class IPM:
    """
    Indeks Pembangunan Manusia (human development index), by the method of BPS since 2014.

    The geometric mean of health, education and expenditure, times 100; figures
    from before 2010 are arithmetic and cannot be compared. Education is the
    mean of its two parts, expenditure is measured by its logarithm. The bounds
    are a parameter without default; `iku.regulations` has those that reproduce
    what BPS publishes, as here for Indonesia in 2022.

    A dimension above its bounds counts as it comes out, as more than 1; below them there
    is no geometric mean, and the reason says so. No text of BPS that cuts a dimension at
    1 was found, and no published figure needs it. Whoever has to cut says so in the
    formula, with `minimum` in an `Ekspresi`.

    >>> from iku.angka import Angka
    >>> from iku.formula import evaluate
    >>> from iku.regulations.bps_ipm import ACUAN_IPM
    >>> ipm = IPM(
    ...     umur_harapan_hidup="UHH",
    ...     harapan_lama_sekolah="HLS",
    ...     rata_rata_lama_sekolah="RLS",
    ...     pengeluaran_per_kapita="PENGELUARAN",
    ...     acuan=ACUAN_IPM.isi,
    ... )
    >>> data = {"UHH": "71.85", "HLS": "13.10", "RLS": "8.69", "PENGELUARAN": "11479000"}
    >>> evaluate(ipm, {kode: Angka(teks) for kode, teks in data.items()}).round(2)
    Decimal('72.91')
    """

    tipe: ClassVar[str] = "ipm"
    """The tag on the wire."""

    umur_harapan_hidup: str = field(metadata=KODE)
    """Umur harapan hidup (life expectancy at birth): kode of the variable, in years."""
    harapan_lama_sekolah: str = field(metadata=KODE)
    """Harapan lama sekolah (expected years of schooling): kode of the variable."""
    rata_rata_lama_sekolah: str = field(metadata=KODE)
    """Rata-rata lama sekolah (mean years of schooling): kode of the variable."""
    pengeluaran_per_kapita: str = field(metadata=KODE)
    """Pengeluaran per kapita yang disesuaikan (adjusted expenditure): its kode, in rupiah."""
    acuan: AcuanIPM = field(metadata=one(AcuanIPM))
    """Acuan (reference bounds) of the four variables."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The four variables."""
        return list_once(
            self.umur_harapan_hidup,
            self.harapan_lama_sekolah,
            self.rata_rata_lama_sekolah,
            self.pengeluaran_per_kapita,
        )

    def lower(self) -> Expression:
        """Give the tree: the geometric mean of the three dimensions, times 100."""
        acuan = self.acuan
        health = _scale(self.umur_harapan_hidup, acuan.umur_harapan_hidup)
        education = Mean(
            (
                _scale(self.harapan_lama_sekolah, acuan.harapan_lama_sekolah),
                _scale(self.rata_rata_lama_sekolah, acuan.rata_rata_lama_sekolah),
            )
        )
        expenditure = scale_between(
            Log(Variable(self.pengeluaran_per_kapita)),
            Log(Constant(acuan.pengeluaran_per_kapita.bawah)),
            Log(Constant(acuan.pengeluaran_per_kapita.atas)),
        )
        return Multiply((GeometricMean((health, education, expenditure)), HUNDRED))


def _scale(kode: str, acuan: Rentang) -> Expression:
    return scale_between(Variable(kode), Constant(acuan.bawah), Constant(acuan.atas))
