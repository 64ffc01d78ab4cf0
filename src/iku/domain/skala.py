"""Skala and Predikat: ordered classes that a label or a score falls into."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from attrs import field

from iku._attrs import frozen
from iku._checks import DATE, KODE, TEXT, choice, many, one, optional
from iku.angka import Angka
from iku.domain.rujukan import Rujukan
from iku.errors import DomainError, quote


class Tepi(StrEnum):
    """Tepi (edge): whether a bound itself belongs to the class."""

    TERTUTUP = "tertutup"
    """Closed: the bound belongs to the class, as 80 does in `80 ≤ x`."""
    TERBUKA = "terbuka"
    """Open: the class holds what lies beyond the bound, as in `x > 80`."""


_Cut: TypeAlias = tuple[Fraction, bool]
"""A place between numbers: just below the number, or just above it where True."""


@frozen(kw_only=True)
class Predikat:
    """
    Predikat (grade): one class of a Skala, like `BB` (Sangat Baik).

    Raises:
        DomainError: `bad-skala` when no number lies between its bounds, or a
            side that has no bound is said to be open.
    """

    label: str = field(metadata=TEXT)
    """The label that documents print."""
    uraian: str | None = field(default=None, metadata=optional(TEXT))
    """What the label means in words."""
    batas_bawah: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Where the class begins; without it, the lowest class has no lower end."""
    tepi_bawah: Tepi = field(default=Tepi.TERTUTUP, metadata=choice(Tepi))
    """Whether `batas_bawah` belongs to the class; open where a table prints `>80`."""
    batas_atas: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Where the printed row ends; without it, the class ends where the next one begins."""
    tepi_atas: Tepi = field(default=Tepi.TERTUTUP, metadata=choice(Tepi))
    """Whether `batas_atas` belongs to the class."""
    skor: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Score that stands for the label where labels are compared as numbers."""

    def __attrs_post_init__(self) -> None:
        """Refuse a class that nothing can fall into."""
        for name, bound, edge in (
            ("tepi_bawah", self.batas_bawah, self.tepi_bawah),
            ("tepi_atas", self.batas_atas, self.tepi_atas),
        ):
            if bound is None and edge is Tepi.TERBUKA:
                raise _bad_skala("an open edge without a bound", "the bound that is open").under(
                    name
                )
        begin, end = _begin(self), _end(self)
        if begin is not None and end is not None and end <= begin:
            raise _bad_skala(
                f"{self.batas_bawah} to {self.batas_atas}", "bounds with a number between them"
            ).under("batas_atas")


class Letak(NamedTuple):
    """Letak (place): where a number stands on a scale."""

    kelas: int
    """Position of the last class that begins at or below it; -1 where none does."""
    di_dalam: bool
    """Whether it lies within that class, and not behind its upper end."""


