"""Tables of several levels and of changed plans, written once for every kind of file."""

from __future__ import annotations

from typing import Final

from tests.reading.layouts import Layout, Sel

_PK: Final = ("PERJANJIAN KINERJA DINAS PERTANIAN KABUPATEN ANYAR TAHUN 2024",)

PLANS: Final[dict[str, Layout]] = {
    "program": Layout(
        title=_PK,
        header=(("No", "Sasaran Program", "Indikator Kinerja Program", "Satuan", "Target"),),
        rows=(
            (Sel("1", 2), Sel("Padi cukup", 2), "Produksi padi", "ton", "80"),
            ("Produksi jagung", "ton", "90"),
        ),
    ),
    "cascade": Layout(
        title=_PK,
        header=(("Sasaran Strategis", "Sasaran Program", "Indikator Kinerja", "Satuan", "Target"),),
        rows=(
            (Sel("Pangan cukup", 2), "Padi cukup", "Produksi padi", "ton", "80"),
            ("Jagung cukup", "Produksi jagung", "ton", "90"),
        ),
    ),
    "two levels": Layout(
        title=_PK,
        header=(
            (
                "Sasaran Strategis",
                "IKU",
                "Target",
                "Program",
                "Indikator Program",
                "Target",
                "Anggaran",
            ),
        ),
        rows=(
            (
                Sel("Pangan cukup", 2),
                Sel("Indeks pangan", 2),
                Sel("75,5", 2),
                "Padi",
                "Produksi",
                "8",
                "1.000",
            ),
            ("Jagung", "Panen", "9", "2.000"),
        ),
    ),
    "listed": Layout(
        title=_PK,
        header=(("No", "Sasaran", "Indikator", "Satuan", "Target", "Penanggung Jawab"),),
        rows=(
            (
                "1",
                "Padi cukup",
                "a. Produksi padi\nb. Luas sawah",
                "ton\nha",
                "80\n90,5",
                "Bidang Padi",
            ),
            ("2", "Ikan cukup", "Produksi ikan", "ton", "7", "Bidang Ikan"),
        ),
    ),
    "changed": Layout(
        title=_PK,
        header=(
            (Sel("Sasaran", 2), Sel("Indikator", 2), Sel("Satuan", 2), Sel("Target", 1, 2)),
            ("Semula", "Menjadi"),
        ),
        rows=(
            ("Padi cukup", "Produksi padi", "ton", "60.000", "62.500"),
            ("Ikan cukup", "Produksi ikan", "ton", "32,5", "33,1"),
        ),
    ),
    "numbered": Layout(
        title=("LAPORAN KINERJA DINAS PERTANIAN KABUPATEN ANYAR TAHUN 2024",),
        header=(
            ("No", "Sasaran", Sel("Indikator", 1, 2), "Satuan", "Target", "Realisasi", "Capaian"),
            (Sel("1"), "2", Sel("3", 1, 2), "4", "5", "6", "7=6/5x100%"),
        ),
        rows=(
            (Sel("1", 2), Sel("Padi cukup", 2), "1.", "Produksi padi", "ton", "80", "40", "50"),
            ("2.", "Produksi jagung", "ton", "90", "45", "50"),
        ),
    ),
    "T-C.25": Layout(
        title=("RENCANA STRATEGIS DINAS PERTANIAN KABUPATEN ANYAR TAHUN 2019-2024",),
        header=(
            (
                Sel("Tujuan", 3),
                Sel("Sasaran", 3),
                Sel("Indikator Tujuan/Sasaran", 3),
                Sel("Satuan", 3),
                Sel("Kondisi Awal"),
                Sel("TARGET KINERJA TUJUAN/SASARAN PADA TAHUN KE-", 1, 2),
                Sel("Kondisi Akhir", 1, 2),
            ),
            (Sel("2019", 2), "1", "2", Sel("Target", 2), Sel("Rp", 2)),
            ("2020", "2021"),
        ),
        rows=(
            ("Pangan cukup", "", "Indeks pangan", "Indeks", "60", "61", "62", "70", "1.000"),
            ("", "Padi cukup", "Produksi padi", "ton", "80", "81", "82", "90", "2.000"),
        ),
    ),
}
"""Plans and reports, by what is special about them."""
