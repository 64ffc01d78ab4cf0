"""The capaian rules: what each answers, what it refuses, and how it tells what it did."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

import pytest

from iku.angka import Angka
from iku.domain import (
    Ambang,
    Kategori,
    Kosong,
    Pembanding,
    Polaritas,
    Predikat,
    Rentang,
    Satuan,
    SebabKosong,
    Skala,
)
from iku.errors import IkuError, ScoringError
from iku.formula import Alasan
from iku.formula.plugins import is_vendor_tag
from iku.regulations import permenpanrb_8_2021 as iki
from iku.scoring import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    KedekatanTarget,
    Ketetapan,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    Ruas,
    SelisihBertanda,
    SkorPredikat,
    TargetNol,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    Tonggak,
    compute_capaian,
    registry,
)
from iku.scoring.rules.kinds import Keadaan
from iku.tree import Unlowered
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.scoring import Capaian

NORMAL: Final = RealisasiPerTarget()
KHUSUS: Final = DuaTargetMinusRealisasi()
PER_REALISASI: Final = TargetPerRealisasi()
POSITIF, NEGATIF, STABIL = Polaritas.POSITIF, Polaritas.NEGATIF, Polaritas.STABIL
OPINI: Final = Skala(
    kode="opini",
    nama="Opini BPK",
    predikat=tuple(Predikat(label=label) for label in ("TMP", "TW", "WDP", "WTP")),
)
AKIP: Final = Skala(
    kode="akip",
    nama="Predikat AKIP",
    predikat=(
        Predikat(label="C", skor=Angka("0")),
        *(
            Predikat(label=label, skor=Angka(skor))
            for skor, label in enumerate(("CC", "B", "BB", "A"), start=1)
        ),
        Predikat(label="Sangat Memuaskan"),
    ),
)
DELAPAN: Final = Rentang(bawah=Angka("80"), atas=Angka("90"))
KEADAAN: Final = AturanMenurutPolaritas(positif=NORMAL, negatif=KHUSUS)
RULES: Final[tuple[CapaianRule, ...]] = (
    NORMAL,
    KHUSUS,
    PER_REALISASI,
    KedekatanTarget(),
    SelisihBertanda(polaritas=POSITIF),
    RentangTarget(aturan=NORMAL),
    AmbangTarget(aturan=KHUSUS),
    TercapaiAtauTidak(skala=OPINI),
    SkorPredikat(skala=AKIP, aturan=NORMAL),
    Tonggak(),
    iki.NILAI_IKI.isi,
    EkspresiCapaian(ekspresi="realisasi - target"),
    KEADAAN,
    AturanMenurutTarget(angka=KEADAAN),
)


def apply(
    rule: CapaianRule, target: NilaiMasukan, realisasi: NilaiMasukan, polaritas: str | None = None
) -> Capaian:
    """Apply a rule, unverified ones too; whatever comes out verifies."""
    capaian = compute_capaian(
        target,
        realisasi,
        rule=rule,
        polaritas=None if polaritas is None else Polaritas(polaritas),
        allow_unverified=True,
    )
    assert capaian.verify()
    return capaian


def kode(capaian: Capaian) -> str:
    """Give the kode of the reason."""
    assert capaian.alasan is not None
    assert (capaian.eksak, capaian.tanpa_batas, capaian.ketetapan) == (None, None, None)
    return capaian.alasan.kode


def label(text: str, skala: str | None = None) -> Kategori:
    """Make a label."""
    return Kategori(label=text, skala=skala)


def ambang(pembanding: str, batas: str) -> Ambang:
    """Make a threshold."""
    return Ambang(pembanding=Pembanding(pembanding), batas=Angka(batas))


def refusal(make: Callable[[], object]) -> tuple[str, str]:
    """Give code and path of what a constructor raises."""
    with pytest.raises(IkuError) as caught:
        make()
    return caught.value.code, caught.value.path


class TestValues:
    """A rule is a value with a tag."""

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.tipe)
    def test_it_is_one(self, rule: CapaianRule) -> None:
        """It copies, compares, hashes and is registered under its tag."""
        assert copy.deepcopy(rule) == rule == pickle.loads(pickle.dumps(rule))  # noqa: S301 - our own bytes
        assert hash(rule) == hash(copy.deepcopy(rule))
        assert isinstance(rule, CapaianRule)
        assert registry.find(rule.tipe) is type(rule)

    def test_there_is_one_of_each(self) -> None:
        """No rule of the library is missing above."""
        own = {tag for tag in registry.tags if not is_vendor_tag(tag)}

        assert {rule.tipe for rule in RULES} == own

    def test_registry_is_not_that_of_formulas(self) -> None:
        """A formula's tag is no rule."""
        with pytest.raises(IkuError) as caught:
            registry.find("persentase")
        assert caught.value.code == "not-found"

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.tipe)
    @pytest.mark.parametrize(
        ("sebab", "keterangan"),
        [(SebabKosong.BELUM_DILAPORKAN, None), (SebabKosong.TIDAK_BERLAKU, "tutup")],
    )
    def test_absence_keeps_its_reason(
        self, rule: CapaianRule, sebab: SebabKosong, keterangan: str | None
    ) -> None:
        """Under every rule, for every kind of target; zero is something else."""
        kosong = Kosong(sebab=sebab, keterangan=keterangan)
        for target in (Angka("5"), DELAPAN, ambang(">=", "5"), label("ya"), label("WTP")):
            capaian = apply(rule, target, kosong, "positif")
            if capaian.alasan is not None and capaian.alasan.kode != "aturan_tidak_berlaku":
                assert capaian.alasan.kode == sebab.value
                assert capaian.alasan.keterangan == keterangan
                assert capaian.alasan.variabel == ("realisasi",)
        assert kode(apply(rule, kosong, 5, "positif")) == sebab.value


