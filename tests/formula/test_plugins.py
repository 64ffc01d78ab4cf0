"""Plug-ins: which class stands behind a tag, and what happens when one fails."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Final, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Penjelasan,
    Periode,
    Satuan,
    Variabel,
)
from iku.errors import CODES, IkuError, PluginError
from iku.formula import (
    Alasan,
    KodeAlasan,
    Persentase,
    Registry,
    evaluate,
    evaluate_dokumen,
    evaluate_formulas,
    registry,
    render_formula,
)
from iku.formula.evaluation.alasan import blame
from iku.formula.plugins import is_vendor_tag
from iku.tree import Unlowered, Variable
from iku.typing import Evaluating

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from iku.tree import Expression
    from iku.typing import Formula

PLUGIN = """
from typing import ClassVar

import attrs

from iku.tree import Variable


@attrs.frozen
class Good:
    tipe: ClassVar[str] = "kota-x:baik/1"
    variables = ("A",)

    def lower(self):
        return Variable("A")


@attrs.frozen
class Misnamed:
    tipe: ClassVar[str] = "kota-x:lain/1"
    variables = ()

    def lower(self):
        return Variable("A")


anything = 5
"""
ENTRY_POINTS = """
[iku.formula]
kota-x:baik/1 = {module}:Good
kota-x:salah/1 = {module}:Misnamed
kota-x:hilang/1 = {module}_hilang:Good
kota-x:tiada/1 = {module}:Tiada
kota-x:angka/1 = {module}:anything
kota-x:dua/1 = {module}:Good
tanpa-vendor = {module}:Good
"""


@attrs.frozen
class Mine:
    """A formula of the kind a program registers itself."""

    tipe: ClassVar[str] = "uji:punyaku/1"

    @property
    def variables(self) -> tuple[str, ...]:
        """One."""
        return ("A",)

    def lower(self) -> Expression:
        """Itself."""
        return Variable("A")


def _make(**changes: object) -> type[Formula]:
    """Make a class like `Mine` with other members; None leaves one out."""
    members: dict[str, object] = {"tipe": "uji:lain/1", "variables": (), "lower": Mine.lower}
    members |= changes
    made = type("Lain", (), {name: value for name, value in members.items() if value is not None})
    return cast("type[Formula]", attrs.frozen(made))


@pytest.fixture(name="own")
def _own() -> Registry[Formula]:
    return Registry(
        what="formula",
        group="iku.formula",
        members=("variables", "lower"),
        builtin=(Persentase,),
    )


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install a distribution with entry points into a folder of this test."""
    module = "iku_uji_plugin"
    (tmp_path / f"{module}.py").write_text(PLUGIN, encoding="utf-8")
    for name, entries in (
        ("iku_uji", ENTRY_POINTS.format(module=module)),
        ("iku_uji_lagi", f"[iku.formula]\nkota-x:dua/1 = {module}:Misnamed\n"),
    ):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delitem(sys.modules, module, raising=False)
    return module


def _refused(make: Callable[[], object]) -> IkuError:
    with pytest.raises(IkuError) as caught:
        make()
    assert caught.value.code in CODES
    return caught.value


class TestTags:
    """A tag is a plain word of ours or `vendor:slug/1`."""

    @pytest.mark.parametrize("tag", ["a:b/1", "kota-bekasi:indeks_2/12", "1:2/3", "a:b/9999"])
    def test_vendor(self, tag: str) -> None:
        """Lower case, a vendor, a slug, a version."""
        assert is_vendor_tag(tag)

    @pytest.mark.parametrize(
        "tag",
        [
            "",
            "persentase",
            "a:b",
            "a/1",
            ":b/1",
            "a:/1",
            "a:b/0",
            "a:b/01",
            "a:b/1.0",
            "A:b/1",
            "a:b/1\n",
            "a:b/1/2",
            "a b:c/1",
            "-a:b/1",
            "os.path:join/1",
            "a:b/\u0661",
            "a" * 100_000 + ":b/1",
        ],
        ids=lambda tag: ascii(tag)[:12],
    )
    def test_not_vendor(self, tag: str) -> None:
        """Nothing else, and no Python path."""
        assert not is_vendor_tag(tag)


