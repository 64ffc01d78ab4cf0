"""Where packages and plug-ins meet: what a formula and a capaian rule must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, TypeAlias, runtime_checkable

from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from iku.tree import Expression

Language: TypeAlias = Literal["id", "en"]
"""Language of what officials read; numbers are written as they write them in both."""


@runtime_checkable
class Formula(Protocol):
    """
    A formula (rumus): an immutable value that lowers to an expression tree.

    Everything else follows from the tree: evaluation, trace, satuan check,
    columns and mathematical rendering.
    """

    tipe: ClassVar[str]
    """The tag on the wire: a plain word for ours, `vendor:slug/1` for others."""

    @property
    def variables(self) -> tuple[str, ...]:
        """Kode of the variables it needs, each once, in order of appearance."""
        ...

    def lower(self) -> Expression | Unlowered:
        """The tree that computes it, or the reason why there is none."""
        ...


@runtime_checkable
class Evaluating(Formula, Protocol):
    """
    A formula that no tree can say, and that computes its value itself.

    A plug-in inherits from it (`class NilaiTengah(Evaluating)`) and gives `tipe`,
    `variables` and `evaluate`. Its value comes with reasons, checks and JSON like
    any other; columns and mathematical rendering answer with the reason that
    `lower` gives.
    """

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction | Decimal | int | Unlowered:
        """
        Compute the exact value from those of the variables, or say why there is none.

        It is called only when every variable has a number. A float, a number
        that is not finite and an exception are faults of the plug-in.
        """
        ...

    def lower(self) -> Expression | Unlowered:
        """Say that there is no tree."""
        return Unlowered(
            kode="dihitung_plugin",
            message="rumus dihitung oleh plug-in dan tidak memiliki bentuk matematika",
        )


@runtime_checkable
class CapaianRule(Protocol):
    """
    A capaian rule (rumus capaian): how far a realisasi reached its target.

    It lowers to a tree over the variables `target` and `realisasi`. What more it
    says about itself is optional and looked up by name: `satuan`, `minimum` and
    `maksimum`, `target_nol`, `target_bertanda`, `seratus_bila_sama`, `polaritas`,
    `status`.
    """

    tipe: ClassVar[str]
    """The tag on the wire."""

    def lower(self) -> Expression | Unlowered:
        """The tree over `target` and `realisasi`, or the reason why there is none."""
        ...


@runtime_checkable
class FixedSatuan(Protocol):
    """
    A formula or rule whose values have one satuan, whatever its inputs are measured in.

    It is optional. With `"%"`, a last factor 100 is printed as "× 100%".
    """

    @property
    def satuan(self) -> str:
        """The unit as it is printed behind a value; a class attribute will do."""
        ...
