"""
Hasil: the outcome of a computation, with everything needed to check it.

It keeps the tree, the inputs and the exact value, so that it can be recomputed
and explained later, by somebody else.
"""

from __future__ import annotations

from typing import Final

from attrs import field

from iku._attrs import frozen
from iku._checks import one, optional
from iku.angka import Angka, round_half_up
from iku.domain.nilai import Kosong, SebabKosong
from iku.domain.periode import Periode
from iku.domain.satuan import Satuan
from iku.domain.target import Realisasi
from iku.errors import FormulaError, PluginError, quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import Jawaban, compute, to_fraction
from iku.formula.evaluation.computed import JAWABAN, MASUKAN, Computed
from iku.formula.evaluation.masukan import Masukan
from iku.formula.evaluation.plugin import evaluate_alone
from iku.formula.lowering import find_inputs, is_evaluating, lower_or_blame, read_satuan
from iku.formula.uncomputed import Langsung
from iku.tree import Expression, Unlowered
from iku.typing import Formula

_UNDEFINED: Final = frozenset(
    {
        KodeAlasan.PEMBAGI_NOL,
        KodeAlasan.NOL_PANGKAT_NOL,
        KodeAlasan.LOGARITMA_TAK_ADA,
        KodeAlasan.AKAR_NEGATIF,
    }
)
"""Reasons for which there is no such value, whatever else is reported."""


def compute_formula(
    formula: Formula | None, pohon: Expression | Unlowered, masukan: tuple[Masukan, ...]
) -> Jawaban:
    """
    Compute a formula from its tree and inputs.

    What is reported directly is taken as it was reported, where it was; a formula
    without tree that computes itself is asked for its value.

    Raises:
        PluginError: `plugin-failed`.
    """
    if isinstance(formula, Langsung) and masukan:
        reported = masukan[0].nilai
        return reported if isinstance(reported, Alasan) else to_fraction(reported)
    if is_evaluating(formula, pohon):
        return evaluate_alone(formula, masukan)
    return compute(pohon, masukan)


def compute_or_blame(
    formula: Formula | None, pohon: Expression | Unlowered, masukan: tuple[Masukan, ...]
) -> Jawaban:
    """Compute a formula; a plug-in that fails is the reason why there is no value."""
    try:
        return compute_formula(formula, pohon, masukan)
    except PluginError:
        return blame(KodeAlasan.PLUGIN_GAGAL, keterangan=quote(getattr(formula, "tipe", None)))


@frozen(kw_only=True)
class Hasil(Computed):
    """
    Hasil (result): what a formula gave, as a value or as the reason why there is none.

    >>> from iku.formula import Persentase, evaluate
    >>> hasil = evaluate(
    ...     Persentase(pembilang="NTB", penyebut="PDRB"), {"NTB": 1200, "PDRB": 80000}
    ... )
    >>> hasil.trace
    '1.200 / 80.000 × 100% = 1,5%'
    >>> hasil.round(2), hasil.verify()
    (Decimal('1.50'), True)
    """

    formula: Formula | None
    """The formula that was evaluated; None where a document gives none."""
    pohon: Expression | Unlowered
    """The tree it lowered to, or why it has none."""
    masukan: tuple[Masukan, ...] = field(metadata=MASUKAN)
    """The inputs that were used, in order of appearance in the formula."""
    jawaban: Jawaban = field(metadata=JAWABAN)
    """The exact value, or the reason why there is none."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value, where the formula or the document decides it."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period the value belongs to, where the caller said so."""

    def verify(self) -> bool:
        """Recompute from the recorded inputs and tell whether everything still agrees."""
        if self.formula is not None and self.pohon != lower_or_blame(self.formula):
            return False
        try:
            recorded = self._has_own_satuan() and self._has_own_inputs()
        except PluginError:
            # It lowered a moment ago; what answers differently each time agrees with nothing.
            return False
        return recorded and (
            compute_or_blame(self.formula, self.pohon, self.masukan) == self.jawaban
        )

    def _has_own_satuan(self) -> bool:
        """Tell whether the unit is the one that the formula gives its values, if it gives any."""
        failed = isinstance(self.pohon, Unlowered) and self.pohon.kode == KodeAlasan.PLUGIN_GAGAL
        own = None if self.formula is None or failed else read_satuan(self.formula)
        return own is None or own == self.satuan

    def _has_own_inputs(self) -> bool:
        """Tell whether the inputs are those of the formula, each once and in its order."""
        given = [(each.variabel, each.lalu) for each in self.masukan]
        if isinstance(self.formula, Langsung):
            # What was reported stands under the kode of whatever it was reported for.
            return not given or (len(given) == 1 and given[0][1] == 0)
        needed = find_inputs(self.formula, self.pohon)
        return given == [(node.kode, node.steps) for node in needed]

    def to_realisasi(
        self, *, digits: int, periode: Periode | None = None, sumber: str | None = None
    ) -> Realisasi:
        """
        Make the Realisasi that stores this result, rounded half-up to `digits` decimals.

        Where there is no value, the Realisasi says why.

        >>> from iku.formula import Persentase, evaluate
        >>> hasil = evaluate(Persentase(pembilang="A", penyebut="B"), {"A": 83, "B": 852})
        >>> hasil.to_realisasi(digits=2, periode=Periode.tahunan(2022)).nilai
        Angka(teks='9.74')

        Raises:
            FormulaError: `no-periode`: neither the result nor the caller says which.
            AngkaError: `bad-digits`, or `number-too-long` for more decimals than
                an `Angka` holds.
        """
        belongs = periode or self.periode
        if belongs is None:
            raise FormulaError(
                "no-periode",
                found="a result of no period",
                expected="the period that the Realisasi is for",
                repair="say it here, periode=Periode.tahunan(2023), or when evaluating",
            )
        if isinstance(self.jawaban, Alasan):
            return Realisasi(periode=belongs, nilai=_to_kosong(self.jawaban), sumber=sumber)
        rounded = Angka(round_half_up(self.jawaban, digits))
        return Realisasi(periode=belongs, nilai=rounded, sumber=sumber)


def _to_kosong(alasan: Alasan) -> Kosong:
    """Say in a document why there is no value, in its four words for absence."""
    if alasan.kode in {sebab.value for sebab in SebabKosong}:
        sebab = SebabKosong(alasan.kode)
    elif alasan.kode in _UNDEFINED:
        sebab = SebabKosong.TIDAK_BERLAKU
    else:
        sebab = SebabKosong.TIDAK_DICANTUMKAN
    return Kosong(sebab=sebab, keterangan=alasan.pesan)