class TestLimits:
    """Floor and cap are explicit, and the figure without them is kept."""

    @pytest.mark.parametrize(
        ("rule", "realisasi", "capped", "uncapped"),
        [
            (RealisasiPerTarget(maksimum=Angka("120")), 4, 120, Fraction(400, 3)),
            (RealisasiPerTarget(maksimum=Angka("120")), 3, 100, 100),
            (RealisasiPerTarget(minimum=Angka("0")), -3, 0, -100),
            (DuaTargetMinusRealisasi(minimum=Angka("0")), 7, 0, Fraction(-100, 3)),
            (TargetPerRealisasi(maksimum=Angka("150.5")), 1, Fraction(301, 2), 300),
            (KedekatanTarget(minimum=Angka("50")), 9, 50, -100),
        ],
    )
    def test_cut(
        self, rule: CapaianRule, realisasi: int, capped: Fraction, uncapped: Fraction
    ) -> None:
        """For a target of three."""
        capaian = apply(rule, 3, realisasi)

        assert (capaian.eksak, capaian.tanpa_batas) == (capped, uncapped)
        assert ("dibatasi menjadi" in capaian.trace) is (capped != uncapped)

    def test_told(self) -> None:
        """In both languages, at any number of decimals."""
        capaian = apply(RealisasiPerTarget(maksimum=Angka("120")), Angka("3.25"), 4)

        assert capaian.trace == "4 / 3,25 × 100% = 123,08%, dibatasi menjadi 120%"
        assert capaian.explain("en", digits=0) == "4 / 3,25 × 100% = 123%, limited to 120%"

    def test_the_floor_is_told_as_well(self) -> None:
        """With the same word."""
        capaian = apply(DuaTargetMinusRealisasi(minimum=Angka("0")), 1, 4)

        assert capaian.trace == "(2 × 1 − 4) / 1 × 100% = −200%, dibatasi menjadi 0%"

    def test_they_apply_to_every_kind_of_target(self) -> None:
        """A range, a threshold and labels lead to the same rule."""
        capped = RealisasiPerTarget(maksimum=Angka("110"))
        answers = [
            apply(RentangTarget(aturan=capped), DELAPAN, 180),
            apply(AmbangTarget(aturan=capped), ambang(">=", "3"), 9),
            apply(SkorPredikat(skala=AKIP, aturan=capped), label("CC"), label("A")),
        ]

        assert [each.eksak for each in answers] == [110, 110, 110]
        assert [each.tanpa_batas for each in answers] == [200, 300, 400]

    @pytest.mark.parametrize(
        ("limits", "path"),
        [
            ({"maksimum": Angka("99.99")}, "$.maksimum"),
            ({"minimum": Angka("100.01")}, "$.minimum"),
            ({"minimum": Angka("120"), "maksimum": Angka("110")}, "$.maksimum"),
        ],
    )
    @pytest.mark.parametrize(
        "kind", [RealisasiPerTarget, DuaTargetMinusRealisasi, TargetPerRealisasi, KedekatanTarget]
    )
    def test_limits_that_leave_out_a_hundred(
        self, kind: Callable[..., object], limits: dict[str, Angka], path: str
    ) -> None:
        """A target that is met would not be a hundred."""
        assert refusal(lambda: kind(**limits)) == ("bad-aturan", path)

    def test_limits_at_a_hundred(self) -> None:
        """They leave a met target as it is."""
        rule = RealisasiPerTarget(minimum=Angka("100"), maksimum=Angka("100.00"))

        assert [apply(rule, 5, realisasi).eksak for realisasi in (1, 5, 9)] == [100, 100, 100]

    def test_free_rules_only_need_order(self) -> None:
        """Nothing is known of what a met target gives."""
        rule = EkspresiCapaian(ekspresi="realisasi / target", maksimum=Angka("1"))

        assert apply(rule, 2, 3).eksak == 1
        assert refusal(
            lambda: EkspresiCapaian(ekspresi="realisasi", minimum=Angka("2"), maksimum=Angka("1"))
        ) == ("bad-aturan", "$.maksimum")

    @pytest.mark.parametrize("name", ["minimum", "maksimum"])
    def test_numbers_only(self, name: str) -> None:
        """As everywhere in the model."""
        assert refusal(lambda: RealisasiPerTarget(**{name: 120})) == (  # type: ignore[arg-type]  # that is refused
            "wrong-type",
            f"$.{name}",
        )


