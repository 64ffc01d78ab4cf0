"""
Grading: which class of a scale a value earns.

The exact value is graded, never a figure rounded for display. Printed tables
leave gaps between their rows ("76 - 90", "91 - 100"); how a gap is closed is a
policy that somebody names, and without one the answer is the reason.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, Protocol, cast, runtime_checkable

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import choice, one, optional
from iku.angka import PRECISION
from iku.domain.nilai import Kategori
from iku.domain.rujukan import StatusRujukan
from iku.domain.skala import Predikat, Skala, find_letak
from iku.errors import IkuError, ScoringError, quote
from iku.formula.evaluation.alasan import Alasan, check_language
from iku.formula.evaluation.arithmetic import to_fraction
from iku.formula.evaluation.masukan import NilaiMasukan, take_masukan
from iku.scoring.gaps import NAME, Dinilai, GapPolicy, find_kelas, round_to_step
from iku.scoring.skala_text import write_interval, write_nilai
from iku.tree import Variable

if TYPE_CHECKING:
    from iku.typing import Language


@runtime_checkable
class Outcome(Protocol):
    """What a computation gave: a `Hasil`, a `Capaian`, or what has their two answers."""

    @property
    def eksak(self) -> Fraction | None:
        """The exact value, None where there is none."""

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no value, None where there is one."""


