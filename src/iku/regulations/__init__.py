"""
What the law fixes: one module for each norm, constants with their source and validity.

Nothing here is applied by itself. A rule is a value that somebody names, and
each says how far its source was read (`StatusRujukan`): what is known only
from texts that quote a regulation is `sekunder`, and what was read nowhere is
`belum_terverifikasi` and has to be asked for. Where offices use variants, each
variant has a name of its own. `SKALA` and `KETENTUAN` list what there is.
"""

from __future__ import annotations

from iku.regulations.bps_ipm import ACUAN_IPM, SKALA_IPM
from iku.regulations.daftar import KETENTUAN, SKALA, find
from iku.regulations.indeks_rb import SKALA_INDEKS_RB
from iku.regulations.kepmenpan_25_2004 import SKALA_SKM_2004, SKALA_SKM_2004_NI
from iku.regulations.ketentuan import Ketentuan, make_ketentuan
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
from iku.regulations.tenggat import (
    TENGGAT,
    TENGGAT_LKJ_KL,
    TENGGAT_LKJ_PEMDA,
    TENGGAT_LPPD,
    TENGGAT_PK,
    TENGGAT_RPJMD,
    AcuanTenggat,
    AturanTenggat,
    Kalender,
    PenggantiTenggat,
    Tenggat,
    calendar,
)

__all__ = [
    "ACUAN_IPM",
    "CAPAIAN_IKI",
    "CAPAIAN_MALUKU_TENGAH",
    "IKM",
    "IKM_TERCETAK",
    "KETENTUAN",
    "NILAI_AKIP",
    "NILAI_IKI",
    "NILAI_IKI_DIBULATKAN",
    "NILAI_IKI_TARGET_MAKSIMAL",
    "NILAI_WAKTU_BIAYA",
    "SKALA",
    "SKALA_AKIP",
    "SKALA_IKI",
    "SKALA_INDEKS_RB",
    "SKALA_IPM",
    "SKALA_KOPERASI_2016",
    "SKALA_KOPERASI_2021",
    "SKALA_KOPERASI_2021_URAIAN",
    "SKALA_MALUKU_TENGAH",
    "SKALA_OPINI_BPK",
    "SKALA_PERMENDAGRI",
    "SKALA_PERMENDAGRI_BAIK",
    "SKALA_SKM",
    "SKALA_SKM_2004",
    "SKALA_SKM_2004_NI",
    "SKALA_SKM_NI",
    "SKALA_SKM_NI_4",
    "TENGGAT",
    "TENGGAT_LKJ_KL",
    "TENGGAT_LKJ_PEMDA",
    "TENGGAT_LPPD",
    "TENGGAT_PK",
    "TENGGAT_RPJMD",
    "AcuanTenggat",
    "AturanTenggat",
    "Kalender",
    "Ketentuan",
    "PenggantiTenggat",
    "Tenggat",
    "calendar",
    "find",
    "make_ketentuan",
]
