"""What the readers find odd about files: what they hide, and what cannot be read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.rules.rule import INFORMASI, MORE, PERINGATAN, make_rule

if TYPE_CHECKING:
    from iku.reading.rules.rule import Rule

FILES: Final[dict[str, Rule]] = {
    "IKU-B050": make_rule(
        PERINGATAN,
        "Lembar {teks} tersembunyi; isinya tidak dibaca.",
        "Tampilkan lembar itu bila isinya bagian dari dokumen.",
    ),
    "IKU-B051": make_rule(
        PERINGATAN,
        "Lembar {teks} mempunyai {jumlah} {jenis} tersembunyi yang berisi; isinya ikut dibaca.",
        "Hapus {jenis} itu bila isinya bukan bagian dari dokumen.",
    ),
    "IKU-B052": make_rule(
        PERINGATAN,
        "Hasil rumus lembar kerja {teks} tidak tersimpan; selnya dibaca sebagai kosong.",
        "Buka berkas di Excel dan simpan kembali.",
    ),
    "IKU-B053": make_rule(
        PERINGATAN,
        "Halaman {nomor} tidak memuat teks, hanya gambar; hasil pindaian tidak dibaca.",
        "Gunakan berkas asli, atau salin isi halaman itu sebagai teks.",
    ),
    "IKU-B054": make_rule(
        PERINGATAN,
        "Huruf pada halaman {nomor} tidak mempunyai padanan teks; halaman itu tidak dibaca.",
        "Gunakan berkas asli, atau salin isi halaman itu sebagai teks.",
    ),
    "IKU-B055": make_rule(
        PERINGATAN,
        "Tabel pada halaman {nomor} tidak bergaris; kolomnya dibaca menurut letak teks.",
        "Periksa pembagian kolom pada dokumen asli.",
    ),
    "IKU-B056": make_rule(
        PERINGATAN,
        "Halaman {nomor} memuat terlalu banyak gambar garis atau huruf; halaman itu tidak dibaca.",
        "Cetak halaman yang memuat tabel ke berkas PDF tersendiri.",
    ),
    "IKU-B057": make_rule(
        INFORMASI,
        "Baris terakhir tabel pada halaman {nomor} berlanjut di halaman berikutnya; "
        "isinya disambung.",
        "Periksa baris itu pada dokumen asli.",
    ),
    "IKU-B080": make_rule(
        PERINGATAN,
        "Teks {teks} disembunyikan dalam berkas; tidak dibaca.",
        "Hapus teks itu, atau tampilkan bila bagian dari dokumen.",
    ),
    "IKU-B081": make_rule(
        PERINGATAN,
        "Terdapat gambar atau objek yang tidak dibaca.",
        "Ketik isi gambar itu sebagai teks bila bagian dari tabel.",
    ),
    "IKU-B082": make_rule(
        PERINGATAN,
        "Kotak teks {teks} tidak dibaca.",
        "Pindahkan isinya ke sel atau paragraf.",
    ),
    "IKU-B083": make_rule(
        INFORMASI,
        "Catatan kaki {teks} tidak diolah.",
        "Tidak perlu tindakan bila catatan itu tidak mengubah isi sel.",
    ),
    "IKU-B084": make_rule(
        PERINGATAN,
        "Teks {teks} dihapus dalam perubahan terlacak; tidak dibaca.",
        "Setujui atau tolak perubahan itu.",
    ),
    "IKU-B085": make_rule(
        PERINGATAN,
        "Berkas tidak disimpan sebagai UTF-8; dibaca sebagai {pengodean}.",
        "Periksa tanda baca dan huruf; simpan berkas sebagai UTF-8.",
    ),
    "IKU-B086": make_rule(
        PERINGATAN,
        "Berkas lain disisipkan di sini; isinya tidak dibaca.",
        "Salin isi berkas itu ke dalam dokumen.",
    ),
    "IKU-B087": make_rule(
        INFORMASI,
        "Persamaan dibaca sebagai {teks}.",
        "Periksa urutan dan tanda kurung.",
    ),
    "IKU-B088": make_rule(
        INFORMASI,
        "Teks {teks} disisipkan dalam perubahan terlacak; dibaca.",
        "Setujui atau tolak perubahan itu.",
    ),
    MORE: make_rule(
        PERINGATAN,
        "Masih ada {jumlah} temuan lain yang tidak dimuat.",
        "Periksa apakah berkas ini dokumen kinerja.",
    ),
}
"""Codes about files."""
