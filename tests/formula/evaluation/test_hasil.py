"""What a result can do: explain itself, be stored, be given on, and be verified."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Kosong,
    Periode,
    Realisasi,
    Satuan,
    SebabKosong,
)
from iku.errors import CODES, IkuError
from iku.formula import (
    Alasan,
    FormulaTakDikenal,
    KodeAlasan,
    Langsung,
    Masukan,
    Narasi,
    Persentase,
    evaluate,
    evaluate_formulas,
    parse_formula,
)
from iku.formula.evaluation.alasan import blame
from iku.tree import Divide, Unlowered, Variable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.typing import Formula, Language

KONTRIBUSI = Persentase(pembilang="NTB", penyebut="PDRB")
DATA = {"NTB": Angka("1200"), "PDRB": Angka("80000")}


INPUTS = tuple(Masukan(variabel=kode, nilai=nilai) for kode, nilai in DATA.items())


def _reason(text: str, data: Mapping[str, NilaiMasukan]) -> Alasan:
    hasil = evaluate(parse_formula(text), data)
    assert (hasil.eksak, hasil.nilai, hasil.round(2)) == (None, None, None)
    assert hasil.alasan is not None
    assert hasil.verify()
    return hasil.alasan


@attrs.frozen(kw_only=True)
class _Foreign:
    """A formula of a third party, with a reason of its own."""

    tipe: ClassVar[str] = "uji:asing/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ()

    def lower(self) -> Unlowered:
        return Unlowered(kode="rahasia", message="dirahasiakan")


@attrs.define(kw_only=True, eq=False)
class _Fickle:
    """A formula whose unit can be asked for a few times only."""

    tipe: ClassVar[str] = "uji:berubah/1"

    patience: int

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A",)

    @property
    def satuan(self) -> str:
        if not self.patience:
            raise KeyError("x")
        self.patience -= 1
        return "%"

    def lower(self) -> Variable:
        return Variable("A")


class TestLanguages:
    """The same sentence in English; numbers stay as officials write them."""

    @pytest.mark.parametrize(
        ("text", "data", "sentence"),
        [
            ("rata_rata(A, B)", {"A": 1200, "B": Angka("0.50")}, "mean(1.200; 0,50) = 600,25"),
            (
                "A / B",
                {"A": 1},
                "1 / B cannot be computed: there is no data for B",
            ),
            (
                "A / B",
                {},
                "A / B cannot be computed: there is no data for A and B",
            ),
            (
                "A / B",
                {"A": 1, "B": 0},
                "1 / 0 cannot be computed: division by B, which is zero",
            ),
            (
                "A / 0",
                {"A": 1},
                "1 / 0 cannot be computed: division by a constant, which is zero",
            ),
            (
                "A",
                {"A": Kosong(sebab=SebabKosong.BELUM_DILAPORKAN, keterangan="rilis Maret")},
                "no value has been reported yet for A (rilis Maret)",
            ),
            (
                "lalu(A, 2) + lalu(A)",
                {},
                (
                    "A 2 periods ago + previous A cannot be computed: "
                    "a series of data and a period are needed for A"
                ),
            ),
        ],
    )
    def test_english(self, text: str, data: dict[str, NilaiMasukan], sentence: str) -> None:
        """Words are translated, names and figures are not."""
        assert evaluate(parse_formula(text), data).explain("en") == sentence

    @pytest.mark.parametrize(
        ("formula", "sentence"),
        [
            (Langsung(), "the value is reported by its source"),
            (Langsung(sumber="BPS"), "the value is reported by its source (BPS)"),
            (Narasi(teks="Berdasarkan survei"), "the formula is prose (Berdasarkan survei)"),
            (
                FormulaTakDikenal(tag="kota-x:indeks/1"),
                "the formula or rule is unknown here (kota-x:indeks/1)",
            ),
            (_Foreign(), "dirahasiakan"),
        ],
    )
    def test_formulas_that_nobody_computes(self, formula: Formula, sentence: str) -> None:
        """Of a plug-in's own reason only its own words are known."""
        hasil = evaluate(formula, {})

        assert hasil.explain("en") == sentence
        assert hasil.explain("id") == hasil.explain() == hasil.trace

    def test_every_reason_has_both(self) -> None:
        """No reason of the library is without words."""
        for kode in KodeAlasan:
            alasan = blame(kode, "A", "B", keterangan="ket")

            assert alasan.explain() == alasan.pesan
            assert alasan.explain("en") != alasan.pesan
            assert alasan.pesan.endswith(" (ket)")
            assert alasan.explain("en").endswith(" (ket)")

    @pytest.mark.parametrize("language", ["fr", "", "EN", None, 1])
    def test_other_languages(self, language: object) -> None:
        """There are two."""
        hasil = evaluate(KONTRIBUSI, DATA)
        reason = evaluate(KONTRIBUSI, {}).alasan
        assert reason is not None
        for explain in (hasil.explain, reason.explain):
            with pytest.raises(IkuError) as caught:
                explain(cast("Language", language))
            assert caught.value.code == "bad-choice"


