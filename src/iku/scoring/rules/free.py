"""EkspresiCapaian: any formula of target and realisasi."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import choice, one, optional
from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.domain.satuan import Satuan
from iku.formula.grammar import parse_expression, write_canonical
from iku.scoring.rules.kinds import TargetNol
from iku.scoring.rules.parts import LIMIT, REALISASI, TARGET, check_limits, refuse_aturan
from iku.tree import collect_inputs

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.tree import Expression, Input


@lru_cache(maxsize=256)
def lower_text(teks: str) -> Expression:
    """Give the tree that a text in the canonical grammar writes down."""
    return parse_expression(teks)


def make_check(*allowed: Input) -> Callable[[object], str]:
    """Make the check of a field that takes a formula of nothing but `allowed`."""
    named = " and ".join(each.kode for each in allowed)

    def check(value: object) -> str:
        # The parser itself refuses what is no text.
        pohon = parse_expression(value)  # type: ignore[arg-type]
        for each in collect_inputs(pohon):
            if each not in allowed:
                raise refuse_aturan(
                    f"a formula of {each.kode}",
                    f"a formula of {named} in the period itself",
                    f"write it with {named}, or compute the indicator first",
                )
        return write_canonical(pohon)

    return check


@frozen(kw_only=True)
class EkspresiCapaian:
    """
    Ekspresi capaian (free rule): any formula of `target` and `realisasi`.

    For rules that have no name here, written in the canonical grammar. Nothing
    is known of it but the formula: which side is better, and whether a met
    target gives 100, is not claimed. Where the target is zero or negative it is
    computed only when the rule says so.

    >>> from iku.scoring import compute_capaian
    >>> rule = EkspresiCapaian(ekspresi="(1.76*target - realisasi) / target * 100")
    >>> compute_capaian(12, 12, rule=rule).trace
    '(1,76 × 12 − 12) / 12 × 100 = 76'

    Raises:
        FormulaSyntaxError: The text does not follow the grammar.
        FormulaError: It is beyond a limit.
        ScoringError: `bad-aturan` when it uses another variable, or when the
            floor is above the cap.
    """

    tipe: ClassVar[str] = "ekspresi_capaian"
    """The tag on the wire."""

    ekspresi: str = field(metadata=checked(make_check(TARGET, REALISASI)))
    """The formula in its normal form."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """The unit of its values; with per cent a last factor 100 is printed as "× 100%"."""
    polaritas: Polaritas | None = field(default=None, metadata=optional(choice(Polaritas)))
    """Which side of the target it takes to be better, where that is known."""
    minimum: Angka | None = field(default=None, metadata=LIMIT)
    """Floor: no capaian is below it; None for no floor."""
    maksimum: Angka | None = field(default=None, metadata=LIMIT)
    """Cap: no capaian is above it; None for no cap."""
    target_nol: TargetNol = field(default=TargetNol.TAK_TERDEFINISI, metadata=choice(TargetNol))
    """What it answers where the target is zero."""
    target_bertanda: bool = field(default=False, metadata=one(bool))
    """Whether the formula is meant for negative targets as well."""

    def __attrs_post_init__(self) -> None:
        """Refuse a floor above the cap."""
        check_limits(self.minimum, self.maksimum, reaches=None)

    def lower(self) -> Expression:
        """Give the tree over `target` and `realisasi`."""
        return lower_text(self.ekspresi)
