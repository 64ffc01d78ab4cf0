"""Our classes in the converters and classes of others."""

from __future__ import annotations

import json
import runpy
import sys
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter

from iku import (
    Angka,
    Data,
    Dokumen,
    FormulaTakDikenal,
    Indikator,
    Kosong,
    Nilai,
    Periode,
    Persentase,
    Polaritas,
    RealisasiPerTarget,
    Satuan,
    Skala,
    Tambahan,
    Target,
    Temuan,
)
from iku.codec import Limits, configure, dumps, loads
from iku.domain import BilanganJson
from iku.errors import LoadError
from iku.scoring import AturanTakDikenal
from iku.typing import CapaianRule, Formula

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import BaseConverter


Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""


@attrs.frozen
class Laporan:
    """A class of an application, with ours in its fields."""

    nama: str
    indikator: Indikator
    dokumen: Dokumen
    nilai: Nilai
    mungkin: Nilai | None
    angka: Angka
    diukur: Angka | Kosong
    periode: Periode | None
    satuan: list[Satuan]
    target: tuple[Target, ...]
    arah: Polaritas
    formula: Formula
    aturan: CapaianRule | None
    persentase: Persentase
    asing: FormulaTakDikenal
    aturan_asing: AturanTakDikenal
    positif: RealisasiPerTarget
    tambahan: Tambahan
    per_kode: dict[str, Indikator]