class TestFinding:
    """Built-in classes come first, then registered ones, then entry points."""

    def test_builtin(self, own: Registry[Formula]) -> None:
        """Ours are there from the start."""
        assert own.find("persentase") is Persentase

    def test_unknown_plain_tag_is_a_typo(self, own: Registry[Formula]) -> None:
        """It is refused with the nearest name."""
        error = _refused(lambda: own.find("persentasi"))

        assert (error.code, "'persentase'" in error.repair) == ("not-found", True)
        assert _refused(lambda: own.find("x" * 100_000)).code == "not-found"
        assert _refused(lambda: own.find("tak_dikenal")).code == "not-found"

    def test_unknown_vendor_tag_is_nothing(self, own: Registry[Formula]) -> None:
        """The document may be read without the plug-in."""
        assert own.find("kota-z:indeks/1") is None

    def test_registered(self, own: Registry[Formula]) -> None:
        """Registering works as a decorator, twice the same does nothing."""
        assert own.register(Mine) is Mine
        assert own.register(Mine) is Mine
        assert own.find("uji:punyaku/1") is Mine
        assert {"persentase", "uji:punyaku/1"} <= set(own.tags)
        assert repr(own).startswith("<registry of formula: ")

    def test_registries_are_apart(self, own: Registry[Formula]) -> None:
        """What one registers the other does not know."""
        own.register(Mine)

        assert registry.find("uji:punyaku/1") is None

    def test_threads(self, own: Registry[Formula]) -> None:
        """Of many classes under one tag exactly one stays."""
        classes = [_make() for _ in range(32)]

        def register(kind: type[Formula]) -> bool:
            try:
                own.register(kind)
            except IkuError:
                return False
            return True

        with ThreadPoolExecutor(8) as pool:
            taken = list(pool.map(register, classes))

        assert taken.count(True) == 1
        assert own.find("uji:lain/1") is classes[taken.index(True)]


class TestEntryPoints:
    """An entry point is loaded when its tag is met, not before."""

    def test_loaded_on_demand(self, own: Registry[Formula], installed: str) -> None:
        """Listing tags imports nothing."""
        assert "kota-x:baik/1" in own.tags
        assert installed not in sys.modules

        kind = own.find("kota-x:baik/1")

        assert kind is not None
        assert (kind.tipe, kind.__module__) == ("kota-x:baik/1", installed)
        assert own.find("kota-x:baik/1") is kind

    @pytest.mark.parametrize(
        ("tag", "code", "words"),
        [
            ("kota-x:salah/1", "bad-tag", "calls itself 'kota-x:lain/1'"),
            ("kota-x:hilang/1", "plugin-failed", "raised ModuleNotFoundError"),
            ("kota-x:tiada/1", "plugin-failed", "raised AttributeError"),
            ("kota-x:angka/1", "bad-plugin", "is no attrs class"),
            ("kota-x:dua/1", "duplicate-tag", " and "),
        ],
    )
    def test_broken(
        self, own: Registry[Formula], installed: str, tag: str, code: str, words: str
    ) -> None:
        """One error that names the tag and where it comes from."""
        error = _refused(lambda: own.find(tag))

        assert error.code == code
        assert tag in error.found
        assert installed in error.found
        assert words in error.found

    def test_explicit_registration_wins(self, own: Registry[Formula], installed: str) -> None:
        """Whoever registers a class decides which of two plug-ins is used."""
        chosen = own.register(_make(tipe="kota-x:dua/1"))

        assert own.find("kota-x:dua/1") is chosen
        assert installed not in sys.modules

    @pytest.mark.usefixtures("installed")
    def test_plain_words_are_ours(self, own: Registry[Formula]) -> None:
        """An entry point without vendor is never looked at."""
        assert "tanpa-vendor" not in own.tags
        assert _refused(lambda: own.find("tanpa-vendor")).code == "not-found"


