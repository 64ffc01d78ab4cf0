"""Daftar: everything that is laid down here, by kode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.errors import NotFoundError
from iku.regulations.bps_ipm import ACUAN_IPM, SKALA_IPM
from iku.regulations.indeks_rb import SKALA_INDEKS_RB
from iku.regulations.kepmenpan_25_2004 import SKALA_SKM_2004, SKALA_SKM_2004_NI
from iku.regulations.koperasi import (
    SKALA_KOPERASI_2016,
    SKALA_KOPERASI_2021,
    SKALA_KOPERASI_2021_URAIAN,
)
from iku.regulations.lokal import CAPAIAN_MALUKU_TENGAH, SKALA_MALUKU_TENGAH
from iku.regulations.opini_bpk import SKALA_OPINI_BPK
from iku.regulations.perka_bkn_1_2013 import NILAI_WAKTU_BIAYA
from iku.regulations.permendagri_86_2017 import SKALA_PERMENDAGRI, SKALA_PERMENDAGRI_BAIK
from iku.regulations.permenpanrb_8_2021 import (
    CAPAIAN_IKI,
    NILAI_IKI,
    NILAI_IKI_DIBULATKAN,
    NILAI_IKI_TARGET_MAKSIMAL,
    SKALA_IKI,
)
from iku.regulations.permenpanrb_14_2017 import (
    IKM,
    IKM_TERCETAK,
    SKALA_SKM,
    SKALA_SKM_NI,
    SKALA_SKM_NI_4,
)
from iku.regulations.permenpanrb_88_2021 import NILAI_AKIP, SKALA_AKIP
from iku.regulations.tenggat import TENGGAT

if TYPE_CHECKING:
    from iku.domain.skala import Skala
    from iku.regulations.ketentuan import Ketentuan

SKALA: Final[tuple[Ketentuan[Skala], ...]] = (
    SKALA_PERMENDAGRI,
    SKALA_PERMENDAGRI_BAIK,
    SKALA_AKIP,
    SKALA_INDEKS_RB,
    SKALA_SKM,
    SKALA_SKM_NI,
    SKALA_SKM_NI_4,
    SKALA_SKM_2004,
    SKALA_SKM_2004_NI,
    SKALA_KOPERASI_2016,
    SKALA_KOPERASI_2021,
    SKALA_KOPERASI_2021_URAIAN,
    SKALA_IKI,
    SKALA_IPM,
    SKALA_OPINI_BPK,
    SKALA_MALUKU_TENGAH,
)
"""The scales."""

KETENTUAN: Final[tuple[Ketentuan[object], ...]] = (
    IKM,
    IKM_TERCETAK,
    NILAI_AKIP,
    ACUAN_IPM,
    CAPAIAN_IKI,
    NILAI_IKI,
    NILAI_IKI_DIBULATKAN,
    NILAI_IKI_TARGET_MAKSIMAL,
    NILAI_WAKTU_BIAYA,
    CAPAIAN_MALUKU_TENGAH,
    *SKALA,
    *TENGGAT,
)
"""All provisions."""


def find(kode: str) -> Ketentuan[object]:
    """
    Give the provision with this kode.

    >>> find("akip-88-2021-huruf").nama
    'Predikat Nilai AKIP'

    Raises:
        NotFoundError: `not-found`.
    """
    for ketentuan in KETENTUAN:
        if ketentuan.kode == kode:
            return ketentuan
    raise NotFoundError("provision", kode, [each.kode for each in KETENTUAN])
