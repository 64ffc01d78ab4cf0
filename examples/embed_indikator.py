"""
An Indikator inside a class of another application, through its own cattrs converter.

Run it: python examples/embed_indikator.py
"""

from __future__ import annotations

import json

import attrs
from cattrs import ClassValidationError
from cattrs.preconf.json import make_converter

from iku import Indikator, Periode
from iku.codec import configure
from iku.errors import IkuError, LoadError


@attrs.frozen
class Kartu:
    """A card on the dashboard of some city."""

    judul: str
    warna: str
    periode: Periode
    indikator: Indikator


def main() -> None:
    """Read a card, write it back, and read one that has faults."""
    converter = make_converter()
    configure(converter)

    text = """{
      "judul": "Kepuasan masyarakat", "warna": "hijau", "periode": "2023-TW2",
      "indikator": {
        "kode": "S1.1", "nama": "Indeks Kepuasan Masyarakat", "satuan": "Indeks",
        "target": [{"periode": 2023, "nilai": "85.50"}]
      }
    }"""
    kartu = converter.loads(text, Kartu)
    print(kartu.indikator.kode, kartu.periode, kartu.indikator.target[0].nilai)
    print(converter.dumps(kartu))

    faulty = json.loads(text)
    faulty["indikator"]["target"][0]["nilai"] = 85.5
    try:
        converter.structure(faulty, Kartu)
    except ClassValidationError as error:
        for fault in find_faults(error):
            print(f"{fault.path}: {fault.found}; {fault.repair}")


def find_faults(error: BaseException) -> list[IkuError]:
    """Collect our faults from what cattrs has put around them."""
    if isinstance(error, LoadError):
        return list(error.faults)
    inside: tuple[BaseException, ...] = getattr(error, "exceptions", ())
    return [fault for one in inside for fault in find_faults(one)]


if __name__ == "__main__":
    main()