@frozen(kw_only=True)
class Penilaian:
    """
    Penilaian (grading): the class that a value earned, or the reason why it earned none.

    >>> from iku.angka import Angka
    >>> from iku.regulations import SKALA_PERMENDAGRI
    >>> grade(Angka("85.24"), SKALA_PERMENDAGRI.isi).explain()
    '85,24 termasuk Tinggi (76 ≤ nilai ≤ 90)'
    >>> grade(Angka("90.5"), SKALA_PERMENDAGRI.isi).explain()
    'nilai skor berada di antara dua kelas skala (90 < 90,5 < 91)'
    >>> grade(Angka("90.5"), SKALA_PERMENDAGRI.isi, gap="lower_edge").label
    'Tinggi'
    """

    skala: Skala = field(metadata=one(Skala))
    """The scale."""
    nilai: Dinilai = field(metadata=one(Fraction, Kategori, Alasan))
    """The exact value that was graded, or the label, or why there was neither."""
    gap: GapPolicy | None = field(default=None, metadata=optional(choice(GapPolicy)))
    """The policy for gaps that was asked for; without one, a gap is refused."""
    jawaban: Predikat | Alasan = field(metadata=one(Predikat, Alasan))
    """The class, or the reason why there is none."""

    def __attrs_post_init__(self) -> None:
        """Refuse a class of another scale."""
        if isinstance(self.jawaban, Predikat) and self.jawaban not in self.skala.predikat:
            raise ScoringError(
                "bad-choice",
                found=quote(self.jawaban.label),
                expected=f"a class of the scale {quote(self.skala.kode)}",
                repair="grade with iku.grade",
                location=("jawaban",),
            )

    @property
    def predikat(self) -> Predikat | None:
        """The class, None where there is none."""
        return self.jawaban if isinstance(self.jawaban, Predikat) else None

    @property
    def label(self) -> str | None:
        """The label of the class, None where there is none."""
        return None if self.predikat is None else self.predikat.label

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no class, None where there is one."""
        return self.jawaban if isinstance(self.jawaban, Alasan) else None

    @property
    def eksak(self) -> Fraction | None:
        """The exact number that was graded, None where it was a label or absent."""
        return self.nilai if isinstance(self.nilai, Fraction) else None

    @property
    def pembulatan(self) -> Fraction | None:
        """The number after rounding to the step, None where nothing had to be rounded."""
        step, exact = self.skala.langkah, self.eksak
        if self.gap is not GapPolicy.ROUND_TO_STEP or step is None or exact is None:
            return None
        if self.predikat is None or find_letak(self.skala, exact).di_dalam:
            return None
        return round_to_step(exact, step)

    def _repr_html_(self) -> str:
        return render_html(self)

    @property
    def trace(self) -> str:
        """The sentence of `explain()` at two decimals."""
        return self.explain()

    def verify(self) -> bool:
        """Grade the recorded value again and tell whether the answer is the same."""
        return find_kelas(self.nilai, self.skala, self.gap) == self.jawaban

    def explain(self, language: Language = "id", *, digits: int = 2) -> str:
        """
        Say in a sentence which class it is and between which bounds, or why there is none.

        The number is shown with `digits` decimals, and with more where these
        would put it on the other side of a bound.

        Raises:
            AngkaError: `bad-digits`.
            FormulaError: `bad-choice`.
        """
        check_language(language)
        if isinstance(self.jawaban, Alasan):
            return self.jawaban.explain(language)
        words = _WORDS[language]
        index = self.skala.predikat.index(self.jawaban)
        named = ", ".join(filter(None, (self.jawaban.label, self.jawaban.uraian)))
        if self.eksak is None:
            return words["label"].format(named, index + 1, len(self.skala.predikat))
        number = write_nilai(self.eksak, self.skala, digits)
        where = write_interval(self.skala, index, words["value"])
        if find_letak(self.skala, self.eksak).di_dalam:
            return words["inside"].format(number, named, where)
        if self.pembulatan is None:
            return words["edge"].format(number, named, where)
        rounded = write_nilai(self.pembulatan, self.skala, PRECISION)
        return words["rounded"].format(number, rounded, named, where)


_WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "value": "nilai",
        "label": "{} adalah kelas ke-{} dari {}, dihitung dari yang terendah",
        "inside": "{} termasuk {} ({})",
        "edge": "{} berada di celah dan, menurut batas bawah, termasuk {} ({})",
        "rounded": "{} berada di celah, dibulatkan menjadi {} dan termasuk {} ({})",
    },
    "en": {
        "value": "value",
        "label": "{} is class {} of {}, counted from the lowest",
        "inside": "{} falls in {} ({})",
        "edge": "{} is in a gap and falls, by lower edge, in {} ({})",
        "rounded": "{} is in a gap, is rounded to {} and falls in {} ({})",
    },
}


def grade(
    nilai: NilaiMasukan | Outcome,
    skala: Skala,
    *,
    gap: GapPolicy | str | None = None,
    allow_unverified: bool = False,
) -> Penilaian:
    """
    Find the class of a scale that a number, a result or a label earns.

    A number is graded exactly as it is. `gap` says what becomes of a number
    between two rows of a printed table ("round_to_step", "lower_edge",
    "refuse"); without it such a number has no class, which is the reason. A
    number inside a row stays there whatever the policy. A `Kategori` is looked
    up by its label.

    >>> from iku.angka import Angka
    >>> from iku.regulations import SKALA_AKIP
    >>> grade(Angka("80"), SKALA_AKIP.isi).label, grade(Angka("80.004"), SKALA_AKIP.isi).label
    ('BB', 'A')

    Raises:
        ScoringError: `unverified-skala` for a scale whose reference says that
            no text was read, unless `allow_unverified`; `wrong-type` for what
            is no Skala, `bad-choice` for an unknown policy.
        FormulaError: `wrong-type` for a value that is no exact number; float
            and text are never taken.
        AngkaError: `number-too-long`.
    """
    checked_skala = _check_skala(skala, allow_unverified=allow_unverified)
    policy = _check_gap(gap)
    taken = _take(nilai)
    return Penilaian(
        skala=checked_skala,
        nilai=taken,
        gap=policy,
        jawaban=find_kelas(taken, checked_skala, policy),
    )


def _check_skala(skala: object, *, allow_unverified: bool) -> Skala:
    if not isinstance(skala, Skala):
        raise ScoringError(
            "wrong-type",
            found=quote(skala),
            expected="a Skala",
            repair="give the scale itself; of a Ketentuan that is its `isi`",
            location=("skala",),
        )
    status = None if skala.rujukan is None else skala.rujukan.status
    if status is StatusRujukan.BELUM_TERVERIFIKASI and not allow_unverified:
        raise ScoringError(
            "unverified-skala",
            found=f"the scale {quote(skala.kode)}, whose source was not read",
            expected="a scale whose source was read",
            repair="say allow_unverified=True, or the status in its rujukan",
            location=("skala", "rujukan", "status"),
        )
    return skala


def _check_gap(gap: GapPolicy | str | None) -> GapPolicy | None:
    try:
        return None if gap is None else GapPolicy(gap)
    except ValueError:
        raise ScoringError(
            "bad-choice",
            found=quote(gap),
            expected=f"one of {', '.join(GapPolicy)}",
            repair="use a member of GapPolicy, or leave it out to refuse gaps",
            location=("gap",),
        ) from None


def _take(nilai: object) -> Dinilai:
    if isinstance(nilai, Kategori):
        return nilai
    if isinstance(nilai, Outcome):
        nilai = nilai.alasan if nilai.eksak is None else nilai.eksak
    try:
        (masukan,) = take_masukan((Variable(NAME),), {NAME: cast("NilaiMasukan", nilai)})
    except IkuError as error:
        error.location = ("nilai",)  # an argument here, no entry of a mapping
        raise
    return masukan.nilai if isinstance(masukan.nilai, Alasan) else to_fraction(masukan.nilai)
