"""The words of pictures: headings and labels, Indonesian and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iku.typing import Language

_LABELS: Final[dict[str, tuple[str, str]]] = {
    # Headings of the two official tables, as the tables print them.
    "nomor": ("No", "No."),
    "sasaran": ("Sasaran", "Objective"),
    "tujuan": ("Tujuan", "Goal"),
    "misi": ("Misi", "Mission"),
    "visi": ("Visi", "Vision"),
    "indikator": ("Indikator Kinerja Utama", "Key performance indicator"),
    "indikator_tujuan": ("Indikator Tujuan", "Indicator of the goal"),
    "indikator_sasaran": ("Indikator Sasaran", "Indicator of the objective"),
    "penjelasan": ("Penjelasan", "Explanation"),
    "satuan": ("Satuan", "Unit"),
    "alasan": ("Alasan", "Reason"),
    "formulasi": ("Formulasi/Cara Pengukuran", "Formula or way of measuring"),
    "penanggung_jawab": ("Penanggung Jawab", "Responsible unit"),
    "sumber_data": ("Sumber Data", "Data source"),
    "iku_kota": ("IKU Kota", "Indicator of the city"),
    "target": ("Target", "Target"),
    "matriks": ("Matriks Indikator Kinerja Utama", "Matrix of key performance indicators"),
    "tabel_iku": ("Indikator Kinerja Utama", "Key performance indicators"),
    # What other layouts print beside them.
    "kode": ("Kode", "Code"),
    "polaritas": ("Polaritas", "Polarity"),
    "konsolidasi": ("Konsolidasi", "Consolidation"),
    "tipe_penghitungan": ("Tipe Penghitungan", "Type of computation"),
    "definisi_operasional": ("Definisi Operasional", "Operational definition"),
    "keterangan": ("Keterangan", "Remarks"),
    "frekuensi": ("Frekuensi", "Frequency"),
    "produsen_data": ("Produsen Data", "Data producer"),
    "jenis_cascading": ("Jenis Cascading", "Kind of cascading"),
    "kode_referensi": ("Kode Referensi", "Reference code"),
    "penggabungan": ("Penggabungan", "Combination"),
    "baseline": ("Kondisi Awal", "Baseline"),
    "kondisi_akhir": ("Kondisi Akhir", "End of plan"),
    "realisasi": ("Realisasi", "Result"),
    "pagu": ("Pagu (Rp)", "Budget (Rp)"),
    "periode": ("Periode", "Period"),
    # The document as a whole.
    "judul": ("Judul", "Title"),
    "jenis": ("Jenis Dokumen", "Kind of document"),
    "perangkat_daerah": ("Perangkat Daerah", "Agency"),
    "pemda": ("Pemerintah Daerah", "Regional government"),
    "versi": ("Versi", "Edition"),
    "penandatangan": ("Penandatangan", "Signatory"),
    "jabatan": ("Jabatan", "Position"),
    "pangkat": ("Pangkat", "Rank"),
    "nip": ("NIP", "NIP"),
    "sisanya": (
        "… dan {} baris lagi; iku.render menggambar semuanya.",
        "… and {} more rows; iku.render draws them all.",
    ),
    # Findings.
    "temuan": ("Temuan", "Findings"),
    "tanpa_temuan": ("Tidak ada temuan.", "No findings."),
    "tingkat": ("Tingkat", "Severity"),
    "tempat": ("Tempat", "Place"),
    "saran": ("Saran", "Advice"),
    "halaman": ("halaman", "page"),
    "tabel": ("tabel", "table"),
    "baris": ("baris", "row"),
    "kolom": ("kolom", "column"),
    "kesalahan": ("Kesalahan", "Error"),
    "peringatan": ("Peringatan", "Warning"),
    "informasi": ("Informasi", "Information"),
    # The review sheet.
    "lembar_periksa": ("Lembar Periksa", "Review Sheet"),
    "berkas": ("Berkas", "File"),
    "dokumen": ("Dokumen", "Documents"),
    "sel_terbaca": ("Sel yang dibaca", "Cells read"),
    "rumus_terpasang": ("Rumus terpasang", "Formulas given"),
    "sel_sumber": ("Sel sumber", "Source cell"),
    "bidang": ("Dibaca sebagai", "Read as"),
    "dipahami": ("Dipahami", "Understood"),
    "tertulis": ("Tertulis", "Written"),
    "terbaca": ("Terbaca", "Read"),
    "bukti": ("Bukti", "Evidence"),
    "status": ("Status", "Status"),
    "dipasang": ("dipasang", "given"),
    "tidak_dipasang": ("tidak dipasang", "not given"),
    "calon": ("mungkin", "could be"),
    "sama": ("sama", "the same"),
    "tanpa_rumus": ("kalimat, tanpa rumus", "a sentence without a formula"),
    "disimpan": ("disimpan tanpa diolah", "kept as it is"),
    "temuan_lain": ("Temuan lain", "Other findings"),
    "cara_periksa": (
        "Bandingkan kolom Sel sumber dengan kolom Dipahami; baris yang ditandai perlu keputusan.",
        "Compare the source cells with what was understood; what is marked needs a decision.",
    ),
    "dasar_hukum": ("Dasar Hukum", "Legal basis"),
    "tambahan": ("Tambahan", "Kept beside"),
    # What was computed.
    "hasil": ("Hasil", "Value"),
    "capaian": ("Capaian", "Achievement"),
    "perhitungan": ("Perhitungan", "Computation"),
    # Values that are not numbers.
    "tidak_dicantumkan": ("tidak dicantumkan dalam dokumen", "not stated in the document"),
    "belum_dilaporkan": ("belum dilaporkan", "not yet reported"),
    "tidak_berlaku": ("tidak berlaku", "not applicable"),
    "tidak_terbaca": ("tidak terbaca", "unreadable"),
    # Periods.
    "triwulan": ("Triwulan", "Quarter"),
    "semester": ("Semester", "Half"),
    "sampai_dengan": ("s.d.", "up to"),
    "tahun_ke": ("Tahun ke-", "Year "),
    # Words of closed lists.
    "positif": ("Positif", "Positive"),
    "negatif": ("Negatif", "Negative"),
    "stabil": ("Stabil", "Stable"),
    "jumlah": ("Jumlah", "Sum"),
    "rata_rata": ("Rata-rata", "Mean"),
    "terakhir": ("Terakhir", "Last value"),
    "C": ("Cascading peta", "Cascaded, on the map"),
    "CP": ("Cascading non-peta", "Cascaded, off the map"),
    "N": ("Non cascading", "Not cascaded"),
}
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def find_label(key: str, language: Language = "id") -> str:
    """
    Give the label of a noun or word in a language.

    >>> find_label("sumber_data"), find_label("sumber_data", "en")
    ('Sumber Data', 'Data source')
    """
    return _LABELS[key][language == "en"]


def find_month(number: int, language: Language = "id") -> str:
    """
    Give the name of a month, counted from 1.

    >>> find_month(8)
    'Agustus'
    """
    return _MONTHS[language][number - 1]
