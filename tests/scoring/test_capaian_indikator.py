"""Capaian of indicators and documents: what is looked up, and what is never guessed."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

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
    Nilai,
    Penjelasan,
    Periode,
    Polaritas,
    Realisasi,
    Rentang,
    Satuan,
    SebabKosong,
    Target,
    Variabel,
)
from iku.errors import IkuError
from iku.formula import Persentase
from iku.scoring import (
    AsalAturan,
    AturanMenurutPolaritas,
    CapaianIndikator,
    CaraRealisasi,
    DuaTargetMinusRealisasi,
    KedekatanTarget,
    RealisasiPerTarget,
    TercapaiAtauTidak,
    compute_capaian_dokumen,
    compute_capaian_indikator,
)

YEAR = Periode.tahunan(2023)
NORMAL, KHUSUS = RealisasiPerTarget(), DuaTargetMinusRealisasi()


def target(periode: str, nilai: str | Nilai, sumber: str | None = None) -> Target:
    """A target."""
    value = Angka(nilai) if isinstance(nilai, str) else nilai
    return Target(periode=Periode.from_text(periode), nilai=value, sumber=sumber)


def result(periode: str, nilai: str | Nilai, sumber: str | None = None) -> Realisasi:
    """A reported result."""
    value = Angka(nilai) if isinstance(nilai, str) else nilai
    return Realisasi(periode=Periode.from_text(periode), nilai=value, sumber=sumber)


def indikator(*rows: Target | Realisasi, **fields: object) -> Indikator:
    """An indicator with targets and results."""
    return Indikator(
        kode="S1.1",
        nama="Angka kesakitan DBD",
        target=tuple(row for row in rows if isinstance(row, Target)),
        realisasi=tuple(row for row in rows if isinstance(row, Realisasi)),
        **cast("Any", fields),
    )


def dokumen(*indicators: Indikator, **fields: object) -> Dokumen:
    """A document of indicators."""
    return Dokumen(
        jenis=JenisDokumen.LKJIP, judul="LKjIP", indikator=indicators, **cast("Any", fields)
    )


def compute(*rows: Target | Realisasi, **arguments: object) -> CapaianIndikator:
    """Compute the capaian of 2023 under the plain rule, unless said otherwise."""
    given: dict[str, object] = {"periode": YEAR, "rule": NORMAL} | arguments
    made = compute_capaian_indikator(indikator(*rows), **cast("Any", given))
    assert made.verify()
    return made


def reason(made: CapaianIndikator) -> str:
    """The kode of the reason."""
    assert made.alasan is not None
    assert made.eksak is None
    return made.alasan.kode


class TestReported:
    """Target and realisasi of the period itself."""

    def test_published(self) -> None:
        """Lampung LKj 2016, p. 162: DBD, target 49, realisasi 56,23."""
        made = compute(target("2023", "49"), result("2023", "56.23"), rule=KHUSUS)

        assert made.trace == "(2 × 49 − 56,23) / 49 × 100% = 85,24%"
        assert made.round(2) == Decimal("85.24")
        assert str(made.nilai).startswith("85.2448979591836734")
        assert made.eksak == made.tanpa_batas == Fraction(4177, 49)
        assert (made.target, made.realisasi) == (target("2023", "49"), (result("2023", "56.23"),))
        assert (made.konsolidasi, made.hasil, made.perbedaan) == (None, None, ())

    def test_cap_keeps_the_value_beside(self) -> None:
        """DJPb Sulawesi Utara: 4 of 3,25 is 123,08%, capped to 120."""
        rule = RealisasiPerTarget(maksimum=Angka("120"))
        made = compute(target("2023", "3.25"), result("2023", "4"), rule=rule)

        assert (made.eksak, made.tanpa_batas) == (Fraction(120), Fraction(1600, 13))
        assert made.trace == "4 / 3,25 × 100% = 123,08%, dibatasi menjadi 120%"

    def test_same_time_under_another_name(self) -> None:
        """Everything up to the fourth quarter is the year."""
        made = compute(target("2023-sd-S2", "4"), result("2023-sd-TW4", "5"))

        assert made.eksak == 125

    def test_exact_name_comes_first(self) -> None:
        """And a figure under another name that differs is said."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023", "4"),
            result("2023", "5"),
            result("2023-sd-TW4", "6"),
        )
        made = compute(*rows)

        assert made.trace == (
            "5 / 4 × 100% = 125%; 2023-sd-TW4 dilaporkan 6, sedangkan hitungannya 5"
        )

    def test_exact_name_comes_first_in_any_alphabet(self) -> None:
        """A running total that is asked for is not the semester of the same months."""
        until = Periode.triwulan_ke(2023, 2, sampai_dengan=True)
        rows = (target("2023-sd-TW2", "4"), result("2023-S1", "6"), result("2023-sd-TW2", "5"))
        made = compute(*rows, periode=until)

        assert made.trace.startswith("5 / 4 × 100% = 125%; 2023-S1 dilaporkan 6")

    def test_zero_is_a_figure(self) -> None:
        """A realisasi of zero is 0%."""
        assert compute(target("2023", "4"), result("2023", "0")).eksak == 0

    def test_range(self) -> None:
        """Targets of every kind go to the rule as they are."""
        goal = Rentang(bawah=Angka("7"), atas=Angka("8"))
        rows: tuple[Target | Realisasi, ...] = (target("2023", goal), result("2023", "7.5"))

        assert compute(*rows, rule=TercapaiAtauTidak()).eksak == 100
        assert reason(compute(*rows)) == "aturan_tidak_berlaku"


