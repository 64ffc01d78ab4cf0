"""
Konsolidasi: how the parts of a period make the whole.

Zero is a figure and counts. What is missing does not, and is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field

from iku._attrs import frozen
from iku._checks import choice, many, one, optional, to_tuple, wrong_type
from iku.angka import Angka
from iku.domain.indikator import Konsolidasi
from iku.domain.periode import Periode
from iku.domain.satuan import Satuan
from iku.domain.target import Realisasi, Target
from iku.errors import DomainError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import Jawaban, compute
from iku.formula.evaluation.computed import JAWABAN, MASUKAN, Computed
from iku.formula.evaluation.masukan import Masukan
from iku.scoring.consolidation.choosing import (
    B,
    blame_sources,
    check_kind,
    check_sumber,
    take_choice,
)
from iku.scoring.consolidation.disagreement import Perbedaan, find_perbedaan
from iku.scoring.consolidation.parts import (
    collect_parts,
    find_beside,
    find_missing,
    find_series,
)
from iku.scoring.sentences import NilaiDipakai, write_nilai
from iku.tree import Add, Expression, Mean, Unlowered, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.formula.evaluation.seri import PilihanSumber
    from iku.scoring.consolidation.parts import Part, Series
    from iku.typing import Language

_MISSING: Final[dict[Language, str]] = {"id": "belum ada", "en": "missing"}


@frozen(kw_only=True)
class HasilKonsolidasi(Computed):
    """
    Hasil konsolidasi (consolidated value): what the parts of a period make together.

    Its value is exact, and its trace shows the parts; those that are missing
    are listed in `belum_ada`.
    """

    periode: Periode = field(metadata=one(Periode))
    """The whole period."""
    konsolidasi: Konsolidasi | None = field(metadata=optional(choice(Konsolidasi)))
    """How the parts are joined; None where nothing says."""
    bagian: tuple[Target | Realisasi, ...] = field(metadata=many(Target, Realisasi))
    """The parts that have a value, in order of time."""
    kumulatif: bool
    """Whether they are running totals, of which only the last counts."""
    belum_ada: tuple[Periode, ...] = field(default=(), metadata=many(Periode))
    """The parts that the period has and the series has not."""
    perbedaan: tuple[Perbedaan, ...] = field(default=(), metadata=many(Perbedaan))
    """Figures that stand beside the parts and disagree with them."""
    pohon: Expression | Unlowered
    """The tree over the parts, each under the name of its period."""
    masukan: tuple[Masukan, ...] = field(metadata=MASUKAN)
    """The parts that were computed with."""
    jawaban: Jawaban = field(metadata=JAWABAN)
    """The exact value, or the reason why there is none."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value."""

    @property
    def isi(self) -> NilaiDipakai:
        """What a capaian rule takes: the value as it is written, a label, or the exact number."""
        if isinstance(self.pohon, Variable):
            return self.bagian[-1].nilai
        return self.jawaban

    @property
    def lengkap(self) -> bool:
        """Whether no part is missing."""
        return not isinstance(self.pohon, Unlowered) and not self.belum_ada

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the computation with its parts, and list those that are missing.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        sentence = Computed.explain(self, language, digits=digits)
        if isinstance(self.pohon, Variable):
            sentence = write_nilai(self.isi, digits, self.satuan)
        notes = [each.explain(language, digits=digits) for each in self.perbedaan]
        return "; ".join([sentence, *write_belum_ada(self.belum_ada, language), *notes])

    def verify(self) -> bool:
        """Recompute from the recorded parts and tell whether everything still agrees."""
        if isinstance(self.pohon, Unlowered) or self.konsolidasi is None:
            return compute(self.pohon, self.masukan) == self.jawaban
        how = Konsolidasi.TERAKHIR if self.kumulatif else self.konsolidasi
        return bool(self.bagian) and (
            (self.pohon, self.masukan, self.jawaban) == _join(self.bagian, how)
        )


def write_belum_ada(belum_ada: Sequence[Periode], language: Language) -> tuple[str, ...]:
    """Write which parts are missing; nothing where none is."""
    missing = ", ".join(map(str, belum_ada))
    return (f"{_MISSING[language]} {missing}",) if missing else ()


def compute_konsolidasi(
    baris: Iterable[Target | Realisasi],
    *,
    periode: Periode,
    konsolidasi: Konsolidasi | str | None,
    sumber: PilihanSumber | None = None,
    satuan: Satuan | None = None,
) -> HasilKonsolidasi:
    """
    Join what is reported for the parts of a period: sum, mean or last known.

    A figure for the whole period is not looked at. Where parts of several kinds
    stand side by side (quarters, and the semesters that they make up), the
    finest that explains all others is taken, or else the finest that is
    complete, and the others are compared with it. Running totals ("s.d. TW III")
    are never added up: the last one is the value, whatever `konsolidasi` says.
    Kinds of which none is complete and none explains the others, like two
    quarters and a running total of three, are no series, and the reason says
    so. Nor are figures of different sources added up, unless `sumber` names them.

    Kabupaten Polewali Mandar 2022 reports 1 and 0 for the first two quarters,
    nothing for the third and 2 for the fourth, and counts 3:

    >>> tahun = {1: 1, 2: 0, 4: 2}
    >>> baris = [
    ...     Realisasi(periode=Periode.triwulan_ke(2022, ke), nilai=Angka(nilai))
    ...     for ke, nilai in tahun.items()
    ... ]
    >>> hasil = compute_konsolidasi(
    ...     baris, periode=Periode.tahunan(2022), konsolidasi=Konsolidasi.JUMLAH
    ... )
    >>> hasil.trace
    '1 + 0 + 2 = 3; belum ada 2022-TW3'

    Raises:
        DomainError: `wrong-type` or `bad-choice`.
    """
    rows = _check_rows(baris)
    check_kind(periode, Periode, "periode")
    how = None
    if konsolidasi is not None:
        how = take_choice(Konsolidasi, konsolidasi, "konsolidasi")
    sources = check_sumber(sumber, "sumber")
    return build_konsolidasi(rows, periode, Lookup(how, sources, _name_rows(rows), satuan))


