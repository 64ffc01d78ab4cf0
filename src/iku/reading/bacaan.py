"""Bacaan: what was read from a file, and what was odd about it."""

from __future__ import annotations

from attrs import field

from iku._attrs import checked, frozen, render_html
from iku._checks import KODE, TEXT, many, one, optional, wrong_type
from iku.domain import Asal, Dokumen, Periode, Temuan
from iku.domain.asal import check_position
from iku.reading.prose import Pembacaan


@frozen(kw_only=True)
class SelTerbaca:
    """
    Sel terbaca (cell that was read): a cell of the source, and the field it was read into.

    What was understood stands in the document itself, in that field.
    """

    dokumen: int = field(metadata=checked(check_position))
    """Which document, from 1."""
    bidang: str = field(metadata=TEXT)
    """The field ("satuan", "target"); `tambahan` for what is kept as it is printed."""
    asal: Asal = field(metadata=one(Asal))
    """The cell."""
    subjek: str | None = field(default=None, metadata=optional(KODE))
    """Kode of the noun; None for the document itself."""
    periode: Periode | None = field(default=None, metadata=optional(one(Periode)))
    """The period, of values."""
    sumber: str | None = field(default=None, metadata=optional(TEXT))
    """The source, of targets that say one."""


def _check_pembacaan(value: object) -> Pembacaan:
    if not isinstance(value, Pembacaan):
        raise wrong_type(value, "a Pembacaan")
    return value


def _check_flag(value: object) -> bool:
    if value.__class__ is not bool:
        raise wrong_type(value, "True or False")
    return bool(value)


@frozen(kw_only=True)
class FormulasiTerbaca:
    """Formulasi terbaca (formulasi that was read): a sentence, and what it was understood as."""

    dokumen: int = field(metadata=checked(check_position))
    """Which document, from 1."""
    subjek: str = field(metadata=KODE)
    """Kode of the Penjelasan, or of its indicator where it has none."""
    asal: Asal = field(metadata=one(Asal))
    """The cell; its raw text is the sentence."""
    pembacaan: Pembacaan = field(metadata=checked(_check_pembacaan))
    """The formula that it was understood as, with the evidence and the candidates."""
    dipasang: bool = field(metadata=checked(_check_flag))
    """Whether the Penjelasan was given the formula."""


@frozen(kw_only=True)
class Bacaan:
    """
    Bacaan (what was read): the documents of a file, one for each table, and the findings.

    Nothing in it is invented: what the file leaves out is absent with a
    reason, what it leaves open is a Temuan.
    """

    berkas: str | None = field(default=None, metadata=optional(TEXT))
    """Name of the file."""
    dokumen: tuple[Dokumen, ...] = field(default=(), metadata=many(Dokumen))
    """The documents, in the order of the file; tables are never merged."""
    temuan: tuple[Temuan, ...] = field(default=(), metadata=many(Temuan))
    """What is broken, missing or ambiguous in the file, in its order."""
    formulasi: tuple[FormulasiTerbaca, ...] = field(default=(), metadata=many(FormulasiTerbaca))
    """Every formulasi with its Pembacaan, in the order of the documents."""
    sel: tuple[SelTerbaca, ...] = field(default=(), metadata=many(SelTerbaca))
    """The cells that the documents were made from, in the order of the documents."""

    def _repr_html_(self) -> str:
        return render_html(self)
