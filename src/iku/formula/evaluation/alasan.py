"""
Alasan: why a formula has no value.

Absence is an answer, not an exception and not zero. The kode is for programs,
the sentence for people.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import TEXT, TEXTS, optional
from iku.errors import FormulaError, quote
from iku.formula.evaluation.names import write_names
from iku.tree import Constant, Expression, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.domain.nilai import Kosong
    from iku.typing import Language


class KodeAlasan(StrEnum):
    """Kode of the reasons that the library itself gives; plug-ins may give others."""

    TANPA_DATA = "tanpa_data"
    """Nobody supplied the variable."""
    TIDAK_DICANTUMKAN = "tidak_dicantumkan"
    """The source leaves the place of the variable empty."""
    BELUM_DILAPORKAN = "belum_dilaporkan"
    """The variable will have a value and has not been reported yet."""
    TIDAK_BERLAKU = "tidak_berlaku"
    """There is no such value."""
    TIDAK_TERBACA = "tidak_terbaca"
    """Something is printed that cannot be read with certainty."""
    BUKAN_BILANGAN = "bukan_bilangan"
    """The variable is a range, a threshold or a category, or not finite."""
    TANPA_PERIODE = "tanpa_periode"
    """The value of a period is needed, and it was not said which, or there is no series."""
    TANPA_PERIODE_LALU = "tanpa_periode_lalu"
    """The series does not go back as far as the formula looks."""
    PEMBAGI_NOL = "pembagi_nol"
    """A denominator is zero."""
    NOL_PANGKAT_NOL = "nol_pangkat_nol"
    """Zero is raised to the power of zero."""
    LOGARITMA_TAK_ADA = "logaritma_tak_ada"
    """The logarithm is taken of a number that is not above zero."""
    AKAR_NEGATIF = "akar_negatif"
    """The geometric mean is taken of a negative number."""
    TERLALU_BESAR = "terlalu_besar"
    """A number on the way has more digits than the library computes with."""
    LANGSUNG = "langsung"
    """The value is reported by its source and not computed."""
    NARASI = "narasi"
    """The formula is prose."""
    TAK_DIKENAL = "tak_dikenal"
    """The kind of formula is unknown to this installation."""
    TANPA_RUMUS = "tanpa_rumus"
    """Nobody gave a formula yet."""
    TANPA_PENGGABUNGAN = "tanpa_penggabungan"
    """There are several parts, and nothing says how they make one value."""
    DIHITUNG_PLUGIN = "dihitung_plugin"
    """The formula is computed by a plug-in and has no tree."""
    PLUGIN_GAGAL = "plugin_gagal"
    """The plug-in that the formula comes from failed."""
    TARGET_NOL = "target_nol"
    """The target is zero, so nothing can be compared with it."""
    TARGET_NEGATIF = "target_negatif"
    """The target is negative, and the rule does not say what that means."""
    BEBERAPA_SUMBER = "beberapa_sumber"
    """Several sources have a value, or parts of one, and nothing says which is meant."""
    SUMBER_TIDAK_ADA = "sumber_tidak_ada"
    """There are values, and none is of the source that was asked for."""
    TANPA_KONSOLIDASI = "tanpa_konsolidasi"
    """There are only parts of the period, and nothing says how they make the whole."""
    BAGIAN_CAMPURAN = "bagian_campuran"
    """The parts are of kinds that make no one series, like a quarter and a running total."""
    TANPA_NILAI = "tanpa_nilai"
    """Of all that was to be aggregated, nothing has a value."""
    BOBOT_NOL = "bobot_nol"
    """The weights of what has a value add up to zero."""
    LINGKARAN = "lingkaran"
    """Indicators contribute to each other in a circle."""
    DASAR_NEGATIF = "dasar_negatif"
    """What a change is measured by is negative, so a percentage of it means nothing."""
    ATURAN_TIDAK_BERLAKU = "aturan_tidak_berlaku"
    """The target is not of the kind that the rule takes."""
    REALISASI_NOL = "realisasi_nol"
    """The realisasi is zero, and the rule divides by it."""
    REALISASI_NEGATIF = "realisasi_negatif"
    """The realisasi is negative, and the rule divides by it."""
    TANPA_ATURAN = "tanpa_aturan"
    """Nothing says which capaian rule compares them."""
    TANPA_POLARITAS = "tanpa_polaritas"
    """It depends on the polarity of the indicator, which is not stated."""
    ARAH_BERTENTANGAN = "arah_bertentangan"
    """The comparator of the target and the rule disagree about which side is better."""
    BUKAN_PREDIKAT = "bukan_predikat"
    """The value is no label, and the rule compares labels."""
    TANPA_SKALA = "tanpa_skala"
    """Nothing says which scale orders the labels."""
    SKALA_LAIN = "skala_lain"
    """The label is of another scale than that of the rule."""
    LABEL_TAK_DIKENAL = "label_tak_dikenal"
    """The scale or the rule does not have the label."""
    TANPA_SKOR = "tanpa_skor"
    """The scale gives the label no score."""
    DI_LUAR_RUAS = "di_luar_ruas"
    """The capaian falls between the segments that are known."""
    DI_LUAR_SKALA = "di_luar_skala"
    """The number is below the lowest class of the scale, or above the highest."""
    CELAH_SKALA = "celah_skala"
    """The number falls between two rows of a printed scale, and nothing says into which."""
    TANPA_LANGKAH = "tanpa_langkah"
    """The number is to be rounded to the step of the scale, and the scale has none."""
    SKALA_TANPA_BATAS = "skala_tanpa_batas"
    """The scale has labels alone, and a number falls into none of them."""
    TANPA_BENTUK = "tanpa_bentuk"
    """The rule decides or chooses, and has no single mathematical form."""


_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    KodeAlasan.TANPA_DATA: ("data {} tidak tersedia", "there is no data for {}"),
    KodeAlasan.TIDAK_DICANTUMKAN: ("nilai {} tidak dicantumkan", "no value is stated for {}"),
    KodeAlasan.BELUM_DILAPORKAN: (
        "nilai {} belum dilaporkan",
        "no value has been reported yet for {}",
    ),
    KodeAlasan.TIDAK_BERLAKU: ("nilai {} tidak berlaku", "no value applies to {}"),
    KodeAlasan.TIDAK_TERBACA: ("nilai {} tidak terbaca", "no value can be read for {}"),
    KodeAlasan.BUKAN_BILANGAN: (
        "nilai {} bukan satu bilangan",
        "there is no single number for {}",
    ),
    KodeAlasan.TANPA_PERIODE: (
        "nilai {} membutuhkan seri data dan periode",
        "a series of data and a period are needed for {}",
    ),
    KodeAlasan.TANPA_PERIODE_LALU: (
        "nilai {} pada periode sebelumnya tidak ada",
        "there is no value of an earlier period for {}",
    ),
    KodeAlasan.PEMBAGI_NOL: ("pembagi {} bernilai nol", "division by {}, which is zero"),
    KodeAlasan.NOL_PANGKAT_NOL: (
        "{} bernilai nol dan dipangkatkan nol",
        "{} is zero and raised to the power of zero",
    ),
    KodeAlasan.LOGARITMA_TAK_ADA: (
        "logaritma {} tidak ada karena nilainya tidak di atas nol",
        "there is no logarithm of {}, which is not above zero",
    ),
    KodeAlasan.AKAR_NEGATIF: (
        "rata-rata geometrik tidak ada karena {} bernilai negatif",
        "there is no geometric mean because {} is negative",
    ),
    KodeAlasan.TERLALU_BESAR: (
        "bilangan dari {} terlalu besar untuk dihitung",
        "numbers from {} are too large to compute with",
    ),
    KodeAlasan.TARGET_NOL: ("{} bernilai nol", "{} is zero"),
    KodeAlasan.TARGET_NEGATIF: ("{} bernilai negatif", "{} is negative"),
    KodeAlasan.ATURAN_TIDAK_BERLAKU: (
        "aturan capaian ini tidak berlaku untuk jenis {} ini",
        "this rule does not apply to this kind of {}",
    ),
    KodeAlasan.REALISASI_NOL: ("{} bernilai nol", "{} is zero"),
    KodeAlasan.REALISASI_NEGATIF: ("{} bernilai negatif", "{} is negative"),
    KodeAlasan.TANPA_ATURAN: ("aturan capaian tidak disebutkan", "no capaian rule is stated"),
    KodeAlasan.TANPA_POLARITAS: ("polaritas tidak disebutkan", "no polarity is stated"),
    KodeAlasan.ARAH_BERTENTANGAN: (
        "pembanding {} tidak searah dengan aturan capaian",
        "the comparator of the {} and the rule point in opposite directions",
    ),
    KodeAlasan.BUKAN_PREDIKAT: ("nilai {} bukan predikat", "there is no label for {}"),
    KodeAlasan.TANPA_SKALA: (
        "skala untuk membandingkan {} tidak disebutkan",
        "no scale is stated that compares {}",
    ),
    KodeAlasan.SKALA_LAIN: ("{} memakai skala lain", "another scale is used for {}"),
    KodeAlasan.LABEL_TAK_DIKENAL: (
        "predikat {} tidak dikenal",
        "the label is unknown for {}",
    ),
    KodeAlasan.TANPA_SKOR: ("predikat {} tidak memiliki skor", "the label has no score for {}"),
    KodeAlasan.DI_LUAR_RUAS: (
        "{} di luar ruas nilai yang diketahui",
        "{} is outside the segments that are known",
    ),
    KodeAlasan.DI_LUAR_SKALA: ("nilai {} di luar skala", "the scale does not reach to {}"),
    KodeAlasan.CELAH_SKALA: (
        "nilai {} berada di antara dua kelas skala",
        "there is a gap between two classes of the scale at {}",
    ),
    KodeAlasan.TANPA_LANGKAH: (
        "skala untuk {} tidak menyebut langkah pembulatan",
        "the scale for {} has no step to round to",
    ),
    KodeAlasan.SKALA_TANPA_BATAS: (
        "skala untuk {} hanya berisi label",
        "the scale for {} has labels alone",
    ),
    KodeAlasan.TANPA_BENTUK: (
        "aturan capaian ini tidak memiliki satu bentuk matematika",
        "this rule has no single mathematical form",
    ),
    KodeAlasan.BEBERAPA_SUMBER: (
        "nilai {} ada dari beberapa sumber",
        "several sources have a value for {}",
    ),
    KodeAlasan.SUMBER_TIDAK_ADA: (
        "nilai {} dari sumber yang diminta tidak ada",
        "the source that was asked for has no value for {}",
    ),
    KodeAlasan.TANPA_KONSOLIDASI: (
        "cara konsolidasi bagian-bagian {} tidak disebutkan",
        "nothing says how the parts of {} make one value",
    ),
    KodeAlasan.BAGIAN_CAMPURAN: (
        "bagian-bagian {} bercampur jenis periodenya, lengkapi satu jenis atau pakai satu saja",
        "the parts of {} are of several kinds of period, one has to be completed or used alone",
    ),
    KodeAlasan.TANPA_NILAI: ("tidak ada nilai untuk digabungkan", "there is no value to aggregate"),
    KodeAlasan.BOBOT_NOL: ("jumlah bobotnya nol", "the weights add up to zero"),
    KodeAlasan.LINGKARAN: (
        "kontribusi {} melingkar",
        "contributions go in a circle through {}",
    ),
    KodeAlasan.DASAR_NEGATIF: ("{} sebagai dasar bernilai negatif", "{} is negative as a basis"),
    KodeAlasan.LANGSUNG: ("nilai dilaporkan langsung", "the value is reported by its source"),
    KodeAlasan.NARASI: ("rumus berupa uraian", "the formula is prose"),
    KodeAlasan.TAK_DIKENAL: ("rumus tidak dikenal di sini", "the formula or rule is unknown here"),
    KodeAlasan.TANPA_RUMUS: ("rumus belum ada", "there is no formula yet"),
    KodeAlasan.TANPA_PENGGABUNGAN: (
        "cara menggabungkan {} tidak disebutkan",
        "nothing says how {} make one value",
    ),
    KodeAlasan.DIHITUNG_PLUGIN: (
        "rumus dihitung oleh plug-in dan tidak memiliki bentuk matematika",
        "the formula is computed by a plug-in and has no mathematical form",
    ),
    KodeAlasan.PLUGIN_GAGAL: ("rumus gagal dihitung oleh plug-in", "the plug-in failed"),
}
"""Each reason in Indonesian and in English, with a place for the names."""


@frozen(kw_only=True)
class Alasan:
    """
    Alasan (reason): why there is no value, and which variables are to blame.

    >>> alasan = blame(KodeAlasan.PEMBAGI_NOL, "PDRB")
    >>> alasan.kode == "pembagi_nol", str(alasan), alasan.explain("en")
    (True, 'pembagi PDRB bernilai nol', 'division by PDRB, which is zero')
    """

    kode: str = field(metadata=TEXT)
    """Stable name of the reason; a `KodeAlasan` unless a plug-in gave it."""
    variabel: tuple[str, ...] = field(default=(), metadata=TEXTS)
    """Kode of the variables to blame, in order of appearance."""
    pesan: str = field(metadata=TEXT)
    """The reason as an Indonesian sentence without its full stop."""
    keterangan: str | None = field(default=None, metadata=optional(TEXT))
    """
    What more is known, behind the sentence in every language.

    Periods, names and numbers, or the words of the document itself, which are never translated.
    """
    ekspresi: tuple[Expression, ...] = ()
    """The expressions over the variables that are at fault, where no bare variable is."""

    def __str__(self) -> str:
        return self.pesan

    def explain(self, language: Language = "id") -> str:
        """
        Give the sentence in a language.

        The reason of a plug-in, of which only one sentence is known, stays as it is.

        Raises:
            FormulaError: `bad-choice`.
        """
        check_language(language)
        if language == "id" or self.kode not in _SENTENCES:
            return self.pesan
        named = write_names(self.variabel, self.ekspresi, language)
        return _write(self.kode, named, self.keterangan, language)


def check_language(language: object) -> None:
    """
    Refuse a language that nothing is written in.

    Raises:
        FormulaError: `bad-choice`.
    """
    if language not in ("id", "en"):
        raise FormulaError(
            "bad-choice", found=quote(language), expected="id or en", repair='write "id" or "en"'
        )


def blame(kode: KodeAlasan, *variabel: str, keterangan: str | None = None) -> Alasan:
    """
    Make the reason that blames `variabel`.

    >>> blame(KodeAlasan.BELUM_DILAPORKAN, "NTB", "PDRB").pesan
    'nilai NTB dan PDRB belum dilaporkan'
    """
    return Alasan(
        kode=kode,
        variabel=variabel,
        pesan=_write(kode, write_names(variabel, (), "id"), keterangan, "id"),
        keterangan=keterangan,
    )


def blame_operands(
    kode: KodeAlasan, operands: Sequence[Expression], variabel: Sequence[str]
) -> Alasan:
    """
    Make the reason that blames operands, of which `variabel` are the variables.

    A bare variable is named; anything else is written out, because no variable of it
    need be at fault.

    >>> from iku.tree import Subtract
    >>> kurang = Subtract(left=Variable("A"), right=Variable("B"))
    >>> blame_operands(KodeAlasan.PEMBAGI_NOL, [kurang], ["A", "B"]).pesan
    'pembagi (A − B) bernilai nol'
    """
    if all(isinstance(operand, Variable | Constant) for operand in operands):
        return blame(kode, *variabel)
    names, ekspresi = tuple(variabel), tuple(dict.fromkeys(operands))
    return Alasan(
        kode=kode,
        variabel=names,
        pesan=_write(kode, write_names(names, ekspresi, "id"), None, "id"),
        ekspresi=ekspresi,
    )


def _write(kode: str, named: str, keterangan: str | None, language: Language) -> str:
    sentence = _SENTENCES[kode][language == "en"].format(named)
    return sentence if keterangan is None else f"{sentence} ({keterangan})"


def explain_absence(kosong: Kosong, variabel: str, *, periode: str | None = None) -> Alasan:
    """
    Make the reason that keeps what an absent value says about itself.

    `periode` is said where it is not the one that everything is about.

    >>> from iku.domain import Kosong, SebabKosong
    >>> explain_absence(Kosong(sebab=SebabKosong.TIDAK_BERLAKU), "PDRB").pesan
    'nilai PDRB tidak berlaku'
    """
    known = "; ".join(filter(None, (periode, kosong.keterangan)))
    return blame(KodeAlasan(kosong.sebab.value), variabel, keterangan=known or None)


def collect_alasan(absent: Sequence[Alasan]) -> Alasan:
    """
    Take the first reason, and let it name all variables that are absent for the same cause.

    An expression that is at fault and a variable that is are not the same cause.

    >>> collect_alasan([blame(KodeAlasan.TANPA_DATA, "A"), blame(KodeAlasan.TANPA_DATA, "B")]).pesan
    'data A dan B tidak tersedia'
    """
    first = absent[0]
    same = [
        alasan
        for alasan in absent
        if alasan.kode == first.kode and bool(alasan.ekspresi) == bool(first.ekspresi)
    ]
    named = tuple(dict.fromkeys(kode for alasan in same for kode in alasan.variabel))
    if len(named) <= len(first.variabel) or first.kode not in _SENTENCES:
        return first
    ekspresi = [each for alasan in same for each in alasan.ekspresi]
    return blame_operands(KodeAlasan(first.kode), ekspresi, named)
