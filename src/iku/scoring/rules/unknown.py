"""AturanTakDikenal: a rule of a third party that cannot be used here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import TEXT, one, optional
from iku.domain.tambahan import Tambahan
from iku.errors import quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan
from iku.formula.uncomputed import check_vendor_tag
from iku.scoring.rules.kinds import Choosing
from iku.tree import Unlowered

if TYPE_CHECKING:
    from iku.scoring.rules.kinds import Keadaan


@frozen(kw_only=True)
class AturanTakDikenal(Choosing):
    """
    Aturan tak dikenal (unknown rule): of a third party whose plug-in cannot be used here.

    Mostly it is not installed; if it is, `sebab` says what is wrong with it. The rule
    compares and is written back unchanged. Nothing stands in its place: every capaian
    under it has no value, and says so.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(4, 3, rule=AturanTakDikenal(tag="kota-x:kuadrat/1")).trace
    'aturan capaian kota-x:kuadrat/1 tidak dikenal di sini'

    Raises:
        FormulaError: `bad-tag` when the tag has not the shape of a third party's.
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
    rules that differ in it alone are equal.
    """

    def choose(self, keadaan: Keadaan) -> Alasan:  # noqa: ARG002 - whatever the values are
        """Say why there is no rule to go on with."""
        unlowered = self.lower()
        return Alasan(kode=unlowered.kode, pesan=unlowered.message, keterangan=unlowered.detail)

    def lower(self) -> Unlowered:
        """Say that the rule is unknown here, or that its plug-in is broken."""
        if self.sebab is not None:
            return Unlowered(
                kode=KodeAlasan.PLUGIN_GAGAL,
                message=f"plug-in {quote(self.tag)} tidak dapat digunakan di sini",
                detail=quote(self.tag),
            )
        return Unlowered(
            kode=KodeAlasan.TAK_DIKENAL,
            message=f"aturan capaian {self.tag} tidak dikenal di sini",
            detail=self.tag,
        )
