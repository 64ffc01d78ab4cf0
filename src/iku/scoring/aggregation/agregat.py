"""Agregat: one value made of several, with all of them beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import TEXT, choice, many, one, optional
from iku.angka import Angka, round_half_up, to_decimal34
from iku.domain.satuan import Satuan
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame, check_language
from iku.formula.evaluation.arithmetic import Jawaban
from iku.formula.evaluation.computed import JAWABAN
from iku.scoring.aggregation.butir import Butir, CaraAgregasi, SaatBatas
from iku.scoring.aggregation.joining import aggregate_butir, is_used
from iku.scoring.sentences import write_nilai

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from iku.typing import Language

_LONGEST: Final = 12
"""Values that a sentence shows; more are only counted."""
_BETWEEN: Final = 4
"""Decimals shown of a value that is joined, beyond those of the result."""
_WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "mean": "rata-rata",
        CaraAgregasi.RATA_RATA: "rata-rata",
        CaraAgregasi.RATA_RATA_PERSEN: "rata-rata",
        CaraAgregasi.TERTIMBANG: "rata-rata tertimbang",
        CaraAgregasi.RASIO: "jumlah pembilang / jumlah penyebut",
        "many": "dari {} nilai",
        "before": "nilai di atas {} dihitung {}",
        "after": "dibatasi menjadi {}",
        "skipped": "dilewati {}: {}",
    },
    "en": {
        "mean": "mean",
        CaraAgregasi.RATA_RATA: "mean",
        CaraAgregasi.RATA_RATA_PERSEN: "mean",
        CaraAgregasi.TERTIMBANG: "weighted mean",
        CaraAgregasi.RASIO: "sum of numerators / sum of denominators",
        "many": "of {} values",
        "before": "values above {} count as {}",
        "after": "capped to {}",
        "skipped": "skipped {}: {}",
    },
}


@frozen(kw_only=True)
class Agregat:
    """
    Agregat (aggregate): what several values make together.

    The value is exact. What is skipped because it has no value is listed in
    `dilewati`, with the reasons.
    """

    cara: CaraAgregasi = field(metadata=choice(CaraAgregasi))
    """How the values were joined."""
    butir: tuple[Butir, ...] = field(metadata=many(Butir))
    """All values that were given, in their order."""
    pengali: Fraction = field(default=Fraction(1), metadata=one(Fraction))
    """Pengali (multiplier) of a ratio, 100 for percentages."""
    maksimum: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """The cap."""
    batas: SaatBatas | None = field(default=None, metadata=optional(choice(SaatBatas)))
    """Whether each value was capped, or what they make."""
    jawaban: Jawaban = field(metadata=JAWABAN)
    """The exact value within its cap, or the reason why there is none."""
    tanpa_batas: Fraction | None = field(default=None, metadata=optional(one(Fraction)))
    """Tanpa batas (without limits): the exact value without the cap."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of the value."""
    kode: str | None = field(default=None, metadata=optional(TEXT))
    """Kode of the Sasaran, Tujuan or indicator that it is of."""
    uraian: str | None = field(default=None, metadata=optional(TEXT))
    """Its words."""

    @property
    def eksak(self) -> Fraction | None:
        """The exact value, None where there is none."""
        return self.jawaban if isinstance(self.jawaban, Fraction) else None

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no value, None where there is one."""
        return self.jawaban if isinstance(self.jawaban, Alasan) else None

    @property
    def nilai(self) -> Decimal | None:
        """The value, correctly rounded to 34 significant digits."""
        return None if self.eksak is None else to_decimal34(self.eksak)

    @property
    def dipakai(self) -> tuple[Butir, ...]:
        """The items that count."""
        return tuple(each for each in self.butir if is_used(each, self.cara))

    @property
    def dilewati(self) -> tuple[Butir, ...]:
        """Dilewati (skipped): the items that have no value, each with its reason."""
        return tuple(each for each in self.butir if not is_used(each, self.cara))

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def round(self, digits: int) -> Decimal | None:
        """
        Round the exact value half-up, once, to exactly `digits` decimals.

        Raises:
            AngkaError: `bad-digits`.
        """
        return None if self.eksak is None else round_half_up(self.eksak, digits)

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Print how the value was made, what was capped, and what was skipped.

        Values that are no decimals are shown rounded; they are computed exact.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        return _Sentence(self, language, digits).write()

    def verify(self) -> bool:
        """Recompute from the recorded items and tell whether everything still agrees."""
        return (self.jawaban, self.tanpa_batas) == aggregate_within(
            self.butir, self.cara, self.pengali, self.maksimum, self.batas
        )


def aggregate_within(
    butir: tuple[Butir, ...],
    cara: CaraAgregasi,
    pengali: Fraction,
    maksimum: Angka | None,
    batas: SaatBatas | None,
) -> tuple[Jawaban, Fraction | None]:
    """Give the value of items within a cap, and their value without it."""
    free = aggregate_butir(butir, cara, pengali)
    if isinstance(free, Alasan):
        return free, None
    if maksimum is None:
        return free, free
    cap = Fraction(maksimum.nilai)
    if batas is SaatBatas.SESUDAH:
        return min(free, cap), free
    return aggregate_butir(butir, cara, pengali, cap), free


class _Sentence:
    """The sentence about an aggregate in a language."""

    def __init__(self, agregat: Agregat, language: Language, digits: int) -> None:
        self._agregat = agregat
        self._language: Language = language
        self._words = _WORDS[language]
        self._digits = digits

    def write(self) -> str:
        made = self._agregat
        if isinstance(made.jawaban, Alasan):
            notes = [made.jawaban.explain(self._language)]
        else:
            notes = [self._write_value(made.jawaban)]
        if made.maksimum is not None and made.batas is SaatBatas.SEBELUM:
            cap = write_nilai(made.maksimum, self._digits, made.satuan)
            notes.append(self._words["before"].format(cap, cap))
        for each in made.dilewati:
            # Without a reason of its own it has a value, and not the parts of one.
            reason = each.nilai if isinstance(each.nilai, Alasan) else blame(KodeAlasan.TANPA_DATA)
            notes.append(self._words["skipped"].format(each.kode, reason.explain(self._language)))
        return "; ".join(notes)

    def _write_value(self, value: Fraction) -> str:
        made = self._agregat
        free = made.tanpa_batas
        if made.batas is not SaatBatas.SESUDAH or free is None or free == value:
            return f"{self._write_left()} = {write_nilai(value, self._digits, made.satuan)}"
        uncut = write_nilai(free, self._digits, made.satuan)
        cut = self._words["after"].format(write_nilai(value, self._digits, made.satuan))
        return f"{self._write_left()} = {uncut}, {cut}"

    def _write_left(self) -> str:
        used = self._agregat.dipakai
        if len(used) > _LONGEST:
            return f"{self._words[self._agregat.cara]} {self._words['many'].format(len(used))}"
        match self._agregat.cara:
            case CaraAgregasi.TERTIMBANG:
                terms = [f"{self._show(each)} × {self._number(each.bobot)}" for each in used]
                total = sum((each.bobot or Fraction(0) for each in used), Fraction(0))
                return f"({' + '.join(terms)}) / {self._number(total)}"
            case CaraAgregasi.RASIO:
                above = self._add(each.pembilang for each in used)
                below = self._add(each.penyebut for each in used)
                return f"{above} / {below}{self._write_pengali()}"
            case _:
                return f"{self._words['mean']}({'; '.join(map(self._show, used))})"

    def _show(self, butir: Butir) -> str:
        """Show the value of an item as it counts."""
        made = self._agregat
        value = butir.nilai if isinstance(butir.nilai, Fraction) else None
        if made.maksimum is not None and made.batas is SaatBatas.SEBELUM and value is not None:
            value = min(value, Fraction(made.maksimum.nilai))
        return self._number(value)

    def _number(self, value: Fraction | None) -> str:
        return write_nilai(value or Fraction(0), self._digits + _BETWEEN)

    def _add(self, values: Iterable[Fraction | None]) -> str:
        terms = [self._number(value) for value in values]
        return terms[0] if len(terms) == 1 else f"({' + '.join(terms)})"

    def _write_pengali(self) -> str:
        made = self._agregat
        if made.pengali == 1:
            return ""
        persen = made.satuan is not None and made.satuan.baku == "%"
        return f" × {write_nilai(made.pengali, 0, made.satuan if persen else None)}"
