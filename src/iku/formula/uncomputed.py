"""Formulas that nobody can compute here: reported, prose, or of an unknown kind."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import TEXT, normalise_text, one, optional
from iku.domain.tambahan import Tambahan
from iku.errors import FormulaError, quote
from iku.formula.evaluation.alasan import KodeAlasan
from iku.formula.plugins import is_vendor_tag
from iku.tree import Unlowered


@frozen(kw_only=True)
class Langsung:
    """
    Langsung (direct): the value is reported by its source, there is nothing to compute.

    >>> Langsung(sumber="BPS").lower().message
    'nilai dilaporkan langsung oleh BPS'
    """

    tipe: ClassVar[str] = "langsung"
    """The tag on the wire."""

    sumber: str | None = field(default=None, metadata=optional(TEXT))
    """Sumber (source): who reports the value, where the document says so."""

    @property
    def variables(self) -> tuple[str, ...]:
        """None: the value comes from outside."""
        return ()

    def lower(self) -> Unlowered:
        """Say that the value is reported."""
        by = f" oleh {self.sumber}" if self.sumber else ""
        return Unlowered(
            kode=KodeAlasan.LANGSUNG,
            message=f"nilai dilaporkan langsung{by}",
            detail=self.sumber,
        )


@frozen(kw_only=True)
class Narasi:
    """
    Narasi (prose): a way of measuring that is only described.

    >>> Narasi(teks="Berdasarkan hasil survei").lower().kode
    'narasi'
    """

    tipe: ClassVar[str] = "narasi"
    """The tag on the wire."""

    teks: str = field(metadata=TEXT)
    """The description, in the words of the document."""

    @property
    def variables(self) -> tuple[str, ...]:
        """None that a program could name."""
        return ()

    def lower(self) -> Unlowered:
        """Say that the formula is prose."""
        return Unlowered(
            kode=KodeAlasan.NARASI,
            message=f"rumus berupa uraian: {self.teks}",
            detail=self.teks,
        )


def check_vendor_tag(value: object) -> str:
    """
    Take the tag of a third party, `vendor:slug/1`.

    Raises:
        DomainError: `wrong-type` and what text is refused for.
        FormulaError: `bad-tag`.
    """
    tag = normalise_text(value)
    if not is_vendor_tag(tag):
        raise FormulaError(
            "bad-tag",
            found=quote(tag),
            expected="a tag like vendor:slug/1",
            repair="use the class of the plain tag; the registry lists them",
        )
    return tag


@frozen(kw_only=True)
class FormulaTakDikenal:
    """
    Formula tak dikenal (unknown formula): of a third party whose plug-in cannot be used here.

    Mostly it is not installed; if it is, `sebab` says what is wrong with it. The formula
    compares and is written back unchanged; only computing it fails.

    >>> FormulaTakDikenal(tag="kota-x:indeks/1").lower().message
    'rumus kota-x:indeks/1 tidak dikenal di sini'
    """

    tipe: ClassVar[str] = "tak_dikenal"
    """What it is here; on the wire stands `tag`."""

    tag: str = field(metadata=checked(check_vendor_tag))
    """The tag on the wire, `vendor:slug/1`."""
    isi: Tambahan = field(default=Tambahan(), metadata=one(Tambahan))
    """Isi (content): the other keys of the object on the wire, untouched."""
    sebab: str | None = field(default=None, eq=False, metadata=optional(TEXT))
    """
    Sebab (cause): the error of the plug-in, where it is installed and broken.

    It belongs to this installation and not to the document: it is not written, and two
    formulas that differ in it alone are equal.
    """

    @property
    def variables(self) -> tuple[str, ...]:
        """None that can be known."""
        return ()

    def lower(self) -> Unlowered:
        """Say that the kind of formula is unknown here, or that its plug-in is broken."""
        if self.sebab is not None:
            return Unlowered(
                kode=KodeAlasan.PLUGIN_GAGAL,
                message=f"plug-in {quote(self.tag)} tidak dapat digunakan di sini",
                detail=quote(self.tag),
            )
        return Unlowered(
            kode=KodeAlasan.TAK_DIKENAL,
            message=f"rumus {self.tag} tidak dikenal di sini",
            detail=self.tag,
        )
