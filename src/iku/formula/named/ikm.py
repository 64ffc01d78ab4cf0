"""IndeksKepuasanMasyarakat: what a survey of the users of a public service gives."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import optional
from iku.angka import Angka
from iku.errors import FormulaError
from iku.formula.named._terms import MAXIMUM_KOMPONEN, positive, suku
from iku.tree import Add, Constant, Mean, Multiply, Variable

if TYPE_CHECKING:
    from iku.tree import Expression

UNSUR: Final[tuple[str, ...]] = ("U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9")
"""The nine unsur pelayanan of PermenPANRB 14/2017, as survey reports abbreviate them."""

_CONVERSION: Final = Constant(Angka("25"))
_REPAIR: Final = "leave it out for the exact 1/n, or write the weight that the form prints"


@frozen(kw_only=True)
class IndeksKepuasanMasyarakat:
    r"""
    Indeks Kepuasan Masyarakat (index of public satisfaction): Σ NRR tertimbang × 25.

    Each unsur has its NRR (nilai rata-rata, from 1 to 4); weighted and added
    up they are an index from 1 to 4, and times 25 the printed IKM. All unsur
    weigh the same, exactly 1/n. Official pages quote PermenPANRB 14/2017 with
    the weight 0,111; what they publish is reproduced by 1/9 alone, as here
    (Dinas Pertanahan, Kabupaten Bantul, 2023).

    >>> from iku.formula import evaluate
    >>> nrr = "3.31 3.35 3.49 3.93 3.45 3.39 3.39 3.76 3.35".split()
    >>> survei = {unsur: Angka(teks) for unsur, teks in zip(UNSUR, nrr)}
    >>> print(evaluate(IndeksKepuasanMasyarakat(), survei).trace.replace(" = ", "\n= "))
    rata-rata(3,31; 3,35; 3,49; 3,93; 3,45; 3,39; 3,39; 3,76; 3,35) × 25
    = 3,491111 × 25
    = 87,28

    With `bobot` the printed weight is used as it is, and all-fours are no
    longer 100:

    >>> tercetak = IndeksKepuasanMasyarakat(bobot=Angka("0.111"))
    >>> evaluate(tercetak, dict.fromkeys(UNSUR, 4)).round(2)
    Decimal('99.90')

    Raises:
        FormulaError: `bad-bobot` when the weight is not 1/n to two decimals or
            more, `duplicate-suku` or `bad-suku`.
    """

    tipe: ClassVar[str] = "indeks_kepuasan_masyarakat"
    """The tag on the wire."""

    unsur: tuple[str, ...] = field(default=UNSUR, metadata=suku(MAXIMUM_KOMPONEN))
    """Unsur pelayanan (elements of the service): kode of the variables with their NRR."""
    bobot: Angka | None = field(default=None, metadata=optional(positive("bad-bobot", _REPAIR)))
    """Bobot (weight) of each unsur where it is printed and not the exact 1/n."""

    def __attrs_post_init__(self) -> None:
        """Refuse a printed weight that is not one over the number of unsur."""
        if self.bobot is None:
            return
        decimals = len(self.bobot.teks.partition(".")[2])
        distance = abs(Fraction(self.bobot.nilai) - Fraction(1, len(self.unsur)))
        if decimals < 2 or distance >= Fraction(1, 10**decimals):
            raise FormulaError(
                "bad-bobot",
                found=f"{self.bobot} for each of {len(self.unsur)} unsur",
                expected=f"1/{len(self.unsur)} to two decimals or more",
                repair=_REPAIR,
                location=("bobot",),
            )

    @property
    def variables(self) -> tuple[str, ...]:
        """The unsur."""
        return self.unsur

    def lower(self) -> Expression:
        """Give the tree: the mean of the NRR, or their weighted sum, times 25."""
        nrr = tuple(Variable(kode) for kode in self.unsur)
        if self.bobot is None:
            return Multiply((Mean(nrr), _CONVERSION))
        bobot = Constant(self.bobot)
        weighted = tuple(Multiply((each, bobot)) for each in nrr)
        index = weighted[0] if len(weighted) == 1 else Add(weighted)
        return Multiply((index, _CONVERSION))