class TestZeroTarget:
    """What a target of zero means is a policy of the rule."""

    @pytest.mark.parametrize(
        ("rule", "realisasi", "expected"),
        [
            (NORMAL, 0, "keduanya_nol"),
            (KHUSUS, 0, "keduanya_nol"),
            (PER_REALISASI, 0, "keduanya_nol"),
            (NORMAL, 5, "target_nol"),
            (KHUSUS, 5, "target_nol"),
            (PER_REALISASI, 5, "target_nol"),
            (EkspresiCapaian(ekspresi="realisasi - target"), 0, "target_nol"),
        ],
    )
    def test_undefined(self, rule: CapaianRule, realisasi: int, expected: str) -> None:
        """By default only zero reaches zero, for rules that claim a hundred."""
        capaian = apply(rule, 0, realisasi)

        assert (capaian.ketetapan or kode(capaian)) == expected

    @pytest.mark.parametrize(
        ("kind", "realisasi", "expected"),
        [
            (RealisasiPerTarget, 5, 100),
            (RealisasiPerTarget, 0, 100),
            (RealisasiPerTarget, -5, 0),
            (DuaTargetMinusRealisasi, 5, 0),
            (DuaTargetMinusRealisasi, 0, 100),
            (DuaTargetMinusRealisasi, -5, 100),
            (TargetPerRealisasi, 5, 0),
            (KedekatanTarget, 5, 0),
            (KedekatanTarget, -5, 0),
            (KedekatanTarget, 0, 100),
        ],
    )
    def test_met_or_not(
        self, kind: Callable[..., CapaianRule], realisasi: int, expected: int
    ) -> None:
        """By the direction of the rule."""
        rule = kind(target_nol=TargetNol.TERCAPAI_ATAU_TIDAK)

        assert apply(rule, 0, realisasi).eksak == expected

    @pytest.mark.parametrize(
        ("polaritas", "expected"), [("positif", 100), ("negatif", 0), ("stabil", 0)]
    )
    def test_met_or_not_by_polarity(self, polaritas: str, expected: int) -> None:
        """Where the rule has no direction, that of the indicator decides."""
        rule = EkspresiCapaian(
            ekspresi="realisasi / target", target_nol=TargetNol.TERCAPAI_ATAU_TIDAK
        )

        assert apply(rule, 0, 5, polaritas).eksak == expected
        assert kode(apply(rule, 0, 5)) == "tanpa_polaritas"

    def test_computed(self) -> None:
        """The formula decides; a division by zero is its own reason."""
        policy = TargetNol.DIHITUNG

        assert kode(apply(RealisasiPerTarget(target_nol=policy), 0, 0)) == "pembagi_nol"
        assert apply(TargetPerRealisasi(target_nol=policy), 0, 5).eksak == 0
        assert kode(apply(TargetPerRealisasi(target_nol=policy), 0, 0)) == "realisasi_nol"
        rule = EkspresiCapaian(ekspresi="100 + realisasi - target", target_nol=policy)
        assert apply(rule, 0, 5).eksak == 105

    def test_told(self) -> None:
        """As a decision, with both sides."""
        assert apply(KHUSUS, 0, 0).trace == (
            "realisasi 0 terhadap target 0: keduanya nol, tercapai = 100%"
        )
        assert apply(KHUSUS, 0, 0).explain("en") == (
            "realisasi 0 against target 0: both zero, met = 100%"
        )

    def test_a_decision_is_limited_too(self) -> None:
        """A floor lifts what was not met."""
        rule = DuaTargetMinusRealisasi(
            target_nol=TargetNol.TERCAPAI_ATAU_TIDAK, minimum=Angka("20")
        )

        assert apply(rule, 0, 5).trace == (
            "realisasi 5 terhadap target 0: tidak tercapai = 0%, dibatasi menjadi 20%"
        )


class TestSigns:
    """Negative targets and a realisasi below zero."""

    @pytest.mark.parametrize(
        "rule", [NORMAL, KHUSUS, PER_REALISASI, KedekatanTarget(), RULES[11]], ids=lambda r: r.tipe
    )
    def test_negative_targets_are_refused(self, rule: CapaianRule) -> None:
        """Under every rule that does not say what they mean."""
        assert kode(apply(rule, -5, -4)) == "target_negatif"

    @pytest.mark.parametrize(
        ("polaritas", "target", "realisasi", "expected"),
        [
            ("positif", -5, -4, 120),
            ("positif", -5, -10, 0),
            ("positif", 10, 12, 120),
            ("negatif", -5, -4, 80),
            ("negatif", -5, -10, 200),
            ("negatif", 10, 12, 80),
            ("stabil", -5, -4, 80),
            ("stabil", -5, -6, 80),
            ("stabil", 10, 12, 80),
        ],
    )
    def test_signed(self, polaritas: str, target: int, realisasi: int, expected: int) -> None:
        """A shrinkage of 4% against one of 5% is better where higher is better (B28)."""
        rule = SelisihBertanda(polaritas=Polaritas(polaritas))

        assert apply(rule, target, realisasi).eksak == expected

    def test_signed_by_expression(self) -> None:
        """A free rule says itself that it is meant for them."""
        rule = EkspresiCapaian(ekspresi="realisasi - target + 100", target_bertanda=True)

        assert apply(rule, -5, -4).eksak == 101

    @pytest.mark.parametrize(
        ("realisasi", "expected"), [(0, "realisasi_nol"), (-3, "realisasi_negatif")]
    )
    def test_target_over_realisasi(self, realisasi: int, expected: str) -> None:
        """It has no value at zero, and below it would turn its direction round."""
        capaian = apply(PER_REALISASI, 12, realisasi)

        assert kode(capaian) == expected
        assert capaian.trace == (
            f"12 / {'0' if not realisasi else '(−3)'} × 100% tidak dapat dihitung: "
            f"realisasi bernilai {'nol' if not realisasi else 'negatif'}"
        )


class TestUnverified:
    """What has no source is asked for by name."""

    @pytest.mark.parametrize(
        "rule",
        [
            KedekatanTarget(),
            SelisihBertanda(polaritas=NEGATIF),
            RentangTarget(aturan=KedekatanTarget()),
            AturanMenurutPolaritas(positif=NORMAL, stabil=KedekatanTarget()),
            NilaiBerjenjang(aturan=KedekatanTarget(), ruas=(Ruas(ekspresi="capaian"),)),
        ],
        ids=lambda rule: rule.tipe,
    )
    def test_refused(self, rule: CapaianRule) -> None:
        """Also inside another rule, whichever part of it would be used."""
        with pytest.raises(ScoringError) as caught:
            compute_capaian(10, 10, rule=rule, polaritas=POSITIF)

        assert (caught.value.code, caught.value.path) == ("unverified-rule", "$.rule")
        assert apply(rule, 10, 10, "positif").eksak == 100

    @pytest.mark.parametrize("rule", [NORMAL, KEADAAN, iki.NILAI_IKI.isi], ids=lambda r: r.tipe)
    def test_taken(self, rule: CapaianRule) -> None:
        """What has a source needs no word."""
        assert compute_capaian(10, 10, rule=rule, polaritas=POSITIF).eksak in {100, 109}


