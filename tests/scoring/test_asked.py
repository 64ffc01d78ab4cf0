"""What a caller asks for reaches the computation, and what was found on the way is kept."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Asal,
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Konsolidasi,
    Kosong,
    Penjelasan,
    Periode,
    Polaritas,
    SebabKosong,
    Target,
    Variabel,
)
from iku.domain.target import Realisasi
from iku.errors import ScoringError
from iku.formula import Persentase
from iku.formula.evaluation.alasan import KodeAlasan
from iku.scoring import (
    AturanMenurutTarget,
    Ketetapan,
    RealisasiPerTarget,
    TargetNol,
    TercapaiAtauTidak,
    aggregate,
    aggregate_cascading,
    aggregate_dokumen,
    build_cascading,
    compute_capaian,
    compute_capaian_dokumen,
    compute_capaian_indikator,
    compute_jarak,
    compute_kemajuan,
    compute_konsolidasi,
    convert_to_bagian,
    convert_to_kumulatif,
)
from iku.scoring.aggregation.joining import compute_total
from iku.scoring.rules.free import make_check
from iku.scoring.rules.kinds import WITHOUT_TREE
from iku.scoring.rules.parts import REALISASI, TARGET
from tests.scoring.subjects import (
    ABSENT,
    DOKUMEN,
    GRADED,
    KOPERASI,
    KOTA,
    NORMAL,
    PERSEN,
    YEAR,
    quarter,
    quarters,
    reached,
    target,
    totals,
)

PLAN: Final = attrs.evolve(KOTA, periode=Periode.rentang(2022, 2026))
SECOND: Final = Periode.tahun_ke(2)


def of_plan(*, dokumen: Dokumen = PLAN) -> Dokumen:
    """A document whose indicator speaks of the second year of the plan."""
    indikator = attrs.evolve(
        KOPERASI, target=(target(SECOND, "10"),), realisasi=(reached(SECOND, "8"),)
    )
    return attrs.evolve(dokumen, indikator=(indikator,), aturan_capaian=NORMAL)


class TestPassedOn:
    """Every argument counts."""

    def test_way_of_aggregating(self) -> None:
        """A weighted mean without weights is refused at every door."""
        kumpulan = compute_capaian_dokumen(DOKUMEN, YEAR)
        cascade = build_cascading([KOTA, DOKUMEN])

        with pytest.raises(ScoringError) as by_sasaran:
            aggregate_dokumen(DOKUMEN, kumpulan, cara="tertimbang")
        with pytest.raises(ScoringError) as by_link:
            aggregate_cascading(cascade, {"LKJIP": kumpulan}, cara="tertimbang")

        assert (by_sasaran.value.code, by_link.value.code) == ("missing-bobot", "missing-bobot")

    def test_sources_of_a_document(self) -> None:
        """Target and realisasi are those of the sources that were asked for."""
        indikator = attrs.evolve(
            KOPERASI,
            target=(target(YEAR, "10", "RPJMD"), target(YEAR, "20", "Renstra")),
            realisasi=(reached(YEAR, "5", "LKjIP"), reached(YEAR, "4", "LPPD")),
        )
        dokumen = attrs.evolve(KOTA, indikator=(indikator,), aturan_capaian=NORMAL)
        kumpulan = compute_capaian_dokumen(dokumen, YEAR, sumber="Renstra", sumber_realisasi="LPPD")

        assert kumpulan["S1.1"].eksak == 20

    def test_consolidation_of_a_document(self) -> None:
        """What is asked for goes before what the indicator says."""
        kumpulan = compute_capaian_dokumen(DOKUMEN, YEAR, konsolidasi="terakhir")

        assert kumpulan["S1.1"].eksak == 20

    def test_years_of_the_plan(self) -> None:
        """They are the calendar years that the document says, wherever they stand."""
        dokumen = of_plan()
        (indikator,) = dokumen.indikator
        kumpulan = compute_capaian_dokumen(dokumen, SECOND)
        jarak = compute_jarak(indikator, periode=YEAR, dokumen=dokumen)
        last = attrs.evolve(indikator, target=(target(Periode.tahun_ke(5), "16"),))

        assert kumpulan.periode == YEAR
        assert kumpulan["S1.1"].eksak == 80
        assert jarak.realisasi.isi == Angka("8")
        assert compute_jarak(last, periode=YEAR, dokumen=dokumen).akhir == Angka("16")
        kemajuan = compute_kemajuan(indikator, periode=quarter(2), dokumen=dokumen)
        assert kemajuan.target_tahun.isi == Angka("10")

    def test_source_of_data(self) -> None:
        """A computed realisasi takes the data of the source, and no reported rows."""
        indikator = Indikator(
            kode="S1.1",
            nama="Koperasi baik",
            satuan=PERSEN,
            penjelasan=(Penjelasan(formula=Persentase(pembilang="BAIK", penyebut="SEMUA")),),
            target=(target(YEAR, "50"),),
            realisasi=(reached(YEAR, "80", "LPPD"),),
        )
        dokumen = Dokumen(
            jenis=JenisDokumen.LKJIP,
            judul="LKjIP",
            variabel=(Variabel(kode="BAIK", nama="Baik"), Variabel(kode="SEMUA", nama="Semua")),
            data=(
                Data(variabel="BAIK", periode=YEAR, nilai=Angka("8"), sumber="LKjIP"),
                Data(variabel="BAIK", periode=YEAR, nilai=Angka("9"), sumber="LPPD"),
                Data(variabel="SEMUA", periode=YEAR, nilai=Angka("10"), sumber="LPPD"),
            ),
            indikator=(indikator,),
        )
        made = compute_capaian_indikator(
            indikator,
            periode=YEAR,
            dokumen=dokumen,
            rule=NORMAL,
            realisasi="dihitung",
            sumber_realisasi="LPPD",
        )

        assert made.nilai_realisasi == Fraction(90)
        assert made.realisasi == ()


class TestKept:
    """What was found on the way stands beside the answer."""

    def test_parts_beside_several_sources(self) -> None:
        """Quarters are kept where the year has two figures, or one that does not apply."""
        several = (reached(YEAR, "9", "LKjIP"), reached(YEAR, "8"), *quarters("1", "2"))
        unfit = Kosong(sebab=SebabKosong.TIDAK_BERLAKU)
        final = (Realisasi(periode=YEAR, nilai=unfit), *quarters("1", "2"))

        for rows in (several, final):
            made = compute_capaian_indikator(attrs.evolve(KOPERASI, realisasi=rows), periode=YEAR)
            assert made.konsolidasi is not None
            assert made.konsolidasi.eksak == 3

    def test_row_that_gives_way(self) -> None:
        """A figure that is not stated is kept beside what the quarters make."""
        rows = (target(quarter(1), "2"), Target(periode=YEAR, nilai=ABSENT))
        kemajuan = compute_kemajuan(attrs.evolve(KOPERASI, target=rows), periode=quarter(1))

        assert kemajuan.target_tahun.isi == Angka("2")
        assert kemajuan.target_tahun.baris == rows[1]

    def test_what_was_refused(self) -> None:
        """Parts that make no series keep the way and the unit that were asked for."""
        made = compute_konsolidasi(
            [reached(quarter(3), "1"), totals("1", "2")[1]],
            periode=YEAR,
            konsolidasi="jumlah",
            satuan=PERSEN,
        )

        assert (made.konsolidasi, made.satuan) == (Konsolidasi.JUMLAH, PERSEN)
        assert made.kumulatif is False

    def test_nilai(self) -> None:
        """A nilai is its own value without limits; without one there is no tree."""
        graded, nothing = (compute_capaian(each, 5, rule=GRADED) for each in (10, 0))

        assert graded.tanpa_batas == graded.eksak == 25
        assert nothing.pohon == WITHOUT_TREE

    def test_unit_of_an_undecided_answer(self) -> None:
        """A rule that decides has its unit even where it cannot."""
        satuan = compute_capaian(5, 6, rule=TercapaiAtauTidak()).satuan

        assert satuan is not None
        assert satuan.baku == "%"

    def test_place_in_a_file(self) -> None:
        """A figure that was converted stands in no file."""
        asal = Asal(berkas="lkjip.xlsx", baris=3)
        rows = [attrs.evolve(row, asal=asal) for row in quarters("1", "2")]
        running = [attrs.evolve(row, asal=asal) for row in totals("1", "2")]

        assert [row.asal for row in convert_to_kumulatif(rows)] == [None, None]
        assert [row.asal for row in convert_to_bagian(running)] == [None, None]


class TestSmall:
    """Edges that figures seldom touch."""

    def test_above_zero(self) -> None:
        """A half is above a target of zero as much as five is."""
        rule = RealisasiPerTarget(target_nol=TargetNol.TERCAPAI_ATAU_TIDAK)

        assert compute_capaian(0, Angka("0.5"), rule=rule).ketetapan is Ketetapan.TERCAPAI

    @pytest.mark.parametrize("kind", ["angka", "rentang", "ambang", "kategori"])
    def test_one_kind_of_target(self, kind: str) -> None:
        """A rule for one kind of target is enough."""
        assert getattr(AturanMenurutTarget(**{kind: NORMAL}), kind) == NORMAL

    def test_met_on_either_side(self) -> None:
        """A number that is met exactly is met whatever the polarity."""
        for polaritas in Polaritas:
            made = compute_capaian(5, 5, rule=TercapaiAtauTidak(), polaritas=polaritas)
            assert made.eksak == 100

    @pytest.mark.parametrize("order", [1, -1])
    def test_names_of_one_time(self, order: int) -> None:
        """Which of two names speaks for a stretch of time does not depend on their order."""
        rows = (reached(Periode.semester_ke(2023, 1), "5"), totals("1", "7")[1])[::order]
        made = compute_capaian_indikator(
            attrs.evolve(KOPERASI, realisasi=rows),
            periode=Periode.bulan_ke(2023, 6, sampai_dengan=True),
        )

        assert made.nilai_realisasi == Angka("5")

    def test_too_large_to_add(self) -> None:
        """The reason names the items, whether a sum is too long or what it makes."""
        values = [Fraction(1, 10**3000 + place) for place in range(300)]
        total, made = compute_total(values), aggregate(values)

        for alasan in (total, made.alasan):
            assert getattr(alasan, "kode", None) == KodeAlasan.TERLALU_BESAR
            assert getattr(alasan, "variabel", None) == ("butir",)


class TestFreeCheck:
    """A formula of a rule is about nothing but what the rule gives it."""

    def test_normal_form(self) -> None:
        """It is kept as the grammar writes it."""
        assert make_check(TARGET, REALISASI)("realisasi/target") == "realisasi / target"

    def test_other_variables(self) -> None:
        """Anything else is refused by name."""
        with pytest.raises(ScoringError) as caught:
            make_check(TARGET, REALISASI)("realisasi / pagu")

        error = caught.value
        assert (error.code, error.found) == ("bad-aturan", "a formula of pagu")
        assert error.expected == "a formula of target and realisasi in the period itself"
        assert error.repair == "write it with target and realisasi, or compute the indicator first"
