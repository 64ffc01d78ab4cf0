"""
The formulas of a document as trees over what is measured, and over nothing else.

Where a formula names another indicator, the tree of that one is put in its
place, so that nothing is rounded between the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import frozen
from iku.domain.indikator import Indikator
from iku.domain.satuan import Satuan
from iku.errors import IkuError
from iku.formula import Langsung
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.formula.lowering import lower_or_blame, read_satuan
from iku.frames.substituting import replace_inputs, shift_inputs
from iku.tree import Expression, Unlowered, Variable, collect_inputs, collect_variables

if TYPE_CHECKING:
    from iku.domain.dokumen import Dokumen
    from iku.tree import Input
    from iku.typing import Formula

_WITHOUT: Final = Unlowered(
    kode=KodeAlasan.TANPA_RUMUS, message=blame(KodeAlasan.TANPA_RUMUS).pesan
)


@frozen(kw_only=True)
class Rumus:
    """Rumus (formula): what an indicator is computed from, whatever it was written as."""

    tipe: ClassVar[str] = "rumus"
    """A tag, as formulas have; it travels nowhere."""

    pohon: Expression | Unlowered = field()
    """The tree, or why there is none."""

    @property
    def variables(self) -> tuple[str, ...]:
        """What it is computed from."""
        return () if isinstance(self.pohon, Unlowered) else collect_variables(self.pohon)

    def lower(self) -> Expression | Unlowered:
        """Give the tree."""
        return self.pohon


@frozen(kw_only=True)
class Terhitung:
    """Terhitung (computed): an indicator with its formula and the unit of its values."""

    kode: str
    """Kode of the indicator."""
    rumus: Rumus
    """Its formula over what is measured."""
    satuan: Satuan | None
    """The unit of its values."""


def list_terhitung(dokumen: Dokumen) -> list[Terhitung]:
    """
    Give every indicator of a document with a formula over what is measured.

    Raises:
        FormulaError: `formula-too-deep`, `formula-too-large` or `bad-steps`, where formulas
            that name each other make a tree beyond the limits.
    """
    whole: dict[str, tuple[Expression | Unlowered, Satuan | None]] = {}
    parts: dict[str, Expression | Unlowered] = {}
    for indikator in dokumen.walk(Indikator):
        pohon, satuan = _lower_indikator(indikator)
        whole[indikator.kode] = pohon, satuan
        parts[indikator.kode] = pohon
        for penjelasan in indikator.penjelasan:
            if penjelasan.kode is not None:
                only = len(indikator.penjelasan) == 1 and indikator.penggabungan is None
                parts[penjelasan.kode] = (
                    pohon if only else _lower(penjelasan.formula, penjelasan.kode)
                )
    known: dict[str, Expression | Unlowered] = {}
    return [
        Terhitung(kode=kode, rumus=Rumus(pohon=_expand(kode, parts, known)), satuan=satuan)
        for kode, (_, satuan) in whole.items()
    ]


def _lower_indikator(indikator: Indikator) -> tuple[Expression | Unlowered, Satuan | None]:
    formula, satuan = indikator.formula, indikator.satuan
    if len(indikator.penjelasan) == 1 and indikator.penggabungan is None:
        satuan = indikator.penjelasan[0].satuan or satuan
    elif indikator.penggabungan is None and indikator.penjelasan:
        kode = tuple(each.kode for each in indikator.penjelasan if each.kode is not None)
        alasan = blame(KodeAlasan.TANPA_PENGGABUNGAN, *kode)
        return Unlowered(kode=alasan.kode, message=alasan.pesan, variables=kode), satuan
    pohon = _lower(formula, indikator.kode)
    if formula is None or (isinstance(pohon, Unlowered) and pohon.kode == KodeAlasan.PLUGIN_GAGAL):
        return pohon, satuan
    return pohon, read_satuan(formula) or satuan


def _lower(formula: Formula | None, kode: str) -> Expression | Unlowered:
    if formula is None:
        return _WITHOUT
    if isinstance(formula, Langsung):
        # What is reported of an indicator is measured under its own kode.
        return Variable(kode)
    return lower_or_blame(formula)


def _expand(
    kode: str,
    parts: dict[str, Expression | Unlowered],
    known: dict[str, Expression | Unlowered],
) -> Expression | Unlowered:
    if kode in known:
        return known[kode]
    pohon = parts[kode]
    if not isinstance(pohon, Unlowered) and pohon != Variable(kode):
        pohon = _put_together(kode, pohon, parts, known)
    known[kode] = pohon
    return pohon


def _put_together(
    kode: str,
    pohon: Expression,
    parts: dict[str, Expression | Unlowered],
    known: dict[str, Expression | Unlowered],
) -> Expression | Unlowered:
    needed: dict[str, Expression] = {}
    for node in collect_inputs(pohon):
        if node.kode in parts:
            part = _expand(node.kode, parts, known)
            if isinstance(part, Unlowered):
                # Without one of its parts it has no value either, for the same reason.
                return part
            needed[node.kode] = part

    def replace(node: Input) -> Expression:
        return shift_inputs(needed[node.kode], node.steps) if node.kode in needed else node

    try:
        return replace_inputs(pohon, replace)
    except IkuError as error:
        raise error.under("dokumen", kode) from None