class TestAbsent:
    """Whatever is missing is the reason, and never zero."""

    def test_neither(self) -> None:
        """Both are named."""
        made = compute()

        assert made.alasan is not None
        assert made.alasan.pesan == "data target dan realisasi tidak tersedia"
        assert (made.nilai, made.round(2), made.tanpa_batas) == (None, None, None)

    def test_reasons_of_the_document(self) -> None:
        """What the document says of its absence is kept."""
        late = Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)
        made = compute(target("2023", "4"), result("2023", late))
        assert reason(made) == "belum_dilaporkan"
        made = compute(target("2023", Kosong()), result("2023", "4"))
        assert reason(made) == "tidak_dicantumkan"

    def test_other_periods(self) -> None:
        """Another year says nothing."""
        assert reason(compute(target("2022", "4"), result("2023", "4"))) == "tanpa_data"


class TestRule:
    """The rule is stated by the caller, the indicator or the document, in this order."""

    ROWS = (target("2023", "10"), result("2023", "12"))

    def test_order(self) -> None:
        """Whoever is nearest."""
        plain = indikator(*self.ROWS)
        own = attrs.evolve(plain, aturan_capaian=KHUSUS)
        of_all = dokumen(plain, aturan_capaian=NORMAL)
        cap = RealisasiPerTarget(maksimum=Angka("100"))
        for subject, rule, expected, asal in (
            (own, cap, 100, AsalAturan.ARGUMEN),
            (own, None, 80, AsalAturan.INDIKATOR),
            (plain, None, 120, AsalAturan.DOKUMEN),
        ):
            made = compute_capaian_indikator(subject, periode=YEAR, dokumen=of_all, rule=rule)
            assert (made.eksak, made.asal_aturan) == (Fraction(expected), asal)
            assert made.verify()

    def test_none(self) -> None:
        """The polarity states no rule."""
        for of_all in (None, dokumen()):
            made = compute_capaian_indikator(
                indikator(*self.ROWS, polaritas=Polaritas.POSITIF), periode=YEAR, dokumen=of_all
            )
            assert reason(made) == "tanpa_aturan"
            assert made.trace == "aturan capaian tidak disebutkan"
            assert made.explain("en") == "no capaian rule is stated"
            assert (made.nilai_target, made.nilai_realisasi) == (Angka("10"), Angka("12"))
            assert (made.round(1), made.nilai, made.tanpa_batas) == (None, None, None)
            assert made.verify()

    def test_polarity_reaches_rules_that_ask(self) -> None:
        """One rule of a document can serve indicators of both directions."""
        rule = AturanMenurutPolaritas(positif=NORMAL, negatif=KHUSUS)
        for polarity, expected in ((Polaritas.POSITIF, 120), (Polaritas.NEGATIF, 80)):
            subject = indikator(*self.ROWS, polaritas=polarity)
            made = compute_capaian_indikator(subject, periode=YEAR, rule=rule)
            assert made.eksak == expected
            assert made.verify()

    def test_unverified(self) -> None:
        """Only where the caller allows it."""
        with pytest.raises(IkuError) as caught:
            compute(*self.ROWS, rule=KedekatanTarget())

        assert caught.value.code == "unverified-rule"
        assert compute(*self.ROWS, rule=KedekatanTarget(), allow_unverified=True).eksak == 80
        whole = dokumen(indikator(*self.ROWS), aturan_capaian=KedekatanTarget())
        with pytest.raises(IkuError) as caught:
            compute_capaian_dokumen(whole, YEAR)
        assert caught.value.code == "unverified-rule"
        assert compute_capaian_dokumen(whole, YEAR, allow_unverified=True)["S1.1"].eksak == 80


