"""Build a document by hand, look something up, and draw it as the official table."""

from __future__ import annotations

from iku import (
    Angka,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kosong,
    Penjelasan,
    PerangkatDaerah,
    Periode,
    Polaritas,
    Sasaran,
    Satuan,
    SebabKosong,
    SumberData,
    Target,
)
from iku.rendering import render

indeks = Indikator(
    kode="S1.1",
    nama="Indeks Kepuasan Masyarakat",
    polaritas=Polaritas.POSITIF,
    penjelasan=(
        Penjelasan(
            satuan=Satuan("indeks"),
            alasan="UU Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            formulasi="Hasil survei kepuasan masyarakat melalui kuesioner",
            penanggung_jawab=("Sekretariat",),
            sumber_data=(SumberData(uraian="Hasil perhitungan"),),
        ),
    ),
    target=(
        Target(periode=Periode.tahunan(2023), nilai=Angka("82.00")),
        # What is not known has a reason; it is neither zero nor missing.
        Target(periode=Periode.tahunan(2024), nilai=Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)),
    ),
)

dokumen = Dokumen(
    jenis=JenisDokumen.IKU,
    judul="Indikator Kinerja Utama",
    perangkat_daerah=PerangkatDaerah(nama="Dinas Contoh Kota Contoh"),
    sasaran=(
        Sasaran(kode="S1", uraian="Meningkatnya kinerja pelayanan publik", indikator=(indeks,)),
    ),
)

print(dokumen.find_indikator("S1.1").target[0].nilai)  # 82.00: digits stay as written
print(render(dokumen, width=120))

# Values never change; an edit gives a new document.
revised = dokumen.with_target("S1.1", Target(periode=Periode.tahunan(2024), nilai=Angka("84.00")))
print(render(revised, format="markdown", language="en"))
