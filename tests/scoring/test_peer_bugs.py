"""What programs were seen to compute wrongly cannot happen here."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from iku import parse_nilai
from iku.angka import Angka, format_angka, round_half_up
from iku.domain import Ambang, Konsolidasi, Periode, Polaritas, Realisasi, Rentang
from iku.errors import IkuError
from iku.regulations import CAPAIAN_IKI
from iku.scoring import (
    AmbangTarget,
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    Ketetapan,
    RealisasiPerTarget,
    RentangTarget,
    TargetPerRealisasi,
    compute_capaian,
    compute_konsolidasi,
)

if TYPE_CHECKING:
    from iku.angka import Locale
    from iku.scoring import Capaian
    from iku.typing import CapaianRule

VECTORS: Final = Path(__file__).parents[1] / "vectors"
FILE: Final[dict[str, Any]] = json.loads((VECTORS / "peer.json").read_text(encoding="utf-8"))
KINDS: Final[dict[str, type[Any]]] = {
    kind.tipe: kind for kind in (RealisasiPerTarget, DuaTargetMinusRealisasi, TargetPerRealisasi)
}
TABLES: Final = ("capaian", "sel", "sel_target", "konsolidasi", "pembulatan")
SCALES: Final = json.loads((VECTORS / "skala.json").read_text(encoding="utf-8"))


def rows(name: str) -> pytest.MarkDecorator:
    """Run a test for each row of a table, under its id."""
    found: list[dict[str, Any]] = FILE[name]
    return pytest.mark.parametrize("row", found, ids=[str(row["id"]) for row in found])


def make_rule(row: dict[str, Any]) -> CapaianRule:
    """Make the rule of a row, for any kind of target."""
    limits = {name: Angka(row[name]) for name in ("minimum", "maksimum") if name in row}
    plain: CapaianRule = KINDS[row["aturan"]](**limits)
    return AturanMenurutTarget(
        angka=plain, rentang=RentangTarget(aturan=plain), ambang=AmbangTarget(aturan=plain)
    )


def answers(capaian: Capaian, seharusnya: str) -> bool:
    """Tell whether a capaian is a figure to its last digit, or has a reason."""
    assert capaian.verify()
    if capaian.alasan is not None:
        return capaian.alasan.kode == seharusnya
    return str(capaian.round(len(seharusnya.partition(".")[2]))) == seharusnya


def read(text: str, locale: Locale) -> str:
    """Write what a cell is read as, or the code of the error."""
    try:
        nilai = parse_nilai(text, locale=locale)
    except IkuError as error:
        return error.code
    match nilai:
        case Angka():
            return nilai.teks
        case Rentang():
            return f"{nilai.bawah}..{nilai.atas}"
        case Ambang():
            return f"{nilai.pembanding}{nilai.batas}"
        case _:
            raise AssertionError(nilai)


class TestCapaian:
    """Capaian under a rule."""

    @rows("capaian")
    def test_row(self, row: dict[str, Any]) -> None:
        """A figure to its last digit, or the reason why there is none."""
        text = row["target"]
        target = None if text is None else parse_nilai(text, locale="en")
        capaian = compute_capaian(target, Angka(row["realisasi"]), rule=make_rule(row))

        assert answers(capaian, row["seharusnya"])

    def test_zero_does_not_depend_on_how_it_is_written(self) -> None:
        """0, 0.00 and -0 are one number (B04, B22)."""
        rule = DuaTargetMinusRealisasi()
        found = {
            (capaian.eksak, capaian.ketetapan)
            for zero in (0, Angka("0"), Angka("0.00"), Angka("-0"), Fraction(0))
            for capaian in (compute_capaian(zero, zero, rule=rule),)
        }

        assert found == {(Fraction(100), Ketetapan.KEDUANYA_NOL)}

    def test_polarity_is_no_free_text(self) -> None:
        """`Negatif` is no polarity, and is not silently taken for the other one (B27)."""
        rule = CAPAIAN_IKI.isi
        with pytest.raises(ValueError, match="bad-choice"):
            compute_capaian(100, 80, rule=rule, polaritas="Negatif")  # type: ignore[arg-type]  # text

        assert compute_capaian(100, 80, rule=rule, polaritas=Polaritas.NEGATIF).eksak == 120

    def test_less_is_never_worse(self) -> None:
        """Where 1 gives 1.200, 0 does not give 100: along the rows no capaian rises (B06)."""
        found = [
            compute_capaian(12, Angka(row["realisasi"]), rule=make_rule(row)).eksak
            for row in FILE["capaian"]
            if row["id"].startswith("B06")
        ]

        assert found == [None, 120000, 1200, 200, 100, 50]

    def test_worse_never_scores_higher(self) -> None:
        """Against a target of −5, a share of it says nothing about −4 or −10 (B28)."""
        found = {compute_capaian(-5, each, rule=RealisasiPerTarget()).alasan for each in (-4, -10)}

        assert [each.kode for each in found if each is not None] == ["target_negatif"]

    def test_a_rule_is_a_value(self) -> None:
        """Nobody can change one that others use."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            CAPAIAN_IKI.isi.angka = None  # type: ignore[misc]  # that it cannot is the point


