"""Readings of sentences that compute nothing or little: counts, totals, rates, reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.angka import parse_angka
from iku.formula import Jumlah, Laju, Langsung, Rasio
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.names import normalise_phrase
from iku.reading.prose.words import (
    AMOUNTS,
    DOCUMENT_WORDS,
    LEANING,
    OPERATING,
    RATIO_NAMES,
    REPORTER,
)
from iku.tree import Add, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scaling import Setting

_RATE: Final = re.compile(
    r"(?P<counted>.{3,400}?) (?:pada |dalam |untuk |bagi |di antara )?(?:tiap|setiap|per) ?"
    r"(?P<per>10{2,}|1(?:\.000)+|100(?:\.000)+|10(?:\.000)+) (?P<among>[^\d\s].{1,300})$",
    re.IGNORECASE,
)
_YEARLY: Final = re.compile(r" (?:per|setiap|tiap) (?:tahun|bulan)$", re.IGNORECASE)
_UNIT_RATIO: Final = re.compile(
    r"(?P<above>[^()]{3,300} \((?P<over>[^() ]{1,20})\)) per "
    r"(?P<below>[^()]{3,300} \((?P<under>[^() ]{1,20})\))\.?",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"(?P<head>.{3,600}?)\b(?:meliputi|terdiri dari|terdiri atas|yaitu|antara lain) ?: ?"
    r"(?P<items>.*;.*)$",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"(?:jumlah|banyaknya|total|jml|jlh|jmh|jmlh)\b|Σ", re.IGNORECASE)
_NOT_COUNTED: Final = re.compile(
    r"\b(?:kumulatif|komulatif|akumulatif|terhadap|dibanding\w*|rata-rata|(?<!dengan )nilai|skor"
    r"|bobot|indeks|persentase|rasio|masing-masing"
    r"|\w+/ ?(?:jumlah|jml|total|luas|panjang|volume|penduduk|nilai)"
    r"|per (?:panjang|luas|volume|jumlah|total|nilai|kapita|km2?|ha|kilometer|hektar)"
    r"|(?:se)?tiap(?! (?:tahun|bulan|triwulan|semester|minggu|hari|kali|periode)\b))\b",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(
    r"[:=×÷+]| [-/x](?: |$)|\bdi(?:bagi|kali|banding|tambah|kurangi)", re.IGNORECASE
)
_VALUE: Final = re.compile(r" = \d[\d.,]*+(?: [^\W\d_]+)?$")
_COUNTLESS: Final = re.compile(
    r"(?:persentase|prosentase|presentase|rasio|rata-rata|rata rata|rerata|indeks|tingkat|laju"
    r"|pertumbuhan|skor|nilai|angka|proporsi|cakupan)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"(?:jumlah|banyaknya|total) (?:hasil |dokumen )?(?:penelitian|artikel|karya|jurnal|makalah"
    r"|buku|naskah|berita|riset|informasi)\b[^.]{0,200}? yang (?:dipublikasikan|dirilis)"
    r"(?: (?:pada|di|dalam|selama|tahun)\b[^.]{0,200})?\.?",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"(?<!peran) (?:serta|seta) | dan (?:ter|me)\w{3,20}nya\b", re.IGNORECASE
)
_EXAMPLES: Final = re.compile(r" \([^()]*+\)")
_SCOPE: Final = re.compile(r" (?:dalam|pada|di|untuk|oleh|kepada|bagi) ", re.IGNORECASE)
_AND: Final = re.compile(r",? dan ", re.IGNORECASE)
_FIRST_AND: Final = re.compile(r"^dan ", re.IGNORECASE)
_ADDED_UP: Final = re.compile(r"(?P<counted>.{5,300}?) (?:di)?jumlahkan\.?$", re.IGNORECASE)
_NAME: Final = re.compile(r"\w+(?: \w+)*+")
_LONGEST_NAME: Final = 6
_LONGEST_COUNT: Final = 30
"""Spaces in the name of a count; what is longer explains it."""
_LONGEST_SOURCE: Final = 160
_SENTENCE_WORDS: Final = (
    LEANING | OPERATING.keys() | {"menurut", "berdasarkan", "sesuai", "hasil", "tiap", "setiap"}
)
_SENTENCE_END: Final = re.compile(r"(?<=\w{4})\. ")
_SYMBOL: Final = re.compile(r"[A-Za-z]\w{0,3}|[A-Za-z_]\w*[_\d]\w*")
_PLACE: Final = (
    r"(?: (?:RI|Pusat|Provinsi|Prov\.?|Kabupaten/Kota|Kabupaten|Kab\.?|Kota)(?: [A-Z]\w*){0,3})?"
)
_ISSUED: Final = re.compile(
    r"(?:(?:(?:rilis |hasil )?data|angka|(?:hasil )?p(?:er|eng)hitungan|bersumber|sumber) ?:? ?)?"
    r"(?:(?:yang )?(?:diperoleh|didapat|diambil|dirilis|diterbitkan|dikeluarkan|dihitung) ?)?"
    r"(?:(?:dari|oleh|menurut) )?"
    rf"(?P<by>(?:BPS|Badan Pusat Statistik|BPK|BPKP|Bank Indonesia|KPK|BKN){_PLACE})"
    r"(?: \(BPS\))?(?: tahun (?:\d{4}|n|berjalan))?\.?",
    re.IGNORECASE,
)
_AWARDED: Final = re.compile(r"(?:predikat|opini)(?: [A-Za-z-]+){1,8}\.?", re.IGNORECASE)
_BY: Final = re.compile(r"\boleh (?P<who>[^.,;:()]{3,120})")


def read_rate(sentence: str, names: Names) -> Laju | None:
    """
    Read "jumlah A per 1.000 B" as a rate.

    >>> from iku.reading.prose.names import Names
    >>> read_rate("Jumlah kasus per 1.000 penduduk", Names()).satuan
    'per 1.000'
    """
    found = _RATE.match(normalise_phrase(sentence))
    if found is None or _COUNT.match(found["counted"]) is None or _SIGN.search(found[0]):
        return None
    return Laju(
        pembilang=names.make_kode(found["counted"].strip(" ,")),
        penyebut=names.make_kode(_YEARLY.sub("", found["among"].strip(" ,."))),
        per=parse_angka(found["per"]),
    )


def read_unit_ratio(sentence: str, names: Names, setting: Setting) -> Rasio | None:
    """
    Read "biaya (Rp) per panjang jalan (km)" as a ratio where the satuan is "Rp/km".

    >>> from iku.domain import Satuan
    >>> from iku.reading.prose.names import Names
    >>> from iku.reading.prose.scaling import Setting
    >>> setting = Setting(satuan=Satuan("Rp/km"))
    >>> read_unit_ratio("Biaya (Rp) per panjang jalan (km)", Names(), setting).penyebut
    'panjang jalan (km)'
    """
    found = _UNIT_RATIO.fullmatch(sentence)
    if found is None or _SIGN.search(sentence):
        return None
    units = f"{found['over']}/{found['under']}".lower()
    if setting.counted.replace(" per ", "/").replace(" ", "") != units:
        return None
    return Rasio(
        pembilang=names.make_kode(found["above"]), penyebut=names.make_kode(found["below"])
    )


def read_total(sentence: str, names: Names) -> Jumlah | None:
    """
    Read an amount and the amounts it consists of, separated by semicolons, as a sum.

    >>> from iku.reading.prose.names import Names
    >>> read_total("Pendapatan daerah meliputi: pajak; retribusi", Names()).suku
    ('pajak', 'retribusi')
    """
    found = _TOTAL.match(sentence)
    if found is None or found["head"].split(" ")[0].lower() not in AMOUNTS:
        return None
    items = [_FIRST_AND.sub("", item.strip(" .,")) for item in found["items"].split(";")]
    items = [item for item in items if item]
    if len(items) < 2 or any(re.search(r"\d%|[<>≥≤]", item) for item in items):
        return None
    return Jumlah(suku=tuple(names.make_kode(item) for item in items))


def read_count(sentence: str, names: Names, setting: Setting) -> Jumlah | None:
    """
    Read the name of a counted quantity as that count.

    >>> from iku.reading.prose.names import Names
    >>> from iku.reading.prose.scaling import Setting
    >>> read_count("Jumlah desa yang mandiri", Names(), Setting()).suku
    ('Jumlah desa yang mandiri',)

    Raises:
        Doubt: It may be one count or the sum of two, or the indicator is no count.
    """
    plain = normalise_phrase(_SENTENCE_END.split(sentence, maxsplit=1)[0].strip(" .;,"))
    if added := _ADDED_UP.match(plain):
        return Jumlah(suku=(names.make_kode(added["counted"]),))
    plain = _VALUE.sub("", plain)
    if _SYMBOL.fullmatch(plain) and plain.lower() not in DOCUMENT_WORDS:
        return Jumlah(suku=(names.make_kode(plain),))
    counted = _COUNT.match(plain)
    if (
        counted is None
        or not 0 < plain.count(" ") <= _LONGEST_COUNT
        or _NOT_COUNTED.search(plain)
        or _SIGN.search(plain)
    ):
        return None
    formula = Jumlah(suku=(names.make_kode(plain),))
    if _EVENT.search(plain):
        raise Doubt("“serta” menyatukan cacah dengan hal yang tidak dicacah", formula.lower())
    if setting.percent or _COUNTLESS.match(setting.indikator):
        raise Doubt("teks menyebut cacah, tetapi indikatornya bukan cacah", formula.lower())
    if parts := _split_counted(_EXAMPLES.sub("", plain), setting.counted):
        both = Add(tuple(Variable(names.make_kode(part)) for part in parts))
        raise Doubt("“dan” dapat menyatukan satu cacah atau dua", formula.lower(), both)
    return formula


def check_counts(lines: Sequence[str]) -> None:
    """
    Refuse lines that each count something, with no sign between them.

    Raises:
        Doubt: There are two of them or more.
    """
    if sum(_COUNT.match(line) is not None for line in lines) > 1:
        raise Doubt("beberapa baris masing-masing menyebut cacah")


def _split_counted(phrase: str, counted: str) -> tuple[str, ...]:
    """
    Split what is counted at "dan", unless a clause behind speaks of both.

    `counted` is the satuan; where the one thing counted is called as it, "dan"
    behind a preposition joins only places or purposes.
    """
    head, *others = _AND.split(phrase, maxsplit=1)
    lower = f" {phrase} ".lower()
    if not others or " yang " in lower:
        return ()
    scope = _SCOPE.search(head)
    named = bool(counted) and phrase.lower().split()[1:2] == [counted]
    several = _COUNT.search(others[0]) is not None
    if named and scope and not several and lower.count(f" {counted} ") == 1:
        return ()
    first, *between = [part for part in head.split(", ") if part]
    stem = first.rsplit(" ", 1)[0]
    return first, *(f"{stem} {part.strip(' ,')}" for part in (*between, others[0]))


def read_name(sentence: str, names: Names) -> Jumlah | None:
    """
    Read a short name that stands alone as that variable, as a count of one is written.

    It is for texts with nothing beside them; in a document such words say too little.

    >>> from iku.reading.prose.names import Names
    >>> read_name("Koperasi aktif", Names()).suku
    ('Koperasi aktif',)
    >>> read_name("Tersedianya data", Names())
    """
    words = sentence.lower().split()
    if _NAME.fullmatch(sentence) is None or len(words) > _LONGEST_NAME:
        return None
    said = not _SENTENCE_WORDS.isdisjoint(words) or any(word.endswith("nya") for word in words)
    if said or words[0] in RATIO_NAMES or sentence.lower() in DOCUMENT_WORDS:
        return None
    return Jumlah(suku=(names.make_kode(sentence),))


def read_report(sentence: str) -> Langsung | None:
    """
    Read a sentence about a survey, an evaluation or a publication as a reported value.

    >>> read_report("Nilai hasil evaluasi oleh Inspektorat").sumber
    'Inspektorat'
    >>> read_report("Data BPS Kota").sumber
    'BPS Kota'
    """
    if issued := _ISSUED.fullmatch(sentence[:_LONGEST_SOURCE]):
        return Langsung(sumber=issued["by"])
    if _AWARDED.fullmatch(sentence[:_LONGEST_SOURCE]):
        return Langsung()
    if REPORTER.search(sentence) is None or len(sentence) > 400:
        return None
    # "Jumlah artikel yang dipublikasikan" counts what others published.
    if _PUBLISHED.fullmatch(sentence):
        return None
    by = _BY.search(sentence)
    return Langsung(sumber=" ".join(by["who"].split()) if by else None)
