"""Jarak: how far an indicator is from what it is to be at the end of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import KODE, TEXT, many, one, optional
from iku.domain.nilai import Kosong
from iku.domain.periode import Periode
from iku.domain.satuan import Satuan
from iku.domain.target import Target
from iku.errors import DomainError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, check_language
from iku.formula.evaluation.hasil import Hasil
from iku.formula.evaluation.seri import resolve_periode
from iku.scoring.consolidation.choosing import find_own, resolve_rows
from iku.scoring.consolidation.disagreement import Perbedaan, find_perbedaan
from iku.scoring.consolidation.joining import write_belum_ada
from iku.scoring.consolidation.whole import NilaiPeriode
from iku.scoring.indikator import take_stated
from iku.scoring.looking_up import read_realisasi
from iku.scoring.progress.changes import POIN, is_persen, make_hasil
from iku.scoring.progress.years import check_asked
from iku.scoring.sentences import NILAI_DIPAKAI, NilaiDipakai
from iku.tree import Divide, Subtract, Variable

if TYPE_CHECKING:
    from iku.domain.dokumen import Dokumen
    from iku.domain.indikator import Indikator, Konsolidasi
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.scoring.looking_up import Permintaan
    from iku.typing import Language

_SELISIH: Final = Subtract(left=Variable("akhir"), right=Variable("kini"))
_LAJU: Final = Divide(numerator=_SELISIH, denominator=Variable("sisa tahun"))
_PACE: Final[dict[Language, str]] = {"id": "per tahun", "en": "a year"}


@frozen(kw_only=True)
class Jarak:
    """
    Jarak (gap): what is still missing to the state at the end of the plan, and the pace it takes.

    A negative one says that the value is above the end, which is good or bad by
    the polarity of the indicator; nothing is concluded here.
    """

    kode: str = field(metadata=KODE)
    """Kode of the indicator."""
    nama: str = field(metadata=TEXT)
    """Its name."""
    periode: Periode = field(metadata=one(Periode))
    """The year of the present value."""
    periode_akhir: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The last year of the plan, where it is known."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the indicator."""
    realisasi: NilaiPeriode = field(metadata=one(NilaiPeriode))
    """The present value."""
    akhir: NilaiDipakai = field(metadata=one(*NILAI_DIPAKAI))
    """Kondisi akhir, or else the target of the last year; or why there is none."""
    selisih: Hasil | None = field(metadata=optional(one(Hasil)))
    """End less present in the unit of the indicator; None for percentages."""
    poin: Hasil | None = field(metadata=optional(one(Hasil)))
    """End less present in percentage points; None for all else."""
    laju: Hasil = field(metadata=one(Hasil))
    """Laju (pace): how much of it each remaining year takes, in the same unit."""
    perbedaan: tuple[Perbedaan, ...] = field(default=(), metadata=many(Perbedaan))
    """A target of the last year that is not the kondisi akhir."""

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print the gap and the pace with their numbers, and what the present value was made without.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        gaps = [each for each in (self.selisih, self.poin) if each is not None]
        sentences = [each.explain(language, digits=digits) for each in gaps]
        if all(each.eksak is not None for each in gaps):
            sentences.append(f"{_PACE[language]}: {self.laju.explain(language, digits=digits)}")
        sentences += write_belum_ada(self.realisasi.belum_ada, language)
        sentences += [each.explain(language, digits=digits) for each in self.perbedaan]
        return "; ".join(sentences)

    def verify(self) -> bool:
        """Recompute from what is recorded and tell whether everything still agrees."""
        return self.realisasi.verify() and (self.selisih, self.poin, self.laju) == _measure(
            self.realisasi.isi, self.akhir, self.satuan, _count_years(self)
        )


def _count_years(jarak: Jarak) -> int | Alasan:
    return _find_rest(jarak.periode, jarak.periode_akhir)


def _find_rest(now: Periode, end: Periode | None) -> int | Alasan:
    """Count the years that remain, or say why nobody can."""
    if end is None:
        return blame(KodeAlasan.TANPA_PERIODE, "sisa tahun")
    rest = end.akhir.year - now.akhir.year
    return rest if rest > 0 else blame(KodeAlasan.TIDAK_BERLAKU, "sisa tahun")


