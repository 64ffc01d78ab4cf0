"""The words of official prose that readings look for, in lower case."""

from __future__ import annotations

import re
from typing import Final


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


COUNTING: Final = _list(
    "jumlah jml jlh jmh jmlh jm total \u03c3 banyaknya seluruh keseluruhan akumulasi"
)
"""What a counted quantity begins with."""

QUANTITY: Final = COUNTING | _list(
    "nilai realisasi target pagu anggaran luas luasan panjang volume produksi produktivitas "
    "pendapatan penerimaan pajak retribusi belanja pdrb pdb pad apbd penduduk populasi rata-rata "
    "rerata skor indeks persentase hasil capaian ketersediaan kebutuhan waktu"
)
"""What a measured quantity begins with; wider, and weaker evidence."""

PLANNED: Final = _list("target pagu anggaran rencana")
"""What a realisasi is divided by."""

BASES: Final = QUANTITY | PLANNED | _list("potensi sasaran kuota kapasitas alokasi")
"""What something is a part of."""

PERCENT_NAMES: Final = _list("persentase prosentase presentase pesentase persen")
"""What the name of a percentage begins with."""

RATIO_NAMES: Final = PERCENT_NAMES | {"rasio", "ratio", "proporsi", "perbandingan"}
"""What says that something is divided by something."""

LEVEL_NAMES: Final = _list(
    "persentase prosentase presentase nilai indeks skor tingkat rata-rata rerata capaian ikm"
)
"""Quantities that are averaged and not counted: their sum over a number is a mean."""

MONEY: Final = _list(
    "beban biaya laba omzet omset penjualan hpp diskon retur ongkos kewajiban utang aset "
    "revenue expense expenses cost costs income profit"
)
"""What money is called that is taken from money."""

MEAN_NAMES: Final = _list("rata-rata rerata indeks nilai skor")
"""What an indicator is called whose value is a mean."""

MEASURES: Final = _list("ha hektar km m m2 m3 ton kg kuintal liter ekor kelompok desa")
"""Satuan that no percentage has, beside those of currency, time and count."""

AMOUNTS: Final = COUNTING | _list(
    "penerimaan pendapatan produksi belanja realisasi nilai volume luas panjang"
)
"""What an amount is called that consists of others."""

COMPARED: Final = COUNTING | RATIO_NAMES | {"selisih", "hasil", "rata-rata", "nilai"}
"""What follows the word "adalah" where a definition says how something is computed."""

PREPOSITIONS: Final = _list(
    "pada di dalam untuk per tahun selama dari oleh dengan ke sesuai s.d. sampai"
)
"""What a remark behind a finished number begins with."""

LEANING: Final = _list(
    "di ke dari pada oleh dan atau untuk dengan terhadap antara dalam yang sebagai para se "
    "kepada bagi per dan/atau"
)
"""A line that ends with one of these goes on in the next."""

OFFICES: Final = _list(
    "dinas badan sekretariat inspektorat bidang bagian laporan kecamatan upt upd rsud"
)
"""What the line of a responsible unit or data source begins with."""

DIVIDING: Final = _list("dibagi dibandingkan dibanding berbanding")
"""Words that divide."""

OPERATING: Final = {
    **dict.fromkeys(DIVIDING, "/"),
    **dict.fromkeys(("dikali", "dikalikan"), "*"),
    **dict.fromkeys(("ditambah", "ditambahkan"), "+"),
    **dict.fromkeys(("dikurangi", "dikurang", "dikurangkan"), "-"),
}
"""Words that stand for an operation, and its sign."""

NOT_OPERATING: Final = _list("menjadi dalam atas kepada habis ke oleh lurus terbalik")
"""Behind `dibagi` they say that something is distributed."""

FILLING: Final = _list("dengan oleh")
"""Words that may stand between an operating word and its operand."""

FUNCTIONS: Final = {
    "rata-rata": "rata_rata",
    "rata-rata geometrik": "rata_rata_geometrik",
    "minimum": "minimum",
    "maksimum": "maksimum",
    "ln": "ln",
}
"""Names that stand directly before a parenthesis, and the function they are."""

