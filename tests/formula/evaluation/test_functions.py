"""Means, extremes, logarithms and earlier values: what they give, and when they give nothing."""

from __future__ import annotations

import decimal
import time
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from iku.angka import MAXIMUM_DIGITS, Angka
from iku.domain import Kosong, Periode, SebabKosong
from iku.errors import IkuError
from iku.formula import IPM, Alasan, Seri, evaluate, parse_formula
from iku.regulations.bps_ipm import ACUAN_IPM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.formula.evaluation.masukan import NilaiMasukan

TUMBUH = parse_formula("(IPM - lalu(IPM)) / lalu(IPM) * 100")
PUBLISHED = Seri.from_mapping(
    {"IPM": {2020: Angka("71.94"), 2021: Angka("72.29"), 2022: Angka("72.91")}}
)


def _value(text: str, data: Mapping[str, NilaiMasukan]) -> Fraction | None:
    hasil = evaluate(parse_formula(text), data)
    assert hasil.verify()
    return hasil.eksak


def _reason(text: str, data: Mapping[str, NilaiMasukan]) -> Alasan:
    hasil = evaluate(parse_formula(text), data)
    assert hasil.alasan is not None
    assert hasil.verify()
    return hasil.alasan


class TestValues:
    """Each function does what its name says."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("rata_rata(A)", "3"),
            ("rata_rata(A, B)", "4"),
            ("rata_rata(A, B, B)", "13/3"),
            ("minimum(A, B, -1)", "-1"),
            ("maksimum(A, B, -1)", "5"),
            ("minimum(A)", "3"),
            ("rata_rata_geometrik(A)", "3"),
            ("rata_rata_geometrik(2, 8)", "4"),
            ("rata_rata_geometrik(A / 7, A / 7, A / 7)", "3/7"),
            ("rata_rata_geometrik(A, 0)", "0"),
            ("ln(A / A)", "0"),
            ("ln(1)", "0"),
            ("rata_rata_geometrik(A, B)", "3.872983346207416885179265399782400"),
            ("ln(A)", "1.098612288668109691395245236922526"),
        ],
    )
    def test_value(self, text: str, value: str) -> None:
        """Exact, or rounded to 34 digits where there is no fraction."""
        assert _value(text, {"A": 3, "B": 5}) == Fraction(value)

    def test_each_step_rounds_for_itself(self) -> None:
        """The root of two, squared, is not quite two again."""
        root = Fraction("1.414213562373095048801688724209698")

        assert _value("rata_rata_geometrik(1, 2)^2", {}) == root**2 != 2

    def test_ambient_context_is_not_used(self) -> None:
        """Logarithms and roots are computed with digits of our own."""
        formula = parse_formula("ln(A) + rata_rata_geometrik(A, 7)")
        expected = evaluate(formula, {"A": 5})
        hostile = decimal.Context(prec=2, traps=[decimal.Inexact, decimal.FloatOperation])
        with decimal.localcontext(hostile) as context:
            assert evaluate(formula, {"A": 5}) == expected
            assert not any(context.flags.values())

    @pytest.mark.parametrize(
        ("text", "trace"),
        [
            ("rata_rata(A, B)", "rata-rata(80; 90) = 85"),
            ("rata_rata_geometrik(A, B)", "rata-rata geometrik(80; 90) = 84,85"),
            ("minimum(A, B) / maksimum(A, B)", "minimum(80; 90) / maksimum(80; 90) = 0,89"),
            ("ln(A / B)", "ln(80 / 90) = −0,12"),
        ],
    )
    def test_trace(self, text: str, trace: str) -> None:
        """In words that can be read aloud."""
        assert evaluate(parse_formula(text), {"A": 80, "B": 90}).trace == trace


_NO_LOG = "logaritma {} tidak ada karena nilainya tidak di atas nol"


class TestUndefined:
    """Where there is no value, the variables to blame are named."""

    @pytest.mark.parametrize(
        ("text", "kode", "variabel", "pesan"),
        [
            (
                "ln(A - A)",
                "logaritma_tak_ada",
                ("A",),
                "logaritma (A − A) tidak ada karena nilainya tidak di atas nol",
            ),
            ("ln(C)", "logaritma_tak_ada", ("C",), _NO_LOG.format("C")),
            ("ln(A - B)", "logaritma_tak_ada", ("A", "B"), _NO_LOG.format("(A − B)")),
            ("ln(-B)", "logaritma_tak_ada", ("B",), _NO_LOG.format("(−B)")),
            ("ln(-1)", "logaritma_tak_ada", (), None),
            (
                "rata_rata_geometrik(A, -B, -A)",
                "akar_negatif",
                ("B", "A"),
                "rata-rata geometrik tidak ada karena (−B) dan (−A) bernilai negatif",
            ),
            (
                "rata_rata_geometrik(A, C, -1)",
                "akar_negatif",
                ("C",),
                "rata-rata geometrik tidak ada karena C bernilai negatif",
            ),
            (
                "rata_rata_geometrik(B - 9, A, B - 9)",
                "akar_negatif",
                ("B",),
                "rata-rata geometrik tidak ada karena (B − 9) bernilai negatif",
            ),
            ("rata_rata_geometrik(0 * A, -B)", "akar_negatif", ("B",), None),
            ("rata_rata(A, B / (A - 3))", "pembagi_nol", ("A",), None),
            ("maksimum(A, ln(B - 5))", "logaritma_tak_ada", ("B",), None),
        ],
    )
    def test_reason(
        self, text: str, kode: str, variabel: tuple[str, ...], pesan: str | None
    ) -> None:
        """Of the operand that is at fault, and of no other."""
        alasan = _reason(text, {"A": 3, "B": 5, "C": -2})

        assert (alasan.kode, alasan.variabel) == (kode, variabel)
        assert alasan.pesan == pesan or pesan is None

    def test_earlier_value(self) -> None:
        """That the value before is zero says nothing about the one of now."""
        seri = Seri.from_mapping({"IPM": {2020: 0, 2021: 5}})
        alasan = evaluate(TUMBUH, seri, periode=Periode.tahunan(2021)).alasan

        assert alasan is not None
        assert alasan.variabel == ("IPM",)
        assert alasan.pesan == "pembagi IPM lalu bernilai nol"
        assert alasan.explain("en") == "division by previous IPM, which is zero"

    def test_ipm(self) -> None:
        """An expenditure below the bounds is not negative, its index is."""
        ipm = IPM(
            umur_harapan_hidup="a",
            harapan_lama_sekolah="b",
            rata_rata_lama_sekolah="c",
            pengeluaran_per_kapita="d",
            acuan=ACUAN_IPM.isi,
        )
        alasan = evaluate(ipm, {"a": 72, "b": 13, "c": 9, "d": 1000}).alasan

        assert alasan is not None
        assert alasan.variabel == ("d",)
        assert alasan.pesan.startswith("rata-rata geometrik tidak ada karena ((ln(d) − ln(")
        assert alasan.pesan.endswith(") bernilai negatif")

    @pytest.mark.parametrize(
        "text",
        [
            "rata_rata_geometrik(A, A, A, A, A, A)",
            "rata_rata(A^5, 1 / B^5, A)",
            "rata_rata(1 / (7^64)^28 / (2^64)^63, 1 / (5^64)^28, 1 / (3^64)^64)",
        ],
    )
    def test_too_many_digits(self, text: str) -> None:
        """Digits do not explode here either."""
        long = {"A": Angka("9" * MAXIMUM_DIGITS), "B": Angka("7" * MAXIMUM_DIGITS)}

        assert _reason(text, long).kode == "terlalu_besar"

    def test_logarithm_that_nobody_can_round(self) -> None:
        """A number made for it has no logarithm here, and the reason says so."""
        context = decimal.Context(prec=600)
        made = context.exp(decimal.Decimal("1.2345678901234567890123456789012345"))

        assert _reason("ln(A)", {"A": made}) == Alasan(
            kode="terlalu_besar",
            variabel=("A",),
            pesan="bilangan dari A terlalu besar untuk dihitung",
        )

    def test_results_of_logarithms_are_bounded(self) -> None:
        """One that is too near zero to be held is none."""
        tiny = "(10^-64)^64 * 10^-64 * 10^-40"

        assert _value(f"ln(1 + {tiny})", {}) == Fraction(1, 10**4200)
        assert _reason(f"ln(1 + {tiny} / 3)", {}).kode == "terlalu_besar"

    def test_worst_formulas_end_soon(self) -> None:
        """As many logarithms and roots of as long numbers as fit in a formula."""
        start = time.perf_counter()
        long = {"A": Angka("9" * MAXIMUM_DIGITS), "B": Angka("0." + "7" * 997)}
        logs = " + ".join("ln(A^3 / B + A)" for _ in range(60))
        roots = " - ".join(f"rata_rata_geometrik(A, B + {n})" for n in range(25))

        assert evaluate(parse_formula(logs), long).eksak is not None
        assert evaluate(parse_formula(roots), long).eksak is not None
        assert time.perf_counter() - start < 10


class TestEarlier:
    """An earlier value is taken from the series, as many periods back as the formula says."""

    @pytest.mark.parametrize(
        ("tahun", "trace"),
        [
            # BPS: IPM 71,94 (2020), 72,29 (2021), 72,91 (2022); growth 0,49 and 0,86 per cent.
            (2021, "(72,29 − 71,94) / 71,94 × 100 = 0,49"),
            (2022, "(72,91 − 72,29) / 72,29 × 100 = 0,86"),
        ],
    )
    def test_published_growth(self, tahun: int, trace: str) -> None:
        """To the printed digit."""
        hasil = evaluate(TUMBUH, PUBLISHED, periode=Periode.tahunan(tahun))

        assert (hasil.trace, hasil.verify()) == (trace, True)
        assert [(each.variabel, each.lalu) for each in hasil.masukan] == [("IPM", 0), ("IPM", 1)]

    def test_same_kind_of_period(self) -> None:
        """Four quarters back is the same quarter of the year before."""
        seri = Seri.from_mapping({"A": {"2022-TW3": 4, "2023-TW2": 9, "2023-TW3": 5, "2022": 7}})
        periode = Periode.triwulan_ke(2023, 3)

        assert evaluate(parse_formula("A - lalu(A, 4)"), seri, periode=periode).eksak == 1
        assert evaluate(parse_formula("A - lalu(A)"), seri, periode=periode).eksak == -4

    @pytest.mark.parametrize(
        ("data", "periode", "kode", "pesan"),
        [
            (
                PUBLISHED,
                Periode.tahunan(2020),
                "tanpa_periode_lalu",
                "nilai IPM pada periode sebelumnya tidak ada (2019)",
            ),
            (
                PUBLISHED,
                Periode.tahunan(2023),
                "tanpa_data",
                "data IPM tidak tersedia",
            ),
            (
                PUBLISHED,
                None,
                "tanpa_periode",
                "nilai IPM membutuhkan seri data dan periode",
            ),
            (
                {"IPM": Angka("72.29")},
                Periode.tahunan(2021),
                "tanpa_periode",
                "nilai IPM membutuhkan seri data dan periode",
            ),
            (
                Seri.from_mapping({"IPM": {2021: 1, 2020: Kosong()}}),
                Periode.tahunan(2021),
                "tidak_dicantumkan",
                "nilai IPM tidak dicantumkan (2020)",
            ),
            (
                Seri.from_mapping(
                    {
                        "IPM": {
                            2021: 1,
                            2020: Kosong(
                                sebab=SebabKosong.BELUM_DILAPORKAN, keterangan="rilis Maret"
                            ),
                        }
                    }
                ),
                Periode.tahunan(2021),
                "belum_dilaporkan",
                "nilai IPM belum dilaporkan (2020; rilis Maret)",
            ),
            (
                Seri.from_mapping(
                    {"IPM": {2021: Kosong(sebab=SebabKosong.TIDAK_BERLAKU), 2020: 1}}
                ),
                Periode.tahunan(2021),
                "tidak_berlaku",
                "nilai IPM tidak berlaku",
            ),
            (
                Seri.from_mapping({"IPM": {1900: 1}}),
                Periode.tahunan(1900),
                "tanpa_periode_lalu",
                "nilai IPM pada periode sebelumnya tidak ada",
            ),
            (
                Seri.from_mapping({"IPM": {"TAHUN-1": 1}}),
                Periode.tahun_ke(1),
                "tanpa_periode_lalu",
                "nilai IPM pada periode sebelumnya tidak ada",
            ),
        ],
    )
    def test_absences_stay_distinct(
        self,
        data: Seri | dict[str, NilaiMasukan],
        periode: Periode | None,
        kode: str,
        pesan: str,
    ) -> None:
        """No series, no period, nothing so far back, and a stated absence are four things."""
        hasil = evaluate(TUMBUH, data, periode=periode)

        assert hasil.alasan is not None
        assert (hasil.alasan.kode, hasil.alasan.pesan) == (kode, pesan)
        assert hasil.alasan.variabel == ("IPM",)
        assert hasil.verify()

    def test_periode_is_checked_first(self) -> None:
        """A year by itself is no period here."""
        with pytest.raises(IkuError) as caught:
            evaluate(TUMBUH, PUBLISHED, periode=cast("Periode", 2021))
        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.periode")

    def test_without_periode_a_mapping_is_enough(self) -> None:
        """Only what looks back needs a series."""
        assert evaluate(parse_formula("A + 1"), {"A": 1}).eksak == 2
