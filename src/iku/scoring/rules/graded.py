"""NilaiBerjenjang: a capaian turned into a nilai, segment by segment."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import many, one, optional, wrong_type
from iku.angka import round_half_up
from iku.domain.nilai import Ambang, Pembanding
from iku.scoring.rules.free import lower_text, make_check
from iku.scoring.rules.kinds import WITHOUT_TREE
from iku.scoring.rules.parts import RULE, refuse_aturan
from iku.tree import Variable
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from iku.tree import Expression, Unlowered

CAPAIAN: Final = Variable("capaian")
"""What the formulas of segments are about."""

_FROM: Final = frozenset({Pembanding.LEBIH_DARI, Pembanding.PALING_SEDIKIT})
_INCLUDING: Final = frozenset({Pembanding.PALING_SEDIKIT, Pembanding.PALING_BANYAK})


@frozen(kw_only=True)
class Ruas:
    """
    Ruas (segment): what a capaian between two edges is worth.

    Raises:
        ScoringError: `bad-aturan` when an edge points the wrong way or the
            formula is not of `capaian`.
    """

    bawah: Ambang | None = field(default=None, metadata=optional(one(Ambang)))
    """The lower edge, `>` or `>=`; None where it has none."""
    atas: Ambang | None = field(default=None, metadata=optional(one(Ambang)))
    """The upper edge, `<` or `<=`; None where it has none."""
    ekspresi: str = field(metadata=checked(make_check(CAPAIAN)))
    """The nilai as a formula of `capaian`, in the canonical grammar."""

    def __attrs_post_init__(self) -> None:
        """Refuse edges that point the wrong way."""
        for name, edge, is_lower in (("bawah", self.bawah, True), ("atas", self.atas, False)):
            if edge is not None and (edge.pembanding in _FROM) is not is_lower:
                raise refuse_aturan(
                    f"an edge {edge.pembanding} {edge.batas}",
                    "> or >= for the lower edge, < or <= for the upper one",
                    "exchange the comparator",
                ).under(name, "pembanding")

    def holds(self, capaian: Fraction) -> bool:
        """Tell whether a capaian falls into the segment."""
        return _is_within(capaian, self.bawah, 1) and _is_within(capaian, self.atas, -1)

    def lower(self) -> Expression:
        """Give the tree over `capaian`."""
        return lower_text(self.ekspresi)


def _is_within(capaian: Fraction, edge: Ambang | None, sign: int) -> bool:
    if edge is None:
        return True
    distance = (capaian - Fraction(edge.batas.nilai)) * sign
    return distance > 0 or (not distance and edge.pembanding in _INCLUDING)


def _check_digits(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type(value, "a whole number of decimals")
    round_half_up(Fraction(0), value)
    return value


@frozen(kw_only=True)
class NilaiBerjenjang:
    """
    Nilai berjenjang (graded nilai): the capaian under a rule, turned into a nilai by segments.

    As in PermenPANRB 8/2021, where a capaian of 80 to 99% gives a nilai of 70 to
    89. Between segments there is no nilai, and the answer says so; with
    `pembulatan` the capaian is rounded half-up before it is looked up, for
    tables that are printed in whole per cents.

    >>> from iku.angka import Angka
    >>> from iku.scoring import RealisasiPerTarget, compute_capaian
    >>> cukup = Ruas(
    ...     bawah=Ambang(pembanding=Pembanding.PALING_SEDIKIT, batas=Angka("80")),
    ...     atas=Ambang(pembanding=Pembanding.PALING_BANYAK, batas=Angka("99")),
    ...     ekspresi="70 + (89 - 70) / (99 - 80) * (capaian - 80)",
    ... )
    >>> rule = NilaiBerjenjang(aturan=RealisasiPerTarget(), ruas=(cukup,), pembulatan=0)
    >>> nilai = compute_capaian(95, 93, rule=rule)
    >>> nilai.eksak, nilai.capaian_dasar.round(2)
    (Fraction(88, 1), Decimal('97.89'))

    Raises:
        ScoringError: `bad-aturan` when there is no segment, or when segments
            overlap or do not rise.
    """

    tipe: ClassVar[str] = "nilai_berjenjang"
    """The tag on the wire."""

    aturan: CapaianRule = field(metadata=RULE)
    """The rule that gives the capaian."""
    ruas: tuple[Ruas, ...] = field(metadata=many(Ruas))
    """The segments, lowest first."""
    pembulatan: int | None = field(default=None, metadata=optional(checked(_check_digits)))
    """Decimals to which the capaian is rounded before it is looked up; None for not at all."""

    def __attrs_post_init__(self) -> None:
        """Refuse segments that do not follow each other."""
        if not self.ruas:
            raise refuse_aturan("no segment", "at least one Ruas", "name the segments").under(
                "ruas"
            )
        for index, (before, after) in enumerate(zip(self.ruas, self.ruas[1:], strict=False)):
            if not _follows(before.atas, after.bawah):
                raise refuse_aturan(
                    "a segment that begins before the one below it ends",
                    "segments that rise and do not overlap",
                    "list them from the lowest to the highest",
                ).under("ruas", index + 1, "bawah")

    def round_capaian(self, capaian: Fraction) -> Fraction:
        """Round a capaian as it is before it is looked up."""
        if self.pembulatan is None:
            return capaian
        return Fraction(round_half_up(capaian, self.pembulatan))

    def find(self, capaian: Fraction) -> Ruas | None:
        """Give the segment that a rounded capaian falls into, or None."""
        return next((each for each in self.ruas if each.holds(capaian)), None)

    def lower(self) -> Unlowered:
        """Say that there is no tree for all segments."""
        return WITHOUT_TREE


def _follows(end: Ambang | None, begin: Ambang | None) -> bool:
    if end is None or begin is None:
        return False
    first, last = begin.batas.nilai, end.batas.nilai
    shared = begin.pembanding in _INCLUDING and end.pembanding in _INCLUDING
    return first > last or (first == last and not shared)
