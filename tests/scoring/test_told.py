"""What every outcome of scoring says, in both languages; `golden.py` tells how to renew it."""

from __future__ import annotations

from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Konsolidasi,
    Kosong,
    Pembanding,
    Penjelasan,
    Periode,
    Polaritas,
    Satuan,
    SebabKosong,
    Target,
    Tautan,
    Variabel,
)
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
    RealisasiPerTarget,
    RentangTarget,
    SelisihBertanda,
    SkorPredikat,
    TargetNol,
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
    grade,
)
from tests.scoring.golden import draw_blocks, read_stored
from tests.scoring.subjects import (
    ABSENT,
    DOKUMEN,
    GRADED,
    KONTRIBUSI,
    KOPERASI,
    KOTA,
    LABELS,
    NORMAL,
    PERSEN,
    RANGE,
    ROWS,
    UNTIL,
    YEAR,
    label,
    percentage,
    quarter,
    quarters,
    ratio,
    reached,
    target,
    threshold,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.formula.evaluation.alasan import Alasan
    from iku.scoring import Cascading
    from iku.typing import CapaianRule, Language

STORED: Final = Path(__file__).with_name("told")
TWICE: Final = DuaTargetMinusRealisasi()
SEMESTER: Final = Periode.semester_ke(2023, 1)
SECOND: Final = Periode.semester_ke(2023, 2)
MET: Final = TercapaiAtauTidak(skala=LABELS)


class Told(Protocol):
    """What explains itself."""

    @property
    def trace(self) -> str:
        """The sentence at two decimals."""
        ...

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """Say it in a sentence."""
        ...

    def verify(self) -> bool:
        """Tell whether it still agrees with what it records."""
        ...

    def _repr_html_(self) -> str: ...


def tell(outcome: Told) -> dict[str, object]:
    """Say it in both languages, without decimals, and all of the reason; nothing twice."""
    whole, english = outcome.explain(), outcome.explain("en")
    said: dict[str, object] = {"id": whole}
    if english != whole:
        said["en"] = english
    if outcome.explain("en", digits=0) != english:
        said["en, no decimals"] = outcome.explain("en", digits=0)
    alasan: Alasan | None = getattr(outcome, "alasan", None)
    if alasan is not None:
        known = "" if alasan.keterangan is None else f" ({alasan.keterangan})"
        said["reason"] = f"{alasan.kode}: {', '.join(alasan.variabel) or 'nothing'}{known}"
    return said


def draw(outcomes: Mapping[str, Told]) -> str:
    """Draw what outcomes say."""
    return draw_blocks({name: tell(outcome) for name, outcome in outcomes.items()})


def capaian(
    wanted: object, given: object, rule: CapaianRule = NORMAL, polaritas: Polaritas | None = None
) -> Told:
    """A capaian, under rules that nobody read too."""
    return compute_capaian(
        wanted,  # type: ignore[arg-type]  # whatever a target may be
        given,  # type: ignore[arg-type]  # likewise
        rule=rule,
        polaritas=polaritas,
        allow_unverified=True,
    )


def make_rules() -> Mapping[str, Told]:
    """Capaian under every rule, with and without a value."""
    return {
        "realisasi over target": capaian(3, 5),
        "a cap cuts": capaian(3, 5, RealisasiPerTarget(maksimum=Angka("120"))),
        "a floor cuts": capaian(3, 9, DuaTargetMinusRealisasi(minimum=Angka("0"))),
        "a cap with decimals cuts": capaian(3, 5, RealisasiPerTarget(maksimum=Angka("120.25"))),
        "a cap at the value cuts nothing": capaian(5, 6, RealisasiPerTarget(maksimum=Angka("120"))),
        "twice the target": capaian(4, 5, TWICE),
        "target over realisasi": capaian(4, 5, TargetPerRealisasi()),
        "target over a realisasi of zero": capaian(4, 0, TargetPerRealisasi()),
        "target over a negative realisasi": capaian(4, -1, TargetPerRealisasi()),
        "nearness": capaian(80, 84, KedekatanTarget()),
        "a signed difference, higher is better": capaian(
            -5, -4, SelisihBertanda(polaritas=Polaritas.POSITIF)
        ),
        "a signed difference, lower is better": capaian(
            -5, -4, SelisihBertanda(polaritas=Polaritas.NEGATIF)
        ),
        "a signed difference, nearest is best": capaian(
            -5, -4, SelisihBertanda(polaritas=Polaritas.STABIL)
        ),
        "a free rule": capaian(4, 3, EkspresiCapaian(ekspresi="realisasi / target * 100")),
        "a free rule in per cent": capaian(
            4, 3, EkspresiCapaian(ekspresi="realisasi / target * 100", satuan=PERSEN)
        ),
        "a free rule with a floor": capaian(
            4, 3, EkspresiCapaian(ekspresi="realisasi - target", minimum=Angka("0"))
        ),
        "a free rule without a polarity at a target of zero": capaian(
            0, 3, EkspresiCapaian(ekspresi="realisasi", target_nol=TargetNol.TERCAPAI_ATAU_TIDAK)
        ),
        "a free rule with a polarity at a target of zero": capaian(
            0,
            3,
            EkspresiCapaian(
                ekspresi="realisasi",
                target_nol=TargetNol.TERCAPAI_ATAU_TIDAK,
                polaritas=Polaritas.NEGATIF,
            ),
        ),
        "a free rule for signed targets": capaian(
            -4, 3, EkspresiCapaian(ekspresi="realisasi - target", target_bertanda=True)
        ),
        "a target of zero": capaian(0, 5),
        "both zero": capaian(0, 0),
        "both zero in a free rule": capaian(0, 0, EkspresiCapaian(ekspresi="realisasi")),
        "a target of zero that is met or not": capaian(
            0, 5, RealisasiPerTarget(target_nol=TargetNol.TERCAPAI_ATAU_TIDAK)
        ),
        "a target of zero that is computed": capaian(
            0, 5, RealisasiPerTarget(target_nol=TargetNol.DIHITUNG)
        ),
        "a negative target": capaian(-1, 5),
        "no target": capaian(ABSENT, 5),
        "no realisasi": capaian(5, Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)),
        "neither": capaian(ABSENT, ABSENT),
        "neither, where a rule chooses": capaian(ABSENT, ABSENT, RentangTarget(aturan=TWICE)),
        "neither, where a rule decides": capaian(ABSENT, ABSENT, TercapaiAtauTidak()),
        "a range under a rule for numbers": capaian(RANGE, 5),
        "a label against a number": capaian(5, label("BB")),
        "above a range": capaian(RANGE, 9, RentangTarget(aturan=TWICE)),
        "below a range": capaian(RANGE, 6, RentangTarget(aturan=NORMAL)),
        "inside a range": capaian(RANGE, Fraction(15, 2), RentangTarget(aturan=NORMAL)),
        "a label against a range": capaian(RANGE, label("BB"), RentangTarget(aturan=NORMAL)),
        "a number under a rule for ranges": capaian(4, 3, RentangTarget(aturan=NORMAL)),
        "a threshold": capaian(
            threshold(Pembanding.KURANG_DARI, "49"), 50, AmbangTarget(aturan=TWICE)
        ),
        "a threshold that points the other way": capaian(
            threshold(Pembanding.PALING_SEDIKIT, "49"), 50, AmbangTarget(aturan=TWICE)
        ),
        "labels by their scores": capaian(
            label("BB"), label("cc"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a target that is no label": capaian(
            5, label("cc"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a realisasi that is no label": capaian(
            label("CC"), 5, SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a target that the scale does not have": capaian(
            label("AA"), label("BB"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a realisasi of another scale": capaian(
            label("CC"), label("BB", "lain"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a target without a score": capaian(
            label("A"), label("BB"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a realisasi without a score": capaian(
            label("BB"), label("A"), SkorPredikat(skala=LABELS, aturan=NORMAL)
        ),
        "a polarity without a rule": capaian(
            5, 4, AturanMenurutPolaritas(negatif=TWICE), Polaritas.STABIL
        ),
        "no polarity": capaian(5, 4, AturanMenurutPolaritas(negatif=TWICE)),
        "a threshold against the polarity": capaian(
            threshold(Pembanding.PALING_SEDIKIT, "49"),
            50,
            AturanMenurutPolaritas(negatif=AmbangTarget(aturan=TWICE)),
            Polaritas.NEGATIF,
        ),
        "a number inside rules that wrap": capaian(
            7, 8, RentangTarget(aturan=AmbangTarget(aturan=NORMAL))
        ),
        "inside a range, in no unit": capaian(
            RANGE,
            Fraction(22, 3),
            RentangTarget(aturan=EkspresiCapaian(ekspresi="realisasi - target")),
        ),
        "a rule by polarity": capaian(
            5, 4, AturanMenurutPolaritas(negatif=TWICE), Polaritas.NEGATIF
        ),
        "a kind of target without a rule": capaian(
            threshold(Pembanding.KURANG_DARI, "49"), 50, AturanMenurutTarget(rentang=NORMAL)
        ),
        "an unknown rule": capaian(5, 4, AturanTakDikenal(tag="kota-x:kuadrat/1")),
        "a broken rule": capaian(5, 4, AturanTakDikenal(tag="kota-x:kuadrat/1", sebab="KeyError")),
        "a number that is met": capaian(5, 6, MET, Polaritas.POSITIF),
        "a number that is not met": capaian(5, 6, MET, Polaritas.NEGATIF),
        "a number without a polarity": capaian(5, 6, MET),
        "a threshold that is met": capaian(threshold(Pembanding.PALING_BANYAK, "5"), 5, MET),
        "a threshold that is not met": capaian(threshold(Pembanding.KURANG_DARI, "5"), 5, MET),
        "a range that is met": capaian(RANGE, 8, MET),
        "beyond the better end of a range": capaian(RANGE, 6, MET, Polaritas.NEGATIF),
        "a higher class": capaian(label("CC"), label("bb"), MET),
        "a lower class": capaian(label("BB"), label("CC"), MET),
        "a lower class that is better": capaian(label("BB"), label("CC"), MET, Polaritas.NEGATIF),
        "the same label without a scale": capaian(
            label("Baik"), label("BAIK "), TercapaiAtauTidak()
        ),
        "two labels without a scale": capaian(label("Baik"), label("Cukup"), TercapaiAtauTidak()),
        "a number for a label": capaian(label("Baik"), 5, MET),
        "a label for a number": capaian(5, label("Baik"), MET),
        "a target label of another scale": capaian(label("CC", "lain"), label("CC"), MET),
        "a realisasi label that is unknown": capaian(label("CC"), label("Z"), MET),
        "a milestone": capaian(label("Ya"), label("ya"), Tonggak()),
        "a milestone that is not reached": capaian(label("Ya"), label("tidak"), Tonggak()),
        "a milestone that nobody wants": capaian(label("Tidak"), label("ya"), Tonggak()),
        "a milestone with a number for a target": capaian(1, label("ya"), Tonggak()),
        "a milestone with a number for a realisasi": capaian(label("ya"), 1, Tonggak()),
        "a milestone with an unknown label": capaian(label("ya"), label("hampir"), Tonggak()),
        "a nilai": capaian(1000, 915, GRADED),
        "a nilai in a lower segment": capaian(10, 5, GRADED),
        "a nilai outside the segments": capaian(100, 85, GRADED),
        "a nilai of nothing": capaian(0, 85, GRADED),
    }


def make_grades() -> Mapping[str, Told]:
    """Classes of a scale, and numbers in none."""
    return {
        "inside": grade(60, ROWS),
        "in the lowest class": grade(50, ROWS),
        "in a gap": grade(Angka("50.5"), ROWS),
        "in a gap, by lower edge": grade(Angka("50.5"), ROWS, gap="lower_edge"),
        "in a gap, rounded": grade(Angka("75.5"), ROWS, gap="round_to_step"),
        "in a gap without a step": grade(
            Angka("75.5"), attrs.evolve(ROWS, langkah=None), gap="round_to_step"
        ),
        "in a gap after rounding": grade(
            Angka("75.5"), attrs.evolve(ROWS, langkah=Angka("0.1")), gap="round_to_step"
        ),
        "above the scale": grade(101, ROWS, gap="lower_edge"),
        "below the scale": grade(-1, attrs.evolve(ROWS, predikat=ROWS.predikat[1:])),
        "near a bound": grade(Angka("49.999"), ROWS),
        "as little beyond a bound as is shown": grade(
            50 + Fraction(1, 10**34), ROWS, gap="lower_edge"
        ),
        "less beyond a bound than is shown": grade(
            50 + Fraction(1, 10**35), ROWS, gap="lower_edge"
        ),
        "a repeating number": grade(Fraction(200, 3), ROWS),
        "a label": grade(label("b"), ROWS),
        "a label that is unknown": grade(label("Z"), ROWS),
        "a number on a scale of labels": grade(5, LABELS),
        "nothing": grade(ABSENT, ROWS),
        "a capaian without a value": grade(compute_capaian(0, 1, rule=NORMAL), ROWS),
    }


def make_aggregates() -> Mapping[str, Told]:
    """Several values as one."""
    return {
        "a mean": aggregate([90, 80]),
        "a mean of thirds": aggregate([Fraction(100, 3), Fraction(200, 3), 50]),
        "a mean with one missing": aggregate({"S1": 90, "S2": None, "S3": ABSENT}),
        "a mean of nothing": aggregate({"S2": None}),
        "a mean of twelve": aggregate([*range(1, 13)]),
        "a mean of thirteen": aggregate([*range(1, 14)]),
        "a weighted mean": aggregate({"S1": 90, "S2": 80, "S3": None}, bobot=[2, 1, 3]),
        "a weighted mean of thirteen": aggregate([*range(1, 14)], bobot=[1] * 13),
        "weights of zero": aggregate([90, 80], bobot=[0, 0]),
        "a cap before": aggregate([150, 50], maksimum=100, batas="sebelum"),
        "a cap before a weighted mean": aggregate(
            [150, 50], bobot=[1, 3], maksimum=100, batas="sebelum"
        ),
        "a cap after": aggregate([150, 90], maksimum=100, batas="sesudah"),
        "a cap after that cuts nothing": aggregate([50, 90], maksimum=100, batas="sesudah"),
        "a cap after a mean of nothing": aggregate([None], maksimum=100, batas="sesudah"),
        "a ratio": aggregate([percentage(90, 100), percentage(100, 1000)], cara="rasio"),
        "a ratio of one": aggregate([percentage(90, 100)], cara="rasio"),
        "a ratio without a multiplier": aggregate([ratio(90, 100), ratio(1, 9)], cara="rasio"),
        "a ratio with one side missing": aggregate(
            {"A": percentage(90, 100), "B": percentage(None, 10)}, cara="rasio"
        ),
        "a ratio of nothing": aggregate([percentage(1, 0)], cara="rasio"),
        "a ratio of thirteen": aggregate([percentage(1, 2)] * 13, cara="rasio"),
        "a ratio capped after": aggregate(
            [percentage(3, 2)], cara="rasio", maksimum=100, batas="sesudah"
        ),
        "a mean of percentages": aggregate(
            [percentage(90, 100), percentage(100, 1000)], cara="rata_rata_persen"
        ),
        "a mean of thirteen percentages": aggregate(
            [percentage(1, 2)] * 13, cara="rata_rata_persen"
        ),
        "percentages capped before": aggregate(
            [percentage(3, 2), percentage(1, 2)],
            cara="rata_rata_persen",
            maksimum=100,
            batas="sebelum",
        ),
        "values too large": aggregate([Fraction(10**3000), 1]),
    }


def consolidate(
    *rows: Realisasi | Target,
    konsolidasi: Konsolidasi | None = Konsolidasi.JUMLAH,
    periode: Periode = YEAR,
    satuan: str | None = None,
    sumber: str | None = None,
) -> Told:
    """Join parts of 2023."""
    return compute_konsolidasi(
        rows,
        periode=periode,
        konsolidasi=konsolidasi,
        satuan=None if satuan is None else Satuan(satuan),
        sumber=sumber,
    )


def make_consolidated() -> Mapping[str, Told]:
    """Parts of a period as one."""
    return {
        "a sum": consolidate(*quarters("1", "2", "3", "4"), satuan="unit"),
        "a mean": consolidate(*quarters("1", "2"), konsolidasi=Konsolidasi.RATA_RATA, satuan="%"),
        "the last": consolidate(*quarters("1", "2"), konsolidasi=Konsolidasi.TERAKHIR, satuan="%"),
        "the last in words": consolidate(*quarters("1", "2.5"), konsolidasi=Konsolidasi.TERAKHIR),
        "running totals": consolidate(*totals("1", "2", "5"), satuan="unit"),
        "a quarter beside its semester": consolidate(
            *quarters("1", "2"), reached(SEMESTER, "4"), satuan="unit"
        ),
        "a quarter of labels": consolidate(
            Realisasi(periode=quarter(1), nilai=label("BB")), konsolidasi=Konsolidasi.TERAKHIR
        ),
        "a sum of labels": consolidate(
            *(Realisasi(periode=quarter(ke), nilai=label("BB")) for ke in (1, 2))
        ),
        "years of a span": consolidate(
            *(reached(Periode.tahunan(year), "5") for year in (2021, 2023)),
            periode=Periode.rentang(2021, 2024),
        ),
        "months of a quarter": consolidate(
            reached(Periode.bulan_ke(2023, 5), "5"), periode=quarter(2)
        ),
        "nothing says how": consolidate(*quarters("1", "2"), konsolidasi=None),
        "quarters beside another running total": consolidate(
            reached(quarter(3), "1"), totals("1", "2")[1]
        ),
        "targets that make no series": consolidate(
            target(quarter(3), "1"),
            target(Periode.triwulan_ke(2023, 2, sampai_dengan=True), "2"),
        ),
        "quarters beside semesters of which both are there": consolidate(
            *quarters("1", "2"), reached(SEMESTER, "4"), reached(SECOND, "5")
        ),
        "a semester that disagrees by a fraction": consolidate(
            *quarters("1.5", "2.25"),
            reached(SEMESTER, "4"),
            konsolidasi=Konsolidasi.RATA_RATA,
        ),
        "a quarter beside both semesters": consolidate(
            *quarters("1"), reached(SEMESTER, "4"), reached(SECOND, "5")
        ),
        "a quarter beside one semester": consolidate(*quarters("1"), reached(SECOND, "5")),
        "parts of two sources": consolidate(
            reached(quarter(1), "1", "LKjIP"), reached(quarter(2), "2")
        ),
        "parts of two sources of which the last counts": consolidate(
            reached(quarter(1), "1", "LKjIP"),
            reached(quarter(2), "2"),
            konsolidasi=Konsolidasi.TERAKHIR,
        ),
        "no parts": consolidate(reached(YEAR, "5")),
        "no rows": consolidate(),
        "an absent part": consolidate(Realisasi(periode=quarter(1), nilai=ABSENT)),
        "a source that is not there": consolidate(*quarters("1"), sumber="LKjIP"),
        "several sources": consolidate(
            reached(quarter(1), "1", "LKjIP"), reached(quarter(1), "2"), reached(quarter(2), "2")
        ),
    }


KOSONG_TAHUN: Final = Realisasi(periode=YEAR, nilai=ABSENT)
COMPUTED: Final = Dokumen(
    jenis=JenisDokumen.LKJIP,
    judul="LKjIP",
    variabel=(
        Variabel(kode="BAIK", nama="Koperasi baik"),
        Variabel(kode="SEMUA", nama="Koperasi"),
    ),
    data=(
        Data(variabel="BAIK", periode=YEAR, nilai=Angka("8")),
        Data(variabel="SEMUA", periode=YEAR, nilai=Angka("9")),
    ),
    indikator=(
        Indikator(
            kode="S1.1",
            nama="Koperasi baik",
            satuan=PERSEN,
            penjelasan=(Penjelasan(formula=Persentase(pembilang="BAIK", penyebut="SEMUA")),),
            target=(target(YEAR, "90"),),
            realisasi=(reached(YEAR, "85"),),
        ),
    ),
)


def indikator(subject: Indikator = KOPERASI, periode: Periode = YEAR, **asked: object) -> Told:
    """The capaian of an indicator."""
    return compute_capaian_indikator(
        subject,
        periode=periode,
        rule=NORMAL,
        **asked,  # type: ignore[arg-type]  # whatever is asked for
    )


def make_indicators() -> Mapping[str, Told]:
    """Capaian of an indicator, and what was made on the way."""
    return {
        "from quarters": indikator(),
        "from quarters, joined otherwise": indikator(konsolidasi="rata_rata"),
        "nothing says how": indikator(attrs.evolve(KOPERASI, konsolidasi=None)),
        "no rule": compute_capaian_indikator(KOPERASI, periode=YEAR),
        "no target": indikator(attrs.evolve(KOPERASI, target=())),
        "an absent target": indikator(
            attrs.evolve(KOPERASI, target=(Target(periode=YEAR, nilai=ABSENT),))
        ),
        "no realisasi": indikator(attrs.evolve(KOPERASI, realisasi=())),
        "two targets": indikator(
            attrs.evolve(
                KOPERASI, target=(target(YEAR, "9", "RPJMD"), target(YEAR, "8", "Renstra"))
            )
        ),
        "a target of another source": indikator(sumber="RPJMD"),
        "two realisasi": indikator(
            attrs.evolve(KOPERASI, realisasi=(reached(YEAR, "9", "LKjIP"), reached(YEAR, "8")))
        ),
        "a year that disagrees with its quarters": indikator(
            attrs.evolve(KOPERASI, realisasi=(reached(YEAR, "12"), *quarters("1", "2", "3", "4")))
        ),
        "a year that is not stated beside its quarters": indikator(
            attrs.evolve(KOPERASI, realisasi=(KOSONG_TAHUN, *quarters("1", "2", "3", "4")))
        ),
        "a year that does not apply beside its quarters": indikator(
            attrs.evolve(
                KOPERASI,
                realisasi=(
                    Realisasi(periode=YEAR, nilai=Kosong(sebab=SebabKosong.TIDAK_BERLAKU)),
                    *quarters("1", "2", "3", "4"),
                ),
            )
        ),
        "a year and a running total that disagree": indikator(
            attrs.evolve(
                KOPERASI,
                realisasi=(
                    reached(YEAR, "5"),
                    reached(Periode.triwulan_ke(2023, 4, sampai_dengan=True), "6"),
                ),
            )
        ),
        "by a formula that disagrees": indikator(
            COMPUTED.indikator[0], dokumen=COMPUTED, realisasi="dihitung"
        ),
    }


def make_progress() -> Mapping[str, Told]:
    """Changes, gaps and progress."""
    return {
        "a change": compute_perubahan(Angka("72.91"), Angka("72.29")),
        "a change of a unit": compute_perubahan(5, 4, satuan=Satuan("unit")),
        "a change in points": compute_perubahan(55, 50, satuan=PERSEN),
        "a change from zero": compute_perubahan(5, 0),
        "a change from below zero": compute_perubahan(5, -2),
        "a change from nothing": compute_perubahan(5, ABSENT),
        "a change to nothing": compute_perubahan(ABSENT, 5),
        "the change of a year": compute_perubahan_indikator(KONTRIBUSI, periode=YEAR),
        "the change of a year with quarters missing": compute_perubahan_indikator(
            KOPERASI, periode=YEAR
        ),
        "the change of two years of quarters": compute_perubahan_indikator(
            attrs.evolve(
                KOPERASI,
                realisasi=(*quarters("1", "2"), reached(Periode.triwulan_ke(2022, 4), "7")),
            ),
            periode=YEAR,
        ),
        "a gap in points": compute_jarak(KONTRIBUSI, periode=YEAR),
        "a gap in a unit": compute_jarak(
            attrs.evolve(KONTRIBUSI, satuan=Satuan("unit"), kondisi_akhir=None), periode=YEAR
        ),
        "a gap of one year, in fractions": compute_jarak(
            attrs.evolve(KONTRIBUSI, realisasi=(reached(Periode.tahunan(2025), "10.25"),)),
            periode=Periode.tahunan(2025),
        ),
        "a gap to targets of two sources": compute_jarak(
            attrs.evolve(
                KONTRIBUSI,
                kondisi_akhir=None,
                target=tuple(
                    target(Periode.tahunan(2026), "15", sumber) for sumber in ("RPJMD", "Renstra")
                ),
            ),
            periode=YEAR,
        ),
        "a gap at the end": compute_jarak(KONTRIBUSI, periode=Periode.tahunan(2026)),
        "a gap without a realisasi": compute_jarak(
            attrs.evolve(KONTRIBUSI, realisasi=()), periode=YEAR
        ),
        "a gap without an end": compute_jarak(
            attrs.evolve(KONTRIBUSI, target=(), kondisi_akhir=None), periode=YEAR
        ),
        "a gap without the value of the end": compute_jarak(
            attrs.evolve(
                KONTRIBUSI,
                target=(Target(periode=Periode.tahunan(2026), nilai=ABSENT),),
                kondisi_akhir=None,
            ),
            periode=YEAR,
        ),
        "a gap in a plan without a target of the last year": compute_jarak(
            attrs.evolve(KONTRIBUSI, target=(), kondisi_akhir=None),
            periode=YEAR,
            dokumen=attrs.evolve(KOTA, periode=Periode.rentang(2021, 2026)),
        ),
        "a gap with quarters missing": compute_jarak(KOPERASI, periode=YEAR),
        "progress": compute_kemajuan(KOPERASI, periode=UNTIL, rule=NORMAL),
        "progress in fractions": compute_kemajuan(
            attrs.evolve(
                KOPERASI,
                konsolidasi=Konsolidasi.RATA_RATA,
                target=tuple(target(quarter(ke), str(ke)) for ke in (1, 2, 4)),
                realisasi=quarters("1", "2", "2"),
            ),
            periode=quarter(4),
            rule=NORMAL,
        ),
        "progress without a rule": compute_kemajuan(KOPERASI, periode=UNTIL),
        "progress by months": compute_kemajuan(
            KOPERASI, periode=Periode.bulan_ke(2023, 9), rule=NORMAL
        ),
        "progress without targets": compute_kemajuan(
            attrs.evolve(KOPERASI, target=()), periode=quarter(3), rule=NORMAL
        ),
        "progress of several sources": compute_kemajuan(
            attrs.evolve(
                KOPERASI,
                target=(target(YEAR, "9", "RPJMD"), target(YEAR, "8", "Renstra")),
                realisasi=(reached(quarter(1), "9", "LKjIP"), reached(quarter(1), "8")),
            ),
            periode=quarter(1),
            rule=NORMAL,
        ),
    }


_CIRCLE: Final = attrs.evolve(
    KOTA,
    indikator=(
        attrs.evolve(
            KOTA.indikator[0],
            iku_kota=Tautan(uraian="Kontribusi koperasi", dokumen="LKJIP", kode="S1.2"),
        ),
    ),
)


def make_documents() -> Mapping[str, Told]:
    """What the indicators of documents make together."""
    kumpulan = compute_capaian_dokumen(DOKUMEN, YEAR)
    by_sasaran = aggregate_dokumen(DOKUMEN, kumpulan, dasar="sasaran")
    cascade = build_cascading([KOTA, DOKUMEN])
    return {
        "a document": aggregate_dokumen(DOKUMEN, kumpulan).dokumen,
        "a Sasaran": by_sasaran.find("S1"),
        "a Tujuan": by_sasaran.find("T1"),
        "a document by Sasaran": by_sasaran.dokumen,
        "contributions": aggregate_cascading(cascade, {"LKJIP": kumpulan})[0].agregat,
        "contributions of nobody": aggregate_cascading(cascade, {})[0].agregat,
        "contributions in a circle": aggregate_cascading(
            build_cascading([_CIRCLE, DOKUMEN]), {"LKJIP": kumpulan}
        )[0].agregat,
    }


def make_links() -> Cascading:
    """Links that lead nowhere, each for another reason, and a circle."""
    links = (
        Tautan(uraian="Pertumbuhan ekonomi"),
        Tautan(uraian="Pertumbuhan ekonomi", kode="K1"),
        Tautan(uraian="Pertumbuhan ekonomi", dokumen="RPD", kode="K1"),
        Tautan(uraian="Pertumbuhan ekonomi", dokumen="RPJMD", kode="K9"),
        Tautan(uraian="Pertumbuhan ekonomi", dokumen="RPJMD"),
    )
    broken = Dokumen(
        jenis=JenisDokumen.RENSTRA,
        judul="Renstra",
        indikator=tuple(
            Indikator(kode=f"S{index}", nama="Omzet UMKM", iku_kota=tautan)
            for index, tautan in enumerate(links, start=1)
        ),
    )
    return build_cascading([broken, _CIRCLE, DOKUMEN])


TABLES: Final = {
    "rules": make_rules,
    "grades": make_grades,
    "aggregates": make_aggregates,
    "consolidated": make_consolidated,
    "indicators": make_indicators,
    "progress": make_progress,
    "documents": make_documents,
}


class TestTold:
    """An outcome tells its value with the numbers it was made of, or the reason of its absence."""

    @pytest.mark.parametrize("table", TABLES)
    def test_stored(self, table: str) -> None:
        """They read as they are stored."""
        drawn = draw(TABLES[table]())

        assert drawn == read_stored(STORED / f"{table}.txt", drawn)

    def test_links(self) -> None:
        """Links that cannot be followed say why."""
        made = make_links()
        assert [each.explain() for each in made.putus] == made.explain().splitlines()[1:]
        drawn = f"{made.explain()}\n\n{made.explain('en')}\n"

        assert drawn == read_stored(STORED / "links.txt", drawn)

    @pytest.mark.parametrize("table", TABLES)
    def test_verified(self, table: str) -> None:
        """All agree with what they record."""
        outcomes = TABLES[table]()

        assert [name for name, each in outcomes.items() if not each.verify()] == []

    @pytest.mark.parametrize("table", TABLES)
    def test_in_a_notebook(self, table: str) -> None:
        """A notebook shows the sentence."""
        for outcome in TABLES[table]().values():
            assert outcome.explain() == outcome.trace
            assert outcome.trace in unescape(outcome._repr_html_())

    def test_a_document_in_a_notebook(self) -> None:
        """A notebook shows what every indicator of a document reached."""
        drawn = compute_capaian_dokumen(DOKUMEN, YEAR)._repr_html_()

        assert all(each.kode in drawn for each in (KOPERASI, KONTRIBUSI))