class TestNearness:
    """The nearer, the better."""

    @pytest.mark.parametrize(
        ("realisasi", "expected"), [(80, 100), (84, 95), (76, 95), (160, 0), (0, 0), (200, -50)]
    )
    def test_values(self, realisasi: int, expected: int) -> None:
        """On both sides alike."""
        assert apply(KedekatanTarget(), 80, realisasi).eksak == expected


class TestRange:
    """The bound that is nearest to the realisasi is the target."""

    @pytest.mark.parametrize(
        ("rule", "realisasi", "expected"),
        [
            (NORMAL, "79", "98.75"),
            (NORMAL, "80", "100"),
            (NORMAL, "81", "100"),
            (NORMAL, "90", "100"),
            (NORMAL, "92", "102.22"),
            (KHUSUS, "92", "97.78"),
            (KHUSUS, "70", "112.50"),
            (PER_REALISASI, "100", "90"),
            (KedekatanTarget(), "99", "90"),
            (KedekatanTarget(), "72", "90"),
        ],
    )
    def test_values(self, rule: CapaianRule, realisasi: str, expected: str) -> None:
        """Above, below and inside, in every direction."""
        capaian = apply(RentangTarget(aturan=rule), DELAPAN, Angka(realisasi))

        assert str(capaian.round(len(expected.partition(".")[2]))) == expected
        assert capaian.dipakai == rule

    def test_told(self) -> None:
        """With the bound that was taken."""
        rule = RentangTarget(aturan=NORMAL)

        assert apply(rule, DELAPAN, 70).explain("en") == (
            "target 80 – 90 taken as 80: 70 / 80 × 100% = 87,5%"
        )
        assert apply(rule, DELAPAN, 85).explain("en") == (
            "realisasi 85 against target 80 – 90: inside the range = 100%"
        )

    def test_inside_is_decided(self) -> None:
        """Zero and negative numbers inside a range are met like any other."""
        target = Rentang(bawah=Angka("-5"), atas=Angka("5"))
        for rule in (NORMAL, KHUSUS, PER_REALISASI):
            for realisasi in (-5, -1, 0, 5):
                capaian = apply(RentangTarget(aturan=rule), target, realisasi)
                assert capaian.ketetapan is Ketetapan.DI_DALAM_RENTANG
                assert capaian.eksak == 100

    def test_inside_under_a_rule_that_claims_no_hundred(self) -> None:
        """The realisasi itself is the target then, so nothing jumps at the edges."""
        rule = RentangTarget(
            aturan=EkspresiCapaian(ekspresi="(1.76 * target - realisasi) / target * 100")
        )
        answers = [apply(rule, DELAPAN, realisasi) for realisasi in (80, 85, 90)]

        assert {each.eksak for each in answers} == {76}
        assert answers[1].trace == (
            "target 80 – 90 dipakai sebagai 85: (1,76 × 85 − 85) / 85 × 100 = 76"
        )

    def test_other_targets(self) -> None:
        """A number is left to the rule inside; anything else is not for it."""
        rule = RentangTarget(aturan=NORMAL)

        assert apply(rule, 80, 70).trace == "70 / 80 × 100% = 87,5%"
        assert kode(apply(rule, label("BB"), 70)) == "aturan_tidak_berlaku"
        assert kode(apply(rule, DELAPAN, label("BB"))) == "bukan_bilangan"

    def test_bounds_that_the_rule_cannot_take(self) -> None:
        """They have the reasons of the rule."""
        rule = RentangTarget(aturan=NORMAL)

        assert kode(apply(rule, Rentang(bawah=Angka("0"), atas=Angka("5")), -1)) == "target_nol"
        assert kode(apply(rule, Rentang(bawah=Angka("-9"), atas=Angka("-5")), 1)) == (
            "target_negatif"
        )

    def test_the_rule_inside_may_choose(self) -> None:
        """By polarity, for instance."""
        rule = RentangTarget(aturan=KEADAAN)
        bulan = Rentang(bawah=Angka("7"), atas=Angka("8"))

        assert apply(rule, bulan, 9, "negatif").eksak == Fraction(175, 2)
        assert apply(rule, bulan, Angka("7.5"), "negatif").eksak == 100
        assert kode(apply(rule, bulan, 9)) == "tanpa_polaritas"


