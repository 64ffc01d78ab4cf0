"""From a tree to the lines that compute it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from iku.angka import to_decimal34
from iku.formula.codewriting.forms import Form, check, find_odd
from iku.formula.codewriting.naming import Naming
from iku.formula.codewriting.nesting import wrap_steps
from iku.formula.codewriting.tools import Surprise, take_log
from iku.formula.evaluation.arithmetic import compute
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    GeometricMean,
    Log,
    Maximum,
    Mean,
    Minimum,
    Multiply,
    Negate,
    Power,
    Previous,
    Subtract,
    Variable,
    collect_inputs,
    fold,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Lines(NamedTuple):
    """What was written."""

    body: list[str]
    """The lines, from the data to `return`."""
    bound: dict[str, object]
    """What the names mean that the formula brings along."""


def write_lines(tree: Expression) -> Lines:
    """
    Write the lines that compute a tree.

    Raises:
        Surprise: It has a power of zero, a huge constant or a part that nothing
            follows from.
        ArithmeticError: It has no value, or a constant that no decimal is.
    """
    return _Writer(tree).write()


class _Writer:
    """Writes one tree."""

    def __init__(self, tree: Expression) -> None:
        self._core, self._clamps = _peel(tree)
        self._to = Naming()
        self._load(collect_inputs(tree))

    def _load(self, inputs: Iterable[Variable | Previous]) -> None:
        # To compare what is no number would raise a flag of the caller's context.
        compares = (Minimum, Maximum, GeometricMean, Log)
        finite = any(isinstance(node, compares) for node in walk(self._core))
        divisors = {node.denominator for node in walk(self._core) if isinstance(node, Divide)}
        count = Counter(walk(self._core))
        for node in inputs:
            # A divisor passes in any case. Where it stands twice it passes first, and what it
            # is added to need not.
            passed = node in divisors and count[node] > 1
            self._to.load(node, finite=finite, passed=passed)

    def write(self) -> Lines:
        """Write from the data to `return`."""
        above, below = self._settle(fold(self._core, self._combine))
        self._to.body.append(f"r = {above}" if below is None else f"r = divide({above}, {below})")
        self._finish()
        return Lines(wrap_steps(self._to.body), self._to.bound)

    def _finish(self) -> None:
        """Give the plain form, zero without sign; leave with what is no number."""
        if not self._clamps:
            self._to.body.append("if normal(r): return tidy(r)")
            self._to.body.append("return ZERO if zero(r) else exact(data)")
            return
        self._to.leave_if("not (normal(r) or zero(r))")
        for sign, bound in self._clamps:
            name = self._to.bind(to_decimal34(bound))
            self._to.body.append(f"if r {sign} {name}: r = {name}")
        self._to.body.append("return tidy(r) if r else ZERO")

    def _combine(self, node: Expression, parts: tuple[Form, ...]) -> Form:
        match node:
            case Constant():
                return Form(Fraction(node.value.nilai))
            case Variable() | Previous():
                return Form(Fraction(1), self._to.input(node))
            case Add():
                return self._add(parts)
            case Subtract():
                return self._add((parts[0], parts[1].times(-1)))
            case Mean():
                return self._add(parts).times(Fraction(1, len(parts)))
            case _:
                return self._combine_other(node, parts)

    def _combine_other(
        self,
        node: Multiply | Divide | Power | Negate | Minimum | Maximum | GeometricMean | Log,
        parts: tuple[Form, ...],
    ) -> Form:
        match node:
            case Negate():
                return parts[0].times(-1)
            case Multiply():
                return self._multiply(parts)
            case Divide():
                return self._multiply((parts[0], self._invert(parts[1])))
            case Power():
                return self._raise(parts[0], node.exponent)
            case Minimum() | Maximum():
                return self._choose(parts, "<" if isinstance(node, Minimum) else ">")
            case _:
                return self._round(node, parts)

    def _multiply(self, parts: Iterable[Form]) -> Form:
        product = Form(Fraction(1))
        for part in parts:
            product = check(
                Form(
                    product.factor * part.factor,
                    self._join(product.above, part.above),
                    self._join(product.below, part.below),
                )
            )
        return product

    def _join(self, first: str | None, second: str | None) -> str | None:
        if first is None or second is None:
            return first or second
        return self._to.call("multiply", self._to.let_pass(first), self._to.let_pass(second))

    def _invert(self, form: Form) -> Form:
        """Turn a form over; what stood below must not be zero, or it would vanish unseen."""
        if form.below is not None:
            self._to.leave_if(f"not {form.below}")
        return Form(1 / form.factor, form.below, form.above)

    def _raise(self, base: Form, exponent: int) -> Form:
        """Multiply with itself, by squaring."""
        if not exponent:
            raise Surprise
        if exponent < 0:
            return self._raise(self._invert(base), -exponent)
        if exponent == 1:
            return base
        half = self._raise(base, exponent // 2)
        return self._multiply((half, half, base) if exponent % 2 else (half, half))

    def _add(self, forms: Iterable[Form]) -> Form:
        """Add up, first what has one denominator, then the rest across."""
        groups: dict[str | None, list[Form]] = {}
        for form in forms:
            groups.setdefault(form.below, []).append(form)
        total, *others = (self._add_level(group) for group in groups.values())
        for other in others:
            below = self._join(total.below, other.below)
            left = Form(total.factor, self._join(total.above, other.below), below)
            right = Form(other.factor, self._join(other.above, total.below), below)
            total = self._add_level((left, right))
        return total

    def _add_level(self, forms: Sequence[Form]) -> Form:
        """Add up what has one denominator, in a unit that makes every factor a decimal."""
        if all(form.is_constant for form in forms):
            return check(Form(sum((form.factor for form in forms), Fraction())))
        terms = [form for form in forms if form.factor]
        sizes = {abs(form.factor) for form in terms}
        unit = sizes.pop() if len(sizes) == 1 else Fraction(1, lcm(*map(find_odd, sizes)))
        total = ""
        for form in terms:
            total = self._add_term(total, form.above, form.factor / unit)
        return check(Form(unit, total, forms[0].below))

    def _add_term(self, total: str, name: str | None, factor: Fraction) -> str:
        if name is None:
            name, factor = self._to.constant(abs(factor)), Fraction(1 if factor > 0 else -1)
        if not total:
            return self._times(name, factor)
        if abs(factor) == 1:
            self._to.let_one_pass((total, name))
            return self._to.call("add" if factor == 1 else "subtract", total, name)
        return self._to.call("fuse", name, self._to.constant(factor), self._to.let_pass(total))

    def _times(self, name: str, factor: Fraction) -> str:
        """Multiply with a decimal; what is times one keeps its name."""
        if factor == 1:
            return name
        if factor == -1:
            return self._to.call("minus", name)
        return self._to.call("multiply", name, self._to.constant(factor))

    def _settle(self, form: Form) -> tuple[str, str | None]:
        """Bring a form to one name above and at most one below, all passed."""
        odd = find_odd(form.factor)
        whole = form.factor * odd
        above = self._to.constant(whole) if form.above is None else self._times(form.above, whole)
        below = form.below
        if below is not None:
            below = self._to.let_pass(self._times(below, Fraction(odd)))
        elif odd > 1:
            below = self._to.constant(Fraction(odd))
        return self._to.let_pass(above), below

    def _level(self, forms: Iterable[Form]) -> list[tuple[str, str]]:
        """Bring forms to new names above and below, the latter greater than zero."""
        levelled: list[tuple[str, str]] = []
        for form in forms:
            above, below = self._settle(form)
            over = self._to.assign(above)
            under = self._to.assign(below or self._to.constant(Fraction(1)))
            if form.below is not None:
                self._to.leave_if(f"not {under}")
                turned = f"{over} = minus({over}); {under} = minus({under})"
                self._to.body.append(f"if {under} < ZERO: {turned}")
            levelled.append((over, under))
        return levelled

    def _choose(self, forms: Sequence[Form], sign: str) -> Form:
        """Choose the least or the greatest, comparing across denominators."""
        (above, below), *others = self._level(forms)
        across = any(form.below or find_odd(form.factor) > 1 for form in forms)
        for over, under in others:
            left = self._to.call("multiply", over, below) if across else over
            right = self._to.call("multiply", above, under) if across else above
            self._to.body.append(f"if {left} {sign} {right}: {above} = {over}; {below} = {under}")
        return Form(Fraction(1), above, below if across else None)

    def _round(self, node: GeometricMean | Log, forms: Sequence[Form]) -> Form:
        """Take a logarithm or a root, which rounds where it stands."""
        if isinstance(node, Log):
            if forms[0].is_constant:
                return Form(take_log(forms[0].factor))
            ((above, below),) = self._level(forms)
            return Form(Fraction(1), self._to.call("log", above, below))
        parts = self._level(forms)
        for above, _ in parts:
            self._to.leave_if(f"{above} < ZERO")
        product = self._multiply(Form(Fraction(1), above, below) for above, below in parts)
        above, below = self._to.assign_all(
            2, f"root({product.above}, {product.below}, {len(parts)})"
        )
        return Form(Fraction(1), above, below)


def _peel(tree: Expression) -> tuple[Expression, list[tuple[str, Fraction]]]:
    """
    Take constant bounds off the outside of a tree.

    Rounding keeps order, so the bounds may as well be applied to the rounded
    value: `minimum(A / B * 100, 120)` is divided first and compared then.
    """
    clamps: list[tuple[str, Fraction]] = []
    while isinstance(tree, Minimum | Maximum):
        free = [part for part in tree.operands if collect_inputs(part)]
        if len(free) != 1:
            break
        sign = ">" if isinstance(tree, Minimum) else "<"
        clamps.extend((sign, _compute(part)) for part in tree.operands if part is not free[0])
        tree = free[0]
    return tree, clamps[::-1]


def _compute(constant: Expression) -> Fraction:
    value = compute(constant, ())
    if not isinstance(value, Fraction):
        raise Surprise
    return value