class TestSources:
    """Of several sources none is chosen unasked."""

    ROWS = (
        target("2023", "10", "Renstra"),
        target("2023", "8", "PK"),
        result("2023", "4", "BPS"),
        result("2023", "6", "Dinas"),
    )

    def test_unasked(self) -> None:
        """The reason lists them, of the target and of the realisasi."""
        made = compute(*self.ROWS, sumber_realisasi="BPS")
        assert made.alasan is not None
        assert made.alasan.pesan == ("nilai target ada dari beberapa sumber (2023: Renstra; PK)")
        assert made.target is None
        made = compute(*self.ROWS, sumber="PK")
        assert reason(made) == "beberapa_sumber"
        assert made.realisasi == ()

    def test_asked(self) -> None:
        """By name, in the order of preference."""
        made = compute(*self.ROWS, sumber=("PK Perubahan", "PK"), sumber_realisasi="Dinas")

        assert (made.trace, made.target) == ("6 / 8 × 100% = 75%", self.ROWS[1])

    def test_another_than_asked(self) -> None:
        """It is none, even where it is the only one."""
        made = compute(target("2023", "10", "Renstra"), self.ROWS[2], sumber="PK")
        assert reason(made) == "sumber_tidak_ada"
        made = compute(target("2023", "10"), self.ROWS[2], sumber_realisasi="Dinas")
        assert reason(made) == "sumber_tidak_ada"

    @pytest.mark.parametrize(
        ("sumber", "nilai"), [("PK", 80), ("Renstra", 40), (("PK", "Renstra"), 80), (None, 40)]
    )
    def test_another_name_of_the_period(self, sumber: tuple[str, ...] | None, nilai: int) -> None:
        """The source that was asked for is found under it, the preferred one first."""
        rows = (target("2023", "10", "Renstra"), target("2023-sd-TW4", "5", "PK"))
        assert compute(*rows, result("2023", "4"), sumber=sumber).eksak == nilai

    def test_parts_of_the_source_that_was_asked_for(self) -> None:
        """They count where its own figure of the year is missing."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023", "10"),
            result("2023", "4", "BPS"),
            result("2023-S1", "5", "Dinas"),
        )
        made = compute(*rows, sumber_realisasi="Dinas", konsolidasi="jumlah")

        assert made.trace == "5 / 10 × 100% = 50%; realisasi: 5; belum ada 2023-S2"


class TestParts:
    """Parts make the year where nothing else is reported."""

    QUARTERS: tuple[Target | Realisasi, ...] = tuple(
        result(f"2023-TW{ke}", str(ke)) for ke in range(1, 5)
    )

    def test_of_the_indicator_and_of_the_caller(self) -> None:
        """The argument stands before what the indicator says."""
        subject = indikator(
            target("2023", "10"),
            *self.QUARTERS,
            konsolidasi=Konsolidasi.JUMLAH,
            satuan=Satuan("unit"),
        )
        made = compute_capaian_indikator(subject, periode=YEAR, rule=NORMAL)
        assert made.trace == "10 / 10 × 100% = 100%; realisasi: 1 + 2 + 3 + 4 = 10 unit"
        assert made.realisasi == self.QUARTERS
        made = compute_capaian_indikator(
            subject, periode=YEAR, rule=NORMAL, konsolidasi=Konsolidasi.RATA_RATA
        )
        assert made.trace == "2,5 / 10 × 100% = 25%; realisasi: rata-rata(1; 2; 3; 4) = 2,5 unit"

    def test_how_is_not_stated(self) -> None:
        """That is the reason."""
        made = compute(target("2023", "10"), *self.QUARTERS)

        assert reason(made) == "tanpa_konsolidasi"
        assert made.konsolidasi is not None
        assert made.konsolidasi.bagian == self.QUARTERS

    def test_reported_year_beside_its_parts(self) -> None:
        """It is taken, and the disagreement is shown."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023", "10"),
            result("2023", "9"),
            *self.QUARTERS,
        )
        made = compute(*rows, konsolidasi="jumlah")

        assert made.trace == ("9 / 10 × 100% = 90%; 2023 dilaporkan 9, sedangkan hitungannya 10")
        assert made.realisasi == (result("2023", "9"),)
        assert made.konsolidasi is not None
        assert made.konsolidasi.eksak == 10

    def test_incomplete_parts_disagree_with_nothing(self) -> None:
        """A year is no less than the quarters known so far."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023", "10"),
            result("2023", "9"),
            *self.QUARTERS[:2],
        )
        assert compute(*rows, konsolidasi="jumlah").perbedaan == ()

    def test_stated_absence_of_the_year(self) -> None:
        """Parts fill a blank, and not what cannot be read or does not apply."""
        for sebab in SebabKosong:
            rows: tuple[Target | Realisasi, ...] = (
                target("2023", "10"),
                result("2023", Kosong(sebab=sebab)),
                *self.QUARTERS,
            )
            made = compute(*rows, konsolidasi="jumlah")
            blank = sebab in {SebabKosong.TIDAK_DICANTUMKAN, SebabKosong.BELUM_DILAPORKAN}
            assert made.eksak == (100 if blank else None)
            assert made.realisasi == (self.QUARTERS if blank else rows[1:2])

    def test_quarter_of_months(self) -> None:
        """Months make a quarter as quarters make the year."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023-TW2", "4"),
            result("2023-B04", "1"),
            result("2023-B06", "2"),
        )
        made = compute(*rows, periode=Periode.triwulan_ke(2023, 2), konsolidasi="jumlah")

        assert made.trace == "3 / 4 × 100% = 75%; realisasi: 1 + 2 = 3; belum ada 2023-B05"

    def test_disagreement_inside_the_parts(self) -> None:
        """It is said once."""
        rows: tuple[Target | Realisasi, ...] = (
            target("2023", "10"),
            result("2023-S1", "4"),
            *self.QUARTERS,
        )
        made = compute(*rows, konsolidasi="jumlah")

        assert made.trace.count("2023-S1 dilaporkan 4, sedangkan hitungannya 3") == 1


