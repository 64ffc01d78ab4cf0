"""Indicators and their explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from iku.domain import Indikator, JenisCascading, Konsolidasi, Penjelasan, Polaritas, Tautan
from iku.errors import CODES, IkuError
from iku.formula import Ekspresi, Jumlah, Persentase
from iku.scoring import RealisasiPerTarget

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.typing import Formula

ANY: Any = "teks"
PERSENTASE = Persentase(pembilang="NTB", penyebut="PDRB")
JUMLAH = Jumlah(suku=("S1.1.a", "S1.1.b"))


def _indikator(**fields: object) -> Indikator:
    return Indikator(**cast("Any", {"kode": "S1.1", "nama": "Kontribusi", **fields}))


class TestFormula:
    """With one Penjelasan its formula is the indicator's; with several `penggabungan` is."""

    @pytest.mark.parametrize(
        ("fields", "formula"),
        [
            ({}, None),
            ({"penjelasan": (Penjelasan(),)}, None),
            ({"penjelasan": (Penjelasan(formula=PERSENTASE),)}, PERSENTASE),
            (
                {
                    "penjelasan": (
                        Penjelasan(kode="S1.1.a", formula=PERSENTASE),
                        Penjelasan(kode="S1.1.b", formula=PERSENTASE),
                    )
                },
                None,
            ),
            (
                {
                    "penjelasan": (Penjelasan(kode="S1.1.a"), Penjelasan(kode="S1.1.b")),
                    "penggabungan": JUMLAH,
                },
                JUMLAH,
            ),
            (
                {"penjelasan": (Penjelasan(formula=PERSENTASE),), "penggabungan": JUMLAH},
                JUMLAH,
            ),
        ],
    )
    def test_which_formula_counts(self, fields: dict[str, object], formula: Formula | None) -> None:
        """Several parts without a stated way to become one have none."""
        assert _indikator(**fields).formula == formula


def test_axes_are_kept_apart() -> None:
    """The printed label never decides how quarters make a year."""
    made = _indikator(
        polaritas="positif",
        konsolidasi="terakhir",
        tipe_penghitungan="Komulatif",
        jenis_cascading="CP",
        aturan_capaian=RealisasiPerTarget(),
    )
    assert made.polaritas is Polaritas.POSITIF
    assert made.konsolidasi is Konsolidasi.TERAKHIR
    assert made.jenis_cascading is JenisCascading.NON_PETA
    assert made.tipe_penghitungan == "Komulatif"


def test_a_link_may_know_only_the_words() -> None:
    """As the matrix of an agency prints them."""
    assert Tautan(uraian="Persentase Laju Pertumbuhan PDRB").kode is None


class _NoRule:
    tipe = "bukan"


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: _indikator(nama=""), "empty-text", "$.nama"),
        (lambda: _indikator(kode=None), "wrong-type", "$.kode"),
        (lambda: _indikator(satuan="%"), "wrong-type", "$.satuan"),
        (lambda: _indikator(konsolidasi="kumulatif"), "bad-choice", "$.konsolidasi"),
        (lambda: _indikator(jenis_cascading="X"), "bad-choice", "$.jenis_cascading"),
        (lambda: _indikator(aturan_capaian=ANY), "wrong-type", "$.aturan_capaian"),
        (lambda: _indikator(aturan_capaian=_NoRule()), "wrong-type", "$.aturan_capaian"),
        (lambda: _indikator(penggabungan="A + B"), "wrong-type", "$.penggabungan"),
        (lambda: _indikator(penggabungan=RealisasiPerTarget()), "wrong-type", "$.penggabungan"),
        (lambda: _indikator(penjelasan=(Penjelasan(), ANY)), "wrong-type", "$.penjelasan[1]"),
        (
            lambda: _indikator(penjelasan=(Penjelasan(kode="S1.1.a"), Penjelasan())),
            "missing-kode",
            "$.penjelasan[1].kode",
        ),
        (lambda: _indikator(kode_referensi=" "), "bad-kode", "$.kode_referensi"),
        (lambda: _indikator(iku_kota=ANY), "wrong-type", "$.iku_kota"),
        (lambda: Penjelasan(formula=cast("Any", Persentase)), "wrong-type", "$.formula"),
        (lambda: Penjelasan(formula=cast("Any", _NoRule())), "wrong-type", "$.formula"),
        (lambda: Penjelasan(alasan=""), "empty-text", "$.alasan"),
        (lambda: Penjelasan(dasar_hukum=(ANY,)), "wrong-type", "$.dasar_hukum[0]"),
        (lambda: Tautan(uraian="u", dokumen=""), "bad-kode", "$.dokumen"),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the field that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES


def test_a_formula_of_another_system_is_one_when_it_has_the_members() -> None:
    """No base class is asked for."""

    class Plugin:
        tipe = "vendor:slug/1"
        variables = ("A",)

        def lower(self) -> object:
            return Ekspresi(teks="A").lower()

    made: Any = Plugin()
    assert Penjelasan(formula=made).formula is made
