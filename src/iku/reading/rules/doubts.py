"""What the readers leave open, because a table can be understood in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.reading.rules.rule import INFORMASI, PERINGATAN, make_rule

if TYPE_CHECKING:
    from iku.reading.rules.rule import Rule

DOUBTS: Final[dict[str, Rule]] = {
    "IKU-B058": make_rule(
        PERINGATAN,
        "Baris indikator {teks} tidak mencantumkan sasaran atau tujuan; indikator tidak "
        "ditempatkan di bawahnya.",
        "Isi sasaran atau tujuan pada baris itu.",
    ),
    "IKU-B059": make_rule(
        PERINGATAN,
        "Kolom {teks} berbicara tentang tingkat lain dari rencana, bukan tentang indikator yang "
        "dibaca; isinya disimpan tanpa diolah.",
        "Baca tingkat itu dari tabelnya sendiri.",
    ),
    "IKU-B060": make_rule(
        PERINGATAN,
        "Sel {teks} berisi daftar; dibaca sebagai {jumlah} indikator karena sel lain pada baris "
        "itu berisi sama banyak.",
        "Periksa pasangan indikator dengan isi sel lain pada dokumen asli.",
    ),
    "IKU-B061": make_rule(
        PERINGATAN,
        "Sel {teks} tampak memuat {jumlah} indikator; sel lain tidak menunjukkan pembagiannya, "
        "dibaca sebagai satu indikator.",
        "Tulis setiap indikator pada baris sendiri.",
    ),
    "IKU-B062": make_rule(
        PERINGATAN,
        "Sel {noun} berisi {teks}; baris itu dibaca tanpa {noun}.",
        "Isi {noun} pada baris itu, atau gabungkan selnya dengan yang di atasnya.",
    ),
    "IKU-B063": make_rule(
        PERINGATAN,
        "Judul kolom {teks} membawahi beberapa kolom tanpa judul sendiri; isinya disimpan tanpa "
        "diolah.",
        "Beri setiap kolom judul sendiri.",
    ),
    "IKU-B064": make_rule(
        PERINGATAN,
        "Judul menyebut {periode}; kolom {teks} tidak mengatakan apakah isinya untuk bagian tahun "
        "itu, sampai dengan itu, atau setahun; isinya disimpan tanpa diolah.",
        "Sebutkan periode pada judul kolom itu.",
    ),
    "IKU-B065": make_rule(
        PERINGATAN,
        "Judul di atas kolom {teks} tidak mengatakan dengan pasti tahun atau dokumen mana yang "
        "dimaksud, atau isinya tidak mempunyai tempat; isinya disimpan tanpa diolah.",
        "Periksa judul kolom itu pada dokumen asli.",
    ),
    "IKU-B070": make_rule(
        PERINGATAN,
        "Nilai {teks} pada kolom {kolom} memakai satuan {lanjutan}, bukan {satuan}; tidak dibaca.",
        "Tulis semua nilai indikator dalam satu satuan; teks asli disimpan.",
    ),
    "IKU-B071": make_rule(
        PERINGATAN,
        "Nilai {teks} pada kolom {kolom} berupa tanggal atau jam; tidak dibaca sebagai bilangan.",
        "Periksa pada dokumen asli: Excel mengubah isian seperti 5-10 atau 3/5 menjadi tanggal.",
    ),
    "IKU-B072": make_rule(
        INFORMASI,
        "Nilai {teks} pada kolom {kolom} dinyatakan dalam satuan {satuan}; dibaca {angka}.",
        "Tidak perlu tindakan bila nilai terbaca benar.",
    ),
    "IKU-B073": make_rule(
        INFORMASI,
        "{jumlah} nilai tabel tampil dibulatkan, antara lain {teks} tampil sebagai {lanjutan}; "
        "yang dibaca nilai yang tersimpan.",
        "Bulatkan nilai itu bila yang tampil adalah yang ditetapkan.",
    ),
    "IKU-B074": make_rule(
        INFORMASI,
        "Nilai {teks} pada kolom {kolom} terpecah; dibaca {angka}.",
        "Tidak perlu tindakan bila nilai terbaca benar.",
    ),
    "IKU-B075": make_rule(
        PERINGATAN,
        "Tanda tangan berdampingan mulai baris {teks} tidak dapat dipisahkan; penandatangan "
        "tidak dibaca.",
        "Isi penandatangan menurut dokumen asli.",
    ),
    "IKU-B076": make_rule(
        INFORMASI,
        "Isi kolom {kolom} diawali penomoran, antara lain {teks}; penomoran itu {label}.",
        "Periksa kode dan nama pada kolom itu.",
    ),
}
"""Codes about what is not decided."""
