"""
Indikator Kinerja Utama as typed, immutable values.

This is the front door: every public name, each loaded when it is first used,
so that `import iku` costs nearly nothing. A name is written three times, once
for readers of `__all__`, once for type checkers and once for Python; a test
keeps the three equal.
"""

from __future__ import annotations

# Not imported from typing: that module alone would cost more than this one.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from iku import angka as angka
    from iku import codec as codec
    from iku import domain as domain
    from iku import errors as errors
    from iku import formula as formula
    from iku import frames as frames
    from iku import glossary as glossary
    from iku import reading as reading
    from iku import regulations as regulations
    from iku import rendering as rendering
    from iku import scoring as scoring
    from iku import testing as testing
    from iku import tree as tree
    from iku import typing as typing
    from iku.angka import Angka as Angka
    from iku.angka import format_angka as format_angka
    from iku.angka import parse_angka as parse_angka
    from iku.codec import Limits as Limits
    from iku.codec import dump as dump
    from iku.codec import dumps as dumps
    from iku.codec import json_schema as json_schema
    from iku.codec import load as load
    from iku.codec import loads as loads
    from iku.domain import Ambang as Ambang
    from iku.domain import Asal as Asal
    from iku.domain import BilanganJson as BilanganJson
    from iku.domain import DasarHukum as DasarHukum
    from iku.domain import Data as Data
    from iku.domain import Dokumen as Dokumen
    from iku.domain import Indikator as Indikator
    from iku.domain import JenisCascading as JenisCascading
    from iku.domain import JenisDokumen as JenisDokumen
    from iku.domain import JenisPeraturan as JenisPeraturan
    from iku.domain import JenisPeriode as JenisPeriode
    from iku.domain import JenisSatuan as JenisSatuan
    from iku.domain import Kategori as Kategori
    from iku.domain import Kondisi as Kondisi
    from iku.domain import Konsolidasi as Konsolidasi
    from iku.domain import Kosong as Kosong
    from iku.domain import Misi as Misi
    from iku.domain import Nilai as Nilai
    from iku.domain import Pagu as Pagu
    from iku.domain import Pembanding as Pembanding
    from iku.domain import Pemda as Pemda
    from iku.domain import Penandatangan as Penandatangan
    from iku.domain import Penjelasan as Penjelasan
    from iku.domain import PerangkatDaerah as PerangkatDaerah
    from iku.domain import Periode as Periode
    from iku.domain import Polaritas as Polaritas
    from iku.domain import Predikat as Predikat
    from iku.domain import Realisasi as Realisasi
    from iku.domain import Rentang as Rentang
    from iku.domain import Rujukan as Rujukan
    from iku.domain import Sasaran as Sasaran
    from iku.domain import Satuan as Satuan
    from iku.domain import SebabKosong as SebabKosong
    from iku.domain import Skala as Skala
    from iku.domain import StatusRujukan as StatusRujukan
    from iku.domain import SumberData as SumberData
    from iku.domain import Tambahan as Tambahan
    from iku.domain import Target as Target
    from iku.domain import Tautan as Tautan
    from iku.domain import Temuan as Temuan
    from iku.domain import Tepi as Tepi
    from iku.domain import TingkatTemuan as TingkatTemuan
    from iku.domain import Tujuan as Tujuan
    from iku.domain import Variabel as Variabel
    from iku.domain import Versi as Versi
    from iku.domain import Visi as Visi
    from iku.domain import find_dasar_hukum as find_dasar_hukum
    from iku.domain import find_satuan as find_satuan
    from iku.domain import parse_dasar_hukum as parse_dasar_hukum
    from iku.domain import parse_nilai as parse_nilai
    from iku.domain import parse_periode as parse_periode
    from iku.errors import IkuError as IkuError
    from iku.errors import LoadError as LoadError
    from iku.formula import IPM as IPM
    from iku.formula import AcuanIPM as AcuanIPM
    from iku.formula import Alasan as Alasan
    from iku.formula import BasisPertumbuhan as BasisPertumbuhan
    from iku.formula import Ekspresi as Ekspresi
    from iku.formula import FormulaTakDikenal as FormulaTakDikenal
    from iku.formula import Hasil as Hasil
    from iku.formula import IndeksKepuasanMasyarakat as IndeksKepuasanMasyarakat
    from iku.formula import IndeksKomposit as IndeksKomposit
    from iku.formula import Jumlah as Jumlah
    from iku.formula import KodeAlasan as KodeAlasan
    from iku.formula import KomponenIndeks as KomponenIndeks
    from iku.formula import KomponenTertimbang as KomponenTertimbang
    from iku.formula import KumpulanHasil as KumpulanHasil
    from iku.formula import Laju as Laju
    from iku.formula import Langsung as Langsung
    from iku.formula import MetodeIndeks as MetodeIndeks
    from iku.formula import Narasi as Narasi
    from iku.formula import NilaiAKIP as NilaiAKIP
    from iku.formula import Persentase as Persentase
    from iku.formula import PersentasePenurunan as PersentasePenurunan
    from iku.formula import Pertumbuhan as Pertumbuhan
    from iku.formula import Rasio as Rasio
    from iku.formula import RataRata as RataRata
    from iku.formula import RataTertimbang as RataTertimbang
    from iku.formula import Registry as Registry
    from iku.formula import Selisih as Selisih
    from iku.formula import Seri as Seri
    from iku.formula import check_satuan as check_satuan
    from iku.formula import compile as compile
    from iku.formula import evaluate as evaluate
    from iku.formula import evaluate_dokumen as evaluate_dokumen
    from iku.formula import evaluate_formulas as evaluate_formulas
    from iku.formula import parse_formula as parse_formula
    from iku.formula import registry as registry
    from iku.formula import render_formula as render_formula
    from iku.reading import Bacaan as Bacaan
    from iku.reading import read as read
    from iku.rendering import render as render
    from iku.scoring import Agregat as Agregat
    from iku.scoring import AgregatCascading as AgregatCascading
    from iku.scoring import AgregatDokumen as AgregatDokumen
    from iku.scoring import AmbangTarget as AmbangTarget
    from iku.scoring import AsalAturan as AsalAturan
    from iku.scoring import AturanMenurutPolaritas as AturanMenurutPolaritas
    from iku.scoring import AturanMenurutTarget as AturanMenurutTarget
    from iku.scoring import AturanTakDikenal as AturanTakDikenal
    from iku.scoring import Butir as Butir
    from iku.scoring import Capaian as Capaian
    from iku.scoring import CapaianIndikator as CapaianIndikator
    from iku.scoring import CaraAgregasi as CaraAgregasi
    from iku.scoring import CaraRealisasi as CaraRealisasi
    from iku.scoring import Cascading as Cascading
    from iku.scoring import DasarAgregasi as DasarAgregasi
    from iku.scoring import DuaTargetMinusRealisasi as DuaTargetMinusRealisasi
    from iku.scoring import EkspresiCapaian as EkspresiCapaian
    from iku.scoring import GapPolicy as GapPolicy
    from iku.scoring import HasilKonsolidasi as HasilKonsolidasi
    from iku.scoring import Jarak as Jarak
    from iku.scoring import KedekatanTarget as KedekatanTarget
    from iku.scoring import Kemajuan as Kemajuan
    from iku.scoring import Ketetapan as Ketetapan
    from iku.scoring import Kontribusi as Kontribusi
    from iku.scoring import KumpulanCapaian as KumpulanCapaian
    from iku.scoring import NilaiBerjenjang as NilaiBerjenjang
    from iku.scoring import NilaiPeriode as NilaiPeriode
    from iku.scoring import Penilaian as Penilaian
    from iku.scoring import Perbedaan as Perbedaan
    from iku.scoring import Perubahan as Perubahan
    from iku.scoring import RealisasiPerTarget as RealisasiPerTarget
    from iku.scoring import RentangTarget as RentangTarget
    from iku.scoring import Ruas as Ruas
    from iku.scoring import SaatBatas as SaatBatas
    from iku.scoring import SebabPutus as SebabPutus
    from iku.scoring import SelisihBertanda as SelisihBertanda
    from iku.scoring import SkorPredikat as SkorPredikat
    from iku.scoring import TargetNol as TargetNol
    from iku.scoring import TargetPerRealisasi as TargetPerRealisasi
    from iku.scoring import TautanPutus as TautanPutus
    from iku.scoring import TercapaiAtauTidak as TercapaiAtauTidak
    from iku.scoring import TitikCascading as TitikCascading
    from iku.scoring import Tonggak as Tonggak
    from iku.scoring import Tren as Tren
    from iku.scoring import aggregate as aggregate
    from iku.scoring import aggregate_cascading as aggregate_cascading
    from iku.scoring import aggregate_dokumen as aggregate_dokumen
    from iku.scoring import build_cascading as build_cascading
    from iku.scoring import compute_capaian as compute_capaian
    from iku.scoring import compute_capaian_dokumen as compute_capaian_dokumen
    from iku.scoring import compute_capaian_indikator as compute_capaian_indikator
    from iku.scoring import compute_jarak as compute_jarak
    from iku.scoring import compute_kemajuan as compute_kemajuan
    from iku.scoring import compute_konsolidasi as compute_konsolidasi
    from iku.scoring import compute_perubahan as compute_perubahan
    from iku.scoring import compute_perubahan_indikator as compute_perubahan_indikator
    from iku.scoring import compute_tren as compute_tren
    from iku.scoring import convert_to_bagian as convert_to_bagian
    from iku.scoring import convert_to_kumulatif as convert_to_kumulatif
    from iku.scoring import grade as grade

    __version__: str

