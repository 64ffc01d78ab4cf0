"""What was computed has a picture: a sentence alone, a table of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import pytest

import iku
from iku.angka import Angka
from iku.domain import (
    Dokumen,
    Indikator,
    JenisDokumen,
    Kondisi,
    Konsolidasi,
    Periode,
    Realisasi,
    Satuan,
    Target,
)
from iku.formula import Persentase, evaluate, evaluate_formulas
from iku.regulations import SKALA_PERMENDAGRI
from iku.rendering import render, render_html
from iku.scoring import (
    RealisasiPerTarget,
    aggregate,
    compute_capaian,
    compute_capaian_dokumen,
    compute_capaian_indikator,
    compute_jarak,
    compute_kemajuan,
    compute_konsolidasi,
    compute_perubahan,
    grade,
)

if TYPE_CHECKING:
    from iku.rendering.outcomes import Outcome, Single

TAHUN: Final = Periode.tahunan(2023)
TW1: Final = Periode.triwulan_ke(2023, 1)
NORMAL: Final = RealisasiPerTarget()
BAIK: Final = Indikator(
    kode="S1.1",
    nama="Koperasi <baik>",
    satuan=Satuan("%"),
    konsolidasi=Konsolidasi.JUMLAH,
    target=(Target(periode=TAHUN, nilai=Angka("90")),),
    realisasi=(Realisasi(periode=TW1, nilai=Angka("100")),),
    kondisi_akhir=Kondisi(nilai=Angka("95"), periode=Periode.tahunan(2025)),
)
IKM: Final = Indikator(kode="S1.2", nama="IKM")
DOKUMEN: Final = Dokumen(
    jenis=JenisDokumen.LKJIP, judul="LKjIP", indikator=(BAIK, IKM), aturan_capaian=NORMAL
)
PERSEN: Final = Persentase(pembilang="A", penyebut="B")
ALONE: Final[tuple[Single, ...]] = (
    evaluate(PERSEN, {"A": 1, "B": 3}),
    compute_capaian(3, 1, rule=NORMAL),
    compute_capaian(0, 1, rule=NORMAL),
    compute_capaian_indikator(BAIK, periode=TAHUN),
    compute_konsolidasi(BAIK.realisasi, periode=TAHUN, konsolidasi="jumlah"),
    grade(Angka("85.24"), SKALA_PERMENDAGRI.isi),
    aggregate({"S1.1": 150, "S1.2": None}),
    compute_perubahan(55, 50, satuan=Satuan("%")),
    compute_kemajuan(BAIK, periode=TW1, rule=NORMAL),
    compute_jarak(BAIK, periode=TAHUN),
)


class TestOne:
    """One value is drawn as the sentence that tells how it came about."""

    @pytest.mark.parametrize("value", ALONE, ids=lambda value: type(value).__name__)
    def test_sentence(self, value: Single) -> None:
        """In every form, and in a notebook."""
        assert render(value, width=1000).strip() == value.explain()
        assert render(value, width=1000, language="en").strip() == value.explain("en")
        assert value._repr_html_() == render(value, format="html")
        assert value._repr_html_() == render_html(value)

    def test_at_the_front_door(self) -> None:
        """Where notebooks look for it."""
        assert iku.render(compute_capaian(4, 3, rule=NORMAL)) == "3 / 4 × 100% = 75%\n"


class TestTable:
    """Many are drawn as a table, a line for each."""

    def test_capaian(self) -> None:
        """Target, realisasi, capaian, and the sentence, which says why there is none."""
        capaian = compute_capaian_dokumen(DOKUMEN, TAHUN)
        lines = render(capaian, format="markdown").splitlines()

        assert [each.strip() for each in lines[0].strip("|").split("|")] == [
            *("Kode", "Indikator Kinerja Utama", "Target", "Realisasi", "Capaian", "Perhitungan"),
        ]
        assert "| 90 | 100 | 111,11% | 100 / 90 × 100% = 111,11%; realisasi: 100%" in lines[2]
        assert "data target dan realisasi tidak tersedia" in lines[3]
        assert "Koperasi &#60;baik&#62;" in capaian._repr_html_()
        assert "Achievement" in render(capaian, language="en")

    def test_without_a_rule(self) -> None:
        """The values stand there all the same."""
        indikator = Indikator(kode="A", nama="A", target=BAIK.target)
        dokumen = Dokumen(jenis=JenisDokumen.LKJIP, judul="A", indikator=(indikator,))
        text = render(compute_capaian_dokumen(dokumen, TAHUN), format="markdown")

        assert "| 90 |  |  | aturan capaian tidak disebutkan |" in text

    def test_hasil(self) -> None:
        """Values with their unit, and reasons."""
        other = Persentase(pembilang="A", penyebut="C")
        hasil = evaluate_formulas({"X": PERSEN, "Y": other}, {"A": 1, "B": 3, "C": 0})
        lines = render(hasil, format="markdown").splitlines()

        assert "| X | 33,33% | 1 / 3 × 100% = 33,33% |" in lines[2]
        assert "pembagi C bernilai nol" in lines[3]
        assert hasil._repr_html_() == render(hasil, format="html")

    def test_very_long(self) -> None:
        """A notebook shows the beginning and says how much is left."""
        many = tuple(Indikator(kode=f"A{number}", nama="A") for number in range(501))
        dokumen = Dokumen(jenis=JenisDokumen.LKJIP, judul="A", indikator=many)
        capaian = compute_capaian_dokumen(dokumen, TAHUN)

        assert "dan 1 baris lagi" in capaian._repr_html_()
        assert "baris lagi" not in render(capaian)

    def test_nothing_else(self) -> None:
        """A value without a picture is refused."""
        with pytest.raises(iku.IkuError) as caught:
            render(cast("Outcome", NORMAL))

        assert caught.value.code == "wrong-type"