class TestThreshold:
    """The bound of the threshold is the target."""

    @pytest.mark.parametrize(
        ("rule", "target", "realisasi", "expected"),
        [
            (KHUSUS, ambang("<", "49"), "56.23", "85.24"),
            (KHUSUS, ambang("<=", "49"), "49", "100"),
            (NORMAL, ambang(">=", "85"), "80.75", "95"),
            (NORMAL, ambang(">", "85"), "85", "100"),
        ],
    )
    def test_values(self, rule: CapaianRule, target: Ambang, realisasi: str, expected: str) -> None:
        """In the direction of the comparator."""
        capaian = apply(AmbangTarget(aturan=rule), target, Angka(realisasi))

        assert str(capaian.round(len(expected.partition(".")[2]))) == expected

    @pytest.mark.parametrize(
        ("rule", "target"),
        [
            (NORMAL, ambang("<", "49")),
            (KHUSUS, ambang(">=", "49")),
            (KedekatanTarget(), ambang("<=", "49")),
            (AturanMenurutPolaritas(positif=NORMAL), ambang("<", "49")),
        ],
    )
    def test_other_direction(self, rule: CapaianRule, target: Ambang) -> None:
        """`< 49` under "the higher, the better" would reward what the target forbids."""
        capaian = apply(AmbangTarget(aturan=rule), target, 50, "positif")

        assert kode(capaian) == "arah_bertentangan"
        assert capaian.alasan is not None
        assert capaian.alasan.explain("en").startswith(
            "the comparator of the target and the rule point in opposite directions"
        )

    @pytest.mark.parametrize(
        "rule", [AmbangTarget(aturan=KEADAAN), AturanMenurutPolaritas(negatif=TercapaiAtauTidak())]
    )
    def test_the_direction_of_a_rule_by_polarity(self, rule: CapaianRule) -> None:
        """A threshold states it where the indicator does not; where they differ, one is wrong."""
        for polaritas in (None, "negatif"):
            assert apply(rule, ambang("<", "50"), 40, polaritas).eksak in {100, 120}
        for polaritas in ("positif", "stabil"):
            capaian = apply(rule, ambang("<=", "50"), 40, polaritas)
            assert kode(capaian) == "arah_bertentangan"
            assert capaian.trace == (
                f"pembanding target tidak searah dengan aturan capaian (polaritas {polaritas})"
            )

    def test_a_direction_without_a_rule(self) -> None:
        """The direction of the threshold is none that the rule has."""
        rule = AmbangTarget(aturan=AturanMenurutPolaritas(negatif=KHUSUS))
        capaian = apply(rule, ambang(">=", "50"), 40)

        assert kode(capaian) == "tanpa_aturan"
        assert capaian.trace == "aturan capaian tidak disebutkan (polaritas positif)"

    def test_a_rule_that_decides(self) -> None:
        """The comparator is its direction, whatever the polarity of the indicator."""
        rule = AmbangTarget(aturan=TercapaiAtauTidak())

        assert apply(rule, ambang("<", "49"), 40, "positif").eksak == 100
        assert apply(rule, ambang(">", "49"), 40).eksak == 0

    def test_a_bound_of_zero(self) -> None:
        """The same holds for the policy of a rule that has no direction."""
        inside = EkspresiCapaian(
            ekspresi="realisasi / target", target_nol=TargetNol.TERCAPAI_ATAU_TIDAK
        )

        assert apply(AmbangTarget(aturan=inside), ambang("<=", "0"), 3).eksak == 0

    def test_a_rule_without_direction(self) -> None:
        """Nothing contradicts it."""
        rule = AmbangTarget(aturan=EkspresiCapaian(ekspresi="realisasi / target"))

        assert apply(rule, ambang("<", "50"), 25).eksak == Fraction(1, 2)

    def test_other_targets(self) -> None:
        """A number is left to the rule inside."""
        rule = AmbangTarget(aturan=NORMAL)

        assert apply(rule, 80, 70).trace == "70 / 80 × 100% = 87,5%"
        assert kode(apply(rule, DELAPAN, 70)) == "aturan_tidak_berlaku"

    @pytest.mark.parametrize("kind", [RentangTarget, AmbangTarget])
    def test_a_nilai_stands_outside(self, kind: Callable[..., object]) -> None:
        """The capaian is found first, and turned into a nilai last."""
        graded = NilaiBerjenjang(aturan=NORMAL, ruas=(Ruas(ekspresi="capaian"),))
        inside = AturanMenurutPolaritas(positif=graded)

        assert refusal(lambda: kind(aturan=inside)) == ("bad-aturan", "$.aturan")


class TestMetOrNot:
    """A hundred or nothing, for every kind of target."""

    @pytest.mark.parametrize(
        ("target", "realisasi", "polaritas", "met"),
        [
            (10, 10, None, True),
            (10, 12, "positif", True),
            (10, 8, "positif", False),
            (10, 12, "negatif", False),
            (10, 8, "negatif", True),
            (10, 8, "stabil", False),
            (10, 12, "stabil", False),
            (0, 0, None, True),
            (-2, -1, "positif", True),
            (-2, -1, "negatif", False),
            (DELAPAN, 80, None, True),
            (DELAPAN, 90, "negatif", True),
            (DELAPAN, 95, "positif", True),
            (DELAPAN, 95, "negatif", False),
            (DELAPAN, 75, "negatif", True),
            (DELAPAN, 75, "positif", False),
            (DELAPAN, 75, "stabil", False),
            (ambang("<", "49"), 49, None, False),
            (ambang("<", "49"), 48, "positif", True),
            (ambang("<=", "49"), 49, None, True),
            (ambang("<=", "49"), 50, None, False),
            (ambang(">", "49"), 49, None, False),
            (ambang(">", "49"), 50, None, True),
            (ambang(">=", "49"), 49, None, True),
            (ambang(">=", "49"), 48, None, False),
            (label("WTP"), label("wtp"), None, True),
            (label("WTP"), label("WDP"), None, False),
            (label("WDP", "opini"), label("WTP"), "positif", True),
            (label("WDP"), label("WTP"), "negatif", False),
            (label("WDP"), label("TMP"), "negatif", True),
            (label("WDP"), label("WTP"), "stabil", False),
        ],
    )
    def test_values(
        self, target: NilaiMasukan, realisasi: NilaiMasukan, polaritas: str | None, met: bool
    ) -> None:
        """By polarity, by comparator, or by the order of the scale."""
        capaian = apply(TercapaiAtauTidak(skala=OPINI), target, realisasi, polaritas)

        assert capaian.ketetapan is (Ketetapan.TERCAPAI if met else Ketetapan.TIDAK_TERCAPAI)
        assert capaian.eksak == capaian.tanpa_batas == (100 if met else 0)
        assert (capaian.satuan, capaian.masukan) == (Satuan("%"), ())
        assert isinstance(capaian.pohon, Unlowered)

    @pytest.mark.parametrize(
        ("target", "realisasi", "expected"),
        [
            (10, 12, "tanpa_polaritas"),
            (DELAPAN, 75, "tanpa_polaritas"),
            (10, label("WTP"), "bukan_bilangan"),
            (10, DELAPAN, "bukan_bilangan"),
            (label("WTP"), 4, "bukan_predikat"),
            (label("WTP"), label("BB"), "label_tak_dikenal"),
            (label("BB"), label("WTP"), "label_tak_dikenal"),
            (label("WTP", "akip"), label("WTP"), "skala_lain"),
            (None, 4, "tanpa_data"),
        ],
    )
    def test_reasons(self, target: NilaiMasukan, realisasi: NilaiMasukan, expected: str) -> None:
        """What cannot be judged is not judged."""
        assert kode(apply(TercapaiAtauTidak(skala=OPINI), target, realisasi)) == expected

    def test_it_can_be_asked_alone(self) -> None:
        """Then, too, an absent target has its reason."""
        keadaan = Keadaan(target=Kosong(), realisasi=Angka("5"), polaritas=POSITIF)
        decided = TercapaiAtauTidak().decide(keadaan)

        assert isinstance(decided, Alasan)
        assert decided.kode == "tidak_dicantumkan"

    def test_reasons_name_the_label(self) -> None:
        """As it was written."""
        capaian = apply(TercapaiAtauTidak(skala=OPINI), label("WTP"), label("Wajar"))

        assert capaian.trace == "predikat realisasi tidak dikenal (Wajar)"

    def test_without_scale(self) -> None:
        """Equal labels need none."""
        rule = TercapaiAtauTidak()

        assert apply(rule, label("Sangat Baik"), label("SANGAT  BAIK")).eksak == 100
        assert kode(apply(rule, label("WTP"), label("WDP"))) == "tanpa_skala"

    def test_spaces_do_not_matter(self) -> None:
        """On a scale either."""
        rule = TercapaiAtauTidak(skala=AKIP)

        assert apply(rule, label("A"), label("sangat  memuaskan")).eksak == 100

    def test_told(self) -> None:
        """With both labels."""
        capaian = apply(TercapaiAtauTidak(skala=OPINI), label("WTP"), label("WDP"))

        assert capaian.explain("en") == "realisasi WDP against target WTP: not met = 0%"


