"""Bacaan: what was read from a file, and what was odd about it."""

from __future__ import annotations

from attrs import field

from iku._attrs import frozen, render_html
from iku._checks import TEXT, many, optional
from iku.domain import Dokumen, Temuan


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

    def _repr_html_(self) -> str:
        return render_html(self)
