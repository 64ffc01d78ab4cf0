"""Plug-ins that cannot be used: their formulas are kept unread, everything else is there."""

from __future__ import annotations

import json
import pickle
import sys
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

import attrs
import pytest

from iku import Angka, Periode
from iku.codec import check_plugins, dumps, json_schema, loads
from iku.codec._shapes import shape_of
from iku.errors import LoadError, PluginError
from iku.formula import (
    FormulaTakDikenal,
    Persentase,
    Registry,
    evaluate,
    evaluate_dokumen,
    render_formula,
)
from iku.scoring import AturanTakDikenal, compute_capaian
from iku.tree import Constant, Expression, Variable

if TYPE_CHECKING:
    from pathlib import Path

    from iku.domain import Dokumen
    from iku.typing import CapaianRule, Formula

MODULE: Final = "iku_uji_rusak"
SOURCE: Final = """
import attrs

from iku.tree import Variable


@attrs.frozen
class Good:
    tipe = "uji:baik/1"
    variables = ("A",)

    def lower(self):
        return Variable("A")


@attrs.frozen
class Unresolved:
    tipe = "uji:catatan/1"
    variables = ()
    bobot: "Tiada" = None

    def lower(self):
        return Variable("A")


@attrs.frozen
class Misshapen:
    tipe = "uji:pecahan/1"
    variables = ()
    bobot: float = 0.5

    def lower(self):
        return Variable("A")


@attrs.frozen
class Private:
    tipe = "uji:pribadi/1"
    variables = ()
    _bobot: str = "A"

    def lower(self):
        return Variable("A")


anything = 5
"""
LEAVING: Final = "raise SystemExit(3)\n"
ENTRIES: Final = f"""
uji:baik/1 = {MODULE}:Good
uji:salah/1 = {MODULE}:Good
uji:hilang/1 = {MODULE}_hilang:Good
uji:pergi/1 = {MODULE}_pergi:Good
uji:angka/1 = {MODULE}:anything
uji:dua/1 = {MODULE}:Good
uji:pecahan/1 = {MODULE}:Misshapen
uji:catatan/1 = {MODULE}:Unresolved
uji:pribadi/1 = {MODULE}:Private
"""
BROKEN: Final = {
    "uji:salah/1": "calls itself 'uji:baik/1'",
    "uji:hilang/1": "raised ModuleNotFoundError",
    "uji:pergi/1": "raised SystemExit",
    "uji:angka/1": "is no attrs class",
    "uji:dua/1": "offered by",
    "uji:pecahan/1": "Misshapen.bobot of type",
    "uji:catatan/1": "annotations that raise NameError",
    "uji:pribadi/1": "the field '_bobot', which is given as 'bobot'",
}
TAHUN: Final = Periode.tahunan(2023)
WHOLE: Final = {"tipe": "persentase", "pembilang": "A", "penyebut": "B"}


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install two distributions with entry points into a folder of this test."""
    (tmp_path / f"{MODULE}.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / f"{MODULE}_pergi.py").write_text(LEAVING, encoding="utf-8")
    for name, entries in (("uji", ENTRIES), ("uji_lagi", f"uji:dua/1 = {MODULE}:anything\n")):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
        groups = "".join(f"[{group}]\n{entries}\n" for group in ("iku.formula", "iku.capaian"))
        (info / "entry_points.txt").write_text(groups, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delitem(sys.modules, MODULE, raising=False)


@pytest.fixture(name="formulas")
def _formulas() -> Registry[Formula]:
    return Registry(
        what="formula",
        group="iku.formula",
        members=("variables", "lower"),
        builtin=(Persentase,),
    )


@pytest.fixture(name="rules")
def _rules() -> Registry[CapaianRule]:
    return Registry(what="capaian rule", group="iku.capaian", members=("lower",), builtin=())


def write(formula: dict[str, Any], **more: object) -> str:
    """Write a document of two indicators, of which the first has the formula."""
    document = {
        "iku": "1.0",
        "tipe": "dokumen",
        "jenis": "iku",
        "judul": "A",
        "indikator": [
            {"kode": kode, "nama": kode, "penjelasan": [{"formula": each}]}
            for kode, each in (("I1", formula), ("I2", WHOLE))
        ],
        "variabel": [{"kode": kode, "nama": kode} for kode in "AB"],
        "data": [{"variabel": kode, "periode": 2023, "nilai": "5"} for kode in "AB"],
    }
    return json.dumps({**document, **more}, indent=2) + "\n"


def read_formula(dokumen: Dokumen) -> FormulaTakDikenal:
    """Take the formula of the first indicator, which was kept unread."""
    formula = dokumen.indikator[0].formula
    assert isinstance(formula, FormulaTakDikenal)
    return formula


@pytest.mark.usefixtures("installed")
class TestLoading:
    """A broken plug-in costs its own indicator, and no other."""

    @pytest.mark.parametrize(("tag", "words"), BROKEN.items())
    def test_its_formula_is_kept(self, formulas: Registry[Formula], tag: str, words: str) -> None:
        """It is written back unchanged, and says what is wrong with its plug-in."""
        text = write({"tipe": tag, "bobot": ["0.50", {"x": None}]})
        dokumen = loads(text, registry=formulas)
        formula = read_formula(dokumen)

        assert formula.tag == tag
        assert words in str(formula.sebab)
        assert dumps(dokumen, registry=formulas) == text

    @pytest.mark.parametrize("tag", BROKEN)
    def test_the_others_compute(self, formulas: Registry[Formula], tag: str) -> None:
        """The reason of the broken one names its plug-in."""
        hasil = evaluate_dokumen(loads(write({"tipe": tag}), registry=formulas), TAHUN)
        alasan = hasil["I1"].alasan

        assert alasan is not None
        assert (alasan.kode, alasan.pesan) == (
            "plugin_gagal",
            f"plug-in '{tag}' tidak dapat digunakan di sini",
        )
        assert alasan.explain("en") == f"the plug-in failed ('{tag}')"
        assert hasil["I2"].nilai == 100
        assert hasil.verify()

    def test_a_class_that_was_registered(self, formulas: Registry[Formula]) -> None:
        """It makes no difference who brought the class."""

        @attrs.frozen
        class Salah:
            tipe: ClassVar[str] = "uji:daftar/1"
            bobot: float

            @property
            def variables(self) -> tuple[str, ...]:
                return ()

            def lower(self) -> Expression:
                return Constant(Angka("1"))

        formulas.register(Salah)
        dokumen = loads(write({"tipe": "uji:daftar/1", "bobot": 1}), registry=formulas)

        assert "Salah.bobot" in str(read_formula(dokumen).sebab)

    def test_with_other_faults(self, formulas: Registry[Formula]) -> None:
        """The faults of the document are found, and the plug-in is none of them."""
        with pytest.raises(LoadError) as caught:
            loads(write({"tipe": "uji:hilang/1"}, judul=""), registry=formulas)

        assert [fault.code for fault in caught.value.faults] == ["empty-text"]

    def test_what_is_not_installed_has_no_cause(self, formulas: Registry[Formula]) -> None:
        """Nothing is wrong there."""
        formula = read_formula(loads(write({"tipe": "uji:asing/1"}), registry=formulas))

        assert formula.sebab is None
        assert getattr(evaluate(formula, {}).alasan, "kode", None) == "tak_dikenal"

    def test_a_working_plug_in(self, formulas: Registry[Formula]) -> None:
        """Beside broken ones it works."""
        hasil = evaluate_dokumen(loads(write({"tipe": "uji:baik/1"}), registry=formulas), TAHUN)

        assert hasil["I1"].nilai == 5

    def test_json_schema(self, formulas: Registry[Formula], rules: Registry[CapaianRule]) -> None:
        """It asks no plug-in."""
        json_schema(registry=formulas, rules=rules)

    @pytest.mark.parametrize(("tag", "words"), BROKEN.items())
    def test_rules(
        self, formulas: Registry[Formula], rules: Registry[CapaianRule], tag: str, words: str
    ) -> None:
        """A rule is kept as a formula is, and every capaian under it says why it has no value."""
        text = write(WHOLE, aturan_capaian={"tipe": tag, "lapis": [1, {"x": "0.50"}]})
        dokumen = loads(text, registry=formulas, rules=rules)
        rule = dokumen.aturan_capaian

        assert isinstance(rule, AturanTakDikenal)
        assert rule.tag == tag
        assert words in str(rule.sebab)
        assert dumps(dokumen, registry=formulas, rules=rules) == text
        capaian = compute_capaian(4, 3, rule=rule)
        assert capaian.trace == f"plug-in '{tag}' tidak dapat digunakan di sini"
        assert capaian.alasan is not None
        assert capaian.alasan.kode == "plugin_gagal"
        assert capaian.explain("en") == f"the plug-in failed ('{tag}')"
        assert capaian.verify()

    def test_a_working_rule(
        self, formulas: Registry[Formula], rules: Registry[CapaianRule]
    ) -> None:
        """Beside broken ones it is read."""
        text = write(WHOLE, aturan_capaian={"tipe": "uji:baik/1"})
        rule = loads(text, registry=formulas, rules=rules).aturan_capaian

        assert type(rule).__name__ == "Good"


class TestCause:
    """The cause belongs to the installation and not to the document."""

    def test_it_is_not_compared(self) -> None:
        """Two documents are equal when their text is."""
        one = FormulaTakDikenal(tag="uji:asing/1")
        other = FormulaTakDikenal(tag="uji:asing/1", sebab="rusak")

        assert (one, hash(one)) == (other, hash(other))
        assert pickle.loads(pickle.dumps(other)).sebab == "rusak"  # noqa: S301 - its own

    def test_it_is_written_in_words(self) -> None:
        """Rendering answers with the reason."""
        formula = FormulaTakDikenal(tag="uji:asing/1", sebab="rusak")

        assert "tidak dapat digunakan" in render_formula(formula, style="text")
        assert "tidak dapat digunakan" in render_formula(formula, style="mathml")


class TestChecking:
    """Whoever would rather stop asks for the errors."""

    @pytest.mark.usefixtures("installed")
    def test_every_broken_plug_in_is_named(
        self, formulas: Registry[Formula], rules: Registry[CapaianRule]
    ) -> None:
        """Each with its error, whose location is the tag."""
        errors = check_plugins(registry=formulas, rules=rules)
        found = {str(error.location[0]): error.found for error in errors}

        assert {*found} == {*BROKEN}
        assert len(errors) == 2 * len(BROKEN)
        assert all(words in found[tag] for tag, words in BROKEN.items())

    def test_our_own_are_sound(self) -> None:
        """Nothing is wrong with what the library brings."""
        assert check_plugins() == ()


@attrs.frozen
class Aliased:
    """A formula with a field that is given under another name."""

    tipe: ClassVar[str] = "uji:alias/1"
    bobot: str = attrs.field(alias="weight")

    @property
    def variables(self) -> tuple[str, ...]:
        """One."""
        return ("A",)

    def lower(self) -> Expression:
        """Itself."""
        return Variable("A")


@attrs.frozen
class Part:
    """A part of a formula with a private field."""

    _kode: str


@attrs.frozen
class WithPart(Aliased):
    """A formula whose fields are in order, those of its part are not."""

    bobot: str = "A"
    bagian: tuple[Part, ...] = ()


class TestNames:
    """A field has one name: in the class, in its constructor and in JSON."""

    def test_refused_when_registered(self, formulas: Registry[Formula]) -> None:
        """With the field that has two."""
        with pytest.raises(PluginError) as caught:
            formulas.register(cast("type[Formula]", Aliased))

        assert caught.value.code == "bad-plugin"
        assert "'bobot', which is given as 'weight'" in caught.value.found

    def test_parts(self, formulas: Registry[Formula]) -> None:
        """A class inside is looked at when its tag is met."""
        formulas.register(cast("type[Formula]", WithPart))
        dokumen = loads(write({"tipe": "uji:alias/1"}), registry=formulas)

        assert "Part with the field '_kode'" in str(read_formula(dokumen).sebab)
        with pytest.raises(PluginError):
            shape_of(WithPart)
