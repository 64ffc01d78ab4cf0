"""Formulas and rules of others: read and written by their annotations alone."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

import attrs
import pytest

from iku import Angka, Periode, Satuan, Tambahan
from iku.codec import Limits, dumps, loads
from iku.codec._shapes import read_annotation, shape_of
from iku.errors import LoadError, PluginError
from iku.formula import Registry
from iku.formula.plugins import is_vendor_tag
from iku.tree import Constant, Expression, Variable

if TYPE_CHECKING:
    from iku.typing import CapaianRule, Formula

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

SATU: Final = Angka("1")
KOSONG: Final = Tambahan()


class Arah(Enum):
    """A list of words."""

    NAIK = "naik"
    TURUN = "turun"


@attrs.frozen(kw_only=True)
class Bobot:
    """A part of a formula, without a tag."""

    kode: str
    nilai: Angka = SATU


@attrs.frozen(kw_only=True)
class Indeks:
    """A formula with a field of every type that travels."""

    tipe: ClassVar[str] = "kota-x:indeks/1"
    nama: str
    bagian: tuple[Bobot, ...] = ()
    tahun: int = 0
    penuh: bool = False
    arah: Arah = Arah.NAIK
    satuan: Satuan | None = None
    periode: Periode | None = None
    tanggal: date | None = None
    label: tuple[str, ...] = attrs.field(factory=tuple)
    angka: tuple[Angka, ...] = ()
    tambahan: Tambahan = KOSONG
    _hasil: int = attrs.field(init=False, default=0)

    @property
    def variables(self) -> tuple[str, ...]:
        """The parts."""
        return tuple(part.kode for part in self.bagian)

    def lower(self) -> Expression:
        """The first part."""
        return Variable(self.variables[0])


@attrs.frozen(kw_only=True)
class Gagal:
    """A formula whose constructor refuses with errors of its own."""

    tipe: ClassVar[str] = "kota-x:gagal/1"
    cara: str

    @property
    def variables(self) -> tuple[str, ...]:
        """None."""
        return ()

    def __attrs_post_init__(self) -> None:
        """Fail in some way."""
        if self.cara == "memory":
            raise MemoryError
        if self.cara == "recursion":
            raise RecursionError
        raise {"value": ValueError, "key": KeyError}[self.cara]("rahasia")

    def lower(self) -> Expression:
        """Not called."""
        return Constant(Angka("1"))


@attrs.frozen(kw_only=True)
class Aturan:
    """A capaian rule with a parameter."""

    tipe: ClassVar[str] = "kota-x:aturan/1"
    batas: Angka

    def lower(self) -> Expression:
        """The bound."""
        return Constant(self.batas)


FORMULAS: Final[Registry[Formula]] = Registry(
    what="formula", group="iku.formula", members=("variables", "lower"), builtin=()
)
FORMULAS.register(Indeks)
FORMULAS.register(Gagal)
RULES: Final[Registry[CapaianRule]] = Registry(
    what="capaian rule", group="iku.capaian", members=("lower",), builtin=()
)
RULES.register(Aturan)


def write(formula: dict[str, Any], **more: Json) -> str:
    """Write a document with one formula."""
    document = {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A", **more}
    penjelasan = [{"formula": {"tipe": "kota-x:indeks/1", **formula}}]
    document["indikator"] = [{"kode": "I", "nama": "I", "penjelasan": penjelasan}]
    document["variabel"] = [{"kode": "A", "nama": "A"}]
    return json.dumps(document, indent=2) + "\n"


FULL: Final[dict[str, Any]] = {
    "nama": "Indeks kota",
    "bagian": [{"kode": "A", "nilai": "0.50"}, {"kode": "A"}],
    "tahun": -3,
    "penuh": True,
    "arah": "turun",
    "satuan": "%",
    "periode": 2019,
    "tanggal": "2020-02-29",
    "label": ["a"],
    "angka": ["1.0"],
    "x-a": None,
}


def load_faults(text: str, **settings: Json) -> list[tuple[str, str]]:
    """Load a text and give code and path of its faults."""
    with pytest.raises(LoadError) as caught:
        loads(text, registry=FORMULAS, rules=RULES, **settings)
    return [(one.code, one.path) for one in caught.value.faults]


FORMULA: Final = "$.indikator[0].penjelasan[0].formula"


class TestFields:
    """A class of others needs no code for JSON."""

    def test_round_trip(self) -> None:
        """Every type of field."""
        text = write(FULL)
        dokumen = loads(text, registry=FORMULAS)
        formula = dokumen.indikator[0].formula

        assert isinstance(formula, Indeks)
        assert formula.bagian == (Bobot(kode="A", nilai=Angka("0.50")), Bobot(kode="A"))
        assert (formula.tahun, formula.penuh, formula.arah) == (-3, True, Arah.TURUN)
        assert formula.tanggal == date(2020, 2, 29)
        assert dumps(dokumen, registry=FORMULAS) == text

    def test_defaults_are_left_out(self) -> None:
        """But for those that a factory makes, which nobody can compare beforehand."""
        dokumen = loads(write({"nama": "A"}), registry=FORMULAS)
        text = dumps(dokumen, registry=FORMULAS)

        written = json.loads(text)["indikator"][0]["penjelasan"][0]["formula"]
        assert written == {"tipe": "kota-x:indeks/1", "nama": "A", "label": []}

    def test_every_fault_is_found(self) -> None:
        """As in classes of ours, each at its place."""
        bad = {
            **{key: [] for key in FULL if key not in ("bagian", "label", "angka", "x-a")},
            "bagian": [{"kode": 1, "nilai": 2}, {}],
            "label": [1],
            "angka": ["x"],
            "b": 1,
        }
        assert load_faults(write(bad)) == [
            *((("wrong-type"), f"{FORMULA}.{key}") for key in ("nama", "tahun", "penuh", "arah")),
            *((("wrong-type"), f"{FORMULA}.{key}") for key in ("satuan", "periode", "tanggal")),
            ("wrong-type", f"{FORMULA}.bagian[0].kode"),
            ("wrong-type", f"{FORMULA}.bagian[0].nilai"),
            ("missing-field", f"{FORMULA}.bagian[1].kode"),
            ("wrong-type", f"{FORMULA}.label[0]"),
            ("bad-number", f"{FORMULA}.angka[0]"),
            ("unknown-field", f"{FORMULA}.b"),
        ]

    @pytest.mark.parametrize(("key", "value"), [("penuh", 1), ("tahun", True), ("arah", "NAIK")])
    def test_nothing_is_coerced(self, key: str, value: object) -> None:
        """Truth is no number, names of members are not their words."""
        [(code, path)] = load_faults(write({**FULL, key: value}))

        assert code in ("wrong-type", "bad-choice")
        assert path == f"{FORMULA}.{key}"

    def test_limits_hold(self) -> None:
        """For texts and numbers of others, too."""
        assert load_faults(write({**FULL, "nama": "e" * 50}), limits=Limits(text=40)) == [
            ("text-too-long", f"{FORMULA}.nama")
        ]

    def test_rules(self) -> None:
        """Rules are read in the same way."""
        text = write(FULL, aturan_capaian={"tipe": "kota-x:aturan/1", "batas": "120"})
        dokumen = loads(text, registry=FORMULAS, rules=RULES)

        assert dokumen.aturan_capaian == Aturan(batas=Angka("120"))
        assert (
            loads(dumps(dokumen, registry=FORMULAS, rules=RULES), registry=FORMULAS, rules=RULES)
            == dokumen
        )

    def test_other_registries_do_not_know_them(self) -> None:
        """There the formula is kept unread."""
        text = write({"nama": "A", "apa": [1]})
        dokumen = loads(text)

        assert loads(dumps(dokumen)) == dokumen
        assert json.loads(dumps(dokumen)) == json.loads(text)


class TestFailures:
    """What a class of others does wrong is one error that names it."""

    @pytest.mark.parametrize("cara", ["value", "key"])
    def test_errors_of_a_constructor(self, cara: str) -> None:
        """They are no errors of the document's author."""
        text = write({"tipe": "kota-x:gagal/1", "cara": cara})
        with pytest.raises(LoadError) as caught:
            loads(text, registry=FORMULAS)
        [fault] = caught.value.faults

        assert isinstance(fault, PluginError)
        assert (fault.code, fault.path) == ("plugin-failed", FORMULA)
        assert "Gagal" in str(fault)
        assert "rahasia" not in str(fault)

    @pytest.mark.parametrize(
        ("cara", "kind"), [("memory", MemoryError), ("recursion", RecursionError)]
    )
    def test_lack_of_memory_is_nobody_s_fault(self, cara: str, kind: type[BaseException]) -> None:
        """It goes through."""
        with pytest.raises(kind):
            loads(write({"tipe": "kota-x:gagal/1", "cara": cara}), registry=FORMULAS)
        with pytest.raises(kind):
            loads(write({"tipe": "kota-x:gagal/1", "cara": cara}, judul=""), registry=FORMULAS)

    @pytest.mark.parametrize(
        "annotation",
        [float, dict[str, int], list[str], tuple[int, str], int | str, Angka | str, Bobot | Angka,
         Angka | Bobot, Any, object, Tambahan],
    )  # fmt: skip
    def test_annotations_that_do_not_travel(self, annotation: Json) -> None:
        """Only what has one form in JSON does."""
        with pytest.raises(PluginError) as caught:
            read_annotation(annotation)

        assert caught.value.code == "bad-plugin"

    def test_a_class_that_holds_itself(self) -> None:
        """Its values could be deeper than any document."""
        with pytest.raises(PluginError) as caught:
            shape_of(Ranting)

        assert caught.value.code == "bad-plugin"


@attrs.frozen
class Ranting:
    """A class that holds itself."""

    anak: tuple[Ranting, ...] = ()


def test_the_tags_of_these_tests_are_those_of_third_parties() -> None:
    """They stand for plug-ins."""
    assert all(is_vendor_tag(tag) for tag in (*FORMULAS.tags, *RULES.tags))
