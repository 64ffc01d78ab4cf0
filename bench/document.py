"""
A large document as JSON text: made from a seed, the same bytes everywhere.

The text is put together from plain dicts, not from the classes of the model,
so nothing that is measured has taken part in making it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import TypeAlias, TypeVar

Object: TypeAlias = dict[str, object]
T = TypeVar("T")

YEARS = range(2019, 2025)
TUJUAN_PER_DOKUMEN = 20
SASARAN_PER_TUJUAN = 10

_SUBJECTS = (
    *("koperasi", "usaha mikro", "usaha kecil dan menengah", "pelaku usaha", "pengelola koperasi"),
    *("rumah tangga", "tenaga kerja", "sekolah dasar", "puskesmas", "ruas jalan kota", "aparatur"),
)
_QUALITIES = (
    *("berkualitas", "yang aktif", "yang memperoleh pembinaan", "dengan predikat sehat"),
    *("yang menerapkan standar pelayanan", "yang terhubung dengan pasar digital", "layak huni"),
)
_MEASURES = ("Persentase", "Jumlah", "Rasio", "Indeks", "Tingkat", "Cakupan", "Nilai")
_UNITS = ("Persen", "%", "Orang", "Unit", "Indeks", "Predikat", "Rp", "Dokumen", "Hari", "Koperasi")
_REASONS = (
    "Indikator ini menggambarkan keberhasilan dalam memberdayakan {subject} {quality}.",
    "Berdasarkan arah kebijakan daerah, peningkatan {subject} {quality} merupakan prioritas.",
    "Capaian {subject} {quality} belum merata – terutama di wilayah perbatasan.",
    "Data {subject} tersedia secara berkala dan memenuhi kriteria terukur serta relevan.",
)
_SENTENCES = (
    "Jumlah {subject} {quality} dibagi jumlah seluruh {subject} dikali 100%",
    "(Jumlah {subject} {quality} / Jumlah {subject}) × 100%",
    "Σ {subject} {quality} pada tahun berjalan\nΣ {subject} yang terdaftar",
    "Hasil survei terhadap {subject} {quality} menurut instrumen yang berlaku",
)
_AGENCIES = ("Bidang Koperasi", "Bidang Usaha Mikro", "Sekretariat", "UPTD Pelayanan", "Subbagian")
_SOURCES = ("Hasil perhitungan", "Laporan bidang", "BPS", "Survei kepuasan", "Aplikasi pelaporan")
_REGULATIONS = (
    ("uu", "25", 1992, "Perkoperasian"),
    ("uu", "25", 2009, "Pelayanan Publik"),
    ("pp", "7", 2021, "Kemudahan Koperasi dan UMKM"),
    ("perpres", "29", 2014, "SAKIP"),
)
_GRADES = ("AA", "A", "BB", "B", "CC", "C", "D")


def make_text(indicators: int, *, seed: int, compact: bool = False) -> str:
    """
    Write the document with so many indicators.

    Without `compact` it is the form that `iku.dumps` writes: two blanks a level.
    """
    document = _Maker(Random(seed)).make_document(indicators)  # noqa: S311 - it guards nothing
    if compact:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Maker:
    """Makes the parts of one document; every choice comes from one random source."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._variables: list[str] = []

    def make_document(self, indicators: int) -> Object:
        self._variables = [f"V{number:05}" for number in range(1, max(3, indicators // 10) + 1)]
        return {
            "iku": "1.0",
            "tipe": "dokumen",
            "jenis": "renstra",
            "judul": "Indikator Kinerja Utama Dinas Contoh",
            "perangkat_daerah": {
                "nama": "Dinas Contoh",
                "pemda": {"nama": "Kota Contoh", "kode_wilayah": "32.75"},
            },
            "periode": "2019/2024",
            "versi": {"label": "IKU", "tanggal": "2019-03-01"},
            "misi": [{"kode": f"M{number}", "uraian": f"Misi {number}"} for number in range(1, 5)],
            "tujuan": self._make_tujuan(indicators),
            "variabel": [self._make_variabel(kode) for kode in self._variables],
            "data": [
                {"variabel": kode, "periode": year, "nilai": self._make_number()}
                for kode in self._variables
                for year in (2019, 2020)
            ],
        }

    def _make_tujuan(self, indicators: int) -> list[Object]:
        goals: list[Object] = []
        groups = TUJUAN_PER_DOKUMEN * SASARAN_PER_TUJUAN
        for goal in range(1, TUJUAN_PER_DOKUMEN + 1):
            objectives: list[Object] = []
            for objective in range(1, SASARAN_PER_TUJUAN + 1):
                kode = f"T{goal}.S{objective}"
                # Shared out evenly, whatever the number.
                place = (goal - 1) * SASARAN_PER_TUJUAN + objective
                count = indicators * place // groups - indicators * (place - 1) // groups
                objectives.append(
                    {
                        "kode": kode,
                        "uraian": f"Meningkatnya {self._make_topic()}",
                        "indikator": [
                            self._make_indikator(f"{kode}.{number}")
                            for number in range(1, count + 1)
                        ],
                    }
                )
            goals.append(
                {
                    "kode": f"T{goal}",
                    "uraian": f"Terwujudnya {self._make_topic()}",
                    "misi": f"M{goal % 4 + 1}",
                    "sasaran": objectives,
                }
            )
        return goals

    def _make_indikator(self, kode: str) -> Object:
        topic = self._make_topic()
        made: Object = {
            "kode": kode,
            "nama": f"{self._pick(_MEASURES)} {topic}",
            "satuan": self._pick(_UNITS),
            "polaritas": self._pick(("positif", "positif", "positif", "negatif")),
        }
        if self._happens(0.5):
            made["konsolidasi"] = self._pick(("jumlah", "rata_rata", "terakhir"))
            made["tipe_penghitungan"] = self._pick(("Kumulatif", "Non Kumulatif"))
        if self._happens(0.25):
            made["definisi_operasional"] = f"Yang dimaksud adalah {topic} pada tahun berjalan"
        made["penjelasan"] = self._make_penjelasan_list(kode)
        if self._happens(0.5):
            made["baseline"] = {"nilai": self._make_number(), "periode": 2018}
        made["target"] = [{"periode": year, "nilai": self._make_value()} for year in YEARS]
        if self._happens(0.15):
            made["realisasi"] = [
                {"periode": year, "nilai": self._make_value(), "sumber": "LKjIP"}
                for year in (2019, 2020)
            ]
        if self._happens(0.02):
            made["pagu"] = [{"periode": year, "nilai": self._make_number()} for year in YEARS]
        if self._happens(0.3):
            made["frekuensi"] = "Tahunan"
        return made

    def _make_penjelasan_list(self, kode: str) -> list[Object]:
        if self._happens(0.95):
            return [self._make_penjelasan()]
        return [{"kode": f"{kode}.{part}", **self._make_penjelasan()} for part in "ab"]

    def _make_penjelasan(self) -> Object:
        words = {"subject": self._pick(_SUBJECTS), "quality": self._pick(_QUALITIES)}
        reasons = self._random.sample(_REASONS, self._pick((1, 2, 2)))
        regulations = self._random.sample(_REGULATIONS, self._pick((1, 1, 1, 2)))
        return {
            "alasan": " ".join(reason.format(**words) for reason in reasons),
            "dasar_hukum": [
                {"jenis": kind, "nomor": number, "tahun": year, "tentang": subject}
                for kind, number, year, subject in regulations
            ],
            "formulasi": self._pick(_SENTENCES).format(**words),
            "formula": self._make_formula(),
            "penanggung_jawab": [self._pick(_AGENCIES)],
            "sumber_data": [{"uraian": self._pick(_SOURCES)}],
        }

    def _make_formula(self) -> Object:
        above, below, other = self._random.sample(self._variables, 3)
        shapes: tuple[Object, ...] = (
            {"tipe": "persentase", "pembilang": above, "penyebut": below},
            {"tipe": "rasio", "pembilang": above, "penyebut": below, "pengali": "1000"},
            {"tipe": "jumlah", "suku": [above, below, other]},
            {"tipe": "ekspresi", "teks": f"({above} + {below}) / {other} * 100"},
            {"tipe": "langsung", "sumber": "BPS"},
            {"tipe": "narasi", "teks": "Berdasarkan hasil survei"},
        )
        return self._random.choices(shapes, weights=(60, 10, 10, 5, 10, 5))[0]

    def _make_variabel(self, kode: str) -> Object:
        return {
            "kode": kode,
            "nama": f"Jumlah {self._make_topic()}",
            "satuan": self._pick(_UNITS),
            "sumber_data": [{"uraian": self._pick(_SOURCES)}],
        }

    def _make_value(self) -> object:
        kind = self._random.random()
        if kind < 0.90:
            return self._make_number()
        if kind < 0.93:
            lower = self._random.randrange(10, 80)
            return {"tipe": "rentang", "bawah": str(lower), "atas": str(lower + 10)}
        if kind < 0.96:
            return {"tipe": "ambang", "pembanding": ">=", "batas": self._make_number()}
        if kind < 0.98:
            return {"tipe": "kategori", "label": self._pick(_GRADES)}
        return {"tipe": "kosong", "sebab": "belum_dilaporkan"}

    def _make_number(self) -> str:
        kind = self._random.random()
        if kind < 0.5:
            return f"{self._random.randrange(10_000) // 100}.{self._random.randrange(100):02}"
        return str(self._random.randrange(100 if kind < 0.85 else 100_000_000_000))

    def _make_topic(self) -> str:
        return f"{self._pick(_SUBJECTS)} {self._pick(_QUALITIES)}"

    def _pick(self, choices: tuple[T, ...]) -> T:
        return self._random.choice(choices)

    def _happens(self, share: float) -> bool:
        return self._random.random() < share


if __name__ == "__main__":
    _, size, seed, compact, place = sys.argv
    text = make_text(int(size), seed=int(seed), compact=compact == "compact")
    Path(place).write_text(text, encoding="utf-8", newline="\n")