PERIODS: Final = _list("tahun thn thn. th th. periode bulan triwulan semester yang")
"""Behind these, "lalu" speaks of an earlier period."""

AGES: Final = _list("usia umur berusia berumur")
"""Behind these, "60+" is an age."""

GOVERNING: Final = _list(
    "kepuasan ketaatan kepatuhan kepercayaan partisipasi dukungan pengaruh dampak akses "
    "perlindungan kesadaran pemahaman persepsi tanggapan respon respons penanganan pengawasan "
    "minat perhatian keluhan pengaduan laporan pemeriksaan tindakan sanksi penilaian sikap "
    "pelayanan ketergantungan kesiapan komitmen pengetahuan pembinaan evaluasi ketahanan"
)
"""Nouns that "terhadap" belongs to."""

PREFIXES: Final = _list("non pra pasca sub anti antar semi eks multi")
"""What is joined to a word by a dash and subtracts nothing."""

PAIRS: Final = _list(
    "sd/mi smp/mts sma/ma sma/smk sma/smk/ma smk/ma ma/smk paud/tk tk/ra tk/paud mi/sd ksp/usp "
    "opd/pd kabupaten/kota kota/kabupaten kab/kota desa/kelurahan kelurahan/desa dan/atau s/d "
    "rt/rw rpjmd/rkpd pns/asn tni/polri"
)
"""Names that are written with a slash and divide nothing."""

ABBREVIATED: Final = _list(
    "no. kab. kec. jml. dgn. s.d. tgl. thn. prov. kel. dll. dsb. dkk. rp. jl. th. yg. a.n. "
    "jlh. dst. hal. ttg. pkl."
)
"""Words whose full stop ends no sentence."""

FALLING: Final = re.compile(
    r"\b(?:kumuh|tidak layak|kesenjangan|kemiskinan|miskin|pengangguran|kematian|stunting|rusak"
    r"|kerusakan|ketimpangan|pelanggaran|kebocoran|kehilangan|putus sekolah|gizi buruk|kriminalitas"
    r"|kejahatan|kecelakaan|kebakaran|pencemaran|keluhan|penyimpangan)\b"
)
"""What should become less."""

HANDLED: Final = re.compile(
    r"\b(?:terselesaikan|diselesaikan|penyelesaian|tertangani|ditangani|penanganan|ditindaklanjuti"
    r"|penurunan|pengurangan|menurun|berkurang|pencegahan|tuntas|terentaskan|rehabilitasi"
    r"|direhabilitasi|pengendalian)\b"
)
"""What turns such a thing into something that should become more."""

EQUAL: Final = _list("adalah ialah yaitu yakni merupakan")
"""Words that stand for the sign of equality."""

INTRODUCING: Final = re.compile(
    r"(?:dihitung|diperoleh|diukur|didapat|menggunakan rumus|dirumuskan)"
    r"(?: (?:dari|dengan|berdasarkan|melalui|sebagai|menggunakan|rumus|cara|berikut|hasil(?! bagi)"
    r"|perhitungan|formula|pembagian))*\b",
    re.IGNORECASE,
)
"""A phrase that introduces how something is computed."""

ANNOUNCING: Final = re.compile(
    r"(?:menunjukkan|menunjukan|menghitung|mengukur|dengan cara)(?: (?:dari|berapa))?(?= )"
    r"|(?:rumus|formula)(?= (?:jumlah|jml|total|banyaknya) )",
    re.IGNORECASE,
)
"""A verb before a quantity that adds nothing to it."""

REPORTER: Final = re.compile(
    r"\b(?:survei|survey|evaluasi|penilaian|reviu|audit|opini|kuesioner|susenas|sakernas|rilis"
    r"|dirilis|publikasi|dipublikasikan|pengukuran|analisis|responden)\b",
    re.IGNORECASE,
)
"""What a value comes from that somebody else reports."""

DOCUMENT_WORDS: Final = _list(
    "bps bpk bpkp wtp wdp lke lhe ikm skm akip iku ikk spip spbe lppd rkpd opd skpd apip lkip lkj "
    "nihil ada data hari jam rp unit kk ha kg ton km ltr kwh"
)
"""Short words that stand alone in a cell and are no variable."""
