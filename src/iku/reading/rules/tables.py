"""What the readers find odd about titles, headers, rows and values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.rules.rule import INFORMASI, KESALAHAN, PERINGATAN, make_rule

if TYPE_CHECKING:
    from iku.reading.rules.rule import Rule

TABLES: Final[dict[str, Rule]] = {
    "IKU-B001": make_rule(
        KESALAHAN,
        "Tidak ada tabel indikator yang dikenali.",
        "Periksa judul kolom; satu kolom harus berjudul indikator, seperti yang ada di glosarium.",
    ),
    "IKU-B002": make_rule(
        PERINGATAN,
        "Judul dokumen tidak ditemukan.",
        "Isi judul menurut dokumen asli.",
    ),
    "IKU-B003": make_rule(
        INFORMASI,
        "Jenis dokumen tidak dapat ditentukan dari judul {teks}.",
        "Isi jenis dokumen.",
    ),
    "IKU-B004": make_rule(
        PERINGATAN,
        "{label} dicantumkan tanpa isi.",
        "Isi menurut dokumen perencanaan.",
    ),
    "IKU-B005": make_rule(
        PERINGATAN,
        "Judul kolom {teks} terpotong; dibaca sebagai kolom {kolom}.",
        "Periksa judul kolom pada dokumen asli.",
    ),
    "IKU-B006": make_rule(
        INFORMASI,
        "Kolom {teks} tidak dikenal; isinya disimpan tanpa diolah.",
        "Periksa judul kolom.",
    ),
    "IKU-B007": make_rule(
        PERINGATAN,
        "Kolom {teks} muncul lebih dari sekali; hanya yang pertama dibaca, "
        "isi yang lain disimpan tanpa diolah.",
        "Periksa judul kolom.",
    ),
    "IKU-B008": make_rule(
        PERINGATAN,
        "Teks {teks} tampak terpotong; di tempat lain tercantum kata {lanjutan}.",
        "Lengkapi menurut dokumen asli; teks disimpan seperti tercantum.",
    ),
    "IKU-B009": make_rule(
        INFORMASI,
        "Tabel tidak memuat kolom {kolom}.",
        "Lengkapi dari dokumen lain bila ada.",
    ),
    "IKU-B010": make_rule(
        PERINGATAN,
        "Indikator {kode} tidak mempunyai {kolom}.",
        "Lengkapi {kolom} indikator.",
    ),
    "IKU-B011": make_rule(
        PERINGATAN,
        "{noun} {kode} tidak mempunyai indikator.",
        "Tetapkan sekurang-kurangnya satu indikator.",
    ),
    "IKU-B012": make_rule(
        KESALAHAN,
        "Baris berisi {teks} tanpa nama indikator; baris tidak dapat ditempatkan.",
        "Isi nama indikator pada baris itu.",
    ),
    "IKU-B013": make_rule(
        PERINGATAN,
        "Nilai {teks} pada kolom {kolom} tidak dapat dibaca dengan pasti.",
        "Tulis satu nilai menurut kaidah Indonesia; teks asli disimpan.",
    ),
    "IKU-B014": make_rule(
        PERINGATAN,
        "Tahun {tahun} tidak tercantum di antara tahun {awal} dan {akhir}.",
        "Lengkapi kolom tahun {tahun} menurut dokumen asli.",
    ),
    "IKU-B015": make_rule(
        PERINGATAN,
        "{jenis} {teks} terlepas dari tabel; indikator dan tahun pemiliknya tidak pasti.",
        "Tempatkan menurut dokumen asli; teks asli disimpan.",
    ),
    "IKU-B016": make_rule(
        PERINGATAN,
        "Satu sel dibaca sebagai {jumlah} indikator karena barisnya diawali kata ukuran.",
        "Periksa pemisahan indikator pada dokumen asli.",
    ),
    "IKU-B017": make_rule(
        PERINGATAN,
        "Dua sel menyatu; dibaca sebagai {teks} dan {lanjutan}.",
        "Periksa pemisahan sel pada dokumen asli.",
    ),
    "IKU-B018": make_rule(
        PERINGATAN,
        "Baris terakhir kurang selnya: {teks} berdiri tanpa pasangan.",
        "Periksa apakah sel itu memuat sasaran dan indikator sekaligus.",
    ),
    "IKU-B019": make_rule(
        PERINGATAN,
        "Hubungan sasaran dengan tujuan tidak tercantum; "
        "sasaran tidak ditempatkan di bawah tujuan.",
        "Tentukan tujuan setiap sasaran menurut dokumen asli.",
    ),
    "IKU-B020": make_rule(
        PERINGATAN,
        "Baris tabel tidak menyebut indikatornya; {jumlah} baris dipasangkan dengan "
        "{jumlah} indikator menurut urutan.",
        "Periksa pasangan baris dan indikator pada dokumen asli.",
    ),
    "IKU-B021": make_rule(
        KESALAHAN,
        "Baris {teks} tidak menyebut indikatornya, dan jumlah baris ({jumlah}) tidak sama "
        "dengan jumlah indikator ({indikator}); baris tidak dipasangkan.",
        "Pasangkan baris dengan indikator menurut dokumen asli.",
    ),
    "IKU-B022": make_rule(
        INFORMASI,
        "{jumlah} baris tidak dibaca: {daftar}.",
        "Periksa apakah baris itu bagian dari tabel.",
    ),
    "IKU-B023": make_rule(
        INFORMASI,
        "Teks {teks} memuat karakter tak tampak yang dibuang.",
        "Tidak perlu tindakan bila teks terbaca benar.",
    ),
    "IKU-B024": make_rule(
        PERINGATAN,
        "NIP penandatangan tidak berbentuk NIP; tidak disimpan.",
        "Periksa NIP: 18 angka.",
    ),
    "IKU-B025": make_rule(
        PERINGATAN,
        "Kode {teks} ganda atau rusak; diganti kode menurut urutan.",
        "Beri kode yang unik.",
    ),
    "IKU-B026": make_rule(
        PERINGATAN,
        "Kolom {kolom} indikator {kode} berisi lebih dari satu isi; {teks} tidak ditempatkan.",
        "Pilih salah satu isi; teks asli disimpan di sini.",
    ),
    "IKU-B027": make_rule(
        PERINGATAN,
        "Kolom ke-{nomor} berisi teks tanpa judul kolom; isinya disimpan tanpa diolah.",
        "Periksa letak sel pada baris itu.",
    ),
    "IKU-B028": make_rule(
        PERINGATAN,
        "Urutan sel {teks} tidak pasti; indikator tidak ditempatkan di bawah sasaran atau tujuan.",
        "Pasangkan menurut dokumen asli.",
    ),
    "IKU-B029": make_rule(
        INFORMASI,
        "Isi {label} disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B030": make_rule(
        INFORMASI,
        "Isi {teks} pada kolom {kolom} tidak dikenal; disimpan tanpa diolah.",
        "Gunakan istilah baku.",
    ),
    "IKU-B031": make_rule(
        PERINGATAN,
        "Kolom {kolom} tidak menyebut tahunnya; isinya disimpan tanpa diolah.",
        "Isi tahun kolom itu.",
    ),
    "IKU-B032": make_rule(
        PERINGATAN,
        "Sel matriks dibagikan kepada {jumlah} kolom menurut urutan; sel gabungan tidak terlihat.",
        "Periksa pasangan tujuan, sasaran dan indikator pada dokumen asli.",
    ),
    "IKU-B033": make_rule(
        INFORMASI,
        "Baris {teks} mengulang judul kolom; tidak dibaca sebagai isi.",
        "Tidak perlu tindakan bila baris itu awal halaman baru.",
    ),
    "IKU-B034": make_rule(
        PERINGATAN,
        "Baris bernomor {teks} tidak mencantumkan {noun}; "
        "dibaca sebagai lanjutan {noun} di atasnya.",
        "Periksa apakah sel {noun} pada baris itu digabung atau kosong.",
    ),
    "IKU-B035": make_rule(
        INFORMASI,
        "{jumlah} nilai tabel memakai {tanda} sebagai tanda desimal, antara lain {teks}; "
        "nilai itu dibaca demikian.",
        "Tulis semua angka menurut satu kaidah.",
    ),
    "IKU-B036": make_rule(
        PERINGATAN,
        "Nilai {teks} pada kolom {kolom} dapat berarti {makna}; dibaca {angka} menurut {dasar}.",
        "Periksa nilai itu pada dokumen asli; teks asli disimpan.",
    ),
    "IKU-B037": make_rule(
        INFORMASI,
        "Nilai {teks} pada kolom {kolom} disertai keterangan; yang dibaca hanya {angka}.",
        "Tidak perlu tindakan bila nilai terbaca benar.",
    ),
    "IKU-B038": make_rule(
        PERINGATAN,
        "Rentang {teks} pada kolom {kolom} ditulis dari besar ke kecil; dibaca {angka}.",
        "Tulis batas bawah lebih dahulu.",
    ),
    "IKU-B039": make_rule(
        PERINGATAN,
        "Nilai {teks} pada kolom {kolom} dapat berarti {makna}; tidak ada yang dipilih.",
        "Tulis satu nilai; teks asli disimpan.",
    ),
    "IKU-B040": make_rule(
        INFORMASI,
        "Kolom {teks} tidak menyebut tahun; dibaca sebagai {periode} menurut {dasar}.",
        "Periksa tahun kolom itu.",
    ),
    "IKU-B041": make_rule(
        PERINGATAN,
        "Kolom {teks} dapat berarti realisasi atau capaian yang dihitung; "
        "isinya disimpan tanpa diolah.",
        "Beri judul Realisasi atau Capaian (%) pada kolom itu.",
    ),
    "IKU-B042": make_rule(
        INFORMASI,
        "Catatan {teks} disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B043": make_rule(
        PERINGATAN,
        "Formulasi {teks} tidak menentukan rumusnya; rumus yang mungkin: {jumlah}, "
        "tidak ada yang dipilih.",
        "Pilih salah satu rumus, atau tulis formulasi dengan satu makna.",
    ),
    "IKU-B044": make_rule(
        INFORMASI,
        "Formulasi {teks} tidak menyatakan rumus yang dapat dihitung; disimpan sebagai kalimat.",
        "Tulis rumusnya bila indikator dihitung.",
    ),
    "IKU-B045": make_rule(
        INFORMASI,
        "Judul kolom terbagi atas beberapa baris; dibaca sebagai {teks}.",
        "Periksa judul kolom pada dokumen asli.",
    ),
    "IKU-B046": make_rule(
        PERINGATAN,
        "Kolom {teks} menyebut bagian tahun tanpa target atau realisasi; "
        "isinya disimpan tanpa diolah.",
        "Beri judul Target atau Realisasi pada kolom itu.",
    ),
    "IKU-B047": make_rule(
        PERINGATAN,
        "Formulasi {teks} tampak terpotong; rumus yang terbaca darinya tidak dipasang.",
        "Lengkapi formulasi menurut dokumen asli.",
    ),
    "IKU-B048": make_rule(
        INFORMASI,
        "Kolom {teks} memuat realisasi anggaran; isinya disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B049": make_rule(
        INFORMASI,
        "Baris {teks} meringkas baris lain; tidak dibaca sebagai indikator.",
        "Tidak perlu tindakan.",
    ),
}
"""Codes about what a table says."""