class TestLabels:
    """The score of one label against that of another."""

    RULE: Final = SkorPredikat(skala=AKIP, aturan=NORMAL)

    @pytest.mark.parametrize(
        ("target", "realisasi", "expected"),
        [("A", "BB", 75), ("a", "A", 100), ("CC", "A", 400), ("A", "C", 0), ("C", "C", 100)],
    )
    def test_values(self, target: str, realisasi: str, expected: int) -> None:
        """Compared by the rule inside, which has its policy for zero."""
        assert apply(self.RULE, label(target), label(realisasi)).eksak == expected

    @pytest.mark.parametrize(
        ("target", "realisasi", "expected"),
        [
            (label("C"), label("A"), "target_nol"),
            (label("E"), label("A"), "label_tak_dikenal"),
            (label("A"), label("E"), "label_tak_dikenal"),
            (label("A"), label("Sangat Memuaskan"), "tanpa_skor"),
            (label("A"), 80, "bukan_predikat"),
            (80, label("A"), "bukan_predikat"),
            (label("A"), label("A", "rb"), "skala_lain"),
        ],
    )
    def test_reasons(self, target: NilaiMasukan, realisasi: NilaiMasukan, expected: str) -> None:
        """Each names the side."""
        assert kode(apply(self.RULE, target, realisasi)) == expected

    def test_told(self) -> None:
        """With the scores that stood in their place."""
        assert apply(self.RULE, label("A"), label("BB")).explain("en") == (
            "target A taken as 4, realisasi BB taken as 3: 3 / 4 × 100% = 75%"
        )


class TestMilestone:
    """Reached or not, by the label."""

    RULE: Final = Tonggak(tercapai=("Ya", "Selesai"), belum=("Tidak", "Dalam  Proses"))

    @pytest.mark.parametrize(
        ("target", "realisasi", "expected"),
        [("ya", "SELESAI", 100), ("Selesai", "tidak", 0), ("Ya", "dalam proses", 0)],
    )
    def test_values(self, target: str, realisasi: str, expected: int) -> None:
        """Whatever the case and the spaces."""
        assert apply(self.RULE, label(target), label(realisasi)).eksak == expected

    @pytest.mark.parametrize(
        ("target", "realisasi", "expected"),
        [
            (label("tidak"), label("ya"), "aturan_tidak_berlaku"),
            (label("besok"), label("ya"), "label_tak_dikenal"),
            (label("ya"), label("besok"), "label_tak_dikenal"),
            (label("ya"), 1, "bukan_predikat"),
            (1, label("ya"), "bukan_predikat"),
        ],
    )
    def test_reasons(self, target: NilaiMasukan, realisasi: NilaiMasukan, expected: str) -> None:
        """A target "not reached" is none."""
        assert kode(apply(self.RULE, target, realisasi)) == expected

    def test_only_reached(self) -> None:
        """What is not listed is unknown then, not missed."""
        rule = Tonggak(belum=())

        assert apply(rule, label("ya"), label("ya")).eksak == 100
        assert kode(apply(rule, label("ya"), label("tidak"))) == "label_tak_dikenal"

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (lambda: Tonggak(tercapai=()), "bad-aturan", "$.tercapai"),
            (lambda: Tonggak(belum=("belum", "YA")), "bad-aturan", "$.belum[1]"),
            (lambda: Tonggak(belum=("belum", "")), "empty-text", "$.belum[1]"),
            (lambda: Tonggak(belum="tidak"), "wrong-type", "$.belum"),  # type: ignore[arg-type]  # that is refused
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """A label means one thing."""
        assert refusal(make) == (code, path)


