"""Figures that offices published, and those that no formula gives."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from iku.angka import Angka, round_half_up
from iku.domain import Periode
from iku.formula import (
    IPM,
    BasisPertumbuhan,
    IndeksKepuasanMasyarakat,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Selisih,
    Seri,
    evaluate,
    parse_formula,
)
from iku.formula.named import UNSUR
from iku.regulations import ACUAN_IPM, IKM, IKM_TERCETAK

if TYPE_CHECKING:
    from iku.formula import Hasil
    from iku.typing import Formula

PUBLISHED: Final[dict[str, list[dict[str, Any]]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "rumus.json").read_text(encoding="utf-8")
)
LALU, KINI = BasisPertumbuhan.LALU, BasisPertumbuhan.KINI


def rows(name: str) -> pytest.MarkDecorator:
    """Run a test for each row of a table, under its id."""
    return pytest.mark.parametrize(
        "row", PUBLISHED[name], ids=[str(row["id"]) for row in PUBLISHED[name]]
    )


def decimals(text: str) -> int:
    """Count the decimals that a figure is printed with."""
    return len(text.partition(".")[2])


def reproduces(hasil: Hasil, tercetak: str) -> bool:
    """Tell whether a result, rounded half-up, is the printed figure to its last digit."""
    return hasil.verify() and str(hasil.round(decimals(tercetak))) == tercetak


def grow(row: dict[str, Any], formula: Formula) -> Hasil:
    """Compute a formula over the two years of a row."""
    seri = Seri.from_mapping({"A": {2020: Angka(row["lalu"]), 2021: Angka(row["kini"])}})
    return evaluate(formula, seri, periode=Periode.tahunan(2021))


def survey(row: dict[str, Any]) -> dict[str, Angka]:
    """Give the NRR of each unsur."""
    return {unsur: Angka(nrr) for unsur, nrr in zip(UNSUR, row["nrr"], strict=True)}


class TestPublished:
    """What was printed comes out, to the last digit."""

    @rows("persentase")
    def test_persentase(self, row: dict[str, Any]) -> None:
        """A part of a whole."""
        data = {"A": Angka(row["pembilang"]), "B": Angka(row["penyebut"])}

        assert reproduces(evaluate(Persentase(pembilang="A", penyebut="B"), data), row["tercetak"])

    @rows("pertumbuhan_lalu")
    def test_growth_over_the_earlier_value(self, row: dict[str, Any]) -> None:
        """As regulations print it."""
        assert reproduces(grow(row, Pertumbuhan(variabel="A", basis=LALU)), row["tercetak"])

    @rows("pertumbuhan_kini")
    def test_growth_over_the_present_value(self, row: dict[str, Any]) -> None:
        """As Kabupaten Blitar computes it."""
        assert reproduces(grow(row, Pertumbuhan(variabel="A", basis=KINI)), row["tercetak"])

    @rows("ikm")
    def test_ikm(self, row: dict[str, Any]) -> None:
        """With weights of exactly one ninth."""
        assert reproduces(evaluate(IKM.isi, survey(row)), row["tercetak"])

    @rows("ipm")
    def test_ipm(self, row: dict[str, Any]) -> None:
        """With the bounds of BPS."""
        names = ("uhh", "hls", "rls", "pengeluaran")
        ipm = IPM(
            umur_harapan_hidup="uhh",
            harapan_lama_sekolah="hls",
            rata_rata_lama_sekolah="rls",
            pengeluaran_per_kapita="pengeluaran",
            acuan=ACUAN_IPM.isi,
        )
        hasil = evaluate(ipm, {name: Angka(row[name]) for name in names})

        assert reproduces(hasil, row["tercetak"])

    def test_all_digits_of_open_data(self) -> None:
        """Kabupaten Blitar publishes the last growth with sixteen digits too."""
        hasil = grow(PUBLISHED["pertumbuhan_kini"][-1], Pertumbuhan(variabel="A", basis=KINI))

        assert reproduces(hasil, "9.2782613708422")


class TestNotWhatItSays:
    """Published errors and traps: what the obvious formula would give instead."""

    @rows("pertumbuhan_kini")
    def test_blitar_does_not_divide_by_the_year_before(self, row: dict[str, Any]) -> None:
        """The name Pertumbuhan alone would give another figure in each year."""
        assert not reproduces(grow(row, Pertumbuhan(variabel="A", basis=LALU)), row["tercetak"])

    def test_blitar_by_the_year_before(self) -> None:
        """What another office would print for the same years."""
        growth = Pertumbuhan(variabel="A", basis=LALU)
        found = [str(grow(row, growth).round(2)) for row in PUBLISHED["pertumbuhan_kini"]]

        assert found == ["30.75", "53.42", "1.35", "10.23"]

    def test_blitar_as_printed(self) -> None:
        """The page prints `JUM-(n-1) / JUM-n * 100%`, which as it stands is no growth."""
        row = PUBLISHED["pertumbuhan_kini"][0]
        hasil = grow(row, parse_formula("A - lalu(A) / A * 100"))

        assert hasil.trace == "20.242 − 15.481 / 20.242 × 100 = 20.165,52"

    @rows("ikm")
    def test_the_printed_weight_gives_no_published_index(self, row: dict[str, Any]) -> None:
        """Nine times 0,111 is not one."""
        hasil = evaluate(IKM_TERCETAK.isi, survey(row))

        assert reproduces(hasil, row["dengan_0_111"])
        assert hasil.round(2) != evaluate(IKM.isi, survey(row)).round(2)

    def test_more_digits_of_the_weight_come_nearer(self) -> None:
        """From the sixth digit on the published figure is reached."""
        data = survey(PUBLISHED["ikm"][0])
        found = {
            digits: str(
                evaluate(
                    IndeksKepuasanMasyarakat(bobot=Angka(round_half_up(Fraction(1, 9), digits))),
                    data,
                ).round(2)
            )
            for digits in (2, 3, 4, 5, 6)
        }

        assert found == {2: "86.41", 3: "87.19", 4: "87.27", 5: "87.28", 6: "87.28"}

    def test_a_fall_that_was_a_rise(self) -> None:
        """BPS Maluku tells that the IDG fell by 0,17 from 76,99 to 77,15: it rose by 0,16."""
        data = {"LALU": Angka("76.99"), "KINI": Angka("77.15")}
        row = {"lalu": "76.99", "kini": "77.15"}

        assert evaluate(Selisih(dikurangi="KINI", pengurang="LALU"), data).trace == (
            "77,15 − 76,99 = 0,16"
        )
        assert str(grow(row, PersentasePenurunan(variabel="A")).round(2)) == "-0.21"
