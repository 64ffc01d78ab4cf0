"""What named formulas share: checks of their fields, and small pieces of trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

from iku._attrs import CHECK, checked
from iku._checks import check_kode, many, one, wrong_type
from iku.angka import MAXIMUM_DIGITS, Angka, make_context
from iku.domain.nilai import Rentang
from iku.errors import FormulaError, IkuError
from iku.tree import Constant, Divide, Subtract, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iku.tree import Expression

MAXIMUM_SUKU: Final = 500
"""No sum or mean has more terms; with the operation itself they stay within the limit of a tree."""

MAXIMUM_KOMPONEN: Final = 64
"""No index has more components, because each takes several nodes of its tree."""

HUNDRED: Final = Constant(Angka("100"))
"""What makes a percentage of a ratio."""


class Komponen(Protocol):
    """A part of a formula that names the variable it is about."""

    @property
    def variabel(self) -> str:
        """Kode of the variable."""
        ...


def suku(most: int) -> dict[str, object]:
    """Take kode of variables, at most `most` of them and each once."""

    def check_suku(value: object) -> tuple[str, ...]:
        if not isinstance(value, tuple | list):
            raise wrong_type(value, "a tuple of kode")
        taken: dict[str, None] = {}  # a list would be searched again for each of thousands
        for index, item in enumerate(cast("Sequence[object]", value)):
            try:
                kode = check_kode(item)
            except IkuError as error:
                raise error.under(index) from None
            if kode in taken:
                raise _refuse_twice(kode).under(index)
            taken[kode] = None
        _require_count(len(taken), most)
        return tuple(taken)

    return checked(check_suku)


def komponen(kind: type[Komponen]) -> dict[str, object]:
    """Take components, each with a variable of its own."""
    check_many = cast("Callable[[object], tuple[Komponen, ...]]", many(kind)[CHECK])

    def check_komponen(value: object) -> tuple[Komponen, ...]:
        items = check_many(value)
        seen: set[str] = set()
        for index, item in enumerate(items):
            if item.variabel in seen:
                raise _refuse_twice(item.variabel).under(index, "variabel")
            seen.add(item.variabel)
        _require_count(len(items), MAXIMUM_KOMPONEN)
        return items

    return checked(check_komponen)


def positive(code: str, repair: str) -> dict[str, object]:
    """Take a number above zero; any other is refused with `code`."""

    def check_positive(value: object) -> Angka:
        if not isinstance(value, Angka):
            raise wrong_type(value, "an Angka")
        if value.nilai <= 0:
            raise FormulaError(
                code, found=value.teks, expected="a number above zero", repair=repair
            )
        return value

    return checked(check_positive)


def _check_acuan(value: object) -> Rentang:
    taken = cast("Callable[[object], Rentang]", one(Rentang)[CHECK])(value)
    if taken.bawah.nilai == taken.atas.nilai:
        raise refuse_acuan(taken, "bounds with a distance between them")
    return taken


ACUAN: Final = checked(_check_acuan)
"""Reference bounds: the values that count as zero and as one."""


def refuse_acuan(acuan: Rentang, expected: str) -> FormulaError:
    """Make the error for reference bounds that nothing can be measured by."""
    return FormulaError(
        "bad-acuan",
        found=f"{acuan.bawah} to {acuan.atas}",
        expected=expected,
        repair="take the bounds that the method prints, in the unit of the variable",
    )


def divide(pembilang: str, penyebut: str) -> Divide:
    """Put one variable over another."""
    return Divide(numerator=Variable(pembilang), denominator=Variable(penyebut))


def scale_between(value: Expression, bawah: Expression, atas: Expression) -> Divide:
    """Write how far a value has come from the lower bound to the upper one."""
    return Divide(
        numerator=Subtract(left=value, right=bawah), denominator=Subtract(left=atas, right=bawah)
    )


def list_once(*kode: str) -> tuple[str, ...]:
    """Name each once, in order of appearance."""
    return tuple(dict.fromkeys(kode))


def add_up(numbers: Iterable[Angka]) -> Angka:
    """
    Add numbers exactly.

    >>> add_up((Angka("0.5"), Angka("0.25")))
    Angka(teks='0.75')

    Raises:
        AngkaError: `number-too-long`.
    """
    context = make_context()
    context.prec = 3 * MAXIMUM_DIGITS  # no digit of a sum of numbers of the model is lost
    first, *others = (number.nilai for number in numbers)
    for number in others:
        first = context.add(first, number)
    return Angka(first)


def _refuse_twice(kode: str) -> FormulaError:
    return FormulaError(
        "duplicate-suku",
        found=f"{kode!a} twice",
        expected="each variable once",
        repair='write a multiple as an expression: iku.parse_formula("2 * A + B")',
    )


def _require_count(count: int, most: int) -> None:
    if not 0 < count <= most:
        raise FormulaError(
            "bad-suku",
            found=f"{count} variables",
            expected=f"1 to {most}",
            repair="name the variables to join; join very many of them as a variable of its own",
        )
