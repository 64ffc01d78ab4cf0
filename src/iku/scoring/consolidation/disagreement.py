"""Perbedaan: what is reported and what is computed are not the same."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import one
from iku.angka import Angka, round_half_up
from iku.domain.nilai import Kategori, Kosong, Nilai
from iku.domain.periode import Periode
from iku.formula.evaluation.alasan import check_language
from iku.scoring.sentences import NILAI_DIPAKAI, NilaiDipakai, write_nilai

if TYPE_CHECKING:
    from iku.domain.target import Realisasi, Target
    from iku.typing import Language

_DIFFERENT: Final[dict[Language, str]] = {
    "id": "{} dilaporkan {}, sedangkan hitungannya {}",
    "en": "for {}, {} is reported and {} is computed",
}


@frozen(kw_only=True)
class Perbedaan:
    """
    Perbedaan (disagreement): what is reported for a period, and what the library computes for it.

    Figures agree when the computed one, rounded half-up to the decimals of the
    reported one, is that one.
    """

    periode: Periode = field(metadata=one(Periode))
    """The period that both speak of."""
    dilaporkan: Nilai = field(metadata=one(*NILAI_DIPAKAI[:4]))
    """What is reported."""
    hitungan: NilaiDipakai = field(metadata=one(*NILAI_DIPAKAI))
    """What its parts or its formula give."""

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Say both in one sentence.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        reported = write_nilai(self.dilaporkan, digits)
        computed = write_nilai(self.hitungan, digits)
        return _DIFFERENT[language].format(self.periode, reported, computed)


def find_perbedaan(row: Target | Realisasi, hitungan: NilaiDipakai) -> tuple[Perbedaan, ...]:
    """Find whether a reported value disagrees with a computed one; absence does not."""
    reported = row.nilai
    if isinstance(reported, Kosong) or _agree(reported, hitungan):
        return ()
    return (Perbedaan(periode=row.periode, dilaporkan=reported, hitungan=hitungan),)


def _agree(reported: Nilai, computed: NilaiDipakai) -> bool:
    if isinstance(reported, Kategori) and isinstance(computed, Kategori):
        return reported.label == computed.label
    if not isinstance(reported, Angka) or not isinstance(computed, Angka | Fraction):
        return reported == computed
    decimals = len(reported.teks.partition(".")[2])
    return round_half_up(computed, decimals) == reported.nilai