PLAIN: Final[dict[str, Any]] = {
    "nama": "Laporan",
    "indikator": {"kode": "A", "nama": "A", "target": [{"periode": 2019, "nilai": "5.0"}]},
    "dokumen": {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"},
    "nilai": {"tipe": "rentang", "bawah": "1", "atas": "2"},
    "mungkin": None,
    "angka": "1.50",
    "diukur": {"tipe": "kosong"},
    "periode": "2019-TW2",
    "satuan": ["%", "Rp"],
    "target": [{"periode": "TAHUN-1", "nilai": "7"}],
    "arah": "positif",
    "formula": {"tipe": "rasio", "pembilang": "A", "penyebut": "B"},
    "aturan": {"tipe": "realisasi_per_target"},
    "persentase": {"tipe": "persentase", "pembilang": "A", "penyebut": "B"},
    "asing": {"tipe": "kota-x:indeks/1", "a": 1},
    "aturan_asing": {"tipe": "kota-x:progresif/1", "a": 1},
    "positif": {"tipe": "realisasi_per_target"},
    "tambahan": {"a": [1, 1.5, None], "b": {}},
    "per_kode": {"A": {"kode": "A", "nama": "A"}},
}

MAKERS: Final[dict[str, Callable[[], BaseConverter]]] = {
    "plain": cattrs.Converter,
    "base": cattrs.BaseConverter,
    "json": make_converter,
    "strict": lambda: cattrs.Converter(forbid_extra_keys=True),
    "hasty": lambda: cattrs.Converter(detailed_validation=False),
    "attributes": lambda: cattrs.Converter(prefer_attrib_converters=True, omit_if_default=True),
    "copied": lambda: cattrs.Converter().copy(),
}


@pytest.fixture(params=list(MAKERS.values()), ids=list(MAKERS))
def converter(request: pytest.FixtureRequest) -> BaseConverter:
    """Give a converter as an application may have made it, with our classes taught."""
    made: BaseConverter = request.param()
    configure(made)
    return made


class TestAnyConverter:
    """Whatever its settings, it reads and writes our classes as we do."""

    def test_round_trip(self, converter: BaseConverter) -> None:
        """Every kind of class of ours, in every kind of place."""
        laporan = converter.structure(PLAIN, Laporan)

        assert laporan.indikator.target[0].nilai == Angka("5.0")
        assert laporan.arah is Polaritas.POSITIF
        assert isinstance(laporan.asing, FormulaTakDikenal)
        assert isinstance(laporan.aturan_asing, AturanTakDikenal)
        assert json.loads(json.dumps(converter.unstructure(laporan))) == PLAIN

    def test_it_agrees_with_loads(self, converter: BaseConverter, complete_text: str) -> None:
        """One document, two ways in and out."""
        dokumen = loads(complete_text)
        plain = converter.unstructure(dokumen)

        # What Python numbers cannot hold stays a value of ours.
        formula = plain["indikator"][1]["penjelasan"][0]["formula"]
        assert formula["bobot"] == [0.25, BilanganJson("1e2"), BilanganJson("-0")]
        assert converter.structure(plain, Dokumen) == dokumen
        assert dumps(converter.structure(plain, Dokumen)) == complete_text

    def test_faults_keep_code_and_path(self, converter: BaseConverter) -> None:
        """The path begins at our value."""
        bad = {"kode": "A", "nama": 1, "target": [{"periode": 2019, "nilai": 5, "sumbr": "a"}]}
        with pytest.raises(LoadError) as caught:
            converter.structure(bad, Indikator)

        assert [(fault.code, fault.path) for fault in caught.value.faults] == [
            ("wrong-type", "$.nama"),
            ("wrong-type", "$.target[0].nilai"),
            ("unknown-field", "$.target[0].sumbr"),
        ]

    @pytest.mark.parametrize(
        ("kind", "bad", "code"),
        [
            (Polaritas, "naik", "bad-choice"),
            (Polaritas, None, "null"),
            (Periode, "2019", "bad-periode"),
            (Angka, 5, "wrong-type"),
            (Satuan, "", "empty-text"),
            (Nilai, 5, "wrong-type"),
            (Nilai, None, "null"),
            (Formula, {"tipe": "persentas"}, "unknown-tag"),
            (Persentase, {"tipe": "rasio", "pembilang": "A", "penyebut": "B"}, "unknown-tag"),
            (CapaianRule, {}, "missing-field"),
            (Tambahan, [], "wrong-type"),
            (Tambahan, {"a": float("nan")}, "bad-number"),
            (Tambahan, {"a": object()}, "wrong-type"),
            (Dokumen, {}, "wrong-document"),
            (Skala, {"kode": "A", "nama": "A", "predikat": []}, "bad-skala"),
            (Data, {"variabel": "A", "periode": 2019, "nilai": {"tipe": "ambang"}}, "unknown-tag"),
            (Temuan, {"kode": "a", "tingkat": "b", "pesan": "c"}, "bad-choice"),
        ],
    )
    def test_nothing_is_coerced(
        self, converter: BaseConverter, kind: Json, bad: object, code: str
    ) -> None:
        """Ours are as strict there as here."""
        with pytest.raises(LoadError) as caught:
            converter.structure(bad, kind)

        assert [fault.code for fault in caught.value.faults] == [code]

    def test_its_own_classes_are_its_own_affair(self, converter: BaseConverter) -> None:
        """Text of the application is read as the application reads it."""
        laporan = converter.structure({**PLAIN, "nama": "Ubah"}, Laporan)

        assert laporan.nama == "Ubah"


class Teks(str):
    """A text of some library."""

    __slots__ = ()


class Bilangan(int):
    """A number of some library."""


class TestSettings:
    """Limits and registries of the application."""

    def test_limits(self) -> None:
        """They hold for our values."""
        converter = cattrs.Converter()
        configure(converter, limits=Limits(text=3))
        with pytest.raises(LoadError):
            converter.structure("orang", Satuan)

        assert converter.structure("Rp", Satuan) == Satuan("Rp")

    def test_two_converters_do_not_disturb_each_other(self) -> None:
        """Nothing is registered globally."""
        narrow, wide = cattrs.Converter(), cattrs.Converter()
        configure(narrow, limits=Limits(digits=1))
        configure(wide)

        assert wide.structure("12", Angka) == Angka("12")
        with pytest.raises(LoadError):
            narrow.structure("12", Angka)

    def test_values_that_contain_themselves(self) -> None:
        """A dict of Python can; it is deeper than any limit."""
        circle: dict[str, object] = {}
        circle["a"] = circle
        converter = cattrs.Converter()
        configure(converter)
        with pytest.raises(LoadError) as caught:
            converter.structure(circle, Tambahan)

        assert [fault.code for fault in caught.value.faults] == ["too-deep"]

    @pytest.mark.parametrize("value", [OrderedDict[str, str](kode="A"), Teks("A"), Bilangan(1)])
    def test_values_of_other_classes_are_named(self, value: object) -> None:
        """A subclass may behave like anything, so it is not taken for what it looks like."""
        converter = cattrs.Converter()
        configure(converter)
        with pytest.raises(LoadError) as caught:
            converter.structure(value, Indikator)

        assert type(value).__name__ in caught.value.faults[0].found

    def test_the_library_itself_does_without_cattrs(self) -> None:
        """Who only loads documents does not pay for it."""
        import subprocess  # noqa: PLC0415 - of this test

        code = "import sys, iku; iku.codec.loads; print('cattrs' in sys.modules)"
        done = subprocess.run(  # noqa: S603 - our own code in our own interpreter
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert done.stdout == "False\n"


class TestExample:
    """The example of the documentation runs."""

    def test_it_prints_what_it_promises(self, capsys: pytest.CaptureFixture[str]) -> None:
        """An Indikator inside a class of an application, read, written, and refused."""
        example = Path(__file__).parents[2] / "examples" / "embed_indikator.py"
        runpy.run_path(str(example), run_name="__main__")
        printed = capsys.readouterr().out

        assert "S1.1" in printed
        assert "$.target[0].nilai" in printed
