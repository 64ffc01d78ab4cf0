"""Weighted means and indices: their trees, their values, and what they refuse."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from iku.angka import Angka
from iku.domain import Rentang
from iku.errors import CODES, IkuError
from iku.formula import (
    IPM,
    AcuanIPM,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    KomponenIndeks,
    KomponenTertimbang,
    MetodeIndeks,
    NilaiAKIP,
    RataTertimbang,
    evaluate,
    parse_formula,
    registry,
    render_formula,
)
from iku.formula.named import MAXIMUM_KOMPONEN, UNSUR
from iku.regulations import ACUAN_IPM
from iku.tree import MAXIMUM_NODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.typing import Formula

ARITMETIK, GEOMETRIK = MetodeIndeks.ARITMETIK, MetodeIndeks.GEOMETRIK


def rentang(bawah: str, atas: str) -> Rentang:
    """Make reference bounds."""
    return Rentang(bawah=Angka(bawah), atas=Angka(atas))


def weigh(*bobot: str) -> tuple[KomponenTertimbang, ...]:
    """Give A, B, C and so on these weights."""
    return tuple(
        KomponenTertimbang(variabel=kode, bobot=Angka(each))
        for kode, each in zip("ABCDEFG", bobot, strict=False)
    )


BOUNDED: Final = (
    KomponenIndeks(variabel="A", acuan=rentang("-5", "10")),
    KomponenIndeks(variabel="B"),
)
NAMES: Final = {
    "umur_harapan_hidup": "UHH",
    "harapan_lama_sekolah": "HLS",
    "rata_rata_lama_sekolah": "RLS",
    "pengeluaran_per_kapita": "PPP",
}
ALL: Final[tuple[tuple[Formula, str], ...]] = (
    (RataTertimbang(komponen=weigh("3", "1")), "(A * 3 + B * 1) / 4"),
    (RataTertimbang(komponen=weigh("0.25", "0.750")), "A * 0.25 + B * 0.750"),
    (RataTertimbang(komponen=weigh("2.5")), "A * 2.5 / 2.5"),
    (RataTertimbang(komponen=weigh("1")), "A * 1"),
    (NilaiAKIP(komponen=weigh("30", "70.0")), "(A * 30 + B * 70.0) / 100"),
    (NilaiAKIP(komponen=weigh("100")), "A * 100 / 100"),
    (
        IndeksKomposit(metode=ARITMETIK, komponen=BOUNDED),
        "rata_rata((A - -5) / (10 - -5), B)",
    ),
    (
        IndeksKomposit(metode=GEOMETRIK, komponen=BOUNDED[1:], pengali=Angka("100")),
        "rata_rata_geometrik(B) * 100",
    ),
    (
        IndeksKomposit(metode=GEOMETRIK, komponen=BOUNDED, pengali=Angka("1.0")),
        "rata_rata_geometrik((A - -5) / (10 - -5), B)",
    ),
    (IndeksKepuasanMasyarakat(), f"rata_rata({', '.join(UNSUR)}) * 25"),
    (IndeksKepuasanMasyarakat(unsur=("A", "B", "C")), "rata_rata(A, B, C) * 25"),
    (
        IndeksKepuasanMasyarakat(unsur=("A", "B", "C"), bobot=Angka("0.33")),
        "(A * 0.33 + B * 0.33 + C * 0.33) * 25",
    ),
    (IndeksKepuasanMasyarakat(unsur=("A",), bobot=Angka("1.00")), "A * 1.00 * 25"),
    (
        IPM(**NAMES, acuan=ACUAN_IPM.isi),
        (
            "rata_rata_geometrik((UHH - 20) / (85 - 20), "
            "rata_rata((HLS - 0) / (18 - 0), (RLS - 0) / (15 - 0)), "
            "(ln(PPP) - ln(1007436)) / (ln(26572352) - ln(1007436))) * 100"
        ),
    ),
)


class TestShapes:
    """Each formula is a value that names its variables and writes itself."""

    @pytest.mark.parametrize(("formula", "ekspresi"), ALL)
    def test_tree(self, formula: Formula, ekspresi: str) -> None:
        """Its tree is the printed formula, and names the variables in their order."""
        assert render_formula(formula) == ekspresi
        assert parse_formula(ekspresi).lower() == formula.lower()
        assert parse_formula(ekspresi).variables == formula.variables
        assert registry.find(formula.tipe) is type(formula)

    @pytest.mark.parametrize(("formula", "_"), ALL)
    def test_value(self, formula: Formula, _: str) -> None:
        """It copies, compares and hashes."""
        assert pickle.loads(pickle.dumps(formula)) == formula  # noqa: S301 - our own bytes
        assert copy.deepcopy(formula) == formula
        assert hash(copy.deepcopy(formula)) == hash(formula)
        assert len({each for each, _ in ALL}) == len(ALL)

    def test_largest(self) -> None:
        """The largest of each still has a tree."""
        names = [f"A{n}" for n in range(MAXIMUM_KOMPONEN)]
        equal = Angka("1.5625")
        weighted = tuple(KomponenTertimbang(variabel=name, bobot=equal) for name in names)
        bounded = tuple(KomponenIndeks(variabel=name, acuan=rentang("0", "5")) for name in names)
        largest: tuple[Formula, ...] = (
            RataTertimbang(komponen=weighted),
            NilaiAKIP(komponen=weighted),
            IndeksKomposit(metode=GEOMETRIK, komponen=bounded, pengali=Angka("100")),
            IndeksKepuasanMasyarakat(unsur=tuple(names), bobot=Angka("0.02")),
        )

        assert MAXIMUM_KOMPONEN == 64
        for formula in largest:
            assert parse_formula(render_formula(formula)).lower().size <= MAXIMUM_NODES
            assert len(formula.variables) == MAXIMUM_KOMPONEN

    def test_one_variable_in_two_places(self) -> None:
        """It is needed once."""
        ipm = IPM(**{**NAMES, "rata_rata_lama_sekolah": "HLS"}, acuan=ACUAN_IPM.isi)

        assert ipm.variables == ("UHH", "HLS", "PPP")


class TestValues:
    """What they give, exactly."""

    @pytest.mark.parametrize(
        ("formula", "data", "trace"),
        [
            (ALL[0][0], {"A": 80, "B": 90}, "(80 × 3 + 90 × 1) / 4 = 82,5"),
            (ALL[1][0], {"A": 80, "B": 90}, "80 × 0,25 + 90 × 0,750 = 87,5"),
            (ALL[4][0], {"A": 80, "B": 90}, "(80 × 30 + 90 × 70,0) / 100 = 87"),
            (ALL[6][0], {"A": 10, "B": 0}, "rata-rata((10 − (−5)) / (10 − (−5)); 0) = 0,5"),
            (ALL[7][0], {"B": 0}, "rata-rata geometrik(0) × 100 = 0 × 100 = 0"),
            (
                ALL[10][0],
                {"A": 1, "B": 2, "C": 4},
                "rata-rata(1; 2; 4) × 25 = 2,333333 × 25 = 58,33",
            ),
            (
                ALL[11][0],
                {"A": 1, "B": 2, "C": 4},
                "(1 × 0,33 + 2 × 0,33 + 4 × 0,33) × 25 = 2,31 × 25 = 57,75",
            ),
        ],
    )
    def test_trace(self, formula: Formula, data: dict[str, int], trace: str) -> None:
        """The sentence recomputes to its figure."""
        hasil = evaluate(formula, data)

        assert hasil.trace == trace
        assert hasil.verify()

    def test_ipm_reaches_its_ends(self) -> None:
        """At the upper bounds it is 100, at the lower ones 0, exactly."""
        ipm = ALL[-1][0]
        bounds = [cast("Rentang", getattr(ACUAN_IPM.isi, field)) for field in NAMES]
        top = dict(zip(NAMES.values(), (each.atas for each in bounds), strict=True))
        bottom = dict(zip(NAMES.values(), (each.bawah for each in bounds), strict=True))

        assert evaluate(ipm, top).eksak == 100
        assert evaluate(ipm, bottom).eksak == 0

    def test_ipm_is_not_cut(self) -> None:
        """Above its bounds a dimension counts in full."""
        data = {"UHH": 98, "HLS": 18, "RLS": 15, "PPP": 26_572_352}

        assert evaluate(ALL[-1][0], data).round(2) == Decimal("106.27")

    @pytest.mark.parametrize(
        ("changes", "kode", "variabel"),
        [
            ({"UHH": 19}, "akar_negatif", ("UHH",)),
            ({"PPP": 0}, "logaritma_tak_ada", ("PPP",)),
            ({"RLS": None}, "tanpa_data", ("RLS",)),
        ],
    )
    def test_ipm_reasons(
        self, changes: dict[str, int | None], kode: str, variabel: tuple[str, ...]
    ) -> None:
        """Below its bounds a dimension has no index."""
        data: dict[str, int | None] = {"UHH": 70, "HLS": 13, "RLS": 8, "PPP": 11_000_000}
        reason = evaluate(ALL[-1][0], data | changes).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == (kode, variabel)

    def test_each_survey_is_rounded_once(self) -> None:
        """Weights rounded to 28 digits, as Decimal has them, would print 65,62 here."""
        ikm = IndeksKepuasanMasyarakat()
        nrr = dict.fromkeys(UNSUR, Angka("2.625"))

        assert evaluate(ikm, nrr).eksak == Fraction("65.625")
        assert str(evaluate(ikm, nrr).round(2)) == "65.63"


def acuan(**changes: Any) -> AcuanIPM:  # noqa: ANN401 - what the constructor refuses
    """Make the bounds of BPS with changes."""
    return AcuanIPM(**{name: rentang("1", "5") for name in NAMES} | changes)


REFUSED: Final[list[tuple[Callable[[], object], str, str]]] = [
    (lambda: weigh("0"), "bad-bobot", "$.bobot"),
    (lambda: weigh("-1"), "bad-bobot", "$.bobot"),
    (
        lambda: KomponenTertimbang(variabel="A", bobot=cast("Angka", 1)),
        "wrong-type",
        "$.bobot",
    ),
    (lambda: RataTertimbang(komponen=()), "bad-suku", "$.komponen"),
    (
        lambda: RataTertimbang(komponen=weigh("1") * 2),
        "duplicate-suku",
        "$.komponen[1].variabel",
    ),
    (
        lambda: RataTertimbang(komponen=cast("tuple[KomponenTertimbang, ...]", ("A",))),
        "wrong-type",
        "$.komponen[0]",
    ),
    (
        lambda: RataTertimbang(komponen=weigh("9" * 1000, "9" * 1000)),
        "number-too-long",
        "$.komponen",
    ),
    (lambda: NilaiAKIP(komponen=weigh("30", "71")), "bad-bobot", "$.komponen"),
    (lambda: NilaiAKIP(komponen=weigh("0.3", "0.7")), "bad-bobot", "$.komponen"),
    (lambda: NilaiAKIP(komponen=weigh("100", "0." + "0" * 900 + "1")), "bad-bobot", "$.komponen"),
    (
        lambda: NilaiAKIP(
            komponen=tuple(
                KomponenTertimbang(variabel=f"A{n}", bobot=Angka("1")) for n in range(100)
            )
        ),
        "bad-suku",
        "$.komponen",
    ),
    (
        lambda: KomponenIndeks(variabel="A", acuan=rentang("5", "5.0")),
        "bad-acuan",
        "$.acuan",
    ),
    (
        lambda: KomponenIndeks(variabel="A", acuan=cast("Rentang", Angka("5"))),
        "wrong-type",
        "$.acuan",
    ),
    (
        lambda: IndeksKomposit(metode=cast("MetodeIndeks", "harmonik"), komponen=BOUNDED),
        "bad-choice",
        "$.metode",
    ),
    (
        lambda: IndeksKomposit(metode=GEOMETRIK, komponen=BOUNDED, pengali=Angka("0")),
        "bad-pengali",
        "$.pengali",
    ),
    (lambda: IndeksKomposit(metode=GEOMETRIK, komponen=()), "bad-suku", "$.komponen"),
    (lambda: IndeksKepuasanMasyarakat(unsur=()), "bad-suku", "$.unsur"),
    (lambda: IndeksKepuasanMasyarakat(unsur=("A", "A")), "duplicate-suku", "$.unsur[1]"),
    *(
        (lambda bobot=bobot: IndeksKepuasanMasyarakat(bobot=Angka(bobot)), "bad-bobot", "$.bobot")
        for bobot in ("0", "-0.11", "1", "0.1", "0.10", "0.13", "0.110", "0.113", "0.5", "11.1")
    ),
    (
        lambda: IndeksKepuasanMasyarakat(bobot=cast("Angka", "0.111")),
        "wrong-type",
        "$.bobot",
    ),
    (
        lambda: acuan(umur_harapan_hidup=rentang("20", "20")),
        "bad-acuan",
        "$.umur_harapan_hidup",
    ),
    (
        lambda: acuan(pengeluaran_per_kapita=rentang("0", "5")),
        "bad-acuan",
        "$.pengeluaran_per_kapita",
    ),
    (lambda: acuan(harapan_lama_sekolah=None), "wrong-type", "$.harapan_lama_sekolah"),
    (lambda: IPM(**NAMES, acuan=cast("AcuanIPM", None)), "wrong-type", "$.acuan"),
    (
        lambda: IPM(**{**NAMES, "umur_harapan_hidup": ""}, acuan=acuan()),
        "bad-kode",
        "$.umur_harapan_hidup",
    ),
]


class TestRefusals:
    """What cannot be a formula is refused, with the field that is wrong."""

    @pytest.mark.parametrize(("make", "code", "path"), REFUSED)
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Each fault has its code and its place."""
        with pytest.raises(IkuError) as caught:
            make()

        assert (caught.value.code, caught.value.path) == (code, path)
        assert code in CODES

    @pytest.mark.parametrize("bobot", ["0.11", "0.12", "0.111", "0.112", "0.1111", "0.11111"])
    def test_printed_weights(self, bobot: str) -> None:
        """One ninth to two decimals or more, rounded or cut, is a weight that forms print."""
        assert IndeksKepuasanMasyarakat(bobot=Angka(bobot)).bobot == Angka(bobot)

    def test_weight_of_fourteen(self) -> None:
        """KEP/25/M.PAN/2/2004 had 14 unsur with 0,071 each."""
        unsur = tuple(f"U{n}" for n in range(1, 15))
        old = IndeksKepuasanMasyarakat(unsur=unsur, bobot=Angka("0.071"))

        assert evaluate(old, dict.fromkeys(unsur, 4)).round(1) == Angka("99.4").nilai
