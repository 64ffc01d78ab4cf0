"""Capaian rules in documents: rules inside rules, scales and segments, and their faults."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from iku.codec import dumps, loads
from iku.domain import Dokumen, JenisDokumen
from iku.errors import LoadError
from iku.regulations import perka_bkn_1_2013, permenpanrb_8_2021
from iku.scoring import RealisasiPerTarget, RentangTarget

HEAD: Final[dict[str, Any]] = {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"}
PLAIN: Final = {"tipe": "realisasi_per_target"}
SEGMENT: Final = {"ekspresi": "capaian"}


def faults(rule: object) -> list[tuple[str, str]]:
    """Load a document with a rule and list code and path of its faults."""
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(HEAD | {"aturan_capaian": rule}))
    return [
        (fault.code, fault.path.removeprefix("$.aturan_capaian")) for fault in caught.value.faults
    ]


class TestWritten:
    """What is default is left out, what is inside stands inside."""

    def test_plain(self) -> None:
        """The tag alone."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="A", aturan_capaian=RealisasiPerTarget())

        assert json.loads(dumps(dokumen)) == HEAD | {"aturan_capaian": PLAIN}

    def test_nested(self) -> None:
        """Under the name of its field."""
        rule = RentangTarget(aturan=RealisasiPerTarget())
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="A", aturan_capaian=rule)

        assert json.loads(dumps(dokumen))["aturan_capaian"] == {
            "tipe": "rentang_target",
            "aturan": PLAIN,
        }

    @pytest.mark.parametrize(
        "ketentuan",
        [
            permenpanrb_8_2021.CAPAIAN_IKI,
            permenpanrb_8_2021.NILAI_IKI,
            permenpanrb_8_2021.NILAI_IKI_DIBULATKAN,
            permenpanrb_8_2021.NILAI_IKI_TARGET_MAKSIMAL,
            perka_bkn_1_2013.NILAI_WAKTU_BIAYA,
        ],
        ids=lambda each: each.kode,
    )
    def test_regulations(self, ketentuan: Any) -> None:  # noqa: ANN401 - a provision of any rule
        """The rules of regulations are ordinary rules."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="A", aturan_capaian=ketentuan.isi)

        assert loads(dumps(dokumen)).aturan_capaian == ketentuan.isi


class TestFaults:
    """Each with its place, however deep."""

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            (PLAIN | {"maksimum": "99"}, [("bad-aturan", ".maksimum")]),
            (PLAIN | {"maksimum": 120}, [("wrong-type", ".maksimum")]),
            (PLAIN | {"maksimal": "120"}, [("unknown-field", ".maksimal")]),
            (PLAIN | {"target_nol": "nol"}, [("bad-choice", ".target_nol")]),
            ({"tipe": "rentang_target"}, [("missing-field", ".aturan")]),
            (
                {"tipe": "rentang_target", "aturan": {"tipe": "realisasi_target"}},
                [("unknown-tag", ".aturan.tipe")],
            ),
            (
                {"tipe": "rentang_target", "aturan": {"tipe": "persentase"}},
                [("unknown-tag", ".aturan.tipe")],
            ),
            (
                {"tipe": "rentang_target", "aturan": PLAIN | {"minimum": "101"}},
                [("bad-aturan", ".aturan.minimum")],
            ),
            (
                {
                    "tipe": "aturan_menurut_polaritas",
                    "positif": PLAIN | {"maksimum": "9"},
                    "negatif": {"tipe": "target_per_realisasi", "minimum": "x"},
                },
                [("bad-aturan", ".positif.maksimum"), ("bad-number", ".negatif.minimum")],
            ),
            ({"tipe": "aturan_menurut_target"}, [("bad-aturan", "")]),
            (
                {"tipe": "nilai_berjenjang", "aturan": PLAIN, "ruas": [SEGMENT, SEGMENT]},
                [("bad-aturan", ".ruas[1].bawah")],
            ),
            (
                {"tipe": "nilai_berjenjang", "aturan": PLAIN, "ruas": [{"ekspresi": "target"}]},
                [("bad-aturan", ".ruas[0].ekspresi")],
            ),
            (
                {
                    "tipe": "nilai_berjenjang",
                    "aturan": PLAIN,
                    "ruas": [SEGMENT],
                    "pembulatan": -1,
                },
                [("bad-digits", ".pembulatan")],
            ),
            (
                {"tipe": "skor_predikat", "aturan": PLAIN, "skala": {"kode": "A", "nama": "A"}},
                [("missing-field", ".skala.predikat")],
            ),
            ({"tipe": "ekspresi_capaian", "ekspresi": "PDRB"}, [("bad-aturan", ".ekspresi")]),
            ({"tipe": "tonggak", "belum": ["YA"]}, [("bad-aturan", ".belum[0]")]),
        ],
        ids=str,
    )
    def test_place(self, rule: object, expected: list[tuple[str, str]]) -> None:
        """Code and path."""
        assert faults(rule) == expected

    def test_nesting(self) -> None:
        """Rules inside each other are limited, and the document says where."""
        rule: dict[str, Any] = PLAIN
        for _ in range(8):
            rule = {"tipe": "aturan_menurut_polaritas", "positif": rule}

        assert faults(rule) == [("bad-aturan", ".positif")]
