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
from iku._checks import TEXT, TEXTS

if TYPE_CHECKING:
    from iku.domain.nilai import Kosong


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
    PEMBAGI_NOL = "pembagi_nol"
    """A denominator is zero."""
    NOL_PANGKAT_NOL = "nol_pangkat_nol"
    """Zero is raised to the power of zero."""
    TERLALU_BESAR = "terlalu_besar"
    """A number on the way has more digits than the library computes with."""
    LANGSUNG = "langsung"
    """The value is reported by its source and not computed."""
    NARASI = "narasi"
    """The formula is prose."""
    TAK_DIKENAL = "tak_dikenal"
    """The kind of formula is unknown to this installation."""
    TARGET_NOL = "target_nol"
    """The target is zero, so nothing can be compared with it."""
    TARGET_NEGATIF = "target_negatif"
    """The target is negative, and the rule does not say what that means."""
    ATURAN_TIDAK_BERLAKU = "aturan_tidak_berlaku"
    """The target is not a single number, and the rule takes no other."""


@frozen(kw_only=True)
class Alasan:
    """
    Alasan (reason): why there is no value, and which variables are to blame.

    >>> alasan = blame(KodeAlasan.PEMBAGI_NOL, "PDRB")
    >>> alasan.kode == "pembagi_nol", str(alasan)
    (True, 'pembagi PDRB bernilai nol')
    """

    kode: str = field(metadata=TEXT)
    """Stable name of the reason; a `KodeAlasan` unless a plug-in gave it."""
    variabel: tuple[str, ...] = field(default=(), metadata=TEXTS)
    """Kode of the variables to blame, in order of appearance."""
    pesan: str = field(metadata=TEXT)
    """The reason as an Indonesian sentence without its full stop."""

    def __str__(self) -> str:
        return self.pesan


_SENTENCES: Final = {
    KodeAlasan.TANPA_DATA: "data {} tidak tersedia",
    KodeAlasan.TIDAK_DICANTUMKAN: "nilai {} tidak dicantumkan",
    KodeAlasan.BELUM_DILAPORKAN: "nilai {} belum dilaporkan",
    KodeAlasan.TIDAK_BERLAKU: "nilai {} tidak berlaku",
    KodeAlasan.TIDAK_TERBACA: "nilai {} tidak terbaca",
    KodeAlasan.BUKAN_BILANGAN: "nilai {} bukan satu bilangan",
    KodeAlasan.PEMBAGI_NOL: "pembagi {} bernilai nol",
    KodeAlasan.NOL_PANGKAT_NOL: "{} bernilai nol dan dipangkatkan nol",
    KodeAlasan.TERLALU_BESAR: "bilangan dari {} terlalu besar untuk dihitung",
    KodeAlasan.TARGET_NOL: "{} bernilai nol",
    KodeAlasan.TARGET_NEGATIF: "{} bernilai negatif",
    KodeAlasan.ATURAN_TIDAK_BERLAKU: "aturan capaian ini hanya untuk {} berupa satu bilangan",
}


def blame(kode: KodeAlasan, *variabel: str) -> Alasan:
    """
    Make the reason that blames `variabel`.

    >>> blame(KodeAlasan.BELUM_DILAPORKAN, "NTB", "PDRB").pesan
    'nilai NTB dan PDRB belum dilaporkan'
    """
    *first, last = variabel or ("tetapan",)
    named = f"{', '.join(first)} dan {last}" if first else last
    return Alasan(kode=kode, variabel=variabel, pesan=_SENTENCES[kode].format(named))


def explain_absence(kosong: Kosong, variabel: str) -> Alasan:
    """
    Make the reason that keeps what an absent value says about itself.

    >>> from iku.domain import Kosong, SebabKosong
    >>> explain_absence(Kosong(sebab=SebabKosong.TIDAK_BERLAKU), "PDRB").pesan
    'nilai PDRB tidak berlaku'
    """
    alasan = blame(KodeAlasan(kosong.sebab.value), variabel)
    if kosong.keterangan is None:
        return alasan
    return Alasan(
        kode=alasan.kode, variabel=(variabel,), pesan=f"{alasan.pesan} ({kosong.keterangan})"
    )
