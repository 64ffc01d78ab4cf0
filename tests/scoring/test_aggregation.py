"""Aggregation: published practice, traps of others, and no method that was not asked for."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Dokumen,
    Indikator,
    JenisDokumen,
    Kategori,
    Kosong,
    Misi,
    Periode,
    Realisasi,
    Sasaran,
    SebabKosong,
    Target,
    Tujuan,
)
from iku.errors import IkuError
from iku.formula import (
    Hasil,
    Laju,
    Persentase,
    Rasio,
    RataRata,
    evaluate,
    evaluate_formulas,
    parse_formula,
)
from iku.formula.evaluation.alasan import KodeAlasan, blame
from iku.scoring import (
    Agregat,
    AgregatDokumen,
    CaraAgregasi,
    DasarAgregasi,
    RealisasiPerTarget,
    SaatBatas,
    aggregate,
    aggregate_dokumen,
    compute_capaian,
    compute_capaian_dokumen,
    compute_capaian_indikator,
)

if TYPE_CHECKING:
    from iku.scoring.aggregation.taking import ItemAgregat

NORMAL = RealisasiPerTarget()
YEAR = Periode.tahunan(2023)
PERSEN = Persentase(pembilang="A", penyebut="B")


def percent(above: int | None, below: int | None) -> Hasil:
    """A percentage with its two sides."""
    return evaluate(PERSEN, {"A": above, "B": below})


def checked(made: Agregat) -> Agregat:
    """It agrees with what it records."""
    assert made.verify()
    return made


class TestMean:
    """The usual practice: the mean of the capaian of the indicators of a Sasaran."""

    def test_exact(self) -> None:
        """Capaian are not rounded on the way."""
        capaian = [
            compute_capaian(Angka("49"), Angka("41.77"), rule=NORMAL),
            compute_capaian(Angka("95.56"), Angka("93"), rule=NORMAL),
        ]
        made = checked(aggregate(capaian))

        assert made.eksak == (Fraction(4177, 49) + Fraction(9300) / Fraction("95.56")) / 2
        assert made.trace == "rata-rata(85,244898; 97,321055) = 91,28%"
        assert made.explain("en", digits=0) == "mean(85,2449; 97,3211) = 91%"
        assert made.round(2) == Decimal("91.28")
        assert made.nilai is not None
        assert (made.cara, made.tanpa_batas) == (CaraAgregasi.RATA_RATA, made.eksak)

    def test_every_kind_of_item(self) -> None:
        """Numbers, results and aggregates of aggregates."""
        index = evaluate(RataRata(suku=("A",)), {"A": 4})
        inner = aggregate([2, 4])
        items: list[ItemAgregat] = [index, inner, Angka("5"), Decimal("2.5"), Fraction(1, 2), 6]
        made = checked(aggregate(items))

        assert made.eksak == Fraction(21, 6)
        assert [each.kode for each in made.butir] == [f"#{place}" for place in range(1, 7)]

    def test_many(self) -> None:
        """Five hundred municipalities are counted, not printed."""
        made = checked(aggregate(Fraction(1, n) for n in range(1, 515)))

        assert made.trace == "rata-rata dari 514 nilai = 0,01"

    def test_results_together(self) -> None:
        """What `evaluate_formulas` gives is taken by kode."""
        hasil = evaluate_formulas({"X": parse_formula("A"), "Y": parse_formula("A + 1")}, {"A": 1})
        assert [each.kode for each in aggregate(hasil).butir] == ["X", "Y"]


class TestSkipped:
    """What has no value is skipped and listed; it is no zero, and zero is not skipped."""

    def test_listed(self) -> None:
        """Each with its reason."""
        late = Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)
        items: dict[str, ItemAgregat] = {
            "A": 80,
            "B": None,
            "C": late,
            "D": blame(KodeAlasan.TANPA_ATURAN),
            "E": 0,
        }
        made = checked(aggregate(items))

        assert made.eksak == 40
        assert [each.kode for each in made.dipakai] == ["A", "E"]
        assert [each.kode for each in made.dilewati] == ["B", "C", "D"]
        assert made.trace == (
            "rata-rata(80; 0) = 40; dilewati B: data B tidak tersedia; "
            "dilewati C: nilai C belum dilaporkan; dilewati D: aturan capaian tidak disebutkan"
        )
        assert "skipped D: no capaian rule is stated" in made.explain("en")

    def test_a_label_is_no_number(self) -> None:
        """It is skipped, too."""
        items: dict[str, ItemAgregat] = {"A": 1, "B": Kategori(label="BB")}
        made = aggregate(items)
        assert made.trace.endswith("dilewati B: nilai B bukan satu bilangan")

    @pytest.mark.parametrize("items", [(), {}, [None, None]])
    def test_nothing(self, items: object) -> None:
        """Nothing gives nothing, and not zero."""
        made = checked(aggregate(cast("Any", items)))

        assert (made.eksak, made.nilai, made.round(2), made.tanpa_batas) == (None,) * 4
        assert made.alasan is not None
        assert made.alasan.kode == "tanpa_nilai"
        assert made.trace.startswith("tidak ada nilai untuk digabungkan")

    def test_one_extreme_is_visible(self) -> None:
        """{500, 20, nothing} is 260 uncapped, and the trace shows why."""
        made = aggregate([500, 20, None])
        assert made.trace == "rata-rata(500; 20) = 260; dilewati #3: data #3 tidak tersedia"


class TestWeights:
    """Weights by kode or in order; they go with what is skipped."""

    def test_by_kode_and_in_order(self) -> None:
        """Both ways are one."""
        items = {"A": 90, "B": 60}
        made = checked(aggregate(items, bobot={"B": 20, "A": 25}))

        assert made.trace == "(90 × 25 + 60 × 20) / 45 = 76,67"
        assert made == aggregate(items, bobot=[25, 20], cara="tertimbang")

    def test_skipped_with_its_weight(self) -> None:
        """The others count among themselves."""
        assert aggregate([90, None], bobot=[25, 75]).eksak == 90

    def test_zero_weights(self) -> None:
        """One may be zero; where all are, nothing is defined."""
        assert aggregate([90, 60], bobot=[0, 1]).trace == "(90 × 0 + 60 × 1) / 1 = 60"
        made = checked(aggregate([90, 60, None], bobot=[0, 0, 5]))
        assert made.alasan is not None
        assert made.alasan.kode == "bobot_nol"
        assert made.trace.startswith("jumlah bobotnya nol")

    def test_many(self) -> None:
        """A long list says only how many there are."""
        made = aggregate(range(13), bobot=[1] * 13)
        assert made.explain("en") == "weighted mean of 13 values = 6"

    @pytest.mark.parametrize(
        ("arguments", "code", "path"),
        [
            ({"bobot": [1]}, "missing-bobot", "$.bobot"),
            ({"bobot": {"#1": 1}}, "missing-bobot", '$.bobot["#2"]'),
            ({"bobot": [1, None]}, "missing-bobot", '$.bobot["#2"]'),
            ({"bobot": [1, -1]}, "bad-bobot", '$.bobot["#2"]'),
            ({"bobot": [1, 0.5]}, "wrong-type", '$.bobot["#2"]'),
            ({"bobot": 5}, "wrong-type", "$.bobot"),
            ({"bobot": {"#1": 1, "#3": 1}}, "not-found", "$.bobot"),
            ({"bobot": [1, 1], "cara": "rata_rata"}, "bad-bobot", "$.bobot"),
            ({"cara": "tertimbang"}, "missing-bobot", "$.bobot"),
        ],
    )
    def test_refused(self, arguments: dict[str, object], code: str, path: str) -> None:
        """A weight for each value, and for nothing else."""
        with pytest.raises(IkuError) as caught:
            aggregate([90, 60], **cast("Any", arguments))

        assert (caught.value.code, caught.value.path.replace("'", '"')) == (code, path)


class TestCap:
    """A cap before or after joining: two different numbers, so it is always said which."""

    def test_before_and_after(self) -> None:
        """One that exceeds hides one that fails only where each is not capped."""
        items = {"A": 150, "B": 80}
        before = checked(aggregate(items, maksimum=100, batas="sebelum"))
        after = checked(aggregate(items, maksimum=100, batas=SaatBatas.SESUDAH))
        below = checked(aggregate(items, maksimum=120, batas="sesudah"))

        assert (before.eksak, before.tanpa_batas) == (Fraction(90), Fraction(115))
        assert (after.eksak, after.tanpa_batas) == (Fraction(100), Fraction(115))
        assert before.trace == "rata-rata(100; 80) = 90; nilai di atas 100 dihitung 100"
        assert after.trace == "rata-rata(150; 80) = 115, dibatasi menjadi 100"
        assert after.explain("en") == "mean(150; 80) = 115, capped to 100"
        assert below.trace == "rata-rata(150; 80) = 115"

    def test_weighted(self) -> None:
        """The value is capped, not its weighted share."""
        made = checked(aggregate([150, 80], bobot=[1, 3], maksimum=Angka("100"), batas="sebelum"))
        assert made.trace == "(100 × 1 + 80 × 3) / 4 = 85; nilai di atas 100 dihitung 100"

    def test_absent(self) -> None:
        """Nothing is not capped."""
        made = checked(aggregate([None], maksimum=100, batas="sebelum"))
        assert made.eksak is None

    @pytest.mark.parametrize(
        ("arguments", "code", "path"),
        [
            ({"maksimum": 100}, "bad-batas", "$.batas"),
            ({"batas": "sebelum"}, "bad-batas", "$.batas"),
            ({"maksimum": 100, "batas": "nanti"}, "bad-choice", "$.batas"),
            ({"maksimum": 0.5, "batas": "sebelum"}, "wrong-type", "$.maksimum"),
            ({"maksimum": 100, "batas": "sebelum", "cara": "rasio"}, "bad-batas", "$.batas"),
        ],
    )
    def test_refused(self, arguments: dict[str, object], code: str, path: str) -> None:
        """Neither is guessed from the other."""
        with pytest.raises(IkuError) as caught:
            aggregate([90, 60], **cast("Any", arguments))

        assert (caught.value.code, caught.value.path) == (code, path)


class TestPercentages:
    """Percentages of different wholes are made of their numerators and denominators."""

    UNITS = (percent(90, 100), percent(100, 1000))

    def test_ratio(self) -> None:
        """190 of 1.100, and not the mean of 90% and 10%."""
        made = checked(aggregate(self.UNITS, cara="rasio"))

        assert made.eksak == Fraction(19000, 1100)
        assert made.trace == "(90 + 100) / (100 + 1.000) × 100% = 17,27%"

    @pytest.mark.parametrize("arguments", [{}, {"bobot": [1, 1]}])
    def test_bare_mean_is_refused(self, arguments: dict[str, Any]) -> None:
        """Weighted or not; nested aggregates of percentages likewise."""
        nested = [aggregate(self.UNITS, cara="rasio"), aggregate(self.UNITS, cara="rasio")]
        for items, place in ((self.UNITS, "#1"), (nested, "#1")):
            with pytest.raises(IkuError) as caught:
                aggregate(cast("Any", items), **arguments)
            assert caught.value.code == "percent-mean"
            assert caught.value.location == ("items", place)

    def test_bare_mean_by_name(self) -> None:
        """Whoever means it says so."""
        made = checked(aggregate(self.UNITS, cara="rata_rata_persen"))
        assert made.trace == "rata-rata(90; 10) = 50%"

    def test_capaian_are_no_such_percentages(self) -> None:
        """Their means are the practice, and means of means too."""
        capaian = [compute_capaian(10, 9, rule=NORMAL), compute_capaian(10, 8, rule=NORMAL)]
        inner = aggregate(capaian)
        made = aggregate([inner, inner])

        assert (made.eksak, made.satuan) == (Fraction(85), inner.satuan)

    def test_no_unit_of_measure_counts_in_one_of_them(self) -> None:
        """A unit with nothing to count adds nothing, and is not skipped."""
        made = checked(aggregate([percent(0, 0), percent(1, 4)], cara="rasio"))

        assert (made.eksak, made.dilewati) == (Fraction(25), ())

    def test_nothing_to_count_at_all(self) -> None:
        """There is no percentage of nothing."""
        made = checked(aggregate([percent(0, 0)], cara="rasio"))

        assert made.alasan is not None
        assert made.alasan.pesan == "pembagi penyebut bernilai nol"

    def test_one_side_missing(self) -> None:
        """Such a unit is skipped whole."""
        made = checked(aggregate([percent(1, None), percent(None, 5), percent(1, 4)], cara="rasio"))

        assert made.eksak == 25
        assert made.trace == (
            "1 / 4 × 100% = 25%; dilewati #1: data B tidak tersedia; "
            "dilewati #2: data A tidak tersedia"
        )

    def test_plain_ratios_and_rates(self) -> None:
        """With their multipliers, and capped afterwards."""
        rasio = Rasio(pembilang="A", penyebut="B")
        made = checked(aggregate([evaluate(rasio, {"A": 3, "B": 4})] * 2, cara="rasio"))
        assert made.trace == "(3 + 3) / (4 + 4) = 0,75"
        laju = Laju(pembilang="A", penyebut="B", per=Angka("1000"))
        hasil = [evaluate(laju, {"A": 3, "B": 400})] * 14
        made = checked(aggregate(hasil, cara="rasio", maksimum=7, batas="sesudah"))
        assert made.eksak == 7
        assert made.trace.startswith("jumlah pembilang / jumlah penyebut dari 14 nilai = 7,5 per")
        assert "(3 + 3) / (400 + 400) × 1.000 = 7,5" in aggregate(hasil[:2], cara="rasio").trace

    def test_a_computed_side(self) -> None:
        """The sides may be expressions."""
        formula = parse_formula("(A + B) / C * 2 * 50")
        made = checked(aggregate([evaluate(formula, {"A": 1, "B": 2, "C": 4})], cara="rasio"))
        assert made.eksak == 75

    @pytest.mark.parametrize(
        "item",
        [
            5,
            None,
            evaluate(parse_formula("A * 2"), {"A": 1}),
            evaluate(parse_formula("A"), {}),
            evaluate(parse_formula("A / B * C"), {}),
        ],
    )
    def test_no_ratio(self, item: object) -> None:
        """What has no two sides cannot be re-aggregated."""
        with pytest.raises(IkuError) as caught:
            aggregate({"S1": cast("Any", item)}, cara="rasio")

        assert (caught.value.code, caught.value.path) == ("no-ratio", "$.items.S1")

    def test_mixed(self) -> None:
        """Neither units nor multipliers are mixed."""
        rasio = evaluate(Rasio(pembilang="A", penyebut="B"), {"A": 3, "B": 4})
        laju = evaluate(Laju(pembilang="A", penyebut="B", per=Angka("100")), {"A": 3, "B": 4})
        capaian = compute_capaian(10, 9, rule=NORMAL)
        for items, cara in (([percent(1, 2), rasio], "rasio"), ([capaian, laju], None)):
            with pytest.raises(IkuError) as caught:
                aggregate(cast("Any", items), cara=cast("Any", cara))
            assert (caught.value.code, caught.value.path) == ("mixed-satuan", "$.items")
            assert caught.value.found.startswith("values in '%', ") == (cara is None)


class TestLarge:
    """Work is bounded."""

    def test_too_large_to_add(self) -> None:
        """Numbers that would take minutes are refused with a reason."""
        numbers = [Fraction(1, 2**13_000 + n) for n in range(160)]
        made = checked(aggregate(numbers))

        assert made.alasan is not None
        assert made.alasan.kode == "terlalu_besar"
        made = checked(aggregate([1] * 160, bobot=numbers))
        assert made.eksak is None

    def test_as_large_as_the_limit(self) -> None:
        """Two million bits are added, and one more is not."""
        numbers = [Fraction(1, 2**9_999)] * 200

        assert checked(aggregate(numbers)).eksak == numbers[0]
        assert checked(aggregate([*numbers, 1])).eksak is None

    def test_too_large_to_print(self) -> None:
        """No result is longer than a number of the model."""
        assert checked(aggregate([Fraction(10**900)])).eksak is None


class TestHostile:
    """Wrong items are refused with their place."""

    @pytest.mark.parametrize(
        ("items", "code", "path"),
        [
            (None, "wrong-type", "$.items"),
            ("S1", "wrong-type", "$.items"),
            (5, "wrong-type", "$.items"),
            ({5: 100}, "wrong-type", "$.items"),
            ({Angka("5"): 100}, "wrong-type", "$.items"),
            ({"S1": 0.5}, "wrong-type", "$.items.S1"),
            ({"S1": True}, "wrong-type", "$.items.S1"),
            ({"S1": "97,32"}, "wrong-type", "$.items.S1"),
            ({"S1": 10**2000}, "number-too-long", "$.items.S1"),
        ],
    )
    def test_items(self, items: object, code: str, path: str) -> None:
        """With code and location."""
        with pytest.raises(IkuError) as caught:
            aggregate(cast("Any", items))

        assert (caught.value.code, caught.value.path) == (code, path)

    def test_cara(self) -> None:
        """Nobody takes a median."""
        with pytest.raises(IkuError) as caught:
            aggregate([1], cara="median")

        assert (caught.value.code, caught.value.path) == ("bad-choice", "$.cara")


class TestValue:
    """An aggregate is a value like any other."""

    def test_verify_finds_changes(self) -> None:
        """Whatever was changed."""
        made = aggregate([90, 60], maksimum=80, batas="sebelum")
        changes: list[dict[str, object]] = [
            {"jawaban": Fraction(75)},
            {"tanpa_batas": None},
            {"batas": SaatBatas.SESUDAH},
            {"maksimum": Angka("70")},
            {"butir": made.butir[:1]},
        ]
        for change in changes:
            assert not attrs.evolve(cast("Any", made), **change).verify()

    def test_one_without_parts_or_reason(self) -> None:
        """Even an item that somebody built strangely is explained."""
        made = aggregate([percent(1, 2)], cara="rasio")
        odd = attrs.evolve(made.butir[0], penyebut=None)

        assert "dilewati #1: data tetapan tidak tersedia" in attrs.evolve(made, butir=(odd,)).trace

    def test_copies(self) -> None:
        """It compares, hashes, copies and pickles."""
        made = aggregate([90, None])

        assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
        assert copy.deepcopy(made) == made
        assert hash(made) == hash(aggregate([90, None]))


def indikator(kode: str, realisasi: str | None) -> Indikator:
    """An indicator with a target of 100."""
    reported = () if realisasi is None else (Realisasi(periode=YEAR, nilai=Angka(realisasi)),)
    return Indikator(
        kode=kode,
        nama=f"Indikator {kode}",
        target=(Target(periode=YEAR, nilai=Angka("100")),),
        realisasi=reported,
    )


WHOLE = Dokumen(
    jenis=JenisDokumen.LKJIP,
    judul="LKjIP",
    misi=(Misi(kode="M", uraian="Misi", indikator=(indikator("M.1", "50"),)),),
    tujuan=(
        Tujuan(
            kode="T",
            uraian="Tujuan",
            misi="M",
            indikator=(indikator("T.1", "80"),),
            sasaran=(
                Sasaran(
                    kode="S1",
                    uraian="Pertama",
                    indikator=(indikator("S1.1", "90"), indikator("S1.2", "60")),
                ),
                Sasaran(kode="S2", uraian="Kedua", indikator=(indikator("S2.1", "150"),)),
            ),
        ),
    ),
    sasaran=(Sasaran(kode="S3", uraian="Ketiga", indikator=(indikator("S3.1", None),)),),
    aturan_capaian=NORMAL,
)
ALL = compute_capaian_dokumen(WHOLE, YEAR)


def values(made: AgregatDokumen) -> dict[str, Fraction | None]:
    """Every value by kode, the whole under nothing."""
    assert made.verify()
    every = (*made.tujuan, *made.sasaran, made.dokumen)
    return {each.kode or "": each.eksak for each in every}


class TestDokumen:
    """Each Sasaran, each Tujuan, and the whole."""

    def test_of_indicators(self) -> None:
        """All indicators below count the same."""
        made = aggregate_dokumen(WHOLE, ALL)

        assert values(made) == {
            "T": Fraction(80 + 90 + 60 + 150, 4),
            "S1": 75,
            "S2": 150,
            "S3": None,
            "": Fraction(50 + 80 + 90 + 60 + 150, 5),
        }
        assert (made.find("S2").uraian, made.periode) == ("Kedua", YEAR)
        assert [each.kode for each in made.dokumen.dilewati] == ["S3.1"]

    def test_of_sasaran(self) -> None:
        """A Sasaran counts once, however many indicators it has."""
        made = aggregate_dokumen(WHOLE, ALL, dasar="sasaran", maksimum=100, batas="sebelum")

        assert values(made) == {
            "T": Fraction(80 + 75 + 100, 3),
            "S1": 75,
            "S2": 100,
            "S3": None,
            "": Fraction(50 + 80 + 75 + 100, 4),
        }
        assert made.dasar is DasarAgregasi.SASARAN
        assert made.dokumen.trace.startswith(
            "rata-rata(50; 80; 75; 100) = 76,25%; nilai di atas 100%"
        )

    def test_weights(self) -> None:
        """By kode, of indicators and of Sasaran."""
        weights = dict.fromkeys(ALL, 1) | {"S1.1": 3, "S1": 2, "S2": 1, "S3": 1}
        made = aggregate_dokumen(WHOLE, ALL, dasar="sasaran", bobot=weights)

        assert values(made)["S1"] == Fraction(3 * 90 + 60, 4)
        assert values(made)["T"] == Fraction(80 + 2 * Fraction(165, 2) + 150, 4)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"dokumen": None}, "wrong-type"),
            ({"capaian": {}}, "wrong-type"),
            ({"bobot": [1]}, "wrong-type"),
            ({"bobot": {"S9": 1}}, "not-found"),
            ({"bobot": {"S1.1": 1}}, "missing-bobot"),
            ({"dasar": "misi"}, "bad-choice"),
            (
                {"capaian": compute_capaian_dokumen(attrs.evolve(WHOLE, misi=(), tujuan=()), YEAR)},
                "not-found",
            ),
        ],
    )
    def test_refused(self, changes: dict[str, object], code: str) -> None:
        """With a code."""
        arguments: dict[str, Any] = {"dokumen": WHOLE, "capaian": ALL} | changes
        with pytest.raises(IkuError) as caught:
            aggregate_dokumen(**arguments)

        assert caught.value.code == code

    def test_unknown_kode(self) -> None:
        """Looking for what is not there says what is."""
        with pytest.raises(IkuError) as caught:
            aggregate_dokumen(WHOLE, ALL).find("S1.1")

        assert caught.value.code == "not-found"

    def test_indicators_without_a_rule(self) -> None:
        """They are skipped with that reason."""
        made = aggregate([compute_capaian_indikator(indikator("A", "5"), periode=YEAR)])

        assert made.butir[0].kode == "A"
        assert made.trace.endswith("dilewati A: aturan capaian tidak disebutkan")
