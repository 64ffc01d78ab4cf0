"""Figures that offices printed, and figures that programs got wrong, under the named rules."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from iku.angka import Angka, round_half_up
from iku.domain import Polaritas, Rentang
from iku.regulations import perka_bkn_1_2013 as skp
from iku.regulations import permenpanrb_8_2021 as iki
from iku.scoring import (
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    Ketetapan,
    RealisasiPerTarget,
    RentangTarget,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    compute_capaian,
)

if TYPE_CHECKING:
    from iku.scoring import Capaian
    from iku.typing import CapaianRule

TABLES: Final[dict[str, list[dict[str, Any]]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "capaian.json").read_text(encoding="utf-8")
)
RULES: Final[dict[str, type[Any]]] = {
    kind.tipe: kind for kind in (RealisasiPerTarget, DuaTargetMinusRealisasi, TargetPerRealisasi)
}


def rows(*names: str) -> pytest.MarkDecorator:
    """Run a test for each row of some tables, under its id."""
    found = [{"aturan": name, **row} for name in names for row in TABLES[name]]
    return pytest.mark.parametrize("row", found, ids=[str(row["id"]) for row in found])


def decimals(text: str) -> int:
    """Count the decimals that a figure is printed with."""
    return len(text.partition(".")[2])


def prints(capaian: Capaian, tercetak: str) -> bool:
    """Tell whether a capaian, rounded half-up once, is the figure to its last digit."""
    return capaian.verify() and str(capaian.round(decimals(tercetak))) == tercetak


def between(row: dict[str, Any]) -> Rentang:
    """Give the range of a row."""
    return Rentang(bawah=Angka(row["bawah"]), atas=Angka(row["atas"]))


class TestPrinted:
    """What offices printed comes out to the last digit."""

    @rows("realisasi_per_target", "dua_target_minus_realisasi")
    def test_plain(self, row: dict[str, Any]) -> None:
        """The two rules that reports name, uncapped."""
        rule = RULES[row["aturan"]]()
        capaian = compute_capaian(Angka(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert prints(capaian, row["tercetak"])

    @rows("dibatasi")
    def test_capped(self, row: dict[str, Any]) -> None:
        """The capped figure, and the uncapped one beside it."""
        rule = RealisasiPerTarget(maksimum=Angka(row["maksimum"]))
        capaian = compute_capaian(Angka(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert prints(capaian, row["tercetak"])
        assert capaian.tanpa_batas is not None
        assert str(round_half_up(capaian.tanpa_batas, 2)) == row["tanpa_batas"]

    @rows("rentang")
    def test_range(self, row: dict[str, Any]) -> None:
        """The rule of the regulation for ranges, in both directions."""
        capaian = compute_capaian(
            between(row),
            Angka(row["realisasi"]),
            rule=iki.CAPAIAN_IKI.isi,
            polaritas=Polaritas(row["polaritas"]),
        )

        assert prints(capaian, row["tercetak"])

    @rows("tercapai")
    def test_range_met(self, row: dict[str, Any]) -> None:
        """Nine of eleven macro targets were counted as achieved; these are five of them."""
        capaian = compute_capaian(
            between(row),
            Angka(row["realisasi"]),
            rule=TercapaiAtauTidak(),
            polaritas=Polaritas(row["polaritas"]),
        )

        assert (capaian.ketetapan is Ketetapan.TERCAPAI) is row["tercapai"]

    @rows("nol")
    def test_zero(self, row: dict[str, Any]) -> None:
        """Nothing was allowed and nothing happened: met."""
        rule = DuaTargetMinusRealisasi()
        capaian = compute_capaian(Angka(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert row["tercetak"] == "Tercapai"
        assert capaian.ketetapan is Ketetapan.KEDUANYA_NOL
        assert capaian.eksak == 100

    @rows("nilai_iki")
    def test_nilai(self, row: dict[str, Any]) -> None:
        """The example of PermenPANRB 8/2021, with the capaian that it prints on the way."""
        nilai = compute_capaian(
            Angka(row["target"]),
            Angka(row["realisasi"]),
            rule=iki.NILAI_IKI_DIBULATKAN.isi,
            polaritas=Polaritas.POSITIF,
        )

        assert prints(nilai, row["tercetak"])
        assert nilai.capaian_dasar is not None
        assert str(nilai.capaian_dasar.round(0)) == row["capaian"]

    @rows("skp_waktu_biaya")
    def test_legacy(self, row: dict[str, Any]) -> None:
        """The 1,76 of Perka BKN 1/2013: a target that is met gives 76."""
        rule = skp.NILAI_WAKTU_BIAYA.isi
        capaian = compute_capaian(Angka(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert prints(capaian, row["tercetak"])

    @rows("errata")
    def test_errata(self, row: dict[str, Any]) -> None:
        """Printed slips are not reproduced: the printed inputs give another figure."""
        rule = RULES[row["aturan"]]()
        capaian = compute_capaian(Angka(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert prints(capaian, row["terhitung"])
        assert not prints(capaian, row["tercetak"])

    def test_erratum_inside_its_range(self) -> None:
        """The 113% of the annex are 90 over 80, the bounds of the range; 92 over 90 is meant."""
        target = Rentang(bawah=Angka("80"), atas=Angka("90"))
        rule = RentangTarget(aturan=RealisasiPerTarget())

        assert compute_capaian(target, 92, rule=rule).eksak == Fraction(9200, 90)
        assert str(compute_capaian(80, 90, rule=RealisasiPerTarget()).round(0)) == "113"

    def test_unrounded_inputs(self) -> None:
        """Lampung's 156,57 comes from the realisasi before it was rounded to 0,43."""
        rule = DuaTargetMinusRealisasi()

        assert str(compute_capaian(1, Angka("0.4343"), rule=rule).round(2)) == "156.57"

    def test_the_other_rule_is_another_figure(self) -> None:
        """What Lampung printed as 85,24 would be 87,14 under target per realisasi."""
        capaian = compute_capaian(49, Angka("56.23"), rule=TargetPerRealisasi())

        assert str(capaian.round(2)) == "87.14"

    def test_no_row_was_lost(self) -> None:
        """As many as were collected."""
        counted = {name: len(table) for name, table in TABLES.items() if name != "keterangan"}

        assert counted == {
            "realisasi_per_target": 10,
            "dua_target_minus_realisasi": 4,
            "dibatasi": 1,
            "rentang": 3,
            "nilai_iki": 2,
            "skp_waktu_biaya": 1,
            "nol": 1,
            "tercapai": 5,
            "errata": 5,
            "salah_hitung": 28,
        }