def _measure(
    now: NilaiDipakai, end: NilaiDipakai, satuan: Satuan | None, rest: int | Alasan
) -> tuple[Hasil | None, Hasil | None, Hasil]:
    persen = is_persen(satuan)
    unit = POIN if persen else satuan
    values = {"akhir": end, "kini": now, "sisa tahun": rest}
    gap = make_hasil(_SELISIH, values, unit)
    pace = make_hasil(_LAJU, values, unit)
    return (None, gap, pace) if persen else (gap, None, pace)


def compute_jarak(  # noqa: PLR0913 - each is a decision that nobody else may take
    indikator: Indikator,
    *,
    periode: Periode,
    dokumen: Dokumen | None = None,
    sumber: PilihanSumber | None = None,
    sumber_realisasi: PilihanSumber | None = None,
    konsolidasi: Konsolidasi | str | None = None,
) -> Jarak:
    """
    Measure how far the realisasi of a year is from the end of the plan.

    The end is the kondisi akhir of the indicator, or else the target of the last
    year: that of `dokumen`, or the last one that has a target.

    >>> from iku.angka import Angka
    >>> from iku.domain import Indikator, Kondisi, Realisasi, Satuan
    >>> indikator = Indikator(
    ...     kode="S1.1",
    ...     nama="Koperasi baik",
    ...     satuan=Satuan("%"),
    ...     kondisi_akhir=Kondisi(nilai=Angka("16"), periode=Periode.tahunan(2026)),
    ...     realisasi=(Realisasi(periode=Periode.tahunan(2023), nilai=Angka("10")),),
    ... )
    >>> compute_jarak(indikator, periode=Periode.tahunan(2023)).trace
    '16 − 10 = 6 poin persen; per tahun: (16 − 10) / 3 = 2 poin persen'

    Raises:
        DomainError: `wrong-type`, `bad-choice`, or `bad-periode` for what is no
            calendar time.
    """
    asked = check_asked(
        indikator,
        periode,
        dokumen=dokumen,
        sumber=sumber,
        sumber_realisasi=sumber_realisasi,
        konsolidasi=konsolidasi,
    )
    now = resolve_periode(periode, asked.rencana)
    if now.tahun is None:
        raise DomainError(
            "bad-periode",
            found=str(now),
            expected="a calendar year",
            repair="give the document, whose span says which year it is",
            location=("periode",),
        )
    end, last, different = _find_end(indikator, asked)
    reached = read_realisasi(indikator, now, asked)
    rest = _find_rest(now, end)
    selisih, poin, laju = _measure(reached.isi, last, indikator.satuan, rest)
    return Jarak(
        kode=indikator.kode,
        nama=indikator.nama,
        periode=now,
        periode_akhir=end,
        satuan=indikator.satuan,
        realisasi=reached,
        akhir=last,
        selisih=selisih,
        poin=poin,
        laju=laju,
        perbedaan=different,
    )


def _find_end(
    indikator: Indikator, asked: Permintaan
) -> tuple[Periode | None, NilaiDipakai, tuple[Perbedaan, ...]]:
    """Find the end of the plan, its value, and a target that disagrees with it."""
    rows = [
        row
        for row in resolve_rows(indikator.target, asked.rencana)
        if row.periode.tahun is not None
    ]
    kondisi = indikator.kondisi_akhir
    end = _find_last_year(rows, asked)
    if kondisi is not None and kondisi.periode is not None:
        stated = resolve_periode(kondisi.periode, asked.rencana)
        end = end if stated.tahun is None else stated
    target = None if end is None else find_own(rows, end, asked.sumber, "target")
    if kondisi is not None and not isinstance(kondisi.nilai, Kosong):
        different = isinstance(target, Target) and find_perbedaan(target, kondisi.nilai)
        return end, kondisi.nilai, different or ()
    if isinstance(target, Target):
        return end, take_stated(target, "target"), ()
    return end, target or blame(KodeAlasan.TANPA_DATA, "kondisi akhir"), ()


def _find_last_year(rows: list[Target], asked: Permintaan) -> Periode | None:
    """Find the last year of the plan, or else the last one that has a target."""
    plan = asked.rencana
    if plan is not None and plan.tahun is not None:
        return Periode.tahunan(plan.akhir.year)
    years = [row.periode.akhir.year for row in rows]
    return Periode.tahunan(max(years)) if years else None
