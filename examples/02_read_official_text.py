"""Read the text of an official document, see what is odd in it, keep it as JSON."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from iku import Indikator
from iku.codec import dump, load
from iku.reading import read
from iku.rendering import render

with as_file(files("iku") / "data" / "contoh" / "iku-diskopukm-bekasi.txt") as path:
    bacaan = read(path)

tabel, matriks = bacaan.dokumen
for indikator in tabel.walk(Indikator):
    print(indikator.kode, indikator.nama, f"({len(indikator.penjelasan)} penjelasan)")

# Nothing is guessed: what cannot be read with certainty is absent, with a reason,
# and a finding says where.
print([str(one.nilai) for one in matriks.find_indikator("S1.1").target])
print(render(bacaan.temuan[:3]))

with TemporaryDirectory() as folder:
    kept = Path(folder) / "iku.json"
    dump(tabel, kept)
    print(load(kept) == tabel, kept.stat().st_size, "bytes")
