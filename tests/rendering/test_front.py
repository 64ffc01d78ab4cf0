"""What is drawn, in which form, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NoReturn

import pytest

from iku import IkuError
from iku.angka import Angka
from iku.domain import (
    Asal,
    Dokumen,
    Indikator,
    JenisDokumen,
    Konsolidasi,
    Pagu,
    Penandatangan,
    Penjelasan,
    PerangkatDaerah,
    Periode,
    Realisasi,
    Sasaran,
    Temuan,
    TingkatTemuan,
    Tujuan,
    parse_dasar_hukum,
)
from iku.formula import parse_formula
from iku.reading import Bacaan
from iku.rendering import render, render_html

if TYPE_CHECKING:
    from collections.abc import Callable

ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}


class TestSnapshots:
    """The pictures themselves, as files to look at."""

    @pytest.mark.parametrize("language", ["id", "en"])
    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    @pytest.mark.parametrize("name", ["tabel_iku", "matriks", "penuh"])
    def test_picture(
        self,
        name: str,
        form: Literal["text", "markdown", "html"],
        language: Literal["id", "en"],
        request: pytest.FixtureRequest,
        matches_snapshot: Callable[[str, str], bool],
    ) -> None:
        """Each layout in each form and language."""
        value: Dokumen | Indikator = request.getfixturevalue(name)

        assert matches_snapshot(
            f"{name}.{language}.{ENDINGS[form]}", render(value, format=form, language=language)
        )


class TestChoiceOfTables:
    """The matrix for a Tujuan or a link to IKU Kota, the IKU table for what it cannot show."""

    def draw(self, dokumen: Dokumen) -> tuple[bool, bool]:
        """Tell whether the matrix and the IKU table are drawn."""
        drawn = render(dokumen, format="markdown")
        return "| Tujuan |" in drawn, "| No |" in drawn

    def test_iku_table(self, tabel_iku: Dokumen) -> None:
        """No goal and no link: the IKU table alone, without a heading of its own."""
        assert self.draw(tabel_iku) == (False, True)
        assert "## " not in render(tabel_iku, format="markdown")

    def test_matrix(self, matriks: Dokumen) -> None:
        """A goal: the matrix alone, while nothing is explained."""
        assert self.draw(matriks) == (True, False)

    def test_link_is_enough(self, matriks: Dokumen) -> None:
        """A link to IKU Kota makes a matrix without any goal."""
        without = Dokumen(jenis=JenisDokumen.IKU, judul="IKU", sasaran=matriks.sasaran)

        assert self.draw(without) == (True, False)

    def test_both(self, matriks: Dokumen) -> None:
        """A reason, a responsible unit or a source has no column in the matrix."""
        law = (parse_dasar_hukum("UU Nomor 25 Tahun 1992"),)
        explained = matriks.replace("S1.2", penjelasan=(Penjelasan(dasar_hukum=law),))

        assert self.draw(explained) == (True, True)
        assert "## Matriks Indikator Kinerja Utama" in render(explained, format="markdown")
        assert "UU Nomor 25 Tahun 1992" in render(explained, format="markdown")

    def test_targets_stand_once(self, matriks: Dokumen) -> None:
        """Beside a matrix the IKU table does not repeat them."""
        explained = matriks.replace("S1.2", penjelasan=(Penjelasan(alasan="Renstra"),))

        assert render(explained, format="markdown").count("Target: 2019") == 1

    def test_sasaran_below_its_tujuan(self) -> None:
        """The goal reaches over its own indicators and over its objectives."""
        sasaran = tuple(
            Sasaran(
                kode=f"S{number}",
                uraian=f"Sasaran {number}",
                indikator=(Indikator(kode=f"S{number}.1", nama=f"Indeks {number}"),),
            )
            for number in (1, 2)
        )
        own = (Indikator(kode="T1.1", nama="Indeks tujuan"),)
        dokumen = Dokumen(
            jenis=JenisDokumen.RENSTRA,
            judul="Renstra",
            tujuan=(
                Tujuan(kode="T1", uraian="Tujuan 1", indikator=own, sasaran=sasaran[:1]),
                Tujuan(kode="T2", uraian="Tujuan 2", sasaran=sasaran[1:]),
            ),
        )

        assert render(dokumen, format="markdown").split("\n")[4:] == [
            "| Tujuan 1 | Indeks tujuan |  |  |  |  |",
            "|  |  | Sasaran 1 | Indeks 1 |  |  |",
            "| Tujuan 2 |  | Sasaran 2 | Indeks 2 |  |  |",
            "",
        ]
        assert '<td rowspan="2"' in render(dokumen, format="html")

    def test_empty_document(self) -> None:
        """A document without indicators is a heading with an empty table."""
        assert render(Dokumen(jenis=JenisDokumen.IKU, judul="IKU"), format="markdown") == (
            "# IKU\n\n| No | Sasaran | Indikator Kinerja Utama | Penjelasan: Satuan "
            "| Penjelasan: Alasan | Penjelasan: Formulasi/Cara Pengukuran "
            "| Penjelasan: Penanggung Jawab | Penjelasan: Sumber Data |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        )

    def test_a_dash_is_explained(self, matriks: Dokumen, tabel_iku: Dokumen) -> None:
        """Only where one stands."""
        assert "tidak dicantumkan dalam dokumen" in render(matriks)
        assert "tidak dicantumkan dalam dokumen" not in render(tabel_iku)


class TestDokumen:
    """What stands around the tables."""

    def test_span_and_signatory(self) -> None:
        """The period of the plan, and who signed it with which rank."""
        dokumen = Dokumen(
            jenis=JenisDokumen.RENSTRA,
            judul="Renstra",
            perangkat_daerah=PerangkatDaerah(nama="DINAS CONTOH"),
            periode=Periode.rentang(2019, 2023),
            penandatangan=Penandatangan(nama="NAMA PEJABAT", pangkat="Pembina"),
        )

        drawn = render(dokumen, format="markdown")

        assert "- **Periode:** 2019–2023\n" in drawn
        assert "- **Penandatangan:** NAMA PEJABAT\n- **Pangkat:** Pembina\n" in drawn


class TestIndikator:
    """The picture of one indicator."""

    def test_everything_that_it_can_say(self) -> None:
        """Also what the snapshots do not have."""
        indikator = Indikator(
            kode="I1",
            nama="Indeks",
            konsolidasi=Konsolidasi.RATA_RATA,
            penjelasan=(Penjelasan(kode="I1.a", nama="Koperasi"), Penjelasan(kode="I1.b")),
            penggabungan=parse_formula("(`I1.a` + `I1.b`) / 2"),
            pagu=(
                Pagu(periode=Periode.tahunan(2023), nilai=Angka("68039725057")),
                Pagu(periode=Periode.tahunan(2023), nilai=Angka("1")),
            ),
            realisasi=(Realisasi(periode=Periode.tahunan(2022), nilai=Angka("3.05")),),
        )

        assert render(indikator, format="markdown") == (
            "## Indeks\n\n"
            "- **Kode:** I1\n"
            "- **Konsolidasi:** Rata-rata\n"
            "- **Penggabungan:** (I1.a + I1.b) / 2\n\n"
            "| Kode | Penjelasan | Satuan | Alasan | Formulasi/Cara Pengukuran "
            "| Penanggung Jawab | Sumber Data |\n"
            "| --- | --- | --- | --- | --- | --- | --- |\n"
            "| I1.a | Koperasi |  |  |  |  |  |\n"
            "| I1.b |  |  |  |  |  |  |\n\n"
            "| Periode | Realisasi | Pagu (Rp) |\n"
            "| --- | ---: | ---: |\n"
            "| 2022 | 3,05 |  |\n"
            "| 2023 |  | 68.039.725.057<br>1 |\n"
        )


FINDING = Temuan(
    kode="IKU-B004",
    tingkat=TingkatTemuan.PERINGATAN,
    pesan="Visi dicantumkan tanpa isi.",
    saran="Isi menurut dokumen perencanaan.",
    subjek="S1",
    asal=Asal(halaman=1, tabel=2, baris=26, kolom=3),
)
BARE = Temuan(kode="IKU-B001", tingkat=TingkatTemuan.KESALAHAN, pesan="Tidak ada tabel.")
TABLE = (
    "| Kode | Tingkat | Tempat | Temuan |\n"
    "| --- | --- | --- | --- |\n"
    "| IKU-B004 | Peringatan | S1<br>halaman 1, tabel 2, baris 26, kolom 3 "
    "| Visi dicantumkan tanpa isi.<br>Saran: Isi menurut dokumen perencanaan. |\n"
)


class TestTemuan:
    """Findings are drawn as a list."""

    @pytest.mark.parametrize("value", [FINDING, (FINDING,), [FINDING]])
    def test_one(self, value: Temuan | tuple[Temuan, ...]) -> None:
        """With the place, outermost first."""
        assert render(value, format="markdown") == TABLE

    def test_a_bare_one(self) -> None:
        """Without place and advice."""
        assert render((FINDING, BARE), format="markdown") == (
            TABLE + "| IKU-B001 | Kesalahan |  | Tidak ada tabel. |\n"
        )

    def test_none(self) -> None:
        """No findings is said."""
        assert render(()) == "Tidak ada temuan.\n"
        assert render((), language="en") == "No findings.\n"


class TestBacaan:
    """What was read from a file: documents, then findings."""

    def test_it(self, tabel_iku: Dokumen, matriks: Dokumen) -> None:
        """Each drawn as by itself."""
        bacaan = Bacaan(dokumen=(tabel_iku, matriks), temuan=(FINDING,), berkas="contoh.txt")

        assert render(bacaan, format="markdown") == "\n".join(
            (
                render(tabel_iku, format="markdown"),
                render(matriks, format="markdown"),
                f"# Temuan\n\n{TABLE}",
            )
        )


class TestNotebook:
    """A notebook shows the HTML."""

    def test_document_and_indicator(self, tabel_iku: Dokumen, penuh: Indikator) -> None:
        """Through the method that notebooks look for."""
        assert tabel_iku._repr_html_() == render(tabel_iku, format="html")
        assert penuh._repr_html_() == render_html(penuh)
        bacaan = Bacaan(dokumen=(tabel_iku,), temuan=(FINDING,))
        assert bacaan._repr_html_() == render_html(bacaan)

    def test_a_very_long_document(self) -> None:
        """The beginning, and how much is left; `render` draws it all."""
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=tuple(Indikator(kode=f"I{n}", nama=f"Indeks {n}") for n in range(502)),
        )
        shown = dokumen._repr_html_()

        assert "Indeks 499" in shown
        assert "Indeks 500" not in shown
        assert "<p>… dan 2 baris lagi; iku.render menggambar semuanya.</p>" in shown
        assert "Indeks 501" in render(dokumen, format="html")


class _Failing:
    """A formula of a plug-in whose lowering fails."""

    tipe: ClassVar[str] = "contoh:gagal/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ()

    def lower(self) -> NoReturn:
        raise RuntimeError


class TestPlugins:
    """One broken plug-in does not spoil the page."""

    def test_the_rest_is_drawn(self) -> None:
        """In place of its formula stands that it failed."""
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=(
                Indikator(kode="A", nama="Rusak", penjelasan=(Penjelasan(formula=_Failing()),)),
                Indikator(
                    kode="B", nama="Sehat", penjelasan=(Penjelasan(formula=parse_formula("1 + 2")),)
                ),
            ),
        )
        drawn = render(dokumen, format="html")

        assert "contoh:gagal/1" in drawn
        assert "1 + 2" in drawn


class TestRefusals:
    """What cannot be drawn."""

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            (Sasaran(kode="S1", uraian="x"), "a value of type Sasaran"),
            ([FINDING, "x"], "a value of type list"),
            (None, "None"),
        ],
    )
    def test_a_value_without_picture(self, value: object, found: str) -> None:
        """It is named."""
        with pytest.raises(IkuError) as caught:
            render(value)  # type: ignore[arg-type]  # what a careless caller does

        assert caught.value.code == "wrong-type"
        assert caught.value.path == "$"
        assert caught.value.found == found

    @pytest.mark.parametrize(
        ("options", "found"),
        [
            ({"format": "pdf"}, "format 'pdf'"),
            ({"language": "jv"}, "language 'jv'"),
            ({"width": 19}, "width 19"),
            ({"width": 1001}, "width 1001"),
            ({"width": True}, "width True"),
        ],
    )
    def test_an_unknown_option(self, options: dict[str, object], found: str) -> None:
        """The choices are named."""
        with pytest.raises(IkuError) as caught:
            render((), **options)  # type: ignore[arg-type]  # what a careless caller does

        assert caught.value.code == "bad-choice"
        assert caught.value.found.replace('"', "'") == found
