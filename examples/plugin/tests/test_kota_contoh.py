"""The formulas keep to what iku expects, and give the right numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from kota_contoh import NilaiTengah, RasioKetergantungan

import iku
from iku.testing import check_formula

KETERGANTUNGAN = RasioKetergantungan(muda="MUDA", produktif="PRODUKTIF", tua="TUA")
TENGAH = NilaiTengah(suku=("A", "B", "C", "D"))


def test_rasio_ketergantungan_conforms() -> None:
    """All that every formula has to do, and how its value moves."""
    check_formula(RasioKetergantungan, increasing=["muda", "tua"], decreasing=["produktif"])


def test_nilai_tengah_conforms() -> None:
    """A formula without tree is held to the same."""
    check_formula(NilaiTengah, increasing=["suku"])


def test_entry_points() -> None:
    """Installed, they are found by their tags."""
    assert iku.registry.find("kota-contoh:rasio-ketergantungan/1") is RasioKetergantungan
    assert iku.registry.find("kota-contoh:nilai-tengah/1") is NilaiTengah


def test_rasio_ketergantungan() -> None:
    """A worked example."""
    hasil = iku.evaluate(KETERGANTUNGAN, {"MUDA": 260, "PRODUKTIF": 690, "TUA": 50})

    assert hasil.trace == "(260 + 50) / 690 × 100 = 44,93"


@pytest.mark.parametrize(
    ("d", "value"), [(100, Fraction(5, 2)), (0, Fraction(3, 2)), (2, Fraction(2))]
)
def test_nilai_tengah(d: int, value: Fraction) -> None:
    """Of an even number of values it is the mean of the two in the middle."""
    assert iku.evaluate(TENGAH, {"A": 1, "B": 2, "C": 3, "D": d}).eksak == value


def test_mathematics() -> None:
    """A tree is drawn; a formula without one says why there is nothing to draw."""
    assert iku.render_formula(KETERGANTUNGAN, style="latex") == (
        r"\frac{\text{MUDA} + \text{TUA}}{\text{PRODUKTIF}} \times 100"
    )
    assert "plug-in" in iku.render_formula(TENGAH, style="mathml")


def test_document() -> None:
    """They travel in documents and are computed there."""
    angka = {"A": "3", "B": "1", "C": "2", "D": "9"}
    dokumen = iku.Dokumen(
        jenis=iku.JenisDokumen.IKU,
        judul="IKU Kota Contoh",
        indikator=(
            iku.Indikator(
                kode="I1", nama="Nilai tengah", penjelasan=(iku.Penjelasan(formula=TENGAH),)
            ),
        ),
        variabel=tuple(iku.Variabel(kode=kode, nama=kode) for kode in angka),
        data=tuple(
            iku.Data(variabel=kode, periode=iku.Periode.tahunan(2024), nilai=iku.Angka(nilai))
            for kode, nilai in angka.items()
        ),
    )
    read = iku.loads(iku.dumps(dokumen))

    assert read == dokumen
    assert iku.evaluate_dokumen(read, iku.Periode.tahunan(2024))["I1"].eksak == Fraction(5, 2)
