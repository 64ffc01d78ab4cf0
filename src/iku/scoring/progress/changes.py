"""
Perubahan: a value against that of the year before, and the trend that makes.

A change is in the unit of the indicator, in percentage points (poin persen), or
in per cent of the earlier value; each has its own place, so none is taken for
another.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import many, one, optional
from iku.angka import Angka
from iku.domain.periode import Periode
from iku.domain.satuan import JenisSatuan, Satuan
from iku.errors import IkuError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, check_language
from iku.formula.evaluation.arithmetic import compute, to_fraction
from iku.formula.evaluation.hasil import Hasil
from iku.formula.evaluation.masukan import take_masukan
from iku.scoring.consolidation.choosing import check_kind
from iku.scoring.consolidation.joining import write_belum_ada
from iku.tree import Constant, Divide, Expression, Multiply, Subtract, Variable, collect_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.typing import Language

POIN: Final = Satuan("poin persen")
"""The unit of a difference of percentages."""
_PERSEN: Final = Satuan("%")
_HUNDRED: Final = Constant(Angka("100"))
_KINI: Final = Variable("kini")
_LALU: Final = Variable("lalu")
_SELISIH: Final = Subtract(left=_KINI, right=_LALU)
_RELATIF: Final = Multiply((Divide(numerator=_SELISIH, denominator=_LALU), _HUNDRED))
_RELATIVE: Final[dict[Language, str]] = {"id": "relatif", "en": "relative"}
NILAI: Final = one(Angka, Fraction, Alasan)
"""Field metadata: a number that is computed with, or why there is none."""


def make_hasil(
    pohon: Expression, values: Mapping[str, NilaiMasukan], satuan: Satuan | None
) -> Hasil:
    """
    Compute a tree over values and keep both.

    Raises:
        FormulaError: `wrong-type`.
        AngkaError: `number-too-long`.
    """
    masukan = take_masukan(collect_inputs(pohon), values)
    return Hasil(
        formula=None,
        pohon=pohon,
        masukan=masukan,
        jawaban=compute(pohon, masukan),
        satuan=satuan,
    )


def is_persen(satuan: Satuan | None) -> bool:
    """Tell whether values in this unit differ by percentage points."""
    return satuan is not None and satuan.jenis is JenisSatuan.PERSEN


@frozen(kw_only=True)
class Perubahan:
    """
    Perubahan (change): a value against an earlier one, in three measures that never mix.

    Percentages differ by points, everything else by its own unit; in per cent
    of the earlier value both can differ.
    """

    kini: Angka | Fraction | Alasan = field(metadata=NILAI)
    """The present value, or why there is none."""
    lalu: Angka | Fraction | Alasan = field(metadata=NILAI)
    """The earlier value, or why there is none."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of both."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period of the present value, where it is known."""
    periode_lalu: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period of the earlier value, where it is known."""
    selisih: Hasil | None = field(metadata=optional(one(Hasil)))
    """Selisih (difference) in the unit of the values; None for percentages."""
    poin: Hasil | None = field(metadata=optional(one(Hasil)))
    """Poin persen (percentage points): the difference of percentages; None for all else."""
    relatif: Hasil = field(metadata=one(Hasil))
    """The change in per cent of the earlier value, where that is above zero."""
    belum_ada: tuple[Periode, ...] = field(default=(), metadata=many(Periode))
    """Belum ada (missing): the parts that either value was made without."""

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the difference and the relative change with their numbers, and what is missing.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        absolute = self.selisih or self.poin
        texts = [] if absolute is None else [absolute.explain(language, digits=digits)]
        if absolute is None or absolute.eksak is not None:
            relative = self.relatif.explain(language, digits=digits)
            texts.append(f"{_RELATIVE[language]}: {relative}")
        return "; ".join([*texts, *write_belum_ada(self.belum_ada, language)])

    def verify(self) -> bool:
        """Recompute from the recorded values and tell whether everything still agrees."""
        return (self.selisih, self.poin, self.relatif) == _measure(
            self.kini, self.lalu, self.satuan
        )


def _measure(
    kini: Angka | Fraction | Alasan, lalu: Angka | Fraction | Alasan, satuan: Satuan | None
) -> tuple[Hasil | None, Hasil | None, Hasil]:
    persen = is_persen(satuan)
    difference = make_hasil(_SELISIH, {"kini": kini, "lalu": lalu}, POIN if persen else satuan)
    negative = not isinstance(lalu, Alasan) and to_fraction(lalu) < 0
    base = blame(KodeAlasan.DASAR_NEGATIF, "lalu") if negative else lalu
    relative = make_hasil(_RELATIF, {"kini": kini, "lalu": base}, _PERSEN)
    return (None, difference, relative) if persen else (difference, None, relative)


def compute_perubahan(
    kini: NilaiMasukan, lalu: NilaiMasukan, *, satuan: Satuan | None = None
) -> Perubahan:
    """
    Compare a value with an earlier one.

    IPM 72,91 after 72,29:

    >>> compute_perubahan(Angka("72.91"), Angka("72.29")).trace
    '72,91 − 72,29 = 0,62; relatif: (72,91 − 72,29) / 72,29 × 100% = 0,86%'
    >>> compute_perubahan(55, 50, satuan=Satuan("persen")).trace
    '55 − 50 = 5 poin persen; relatif: (55 − 50) / 50 × 100% = 10%'

    Raises:
        FormulaError: `wrong-type`, for a value that is no exact number.
        DomainError: `wrong-type`.
        AngkaError: `number-too-long`.
    """
    if satuan is not None:
        check_kind(satuan, Satuan, "satuan")
    given = {"kini": kini, "lalu": lalu}
    try:
        now, before = take_masukan((_KINI, _LALU), given)
    except IkuError as error:
        # They are arguments here, not entries of a mapping.
        error.location = error.location[1:]
        raise
    selisih, poin, relatif = _measure(now.nilai, before.nilai, satuan)
    return Perubahan(
        kini=now.nilai,
        lalu=before.nilai,
        satuan=satuan,
        selisih=selisih,
        poin=poin,
        relatif=relatif,
    )
