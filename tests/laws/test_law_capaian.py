"""
The algebra of capaian rules.

Each class proves the sentence that is its docstring.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.codec import dumps, loads
from iku.domain import Dokumen, JenisDokumen, Polaritas, Rentang
from iku.regulations.permenpanrb_8_2021 import NILAI_IKI
from iku.scoring import (
    AturanMenurutPolaritas,
    AturanTakDikenal,
    DuaTargetMinusRealisasi,
    KedekatanTarget,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    SelisihBertanda,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    compute_capaian,
)
from iku.testing import strategies

if TYPE_CHECKING:
    from iku.domain.nilai import Nilai
    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.scoring import Capaian
    from iku.typing import CapaianRule


def _scale(whole: int, places: int) -> Angka:
    return Angka(f"{Decimal(whole).scaleb(-places):f}")


def angka(*, least: int = -(10**9), most: int = 10**9) -> st.SearchStrategy[Angka]:
    """Numbers with up to four decimals, their trailing zeros kept."""
    return st.builds(_scale, st.integers(least, most), st.integers(0, 4))


NORMAL: Final = RealisasiPerTarget()
KHUSUS: Final = DuaTargetMinusRealisasi()
PER_REALISASI: Final = TargetPerRealisasi()
RISING: Final[tuple[CapaianRule, ...]] = (NORMAL, SelisihBertanda(polaritas=Polaritas.POSITIF))
FALLING: Final[tuple[CapaianRule, ...]] = (
    KHUSUS,
    PER_REALISASI,
    SelisihBertanda(polaritas=Polaritas.NEGATIF),
)
NEAR: Final[tuple[CapaianRule, ...]] = (
    KedekatanTarget(),
    SelisihBertanda(polaritas=Polaritas.STABIL),
)
NUMERIC: Final = RISING + FALLING + NEAR

POSITIVE: Final = angka(least=1)
NUMERIC_RULES: Final = st.sampled_from(NUMERIC)
POLARITIES: Final = st.none() | st.sampled_from(Polaritas)
SIDES: Final[st.SearchStrategy[NilaiMasukan]] = st.one_of(
    strategies.nilai(),
    st.none(),
    st.fractions(),
    st.integers(-200, 200),
    st.decimals(),
)


@st.composite
def ranges(draw: st.DrawFn) -> Rentang:
    """Ranges above zero."""
    low, high = sorted((draw(POSITIVE), draw(POSITIVE)), key=lambda bound: bound.nilai)
    return Rentang(bawah=low, atas=high)


def apply(
    rule: CapaianRule,
    target: NilaiMasukan,
    realisasi: NilaiMasukan,
    polaritas: Polaritas | None = None,
) -> Capaian:
    """Apply a rule, unverified ones too."""
    return compute_capaian(target, realisasi, rule=rule, polaritas=polaritas, allow_unverified=True)


def value(rule: CapaianRule, target: NilaiMasukan, realisasi: NilaiMasukan) -> Fraction:
    """Give the exact value, of which there is one."""
    eksak = apply(rule, target, realisasi).eksak
    assert eksak is not None
    return eksak


class TestMet:
    """A target that is met exactly is a hundred, under every rule that claims it."""

    @given(POSITIVE, NUMERIC_RULES)
    def test_numbers(self, target: Angka, rule: CapaianRule) -> None:
        """Exactly."""
        assert value(rule, target, target) == 100

    @given(angka(), st.sampled_from(Polaritas))
    def test_signed(self, target: Angka, polaritas: Polaritas) -> None:
        """Below zero as well, and at zero."""
        assert value(SelisihBertanda(polaritas=polaritas), target, target) == 100

    @given(strategies.aturan_capaian(), POSITIVE, POLARITIES)
    def test_every_rule_that_claims_it(
        self, rule: CapaianRule, target: Angka, polaritas: Polaritas | None
    ) -> None:
        """Whatever its limits, policies and the rules around it."""
        capaian = apply(rule, target, target, polaritas)
        assume(getattr(capaian.dipakai, "seratus_bila_sama", False))

        assert capaian.alasan is not None or capaian.eksak == 100


class TestDirection:
    """A capaian moves in the direction that its rule declares."""

    @given(st.sampled_from(RISING), POSITIVE, angka(), angka())
    def test_rising(self, rule: CapaianRule, target: Angka, one: Angka, other: Angka) -> None:
        """More is better, strictly."""
        assume(one.nilai < other.nilai)

        assert value(rule, target, one) < value(rule, target, other)

    @given(st.sampled_from(FALLING), POSITIVE, POSITIVE, POSITIVE)
    def test_falling(self, rule: CapaianRule, target: Angka, one: Angka, other: Angka) -> None:
        """More is worse, strictly, where there is a value."""
        assume(one.nilai < other.nilai)

        assert value(rule, target, one) > value(rule, target, other)

    @given(st.sampled_from(NEAR), POSITIVE, angka(), angka())
    def test_near(self, rule: CapaianRule, target: Angka, one: Angka, other: Angka) -> None:
        """Nearer is better, on whichever side."""
        near, far = (abs(each.nilai - target.nilai) for each in (one, other))
        assume(near < far)

        assert value(rule, target, one) > value(rule, target, other)

    @given(angka(), angka(), angka(), st.sampled_from(Polaritas))
    def test_signed(self, target: Angka, one: Angka, other: Angka, polaritas: Polaritas) -> None:
        """Over negative targets as over positive ones."""
        assume(target.nilai != 0)
        rule = SelisihBertanda(polaritas=polaritas)
        gain = one.nilai - other.nilai
        nearer = abs(other.nilai - target.nilai) - abs(one.nilai - target.nilai)
        better = {Polaritas.POSITIF: gain, Polaritas.NEGATIF: -gain}.get(polaritas, nearer)

        difference = value(rule, target, one) - value(rule, target, other)
        assert (difference > 0) == (better > 0)
        assert (difference == 0) == (better == 0)

    @given(POSITIVE, POSITIVE, POSITIVE, st.sampled_from((NORMAL, KHUSUS, PER_REALISASI)))
    def test_limits_keep_it(
        self,
        target: Angka,
        one: Angka,
        other: Angka,
        rule: RealisasiPerTarget | DuaTargetMinusRealisasi | TargetPerRealisasi,
    ) -> None:
        """A cap and a floor make it flat, and never turn it round."""
        capped = type(rule)(minimum=Angka("20"), maksimum=Angka("120"))
        low, high = sorted((one, other), key=lambda number: number.nilai)
        first, second = value(capped, target, low), value(capped, target, high)

        assert first <= second if rule is NORMAL else first >= second


class TestFormulas:
    """Each rule is the formula that its sources print, in whatever spelling."""

    @given(POSITIVE, angka())
    def test_against_fractions(self, target: Angka, realisasi: Angka) -> None:
        """Both directions, and the three spellings of the second."""
        t, r = Fraction(target.teks), Fraction(realisasi.teks)

        assert value(NORMAL, target, realisasi) == r / t * 100
        assert (
            value(KHUSUS, target, realisasi)
            == (2 * t - r) / t * 100
            == (t - (r - t)) / t * 100
            == (1 + (1 - r / t)) * 100
        )
        assert value(NEAR[0], target, realisasi) == (1 - abs(r - t) / t) * 100

    @given(POSITIVE, angka())
    def test_signed_rules_are_the_plain_ones(self, target: Angka, realisasi: Angka) -> None:
        """Over positive targets."""
        for plain, signed in ((NORMAL, RISING[1]), (KHUSUS, FALLING[2]), NEAR):
            assert value(plain, target, realisasi) == value(signed, target, realisasi)

    @given(POSITIVE, angka())
    def test_mirror(self, target: Angka, realisasi: Angka) -> None:
        """The two directions are mirror images around a hundred."""
        assert value(NORMAL, target, realisasi) + value(KHUSUS, target, realisasi) == 200

    @given(POSITIVE, angka())
    def test_polarity_turned_twice(self, target: Angka, realisasi: Angka) -> None:
        """A realisasi mirrored at its target turns one direction into the other, and back."""
        mirrored = 2 * Fraction(target.teks) - Fraction(realisasi.teks)
        again = 2 * Fraction(target.teks) - mirrored

        assert value(NORMAL, target, realisasi) == value(KHUSUS, target, mirrored)
        assert value(NORMAL, target, realisasi) == value(NORMAL, target, again)

    @given(POSITIVE, POSITIVE)
    def test_two_rules_for_one_direction(self, target: Angka, realisasi: Angka) -> None:
        """They agree exactly where the target is met, so the rule is always named."""
        same = value(KHUSUS, target, realisasi) == value(PER_REALISASI, target, realisasi)

        assert same == (target.nilai == realisasi.nilai)

    @given(POSITIVE, POSITIVE, st.integers(1, 10**6), NUMERIC_RULES)
    def test_scale(self, target: Angka, realisasi: Angka, k: int, rule: CapaianRule) -> None:
        """The unit in which both are measured does not matter."""
        scaled = Fraction(target.teks) * k, Fraction(realisasi.teks) * k

        assert value(rule, target, realisasi) == value(rule, *scaled)


class TestRange:
    """A range has no jump: not inside, and not at its edges."""

    @given(ranges(), st.fractions(0, 1), st.sampled_from((NORMAL, KHUSUS, PER_REALISASI)))
    def test_inside(self, target: Rentang, place: Fraction, rule: CapaianRule) -> None:
        """Met everywhere."""
        low, high = Fraction(target.bawah.teks), Fraction(target.atas.teks)

        assert value(RentangTarget(aturan=rule), target, low + (high - low) * place) == 100

    @given(ranges(), st.integers(1, 10**6), NUMERIC_RULES)
    def test_edges(self, target: Rentang, n: int, rule: CapaianRule) -> None:
        """One part in n beyond an edge changes the capaian by at most two parts in n."""
        whole = RentangTarget(aturan=rule)
        step = Fraction(1, n + 1)
        for edge, sign in ((target.bawah, -1), (target.atas, 1)):
            beyond = Fraction(edge.teks) * (1 + sign * step)

            assert abs(value(whole, target, beyond) - 100) <= 200 * step

    @given(ranges(), POSITIVE, POSITIVE)
    def test_direction(self, target: Rentang, one: Angka, other: Angka) -> None:
        """It keeps the direction of the rule inside."""
        low, high = sorted((one, other), key=lambda number: number.nilai)

        for rule, sign in ((NORMAL, 1), (KHUSUS, -1), (PER_REALISASI, -1)):
            whole = RentangTarget(aturan=rule)
            assert (value(whole, target, high) - value(whole, target, low)) * sign >= 0

    @given(POSITIVE, POSITIVE, NUMERIC_RULES)
    def test_a_range_of_one_number(self, bound: Angka, realisasi: Angka, rule: CapaianRule) -> None:
        """It is that number."""
        target = Rentang(bawah=bound, atas=bound)

        assert value(RentangTarget(aturan=rule), target, realisasi) == (
            value(rule, bound, realisasi)
        )

    @given(ranges(), POSITIVE, st.sampled_from((NORMAL, KHUSUS)))
    def test_met_or_not(self, target: Rentang, realisasi: Angka, rule: RealisasiPerTarget) -> None:
        """A hundred or more is exactly what the rule that only decides calls met."""
        met = apply(TercapaiAtauTidak(), target, realisasi, rule.polaritas).eksak == 100

        assert (value(RentangTarget(aturan=rule), target, realisasi) >= 100) == met


class TestLimits:
    """A cap and a floor are kept, and lose nothing."""

    @given(strategies.aturan_capaian(), SIDES, SIDES, POLARITIES)
    def test_within(
        self,
        rule: CapaianRule,
        target: NilaiMasukan,
        realisasi: NilaiMasukan,
        polaritas: Polaritas | None,
    ) -> None:
        """The value is the uncapped one, brought within the limits of the rule that answered."""
        capaian = apply(rule, target, realisasi, polaritas)
        assert (capaian.tanpa_batas is None) == (capaian.eksak is None)
        if capaian.tanpa_batas is None:
            return
        minimum = getattr(capaian.dipakai, "minimum", None)
        maksimum = getattr(capaian.dipakai, "maksimum", None)
        expected = capaian.tanpa_batas
        if minimum is not None:
            expected = max(expected, Fraction(minimum.nilai))
        if maksimum is not None:
            expected = min(expected, Fraction(maksimum.nilai))

        assert capaian.eksak == expected

    @given(POSITIVE, angka(), st.integers(100, 300), st.integers(100, 300))
    def test_again(self, target: Angka, realisasi: Angka, cap: int, higher: int) -> None:
        """A cap twice is the lower cap once; from zero to the cap, and the rest untouched."""
        low, high = sorted((cap, higher))
        capped = RealisasiPerTarget(minimum=Angka(0), maksimum=Angka(low))
        once = apply(capped, target, realisasi)
        wider = value(RealisasiPerTarget(maksimum=Angka(high)), target, realisasi)
        assert once.eksak is not None

        assert once.eksak == max(min(wider, Fraction(low)), Fraction(0))
        assert 0 <= once.eksak <= low
        assert once.tanpa_batas == value(NORMAL, target, realisasi)


class TestNilai:
    """A nilai depends on the capaian alone."""

    @given(strategies.aturan_capaian(), st.none() | st.integers(0, 3), SIDES, SIDES, POLARITIES)
    def test_by_hand(
        self,
        aturan: CapaianRule,
        pembulatan: int | None,
        target: NilaiMasukan,
        realisasi: NilaiMasukan,
        polaritas: Polaritas | None,
    ) -> None:
        """It is what the segment of the rounded capaian gives, or a reason."""
        rule = NilaiBerjenjang(aturan=aturan, ruas=NILAI_IKI.isi.ruas, pembulatan=pembulatan)
        nilai = apply(rule, target, realisasi, polaritas)
        dasar = apply(aturan, target, realisasi, polaritas)

        assert nilai.capaian_dasar == dasar
        if dasar.eksak is None:
            assert nilai.alasan == dasar.alasan
        else:
            rounded = rule.round_capaian(dasar.eksak)
            found = [ruas for ruas in rule.ruas if ruas.holds(rounded)]
            assert found[:1] == found
            assert (nilai.eksak is None) == (not found)

    @given(angka(least=-(10**6), most=3 * 10**6), angka(least=-(10**6), most=3 * 10**6))
    def test_direction(self, one: Angka, other: Angka) -> None:
        """More capaian is never less nilai, over the segments of PermenPANRB 8/2021."""
        low, high = sorted((one, other), key=lambda number: number.nilai)
        first, second = (
            apply(NILAI_IKI.isi, 100, each, Polaritas.POSITIF).eksak for each in (low, high)
        )

        assert first is None or second is None or first <= second


class TestAnswers:
    """Whatever is compared under whatever rule: a value or a reason, and never an exception."""

    @given(strategies.aturan_capaian(), SIDES, SIDES, POLARITIES)
    def test_value_or_reason(
        self,
        rule: CapaianRule,
        target: NilaiMasukan,
        realisasi: NilaiMasukan,
        polaritas: Polaritas | None,
    ) -> None:
        """It verifies, explains itself in both languages, and says the same again."""
        capaian = apply(rule, target, realisasi, polaritas)

        assert (capaian.eksak is None) == (capaian.alasan is not None)
        assert capaian.verify()
        assert capaian == apply(rule, target, realisasi, polaritas)
        assert capaian.explain("id")
        assert capaian.explain("en", digits=0)

    @given(angka(), angka(), st.sampled_from((NORMAL, KHUSUS)))
    def test_where_there_is_a_value(
        self, target: Angka, realisasi: Angka, rule: CapaianRule
    ) -> None:
        """Exactly where the target is above zero, or both are zero."""
        capaian = apply(rule, target, realisasi)

        assert (capaian.eksak is not None) == (
            target.nilai > 0 or target.nilai == realisasi.nilai == 0
        )

    @given(strategies.kosong(), strategies.aturan_capaian(), POLARITIES)
    def test_absence(self, kosong: Nilai, rule: CapaianRule, polaritas: Polaritas | None) -> None:
        """An absent side is the reason with its own cause, whatever the rule; zero is no cause."""
        assert apply(rule, kosong, 0, polaritas).alasan is not None
        alasan = apply(rule, Angka("5"), kosong, polaritas).alasan
        assert alasan is not None

        assert alasan.kode == getattr(kosong, "sebab", None)

    @given(POSITIVE, angka(), st.sampled_from(Polaritas))
    def test_handing_over_changes_nothing(
        self, target: Angka, realisasi: Angka, polaritas: Polaritas
    ) -> None:
        """What answers through a rule by polarity is what that rule answers alone."""
        rule = AturanMenurutPolaritas(positif=NORMAL, negatif=KHUSUS, stabil=NEAR[0])
        parts: dict[Polaritas, CapaianRule] = {
            Polaritas.POSITIF: NORMAL,
            Polaritas.NEGATIF: KHUSUS,
            Polaritas.STABIL: NEAR[0],
        }

        assert apply(rule, target, realisasi, polaritas).eksak == (
            value(parts[polaritas], target, realisasi)
        )


class TestDisplay:
    """What is printed is rounded once, from the exact value, and never computed with."""

    @given(POSITIVE, angka(), st.integers(0, 6), NUMERIC_RULES)
    def test_rounded_once(
        self, target: Angka, realisasi: Angka, digits: int, rule: CapaianRule
    ) -> None:
        """Rounding the exact value, in whatever order things were printed before."""
        capaian = apply(rule, target, realisasi)
        before = capaian.explain(digits=0), capaian.round(1)
        rounded = capaian.round(digits)
        assume(capaian.eksak is not None)
        assert capaian.eksak is not None
        assert rounded is not None

        assert rounded == round_half_up(capaian.eksak, digits)
        assert round_half_up(rounded, digits) == rounded
        assert before == (capaian.explain(digits=0), capaian.round(1))

    @given(POSITIVE, angka())
    def test_a_cap_is_laid_on_the_exact_value(self, target: Angka, realisasi: Angka) -> None:
        """What lies below the cap by less than is printed is not cut."""
        capaian = apply(RealisasiPerTarget(maksimum=Angka("120")), target, realisasi)
        assert capaian.tanpa_batas is not None

        assert (capaian.eksak == capaian.tanpa_batas) == (capaian.tanpa_batas <= 120)


class TestJson:
    """A rule with all that stands inside it survives JSON."""

    @given(strategies.aturan_capaian())
    def test_round_trip(self, rule: CapaianRule) -> None:
        """Equal, and the same bytes again."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="A", aturan_capaian=rule)
        text = dumps(dokumen)

        assert loads(text) == dokumen
        assert dumps(loads(text)) == text
        tag = rule.tag if isinstance(rule, AturanTakDikenal) else rule.tipe
        assert json.loads(text)["aturan_capaian"]["tipe"] == tag
