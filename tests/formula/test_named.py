"""The named formulas, the free expression, and those that nobody computes."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Satuan, Tambahan
from iku.errors import CODES, IkuError
from iku.formula import (
    Ekspresi,
    FormulaTakDikenal,
    Jumlah,
    Laju,
    Langsung,
    Narasi,
    Persentase,
    Rasio,
    RataRata,
    Selisih,
    evaluate,
    parse_formula,
    registry,
    render_formula,
)
from iku.formula.named import MAXIMUM_SUKU
from iku.tree import MAXIMUM_NODES, Unlowered
from iku.typing import Formula

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.formula.ekspresi import Style

ALL: tuple[Formula, ...] = (
    Persentase(pembilang="NTB", penyebut="PDRB"),
    Rasio(pembilang="NTB", penyebut="PDRB"),
    Rasio(pembilang="KEMATIAN", penyebut="LAHIR_HIDUP", pengali=Angka("1000")),
    Jumlah(suku=("KSP", "USP")),
    Jumlah(suku=("KSP",)),
    Ekspresi(teks="(A + B) / `C adhb` ^ 2"),
    Langsung(),
    Langsung(sumber="BPS"),
    Narasi(teks="Berdasarkan hasil survei"),
    Laju(pembilang="PENDERITA", penyebut="PENDUDUK", per=Angka("100000")),
    Selisih(dikurangi="IPM", pengurang="IPM_LALU"),
    RataRata(suku=("KSP", "USP")),
    FormulaTakDikenal(tag="kota-x:indeks/1", isi=Tambahan.from_mapping({"bobot": "0.5"})),
)


class TestShapes:
    """Each formula is a value that names its variables and writes itself."""

    @pytest.mark.parametrize(
        ("formula", "variables", "ekspresi", "text"),
        [
            (ALL[0], ("NTB", "PDRB"), "NTB / PDRB * 100", "NTB / PDRB × 100%"),
            (ALL[1], ("NTB", "PDRB"), "NTB / PDRB", "NTB / PDRB"),
            (
                ALL[2],
                ("KEMATIAN", "LAHIR_HIDUP"),
                "KEMATIAN / LAHIR_HIDUP * 1000",
                "KEMATIAN / LAHIR_HIDUP × 1.000",
            ),
            (ALL[3], ("KSP", "USP"), "KSP + USP", "KSP + USP"),
            (ALL[4], ("KSP",), "KSP", "KSP"),
            (ALL[5], ("A", "B", "C adhb"), "(A + B) / `C adhb`^2", "(A + B) / C adhb^2"),
            (
                ALL[9],
                ("PENDERITA", "PENDUDUK"),
                "PENDERITA / PENDUDUK * 100000",
                "PENDERITA / PENDUDUK × 100.000",
            ),
            (ALL[10], ("IPM", "IPM_LALU"), "IPM - IPM_LALU", "IPM − IPM_LALU"),
            (ALL[11], ("KSP", "USP"), "rata_rata(KSP, USP)", "rata-rata(KSP; USP)"),
            (RataRata(suku=("KSP",)), ("KSP",), "rata_rata(KSP)", "rata-rata(KSP)"),
            (Selisih(dikurangi="A", pengurang="A"), ("A",), "A - A", "A − A"),
            (Persentase(pembilang="A", penyebut="A"), ("A",), "A / A * 100", "A / A × 100%"),
            (
                Rasio(pembilang="A", penyebut="B", pengali=Angka("1.0")),
                ("A", "B"),
                "A / B",
                "A / B",
            ),
        ],
    )
    def test_computable(
        self, formula: Formula, variables: tuple[str, ...], ekspresi: str, text: str
    ) -> None:
        """Both written forms come from the tree."""
        assert formula.variables == variables
        assert render_formula(formula) == ekspresi
        assert render_formula(formula, style="text") == text
        assert parse_formula(ekspresi).lower() == formula.lower()

    @pytest.mark.parametrize(
        ("formula", "kode", "text"),
        [
            (ALL[6], "langsung", "nilai dilaporkan langsung"),
            (ALL[7], "langsung", "nilai dilaporkan langsung oleh BPS"),
            (ALL[8], "narasi", "rumus berupa uraian: Berdasarkan hasil survei"),
            (ALL[-1], "tak_dikenal", "rumus kota-x:indeks/1 tidak dikenal di sini"),
        ],
    )
    def test_not_computable(self, formula: Formula, kode: str, text: str) -> None:
        """They have words and no expression."""
        assert formula.variables == ()
        pohon = formula.lower()
        assert isinstance(pohon, Unlowered)
        assert (pohon.kode, pohon.message) == (kode, text)
        assert render_formula(formula, style="text") == text
        with pytest.raises(IkuError) as caught:
            render_formula(formula)
        assert caught.value.code == "no-tree"

    @pytest.mark.parametrize("formula", ALL)
    def test_value(self, formula: Formula) -> None:
        """It copies, compares, hashes, and is what the Protocol asks for."""
        assert pickle.loads(pickle.dumps(formula)) == formula  # noqa: S301 - our own bytes
        assert copy.deepcopy(formula) == formula
        assert hash(copy.deepcopy(formula)) == hash(formula)
        assert isinstance(formula, Formula)
        assert attrs.has(type(formula))
        assert len(set(ALL)) == len(ALL)

    @pytest.mark.parametrize("formula", ALL[:-1])
    def test_tag(self, formula: Formula) -> None:
        """The registry knows every class that has a tag of its own."""
        assert registry.find(formula.tipe) is type(formula)


class TestLaju:
    """A rate says what it is stated per."""

    def test_satuan(self) -> None:
        """Behind its values, in the numbers of the country."""
        data = {"PENDERITA": 30, "PENDUDUK": 4000}
        hasil = evaluate(ALL[9], data)

        assert hasil.trace == "30 / 4.000 × 100.000 = 750 per 100.000"
        assert hasil.satuan == Satuan("per 100.000")

    def test_ratio_of_the_same_multiplier(self) -> None:
        """The same number, without the unit."""
        rasio = Rasio(pembilang="PENDERITA", penyebut="PENDUDUK", pengali=Angka("100000"))

        assert rasio.lower() == ALL[9].lower()
        assert evaluate(rasio, {}).satuan is None


class TestEkspresi:
    """The text of an expression is its normal form."""

    def test_normal_form(self) -> None:
        """Spaces and superfluous parentheses are no difference."""
        assert Ekspresi(teks=" ( `A` ) /B ") == Ekspresi(teks="A / B")
        assert hash(Ekspresi(teks="(A)/B")) == hash(Ekspresi(teks="A / B"))
        assert Ekspresi(teks="A/B").teks == "A / B"

    def test_another_tree_is_another_formula(self) -> None:
        """Nothing is simplified: what is written is what is computed."""
        assert Ekspresi(teks="A + B") != Ekspresi(teks="B + A")
        assert Ekspresi(teks="A * 1.0") != Ekspresi(teks="A * 1")

    def test_names_are_composed(self) -> None:
        """Two spellings of one character are one name."""
        assert parse_formula("`Cafe\u0301`") == parse_formula("`Caf\u00e9`")

    def test_error_places(self) -> None:
        """A field that holds the text is named, the text itself is not."""
        with pytest.raises(IkuError) as field:
            Ekspresi(teks="A +")
        with pytest.raises(IkuError) as call:
            parse_formula("A +")
        with pytest.raises(IkuError) as kind:
            parse_formula(cast("str", 1.5))

        assert (field.value.code, field.value.path) == ("formula-syntax", "$.teks")
        assert (call.value.code, call.value.path) == ("formula-syntax", "$")
        assert (kind.value.code, kind.value.path) == ("wrong-type", "$")

    def test_noughts_of_a_constant(self) -> None:
        """People take "1,000" in a formula for a thousand, so it is written without them."""
        formula = parse_formula("A * 1.000 + B * 1000 + C * 2.500")

        assert render_formula(formula, "text") == "A × 1 + B × 1.000 + C × 2,500"

    def test_unknown_style(self) -> None:
        """There is a list of styles."""
        with pytest.raises(IkuError) as caught:
            render_formula(ALL[0], style=cast("Style", "html"))
        assert caught.value.code == "bad-choice"


class TestRefusals:
    """What cannot be a formula is refused, with the field that is wrong."""

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (lambda: Persentase(pembilang="", penyebut="B"), "bad-kode", "$.pembilang"),
            (lambda: Persentase(pembilang="A", penyebut=" B"), "bad-kode", "$.penyebut"),
            (lambda: Rasio(pembilang="A", penyebut=cast("str", None)), "wrong-type", "$.penyebut"),
            (
                lambda: Rasio(pembilang="A", penyebut="B", pengali=Angka("0")),
                "bad-pengali",
                "$.pengali",
            ),
            (
                lambda: Rasio(pembilang="A", penyebut="B", pengali=Angka("-1")),
                "bad-pengali",
                "$.pengali",
            ),
            (
                lambda: Rasio(pembilang="A", penyebut="B", pengali=cast("Angka", 1000)),
                "wrong-type",
                "$.pengali",
            ),
            *(
                (
                    lambda per=per: Laju(pembilang="A", penyebut="B", per=Angka(per)),
                    "bad-per",
                    "$.per",
                )
                for per in ("1", "0", "12", "-10", "1000.0", "0.1", "101")
            ),
            (
                lambda: Laju(pembilang="A", penyebut="B", per=cast("Angka", 1000)),
                "wrong-type",
                "$.per",
            ),
            (lambda: Selisih(dikurangi="A", pengurang=""), "bad-kode", "$.pengurang"),
            (lambda: RataRata(suku=()), "bad-suku", "$.suku"),
            (lambda: RataRata(suku=("A", "A")), "duplicate-suku", "$.suku[1]"),
            (lambda: Jumlah(suku=()), "bad-suku", "$.suku"),
            (lambda: Jumlah(suku=cast("tuple[str, ...]", "AB")), "wrong-type", "$.suku"),
            (lambda: Jumlah(suku=("A", "")), "bad-kode", "$.suku[1]"),
            (lambda: Jumlah(suku=("A", "B", "A")), "duplicate-suku", "$.suku[2]"),
            (
                lambda: Jumlah(suku=tuple(f"A{n}" for n in range(MAXIMUM_SUKU + 1))),
                "bad-suku",
                "$.suku",
            ),
            (lambda: Ekspresi(teks="A B"), "formula-syntax", "$.teks"),
            (lambda: Langsung(sumber=""), "empty-text", "$.sumber"),
            (lambda: Narasi(teks=" "), "empty-text", "$.teks"),
            (lambda: FormulaTakDikenal(tag="persentase"), "bad-tag", "$.tag"),
            (lambda: FormulaTakDikenal(tag="x" * 10_000), "bad-tag", "$.tag"),
            (
                lambda: FormulaTakDikenal(tag="a:b/1", isi=cast("Tambahan", {})),
                "wrong-type",
                "$.isi",
            ),
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Each fault has its code and its place."""
        with pytest.raises(IkuError) as caught:
            make()

        assert (caught.value.code, caught.value.path) == (code, path)
        assert code in CODES

    def test_longest_sum(self) -> None:
        """The greatest sum and mean still have a tree."""
        suku = tuple(f"A{n}" for n in range(MAXIMUM_SUKU))

        assert MAXIMUM_SUKU == 500
        for formula in (Jumlah(suku=suku), RataRata(suku=suku)):
            assert formula.lower().size == MAXIMUM_SUKU + 1 <= MAXIMUM_NODES
