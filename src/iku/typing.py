"""Where packages and plug-ins meet: what a formula and a capaian rule must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

if TYPE_CHECKING:
    from iku.tree import Expression, Unlowered


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
class CapaianRule(Protocol):
    """
    A capaian rule (rumus capaian): how far a realisasi reached its target.

    It lowers to a tree over the variables `target` and `realisasi`.
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

    satuan: ClassVar[str]
    """The unit as it is printed behind a value."""
