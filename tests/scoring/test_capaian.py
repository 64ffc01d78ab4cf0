"""Capaian: values, reasons, explanations, and what is recorded of them."""

from __future__ import annotations

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Ambang,
    Kategori,
    Kosong,
    Pembanding,
    Polaritas,
    Rentang,
    Satuan,
    SebabKosong,
)
from iku.errors import IkuError, PluginError
from iku.formula import Alasan, Masukan
from iku.scoring import (
    Capaian,
    DuaTargetMinusRealisasi,
    Ketetapan,
    RealisasiPerTarget,
    compute_capaian,
)
from iku.tree import Constant, Expression, Unlowered, Variable

if TYPE_CHECKING:
    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.typing import CapaianRule

RULES: tuple[CapaianRule, ...] = (RealisasiPerTarget(), DuaTargetMinusRealisasi())


@attrs.frozen(kw_only=True)
class _Foreign:
    """A rule of a third party, which may misbehave."""

    tipe: ClassVar[str] = "uji:aturan/1"

    gives: object

    def lower(self) -> Expression | Unlowered:
        return cast("Expression", self.gives)


@attrs.frozen(kw_only=True, eq=False)
class _Fickle:
    """A rule that gives one answer after the other."""

    tipe: ClassVar[str] = "uji:plin-plan/1"

    gives: list[object]

    def lower(self) -> Expression | Unlowered:
        return cast("Expression", self.gives.pop(0))


class TestReasons:
    """Where nothing can be compared, the answer says why."""

    @pytest.mark.parametrize("rule", RULES)
    @pytest.mark.parametrize(
        ("target", "realisasi", "kode", "variabel"),
        [
            (0, 5, "target_nol", "target"),
            (Angka("-0.00"), 5, "target_nol", "target"),
            (Fraction(0), Fraction(1, 3), "target_nol", "target"),
            (0, None, "tanpa_data", "realisasi"),
            (-5, 5, "target_negatif", "target"),
            (-5, None, "target_negatif", "target"),
            (None, 5, "tanpa_data", "target"),
            (10, None, "tanpa_data", "realisasi"),
            (Kosong(), 5, "tidak_dicantumkan", "target"),
            (
                10,
                Kosong(sebab=SebabKosong.BELUM_DILAPORKAN),
                "belum_dilaporkan",
                "realisasi",
            ),
            (10, Kosong(sebab=SebabKosong.TIDAK_BERLAKU), "tidak_berlaku", "realisasi"),
            (
                Rentang(bawah=Angka("7"), atas=Angka("8")),
                7,
                "aturan_tidak_berlaku",
                "target",
            ),
            (
                Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("49")),
                Kosong(),
                "aturan_tidak_berlaku",
                "target",
            ),
            (Kategori(label="BB"), Kategori(label="A"), "aturan_tidak_berlaku", "target"),
            (10, Kategori(label="A"), "bukan_bilangan", "realisasi"),
            (Decimal("NaN"), 5, "bukan_bilangan", "target"),
        ],
    )
    def test_reason(
        self,
        rule: CapaianRule,
        target: NilaiMasukan,
        realisasi: NilaiMasukan,
        kode: str,
        variabel: str,
    ) -> None:
        """No exception, no zero, and the one to blame."""
        capaian = compute_capaian(target, realisasi, rule=rule)

        assert (capaian.eksak, capaian.nilai, capaian.round(2)) == (None, None, None)
        assert capaian.alasan is not None
        assert (capaian.alasan.kode, capaian.alasan.variabel) == (kode, (variabel,))
        assert capaian.trace.endswith(f" tidak dapat dihitung: {capaian.alasan.pesan}")
        assert capaian.verify()

    def test_both_absent(self) -> None:
        """The reason names both."""
        capaian = compute_capaian(None, None, rule=RealisasiPerTarget())

        assert capaian.trace == (
            "realisasi / target × 100% tidak dapat dihitung: "
            "data target dan realisasi tidak tersedia"
        )

    def test_rule_without_tree(self) -> None:
        """A plug-in may have a reason of its own."""
        rule = _Foreign(gives=Unlowered(kode="rahasia", message="dirahasiakan"))

        assert compute_capaian(1, 1, rule=rule).alasan == (
            Alasan(kode="rahasia", pesan="dirahasiakan")
        )