def _check_rows(baris: object) -> tuple[Target | Realisasi, ...]:
    rows: list[Target | Realisasi] = []
    try:
        for index, row in enumerate(to_tuple(baris, "Realisasi")):
            if not isinstance(row, Target | Realisasi):
                raise wrong_type(row, "a Realisasi or Target").under(index)
            rows.append(row)
    except DomainError as error:
        raise error.under("baris") from None
    return tuple(rows)


def _name_rows(rows: Sequence[Target | Realisasi]) -> str:
    return "target" if rows and isinstance(rows[0], Target) else "realisasi"


class Lookup(NamedTuple):
    """How the value of a period is looked up among rows."""

    konsolidasi: Konsolidasi | None
    """How parts are joined."""
    sumber: tuple[str | None, ...]
    """Whose figures are taken, the preferred source first."""
    variabel: str
    """What reasons call it."""
    satuan: Satuan | None
    """The unit of the value."""


def build_konsolidasi(
    rows: Iterable[Target | Realisasi], periode: Periode, how: Lookup
) -> HasilKonsolidasi:
    """Join the parts of a period among rows whose periods are resolved."""
    parts = collect_parts(rows, periode, how.sumber, how.variabel)
    if isinstance(parts, Alasan):
        return _refuse(periode, how, (), parts)
    bagian = tuple(part.row for part in parts)
    series = find_series(parts, periode)
    if series is None or how.konsolidasi is None:
        mixed = KodeAlasan.BAGIAN_CAMPURAN
        kode = mixed if series is None else KodeAlasan.TANPA_KONSOLIDASI
        return _refuse(periode, how, bagian, blame(kode, how.variabel, keterangan=_list(bagian)))
    joined = Konsolidasi.TERAKHIR if series.running else how.konsolidasi
    taken = tuple(part.row for part in series.parts)
    used = _select(taken, joined)
    if not how.sumber and len({row.sumber for row in used}) > 1:
        return _refuse(periode, how, taken, blame_sources(used, how.variabel))
    pohon, masukan, jawaban = _join(taken, joined)
    return HasilKonsolidasi(
        periode=periode,
        konsolidasi=how.konsolidasi,
        bagian=taken,
        kumulatif=series.running,
        belum_ada=find_missing(series, periode),
        perbedaan=_compare(parts, series, joined),
        pohon=pohon,
        masukan=masukan,
        jawaban=jawaban,
        satuan=how.satuan,
    )


def _list(rows: Sequence[Target | Realisasi]) -> str:
    return ", ".join(str(row.periode) for row in rows)


def _refuse(
    periode: Periode, how: Lookup, bagian: tuple[Target | Realisasi, ...], alasan: Alasan
) -> HasilKonsolidasi:
    pohon = Unlowered(
        kode=alasan.kode,
        message=alasan.pesan,
        variables=alasan.variabel,
        detail=alasan.keterangan,
    )
    return HasilKonsolidasi(
        periode=periode,
        konsolidasi=how.konsolidasi,
        bagian=bagian,
        kumulatif=False,
        pohon=pohon,
        masukan=(),
        jawaban=compute(pohon, ()),
        satuan=how.satuan,
    )


def _select(rows: Sequence[B], how: Konsolidasi) -> Sequence[B]:
    """Select the parts that the value is made of."""
    return rows[-1:] if how is Konsolidasi.TERAKHIR else rows


def _join(
    rows: Sequence[Target | Realisasi], how: Konsolidasi
) -> tuple[Expression, tuple[Masukan, ...], Jawaban]:
    masukan = tuple(_take(row) for row in _select(rows, how))
    names = tuple(Variable(each.variabel) for each in masukan)
    pohon: Expression = names[0]
    if len(names) > 1:
        pohon = Add(names) if how is Konsolidasi.JUMLAH else Mean(names)
    return pohon, masukan, compute(pohon, masukan)


def _take(row: Target | Realisasi) -> Masukan:
    name = str(row.periode)
    if isinstance(row.nilai, Angka):
        return Masukan(variabel=name, nilai=row.nilai)
    return Masukan(variabel=name, nilai=blame(KodeAlasan.BUKAN_BILANGAN, name))


def _compare(
    parts: Sequence[Part[Target | Realisasi]], series: Series[Target | Realisasi], how: Konsolidasi
) -> tuple[Perbedaan, ...]:
    """Compare figures with what others that stand beside them make of them."""
    found: list[Perbedaan] = []
    for part, within in find_beside(parts, series):
        pohon, _, jawaban = _join([each.row for each in within], how)
        whole = within[-1].row.nilai if isinstance(pohon, Variable) else jawaban
        found.extend(find_perbedaan(part.row, whole))
    return tuple(found)
