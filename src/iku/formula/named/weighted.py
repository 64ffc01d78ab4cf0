"""Variables joined with weights: RataTertimbang, NilaiAKIP."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import frozen
from iku._checks import KODE
from iku.angka import Angka
from iku.errors import FormulaError, IkuError
from iku.formula.named._terms import HUNDRED, add_up, komponen, positive
from iku.tree import Add, Constant, Divide, Multiply, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.tree import Expression


@frozen(kw_only=True)
class KomponenTertimbang:
    """
    Komponen tertimbang (weighted component): a variable and how much it counts.

    Raises:
        FormulaError: `bad-bobot` when the weight is not above zero.
    """

    variabel: str = field(metadata=KODE)
    """Kode of the variable."""
    bobot: Angka = field(
        metadata=positive("bad-bobot", "leave out a component that does not count")
    )
    """Bobot (weight): how much it counts beside the others."""


@frozen(kw_only=True)
class RataTertimbang:
    """
    Rata-rata tertimbang (weighted mean): Σ(nilai × bobot) / Σ bobot.

    It does not matter what the weights add up to; where that is one, nothing is
    divided. The figures here are made up.

    >>> from iku.formula import evaluate
    >>> rata = RataTertimbang(
    ...     komponen=(
    ...         KomponenTertimbang(variabel="KOPERASI", bobot=Angka("3")),
    ...         KomponenTertimbang(variabel="UMKM", bobot=Angka("1")),
    ...     )
    ... )
    >>> evaluate(rata, {"KOPERASI": 80, "UMKM": 90}).trace
    '(80 × 3 + 90 × 1) / 4 = 82,5'

    Raises:
        FormulaError: `duplicate-suku` or `bad-suku`.
        AngkaError: `number-too-long`, for the sum of the weights.
    """

    tipe: ClassVar[str] = "rata_tertimbang"
    """The tag on the wire."""

    komponen: tuple[KomponenTertimbang, ...] = field(metadata=komponen(KomponenTertimbang))
    """The components, each with its weight."""

    def __attrs_post_init__(self) -> None:
        """Refuse weights whose sum is no number of the model."""
        _add_bobot(self.komponen)

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the components."""
        return tuple(each.variabel for each in self.komponen)

    def lower(self) -> Expression:
        """Give the tree: the weighted sum over the sum of the weights."""
        total = _add_bobot(self.komponen)
        weighted = _weigh(self.komponen)
        if total.nilai == 1:
            return weighted
        return Divide(numerator=weighted, denominator=Constant(total))


@frozen(kw_only=True)
class NilaiAKIP:
    """
    Nilai AKIP (score of performance accountability): Σ(skor × bobot) / 100.

    Each component is scored from 0 to 100, and the weights add up to 100, so
    the value is from 0 to 100 too. Components and weights change with the
    regulation and have no default; `iku.regulations` has those of
    PermenPANRB 88/2021. The scores here are made up.

    >>> from iku.formula import evaluate
    >>> from iku.regulations.permenpanrb_88_2021 import NILAI_AKIP
    >>> skor = {"PERENCANAAN": 80, "PENGUKURAN": 70, "PELAPORAN": 75, "EVALUASI_INTERNAL": 60}
    >>> evaluate(NILAI_AKIP.isi, skor).trace
    '(80 × 30 + 70 × 30 + 75 × 15 + 60 × 25) / 100 = 71,25'

    Raises:
        FormulaError: `bad-bobot` when the weights do not add up to 100,
            `duplicate-suku` or `bad-suku`.
        AngkaError: `number-too-long`, for the sum of the weights.
    """

    tipe: ClassVar[str] = "nilai_akip"
    """The tag on the wire."""

    komponen: tuple[KomponenTertimbang, ...] = field(metadata=komponen(KomponenTertimbang))
    """The components that are evaluated, each with its weight."""

    def __attrs_post_init__(self) -> None:
        """Refuse weights that do not add up to a hundred."""
        total = _add_bobot(self.komponen)
        if total.nilai != 100:
            raise FormulaError(
                "bad-bobot",
                found=f"weights that add up to {total}",
                expected="weights that add up to 100",
                repair="check them against the regulation, or take a RataTertimbang",
                location=("komponen",),
            )

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the components."""
        return tuple(each.variabel for each in self.komponen)

    def lower(self) -> Expression:
        """Give the tree: the weighted sum over a hundred."""
        return Divide(numerator=_weigh(self.komponen), denominator=HUNDRED)


def _weigh(komponen: Sequence[KomponenTertimbang]) -> Expression:
    parts = [Multiply((Variable(each.variabel), Constant(each.bobot))) for each in komponen]
    return parts[0] if len(parts) == 1 else Add(tuple(parts))


def _add_bobot(komponen: Sequence[KomponenTertimbang]) -> Angka:
    try:
        return add_up(each.bobot for each in komponen)
    except IkuError as error:
        raise error.under("komponen") from None
