"""How healthy a cooperative is: the rules of the ministry, one module for each."""

from __future__ import annotations

from iku.regulations.koperasi.juknis_15_2021 import (
    SKALA_KOPERASI_2021,
    SKALA_KOPERASI_2021_URAIAN,
)
from iku.regulations.koperasi.perdep_06_2016 import SKALA_KOPERASI_2016

__all__ = ["SKALA_KOPERASI_2016", "SKALA_KOPERASI_2021", "SKALA_KOPERASI_2021_URAIAN"]
