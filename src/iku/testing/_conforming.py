"""What every formula has to keep to, as checks on one value at a time."""

from __future__ import annotations

import decimal
import pickle
from collections.abc import Mapping
from copy import copy, deepcopy
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NoReturn, cast

import attrs

from iku.angka import Angka
from iku.codec import dumps, loads
from iku.domain import Data, Dokumen, Indikator, JenisDokumen, Penjelasan, Periode, Satuan, Variabel
from iku.errors import quote
from iku.formula import Seri, check_satuan, evaluate, parse_formula, render_formula
from iku.formula.lowering import find_inputs, is_evaluating, lower_formula, read_satuan
from iku.tree import Unlowered, Variable, collect_variables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iku.formula import Hasil, Registry
    from iku.formula.ekspresi import Style
    from iku.tree import Input
    from iku.typing import Formula

PERIODE: Final = Periode.tahunan(2100)
"""The year that everything is computed for; there is room for looking back."""
_COPIES: Final[dict[str, Callable[[Formula], object]]] = {
    "copy.copy": copy,
    "copy.deepcopy": deepcopy,
    "pickle": lambda formula: pickle.loads(pickle.dumps(formula)),  # noqa: S301 - its own
}
_PRECISION: Final = 3
"""Digits of a context in which whoever uses it is found out."""
_MEASURES: Final = (Satuan("orang"), Satuan("Rp"), Satuan("%"))
"""A unit that fits what a formula declares fits when all variables are in one of these."""
_STYLES: Final[tuple[Style, ...]] = ("text", "latex", "mathml")


class Case:
    """One formula with figures for all that it needs."""

    def __init__(
        self,
        formula: Formula,
        registry: Registry[Formula],
        draw: Callable[[], Angka],
    ) -> None:
        self.formula = formula
        self.registry = registry
        self.draw = draw
        self.pohon = lower_formula(formula)
        self.figures = {node: draw() for node in find_inputs(formula, self.pohon)}

    def evaluate(self, figures: Mapping[Input, Angka]) -> Hasil:
        """Compute the formula from figures for its inputs."""
        return evaluate(self.formula, make_seri(figures), periode=PERIODE)

    def describe(self, what: str) -> str:
        """Name the class before what it does wrong."""
        return f"{type(self.formula).__name__} ({quote(self.formula.tipe)}): {what}"

    def fail(self, what: str) -> NoReturn:
        """Say that the formula does not keep to what it promises."""
        raise AssertionError(self.describe(what))


def make_seri(figures: Mapping[Input, Angka]) -> Seri:
    """Place figures in the years that the inputs look at."""
    return Seri(
        tuple(
            Data(variabel=node.kode, periode=PERIODE.shift(-node.steps), nilai=nilai)
            for node, nilai in figures.items()
        )
    )


def check_value(case: Case) -> None:
    """It is a value: it cannot be changed, and it compares, hashes, copies and pickles."""
    formula = case.formula
    for name in list_fields(formula):
        try:
            setattr(formula, name, getattr(formula, name))
        except attrs.exceptions.FrozenInstanceError:
            continue
        case.fail(f"{name} can be changed; decorate the class with attrs.frozen")
    for way, function in _COPIES.items():
        try:
            made = function(formula)
            same = made == formula and hash(made) == hash(formula)
        except Exception as error:
            message = f"{way} and hash raise {type(error).__name__}: {error}"
            raise AssertionError(case.describe(message)) from error
        if not same:
            case.fail(f"{way} gives another value")


def check_declaration(case: Case) -> None:
    """It names the variables that it uses, each once, and lowers to the same tree each time."""
    declared = case.formula.variables
    # What the annotation says is what a plug-in may not keep to.
    if type(declared) is not tuple or len({*declared}) != len(declared):
        case.fail(f"variables is no tuple of kode, each once: {declared!r}")
    if lower_formula(case.formula) != case.pohon or case.formula.variables != declared:
        case.fail("a second call of lower or variables gives something else")
    if not isinstance(case.pohon, Unlowered):
        used = collect_variables(case.pohon)
        if {*used} != {*declared}:
            case.fail(f"declared variables {declared!r} are not those of its tree, {used!r}")


