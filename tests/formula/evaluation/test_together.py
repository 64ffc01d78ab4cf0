"""Formulas that name each other's results: order, circles, and plug-ins that fail."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Kosong, Periode
from iku.errors import IkuError, NotFoundError
from iku.formula import (
    BasisPertumbuhan,
    KodeAlasan,
    KumpulanHasil,
    Langsung,
    Masukan,
    Persentase,
    Pertumbuhan,
    Seri,
    evaluate,
    evaluate_formulas,
    parse_formula,
)
from iku.formula.evaluation.alasan import blame

if TYPE_CHECKING:
    from iku.tree import Expression
    from iku.typing import Formula

KSP = Persentase(pembilang="KSP_BAIK", penyebut="KSP")
USP = Persentase(pembilang="USP_BAIK", penyebut="USP")
DATA = {"KSP_BAIK": 1, "KSP": 3, "USP_BAIK": 1, "USP": 7}
TOGETHER: dict[str, Formula] = {
    "IKU": parse_formula("rata_rata(S1, S2)"),
    "S1": KSP,
    "S2": USP,
    "SELISIH": parse_formula("S1 - S2 - (S1 - IKU) - (IKU - S2)"),
}


@attrs.frozen(kw_only=True)
class _Counting:
    """A formula of a third party that counts how often it is asked."""

    tipe: ClassVar[str] = "uji:menghitung/1"
    asked: ClassVar[list[str]] = []

    kode: str

    @property
    def variables(self) -> tuple[str, ...]:
        return (self.kode,)

    def lower(self) -> Expression:
        self.asked.append(self.kode)
        return parse_formula(self.kode).lower()


@attrs.frozen(kw_only=True)
class _Failing:
    """A formula of a third party that raises."""

    tipe: ClassVar[str] = "uji:gagal/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A",)

    def lower(self) -> Expression:
        return 1 / 0  # type: ignore[return-value]  # what this class is about


class TestOrder:
    """Each is computed after what it needs, exactly."""

    def test_results_of_others(self) -> None:
        """Thirds and sevenths pass from one to the next unrounded."""
        hasil = evaluate_formulas(TOGETHER, DATA)

        assert tuple(hasil) == ("IKU", "S1", "S2", "SELISIH")
        assert hasil["S1"] == evaluate(KSP, DATA)
        assert hasil["IKU"].eksak == (Fraction(100, 3) + Fraction(100, 7)) / 2
        assert hasil["SELISIH"].eksak == 0
        assert hasil["IKU"].trace == "rata-rata(33,333333; 14,285714) = 23,81"
        assert hasil.verify()

    def test_shared_parts_are_computed_once(self) -> None:
        """However many name them."""
        _Counting.asked.clear()
        formulas: dict[str, Formula] = {"X": _Counting(kode="A")}
        formulas |= {f"Y{n}": parse_formula("X + X") for n in range(20)}
        hasil = evaluate_formulas(formulas, {"A": 2})

        assert {one.eksak for one in hasil.values()} == {2, 4}
        assert _Counting.asked == ["A"]

    def test_long_chains(self) -> None:
        """A thousand formulas, each built on the next, need no thousand calls inside calls."""
        formulas = {f"X{n}": parse_formula(f"X{n + 1} + 1") for n in range(1_000)}
        hasil = evaluate_formulas(formulas, {"X1000": 5})

        assert hasil["X0"].eksak == 1_005

    def test_computed_goes_before_data(self) -> None:
        """What has a formula is not looked up."""
        assert evaluate_formulas(TOGETHER, DATA | {"S1": 99})["S1"] == evaluate(KSP, DATA)

    def test_reasons_pass_on(self) -> None:
        """The variables that are really to blame are named at the top."""
        hasil = evaluate_formulas(TOGETHER, DATA | {"KSP": 0, "USP_BAIK": None})

        assert [one.alasan and str(one.alasan) for one in hasil.values()] == [
            "pembagi KSP bernilai nol",
            "pembagi KSP bernilai nol",
            "data USP_BAIK tidak tersedia",
            "pembagi KSP bernilai nol",
        ]
        assert hasil.verify()


class TestEarlier:
    """What another formula gave in an earlier period is computed for that period."""

    SERI = Seri.from_mapping({"A": {2021: 1, 2022: 4, 2023: 9}, "B": {2021: 2, 2022: 2, 2023: 2}})
    FORMULAS: ClassVar[dict[str, Formula]] = {
        "NAIK": parse_formula("(RASIO - lalu(RASIO)) / lalu(RASIO, 2)"),
        "RASIO": parse_formula("A / B"),
    }

    def test_earlier_result(self) -> None:
        """Growth of something computed."""
        hasil = evaluate_formulas(self.FORMULAS, self.SERI, periode=Periode.tahunan(2023))

        assert hasil["NAIK"].trace == "(4,5 − 2) / 0,5 = 5"
        assert hasil.periode == Periode.tahunan(2023)
        assert hasil.verify()

    def test_too_far_back(self) -> None:
        """The reason is that of the earlier computation."""
        reason = evaluate_formulas(self.FORMULAS, self.SERI, periode=Periode.tahunan(2022))[
            "NAIK"
        ].alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("tanpa_data", ("A", "B"))

    def test_before_the_first_year(self) -> None:
        """There is no earlier period at all."""
        seri = Seri.from_mapping({"A": {1900: 1}, "B": {1900: 1}})
        reason = evaluate_formulas(self.FORMULAS, seri, periode=Periode.tahunan(1900))[
            "NAIK"
        ].alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("tanpa_periode_lalu", ("RASIO",))

    @pytest.mark.parametrize("periode", [None, Periode.tahunan(2023)])
    def test_values_without_period_are_of_none_before(self, periode: Periode | None) -> None:
        """A mapping says nothing about the year before, not even by way of a formula."""
        hasil = evaluate_formulas(self.FORMULAS, {"A": 1, "B": 2}, periode=periode)
        reason = hasil["NAIK"].alasan

        assert hasil["RASIO"].eksak == Fraction(1, 2)
        assert reason is not None
        assert (reason.kode, reason.variabel) == ("tanpa_periode", ("RASIO",))

    def test_a_series_needs_a_period(self) -> None:
        """Without one nothing can be looked up, and it says so."""
        hasil = evaluate_formulas(self.FORMULAS, self.SERI)

        assert {one.alasan and one.alasan.kode for one in hasil.values()} == {"tanpa_periode"}


class TestReported:
    """What is reported directly has the value that the data reports."""

    FORMULAS: ClassVar[dict[str, Formula]] = {
        "G": Pertumbuhan(variabel="X", basis=BasisPertumbuhan.LALU),
        "X": Langsung(sumber="BPS"),
        "Y": parse_formula("2 * X"),
    }

    def test_series(self) -> None:
        """Of this period and of those before."""
        seri = Seri.from_mapping({"X": {2022: 4, 2023: 5}})
        hasil = evaluate_formulas(self.FORMULAS, seri, periode=Periode.tahunan(2023))

        assert [one.eksak for one in hasil.values()] == [25, 5, 10]
        assert hasil["X"].masukan == (Masukan(variabel="X", nilai=Angka("5")),)
        assert hasil.verify()

    @pytest.mark.parametrize("periode", [None, Periode.tahunan(2023)])
    def test_mapping(self, periode: Periode | None) -> None:
        """Of whatever period; of those before nothing is known."""
        hasil = evaluate_formulas(self.FORMULAS, {"X": 5}, periode=periode)

        assert [one.eksak for one in hasil.values()] == [None, 5, 10]
        assert hasil["G"].alasan == blame(KodeAlasan.TANPA_PERIODE, "X")
        assert hasil.verify()

    def test_reported_absence(self) -> None:
        """The reason is that of the data."""
        seri = Seri.from_mapping({"X": {2022: Kosong(), 2023: 5}})
        for periode, kode in (
            (Periode.tahunan(2022), "tidak_dicantumkan"),
            (Periode.tahunan(2021), "tanpa_data"),
            (None, "tanpa_periode"),
        ):
            alasan = evaluate_formulas(self.FORMULAS, seri, periode=periode)["X"].alasan
            assert alasan is not None
            assert alasan.kode == kode

    @pytest.mark.parametrize("data", [{}, {"A": 1}, Seri.from_mapping({"A": {2023: 1}})])
    def test_data_without_the_kode(self, data: dict[str, int] | Seri) -> None:
        """The reason says who reports it."""
        hasil = evaluate_formulas(self.FORMULAS, data, periode=Periode.tahunan(2023))

        assert hasil["Y"].alasan == hasil["X"].alasan
        assert hasil["X"].trace == "nilai dilaporkan langsung oleh BPS"
        assert hasil["X"].explain("en") == "the value is reported by its source (BPS)"
        assert hasil.verify()


class TestCircles:
    """Formulas in a circle are refused with the circle printed."""

    @pytest.mark.parametrize(
        ("formulas", "found"),
        [
            ({"A": "A + 1"}, "'A' -> 'A'"),
            ({"A": "B + 1", "B": "C", "C": "X + A"}, "'A' -> 'B' -> 'C' -> 'A'"),
            ({"X": "A", "A": "lalu(B)", "B": "A"}, "'A' -> 'B' -> 'A'"),
        ],
    )
    def test_refused(self, formulas: dict[str, str], found: str) -> None:
        """Looking back does not break one."""
        with pytest.raises(IkuError) as caught:
            evaluate_formulas({kode: parse_formula(text) for kode, text in formulas.items()}, {})

        assert (caught.value.code, caught.value.found) == ("cycle", found)
        assert caught.value.path == "$.A"


class TestPlugins:
    """A plug-in that fails keeps nobody else from being computed."""

    def test_failing(self) -> None:
        """It is the reason why its own formula, and what is built on it, has no value."""
        formulas: dict[str, Formula] = {
            "RUSAK": _Failing(),
            "ATAS": parse_formula("RUSAK + 1"),
            "BAIK": parse_formula("A + 1"),
        }
        hasil = evaluate_formulas(formulas, {"A": 1})
        reason = hasil["RUSAK"].alasan

        assert hasil["BAIK"].eksak == 2
        assert reason is not None
        assert (reason.kode, reason.pesan) == (
            "plugin_gagal",
            "plug-in 'uji:gagal/1' gagal menyusun rumusnya",
        )
        assert hasil["ATAS"].alasan == reason
        assert hasil.verify()

    def test_what_is_no_formula_is_refused(self) -> None:
        """A mistake of the caller is none of a plug-in."""
        with pytest.raises(IkuError) as caught:
            evaluate_formulas({"A": cast("Formula", "B + 1")}, {})
        assert caught.value.code == "wrong-type"

    @pytest.mark.parametrize(
        ("data", "periode", "path"), [(None, None, "$.data"), ({}, 2023, "$.periode")]
    )
    def test_arguments(self, data: object, periode: object, path: str) -> None:
        """As for one formula, and even for none."""
        with pytest.raises(IkuError) as caught:
            evaluate_formulas({}, cast("Seri", data), periode=cast("Periode", periode))
        assert (caught.value.code, caught.value.path) == ("wrong-type", path)


class TestKumpulan:
    """The results read like a mapping and are a value."""

    def test_mapping(self) -> None:
        """In the order in which they were asked for."""
        hasil = evaluate_formulas(TOGETHER, DATA)

        assert dict(hasil) == dict(hasil.items())
        assert hasil.keys() == tuple(hasil) == tuple(TOGETHER)
        assert hasil.values() == tuple(hasil[kode] for kode in hasil)
        assert len(hasil) == 4
        assert "S1" in hasil
        assert "S9" not in hasil
        assert hasil.get("S1") == hasil["S1"] == hasil.get("S9", hasil["S1"])
        assert hasil.get("S9") is None

    def test_unknown_kode(self) -> None:
        """With a suggestion."""
        with pytest.raises(NotFoundError) as caught:
            evaluate_formulas(TOGETHER, DATA)["SELISH"]
        assert caught.value.repair == "did you mean 'SELISIH'?"

    def test_value(self) -> None:
        """It copies, compares and hashes, and notices changes."""
        hasil = evaluate_formulas(TOGETHER, DATA)
        for same in (copy.deepcopy(hasil), pickle.loads(pickle.dumps(hasil))):  # noqa: S301 - our own bytes
            assert same == hasil
            assert hash(same) == hash(hasil)
            assert same["S1"] == hasil["S1"]
        changed = attrs.evolve(hasil["S1"], jawaban=Fraction(1))

        assert not KumpulanHasil(hasil=(("S1", changed),)).verify()
        assert KumpulanHasil(hasil=()).verify()

    def test_angka_and_fraction_inputs_are_recorded(self) -> None:
        """What was measured, and what was computed."""
        hasil = evaluate_formulas(
            {"X": parse_formula("Y + A"), "Y": parse_formula("A / 3")}, {"A": 1}
        )

        assert [(each.variabel, each.nilai) for each in hasil["X"].masukan] == [
            ("Y", Fraction(1, 3)),
            ("A", Angka("1")),
        ]
