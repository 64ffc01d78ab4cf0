"""
Which single faults an engine lets pass: without this, speeds say nothing.

Run as `python -m bench.faults`; prints JSON.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from .engines import FLOORS, NAMES, make_engine

if TYPE_CHECKING:
    from .engines.engine import Engine

SOUND: Final = (
    '{"iku":"1.0","tipe":"dokumen","jenis":"iku","judul":"IKU",'
    '"versi":{"label":"IKU","tanggal":"2019-02-28"},'
    '"indikator":[{"kode":"I1","nama":"Koperasi","satuan":"%","penjelasan":[{'
    '"dasar_hukum":[{"jenis":"uu","nomor":"25","tahun":1992}],'
    '"formula":{"tipe":"persentase","pembilang":"A","penyebut":"B"},'
    '"penanggung_jawab":["Bidang"]}],'
    '"target":[{"periode":2023,"nilai":"5"},{"periode":"2024-B06",'
    '"nilai":{"tipe":"rentang","bawah":"1","atas":"2"}}]}],'
    '"variabel":[{"kode":"A","nama":"Aktif"},{"kode":"B","nama":"Semua"}]}'
)
"""A document without fault."""

FAULTS: Final = {
    "number for text": ('"nama":"Koperasi"', '"nama":12'),
    "null for text": ('"nama":"Koperasi"', '"nama":null'),
    "text for a year": ('"tahun":1992', '"tahun":"1992"'),
    "1992.0 for a year": ('"tahun":1992', '"tahun":1992.0'),
    "true for a year": ('"tahun":1992', '"tahun":true'),
    "text for an array": ('["Bidang"]', '"Bidang"'),
    "JSON number for number text": ('"nilai":"5"', '"nilai":5'),
    "number NaN": ('"nilai":"5"', '"nilai":"NaN"'),
    "number 1_000": ('"nilai":"5"', '"nilai":"1_000"'),
    "number 1e3": ('"nilai":"5"', '"nilai":"1e3"'),
    "number 05": ('"nilai":"5"', '"nilai":"05"'),
    "number in wide digits": ('"nilai":"5"', '"nilai":"\uff15"'),
    "number between blanks": ('"nilai":"5"', '"nilai":" 5 "'),
    "number of 5000 digits": ('"nilai":"5"', f'"nilai":"{"5" * 5000}"'),
    "unknown key": ('"judul"', '"jdul":"IKU","judul"'),
    "unknown key in a formula": ('"pembilang"', '"pembagi":"A","pembilang"'),
    "unknown tag": ('"tipe":"persentase"', '"tipe":"persen"'),
    "no tag": ('"tipe":"persentase",', ""),
    "missing key": ('"nama":"Koperasi",', ""),
    "unknown word": ('"jenis":"iku"', '"jenis":"ikk"'),
    "day not in the calendar": ("2019-02-28", "2019-02-31"),
    "month 13": ("2024-B06", "2024-B13"),
    "key twice": ('"judul"', '"judul":"X","judul"'),
    "kode twice": ('"kode":"I1"', '"kode":"A"'),
    "reference to nothing": ('"penyebut":"B"', '"penyebut":"C"'),
    "two targets for a period": ('"2024-B06"', "2023"),
    "range backwards": ('"bawah":"1"', '"bawah":"3"'),
    "empty text": ('"nama":"Koperasi"', '"nama":""'),
    "control character": ('"nama":"Koperasi"', '"nama":"Kope\\u0007rasi"'),
    "lone surrogate": ('"nama":"Koperasi"', '"nama":"\\ud800"'),
    "byte order mark": ('{"iku"', '\ufeff{"iku"'),
}
"""What is wrong, and how the sound document becomes so."""


def find_let_pass(engine: Engine) -> list[str]:
    """Name the faults that an engine takes for a document."""
    engine.load(SOUND.encode())
    return [
        name
        for name, (sound, faulty) in FAULTS.items()
        if _takes(engine, SOUND.replace(sound, faulty, 1).encode())
    ]


def _takes(engine: Engine, data: bytes) -> bool:
    try:
        engine.load(data)
    except Exception:  # noqa: BLE001 - each engine has exceptions of its own
        return False
    return True


if __name__ == "__main__":
    found = {name: find_let_pass(make_engine(name)) for name in NAMES if name not in FLOORS}
    json.dump(found, sys.stdout)
