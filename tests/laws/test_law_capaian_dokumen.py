"""
What holds for the capaian of any document whatever.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from iku.domain import Dokumen, Indikator, JenisPeriode, Konsolidasi, Periode
from iku.errors import IkuError
from iku.scoring import (
    RealisasiPerTarget,
    aggregate_cascading,
    aggregate_dokumen,
    build_cascading,
    compute_capaian_dokumen,
    compute_jarak,
    compute_kemajuan,
    compute_perubahan_indikator,
    compute_tren,
)
from iku.testing.strategies import dokumen, indikator, periode

RULES = st.sampled_from([None, RealisasiPerTarget()])
HOW = st.sampled_from([None, *Konsolidasi])
REFUSED = frozenset({"bad-periode", "relative-periode"})
"""A year beyond the plan, or of a plan that nobody dated where a calendar year is needed."""


class TestDokumen:
    """There is a value or a reason for every indicator, and all of it agrees with itself."""

    @given(dokumen(), periode(), RULES, HOW)
    def test_answered(
        self,
        whole: Dokumen,
        when: Periode,
        rule: RealisasiPerTarget | None,
        how: Konsolidasi | None,
    ) -> None:
        """The only refusal is of a period outside the plan."""
        try:
            capaian = compute_capaian_dokumen(
                whole, when, rule=rule, konsolidasi=how, allow_unverified=True
            )
        except IkuError as error:
            assert error.code in REFUSED  # noqa: PT017 - what is allowed to be refused
            return
        assert capaian.verify()
        assert list(capaian) == [each.kode for each in whole.walk(Indikator)]
        for each in capaian.values():
            assert isinstance(each.jawaban, Fraction) == (each.alasan is None)
            assert each.trace
            assert each.explain("en")

    @given(dokumen(), periode(), HOW)
    def test_aggregated(self, whole: Dokumen, when: Periode, how: Konsolidasi | None) -> None:
        """Whatever has no value is skipped at every level."""
        rule = RealisasiPerTarget()
        try:
            capaian = compute_capaian_dokumen(whole, when, rule=rule, konsolidasi=how)
        except IkuError as error:
            assert error.code in REFUSED  # noqa: PT017 - as above
            return
        made = aggregate_dokumen(whole, capaian)

        assert made.verify()
        assert len(made.dokumen.butir) == len(capaian)
        known = [each.eksak for each in capaian.values() if each.eksak is not None]
        assert made.dokumen.eksak == (sum(known) / len(known) if known else None)
        assert made.dokumen.trace

    @given(st.lists(dokumen(), max_size=3))
    def test_cascade(self, documents: list[Dokumen]) -> None:
        """Every link is followed or listed; kode that cannot be told apart are refused."""
        try:
            made = build_cascading(documents)
        except IkuError as error:
            assert error.code == "duplicate-kode"  # noqa: PT017 - as above
            return
        links = [each for d in documents for each in d.walk(Indikator) if each.iku_kota]

        assert len(made.kontribusi) + len(made.putus) == len(links)
        assert all(each.agregat.verify() for each in aggregate_cascading(made, {}))


class TestProgress:
    """Progress of any indicator is a value or a reason, and agrees with itself."""

    @given(indikator(), st.integers(1, 4), RULES, HOW)
    def test_quarters(
        self, subject: Indikator, ke: int, rule: RealisasiPerTarget | None, how: Konsolidasi | None
    ) -> None:
        """In the years that it speaks of."""
        years = {row.periode.tahun for row in subject.realisasi} - {None}
        for year in years or {2023}:
            made = compute_kemajuan(
                subject,
                periode=Periode.triwulan_ke(year or 2023, ke),
                rule=rule,
                konsolidasi=how,
                allow_unverified=True,
            )
            assert made.verify()
            assert made.trace

    @given(indikator(), periode(), HOW)
    def test_years(self, subject: Indikator, when: Periode, how: Konsolidasi | None) -> None:
        """What cannot be dated is refused, and nothing else."""
        functions = (compute_perubahan_indikator, compute_tren, compute_jarak)
        for function in functions:
            try:
                made = function(subject, periode=when, konsolidasi=how)
            except IkuError as error:
                assert error.code in REFUSED  # noqa: PT017 - as above
                continue
            assert made.verify()
            assert when.jenis is not JenisPeriode.TAHUN_KE
