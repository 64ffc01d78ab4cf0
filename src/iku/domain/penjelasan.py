"""Penjelasan: why an indicator was chosen, how it is measured and by whom."""

from __future__ import annotations

from attrs import field

from iku._attrs import checked, frozen
from iku._checks import KODE, TEXT, TEXTS, many, one, optional, wrong_type
from iku.domain.asal import Asal
from iku.domain.rujukan import DasarHukum, SumberData
from iku.domain.satuan import Satuan
from iku.domain.tambahan import TAMBAHAN, Tambahan
from iku.typing import Formula


def _check_formula(value: object) -> Formula:
    # Looked up on the class and by name: isinstance against a Protocol with
    # data members costs more than the rest of the constructor.
    kind = type(value)
    if not (hasattr(kind, "tipe") and hasattr(kind, "lower") and hasattr(kind, "variables")):
        raise wrong_type(value, "a formula, like Persentase(...)")
    return value  # type: ignore[return-value]  # checked by name just above


FORMULA = optional(checked(_check_formula))
"""Field metadata: a formula or None."""


@frozen(kw_only=True)
class Penjelasan:
    """
    Penjelasan (explanation): the columns under that heading in an IKU table.

    It keeps the document's own sentence (`formulasi`) beside the executable
    object (`formula`). An indicator may have several, each computed apart.
    """

    kode: str | None = field(default=None, metadata=optional(KODE))
    """Name within the document; needed where an indicator has several."""
    nama: str | None = field(default=None, metadata=optional(TEXT))
    """What this part is about, where the document says ("Koperasi")."""
    satuan: Satuan | None = field(default=None, metadata=optional(one(Satuan)))
    """Unit of measure of this part."""
    alasan: str | None = field(default=None, metadata=optional(TEXT))
    """Alasan pemilihan (why the indicator was chosen), word for word."""
    dasar_hukum: tuple[DasarHukum, ...] = field(default=(), metadata=many(DasarHukum))
    """Regulations that the reason names."""
    formulasi: str | None = field(default=None, metadata=optional(TEXT))
    """Formulasi/cara pengukuran: the sentence of the document, word for word."""
    formula: Formula | None = field(default=None, metadata=FORMULA)
    """The executable object; None until someone gives one."""
    penanggung_jawab: tuple[str, ...] = field(default=(), metadata=TEXTS)
    """Responsible units."""
    sumber_data: tuple[SumberData, ...] = field(default=(), metadata=many(SumberData))
    """Data sources."""
    asal: Asal | None = field(default=None, metadata=optional(one(Asal)))
    """Where it was read."""
    tambahan: Tambahan = field(default=Tambahan(), metadata=TAMBAHAN)
    """Extensions of other systems."""
