"""From formula and data to Hasil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.formula.evaluation.hasil import Hasil, compute_formula
from iku.formula.evaluation.masukan import SumberMasukan, take_masukan
from iku.formula.lowering import find_inputs, lower_formula, read_satuan

if TYPE_CHECKING:
    from iku.domain.periode import Periode
    from iku.typing import Formula


def evaluate(formula: Formula, data: SumberMasukan, *, periode: Periode | None = None) -> Hasil:
    """
    Compute a formula exactly from its variables.

    `data` gives each variable a number (`Angka`, int or Decimal), a `Kosong`
    with its reason, or nothing; or it is a `Seri`, of which the figures of
    `periode` are used, and those before it where the formula looks back. A
    value that is absent, in whatever way, makes the result absent, with the
    reason; no exception and never zero. Variables that the formula does not
    name are ignored.

    >>> from iku.angka import Angka
    >>> from iku.formula import Persentase
    >>> kontribusi = Persentase(pembilang="NTB", penyebut="PDRB")
    >>> evaluate(kontribusi, {"NTB": Angka("1200"), "PDRB": Angka("80000")}).nilai
    Decimal('1.5')
    >>> evaluate(kontribusi, {"NTB": 1200}).alasan.pesan
    'data PDRB tidak tersedia'

    Raises:
        FormulaError: `wrong-type`: `formula` is none, or a value is no exact
            number; float is never taken.
        AngkaError: `number-too-long`.
        PluginError: `plugin-failed`: the formula comes from a plug-in that does
            not lower as it should.
    """
    pohon = lower_formula(formula)
    masukan = take_masukan(find_inputs(formula, pohon), data, periode)
    return Hasil(
        formula=formula,
        pohon=pohon,
        masukan=masukan,
        jawaban=compute_formula(formula, pohon, masukan),
        satuan=read_satuan(formula),
        periode=periode,
    )
