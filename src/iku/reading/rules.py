"""The rules of the readers: what each code of a Temuan means."""

from __future__ import annotations

from typing import Final

from iku._attrs import frozen
from iku.domain import TingkatTemuan

MORE: Final = "IKU-B099"
"""Code of the finding that says that there were more."""

_E: Final = TingkatTemuan.KESALAHAN
_W: Final = TingkatTemuan.PERINGATAN
_I: Final = TingkatTemuan.INFORMASI


@frozen(kw_only=True)
class Rule:
    """What a code means: severity, message and advice; `{…}` is filled for each finding."""

    tingkat: TingkatTemuan
    """How severe it is."""
    pesan: str
    """The message, in Indonesian."""
    saran: str
    """The advice, in Indonesian."""


def _rule(tingkat: TingkatTemuan, pesan: str, saran: str) -> Rule:
    return Rule(tingkat=tingkat, pesan=pesan, saran=saran)


RULES: Final[dict[str, Rule]] = {
    "IKU-B001": _rule(
        _E,
        "Tidak ada tabel indikator yang dikenali.",
        "Periksa judul kolom; kolom sasaran dan indikator harus ada.",
    ),
    "IKU-B002": _rule(
        _W,
        "Judul dokumen tidak ditemukan.",
        "Isi judul menurut dokumen asli.",
    ),
    "IKU-B003": _rule(
        _I,
        "Jenis dokumen tidak dapat ditentukan dari judul {teks}.",
        "Isi jenis dokumen.",
    ),
    "IKU-B004": _rule(
        _W,
        "{label} dicantumkan tanpa isi.",
        "Isi menurut dokumen perencanaan.",
    ),
    "IKU-B005": _rule(
        _W,
        "Judul kolom {teks} terpotong; dibaca sebagai kolom {kolom}.",
        "Periksa judul kolom pada dokumen asli.",
    ),
    "IKU-B006": _rule(
        _I,
        "Kolom {teks} tidak dikenal; isinya disimpan tanpa diolah.",
        "Periksa judul kolom.",
    ),
    "IKU-B007": _rule(
        _W,
        "Kolom {teks} muncul lebih dari sekali; hanya yang pertama dibaca, "
        "isi yang lain disimpan tanpa diolah.",
        "Periksa judul kolom.",
    ),
    "IKU-B008": _rule(
        _W,
        "Teks {teks} tampak terpotong; di tempat lain tercantum kata {lanjutan}.",
        "Lengkapi menurut dokumen asli; teks disimpan seperti tercantum.",
    ),
    "IKU-B009": _rule(
        _I,
        "Tabel tidak memuat kolom {kolom}.",
        "Lengkapi dari dokumen lain bila ada.",
    ),
    "IKU-B010": _rule(
        _W,
        "Indikator {kode} tidak mempunyai {kolom}.",
        "Lengkapi {kolom} indikator.",
    ),
    "IKU-B011": _rule(
        _W,
        "{noun} {kode} tidak mempunyai indikator.",
        "Tetapkan sekurang-kurangnya satu indikator.",
    ),
    "IKU-B012": _rule(
        _E,
        "Baris berisi {teks} tanpa nama indikator; baris tidak dapat ditempatkan.",
        "Isi nama indikator pada baris itu.",
    ),
    "IKU-B013": _rule(
        _W,
        "Nilai {teks} pada kolom {kolom} tidak dapat dibaca dengan pasti.",
        "Tulis satu nilai menurut kaidah Indonesia; teks asli disimpan.",
    ),
    "IKU-B014": _rule(
        _W,
        "Tahun {tahun} tidak tercantum di antara tahun {awal} dan {akhir}.",
        "Lengkapi kolom tahun {tahun} menurut dokumen asli.",
    ),
    "IKU-B015": _rule(
        _W,
        "{jenis} {teks} terlepas dari tabel; indikator dan tahun pemiliknya tidak pasti.",
        "Tempatkan menurut dokumen asli; teks asli disimpan.",
    ),
    "IKU-B016": _rule(
        _W,
        "Satu sel dibaca sebagai {jumlah} indikator karena barisnya diawali kata ukuran.",
        "Periksa pemisahan indikator pada dokumen asli.",
    ),
    "IKU-B017": _rule(
        _W,
        "Dua sel menyatu; dibaca sebagai {teks} dan {lanjutan}.",
        "Periksa pemisahan sel pada dokumen asli.",
    ),
    "IKU-B018": _rule(
        _W,
        "Baris terakhir kurang selnya: {teks} berdiri tanpa pasangan.",
        "Periksa apakah sel itu memuat sasaran dan indikator sekaligus.",
    ),
    "IKU-B019": _rule(
        _W,
        "Hubungan sasaran dengan tujuan tidak tercantum; "
        "sasaran tidak ditempatkan di bawah tujuan.",
        "Tentukan tujuan setiap sasaran menurut dokumen asli.",
    ),
    "IKU-B020": _rule(
        _W,
        "Baris tabel tidak menyebut indikatornya; {jumlah} baris dipasangkan dengan "
        "{jumlah} indikator menurut urutan.",
        "Periksa pasangan baris dan indikator pada dokumen asli.",
    ),
    "IKU-B021": _rule(
        _E,
        "Baris {teks} tidak menyebut indikatornya, dan jumlah baris ({jumlah}) tidak sama "
        "dengan jumlah indikator ({indikator}); baris tidak dipasangkan.",
        "Pasangkan baris dengan indikator menurut dokumen asli.",
    ),
    "IKU-B022": _rule(
        _I,
        "{jumlah} baris tidak dibaca: {daftar}.",
        "Periksa apakah baris itu bagian dari tabel.",
    ),
    "IKU-B023": _rule(
        _I,
        "Teks {teks} memuat karakter tak tampak yang dibuang.",
        "Tidak perlu tindakan bila teks terbaca benar.",
    ),
    "IKU-B024": _rule(
        _W,
        "NIP penandatangan tidak berbentuk NIP; tidak disimpan.",
        "Periksa NIP: 18 angka.",
    ),
    "IKU-B025": _rule(
        _W,
        "Kode {teks} ganda atau rusak; diganti kode menurut urutan.",
        "Beri kode yang unik.",
    ),
    "IKU-B026": _rule(
        _W,
        "Kolom {kolom} indikator {kode} berisi lebih dari satu isi; {teks} tidak ditempatkan.",
        "Pilih salah satu isi; teks asli disimpan di sini.",
    ),
    "IKU-B027": _rule(
        _W,
        "Kolom ke-{nomor} berisi teks tanpa judul kolom; isinya disimpan tanpa diolah.",
        "Periksa letak sel pada baris itu.",
    ),
    "IKU-B028": _rule(
        _W,
        "Urutan sel {teks} tidak pasti; indikator tidak ditempatkan di bawah sasaran atau tujuan.",
        "Pasangkan menurut dokumen asli.",
    ),
    "IKU-B029": _rule(
        _I,
        "Isi {label} disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B030": _rule(
        _I,
        "Isi {teks} pada kolom {kolom} tidak dikenal; disimpan tanpa diolah.",
        "Gunakan istilah baku.",
    ),
    "IKU-B031": _rule(
        _W,
        "Kolom {kolom} tidak menyebut tahunnya; isinya disimpan tanpa diolah.",
        "Isi tahun kolom itu.",
    ),
    "IKU-B032": _rule(
        _W,
        "Sel matriks dibagikan kepada {jumlah} kolom menurut urutan; sel gabungan tidak terlihat.",
        "Periksa pasangan tujuan, sasaran dan indikator pada dokumen asli.",
    ),
    "IKU-B033": _rule(
        _I,
        "Baris {teks} mengulang judul kolom; tidak dibaca sebagai isi.",
        "Tidak perlu tindakan bila baris itu awal halaman baru.",
    ),
    "IKU-B034": _rule(
        _W,
        "Baris bernomor {teks} tidak mencantumkan {noun}; "
        "dibaca sebagai lanjutan {noun} di atasnya.",
        "Periksa apakah sel {noun} pada baris itu digabung atau kosong.",
    ),
    "IKU-B035": _rule(
        _I,
        "{jumlah} nilai tabel memakai {tanda} sebagai tanda desimal, antara lain {teks}; "
        "nilai itu dibaca demikian.",
        "Tulis semua angka menurut satu kaidah.",
    ),
    "IKU-B036": _rule(
        _W,
        "Nilai {teks} pada kolom {kolom} dapat berarti {makna}; dibaca {angka} menurut {dasar}.",
        "Periksa nilai itu pada dokumen asli; teks asli disimpan.",
    ),
    "IKU-B037": _rule(
        _I,
        "Nilai {teks} pada kolom {kolom} disertai keterangan; yang dibaca hanya {angka}.",
        "Tidak perlu tindakan bila nilai terbaca benar.",
    ),
    "IKU-B038": _rule(
        _W,
        "Rentang {teks} pada kolom {kolom} ditulis dari besar ke kecil; dibaca {angka}.",
        "Tulis batas bawah lebih dahulu.",
    ),
    "IKU-B039": _rule(
        _W,
        "Nilai {teks} pada kolom {kolom} dapat berarti {makna}; tidak ada yang dipilih.",
        "Tulis satu nilai; teks asli disimpan.",
    ),
    "IKU-B040": _rule(
        _I,
        "Kolom {teks} tidak menyebut tahun; dibaca sebagai {periode} menurut {dasar}.",
        "Periksa tahun kolom itu.",
    ),
    "IKU-B041": _rule(
        _W,
        "Kolom {teks} dapat berarti realisasi atau capaian yang dihitung; "
        "isinya disimpan tanpa diolah.",
        "Beri judul Realisasi atau Capaian (%) pada kolom itu.",
    ),
    "IKU-B042": _rule(
        _I,
        "Catatan {teks} disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B043": _rule(
        _W,
        "Formulasi {teks} tidak menentukan rumusnya; rumus yang mungkin: {jumlah}, "
        "tidak ada yang dipilih.",
        "Pilih salah satu rumus, atau tulis formulasi dengan satu makna.",
    ),
    "IKU-B044": _rule(
        _I,
        "Formulasi {teks} tidak menyatakan rumus yang dapat dihitung; disimpan sebagai kalimat.",
        "Tulis rumusnya bila indikator dihitung.",
    ),
    "IKU-B045": _rule(
        _I,
        "Judul kolom terbagi atas beberapa baris; dibaca sebagai {teks}.",
        "Periksa judul kolom pada dokumen asli.",
    ),
    "IKU-B046": _rule(
        _W,
        "Kolom {teks} menyebut bagian tahun tanpa target atau realisasi; "
        "isinya disimpan tanpa diolah.",
        "Beri judul Target atau Realisasi pada kolom itu.",
    ),
    "IKU-B047": _rule(
        _W,
        "Formulasi {teks} tampak terpotong; rumus yang terbaca darinya tidak dipasang.",
        "Lengkapi formulasi menurut dokumen asli.",
    ),
    "IKU-B048": _rule(
        _I,
        "Kolom {teks} memuat realisasi anggaran; isinya disimpan tanpa diolah.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B049": _rule(
        _I,
        "Baris {teks} meringkas baris lain; tidak dibaca sebagai indikator.",
        "Tidak perlu tindakan.",
    ),
    "IKU-B050": _rule(
        _W,
        "Lembar {teks} tersembunyi; isinya tidak dibaca.",
        "Tampilkan lembar itu bila isinya bagian dari dokumen.",
    ),
    "IKU-B051": _rule(
        _W,
        "Lembar {teks} mempunyai {jumlah} {jenis} tersembunyi yang berisi; isinya ikut dibaca.",
        "Hapus {jenis} itu bila isinya bukan bagian dari dokumen.",
    ),
    "IKU-B052": _rule(
        _W,
        "Hasil rumus lembar kerja {teks} tidak tersimpan; selnya dibaca sebagai kosong.",
        "Buka berkas di Excel dan simpan kembali.",
    ),
    "IKU-B053": _rule(
        _W,
        "Halaman {nomor} tidak memuat teks, hanya gambar; hasil pindaian tidak dibaca.",
        "Gunakan berkas asli, atau salin isi halaman itu sebagai teks.",
    ),
    "IKU-B054": _rule(
        _W,
        "Huruf pada halaman {nomor} tidak mempunyai padanan teks; halaman itu tidak dibaca.",
        "Gunakan berkas asli, atau salin isi halaman itu sebagai teks.",
    ),
    "IKU-B055": _rule(
        _W,
        "Tabel pada halaman {nomor} tidak bergaris; kolomnya dibaca menurut letak teks.",
        "Periksa pembagian kolom pada dokumen asli.",
    ),
    "IKU-B056": _rule(
        _W,
        "Halaman {nomor} memuat terlalu banyak gambar garis atau huruf; halaman itu tidak dibaca.",
        "Cetak halaman yang memuat tabel ke berkas PDF tersendiri.",
    ),
    "IKU-B057": _rule(
        _I,
        "Baris terakhir tabel pada halaman {nomor} berlanjut di halaman berikutnya; "
        "isinya disambung.",
        "Periksa baris itu pada dokumen asli.",
    ),
    "IKU-B058": _rule(
        _W,
        "Baris indikator {teks} tidak mencantumkan sasaran atau tujuan; indikator tidak "
        "ditempatkan di bawahnya.",
        "Isi sasaran atau tujuan pada baris itu.",
    ),
    "IKU-B080": _rule(
        _W,
        "Teks {teks} disembunyikan dalam berkas; tidak dibaca.",
        "Hapus teks itu, atau tampilkan bila bagian dari dokumen.",
    ),
    "IKU-B081": _rule(
        _W,
        "Terdapat gambar atau objek yang tidak dibaca.",
        "Ketik isi gambar itu sebagai teks bila bagian dari tabel.",
    ),
    "IKU-B082": _rule(
        _W,
        "Kotak teks {teks} tidak dibaca.",
        "Pindahkan isinya ke sel atau paragraf.",
    ),
    "IKU-B083": _rule(
        _I,
        "Catatan kaki {teks} tidak diolah.",
        "Tidak perlu tindakan bila catatan itu tidak mengubah isi sel.",
    ),
    "IKU-B084": _rule(
        _W,
        "Teks {teks} dihapus dalam perubahan terlacak; tidak dibaca.",
        "Setujui atau tolak perubahan itu.",
    ),
    "IKU-B085": _rule(
        _W,
        "Berkas tidak disimpan sebagai UTF-8; dibaca sebagai {pengodean}.",
        "Periksa tanda baca dan huruf; simpan berkas sebagai UTF-8.",
    ),
    "IKU-B086": _rule(
        _W,
        "Berkas lain disisipkan di sini; isinya tidak dibaca.",
        "Salin isi berkas itu ke dalam dokumen.",
    ),
    "IKU-B087": _rule(
        _I,
        "Persamaan dibaca sebagai {teks}.",
        "Periksa urutan dan tanda kurung.",
    ),
    "IKU-B088": _rule(
        _I,
        "Teks {teks} disisipkan dalam perubahan terlacak; dibaca.",
        "Setujui atau tolak perubahan itu.",
    ),
    MORE: _rule(
        _W,
        "Masih ada {jumlah} temuan lain yang tidak dimuat.",
        "Periksa apakah berkas ini dokumen kinerja.",
    ),
}
"""Every code of the readers. The wording is not API, the codes are."""
