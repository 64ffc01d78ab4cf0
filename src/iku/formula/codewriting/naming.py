"""Lines and the names in them: each is made once, before its first use."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from iku.formula.codewriting.tools import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from iku.tree import Input

Key: TypeAlias = str | tuple[str, int]
"""Where an input stands in the data: its kode, or kode and how many periods back."""


def make_key(node: Input) -> Key:
    """Tell where an input stands in the data."""
    return (node.kode, node.steps) if node.steps else node.kode


class Naming:
    """The lines of one function while they are written."""

    def __init__(self) -> None:
        self.body: list[str] = []
        """The lines so far."""
        self.bound: dict[str, object] = {}
        """What the names mean that the formula brings along."""
        self._inputs: dict[Input, str] = {}
        self._constants: dict[Decimal, str] = {}
        # Names whose numbers are known to have passed through the context.
        self._passed: set[str] = set()
        self._count = 0

    def load(self, node: Input, *, finite: bool, passed: bool) -> None:
        """Take an input out of the data."""
        number = len(self._inputs)
        name = self._inputs[node] = f"v{number}"
        self.bound[f"k{number}"] = make_key(node)
        self.body.append(f"{name} = data[k{number}]")
        self.body.append(f"if type({name}) is not Decimal: {name} = take({name})")
        if finite:
            self.leave_if(f"not finite({name})")
        if passed:
            self.let_pass(name)

    def input(self, node: Input) -> str:
        """Give the name of an input."""
        return self._inputs[node]

    def constant(self, value: Fraction) -> str:
        """
        Give the name of a constant.

        Raises:
            ArithmeticError: It is no decimal, or one with very many digits.
        """
        return self.bind(EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))

    def bind(self, value: Decimal) -> str:
        """Give the name of a decimal."""
        name = self._constants.setdefault(value, f"c{len(self._constants)}")
        self.bound[name] = value
        self._passed.add(name)
        return name

    def call(self, step: str, *names: str) -> str:
        """Take a step and give the name of what it gives."""
        return self.assign(f"{step}({', '.join(names)})")

    def assign(self, expression: str) -> str:
        """Give a name to what has passed, or a second name."""
        (name,) = self.assign_all(1, expression)
        return name

    def assign_all(self, count: int, expression: str) -> list[str]:
        """Give names to several values at once."""
        names = [f"t{self._count + number}" for number in range(count)]
        self._count += count
        self.body.append(f"{', '.join(names)} = {expression}")
        self._passed.update(names)
        return names

    def let_pass(self, name: str) -> str:
        """Let a number through the context unless it has been."""
        if name not in self._passed:
            self.body.append(f"{name} = plus({name})")
            self._passed.add(name)
        return name

    def let_one_pass(self, names: Iterable[str]) -> None:
        """See to it that at least one of the numbers has passed; the step shows the others."""
        first, *others = names
        if not self._passed.intersection(others):
            self.let_pass(first)

    def leave_if(self, condition: str) -> None:
        """Compute the exact way where a condition holds."""
        self.body.append(f"if {condition}: return exact(data)")
