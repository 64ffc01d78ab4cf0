"""Every indicator of a document, computed from the figures that the document holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku._checks import quote_kinds, wrong_type
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator
from iku.domain.periode import Periode
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.formula.evaluation.masukan import Masukan, take_nilai
from iku.formula.evaluation.seri import Seri, resolve_periode, take_source
from iku.formula.evaluation.together import Part, compute_together
from iku.formula.lowering import lower_or_blame
from iku.formula.uncomputed import Langsung
from iku.tree import Unlowered, Variable

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.domain.penjelasan import Penjelasan
    from iku.domain.satuan import Satuan
    from iku.domain.target import Realisasi
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.formula.evaluation.together import KumpulanHasil
    from iku.typing import Formula


def evaluate_dokumen(
    dokumen: Dokumen, periode: Periode, *, sumber: PilihanSumber = ()
) -> KumpulanHasil:
    """
    Compute every Indikator and Penjelasan of a document for a period, by kode.

    Formulas take the figures of `dokumen.data`, and the results of other
    Indikator and Penjelasan where they name their kode; shared parts are
    computed once. An Indikator whose formula is `Langsung` has the value that
    its Realisasi of the period reports; any other is computed, whatever was
    reported. Several Penjelasan without `penggabungan` make no value of the
    Indikator, and the reason says so.

    `sumber` says whose figure to take where several sources have one.

    >>> from iku.angka import Angka
    >>> from iku.domain import Data, JenisDokumen, Penjelasan, Variabel
    >>> from iku.formula import Persentase
    >>> baik = Penjelasan(formula=Persentase(pembilang="BAIK", penyebut="KOPERASI"))
    >>> dokumen = Dokumen(
    ...     jenis=JenisDokumen.IKU,
    ...     judul="IKU",
    ...     indikator=(Indikator(kode="S1.1", nama="Koperasi baik", penjelasan=(baik,)),),
    ...     variabel=(Variabel(kode="BAIK", nama="Baik"), Variabel(kode="KOPERASI", nama="Semua")),
    ...     data=(
    ...         Data(variabel="BAIK", periode=Periode.tahunan(2022), nilai=Angka("83")),
    ...         Data(variabel="KOPERASI", periode=Periode.tahunan(2022), nilai=Angka("852")),
    ...     ),
    ... )
    >>> evaluate_dokumen(dokumen, Periode.tahunan(2022))["S1.1"].trace
    '83 / 852 × 100% = 9,74%'

    Raises:
        FormulaError: `several-sources`: several sources have a figure for one
            variable and period, and `sumber` names none of them.
        DomainError: `wrong-type`, or `bad-periode` for a year beyond the plan.
    """
    _require(dokumen, Dokumen, "dokumen")
    _require(periode, Periode, "periode")
    seri = Seri.from_dokumen(dokumen, sumber=sumber)
    parts: dict[str, Part] = {}
    for indikator in dokumen.walk(Indikator):
        parts.update(_list_parts(indikator, dokumen.periode, sumber))
    return compute_together(parts, seri, resolve_periode(periode, dokumen.periode))


def _require(value: object, kind: type, name: str) -> None:
    if not isinstance(value, kind):
        raise wrong_type(value, quote_kinds(kind)).under(name)


def _list_parts(
    indikator: Indikator, rencana: Periode | None, sumber: PilihanSumber
) -> dict[str, Part]:
    """Make the parts of an Indikator: itself, and each Penjelasan that has a kode."""
    reported = _read_reported(indikator, rencana, sumber)
    if len(indikator.penjelasan) == 1 and indikator.penggabungan is None:
        (only,) = indikator.penjelasan
        whole = _make_part(only.formula, only.satuan or indikator.satuan, reported)
        return {indikator.kode: whole} | ({} if only.kode is None else {only.kode: whole})
    parts = {
        penjelasan.kode: _make_part(penjelasan.formula, penjelasan.satuan)
        for penjelasan in indikator.penjelasan
        if penjelasan.kode is not None
    }
    if indikator.penggabungan is None and indikator.penjelasan:
        whole = _make_uncombined(indikator.penjelasan, indikator.satuan)
    else:
        whole = _make_part(indikator.penggabungan, indikator.satuan, reported)
    return {indikator.kode: whole} | parts


def _make_part(
    formula: Formula | None,
    satuan: Satuan | None,
    reported: Callable[[Periode | None], Masukan] | None = None,
) -> Part:
    if formula is None:
        missing = Unlowered(
            kode=KodeAlasan.TANPA_RUMUS, message=blame(KodeAlasan.TANPA_RUMUS).pesan
        )
        return Part(None, pohon=missing, satuan=satuan)
    return Part(
        formula,
        pohon=lower_or_blame(formula),
        satuan=satuan,
        reported=reported if isinstance(formula, Langsung) else None,
    )


def _make_uncombined(penjelasan: tuple[Penjelasan, ...], satuan: Satuan | None) -> Part:
    kode = tuple(part.kode for part in penjelasan if part.kode is not None)
    alasan = blame(KodeAlasan.TANPA_PENGGABUNGAN, *kode)
    pohon = Unlowered(kode=alasan.kode, message=alasan.pesan, variables=kode)
    return Part(None, pohon=pohon, satuan=satuan)


def _read_reported(
    indikator: Indikator, rencana: Periode | None, sumber: PilihanSumber
) -> Callable[[Periode | None], Masukan]:
    """Make the function that finds what was reported of an Indikator for a period."""

    def find(periode: Periode | None) -> Masukan:
        rows: list[Realisasi] = [
            row for row in indikator.realisasi if resolve_periode(row.periode, rencana) == periode
        ]
        nilai = take_source(indikator.kode, rows, sumber).nilai if rows else None
        kode = indikator.kode
        return Masukan(variabel=kode, nilai=take_nilai(Variable(kode), {kode: nilai}, periode))

    return find