class TestStoring:
    """A result becomes a Realisasi only with a stated rounding."""

    def test_rounded_half_up(self) -> None:
        """The exact value, once, with all its decimals."""
        hasil = evaluate(parse_formula("A / 8"), {"A": 1}, periode=Periode.tahunan(2023))

        assert hasil.to_realisasi(digits=2) == Realisasi(
            periode=Periode.tahunan(2023), nilai=Angka("0.13")
        )
        assert hasil.to_realisasi(digits=4, sumber="dihitung").nilai == Angka("0.1250")

    def test_periode_may_be_said_here(self) -> None:
        """It goes before the one of the result; without any there is nothing to store."""
        hasil = evaluate(KONTRIBUSI, DATA)
        noted = evaluate(KONTRIBUSI, DATA, periode=Periode.tahunan(2022))

        assert noted.to_realisasi(digits=1, periode=Periode.tahunan(2023)).periode.tahun == 2023
        with pytest.raises(IkuError) as caught:
            hasil.to_realisasi(digits=1)
        assert caught.value.code == "no-periode"
        assert caught.value.code in CODES

    @pytest.mark.parametrize(
        ("value", "sebab"),
        [
            (Kosong(sebab=SebabKosong.BELUM_DILAPORKAN), SebabKosong.BELUM_DILAPORKAN),
            (Kosong(sebab=SebabKosong.TIDAK_TERBACA), SebabKosong.TIDAK_TERBACA),
            (0, SebabKosong.TIDAK_BERLAKU),
            (None, SebabKosong.TIDAK_DICANTUMKAN),
        ],
    )
    def test_absence_is_stored_with_its_reason(
        self, value: NilaiMasukan, sebab: SebabKosong
    ) -> None:
        """Never as zero."""
        hasil = evaluate(KONTRIBUSI, DATA | {"PDRB": value}, periode=Periode.tahunan(2023))
        assert hasil.alasan is not None

        assert hasil.to_realisasi(digits=2).nilai == (
            Kosong(sebab=sebab, keterangan=hasil.alasan.pesan)
        )

    @pytest.mark.parametrize("digits", [-1, 1001, True])
    def test_bad_digits(self, digits: int) -> None:
        """As for rounding."""
        with pytest.raises(IkuError) as caught:
            evaluate(KONTRIBUSI, DATA).to_realisasi(digits=digits, periode=Periode.tahunan(2023))
        assert caught.value.code == "bad-digits"