class TestOutcome:
    """A capaian keeps what it was computed from."""

    def test_fields(self) -> None:
        """Rule, tree, inputs, exact value."""
        capaian = compute_capaian(Angka("3"), 5, rule=RealisasiPerTarget())

        assert capaian == Capaian(
            rule=RealisasiPerTarget(),
            target=Angka("3"),
            realisasi=Angka("5"),
            dipakai=RealisasiPerTarget(),
            pohon=RealisasiPerTarget().lower(),
            masukan=(
                Masukan(variabel="target", nilai=Angka("3")),
                Masukan(variabel="realisasi", nilai=Angka("5")),
            ),
            jawaban=Fraction(500, 3),
            tanpa_batas=Fraction(500, 3),
            satuan=Satuan("%"),
        )
        assert capaian.nilai == Decimal("166.6666666666666666666666666666667")

    @pytest.mark.parametrize(
        ("rule", "target", "realisasi", "digits", "trace"),
        [
            (RULES[0], "95.56", "93", 2, "93 / 95,56 × 100% = 97,32%"),
            (RULES[0], "3", "5", 0, "5 / 3 × 100% = 167%"),
            (RULES[0], "4", "3", 2, "3 / 4 × 100% = 75%"),
            (RULES[0], "4", "-3", 2, "−3 / 4 × 100% = −75%"),
            (RULES[1], "49", "56.23", 2, "(2 × 49 − 56,23) / 49 × 100% = 85,24%"),
            (RULES[1], "10", "-5", 2, "(2 × 10 − (−5)) / 10 × 100% = 250%"),
        ],
    )
    def test_explanation(
        self, rule: CapaianRule, target: str, realisasi: str, digits: int, trace: str
    ) -> None:
        """The sentence as reports print it."""
        capaian = compute_capaian(Angka(target), Angka(realisasi), rule=rule)

        assert capaian.explain(digits=digits) == trace

    def test_copies(self) -> None:
        """It is a value."""
        capaian = compute_capaian(3, 5, rule=RealisasiPerTarget())

        assert pickle.loads(pickle.dumps(capaian)) == capaian == copy.deepcopy(capaian)  # noqa: S301 - our own bytes
        assert hash(capaian) == hash(copy.deepcopy(capaian))

    @pytest.mark.parametrize(
        "changes",
        [
            {"jawaban": Fraction(166)},
            {"rule": DuaTargetMinusRealisasi()},
            {"pohon": Constant(Angka("1"))},
            {"masukan": (Masukan(variabel="target", nilai=Angka("0")),)},
            {"masukan": ()},
            {"satuan": Satuan("Rp")},
            {"satuan": None},
            {"target": Angka("3.0")},
            {"realisasi": Kosong()},
            {"dipakai": DuaTargetMinusRealisasi()},
            {"tanpa_batas": None},
            {"ketetapan": Ketetapan.TERCAPAI},
            {"masukan": tuple(Masukan(variabel=x, nilai=Angka("5")) for x in "AB")},
            {
                "masukan": (
                    Masukan(variabel="target", nilai=Angka("3")),
                    *(Masukan(variabel="realisasi", nilai=Angka("5")),) * 2,
                )
            },
        ],
    )
    def test_changes_are_noticed(self, changes: dict[str, object]) -> None:
        """What was altered afterwards does not verify."""
        capaian = compute_capaian(3, 5, rule=RealisasiPerTarget())

        assert attrs.evolve(capaian, **changes).verify() is False  # type: ignore[arg-type]  # any field

    @pytest.mark.parametrize(
        "changes",
        [
            {"jawaban": 0.5},
            {"masukan": "abc"},
            {"satuan": "%"},
            {"rule": "realisasi_per_target"},
            {"dipakai": None},
            {"target": 3},
            {"realisasi": 1.5},
            {"tanpa_batas": 1},
            {"capaian_dasar": Fraction(1)},
        ],
    )
    def test_fields_are_checked(self, changes: dict[str, object]) -> None:
        """The error names the field."""
        capaian = compute_capaian(3, 5, rule=RealisasiPerTarget())
        with pytest.raises(IkuError) as caught:
            attrs.evolve(capaian, **changes)  # type: ignore[arg-type]  # any field

        assert (caught.value.code, caught.value.path) == ("wrong-type", f"$.{next(iter(changes))}")

    @pytest.mark.parametrize("changes", [{"polaritas": "naik"}, {"ketetapan": "lulus"}])
    def test_words_are_checked(self, changes: dict[str, object]) -> None:
        """Only the words of the closed lists."""
        capaian = compute_capaian(3, 5, rule=RealisasiPerTarget())
        with pytest.raises(IkuError) as caught:
            attrs.evolve(capaian, **changes)  # type: ignore[arg-type]  # any field

        assert (caught.value.code, caught.value.path) == ("bad-choice", f"$.{next(iter(changes))}")

    def test_a_rule_that_answers_differently_each_time(self) -> None:
        """It agrees with nothing, and verifying it does not raise."""
        answers: list[object] = [Variable("realisasi"), Variable("realisasi"), 1.5]
        capaian = compute_capaian(1, 1, rule=_Fickle(gives=answers))

        assert capaian.verify() is False

    def test_ambient_context_is_not_used(self) -> None:
        """Whatever the caller did to decimal arithmetic changes no digit."""
        context = decimal.Context(prec=2, traps=[decimal.Inexact, decimal.FloatOperation])
        with decimal.localcontext(context):
            capaian = compute_capaian(Angka("49"), Angka("56.23"), rule=DuaTargetMinusRealisasi())
            trace = capaian.explain(digits=4)

        assert trace == "(2 × 49 − 56,23) / 49 × 100% = 85,2449%"


