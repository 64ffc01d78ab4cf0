"""How a capaian is told: the numbers, what stood in whose place, and where a limit cut."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from iku._attrs import frozen
from iku.domain.satuan import Satuan
from iku.formula.evaluation.alasan import Alasan, check_language
from iku.formula.evaluation.arithmetic import to_fraction
from iku.formula.evaluation.computed import Computed
from iku.formula.evaluation.masukan import Masukan
from iku.scoring.rules.kinds import WITHOUT_TREE, Ketetapan
from iku.scoring.sentences import write_nilai
from iku.tree import Expression, Unlowered

if TYPE_CHECKING:
    from iku.scoring.sentences import NilaiDipakai
    from iku.typing import Language

Words: TypeAlias = tuple[str, str]
"""One phrase in Indonesian and in English."""

_AGAINST: Final[Words] = ("terhadap", "against")
_TAKEN: Final[Words] = ("dipakai sebagai", "taken as")
_LIMITED: Final[Words] = ("dibatasi menjadi", "limited to")
_ROUNDED: Final[Words] = ("dibulatkan menjadi", "rounded to")
_DECIDED: Final[dict[Ketetapan, Words]] = {
    Ketetapan.KEDUANYA_NOL: ("keduanya nol, tercapai", "both zero, met"),
    Ketetapan.DI_DALAM_RENTANG: ("di dalam rentang", "inside the range"),
    Ketetapan.TERCAPAI: ("tercapai", "met"),
    Ketetapan.TIDAK_TERCAPAI: ("tidak tercapai", "not met"),
}


@frozen(kw_only=True)
class _Part(Computed):
    """One step of a capaian, told like any other outcome."""

    pohon: Expression | Unlowered
    masukan: tuple[Masukan, ...]
    jawaban: Fraction | Alasan
    satuan: Satuan | None


class ComputedByRule(Computed):
    """What the outcome of a capaian rule keeps besides what every outcome does."""

    __slots__ = ()

    target: NilaiDipakai
    realisasi: NilaiDipakai
    tanpa_batas: Fraction | None
    ketetapan: Ketetapan | None


def explain_capaian(
    capaian: ComputedByRule, dasar: Computed | None, language: Language, digits: int
) -> str:
    """
    Tell how a capaian came about, or a nilai that was made of the capaian `dasar`.

    Raises:
        AngkaError: `bad-digits`.
        FormulaError: `bad-choice`.
    """
    check_language(language)
    teller = _Teller(capaian, language, digits)
    return teller.tell() if dasar is None else teller.tell_graded(dasar)


class _Teller:
    """Tells one capaian in one language."""

    def __init__(self, capaian: ComputedByRule, language: Language, digits: int) -> None:
        self._capaian = capaian
        self._language: Language = language
        self._digits = digits

    def tell(self) -> str:
        """Tell it."""
        capaian = self._capaian
        answer = capaian.jawaban if capaian.tanpa_batas is None else capaian.tanpa_batas
        if capaian.ketetapan is not None:
            told = f"{self._tell_decision(capaian.ketetapan)} = {self._write(answer)}"
        else:
            told = self._tell_places() + self._tell_part(answer)
        if answer != capaian.jawaban:
            told = f"{told}, {self._say(_LIMITED)} {self._write(capaian.jawaban)}"
        return told

    def _say(self, words: Words) -> str:
        return words[self._language == "en"]

    def _write(self, value: Fraction | Alasan, satuan: Satuan | None = None) -> str:
        unit = satuan or self._capaian.satuan
        alone = _Part(pohon=WITHOUT_TREE, masukan=(), jawaban=value, satuan=unit)
        return alone.explain(self._language, digits=self._digits)

    def _tell_part(self, answer: Fraction | Alasan) -> str:
        capaian = self._capaian
        part = _Part(
            pohon=capaian.pohon, masukan=capaian.masukan, jawaban=answer, satuan=capaian.satuan
        )
        return part.explain(self._language, digits=self._digits)

    def _tell_decision(self, ketetapan: Ketetapan) -> str:
        reached = write_nilai(self._capaian.realisasi, self._digits)
        wanted = write_nilai(self._capaian.target, self._digits)
        decided = self._say(_DECIDED[ketetapan])
        return f"realisasi {reached} {self._say(_AGAINST)} target {wanted}: {decided}"

    def _tell_places(self) -> str:
        """Tell which numbers stood in the place of a range, a threshold or a label."""
        given = {"target": self._capaian.target, "realisasi": self._capaian.realisasi}
        places = [
            f"{each.variabel} {write_nilai(given[each.variabel], self._digits)} "
            f"{self._say(_TAKEN)} {write_nilai(each.nilai, self._digits)}"
            for each in self._capaian.masukan
            if not isinstance(each.nilai, Alasan) and each.nilai != given[each.variabel]
        ]
        return f"{', '.join(places)}: " if places else ""

    def tell_graded(self, dasar: Computed) -> str:
        """Tell the capaian first, then what it is worth."""
        told = dasar.explain(self._language, digits=self._digits)
        numbers = [
            to_fraction(each.nilai)
            for each in self._capaian.masukan
            if not isinstance(each.nilai, Alasan)
        ]
        for rounded in numbers:
            if rounded != dasar.jawaban:
                told += f", {self._say(_ROUNDED)} {self._write(rounded, dasar.satuan)}"
            told += f"; nilai {self._tell_part(self._capaian.jawaban)}"
        return told