def check_json(case: Case) -> None:
    """It survives JSON, and so does the document around it."""
    declared = case.formula.variables
    kode = next(name for name in ("I", "I1", "I2") if name not in declared)
    indikator = Indikator(kode=kode, nama="I", penjelasan=(Penjelasan(formula=case.formula),))
    dokumen = Dokumen(
        jenis=JenisDokumen.IKU,
        judul="I",
        indikator=(indikator,),
        variabel=tuple(Variabel(kode=name, nama=name) for name in declared),
    )
    text = dumps(dokumen, registry=case.registry)
    read = loads(text, registry=case.registry)
    if read != dokumen or dumps(read, registry=case.registry) != text:
        case.fail("it is another formula after JSON")


def check_evaluation(case: Case) -> None:
    """It gives the same exact value each time, whatever decimal context surrounds it."""
    hasil = case.evaluate(case.figures)
    if case.evaluate(case.figures) != hasil or not hasil.verify():
        case.fail("a second evaluation gives something else")
    with decimal.localcontext(prec=_PRECISION, rounding=decimal.ROUND_DOWN):
        again = case.evaluate(case.figures)
        with decimal.localcontext() as after:
            if (after.prec, after.rounding) != (_PRECISION, decimal.ROUND_DOWN):
                case.fail("evaluating it changes the decimal context of its caller")
    if again != hasil:
        case.fail("its value depends on the decimal context of its caller")


def check_rendering(case: Case) -> None:
    """It can be written in every style, its tree as an expression that is read back."""
    for style in _STYLES:
        render_formula(case.formula, style=style)
    if not isinstance(case.pohon, Unlowered):
        parse_formula(render_formula(case.formula))


def check_declared_satuan(case: Case) -> None:
    """It declares the same unit each time, and one that its tree can have."""
    declared = read_satuan(case.formula)
    if read_satuan(case.formula) != declared:
        case.fail("it declares another unit each time")
    measures = [dict.fromkeys(case.formula.variables, satuan) for satuan in _MEASURES]
    if declared is not None and all(check_satuan(case.formula, each) for each in measures):
        case.fail(f"its tree does not give {declared.nama!r}, whatever its variables measure")


def check_direction(case: Case, fields: Iterable[str], sign: int) -> None:
    """Its value rises, or falls, or stays, when what these fields name becomes more."""
    for field in fields:
        for kode in _list_kode(case, field):
            low = {node: Angka(abs(figure.nilai) + 1) for node, figure in case.figures.items()}
            node = Variable(kode)
            if node not in low or _names_twice(case.formula, kode):
                continue
            high = {**low, node: Angka(low[node].nilai + abs(case.draw().nilai))}
            before, after = case.evaluate(low).eksak, case.evaluate(high).eksak
            if before is not None and after is not None and (after - before) * sign < 0:
                word = "falls" if sign > 0 else "rises"
                case.fail(f"its value {word} when {field} becomes more")


def _list_kode(case: Case, field: str) -> tuple[str, ...]:
    named = _read_texts(getattr(case.formula, field, None))
    if named is None:
        case.fail(f"{field} is no field that names variables")
    return named


def _read_texts(value: object) -> tuple[str, ...] | None:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    texts = tuple(item for item in items if isinstance(item, str))
    return texts if len(texts) == len(items) else None


def _names_twice(formula: Formula, kode: str) -> bool:
    texts = (_read_texts(getattr(formula, name)) or () for name in list_fields(formula))
    return sum(named.count(kode) for named in texts) > 1


def list_fields(formula: Formula) -> list[str]:
    """Name the fields of a formula."""
    return [one.name for one in attrs.fields(cast("type[attrs.AttrsInstance]", type(formula)))]


class Reader(Mapping[str, Fraction]):
    """Figures that know which of them were read."""

    def __init__(self, figures: Mapping[str, Fraction]) -> None:
        self._figures = figures
        self.unread = set(figures)

    def __getitem__(self, kode: str) -> Fraction:
        self.unread.discard(kode)
        return self._figures[kode]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)


def find_unread(case: Case) -> set[str]:
    """Tell which variables a formula that computes itself declares and did not read now."""
    if not is_evaluating(case.formula, case.pohon):
        return set()
    figures = {node.kode: Fraction(figure.nilai) for node, figure in case.figures.items()}
    reader = Reader(figures)
    case.formula.evaluate(reader)
    return reader.unread


LAWS: Final = (
    check_value,
    check_declaration,
    check_declared_satuan,
    check_json,
    check_evaluation,
    check_rendering,
)
"""What holds for every formula."""
