"""Whose document it is, where the title says it."""

from __future__ import annotations

import pytest

from iku.domain import Dokumen, Pemda, PerangkatDaerah, Periode
from iku.reading import Bacaan, read_text

TABLE = "No\tSasaran\tIndikator\tSatuan\tFormulasi\tTarget 2024\nA\tB\tC\t%\tx\t1\n"


def _read(above: str) -> Bacaan:
    return read_text(f"{above}\n\n{TABLE}\n")


def _one(bacaan: Bacaan) -> Dokumen:
    (dokumen,) = bacaan.dokumen
    return dokumen


def _owner(above: str) -> tuple[str | None, str | None]:
    dokumen = _one(_read(above))
    agency = dokumen.perangkat_daerah
    if agency is None:
        return None, str(dokumen.tambahan["x-pemda"]) if dokumen.tambahan else None
    return agency.nama, agency.pemda.nama if agency.pemda else None


class TestInTheTitle:
    """The agency stands behind the words of the title."""

    @pytest.mark.parametrize(
        ("title", "owner"),
        [
            (
                "INDIKATOR KINERJA UTAMA DINAS KESEHATAN KOTA X TAHUN 2021-2026",
                ("DINAS KESEHATAN", "KOTA X"),
            ),
            ("IKU PADA DINAS KESEHATAN KABUPATEN X", ("DINAS KESEHATAN", "KABUPATEN X")),
            (
                "INDIKATOR KINERJA UTAMA (IKU) TINGKAT KECAMATAN Y KAB. X",
                ("KECAMATAN Y", "KAB. X"),
            ),
            (
                "IKU DINAS SOSIAL DI LINGKUNGAN PEMERINTAH KABUPATEN X TAHUN 2024",
                ("DINAS SOSIAL", "KABUPATEN X"),
            ),
            (
                "PERJANJIAN KINERJA KEPALA BIDANG GIZI DINAS KESEHATAN KOTA X TAHUN ANGGARAN 2024",
                ("DINAS KESEHATAN", "KOTA X"),
            ),
            ("PERJANJIAN KINERJA KEPALA BIDANG GIZI", (None, None)),
            ("PERJANJIAN KINERJA TAHUN 2024 DINAS KESEHATAN", ("DINAS KESEHATAN", None)),
            ("RENSTRA RSUD dr. Y KOTA X 2021-2026", (None, None)),
            ("RENSTRA RSUD Dr. Y KOTA X 2021-2026", ("RSUD Dr. Y", "KOTA X")),
            ("IKU PENGADILAN NEGERI X", ("PENGADILAN NEGERI X", None)),
            ("INDIKATOR KINERJA UTAMA INSPEKTORAT", ("INSPEKTORAT", None)),
            ("INDIKATOR KINERJA DINAS", (None, None)),
            ("INDIKATOR KINERJA BADAN USAHA MILIK DAERAH", (None, None)),
            ("Indikator kinerja dinas yang baik", (None, None)),
            ("Tabel 2.1 Indikator Kinerja Utama Dinas Kesehatan", ("Dinas Kesehatan", None)),
            ("Indikator kinerja Dinas Kesehatan adalah:", (None, None)),
        ],
    )
    def test_agency(self, title: str, owner: tuple[str | None, str | None]) -> None:
        """With its government; the title stays whole."""
        assert _owner(title) == owner
        assert _one(_read(title)).judul == title

    def test_government(self) -> None:
        """Its own document has no agency."""
        for title in ("IKU TINGKAT KOTA X", "IKU DI LINGKUNGAN PEMERINTAH KOTA X TAHUN 2024"):
            assert _owner(title) == (None, "KOTA X")

    def test_a_line_of_its_own(self) -> None:
        """It says whose the document is, whatever the title names."""
        assert _owner("IKU DINAS A\nDINAS B") == ("DINAS B", None)
        assert _owner("IKU PEMERINTAH KOTA X\nKABUPATEN Y") == (None, "KABUPATEN Y")
        assert _owner("IKU DINAS A\nKOTA X") == ("DINAS A", "KOTA X")

    def test_a_chapter_above(self) -> None:
        """The nearest title that names one."""
        above = "LAPORAN KINERJA DINAS A TAHUN 2023\n\nBAB II\n\nTabel 2.1 Target"

        assert _owner(above) == ("DINAS A", None)

    @pytest.mark.parametrize("line", ["\n", "\n\n"])
    def test_broken_lines(self, line: str) -> None:
        """A name that breaks off inside goes on below."""
        title = line.join(("IKU DINAS PEKERJAAN", "DAN PENATAAN RUANG", "KOTA X TAHUN", "2024"))
        dokumen = _one(_read(title))

        assert dokumen.judul == "IKU DINAS PEKERJAAN DAN PENATAAN RUANG"
        assert dokumen.perangkat_daerah == PerangkatDaerah(
            nama="DINAS PEKERJAAN DAN PENATAAN RUANG", pemda=Pemda(nama="KOTA X")
        )
        assert dokumen.periode == Periode.tahunan(2024)

    def test_a_broken_agency(self) -> None:
        """Its own lines are one name too."""
        bacaan = _read("DINAS PEKERJAAN UMUM DAN\nPENATAAN RUANG\nKOTA X\nINDIKATOR KINERJA UTAMA")
        agency = _one(bacaan).perangkat_daerah

        assert agency is not None
        assert agency.nama == "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG"
        assert bacaan.temuan == ()

    def test_unread_lines_are_listed_as_they_are(self) -> None:
        """A second agency in two lines is two lines that are not read."""
        (temuan,) = _read("IKU\nDINAS A\nDINAS B DAN\nC").temuan

        assert temuan.pesan == '2 baris tidak dibaca: "DINAS B DAN", "C".'


class TestPeriod:
    """What period the title says."""

    @pytest.mark.parametrize(
        "title",
        ["IKU TAHUN ANGGARAN 2024", "IKU\nTAHUN ANGGARAN 2024", "IKU T.A. 2024", "IKU\nTA 2024"],
    )
    def test_budget_year(self, title: str) -> None:
        """A budget year is a year."""
        bacaan = _read(title)

        assert _one(bacaan).periode == Periode.tahunan(2024)
        assert bacaan.temuan == ()

    @pytest.mark.parametrize(
        "title",
        [
            "IKU\nPeriode Th. 2021 s/d 2026", "IKU\nTAHUN 2021 s.d. 2026",
            "IKU TAHUN 2021 SAMPAI DENGAN 2026", "IKU PERIODE 2021 sd 2026", "IKU\nTh. 2021-2026",
        ],
    )  # fmt: skip
    def test_span(self, title: str) -> None:
        """A span is written with signs or in words."""
        bacaan = _read(title)

        assert _one(bacaan).periode == Periode.rentang(2021, 2026)
        assert bacaan.temuan == ()
