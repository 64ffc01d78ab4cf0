"""Capaian as 771 rows of official reports print it, read cell by cell and computed anew."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from iku import parse_nilai
from iku.angka import Angka, round_half_up, to_decimal34
from iku.domain import Kategori, Predikat, Skala
from iku.errors import IkuError
from iku.regulations import SKALA_AKIP, SKALA_OPINI_BPK, SKALA_PERMENDAGRI
from iku.scoring import (
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    Ketetapan,
    RealisasiPerTarget,
    SkorPredikat,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    compute_capaian,
    grade,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iku.domain.nilai import Nilai
    from iku.scoring import Capaian
    from iku.typing import CapaianRule

FILE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "capaian_tercetak.json").read_text(encoding="utf-8")
)
TABLES: Final[dict[str, list[dict[str, Any]]]] = {
    name: table for name, table in FILE.items() if name not in {"keterangan", "sumber"}
}
SIDES: Final = ("target", "realisasi", "tercetak")
RULES: Final[dict[str, CapaianRule]] = {
    rule.tipe: rule
    for rule in (RealisasiPerTarget(), DuaTargetMinusRealisasi(), TargetPerRealisasi())
}
AKREDITASI: Final = Skala(
    kode="akreditasi", nama="Akreditasi", predikat=(Predikat(label="Paripurna"),)
)
"""The one label of an accreditation that is printed."""
SCALES: Final = (AKREDITASI, SKALA_OPINI_BPK.isi, SKALA_PERMENDAGRI.isi)


def take_text(row: dict[str, Any], side: str) -> str:
    """Give what a person reads in a cell."""
    text: str = row.get("dibaca", {}).get(side, row[side])
    return text


def take_locale(row: dict[str, Any], side: str) -> Any:  # noqa: ANN401 - one of the three words
    """Tell which number convention a cell follows; a column may mix both."""
    return row["locale"][SIDES.index(side)] if "locale" in row else "id"


def read(row: dict[str, Any], side: str) -> Nilai:
    """Read one cell."""
    return parse_nilai(take_text(row, side), skala=SCALES, locale=take_locale(row, side))


def read_figure(row: dict[str, Any]) -> Angka:
    """Read the printed capaian with its digits."""
    figure = read(row, "tercetak")
    assert isinstance(figure, Angka)
    return figure


def count_decimals(figure: Angka) -> int:
    """Count the decimals that a figure is printed with."""
    return len(figure.teks.partition(".")[2])


def compute(row: dict[str, Any], rule: CapaianRule) -> Capaian:
    """Compute a row under a rule."""
    capaian = compute_capaian(read(row, "target"), read(row, "realisasi"), rule=rule)
    assert capaian.verify()
    return capaian


def print_anew(row: dict[str, Any], rule: CapaianRule) -> str:
    """Print the capaian of a row with as many decimals as it has there, rounded half-up once."""
    return str(compute(row, rule).round(count_decimals(read_figure(row))))


def measure(row: dict[str, Any], digits: int) -> tuple[Fraction, Fraction, Fraction]:
    """Give the exact capaian, the printed one and one unit, counted in units of a last place."""
    exact = compute(row, RULES[row["aturan"]]).eksak
    assert exact is not None
    unit = Fraction(1, 10**digits)
    return exact / unit, Fraction(read_figure(row).nilai) / unit, unit


def find_unlike(name: str, rule: CapaianRule) -> list[tuple[str, str]]:
    """List the rows of a table whose figure is another one under a rule."""
    return [
        (row["id"], anew)
        for row in TABLES[name]
        if (anew := print_anew(row, rule)) != read_figure(row).teks
    ]


class TestReproduced:
    """What follows a rule comes out to the last printed digit."""

    @pytest.mark.parametrize("name", ["realisasi_per_target", "dua_target_minus_realisasi"])
    def test_rule(self, name: str) -> None:
        """Realisasi per target in 501 rows, twice the target less realisasi in 23."""
        assert find_unlike(name, RULES[name]) == []

    @pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
    def test_met_exactly(self, rule: CapaianRule) -> None:
        """Where both cells are the same number, every rule gives the printed 100."""
        assert find_unlike("sama", rule) == []
        assert {compute(row, rule).eksak for row in TABLES["sama"]} == {Fraction(100)}

    def test_capped(self) -> None:
        """90,10 against 90,01 is printed as 100,00%: cut at 100, and kept uncut beside."""
        (row,) = TABLES["dibatasi"]
        rule = RealisasiPerTarget(maksimum=Angka(row["maksimum"]))

        assert find_unlike("dibatasi", rule) == []
        assert find_unlike("dibatasi", RealisasiPerTarget()) == [(row["id"], "100.10")]

    def test_without_per_cent(self) -> None:
        """A share that is not multiplied by a hundred is another formula."""
        assert find_unlike("tanpa_persen", EkspresiCapaian(ekspresi="realisasi / target")) == []

    def test_the_two_rules_are_told_apart(self) -> None:
        """Under the other rule nothing comes out, but for two rows that round to a whole 100."""
        high, low = RULES["realisasi_per_target"], RULES["dua_target_minus_realisasi"]
        unlike = {kode for kode, _ in find_unlike("realisasi_per_target", low)}
        alike = [row for row in TABLES["realisasi_per_target"] if row["id"] not in unlike]

        assert len(find_unlike("dua_target_minus_realisasi", high)) == 23
        assert [(row["id"], read_figure(row).teks) for row in alike] == [
            ("C317", "100"),
            ("C672", "100"),
        ]

    def test_one_office_took_the_wrong_rule(self) -> None:
        """Of all rows where lower is better, one is computed as if higher were (stunting)."""
        wrong = [row for row in TABLES["realisasi_per_target"] if "polaritas" in row]

        assert [(row["id"], print_anew(row, DuaTargetMinusRealisasi())) for row in wrong] == [
            ("C260", "103.69")
        ]


class TestSlips:
    """Figures that were not rounded to the nearest one."""

    def test_one_unit(self) -> None:
        """Most were cut off, some rounded up though the lower figure was nearer."""
        for row in TABLES["selisih_satu"]:
            exact, printed, _ = measure(row, count_decimals(read_figure(row)))
            below = exact.numerator // exact.denominator
            nearest = below + (exact - below >= Fraction(1, 2))

            assert printed == below + (row["sebab"] == "ke_atas"), row["id"]
            assert printed != nearest, row["id"]
            assert print_anew(row, RULES[row["aturan"]]) == row["terhitung"], row["id"]

        reasons = [row["sebab"] for row in TABLES["selisih_satu"]]
        assert (reasons.count("dipotong"), reasons.count("ke_atas")) == (36, 6)

    def test_whole_per_cents(self) -> None:
        """Rounded to a whole per cent and printed with two decimals that say nothing."""
        for row in TABLES["persen_bulat"]:
            exact, printed, _ = measure(row, 0)
            nearest = round_half_up(exact, 0)

            assert take_text(row, "tercetak").endswith(",00%"), row["id"]
            assert (printed == nearest) is (row["sebab"] == "dibulatkan"), row["id"]
            assert abs(printed - exact) < 1, row["id"]
            assert print_anew(row, RULES[row["aturan"]]) == row["terhitung"], row["id"]

    def test_nothing_else(self) -> None:
        """What remains follows no rule by its printed cells; beside it stands what does."""
        for row in TABLES["lain"]:
            capaian = compute(row, RULES[row["aturan"]])
            answer = str(capaian.round(2)) if capaian.alasan is None else capaian.alasan.kode

            assert answer == row["terhitung"], row["id"]
            assert capaian.alasan or print_anew(row, capaian.rule) != read_figure(row).teks

    def test_a_target_of_zero_gives_no_zero(self) -> None:
        """Eight rows print 0 where nothing was planned and much was spent, one prints 100."""
        zero = [row for row in TABLES["lain"] if row["terhitung"] == "target_nol"]

        assert [read_figure(row).nilai for row in zero] == [100, *[0] * 8]
        assert all(
            compute(row, RealisasiPerTarget()).explain().endswith("target bernilai nol")
            for row in zero
        )


def round_once(exact: Fraction, digits: int) -> str:
    """Round half-up, as the library does."""
    return str(round_half_up(exact, digits))


def round_even(exact: Fraction, digits: int) -> str:
    """Round as programs do that take the even digit for a tie."""
    return str(round(to_decimal34(exact), digits))


def truncate(exact: Fraction, digits: int) -> str:
    """Cut off what is behind the last place."""
    return str(round_half_up(Fraction(int(exact * 10**digits), 10**digits), digits))


def round_share(places: int) -> Callable[[Fraction, int], str]:
    """Round the share before it is multiplied by a hundred, and then once more."""
    return lambda exact, digits: str(
        round_half_up(100 * Fraction(round_half_up(exact / 100, places)), digits)
    )


def round_twice(exact: Fraction, digits: int) -> str:
    """Round to one decimal more than is printed, and then once more."""
    return str(round_half_up(round_half_up(exact, digits + 1), digits))


class TestRounding:
    """How offices round, as far as their figures tell."""

    def test_ties(self) -> None:
        """112,5 is printed as 113, which is half-up; the even digit would be 112."""
        ties = [
            (row["id"], read_figure(row).teks)
            for row, exact, digits in each_reproduced()
            if (2 * exact * 10**digits).denominator == 1 != (exact * 10**digits).denominator
        ]

        assert ties == [("C756", "113"), ("C759", "113")]

    @pytest.mark.parametrize(
        ("way", "wrong"),
        [
            (round_once, 0),
            (round_even, 2),
            (truncate, 169),
            (round_share(2), 396),
            (round_share(4), 18),
            (round_twice, 14),
        ],
        ids=["half-up", "even", "cut", "share-2", "share-4", "twice"],
    )
    def test_other_ways(self, way: Callable[[Fraction, int], str], wrong: int) -> None:
        """So many of the 524 figures would be others if they were rounded that way."""
        unlike = [
            row["id"]
            for row, exact, digits in each_reproduced()
            if way(exact, digits) != read_figure(row).teks
        ]

        assert len(unlike) == wrong


def each_reproduced() -> Iterator[tuple[dict[str, Any], Fraction, int]]:
    """Give the rows under the two rules, with the exact capaian and how many decimals it has."""
    for name in ("realisasi_per_target", "dua_target_minus_realisasi"):
        for row in TABLES[name]:
            exact = compute(row, RULES[name]).eksak
            assert exact is not None
            yield row, exact, count_decimals(read_figure(row))


class TestLabels:
    """Rows that are judged by their labels."""

    @pytest.mark.parametrize(
        ("label", "skala", "count"), [("WTP", SKALA_OPINI_BPK, 5), ("Tinggi", SKALA_PERMENDAGRI, 3)]
    )
    def test_met(self, label: str, skala: Any, count: int) -> None:  # noqa: ANN401 - of a Skala
        """The same label on both sides is met, and 100 whatever scores the scale has."""
        scored = attrs.evolve(
            skala.isi,
            predikat=tuple(
                attrs.evolve(each, skor=Angka(str(place)))
                for place, each in enumerate(skala.isi.predikat, start=1)
            ),
        )
        rows = [row for row in TABLES["label"] if row["target"] == label]
        rules = (TercapaiAtauTidak(), SkorPredikat(skala=scored, aturan=RealisasiPerTarget()))

        assert len(rows) == count
        for row in rows:
            assert read(row, "target") == Kategori(label=label, skala=skala.isi.kode)
            assert {print_anew(row, rule) for rule in rules} == {row["tercetak"]}

    def test_letters_beside_scores(self) -> None:
        """AKIP cells hold a letter and its score: the scale gives the letter for the score."""
        skala = SKALA_AKIP.isi
        rows = [row for row in TABLES["realisasi_per_target"] if "(" in row["target"]]
        for row in rows:
            letters = [row[side].partition(" (")[0] for side in SIDES[:2]]
            scores = [read(row, side) for side in SIDES[:2]]
            target, realisasi = (Kategori(label=each, skala=skala.kode) for each in letters)
            rule = TercapaiAtauTidak(skala=skala)

            assert [grade(score, skala).label for score in scores] == letters
            assert compute_capaian(target, realisasi, rule=rule).ketetapan is (
                Ketetapan.TIDAK_TERCAPAI
            )

        assert len(rows) == 4


class TestAbsent:
    """Rows without a capaian have a reason, and none of them is zero."""

    def test_reason(self) -> None:
        """Not stated, does not apply, and a target of zero are told apart."""
        for row in TABLES["tanpa_nilai"]:
            labels = isinstance(read(row, "target"), Kategori)
            capaian = compute(row, TercapaiAtauTidak() if labels else RealisasiPerTarget())

            assert capaian.eksak is None
            assert capaian.alasan is not None
            assert capaian.alasan.kode == row["alasan"], row["id"]

    def test_figures_for_nothing(self) -> None:
        """Four offices print 100 for what has no target or was not held, and one prints 0."""
        printed = [row["tercetak"] for row in TABLES["tanpa_nilai"]]

        assert sorted({each for each in printed if each[:1].isdigit()}) == ["0.00", "100"]
        assert (printed.count("100"), printed.count("0.00")) == (4, 1)


class TestCells:
    """The cells themselves."""

    def test_no_row_was_lost(self) -> None:
        """Each of the 771 stands in one table, with a source."""
        ids = [row["id"] for table in TABLES.values() for row in table]

        assert sorted(ids) == [f"C{number:03}" for number in range(1, 772)]
        assert {row["sumber"] for table in TABLES.values() for row in table} == set(FILE["sumber"])
        assert {name: len(table) for name, table in TABLES.items()} == {
            "realisasi_per_target": 501,
            "sama": 61,
            "dua_target_minus_realisasi": 23,
            "selisih_satu": 42,
            "persen_bulat": 11,
            "dibatasi": 1,
            "tanpa_persen": 3,
            "label": 8,
            "tanpa_nilai": 66,
            "lain": 55,
        }

    def test_broken_digits_are_not_mended_in_silence(self) -> None:
        """A cell with gaps between digits, or with two values, is refused and not guessed."""
        for row, side in each_broken():
            with pytest.raises(IkuError) as caught:
                parse_nilai(row[side], skala=SCALES, locale=take_locale(row, side))

            assert caught.value.repair, row[side]


def each_broken() -> Iterator[tuple[dict[str, Any], str]]:
    """Give the cells that a person reads and `parse_nilai` does not."""
    for table in TABLES.values():
        for row in table:
            yield from ((row, side) for side in row.get("dibaca", {}))