class TestGraded:
    """A capaian turned into a nilai, segment by segment."""

    @pytest.mark.parametrize(
        ("capaian", "expected"),
        [
            ("0", "0.00"),
            ("59", "49.00"),
            ("59.5", "di_luar_ruas"),
            ("60", "50.00"),
            ("79", "69.00"),
            ("79.99", "di_luar_ruas"),
            ("80", "70.00"),
            ("97.89", "87.89"),
            ("99", "89.00"),
            ("99.5", "di_luar_ruas"),
            ("100", "109.00"),
            ("100.01", "di_luar_ruas"),
            ("110", "di_luar_ruas"),
            ("110.01", "120.00"),
            ("300", "120.00"),
            ("-10", "-8.31"),
        ],
    )
    def test_segments(self, capaian: str, expected: str) -> None:
        """PermenPANRB 8/2021, not rounded: the printed edges belong to their segments."""
        nilai = apply(iki.NILAI_IKI.isi, 100, Angka(capaian), "positif")

        assert (kode(nilai) if nilai.alasan else str(nilai.round(2))) == expected

    @pytest.mark.parametrize(
        ("capaian", "expected"),
        [("59.49", 49), ("59.5", 50), ("79.5", 70), ("99.49", 89), ("99.5", 109), ("110.5", 120)],
    )
    def test_rounded_first(self, capaian: str, expected: int) -> None:
        """To whole per cents, half-up, once, from the exact capaian."""
        nilai = apply(iki.NILAI_IKI_DIBULATKAN.isi, 100, Angka(capaian), "positif")

        assert nilai.eksak == expected

    def test_told(self) -> None:
        """Capaian, rounding, nilai."""
        nilai = apply(iki.NILAI_IKI_DIBULATKAN.isi, 95, 93, "positif")

        assert nilai.trace == (
            "93 / 95 × 100% = 97,89%, dibulatkan menjadi 98%; "
            "nilai 70 + (89 − 70) / (99 − 80) × (98 − 80) = 88"
        )
        assert nilai.explain("en", digits=0) == (
            "93 / 95 × 100% = 98%, rounded to 98%; "
            "nilai 70 + (89 − 70) / (99 − 80) × (98 − 80) = 88"
        )
        assert apply(iki.NILAI_IKI_DIBULATKAN.isi, 85, 85, "positif").trace == (
            "85 / 85 × 100% = 100%; nilai 109"
        )

    def test_without_capaian(self) -> None:
        """The reason is that of the capaian."""
        nilai = apply(iki.NILAI_IKI.isi, 100, None, "positif")

        assert kode(nilai) == "tanpa_data"
        assert nilai.trace == "data realisasi tidak tersedia"
        assert kode(apply(iki.NILAI_IKI.isi, 100, 90)) == "tanpa_polaritas"

    def test_a_segment_may_fail(self) -> None:
        """With the reason of its formula."""
        rule = NilaiBerjenjang(aturan=NORMAL, ruas=(Ruas(ekspresi="1 / (capaian - 100)"),))

        assert kode(apply(rule, 5, 5)) == "pembagi_nol"
        assert apply(rule, 5, 10).eksak == Fraction(1, 100)

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (lambda: NilaiBerjenjang(aturan=NORMAL, ruas=()), "bad-aturan", "$.ruas"),
            (
                lambda: NilaiBerjenjang(aturan=NORMAL, ruas=(Ruas(ekspresi="1"),) * 2),
                "bad-aturan",
                "$.ruas[1].bawah",
            ),
            (
                lambda: _segments(ambang("<=", "5"), ambang(">=", "5")),
                "bad-aturan",
                "$.ruas[1].bawah",
            ),
            (
                lambda: _segments(ambang("<=", "5"), ambang(">", "4")),
                "bad-aturan",
                "$.ruas[1].bawah",
            ),
            (lambda: _segments(None, ambang(">", "4")), "bad-aturan", "$.ruas[1].bawah"),
            (
                lambda: Ruas(bawah=ambang("<", "5"), ekspresi="1"),
                "bad-aturan",
                "$.bawah.pembanding",
            ),
            (
                lambda: Ruas(atas=ambang(">=", "5"), ekspresi="1"),
                "bad-aturan",
                "$.atas.pembanding",
            ),
            (lambda: Ruas(ekspresi="target"), "bad-aturan", "$.ekspresi"),
            (lambda: Ruas(ekspresi="capaian +"), "formula-syntax", "$.ekspresi"),
            (lambda: _rounded(-1), "bad-digits", "$.pembulatan"),
            (lambda: _rounded(1001), "bad-digits", "$.pembulatan"),
            (lambda: _rounded(True), "wrong-type", "$.pembulatan"),
            (lambda: _rounded("2"), "wrong-type", "$.pembulatan"),
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Segments rise and do not overlap."""
        assert refusal(make) == (code, path)

    @pytest.mark.parametrize(
        ("end", "begin"), [("<", ">="), ("<=", ">"), ("<", ">")], ids=lambda each: each
    )
    def test_shared_edge(self, end: str, begin: str) -> None:
        """Both may begin and end at one number, when at most one holds it."""
        rule = _segments(ambang(end, "5"), ambang(begin, "5"))

        assert rule.ruas[0].holds(Fraction(5)) is (end == "<=")
        assert rule.ruas[1].holds(Fraction(5)) is (begin == ">=")


def _segments(end: Ambang | None, begin: Ambang) -> NilaiBerjenjang:
    return NilaiBerjenjang(
        aturan=NORMAL, ruas=(Ruas(atas=end, ekspresi="1"), Ruas(bawah=begin, ekspresi="2"))
    )


def _rounded(digits: object) -> NilaiBerjenjang:
    return NilaiBerjenjang(
        aturan=NORMAL, ruas=(Ruas(ekspresi="1"),), pembulatan=cast("int", digits)
    )


class TestFree:
    """Any formula of target and realisasi."""

    def test_normal_form(self) -> None:
        """Equal trees are equal rules."""
        rule = EkspresiCapaian(ekspresi="(realisasi/target)*100", satuan=Satuan("%"))

        assert rule.ekspresi == "realisasi / target * 100"
        assert apply(rule, 4, 3).trace == "3 / 4 × 100% = 75%"

    @pytest.mark.parametrize(
        ("teks", "code"),
        [
            ("realisasi / sasaran", "bad-aturan"),
            ("realisasi / lalu(target)", "bad-aturan"),
            ("realisasi /", "formula-syntax"),
            (5, "wrong-type"),
        ],
    )
    def test_refused(self, teks: object, code: str) -> None:
        """Nothing else than the two, in the period itself."""
        assert refusal(lambda: EkspresiCapaian(ekspresi=cast("str", teks))) == (
            code,
            "$.ekspresi",
        )


class TestComposites:
    """One rule for a whole document."""

    WHOLE: Final = AturanMenurutTarget(
        angka=KEADAAN,
        rentang=RentangTarget(aturan=KEADAAN),
        ambang=TercapaiAtauTidak(),
        kategori=SkorPredikat(skala=AKIP, aturan=NORMAL),
    )

    @pytest.mark.parametrize(
        ("target", "realisasi", "polaritas", "expected", "used"),
        [
            (10, 12, "positif", 120, NORMAL),
            (Fraction(10), Fraction(12), "negatif", 80, KHUSUS),
            (DELAPAN, 70, "positif", Fraction(175, 2), NORMAL),
            (DELAPAN, 70, "negatif", Fraction(225, 2), KHUSUS),
            (ambang("<", "49"), 40, None, 100, TercapaiAtauTidak()),
            (label("A"), label("BB"), None, 75, NORMAL),
        ],
    )
    def test_it_hands_over(
        self,
        target: NilaiMasukan,
        realisasi: NilaiMasukan,
        polaritas: str | None,
        expected: Fraction,
        used: CapaianRule,
    ) -> None:
        """What was asked for and what answered are both kept."""
        capaian = apply(self.WHOLE, target, realisasi, polaritas)

        assert (capaian.eksak, capaian.dipakai, capaian.rule) == (expected, used, self.WHOLE)

    @pytest.mark.parametrize(
        ("rule", "target", "polaritas", "expected", "keterangan"),
        [
            (KEADAAN, 10, None, "tanpa_polaritas", None),
            (KEADAAN, 10, "stabil", "tanpa_aturan", "polaritas stabil"),
            (
                AturanMenurutPolaritas(stabil=KedekatanTarget()),
                10,
                "positif",
                "tanpa_aturan",
                "polaritas positif",
            ),
            (
                AturanMenurutTarget(rentang=NORMAL),
                10,
                None,
                "tanpa_aturan",
                "target angka",
            ),
            (
                AturanMenurutTarget(angka=NORMAL),
                DELAPAN,
                None,
                "tanpa_aturan",
                "target rentang",
            ),
        ],
    )
    def test_nothing_to_hand_over_to(
        self,
        rule: CapaianRule,
        target: NilaiMasukan,
        polaritas: str | None,
        expected: str,
        keterangan: str | None,
    ) -> None:
        """The reason says what is missing."""
        capaian = apply(rule, target, 5, polaritas)

        assert kode(capaian) == expected
        assert capaian.alasan is not None
        assert capaian.alasan.keterangan == keterangan

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (AturanMenurutPolaritas, "bad-aturan", "$"),
            (AturanMenurutTarget, "bad-aturan", "$"),
            (lambda: AturanMenurutTarget(angka="x"), "wrong-type", "$.angka"),  # type: ignore[arg-type]  # that is refused
            (lambda: RentangTarget(aturan=None), "wrong-type", "$.aturan"),  # type: ignore[arg-type]  # that is refused
            (lambda: TercapaiAtauTidak(skala="akip"), "wrong-type", "$.skala"),  # type: ignore[arg-type]  # that is refused
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Nothing, and what is no rule."""
        assert refusal(make) == (code, path)

    def test_nesting_is_limited(self) -> None:
        """So that nothing recurses deep: eight rules inside each other."""
        rule: CapaianRule = NORMAL
        for _ in range(7):
            rule = AturanMenurutPolaritas(positif=rule)

        assert apply(rule, 10, 12, "positif").eksak == 120
        assert refusal(lambda: AturanMenurutPolaritas(positif=rule)) == (
            "bad-aturan",
            "$.positif",
        )

    @pytest.mark.parametrize(
        "rule", [WHOLE, KEADAAN, iki.NILAI_IKI.isi, TercapaiAtauTidak()], ids=lambda r: r.tipe
    )
    def test_it_has_no_tree(self, rule: CapaianRule) -> None:
        """What chooses or decides cannot be written as one formula."""
        lowered = rule.lower()

        assert isinstance(lowered, Unlowered)
        assert lowered.kode == "tanpa_bentuk"

    @pytest.mark.parametrize("kind", [RentangTarget, AmbangTarget])
    def test_it_has_the_tree_of_the_rule_inside(self, kind: Callable[..., CapaianRule]) -> None:
        """What only puts a number in the place of something else."""
        assert kind(aturan=NORMAL).lower() == NORMAL.lower()
        assert SkorPredikat(skala=AKIP, aturan=NORMAL).lower() == NORMAL.lower()

    def test_it_has_the_unit_of_the_rule_inside(self) -> None:
        """Without a value the sentence is that of the rule inside, its per cent too."""
        lost = Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)
        told = "realisasi / 80 × 100% tidak dapat dihitung: nilai realisasi belum dilaporkan"

        assert apply(NORMAL, 80, lost).trace == told
        for rule in (
            AmbangTarget(aturan=NORMAL),
            RentangTarget(aturan=AmbangTarget(aturan=NORMAL)),
            SkorPredikat(skala=AKIP, aturan=NORMAL),
        ):
            capaian = apply(rule, 80, lost)
            assert capaian.trace == told.replace("80", "target")
            assert capaian.satuan == Satuan("%")
        other = RentangTarget(aturan=EkspresiCapaian(ekspresi="realisasi - target"))
        assert apply(other, 80, lost).satuan is None