class TestYearsOfThePlan:
    """TAHUN KE-1 is a calendar year where the document says when its plan begins."""

    SUBJECT = indikator(target("TAHUN-2", "10"), result("2023", "9"))

    def test_resolved(self) -> None:
        """Asked for by either name."""
        plan = dokumen(self.SUBJECT, periode=Periode.rentang(2022, 2026))
        for asked in (YEAR, Periode.tahun_ke(2)):
            made = compute_capaian_indikator(self.SUBJECT, periode=asked, dokumen=plan, rule=NORMAL)
            assert (made.eksak, made.periode) == (Fraction(90), YEAR)

    def test_unknown(self) -> None:
        """Without the plan the two are strangers."""
        made = compute_capaian_indikator(self.SUBJECT, periode=Periode.tahun_ke(2), rule=NORMAL)
        assert made.nilai_target == Angka("10")
        assert reason(made) == "tanpa_data"

    def test_unknown_years_are_not_one(self) -> None:
        """Two of them that differ are no disagreement."""
        subject = indikator(target("TAHUN-1", "10"), result("TAHUN-1", "9"), result("TAHUN-2", "8"))
        made = compute_capaian_indikator(subject, periode=Periode.tahun_ke(1), rule=NORMAL)
        assert (made.eksak, made.perbedaan) == (Fraction(90), ())

    def test_beyond(self) -> None:
        """A plan of five years has no sixth."""
        plan = dokumen(self.SUBJECT, periode=Periode.rentang(2022, 2026))
        with pytest.raises(IkuError) as caught:
            compute_capaian_indikator(self.SUBJECT, periode=Periode.tahun_ke(6), dokumen=plan)

        assert caught.value.code == "bad-periode"


