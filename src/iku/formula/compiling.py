"""
compile: a formula as a Python function, for loops over many rows.

The function computes in decimals where that is exact, and as `evaluate` does
where it is not; either way its answer is that of `evaluate`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Protocol, cast, overload

from iku.angka import to_decimal34
from iku.errors import FormulaError
from iku.formula.codewriting.naming import Key, make_key
from iku.formula.codewriting.tools import TOOLS, Surprise
from iku.formula.codewriting.writing import write_lines
from iku.formula.evaluation.arithmetic import compute
from iku.formula.evaluation.evaluator import evaluate
from iku.formula.evaluation.masukan import Masukan, take_nilai
from iku.formula.lowering import lower_formula, read_satuan
from iku.tree import Unlowered, Variable, collect_inputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.tree import Expression
    from iku.typing import Formula


class Compiled(Protocol):
    """
    What `compile` gives: a function from data to value.

    The value is correctly rounded to 34 digits, None where there is none.
    """

    # Two signatures, because checkers take the keys of a mapping as they are
    # and a literal with both kinds of key for something wider.
    @overload
    def __call__(self, data: Mapping[str, NilaiMasukan], /) -> Decimal | None: ...
    @overload
    def __call__(self, data: Mapping[Key, NilaiMasukan], /) -> Decimal | None: ...


def compile(formula: Formula) -> Compiled:
    """
    Make a function that computes a formula, for loops over many rows.

    It takes a mapping from kode to value, as `evaluate` does, and gives the
    same answer as `evaluate(formula, data).nilai`, None where there is no value;
    `evaluate` says why. Compile once, outside of the loop: that takes as long as
    evaluating a few dozen rows.

    >>> from iku.angka import Angka
    >>> from iku.formula import Persentase
    >>> kontribusi = compile(Persentase(pembilang="NTB", penyebut="PDRB"))
    >>> kontribusi({"NTB": 1200, "PDRB": Angka("80000")})
    Decimal('1.5')
    >>> kontribusi({"NTB": 1200}) is None
    True

    A mapping has no periods. Where a formula looks back, the value of `n`
    periods before stands under `(kode, n)`:

    >>> from iku.formula import parse_formula
    >>> tumbuh = compile(parse_formula("(IPM - lalu(IPM)) / lalu(IPM) * 100"))
    >>> tumbuh({"IPM": Angka("72.29"), ("IPM", 1): Angka("71.94")})
    Decimal('0.4865165415624131220461495690853489')

    What has no tree is computed by `evaluate` itself, row by row.

    The function raises what `evaluate` raises for a value that is no exact
    number. It cannot be pickled; pickle the formula.

    Raises:
        FormulaError: `wrong-type`: `formula` is none.
        PluginError: `plugin-failed`: the formula comes from a plug-in that does
            not lower as it should, or that gives a unit that is none.
    """
    pohon = lower_formula(formula)
    # Nothing here needs it, but `evaluate` refuses a formula whose unit is none.
    read_satuan(formula)
    if isinstance(pohon, Unlowered):
        return _make_whole(formula)
    pick = _make_pick(pohon)
    exact = _make_exact(pohon, pick)
    try:
        lines = write_lines(pohon)
    except (Surprise, ArithmeticError):
        return exact
    # Globals are quicker than the variables of a closure, which every call copies.
    scope: dict[str, object] = {**TOOLS, **lines.bound, "pick": pick, "exact": exact}
    body = "\n".join(" " * 8 + line for line in lines.body)
    # The source has no text but our own; see iku.formula.codewriting.
    exec(f"{_HEAD}\n{body}\n{_TAIL}", scope)  # noqa: S102
    return cast("Compiled", scope["compiled"])


_HEAD: Final = """\
def compiled(data, /):
    if type(data) is not dict: data = pick(data)
    try:"""
_TAIL: Final = """\
    except surprises: pass
    return exact(data)"""


def _make_whole(formula: Formula) -> Compiled:
    """Make the function that lets `evaluate` compute what has no tree."""

    def whole(data: object, /) -> Decimal | None:
        return evaluate(formula, cast("Mapping[str, NilaiMasukan]", data)).nilai

    return whole


def _make_pick(pohon: Expression) -> Callable[[object], dict[Key, NilaiMasukan]]:
    """Make the function that takes the inputs out of any mapping."""
    keys = tuple(map(make_key, collect_inputs(pohon)))

    def pick(data: object) -> dict[Key, NilaiMasukan]:
        if not isinstance(data, Mapping):
            raise FormulaError.wrong_type(
                data,
                "a mapping from kode to value",
                repair='write {"PDRB": Angka("80000")}; of n periods before, ("PDRB", n)',
            ).under("data")
        given = cast("Mapping[Key, NilaiMasukan]", data)
        return {key: given.get(key) for key in keys}

    return pick


def _make_exact(pohon: Expression, pick: Callable[[object], dict[Key, NilaiMasukan]]) -> Compiled:
    """Make the function that computes as `evaluate` does, from the same inputs."""
    inputs = collect_inputs(pohon)

    def exact(data: object, /) -> Decimal | None:
        given = pick(data)
        masukan = [
            Masukan(
                variabel=node.kode,
                lalu=node.steps,
                nilai=take_nilai(Variable(node.kode), {node.kode: given[make_key(node)]}, None),
            )
            for node in inputs
        ]
        jawaban = compute(pohon, masukan)
        return to_decimal34(jawaban) if isinstance(jawaban, Fraction) else None

    return exact
