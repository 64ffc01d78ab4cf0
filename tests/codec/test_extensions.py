"""Extensions: what other systems keep in a document goes through unchanged."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from iku import FormulaTakDikenal, Indikator, Narasi, Polaritas, Tambahan
from iku.codec import dumps, loads
from iku.domain import BilanganJson
from iku.errors import IkuError, LoadError
from iku.scoring import AturanTakDikenal, compute_capaian

BARE: Final = {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"}


def with_extension(value: str) -> str:
    """Write a document with one extension in its canonical form."""
    return json.dumps(BARE, indent=2)[:-2] + f',\n  "x-a": {value}\n}}\n'


class TestValues:
    """Every value of JSON is kept as it was written."""

    @pytest.mark.parametrize(
        "value",
        [
            *("null", "true", "false", '""', '"a\\nb"', "[]", "{}", "0", "-1"),
            *("12345678901234567890", "1.50", "-0", "-0.0", "1e400", "1E+5"),
            "0.1000000000000000055511151231257827",
        ],
    )
    def test_text_of_a_value_is_kept(self, value: str) -> None:
        """No number is computed, so none is rounded."""
        assert dumps(loads(with_extension(value))) == with_extension(value)

    def test_numbers_are_kept_as_text(self) -> None:
        """1.50 and 1.5 stay apart."""
        held = loads(with_extension("[1, 1.50, true]")).tambahan["x-a"]

        assert held == (BilanganJson("1"), BilanganJson("1.50"), True)

    def test_keys_are_sorted(self) -> None:
        """Whoever wrote first or last, the document is the same."""
        dokumen = loads(with_extension('{"b": {"d": 1, "c": [{}]}, "a": null}'))

        held = dokumen.tambahan["x-a"]

        assert isinstance(held, Tambahan)
        assert list(held) == ["a", "b"]
        assert dumps(dokumen) == with_extension(
            '{\n    "a": null,\n    "b": {\n      "c": [\n        {}\n      ],\n'
            '      "d": 1\n    }\n  }'
        )

    def test_every_fault_inside_is_found(self) -> None:
        """Each at its place."""
        text = with_extension('[NaN, {"\\u0007": 1, "b": "\\ud800", "c": [Infinity]}]')
        with pytest.raises(LoadError) as caught:
            loads(text)

        assert [(fault.code, fault.path) for fault in caught.value.faults] == [
            ("bad-number", "$.x-a[0]"),
            ("bad-text", "$.x-a[1]['\\x07']"),
            ("bad-text", "$.x-a[1].b"),
            ("bad-number", "$.x-a[1].c[0]"),
        ]


class TestUnknownFormula:
    """A formula of others goes through unread."""

    @staticmethod
    def write(formula: dict[str, Any]) -> str:
        """Write a document with one formula."""
        indikator = [{"kode": "A", "nama": "A", "penjelasan": [{"formula": formula}]}]
        return json.dumps({**BARE, "indikator": indikator})

    def test_it_is_kept(self) -> None:
        """With all its keys, whatever they are called."""
        formula = {"tipe": "kota-x:indeks/1", "x-a": None, "tag": "b", "isi": [1, {"tipe": "c"}]}
        dokumen = loads(self.write(formula))
        held = dokumen.indikator[0].formula

        assert isinstance(held, FormulaTakDikenal)
        assert (held.tag, len(held.isi)) == ("kota-x:indeks/1", 3)
        assert json.loads(dumps(dokumen))["indikator"][0]["penjelasan"][0]["formula"] == formula

    def test_a_tag_cannot_stand_twice(self) -> None:
        """Nor does the writer write such a thing."""
        held = FormulaTakDikenal(
            tag="kota-x:indeks/1", isi=Tambahan.from_mapping({"tipe": "persentase"})
        )
        dokumen = loads(self.write({"tipe": "kota-x:indeks/1"}))
        changed = dokumen.replace("A", penjelasan=(), penggabungan=held)
        with pytest.raises(IkuError) as caught:
            dumps(changed)

        assert caught.value.code == "duplicate-key"
        assert caught.value.path == "$.indikator[0].penggabungan.tipe"


class TestUnknownRule:
    """A capaian rule of others goes through unread, alone or inside one of ours."""

    def test_it_is_kept(self) -> None:
        """With all its keys, whatever they are called."""
        rule = {"tipe": "kota-x:progresif/1", "x-a": None, "tag": "b", "aturan": {"tipe": "c"}}
        dokumen = loads(json.dumps({**BARE, "aturan_capaian": rule}))
        held = dokumen.aturan_capaian

        assert isinstance(held, AturanTakDikenal)
        assert (held.tag, held.sebab, len(held.isi)) == ("kota-x:progresif/1", None, 3)
        assert json.loads(dumps(dokumen))["aturan_capaian"] == rule

    def test_inside_another(self) -> None:
        """The other directions are computed."""
        rule = {
            "tipe": "aturan_menurut_polaritas",
            "positif": {"tipe": "realisasi_per_target"},
            "negatif": {"tipe": "kota-x:progresif/1"},
        }
        held = loads(json.dumps({**BARE, "aturan_capaian": rule})).aturan_capaian
        assert held is not None

        assert compute_capaian(4, 3, rule=held, polaritas=Polaritas.POSITIF).eksak == 75
        assert str(compute_capaian(4, 3, rule=held, polaritas=Polaritas.NEGATIF).alasan) == (
            "aturan capaian kota-x:progresif/1 tidak dikenal di sini"
        )

    def test_a_formula_is_no_rule(self) -> None:
        """Nor is one that nobody can read: it would be written as what it is not."""
        for formula in (FormulaTakDikenal(tag="kota-x:indeks/1"), Narasi(teks="A")):
            with pytest.raises(IkuError) as caught:
                Indikator(kode="A", nama="A", aturan_capaian=formula)

            assert (caught.value.code, caught.value.path) == ("wrong-type", "$.aturan_capaian")