class TestCounterexamples:
    """What programs were seen to compute cannot happen here."""

    @rows("salah_hitung")
    def test_row(self, row: dict[str, Any]) -> None:
        """A figure to its last digit, or the reason why there is none."""
        limits = {name: Angka(row[name]) for name in ("minimum", "maksimum") if name in row}
        plain: CapaianRule = RULES[row["aturan"]](**limits)
        rule = AturanMenurutTarget(angka=plain, rentang=RentangTarget(aturan=plain))
        low, _, high = row["target"].lstrip("-").partition("-")
        target = Rentang(bawah=Angka(low), atas=Angka(high)) if high else Angka(row["target"])
        capaian = compute_capaian(target, Angka(row["realisasi"]), rule=rule)

        assert capaian.verify()
        if capaian.alasan is not None:
            assert capaian.alasan.kode == row["seharusnya"]
        else:
            assert prints(capaian, row["seharusnya"])

    def test_missing_target(self) -> None:
        """A target that nobody stated is no 100, whatever the realisasi (B13)."""
        assert compute_capaian(None, 5, rule=RealisasiPerTarget()).alasan is not None

    def test_zero_does_not_depend_on_how_it_is_written(self) -> None:
        """0, 0.00 and -0 are one number (B04, B22)."""
        rule = DuaTargetMinusRealisasi()
        answers = {
            (capaian.eksak, capaian.ketetapan)
            for zero in (0, Angka("0"), Angka("0.00"), Angka("-0"), Fraction(0))
            for capaian in (compute_capaian(zero, zero, rule=rule),)
        }

        assert answers == {(Fraction(100), Ketetapan.KEDUANYA_NOL)}

    def test_polarity_is_no_free_text(self) -> None:
        """`Negatif` is no polarity, and is not silently taken for the other one (B27)."""
        rule = iki.CAPAIAN_IKI.isi
        with pytest.raises(ValueError, match="bad-choice"):
            compute_capaian(100, 80, rule=rule, polaritas="Negatif")  # type: ignore[arg-type]  # text

        assert compute_capaian(100, 80, rule=rule, polaritas=Polaritas.NEGATIF).eksak == 120

    def test_lower_is_better_has_no_jump(self) -> None:
        """Where 1 gives 1.200, 0 does not give 100: it has no value (B06)."""
        rule = TargetPerRealisasi()
        answers = [
            compute_capaian(12, Angka(realisasi), rule=rule).eksak
            for realisasi in ("0", "0.01", "1", "6", "12", "24")
        ]

        assert answers == [None, 120000, 1200, 200, 100, 50]

    def test_a_rule_is_a_value(self) -> None:
        """Nobody can change one that others use."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            iki.CAPAIAN_IKI.isi.angka = None  # type: ignore[misc]  # that it cannot is the point
