"""
What each way of writing is read as.

The sentences are made up in the manner of official ones; the formula stands
beside each in the canonical grammar.
"""

from __future__ import annotations

from typing import Final

import pytest

from iku.domain import Satuan
from iku.errors import IkuError
from iku.formula import Langsung, Narasi, Persentase, Pertumbuhan, parse_formula, render_formula
from iku.reading import Pembacaan, parse_formulasi
from iku.reading.prose.text.parts import split_parts

PERCENT: Final = ("Persentase hasil", "%")
INDEX: Final = ("Indeks gabungan", "indeks")
NONE: Final = (None, None)
Beside = tuple[str | None, str | None]

READ: Final[dict[str, tuple[str, Beside, str]]] = {
    # Words of foreign offices, shops and hospitals.
    "round constant": ("Membagi jumlah dokter dengan jumlah warga dengan konstanta (100)", NONE,
                       "`jumlah dokter` / `jumlah warga` * 100"),
    "constant behind a verb": ("Jumlah bayi mati dibagi jumlah bayi menggunakan konstanta 1.000",
                               NONE, "`Jumlah bayi mati` / `jumlah bayi` * 1000"),
    "how often in a list": (
        "(bayi yang mendapat 1x BCG, 1 x campak,\n3 x DPT dan 4 x polio)\nX 100%\n\nJml bayi",
        PERCENT,
        "`bayi yang mendapat 1x BCG, 1 x campak, 3 x DPT dan 4 x polio` / `Jml bayi` * 100"),
    "within two days": ("Jumlah laporan selesai cepat 2 x 24 jam / jumlah laporan x 100%", PERCENT,
                        "`Jumlah laporan selesai cepat 2 x 24 jam` / `jumlah laporan` * 100"),
    "twice as much": ("Jumlah toko laba 2 x lipat / jumlah toko x 100%", PERCENT,
                      "`Jumlah toko laba 2 x lipat` / `jumlah toko` * 100"),
    "divided by with a product": ("Nilai A = B + 2 x C", NONE, "B + 2 * C"),
    "scores and weights with numbers": ("Skor 1 x bobot 1 + skor 2 x bobot 2", NONE,
                                        "`Skor 1` * `bobot 1` + `skor 2` * `bobot 2`"),
    "difference in a sum": ("PDB = konsumsi + investasi + ( ekspor - impor ).", NONE,
                            "konsumsi + investasi + (ekspor - impor)"),
    "difference before a sum": ("( ekspor - impor ) + konsumsi", NONE, "ekspor - impor + konsumsi"),
    "dash before a sum": ("Jumlah Pegawai – (Inspektur + Auditor).", NONE,
                          "`Jumlah Pegawai` - (Inspektur + Auditor)"),
    "money less money": ("Revenue - Expenses (excluding tax)", ("EBITDA", "IDR"),
                         "Revenue - `Expenses (excluding tax)`"),
    "money less money twice": ("Laba kotor - beban usaha - pajak", NONE,
                               "`Laba kotor` - `beban usaha` - pajak"),
    "as a percentage": ("KPI ini adalah jumlah kasus\nselesai sebagai persen dari jumlah kasus.",
                        NONE, "`jumlah kasus selesai` / `jumlah kasus` * 100"),
    "relative to": ("Persentase realisasi relatif terhadap target", NONE,
                    "realisasi / target * 100"),
    "labels without a colon": ("NUMERATOR Laporan yang\nlengkap\nDENOMINATOR Jumlah laporan",
                               PERCENT, "`Laporan yang lengkap` / `Jumlah laporan` * 100"),
    "labels with a translation": ("Numerator (pembilang) Pasien\nDenominator (penyebut) Warga",
                                  NONE, "Pasien / Warga"),
    "factor between blank lines": ("Jumlah sinyal direspon\n\nX 100%\n\nJm sinyal\nmuncul", PERCENT,
                                   "`Jumlah sinyal direspon` / `Jm sinyal muncul` * 100"),
    "part above all": ("Jumlah Desa berpeta\ndi wilayah\n\nJumlah seluruh Desa", PERCENT,
                       "`Jumlah Desa berpeta di wilayah` / `Jumlah seluruh Desa` * 100"),
    "growth above a line": ("(Prod Th t) – (Prod Th t-1) x 100%\n\nProd Thn t-1", PERCENT,
                            "(Prod - lalu(Prod)) / lalu(Prod) * 100"),
    "a part of the total": ("Persentase anak kurus dari total balita diukur (Normal: sesuai)", NONE,
                            "`anak kurus` / `total balita diukur (Normal: sesuai)` * 100"),
    "shows a comparison": ("Rasio ini menggambarkan perbandingan antara biaya dengan pendapatan",
                           NONE, "biaya / pendapatan"),
    "long announcement": (
        "Perhitungan a b c d e f g h i j k l m n adalah : Jumlah warga sadar dibagi jumlah warga",
        PERCENT,
        "`Jumlah warga sadar` / `jumlah warga` * 100"),
    "named with a colon behind": ("Desa mandiri adalah : desa maju dibagi desa", NONE,
                                  "`desa maju` / desa"),
    "clause over a blank line": ("Membandingkan jumlah surat yang\n\ndikirim dengan jumlah putusan",
                                 PERCENT, "`jumlah surat yang dikirim` / `jumlah putusan` * 100"),
    "result of a product": ("Produksi merupakan hasil perkalian antara luas panen dan hasil.", NONE,
                            "`luas panen` * hasil"),
    "product over a count": ("Hasil kali luas dengan hasil dibagi jumlah petani", NONE,
                             "luas * hasil / `jumlah petani`"),
    "result called twice": (
        "KS = JR / JA * 100% KTA = Persentase koperasi sehat JR = Jumlah RAT JA = Jumlah aktif",
        PERCENT, "JR / JA * 100"),
    "for every hundred thousand": ("Jumlah kasus bagi setiap 100.000 penduduk", NONE,
                                   "`Jumlah kasus` / penduduk * 100000"),
    "visits every month": ("Jumlah kunjungan setiap bulan", ("Kunjungan", "kali"),
                           "`Jumlah kunjungan setiap bulan`"),
    # Numbers in words, units and remarks.
    "hundred in words": ("Jumlah A yang baik dibagi jumlah A, dikali seratus", NONE,
                         "`Jumlah A yang baik` / `jumlah A` * 100"),
    "tens in words": ("Jumlah nilai x dibagi dua puluh lima", NONE, "`Jumlah nilai x` / 25"),
    "teens in words": ("Jumlah nilai dibagi dua belas", NONE, "`Jumlah nilai` / 12"),
    "thousands in words": ("Jumlah kasus dibagi jumlah bayi dikali seratus ribu", NONE,
                           "`Jumlah kasus` / `jumlah bayi` * 100000"),
    "number and its words": ("Jumlah nilai / 3 (tiga)", NONE, "`Jumlah nilai` / 3"),
    "no number in words": ("Jumlah bayi dibagi puluh", NONE, "`Jumlah bayi` / puluh"),
    "word twice": ("Perbandingan penduduk laki – laki dengan penduduk perempuan dikali 100", NONE,
                   "`penduduk laki-laki` / `penduduk perempuan` * 100"),
    "introduced parenthesis": ("Inflasi dihitung dengan (IHKn - IHKn-1)/IHKn-1 x 100", NONE,
                               "(IHKn - lalu(IHKn)) / lalu(IHKn) * 100"),
    "measured with a remark": ("Jumlah balita yang diukur (TB/U) / jumlah balita x 100%", PERCENT,
                               "`Jumlah balita yang diukur (TB/U)` / `jumlah balita` * 100"),
    "short word for the year": (
        "(Nilai ekspor th n - nilai ekspor th (n-1))/nilai ekspor th (n-1) x 100%",
        NONE,
        "(`Nilai ekspor` - lalu(`Nilai ekspor`)) / lalu(`Nilai ekspor`) * 100",
    ),
    "year with ke": (
        "(Investasi tahun ke-n - investasi tahun ke-(n-1)) / investasi tahun ke-(n-1) x 100%",
        NONE,
        "(Investasi - lalu(Investasi)) / lalu(Investasi) * 100",
    ),
    "weights named": ("Bobot 30% x persentase PJU + 70% x persentase rambu", NONE,
                      "`persentase PJU` * 0.30 + `persentase rambu` * 0.70"),
    "factor in rupiah": ("Jumlah PDRB / jumlah penduduk × Rp 1.000.000", NONE,
                         "`Jumlah PDRB` / `jumlah penduduk` * 1000000"),
    "scaled divisor": ("Jumlah kasus / 10.000 penduduk", NONE,
                       "`Jumlah kasus` / penduduk * 10000"),
    "scaled divisor in words": ("Jumlah kasus dibagi 1.000 kelahiran hidup", NONE,
                                "`Jumlah kasus` / `kelahiran hidup` * 1000"),
    "rate before its formula": (
        "Jumlah TPS per 1.000 jumlah penduduk = Jumlah TPS / Jumlah penduduk x 1.000",
        NONE,
        "`Jumlah TPS` / `Jumlah penduduk` * 1000",
    ),
    "factor in a remark": ("Jumlah usulan masuk / jumlah usulan (x100%)", PERCENT,
                           "`Jumlah usulan masuk` / `jumlah usulan` * 100"),
    "per cent in a remark": ("Jumlah lulusan kerja dibagi total lulusan (persen)", PERCENT,
                             "`Jumlah lulusan kerja` / `total lulusan` * 100"),
    "then the result": ("Jumlah A dibagi jumlah B lalu hasilnya dikalikan 100 %", PERCENT,
                        "`Jumlah A` / `jumlah B` * 100"),
    "mean of weights in a fraction": ("Total nilai / total unsur x bobot", NONE,
                                      "`Total nilai` / `total unsur` * bobot"),
    "quoted names in a chain": ("`Jumlah A` / `Jumlah B` / `365 hari`", NONE,
                                "`Jumlah A` / `Jumlah B` / `365 hari`"),
    "each term halved": ("(A/B x 100%) / 2 + (C/D x 100%) / 2", PERCENT,
                         "A / B * 100 / 2 + C / D * 100 / 2"),
    "two products": ("bobot A x nilai A + bobot B x nilai B", NONE,
                     "`bobot A` * `nilai A` + `bobot B` * `nilai B`"),
    "last term halved": ("`A` + `B` / 3 x 100%", PERCENT, "(A + B) / 3 * 100"),
    # Signs and words.
    "slash": ("Murid SD / Guru SD", NONE, "`Murid SD` / `Guru SD`"),
    "division sign": ("Jumlah A ÷ Jumlah B × 100%", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "colon": ("Jumlah A : Jumlah B x 100%", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "colon of symbols": ("n : m x 100%", NONE, "n / m * 100"),
    "label before the colon": (
        "Tingkat kehadiran pegawai: hari hadir/hari kerja x 100%",
        PERCENT,
        "`hari hadir` / `hari kerja` * 100",
    ),
    "label that is the indicator": (
        "Surat terkirim : surat masuk + surat keluar",
        ("Surat terkirim", "surat"),
        "`surat masuk` + `surat keluar`",
    ),
    "label and colon": (
        "Rasio: belanja pegawai : total belanja",
        ("Rasio belanja pegawai", "rasio"),
        "`belanja pegawai` / `total belanja`",
    ),
    "words": (
        "Jumlah A dibagi dengan jumlah B, kemudian dikalikan dengan 100 persen.",
        PERCENT,
        "`Jumlah A` / `jumlah B` * 100",
    ),
    "word over a line": ("Jumlah A dibagi\ndengan jumlah B", NONE, "`Jumlah A` / `jumlah B`"),
    "seratus": ("Jumlah A dibagi jumlah B kali seratus persen", PERCENT,
                "`Jumlah A` / `jumlah B` * 100"),
    "factor in front": ("100% x Jumlah A / Jumlah B", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "two factors in front": (
        "Jumlah A x hari kerja x 100% / Jumlah B",
        PERCENT,
        "`Jumlah A` * `hari kerja` / `Jumlah B` * 100",
    ),
    "glued factor": ("(Jumlah A/Jumlah B)x100%.", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "factor with remark": (
        "Jumlah A / Jumlah B x 100% (satu tahun anggaran)",
        PERCENT,
        "`Jumlah A` / `Jumlah B` * 100",
    ),
    "factor with preposition": (
        "Jumlah A / Jumlah B x 100% pada tahun berjalan",
        PERCENT,
        "`Jumlah A` / `Jumlah B` * 100",
    ),
    "constant": (
        "Jumlah kasus / jumlah penduduk x konstanta (100.000)",
        NONE,
        "`Jumlah kasus` / `jumlah penduduk` * 100000",
    ),
    "per a counted quantity": (
        "Jumlah wajib KTP ber-KTP per jumlah wajib KTP",
        PERCENT,
        "`Jumlah wajib KTP ber-KTP` / `jumlah wajib KTP` * 100",
    ),
    "plus and minus": (
        "Populasi awal ditambah kelahiran dikurangi kematian",
        ("Populasi", "ekor"),
        "`Populasi awal` + kelahiran - kematian",
    ),
    "true minus": ("A − −2 × B", NONE, "A - -2 * B"),
    "negated name": ("A × (−B)", NONE, "A * -B"),
    "power": ("(A / B)^2 − 1", NONE, "(A / B)^2 - 1"),
    "quoted names": ("`A / B` / `C x D` x 100%", NONE, "`A / B` / `C x D` * 100"),
    "whole text in backticks": ("`Jumlah A / Jumlah B × 100%`", PERCENT,
                                "`Jumlah A` / `Jumlah B` * 100"),
    "extremes": ("minimum(A; maksimum(B; 0)) × 2", NONE, "minimum(A, maksimum(B, 0)) * 2"),
    "logarithm": ("ln (A) / ln(B)", NONE, "ln(A) / ln(B)"),
    "geometric mean": ("rata-rata geometrik(A; B)", NONE, "rata_rata_geometrik(A, B)"),
    "sum in front of a group": (
        "Jumlah (jalan baik + jalan sedang) / total jalan x 100%",
        PERCENT,
        "(`jalan baik` + `jalan sedang`) / `total jalan` * 100",
    ),
    "Σ before one name": ("Σ (kasus yang ditemukan) / Σ penduduk", NONE,
                          "`kasus yang ditemukan` / `Σ penduduk`"),
    "LaTeX": (
        r"$$\frac{\text{Jumlah A}}{\text{Jumlah B}} \times 100\%$$",
        PERCENT,
        "`Jumlah A` / `Jumlah B` * 100",
    ),
    "LaTeX over lines": (r"\left(A \cdot \alpha\right) \\ \div B", NONE, "A * alpha / B"),
    "root": ("(A x B x C)^(1/3) x 100", INDEX, "rata_rata_geometrik(A, B, C) * 100"),
    "root without parentheses": ("(A x B x C)^1/3 x 100", INDEX,
                                 "rata_rata_geometrik(A, B, C) * 100"),
    "colon behind a group": ("(Skor A + Skor B) : 2", INDEX, "rata_rata(`Skor A`, `Skor B`)"),
    "label of a sum": ("Jalan mantap: baik + sedang", INDEX, "baik + sedang"),
    "remark behind a group": ("(A / B) pada tahun n", NONE, "A / B"),
    "mean of terms": ("rata-rata(A; B)", NONE, "rata_rata(A, B)"),
    "mean of per cents": ("rata-rata(A; B)", PERCENT, "rata_rata(A, B)"),
    "name with x": ("Jumlah rumah tipe x yang layak / jumlah rumah", NONE,
                    "`Jumlah rumah tipe x yang layak` / `jumlah rumah`"),
    "symbol x": ("x = A / B", NONE, "A / B"),
    "colon in front": (": Jumlah A / Jumlah B", NONE, "`Jumlah A` / `Jumlah B`"),
    "less behind a group": ("(A + B) - C", NONE, "A + B - C"),
    "dash in front of an operand": ("A / - B", NONE, "A / B"),
    "unit glued to a number": ("Jumlah ASN / 20JP", NONE, "`Jumlah ASN` / `20JP`"),
    "no number": ("Nilai A / 1.2.3", NONE, "`Nilai A` / `1.2.3`"),
    # Names that hold signs.
    "slash that another one decides": ("KTP/KK / jumlah penduduk", NONE,
                                       "`KTP/KK` / `jumlah penduduk`"),
    "slash before a line": ("Produksi padi/\nluas panen", NONE, "`Produksi padi` / `luas panen`"),
    "slash in a name": (
        "Jumlah siswa SD/MI / Jumlah anak usia 7 - 12 tahun x 100%",
        PERCENT,
        "`Jumlah siswa SD/MI` / `Jumlah anak usia 7 - 12 tahun` * 100",
    ),
    "slash beside a dividing word": (
        "Jumlah desa/ kelurahan aktif dibagi jumlah desa/kelurahan",
        PERCENT,
        "`Jumlah desa/ kelurahan aktif` / `jumlah desa/kelurahan` * 100",
    ),
    "slash at a line end": (
        "Jumlah laporan /\nlaporan wajib dibagi jumlah laporan",
        PERCENT,
        "`Jumlah laporan / laporan wajib` / `jumlah laporan` * 100",
    ),
    "plan and realisation": (
        "Realisasi PAD tahun n/Target PAD tahun n X 100",
        PERCENT,
        "`Realisasi PAD tahun n` / `Target PAD tahun n` * 100",
    ),
    "parenthesis in a name": (
        "Jumlah kasus (lama / baru) yang sembuh / jumlah kasus x 100%",
        PERCENT,
        "`Jumlah kasus (lama / baru) yang sembuh` / `jumlah kasus` * 100",
    ),
    "parenthesis that begins a name": (
        "(Calon) jemaah yang berangkat / jumlah jemaah x 100%",
        PERCENT,
        "`(Calon) jemaah yang berangkat` / `jumlah jemaah` * 100",
    ),
    "list after a colon": (
        "Jumlah pasien meliputi : 1. rawat jalan 2. rawat inap dibagi jumlah pasien",
        PERCENT,
        "`Jumlah pasien meliputi : 1. rawat jalan 2. rawat inap` / `jumlah pasien` * 100",
    ),
    "clock": ("Jumlah surat sampai 10:30 dibagi jumlah surat", PERCENT,
              "`Jumlah surat sampai 10:30` / `jumlah surat` * 100"),
    "abbreviation": ("Jumlah desa di Kab. Contoh dibagi jumlah desa", PERCENT,
                     "`Jumlah desa di Kab. Contoh` / `jumlah desa` * 100"),
    "distribution": ("Jumlah bibit yang dibagi kepada petani dibagi jumlah bibit", PERCENT,
                     "`Jumlah bibit yang dibagi kepada petani` / `jumlah bibit` * 100"),
    "label of one parenthesis": (
        "Incident Rate (Kasus DBD/Jumlah Penduduk x 100.000).",
        ("Incident Rate", None),
        "`Kasus DBD` / `Jumlah Penduduk` * 100000",
    ),
    "ratio of one parenthesis": ("Rasio kas (kas / utang x 100%)", NONE, "kas / utang * 100"),
    "definition behind the factor": (
        "Jumlah desa aktif dibagi desa dikali 100%  Desa aktif adalah desa/ RW minimal 1 kali.",
        PERCENT,
        "`Jumlah desa aktif` / desa * 100",
    ),
    "per what it is a part of": (
        "Jumlah pencari kerja yang ditempatkan per pencari kerja terdaftar x 100%",
        PERCENT,
        "`Jumlah pencari kerja yang ditempatkan` / `pencari kerja terdaftar` * 100",
    ),
    "among": (
        "Jumlah semua kasus TBC diantara estimasi kasus TBC dikali 100%",
        PERCENT,
        "`Jumlah semua kasus TBC` / `estimasi kasus TBC` * 100",
    ),
    "among in two words": (
        "Jumlah ibu hamil yang dilayani di antara semua ibu hamil",
        PERCENT,
        "`Jumlah ibu hamil yang dilayani` / `semua ibu hamil` * 100",
    ),
    "terms in parentheses": (
        "(Jumlah Pinjaman / Tenor) + (Jumlah pinjaman x bunga)",
        ("Cicilan", "Rp"),
        "`Jumlah Pinjaman` / Tenor + `Jumlah Pinjaman` * bunga",
    ),
    "places of one count": (
        "Jumlah prestasi dalam lomba nasional, provinsi, dan kota",
        ("Jumlah prestasi", "Prestasi"),
        "`Jumlah prestasi dalam lomba nasional, provinsi, dan kota`",
    ),
    "examples of one count": (
        "Jumlah inisiatif kampus (hari bebas kendaraan, sepeda, dan lain-lain)",
        ("Jumlah inisiatif", "inisiatif"),
        "`Jumlah inisiatif kampus (hari bebas kendaraan, sepeda, dan lain-lain)`",
    ),
    "units of a ratio": (
        "Total biaya jalan (Rp) per panjang jalan (km)",
        ("Biaya per km", "Rp/km"),
        "`Total biaya jalan (Rp)` / `panjang jalan (km)`",
    ),
    "published works": (
        "Jumlah penelitian yang dipublikasikan pada tahun n",
        ("Jumlah penelitian", "Penelitian"),
        "`Jumlah penelitian yang dipublikasikan pada tahun n`",
    ),
    "mean of two": (
        "Rerata dari persentase laporan tepat waktu dan persentase aset tercatat",
        PERCENT,
        "rata_rata(`persentase laporan tepat waktu`, `persentase aset tercatat`)",
    ),
    "growth without the second count": (
        "(Jmh Pelanggan thn ini - pelanggan thn lalu) / pelanggan tahun lalu * 100 %",
        PERCENT,
        "(`Jmh Pelanggan` - lalu(`Jmh Pelanggan`)) / lalu(`Jmh Pelanggan`) * 100",
    ),
    "tags": (
        "<p>P<sub>t</sub> &divide; P<sub>t-1</sub><br> &times; 100%</p>",
        NONE,
        "Pt / lalu(Pt) * 100",
    ),
    "raised": ("<b>(A<sup>2</sup> + B) / C</b>", NONE, "(A^2 + B) / C"),
    "raised unit": ("Luas taman (m<sup>2</sup>) / jumlah penduduk", NONE,
                    "`Luas taman (m2)` / `jumlah penduduk`"),
    # Slips.
    "misspelt verbs": ("Jumlah A dobagi jumlah B dikailkan 100%", PERCENT,
                       "`Jumlah A` / `jumlah B` * 100"),
    "verb and number in one": ("Jumlah A dibagi jumlah B dikali100", PERCENT,
                               "`Jumlah A` / `jumlah B` * 100"),
    "factor glued behind": ("Jumlah siswa lulusx100/jumlah siswa", PERCENT,
                            "`Jumlah siswa lulus` / `jumlah siswa` * 100"),
    "minus glued between": ("(Jumlah lahir-jumlah mati)/jumlah penduduk x 1000", NONE,
                            "(`Jumlah lahir` - `jumlah mati`) / `jumlah penduduk` * 1000"),
    "growth with a glued minus": ("Tingkat = Nilai akhir-Nilai awal/Nilai awal", NONE,
                                  "(`Nilai akhir` - `Nilai awal`) / `Nilai awal`"),
    "minus between counts": ("Jumlah penduduk lahir-jumlah penduduk mati", NONE,
                             "`Jumlah penduduk lahir` - `jumlah penduduk mati`"),
    "parts of what is whole": ("Total SPM - SPM Pegawai - SPM Lain", NONE,
                               "`Total SPM` - `SPM Pegawai` - `SPM Lain`"),
    "no minus glued": ("Kerja sama antar-kerja / jumlah kerja x 100%", PERCENT,
                       "`Kerja sama antar-kerja` / `jumlah kerja` * 100"),
    "parentheses in growth too wide": (
        "Peningkatan = (Kunjungan Tahun n - Kunjungan Tahun (n-1) / Kunjungan Tahun (n-1)) x 100%",
        NONE, "(Kunjungan - lalu(Kunjungan)) / lalu(Kunjungan) * 100"),
    "less one": ("(realisasi PAD 2025 : realisasi PAD 2024 - 1) x 100%", PERCENT,
                 "(`realisasi PAD 2025` / `realisasi PAD 2024` - 1) * 100"),
    "clause that tells": ("Nilai PDRB dibagi jumlah penduduk, menggambarkan output per jiwa.", NONE,
                          "`Nilai PDRB` / `jumlah penduduk`"),
    "stated in per cent": (
        "Jumlah A dibagi jumlah B dan dinyatakan dalam satuan persen (%).", NONE,
        "`Jumlah A` / `jumlah B` * 100"),
    "this moment": ("(Volume Trx Saat Ini - Volume Trx Lalu) / Volume Trx Lalu x 100%", PERCENT,
                    "(`Volume Trx` - lalu(`Volume Trx`)) / lalu(`Volume Trx`) * 100"),
    "comma before the joining word": (
        "Perbandingan antara murid SD dan MI, dengan penduduk usia sekolah x 100%", PERCENT,
        "`murid SD dan MI` / `penduduk usia sekolah` * 100"),
    "amounts of one thing": ("Beban Operasional terhadap Pendapatan Operasional x 100%", PERCENT,
                             "`Beban Operasional` / `Pendapatan Operasional` * 100"),
    "satuan is a ratio": ("Observed deaths / Expected deaths", ("SMR", "Rasio"),
                          "`Observed deaths` / `Expected deaths`"),
    "share of one noun": ("pekon mandiri+pekon maju /jumlah pekon *100", NONE,
                          "(`pekon mandiri` + `pekon maju`) / `jumlah pekon` * 100"),
    "thousandth of a unit": ("Produksi Ikan (kg)/1000", ("Produksi ikan", "ton"),
                             "`Produksi Ikan (kg)` / 1000"),
    "count with a grade": ("Jumlah OPD dengan nilai B", NONE, "`Jumlah OPD dengan nilai B`"),
    "name and formula in parentheses": (
        "Prosentase capaian (jumlah tercapai dibagi jumlah ditetapkan)X100%", NONE,
        "`jumlah tercapai` / `jumlah ditetapkan` * 100"),
    "result and symbols": (
        "Jumlah hadir (A) dibagi jumlah undangan (B) kali 100% sama dengan 100 atau A/B X 100%",
        PERCENT,
        "`Jumlah hadir (A)` / `jumlah undangan (B)` * 100"),
    "colon and divisor in one": ("Rata-rata = (N1+N2):2, ket : N1 = nilai A, N2 = nilai B", NONE,
                                 "rata_rata(N1, N2)"),
    "label before a rate": (
        "Rasio guru/murid per 1.000 murid: jumlah guru dibagi jumlah murid x 1.000", NONE,
        "`jumlah guru` / `jumlah murid` * 1000"),
    "title above products": ("Akumulasi bobot:\n(50/100 x nilai A) +\n(50/100 x nilai B)", NONE,
                             "50 / 100 * `nilai A` + 50 / 100 * `nilai B`"),
    "index that runs": ("TK = (4 x ai) + di i = 1, 2, ..., 7\nai = baik\ndi = kurang", NONE,
                        "4 * ai + di"),
    "symbol below": ("RDPS = NDT / NPS\nNNDT = Jumlah dosen", NONE, "NDT / NPS"),
    "numerator below": ("Penyebut (B) : Jumlah pasien\nPembilang : Jumlah pasien jatuh", PERCENT,
                        "`Jumlah pasien jatuh` / `Jumlah pasien` * 100"),
    "numerator and source": ("Numerator : A B\nDenominator : C D\nx 100%\nSumber data : E",
                             PERCENT, "`A B` / `C D` * 100"),
    "verbs that are none": ("Luas hutan dirambah yang dikaji dibagi luas hutan x 100%", PERCENT,
                            "`Luas hutan dirambah yang dikaji` / `luas hutan` * 100"),
    "numerator and formula": (
        "Numerator (N) : Jumlah A\nDenominator (D) : Jumlah B\nRumus : N/D x 1.000", NONE,
        "N / D * 1000"),
    "numerator and list": ("Numerator : A B\nDenominator : C D\n1. Inklusi", PERCENT,
                           "`A B` / `C D` * 100"),
    "label without a colon": ("Formula Jumlah A yang baik dibagi Jumlah A", PERCENT,
                              "`Jumlah A yang baik` / `Jumlah A` * 100"),
    "minus glued to a period": (
        "(Kasus tahun n-1-kasus tahun n)/kasus tahun n-1 x 100%", PERCENT,
        "(lalu(kasus) - kasus) / lalu(kasus) * 100"),
    "rate of a year": ("Jumlah kejadian per 1.000 penduduk per tahun", NONE,
                       "`Jumlah kejadian` / penduduk * 1000"),
    "label of a ratio": ("Jumlah pasien : Jumlah A : jumlah B", ("Jumlah pasien", None),
                         "`Jumlah A` / `jumlah B`"),
    "called a constant": (
        "Jumlah kematian ibu dibagi kelahiran hidup dikali konstanta 100.000 kelahiran hidup", NONE,
        "`Jumlah kematian ibu` / `kelahiran hidup` * 100000"),
    "share of symbols": ("Persentase A terhadap B", NONE, "A / B * 100"),
    "share of one thing": ("Persentase hutan lindung terhadap hutan", NONE,
                           "`hutan lindung` / hutan * 100"),
    "numerator above": ("NUMERATOR\nJumlah jatuh\nDENUMERATOR\nJumlah pasien x 100%", PERCENT,
                        "`Jumlah jatuh` / `Jumlah pasien` * 100"),
    "sign lost before the factor": (
        "Jumlah perkara selesai\n100%\nJumlah perkara Catatan :\nInput adalah perkara", PERCENT,
        "`Jumlah perkara selesai` / `Jumlah perkara` * 100"),
    "bar in a line": ("Jumlah A ------ x 100 % Jumlah B", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "fraction in a line": ("Jumlah Penduduk yang terlayani X 100 Jumlah Penduduk", PERCENT,
                           "`Jumlah Penduduk yang terlayani` / `Jumlah Penduduk` * 100"),
    # Lines.
    "bar": ("Jumlah A\n-------- x 100%\nJumlah B", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "bar, factor below": ("Jumlah A\n________\nJumlah B x 100%", PERCENT,
                          "`Jumlah A` / `Jumlah B` * 100"),
    "bar of dots": ("Jumlah A\n.......... x 100%\nJumlah B", PERCENT,
                    "`Jumlah A` / `Jumlah B` * 100"),
    "bar beside the sign of equality": ("Jumlah A\n= ----- x 100%\nJumlah B", PERCENT,
                                        "`Jumlah A` / `Jumlah B` * 100"),
    "blank for the result": ("(Jumlah A : Jumlah B) X 100 % = ...... %", PERCENT,
                             "`Jumlah A` / `Jumlah B` * 100"),
    "bar in one line": ("Rasio = Jumlah A ______ Jumlah B", NONE, "`Jumlah A` / `Jumlah B`"),
    "factor between": ("Jumlah A\nX 100 %\n\nJumlah B", PERCENT, "`Jumlah A` / `Jumlah B` * 100"),
    "factor beside": ("Jalan baik + jalan sedang x 100%\nTotal jalan", PERCENT,
                      "(`Jalan baik` + `jalan sedang`) / `Total jalan` * 100"),
    "group below": ("Jumlah A x 100%\n(Jumlah B + Jumlah C)", PERCENT,
                    "`Jumlah A` / (`Jumlah B` + `Jumlah C`) * 100"),
    "two lines": ("Jumlah rumah\nlayak\nJumlah rumah seluruhnya\nx 100%", PERCENT,
                  "`Jumlah rumah layak` / `Jumlah rumah seluruhnya` * 100"),
    "number below": ("I = nilai A + nilai B\n2", INDEX, "rata_rata(`nilai A`, `nilai B`)"),
    "growth over lines": ("PAD n - PAD n-1\nPAD n-1\nx 100%", PERCENT,
                          "(PAD - lalu(PAD)) / lalu(PAD) * 100"),
    "symbols over lines": ("PDRB(t) − PDRB(t−1)\nx 100%\nPDRB(t−1)", PERCENT,
                           "(PDRB - lalu(PDRB)) / lalu(PDRB) * 100"),
    "unit line at the end": (
        "Jumlah A dikurangi jumlah B\nDinas Contoh\nLaporan tahunan\n",
        NONE,
        "`Jumlah A` - `jumlah B`",
    ),
    "unit inside a name": ("Jumlah izin yang terbit pada\nDinas Contoh", NONE,
                           "`Jumlah izin yang terbit pada Dinas Contoh`"),
    # Parentheses that are missing.
    "growth": ("A – B : B x 100%", NONE, "(A - B) / B * 100"),
    "growth of a shortened name": (
        ("Laba usaha milik desa ke kas tahun n - Laba usaha milik desa tahun n-1"
        " / Laba usaha milik desa tahun n-1 x 100%"),
        NONE,
        ("(`Laba usaha milik desa ke kas` - lalu(`Laba usaha milik desa ke kas`))"
        " / lalu(`Laba usaha milik desa ke kas`) * 100"),
    ),
    "half a name in backquotes": (
        "Jumlah jalan kondisi baik + `sedang`",
        NONE,
        "`Jumlah jalan kondisi baik` + sedang",
    ),
    "growth of half names": (
        "Jumlah kasus tahun n-1 dikurang tahun n dibagi tahun n-1 kali 100%",
        PERCENT,
        "(lalu(`Jumlah kasus`) - `Jumlah kasus`) / lalu(`Jumlah kasus`) * 100",
    ),
    "factor above a bar": (
        "Nilai A - Nilai B x 100%\n-----------\nNilai B",
        PERCENT,
        "(`Nilai A` - `Nilai B`) / `Nilai B` * 100",
    ),
    "rest of a hundred": ("100% - tingkat kemiskinan", PERCENT, "100 - `tingkat kemiskinan`"),
    "mean of alike terms": (
        "Capaian satu + capaian dua + capaian tiga dibagi 3",
        PERCENT,
        "rata_rata(`Capaian satu`, `capaian dua`, `capaian tiga`)",
    ),
    "shared out": (
        "(Air terjual setahun/12) / Jumlah pelanggan",
        NONE,
        "`Air terjual setahun` / 12 / `Jumlah pelanggan`",
    ),
    "rate of a comparison": (
        "Perbandingan jumlah guru dengan jumlah murid per 1.000 murid",
        NONE,
        "`jumlah guru` / `jumlah murid` * 1000",
    ),
    "per cent in the sentence": (
        "Persentase jumlah pekerja terhadap jumlah penduduk (15 tahun ke atas). Makin tinggi baik.",
        NONE,
        "`jumlah pekerja` / `jumlah penduduk (15 tahun ke atas)` * 100",
    ),
    "compared": (
        "Jumlah sengketa selesai berbanding jumlah permohonan",
        PERCENT,
        "`Jumlah sengketa selesai` / `jumlah permohonan` * 100",
    ),
    "at least": (
        "(Jumlah dosen dengan TOEFL >= 500 / Jumlah dosen) x 100%",
        PERCENT,
        "`Jumlah dosen dengan TOEFL ≥ 500` / `Jumlah dosen` * 100",
    ),
    "weights by name": (
        "Bobot 1 x Nilai 1 + Bobot 2 x Nilai 2",
        INDEX,
        "`Bobot 1` * `Nilai 1` + `Bobot 2` * `Nilai 2`",
    ),
    "efficiency": ("Anggaran - realisasi / anggaran x 100%", NONE,
                   "(Anggaran - realisasi) / Anggaran * 100"),
    "numerator": ("Jumlah A ditambah jumlah B dibagi jumlah C dikali 100%", PERCENT,
                  "(`Jumlah A` + `jumlah B`) / `jumlah C` * 100"),
    "closed only": ("Jumlah A + Jumlah B) / Jumlah C x 100%", PERCENT,
                    "(`Jumlah A` + `Jumlah B`) / `Jumlah C` * 100"),
    "closed in a name": ("Jumlah A) / Jumlah B", NONE, "`Jumlah A` / `Jumlah B`"),
    "opened only": ("Jumlah A (baru / Jumlah B", NONE, "`Jumlah A (baru` / `Jumlah B`"),
    "opened at the beginning": ("(Jumlah A / Jumlah B", NONE, "`Jumlah A` / `Jumlah B`"),
    "hundred less": ("100% - (jumlah A / jumlah B x 100%)", PERCENT,
                     "100 - `jumlah A` / `jumlah B` * 100"),
    "mean of percentages": (
        "((Jumlah A / Jumlah B) x 100% + (Jumlah C / Jumlah D) x 100%) / 2",
        PERCENT,
        "(`Jumlah A` / `Jumlah B` * 100 + `Jumlah C` / `Jumlah D` * 100) / 2",
    ),
    # Periods.
    "this and last year": (
        "(Kunjungan tahun ini - kunjungan tahun lalu) / kunjungan tahun lalu x 100%",
        PERCENT,
        "(Kunjungan - lalu(Kunjungan)) / lalu(Kunjungan) * 100",
    ),
    "present basis": ("(PAD tahun n - PAD tahun (n-1)) / PAD tahun n x 100%", PERCENT,
                      "(PAD - lalu(PAD)) / PAD * 100"),
    "decrease": ("(Kasus tahun n-1 - kasus tahun n) / kasus tahun n-1 x 100%", PERCENT,
                 "(lalu(kasus) - kasus) / lalu(kasus) * 100"),
    "symbols": ("(Pt-Pt-1)/Pt-1 x 100%", PERCENT, "(Pt - lalu(Pt)) / lalu(Pt) * 100"),
    "subscripts": (r"\frac{PDRB_t - PDRB_{t-1}}{PDRB_{t-1}} \times 100", PERCENT,
                   "(PDRB - lalu(PDRB)) / lalu(PDRB) * 100"),
    "this and last": ("(VU ini - VU lalu)/VU lalu*100%", PERCENT,
                      "(VU - lalu(VU)) / lalu(VU) * 100"),
    "earlier only": ("A lalu / B", NONE, "lalu(A) / B"),
    "one period only": ("Temuan tahun lalu yang selesai / temuan tahun lalu x 100%", PERCENT,
                        "`Temuan tahun lalu yang selesai` / `temuan tahun lalu` * 100"),
    "named years": ("(PAD 2020 - PAD 2019) / PAD 2019 x 100%", PERCENT,
                    "(`PAD 2020` - `PAD 2019`) / `PAD 2019` * 100"),
    # Comparisons.
    "perbandingan": ("Perbandingan antara A dan B dikali 100%", PERCENT, "A / B * 100"),
    "adalah": ("Cakupan adalah perbandingan jumlah A dengan jumlah B.", PERCENT,
               "`jumlah A` / `jumlah B` * 100"),
    "counted one joins": (
        "Perbandingan jumlah aduan terhadap layanan dengan seluruh aduan", PERCENT,
        "`jumlah aduan terhadap layanan` / `seluruh aduan` * 100"),
    "persentase terhadap": ("Persentase penduduk miskin terhadap total penduduk", PERCENT,
                            "`penduduk miskin` / `total penduduk` * 100"),
    "persentase dari": ("Persentase desa mandiri dari seluruh desa", PERCENT,
                        "`desa mandiri` / `seluruh desa` * 100"),
    "persentase dibagi": ("Persentase jumlah A dibagi jumlah B", PERCENT,
                          "`jumlah A` / `jumlah B` * 100"),
    "rasio dibagi": ("Rasio guru SD / murid SD", ("Rasio guru", "rasio"), "`guru SD` / `murid SD`"),
    "persentase over persentase": ("Persentase A / persentase B", NONE,
                                   "`Persentase A` / `persentase B`"),
    "bare terhadap": ("Jumlah A terhadap jumlah B", PERCENT, "`Jumlah A` / `jumlah B` * 100"),
    "selisih": ("Selisih antara pendapatan dengan belanja", NONE, "pendapatan - belanja"),
    "hasil bagi": ("Dihitung dari hasil bagi antara jumlah A dengan jumlah B", NONE,
                   "`jumlah A` / `jumlah B`"),
    "membagi": ("Dihitung dengan cara membagi jumlah A dengan jumlah B", NONE,
                "`jumlah A` / `jumlah B`"),
    # Rates.
    "rate": ("Jumlah kasus per 1.000 penduduk", NONE, "`Jumlah kasus` / penduduk * 1000"),
    "rate behind the divisor": ("Jumlah A dibagi jumlah B per 1000 B", NONE,
                                "`Jumlah A` / `jumlah B` * 1000"),
    "rate by satuan": ("Jumlah A dibagi jumlah B", ("Angka A", "per 10.000 penduduk"),
                       "`Jumlah A` / `jumlah B` * 10000"),
    # Weights and means.
    "weights": ("(0,3 x A) + (0,7 x B)", INDEX, "A * 0.3 + B * 0.7"),
    "weights in per cent": ("A x 30% + B x 70%", INDEX, "A * 0.30 + B * 0.70"),
    "weights in front": ("(50% Nilai A) + (50% dari Nilai B)", INDEX,
                         "`Nilai A` * 0.50 + `Nilai B` * 0.50"),
    "other weights": ("0,3 x A + 2 x B", INDEX, "A * 0.3 + B * 2"),
    "weights and names": ("0,3 x A + B", INDEX, "0.3 * A + B"),
    "weighted list": ("1. Fisik dengan bobot 40%;\n2. Keuangan dengan bobot 60%", INDEX,
                      "Fisik * 0.40 + Keuangan * 0.60"),
    "mean of a list": ("Rata-rata dari:\n- Nilai A\n- Nilai B", INDEX,
                       "rata_rata(`Nilai A`, `Nilai B`)"),
    "mean of a list in one line": ("Rata-rata capaian dari : 1. Nilai A, 2. Nilai B dan 3. Nilai C",
                                   INDEX, "rata_rata(`Nilai A`, `Nilai B`, `Nilai C`)"),
    "mean of a list with semicolons": ("Rata-rata dari: Nilai A; Nilai B", INDEX,
                                       "rata_rata(`Nilai A`, `Nilai B`)"),
    "equal weights": ("Unsur:\n1. Nilai A\n2. Nilai B\nMasing-masing dengan bobot yang sama.",
                      INDEX, "rata_rata(`Nilai A`, `Nilai B`)"),
    "all should fall": ("Rata-rata dari:\n1. Angka kematian\n2. Angka kemiskinan", INDEX,
                        "rata_rata(`Angka kematian`, `Angka kemiskinan`)"),
    "mean by a factor": ("1/2 (Nilai A + Nilai B)", INDEX, "rata_rata(`Nilai A`, `Nilai B`)"),
    "mean by another divisor": ("(Nilai A + Nilai B) / 3", INDEX, "(`Nilai A` + `Nilai B`) / 3"),
    "factor of another fraction": ("2/3 (A + B)", INDEX, "2 / 3 * (A + B)"),
    "factor in per cent": ("Telur x % betina", NONE, "Telur * `% betina` / 100"),
    # Satuan and name.
    "percent by satuan": ("Jumlah A dibagi jumlah B", ("Cakupan", "%"),
                          "`Jumlah A` / `jumlah B` * 100"),
    "mean of twelve": ("SPM dihitung dari capaian 12 indikator dibagi 12", ("SPM", "%"),
                       "`capaian 12 indikator` / 12"),
    "percent by name": ("Jumlah A dibagi jumlah B", ("Persentase A", None),
                        "`Jumlah A` / `jumlah B` * 100"),
    "percent by a satuan of its own": ("Jumlah A dibagi jumlah B", ("Cakupan", "Persentase (%)"),
                                       "`Jumlah A` / `jumlah B` * 100"),
    "percent by a note": ("(A / B) + (C / D) (dalam %)", NONE, "(A / B + C / D) * 100"),
    "percent by words": ("Jumlah A / jumlah B, dinyatakan dalam persen", NONE,
                         "`Jumlah A` / `jumlah B` * 100"),
    "percent of a sum": ("(Jumlah A + Jumlah B) / Jumlah C", ("Cakupan", "%"),
                         "(`Jumlah A` + `Jumlah B`) / `Jumlah C` * 100"),
    "no percent": ("Murid SD / Guru SD", ("Rasio murid", "rasio"), "`Murid SD` / `Guru SD`"),
    "sum of ratios": ("(A / B) + (C / D)", NONE, "A / B + C / D"),
    "mean of levels": ("Total nilai IKM dibagi jumlah OPD", ("Nilai IKM", "%"),
                       "`Total nilai IKM` / `jumlah OPD`"),
    "percentage of values": ("Nilai kredit macet dibagi jumlah kredit", PERCENT,
                             "`Nilai kredit macet` / `jumlah kredit` * 100"),
    "index of 100": ("It / Ib x 100", ("Nilai tukar", "indeks"), "It / Ib * 100"),
    "other multiplier": ("Jumlah A / jumlah B x 25", INDEX, "`Jumlah A` / `jumlah B` * 25"),
    "known measures": ("Produksi padi / luas panen", ("Produktivitas", "ton/ha"),
                       "`Produksi padi` / `luas panen`"),
    "percent against satuan, with the name": ("Jumlah A / jumlah B x 100%",
                                              ("Persentase dokumen", "dokumen"),
                                              "`Jumlah A` / `jumlah B` * 100"),
    # Several lines and sentences.
    "announced": ("Definisi: kinerja kota.\nRumus perhitungan:\nJumlah A / Jumlah B", NONE,
                  "`Jumlah A` / `Jumlah B`"),
    "announced inside": ("Cakupan dihitung dengan rumus: Jumlah A / Jumlah B", NONE,
                         "`Jumlah A` / `Jumlah B`"),
    "announced with nothing behind": ("A / Jumlah B\nRumus:", NONE, "A / `Jumlah B`"),
    "numbered": ("1. Jumlah A / Jumlah B", NONE, "`Jumlah A` / `Jumlah B`"),
    "definition before": ("Cakupan layanan kota. Jumlah A dibagi jumlah B dikali 100%.", PERCENT,
                          "`Jumlah A` / `jumlah B` * 100"),
    "legend": ("A/B x 100%\nKeterangan:\nA = jumlah KK berakta; B = jumlah KK", PERCENT,
               "A / B * 100"),
    "legend in the sentence": ("(a/b) x 100%, dimana a = jumlah kasus, b = jumlah warga", PERCENT,
                               "a / b * 100"),
    "legend before": ("A = Jumlah ruang baik\nB = Jumlah ruang\nA/B x 100%", PERCENT,
                      "A / B * 100"),
    "symbols of a legend": ("KB-KL x 2\nKB: kasus baru\nKL: kasus lama", NONE, "KB - KL * 2"),
    "sample figures": ("Jumlah A / Jumlah B x 100% = 83 / 852 x 100% = 9,74%", PERCENT,
                       "`Jumlah A` / `Jumlah B` * 100"),
    "sample figures below": ("Jumlah A / Jumlah B x 100%\n83 / 852 x 100%", PERCENT,
                             "`Jumlah A` / `Jumlah B` * 100"),
    "equal sides": ("Y = A / B x 100% = A / B x 100%", NONE, "A / B * 100"),
    "picture beside": ("Nilai PDRB dibagi jumlah penduduk.\nPDRB per kapita = [pic]",
                       ("PDRB per kapita", "Rp"), "`Nilai PDRB` / `jumlah penduduk`"),
    "conversion": (
        "Total nilai / total unsur x bobot\nHasil tersebut dikonversi dengan nilai dasar 25",
        INDEX,
        "`Total nilai` / `total unsur` * bobot * 25",
    ),
    # Counts.
    "count": ("Banyaknya koperasi yang dinilai", ("Jumlah koperasi", "unit"),
              "`Banyaknya koperasi yang dinilai`"),
    "counted, and nothing else": ("Koperasi yang telah dinilai dijumlahkan", NONE,
                                  "`Koperasi yang telah dinilai`"),
    "announced count": ("Menunjukkan jumlah dokumen yang ditetapkan", NONE,
                        "`jumlah dokumen yang ditetapkan`"),
    "one clause for both": ("Jumlah dokumen dan data yang terbit", NONE,
                            "`Jumlah dokumen dan data yang terbit`"),
    "symbol": ("KOPERASI_SEHAT", NONE, "KOPERASI_SEHAT"),
    "name with nothing beside it": ("Koperasi aktif", NONE, "`Koperasi aktif`"),
    "total": ("Pendapatan daerah, meliputi : Pajak daerah; Retribusi daerah; dan Lain-lain",
              ("PAD", "Rp"), "`Pajak daerah` + `Retribusi daerah` + `Lain-lain`"),
    # What is plain, though typed carelessly.
    "label beside the bar": ("Jumlah nilai\nNRR = ──────────\nJumlah responden", NONE,
                             "`Jumlah nilai` / `Jumlah responden`"),
    "numerator over lines beside the bar": (
        "Jumlah penduduk\nmiskin\n= ------\nJumlah penduduk",
        NONE,
        "`Jumlah penduduk miskin` / `Jumlah penduduk`",
    ),
    "by way of": ("Dengan cara jumlah A dibagi jumlah B", NONE, "`jumlah A` / `jumlah B`"),
    "figures in parentheses behind": (
        "Jumlah A dibagi jumlah B dikali 100% (=450/600x100%=75%)",
        PERCENT,
        "`Jumlah A` / `jumlah B` * 100",
    ),
    "figures with a colon behind": (
        "Jumlah A dibagi jumlah B dikali 100 % = 20 : 25 x 100 %",
        PERCENT,
        "`Jumlah A` / `jumlah B` * 100",
    ),
    "decimal over decimal": ("100 - (50/0,9 x (Ieu - 0,1))", INDEX,
                             "100 - 50 / 0.9 * (Ieu - 0.1)"),
    "the same sum in parentheses": ("P = (A + B) / C = ((A + B) / C)", INDEX, "(A + B) / C"),
    "the same with symbols in parentheses": (
        "Jumlah ASN disiplin (A) / jumlah ASN (B) x 100% atau (A : B) x 100%",
        PERCENT,
        "`Jumlah ASN disiplin (A)` / `jumlah ASN (B)` * 100",
    ),
    "a part under an abbreviation": (
        "OPD yang mencapai target minimal 90% dari jumlah OPD",
        PERCENT,
        "`OPD yang mencapai target minimal 90%` / `jumlah OPD` * 100",
    ),
    "thousands with commas": ("Jumlah kasus ÷ jumlah penduduk x 100,000", NONE,
                              "`Jumlah kasus` / `jumlah penduduk` * 100000"),
    "colon before a hundred": ("Kasus selesai : kasus masuk x 100", PERCENT,
                               "`Kasus selesai` / `kasus masuk` * 100"),
    "shares of a share": (
        "(Persentase A + Persentase B) / Persentase C x 100%",
        PERCENT,
        "(`Persentase A` + `Persentase B`) / `Persentase C` * 100",
    ),
    "the same in parentheses": ("P = (A / B) x 100% = A / B x 100%", PERCENT, "A / B * 100"),
    "bar of signs of equality": (
        "Jumlah titik pantau baik\n=======  x 100 %\nJumlah titik pantau",
        PERCENT,
        "`Jumlah titik pantau baik` / `Jumlah titik pantau` * 100",
    ),
    "bar of signs of equality, longer": (
        "Jumlah desa ODF\n==================== X 100%\nJumlah desa",
        NONE,
        "`Jumlah desa ODF` / `Jumlah desa` * 100",
    ),
    "bar of hyphens apart": (
        "Jumlah desa ODF\n- - - - - - - - - - - x 100%\nJumlah desa",
        PERCENT,
        "`Jumlah desa ODF` / `Jumlah desa` * 100",
    ),
    "bar of overlines": (
        "Jumlah desa ODF\n‾‾‾‾‾‾‾‾‾ x 100%\nJumlah desa",
        PERCENT,
        "`Jumlah desa ODF` / `Jumlah desa` * 100",
    ),
    "colon that alone can divide": (
        "Siswa lulus : peserta UN x 100%",
        ("Angka kelulusan", "%"),
        "`Siswa lulus` / `peserta UN` * 100",
    ),
    "colon that alone can divide, without per cent sign": (
        "Bayi diimunisasi : bayi lahir hidup x 100",
        ("Cakupan imunisasi", "%"),
        "`Bayi diimunisasi` / `bayi lahir hidup` * 100",
    ),
    "colon in a group": (
        "(Siswa lulus : peserta UN) x 100%",
        ("Angka kelulusan", "%"),
        "`Siswa lulus` / `peserta UN` * 100",
    ),
    "slash before a basis": (
        "Realisasi PBB-P2/Potensi PBB-P2 x100%",
        PERCENT,
        "`Realisasi PBB-P2` / `Potensi PBB-P2` * 100",
    ),
    "slash before a potential": (
        "Luas tanam padi/potensi lahan padi x 100%",
        PERCENT,
        "`Luas tanam padi` / `potensi lahan padi` * 100",
    ),
    "realisation and target alone": (
        "Realisasi/Target x 100%",
        PERCENT,
        "Realisasi / Target * 100",
    ),
    "a part of what is counted": (
        "Jumlah perizinan yang diterbitkan sesuai SOP dari jumlah permohonan izin dikali 100%",
        PERCENT,
        "`Jumlah perizinan yang diterbitkan sesuai SOP` / `jumlah permohonan izin` * 100",
    ),
    "a part of what is counted, without factor": (
        "Jumlah desa mandiri dari seluruh desa",
        PERCENT,
        "`Jumlah desa mandiri` / `seluruh desa` * 100",
    ),
    "a part of a total": (
        "Jumlah puskesmas yang terakreditasi dari total puskesmas yang ada x 100 %",
        NONE,
        "`Jumlah puskesmas yang terakreditasi` / `total puskesmas yang ada` * 100",
    ),
    "realisation against target": (
        "Realisasi fisik kegiatan tahun berjalan terhadap target fisik",
        PERCENT,
        "`Realisasi fisik kegiatan tahun berjalan` / `target fisik` * 100",
    ),
    "area against area": (
        "Luas RTH publik terhadap luas wilayah kota",
        PERCENT,
        "`Luas RTH publik` / `luas wilayah kota` * 100",
    ),
    "count against count": (
        "Jumlah akta terbit terhadap jumlah permohonan x 100%",
        NONE,
        "`Jumlah akta terbit` / `jumlah permohonan` * 100",
    ),
    "percentage of a comparison": (
        "Prosentase perbandingan realisasi dengan rencana",
        PERCENT,
        "realisasi / rencana * 100",
    ),
    "legend in parentheses": (
        "JPS/JPK x 100% (JPS = jumlah penduduk sejahtera, JPK = jumlah penduduk kota)",
        PERCENT,
        "JPS / JPK * 100",
    ),
    "legend behind ket.": (
        "X = A / B * 100% ket. A : jumlah posyandu aktif B : jumlah posyandu",
        PERCENT,
        "A / B * 100",
    ),
    "legend behind commas": (
        "(A-B)/B x 100%, A = jumlah hotel tahun n, B = jumlah hotel tahun n-1",
        PERCENT,
        "(A - B) / B * 100",
    ),
    "legend behind nothing": (
        "APS = JS/JP x 100% JS = jumlah siswa JP = jumlah penduduk",
        PERCENT,
        "JS / JP * 100",
    ),
    "legend with dan": (
        "a/b x 100% dengan a = jumlah OPD tertib dan b = jumlah OPD",
        PERCENT,
        "a / b * 100",
    ),
    "legend with colons in the sentence": (
        "(A + B) / C x 100%; A: jalan baik; B: jalan sedang; C: panjang jalan",
        PERCENT,
        "(A + B) / C * 100",
    ),
    "legend in parentheses over lines": (
        "P = n/N x 100%\n(n = jumlah arsip tertata\nN = jumlah arsip)",
        PERCENT,
        "n / N * 100",
    ),
    "legend of sentences": (
        "A/B x 100%. A = jumlah kasus selesai. B = jumlah kasus",
        PERCENT,
        "A / B * 100",
    ),
    "fraction laid out with spaces": (
        "Persentase OPD = a x 100%\n                  b\na = Jumlah OPD bernilai A\nb = jumlah OPD",
        PERCENT,
        "a / b * 100",
    ),
    "symbols over each other": (
        "n x 100%\nN\nn = jumlah balita\nN = jumlah sasaran",
        PERCENT,
        "n / N * 100",
    ),
    "plus of an age": (
        "Jumlah perempuan yang mengalami kekerasan / jumlah perempuan usia 18+ x 100.000",
        ("Rasio KDRT", "per 100.000"),
        "`Jumlah perempuan yang mengalami kekerasan` / `jumlah perempuan usia 18+` * 100000",
    ),
    "plus of an age before a clause": (
        "Jumlah lansia usia 60+ yang diskrining dibagi jumlah penduduk usia 60+ dikali 100%",
        PERCENT,
        "`Jumlah lansia usia 60+ yang diskrining` / `jumlah penduduk usia 60+` * 100",
    ),
    "plus glued to a symbol": (
        "Jumlah A1+ jumlah A2",
        NONE,
        "`Jumlah A1` + `jumlah A2`",
    ),
    "selisih of two years": (
        "Selisih PAD tahun ini dengan tahun lalu dibagi PAD tahun lalu x 100%",
        ("Pertumbuhan PAD", "%"),
        "(PAD - lalu(PAD)) / lalu(PAD) * 100",
    ),
    "selisih of numbered years": (
        "Selisih jumlah UMKM tahun n dan tahun n-1 dibagi jumlah UMKM tahun n-1 dikali 100%",
        PERCENT,
        "(`jumlah UMKM` - lalu(`jumlah UMKM`)) / lalu(`jumlah UMKM`) * 100",
    ),
    "selisih alone": (
        "Selisih antara produksi padi tahun ini dengan tahun sebelumnya",
        ("Kenaikan produksi", "ton"),
        "`produksi padi` - lalu(`produksi padi`)",
    ),
    "figures below a fraction": (
        "Jumlah A selesai\n_____ x 100%\nJumlah A\n1.250\n_____ x 100% = 62,5%\n2.000",
        PERCENT,
        "`Jumlah A selesai` / `Jumlah A` * 100",
    ),
    "figures with signs of equality below a fraction": (
        "Jumlah A selesai\n----- x 100%\nJumlah A\n= 45\n------ x 100%\n50\n= 90%",
        PERCENT,
        "`Jumlah A selesai` / `Jumlah A` * 100",
    ),
    "count and its value": (
        "Jumlah UMKM yang difasilitasi = 2720",
        ("Jumlah UMKM", "unit"),
        "`Jumlah UMKM yang difasilitasi`",
    ),
    "count, its value and unit": (
        "Jumlah UMKM yang difasilitasi = 2.720 unit",
        ("Jumlah UMKM", "unit"),
        "`Jumlah UMKM yang difasilitasi`",
    ),
    "the same with symbols": (
        "Jumlah LHP yang terbit (A) dibagi jumlah PKPT (B) dikali 100% atau A/B x 100%",
        PERCENT,
        "`Jumlah LHP yang terbit (A)` / `jumlah PKPT (B)` * 100",
    ),
    "cube root": (
        "IPM = ∛(I kesehatan × I pendidikan × I pengeluaran) × 100",
        INDEX,
        "rata_rata_geometrik(`I kesehatan`, `I pendidikan`, `I pengeluaran`) * 100",
    ),
    "square root": (
        "√(A x B)",
        INDEX,
        "rata_rata_geometrik(A, B)",
    ),
    "weights glued to symbols": (
        "Indeks = 0.3 A + 0.3 B + 0.4 C",
        INDEX,
        "A * 0.3 + B * 0.3 + C * 0.4",
    ),
    "weights glued to abbreviations": (
        "IKLH = 0,376 IKA + 0,405 IKU + 0,219 IKL",
        INDEX,
        "IKA * 0.376 + IKU * 0.405 + IKL * 0.219",
    ),
    "sum of grades": (
        "(Jumlah desa kategori 3+ jumlah desa kategori 4) / jumlah desa x 100%",
        PERCENT,
        "(`Jumlah desa kategori 3` + `jumlah desa kategori 4`) / `jumlah desa` * 100",
    ),
    "plus at the end of an age": (
        "(Jumlah warga bekerja / jumlah warga umur 15+) x 100%",
        PERCENT,
        "`Jumlah warga bekerja` / `jumlah warga umur 15+` * 100",
    ),
    "plus at the end of a name": (
        "Jumlah lansia / jumlah penduduk pra 60+",
        NONE,
        "`Jumlah lansia` / `jumlah penduduk pra 60+`",
    ),
    "verb apart": (
        "Jumlah A yang baik di bagi jumlah A di kali 100%",
        PERCENT,
        "`Jumlah A yang baik` / `jumlah A` * 100",
    ),
    "then": (
        "Jumlah desa sehat dibagi jumlah seluruh desa lalu dikalikan dengan 100%",
        PERCENT,
        "`Jumlah desa sehat` / `jumlah seluruh desa` * 100",
    ),
    "last year before a verb": (
        "PAD daerah tahun ini dibagi PAD daerah tahun lalu dikali 100",
        NONE,
        "`PAD daerah` / lalu(`PAD daerah`) * 100",
    ),
    "name that ends with a syllable": (
        "(Produksi padi tahun n - produksi padi tahun n-1) / produksi padi tahun n-1 x 100%",
        PERCENT,
        "(`Produksi padi` - lalu(`Produksi padi`)) / lalu(`Produksi padi`) * 100",
    ),
    "figures in a worded formula": (
        "Jumlah A dibagi jumlah B x 100% = 45/60 x 100% = 75%",
        PERCENT,
        "`Jumlah A` / `jumlah B` * 100",
    ),
    "volume and capacity": (
        "Ratio = volume lalu lintas (smp/jam) / kapasitas jalan (smp/jam)",
        ("V/C ratio", "rasio"),
        "`volume lalu lintas (smp/jam)` / `kapasitas jalan (smp/jam)`",
    ),
    "legend of two words": (
        "(jalan mantap/jalan kota) x 100%, dimana jalan mantap = jalan baik + sedang",
        PERCENT,
        "`jalan mantap` / `jalan kota` * 100",
    ),
    "legend with an operation": (
        "Y = A + B, B = C + D",
        NONE,
        "A + B",
    ),
    "symbol X behind a word": (
        "X/Y*100 dengan X jumlah pegawai",
        NONE,
        "X / Y * 100",
    ),
    "earlier year first": (
        "Selisih kasus tahun lalu dengan tahun ini dibagi kasus tahun lalu x 100%",
        ("Persentase penurunan kasus", "%"),
        "(lalu(kasus) - kasus) / lalu(kasus) * 100",
    ),
    "difference of prices": (
        "Selisih harga tertinggi dengan harga terendah",
        NONE,
        "`harga tertinggi` - `harga terendah`",
    ),
}  # fmt: skip
"""By the way of writing: the sentence, indicator and satuan beside it, and the formula."""

KEPT: Final[dict[str, tuple[str, Beside, str]]] = {
    # Look-alikes of what shops, hospitals and statisticians write.
    "constant that is no scale": ("Jumlah A dibagi jumlah B dengan konstanta 5", NONE, "konstanta"),
    "constant of a comparison": ("Perbandingan jumlah A dengan jumlah B dengan konstanta 100",
                                 NONE, "konstanta"),
    "constant as divisor": ("Membagi jumlah A dengan konstanta 100", NONE, "pembagi"),
    "change relative to": (
        "Inflasi adalah persentase perubahan harga relatif terhadap harga lalu", NONE,
        "perubahan"),
    "change against a target": ("Persentase penurunan kasus terhadap jumlah kasus", NONE,
                                "perubahan"),
    "change as a percentage": ("Kenaikan harga sebagai persentase dari harga awal", NONE,
                               "perubahan"),
    "bare change": ("Kenaikan nilai produksi terhadap nilai produksi lama x 100%", PERCENT,
                    "perubahan"),
    "this as a percentage": ("Angka ini dinyatakan sebagai persentase dari total", NONE, "tidak"),
    "share in a formula": ("Jumlah A sebagai persentase dari jumlah B dibagi jumlah C", NONE,
                           "di tengah"),
    "how often with a sign": ("Jumlah ibu minimal 4 × kunjungan / jumlah ibu × 100%", PERCENT,
                              "berapa kali"),
    "how often at the end": ("Jumlah A yang mendapat 1 ×", PERCENT, "tidak lengkap"),
    "dose": ("Jumlah pasien minum obat 3 x 1 / jumlah pasien x 100%", PERCENT, "× 1"),
    "listed products": ("1 x nilai A, 2 x mutu B, 3 x mutu C", NONE, "daftar"),
    "product in a name": ("Jumlah A, 2 x jumlah B / jumlah C x 100%", PERCENT, "hasil kali"),
    "divided by half a product": ("Jumlah A dibagi 2 x jumlah B", NONE, "penyebut"),
    "difference in a name": ("konsumsi + ( ekspor - impor ) neto", NONE, "kurung"),
    "limit in English": ("Skor = (Aktual / Target) x 100 (max 100)", NONE, "batas"),
    "short limit": ("Realisasi dibagi target x 100% (maks. 120%)", PERCENT, "batas"),
    "another value in words": ("Skor = A / B x 100. Skor akhir = rata-rata semua skor", NONE,
                               "lebih dari satu"),
    "another value computed": ("PK = A / B x 100% C = D / E A = jumlah", PERCENT, "bukan satuan"),
    "for every kilometre": ("Jumlah penduduk untuk setiap kilometer persegi", ("Kepadatan", None),
                            "tidak ada rumus"),
    "every kilometre": ("Penduduk tiap km", NONE, "tidak ada rumus"),
    "per kilometre": ("Jumlah penduduk per kilometer persegi", ("Kepadatan", "jiwa"), "tidak ada"),
    "people less a sum in per cent": ("Jumlah guru - (PNS + PPPK)", PERCENT, "tidak membagi"),
    "levels of schools": ("SD - SMP - SMA", NONE, "tidak ada rumus"),
    "report of money": ("Laporan biaya - beban", ("Laporan", None), "tidak ada rumus"),
    "labels in a sentence": ("Pembilang adalah pasien\nPenyebut adalah kamar", PERCENT, "tidak"),
    "part above another count": ("Jumlah desa berpeta\n\nJumlah seluruh kecamatan", PERCENT,
                                 "beberapa baris"),
    "part above all and more": ("Jumlah desa\nJumlah kota\n\nJumlah seluruh desa", PERCENT,
                                "beberapa baris"),
    "part above all without a name": ("Jumlah desa berpeta\n\nJumlah seluruh desa", (None, "%"),
                                      "beberapa baris"),
    "another quantity below": ("(Prod Th t) – (Prod Th t-1) x 100%\n\nMutu Thn t-1", PERCENT,
                               "sebagian"),
    "counted line behind yang": ("Jumlah A yang\n\nJumlah B x 100%", PERCENT, "pembagi"),
    "shows a purpose": ("Indikator ini menggambarkan kinerja dibanding dengan pesaing", NONE,
                        "tujuan"),
    "three factors": ("Hasil perkalian antara luas, tinggi dan panjang", NONE, "dikalikan"),
    "and twice in a product": ("Hasil kali A dan B dan C", NONE, "lebih dari satu kata"),
    "product over an open list": ("Perkalian nilai dengan bobot setiap unsur", NONE, "daftar"),
    "two things in parentheses": ("Persentase realisasi (fisik / keuangan) x 100%", PERCENT,
                                  "tidak ada pembagi"),
    "satuan with two names": ("Jumlah OPD / UPT", ("Jumlah OPD", "OPD/UPT"), "garis miring"),
    "factors of a list": ("Jumlah desa aktif\n100%\nJumlah desa binaan\n100%", NONE,
                          "beberapa baris"),
    "factor between two things": ("Jumlah desa aktif\n100%\nJumlah warga binaan", PERCENT,
                                  "beberapa baris"),
    # What is left of an operation, or goes with a noun.
    "verb nobody knows": ("Realisasi dkkaliikn 100 / target", NONE, "perkalian"),
    "function nobody defines": ("koef(1-gaps) + Koef(Kj)", NONE, "fungsi"),
    "less one without parentheses": ("PAD 2025 / PAD 2024 - 1 x 100%", PERCENT, "“- 1”"),
    "two divisors": ("Realisasi bulan ini ÷ pagu atau terhadap target", NONE, "“atau”"),
    "comparison inside": (
        "Jumlah rasio antara pendapatan dengan garis kemiskinan, dibagi dengan jumlah penduduk",
        NONE, "membandingkan"),
    "area and length": ("Luas kebun + panjang jalan", NONE, "berbeda jenisnya"),
    "satisfaction with something": ("Prosentase Kepuasan OPD terhadap Layanan Sekretariat", NONE,
                                    "tidak ada rumus"),
    "product behind a quotient": (
        "BOR = Jumlah hari perawatan / Jumlah TT x jumlah hari dalam periode x 100%", PERCENT,
        "bagian dari penyebut"),
    "half a clause": ("Jumlah penduduk yang bekerja + mencari kerja / penduduk x 100%", PERCENT,
                      "sebagian dari nama"),
    "half a grade": ("Jumlah OPD predikat A + B / jumlah OPD x 100%", PERCENT,
                     "sebagian dari nama"),
    "three in a ratio": ("Skor A : skor B : skor C", INDEX, "beberapa titik dua"),
    "slash in a count": ("Jumlah penduduk/luas wilayah (km2)", ("Kepadatan", "jiwa/km2"),
                         "tidak ada rumus"),
    "violence against somebody": ("Rasio kekerasan terhadap perempuan", NONE, "tidak ada rumus"),
    "two counts with a purpose": ("Jumlah bantuan bagi petani dan jumlah nelayan",
                                  ("Jumlah bantuan", "bantuan"), "“dan”"),
    "readiness for something": ("Kesiapan desa terhadap belanja desa x 100%", PERCENT,
                                "tidak ada pembagi"),
    "long fraction": ("Angka A-Angka B/Angka C-Angka B", NONE, "tanda kurung"),
    "long fraction of sums": ("A - B / C + D", NONE, "tanda kurung"),
    "sum in a group": ("(A + B / C) x 100%", PERCENT, "tanda kurung"),
    "factor behind a weight": ("(0,30 x Kepatuhan) + (0,70 x Kinerja) x 100", NONE, "pengali"),
    "mean less a name": ("Rata-rata waktu panggil – waktu daftar", ("Waktu", "Menit"), "rata-rata"),
    "count and event": ("Jumlah pokmas yang aktif serta terbangunnya sarana", NONE, "“serta”"),
    "two bodies": ("Jumlah temuan dari BPK / BPKP", ("Jumlah temuan", "temuan"), "garis miring"),
    "input and output": ("Input : Jumlah perkara\nOutput : Jumlah perkara selesai", PERCENT,
                         "adalah judul"),
    "numerator twice": ("Pembilang : A\nPembilang : C\nPenyebut : B", PERCENT, "tidak ada rumus"),
    "numerator alone": ("Numerator : Jumlah A\nDenominator :", PERCENT, "tidak ada rumus"),
    "sign that is not lost": ("Target kinerja\n100%\nTercapai semua", PERCENT, "tidak ada rumus"),
    # What resembles a label, a definition, a part, a place, a mean.
    "count before the parenthesis": ("Jumlah kasus DBD (kasus/penduduk x 100.000)",
                                     ("Incident Rate", None), "tidak ada rumus"),
    "measured by TB/U": ("Balita pendek (TB/U x 100%)", ("Prevalensi", "%"), "tidak ada rumus"),
    "words behind the parenthesis": ("Incident Rate (kasus/penduduk x 1.000) per tahun",
                                     ("Incident Rate", None), "tidak ada rumus"),
    "nothing divides in the parenthesis": ("Incident Rate (kasus, penduduk x 1.000)",
                                           ("Incident Rate", None), "tidak ada rumus"),
    "definition with a limit": (
        "Jumlah desa aktif dibagi jumlah desa dikali 100% Desa aktif adalah yang mencapai 100%",
        PERCENT, "bukan satuan"),
    "definition of another thing": (
        "Jumlah desa aktif dibagi jumlah desa dikali 100% Desa mandiri adalah desa yang mapan",
        PERCENT, "bukan satuan"),
    "definition of a value": (
        "Nilai desa aktif dibagi jumlah desa dikali 100% Nilai desa aktif adalah yang tertinggi",
        PERCENT, "bukan satuan"),
    "definition that computes": (
        "Jumlah desa aktif dibagi jumlah desa dikali 100% Desa aktif adalah hasil yang dibagi dua",
        PERCENT, "bukan satuan"),
    "per something else": ("Jumlah siswa per rombongan belajar x 100%", PERCENT,
                           "tidak ada pembagi"),
    "per a period": ("Jumlah kunjungan per hari kunjungan x 100%", PERCENT, "tidak ada pembagi"),
    "per twice": ("Jumlah desa per desa rawan per tahun x 100%", PERCENT, "tidak ada pembagi"),
    "per one word": ("Jumlah laporan per laporan x 100%", PERCENT, "tidak ada pembagi"),
    "per a thousand": ("Jumlah desa aktif per desa terdaftar x 1.000", NONE, "tanda “per”"),
    "among others": ("Jumlah siswa diantara jumlah guru x 100%", PERCENT, "tidak ada pembagi"),
    "a group that is open inside": ("(A + B / C) + (D x E)", ("Cicilan", "Rp"), "tanda kurung"),
    "one group": ("(A + B / C)", ("Cicilan", "Rp"), "tanda kurung"),
    "a term without parentheses": ("(A / B) + C", ("Cicilan", "Rp"), "tanda kurung"),
    "two counts with a place": ("Jumlah guru di SD dan guru SMP", ("Jumlah guru", "Guru"), "“dan”"),
    "two counts in a place": ("Jumlah guru dan siswa di SD", ("Jumlah guru", "Guru"), "“dan”"),
    "two counts with examples": ("Jumlah koperasi (aktif) dan UMKM (kecil)",
                                 ("Jumlah koperasi", "unit"), "“dan”"),
    "units of another ratio": ("Total biaya (Rp) per panjang jalan (km)", ("Biaya", "Rp"),
                               "tidak ada rumus"),
    "units and a sign": ("Biaya: total (Rp) per panjang jalan (km)", ("Biaya", "Rp/km"),
                         "tidak ada rumus"),
    "mean of half a name": ("Rata-rata dari nilai siswa dan guru", NONE, "tidak ada rumus"),
    "mean for each": ("Rata-rata dari nilai siswa dan nilai guru setiap sekolah", NONE,
                      "tidak ada rumus"),
    "mean of counts": ("Rata-rata dari jumlah siswa dan jumlah guru", NONE, "tidak ada rumus"),
    "mean and two of one": ("Rata-rata dari nilai siswa dan guru dan nilai kepala", NONE,
                            "tidak ada rumus"),
    "mean divided again": ("Rata-rata dari persentase A dan persentase B dibagi 2", PERCENT,
                           "“dan”"),
    "mean of two directions": ("Rerata dari indeks kemiskinan dan indeks pembangunan", NONE,
                               "diharapkan turun"),
    "growth of another thing": (
        "(Jumlah pelanggan tahun ini - tagihan tahun lalu) / tagihan tahun lalu x 100%",
        PERCENT, "nama yang berbeda"),
    # Words that do not say enough.
    "half a name less": ("Jumlah BUMDes kategori maju – berkembang dibagi jumlah BUMDes x 100%",
                         PERCENT, "sebagian dari nama"),
    "a share of something": ("Persentase desa = 5 : 30% desa", NONE,
                             "“30% desa” adalah bilangan dengan satuannya"),
    "a power beyond all decimals": (f"A ^ {'9' * 40}", NONE, "pangkat"),
    "a broken power": ("A ^ 2,5", NONE, "pangkat"),
    "half a name more": ("Jumlah jembatan kondisi baik + sedang / jumlah jembatan x 100%",
                         PERCENT, "sebagian dari nama"),
    "half a name with a clause": ("Jumlah sekolah negeri + swasta yang baik / jumlah sekolah",
                                  NONE, "sebagian dari nama"),
    "half a name compared": ("Selisih antara angka harapan hidup laki-laki dan perempuan",
                             NONE, "sebagian dari nama"),
    "half a name with its unit": ("Nilai investasi PMDN + PMA (Rp)", NONE, "sebagian dari nama"),
    "half a name of two words": ("Realisasi PMA + PMDN", NONE, "sebagian dari nama"),
    "half a name later": ("Luas sawah teknis + semi teknis + sederhana", NONE, "sebagian dari"),
    "half a name of a kind": (
        "Jumlah Raperda usul DPRD + usul eksekutif dibagi jumlah Raperda x 100%",
        PERCENT,
        "sebagian dari nama",
    ),
    "half a name of an amount": (
        "Pendapatan dari aset tetap + kerja sama + unit usaha", NONE, "sebagian dari nama"),
    "half a name with a preposition": (
        "Jumlah temuan selesai + dalam proses / jumlah temuan x 100%", PERCENT, "sebagian dari"),
    "periods of two names": (
        "Omzet UMKM tahun n dikurangi omzet tahun n-1 dibagi omzet tahun n-1 x 100%",
        PERCENT,
        "nama yang berbeda",
    ),
    "periods of two names turned round": (
        "Kasus desa tahun lalu - kasus / kasus desa tahun lalu x 100%",
        PERCENT,
        "nama yang berbeda",
    ),
    "a coming period": (
        "(PDRB tahun n+1 - PDRB tahun n) / PDRB tahun n x 100%", PERCENT, "akan datang"),
    "shares behind": ("Perencanaan (40%) + Evaluasi 60%", INDEX, "nilai tertinggi"),
    "how it is stated": (
        "Perbandingan jumlah pria dengan jumlah wanita, yang dinyatakan dalam pria per 100 wanita",
        NONE,
        "dinyatakan",
    ),
    "a condition": (
        "(bila indikator negatif: (2 x Target - Realisasi) / Target x 100)", PERCENT, "syarat"),
    "a purpose": ("Menilai kecukupan aset dibandingkan seluruh hutang", NONE, "tujuan"),
    "a remark that may be averaged": (
        "Nilai pendidikan (rata-rata lama sekolah + harapan lama sekolah) / 2", NONE, "kurung"),
    "a number before a symbol": ("Indeks = (2A + 3B + 5C)/10", INDEX, "hasil kali"),
    "scaled in part": ("A/B x 50% + C/D x 50% x 100", INDEX, "sebagian suku"),
    "a total of products": ("Σ nilai × bobot / Σ bobot", NONE, "daftar"),
    "subscripts": ("(∑ nᵢ × kᵢ) / t × 100%", PERCENT, "Σ"),
    "one to": ("1 : (jumlah penduduk / jumlah dokter)", NONE, "perbandingan"),
    "a factor with its period": (
        "Jumlah pajak / target pajak x 12/bulan berjalan", NONE, "bukan satuan"),
    "rest of a count": ("100% - jumlah penduduk miskin", PERCENT, "100%"),
    "half a sum over two": ("Persentase A + persentase B dibagi 2", PERCENT, "tanda kurung"),
    "not alike over three": ("Nilai A + Skor B + Nilai C dibagi 3", NONE, "tanda kurung"),
    "another formula below a legend": (
        "B = 5% x C\nC = nilai akhir\nNILAI TOTAL = NILAI A + NILAI B", NONE, "berbeda"),
    "words behind a number": ("1 : 20 (satu guru untuk dua puluh murid)", NONE, "kata-kata"),
    "figures between": (
        "Jumlah UMKM maju = 2720 / Jumlah UMKM seluruhnya = 8500 x 100% = 32%",
        PERCENT,
        "angka contoh",
    ),
    "figures with units between": (
        "Jumlah nelayan dibina = 2720 orang / Jumlah nelayan = 3000 orang x 100%",
        PERCENT,
        "angka contoh",
    ),
    "mean of percentages or not": ("(A/B x 100%) + (C/D x 100%) / 2", PERCENT, "seluruh jumlah"),
    "weights over a list": ("Total bobot x nilai indikator dibagi jumlah bobot", NONE, "daftar"),
    "counted products": ("Jumlah (bobot x skor) : jumlah bobot", NONE, "daftar"),
    "each of a list": ("Penjumlahan nilai dikalikan skor masing-masing unsur", NONE, "daftar"),
    "number glued to a name": ("Indeks = 0.3 A + 0.3 B + 0.3 C", NONE, "bilangan dengan"),
    "number of days": ("Jumlah hari layanan dibagi 365 hari x 100%", PERCENT, "bilangan dengan"),
    "scale twice": ("Jumlah kasus / 10.000 penduduk x 10.000", NONE, "bilangan dengan"),
    "limit": ("Realisasi dibagi target dikali 100 persen dengan realisasi maksimal 100%",
              PERCENT, "batas nilai"),
    "limit in a remark": ("Realisasi dibagi target x 100% (maksimal 100%)", PERCENT, "batas"),
    "product without parentheses": ("Target x 2 - realisasi / target x 100%", PERCENT, "kurung"),
    "unit of time": ("Jumlah kendaraan uji / hari", ("Kendaraan uji", "unit/hari"), "satuan"),
    "two divisions": ("Jumlah A / jumlah B / jumlah C", NONE, "berturut-turut"),
    "prose": ("Tersedianya dokumen perencanaan", NONE, "tidak ada rumus"),
    "only remarks": ("Rumus:", NONE, "hanya berisi keterangan"),
    "too long": ("Jumlah A / Jumlah B " * 600, NONE, "lebih panjang"),
    "too many lines": ("a\n" * 450, NONE, "lebih panjang"),
    "too large": (" + ".join(f"A{n}" for n in range(600)), NONE, "batas model"),
    "nested": ("(" * 31 + "A" + ")" * 31 + " / B", NONE, "bersarang"),
    "two formulas": ("Jumlah A / Jumlah B x 100%\nJumlah C / Jumlah D x 100%", PERCENT,
                     "lebih dari satu rumus"),
    "announced twice": ("Rumus: A x B\nRumus:\nPopulasi ternak", NONE, "lebih dari satu rumus"),
    "different sides": ("Y = A / B = C / D", NONE, "ruas persamaan"),
    "only figures": ("44 / 45 x 100% = 97,8%", PERCENT, "tidak ada rumus"),
    "slash alone": ("KTP/KK x 100%", PERCENT, "garis miring"),
    "two things": ("Realisasi Keuangan / Fisik", ("Realisasi", "%"), "garis miring"),
    "colon in the middle": ("Jumlah A / Jumlah B x 2 2021: Jumlah C", NONE, "titik dua"),
    "words behind a factor": ("Jumlah A x 100% Total Jalan", PERCENT, "bukan satuan"),
    "long words behind a factor": ("A / B x 1.000 a b c d e f g h i", NONE, "bukan satuan"),
    "no divisor": ("Nilai SAKIP x 100%", INDEX, "tidak ada pembagi"),
    "no operand": ("Jumlah A / x 100%", NONE, "tidak lengkap"),
    "sign at the end": ("A / B ×", NONE, "tidak lengkap"),
    "sentence inside a group": ("(Jumlah A baik. Jumlah B / Jumlah C)", NONE, "kurung tutup"),
    "sentence behind an operation": ("(Jumlah A / Jumlah B baik. Jumlah C)", NONE, "kurung buka"),
    "slash in front": ("/ lampiran", NONE, "tidak ada rumus"),
    "bar in front": ("------\nLaporan", NONE, "tidak lengkap"),
    "two formulas in one line": ("A / B x100% C / D x100%", NONE, "bukan satuan"),
    "fractional power": ("(A x B)^1/3", NONE, "pangkat"),
    "other words below": ("Jumlah A x 100%\nsesuai pedoman", PERCENT, "tidak ada pembagi"),
    "list without marks": ("Rata-rata dari:\nNilai A\nNilai B", INDEX, "tidak ada rumus"),
    "product in per cent": ("Produktivitas x luas panen", PERCENT, "tidak membagi"),
    "item twice": ("Rata-rata dari:\n1. Nilai A\n2. Nilai A", INDEX, "batas model"),
    "no end": ("Jumlah A /", NONE, "tidak ada rumus"),
    "not closed": ("minimum(A; B) / (A; B)", NONE, "tidak lengkap"),
    "two operands of ln": ("ln(A; B) × 2", NONE, "tidak lengkap"),
    "power of a name": ("(A / B)^C", NONE, "pangkat"),
    "power of a fraction": ("(A / B)^0,5", NONE, "pangkat"),
    "groups side by side": ("(A + B) (C + D)", NONE, "bersebelahan"),
    "divided by nothing": ("A / (B − B)", NONE, "selalu nol"),
    "divided by a number": ("Jumlah A dibagi 10.000", NONE, "hanya bilangan"),
    "lost bar": ("ln A - ln B\nln A - ln C", NONE, "garis pecahan"),
    "unordered": ("A + B / C", INDEX, "tanda kurung"),
    "unordered in the middle": ("A + B / C + D", INDEX, "tanda kurung"),
    "product among terms": ("A + B x C / D", INDEX, "tanda kurung"),
    "per cent of a part": ("(A / B x 100%) x C / D + E / F", NONE, "sebagian rumus"),
    "satuan against per cent": ("A / B x 100%", ("Lama tinggal", "hari"), "bertentangan"),
    "measure against per cent": ("A / B x 100%", ("Luas", "ha"), "bertentangan"),
    "the same twice": ("Jumlah A / jumlah a x 100%", PERCENT, "sama"),
    "count in per cent": ("Jumlah A x 12 bulan", PERCENT, "tidak membagi"),
    "difference in per cent": ("Jumlah A - jumlah B", PERCENT, "tidak membagi"),
    "sum in per cent": ("Jumlah A + jumlah B", PERCENT, "tidak membagi"),
    "mean or percentage": ("Nilai total dibagi jumlah desa", ("Cakupan", "%"), "rata-rata atau"),
    "mean that is not divided": ("Rata-rata nilai A + nilai B", INDEX, "tidak dibagi"),
    "change without difference": ("PAD tahun n / PAD tahun n-1 x 100%",
                                  ("Persentase peningkatan PAD", "%"), "tidak mengurangkan"),
    "time without quantity": ("Perbandingan PAD tahun ini dengan tahun lalu", PERCENT, "waktu"),
    "parts of the first": ("Rasio antara warga terdaftar dengan yang memilih", PERCENT, "arah"),
    "two joints": ("Perbandingan A dengan B terhadap C", PERCENT, "lebih dari satu kata"),
    "indexed sum": ("Σ wi x xi", INDEX, "daftar"),
    "sum of products": ("Skor = ∑ (bobot x nilai)", INDEX, "daftar"),
    "sum of levels": ("Σ Tingkat capaian / Jumlah data", INDEX, "daftar"),
    "each": ("Menjumlahkan nilai masing-masing unsur dibagi 9", INDEX, "daftar"),
    "some weights": ("50% A + B", INDEX, "hanya sebagian"),
    "some weights in a list": ("Rata-rata dari:\n1. A (50%)\n2. B", INDEX, "hanya sebagian"),
    "weights that do not add up": ("1. A (50%)\n2. B (40%)", INDEX, "berjumlah 90"),
    "mixed directions": ("Rata-rata dari:\n1. Rumah layak\n2. Kawasan kumuh", INDEX, "mencampur"),
    "computed items": ("Rata-rata dari:\n1. A dibagi B\n2. C dibagi D", INDEX, "rumus sendiri"),
    "count or ratio": ("Jumlah desa yang mandiri", PERCENT, "bukan cacah"),
    "count or index": ("Jumlah desa yang mandiri", ("Tingkat kemandirian", "nilai"),
                       "bukan cacah"),
    "one count or two": ("Jumlah surat masuk dan keluar", ("Surat", "surat"), "satu cacah"),
    "cumulative": ("Jumlah kumulatif desa siaga", ("Desa siaga", "desa"), "tidak ada rumus"),
    "sample behind a count": ("Jumlah kegiatan: 12 kegiatan", ("Kegiatan", "kegiatan"),
                              "tidak ada rumus"),
    "word for a document": ("SPBE", NONE, "tidak ada rumus"),
    "classes": ("Sangat baik; baik; cukup", NONE, "tidak ada rumus"),
    "a rate of itself": ("Angka kematian per 1.000 kelahiran", NONE, "tidak ada rumus"),
    "a list of bounds": ("Nilai kinerja yaitu : > 90; > 80", NONE, "tidak ada rumus"),
    "a list of one": ("Nilai kinerja yaitu : baik;", NONE, "tidak ada rumus"),
    "name beside an indicator": ("Koperasi aktif", ("Koperasi", "unit"), "tidak ada rumus"),
    "name of many words": ("a b c d e f g", NONE, "tidak ada rumus"),
    "name of a ratio": ("Rasio guru", NONE, "tidak ada rumus"),
    "dash alone": ("-", NONE, "tidak ada rumus"),
    "dash at the end": ("Jumlah A -", NONE, "tidak ada rumus"),
    "dash between words": ("Jumlah aparatur - masyarakat", NONE, "tidak ada rumus"),
    "verb in front": ("Dibagi menurut kecamatan", NONE, "tidak ada rumus"),
    "picture": ("X = [pic] x 100%", NONE, "tidak ada rumus"),
    "slash before an abbreviation": ("Jumlah akseptor KB aktif/PUS x 100%", PERCENT, "tanda"),
    "slash of two abbreviations": ("Jumlah PMA/PMDN x 100%", PERCENT, "tanda"),
    "slash of two documents": ("Jumlah penerbitan KTP/KK x 100%", PERCENT, "tanda"),
    "slash of a pair": ("Jumlah desa/kelurahan siaga x 100%", PERCENT, "tidak ada pembagi"),
    "label before a factor": ("Tingkat kelulusan : peserta UN x 100%", PERCENT, "tanda"),
    "indicator before a factor": (
        "Kelulusan siswa : peserta UN x 100%",
        ("Kelulusan siswa", "%"), "tidak ada pembagi",
    ),
    "colon of a label": ("Siswa lulus: peserta UN x 100%", ("Angka kelulusan", "%"), "tanda"),
    "origin": ("Jumlah usulan dari seluruh kecamatan x 100%", PERCENT, "tidak ada pembagi"),
    "part of levels": ("Jumlah capaian dari seluruh capaian indikator", PERCENT, "bukan cacah"),
    "origin of an amount": ("Pendapatan dari retribusi", PERCENT, "tidak ada rumus"),
    "level against level": ("Nilai kepuasan terhadap nilai layanan", PERCENT, "tidak ada rumus"),
    "realisation against nothing planned": (
        "Realisasi penanganan pengaduan terhadap layanan",
        PERCENT, "tidak ada rumus",
    ),
    "selisih against the indicator": (
        "Selisih kasus tahun ini dengan tahun lalu dibagi kasus tahun lalu x 100%",
        ("Persentase penurunan kasus", "%"), "tidak menyebut arah",
    ),
    "count that is equated": ("Jumlah UMKM = jumlah usaha", ("Persentase", "%"), "tidak ada rumus"),
    "another formula behind or": (
        "Jumlah A dibagi jumlah B dikali 100% atau C/D x 100%",
        PERCENT, "lebih dari satu rumus",
    ),
    "root of a sum": ("√(A + B) x 100", INDEX, "pangkat"),
    "lettered formulas": (
        "a) Koperasi: jumlah A sehat dibagi jumlah A x 100%\nb) UMKM: jumlah B dibagi jumlah C",
        PERCENT, "lebih dari satu rumus",
    ),
    "data": ("Data kependudukan", PERCENT, "tidak ada rumus"),
    "own calculation": ("Perhitungan sendiri", PERCENT, "tidak ada rumus"),
    "words below a symbol": ("a x 100%\nsesuai pedoman", PERCENT, "tidak ada pembagi"),
    "part that is named first": ("Jumlah temuan dari seluruh temuan yang selesai", PERCENT, "arah"),
    "legend with another formula": (
        "A/B x 100%; A = jumlah OPD; C/D x 100%; C = jumlah desa",
        PERCENT, "lebih dari satu",
    ),
    "limit behind or": (
        "Jumlah A dibagi jumlah B dikali 100% atau maksimal 100%",
        PERCENT, "batas",
    ),
    "office before a factor": ("Dinas Kesehatan : cakupan imunisasi x 100%", PERCENT, "tanda"),
    "absolute value": ("Deviasi = |realisasi - anggaran| / anggaran x 100%", PERCENT, "mutlak"),
    "mean without parentheses": (
        "Rata-rata nilai SD + rata-rata nilai SMP : 2",
        ("Nilai", "nilai"), "tanda kurung",
    ),
    "abbreviation behind a name": ("Realisasi investasi PMA + PMDN", NONE, "sebagian dari nama"),
    "grade behind a name": (
        "(Jumlah koperasi sehat + cukup sehat) / jumlah koperasi x 100%",
        PERCENT, "sebagian dari nama",
    ),
    "kind behind a name": (
        "Panjang jalan kondisi baik + kondisi sedang",
        NONE, "sebagian dari nama",
    ),
    "absolute difference": (
        "Selisih mutlak A dengan B dibagi B dikali 100%",
        PERCENT,
        "mutlak",
    ),
    "paragraph": ("Upaya " + "pelayanan kesehatan " * 15 + "dibagi jumlah desa", NONE, "uraian"),
    "factor behind per cent": ("Jumlah A / Jumlah B X 100% X bobot", PERCENT, "masih ada pengali"),
    "pair alone": ("RT/RW x 100%", PERCENT, "tidak ada pembagi"),
    "products told apart": (
        "A (P) / B (Q) x C (R) x 100% atau P / (Q x R) x 100%",
        INDEX,
        "lebih dari satu rumus",
    ),
    "figures added": ("Nilai A = 80 + nilai B = 90 / 2", INDEX, "angka contoh"),
    "percentage and count": (
        "Persentase peserta baru + peserta aktif dibagi PUS dikali 100",
        PERCENT,
        "kata “persentase”",
    ),
    "colon before a scale": ("Jumlah akses : pengguna x 1.000", INDEX, "tanda"),
    "difference of amounts in per cent": ("Selisih target dan realisasi", PERCENT,
                                          "tidak membagi"),
    "two sums": ("A + B / C + D x 100%", PERCENT, "tanda kurung"),
    "less one": (
        "IHK tahun t dibagi IHK tahun t-1 dikurangi 1 dikali 100%",
        PERCENT, "tanda kurung",
    ),
    "figure between formulas": (
        "Jumlah kegiatan : 12 dari 20",
        ("Kegiatan", "kegiatan"), "tidak ada rumus",
    ),
}  # fmt: skip
"""By what is doubtful: the sentence, what stands beside it, and a part of the reason."""

REPORTED: Final[dict[str, tuple[str, str | None]]] = {
    "published figure": ("Jumlah penduduk miskin yang dipublikasikan pada tahun n", None),
    "published works of somebody": ("Jumlah artikel yang dipublikasikan oleh BPS", "BPS"),
    "survey": ("Hasil survei kepuasan masyarakat", None),
    "evaluation": ("Nilai hasil evaluasi oleh Inspektorat", "Inspektorat"),
    "data": ("Data BPS", "BPS"),
    "calculation": ("Perhitungan BPS", "BPS"),
    "origin": ("Diperoleh dari BPS Kota", "BPS Kota"),
    "origin with a year": ("Data dari BPS Kabupaten Contoh tahun 2023", "BPS Kabupaten Contoh"),
    "award": ("Predikat SAKIP", None),
    "opinion": ("Opini WTP", None),
    "publication": ("Inflasi yang dirilis oleh\nBadan Pusat Statistik.", "Badan Pusat Statistik"),
}  # fmt: skip


class TestRead:
    """Each way of writing gives its formula."""

    @pytest.mark.parametrize("name", READ)
    def test_read(self, name: str) -> None:
        """The tree is that of the canonical text, or the text is that of the named formula."""
        teks, (indikator, satuan), expected = READ[name]
        bacaan = parse_formulasi(teks, indikator=indikator, satuan=satuan)

        assert render_formula(bacaan.formula) == parse_formula(expected).teks
        assert bacaan.bukti
        assert bacaan.calon == ()


class TestKept:
    """What is doubtful stays prose, with the reason."""

    @pytest.mark.parametrize("name", KEPT)
    def test_kept(self, name: str) -> None:
        """The words stay as they are."""
        teks, (indikator, satuan), reason = KEPT[name]
        bacaan = parse_formulasi(teks, indikator=indikator, satuan=satuan)

        assert bacaan.formula == Narasi(teks=teks.strip())
        assert reason in " ".join(bacaan.bukti)

    @pytest.mark.parametrize("name", REPORTED)
    def test_reported(self, name: str) -> None:
        """A value of somebody else is `Langsung`, with the source where it is named."""
        teks, sumber = REPORTED[name]

        assert parse_formulasi(teks).formula == Langsung(sumber=sumber)


class TestCandidates:
    """Where a sentence can mean several formulas, they are all named."""

    def test_directions(self) -> None:
        """Which part is the numerator."""
        bacaan = parse_formulasi("Rasio antara A dengan yang B")

        assert [render_formula(each) for each in bacaan.calon] == ["A / `yang B`", "`yang B` / A"]
        assert {one.kode for one in bacaan.variabel} == {"A", "yang B"}

    def test_orders(self) -> None:
        """Where the parentheses stand."""
        bacaan = parse_formulasi("A + B / C", satuan="indeks")

        assert [render_formula(each) for each in bacaan.calon] == ["A + B / C", "(A + B) / C"]

    def test_half_names(self) -> None:
        """The names that are completed, before the words as they stand."""
        bacaan = parse_formulasi("Luas jalan baik + sedang + ringan / luas jalan x 100%")

        assert [render_formula(each) for each in bacaan.calon] == [
            "(`Luas jalan baik` + `Luas jalan sedang` + `Luas jalan ringan`) / `luas jalan` * 100",
            "(`Luas jalan baik` + sedang + ringan) / `luas jalan` * 100",
        ]

    def test_units(self) -> None:
        """The number without its unit; without a divisor there is nothing to say."""
        bacaan = parse_formulasi("Jumlah hari layanan dibagi 365 hari x 100%")

        assert [render_formula(each) for each in bacaan.calon] == [
            "`Jumlah hari layanan` / 365 * 100"
        ]
        assert parse_formulasi("0.3 A + 0.6 B").calon == ()

    def test_formulas(self) -> None:
        """Each of several formulas in one cell."""
        bacaan = parse_formulasi("1. A / B x 100%\n2. C / D x 100%")

        assert [render_formula(each) for each in bacaan.calon] == ["A / B * 100", "C / D * 100"]


class TestNames:
    """Variables keep the words of the document."""

    def test_legend(self) -> None:
        """What a symbol means goes with it."""
        bacaan = parse_formulasi("A/B x 100%\nKeterangan:\nA = jumlah KK\nB = jumlah rumah")

        assert bacaan.formula == Persentase(pembilang="A", penyebut="B")
        assert [one.definisi for one in bacaan.variabel] == ["jumlah KK", "jumlah rumah"]
        assert "A = jumlah KK" in bacaan.bukti

    def test_long_phrase(self) -> None:
        """A phrase that no kode can hold is cut there, and whole in its Variabel."""
        phrase = "Jumlah " + "desa yang sangat mandiri " * 8 + "sekali"
        bacaan = parse_formulasi(f"{phrase} pertama / {phrase} kedua x 100%")
        one, other = bacaan.variabel

        assert isinstance(bacaan.formula, Persentase)
        assert one.kode != other.kode
        assert max(len(one.kode), len(other.kode)) <= 128
        assert (one.nama, other.nama) == (f"{phrase} pertama", f"{phrase} kedua")

    def test_case(self) -> None:
        """One phrase is one variable, two letters are two."""
        assert len(parse_formulasi("Jumlah Desa A + jumlah desa A").formula.variables) == 1
        assert parse_formulasi("n / N × 100%").formula.variables == ("n", "N")

    def test_growth(self) -> None:
        """One variable in two periods."""
        bacaan = parse_formulasi("(PAD tahun n − PAD tahun n-4) / PAD tahun n-4 × 100%")

        assert isinstance(bacaan.formula, Pertumbuhan)
        assert bacaan.formula.jarak == 4
        assert "“PAD” dibaca pada dua periode" in bacaan.bukti

    def test_satuan(self) -> None:
        """It may be given as the model has it, or blank."""
        assert parse_formulasi("A / B", satuan=Satuan("%")) == parse_formulasi("A / B", satuan="%")
        assert parse_formulasi("A / B", satuan="  ") == parse_formulasi("A / B")


class TestRefused:
    """What is no text of a cell."""

    @pytest.mark.parametrize(
        ("teks", "code"),
        [
            ("", "empty-text"),
            (" \u200b\n", "empty-text"),
            (7, "wrong-type"),
            ("a" * 65_537, "text-too-long"),
        ],
    )
    def test_refused(self, teks: str, code: str) -> None:
        """With a code, as everything is."""
        with pytest.raises(IkuError) as caught:
            parse_formulasi(teks)

        assert caught.value.code == code

    def test_pembacaan(self) -> None:
        """It holds formulas."""
        with pytest.raises(IkuError) as caught:
            Pembacaan(formula="A / B")  # type: ignore[arg-type]  # what is refused

        assert caught.value.path == "$.formula"


class TestParts:
    """What stands around a formula."""

    def test_no_symbol(self) -> None:
        """A line that begins with a sign explains nothing."""
        parts = split_parts(("A / (x)", "(x) = 3"))

        assert (parts.body, dict(parts.legend)) == (("A / (x)", "(x) = 3"), {})

    def test_remarks(self) -> None:
        """They are kept apart, in their order."""
        parts = split_parts(
            ("Definisi kota", "Rumus: A x B", "A = luas", "milik kota", "Catatan: baik")
        )

        assert (parts.body, dict(parts.legend)) == (("A x B",), {"A": "luas", "Catatan": "baik"})
        assert parts.remarks == ("Definisi kota", "milik kota")