class TestGivenByFormulas:
    """What another formula gave may be given on, unrounded, or with its reason."""

    def test_fraction(self) -> None:
        """Exact; printed with four decimals more than the result."""
        third = evaluate(parse_formula("A / 3"), {"A": 1}).jawaban
        hasil = evaluate(parse_formula("B * 3"), {"B": third})

        assert hasil.eksak == 1
        assert hasil.trace == "0,333333 × 3 = 1"
        assert evaluate(parse_formula("B + 1"), {"B": Fraction(1, 2)}).trace == "0,5 + 1 = 1,5"
        assert evaluate(parse_formula("B"), {"B": Fraction(0)}).eksak == 0
        assert hasil.verify()

    def test_reason(self) -> None:
        """The variables that are really to blame stay named."""
        reason = evaluate(parse_formula("A / B"), {"A": 1, "B": 0}).jawaban

        assert _reason("C + 1", {"C": reason}) == reason
        assert _reason("C + D", {"C": reason, "D": reason}) == reason
        assert _reason("C + D", {"C": reason, "D": blame(KodeAlasan.PEMBAGI_NOL, "E")}) == (
            blame(KodeAlasan.PEMBAGI_NOL, "B", "E")
        )

    def test_expressions_at_fault(self) -> None:
        """They are named together, apart from variables that are at fault themselves."""
        data = {"A": 1, "B": 5, "C": 5, "D": 0}
        one, other, bare = (
            evaluate(parse_formula(text), data).jawaban
            for text in ("A / (B - C)", "A / (C - B - D)", "A / D")
        )
        alasan = _reason("X + Y + Z", {"X": one, "Y": bare, "Z": other})

        assert alasan.variabel == ("B", "C", "D")
        assert alasan.pesan == "pembagi (B − C) dan (C − B − D) bernilai nol"
        assert alasan.explain("en") == "division by (B − C) and (C − B − D), which is zero"
        assert _reason("Y + X", {"X": one, "Y": bare}) == bare

    def test_reason_of_a_plugin(self) -> None:
        """Only its own words are known, so it names nobody else."""
        rahasia = Alasan(kode="rahasia", variabel=("X",), pesan="dirahasiakan")
        other = Alasan(kode="rahasia", variabel=("Y",), pesan="dirahasiakan juga")

        assert _reason("A + B", {"A": rahasia, "B": other}) == rahasia

    def test_long_fractions(self) -> None:
        """Those that are longer than anything computed here are refused with a reason."""
        assert _reason("A", {"A": Fraction(1, 10**100_000)}).kode == "terlalu_besar"


