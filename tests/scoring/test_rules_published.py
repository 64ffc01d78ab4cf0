"""Figures that offices printed, under the named rules."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from iku.angka import Angka, round_half_up
from iku.domain import Polaritas, Rentang
from iku.regulations import perka_bkn_1_2013 as skp
from iku.regulations import permenpanrb_8_2021 as iki
from iku.scoring import (
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
        }