class TestCells:
    """Numbers in text."""

    @rows("sel")
    @pytest.mark.parametrize("locale", ["id", "en", "auto"])
    def test_number(self, row: dict[str, Any], locale: Locale) -> None:
        """A number under its convention, or an error; never another number."""
        assert read(row["teks"], locale) == row["seharusnya"][locale]

    @rows("sel_target")
    def test_target(self, row: dict[str, Any]) -> None:
        """A target is read as it is printed, and compared."""
        rule = make_rule({"aturan": "realisasi_per_target"})
        capaian = compute_capaian(parse_nilai(row["target"]), Angka(row["realisasi"]), rule=rule)

        assert read(row["target"], "id") == row["dibaca"]
        assert answers(capaian, row["seharusnya"])


class TestKonsolidasi:
    """A year made of its parts."""

    @rows("konsolidasi")
    def test_row(self, row: dict[str, Any]) -> None:
        """States and percentages are not added up, and a zero at the end is a figure."""
        made = compute_konsolidasi(
            [
                Realisasi(periode=Periode.from_text(periode), nilai=Angka(nilai))
                for periode, nilai in row["angka"].items()
            ],
            periode=Periode.from_text(row["periode"]),
            konsolidasi=Konsolidasi(row["konsolidasi"]),
        )
        capaian = compute_capaian(Angka(row["target"]), made.isi, rule=make_rule(row))

        assert made.verify()
        assert answers(capaian, row["seharusnya"])

    def test_nothing_is_added_up_unasked(self) -> None:
        """Without a word on how quarters make a year there is no year (B17)."""
        quarters = [
            Realisasi(periode=Periode.triwulan_ke(2023, ke), nilai=Angka("90"))
            for ke in (1, 2, 3, 4)
        ]
        made = compute_konsolidasi(quarters, periode=Periode.tahunan(2023), konsolidasi=None)

        assert made.alasan is not None
        assert made.alasan.kode == "tanpa_konsolidasi"


class TestRounding:
    """Rounding."""

    @rows("pembulatan")
    def test_half(self, row: dict[str, Any]) -> None:
        """A half is rounded up, wherever a figure is printed; the double of it lies below."""
        printed = Angka(row["seharusnya"])
        digits: int = row["desimal"]
        capaian = compute_capaian(100, Angka(row["angka"]), rule=RealisasiPerTarget())

        assert Angka(str(round_half_up(Angka(row["angka"]), digits))) == printed
        assert Angka(str(capaian.round(digits))) == printed
        assert format_angka(Angka(row["angka"]), digits=digits) == format_angka(printed)
        assert f"{float(row['angka']):.{digits}f}" == row["diamati"]


class TestCovered:
    """Nothing that was observed is left out."""

    def test_every_case(self) -> None:
        """Cases of numbers, capaian and aggregates here, cases of classes with the scales."""
        here = [row["id"] for name in TABLES for row in FILE[name]]
        classes = [row["id"] for name in ("program", "jalur") for row in SCALES[name]]
        families = [kode.partition("-")[0] for kode in here + classes if kode.startswith("B")]

        assert len(here) == len(set(here)) == 62
        assert {name: families.count(name) for name in sorted(set(families))} == {
            "B01": 7,
            "B02": 3,
            "B03": 5,
            "B04": 2,
            "B06": 6,
            "B07": 8,
            "B08": 4,
            "B09": 6,
            "B10": 5,
            "B11": 4,
            "B12": 6,
            "B13": 4,
            "B14": 1,
            "B16": 2,
            "B17": 1,
            "B18": 1,
            "B24": 1,
            "B27": 1,
            "B28": 2,
            "B32": 1,
            "B37": 1,
            "B42": 1,
        }

    def test_every_row_has_a_source(self) -> None:
        """And every source is used."""
        used = {row["sumber"] for name in TABLES for row in FILE[name]}

        assert used == set(FILE["sumber"])
