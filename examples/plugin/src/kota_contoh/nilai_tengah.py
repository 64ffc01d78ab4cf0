"""A formula that only evaluates: nothing in a tree sorts its inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from iku.typing import Evaluating

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction


@attrs.frozen(kw_only=True)
class NilaiTengah(Evaluating):
    """Nilai tengah (median): half of the values are below it, half above."""

    tipe: ClassVar[str] = "kota-contoh:nilai-tengah/1"

    suku: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    """Kode of the variables; one that stands here twice counts twice."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables, each once."""
        return tuple(dict.fromkeys(self.suku))

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Sort the values and take the one in the middle, or the mean of the two there."""
        ordered = sorted(values[kode] for kode in self.suku)
        middle = len(ordered) // 2
        if len(ordered) % 2:
            return ordered[middle]
        return (ordered[middle - 1] + ordered[middle]) / 2
