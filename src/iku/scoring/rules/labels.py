"""Labels as rules compare them: found on a scale whatever their case and spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iku.formula.evaluation.alasan import KodeAlasan, blame

if TYPE_CHECKING:
    from iku.domain.nilai import Kategori
    from iku.domain.skala import Predikat, Skala
    from iku.formula.evaluation.alasan import Alasan


def fold_label(label: str) -> str:
    """
    Bring a label to the form in which labels are compared.

    >>> fold_label("Sangat  Baik") == fold_label("SANGAT BAIK ")
    True
    """
    return " ".join(label.split()).casefold()


def find_predikat(kode: str, kategori: Kategori, skala: Skala) -> Predikat | Alasan:
    """Find the class of a label, or say which label the scale does not have."""
    if kategori.skala is not None and kategori.skala != skala.kode:
        return blame(KodeAlasan.SKALA_LAIN, kode, keterangan=kategori.skala)
    predikat = skala.find(kategori.label) or skala.find(" ".join(kategori.label.split()))
    return predikat or blame(KodeAlasan.LABEL_TAK_DIKENAL, kode, keterangan=kategori.label)
