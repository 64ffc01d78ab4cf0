"""
The demonstration: a real document from its text to numbers and JSON.

Everything is done with the public names of the library. The document is real;
the figures that are computed with are not, and say so wherever they go.
"""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

import attrs

from iku._cli.console import measure_terminal, show
from iku.angka import Angka, format_angka
from iku.codec import dump, load
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    Periode,
    Realisasi,
    Satuan,
    Target,
)
from iku.formula import evaluate_dokumen, render_formula
from iku.reading import read
from iku.rendering import format_nilai, render
from iku.rendering.terminal.wrapping import wrap
from iku.scoring import RealisasiPerTarget, compute_capaian

if TYPE_CHECKING:
    from pathlib import Path

    from iku.reading import Bacaan

_ILLUSTRATIVE: Final = "angka ilustratif"
"""The source that every invented figure names, in the JSON files too."""
_RULE: Final = RealisasiPerTarget()
_YEAR: Final = Periode.tahunan(2021)
_FIGURES: Final = {
    "Nilai Tambah Bruto Koperasi": "1200000",
    "Nilai Tambah Bruto UMKM": "21450000",
    "PDRB": "94500000",
}
"""Juta rupiah, by the names that the document's own sentences give their variables."""


def run_demo(out: Path) -> None:
    """
    Run the demonstration and leave two JSON files in the folder `out`.

    Raises:
        OSError: the folder cannot be written.
    """
    with as_file(files("iku") / "data" / "contoh" / "iku-diskopukm-bekasi.txt") as path:
        bacaan = read(path)
    _show_tables(bacaan)
    _show_findings(bacaan)
    computed = _add_figures(bacaan.dokumen[0])
    _show_numbers(computed)
    _write_files(out, {"iku-tabel.json": computed, "iku-matriks.json": bacaan.dokumen[1]})


def _say(*lines: str) -> None:
    show("".join(f"{line}\n" for line in lines), sys.stdout)


def _start(number: int, title: str, *remarks: str) -> None:
    _say("", f"── {number} · {title} ".ljust(measure_terminal(), "─"), *remarks, "")


def _show_tables(bacaan: Bacaan) -> None:
    _start(
        1,
        "Dibaca dari teks dokumen asli / Read from the text of a real document",
        f"{bacaan.berkas}: {len(bacaan.dokumen)} tabel. Hanya nama dan NIP penandatangan diganti.",
    )
    drawn = (render(dokumen, width=measure_terminal()) for dokumen in bacaan.dokumen)
    show("\n".join(drawn), sys.stdout)


def _show_findings(bacaan: Bacaan) -> None:
    _start(
        2,
        "Yang rusak pada sumbernya / What is broken in the source",
        f"{len(bacaan.temuan)} temuan. Kesimpulan disebutkan; tidak ada angka yang ditebak.",
    )
    indent = " " * 21
    for temuan in bacaan.temuan:
        line = temuan.asal.baris if temuan.asal else ""
        first, *rest = wrap(temuan.pesan, measure_terminal() - len(indent))
        _say(f"baris {line:>3}  {temuan.kode:<8}  {first}", *(indent + one for one in rest))


def _add_figures(dokumen: Dokumen) -> Dokumen:
    """Give the document what it lacks to be computed: invented figures, and a rule."""
    declared = attrs.evolve(
        dokumen,
        variabel=tuple(
            attrs.evolve(one, satuan=Satuan("juta rupiah")) if one.kode in _FIGURES else one
            for one in dokumen.variabel
        ),
        aturan_capaian=_RULE,
    )
    return (
        declared.with_data(
            *(
                Data(variabel=kode, periode=_YEAR, nilai=Angka(digits), sumber=_ILLUSTRATIVE)
                for kode, digits in _FIGURES.items()
            )
        )
        .with_target("S2.1", Target(periode=_YEAR, nilai=Angka("82"), sumber=_ILLUSTRATIVE))
        .with_realisasi(
            "S2.1", Realisasi(periode=_YEAR, nilai=Angka("84.50"), sumber=_ILLUSTRATIVE)
        )
    )


def _show_numbers(dokumen: Dokumen) -> None:
    _start(
        3,
        "Dihitung / Computed",
        "ANGKA ILUSTRATIF, bukan data resmi / ILLUSTRATIVE FIGURES, not official data",
    )
    results = evaluate_dokumen(dokumen, _YEAR)
    for kode, digits in _FIGURES.items():
        _say(f"{kode:<27} = {format_angka(Angka(digits)):>10} juta rupiah, {_YEAR}")
    indikator = dokumen.find_indikator("S1.1")
    _say("", f"{indikator.kode} {indikator.nama}")
    read = [(one, one.formula) for one in indikator.penjelasan if one.formula is not None]
    for penjelasan, formula in read:
        _say(
            f"  {penjelasan.kode} tertulis : {penjelasan.formulasi}",
            f"         terbaca  : {render_formula(formula, style='text')}",
            f"         hasil    : {results[str(penjelasan.kode)].trace}",
        )
    _say(f"  {indikator.kode}   gabungan : {results[indikator.kode].trace}")
    _show_capaian(dokumen.find_indikator("S2.1"))


def _show_capaian(indikator: Indikator) -> None:
    target, realisasi = indikator.target[-1].nilai, indikator.realisasi[-1].nilai
    capaian = compute_capaian(target, realisasi, rule=_RULE)
    _say(
        "",
        f"{indikator.kode} {indikator.nama}",
        f"         masukan  : target {format_nilai(target)}, realisasi {format_nilai(realisasi)} "
        "(ilustratif)",
        f"         aturan   : {_RULE.tipe}",
        f"         capaian  : {capaian.trace}",
    )


def _write_files(out: Path, dokumen: dict[str, Dokumen]) -> None:
    _start(4, "JSON, ditulis dan dibaca kembali / JSON, written and read back")
    out.mkdir(parents=True, exist_ok=True)
    for name, one in dokumen.items():
        path = out / name
        dump(one, path)
        answer = "sama / equal" if load(path) == one else "BERBEDA / DIFFERENT"
        _say(f"{answer}   {path.resolve()}")
    _say("", f"Lihat / Look: python -m iku render {out / next(iter(dokumen))}")
