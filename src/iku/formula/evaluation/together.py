"""
Formulas that name each other's results, computed together.

Each is computed once for a period, after what it needs, and exactly: what one
gives to another is never rounded on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import one, optional
from iku.domain._links import find_circle
from iku.domain.periode import Periode
from iku.errors import FormulaError, NotFoundError, quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.hasil import Hasil, compute_or_blame
from iku.formula.evaluation.masukan import (
    Masukan,
    SumberMasukan,
    check_source,
    find_earlier,
    take_nilai,
)
from iku.formula.evaluation.seri import Seri
from iku.formula.lowering import find_inputs, lower_or_blame, read_satuan
from iku.formula.uncomputed import Langsung
from iku.tree import Unlowered, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    from iku.angka import Angka
    from iku.domain.satuan import Satuan
    from iku.tree import Expression, Input
    from iku.typing import Formula


@frozen(kw_only=True)
class KumpulanHasil:
    """
    Kumpulan hasil (set of results): what several formulas gave, by kode.

    It reads like a mapping: `kumpulan["S1"]`, `dict(kumpulan)`, `len(kumpulan)`.
    """

    hasil: tuple[tuple[str, Hasil], ...]
    """Each kode with its result, in the order in which they were asked for."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period that was computed."""

    _places: dict[str, Hasil] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Make results quick to find."""
        object.__setattr__(self, "_places", dict(self.hasil))

    def _repr_html_(self) -> str:
        return render_html(self)

    def __getitem__(self, kode: str) -> Hasil:
        """
        Give the result of a kode.

        Raises:
            NotFoundError: There is none.
        """
        if kode not in self._places:
            raise NotFoundError("result of", kode, tuple(self._places))
        return self._places[kode]

    @overload
    def get(self, kode: str) -> Hasil | None: ...
    @overload
    def get(self, kode: str, default: Hasil) -> Hasil: ...
    def get(self, kode: str, default: Hasil | None = None) -> Hasil | None:
        """Give the result of a kode, or `default`."""
        return self._places.get(kode, default)

    def __contains__(self, kode: object) -> bool:
        return kode in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def keys(self) -> tuple[str, ...]:
        """Give the kode, in order."""
        return tuple(self._places)

    def values(self) -> tuple[Hasil, ...]:
        """Give the results, in order."""
        return tuple(self._places.values())

    def items(self) -> tuple[tuple[str, Hasil], ...]:
        """Give each kode with its result, in order."""
        return self.hasil

    def verify(self) -> bool:
        """Recompute each from its recorded inputs and tell whether everything still agrees."""
        return all(hasil.verify() for hasil in self._places.values())


class Part:
    """One formula among those that are computed together."""

    __slots__ = ("formula", "inputs", "pohon", "reported", "satuan")

    def __init__(
        self,
        formula: Formula | None,
        *,
        pohon: Expression | Unlowered,
        satuan: Satuan | None = None,
        reported: Callable[[Periode | None], Masukan] | None = None,
    ) -> None:
        self.formula = formula
        self.pohon = pohon
        self.inputs = find_inputs(formula, pohon)
        failed = isinstance(pohon, Unlowered) and pohon.kode == KodeAlasan.PLUGIN_GAGAL
        own = None if formula is None or failed else read_satuan(formula)
        self.satuan = own or satuan
        self.reported = reported


def evaluate_formulas(
    formulas: Mapping[str, Formula], data: SumberMasukan, *, periode: Periode | None = None
) -> KumpulanHasil:
    """
    Compute formulas that may name each other's results by their kode.

    A kode of `formulas` is computed, whatever `data` says about it; only one that
    is `Langsung` has the value that `data` reports, where it has the kode.
    Everything else comes from `data`, as for `evaluate`. A plug-in that fails is the reason
    why its own formula and those built on it have no value; the others have.

    >>> from iku.formula import parse_formula
    >>> hasil = evaluate_formulas(
    ...     {"IKU": parse_formula("rata_rata(KSP, USP)"), "KSP": parse_formula("A / B * 100")},
    ...     {"A": 83, "B": 852, "USP": 12},
    ... )
    >>> hasil["IKU"].trace
    'rata-rata(9,741784; 12) = 10,87'

    Raises:
        FormulaError: `cycle`, when formulas are computed from each other in a
            circle; otherwise as for `evaluate`.
        AngkaError: `number-too-long`.
    """
    check_source(data, periode)
    parts = {
        kode: Part(
            formula,
            pohon=lower_or_blame(formula),
            reported=_find_reported(kode, data) if isinstance(formula, Langsung) else None,
        )
        for kode, formula in formulas.items()
    }
    _refuse_circle(parts)
    return compute_together(parts, data, periode)


def _find_reported(kode: str, data: SumberMasukan) -> Callable[[Periode | None], Masukan] | None:
    """Make the function that takes what `data` reports for a kode, if it has the kode."""
    if kode not in (data.variabel if isinstance(data, Seri) else data):
        return None
    node = Variable(kode)
    return lambda periode: Masukan(variabel=kode, nilai=take_nilai(node, data, periode))


def _refuse_circle(parts: Mapping[str, Part]) -> None:
    needs = {kode: tuple(node.kode for node in part.inputs) for kode, part in parts.items()}
    finished: set[str] = set()
    for kode in needs:
        circle = find_circle(kode, needs, finished)
        if circle:
            raise FormulaError(
                "cycle",
                found=" -> ".join(quote(step, length=40) for step in circle[:10]),
                expected="formulas that can be computed one after the other",
                repair="let one of them be measured instead of computed",
                location=(circle[0],),
            )


def compute_together(
    parts: Mapping[str, Part], data: SumberMasukan, periode: Periode | None
) -> KumpulanHasil:
    """Compute parts that name each other, none of them in a circle."""
    work = _Work(parts, data)
    return KumpulanHasil(
        hasil=tuple((kode, work.compute(part, periode)) for kode, part in parts.items()),
        periode=periode,
    )


class _Work:
    """What is computed already; a part of an earlier period is computed like any other."""

    def __init__(self, parts: Mapping[str, Part], data: SumberMasukan) -> None:
        self._parts = parts
        self._data = data
        self._done: dict[tuple[Part, Periode | None], Hasil] = {}

    def compute(self, part: Part, periode: Periode | None) -> Hasil:
        waiting = [(part, periode)]
        while waiting:
            key = waiting.pop()
            if key in self._done:
                continue
            missing = [need for need in self._list_needs(*key) if need not in self._done]
            if missing:
                waiting.extend((key, *missing))
            else:
                self._done[key] = self._compute_one(*key)
        return self._done[part, periode]

    def _list_needs(
        self, part: Part, periode: Periode | None
    ) -> Iterable[tuple[Part, Periode | None]]:
        for node in part.inputs:
            wanted = self._place(node, periode)
            if node.kode in self._parts and not isinstance(wanted, Alasan):
                yield self._parts[node.kode], wanted

    def _place(self, node: Input, periode: Periode | None) -> Periode | Alasan | None:
        if not node.steps:
            return periode
        if not isinstance(self._data, Seri):
            # Values without a period are those of this one and of no other.
            return blame(KodeAlasan.TANPA_PERIODE, node.kode)
        return find_earlier(node, periode)

    def _compute_one(self, part: Part, periode: Periode | None) -> Hasil:
        masukan: tuple[Masukan, ...]
        if part.reported is not None:
            masukan = (part.reported(periode),)
        else:
            masukan = tuple(
                Masukan(variabel=node.kode, lalu=node.steps, nilai=self._take(node, periode))
                for node in part.inputs
            )
        return Hasil(
            formula=part.formula,
            pohon=part.pohon,
            masukan=masukan,
            jawaban=compute_or_blame(part.formula, part.pohon, masukan),
            satuan=part.satuan,
            periode=periode,
        )

    def _take(self, node: Input, periode: Periode | None) -> Angka | Fraction | Alasan:
        if node.kode not in self._parts:
            return take_nilai(node, self._data, periode)
        wanted = self._place(node, periode)
        if isinstance(wanted, Alasan):
            return wanted
        return self._done[self._parts[node.kode], wanted].jawaban
