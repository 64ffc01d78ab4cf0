"""Skala and Predikat: ordered classes that a label or a score falls into."""

from __future__ import annotations

from datetime import date

from attrs import field

from iku._attrs import frozen
from iku._checks import DATE, KODE, TEXT, many, one, optional
from iku.angka import Angka
from iku.domain.rujukan import Rujukan
from iku.errors import DomainError, quote


@frozen(kw_only=True)
class Predikat:
    """Predikat (grade): one class of a Skala, like `BB` (Sangat Baik)."""

    label: str = field(metadata=TEXT)
    """The label that documents print."""
    uraian: str | None = field(default=None, metadata=optional(TEXT))
    """What the label means in words."""
    batas_bawah: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Lowest score of the class; it ends where the next class begins."""
    skor: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Score that stands for the label where labels are compared as numbers."""


@frozen(kw_only=True)
class Skala:
    """
    Skala (scale): Predikat from the lowest to the highest.

    Each class begins at its `batas_bawah` and ends before the next one, so
    there is no gap and no overlap. A scale of labels alone has no bounds.

    >>> skala = Skala(
    ...     kode="contoh",
    ...     nama="Contoh",
    ...     predikat=(
    ...         Predikat(label="Rendah", batas_bawah=Angka("0")),
    ...         Predikat(label="Tinggi", batas_bawah=Angka("50")),
    ...     ),
    ... )
    >>> skala.find("tinggi").label
    'Tinggi'

    Raises:
        DomainError: `bad-skala` when bounds do not rise or only some classes
            have one, `duplicate-label` for a label twice.
    """

    kode: str = field(metadata=KODE)
    """Name by which a Kategori refers to the scale."""
    nama: str = field(metadata=TEXT)
    """Name as the regulation writes it."""
    predikat: tuple[Predikat, ...] = field(metadata=many(Predikat))
    """The classes, lowest first."""
    rujukan: Rujukan | None = field(default=None, metadata=optional(one(Rujukan)))
    """Where the scale is laid down."""
    berlaku_mulai: date | None = field(default=None, metadata=optional(DATE))
    """First day on which it holds."""
    berlaku_sampai: date | None = field(default=None, metadata=optional(DATE))
    """Last day on which it holds."""

    def __attrs_post_init__(self) -> None:
        """Refuse classes that do not follow each other."""
        if not self.predikat:
            raise _bad_skala("no class", "at least one Predikat").under("predikat")
        self._check_labels()
        self._check_bounds()
        if self.berlaku_mulai and self.berlaku_sampai and self.berlaku_sampai < self.berlaku_mulai:
            raise _bad_skala(
                f"{self.berlaku_mulai} to {self.berlaku_sampai}", "an end after the beginning"
            ).under("berlaku_sampai")

    def _check_labels(self) -> None:
        seen: set[str] = set()
        for index, predikat in enumerate(self.predikat):
            label = predikat.label.casefold()
            if label in seen:
                raise DomainError(
                    "duplicate-label",
                    found=f"{quote(predikat.label)} twice",
                    expected="each label once, whatever its case",
                    repair="rename or remove one of the two classes",
                    location=("predikat", index, "label"),
                )
            seen.add(label)

    def _check_bounds(self) -> None:
        bounds = [predikat.batas_bawah for predikat in self.predikat]
        for index, bound in enumerate(bounds[1:], start=1):
            before = bounds[index - 1]
            rises = before is not None and bound is not None and before.nilai < bound.nilai
            if not rises and not (before is None and bound is None):
                raise _bad_skala(
                    f"{before} before {bound}", "lower bounds that rise from class to class"
                ).under("predikat", index, "batas_bawah")

    def find(self, label: str) -> Predikat | None:
        """Give the class with this label, whatever its case, or None."""
        wanted = label.casefold()
        return next((item for item in self.predikat if item.label.casefold() == wanted), None)


def _bad_skala(found: str, expected: str) -> DomainError:
    return DomainError(
        "bad-skala",
        found=found,
        expected=expected,
        repair="list the classes from the lowest to the highest, all with a bound or none",
    )