@frozen(kw_only=True)
class Skala:
    """
    Skala (scale): Predikat from the lowest to the highest.

    A class begins at its `batas_bawah` and ends where the next one begins, so
    that there is no gap and no overlap. A table that prints where its rows end
    keeps that in `batas_atas`, and may then have gaps between its rows. From the
    lower end of the lowest class to the upper end of the highest, the scale is
    declared; without a bound there it goes on. A scale of labels alone has no
    bounds.

    >>> skala = Skala(
    ...     kode="contoh",
    ...     nama="Contoh",
    ...     predikat=(
    ...         Predikat(label="Rendah", batas_bawah=Angka("0")),
    ...         Predikat(label="Tinggi", batas_bawah=Angka("50")),
    ...     ),
    ... )
    >>> skala.find("tinggi").label, skala.find_position("tinggi")
    ('Tinggi', 2)

    Raises:
        DomainError: `bad-skala` when the classes do not follow each other
            upward, or bounds are no multiples of `langkah`; `duplicate-label`
            for a label twice.
    """

    kode: str = field(metadata=KODE)
    """Name by which a Kategori refers to the scale."""
    nama: str = field(metadata=TEXT)
    """Name as the regulation writes it."""
    predikat: tuple[Predikat, ...] = field(metadata=many(Predikat))
    """The classes, lowest first."""
    langkah: Angka | None = field(default=None, metadata=optional(one(Angka)))
    """Step in which the table prints its bounds: 1 for `76 - 90` and `91 - 100`."""
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
        if self.has_bounds:
            self._check_bounds()
        self._check_step()
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
        for index, predikat in enumerate(self.predikat[1:], start=1):
            before = self.predikat[index - 1]
            if not _follows(before, predikat):
                raise _bad_skala(
                    f"a class from {predikat.batas_bawah} behind one from "
                    f"{before.batas_bawah} to {before.batas_atas}",
                    "lower bounds that rise from class to class, and no overlap",
                ).under("predikat", index, "batas_bawah")

    def _check_step(self) -> None:
        if self.langkah is None:
            return
        step = Fraction(self.langkah.nilai)
        if step <= 0 or not self.has_bounds:
            raise _bad_skala(f"a step of {self.langkah}", "a step above zero, and bounds").under(
                "langkah"
            )
        for index, predikat in enumerate(self.predikat):
            for name, bound in (
                ("batas_bawah", predikat.batas_bawah),
                ("batas_atas", predikat.batas_atas),
            ):
                if bound is not None and Fraction(bound.nilai) % step:
                    raise _bad_skala(f"{bound}", f"a multiple of the step {self.langkah}").under(
                        "predikat", index, name
                    )

    @property
    def has_bounds(self) -> bool:
        """Whether numbers fall into its classes; a scale of labels alone has only an order."""
        return any(
            each.batas_bawah is not None or each.batas_atas is not None for each in self.predikat
        )

    def find(self, label: str) -> Predikat | None:
        """Give the class with this label, whatever its case, or None."""
        position = self.find_position(label)
        return None if position is None else self.predikat[position - 1]

    def find_position(self, label: str) -> int | None:
        """
        Give the place of a label in the order, the lowest being 1, or None.

        This is what labels are compared by.
        """
        wanted = label.casefold()
        found = (
            position
            for position, item in enumerate(self.predikat, start=1)
            if item.label.casefold() == wanted
        )
        return next(found, None)


def find_letak(skala: Skala, nilai: Fraction) -> Letak:
    """
    Find where a number stands on a scale that has bounds.

    Outside every class it is below the first (`kelas` is -1), above the last,
    or in the gap behind the class that `kelas` names.

    >>> skala = Skala(
    ...     kode="contoh",
    ...     nama="Contoh",
    ...     predikat=(
    ...         Predikat(label="Tinggi", batas_bawah=Angka("76"), batas_atas=Angka("90")),
    ...         Predikat(label="Sangat Tinggi", batas_bawah=Angka("91")),
    ...     ),
    ... )
    >>> [find_letak(skala, Fraction(number)) for number in ("90", "90.5", "75")]
    [Letak(kelas=0, di_dalam=True), Letak(kelas=0, di_dalam=False), Letak(kelas=-1, di_dalam=False)]
    """
    index = -1
    for position, predikat in enumerate(skala.predikat):
        begin = _begin(predikat)
        if begin is None or _is_behind(nilai, begin):
            index = position
    end = None if index < 0 else _end(skala.predikat[index])
    return Letak(index, index >= 0 and (end is None or not _is_behind(nilai, end)))


def _begin(predikat: Predikat) -> _Cut | None:
    if predikat.batas_bawah is None:
        return None
    return Fraction(predikat.batas_bawah.nilai), predikat.tepi_bawah is Tepi.TERBUKA


def _end(predikat: Predikat) -> _Cut | None:
    if predikat.batas_atas is None:
        return None
    return Fraction(predikat.batas_atas.nilai), predikat.tepi_atas is Tepi.TERTUTUP


def _is_behind(nilai: Fraction, cut: _Cut) -> bool:
    return nilai > cut[0] if cut[1] else nilai >= cut[0]


def _follows(before: Predikat, after: Predikat) -> bool:
    begin = _begin(after)
    if begin is None:
        return False
    end, start = _end(before), _begin(before)
    return end <= begin if end is not None else start is None or start < begin


def _bad_skala(found: str, expected: str) -> DomainError:
    return DomainError(
        "bad-skala",
        found=found,
        expected=expected,
        repair="list the classes from the lowest to the highest, each above the one before",
    )