def _computed(**fields: object) -> Dokumen:
    """A document that computes one indicator from data: 83 of 852."""
    baik = Penjelasan(formula=Persentase(pembilang="BAIK", penyebut="SEMUA"))
    subject = indikator(
        target("2023", "10"), *cast("Any", fields.pop("rows", ())), penjelasan=(baik,)
    )
    return dokumen(
        subject,
        variabel=(Variabel(kode="BAIK", nama="Baik"), Variabel(kode="SEMUA", nama="Semua")),
        data=(
            Data(variabel="BAIK", periode=YEAR, nilai=Angka("83")),
            Data(variabel="SEMUA", periode=YEAR, nilai=Angka("852")),
        ),
        aturan_capaian=NORMAL,
    )


class TestComputed:
    """The realisasi can be what the formula gives, exact and not rounded."""

    def test_exact(self) -> None:
        """9,741784...%, and not the 9,7 that is printed."""
        made = compute_capaian_dokumen(_computed(), YEAR, realisasi="dihitung")["S1.1"]

        assert made.eksak == Fraction(83, 852) * 1000
        assert made.trace == ("9,741784 / 10 × 100% = 97,42%; realisasi: 83 / 852 × 100% = 9,74%")
        assert made.verify()
        assert (made.realisasi, made.nilai_realisasi) == ((), Fraction(8300, 852))

    def test_beside_what_is_reported(self) -> None:
        """A reported figure that is not its rounding is shown."""
        for printed, count in (("9.7", 0), ("9.74", 0), ("9.8", 1)):
            whole = _computed(rows=[result("2023", printed)])
            subject = whole.find_indikator("S1.1")
            made = compute_capaian_indikator(
                subject, periode=YEAR, dokumen=whole, realisasi=CaraRealisasi.DIHITUNG
            )
            assert len(made.perbedaan) == count
            assert made.verify()

    def test_nothing_to_compute_from(self) -> None:
        """The reason is that of the formula."""
        whole = _computed(rows=[result("2022", "5")])
        made = compute_capaian_dokumen(whole, Periode.tahunan(2022), realisasi="dihitung")["S1.1"]

        assert isinstance(made.nilai_realisasi, type(made.alasan))
        assert made.verify()

    def test_another_document(self) -> None:
        """An indicator that it does not have cannot be computed from it."""
        stranger = attrs.evolve(indikator(), kode="X")
        with pytest.raises(IkuError) as caught:
            compute_capaian_indikator(
                stranger, periode=YEAR, dokumen=_computed(), realisasi="dihitung"
            )

        assert caught.value.code == "not-found"


