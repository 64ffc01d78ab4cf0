"""
Writes the page that shows every named formula as mathematics.

The page is `reference/rumus.md`; `python docs/_rumus.py` writes it anew, and a
test tells when that was forgotten.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from iku.angka import Angka
from iku.domain import Rentang
from iku.formula import (
    IPM,
    BasisPertumbuhan,
    Ekspresi,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    Jumlah,
    KomponenIndeks,
    KomponenTertimbang,
    Laju,
    Langsung,
    MetodeIndeks,
    Narasi,
    NilaiAKIP,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    RataRata,
    RataTertimbang,
    Selisih,
    render_formula,
)
from iku.regulations import bps_ipm
from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.typing import Formula

PAGE: Final = Path(__file__).parent / "reference" / "rumus.md"
_INTRODUCTION: Final = """\
# Rumus

Every formula that has a name, drawn from its tree: `iku.render_formula(formula, style="mathml")`.
The browser draws the element by itself, without script. `style="latex"` gives the same for a
document. Variables are named as in the example, numbers stand as officials write them, and
_t_ − 1 is one period earlier. The classes are described under [formulas](formula.md).
"""


def _between(low: str, high: str) -> Rentang:
    return Rentang(bawah=Angka(low), atas=Angka(high))


EXAMPLES: Final[tuple[Formula, ...]] = (
    Persentase(pembilang="koperasi berkinerja baik", penyebut="koperasi"),
    Rasio(pembilang="murid", penyebut="guru"),
    Laju(pembilang="kematian bayi", penyebut="kelahiran hidup", per=Angka("1000")),
    Pertumbuhan(variabel="PDRB", basis=BasisPertumbuhan.LALU),
    Pertumbuhan(variabel="wirausaha", basis=BasisPertumbuhan.KINI),
    PersentasePenurunan(variabel="pengaduan"),
    Jumlah(suku=("PAD", "dana transfer", "pendapatan lain")),
    Selisih(dikurangi="pendapatan", pengurang="belanja"),
    RataRata(suku=("nilai kecamatan A", "nilai kecamatan B", "nilai kecamatan C")),
    RataTertimbang(
        komponen=(
            KomponenTertimbang(variabel="nilai teknis", bobot=Angka("70")),
            KomponenTertimbang(variabel="nilai perilaku", bobot=Angka("30")),
        )
    ),
    IndeksKomposit(
        metode=MetodeIndeks.ARITMETIK,
        komponen=(
            KomponenIndeks(variabel="HLS", acuan=_between("0", "18")),
            KomponenIndeks(variabel="RLS", acuan=_between("0", "15")),
        ),
    ),
    IndeksKomposit(
        metode=MetodeIndeks.GEOMETRIK,
        komponen=(KomponenIndeks(variabel="IKS"), KomponenIndeks(variabel="IKE")),
        pengali=Angka("100"),
    ),
    IndeksKepuasanMasyarakat(),
    IndeksKepuasanMasyarakat(bobot=Angka("0.111")),
    NilaiAKIP(
        komponen=tuple(
            KomponenTertimbang(variabel=nama, bobot=Angka(bobot))
            for nama, bobot in (
                ("perencanaan", "30"),
                ("pengukuran", "30"),
                ("pelaporan", "15"),
                ("evaluasi internal", "25"),
            )
        )
    ),
    IPM(
        umur_harapan_hidup="UHH",
        harapan_lama_sekolah="HLS",
        rata_rata_lama_sekolah="RLS",
        pengeluaran_per_kapita="pengeluaran",
        acuan=bps_ipm.ACUAN_IPM.isi,
    ),
    Ekspresi(teks="minimum(realisasi / target, 1.2)^2 * -100"),
    Langsung(sumber="BPS"),
    Narasi(teks="Berdasarkan hasil evaluasi kementerian"),
)
"""One of each, or more where a parameter changes the shape."""


def write_page() -> str:
    """Write the page."""
    return "\n".join((_INTRODUCTION, *_write_sections()))


def _write_sections() -> Iterator[str]:
    last = None
    for formula in EXAMPLES:
        kind = type(formula)
        if kind is not last:
            summary = (kind.__doc__ or "").strip().partition("\n\n")[0]
            yield f"## {kind.__name__}\n\n{' '.join(summary.split())}\n"
        last = kind
        drawn = render_formula(formula, style="mathml")
        yield f'<div style="overflow-x: auto; padding: 0.5em 0">{drawn}</div>\n'
        if not isinstance(formula.lower(), Unlowered):
            yield f"```text\n{render_formula(formula, style='latex')}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
