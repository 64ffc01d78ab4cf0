"""The review sheet: each source cell beside what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from iku.domain import Temuan, TingkatTemuan
from iku.errors import IkuError
from iku.reading import Bacaan, read_text
from iku.rendering import render_review
from iku.rendering.html import escape_html

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "INDIKATOR KINERJA UTAMA\nPEMERINTAH KOTA MAJU\nDINAS KESEHATAN\nTAHUN 2024\n\n"
    "VERSI: Perubahan\nMISI: Merata\nIKU: Satu\n\n"
    "Sasaran\tIndikator\tKode\tSatuan\tPolaritas\tDasar Hukum\tAlasan\tFormulasi"
    "\tPenanggung Jawab\tSumber Data\tIKU Kota\tFrekuensi\tBaseline 2023\tTarget Renstra 2024"
    "\tTarget PK 2024\tRealisasi 2024\tPagu 2024\tKondisi Akhir\tLain\n"
    "VISI: Maju\t\n"
    "MISI 1: Warga sehat\t\n"
    "Sasaran <satu>\tPersentase desa sehat\tK1\t%\tMax\tUU No. 25 Tahun 1992\tPenting"
    "\tdesa sehat / jumlah desa x 100%\tBidang Satu\tBPS\tIndeks Kota\tTahunan\t5\t80,00"
    "\tB\u2192BB\t78*\tRp1.000.000\t90\tx | y\n"
    "\tNilai SAKIP\tK2\tnilai\t\t\t\tHasil survei\n"
    "\tRata-rata\tK3\torang\t\t\t\tjumlah sekolah dan guru\n"
    "\tUsul\tK4\torang\n"
    "Catatan: x\t\n"
)


@pytest.fixture(name="bacaan")
def _bacaan() -> Bacaan:
    return read_text(TEXT, berkas="contoh.txt")


class TestSheet:
    """What an official compares with the source."""

    @pytest.mark.parametrize("language", ["id", "en"])
    @pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("html", "html")])
    def test_snapshot(
        self, bacaan: Bacaan, form: str, ending: str, language: str,
        matches_snapshot: Callable[[str, str], bool],
    ) -> None:  # fmt: skip
        """Every kind of field, marked where a finding speaks of it."""
        drawn = render_review(bacaan, format=form, language=language)  # type: ignore[arg-type]

        assert matches_snapshot(f"periksa.{language}.{ending}", drawn)

    def test_text(self, bacaan: Bacaan) -> None:
        """In a terminal it is as wide as the terminal."""
        drawn = render_review(bacaan, format="text", width=120)

        assert "Lembar Periksa" in drawn
        assert "80,00" in drawn

    def test_findings_stand_beside_their_cells(self, bacaan: Bacaan) -> None:
        """Each once; those that speak of no cell that was read stand below."""
        drawn = render_review(bacaan)

        assert all(drawn.count(escape_html(one.pesan)) == 1 for one in bacaan.temuan)
        assert drawn.index("IKU-B039") < drawn.index("Temuan lain") < drawn.index("IKU-B042")

    def test_what_was_read(self, bacaan: Bacaan) -> None:
        """The formula that a sentence has, or that it has none."""
        drawn = render_review(bacaan, format="markdown")

        assert "desa sehat / jumlah desa × 100%" in drawn
        assert "tidak dipasang" in drawn

    def test_the_document_itself(self) -> None:
        """Title, kind, agency, government, period and edition, each beside its line."""
        drawn = render_review(read_text(TEXT), format="markdown")
        rows = [line.split(" | ")[1:5] for line in drawn.splitlines() if "baris" in line]

        assert rows[:8] == [
            ["tabel 1, baris 1, kolom 1", "INDIKATOR KINERJA UTAMA", "Judul", "sama"],
            ["tabel 1, baris 1, kolom 1", "INDIKATOR KINERJA UTAMA", "Jenis Dokumen", "IKU"],
            [
                "tabel 1, baris 2, kolom 1", "PEMERINTAH KOTA MAJU",
                "Pemerintah Daerah", "KOTA MAJU",
            ],
            ["tabel 1, baris 3, kolom 1", "DINAS KESEHATAN", "Perangkat Daerah", "sama"],
            ["tabel 1, baris 4, kolom 1", "TAHUN 2024", "Periode", "2024"],
            ["tabel 1, baris 6, kolom 1", "VERSI: Perubahan", "Versi", "Perubahan"],
            ["tabel 1, baris 7, kolom 1", "MISI: Merata", "Misi", "Merata"],
            ["tabel 1, baris 8, kolom 1", "IKU: Satu", "Tambahan", "disimpan tanpa diolah"],
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("lines", "row"),
        [
            ("PEMERINTAH KOTA MAJU", ["Pemerintah Daerah", "disimpan tanpa diolah"]),
            ("OPD: Dinas Kesehatan Kota Maju", ["Perangkat Daerah", "Dinas Kesehatan"]),
            ("Periode: 2024", ["Periode", "2024"]),
        ],
    )
    def test_other_lines_above(self, lines: str, row: list[str]) -> None:
        """Labels, and a government whose own document it is."""
        bacaan = read_text(f"INDIKATOR KINERJA UTAMA\n{lines}\n\nSasaran\tIndikator\nA\tB\n")
        drawn = render_review(bacaan, format="markdown")

        assert [line.split(" | ")[3:5] for line in drawn.splitlines() if lines in line] == [row]

    def test_nothing_was_read(self) -> None:
        """A file without tables has findings."""
        drawn = render_review(read_text("hanya teks\n"))

        assert "IKU-B001" in drawn
        assert "Rumus terpasang" in drawn

    def test_without_findings_about_places(self) -> None:
        """A Bacaan that is built by hand may have neither places nor cells."""
        temuan = Temuan(kode="X1", tingkat=TingkatTemuan.INFORMASI, pesan="Pesan.")
        dokumen = read_text(TEXT).dokumen

        assert "X1" in render_review(Bacaan(dokumen=dokumen, temuan=(temuan,)), format="markdown")
        assert "Temuan lain" not in render_review(Bacaan(dokumen=dokumen), format="markdown")


class TestRefusals:
    """What is no Bacaan has no sheet."""

    def test_type(self) -> None:
        """A document is drawn by render."""
        with pytest.raises(IkuError) as caught:
            render_review(cast("Bacaan", "x"))

        assert caught.value.code == "wrong-type"

    @pytest.mark.parametrize("wrong", [{"format": "pdf"}, {"language": "fr"}, {"width": 1}])
    def test_choices(self, bacaan: Bacaan, wrong: dict[str, str]) -> None:
        """As for render."""
        with pytest.raises(IkuError) as caught:
            render_review(bacaan, **wrong)  # type: ignore[arg-type]

        assert caught.value.code == "bad-choice"
