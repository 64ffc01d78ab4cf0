"""An indicator of several parts: formulas, measured data, edits by kode."""

from __future__ import annotations

from iku import (
    Angka,
    Data,
    Dokumen,
    IkuError,
    Indikator,
    JenisDokumen,
    Penjelasan,
    Periode,
    Persentase,
    Realisasi,
    Satuan,
    Variabel,
    evaluate,
    parse_formula,
)
from iku.rendering import render

kontribusi = Indikator(
    kode="K",
    nama="Kontribusi koperasi dan UMKM",
    satuan=Satuan("%"),
    penjelasan=(
        Penjelasan(
            kode="K.a", nama="Koperasi", formula=Persentase(pembilang="NTB_KOP", penyebut="PDRB")
        ),
        Penjelasan(
            kode="K.b", nama="UMKM", formula=Persentase(pembilang="NTB_UMKM", penyebut="PDRB")
        ),
    ),
)
tahun = Periode.tahunan(2023)
dokumen = Dokumen(
    jenis=JenisDokumen.IKU,
    judul="Indikator Kinerja Utama",
    indikator=(kontribusi,),
    # Declared once, shared by the formulas that name them.
    variabel=(
        Variabel(kode="NTB_KOP", nama="Nilai Tambah Bruto Koperasi"),
        Variabel(kode="NTB_UMKM", nama="Nilai Tambah Bruto UMKM"),
        Variabel(kode="PDRB", nama="PDRB"),
    ),
).with_data(
    Data(variabel="NTB_KOP", periode=tahun, nilai=Angka("1200")),
    Data(variabel="NTB_UMKM", periode=tahun, nilai=Angka("21450")),
    Data(variabel="PDRB", periode=tahun, nilai=Angka("94500")),
)

figures = {one.variabel: one.nilai for one in dokumen.data if one.periode == tahun}
for part in dokumen.walk(Penjelasan):
    if part.formula is not None:
        print(part.nama, evaluate(part.formula, figures).trace)

# Two parts make one value only where somebody says how.
print(dokumen.find_indikator("K").formula)
joined = dokumen.replace("K", penggabungan=parse_formula("`K.a` + `K.b`"))
joined = joined.with_realisasi("K", Realisasi(periode=tahun, nilai=Angka("23.97")))
print(render(joined.find_indikator("K")))

# A document whose links lead nowhere cannot exist.
try:
    dokumen.replace("K.a", formula=Persentase(pembilang="NTB_KOP", penyebut="PDRBB"))
except IkuError as error:
    print(error)