__all__ = [
    "IPM",
    "AcuanIPM",
    "Agregat",
    "AgregatCascading",
    "AgregatDokumen",
    "Alasan",
    "Ambang",
    "AmbangTarget",
    "Angka",
    "Asal",
    "AsalAturan",
    "AturanMenurutPolaritas",
    "AturanMenurutTarget",
    "AturanTakDikenal",
    "Bacaan",
    "BasisPertumbuhan",
    "BilanganJson",
    "Butir",
    "Capaian",
    "CapaianIndikator",
    "CaraAgregasi",
    "CaraRealisasi",
    "Cascading",
    "DasarAgregasi",
    "DasarHukum",
    "Data",
    "Dokumen",
    "DuaTargetMinusRealisasi",
    "Ekspresi",
    "EkspresiCapaian",
    "FormulaTakDikenal",
    "GapPolicy",
    "Hasil",
    "HasilKonsolidasi",
    "IkuError",
    "IndeksKepuasanMasyarakat",
    "IndeksKomposit",
    "Indikator",
    "Jarak",
    "JenisCascading",
    "JenisDokumen",
    "JenisPeraturan",
    "JenisPeriode",
    "JenisSatuan",
    "Jumlah",
    "Kategori",
    "KedekatanTarget",
    "Kemajuan",
    "Ketetapan",
    "KodeAlasan",
    "KomponenIndeks",
    "KomponenTertimbang",
    "Kondisi",
    "Konsolidasi",
    "Kontribusi",
    "Kosong",
    "KumpulanCapaian",
    "KumpulanHasil",
    "Laju",
    "Langsung",
    "Limits",
    "LoadError",
    "MetodeIndeks",
    "Misi",
    "Narasi",
    "Nilai",
    "NilaiAKIP",
    "NilaiBerjenjang",
    "NilaiPeriode",
    "Pagu",
    "Pembanding",
    "Pemda",
    "Penandatangan",
    "Penilaian",
    "Penjelasan",
    "PerangkatDaerah",
    "Perbedaan",
    "Periode",
    "Persentase",
    "PersentasePenurunan",
    "Pertumbuhan",
    "Perubahan",
    "Polaritas",
    "Predikat",
    "Rasio",
    "RataRata",
    "RataTertimbang",
    "Realisasi",
    "RealisasiPerTarget",
    "Registry",
    "Rentang",
    "RentangTarget",
    "Ruas",
    "Rujukan",
    "SaatBatas",
    "Sasaran",
    "Satuan",
    "SebabKosong",
    "SebabPutus",
    "Selisih",
    "SelisihBertanda",
    "Seri",
    "Skala",
    "SkorPredikat",
    "StatusRujukan",
    "SumberData",
    "Tambahan",
    "Target",
    "TargetNol",
    "TargetPerRealisasi",
    "Tautan",
    "TautanPutus",
    "Temuan",
    "Tepi",
    "TercapaiAtauTidak",
    "TingkatTemuan",
    "TitikCascading",
    "Tonggak",
    "Tren",
    "Tujuan",
    "Variabel",
    "Versi",
    "Visi",
    "__version__",
    "aggregate",
    "aggregate_cascading",
    "aggregate_dokumen",
    "build_cascading",
    "check_satuan",
    "compile",
    "compute_capaian",
    "compute_capaian_dokumen",
    "compute_capaian_indikator",
    "compute_jarak",
    "compute_kemajuan",
    "compute_konsolidasi",
    "compute_perubahan",
    "compute_perubahan_indikator",
    "compute_tren",
    "convert_to_bagian",
    "convert_to_kumulatif",
    "dump",
    "dumps",
    "evaluate",
    "evaluate_dokumen",
    "evaluate_formulas",
    "find_dasar_hukum",
    "find_satuan",
    "format_angka",
    "grade",
    "json_schema",
    "load",
    "loads",
    "parse_angka",
    "parse_dasar_hukum",
    "parse_formula",
    "parse_nilai",
    "parse_periode",
    "read",
    "registry",
    "render",
    "render_formula",
]