class TestRefusals:
    """A class that cannot be used is refused when it is registered."""

    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (_make(tipe=None), "bad-plugin"),
            (_make(variables=None), "bad-plugin"),
            (_make(lower=None), "bad-plugin"),
            (_make(tipe="persentase"), "bad-tag"),
            (_make(tipe="iku.formula.Persentase"), "bad-tag"),
            (_make(tipe=5), "bad-tag"),
            (type("Plain", (), {"tipe": "a:b/1"}), "bad-plugin"),
            (5, "bad-plugin"),
            (Mine(), "bad-plugin"),
        ],
    )
    def test_refused(self, own: Registry[Formula], kind: object, code: str) -> None:
        """Nothing of it stays in the registry."""
        before = own.tags

        assert _refused(lambda: own.register(cast("type[Formula]", kind))).code == code
        assert own.tags == before

    def test_taken_tag(self, own: Registry[Formula]) -> None:
        """The first class stays."""
        first = own.register(_make())

        assert _refused(lambda: own.register(_make())).code == "duplicate-tag"
        assert own.find("uji:lain/1") is first


@attrs.frozen(kw_only=True)
class Answering(Evaluating):
    """A formula without tree that answers what a test tells it to."""

    tipe: ClassVar[str] = "uji:menjawab/1"
    answer: object
    names: object = ("A", "B")

    @property
    def variables(self) -> tuple[str, ...]:
        """What the test says; a class of others may give anything."""
        if isinstance(self.names, Exception):
            raise self.names
        return cast("tuple[str, ...]", self.names)

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Answer, or raise, or call what the test gave."""
        if isinstance(self.answer, Exception):
            raise self.answer
        answer = self.answer(values) if callable(self.answer) else self.answer
        return cast("Fraction", answer)


@attrs.frozen(kw_only=True)
class Measured:
    """A formula whose unit is what a test says."""

    tipe: ClassVar[str] = "uji:bersatuan/1"
    unit: object

    @property
    def variables(self) -> tuple[str, ...]:
        """One."""
        return ("A",)

    @property
    def satuan(self) -> str:
        """What the test says."""
        if isinstance(self.unit, Exception):
            raise self.unit
        return cast("str", self.unit)

    def lower(self) -> Expression:
        """Itself."""
        return Variable("A")


class Half(Fraction):
    """A child class of a number."""


def _divide(values: Mapping[str, Fraction]) -> Fraction:
    return values["A"] / values["B"]


def _triple(values: Mapping[str, Fraction]) -> Fraction:
    return values["I1"] * 3


def _look_elsewhere(values: Mapping[str, Fraction]) -> Fraction:
    return values["C"]


def _give_no_reason(_: object) -> Unlowered:
    return Unlowered(kode="", message="a")


DATA: Final = {"A": 3, "B": 4}
TAHUN: Final = Periode.tahunan(2024)


class TestEvaluatingAlone:
    """A formula without tree computes its value itself."""

    @pytest.mark.parametrize(
        ("answer", "exact"),
        [
            (Fraction(1, 3), Fraction(1, 3)),
            (Decimal("2.50"), Fraction(5, 2)),
            (-7, Fraction(-7)),
            (Half(1, 2), Fraction(1, 2)),
            (Decimal("1E-3000"), Fraction(1, 10**3000)),
            (Decimal("-0E+99999999"), Fraction(0)),
            (_divide, Fraction(3, 4)),
        ],
    )
    def test_numbers(self, answer: object, exact: Fraction) -> None:
        """Exact ones of three types."""
        hasil = evaluate(Answering(answer=answer), DATA)

        assert (hasil.eksak, type(hasil.eksak)) == (exact, Fraction)
        assert [(each.variabel, each.nilai) for each in hasil.masukan] == [
            ("A", Angka("3")),
            ("B", Angka("4")),
        ]
        assert hasil.verify()

    def test_trace(self) -> None:
        """There is no sentence but the value."""
        assert evaluate(Answering(answer=Fraction(1, 3)), DATA).trace == "0,33"

    def test_it_may_give_a_reason(self) -> None:
        """Which names what is to blame."""
        reason = Unlowered(kode="terlalu_sedikit", message="responden kurang", variables=("A",))
        hasil = evaluate(Answering(answer=reason), DATA)

        assert hasil.alasan == Alasan(
            kode="terlalu_sedikit", variabel=("A",), pesan="responden kurang"
        )
        assert hasil.trace == "responden kurang"

    def test_it_is_not_asked_without_figures(self) -> None:
        """A figure that is absent makes the value absent, as with a tree."""
        reason = evaluate(Answering(answer=AssertionError()), {"A": 3}).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("tanpa_data", ("B",))

    def test_figures_cannot_be_changed(self) -> None:
        """What it is given is read only."""

        def change(values: dict[str, Fraction]) -> Fraction:
            values["A"] = Fraction(0)
            return values["A"]

        assert (
            "raised TypeError" in _refused(lambda: evaluate(Answering(answer=change), DATA)).found
        )

    @pytest.mark.parametrize(
        "answer",
        [
            *(10**900, 2**20_000, Fraction(1, 2**20_000), -(10**900), 10**100_000),
            *(Decimal("1E+900"), Decimal("-1E+99999999"), Decimal("1E-99999999")),
            *(Decimal("1E-5000"), Decimal("1E+999999")),
        ],
        ids=range(10),
    )
    def test_numbers_beyond_the_limits(self, answer: object) -> None:
        """They are no value, as with a tree."""
        reason = evaluate(Answering(answer=answer), DATA).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == ("terlalu_besar", ("A", "B"))

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            (1.5, "gave a value of type float"),
            (None, "gave None"),
            (True, "gave True"),
            ("1", "gave '1'"),
            (Decimal("NaN"), "gave a Decimal that is not finite"),
            (Decimal("-Infinity"), "gave a Decimal that is not finite"),
            (_give_no_reason, "raised DomainError"),
            (ZeroDivisionError("x"), "raised ZeroDivisionError"),
            (_look_elsewhere, "raised KeyError"),
        ],
    )
    def test_faults(self, answer: object, words: str) -> None:
        """One error, which names the plug-in."""
        error = _refused(lambda: evaluate(Answering(answer=answer), DATA))

        assert (error.code, type(error)) == ("plugin-failed", PluginError)
        assert error.found == f"evaluating 'uji:menjawab/1' {words}"
        assert "Answering.evaluate" in error.repair

    @pytest.mark.parametrize("names", ["AB", ["A"], None, ("A", 5), ("A\n",), ValueError("x")])
    def test_faulty_variables(self, names: object) -> None:
        """What it needs has to be known before it is asked."""
        error = _refused(lambda: evaluate(Answering(answer=1, names=names), DATA))

        assert error.code == "plugin-failed"
        assert "the variables of 'uji:menjawab/1'" in error.found
        assert "Answering.variables" in error.repair

    def test_a_tree_comes_first(self) -> None:
        """What lowers is computed from its tree, whatever else it can do."""

        @attrs.frozen
        class Both(Evaluating):
            tipe: ClassVar[str] = "uji:dua/1"

            @property
            def variables(self) -> tuple[str, ...]:
                return ("A",)

            def lower(self) -> Expression:
                return Variable("A")

            def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
                raise AssertionError(values)

        assert evaluate(Both(), DATA).eksak == 3

    def test_mathematics_answer_with_the_reason(self) -> None:
        """There is nothing to draw."""
        formula = Answering(answer=1)
        sentence = "rumus dihitung oleh plug-in dan tidak memiliki bentuk matematika"

        assert render_formula(formula, style="text") == sentence
        assert sentence in render_formula(formula, style="latex")
        assert sentence in render_formula(formula, style="mathml")
        assert _refused(lambda: render_formula(formula)).code == "no-tree"
        assert formula.lower() == Unlowered(
            kode=KodeAlasan.DIHITUNG_PLUGIN, message=blame(KodeAlasan.DIHITUNG_PLUGIN).pesan
        )


class TestSatuan:
    """A formula may say the unit of its values."""

    @pytest.mark.parametrize(
        ("unit", "satuan"),
        [("%", Satuan("%")), (Satuan("orang"), Satuan("orang")), (None, None)],
    )
    def test_given(self, unit: object, satuan: Satuan | None) -> None:
        """As text, as a Satuan, or not at all."""
        assert evaluate(Measured(unit=unit), DATA).satuan == satuan

    @pytest.mark.parametrize("unit", ["", 5, 1.5, KeyError("x")])
    def test_faults(self, unit: object) -> None:
        """One error, which names the plug-in."""
        error = _refused(lambda: evaluate(Measured(unit=unit), DATA))

        assert error.code == "plugin-failed"
        assert "the satuan of 'uji:bersatuan/1'" in error.found


class TestOthersStillCompute:
    """A plug-in that fails leaves the other indicators of a document alone."""

    @pytest.mark.parametrize(
        ("formula", "pesan"),
        [
            (
                Answering(answer=1.5),
                "rumus gagal dihitung oleh plug-in ('uji:menjawab/1')",
            ),
            (
                Answering(answer=Decimal("NaN")),
                "rumus gagal dihitung oleh plug-in ('uji:menjawab/1')",
            ),
            (
                Answering(answer=KeyError("x")),
                "rumus gagal dihitung oleh plug-in ('uji:menjawab/1')",
            ),
            (
                Answering(answer=1, names=KeyError("x")),
                "plug-in 'uji:menjawab/1' gagal menyusun rumusnya",
            ),
            (Answering(answer=1, names=5), "plug-in 'uji:menjawab/1' gagal menyusun rumusnya"),
            (
                Answering(answer=1, names=(5, "A")),
                "plug-in 'uji:menjawab/1' gagal menyusun rumusnya",
            ),
            (Measured(unit=5), "plug-in 'uji:bersatuan/1' gagal menyusun rumusnya"),
        ],
    )
    def test_document(self, formula: Formula, pesan: str) -> None:
        """The one has a reason that names the plug-in, the other its value."""
        baik = Persentase(pembilang="A", penyebut="B")
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=tuple(
                Indikator(kode=kode, nama=kode, penjelasan=(Penjelasan(formula=one),))
                for kode, one in (("I1", formula), ("I2", baik))
            ),
            variabel=tuple(Variabel(kode=kode, nama=kode) for kode in DATA),
            data=tuple(
                Data(variabel=kode, periode=TAHUN, nilai=Angka(nilai))
                for kode, nilai in DATA.items()
            ),
        )
        hasil = evaluate_dokumen(dokumen, TAHUN)
        reason = hasil["I1"].alasan

        assert hasil["I2"].eksak == 75
        assert reason is not None
        assert (reason.kode, reason.pesan) == ("plugin_gagal", pesan)
        assert hasil.verify()

    def test_english(self) -> None:
        """The plug-in is named there, too."""
        hasil = evaluate_formulas({"I": Answering(answer=1.5)}, DATA)["I"]

        assert hasil.explain("en") == "the plug-in failed ('uji:menjawab/1')"

    def test_what_is_built_on_one(self) -> None:
        """Formulas without tree take part in the order, and hand on exact values."""
        formulas: dict[str, Formula] = {
            "I2": Answering(answer=_triple, names=("I1",)),
            "I1": Answering(answer=Fraction(1, 3), names=("A",)),
        }

        assert evaluate_formulas(formulas, DATA)["I2"].eksak == 1