class TestDokumen:
    """All indicators of a document at once."""

    WHOLE = dokumen(
        indikator(target("2023", "10"), result("2023", "9")),
        Indikator(kode="S1.2", nama="IKM"),
        aturan_capaian=NORMAL,
    )

    def test_lookup(self) -> None:
        """By kode, in the order of the document."""
        all_of_it = compute_capaian_dokumen(self.WHOLE, YEAR)

        assert list(all_of_it) == ["S1.1", "S1.2"] == list(all_of_it.keys())
        assert len(all_of_it) == 2
        assert "S1.1" in all_of_it
        assert "S9" not in all_of_it
        assert all_of_it.values() == all_of_it.capaian
        assert dict(all_of_it.items())["S1.1"] == all_of_it["S1.1"]
        assert all_of_it["S1.1"].eksak == 90
        assert all_of_it.get("S1.1") == all_of_it["S1.1"] == all_of_it.get("S9", all_of_it["S1.1"])
        assert all_of_it.get("S9") is None
        assert all_of_it.verify()
        assert all_of_it.periode == YEAR
        with pytest.raises(IkuError) as caught:
            all_of_it["S1.3"]
        assert caught.value.code == "not-found"

    def test_tampered(self) -> None:
        """One that does not agree spoils the whole."""
        all_of_it = compute_capaian_dokumen(self.WHOLE, YEAR)
        wrong = attrs.evolve(all_of_it["S1.1"], nilai_target=Angka("11"))

        assert not attrs.evolve(all_of_it, capaian=(wrong,)).verify()

    def test_a_value_like_any_other(self) -> None:
        """It compares, hashes, copies and pickles."""
        all_of_it = compute_capaian_dokumen(self.WHOLE, YEAR)

        assert pickle.loads(pickle.dumps(all_of_it)) == all_of_it  # noqa: S301 - our own bytes
        assert copy.deepcopy(all_of_it) == all_of_it
        assert hash(all_of_it) == hash(compute_capaian_dokumen(self.WHOLE, YEAR))


class TestVerify:
    """A result that was tampered with does not agree with itself."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"nilai_target": Angka("11")},
            {"nilai_realisasi": Angka("11")},
            {"target": target("2023", "11")},
            {"target": None, "nilai_target": Angka("11")},
            {"realisasi": (result("2023", "11"),)},
            {"rule": KHUSUS},
            {"rule": None},
            {"asal_aturan": None},
            {"capaian": None},
            {"polaritas": Polaritas.STABIL},
        ],
    )
    def test_changed(self, changes: dict[str, object]) -> None:
        """Whatever was changed."""
        made = compute(target("2023", "10"), result("2023", "9"))

        assert not attrs.evolve(cast("Any", made), **changes).verify()

    def test_parts(self) -> None:
        """The parts it was made of agree, too."""
        made = compute(
            target("2023", "10"),
            result("2023-S1", "9"),
            result("2023-S2", "1"),
            konsolidasi="jumlah",
        )
        assert made.konsolidasi is not None
        wrong = attrs.evolve(made.konsolidasi, jawaban=Fraction(11))

        assert not attrs.evolve(made, konsolidasi=wrong).verify()


class TestHostile:
    """Wrong arguments are refused with their place."""

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"indikator": None}, "wrong-type", "$.indikator"),
            ({"indikator": "S1.1"}, "wrong-type", "$.indikator"),
            ({"periode": None}, "wrong-type", "$.periode"),
            ({"periode": "2023"}, "wrong-type", "$.periode"),
            ({"dokumen": "IKU"}, "wrong-type", "$.dokumen"),
            ({"realisasi": "dihitung"}, "wrong-type", "$.dokumen"),
            ({"realisasi": "ditebak"}, "bad-choice", "$.realisasi"),
            ({"konsolidasi": 5}, "bad-choice", "$.konsolidasi"),
            ({"sumber": 5}, "wrong-type", "$.sumber"),
            ({"sumber_realisasi": {"BPS"}}, "wrong-type", "$.sumber_realisasi"),
        ],
    )
    def test_refused(self, changes: dict[str, object], code: str, path: str) -> None:
        """With code and location."""
        arguments: dict[str, object] = {"indikator": indikator(), "periode": YEAR} | changes
        with pytest.raises(IkuError) as caught:
            compute_capaian_indikator(arguments.pop("indikator"), **cast("Any", arguments))  # type: ignore[arg-type]

        assert (caught.value.code, caught.value.path) == (code, path)

    def test_rule_that_is_none(self) -> None:
        """A name of a rule is no rule."""
        with pytest.raises(IkuError) as caught:
            compute(target("2023", "10"), result("2023", "9"), rule="realisasi_per_target")

        assert caught.value.code == "wrong-type"

    def test_dokumen(self) -> None:
        """A document is needed for all its indicators."""
        with pytest.raises(IkuError) as caught:
            compute_capaian_dokumen(cast("Any", None), YEAR)

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.dokumen")