_HOMES = {
    "IPM": "iku.formula",
    "AcuanIPM": "iku.formula",
    "Agregat": "iku.scoring",
    "AgregatCascading": "iku.scoring",
    "AgregatDokumen": "iku.scoring",
    "Alasan": "iku.formula",
    "Ambang": "iku.domain",
    "AmbangTarget": "iku.scoring",
    "Angka": "iku.angka",
    "Asal": "iku.domain",
    "AsalAturan": "iku.scoring",
    "AturanMenurutPolaritas": "iku.scoring",
    "AturanMenurutTarget": "iku.scoring",
    "AturanTakDikenal": "iku.scoring",
    "Bacaan": "iku.reading",
    "BasisPertumbuhan": "iku.formula",
    "BilanganJson": "iku.domain",
    "Butir": "iku.scoring",
    "Capaian": "iku.scoring",
    "CapaianIndikator": "iku.scoring",
    "CaraAgregasi": "iku.scoring",
    "CaraRealisasi": "iku.scoring",
    "Cascading": "iku.scoring",
    "DasarAgregasi": "iku.scoring",
    "DasarHukum": "iku.domain",
    "Data": "iku.domain",
    "Dokumen": "iku.domain",
    "DuaTargetMinusRealisasi": "iku.scoring",
    "Ekspresi": "iku.formula",
    "EkspresiCapaian": "iku.scoring",
    "FormulaTakDikenal": "iku.formula",
    "GapPolicy": "iku.scoring",
    "Hasil": "iku.formula",
    "HasilKonsolidasi": "iku.scoring",
    "IkuError": "iku.errors",
    "IndeksKepuasanMasyarakat": "iku.formula",
    "IndeksKomposit": "iku.formula",
    "Indikator": "iku.domain",
    "Jarak": "iku.scoring",
    "JenisCascading": "iku.domain",
    "JenisDokumen": "iku.domain",
    "JenisPeraturan": "iku.domain",
    "JenisPeriode": "iku.domain",
    "JenisSatuan": "iku.domain",
    "Jumlah": "iku.formula",
    "Kategori": "iku.domain",
    "KedekatanTarget": "iku.scoring",
    "Kemajuan": "iku.scoring",
    "Ketetapan": "iku.scoring",
    "KodeAlasan": "iku.formula",
    "KomponenIndeks": "iku.formula",
    "KomponenTertimbang": "iku.formula",
    "Kondisi": "iku.domain",
    "Konsolidasi": "iku.domain",
    "Kontribusi": "iku.scoring",
    "Kosong": "iku.domain",
    "KumpulanCapaian": "iku.scoring",
    "KumpulanHasil": "iku.formula",
    "Laju": "iku.formula",
    "Langsung": "iku.formula",
    "Limits": "iku.codec",
    "LoadError": "iku.errors",
    "MetodeIndeks": "iku.formula",
    "Misi": "iku.domain",
    "Narasi": "iku.formula",
    "Nilai": "iku.domain",
    "NilaiAKIP": "iku.formula",
    "NilaiBerjenjang": "iku.scoring",
    "NilaiPeriode": "iku.scoring",
    "Pagu": "iku.domain",
    "Pembanding": "iku.domain",
    "Pemda": "iku.domain",
    "Penandatangan": "iku.domain",
    "Penilaian": "iku.scoring",
    "Penjelasan": "iku.domain",
    "PerangkatDaerah": "iku.domain",
    "Perbedaan": "iku.scoring",
    "Periode": "iku.domain",
    "Persentase": "iku.formula",
    "PersentasePenurunan": "iku.formula",
    "Pertumbuhan": "iku.formula",
    "Perubahan": "iku.scoring",
    "Polaritas": "iku.domain",
    "Predikat": "iku.domain",
    "Rasio": "iku.formula",
    "RataRata": "iku.formula",
    "RataTertimbang": "iku.formula",
    "Realisasi": "iku.domain",
    "RealisasiPerTarget": "iku.scoring",
    "Registry": "iku.formula",
    "Rentang": "iku.domain",
    "RentangTarget": "iku.scoring",
    "Ruas": "iku.scoring",
    "Rujukan": "iku.domain",
    "SaatBatas": "iku.scoring",
    "Sasaran": "iku.domain",
    "Satuan": "iku.domain",
    "SebabKosong": "iku.domain",
    "SebabPutus": "iku.scoring",
    "Selisih": "iku.formula",
    "SelisihBertanda": "iku.scoring",
    "Seri": "iku.formula",
    "Skala": "iku.domain",
    "SkorPredikat": "iku.scoring",
    "StatusRujukan": "iku.domain",
    "SumberData": "iku.domain",
    "Tambahan": "iku.domain",
    "Target": "iku.domain",
    "TargetNol": "iku.scoring",
    "TargetPerRealisasi": "iku.scoring",
    "Tautan": "iku.domain",
    "TautanPutus": "iku.scoring",
    "Temuan": "iku.domain",
    "Tepi": "iku.domain",
    "TercapaiAtauTidak": "iku.scoring",
    "TingkatTemuan": "iku.domain",
    "TitikCascading": "iku.scoring",
    "Tonggak": "iku.scoring",
    "Tren": "iku.scoring",
    "Tujuan": "iku.domain",
    "Variabel": "iku.domain",
    "Versi": "iku.domain",
    "Visi": "iku.domain",
    "aggregate": "iku.scoring",
    "aggregate_cascading": "iku.scoring",
    "aggregate_dokumen": "iku.scoring",
    "build_cascading": "iku.scoring",
    "check_satuan": "iku.formula",
    "compile": "iku.formula",
    "compute_capaian": "iku.scoring",
    "compute_capaian_dokumen": "iku.scoring",
    "compute_capaian_indikator": "iku.scoring",
    "compute_jarak": "iku.scoring",
    "compute_kemajuan": "iku.scoring",
    "compute_konsolidasi": "iku.scoring",
    "compute_perubahan": "iku.scoring",
    "compute_perubahan_indikator": "iku.scoring",
    "compute_tren": "iku.scoring",
    "convert_to_bagian": "iku.scoring",
    "convert_to_kumulatif": "iku.scoring",
    "dump": "iku.codec",
    "dumps": "iku.codec",
    "evaluate": "iku.formula",
    "evaluate_dokumen": "iku.formula",
    "evaluate_formulas": "iku.formula",
    "find_dasar_hukum": "iku.domain",
    "find_satuan": "iku.domain",
    "format_angka": "iku.angka",
    "grade": "iku.scoring",
    "json_schema": "iku.codec",
    "load": "iku.codec",
    "loads": "iku.codec",
    "parse_angka": "iku.angka",
    "parse_dasar_hukum": "iku.domain",
    "parse_formula": "iku.formula",
    "parse_nilai": "iku.domain",
    "parse_periode": "iku.domain",
    "read": "iku.reading",
    "registry": "iku.formula",
    "render": "iku.rendering",
    "render_formula": "iku.formula",
}

_MODULES = frozenset(
    {
        "angka",
        "codec",
        "domain",
        "errors",
        "formula",
        "frames",
        "glossary",
        "reading",
        "regulations",
        "rendering",
        "scoring",
        "testing",
        "tree",
        "typing",
    }
)


def _load(name: str) -> object:
    from importlib import import_module  # noqa: PLC0415 - paid by the first use, not by the import

    if name in _HOMES:
        value: object = getattr(import_module(_HOMES[name]), name)
    elif name in _MODULES:
        return import_module(f"iku.{name}")
    elif name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow, and seldom asked for

        value = version("iku")
    else:
        message = f"module 'iku' has no attribute {name!r}"
        raise AttributeError(message, name=name)
    globals()[name] = value
    return value


if not TYPE_CHECKING:
    # A checker that saw it would let every misspelt name pass.
    __getattr__ = _load


def __dir__() -> list[str]:
    return sorted({*__all__, *_MODULES})
