"""All that scoring refuses, and how the error reads; `golden.py` tells how to renew it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Kategori, Pembanding, Periode, Polaritas, Satuan
from iku.domain.target import Realisasi
from iku.formula import Persentase
from iku.scoring import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    AturanTakDikenal,
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    KedekatanTarget,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    Ruas,
    SelisihBertanda,
    SkorPredikat,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    Tonggak,
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
    compute_perubahan,
    compute_perubahan_indikator,
    compute_tren,
    convert_to_bagian,
    convert_to_kumulatif,
    grade,
)
from iku.scoring.rules.kinds import WITHOUT_TREE
from tests.scoring.golden import ANY, Calls, draw_refusals, odd, read_stored
from tests.scoring.subjects import (
    DOKUMEN,
    GRADED,
    KONTRIBUSI,
    KOPERASI,
    KOTA,
    LABELS,
    NORMAL,
    ROWS,
    UNREAD,
    UNTIL,
    YEAR,
    percentage,
    quarter,
    quarters,
    ratio,
    reached,
    threshold,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.domain import Konsolidasi
    from iku.formula.evaluation.seri import PilihanSumber
    from iku.scoring import Capaian, HasilKonsolidasi
    from iku.tree import Unlowered
    from iku.typing import CapaianRule

STORED: Final = Path(__file__).with_name("refusals")
PLAN: Final = Periode.tahun_ke(1)
SPAN: Final = Periode.rentang(2022, 2023)
KUMPULAN: Final = compute_capaian_dokumen(DOKUMEN, YEAR)
CASCADE: Final = build_cascading([KOTA, DOKUMEN])


@attrs.frozen(kw_only=True)
class _PlugIn:
    """A rule of others that says odd things about itself."""

    tipe: ClassVar[str] = "uji:aneh/1"
    maksimum: object = None
    target_bertanda: object = False

    @property
    def status(self) -> object:
        """Fail like a plug-in of which a file is missing."""
        raise KeyError("aneh")

    def lower(self) -> Unlowered:
        """Have no tree."""
        return WITHOUT_TREE


def nest(times: int) -> CapaianRule:
    """Put a rule into as many others."""
    rule: CapaianRule = NORMAL
    for _ in range(times):
        rule = AturanMenurutTarget(angka=rule)
    return rule


def outcome() -> Capaian:
    """A capaian of 50."""
    return compute_capaian(2, 1, rule=NORMAL)


def consolidate(
    rows: Iterable[Realisasi],
    *,
    periode: Periode = YEAR,
    konsolidasi: Konsolidasi | str | None = "jumlah",
    sumber: PilihanSumber | None = None,
) -> HasilKonsolidasi:
    """Join parts of 2023 into a sum."""
    return compute_konsolidasi(rows, periode=periode, konsolidasi=konsolidasi, sumber=sumber)


def segment(low: str | None = None, high: str | None = None, ekspresi: str = "capaian") -> Ruas:
    """A segment that includes both edges."""
    return Ruas(
        bawah=None if low is None else threshold(Pembanding.PALING_SEDIKIT, low),
        atas=None if high is None else threshold(Pembanding.PALING_BANYAK, high),
        ekspresi=ekspresi,
    )


RULES: Final[Calls] = {
    "a cap below what a met target gives": lambda: RealisasiPerTarget(maksimum=Angka("99")),
    "a floor above what a met target gives": lambda: RealisasiPerTarget(minimum=Angka("101")),
    "a floor above the cap": lambda: RealisasiPerTarget(
        minimum=Angka("120"), maksimum=Angka("110")
    ),
    "a cap that is no Angka": lambda: RealisasiPerTarget(maksimum=ANY),
    "a cap of twice the target below 100": lambda: DuaTargetMinusRealisasi(maksimum=Angka("99")),
    "a floor of twice the target above 100": lambda: DuaTargetMinusRealisasi(minimum=Angka("101")),
    "a cap of target over actual below 100": lambda: TargetPerRealisasi(maksimum=Angka("99")),
    "a floor of target over actual above 100": lambda: TargetPerRealisasi(minimum=Angka("101")),
    "a cap of nearness below 100": lambda: KedekatanTarget(maksimum=Angka("99")),
    "a floor of nearness above 100": lambda: KedekatanTarget(minimum=Angka("101")),
    "a cap of the signed difference below 100": lambda: SelisihBertanda(
        polaritas=Polaritas.POSITIF, maksimum=Angka("99")
    ),
    "a floor of the signed difference above 100": lambda: SelisihBertanda(
        polaritas=Polaritas.POSITIF, minimum=Angka("101")
    ),
    "a free rule with a floor above its cap": lambda: EkspresiCapaian(
        ekspresi="realisasi", minimum=Angka("2"), maksimum=Angka("1")
    ),
    "a free rule of another variable": lambda: EkspresiCapaian(ekspresi="realisasi / pagu"),
    "a free rule of an earlier period": lambda: EkspresiCapaian(ekspresi="lalu(realisasi)"),
    "a free rule that is no text": lambda: EkspresiCapaian(ekspresi=ANY),
    "a rule by polarity without rules": AturanMenurutPolaritas,
    "a rule by target without rules": AturanMenurutTarget,
    "a rule inside that is none": lambda: AturanMenurutTarget(angka=ANY),
    "a formula for a rule inside": lambda: AturanMenurutTarget(
        angka=Persentase(pembilang="A", penyebut="B")
    ),
    "rules nested too deep": lambda: nest(8),
    "a rule for ranges that is none": lambda: RentangTarget(aturan=ANY),
    "a nilai inside a rule for ranges": lambda: RentangTarget(aturan=GRADED),
    "a nilai inside a rule for thresholds": lambda: AmbangTarget(aturan=GRADED),
    "a scale of scores that is none": lambda: SkorPredikat(skala=ANY, aturan=NORMAL),
    "a scale of met or not that is none": lambda: TercapaiAtauTidak(skala=ANY),
    "a milestone that nothing reaches": lambda: Tonggak(tercapai=()),
    "a label that means both": lambda: Tonggak(tercapai=("ya", "selesai"), belum=("x", " SELESAI")),
    "a lower edge that points up": lambda: Ruas(
        bawah=threshold(Pembanding.PALING_BANYAK, "80"), ekspresi="1"
    ),
    "an upper edge that points down": lambda: Ruas(
        atas=threshold(Pembanding.LEBIH_DARI, "80"), ekspresi="1"
    ),
    "a segment of another variable": lambda: segment(ekspresi="realisasi"),
    "a nilai without segments": lambda: NilaiBerjenjang(aturan=NORMAL, ruas=()),
    "segments that overlap": lambda: NilaiBerjenjang(
        aturan=NORMAL, ruas=(segment(high="80"), segment("79", "90"), segment("91"))
    ),
    "segments that share an edge": lambda: NilaiBerjenjang(
        aturan=NORMAL, ruas=(segment(high="80"), segment("81", "90"), segment("90"))
    ),
    "a segment behind one without an end": lambda: NilaiBerjenjang(
        aturan=NORMAL, ruas=(segment("80"), segment("90"))
    ),
    "decimals that are no number": lambda: NilaiBerjenjang(
        aturan=NORMAL, ruas=(segment(),), pembulatan=odd("0")
    ),
    "decimals that are a truth value": lambda: NilaiBerjenjang(
        aturan=NORMAL, ruas=(segment(),), pembulatan=True
    ),
    "decimals below none": lambda: NilaiBerjenjang(aturan=NORMAL, ruas=(segment(),), pembulatan=-1),
    "an unknown rule without a vendor": lambda: AturanTakDikenal(tag="kuadrat"),
}

CAPAIAN: Final[Calls] = {
    "a rule that is none": lambda: compute_capaian(2, 1, rule=ANY),
    "a formula for a rule": lambda: compute_capaian(
        2,
        1,
        rule=Persentase(pembilang="A", penyebut="B"),
    ),
    "a target that is a float": lambda: compute_capaian(odd(1.5), 1, rule=NORMAL),
    "a realisasi that is text": lambda: compute_capaian(1, odd("1"), rule=NORMAL),
    "a polarity that is none": lambda: compute_capaian(2, 1, rule=NORMAL, polaritas=ANY),
    "a rule that nobody read": lambda: compute_capaian(2, 1, rule=KedekatanTarget()),
    "a rule that nobody read inside another": lambda: compute_capaian(
        2, 1, rule=AturanMenurutPolaritas(stabil=KedekatanTarget())
    ),
    "a plug-in that fails when it is asked": lambda: compute_capaian(2, 1, rule=_PlugIn()),
    "a plug-in with a cap of another type": lambda: compute_capaian(
        2, 1, rule=_PlugIn(maksimum=120), allow_unverified=True
    ),
    "a plug-in with a flag of another type": lambda: compute_capaian(
        2, 1, rule=_PlugIn(target_bertanda="ya"), allow_unverified=True
    ),
    "a capaian of another rule": lambda: attrs.evolve(outcome(), rule=ANY),
    "a capaian of another target": lambda: attrs.evolve(outcome(), target=ANY),
    "a capaian made of something else": lambda: attrs.evolve(outcome(), capaian_dasar=ANY),
    "a capaian in another language": lambda: outcome().explain(odd("jv")),
    "a capaian with decimals below none": lambda: outcome().explain(digits=-1),
    "a nilai in another language": lambda: compute_capaian(9, 5, rule=GRADED).explain(odd("jv")),
}

GRADING: Final[Calls] = {
    "a scale that is none": lambda: grade(5, odd("AKIP")),
    "a scale that nobody read": lambda: grade(5, UNREAD),
    "a policy that is none": lambda: grade(5, ROWS, gap="up"),
    "a value that is a float": lambda: grade(odd(1.5), ROWS),
    "a class of another scale": lambda: attrs.evolve(grade(60, ROWS), jawaban=LABELS.predikat[0]),
    "a class in another language": lambda: grade(60, ROWS).explain(odd("jv")),
    "a class with decimals below none": lambda: grade(60, ROWS).explain(digits=-1),
}

AGGREGATION: Final[Calls] = {
    "items that are none": lambda: aggregate(ANY),
    "items that are text": lambda: aggregate(odd("90")),
    "a kode that is no text": lambda: aggregate(odd({1: 90})),
    "an item that is a float": lambda: aggregate({"S1": 90, "S2": odd(1.5)}),
    "an item that is text": lambda: aggregate([odd("90")]),
    "a way that is none": lambda: aggregate([90], cara="median"),
    "a cap without its moment": lambda: aggregate([90], maksimum=120),
    "a moment without its cap": lambda: aggregate([90], batas="sesudah"),
    "a moment that is none": lambda: aggregate([90], maksimum=120, batas="nanti"),
    "a cap that is a float": lambda: aggregate([90], maksimum=odd(1.5), batas="sesudah"),
    "a cap on each ratio": lambda: aggregate(
        [percentage(1, 2)], cara="rasio", maksimum=1, batas="sebelum"
    ),
    "the mean of percentages": lambda: aggregate({"S1": percentage(1, 2)}),
    "the weighted mean of percentages": lambda: aggregate([percentage(1, 2)], bobot=[1]),
    "the mean of an aggregated percentage": lambda: aggregate(
        [aggregate([percentage(1, 2)], cara="rasio")]
    ),
    "a ratio of a number": lambda: aggregate({"S1": 1, "S2": 2}, cara="rasio"),
    "a ratio of a capaian": lambda: aggregate([outcome()], cara="rasio"),
    "values of two units": lambda: aggregate(
        [percentage(1, 2), compute_perubahan(3, 2, satuan=Satuan("unit")).selisih],
        cara="rata_rata_persen",
    ),
    "capaian beside numbers of units": lambda: aggregate(
        [outcome(), compute_perubahan(3, 2, satuan=Satuan("unit")).selisih]
    ),
    "ratios of two multipliers": lambda: aggregate([percentage(1, 2), ratio(1, 2)], cara="rasio"),
    "a weighted mean without weights": lambda: aggregate([90], cara="tertimbang"),
    "weights for a plain mean": lambda: aggregate([90], cara="rata_rata", bobot=[1]),
    "a weight too few": lambda: aggregate([90, 80], bobot=[1]),
    "a weight that is absent": lambda: aggregate({"S1": 90, "S2": 80}, bobot={"S1": 1}),
    "a weight for nothing": lambda: aggregate({"S1": 90}, bobot={"S1": 1, "S9": 2}),
    "a weight below zero": lambda: aggregate([90, 80], bobot=[1, -1]),
    "a weight that is a float": lambda: aggregate([90], bobot=[odd(1.5)]),
    "weights that are none": lambda: aggregate([90], bobot=ANY),
    "an aggregate in another language": lambda: aggregate([90]).explain(odd("jv")),
    "an aggregate with decimals below none": lambda: aggregate([90]).round(-1),
    "an aggregate told with too many decimals": lambda: aggregate([90]).explain(digits=1001),
}

DOCUMENTS: Final[Calls] = {
    "no document": lambda: compute_capaian_dokumen(ANY, YEAR),
    "no period of a document": lambda: compute_capaian_dokumen(DOKUMEN, ANY),
    "the capaian of another indicator": lambda: KUMPULAN["S9"],
    "aggregates of no document": lambda: aggregate_dokumen(ANY, KUMPULAN),
    "aggregates of no capaian": lambda: aggregate_dokumen(DOKUMEN, ANY),
    "aggregates of the capaian of another document": lambda: aggregate_dokumen(
        DOKUMEN, compute_capaian_dokumen(KOTA, YEAR)
    ),
    "aggregates on a base that is none": lambda: aggregate_dokumen(
        DOKUMEN, KUMPULAN, dasar="program"
    ),
    "aggregates with weights that are none": lambda: aggregate_dokumen(
        DOKUMEN, KUMPULAN, bobot=odd([1])
    ),
    "aggregates with a weight for nothing": lambda: aggregate_dokumen(
        DOKUMEN, KUMPULAN, bobot={"S1": 1, "T1": 1}
    ),
    "aggregates by weights of which one is missing": lambda: aggregate_dokumen(
        DOKUMEN, KUMPULAN, bobot={"S1.1": 1}
    ),
    "the aggregate of another Sasaran": lambda: aggregate_dokumen(DOKUMEN, KUMPULAN).find("S9"),
    "a cascade of no documents": lambda: build_cascading(ANY),
    "a cascade of something else": lambda: build_cascading([KOTA, ANY]),
    "a cascade of two editions": lambda: build_cascading([KOTA, DOKUMEN, KOTA]),
    "a cascade in another language": lambda: CASCADE.explain(odd("jv")),
    "a broken link in another language": lambda: (
        build_cascading([DOKUMEN]).putus[0].explain(odd("jv"))
    ),
    "contributions of no cascade": lambda: aggregate_cascading(ANY, {}),
    "contributions of no capaian": lambda: aggregate_cascading(CASCADE, ANY),
    "contributions of another document": lambda: aggregate_cascading(
        CASCADE, {"RENSTRA": KUMPULAN}
    ),
    "contributions of something else": lambda: aggregate_cascading(CASCADE, {"LKJIP": ANY}),
    "contributions by weights that are none": lambda: aggregate_cascading(CASCADE, {}, bobot=ANY),
    "contributions by a weight for nothing": lambda: aggregate_cascading(
        CASCADE, {}, bobot=odd({"S1.2": 1})
    ),
}

INDICATORS: Final[Calls] = {
    "no indicator": lambda: compute_capaian_indikator(ANY, periode=YEAR),
    "no period": lambda: compute_capaian_indikator(KOPERASI, periode=ANY),
    "no document": lambda: compute_capaian_indikator(KOPERASI, periode=YEAR, dokumen=ANY),
    "a computed realisasi without a document": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, realisasi="dihitung"
    ),
    "a computed realisasi of another document": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, realisasi="dihitung", dokumen=KOTA
    ),
    "a way of the realisasi that is none": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, realisasi="ditebak"
    ),
    "a source that is no text": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, sumber=ANY
    ),
    "one of several sources that is no text": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, sumber_realisasi=["LKjIP", ANY]
    ),
    "a consolidation that is none": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, konsolidasi="median"
    ),
    "a rule that nobody read": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR, rule=KedekatanTarget()
    ),
    "a year beyond the plan": lambda: compute_capaian_indikator(
        KOPERASI, periode=Periode.tahun_ke(9), dokumen=attrs.evolve(KOTA, periode=SPAN)
    ),
    "a capaian in another language": lambda: compute_capaian_indikator(
        KOPERASI, periode=YEAR
    ).explain(odd("jv")),
    "a capaian with decimals below none": lambda: KUMPULAN["S1.1"].round(-1),
}

CONSOLIDATION: Final[Calls] = {
    "no rows": lambda: consolidate(ANY),
    "a row that is none": lambda: consolidate([*quarters("1"), ANY]),
    "no period": lambda: consolidate(quarters("1"), periode=ANY),
    "a way that is none": lambda: consolidate(quarters("1"), konsolidasi="median"),
    "a source that is no text": lambda: consolidate(quarters("1"), sumber=ANY),
    "one of several sources that is no text": lambda: consolidate(
        quarters("1"), sumber=[None, ANY]
    ),
    "a consolidated value in another language": lambda: consolidate(quarters("1")).explain(
        odd("jv")
    ),
    "a disagreement in another language": lambda: (
        consolidate([*quarters("1", "2"), reached(Periode.semester_ke(2023, 1), "4")])
        .perbedaan[0]
        .explain(odd("jv"))
    ),
    "running totals of no rows": lambda: convert_to_kumulatif(ANY),
    "running totals of a row that is none": lambda: convert_to_kumulatif([*quarters("1"), ANY]),
    "running totals of running totals": lambda: convert_to_kumulatif(totals("1")),
    "running totals of a year": lambda: convert_to_kumulatif([reached(YEAR, "1")]),
    "running totals of two kinds": lambda: convert_to_kumulatif(
        [*quarters("1"), reached(Periode.semester_ke(2023, 2), "1")]
    ),
    "running totals of two years": lambda: convert_to_kumulatif(
        [*quarters("1"), reached(Periode.triwulan_ke(2024, 2), "1")]
    ),
    "running totals of one quarter twice": lambda: convert_to_kumulatif(
        [*quarters("1"), *quarters("2")]
    ),
    "running totals of labels": lambda: convert_to_kumulatif(
        [Realisasi(periode=quarter(1), nilai=Kategori(label="BB"))]
    ),
    "quarters of no rows": lambda: convert_to_bagian(ANY),
    "quarters of quarters": lambda: convert_to_bagian(quarters("1")),
}

PROGRESS: Final[Calls] = {
    "a present value that is a float": lambda: compute_perubahan(odd(1.5), 1),
    "an earlier value that is text": lambda: compute_perubahan(1, odd("1")),
    "a unit that is none": lambda: compute_perubahan(1, 2, satuan=ANY),
    "a change in another language": lambda: compute_perubahan(1, 2).explain(odd("jv")),
    "the change of no indicator": lambda: compute_perubahan_indikator(ANY, periode=YEAR),
    "the change of no period": lambda: compute_perubahan_indikator(KONTRIBUSI, periode=ANY),
    "the change of a span": lambda: compute_perubahan_indikator(KONTRIBUSI, periode=SPAN),
    "the change of a year of the plan": lambda: compute_perubahan_indikator(
        KONTRIBUSI, periode=PLAN
    ),
    "the change by a way that is none": lambda: compute_perubahan_indikator(
        KONTRIBUSI, periode=YEAR, konsolidasi="median"
    ),
    "the change from a source that is no text": lambda: compute_perubahan_indikator(
        KONTRIBUSI, periode=YEAR, sumber_realisasi=ANY
    ),
    "the change in no document": lambda: compute_perubahan_indikator(
        KONTRIBUSI, periode=YEAR, dokumen=ANY
    ),
    "the trend of no indicator": lambda: compute_tren(ANY, periode=SPAN),
    "the trend of a year": lambda: compute_tren(KONTRIBUSI, periode=YEAR),
    "the trend of a year of the plan": lambda: compute_tren(KONTRIBUSI, periode=PLAN),
    "the trend by a way that is none": lambda: compute_tren(
        KONTRIBUSI, periode=SPAN, konsolidasi="median"
    ),
    "the trend from a source that is no text": lambda: compute_tren(
        KONTRIBUSI, periode=SPAN, sumber_realisasi=ANY
    ),
    "the trend in no document": lambda: compute_tren(KONTRIBUSI, periode=SPAN, dokumen=ANY),
    "the gap of no indicator": lambda: compute_jarak(ANY, periode=YEAR),
    "the gap of a year of the plan": lambda: compute_jarak(KONTRIBUSI, periode=PLAN),
    "the gap by a way that is none": lambda: compute_jarak(
        KONTRIBUSI, periode=YEAR, konsolidasi="median"
    ),
    "the gap to a source that is no text": lambda: compute_jarak(
        KONTRIBUSI, periode=YEAR, sumber=ANY
    ),
    "the gap from a source that is no text": lambda: compute_jarak(
        KONTRIBUSI, periode=YEAR, sumber_realisasi=ANY
    ),
    "the gap in no document": lambda: compute_jarak(KONTRIBUSI, periode=YEAR, dokumen=ANY),
    "a gap in another language": lambda: compute_jarak(KONTRIBUSI, periode=YEAR).explain(odd("jv")),
    "the progress of no indicator": lambda: compute_kemajuan(ANY, periode=UNTIL),
    "the progress of a year": lambda: compute_kemajuan(KOPERASI, periode=YEAR),
    "the progress of a year of the plan": lambda: compute_kemajuan(KOPERASI, periode=PLAN),
    "the progress under a rule that nobody read": lambda: compute_kemajuan(
        KOPERASI, periode=UNTIL, rule=KedekatanTarget()
    ),
    "the progress by a way that is none": lambda: compute_kemajuan(
        KOPERASI, periode=UNTIL, konsolidasi="median"
    ),
    "the progress to a source that is no text": lambda: compute_kemajuan(
        KOPERASI, periode=UNTIL, sumber=ANY
    ),
    "the progress from a source that is no text": lambda: compute_kemajuan(
        KOPERASI, periode=UNTIL, sumber_realisasi=ANY
    ),
    "the progress in no document": lambda: compute_kemajuan(KOPERASI, periode=UNTIL, dokumen=ANY),
    "progress in another language": lambda: compute_kemajuan(KOPERASI, periode=UNTIL).explain(
        odd("jv")
    ),
}

TABLES: Final = {
    "Rules": RULES,
    "Capaian": CAPAIAN,
    "Grading": GRADING,
    "Aggregation": AGGREGATION,
    "Documents": DOCUMENTS,
    "Indicators": INDICATORS,
    "Consolidation": CONSOLIDATION,
    "Progress": PROGRESS,
}


class TestRefusals:
    """Every refusal says what was found, what was expected, where, and how to repair it."""

    @pytest.mark.parametrize("table", TABLES)
    def test_stored(self, table: str) -> None:
        """They read as they are stored."""
        drawn = draw_refusals(TABLES[table])

        assert drawn == read_stored(STORED / f"{table.lower()}.txt", drawn)
