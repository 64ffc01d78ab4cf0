"""What a reader finds odd: the codes of its Temuan, and the list they are collected in."""

from __future__ import annotations

from typing import Final

from iku._attrs import frozen
from iku.domain import Asal, Temuan, TingkatTemuan
from iku.reading.characters import quote_raw, quote_short
from iku.reading.grid import Cell

MAXIMUM_FINDINGS: Final = 1_000
"""Findings of one file; a file with more is no document."""
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
        "Baris {teks} tidak dibaca.",
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
    MORE: _rule(
        _W,
        "Masih ada {jumlah} temuan lain yang tidak dimuat.",
        "Periksa apakah berkas ini dokumen kinerja.",
    ),
}
"""Every code of the readers. The wording is not API, the codes are."""


@frozen(kw_only=True)
class Remembered:
    """A text of the document that may turn out to be cut off."""

    text: str
    """The text."""
    cell: Cell
    """Where it stands."""
    subjek: str
    """Kode of the noun it speaks of."""
    tabel: int | None
    """Number of its table."""


class Findings:
    """The Temuan of one file while it is read, with the places they speak of."""

    def __init__(self, berkas: str | None) -> None:
        self.berkas = berkas
        """Name of the file."""
        self.tabel: int | None = None
        """Number of the table that is being read."""
        self.remembered: list[Remembered] = []
        """Texts to be compared when the whole file is read."""
        self._found: list[Temuan] = []
        self._left_out = 0

    def locate(self, cell: Cell, *, catatan: str | None = None) -> Asal:
        """Say where a cell stands."""
        return Asal(
            berkas=self.berkas,
            tabel=self.tabel,
            baris=cell.line,
            kolom=cell.column,
            teks=quote_raw(cell.raw),
            catatan=catatan,
        )

    def remember(self, text: str, cell: Cell, subjek: str) -> None:
        """Keep a text until the whole file is read."""
        self.remembered.append(Remembered(text=text, cell=cell, subjek=subjek, tabel=self.tabel))

    def add(self, kode: str, cell: Cell, subjek: str | None = None, /, **words: str | int) -> None:
        """Note a finding about a cell and the noun of that kode; `words` fill its message."""
        self.add_at(kode, self.locate(cell), subjek, **words)

    def add_at(
        self, kode: str, asal: Asal, subjek: str | None = None, /, **words: str | int
    ) -> None:
        """Note a finding about a place."""
        if len(self._found) >= MAXIMUM_FINDINGS:
            self._left_out += 1
            return
        shown = {name: _show(name, word) for name, word in words.items()}
        rule = RULES[kode]
        self._found.append(
            Temuan(
                kode=kode,
                tingkat=rule.tingkat,
                pesan=rule.pesan.format(**shown),
                saran=rule.saran.format(**shown),
                subjek=subjek,
                asal=asal,
            )
        )

    def freeze(self) -> tuple[Temuan, ...]:
        """Give what was found, in the order of the file."""
        self._found.sort(key=_place)
        if self._left_out:
            rule = RULES[MORE]
            more = Temuan(
                kode=MORE,
                tingkat=rule.tingkat,
                pesan=rule.pesan.format(jumlah=self._left_out),
                saran=rule.saran,
                asal=Asal(berkas=self.berkas),
            )
            self._found.append(more)
            self._left_out = 0
        return tuple(self._found)


def _place(temuan: Temuan) -> tuple[int, int]:
    asal = temuan.asal or Asal()
    return asal.baris or 0, asal.kolom or 0


def _show(name: str, word: str | int) -> str:
    """Put text of the document between quotes; our own words stay bare."""
    if name in ("teks", "lanjutan"):
        return f'"{quote_short(str(word))}"'
    return quote_short(str(word))