class TestVerification:
    """A result recomputes from what it recorded."""

    def test_true_results_verify(self) -> None:
        """Copies and pickles too."""
        hasil = evaluate(KONTRIBUSI, DATA, periode=Periode.tahunan(2023))

        for same in (hasil, copy.deepcopy(hasil), pickle.loads(pickle.dumps(hasil))):  # noqa: S301 - our own bytes
            assert same == hasil
            assert hash(same) == hash(hasil)
            assert same.verify()

    @pytest.mark.parametrize(
        "changes",
        [
            {"jawaban": Fraction(151, 100)},
            {"jawaban": Alasan(kode="tanpa_data", pesan="data tidak tersedia")},
            {"masukan": (Masukan(variabel="NTB", nilai=Angka("1200")),)},
            {"pohon": Divide(numerator=Variable("NTB"), denominator=Variable("PDRB"))},
            {"formula": Persentase(pembilang="PDRB", penyebut="NTB")},
        ],
    )
    def test_changed_results_do_not(self, changes: dict[str, object]) -> None:
        """Whatever was changed afterwards is noticed."""
        hasil = evaluate(KONTRIBUSI, DATA)

        assert not attrs.evolve(hasil, **changes).verify()  # type: ignore[arg-type]  # any field

    @pytest.mark.parametrize(
        "changes",
        [
            {"satuan": Satuan("Rp")},
            {"satuan": None},
            {"masukan": (*INPUTS, INPUTS[0])},
            {"masukan": (*INPUTS, Masukan(variabel="X", nilai=Angka("1")))},
            {"masukan": INPUTS[::-1]},
        ],
    )
    def test_what_does_not_change_the_value_is_noticed(self, changes: dict[str, object]) -> None:
        """The unit of the formula, and its inputs, each once and no others."""
        hasil = evaluate(KONTRIBUSI, DATA)

        assert hasil.masukan == INPUTS
        assert not attrs.evolve(hasil, **changes).verify()  # type: ignore[arg-type]  # any field

    def test_units_of_documents(self) -> None:
        """A formula without unit of its own takes any."""
        hasil = evaluate(parse_formula("A / B"), {"A": 1, "B": 2})

        assert attrs.evolve(hasil, satuan=Satuan("Rp")).verify()
        assert attrs.evolve(hasil, formula=None, satuan=Satuan("Rp")).verify()

    def test_reported(self) -> None:
        """One figure of this period, or none."""
        hasil = evaluate(Langsung(), {})
        one = Masukan(variabel="S1", nilai=Angka("7"))
        earlier = attrs.evolve(one, lalu=1)
        reported = attrs.evolve(hasil, masukan=(one,), jawaban=Fraction(7))

        assert hasil.verify()
        assert reported.verify()
        assert not attrs.evolve(reported, masukan=(one, one)).verify()
        assert not attrs.evolve(reported, masukan=(earlier,)).verify()

    def test_units_that_fail(self) -> None:
        """A unit that fails at once is the reason; one that fails later agrees with nothing."""
        hasil = evaluate_formulas({"X": _Fickle(patience=0)}, {"A": 1})["X"]

        assert hasil.alasan is not None
        assert hasil.verify()
        assert not evaluate(_Fickle(patience=2), {"A": 1}).verify()


class TestFields:
    """What is no answer or no input is refused by name."""

    @pytest.mark.parametrize(
        "changes",
        [
            *({"jawaban": 0.5}, {"jawaban": None}, {"jawaban": 1}, {"masukan": "abc"}),
            *({"masukan": None}, {"satuan": "Rp"}),
        ],
    )
    def test_refused(self, changes: dict[str, object]) -> None:
        """The error names the field."""
        with pytest.raises(IkuError) as caught:
            attrs.evolve(evaluate(KONTRIBUSI, DATA), **changes)  # type: ignore[arg-type]  # any field

        assert (caught.value.code, caught.value.path) == ("wrong-type", f"$.{next(iter(changes))}")

    def test_inputs(self) -> None:
        """Each of them is looked at."""
        hasil = evaluate(KONTRIBUSI, DATA)
        with pytest.raises(IkuError) as caught:
            attrs.evolve(hasil, masukan=(INPUTS[0], 5))  # type: ignore[arg-type]  # the fault

        assert caught.value.path == "$.masukan[1]"

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            *(({"nilai": nilai}, "wrong-type") for nilai in ("abc", 5, 0.5, None)),
            *(({"variabel": kode}, "bad-kode") for kode in ("", " A", "A\n")),
            *(({"variabel": kode}, "wrong-type") for kode in (5, None)),
            *(({"lalu": steps}, "bad-steps") for steps in (-1, 121, "1", 1.0, True, False, None)),
        ],
    )
    def test_one_input(self, changes: dict[str, object], code: str) -> None:
        """It is a kode, a number or a reason, and how far back."""
        with pytest.raises(IkuError) as caught:
            attrs.evolve(INPUTS[0], **changes)  # type: ignore[arg-type]  # any field

        assert (caught.value.code, caught.value.path) == (code, f"$.{next(iter(changes))}")
        assert attrs.evolve(INPUTS[0], lalu=120).lalu == 120

    def test_any_ordered_collection(self) -> None:
        """It is kept as a tuple."""
        hasil = evaluate(KONTRIBUSI, DATA)
        assert attrs.evolve(hasil, masukan=[*INPUTS]) == hasil  # type: ignore[arg-type]  # a list
