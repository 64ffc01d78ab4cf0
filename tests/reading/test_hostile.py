"""Text made to hurt: bounded work, and a refusal or findings instead of anything else."""

from __future__ import annotations

import time
from typing import Final

import pytest

from iku.errors import IkuError
from iku.reading import read_text
from iku.reading.findings import MAXIMUM_FINDINGS

HEADER: Final = "No\tSasaran\tIndikator\tSatuan\tTarget 2019\tAlasan\n"
STACK: Final = "SASARAN\n\nINDIKATOR SASARAN\n\n"
YEARS: Final = "\t".join(str(year) for year in range(1900, 2200))

REFUSED: Final = {
    "a line of tabs": ("\t" * 60_000 + "x", "too-many-cells"),
    "many lines": ("x\n" * 60_000, "too-many-lines"),
    "a giant line": ("x" * 1_000_000, "text-too-long"),
    "a giant file": ("x" * 1_100_000, "too-large"),
    "a giant paragraph as a cell": (STACK + "Nilai y\n" * 40_000, "text-too-long"),
    "control characters as cells": ("\x00\x01\x1b\t" * 10_000, "too-many-cells"),
    "a wide table": (f"Sasaran\tIndikator\t{YEARS}\n" + "a\tb\n" * 3_000, "too-many-cells"),
}

READ: Final = {
    "nothing but tabs": "\t" * 1_000_000,
    "nothing but spaces": " " * 1_000_000,
    "many small tables": "a\tb\n\n" * 12_000,
    "many pages": (HEADER + "\n") * 5_000,
    "many repeated headers": (HEADER + "1\ta\tb\t%\t5\n") * 5_000,
    "many doubtful numbers": HEADER
    + "1\ta\tb\t%\t9.5\n"
    + "".join(f"2\t\tb{n}\t%\t{n}.500\n" for n in range(1, 900)),
    "many loose years and values": STACK
    + "Sehat\n\nNilai y\n\nSATUAN\tTARGET 2019\n%\t5\n\n"
    + "".join(f"{1900 + n % 300}\n\n{n},5\n\n" for n in range(10_000)),
    "many documents": (HEADER + "1\ta\tb\t%\t5\n\nx\n\n") * 1_000,
    "many rows": HEADER + "1\ta\tb\t%\t5\tUU No 1 Tahun 2000\n" * 5_000,
    "many parts of one indicator": HEADER + "1\ta\tb\t%\n" + "\t\t\t%\n" * 5_000,
    "many broken numbers": HEADER + "1\ta\tb\t%\t5.5.5\n" * 5_000,
    "many fallen cells": STACK + "Sehat\n\nNilai y\n\n" * 5_000,
    "many fallen names": STACK + "Nilai y\n\n" * 10_000,
    "many glued words": STACK + "Sehat " + "Nilai " * 1_600,
    "many heads": "TUJUAN\n\n" * 10_000,
    "many groups": HEADER + "MISI 1: x\t\n1\ta\tb\n" * 4_000,
    "many notes": HEADER + "Catatan: x\t\n" * 5_000 + "\n" + "*) x\n\n" * 5_000,
    "many fields": "Satuan\tx\n" * 40 + "Nama IKU\tx\n" * 5_000,
    "many formulas": HEADER.replace("Alasan", "Formulasi")
    + "".join(f"1\ta\tb{n}\t%\t5\tx{n} / y x 100%\n" for n in range(3_000)),
    "many signatures in rows": HEADER + "\t\t\tKEPALA X\n\t\t\tNIP. 1\n" * 5_000,
    "many titles": "INDIKATOR KINERJA UTAMA\n\n" * 10_000,
    "many signatures": HEADER + "1\ta\tb\t%\n\n" + "Kepala X\n\nNama\nNIP. 1\n\n" * 3_000,
    "many equal kode": "Kode\tSasaran\tIndikator\n"
    + "".join(f"{'k' * 130}\ta\tb{n}\n" for n in range(5_000)),
    "regulations without end": HEADER + ("1\ta\tb\t%\t5\t" + "UU " * 3_000 + "\n") * 20,
    "combining marks": ("a" + "\u0344" * 9_000 + "\tb\n") * 5,
    "long header": "Sasaran " * 1_000 + "\tIndikator " + "x " * 4_000 + "\n",
}


class TestHostile:
    """Work is bounded by the size of the text."""

    @pytest.mark.parametrize("name", REFUSED)
    def test_refused(self, name: str) -> None:
        """A limit is named."""
        text, code = REFUSED[name]
        with pytest.raises(IkuError) as caught:
            read_text(text)

        assert caught.value.code == code
        assert len(str(caught.value)) < 500

    @pytest.mark.parametrize("name", READ)
    def test_read(self, name: str) -> None:
        """The bound is far above what it takes: it tells linear from worse."""
        start = time.process_time()
        bacaan = read_text(READ[name])

        assert time.process_time() - start < 10
        assert len(bacaan.temuan) <= MAXIMUM_FINDINGS + 1