class TestRefusals:
    """What is no exact number or no rule is refused by name."""

    @pytest.mark.parametrize("value", [1.5, "49", True])
    def test_values(self, value: object) -> None:
        """The argument is named."""
        foreign = cast("NilaiMasukan", value)
        for target, realisasi, path in ((foreign, 1, "$.target"), (1, foreign, "$.realisasi")):
            with pytest.raises(IkuError) as caught:
                compute_capaian(target, realisasi, rule=RealisasiPerTarget())
            assert (caught.value.code, caught.value.path) == ("wrong-type", path)

    def test_too_long_numbers(self) -> None:
        """An Angka holds a thousand digits."""
        with pytest.raises(IkuError) as caught:
            compute_capaian(1, 10**2000, rule=RealisasiPerTarget())
        assert (caught.value.code, caught.value.path) == ("number-too-long", "$.realisasi")

    @pytest.mark.parametrize("polaritas", ["naik", 1, True])
    def test_polarities(self, polaritas: object) -> None:
        """A word that is no polarity is not ignored, although this rule does not need one."""
        with pytest.raises(IkuError) as caught:
            compute_capaian(1, 1, rule=RULES[0], polaritas=cast("Polaritas", polaritas))
        assert (caught.value.code, caught.value.path) == ("bad-choice", "$.polaritas")

    @pytest.mark.parametrize("rule", ["realisasi_per_target", None, RealisasiPerTarget])
    def test_rules(self, rule: object) -> None:
        """A tag or a class is no rule."""
        with pytest.raises(IkuError) as caught:
            compute_capaian(1, 1, rule=cast("CapaianRule", rule))
        assert caught.value.code == "wrong-type"

    def test_plugins_that_misbehave(self) -> None:
        """One error, which names the plug-in."""
        with pytest.raises(PluginError) as caught:
            compute_capaian(1, 1, rule=_Foreign(gives=1.5))
        assert "uji:aturan/1" in caught.value.found
