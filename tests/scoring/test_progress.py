"""Progress: quarters against the year, years against each other, and the way to the end."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Dokumen,
    Indikator,
    JenisDokumen,
    Kategori,
    Kondisi,
    Konsolidasi,
    Kosong,
    Nilai,
    Periode,
    Realisasi,
    Satuan,
    Target,
)
from iku.errors import IkuError
from iku.scoring import (
    DuaTargetMinusRealisasi,
    KedekatanTarget,
    RealisasiPerTarget,
    compute_jarak,
    compute_kemajuan,
    compute_perubahan,
    compute_perubahan_indikator,
    compute_tren,
)

if TYPE_CHECKING:
    from iku.scoring import Jarak, Kemajuan, Perubahan

NORMAL = RealisasiPerTarget()
PERSEN = Satuan("persen")
TW2 = Periode.triwulan_ke(2023, 2)


def rows(kind: type[Any], figures: dict[str, Any], sumber: str | None = None) -> tuple[Any, ...]:
    """Targets or results by period."""
    return tuple(
        kind(
            periode=Periode.from_text(periode),
            nilai=Angka(nilai) if isinstance(nilai, str | int) else nilai,
            sumber=sumber,
        )
        for periode, nilai in figures.items()
    )


def indikator(
    target: dict[str, Any] | None = None, realisasi: dict[str, Any] | None = None, **fields: object
) -> Indikator:
    """An indicator with targets and results."""
    return Indikator(
        kode="S1.1",
        nama="Indikator",
        target=rows(Target, target or {}),
        realisasi=rows(Realisasi, realisasi or {}),
        **cast("Any", fields),
    )


def dokumen(*indicators: Indikator, **fields: object) -> Dokumen:
    """A document of indicators."""
    return Dokumen(
        jenis=JenisDokumen.LKJIP, judul="LKjIP", indikator=indicators, **cast("Any", fields)
    )


def progress(subject: Indikator, periode: Periode = TW2, **arguments: object) -> Kemajuan:
    """Compute the progress under the plain rule, unless said otherwise."""
    given: dict[str, Any] = {"rule": NORMAL} | arguments
    made = compute_kemajuan(subject, periode=periode, **given)
    assert made.verify()
    return made


def readings(made: Kemajuan) -> tuple[object, object]:
    """Both readings."""
    assert made.terhadap_kumulatif is not None
    assert made.terhadap_tahun is not None
    return made.terhadap_kumulatif.eksak, made.terhadap_tahun.eksak


class TestKemajuan:
    """One realisasi so far, read against the target so far and against that of the year."""

    # Targets of DJP 2024, id.scribd.com/document/731273769; the results are made up.
    SUM = indikator(
        {"2023": 100, "2023-TW1": 5, "2023-TW2": 5, "2023-TW3": 5, "2023-TW4": 85},
        {"2023-TW1": 5, "2023-TW2": 4},
        konsolidasi=Konsolidasi.JUMLAH,
    )
    # Targets of Kabupaten Jombang 2022, id.scribd.com/document/580429418; as above.
    LAST = indikator(
        {"2023-TW1": "2.4", "2023-TW2": "4.9", "2023-TW3": "7.5", "2023-TW4": "9.7", "2023": "9.7"},
        {"2023-TW1": "2.4", "2023-TW2": "4.41"},
        konsolidasi=Konsolidasi.TERAKHIR,
    )

    def test_sum(self) -> None:
        """9 of 10 so far, 9 of 100 in the year."""
        made = progress(self.SUM)

        assert readings(made) == (90, 9)
        assert str(made.periode) == "2023-sd-TW2"
        assert made.trace == (
            "terhadap target 2023-sd-TW2: 9 / 10 × 100% = 90%; "
            "terhadap target tahun 2023: 9 / 100 × 100% = 9%; realisasi: 5 + 4 = 9"
        )
        assert made.explain("en").startswith("against the target of 2023-sd-TW2: 9 / 10")

    def test_last_known(self) -> None:
        """A trajectory is compared with where it should be."""
        assert readings(progress(self.LAST)) == (90, Fraction(441000, 9700))

    def test_asked_as_running_total(self) -> None:
        """The period is the same either way."""
        until = Periode.triwulan_ke(2023, 2, sampai_dengan=True)
        assert progress(self.SUM, until) == progress(self.SUM)

    def test_stated_totals(self) -> None:
        """What is set and reported as running totals is taken as it is."""
        subject = indikator({"2023-sd-TW2": 40, "2023": 80}, {"2023-sd-TW2": 20})
        made = progress(subject)

        assert readings(made) == (50, 25)
        assert "realisasi:" not in made.trace
        beside = rows(Realisasi, {"2023-TW1": 5, "2023-TW2": 15})
        subject = attrs.evolve(subject, realisasi=(*subject.realisasi, *beside))
        assert "realisasi:" not in progress(subject, konsolidasi="jumlah").trace

    def test_missing_quarter_is_told(self) -> None:
        """It is not zero, and the sum is that of what is known."""
        made = progress(self.SUM, Periode.triwulan_ke(2023, 3))
        assert made.trace.endswith("realisasi: 5 + 4 = 9; belum ada 2023-TW3")

    def test_missing_target_is_told(self) -> None:
        """What is reached is compared with less than was set, and the sentence says so."""
        subject = attrs.evolve(self.SUM, target=rows(Target, {"2023-TW1": 5, "2023-TW3": 5}))
        made = progress(subject, Periode.triwulan_ke(2023, 3))

        assert readings(made) == (90, 90)
        assert made.trace.endswith(
            "realisasi: 5 + 4 = 9; belum ada 2023-TW3; "
            "target: 5 + 5 = 10; belum ada 2023-TW2; "
            "target: 5 + 5 = 10; belum ada 2023-TW2, 2023-TW4"
        )
        assert made.target_kumulatif.belum_ada == (Periode.triwulan_ke(2023, 2),)
        assert "target:" not in progress(self.SUM).trace

    def test_only_the_target_of_the_year(self) -> None:
        """The other reading says why there is none."""
        made = progress(indikator({"2023": 80}, {"2023-sd-TW2": 20}))

        assert readings(made) == (None, 25)
        assert "data target tidak tersedia" in made.trace

    def test_last_quarter(self) -> None:
        """Everything up to the fourth quarter is the year, so both readings meet."""
        subject = indikator({"2023": 80}, {"2023": 20})
        assert readings(progress(subject, Periode.triwulan_ke(2023, 4))) == (25, 25)

    def test_sources_and_consolidation_of_the_caller(self) -> None:
        """As for the capaian of an indicator."""
        subject = attrs.evolve(
            indikator(),
            target=(
                *rows(Target, {"2023": 10}, "Renstra"),
                *rows(Target, {"2023": 20}, "PK"),
            ),
            realisasi=rows(Realisasi, {"2023-B01": 1, "2023-B02": 2}, "BPS"),
        )
        made = progress(
            subject,
            Periode.bulan_ke(2023, 2),
            sumber="PK",
            sumber_realisasi="BPS",
            konsolidasi="jumlah",
        )
        assert readings(made) == (None, 15)

    def test_rule(self) -> None:
        """That of the indicator or document; none is concluded."""
        made = progress(self.SUM, rule=None, dokumen=dokumen(self.SUM))
        assert (made.terhadap_kumulatif, made.terhadap_tahun) == (None, None)
        assert made.trace.startswith("aturan capaian tidak disebutkan; realisasi: 5 + 4 = 9")
        made = progress(self.SUM, rule=None, dokumen=dokumen(self.SUM, aturan_capaian=NORMAL))
        assert readings(made) == (90, 9)
        with pytest.raises(IkuError) as caught:
            progress(self.SUM, rule=KedekatanTarget())
        assert caught.value.code == "unverified-rule"
        made = progress(self.SUM, rule=KedekatanTarget(), allow_unverified=True)
        assert readings(made)[0] == 90

    def test_tampered(self) -> None:
        """What was changed does not agree."""
        made = progress(self.SUM)
        other = progress(self.SUM, rule=DuaTargetMinusRealisasi())
        last = progress(self.LAST)
        assert made.terhadap_kumulatif is not None
        for changes in (
            {"target_tahun": made.target_kumulatif},
            {"realisasi": last.realisasi},
            {"terhadap_tahun": other.terhadap_kumulatif},
            {"realisasi": attrs.evolve(made.realisasi, isi=Angka("10"))},
            {"target_tahun": attrs.evolve(made.target_tahun, isi=Angka("10"))},
            {"terhadap_kumulatif": attrs.evolve(made.terhadap_kumulatif, jawaban=Fraction(91))},
        ):
            assert not attrs.evolve(cast("Any", made), **changes).verify()
        joined = made.realisasi.konsolidasi
        assert joined is not None
        wrong = attrs.evolve(joined, jawaban=Fraction(10))
        assert not attrs.evolve(made.realisasi, konsolidasi=wrong).verify()

    @pytest.mark.parametrize(
        "periode", [Periode.tahunan(2023), Periode.rentang(2022, 2023), Periode.tahun_ke(1)]
    )
    def test_no_part_of_a_year(self, periode: Periode) -> None:
        """There is no progress within a year of a year."""
        with pytest.raises(IkuError) as caught:
            progress(self.SUM, periode)

        assert (caught.value.code, caught.value.path) == ("bad-periode", "$.periode")


class TestPerubahan:
    """A difference in units, in points, and in per cent are three things."""

    def test_published_index(self) -> None:
        """IPM 72,91 after 72,29 and 70,96 after 70,27, as BPS publishes them."""
        for now, before, grown in (("72.91", "72.29", "0.86"), ("70.96", "70.27", "0.98")):
            made = compute_perubahan(Angka(now), Angka(before), satuan=Satuan("indeks"))
            assert made.relatif.round(2) == Decimal(grown)
            assert made.selisih is not None
            assert made.selisih.eksak == Fraction(now) - Fraction(before)
            assert (made.poin, made.verify()) == (None, True)
            assert made.selisih.trace.endswith(" indeks")

    def test_published_points(self) -> None:
        """Kecamatan Blimbing 2022: a mean capaian of 100,33%, up 13,31 (so from 87,02)."""
        made = compute_perubahan(Angka("100.33"), Angka("87.02"), satuan=PERSEN)

        assert made.poin is not None
        assert made.poin.trace == "100,33 − 87,02 = 13,31 poin persen"
        assert made.selisih is None
        assert made.relatif.trace == "(100,33 − 87,02) / 87,02 × 100% = 15,30%"

    def test_fall_that_was_called_a_rise(self) -> None:
        """Maluku, IDG 76,99 to 77,15: it rose by 0,16, and did not fall by 0,17."""
        made = compute_perubahan(Angka("77.15"), Angka("76.99"))
        assert made.explain("en") == (
            "77,15 − 76,99 = 0,16; relative: (77,15 − 76,99) / 76,99 × 100% = 0,21%"
        )

    def test_basis_of_zero_and_below(self) -> None:
        """No percentage of nothing, and none of less than nothing."""
        made = compute_perubahan(5, 0)
        assert made.trace.endswith("tidak dapat dihitung: pembagi lalu bernilai nol")
        made = compute_perubahan(5, -2)
        assert made.selisih is not None
        assert made.selisih.eksak == 7
        assert made.trace.endswith("lalu sebagai dasar bernilai negatif")
        assert made.verify()

    def test_absent(self) -> None:
        """The reason is said once."""
        for satuan in (None, PERSEN):
            made = compute_perubahan(None, Kosong(), satuan=satuan)
            assert made.trace == "kini − lalu tidak dapat dihitung: data kini tidak tersedia"
            assert made.verify()

    def test_tampered(self) -> None:
        """What was changed does not agree, and with nothing left there is only the percentage."""
        made = compute_perubahan(5, 4)

        assert not attrs.evolve(made, kini=Angka("6")).verify()
        assert not attrs.evolve(made, satuan=PERSEN).verify()
        assert attrs.evolve(made, selisih=None).trace.startswith("relatif: ")

    def test_hostile(self) -> None:
        """Float and text are no numbers."""
        for given, path in (((0.5, 1), "$.kini"), ((1, "5"), "$.lalu")):
            with pytest.raises(IkuError) as caught:
                compute_perubahan(*cast("Any", given))
            assert (caught.value.code, caught.value.path) == ("wrong-type", path)
        with pytest.raises(IkuError) as caught:
            compute_perubahan(1, 1, satuan=cast("Any", "%"))
        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.satuan")


class TestYears:
    """N-1: the same stretch of the year before."""

    SUBJECT = indikator(
        realisasi={
            "2020": "71.94",
            "2021": "72.29",
            "2023-S1": 60,
            "2023-S2": 80,
            "2022-TW2": 3,
            "2023-TW2": 4,
        }
    )

    def change(self, periode: str, **arguments: object) -> Perubahan:
        """Compare a period with the year before."""
        made = compute_perubahan_indikator(
            self.SUBJECT, periode=Periode.from_text(periode), **cast("Any", arguments)
        )
        assert made.verify()
        return made

    def test_year(self) -> None:
        """71,94 to 72,29 is 0,49%."""
        made = self.change("2021")

        assert made.relatif.round(2) == Decimal("0.49")
        assert (made.periode, made.periode_lalu) == (Periode.tahunan(2021), Periode.tahunan(2020))

    def test_quarter(self) -> None:
        """A quarter against the same quarter."""
        made = self.change("2023-TW2")

        assert made.relatif.eksak == Fraction(100, 3)
        assert str(made.periode_lalu) == "2022-TW2"

    def test_year_of_parts(self) -> None:
        """Joined as the caller says: both semesters, and of the other year what there is."""
        made = self.change("2023", konsolidasi="rata_rata")

        assert (made.kini, made.lalu) == (Fraction(70), Angka("3"))
        assert list(map(str, made.belum_ada)) == ["2022-TW1", "2022-TW3", "2022-TW4"]

    def test_unfinished_year(self) -> None:
        """It is compared with a whole one, and the sentence says what is missing."""
        subject = indikator(realisasi={"2021-S2": 4, "2022": 10, "2023-TW1": 2, "2023-TW2": 3})
        made = compute_perubahan_indikator(
            attrs.evolve(subject, konsolidasi=Konsolidasi.JUMLAH), periode=Periode.tahunan(2023)
        )

        assert made.trace == (
            "5 − 10 = −5; relatif: (5 − 10) / 10 × 100% = −50%; belum ada 2023-TW3, 2023-TW4"
        )
        assert made.explain("en").endswith("; missing 2023-TW3, 2023-TW4")
        assert made.verify()
        made = compute_perubahan_indikator(
            attrs.evolve(subject, konsolidasi=Konsolidasi.JUMLAH), periode=Periode.tahunan(2022)
        )
        assert list(map(str, made.belum_ada)) == ["2021-S1"]

    def test_year_of_the_plan(self) -> None:
        """Resolved by the span of the document."""
        plan = dokumen(self.SUBJECT, periode=Periode.rentang(2020, 2024))
        assert self.change("TAHUN-2", dokumen=plan) == self.change("2021")

    @pytest.mark.parametrize("periode", ["2020/2021", "TAHUN-2", "1900"])
    def test_no_year_before(self, periode: str) -> None:
        """A span, a year of no plan, and the first year of all have none."""
        with pytest.raises(IkuError) as caught:
            self.change(periode)

        assert caught.value.code == "bad-periode"

    def test_trend(self) -> None:
        """Each year against the one before, and a gap is a gap."""
        made = compute_tren(self.SUBJECT, periode=Periode.rentang(2019, 2022))

        assert [str(each.periode) for each in made.perubahan] == ["2020", "2021", "2022"]
        assert [each.relatif.eksak is None for each in made.perubahan] == [True, False, True]
        assert made.verify()
        wrong = attrs.evolve(made.perubahan[1], kini=Angka("1"))
        assert not attrs.evolve(made, perubahan=(wrong,)).verify()
        assert compute_tren(self.SUBJECT, periode=Periode.rentang(2019, 2019)).perubahan == ()
        assert (made.kode, made.nama) == ("S1.1", "Indikator")

    def test_trend_of_a_year(self) -> None:
        """One year is no trend."""
        for periode in (Periode.tahunan(2021), Periode.tahun_ke(1)):
            with pytest.raises(IkuError) as caught:
                compute_tren(self.SUBJECT, periode=periode)
            assert (caught.value.code, caught.value.path) == ("bad-periode", "$.periode")


def gap(subject: Indikator, periode: str = "2023", **arguments: object) -> Jarak:
    """Compute the gap."""
    made = compute_jarak(subject, periode=Periode.from_text(periode), **cast("Any", arguments))
    assert made.verify()
    return made


def akhir(nilai: str | Nilai, periode: str | None = None) -> Kondisi:
    """A state at the end."""
    value = Angka(nilai) if isinstance(nilai, str) else nilai
    return Kondisi(nilai=value, periode=None if periode is None else Periode.from_text(periode))


class TestJarak:
    """How far it is to the end of the plan, and how fast it would have to go."""

    NOW = {"2023": 10}  # noqa: RUF012 - never changed

    def test_unfinished_year(self) -> None:
        """The sentence says what the present value was made without."""
        subject = indikator(realisasi={"2023-S1": 10}, kondisi_akhir=akhir("16", "2026"))
        made = gap(subject, konsolidasi="jumlah")

        assert made.trace.endswith("(16 − 10) / 3 = 2; belum ada 2023-S2")

    def test_state_at_the_end(self) -> None:
        """In points where values are percentages, in units elsewhere."""
        made = gap(indikator(realisasi=self.NOW, satuan=PERSEN, kondisi_akhir=akhir("16", "2026")))
        assert made.trace == ("16 − 10 = 6 poin persen; per tahun: (16 − 10) / 3 = 2 poin persen")
        assert made.selisih is None
        subject = indikator(
            realisasi=self.NOW, satuan=Satuan("unit"), kondisi_akhir=akhir("16", "2026")
        )
        assert gap(subject).explain("en") == "16 − 10 = 6 unit; a year: (16 − 10) / 3 = 2 unit"
        assert gap(subject).poin is None

    def test_end_of_the_plan(self) -> None:
        """The span of the document says which year it is."""
        subject = indikator(realisasi=self.NOW, kondisi_akhir=akhir("16"))
        made = gap(subject, dokumen=dokumen(subject, periode=Periode.rentang(2021, 2025)))

        assert (str(made.periode_akhir), made.laju.eksak) == ("2025", Fraction(3))

    def test_last_target(self) -> None:
        """Without a stated end, that of the last year."""
        subject = indikator({"2024": 12, "2026": 16, "TAHUN-1": 9}, self.NOW)
        assert gap(subject).trace == "16 − 10 = 6; per tahun: (16 − 10) / 3 = 2"
        blank = attrs.evolve(subject, kondisi_akhir=akhir(Kosong()))
        assert gap(blank) == gap(subject)

    def test_end_and_last_target_disagree(self) -> None:
        """The stated end is taken, and the target is shown."""
        subject = indikator({"2026": 15}, self.NOW, kondisi_akhir=akhir("16", "2026"))
        made = gap(subject)

        assert made.trace.endswith("; 2026 dilaporkan 15, sedangkan hitungannya 16")
        assert gap(attrs.evolve(subject, target=rows(Target, {"2026": 16}))).perbedaan == ()

    def test_several_targets_of_the_last_year(self) -> None:
        """None is chosen unasked."""
        both = (*rows(Target, {"2026": 15}, "PK"), *rows(Target, {"2026": 16}, "Renstra"))
        subject = attrs.evolve(indikator(realisasi=self.NOW), target=both)

        assert "ada dari beberapa sumber" in gap(subject).trace
        assert gap(subject, sumber="PK").laju.eksak == Fraction(5, 3)
        stated = attrs.evolve(subject, kondisi_akhir=akhir("16", "2026"))
        assert gap(stated).perbedaan == ()

    def test_years_of_the_plan(self) -> None:
        """The end and the present may be counted from its start."""
        subject = indikator(realisasi=self.NOW, kondisi_akhir=akhir("16", "TAHUN-5"))
        plan = dokumen(subject, periode=Periode.rentang(2021, 2026))
        made = gap(subject, "TAHUN-3", dokumen=plan)

        assert (str(made.periode), str(made.periode_akhir)) == ("2023", "2025")

    def test_end_of_a_plan_that_nobody_dated(self) -> None:
        """There is a gap, and no pace."""
        made = gap(indikator(realisasi=self.NOW, kondisi_akhir=akhir("16", "TAHUN-5")))

        assert made.trace == (
            "16 − 10 = 6; per tahun: (16 − 10) / sisa tahun tidak dapat dihitung: "
            "nilai sisa tahun membutuhkan seri data dan periode"
        )
        assert made.periode_akhir is None

    def test_no_years_left(self) -> None:
        """A plan that is over needs no pace."""
        for year in ("2023", "2022"):
            made = gap(indikator(realisasi=self.NOW, kondisi_akhir=akhir("16", year)))
            assert made.laju.alasan is not None
            assert made.laju.alasan.kode == "tidak_berlaku"

    def test_nothing_known(self) -> None:
        """No end, no gap; no realisasi, no gap; labels have no distance."""
        assert "data kondisi akhir tidak tersedia" in gap(indikator(realisasi=self.NOW)).trace
        assert (
            "data realisasi tidak tersedia"
            in gap(indikator(kondisi_akhir=akhir("16", "2026"))).trace
        )
        subject = indikator(realisasi=self.NOW, kondisi_akhir=akhir(Kategori(label="A"), "2026"))
        assert "bukan satu bilangan" in gap(subject).trace

    def test_year_made_of_parts(self) -> None:
        """As for the capaian of an indicator."""
        subject = indikator({"2026": 16}, {"2023-S1": 4, "2023-S2": 6})
        made = gap(subject, konsolidasi="jumlah")
        assert made.trace.startswith("16 − 10 = 6")
        assert made.realisasi.dari_bagian

    def test_tampered(self) -> None:
        """What was changed does not agree."""
        made = gap(indikator(realisasi=self.NOW, kondisi_akhir=akhir("16", "2026")))
        for changes in (
            {"akhir": Angka("17")},
            {"periode": Periode.tahunan(2022)},
            {"periode_akhir": None},
            {"satuan": PERSEN},
            {"realisasi": attrs.evolve(made.realisasi, isi=Angka("9"))},
        ):
            assert not attrs.evolve(cast("Any", made), **changes).verify()

    def test_undated_present(self) -> None:
        """A year of no plan is no time."""
        with pytest.raises(IkuError) as caught:
            gap(indikator(realisasi=self.NOW), "TAHUN-1")

        assert (caught.value.code, caught.value.path) == ("bad-periode", "$.periode")


class TestHostile:
    """Wrong arguments are refused with their place, by all of them."""

    @pytest.mark.parametrize(
        "compute", [compute_kemajuan, compute_perubahan_indikator, compute_tren, compute_jarak]
    )
    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"indikator": None}, "wrong-type", "$.indikator"),
            ({"periode": None}, "wrong-type", "$.periode"),
            ({"periode": 2023}, "wrong-type", "$.periode"),
            ({"dokumen": 5}, "wrong-type", "$.dokumen"),
            ({"konsolidasi": "total"}, "bad-choice", "$.konsolidasi"),
            ({"sumber_realisasi": 5}, "wrong-type", "$.sumber_realisasi"),
        ],
    )
    def test_refused(self, compute: Any, changes: dict[str, object], code: str, path: str) -> None:  # noqa: ANN401 - four functions
        """With code and location."""
        arguments: dict[str, Any] = {"indikator": indikator(), "periode": TW2} | changes
        with pytest.raises(IkuError) as caught:
            compute(arguments.pop("indikator"), **arguments)

        assert (caught.value.code, caught.value.path) == (code, path)


class TestValues:
    """Results are values like any other."""

    def test_copies(self) -> None:
        """They compare, hash, copy and pickle."""
        subject = indikator({"2023": 10, "2026": 16}, {"2023": 8, "2023-TW1": 3})
        for made in (
            progress(subject, konsolidasi="jumlah"),
            compute_tren(subject, periode=Periode.rentang(2022, 2023)),
            gap(subject),
        ):
            assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
            assert copy.deepcopy(made) == made
            assert hash(made) == hash(copy.deepcopy(made))
